// Opens every page of sites full of hostile texts (TestHostileSites) in a real
// browser and uses what scripts add. Nothing may execute, no request may leave the
// site or fail, and the policy must have nothing to report. The pages are served
// with the headers of the site's own _headers, beside the policy in the pages.
//
//   node hostile.mjs FOLDER-OF-SITES
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { launch } from "./site.mjs";

const top = process.argv[2];
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".json": "application/json", ".webmanifest": "application/manifest+json", ".woff2": "font/woff2" };
let folder, headers;

const server = createServer(async (request, response) => {
  let path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  if (path === "/favicon.ico") return response.writeHead(204).end();
  if (path.endsWith("/")) path += "index.html";
  try {
    const body = await readFile(join(folder, path));
    response.writeHead(200, { ...headers, "content-type": types[extname(path)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

// What is sent with every file, but that there is no HTTPS here.
async function headersOf(site) {
  const rules = (await readFile(join(site, "_headers"), "utf8")).split(/\n(?=\S)/);
  const all = rules.find((r) => r.startsWith("/*\n")).split("\n").slice(1).filter(Boolean);
  const map = Object.fromEntries(all.map((line) => line.trim().split(/: (.*)/s).slice(0, 2)));
  delete map["Strict-Transport-Security"];
  if (!map["Content-Security-Policy"]) throw new Error("no policy in _headers");
  return map;
}

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "id-ID" });
await context.addInitScript(() => {
  window.alert = window.confirm = window.prompt = () => console.error("CANARY: it executes");
  document.addEventListener("securitypolicyviolation", (e) => console.error(`POLICY: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
});
const page = await context.newPage();
let faults = [];
page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(`console: ${message.text()}`));
page.on("dialog", (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
// The icon's request is broken off when the next page is opened before it is there.
page.on("requestfailed", (request) => request.failure().errorText === "net::ERR_ABORTED" || faults.push(`failed: ${request.url()} ${request.failure().errorText}`));
page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
page.on("request", (request) => request.url().startsWith(origin + "/") || faults.push(`elsewhere: ${request.url()}`));
page.on("popup", () => faults.push("a window was opened"));

let pages = 0, used = 0, failed = 0;
async function look(what, use) {
  faults = [];
  await use();
  if (faults.length === 0) return;
  failed++;
  console.log(`FAIL ${relative(top, folder)} ${what}\n  ${faults.join("\n  ")}`);
}

// The canary must be able to sing: else nothing above shows anything. The first page
// is without a policy, the second is stopped by it.
folder = top;
headers = {};
const trap = async (policy) => {
  faults = [];
  await page.route(origin + "/trap", (route) => route.fulfill({ contentType: "text/html", headers: policy, body: "<img src=data:, onerror=alert(1)><script>alert(2)</script>" }));
  await page.goto(origin + "/trap");
  await page.waitForTimeout(300);
  await page.unroute(origin + "/trap");
  return faults.join("\n");
};
const sites = (await readdir(top)).sort();
if (!/CANARY/.test(await trap({}))) throw new Error("the canary does not notice what executes");
const stopped = await trap(await headersOf(join(top, sites[0])));
if (/CANARY/.test(stopped) || !/POLICY/.test(stopped)) throw new Error("the policy stops nothing, or nobody hears of it: " + stopped);

for (const site of sites) {
  folder = join(top, site);
  headers = await headersOf(folder);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const path = "/" + relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/").replace(/(^|\/)index\.html$/, "$1");
    await look(path, async () => {
      // A page of a former address may lead on before it is loaded itself.
      await page.goto(origin + path, { waitUntil: "load" }).catch((error) => {
        if (!error.message.includes("interrupted by another navigation")) throw error;
      });
      await page.waitForLoadState("load");
      pages++;
      for (const d of await page.locator("details:visible > summary").all()) await d.click();
      const filter = page.locator("#saring-pd");
      if ((await filter.count()) && (await filter.isVisible())) {
        await page.waitForFunction(() => document.querySelectorAll("#saring-pd option").length > 1);
        await filter.selectOption({ index: 1 });
        used++;
      }
    });
  }
  for (const query of ["alert", "script", `<img src=x onerror=alert(1)>`, `"><svg onload=alert(1)>`]) {
    await look(`search for ${query}`, async () => {
      await page.goto(origin + "/cari/?q=" + encodeURIComponent(query), { waitUntil: "load" });
      await page.getByRole("searchbox").fill(query);
      await page.waitForTimeout(100);
      used++;
    });
  }
}
await browser.close();
server.close();
console.log(`hostile: ${sites.length} sites, ${pages} pages opened, ${used} uses of scripts, ${failed} failed`);
process.exit(failed || pages < 100 ? 1 : 0);
