// Sets innovations or agencies side by side: which ones, the edition and whether only
// differences are shown are in the address. Data comes in small files, one for each
// entry; see generator/site/compare_data.go. Differences are computed in whole units
// of the last decimal place.
import { count, date, decimal, folder, isi, lang, readable } from "./bersama.js";
import { indexFiles, openIndex } from "./cari-inti.js";

const root = document.getElementById("banding");
const place = document.getElementById("isi-banding");
const status = document.getElementById("kabar");
const input = document.getElementById("tambah");
const list = document.getElementById("usulan");
const ours = isi ? { lang: isi } : {}; // of texts from the content, where the page's language is another
const most = Number(root.dataset.palingBanyak);
const words = {};
for (const e of document.getElementById("kata").content.children) words[e.dataset.kata] = e.textContent;
const say = (key, ...values) => words[key].replace(/\{(\d)\}/g, (_, n) => values[n - 1]);
const and = (names) => new Intl.ListFormat(lang, { type: "conjunction" }).format(names);
const letters = "ABCD";
let turn = 0; // a rendering that waits for data gives way to a later one
let shown = null; // what stands on the page: {kind, ids}

const element = (tag, attributes = {}, ...children) => {
  const svg = ["svg", "g", "title", "desc", "rect", "text"].includes(tag);
  const e = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
  e.append(...children.filter((c) => c !== null && c !== undefined && c !== ""));
  return e;
};
const small = (...children) => element("span", { class: "kecil" }, ...children);

const units = (text) => BigInt(text.replace(".", ""));

const file = folder(root.dataset.data);

// The file of an id: FNV-1a of 32 bits, modulo the number of files.
const shard = (id, of) => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % of;
};
const entry = async (kind, id) => {
  const name = kind === "i" ? "inovasi" : "perangkat-daerah";
  for (let step = 0; step < 2; step++) { // a former id leads to the present one
    const all = await file(`${name}-${shard(id, Number(root.dataset["pecahan" + (kind === "i" ? "I" : "Pd")]))}.json`);
    const found = Object.hasOwn(all, id) ? all[id] : null;
    if (typeof found !== "string") return found && { id, ...found };
    id = found;
  }
  return null;
};

const state = () => {
  const params = new URLSearchParams(location.search);
  const ids = (key) => [...new Set((params.get(key) ?? "").split(",").map((s) => s.trim()).filter(Boolean))];
  const kind = ids("i").length || !ids("pd").length ? "i" : "pd";
  return { kind, ids: ids(kind), both: ids("i").length > 0 && ids("pd").length > 0, year: params.get("e") ?? "", different: params.get("beda") === "1" };
};
const address = (s) => {
  const params = new URLSearchParams();
  if (s.ids.length) params.set(s.kind, s.ids.join(","));
  if (s.year && s.ids.length) params.set("e", s.year);
  if (s.different) params.set("beda", "1");
  return params.size ? "?" + String(params).replaceAll("%2C", ",") : location.pathname;
};
const go = (s) => {
  history.pushState(null, "", address(s));
  return show();
};

// A row of the table: a name, notes beside it, a cell for each entry, and, where
// numbers can be compared, each entry's units, with what a whole bar stands for.
// Equal texts are equal, though their shares of a rounded score may be a unit apart.
const row = (name, cells, { notes = [], values = [], places = 0, whole = null, meaning = [], text = cells.map((c) => c.textContent) } = {}) => {
  const given = values.filter((v) => v !== null);
  const top = given.reduce((a, b) => (b > a ? b : a), 0n);
  const best = text[values.indexOf(top)];
  const below = values.map((v, i) => (v === null ? null : text[i] === best ? 0n : top - v));
  return { name, cells, notes, values, places, meaning, below, whole, same: new Set(text).size === 1,
    apart: given.length > 1 ? below.reduce((a, b) => (b > a ? b : a), 0n) : 0n };
};

const statusOf = (edition) => (edition.status === "final" ? "" : ` (${words["status-" + edition.status]})`);

const why = (result, edition) => {
  const named = (test) => edition.kriteria.filter((c, i) => test(c, result.tingkat[i])).map((c) => c.nama).join(", ");
  switch (result.keadaan) {
    case "ditarik": return say("alasan-ditarik", date(result.ditarik[0]), result.ditarik[1]);
    case "tidak-memenuhi-syarat": return say("alasan-tidak-memenuhi-syarat", named((c, level) => c.wajib && level === "0"));
    case "belum-dinilai": return say("alasan-belum-dinilai", named((c, level) => level === null));
  }
  return "";
};

