// What goes into an article: figures drawn and saved, the table in every format, methods with
// references, the paper version. What is saved is what the command line writes, byte for byte.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { LIMIT, assertAccessible, assertQuiet, fileAddress, launch, openFile, openMenu, openSite } from "./browser.mjs";
import { PROGRAM, build } from "./command-line.mjs";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const samples = ["kaz", "rus", "eng"].map((language) => path.join(root, `www/samples/udhr-${language}.txt`));
const KINDS = ["grouped-bars", "stacked-bars", "heat-map", "dispersion"];
const LANGUAGES = ["kk", "ru", "en"];
const pictures = process.env.TARAZY_PICTURES;

let browser;
let folder;

before(async () => {
  browser = await launch();
  folder = await mkdtemp(path.join(tmpdir(), "tarazy-"));
  await build();
});

after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the command line writes in a language, as bytes. */
async function commandLine(language, ...given) {
  const output = path.join(folder, "command-line");
  const options = ["--language", language, "--output", output];
  await run(PROGRAM, [...given, ...options], { maxBuffer: 1 << 26 });
  return readFile(output);
}

async function settled(page, rows) {
  await page.waitForFunction(
    (count) =>
      document.querySelector('[aria-busy="true"]') === null &&
      document.querySelectorAll(".compare-table tbody tr, .table1 tbody tr").length === count,
    rows,
  );
}

async function go(page, place) {
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, place);
}

async function speak(page, language) {
  await openMenu(page, "settings");
  await page.locator(`.language-button[lang=${language}]`).click();
  await page.waitForFunction((code) => document.documentElement.lang === code, language);
}

/** Presses something that saves a file, and reads the file. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Opens the page with the three texts of the Declaration as files, so that their titles are those of the command line. */
async function openStudy(page, open) {
  const seen = await open(page);
  await settled(page, 3);
  await go(page, "texts");
  await page.locator("#add-files").setInputFiles(samples);
  await page.locator(".card").nth(2).waitFor();
  await go(page, "compare");
  await settled(page, 3);
  await page.locator(".compare-table", { hasText: "udhr-eng" }).waitFor();
  return seen;
}

async function assertNoSidewaysScroll(page, where) {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(excess <= 0, `${where}: the page is ${excess} px too wide`);
}

