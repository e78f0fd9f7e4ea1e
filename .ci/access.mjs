// Holds the built site to what people with other eyes, hands and machines need,
// and to its budgets, in a real browser. On the largest page of each kind:
//
//   - text at 200 % on 640 px, and a screen of 320 px: nothing is cut off or pushed
//     out (WCAG 1.4.4, 1.4.10)
//   - with the Tab key alone every stop is in view, marked and has a name, in the
//     order of the document, and the skip link leads to the content (2.4.1, 2.4.3, 2.4.7, 2.4.11)
//   - forced colours: what is drawn can still be told from its ground
//   - reduced motion: nothing moves
//   - HTML and styles together at most 40 kB, scripts 25 kB, compressed; nothing
//     shifts while the page loads
//
//   node access.mjs SITE-FOLDER [LACKING]
//
// LACKING names the kinds of pages that this site has not, with commas.
import { gzipSync } from "node:zlib";
import { launch, pagesByKind, serve, tally } from "./site.mjs";

const [folder] = process.argv.slice(2);
const { origin, close } = await serve(folder, "/");
const lacks = (process.argv[3] ?? "").split(",");
const pages = await pagesByKind(folder);
const browser = await launch();
const { counts, report } = tally();
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

// look opens a page with the context's options and returns the faults that check finds.
async function look(path, options, check) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "id-ID", ...options });
  const page = await context.newPage();
  try {
    return await check(page, () => page.goto(`${origin}/${path}`, { waitUntil: "load" }));
  } finally {
    await context.close();
  }
}

