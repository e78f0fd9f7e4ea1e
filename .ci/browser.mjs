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
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".json": "application/json", ".webmanifest": "application/manifest+json", ".xml": "application/xml", ".csv": "text/csv", ".txt": "text/plain" };

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
  ["certificate", /^\d+\/penghargaan\/.+/], ["awards", /^\d+\/penghargaan\/$/], ["method", /^\d+\/metode\/$/],
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

await browser.close();
server.close();
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