for (const [name, open] of [["http", openSite], ["file", openFile]]) {
  test(`figures are drawn, followed and saved, from ${name}`, LIMIT, async () => {
    const context = await browser.newContext({ locale: "en-US", acceptDownloads: true });
    const page = await context.newPage();
    const seen = await openStudy(page, open);

    // By keyboard: G F.
    await page.keyboard.press("g");
    await page.keyboard.press("f");
    await page.locator(".scene").waitFor();
    assert.equal(await page.evaluate(() => location.hash), "#figures");
    for (const language of LANGUAGES) {
      await speak(page, language);
      for (const kind of KINDS) {
        await go(page, `figures/${kind}`);
        await page.locator(`#scene-${kind}-title`).waitFor({ state: "attached" });
        await page.waitForFunction((code) => document.querySelector(".scene").getAttribute("lang") === code, language);
        await assertAccessible(page, `${kind} in ${language}`);
        const button = page.locator(".figure-actions button");
        const { name: file, bytes } = await saved(page, button.nth(0));
        assert.equal(file, `tarazy-${kind}.svg`);
        const own = await commandLine(language, "figure", kind, ...samples);
        assert.equal(bytes.toString("utf8"), own.toString("utf8"), `${kind} in ${language} is that of the command line`);
      }
    }

    // PNG: twice as many dots as px, and not one colour alone.
    await go(page, "figures/heat-map");
    await page.locator("#scene-heat-map-title").waitFor({ state: "attached" });
    const { name: file, bytes } = await saved(page, page.locator(".figure-actions button").nth(1));
    assert.equal(file, "tarazy-heat-map.png");
    assert.equal(bytes.subarray(1, 4).toString("latin1"), "PNG");
    const [width, height] = await page.locator(".scene").evaluate((scene) => [scene.width.baseVal.value, scene.height.baseVal.value]);
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [width * 2, height * 2]);
    assert.ok(bytes.length > 10_000, "there is something in the picture");

    // Tab reaches the drawing, arrows its marks, Enter the contexts of a cell with as many lines as
    // the cell counts.
    await speak(page, "en");
    await page.locator(".figure-actions button").nth(1).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    // The second text has no match of the second category.
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const mark = await page.evaluate(() => ({
      label: document.activeElement.getAttribute("aria-label"),
      href: document.activeElement.getAttribute("href"),
    }));
    assert.match(mark.href, /^#cell=2\.[a-z-]+\.share$/);
    await page.keyboard.press("Enter");
    await page.locator(".kwic tbody tr").first().waitFor();
    const hash = await page.evaluate(() => location.hash);
    assert.equal(hash.replace(/~[0-9a-f]{8}$/, ""), mark.href, "a link to a cell names its study too");
    const count = Number(mark.label.match(/(\d+) match/)[1]);
    await page.waitForFunction(
      (lines) => document.querySelector(".contexts-count").innerText.endsWith(` of ${lines}`) ||
        document.querySelectorAll(".kwic tbody tr").length === lines,
      count,
    );

    // A mark of a dispersion leads to its place in the text.
    await go(page, "figures/dispersion");
    const place = page.locator('.scene a[href^="#read/"]').first();
    await place.focus();
    await page.keyboard.press("Enter");
    await page.locator(".reader mark").first().waitFor();

    // Fewer categories, another title; what is being typed outlasts a redraw.
    await go(page, "figures/dispersion");
    const boxes = page.locator(".figure-categories input");
    await boxes.nth(0).waitFor();
    const before = await page.locator(".figure-categories input:checked").count();
    await page.locator("#figure-title").fill("A <b>title</b>");
    const drawn = await page.locator(".scene").innerHTML();
    await boxes.nth(0).evaluate((box) => box.click());
    await page.waitForFunction((left) => document.querySelectorAll(".figure-categories input:checked").length === left, before - 1);
    await page.waitForFunction((old) => document.querySelector(".scene").innerHTML !== old, drawn);
    assert.equal(await page.locator("#figure-title").inputValue(), "A <b>title</b>");
    await page.locator("#figure-title").press("Tab");
    await page.waitForFunction(() => document.querySelector(".scene title")?.textContent === "A <b>title</b>");
    await page.locator(".figure-twin summary").click();
    assert.equal(await page.locator(".twin caption").innerText(), "A <b>title</b>");
    await assertAccessible(page, "twin");
    assertQuiet(seen);
    await context.close();
  });
}

