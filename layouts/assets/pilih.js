// Lets a reader tick rows of a ranking and set them side by side. What is ticked is
// in the address, so that Back finds it again, and goes along to other pages of the
// list. Without this script there are no boxes.
"use strict";
(() => {
  const bar = document.getElementById("bilah-banding");
  const table = bar?.parentElement.querySelector("table");
  if (!table) return;
  const words = bar.dataset;
  const lang = document.documentElement.lang;
  const most = Number(words.palingBanyak);
  const status = bar.querySelector("[role=status]");
  const go = bar.querySelector(".tombol");
  const names = new Map();
  let chosen = [];

  const fromAddress = () => {
    const ids = (new URLSearchParams(location.search).get("pilih") ?? "").split(",").filter((id) => /^[a-z0-9-]+$/.test(id));
    chosen = [...new Set(ids)].slice(0, most);
  };

  const address = (href) => {
    const url = new URL(href, location.href);
    if (chosen.length) url.searchParams.set("pilih", chosen.join(","));
    else url.searchParams.delete("pilih");
    return url.href.replaceAll("%2C", ",");
  };

  // The name of an entry: that of its row, kept while other rows are shown.
  const name = (id) => {
    const link = table.querySelector(`a.nama[href$="/${id}/"]`);
    if (link) names.set(id, link.textContent);
    return names.get(id) ?? id;
  };

  // The first number that is written in a language makes the browser load that language:
  // a fifth of a second on a slow phone, which nobody waits for who has ticked nothing.
  const show = (full) => {
    bar.hidden = chosen.length === 0;
    for (const link of document.querySelectorAll(".halaman-halaman a")) link.href = address(link.href);
    if (bar.hidden) return;
    go.textContent = words.tombol.replace("{n}", chosen.length.toLocaleString(lang));
    go.href = words.banding.replace(`?${words.jenis}=`, `?${words.jenis}=${chosen.join(",")}`);
    status.textContent = (full ? words.penuh + " " : "") + words.pilihan.replace("{x}", () => chosen.map(name).join(", "));
  };

  // Gives a row its box, and the box its state.
  const tick = (row) => {
    const link = row.querySelector("a.nama");
    const id = link.pathname.split("/").at(-2);
    let box = row.querySelector("input");
    if (!box) {
      const label = document.createElement("label");
      label.className = "centang";
      box = document.createElement("input");
      box.type = "checkbox";
      box.value = id;
      box.ariaLabel = words.centang.replace("{nama}", () => link.textContent);
      label.append(box);
      row.cells[0].append(label);
    }
    box.checked = chosen.includes(id);
  };

  // A row gets its box when it comes near: all at once keep a slow phone from answering.
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      tick(target);
    }
  }, { rootMargin: "100% 0px" });

  const boxes = () => {
    near.disconnect();
    for (const row of table.tBodies[0].rows) {
      if (row.querySelector("input")) tick(row);
      else near.observe(row);
    }
    show();
  };

  table.addEventListener("change", ({ target }) => {
    const full = target.checked && chosen.length >= most;
    if (full) target.checked = false;
    else if (target.checked) chosen.push(target.value);
    else chosen = chosen.filter((id) => id !== target.value);
    history.replaceState(null, "", address(location.href));
    show(full);
  });
  bar.querySelector("button").addEventListener("click", () => {
    const first = table.querySelector("input:checked") ?? table.querySelector("input");
    chosen = [];
    history.replaceState(null, "", address(location.href));
    boxes();
    first?.focus();
  });
  table.addEventListener("baris", boxes);
  addEventListener("popstate", () => { fromAddress(); boxes(); });
  fromAddress();
  boxes();
})();
