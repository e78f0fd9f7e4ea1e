// What the checks in a browser share: the built site on a local server, its pages
// by kind, and the browser.
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".json": "application/json", ".webmanifest": "application/manifest+json", ".xml": "application/xml", ".csv": "text/csv", ".txt": "text/plain", ".woff2": "font/woff2" };

// serve offers a folder below a base path and returns the address of its host.
export async function serve(folder, base) {
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
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

// The kinds of pages, by address without a language; the first pattern that fits is the kind.
const kinds = [
  ["home", /^$/], ["not-found", /^404\.html$/], ["search", /^cari\/$/], ["page", /^halaman\//],
  ["innovations", /^inovasi\/(halaman-\d+\/)?$/], ["innovation", /^inovasi\//], ["agencies", /^perangkat-daerah\/$/], ["agency", /^perangkat-daerah\//],
  ["edition", /^\d+\/$/], ["compare", /^banding\/$/], ["agency-ranking", /^\d+\/peringkat\/perangkat-daerah\//], ["ranking", /^\d+\/peringkat\//],
  ["certificate", /^\d+\/penghargaan\/.+/], ["awards", /^\d+\/penghargaan\/$/], ["method", /^\d+\/metode\/$/], ["robustness", /^\d+\/ketahanan\/$/],
  ["embed", /^\d+\/sematan\/.+/], ["objections", /^\d+\/sanggahan\/$/], ["movement", /^\d+\/perubahan\/$/],
  ["dictionary", /^\d+\/data\/kamus\/$/], ["data", /^\d+\/data\/$/], ["taxonomy", /^\d+\/[^/]+\/$/], ["term", /^\d+\/[^/]+\/[^/]+\/(halaman-\d+\/)?$/],
];

// pagesByKind lists a built site's pages in a language by kind, the largest first:
// {path, size}. The language is the folder that its pages are in: "" or "en/".
// Redirects are no pages. A page of no kind is an error.
export async function pagesByKind(folder, language = "") {
  const pages = new Map(kinds.map(([kind]) => [kind, []]));
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const file = join(entry.parentPath, entry.name);
    const text = await readFile(file, "utf8");
    if (text.includes('http-equiv="refresh"')) continue;
    const path = file.slice(folder.length).replace(/^[/\\]/, "").replaceAll("\\", "/").replace(/index\.html$/, "");
    if (language !== (path.match(/^en\//)?.[0] ?? "")) continue;
    const kind = kinds.find(([, pattern]) => pattern.test(path.slice(language.length)))?.[0];
    if (!kind) throw new Error(`no kind for ${path}`);
    pages.get(kind).push({ path, size: text.length });
  }
  for (const list of pages.values()) list.sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1));
  return pages;
}

// launch starts the browser. It should be a headless shell: with each window that a whole Chromium opens it loads pages
// of its own, of a hundred scripts and more, beside the page that is looked at.
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
}

// A tally counts what passed and prints what did not.
export function tally() {
  const counts = { passed: 0, failed: 0 };
  return {
    counts,
    report(faults, what) {
      if (faults.length === 0) return counts.passed++;
      counts.failed++;
      const more = faults.length > 10 ? [`… and ${faults.length - 10} more`] : [];
      console.log(`FAIL ${what}\n  ${[...faults.slice(0, 10), ...more].join("\n  ")}`);
    },
  };
}