const innovationRows = (results, editions, comparable) => {
  const edition = editions[0];
  const rows = [];
  if (!comparable) rows.push(row(words["kepala-edisi"], editions.map((e) => element("div", {}, e.nama + statusOf(e)))));
  const score = results.map((r, i) => (r.skor
    ? element("div", {}, element("strong", {}, readable(r.skor)), small(say("dari-skala", readable(editions[i].skala))))
    : element("div", {}, element("strong", {}, words["keadaan-" + r.keadaan]), small(why(r, editions[i])))));
  rows.push(row(comparable ? edition.rubrik : words["kepala-skor"], score, comparable
    ? { text: results.map((r) => r.skor ?? r.keadaan), values: results.map((r) => (r.skor ? units(r.skor) : null)), places: edition.desimal, whole: BigInt(Math.round(Number(edition.skala) * 10 ** edition.desimal)) } : {}));
  rows.push(row(words["kepala-peringkat"], results.map((r, i) => element("div", {}, r.peringkat ? element("strong", {}, count(r.peringkat)) : "–", r.peringkat ? small(say("dari-skala", count(editions[i].dinilai)), r.seri ? ` (${words.seri})` : "") : ""))));
  if (results.some((r) => r.predikat)) rows.push(row(words.predikat, results.map((r) => element("div", {}, r.predikat || "–"))));
  if (!comparable) return rows;
  // A whole bar is the same for every criterion: the most that any of them can give.
  const whole = edition.kriteria.map((c) => units(c.terbanyak)).reduce((a, b) => (b > a ? b : a), 0n);
  edition.kriteria.forEach((c, i) => {
    const levels = results.map((r) => r.tingkat?.[i] ?? null);
    const highest = c.tingkat.at(-1).nilai;
    const cells = results.map((r, k) => {
      if (levels[k] === null) return element("div", {}, "–", r.keadaan === "ditarik" ? "" : small(words["banding-tanpa-tingkat"]));
      const failed = c.wajib && levels[k] === "0";
      return element("div", failed ? { class: "gagal" } : {}, r.sumbangan ? element("strong", {}, readable(r.sumbangan[i])) : "–",
        small(say("tingkat-dari", readable(levels[k]), count(highest))), failed ? element("span", { class: "tanda" }, words["syarat-gagal"]) : "");
    });
    const notes = [c.bobot === "0" ? "" : say("banding-bobot", readable(c.bobot)), c.wajib ? words["banding-syarat"] : ""].filter(Boolean);
    const used = c.tingkat.filter((l) => levels.includes(String(l.nilai)));
    rows.push(row(c.nama, cells, {
      notes, places: edition.desimal, text: levels, whole: c.bobot === "0" ? null : whole,
      values: results.map((r) => (r.sumbangan ? units(r.sumbangan[i]) : null)), meaning: used.map((l) => say("banding-tingkat-arti", count(l.nilai), l.uraian)),
    }));
    rows.at(-1).criterion = true;
  });
  return rows;
};

const agencyRows = (entries, results, editions, comparable) => {
  const rows = [row(words.kelompok, entries.map((e) => element("div", {}, e.kelompok)))];
  if (!comparable) rows.push(row(words["kepala-edisi"], editions.map((e) => element("div", {}, e.nama + statusOf(e)))));
  const measure = (key, value, rank, places) => {
    const values = results.map((r) => units(value(r)));
    const text = results.map(value);
    const cells = results.map((r, i) => element("div", {}, element("strong", {}, readable(value(r))),
      rank === null ? "" : small(r.peringkat[rank] ? say("peringkat-singkat", count(r.peringkat[rank])) : words["tanpa-peringkat"])));
    rows.push(row(words[key], cells, comparable ? { values, text, places, whole: values.reduce((a, b) => (b > a ? b : a), 0n) } : {}));
  };
  measure("dilaporkan", (r) => String(r.dilaporkan), null, 0);
  measure("angka-dinilai", (r) => String(r.jumlah), 0, 0);
  measure("kepala-total", (r) => r.total, 1, editions[0].desimal);
  measure("rata-rata", (r) => r.rata_rata, 2, editions[0].desimal);
  return rows;
};

