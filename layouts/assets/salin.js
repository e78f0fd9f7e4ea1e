// A button that copies the code in a text area, where the browser lets it.
if (navigator.clipboard) {
  for (const box of document.querySelectorAll("[data-salin]")) {
    const area = box.querySelector("textarea");
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.textContent = box.dataset.salin;
    button.setAttribute("aria-describedby", area.id + "-label");
    box.querySelector("label").id = area.id + "-label";
    said.setAttribute("role", "status");
    said.className = "kecil";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(area.value);
        said.textContent = box.dataset.disalin;
      } catch {
        area.select();
      }
    });
    area.addEventListener("focus", () => area.select());
    box.append(button, " ", said);
  }
}
