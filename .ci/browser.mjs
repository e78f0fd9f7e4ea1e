// Opens the built site in a real browser, as a phone and as a desktop, in light
// and dark. Every page must load without an error on the console, a failed
// request, a request to elsewhere, an accessibility violation that axe finds, or
// a page wider than the screen; search (browser-cari.mjs) and the ranking's form must work.
//
//   node browser.mjs SITE-FOLDER [BASE-PATH [LACKING [brief|pages]]]
//
// One page of each kind is opened at each width in each scheme; every other page
// once, at the phone's width. LACKING names the kinds of pages that this site has not,
// with commas; "en" says that it is not in English. Brief
// is one page of each kind, once; pages is brief and no use of scripts. CHROME_PATH names the browser.
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { launch, pagesByKind, serve, tally } from "./site.mjs";
import { searchTests } from "./browser-cari.mjs";

const [folder, base = "/", lacking = "", brief = ""] = process.argv.slice(2);
const lacks = lacking.split(",");
const { origin, close } = await serve(folder, base);
const pages = await pagesByKind(folder);
const english = await pagesByKind(folder, "en/");
const browser = await launch();
const { counts, report } = tally();

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

const visits = []; // path, width, scheme, whether axe looks
for (const [kind, list] of pages) {
  if (list.length === 0) {
    if (!lacks.includes(kind)) report(["no page of this kind"], kind);
    continue;
  }
  if (brief) {
    visits.push([list[0].path, 390, "light", true]);
    continue;
  }
  for (const width of [390, 1280]) for (const scheme of ["light", "dark"]) visits.push([list[0].path, width, scheme, true]);
  for (const { path } of list.slice(1)) visits.push([path, 390, "light", false]);
}
if (!lacks.includes("en")) for (const [, [largest]] of english) if (largest) visits.push([largest.path, 390, "light", true]);
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, async () => {
  for (let next = visits.shift(); next; next = visits.shift()) await visit(...next);
}));

// In English: the switch of the language on the largest page of each kind, and back.
if (!lacks.includes("en")) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  for (const [kind, list] of english) {
    if (list.length === 0) {
      if (kind !== "not-found" && !lacks.includes(kind)) report(["no page of this kind"], `English ${kind}`);
      continue;
    }
    const { path } = list[0];
    if (kind === "embed") continue; // a card has no switch
    const faults = [];
    const at = () => new URL(page.url()).pathname;
    await page.goto(origin + base + path);
    await page.getByRole("link", { name: "Bahasa Indonesia" }).click();
    if (at() !== base + path.slice("en/".length) || await page.locator("html").getAttribute("lang") !== "id") faults.push(`in Indonesian: ${at()}`);
    await page.getByRole("link", { name: "English", exact: true }).click();
    if (at() !== base + path || await page.locator("html").getAttribute("lang") !== "en") faults.push(`in English: ${at()}`);
    report(faults, `the language of ${path}`);
  }
  // What scripts add is in the page's language, and leads to its pages.
  const faults = [];
  await page.goto(origin + base + "en/cari/?q=lampung");
  await page.locator("#hasil a").first().waitFor({ timeout: 5000 }).catch(() => faults.push("no result"));
  if (!(await page.locator("#hasil a").first().getAttribute("href"))?.includes(base + "en/")) faults.push("a result leads out of English");
  const ranking = english.get("ranking").map((p) => p.path).filter((p) => !p.includes("halaman-")).sort()[0];
  await page.goto(origin + base + ranking + "?urut=nama");
  await page.waitForFunction(() => document.querySelector("#jumlah-baris").textContent !== "");
  const row = page.locator("#tabel-peringkat .nama").first();
  if (!(await row.getAttribute("href")).startsWith(base + "en/inovasi/") || await row.getAttribute("lang") !== "id") faults.push("a row that a script made is not that of the page");
  if (!/ of /.test(await page.locator("#jumlah-baris").textContent())) faults.push("the number of rows is not in English");
  if (!/^\d+\.\d+$/.test(await page.locator("#tabel-peringkat td.skor strong").first().textContent())) faults.push("the score is not written as in English");
  report(faults, "scripts in English");
  await page.close();
}