const remove = (s, e) => {
  const button = element("button", { type: "button", class: "polos tanpa-cetak", "aria-label": say("banding-lepas", e.nama) }, words["banding-lepas-singkat"]);
  button.addEventListener("click", async () => {
    const at = s.ids.indexOf(e.id);
    await go({ ...s, ids: s.ids.filter((id) => id !== e.id) });
    const left = place.querySelectorAll("thead button");
    (left[Math.min(at, left.length - 1)] ?? input).focus();
  });
  return button;
};

const tableOf = (s, entries, rows, caption) => {
  const head = entries.map((e, i) => element("th", { scope: "col" },
    element("span", { class: `huruf warna-${i}` }, letters[i]), element("a", { class: "nama", href: root.dataset[s.kind] + e.id + "/", ...ours }, e.nama), e.pd ? element("span", { class: "kecil", ...ours }, e.pd) : "", remove(s, e)));
  const bodies = rows.map((r) => {
    const title = element("th", { scope: "rowgroup", colspan: entries.length }, r.criterion ? element("span", ours, r.name) : r.name);
    for (const note of r.notes) title.append(" ", element("span", { class: "kecil" }, "· " + note));
    if (r.same && entries.length > 1) title.append(" ", element("span", { class: "tanda" }, words["banding-sama"]));
    const cells = r.cells.map((cell, i) => {
      if (r.apart > 0n && r.below[i] !== null) {
        const below = r.below[i];
        cell.append(below ? element("span", { class: "kecil selisih" }, "−" + readable(decimal(below, r.places)), element("span", { class: "tersembunyi" }, ": " + say("banding-selisih", readable(decimal(below, r.places)))))
          : element("span", { class: "kecil tertinggi" }, "▲ " + words["banding-tertinggi"]));
      }
      return element("td", {}, cell);
    });
    const body = element("tbody", r.same && entries.length > 1 ? { class: "sama" } : {}, element("tr", {}, title), element("tr", {}, ...cells));
    if (r.meaning.length) body.append(element("tr", { class: "arti" }, element("td", { colspan: entries.length }, ...r.meaning.map((m) => element("span", { class: "kecil", ...ours }, m)))));
    if (s.different) body.hidden = body.className === "sama";
    return body;
  });
  return element("table", { class: "banding" }, element("caption", {}, caption), element("thead", {}, element("tr", {}, ...head)), ...bodies);
};

const bar = 12, gap = 3, width = 400, left = 18, right = 64;
const chartOf = (entries, rows) => {
  const svg = element("svg", { role: "img", "aria-labelledby": "bagan-judul bagan-uraian" },
    element("title", { id: "bagan-judul" }, words["banding-bagan"]),
    element("desc", { id: "bagan-uraian" }, say("banding-bagan-uraian", entries.map((e, i) => `${letters[i]} ${e.nama}`).join("; "))));
  let y = 0;
  for (const r of rows) {
    y += 18;
    svg.append(element("text", { x: 0, y, class: "judul-batang" }, r.name));
    y += 6;
    r.values.forEach((v, i) => {
      const w = v === null || !r.whole ? 0 : Number((v * BigInt(width - left - right)) / r.whole);
      svg.append(element("text", { x: 0, y: y + bar - 2 }, letters[i]), element("rect", { class: "rel", x: left, y, width: width - left - right, height: bar }),
        element("rect", { class: `warna-${i}`, x: left, y, width: w, height: bar }),
        element("text", { x: width - right + 6, y: y + bar - 2 }, v === null ? "–" : readable(decimal(v, r.places))));
      y += bar + gap;
    });
    y += 8;
  }
  svg.setAttribute("viewBox", `0 0 ${width} ${y}`);
  return element("figure", { class: "bagan berdampingan" }, element("figcaption", {}, words["banding-bagan"]), svg,
    element("p", { class: "kecil" }, say("banding-bagan-uraian", entries.map((e, i) => `${letters[i]} ${e.nama}`).join("; "))));
};

