// Tries the search of a built site without a browser: the scripts as they are published,
// over the files as they are published.
//
//   node cari.mjs SITE-FOLDER LIPAT-JSON CARI-JSON
//
// The first table holds how words are folded and stemmed (generator/search reads it, too), the
// second queries with what they must find.
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [site, foldFile, queryFile] = process.argv.slice(2);
const json = async (file) => JSON.parse(await readFile(file, "utf8"));

let passed = 0, failed = 0;
const expect = (what, got, want) => {
  if (JSON.stringify(got) === JSON.stringify(want)) return passed++;
  failed++;
  console.log(`FAIL ${what}: ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
};

// Node takes scripts for modules where a package.json says so.
const folder = await mkdtemp(join(tmpdir(), "cari-"));
await writeFile(join(folder, "package.json"), `{"type": "module"}`);
let core;
for (const name of await readdir(join(site, "aset"))) {
  if (!/^cari.*\.js$/.test(name)) continue;
  await writeFile(join(folder, name), await readFile(join(site, "aset", name)));
  if (name.startsWith("cari-inti.")) core = join(folder, name);
}
const { openIndex, highlight, distance, roots, tokens, Stale } = await import(pathToFileURL(core));
await rm(folder, { recursive: true });

const { token, akar, serumpun, asing } = await json(foldFile);
const sorted = (list) => [...list].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
for (const { teks, kata } of token) expect(`tokens of “${teks}”`, sorted(tokens(teks)), kata);
for (const { kata, akar: want } of akar) expect(`roots of “${kata}”`, roots(kata), want);
const related = (a, b) => [a, ...roots(a)].some((x) => [b, ...roots(b)].includes(x));
for (const [first, ...rest] of serumpun) for (const w of rest) expect(`${first} and ${w} are related`, related(first, w), true);
for (const [a, b] of asing) expect(`${a} and ${b} are related`, related(a, b), false);
expect("a long word", tokens("é".repeat(1000)), ["e".repeat(40)]);

for (const [a, b, most, want, beginning] of [
  ["desa", "desa", 1, 0], ["desa", "dsea", 1, 1], ["desa", "des", 1, 1], ["desa", "dewsa", 1, 1], ["desa", "duri", 1, 2], ["petani", "petnia", 2, 2],
  ["kesehatan", "keshatn", 2, 2], ["", "a", 1, 1], ["petn", "petani", 1, 1, true], ["ptean", "petani", 1, 1, true], ["desa", "a", 2, 3], ["ab", "ba", 1, 1],
]) expect(`distance of ${a} and ${b}`, distance(a, b, most, beginning), want);

// Every letter left out, doubled, exchanged or replaced is found again.
for (const word of ["swasembada", "kesehatan", "desa"]) {
  for (let i = 0; i < word.length; i++) {
    for (const typo of [word.slice(0, i) + word.slice(i + 1), word.slice(0, i) + "x" + word.slice(i), word.slice(0, i) + "x" + word.slice(i + 1), i ? word.slice(0, i - 1) + word[i] + word[i - 1] + word.slice(i + 1) : word]) {
      expect(`distance of ${typo} and ${word}`, distance(typo, word, 1) <= 1, true);
    }
  }
}

const load = async (name) => json(join(site, "cari", name));
const index = await openIndex(load);
const paths = async ({ hits }, n) => (await index.documents(hits.slice(0, n).map((h) => h.doc))).map((d) => d.path);
const { kueri, jahat } = await json(queryFile);
for (const { q, temukan, k = 1, saran, tidak } of kueri) {
  const result = await index.search(q);
  const first = await paths(result, Math.max(k, 3));
  if (tidak) expect(`results of “${q}”`, first, []);
  else if (!first.slice(0, k).includes(temukan)) expect(`the first ${k} of “${q}”`, first, temukan);
  else passed++;
  if (saran !== undefined) expect(`the suggestion for “${q}”`, result.suggestion, saran);
}

for (const q of [...jahat, "a".repeat(100000), "anak-".repeat(5000), "desa ".repeat(5000), "ab ".repeat(5000), "\u0301".repeat(9000), "'".repeat(9000), "a'".repeat(9000)]) {
  const start = Date.now();
  const result = await index.search(q);
  const took = Date.now() - start;
  const [document] = await index.documents(result.hits.slice(0, 1).map((h) => h.doc));
  for (const text of [q, document?.title ?? ""]) expect(`the runs of “${q.slice(0, 40)}” make up the text`, highlight(text, result.words).map((r) => r.text).join(""), text);
  if (took > 1000 || Date.now() - start > 2000) expect(`time for “${q.slice(0, 40)}”`, took, "a second");
}

const marks = (text, found) => highlight(text, found).map((r) => (r.hit ? `[${r.text}]` : r.text)).join("");
for (const [q, text, want] of [
  ["tani", "Petani dan e-KPB: pertanian.", "[Petani] dan e-KPB: [pertanian]."],
  ["ekpb", "(e-KPB)", "([e-KPB])"], ["e-kpb", "(e-KPB) kpb", "([e-KPB]) [kpb]"], ["anak-anak", "Anak-anaknya", "[Anak]-[anaknya]"],
  ["des", "Desa désa Pedesaan", "[Desa] [désa] Pedesaan"], ["des ", "Desa des", "Desa [des]"], ["kampung", "<b>kampung</b>", "<b>[kampung]</b>"],
]) expect(`the marks of “${q}”`, marks(text, (await index.search(q)).words), want);

// Files of another build are noticed.
for (const change of [(data) => ({ ...data, cap: "lain" }), (data, name) => (name.startsWith("kunci") ? { ...data, kunci: "lain" + data.kunci } : data)]) {
  const mixed = await openIndex(async (name) => (name === "indeks.json" ? load(name) : change(await load(name), name)));
  expect("files of another build", await mixed.search("desa").then(() => "taken", (error) => error instanceof Stale), true);
}

console.log(`search: ${passed} passed, ${failed} failed, of ${kueri.length} queries`);
process.exit(failed ? 1 : 0);