const finish = async () => {
  await browser.close();
  close();
  console.log(`browser: ${counts.passed} passed, ${counts.failed} failed`);
  process.exit(counts.failed ? 1 : 0);
};
if (brief === "pages") await finish();

await searchTests({ browser, site: origin + base, report, queryFile: new URL("cari.json", import.meta.url) });

// A reader's page and what is wrong on the way.
async function reader(width = 390) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: "id-ID" });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  const expect = (what, got, want) => JSON.stringify(got) === JSON.stringify(want) || faults.push(`${what}: ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
  // Scripts wait for data: what is not yet there gets some time.
  const expectSoon = async (what, get, want) => {
    const limit = Date.now() + 5000;
    let got = await get();
    while (JSON.stringify(got) !== JSON.stringify(want) && Date.now() < limit) {
      await page.waitForTimeout(50);
      got = await get();
    }
    expect(what, got, want);
  };
  return { page, faults, expect, expectSoon };
}
const rankingPath = pages.get("ranking").map((p) => p.path).filter((p) => !p.includes("halaman-")).sort()[0];
const published = JSON.parse(await readFile(join(folder, rankingPath.replace("peringkat/", "data/hasil.json")), "utf8"));
const machine = (text) => text.replaceAll(".", "").replace(",", "."); // 1.234,50 as in hasil.json

// The ranking as a reader: filter, sort, re-weigh, share the address, go back.
{
  const { page, faults, expect, expectSoon } = await reader();
  const names = () => page.locator("#tabel-peringkat .nama").allTextContents();
  await page.goto(origin + base + rankingPath);
  const official = await names();
  for (const d of await page.locator("#jelajah summary").all()) await d.click();
  await page.waitForFunction(() => document.querySelectorAll("#saring-pd option").length > 1);

  await page.locator("#saring-q").fill(official.at(-1));
  await expectSoon("filtered by name", names, official.slice(-1));
  expect("the address", new URL(page.url()).searchParams.get("q"), official.at(-1));
  await page.locator("#saring-q").fill("");
  await page.locator("#saring-q").blur();
  await expectSoon("no filter", names, official);

  await page.locator("#saring-pd").selectOption({ index: 1 });
  const agency = await page.locator("#saring-pd").inputValue();
  const some = published.inovasi.filter((x) => x.perangkat_daerah === agency).map((x) => x.nama);
  await expectSoon("filtered by agency", names, some);
  if (!(await page.locator("#jumlah-baris").textContent()).startsWith(`${some.length} dari ${published.inovasi.length} `)) faults.push("the number of rows is not said");
  const shared = page.url();
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" })); // the table is out of sight
  await page.getByRole("button", { name: "Lihat hasil" }).click();
  expect("the focus", await page.evaluate(() => document.activeElement.tagName), "TABLE");
  await expectSoon("the way to the results, when they are there", () => page.getByRole("button", { name: "Lihat hasil" }).isVisible(), false);
  await page.goBack();
  await expectSoon("after Back", names, official);
  await page.goto(shared);
  await expectSoon("from a shared address", names, some);
  await page.getByRole("button", { name: /resmi/ }).click();
  await expectSoon("reset", names, official);

  // Every taxonomy and every state, one after the other.
  const taxonomies = await page.locator("#jelajah select[name^='t.']").all();
  for (const select of taxonomies) {
    const id = (await select.getAttribute("name")).slice(2);
    await select.selectOption({ index: 1 });
    const term = await select.inputValue();
    await expectSoon(`filtered by ${id}`, names, published.inovasi.filter((x) => x.kategori[id]?.includes(term)).map((x) => x.nama));
    await select.selectOption("");
  }
  if (!taxonomies.length) faults.push("no taxonomy to filter by");
  for (const state of new Set(published.inovasi.map((x) => x.keadaan))) {
    if (published.inovasi.every((x) => x.keadaan === state)) continue;
    await page.locator("#saring-keadaan").selectOption(state);
    await expectSoon(`filtered by ${state}`, names, published.inovasi.filter((x) => x.keadaan === state).map((x) => x.nama));
    const label = await page.locator("#saring-keadaan option:checked").textContent();
    if (state !== "dinilai") expect(`the state ${state} in words`, [...new Set(await page.locator("#tabel-peringkat td.skor").allTextContents())], [label]);
    await page.locator("#saring-keadaan").selectOption("");
  }
  const fraction = (t) => t.includes("/") ? t.split("/").map(BigInt) : [BigInt(t.replace(".", "")), 10n ** BigInt((t.split(".")[1] ?? "").length)];
  const level = (x, id) => { const c = x.kriteria.find((k) => k.id === id); return x.keadaan === "dinilai" ? Number(fraction(c.tingkat_dipakai)[0]) / Number(fraction(c.tingkat_dipakai)[1]) : -1; };
  const criterion = published.rubrik.kriteria[0].id;
  await page.locator("#saring-urut").selectOption("k." + criterion);
  await expectSoon("sorted by a criterion", names, published.inovasi.map((x, i) => [x, i]).sort(([a, i], [b, j]) => level(b, criterion) - level(a, criterion) || i - j).map(([x]) => x.nama));
  expect("the levels sorted by", (await page.locator("#tabel-peringkat .tingkat").allTextContents()).map((t) => Number(fraction(machine(/^Tingkat (\S+) dari/.exec(t)[1])).reduce((n, d) => Number(n) / Number(d)))),
    published.inovasi.map((x) => level(x, criterion)).filter((l) => l >= 0).sort((a, b) => b - a));
  const bars = () => page.locator("#tabel-peringkat .batang .isi").evaluateAll((all) => all.map((e) => e.getAttribute("width")).sort());
  const redrawn = await bars();
  await page.locator("#saring-urut").selectOption("");
  await expectSoon("no longer sorted", names, official);
  expect("the bars of a script", redrawn, await bars());

  // Own weights: against the rule computed here in another way, with exact fractions.
  const slider = page.locator("input[type=range]").first();
  if (!(await slider.isVisible())) await page.locator("#jelajah summary").nth(1).click();
  await slider.focus();
  await page.keyboard.press("Home");
  const moved = (await slider.getAttribute("name")).slice(2);
  const add = ([a, b], [c, d]) => [a * d + c * b, b * d], times = ([a, b], [c, d]) => [a * c, b * d];
  const weight = (k) => fraction(k.id === moved ? "0" : k.bobot);
  const most = published.rubrik.kriteria.reduce((sum, k) => add(sum, times(weight(k), [BigInt(k.tingkat.at(-1).nilai), 1n])), [0n, 1n]);
  const rated = published.inovasi.filter((x) => x.keadaan === "dinilai");
  const units = (x) => {
    const sum = published.rubrik.kriteria.reduce((s, k, i) => add(s, times(weight(k), fraction(x.kriteria[i].tingkat_dipakai))), [0n, 1n]);
    const [num, den] = times(times(times(sum, fraction(published.rubrik.skala)), [10n ** BigInt(published.rubrik.desimal), 1n]), [most[1], most[0]]);
    return (num * 2n + den) / (den * 2n);
  };
  const want = rated.map((x, i) => ({ x, i, u: units(x) })).sort((a, b) => (a.u < b.u ? 1 : a.u > b.u ? -1 : a.i - b.i));
  const places = published.rubrik.desimal;
  const readable = (u) => { const t = u.toString().padStart(places + 1, "0"); return places ? t.slice(0, -places) + "," + t.slice(-places) : t; };
  await expectSoon("scores by own weights", () => page.locator("#tabel-peringkat td.skor strong").allTextContents(), want.map((x) => readable(x.u)));
  expect("ranks by own weights", (await page.locator("#tabel-peringkat td.peringkat").allTextContents()).map((t) => parseInt(t, 10)).filter((n) => n), want.map((x) => 1 + want.filter((y) => y.u > x.u).length));
  expect("the official ranks beside", (await page.locator("#tabel-peringkat td.skor .kecil").allTextContents()).flatMap((t) => /peringkat (\d+)/.exec(t)?.[1] ?? []).map(Number), want.map((x) => x.x.peringkat));
  if (!/bukan hasil resmi/.test(await page.locator("#jumlah-baris").textContent())) faults.push("nothing says that this is not the result");
  expect("a notice above the table", await page.locator("#bukan-resmi").isVisible(), true);
  if (!(await page.title()).startsWith("Bukan hasil resmi: ")) faults.push("the title says nothing of other weights");
  expect("the heads", await page.locator("#tabel-peringkat thead .kecil").allTextContents(), ["bobot pilihan", "bukan resmi"]);
  expect("the address", new URL(page.url()).searchParams.get("b." + moved), "0");
  await page.getByRole("button", { name: /resmi/ }).click();
  await expectSoon("official again", names, official);
  expect("nothing more to say", [await page.locator("#bukan-resmi").isVisible(), await page.locator("#tabel-peringkat thead .kecil").count(), /Bukan/.test(await page.title())], [false, 0, false]);
  report(faults, "exploring the ranking");
}

// Comparing as a reader without a mouse: tick rows, go there, remove one, go back,
// add one by name. The numbers are those of hasil.json.
{
  const { page, faults, expect, expectSoon } = await reader();
  await page.goto(origin + base + rankingPath);
  const boxes = page.locator("#tabel-peringkat input[type=checkbox]");
  await boxes.first().focus();
  for (let i = 0; i < 5; i++) { // a row has a box and a link
    await page.keyboard.press("Space");
    if (i < 4) for (const key of ["Tab", "Tab"]) await page.keyboard.press(key);
  }
  expect("ticked", await page.locator("#tabel-peringkat input:checked").count(), 4);
  if (!/Paling banyak 4/.test(await page.locator("#bilah-banding [role=status]").textContent())) faults.push("nothing says why a fifth cannot be ticked");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  expect("ticked", await page.locator("#tabel-peringkat input:checked").count(), 3);
  const ranking = page.url();
  for (let i = 0; i < 10 && !/^Bandingkan/.test(await page.evaluate(() => document.activeElement.textContent)); i++) await page.keyboard.press("Shift+Tab");
  expect("the way by keyboard", await page.evaluate(() => document.activeElement.textContent), "Bandingkan (3)");
  await page.keyboard.press("Enter");
  await page.waitForURL(/banding\/\?i=/);
  const three = published.inovasi.slice(0, 3);
  const compared = () => page.locator("table.banding thead .nama").allTextContents();
  await expectSoon("compared", compared, three.map((x) => x.nama));
  const numbers = async (list, key) => (await page.locator("table.banding tbody").evaluateAll((bodies, key) => bodies.filter((b) => b.querySelector("th").firstChild.textContent === key)
    .flatMap((b) => [...b.rows[1].cells].map((c) => c.querySelector("strong")?.textContent ?? "–")), key)).map(machine);
  const check = async (list) => {
    expect("scores", await numbers(list, published.rubrik.nama), list.map((x) => x.skor));
    expect("ranks", await numbers(list, "Peringkat"), list.map((x) => String(x.peringkat)));
    for (const [i, k] of published.rubrik.kriteria.entries()) expect(k.nama, await numbers(list, k.nama), list.map((x) => x.kriteria[i].sumbangan_dibulatkan));
    expect("bars of the score", await page.locator("table.banding + p + figure svg text").evaluateAll((texts, n) => texts.map((t) => t.textContent).slice(1, 1 + 2 * n).filter((_, i) => i % 2), list.length).then((t) => t.map(machine)), list.map((x) => x.skor));
  };
  await check(three);
  if (!(await page.locator("#kabar").textContent()).startsWith("Membandingkan 3 inovasi: ")) faults.push("nothing says what is compared");
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    const result = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
    for (const v of result.violations) faults.push(`axe ${v.id}: ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].any[0]?.message ?? ""}`);
  }
  if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) faults.push("the comparison is wider than the screen");

  const button = page.getByRole("button", { name: `Lepas ${three[1].nama} dari perbandingan` });
  await button.focus();
  await page.keyboard.press("Enter");
  await expectSoon("after removing one", compared, [three[0].nama, three[2].nama]);
  await expectSoon("the focus", () => page.evaluate(() => document.activeElement.ariaLabel), `Lepas ${three[2].nama} dari perbandingan`);
  await check([three[0], three[2]]);
  await page.goBack();
  await expectSoon("after Back", compared, three.map((x) => x.nama));
  await check(three);

  const fourth = published.inovasi.filter((x) => x.keadaan === "dinilai").at(-1);
  await page.getByRole("combobox", { name: /Tambahkan/ }).focus();
  await page.keyboard.type(fourth.nama);
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  expect("the active option", await page.locator("#tambah").getAttribute("aria-activedescendant"), "usulan-0");
  await page.keyboard.press("Enter");
  await expectSoon("after adding one", compared, [...three, fourth].map((x) => x.nama));
  await check([...three, fourth]);
  for (let i = 0; i < 2; i++) await page.goBack();
  await page.waitForURL(ranking);
  await expectSoon("still ticked", () => page.locator("#tabel-peringkat input:checked").count(), 3);

  // What cannot be compared is said.
  const says = async (what, query, pattern) => {
    await page.goto(origin + base + "banding/" + query);
    await page.waitForFunction((p) => new RegExp(p).test(document.getElementById("kabar").textContent + document.getElementById("isi-banding").textContent), pattern, { timeout: 5000 })
      .catch(async () => faults.push(`${what}: ${await page.locator("#kabar").textContent()}`));
  };
  const ids = published.inovasi.map((x) => x.id);
  await says("nothing chosen", "", "Belum ada yang dibandingkan");
  await says("one only", `?i=${ids[0]}`, "Baru ada satu");
  await says("unknown", `?i=${ids[0]},__proto__,%3Cb%3E`, "Tidak ada inovasi dengan pengenal “__proto__” dan “<b>”");
  await says("too many", `?i=${ids.slice(0, 5).join(",")}`, "Paling banyak 4 yang dapat dibandingkan. Tidak ditampilkan: ");
  await says("both kinds", `?i=${ids[0]},${ids[1]}&pd=${published.perangkat_daerah[0].id}`, "Inovasi tidak dapat dibandingkan dengan perangkat daerah");
  const without = published.inovasi.find((x) => x.keadaan !== "dinilai");
  if (without) await says("without a score", `?i=${ids[0]},${without.id}&e=${published.edisi.tahun}`, "Tanpa skor, jadi tidak ikut dihitung selisihnya: ");
  // Two that no edition has both of.
  const years = pages.get("edition").map((p) => p.path.slice(0, -1)).sort();
  if (years.length < 2) faults.push("one edition only: different ones cannot be tried");
  await page.route(/banding\/inovasi-\d+\.json$/, async (route) => {
    const data = await (await route.fetch()).json();
    for (const [i, id] of ids.slice(0, 2).entries()) if (data[id]) data[id].edisi = { [years[i]]: Object.values(data[id].edisi)[0] };
    await route.fulfill({ json: data });
  });
  await says("different editions", `?i=${ids[0]},${ids[1]}`, "edisi yang berbeda tidak dapat dibandingkan");
  expect("no differences of what cannot be compared", await page.locator("table.banding :is(.selisih, .tertinggi), main figure").count(), 0);
  await page.unroute(/banding\/inovasi-\d+\.json$/);

  // Agencies, from their ranking.
  await page.goto(origin + base + rankingPath + "perangkat-daerah/");
  for (const i of [0, 1]) await page.locator("#tabel-peringkat input[type=checkbox]").nth(i).check();
  await page.getByRole("link", { name: "Bandingkan (2)" }).click();
  const two = published.perangkat_daerah.slice(0, 2);
  await expectSoon("compared agencies", compared, two.map((x) => x.nama));
  expect("totals", await numbers(two, "Total skor"), two.map((x) => x.total));
  expect("means", await numbers(two, "Rata-rata"), two.map((x) => x.rata_rata));
  report(faults, "comparing");
}

await finish();