test("figures fit into a narrow window and take the colours of the dark theme", LIMIT, async () => {
  const context = await browser.newContext({ locale: "kk-KZ", viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  const page = await context.newPage();
  const seen = await openSite(page);
  await page.locator(".table-area").waitFor();
  for (const language of LANGUAGES) {
    await speak(page, language);
    for (const kind of KINDS) {
      await go(page, `figures/${kind}`);
      await page.locator(`#scene-${kind}-title`).waitFor({ state: "attached" });
      await assertNoSidewaysScroll(page, `${kind} in ${language}`);
      await assertAccessible(page, `${kind} in ${language}, narrow and dark`);
      if (pictures) {
        await page.screenshot({ path: path.join(pictures, `${kind}-${language}-360-dark.png`), fullPage: true });
      }
    }
    await go(page, "compare");
    await page.locator(".methods > summary").click();
    await page.locator(".methods-paragraph").waitFor();
    await openMenu(page, "export-menu");
    await assertNoSidewaysScroll(page, `methods in ${language}`);
    for (const part of [".methods", ".export-bar"]) {
      await assertAccessible(page, `${part} in ${language}, narrow and dark`, part);
    }
    if (pictures) {
      await page.screenshot({ path: path.join(pictures, `methods-${language}-360-dark.png`), fullPage: true });
    }
    await page.locator(".methods > summary").click();
  }
  const [ink, paper] = await page.evaluate(() => {
    const style = getComputedStyle(document.querySelector(".tarazy"));
    return [style.color, style.backgroundColor];
  });
  await go(page, "figures/heat-map");
  await page.locator(".scene text.is-ink").first().waitFor();
  const drawn = await page.locator(".scene text.is-ink").first().evaluate((text) => getComputedStyle(text).fill);
  assert.equal(drawn, ink);
  assert.notEqual(ink, paper);
  assertQuiet(seen);
  await context.close();
});

test("the table is saved in every format, set as chosen", LIMIT, async () => {
  const context = await browser.newContext({ locale: "ru-RU", acceptDownloads: true });
  // Chromium lets a page save ten files in a second, so each table has a page of its own.
  let page = await context.newPage();
  let seen = await openStudy(page, openSite);
  const button = (format) => page.locator(".export-bar").getByRole("button", { name: format, exact: true });
  await openMenu(page, "export-menu");
  await page.locator("#decimal-sign").selectOption("point");
  await page.locator(".export-style input[type=checkbox]").check();
  await openMenu(page, "more-options");
  await page.locator("#decimals").selectOption("2");
  const set = ["--decimals", "2", "--decimal-sign", "point", "--transpose"];
  const formats = [["CSV", "csv"], ["XLSX", "xlsx"], ["DOCX", "docx"], ["LaTeX", "latex"], ["HTML", "html"], ["Markdown", "markdown"], ["JSON", "json"]];
  for (const [command, face] of [["count", 0], ["table1", 1]]) {
    if (face > 0) {
      assertQuiet(seen);
      page = await context.newPage();
      seen = await openStudy(page, openSite);
    }
    await page.locator(".faces button").nth(face).click();
    await page.locator(face === 0 ? ".compare-table" : ".table1").waitFor();
    for (const [format, named] of formats) {
      const measure = face === 0 ? ["--measure", "share"] : [];
      const own = await commandLine("ru", command, ...samples, ...measure, ...set, "--format", named);
      await openMenu(page, "export-menu");
      const { bytes } = await saved(page, button(format));
      if (named === "xlsx") {
        // The workbook of the page has all that both commands have.
        assert.equal(bytes.subarray(0, 2).toString("latin1"), "PK");
        assert.ok(bytes.length > own.length / 2);
      } else {
        assert.ok(bytes.equals(own), `${format} of ${command} is that of the command line`);
      }
    }
  }
  // The choice is there again at the next visit.
  await page.reload();
  await settled(page, 3);
  await openMenu(page, "export-menu");
  assert.equal(await page.locator("#decimal-sign").inputValue(), "point");
  assert.ok(await page.locator(".export-style input[type=checkbox]").isChecked());
  await assertAccessible(page, "how files are set");
  assertQuiet(seen);
  await context.close();
});

test("methods, references and appendix are shown and saved", LIMIT, async () => {
  const context = await browser.newContext({ locale: "en-US", acceptDownloads: true });
  const page = await context.newPage();
  const seen = await openStudy(page, openSite);
  await page.locator(".methods > summary").click();
  for (const language of LANGUAGES) {
    await speak(page, language);
    const own = (await commandLine(language, "methods", ...samples, "--measure", "share")).toString("utf8");
    await page.waitForFunction(
      (text) => text.includes(document.querySelector(".methods-paragraph")?.textContent ?? "\u0000"),
      own,
    );
    const references = page.locator(".reference-list li");
    await references.first().waitFor();
    for (const entry of await references.allTextContents()) {
      assert.ok(own.includes(entry), `${language}: ${entry}`);
    }
    await assertAccessible(page, `methods in ${language}`);
  }
  const panel = page.locator(".methods-panel section");
  const sections = [[panel.nth(0), ["methods", ...samples, "--measure", "share"]], [panel.nth(2), ["lexicon", "appendix", "values"]]];
  for (const [section, command] of sections) {
    for (const [format, named] of [["DOCX", "docx"], ["LaTeX", "latex"], ["HTML", "html"], ["Markdown", "markdown"]]) {
      const { bytes } = await saved(page, section.getByRole("button", { name: format, exact: true }));
      assert.ok(bytes.equals(await commandLine("en", ...command, "--format", named)), `${command[0]} as ${format}`);
    }
  }
  for (const style of ["bibtex", "ris", "apa", "gost"]) {
    await page.locator("#reference-style").selectOption(style);
    const own = (await commandLine("en", "methods", ...samples, "--measure", "share", "--format", style)).toString("utf8");
    const shown = style === "bibtex" || style === "ris" ? ".reference-file" : ".reference-list";
    await page.waitForFunction(
      ([selector, words]) => document.querySelector(selector)?.textContent.replace(/\s+/g, "") === words.replace(/\s+/g, ""),
      [shown, own],
    );
    await assertAccessible(page, `references as ${style}`);
    const { bytes } = await saved(page, panel.nth(1).getByRole("button", { name: "Save references" }));
    assert.equal(bytes.toString("utf8"), own);
  }
  assertQuiet(seen);
  await context.close();
});

test("where nothing can be saved, what can be copied is shown", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-US" });
  const file = await readFile(fileURLToPath(fileAddress()), "utf8");
  // The parent has no policy of its own, which the frame would inherit.
  await page.setContent("<!DOCTYPE html><title>journal</title>");
  await page.evaluate((text) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.style.cssText = "width: 1200px; height: 900px";
    frame.srcdoc = text;
    document.body.replaceChildren(frame);
  }, file);
  const frame = page.frameLocator("iframe");
  const close = (id) => frame.locator(`#${id} .close`).click();
  await frame.locator(".compare-table tbody tr").nth(2).waitFor();

  // A file that is no text names those that are.
  await openMenu(frame, "export-menu");
  const bar = frame.locator(".export-bar");
  await bar.getByRole("button", { name: "DOCX", exact: true }).click();
  const instead = frame.locator("#export-binary");
  assert.match(await instead.innerText(), /DOCX cannot be copied/);
  assert.deepEqual(await instead.locator(".lexicon-actions button").allInnerTexts(), ["CSV", "LaTeX", "HTML", "Markdown", "JSON"]);
  await instead.getByRole("button", { name: "LaTeX", exact: true }).click();
  await frame.locator("#export-text-area").waitFor();
  assert.match(await frame.locator("#export-text-area").inputValue(), /\\begin\{longtable\}/);
  await close("export-text");

  // So do the appendix and the references.
  await frame.locator(".methods > summary").click();
  await frame.locator(".methods-paragraph").waitFor();
  await frame.locator(".appendix-section").getByRole("button", { name: "Markdown", exact: true }).click();
  const area = frame.locator("#methods-text-area");
  await area.waitFor();
  assert.match(await area.inputValue(), /^# Appendix/);
  await close("methods-text");
  await frame.locator(".reference-list li").first().waitFor();
  await frame.getByRole("button", { name: "Save references" }).click();
  await area.waitFor();
  assert.match(await area.inputValue(), /Tarazy/);
  await close("methods-text");

  // A figure is shown as its SVG file, whichever was asked for.
  for (const key of ["g", "f"]) {
    await frame.locator("body").press(key);
  }
  for (const at of [0, 1]) {
    await frame.locator(".figure-actions button").nth(at).click();
    await frame.locator("#figure-text-area").waitFor();
    assert.match(await frame.locator("#figure-text-area").inputValue(), /^<svg /);
    await close("figure-text");
  }
  await page.close();
});

/** Prints the page and returns the words of each sheet. */
async function printed(page, { picture } = {}) {
  const file = path.join(folder, "printed.pdf");
  await writeFile(file, await page.pdf({ format: "A4", preferCSSPageSize: true }));
  const { stdout } = await run("pdftotext", ["-layout", file, "-"], { maxBuffer: 1 << 28 });
  if (pictures && picture) {
    await writeFile(path.join(pictures, `${picture}.pdf`), await readFile(file));
  }
  return stdout.split("\f").slice(0, -1);
}

/** Words without their spaces: paper breaks lines elsewhere. */
const bare = (text) => text.replace(/[\s\u00a0\u202f\u00ad]+/g, "");

test("paper has every figure of both tables, in each language and whatever the theme", LIMIT, async () => {
  const context = await browser.newContext({ locale: "en-US", colorScheme: "dark" });
  const page = await context.newPage();
  const seen = await openStudy(page, openSite);
  for (const language of LANGUAGES) {
    await speak(page, language);
    for (const [face, cells] of [[0, ".compare-table :is(td, tbody th)"], [1, ".table1 tbody :is(.size, .number, .form, bdi)"]]) {
      await page.locator(".faces button").nth(face).click();
      await page.locator(cells).first().waitFor();
      const figures = await page.locator(cells).evaluateAll((all) =>
        all.map((cell) => {
          const copy = cell.cloneNode(true);
          copy.querySelectorAll(".visually-hidden, .cell-label").forEach((hidden) => hidden.remove());
          return copy.textContent.trim();
        }));
      const sheets = await printed(page, { picture: `table-${face}-${language}` });
      const words = bare(sheets.join(" "));
      assert.ok(figures.length >= 12, `${figures.length} figures`);
      const numbers = new Set(figures.flatMap((figure) => figure.match(/\d+(?:[.,]\d+)?/g) ?? []));
      const missing = [...numbers].filter((figure) => !words.includes(figure));
      assert.deepEqual(missing, [], `every figure is on paper: ${language}, face ${face}`);
      // Controls are not.
      const controls = await page.locator("#export-menu > summary").innerText();
      assert.ok(!words.includes(bare(controls)), `no controls: ${controls}`);
      assert.ok(!words.includes("#cell="), "no addresses of places");
    }
  }
  // The paper is white: no ground is drawn that the dark theme has.
  await page.emulateMedia({ media: "print" });
  const ground = await page.evaluate(() => {
    const style = getComputedStyle(document.querySelector(".tarazy"));
    return [style.color, style.backgroundColor];
  });
  assert.deepEqual(ground, ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]);
  assertQuiet(seen);
  await context.close();
});

