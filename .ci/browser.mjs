// Opens the built site in a real browser, as a phone and as a desktop, in light
// and dark. Every page must load without an error on the console, a failed
// request, a request to elsewhere, an accessibility violation that axe finds, or
// a page wider than the screen; search must find something.
//
//   node browser.mjs SITE-FOLDER [BASE-PATH]
//
// One page of each kind is opened at each width in each scheme; every other page
// once, at the phone's width. CHROME_PATH names the browser.
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";

const [folder, base = "/"] = process.argv.slice(2);
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".json": "application/json", ".webmanifest": "application/manifest+json", ".xml": "application/xml", ".csv": "text/csv", ".txt": "text/plain", ".woff2": "font/woff2" };

const server = createServer(async (request, response) => {
  let path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  if (path === "/favicon.ico") return response.writeHead(204).end();
  if (!path.startsWith(base)) return response.writeHead(404).end();
  path = path.slice(base.length);
  if (path === "" || path.endsWith("/")) path += "index.html";
  try {
    const body = await readFile(join(folder, path));
    response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

// The kinds of pages, by address; the first pattern that fits is the kind.
const kinds = [
  ["home", /^$/], ["not-found", /^404\.html$/], ["search", /^cari\/$/], ["page", /^halaman\//],
  ["innovations", /^inovasi\/$/], ["innovation", /^inovasi\//], ["agencies", /^perangkat-daerah\/$/], ["agency", /^perangkat-daerah\//],
  ["edition", /^\d+\/$/], ["agency-ranking", /^\d+\/peringkat\/perangkat-daerah\/$/], ["ranking", /^\d+\/peringkat\//],
  ["certificate", /^\d+\/penghargaan\/.+/], ["awards", /^\d+\/penghargaan\/$/], ["method", /^\d+\/metode\/$/], ["robustness", /^\d+\/ketahanan\/$/],
  ["dictionary", /^\d+\/data\/kamus\/$/], ["data", /^\d+\/data\/$/], ["taxonomy", /^\d+\/[^/]+\/$/], ["term", /^\d+\/[^/]+\/[^/]+\/$/],
];

const pages = new Map(kinds.map(([kind]) => [kind, []]));
for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
  const file = join(entry.parentPath, entry.name);
  const text = await readFile(file, "utf8");
  if (text.includes('http-equiv="refresh"')) continue;
  const path = file.slice(folder.length).replace(/^[/\\]/, "").replaceAll("\\", "/").replace(/index\.html$/, "");
  const kind = kinds.find(([, pattern]) => pattern.test(path))?.[0];
  if (!kind) throw new Error(`no kind for ${path}`);
  pages.get(kind).push({ path, size: text.length });
}

let passed = 0, failed = 0;
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});

async function visit(path, width, colorScheme, deep) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme, locale: "id-ID" });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(`console: ${message.text()}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  page.on("request", (request) => new URL(request.url()).origin === origin || faults.push(`elsewhere: ${request.url()}`));
  await page.goto(origin + base + path, { waitUntil: "load" });
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return "";
    const worst = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > limit + 1).at(-1);
    return `${document.documentElement.scrollWidth}px wide, for example ${worst?.outerHTML.slice(0, 120)}`;
  });
  if (wide) faults.push(wide);
  if (deep) {
    const result = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
    for (const v of result.violations) faults.push(`axe ${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].any[0]?.message ?? ""}`);
  }
  report(faults, `${base}${path} at ${width}px, ${colorScheme}`);
  await context.close();
}

function report(faults, what) {
  if (faults.length === 0) return passed++;
  failed++;
  console.log(`FAIL ${what}\n  ${faults.join("\n  ")}`);
}

for (const [kind, list] of pages) {
  if (list.length === 0) {
    report(["no page of this kind"], kind);
    continue;
  }
  list.sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1));
  for (const width of [390, 1280]) for (const scheme of ["light", "dark"]) await visit(list[0].path, width, scheme, true);
  for (const { path } of list.slice(1)) await visit(path, 390, "light", false);
}

// Search as a reader: type, see results, go back.
{
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  const name = await (async () => {
    await page.goto(origin + base + "inovasi/");
    return (await page.locator("main .nama").first().textContent()).trim();
  })();
  await page.goto(origin + base);
  await page.getByRole("searchbox").fill(name);
  await page.getByRole("searchbox").press("Enter");
  await page.waitForURL(/cari\/\?q=/);
  await page.locator("#hasil a").first().waitFor({ timeout: 5000 }).catch(() => faults.push("no result"));
  const found = faults.length ? "" : (await page.locator("#hasil a").first().textContent()).trim();
  if (found !== name) faults.push(`the first result for “${name}” is “${found}”`);
  await page.getByRole("searchbox").fill("xyzzy");
  await page.waitForFunction(() => document.querySelectorAll("#hasil li").length === 0);
  if ((await page.getByRole("status").textContent()).trim() === "") faults.push("nothing is said when nothing is found");
  report(faults, "search");
}

// The ranking as a reader: filter, sort, re-weigh, share the address, go back.
{
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  const expect = (what, got, want) => JSON.stringify(got) === JSON.stringify(want) || faults.push(`${what}: ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
  const path = pages.get("ranking").map((p) => p.path).filter((p) => !p.includes("halaman-")).sort()[0];
  const names = () => page.locator("#tabel-peringkat .nama").allTextContents();
  await page.goto(origin + base + path);
  const official = await names();
  const data = await (await page.request.get(origin + base + path + "baris.json")).json();
  for (const d of await page.locator("#jelajah summary").all()) await d.click();
  await page.waitForFunction(() => document.querySelectorAll("#saring-pd option").length > 1);

  await page.locator("#saring-q").fill(official.at(-1));
  expect("filtered by name", await names(), official.slice(-1));
  expect("the address", new URL(page.url()).searchParams.get("q"), official.at(-1));
  await page.locator("#saring-q").fill("");
  expect("no filter", await names(), official);

  await page.locator("#saring-pd").selectOption({ index: 1 });
  const agency = await page.locator("#saring-pd option:checked").textContent();
  const some = (await names()).length;
  expect("filtered by agency", some, data.baris.filter((r) => data.perangkat_daerah[r.p] === agency).length);
  const shared = page.url();
  await page.goBack();
  expect("after Back", await names(), official);
  await page.goto(shared);
  await page.waitForFunction((n) => document.querySelectorAll("#tabel-peringkat .nama").length === n, some);
  await page.getByRole("button", { name: /resmi/ }).click();
  await page.waitForFunction((n) => document.querySelectorAll("#tabel-peringkat .nama").length === n, official.length);

  // Own weights: against the rule computed here in another way, with exact fractions.
  const slider = page.locator("input[type=range]").first();
  if (!(await slider.isVisible())) await page.locator("#jelajah summary").nth(1).click();
  await slider.focus();
  await page.keyboard.press("Home");
  const moved = (await slider.getAttribute("name")).slice(2);
  const fraction = (t) => t.includes("/") ? t.split("/").map(BigInt) : [BigInt(t.replace(".", "")), 10n ** BigInt((t.split(".")[1] ?? "").length)];
  const add = ([a, b], [c, d]) => [a * d + c * b, b * d], times = ([a, b], [c, d]) => [a * c, b * d];
  const weight = (k) => fraction(k.id === moved ? "0" : k.bobot);
  const most = data.kriteria.reduce((sum, k) => add(sum, times(weight(k), [BigInt(k.maks), 1n])), [0n, 1n]);
  const units = (row) => {
    const sum = data.kriteria.reduce((s, k, i) => add(s, times(weight(k), fraction(row.l[i]))), [0n, 1n]);
    const [num, den] = times(times(times(sum, fraction(data.skala)), [10n ** BigInt(data.desimal), 1n]), [most[1], most[0]]);
    return (num * 2n + den) / (den * 2n);
  };
  const want = data.baris.map((r) => ({ r, u: units(r) })).sort((a, b) => (a.u < b.u ? 1 : a.u > b.u ? -1 : a.r.r - b.r.r));
  const readable = (u) => { const t = u.toString().padStart(data.desimal + 1, "0"); return data.desimal ? t.slice(0, -data.desimal) + "," + t.slice(-data.desimal) : t; };
  expect("scores by own weights", await page.locator("#tabel-peringkat td.skor strong").allTextContents(), want.map((x) => readable(x.u)));
  expect("ranks by own weights", (await page.locator("#tabel-peringkat td.peringkat").allTextContents()).map((t) => parseInt(t, 10)), want.map((x) => 1 + want.filter((y) => y.u > x.u).length));
  if (!/bukan hasil resmi/.test(await page.locator("#jumlah-baris").textContent())) faults.push("nothing says that this is not the result");
  expect("the address", new URL(page.url()).searchParams.get("b." + moved), "0");
  report(faults, "exploring the ranking");
}

await browser.close();
server.close();
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
