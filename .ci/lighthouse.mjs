// Asks Lighthouse (its mobile profile) about the pages that most people open:
// performance, accessibility, best practices and SEO must reach 98 of 100.
//
//   node lighthouse.mjs SITE-FOLDER
//
// Performance is measured, so a page has three tries and needs two: the median of
// three decides.
import { launch as launchChrome } from "chrome-launcher";
import lighthouse from "lighthouse";
import { pagesByKind, serve } from "./site.mjs";

const least = 0.98;
const [folder] = process.argv.slice(2);
const { origin, close } = await serve(folder, "/");
const pages = await pagesByKind(folder);
const chrome = await launchChrome({ chromePath: process.env.CHROME_PATH, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"] });
let failed = 0;

for (const kind of ["home", "ranking", "innovation"]) {
  const path = pages.get(kind)[0].path;
  let good = 0, bad = 0;
  while (good < 2 && bad < 2) {
    const { lhr } = await lighthouse(`${origin}/${path}`, { port: chrome.port, logLevel: "error", onlyCategories: ["performance", "accessibility", "best-practices", "seo"] });
    const low = Object.values(lhr.categories).filter((c) => !(c.score >= least));
    const scores = Object.values(lhr.categories).map((c) => `${c.id} ${Math.round(c.score * 100)}`).join(", ");
    console.log(`${low.length ? "low" : "ok"} /${path}: ${scores}`);
    for (const c of low)
      for (const { id, weight } of c.auditRefs)
        if (weight > 0 && lhr.audits[id].score < 0.9) console.log(`  ${c.id}: ${id} ${lhr.audits[id].score} ${lhr.audits[id].displayValue ?? ""}`);
    low.length ? bad++ : good++;
  }
  if (bad === 2) failed++, console.log(`FAIL ${kind}: /${path}`);
}

await chrome.kill();
close();
process.exit(failed ? 1 : 0);
