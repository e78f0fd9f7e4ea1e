// The ranking's form: filters, sorts and, by the reader's own weights, ranks the
// innovations anew. The whole state is in the address, so that it can be shared
// and Back restores it. Whoever opens it may not have chosen the weights, so title,
// heads and a notice say that such ranks are not official. Scores follow the published
// rule exactly, in whole numbers, with one rounding, half up. Data comes in pieces,
// when a question needs them; without this script the table is complete.
import { count, date, decimal, folder, isi, lang, readable } from "./bersama.js";

(() => {
  const form = document.getElementById("jelajah");
  const holder = document.getElementById("tabel-peringkat");
  if (!form || !holder) return;
  const table = holder.querySelector("table");
  if (!table) return;
  const body = table.tBodies[0];
  const official = [...body.rows];
  const rest = document.getElementById("tanpa-peringkat");
  const pager = document.querySelector(".halaman-halaman");
  const status = document.getElementById("jumlah-baris");
  const jump = status.parentElement.querySelector("button");
  const notice = document.getElementById("bukan-resmi");
  const title = document.title;
  const bar = body.querySelector(".batang");
  const reset = form.querySelector("button[type=reset]");
  const words = form.dataset;
  const sliders = [...form.querySelectorAll("input[type=range]")];
  for (const s of sliders) s.step = "1";
  const fields = [...form.querySelectorAll("[name]")]; // those that a script adds join them
  const own = document.createElement("nav"); // the pages of what is shown
  own.className = "halaman-halaman";
  own.ariaLabel = words.pindah;
  own.hidden = true;
  holder.after(own);
  // What the heads of rank and score say besides while the ranks are not official.
  const heads = [words.kepalaPeringkat, words.kepalaSkor].map((text) => {
    const e = document.createElement("span");
    e.className = "kecil";
    e.lang = lang;
    e.textContent = text;
    return e;
  });
  let data, levels, current = 1;
  let typing = false; // one entry in the history for a whole word or drag
  let turn = 0; // a rendering that waits for data gives way to a later one

  const fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const gcd = (a, b) => (b ? gcd(b, a % b) : a);
  const say = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  let collator;
  const compare = (a, b) => (collator ??= new Intl.Collator(lang)).compare(a, b);

  // "3", "2.5" and "8/3" as a fraction of whole numbers.
  const fraction = (text) => {
    if (text.includes("/")) return text.split("/").map(BigInt);
    const [whole, part = ""] = text.split(".");
    return [BigInt(whole + part), 10n ** BigInt(part.length)];
  };
  const common = (fractions) => fractions.reduce((all, [, den]) => all * (den / gcd(all, den)), 1n);

  // The indexes that a column's characters stand for.
  const indexes = (text) => Array.from(text, (c) => {
    const code = c.codePointAt(0) - 48;
    return code < 0xd800 - 48 ? code : code - 0x800;
  });

  const file = folder(words.data);
  const scored = (units) => readable(decimal(units, data.desimal));

  const load = async () => {
    const d = await file("kolom.json");
    if (data) return;
    const rated = d.skor.length;
    let units = 0;
    d.units = d.skor.map((x, i) => (units = i ? units - x : x));
    d.state = d.keadaan.flatMap(({ id, n }) => Array(n).fill(id));
    d.n = d.state.length;
    let row = 0;
    d.corrected = new Set((d.dikoreksi ?? []).map((x) => (row += x)));
    d.rank = [];
    for (let i = 0; i < rated; i++) d.rank.push(i && d.units[i] === d.units[i - 1] ? d.rank[i - 1] : i + 1);
    d.agency = indexes(d.perangkat_daerah.isi);
    for (const t of d.taksonomi) {
      t.rows = indexes(t.isi);
      t.sets = t.nilai.map((v) => v.split(" "));
    }
    const place = 10n ** BigInt(d.desimal);
    d.bands = d.predikat.map((b) => { const [num, den] = fraction(b.mulai); return { name: b.nama, from: num * place, den }; });
    d.names = [];
    data = d;
    const choose = form.elements.pd;
    d.perangkat_daerah.nama.map((name, i) => ({ name, id: d.perangkat_daerah.nilai[i] })).sort((a, b) => compare(a.name, b.name))
      .forEach(({ name, id }) => choose.append(new Option(name, id)));
    const box = choose.closest(".saringan");
    const ours = (select) => { if (isi) for (const o of [...select.options].slice(1)) o.lang = isi; };
    ours(choose);
    for (const t of d.taksonomi) {
      const div = document.createElement("div");
      const label = document.createElement("label");
      label.htmlFor = "saring-" + t.id;
      label.textContent = t.nama;
      if (isi) label.lang = isi;
      const select = document.createElement("select");
      select.id = label.htmlFor;
      select.name = "t." + t.id;
      select.append(new Option(words.semua, ""), ...t.istilah.map((x) => new Option(x.nama, x.id)));
      ours(select);
      div.append(label, select);
      box.append(div);
      fields.push(select);
    }
  };

  // Levels as whole numbers over one denominator.
  const loadLevels = async () => {
    const columns = await file("tingkat.json");
    if (levels) return;
    const den = common(columns.flatMap((c) => c.nilai.map(fraction)));
    levels = { den, columns: columns.map((c) => {
      const values = c.nilai.map((v) => { const [num, d] = fraction(v); return num * (den / d); });
      return { values, numbers: values.map(Number), written: c.nilai, rows: indexes(c.isi) };
    }) };
  };

  // The names of some rows: all when there are none given.
  const loadNames = async (rows) => {
    const size = data.bagian;
    const parts = rows ? [...new Set(rows.map((i) => Math.floor(i / size)))] : [...Array(Math.ceil(data.n / size)).keys()];
    await Promise.all(parts.filter((p) => !data.names[p * size]).map(async (p) => {
      (await file(`nama-${p + 1}.json`)).forEach((row, i) => { data.names[p * size + i] = { row, folded: fold(row[0]) }; });
    }));
  };

  // The reader's weights, or null while they are the official ones. A slider that
  // was not moved keeps the official weight, to the last decimal.
  const weights = () => {
    if (sliders.every((s) => Number(s.value) === Number(s.dataset.resmi) || s.dataset.geser !== "1")) return null;
    return data.kriteria.map((k) => {
      const s = sliders.find((x) => x.name === "b." + k.id);
      return fraction(!s ? "0" : s.dataset.geser === "1" ? s.value : k.bobot);
    });
  };

  // Scores, ranks and the order by other weights. Numbers are exact as long as
  // nothing reaches 2^53; beyond that BigInt does the same, slower.
  const rescore = (fractions) => {
    const den = common(fractions);
    const big = fractions.map(([num, d]) => num * (den / d));
    const [scale, scaleDen] = fraction(data.skala);
    const most = scaleDen * levels.den * big.reduce((sum, x, i) => sum + x * BigInt(data.kriteria[i].maks), 0n);
    const factor = 2n * scale * 10n ** BigInt(data.desimal);
    const exact = factor * most + most < 2n ** 53n;
    const N = exact ? Number : BigInt;
    const w = big.map(N), f = N(factor), m = N(most), twice = N(2n) * m, zero = N(0n);
    const used = levels.columns.map((c, i) => ({ w: w[i], rows: c.rows, values: exact ? c.numbers : c.values })).filter((c) => c.w);
    const n = data.units.length;
    const units = [], rank = [], order = [];
    for (let i = 0; i < n; i++) {
      let sum = zero;
      for (const c of used) sum += c.w * c.values[c.rows[i]];
      const x = f * sum + m;
      units.push(m ? (x - (x % twice)) / twice : zero);
      order.push(i);
    }
    order.sort((a, b) => (units[a] < units[b] ? 1 : units[a] > units[b] ? -1 : a - b));
    order.forEach((row, i) => { rank[row] = i && units[order[i - 1]] === units[row] ? rank[order[i - 1]] : i + 1; });
    for (let i = n; i < data.n; i++) order.push(i);
    return { units, rank, order };
  };

  const element = (tag, className, ...children) => {
    const e = document.createElement(tag);
    if (className) e.className = className;
    e.append(...children);
    return e;
  };

  // A score's bar, in thousandths of the scale as on the server.
  const drawn = (units) => {
    const [scale, den] = fraction(data.skala);
    const part = (BigInt(units) * 1000n * den) / (scale * 10n ** BigInt(data.desimal));
    const e = bar.cloneNode(true);
    e.querySelector(".isi").setAttribute("width", String(part < 1000n ? part : 1000n));
    return e;
  };

  const line = (i, result, mine, seen, criterion) => {
    const [title, id, x = "", y = ""] = data.names[i].row;
    const link = element("a", "nama", title);
    link.href = words.inovasi + id + "/";
    const agency = element("span", "kecil", data.perangkat_daerah.nama[data.agency[i]]);
    if (isi) link.lang = agency.lang = isi;
    const name = element("td", "", link);
    if (data.corrected.has(i)) {
      const mark = element("span", "tanda", words.dikoreksi);
      mark.title = words.dikoreksiPenjelasan;
      name.append(" ", mark);
    }
    name.append(agency);
    const state = data.state[i];
    const place = element("td", "angka peringkat");
    const score = element("td", "angka skor");
    if (state === "dinilai") {
      place.append(count(result.rank[i]));
      if (seen.get(result.rank[i]) > 1) place.append(" ", element("span", "seri", words.seri));
      score.append(element("strong", "", scored(result.units[i])), drawn(result.units[i]));
      const band = data.bands.find((b) => BigInt(data.units[i]) * b.den >= b.from);
      if (mine) score.append(element("span", "kecil", say(words.resmi, { peringkat: count(data.rank[i]), skor: scored(data.units[i]) })));
      else if (band) {
        const e = element("span", "kecil", band.name);
        if (isi) e.lang = isi;
        score.append(e);
      }
      if (criterion >= 0) {
        const c = levels.columns[criterion];
        name.append(element("span", "kecil tingkat", say(words.tingkat, { x: readable(c.written[c.rows[i]]), y: count(data.kriteria[criterion].maks) })));
      }
    } else {
      const dash = element("span", "", "–");
      dash.ariaHidden = "true";
      place.append(dash, element("span", "tersembunyi", words.tanpaPeringkat));
      score.append(element("span", "kecil", [...form.elements.keadaan.options].find((o) => o.value === state).text));
      const why = words["alasan" + state.replace(/(^|-)(.)/g, (_, h, c) => c.toUpperCase())];
      name.append(element("span", "kecil alasan", say(why, { x: state === "ditarik" ? date(x) : x, y })));
    }
    return element("tr", "", place, name, score);
  };

  const mark = (unofficial) => {
    notice.hidden = !unofficial;
    table.classList.toggle("bukan-resmi", unofficial);
    document.title = unofficial ? say(words.judul, { judul: title }) : title;
    const { cells } = table.tHead.rows[0];
    [cells[0], cells[2]].forEach((th, i) => (unofficial ? th.append(heads[i]) : heads[i].remove()));
  };

  const show = async () => {
    const now = ++turn;
    const mine = data && weights();
    const value = (name) => form.elements[name]?.value ?? "";
    const query = fold(value("q").trim());
    const agency = value("pd"), state = value("keadaan"), sort = value("urut");
    const terms = data ? data.taksonomi.map((t) => [t, value("t." + t.id)]).filter(([, term]) => term) : [];
    const plain = !mine && !query && !agency && !state && !terms.length && !sort;
    reset.hidden = plain || Boolean(mine); // the notice has its own
    if (plain) {
      mark(false);
      body.replaceChildren(...official);
      if (pager) pager.hidden = false;
      if (rest) rest.hidden = false;
      own.hidden = true;
      status.textContent = "";
      table.dispatchEvent(new Event("baris"));
      return;
    }
    if (mine || sort.startsWith("k.")) await loadLevels();
    if (query || sort === "nama") {
      if (data.names.filter(Boolean).length < data.n) status.textContent = words.memuat;
      await loadNames();
    }
    if (now !== turn) return;
    const result = mine ? rescore(mine) : { units: data.units, rank: data.rank, order: [...Array(data.n).keys()] };
    const seen = new Map(); // how many have a rank
    for (const r of result.rank) seen.set(r, (seen.get(r) ?? 0) + 1);
    const from = agency && data.perangkat_daerah.nilai.indexOf(agency);
    const sets = terms.map(([t, term]) => [t.rows, t.sets.map((set) => set.includes(term))]);
    const rows = result.order.filter((i) => (!state || data.state[i] === state) && (!agency || data.agency[i] === from)
      && sets.every(([row, fits]) => fits[row[i]]) && (!query || data.names[i].folded.includes(query)));
    const criterion = data.kriteria.findIndex((k) => "k." + k.id === sort);
    if (sort === "nama") rows.sort((a, b) => compare(data.names[a].row[0], data.names[b].row[0]));
    else if (criterion >= 0) {
      const c = levels.columns[criterion];
      const place = new Map(rows.map((row, i) => [row, i]));
      const level = (i) => (i < c.rows.length ? c.numbers[c.rows[i]] : -1);
      rows.sort((a, b) => level(b) - level(a) || place.get(a) - place.get(b));
    }
    const size = rows.length > data.utuh ? data.halaman : data.utuh, last = Math.max(1, Math.ceil(rows.length / size));
    current = Math.min(current, last);
    const shown = rows.slice((current - 1) * size, current * size);
    await loadNames(shown);
    if (now !== turn) return;
    mark(Boolean(mine));
    body.replaceChildren(...shown.map((i) => line(i, result, mine, seen, criterion)));
    if (pager) pager.hidden = true;
    if (rest) rest.hidden = true;
    pages(last);
    const total = say(words.jumlah, { n: count(rows.length), total: count(data.n) });
    status.textContent = [rows.length ? total : words.kosong, last > 1 ? say(words.halamanDari, { x: count(current), y: count(last) }) : "", mine ? notice.firstChild.textContent : ""].filter(Boolean).join(" · ");
    table.dispatchEvent(new Event("baris"));
  };

  // The way to rows that are out of sight, which is where a phone has them while its
  // reader fills in the form.
  table.tabIndex = -1;
  new IntersectionObserver((entries) => { jump.hidden = entries.at(-1).isIntersecting; }).observe(table);
  jump.addEventListener("click", () => {
    table.focus({ preventScroll: true });
    (notice.hidden ? holder : notice).scrollIntoView();
  });

  // The pages of a long list: as on the server, with the first, the last and those
  // beside the current one.
  const pages = (last) => {
    own.hidden = last === 1;
    const item = (n, text, rel) => {
      const link = element("a", "", text);
      link.href = address(n);
      if (rel) link.rel = rel;
      else link.ariaLabel = words.halaman + " " + text;
      link.dataset.halaman = n;
      return element("li", "", link);
    };
    const items = current > 1 ? [item(current - 1, "← " + words.sebelumnya, "prev")] : [];
    let before = 0;
    for (const n of new Set([1, current - 1, current, current + 1, last])) {
      if (n < 1 || n > last) continue;
      if (n > before + 1) items.push(element("li", "", "…"));
      const here = element("span", "", count(n));
      here.ariaCurrent = "page";
      items.push(n === current ? element("li", "", here) : item(n, count(n)));
      before = n;
    }
    if (current < last) items.push(item(current + 1, words.berikutnya + " →", "next"));
    own.replaceChildren(element("p", "", say(words.halamanDari, { x: count(current), y: count(last) })), element("ul", "", ...items));
  };
  own.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    current = Number(link.dataset.halaman);
    history.pushState(null, "", link.href);
    ready(show).then(() => { status.focus(); status.scrollIntoView({ block: "center" }); });
  });

  // The address of a page of the present state. What others keep there stays.
  const address = (page) => {
    const params = new URLSearchParams(location.search);
    for (const e of fields) {
      params.delete(e.name);
      if (e.type === "range" ? e.dataset.geser === "1" && Number(e.value) !== Number(e.dataset.resmi) : e.value) params.set(e.name, e.value);
    }
    params.delete("hal");
    if (page > 1) params.set("hal", page);
    return params.size ? "?" + params : location.pathname;
  };

  const fromAddress = () => {
    const params = new URLSearchParams(location.search);
    for (const e of fields) {
      if (e.type === "range") {
        const value = params.get(e.name);
        e.dataset.geser = value !== null && /^\d+$/.test(value) ? "1" : "";
        e.value = e.dataset.geser ? value : e.dataset.resmi;
      } else {
        e.value = params.get(e.name) ?? "";
        if (e.selectedIndex === -1) e.value = "";
      }
    }
    current = /^[1-9]\d{0,6}$/.test(params.get("hal")) ? Number(params.get("hal")) : 1;
    label();
    for (const d of form.querySelectorAll("details")) if ([...d.querySelectorAll("[name]")].some((e) => params.has(e.name))) d.open = true;
    return show();
  };

  const label = () => {
    for (const s of sliders) s.labels[0].querySelector(".nilai-bobot").textContent = Number(s.dataset.geser === "1" ? s.value : s.dataset.resmi).toLocaleString(lang);
  };

  const ready = (then) => load().then(then).catch(() => { status.textContent = words.gagal; });

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("toggle", () => ready(() => {}), true);
  let frame = 0;
  form.addEventListener("input", (event) => {
    if (event.target.type === "range") event.target.dataset.geser = "1";
    label();
    current = 1;
    if (typing) history.replaceState(null, "", address(1));
    else history.pushState(null, "", address(1));
    typing = true;
    cancelAnimationFrame(frame); // a drag sends more events than a screen can show
    frame = requestAnimationFrame(() => ready(show));
  });
  form.addEventListener("change", () => { typing = false; });
  form.addEventListener("reset", () => {
    for (const s of sliders) s.dataset.geser = "";
    setTimeout(() => { // the fields are reset after this event
      current = 1;
      label();
      history.pushState(null, "", address(1));
      ready(show);
    });
  });
  addEventListener("popstate", () => ready(fromAddress));
  const asked = new URLSearchParams(location.search);
  // What the answer will need besides the columns is asked for at once.
  if (sliders.some((e) => asked.has(e.name)) || asked.get("urut")?.startsWith("k.")) file("tingkat.json").catch(() => {});
  if (asked.has("hal") || fields.some((e) => asked.has(e.name)) || [...asked.keys()].some((key) => key.startsWith("t."))) ready(fromAddress);
})();
