// The search page: what a reader types is looked for at once (cari-inti.js) and shown by
// kind. The query is in the address, so that a result can be shared and Back works. All
// words come from the page. Texts of the index become text nodes, never markup.
import { count } from "./bersama.js";
import { Stale, highlight, indexFiles, openIndex } from "./cari-inti.js";

const form = document.querySelector("form[data-indeks]");
const input = form.elements.q;
const status = document.getElementById("jumlah-hasil");
const meant = document.getElementById("maksud");
const results = document.getElementById("hasil");
const ways = document.getElementById("jalan-lain");
const say = status.dataset;
const STEP = 10, FIRST = 5; // of a kind; fewer where there are several kinds
const sections = new Map([...results.children].map((s) => [s.dataset.jenis, s]));
let index, latest = 0;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

const open = (fresh = false) => (index ??= openIndex(indexFiles(form.dataset.indeks, fresh)).catch((error) => {
  index = undefined;
  throw error;
}));

const marked = (element, text, found) => {
  element.append(...highlight(text, found).map((run) => {
    if (!run.hit) return run.text;
    const mark = document.createElement("mark");
    mark.textContent = run.text;
    return mark;
  }));
  return element;
};

const line = ({ path, title, detail, text }, found) => {
  const item = document.createElement("li");
  const part = (tag, className, content) => {
    const e = document.createElement(tag);
    e.className = className;
    if (content) item.append(marked(e, content, found));
    return e;
  };
  part("a", "nama", title).href = form.dataset.akar + path;
  part("span", "kecil", detail);
  part("span", "ringkasan", text);
  return item;
};

// Reads n hits of a kind, from one on; what it gives puts them into the list.
const more = async (opened, section, hits, found, from, n) => {
  const list = section.querySelector("ol"), button = section.querySelector("button");
  const documents = await opened.documents(hits.slice(from, from + n).map((h) => h.doc));
  return () => {
    if (!from) list.replaceChildren();
    list.append(...documents.map((d) => line(d, found)));
    button.hidden = list.children.length >= hits.length;
    button.onclick = async () => {
      const [at, run] = [list.children.length, latest];
      try {
        const put = await more(opened, section, hits, found, at, STEP);
        if (run !== latest || at !== list.children.length) return;
        put();
        list.children[at]?.querySelector("a").focus();
      } catch {
        status.textContent = say.gagal;
      }
    };
  };
};

const show = async (query, run) => {
  const opened = await open();
  const { words, hits, partial, suggestion } = await opened.search(query);
  const groups = new Map();
  for (const hit of hits) {
    const kind = opened.kindOf(hit.doc);
    if (!groups.has(kind)) groups.set(kind, []);
    groups.get(kind).push(hit);
  }
  // Kinds come in the order of their best hit.
  const shown = [...groups].filter(([kind]) => sections.has(kind));
  const puts = await Promise.all(shown.map(([kind, list]) => more(opened, sections.get(kind), list, words, 0, shown.length > 1 ? FIRST : STEP)));
  if (run !== latest) return;
  for (const section of sections.values()) section.hidden = true;
  for (const [kind, list] of shown) {
    const section = sections.get(kind);
    section.hidden = false;
    section.querySelector(".jumlah").textContent = count(list.length);
    results.append(section);
  }
  for (const put of puts) put();
  const values = { n: count(hits.length), q: query };
  status.textContent = !words.length ? "" : fill(!hits.length ? say.kosong : partial ? say.sebagian : say.hasil, values);
  meant.hidden = !suggestion;
  if (suggestion) {
    const link = meant.querySelector("a");
    link.textContent = suggestion;
    link.href = "?" + new URLSearchParams({ q: suggestion });
  }
  ways.hidden = hits.length > 0;
};

// Looks for what is in the field now. A later query takes the place of an earlier one.
const search = async () => {
  const run = ++latest, query = input.value.trim() && input.value;
  results.setAttribute("aria-busy", "true");
  if (!index && query) status.textContent = say.memuat;
  try {
    await show(query, run);
  } catch (error) {
    if (run !== latest) return;
    if (error instanceof Stale) { // the site was published anew: read all of it again, once
      index = undefined;
      try {
        await open(true);
        await show(query, run);
        return;
      } catch { /* said below */ }
    }
    for (const section of sections.values()) section.hidden = true;
    meant.hidden = true;
    ways.hidden = false;
    status.textContent = say.gagal;
  } finally {
    if (run === latest) results.setAttribute("aria-busy", "false");
  }
};

const address = () => (input.value ? "?" + new URLSearchParams({ q: input.value }) : location.pathname);
const fromAddress = () => {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  search();
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", address());
  search();
});
input.addEventListener("input", () => {
  history.replaceState(null, "", address());
  search();
});
input.addEventListener("focus", () => open().catch(() => {}), { once: true });
addEventListener("popstate", fromAddress);

// Arrow keys lead from the field through the results and back, Escape to the field.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const stops = [input, ...results.querySelectorAll("section:not([hidden]) li > a")];
  const at = stops.indexOf(document.activeElement);
  if (at < 0) return;
  const to = { ArrowDown: Math.min(at + 1, stops.length - 1), ArrowUp: Math.max(at - 1, 0), Escape: 0 }[event.key];
  if (to === undefined || (at === 0 && to === 0)) return;
  event.preventDefault();
  stops[to].focus();
});

fromAddress();