const show = async () => {
  const now = ++turn;
  const s = state();
  const said = s.both ? [words["banding-dua-jenis"]] : [];
  shown = s;
  if (!s.ids.length) {
    place.replaceChildren(element("p", {}, words["banding-kosong"]));
    status.textContent = "";
    return;
  }
  status.textContent = words["jelajah-memuat"];
  try {
    const all = await Promise.all(s.ids.slice(0, 3 * most).map(async (id) => [id, await entry(s.kind, id)]));
    const unknown = all.filter(([, e]) => !e).map(([id]) => `“${id.slice(0, 60)}”`);
    const found = [...new Map(all.filter(([, e]) => e).map(([, e]) => [e.id, e])).values()];
    const entries = found.slice(0, most);
    if (unknown.length) said.push(say("banding-tidak-dikenal-" + (s.kind === "i" ? "inovasi" : "perangkat-daerah"), and(unknown)));
    if (found.length > most) said.push(say("banding-kebanyakan", count(most), and(found.slice(most).map((e) => e.nama))));
    s.ids = entries.map((e) => e.id);
    const years = entries.map((e) => Object.keys(e.edisi).sort().reverse());
    const common = (years[0] ?? []).filter((year) => years.every((list) => list.includes(year)));
    const editionOf = async (year) => file(`edisi-${year}.json`);
    // An edition that is no draft goes before one that nobody has confirmed.
    const every = new Map(await Promise.all([...new Set(years.flat())].map(async (year) => [year, await editionOf(year)])));
    const latest = (list) => list.find((year) => every.get(year).status !== "draf") ?? list[0];
    const comparable = common.length > 0;
    const year = comparable ? (common.includes(s.year) ? s.year : latest(common)) : "";
    const picked = entries.map((_, i) => year || latest(years[i]));
    if (now !== turn) return;
    if (entries.length && comparable && s.year && every.has(s.year) && year !== s.year) said.push(say("banding-edisi-tidak-bersama", s.year, year));
    if (entries.length > 1 && !comparable) said.push(words["banding-beda-edisi"]);
    if (entries.length === 1) said.push(say("banding-satu", entries[0].nama));
    const missing = entries.filter((_, i) => !picked[i]);
    const present = entries.filter((_, i) => picked[i]);
    for (const e of missing) said.push(`${e.nama}: ${words["banding-tak-ikut"]}.`);
    const results = present.map((e) => e.edisi[picked[entries.indexOf(e)]]);
    const editions = present.map((e) => every.get(picked[entries.indexOf(e)]));
    const sameEdition = present.length > 0 && editions.every((e) => e === editions[0]);
    if (present.length) render({ ...s, year: s.year || "" }, present, results, editions, sameEdition, common, year, said);
    else place.replaceChildren(element("p", {}, ...(said.length ? [said.join(" ")] : [words["banding-kosong"]])));
    if (present.length > 1) said.unshift(say("banding-kabar-" + (s.kind === "i" ? "inovasi" : "perangkat-daerah"), count(present.length), and(present.map((e) => e.nama))));
    status.textContent = said.join(" ");
  } catch {
    if (now !== turn) return;
    place.replaceChildren();
    status.textContent = words["banding-gagal"];
  }
};

const render = (s, entries, results, editions, comparable, common, year, said) => {
  const parts = [];
  if (common.length > 1) {
    const select = element("select", { id: "pilih-edisi" }, ...common.map((y) => new Option(y, y, false, y === year)));
    select.addEventListener("change", async () => { await go({ ...s, year: select.value }); document.getElementById("pilih-edisi")?.focus(); });
    parts.push(element("div", {}, element("label", { for: "pilih-edisi" }, words["kepala-edisi"] + " "), select));
  }
  const rows = s.kind === "i" ? innovationRows(results, editions, comparable) : agencyRows(entries, results, editions, comparable);
  if (comparable && entries.length > 1) {
    const box = element("input", { type: "checkbox", id: "hanya-beda" });
    box.checked = s.different;
    box.addEventListener("change", async () => { await go({ ...s, different: box.checked }); document.getElementById("hanya-beda")?.focus(); });
    parts.push(element("div", {}, element("label", { class: "pilihan" }, box, " ", words["banding-hanya-beda"])));
  }
  const out = [];
  if (parts.length) out.push(element("div", { class: "alat tanpa-cetak" }, ...parts));
  if (s.kind === "i" && comparable && entries.length > 1) {
    const unscored = entries.filter((_, i) => !results[i].skor).map((e) => e.nama);
    if (unscored.length) said.push(say("banding-tanpa-nilai", and(unscored)));
    const apart = rows.filter((r) => r.criterion && r.apart > 0n).sort((a, b) => (a.apart < b.apart ? 1 : a.apart > b.apart ? -1 : 0)).slice(0, 3);
    if (entries.length - unscored.length > 1) {
      out.push(element("p", { class: "langkah" }, apart.length ? say("banding-selisih-terbesar", apart.map((r) => say("banding-selisih-butir", r.name, readable(decimal(r.apart, r.places)))).join("; ")) : words["banding-tanpa-selisih"]));
    }
  }
  if (s.kind === "pd" && new Set(entries.map((e) => e.kelompok)).size > 1) said.push(words["banding-beda-kelompok"]);
  const name = editions[0].nama + statusOf(editions[0]);
  out.push(tableOf(s, entries, rows, comparable ? say("banding-tabel", name) : words["kepala-edisi"]));
  if (comparable) {
    out.push(element("p", { class: "kecil" }, element("a", { href: `${root.dataset.edisi}${editions[0].tahun}/${root.dataset.metode}` }, words["baca-metode"])));
    if (entries.length > 1) out.push(chartOf(entries, rows.filter((r) => r.whole !== null && r.values.some((v) => v !== null))));
  }
  place.replaceChildren(...out);
};

