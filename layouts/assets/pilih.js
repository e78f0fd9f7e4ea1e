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
  let turn = 0; // rows that change while they get their boxes begin again

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

  const show = (full) => {
    bar.hidden = chosen.length === 0;
    go.textContent = words.tombol.replace("{n}", chosen.length.toLocaleString(lang));
    go.href = words.banding.replace(`?${words.jenis}=`, `?${words.jenis}=${chosen.join(",")}`);
    status.textContent = (full ? words.penuh + " " : "") + words.pilihan.replace("{x}", () => chosen.map((id) => names.get(id) ?? id).join(", "));
    for (const link of document.querySelectorAll(".halaman-halaman a")) link.href = address(link.href);
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
    names.set(id, link.textContent);
    box.checked = chosen.includes(id);
  };

  // Some rows at a time, so that a slow phone answers its reader in between.
  const boxes = () => {
    const now = ++turn;
    const rows = [...table.tBodies[0].rows];
    const some = () => {
      if (now !== turn) return;
      rows.splice(0, 15).forEach(tick);
      if (rows.length) setTimeout(some);
      else show();
    };
    some();
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
