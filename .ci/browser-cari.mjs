// Search as a reader: from the header of a page, by typing and by keys, back and forth,
// with typing errors, with hostile words, without scripts, and when the files cannot be
// had. report(faults, what) takes the findings.
import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";

export async function searchTests({ browser, site, report, queryFile }) {
  const { kueri, jahat } = JSON.parse(await readFile(queryFile, "utf8"));
  const root = new URL(site).pathname;

  const test = async (what, options, run) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "id-ID", ...options });
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
    page.on("dialog", (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    const expect = (name, got, want) => JSON.stringify(got) === JSON.stringify(want) || faults.push(`${name}: ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
    try {
      await run(page, expect, faults);
    } catch (error) {
      faults.push(error.message.split("\n").slice(0, 3).join(" "));
    }
    report(faults, `search: ${what}`);
    await context.close();
  };

  const idle = (page) => page.waitForFunction(() => document.getElementById("hasil").getAttribute("aria-busy") === "false", null, { timeout: 10000 });
  const type = async (page, q) => {
    await page.evaluate((q) => {
      const input = document.getElementById("q");
      input.value = q;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, q);
    await idle(page);
  };
  const links = (page) => page.locator("#hasil section:not([hidden]) li > a").evaluateAll((list) => list.map((a) => new URL(a.href).pathname));
  const status = async (page) => (await page.locator("#jumlah-hasil").textContent()).trim();

  await test("from the header of a page, and back", {}, async (page, expect) => {
    await page.goto(site + "inovasi/");
    const name = (await page.locator("main .nama").first().textContent()).trim();
    await page.getByRole("searchbox").fill(name);
    await page.getByRole("searchbox").press("Enter");
    await page.waitForURL(/cari\/\?q=/);
    await idle(page);
    const first = page.locator("#hasil section:not([hidden]) li > a").first();
    expect("the first result", (await first.textContent()).trim(), name);
    expect("what is marked", (await first.locator("mark").allTextContents()).length > 0, true);
    const query = page.url(), found = await links(page);
    await first.click();
    await page.waitForURL(/inovasi\/[^/]+\/$/);
    await page.goBack();
    await idle(page);
    expect("the address after Back", page.url(), query);
    expect("the results after Back", await links(page), found);
    expect("the field after Back", await page.locator("#q").inputValue(), name);
  });

  await test("the keyboard", {}, async (page, expect) => {
    await page.goto(site + "cari/");
    const focus = () => page.evaluate(() => document.activeElement.id || new URL(document.activeElement.href).pathname);
    await page.locator("#q").focus();
    await page.keyboard.type("desa");
    await page.waitForFunction(() => document.querySelectorAll("#hasil section:not([hidden]) li > a").length > 2);
    await idle(page);
    const found = await links(page);
    expect("the address while typing", new URL(page.url()).searchParams.get("q"), "desa");
    expect("results are counted", /\d/.test(await status(page)), true);
    await page.keyboard.press("ArrowUp");
    expect("up from the field", await focus(), "q");
    await page.keyboard.press("ArrowDown");
    expect("down from the field", await focus(), found[0]);
    await page.keyboard.press("ArrowDown");
    expect("down again", await focus(), found[1]);
    await page.keyboard.press("ArrowUp");
    expect("up", await focus(), found[0]);
    await page.keyboard.press("Escape");
    expect("Escape", await focus(), "q");
    await page.keyboard.press("Enter");
    await idle(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === found[0]);
  });

  for (const width of [390, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      await test(`results at ${width}px, ${colorScheme}`, { viewport: { width, height: 844 }, colorScheme }, async (page, expect, faults) => {
        await page.goto(site + "cari/?q=petnai");
        await idle(page);
        const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
        for (const v of violations) faults.push(`axe ${v.id}: ${v.nodes[0].html.slice(0, 160)}`);
        expect("the width", await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
      });
    }
  }

  await test("typing errors and nothing found", {}, async (page, expect) => {
    await page.goto(site + "cari/?q=petnai");
    await idle(page);
    const link = page.locator("#maksud a");
    expect("the suggestion", await link.textContent(), "petani");
    await link.click();
    await idle(page);
    expect("after the suggestion", [await page.locator("#q").inputValue(), await page.locator("#maksud").isVisible()], ["petani", false]);
    await type(page, "xyzzyx");
    expect("nothing", [await links(page), await page.locator("#jalan-lain").isVisible(), (await status(page)).includes("xyzzyx")], [[], true, true]);
    await type(page, "desa xyzzyx");
    expect("some of the words", (await links(page)).length > 0, true);
    await type(page, "");
    expect("no query", [await links(page), await status(page), new URL(page.url()).search], [[], "", ""]);
    await type(page, "d");
    expect("the first letter", (await links(page)).length > 0, true);
    const button = page.locator("#hasil button:visible").first();
    const before = (await links(page)).length;
    await button.click();
    await page.waitForFunction((n) => document.querySelectorAll("#hasil section:not([hidden]) li > a").length > n, before);
    expect("the focus after more", await page.evaluate(() => document.activeElement.matches("#hasil li > a")), true);
  });

  await test(`${kueri.length} queries`, {}, async (page, expect, faults) => {
    await page.goto(site + "cari/");
    for (const { q, temukan, k = 1, tidak } of kueri) {
      await type(page, q);
      const found = (await links(page)).map((path) => path.slice(root.length));
      // Results are by kind: the first k of the kind of the best one, or of the next kinds.
      if (tidak ? found.length : !found.slice(0, k === 1 ? 1 : 12).includes(temukan)) faults.push(`“${q}”: ${found.slice(0, 3)}, want ${temukan}`);
    }
  });

  await test("hostile queries", {}, async (page, expect, faults) => {
    await page.goto(site + "cari/");
    for (const q of [...jahat, "a".repeat(100000), "anak-".repeat(5000)]) {
      const start = Date.now();
      await type(page, q);
      if (Date.now() - start > 5000) faults.push(`“${q.slice(0, 40)}” takes ${Date.now() - start} ms`);
      const strange = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((e) => ["SCRIPT", "IMG", "IFRAME"].includes(e.tagName) && !e.src.includes("/aset/")).length);
      if (strange) faults.push(`“${q.slice(0, 40)}” put ${strange} elements into the page`);
    }
    await page.goto(site + "cari/?q=" + encodeURIComponent("\"><img src=x onerror=alert(1)>desa"));
    await idle(page);
  });

  await test("hostile index", {}, async (page, expect) => {
    const text = `<img src=x onerror=alert(1)> desa "' </script> {q} \u202e`;
    await page.route(/\/cari\/isi-\d+\.json$/, async (route) => {
      const data = await (await route.fetch()).json();
      await route.fulfill({ json: { ...data, isi: data.isi.map(([path]) => [path, text, text, text]) } });
    });
    await page.goto(site + "cari/?q=desa");
    await idle(page);
    expect("the text is shown as it is", await page.locator("#hasil li > a").first().textContent(), text);
    expect("no element of it", await page.locator("#hasil img").count(), 0);
  });

  await test("files of another build are read again", {}, async (page, expect) => {
    let old = true, reads = 0;
    await page.route(/\/cari\/indeks\.json$/, async (route) => {
      const data = await (await route.fetch()).json();
      reads++;
      await route.fulfill({ json: old ? { ...data, cap: "lama" } : data });
      old = false;
    });
    await page.goto(site + "cari/?q=desa");
    await idle(page);
    expect("results", [(await links(page)).length > 0, reads], [true, 2]);
  });

  await test("a file that the new build lacks", {}, async (page, expect, faults) => {
    let first = true;
    await page.route(/\/cari\/kunci-0\.json$/, (route) => {
      if (!first) return route.continue();
      first = false;
      return route.fulfill({ status: 404 });
    });
    await page.goto(site + "cari/?q=desa");
    await idle(page);
    expect("results", (await links(page)).length > 0, true);
    faults.splice(0, faults.length, ...faults.filter((f) => !f.includes("404")));
  });

  await test("no connection", {}, async (page, expect, faults) => {
    await page.route(/\/cari\/.*\.json$/, (route) => route.abort());
    await page.goto(site + "cari/?q=desa");
    await idle(page);
    expect("it says so, and shows other ways", [(await status(page)).length > 0, await page.locator("#jalan-lain").isVisible()], [true, true]);
    await page.unroute(/\/cari\/.*\.json$/);
    await type(page, "desa");
    expect("it works again", (await links(page)).length > 0, true);
    faults.splice(0, faults.length, ...faults.filter((f) => !f.includes("ERR_FAILED")));
  });

  await test("without scripts", { javaScriptEnabled: false }, async (page, expect) => {
    await page.goto(site + "inovasi/");
    await page.getByRole("searchbox").fill("desa");
    await page.getByRole("searchbox").press("Enter");
    await page.waitForURL(/cari\/\?q=desa/);
    expect("what to do instead", [await page.locator("noscript p").isVisible(), await page.locator("#jalan-lain").isVisible()], [true, true]);
  });
}