// The box to add one by name, found as on the search page: a combobox after the ARIA
// practices.
const kinds = { inovasi: "i", "perangkat-daerah": "pd" };
let names; // the index of search, once it is asked
let options = [], active = -1, search = 0;
const close = () => {
  list.hidden = true;
  active = -1;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
};
const mark = (at) => {
  active = at;
  options.forEach((o, i) => o.item.setAttribute("aria-selected", String(i === at)));
  if (at < 0) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", options[at].item.id);
  options[at].item.scrollIntoView({ block: "nearest" });
};
const suggest = async () => {
  const now = ++search;
  const query = input.value.trim();
  if (!query) return close();
  const only = shown?.ids.length ? shown.kind : "";
  const found = [];
  try {
    const index = await (names ??= openIndex(indexFiles(root.dataset.cari)));
    const { hits } = await index.search(input.value);
    const wanted = hits.map(({ doc }) => [doc, kinds[index.kindOf(doc)]]).filter(([, kind]) => kind && (!only || kind === only));
    const documents = await index.documents(wanted.slice(0, 8 + most).map(([doc]) => doc));
    documents.forEach(({ path, title, detail }, i) => {
      const id = path.split("/")[1];
      if (found.length < 8 && !(only && shown.ids.includes(id))) found.push({ name: title, kind: wanted[i][1], id, detail });
    });
  } catch {
    names = undefined; // it may work next time
    if (now === search) status.textContent = words["banding-gagal"];
    return;
  }
  if (now !== search) return;
  options = found;
  options.forEach((o, i) => { o.item = element("li", { role: "option", id: "usulan-" + i, "aria-selected": "false" }, o.name, small(o.detail)); });
  list.replaceChildren(...options.map((o) => o.item));
  list.hidden = options.length === 0;
  input.setAttribute("aria-expanded", String(options.length > 0));
  mark(-1);
  status.textContent = options.length ? say("banding-banyak-usulan", count(options.length)) : words["banding-tanpa-usulan"];
};
const add = async (o) => {
  search++;
  close();
  input.value = "";
  const s = state();
  if (s.both) s.ids = shown.ids;
  if (!s.ids.length) s.kind = o.kind;
  if (shown?.ids.length >= most) status.textContent = say("banding-penuh", count(most));
  else await go({ ...s, ids: [...(shown?.ids ?? []), o.id] });
  input.focus();
};
input.addEventListener("input", suggest);
input.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    if (list.hidden) input.value = "";
    close();
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (!list.hidden && options.length) add(options[Math.max(active, 0)]);
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
    event.preventDefault();
    mark((active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1) + options.length) % options.length);
  }
});
list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
list.addEventListener("click", (event) => {
  const at = options.findIndex((o) => o.item.contains(event.target));
  if (at >= 0) add(options[at]);
});
input.addEventListener("blur", close);
input.form.addEventListener("submit", (event) => event.preventDefault());

for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) input.setAttribute(name, value);
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", list.dataset.nama);
document.getElementById("tanpa-skrip").hidden = true;
root.hidden = false;
addEventListener("popstate", show);
show();
