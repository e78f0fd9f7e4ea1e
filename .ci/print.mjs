// Prints every certificate of built sites and looks at every card for other sites.
//
//   node print.mjs SITE-FOLDER BASE-PATH [SITE-FOLDER BASE-PATH]…
//
// A certificate must be one sheet of A4 in landscape on which nothing leaves the frame
// or lies over something else, and the QR code on the sheet, read by zbarimg from the
// page as pdftoppm draws it, must be the address that is printed. A card must fit into
// the frame that generator/site/embed.go gives it, wide and narrow. CHROME_PATH names the browser.
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, serve, tally } from "./site.mjs";

const { counts, report } = tally();
const work = await mkdtemp(join(tmpdir(), "piagam-"));
const browser = await launch();

// What is wrong with a sheet of 297 mm by 210 mm, in the browser.
function faultsOfSheet() {
  const faults = [];
  const sheet = document.querySelector(".piagam");
  const mm = 96 / 25.4, frame = 19.6 * mm;
  const { left, top, width, height } = sheet.getBoundingClientRect();
  if (Math.abs(width - 297 * mm) > 2 || height > 210 * mm) faults.push(`the sheet is ${width / mm} by ${height / mm} mm`);
  const name = (e) => e.className.baseVal ?? (e.className || e.tagName);
  for (const e of sheet.querySelectorAll("p, h1, .qr, .medali, .mahkota, code, strong")) {
    const r = e.getBoundingClientRect();
    if (r.width === 0) continue;
    if (r.left < left + frame || r.right > left + width - frame || r.top < top + frame || r.bottom > top + 210 * mm - frame) {
      faults.push(`${name(e)} leaves the frame: ${[r.left - left, r.top - top, r.right - left, r.bottom - top].map((n) => (n / mm).toFixed(1))} mm`);
    }
    if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0) faults.push(`${name(e)} is cut off`);
  }
  const parts = [...sheet.querySelectorAll("header > *, .isi-piagam > *, footer, .alamat")].map((e) => [name(e), e.getBoundingClientRect()]);
  for (let i = 1; i < parts.length; i++) {
    if (parts[i][1].top < parts[i - 1][1].bottom - 1) faults.push(`${parts[i][0]} lies over ${parts[i - 1][0]}`);
  }
  const columns = [...sheet.querySelectorAll("footer > *")].map((e) => e.getBoundingClientRect());
  for (let i = 1; i < columns.length; i++) if (columns[i].left < columns[i - 1].right - 1) faults.push("the parts at the foot lie over each other");
  const small = [...sheet.querySelectorAll("p")].filter((e) => parseFloat(getComputedStyle(e).fontSize) < 2.1 * mm);
  if (small.length) faults.push(`${name(small[0])} is smaller than 6 points`);
  return faults;
}

const args = process.argv.slice(2);
for (let i = 0; i + 1 < args.length; i += 2) {
  const [folder, base] = args.slice(i, i + 2);
  const { origin, close } = await serve(folder, base);
  const pages = (await readdir(folder, { recursive: true }))
    .map((f) => f.replaceAll("\\", "/"))
    .filter((f) => f.endsWith("/index.html")).map((f) => f.slice(0, -"index.html".length)).sort();
  const certificates = pages.filter((p) => /^([a-z]{2}\/)?\d+\/penghargaan\/.+\//.test(p)), cards = pages.filter((p) => /^([a-z]{2}\/)?\d+\/sematan\//.test(p));
  if (certificates.length === 0 || cards.length === 0) report([`${certificates.length} certificates, ${cards.length} cards`], folder);

  const page = await browser.newPage({ viewport: { width: Math.ceil((297 * 96) / 25.4), height: 900 }, locale: "id-ID" });
  for (const path of certificates) {
    await page.emulateMedia({ media: "print" });
    await page.goto(origin + base + path, { waitUntil: "load" });
    if ((await page.locator(".piagam").count()) === 0) continue; // taken back by a correction
    await page.evaluate(() => document.fonts.ready);
    const faults = await page.evaluate(faultsOfSheet);
    const address = (await page.locator(".alamat span").textContent()).trim();
    const pdf = join(work, "piagam.pdf");
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    const info = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
    if (!/^Pages: +1$/m.test(info) || !/^Page size: +84[12](\.\d+)? x 59[45](\.\d+)? pts/m.test(info)) faults.push(info.match(/^Page.*$/gm).join("; "));
    execFileSync("pdftoppm", ["-r", "150", "-png", "-singlefile", pdf, pdf]);
    let read = "";
    try {
      read = execFileSync("zbarimg", ["--quiet", "--raw", pdf + ".png"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    } catch { /* nothing was read */ }
    if (read !== address || !address.endsWith(base + path.replace(/^en\//, ""))) faults.push(`the QR code says “${read}”, the sheet “${address}”`);
    report(faults, `${base}${path}, printed`);
  }

  for (const path of cards) {
    for (const width of [300, 440]) {
      await page.emulateMedia({ media: "screen" });
      await page.setViewportSize({ width, height: 280 });
      await page.goto(origin + base + path, { waitUntil: "load" });
      await page.evaluate(() => document.fonts.ready);
      report(await page.evaluate(() => {
        const faults = [], { scrollWidth, scrollHeight } = document.documentElement;
        if (scrollWidth > innerWidth || scrollHeight > innerHeight) faults.push(`it is ${scrollWidth} by ${scrollHeight}px`);
        for (const e of [document.body, document.querySelector("main"), ...document.querySelectorAll(".hasil, .kaki")]) {
          if (e.scrollHeight > e.clientHeight + 1) faults.push(`${e.className || e.tagName} is cut off`);
        }
        return faults;
      }), `${base}${path} in a frame of ${width}px`);
    }
  }
  await page.close();
  close();
}

await browser.close();
await rm(work, { recursive: true });
console.log(`print: ${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);