test("a long table has its header on every sheet and loses no row", LIMIT, async () => {
  const page = await browser.newPage({ locale: "kk-KZ" });
  const seen = await openSite(page);
  await settled(page, 3);
  await go(page, "texts");
  const files = Array.from({ length: 230 }, (_, at) => ({
    name: `matin-${String(at + 1).padStart(3, "0")}.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from("Сөз бостандығына кепілдік беріледі. Әділ сот пен теңдік – халықтың тірегі. ".repeat(1 + (at % 4))),
  }));
  await page.locator("#add-files").setInputFiles(files);
  await page.locator(".card").nth(229).waitFor();
  await go(page, "compare");
  await page.locator(".compare-table", { hasText: "matin-001" }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  const drawn = await page.locator(".compare-table tbody tr:not(.spacer)").count();
  assert.ok(drawn < 230, "on the screen only a part of the rows is drawn");
  const headers = await page.locator(".compare-table thead th:is(.language, .size, .total, .category) > *, .compare-table thead .language")
    .evaluateAll((all) => all.map((own) => (own.querySelector(".category-title") ?? own).textContent.trim()).filter((own) => !own.includes(" ")));
  assert.ok(headers.length >= 6, headers.join());
  const sheets = await printed(page, { picture: "long" });
  const withRows = sheets.filter((sheet) => /matin-\d{3}/.test(sheet));
  assert.ok(withRows.length >= 2, `${withRows.length} sheets`);
  for (const [at, sheet] of withRows.entries()) {
    for (const header of headers) {
      assert.ok(bare(sheet).includes(header), `${header} is on sheet ${at + 1}`);
    }
  }
  const missing = files.map(({ name }) => name.replace(".txt", "")).filter((title) => !sheets.join(" ").includes(title));
  assert.deepEqual(missing, [], "every text is on paper");
  assertQuiet(seen);
  await page.close();
});

test("a figure is printed with its table", LIMIT, async () => {
  const page = await browser.newPage({ locale: "ru-RU" });
  await openSite(page);
  await settled(page, 3);
  await go(page, "figures/heat-map");
  await page.locator(".scene").waitFor();
  const title = await page.locator(".scene title").first().evaluate((own) => own.textContent);
  const words = bare((await printed(page, { picture: "figure" })).join(" "));
  assert.ok(words.includes(bare(title).slice(0, 20)));
  assert.ok(!words.includes("SVG"), "no buttons");
  await page.close();
});
