// Search: reads the index once, then matches every word of the query at the
// start of words, without regard to case, diacritics and hyphens. The query is
// in the address, so that a result can be shared and Back works.
"use strict";
(() => {
  const form = document.querySelector("form[data-indeks]");
  const input = form.q;
  const status = document.getElementById("jumlah-hasil");
  const list = document.getElementById("hasil");
  const most = 100;
  let index;

  const fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  const load = async () => {
    if (index) return index;
    status.textContent = status.dataset.memuat;
    const answer = await fetch(form.dataset.indeks);
    if (!answer.ok) throw new Error(String(answer.status));
    const rows = await answer.json();
    index = rows.map(([kind, title, detail, text, href]) => ({
      kind, title, detail, text, href,
      name: " " + fold(title),
      rest: " " + fold(detail + " " + text),
    }));
    return index;
  };

  // A word in the name counts more than one elsewhere; -1 is no match.
  const score = (row, words) => {
    let sum = 0;
    for (const w of words) {
      if (row.name.includes(" " + w)) sum += 4;
      else if (row.rest.includes(" " + w)) sum += 2;
      else if (w.length > 2 && row.name.includes(w)) sum += 1;
      else return -1;
    }
    return sum;
  };

  const show = (hits) => {
    list.replaceChildren(...hits.slice(0, most).map(({ row }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.className = "nama";
      link.href = row.href;
      link.textContent = row.title;
      const small = document.createElement("span");
      small.className = "kecil";
      small.textContent = [list.dataset[row.kind], row.detail].filter(Boolean).join(" · ");
      const text = document.createElement("span");
      text.className = "ringkasan";
      text.textContent = row.text;
      item.append(link, small, text);
      return item;
    }));
  };

  const search = async () => {
    const words = fold(input.value).split(" ").filter(Boolean);
    if (!words.length) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const rows = await load();
      const hits = rows.map((row, i) => ({ row, i, score: score(row, words) }))
        .filter((h) => h.score >= 0)
        .sort((a, b) => b.score - a.score || a.i - b.i);
      show(hits);
      status.textContent = hits.length ? status.dataset.hasil.replace("{n}", hits.length.toLocaleString(document.documentElement.lang)) : status.dataset.kosong;
    } catch {
      status.textContent = status.dataset.gagal;
    }
  };

  const fromAddress = () => {
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    search();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", "?" + new URLSearchParams({ q: input.value }));
    search();
  });
  input.addEventListener("input", () => {
    history.replaceState(null, "", input.value ? "?" + new URLSearchParams({ q: input.value }) : location.pathname);
    search();
  });
  addEventListener("popstate", fromAddress);
  fromAddress();
})();