// cut lists what is wider than the screen, and texts that their own box cuts off.
const cut = () => {
  const faults = [], root = document.documentElement;
  const name = (e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""} “${e.textContent.trim().slice(0, 40)}”`;
  if (root.scrollWidth > root.clientWidth) {
    const worst = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1).at(-1);
    faults.push(`${root.scrollWidth} px wide on ${root.clientWidth}: ${worst && name(worst)}`);
  }
  for (const e of document.querySelectorAll("body *")) {
    const style = getComputedStyle(e);
    if (e.closest(".tersembunyi, svg") || !["hidden", "clip"].includes(style.overflowX) || e.clientWidth === 0) continue;
    if (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) faults.push(`cut off: ${name(e)}`);
  }
  return faults;
};

const larger = (path) => look(path, { bypassCSP: true, viewport: { width: 640, height: 844 } }, async (page, open) => {
  await open();
  await page.addStyleTag({ content: "html { font-size: 200% !important }" });
  return page.evaluate(cut);
});

const narrow = (path) => look(path, { viewport: { width: 320, height: 640 } }, async (page, open) => {
  await open();
  return page.evaluate(cut);
});

// Every stop of the Tab key, until it leaves the page.
const keyboard = (path, width) => look(path, { viewport: { width, height: 844 }, reducedMotion: "reduce" }, async (page, open) => {
  const faults = [];
  await open();
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((first) => {
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      const box = e.getBoundingClientRect(), style = getComputedStyle(e), faults = [];
      const label = e.getAttribute("aria-label") ?? (e.labels?.[0]?.textContent || e.textContent || e.getAttribute("title") || "");
      const what = `${e.tagName.toLowerCase()} “${label.trim().slice(0, 40)}”`;
      if (label.trim() === "" && !e.getAttribute("aria-labelledby")) faults.push(`${e.outerHTML.slice(0, 80)} has no name`);
      const marked = [style, getComputedStyle(e.parentElement)].some((s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2); // a field, or what is around it
      if (!marked) faults.push(`${what} is not marked`);
      if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1) faults.push(`${what} is out of view`);
      const before = window.__last;
      if (before && !(before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) faults.push(`${what} comes after ${before.outerHTML.slice(0, 60)}`);
      window.__last = e;
      if (first && !(e.hash && document.querySelector(e.hash)?.tagName === "MAIN")) faults.push(`the first stop is ${what}, no way to the content`);
      return faults;
    }, i === 0);
    if (!stop) {
      if (i < 5) faults.push(`only ${i} stops`);
      break;
    }
    faults.push(...stop);
  }
  await page.evaluate(() => { scrollTo(0, 0); document.activeElement.blur(); });
  await open();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  if (!(await page.evaluate(() => document.activeElement.tagName === "MAIN"))) faults.push("the skip link does not lead to the content");
  return faults;
});

const forced = (path) => look(path, { forcedColors: "active" }, async (page, open) => {
  await open();
  return page.evaluate(() => {
    const faults = [], seen = new Set();
    const ground = getComputedStyle(document.body).backgroundColor;
    const none = ["none", "rgba(0, 0, 0, 0)", "transparent"];
    for (const e of document.querySelectorAll("main svg :is(rect, circle, path, line)")) {
      if (e.closest("defs, clipPath, [hidden]") || e.matches(".rel") || e.getBoundingClientRect().width < 1) continue;
      const { fill, stroke } = getComputedStyle(e);
      const drawn = [fill, stroke].filter((c) => !none.includes(c));
      const key = `${e.tagName}.${e.getAttribute("class") ?? ""} in ${e.ownerSVGElement.getAttribute("class") ?? ""}`;
      if (drawn.length && drawn.every((c) => c === ground) && !seen.has(key)) faults.push(`${key} vanishes`), seen.add(key);
    }
    for (const e of document.querySelectorAll("main svg text")) {
      const key = `text.${e.getAttribute("class") ?? ""} in ${e.ownerSVGElement.getAttribute("class") ?? ""}`;
      if (getComputedStyle(e).fill === ground && !seen.has(key)) faults.push(`${key} vanishes`), seen.add(key);
    }
    return faults;
  });
});

const still = (path) => look(path, { reducedMotion: "reduce" }, async (page, open) => {
  await open();
  return page.evaluate(() => {
    const faults = document.getAnimations().map((a) => `moves: ${a.effect?.target?.outerHTML.slice(0, 80)}`);
    if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") faults.push("scrolls smoothly");
    for (const e of document.querySelectorAll("body *")) {
      const { transitionDuration, animationDuration } = getComputedStyle(e);
      if (/[1-9]/.test(transitionDuration + animationDuration)) return [...faults, `may move: ${e.outerHTML.slice(0, 80)}`];
    }
    return faults;
  });
});

// The search page loads its index when it is asked; its script has the same budget.
const budget = (path) => look(path, {}, async (page, open) => {
  const sizes = { document: 0, stylesheet: 0, script: 0 }, bodies = [];
  page.on("response", (r) => r.request().resourceType() in sizes && bodies.push(r.body().then((b) => (sizes[r.request().resourceType()] += gzipSync(b).length))));
  await page.addInitScript(() => {
    window.__shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((e) => (window.__shift += e.value))).observe({ type: "layout-shift", buffered: true });
  });
  await open();
  await page.waitForTimeout(300);
  await Promise.all(bodies);
  const faults = [], shift = await page.evaluate(() => window.__shift);
  if (sizes.document + sizes.stylesheet > 40_000) faults.push(`HTML and styles ${kB(sizes.document + sizes.stylesheet)}, of which HTML ${kB(sizes.document)}`);
  if (sizes.script > 25_000) faults.push(`scripts ${kB(sizes.script)}`);
  if (shift > 0.01) faults.push(`shifts by ${shift.toFixed(3)} while it loads`);
  return faults;
});

for (const [kind, [largest]] of pages) {
  if (!largest) {
    if (!lacks.includes(kind)) report(["no page of this kind"], kind);
    continue;
  }
  const { path } = largest;
  // A card lies in a frame of another site, which grows with that site's page; print.mjs looks at its size.
  if (kind !== "embed") {
    report(await larger(path), `${kind}: /${path}, text at 200 %`);
    report(await narrow(path), `${kind}: /${path}, 320 px`);
    report(await keyboard(path, 390), `${kind}: /${path}, keyboard, 390 px`);
    report(await keyboard(path, 1280), `${kind}: /${path}, keyboard, 1280 px`);
  }
  report(await forced(path), `${kind}: /${path}, forced colours`);
  report(await still(path), `${kind}: /${path}, reduced motion`);
  report(await budget(path), `${kind}: /${path}, budget`);
}

await browser.close();
close();
console.log(`access: ${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);
