// Opens the ranking of a site with many innovations on a processor slowed four
// times, at a phone's width, and holds the time until it can be used to a second; then
// the time in which it answers when a reader sorts by a criterion, weighs anew and looks
// for a word. It can be used, or has answered, when it stands as asked for and no task of
// 50 ms or longer is under way or begins in the next half second. An address that asks
// for the same at once has to fetch data and to lay the list out twice: twice as long.
//
//   node large.mjs SITE-FOLDER LEAST-NUMBER-OF-ROWS
//
// A busy machine adds time and takes none away, so the best of some tries counts.
import { launch, pagesByKind, serve, tally } from "./site.mjs";

const most = 1000, tries = 5, quiet = 500;
const [folder, least] = process.argv.slice(2);
const { origin, close } = await serve(folder, "/");
const pages = await pagesByKind(folder);
const path = pages.get("ranking").find(({ path }) => /^\d+\/peringkat\/$/.test(path)).path;
const browser = await launch();
const { counts, report } = tally();

// usable opens an address and returns the milliseconds until it could be used; with a
// field and a value, those from then on until the answer stood. What was asked for stands
// when the page says how many rows it found; while it loads and when it fails it has no number.
async function usable(address, [field, value] = []) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(({ asks, quiet }) => {
    const busy = (end) => { window.usable.end = Math.max(window.usable.end, end); };
    const look = (asks) => {
      if (asks && !/\d/.test(document.querySelector("#jumlah-baris").textContent)) return requestAnimationFrame(() => look(asks));
      busy(performance.now());
      tell();
    };
    // The page tells by itself: to ask it would be a long task of its own, of Playwright's script.
    const tell = () => {
      if (performance.now() - window.usable.end > quiet) console.debug("usable");
      else setTimeout(tell, 50);
    };
    window.usable = { end: 0, look };
    new PerformanceObserver((list) => list.getEntries().forEach((e) => busy(e.startTime + e.duration))).observe({ type: "longtask", buffered: true });
    addEventListener("DOMContentLoaded", () => look(asks));
  }, { asks: address.includes("?"), quiet });
  const standing = () => page.waitForEvent("console", { predicate: (message) => message.text() === "usable", timeout: 30000 });
  let told = standing();
  await page.goto(origin + "/" + address);
  await told;
  let from = 0;
  if (field) {
    told = standing();
    from = await page.evaluate(([field, value]) => {
      const now = performance.now();
      const input = document.querySelector(`#jelajah [name="${field}"]`);
      input.value = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      window.usable.look(true);
      return now;
    }, [field, value]);
    await told;
  }
  const state = await page.evaluate((from) => ({ end: window.usable.end - from, status: document.querySelector("#jumlah-baris").textContent, rows: document.querySelectorAll("tbody tr").length }), from);
  await context.close();
  return state;
}

// The first page says which criteria and how many rows there are.
const probe = await browser.newPage();
await probe.goto(origin + "/" + path);
const sliders = await probe.$$eval('#jelajah input[type="range"]', (all) => all.map((e) => e.name));
const columns = await probe.evaluate(async () => (await fetch(document.querySelector("#jelajah").dataset.data + "kolom.json")).json());
await probe.close();
const n = columns.keadaan.reduce((sum, state) => sum + state.n, 0);
report(n >= Number(least) ? [] : [`${n} rows, want at least ${least}`], "the number of rows");

async function hold(what, limit, measure) {
  let best;
  for (let i = 0; i < tries && !(best?.end < limit); i++) {
    const state = await measure();
    if (!best || state.end < best.end) best = state;
  }
  console.log(`${String(Math.round(best.end)).padStart(6)} ms  ${what}, ${best.rows} rows shown. ${best.status}`);
  report(best.end < limit ? [] : [`after ${Math.round(best.end)} ms, at most ${limit}`], what);
}

const slider = sliders[0], sort = slider.replace("b.", "k.");
await hold("as it is", most, () => usable(path));
for (const [what, name, value] of [["answers a sort", "urut", sort], ["answers weights", slider, "0"], ["answers a word", "q", "a"]]) {
  await hold(what, most, () => usable(path, [name, value]));
}
for (const [what, query] of [["address with weights", `?${slider}=0`], ["address with a sort", `?urut=${sort}`], ["address with a word", "?q=a"]]) {
  await hold(what, 2 * most, () => usable(path + query));
}

await browser.close();
close();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);
