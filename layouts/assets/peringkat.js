// The ranking's form: filters, sorts and, by the reader's own weights, ranks the
// innovations anew. The whole state is in the address, so that it can be shared
// and Back restores it. Scores follow the published rule exactly: whole numbers of
// any size, one rounding, half up. Without this script the table is complete.
"use strict";
(() => {
  const form = document.getElementById("jelajah");
  const table = document.querySelector("#tabel-peringkat table");
  if (!form || !table) return;
  const body = table.tBodies[0];
  const official = [...body.rows];
  const pager = document.querySelector(".halaman-halaman");
  const status = document.getElementById("jumlah-baris");
  const reset = form.querySelector("button[type=reset]");
  const words = form.dataset;
  const lang = document.documentElement.lang;
  const sliders = [...form.querySelectorAll("input[type=range]")];
  for (const s of sliders) s.step = "1";
  let data, loading;
  let typing = false; // one entry in the history for a whole word or drag

  const fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const gcd = (a, b) => (b ? gcd(b, a % b) : a);

  // "3", "2.5" and "8/3" as a fraction of whole numbers.
  const fraction = (text) => {
    if (text.includes("/")) return text.split("/").map(BigInt);
    const [whole, part = ""] = text.split(".");
    return [BigInt(whole + part), 10n ** BigInt(part.length)];
  };

  // Whole number of units of the last decimal place, for readers.
  const readable = (units) => {
    const digits = units.toString().padStart(data.desimal + 1, "0");
    const cut = digits.length - data.desimal;
    const whole = BigInt(digits.slice(0, cut)).toLocaleString(lang);
    return data.desimal ? whole + (lang === "id" ? "," : ".") + digits.slice(cut) : whole;
  };

  const load = () => (loading ??= fetch(words.data).then((r) => {
    if (!r.ok) throw new Error(String(r.status));
    return r.json();
  }).then((d) => {
    data = d;
    let common = 1n;
    for (const row of d.baris) for (const l of row.l) {
      const [, den] = fraction(l);
      common *= den / gcd(common, den);
    }
    d.common = common;
    for (const row of d.baris) {
      row.levels = row.l.map((l) => { const [num, den] = fraction(l); return num * (common / den); });
      row.folded = fold(row.n);
      row.units = fraction(row.k)[0]; // all scores have the same places
    }
    const choose = form.elements.pd;
    d.perangkat_daerah.map((name, i) => ({ name, i })).sort((a, b) => a.name.localeCompare(b.name, lang))
      .forEach(({ name, i }) => choose.append(new Option(name, String(i))));
    const box = choose.closest(".saringan");
    for (const t of d.taksonomi) {
      const div = document.createElement("div");
      const label = document.createElement("label");
      label.htmlFor = "saring-" + t.id;
      label.textContent = t.nama;
      const select = document.createElement("select");
      select.id = label.htmlFor;
      select.name = "t." + t.id;
      select.append(new Option(words.semua, ""), ...t.istilah.map((x) => new Option(x.nama, t.id + ":" + x.id)));
      div.append(label, select);
      box.append(div);
    }
  }));

  // The reader's weights, or null while they are the official ones. A slider that
  // was not moved keeps the official weight, to the last decimal.
  const weights = () => {
    if (sliders.every((s) => Number(s.value) === Number(s.dataset.resmi) || s.dataset.geser !== "1")) return null;
    return data.kriteria.map((k) => {
      const s = sliders.find((x) => x.name === "b." + k.id);
      return fraction(!s ? "0" : s.dataset.geser === "1" ? s.value : k.bobot);
    });
  };

  const rescore = (own) => {
    let common = 1n;
    for (const [, den] of own) common *= den / gcd(common, den);
    const w = own.map(([num, den]) => num * (common / den));
    const most = data.common * w.reduce((sum, x, i) => sum + x * BigInt(data.kriteria[i].maks), 0n);
    const [scale, scaleDen] = fraction(data.skala);
    const unit = 10n ** BigInt(data.desimal);
    const rows = data.baris.map((row) => {
      const sum = w.reduce((total, x, i) => total + x * row.levels[i], 0n);
      const num = scale * sum * unit, den = scaleDen * most;
      return { row, units: most ? (2n * num + den) / (2n * den) : 0n };
    });
    rows.sort((a, b) => (a.units < b.units ? 1 : a.units > b.units ? -1 : a.row.r - b.row.r || a.row.n.localeCompare(b.row.n, lang)));
    rows.forEach((x, i) => {
      x.rank = i && rows[i - 1].units === x.units ? rows[i - 1].rank : i + 1;
      x.tied = (i && rows[i - 1].units === x.units) || (i + 1 < rows.length && rows[i + 1].units === x.units);
    });
    return rows;
  };

  const element = (tag, className, ...children) => {
    const e = document.createElement(tag);
    if (className) e.className = className;
    e.append(...children);
    return e;
  };

  const line = ({ row, rank, tied, units }, own) => {
    const place = element("td", "angka peringkat", rank.toLocaleString(lang));
    if (tied) place.append(" ", element("span", "seri", words.seri));
    const link = element("a", "nama", row.n);
    link.href = row.h;
    const name = element("td", "", link, element("span", "kecil", data.perangkat_daerah[row.p]));
    const score = element("td", "angka skor", element("strong", "", readable(units)));
    if (own) score.append(element("span", "kecil", words.resmi.replace("{peringkat}", row.r.toLocaleString(lang)).replace("{skor}", readable(row.units))));
    else if (row.b) score.append(element("span", "kecil", row.b));
    return element("tr", "", place, name, score);
  };

  const render = () => {
    const own = weights();
    const query = fold(form.elements.q.value.trim());
    const agency = form.elements.pd.value;
    const terms = data.taksonomi.map((t) => form.elements["t." + t.id].value).filter(Boolean);
    const sort = form.elements.urut.value;
    reset.hidden = !own && !query && !agency && !terms.length && !sort;
    if (reset.hidden) {
      body.replaceChildren(...official);
      if (pager) pager.hidden = false;
      status.textContent = "";
      return;
    }
    let rows = own ? rescore(own) : data.baris.map((row) => ({ row, rank: row.r, tied: row.s, units: row.units }));
    const total = rows.length;
    rows = rows.filter(({ row }) => (!query || row.folded.includes(query)) && (!agency || row.p === Number(agency)) && terms.every((t) => row.t.includes(t)));
    if (sort === "nama") rows.sort((a, b) => a.row.n.localeCompare(b.row.n, lang));
    else if (sort.startsWith("k.")) {
      const i = data.kriteria.findIndex((k) => "k." + k.id === sort);
      if (i >= 0) rows.sort((a, b) => (a.row.levels[i] < b.row.levels[i] ? 1 : a.row.levels[i] > b.row.levels[i] ? -1 : a.rank - b.rank));
    }
    body.replaceChildren(...rows.map((x) => line(x, own)));
    if (pager) pager.hidden = true;
    const count = words.jumlah.replace("{n}", rows.length.toLocaleString(lang)).replace("{total}", total.toLocaleString(lang));
    status.textContent = [rows.length ? count : words.kosong, own ? words.menurutAnda : ""].filter(Boolean).join(" · ");
  };

  const toAddress = (push) => {
    const params = new URLSearchParams();
    for (const e of form.elements) {
      if (!e.name || (e.type === "range" && e.dataset.geser !== "1")) continue;
      if (e.type === "range" ? Number(e.value) !== Number(e.dataset.resmi) : e.value) params.set(e.name, e.value);
    }
    const address = params.size ? "?" + params : location.pathname;
    if (push) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  };

  const fromAddress = () => {
    const params = new URLSearchParams(location.search);
    for (const e of form.elements) {
      if (!e.name) continue;
      if (e.type === "range") {
        const value = params.get(e.name);
        e.dataset.geser = value !== null && /^\d+$/.test(value) ? "1" : "";
        e.value = e.dataset.geser ? value : e.dataset.resmi;
      } else {
        e.value = params.get(e.name) ?? "";
        if (e.selectedIndex === -1) e.value = "";
      }
    }
    label();
    for (const d of form.querySelectorAll("details")) if ([...d.querySelectorAll("[name]")].some((e) => params.has(e.name))) d.open = true;
    render();
  };

  const label = () => {
    for (const s of sliders) s.labels[0].querySelector(".nilai-bobot").textContent = Number(s.dataset.geser === "1" ? s.value : s.dataset.resmi).toLocaleString(lang);
  };

  const ready = (then) => load().then(then, () => { status.textContent = words.gagal; });

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("toggle", () => ready(() => {}), true);
  form.addEventListener("input", (event) => {
    if (event.target.type === "range") event.target.dataset.geser = "1";
    label();
    const first = !typing;
    typing = true;
    ready(() => { render(); toAddress(first); });
  });
  form.addEventListener("change", () => { typing = false; });
  form.addEventListener("reset", () => {
    history.pushState(null, "", location.pathname);
    setTimeout(() => ready(fromAddress));
  });
  addEventListener("popstate", () => ready(fromAddress));
  if (location.search) ready(fromAddress);
})();
