// Documents come in: dropped files of every kind, tables, pasted cells; what is read of them, what is
// refused, and the data on texts. From http and from a file.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { LIMIT, assertAccessible, assertQuiet, launch, openFile, openMenu, openSite, paste } from "./browser.mjs";
import { docx } from "./documents.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const programmes = path.join(root, "tests/data/programmes");
const rows = (page) => page.locator(".compare-table tbody tr");

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** Chooses files on the page of texts. */
async function choose(page, files) {
  await page.goto(`${page.url().split("#")[0]}#texts`);
  await page.locator("#add-files").setInputFiles(files);
}

const file = (name, content) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });

async function settled(page, count) {
  await page.goto(`${page.url().split("#")[0]}#compare`);
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('[aria-busy="true"]') === null &&
      document.querySelectorAll(".compare-table tbody tr").length === wanted,
    count,
  );
}

/** Saves the table as JSON and reads it. */
async function saved(page) {
  await openMenu(page, "export-menu");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".export-bar").getByRole("button", { name: "JSON", exact: true }).click(),
  ]);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

for (const [place, open] of [["http", openSite], ["file", openFile]]) {
  test(`seven programmes as PDF become a table with party and year, from ${place}`, LIMIT, async () => {
    const page = await browser.newPage({ locale: "en-US", acceptDownloads: true });
    const seen = await open(page);
    const names = (await readdir(programmes)).filter((name) => name.endsWith(".pdf")).sort();
    assert.equal(names.length, 7);
    await choose(page, names.map((name) => path.join(programmes, name)));
    await settled(page, 7);
    await page.goto(`${page.url().split("#")[0]}#texts`);
    assert.equal(await page.locator("#names-pattern").inputValue(), "{part1}_{year}");
    await page.locator("#names-pattern").fill("{party}_{year}");
    await page.getByRole("button", { name: "Use as data" }).click();
    await settled(page, 7);
    const table = await saved(page);
    for (const [at, name] of names.entries()) {
      const reference = await readFile(path.join(programmes, name.replace(".pdf", ".txt")), "utf8");
      const [party, year] = name.normalize("NFC").replace(".pdf", "").split("_");
      const document = table.documents[at];
      assert.equal(document.title.normalize("NFC"), `${party}_${year}`);
      assert.deepEqual(document.metadata, { party, year: Number(year) }, name);
      const words = reference.split(/[^\p{L}\p{N}-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
      assert.equal(document.words, words.length, `${name}: no running head and no page number is counted`);
      // Lines end where the page ends, paragraphs with a blank line; neither is a letter.
      const size = [...reference.replace(/\s/gu, "")].length;
      assert.equal(document.characters_without_spaces, size, name);
      const row = await rows(page).nth(at).locator("th").innerText();
      assert.ok(row.includes(party) && row.includes(year), row);
    }
    assertQuiet(seen);
    await page.close();
  });
}

test("a table is looked at before its rows become texts", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-US", acceptDownloads: true });
  const seen = await openSite(page);
  const long = "Біз әділетті қоғам құрамыз, сөз бостандығын қорғаймыз.";
  const table = `party;year;text\nАуыл;2023;${long}\nАқ жол;2019;${long} Отбасы – тірек.\n`;
  await choose(page, [file("сайлау.csv", table)]);
  const dialog = page.locator("#table");
  await dialog.waitFor();
  await assertAccessible(page, "columns of a table", "#table");
  assert.equal(await dialog.locator("#table-separator").inputValue(), "semicolon");
  assert.equal(await dialog.locator("#table-role-2").inputValue(), "text");
  // Another separator makes another table, and back.
  await dialog.locator("#table-separator").selectOption("comma");
  await dialog.locator("#table-role-1").waitFor();
  await dialog.locator("#table-separator").selectOption("semicolon");
  await dialog.locator("#table-role-2").waitFor();
  await dialog.locator("#table-role-0").selectOption("title");
  await dialog.getByRole("button", { name: "Add 2 texts" }).click();
  await settled(page, 2);
  const documents = (await saved(page)).documents;
  assert.deepEqual(documents.map(({ title, metadata }) => ({ title, metadata })), [
    { title: "Ауыл", metadata: { year: 2023 } },
    { title: "Ақ жол", metadata: { year: 2019 } },
  ]);
  // One step takes both back.
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 3);
  assertQuiet(seen);
  await page.close();
});

test("cells that are pasted are a table, and lines of hyphens divide a text", LIMIT, async () => {
  const page = await browser.newPage({ locale: "ru-RU" });
  const seen = await openSite(page);
  await paste(page, "партия\tтекст\nАуыл\tМы защищаем свободу и справедливость для всех.\nЖер\tСемья и труд — наша опора в любое время.\n");
  await page.locator("#table").getByRole("button", { name: "Добавить 2 текста" }).click();
  await settled(page, 2);
  await paste(page, "Мы за свободу.\n---\nМы за семью.\n---\nМы за труд.\n");
  await page.getByRole("button", { name: "Сделать отдельные тексты: 3" }).click();
  await settled(page, 5);
  assertQuiet(seen);
  await page.close();
});

test("what cannot be read is listed, and stops nothing else", LIMIT, async () => {
  const page = await browser.newPage({ locale: "kk-KZ" });
  const seen = await openSite(page);
  const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]);
  await choose(page, [
    file("скан.png", picture),
    file("бағдарлама.docx", docx("Біз сөз бостандығын қорғаймыз.")),
    file("үзілген.pdf", "%PDF-1.7\n1 0 obj\n"),
    file("бос.txt", ""),
  ]);
  const refused = page.locator(".refused li");
  await page.waitForFunction(() => document.querySelectorAll(".refused li").length === 2);
  assert.deepEqual(
    (await refused.allInnerTexts()).map((text) => text.split(":")[0]),
    ["скан.png", "үзілген.pdf"],
  );
  await assertAccessible(page, "files that cannot be read");
  await settled(page, 2);
  await page.locator(".refused").getByRole("button", { name: "Барлығын жабу" }).click();
  await page.locator(".refused").waitFor({ state: "detached" });
  assertQuiet(seen);
  await page.close();
});

test("what was left out of a document can be read in again", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-US" });
  const seen = await openSite(page);
  await choose(page, [file("programme.docx", docx("We defend freedom."))]);
  const card = page.locator(".card", { has: page.locator(".card-parts") });
  await card.waitFor();
  assert.match(await card.innerText(), /Left out: headers 1/);
  const words = () => card.locator(".card-size").first().innerText();
  await page.waitForFunction(() => /3 words/.test(document.querySelector(".card .card-size")?.textContent ?? ""));
  await card.locator("summary").click();
  await card.getByLabel("headers").check();
  await page.waitForFunction(() => /4 words/.test(document.querySelector(".card .card-size")?.textContent ?? ""));
  assert.match(await words(), /4 words/);
  assertQuiet(seen);
  await page.close();
});

test("a table of data is taken for the texts that it names", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-US", acceptDownloads: true });
  const seen = await openSite(page);
  const texts = ["a", "b"].map((name) => file(`${name}.txt`, `Text ${name}: freedom and justice.`));
  await choose(page, [...texts, file("data.csv", "file,party,seats\na.txt,Ауыл,7\nb.txt,Жер,12\n")]);
  const offer = page.locator("#table .data-offer");
  await offer.waitFor();
  assert.match(await offer.innerText(), /The column file names 2 of your 2 texts/);
  await offer.getByRole("button").click();
  await settled(page, 2);
  const { documents } = await saved(page);
  assert.deepEqual(documents.map(({ metadata }) => metadata), [
    { party: "Ауыл", seats: 7 },
    { party: "Жер", seats: 12 },
  ]);
  assertQuiet(seen);
  await page.close();
});

test("three hundred files come in, in the order of their names", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-US", acceptDownloads: true });
  const seen = await openSite(page);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    for (let at = 0; at < 300; at += 1) {
      dataTransfer.items.add(new File([`Text ${at}: freedom and justice.`], `text-${at}.txt`));
    }
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelectorAll(".text-row").length === 300);
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  // One is found by its title and opened.
  await page.locator("#texts-find").fill("text-299");
  await page.locator(".text-row button").click();
  await page.locator(".card .card-title").waitFor();
  await page.locator("#texts-find").fill("");
  const { documents } = await saved(page);
  assert.deepEqual(documents.map(({ title }) => title), Array.from({ length: 300 }, (_, at) => `text-${at}`));
  // All of them are one step of the history.
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 3);
  assertQuiet(seen);
  await page.close();
});

test("a copy of a text is named on its card", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-US" });
  const seen = await openSite(page);
  const text = "We defend freedom and justice for every family in this country. ".repeat(12);
  await choose(page, [file("one.txt", text), file("two.docx", docx(text.trim()))]);
  await page.waitForFunction(() => [...document.querySelectorAll(".card-warning")].some(({ textContent }) => textContent.includes("the same words as one")));
  assertQuiet(seen);
  await page.close();
});

for (const [locale, language] of [["kk-KZ", "kk"], ["ru-RU", "ru"], ["en-US", "en"]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`files that come in can be used by everybody: ${language}, ${colorScheme}`, LIMIT, async () => {
      const page = await browser.newPage({ locale, colorScheme, viewport: { width: 1280, height: 800 } });
      const seen = await openSite(page);
      const texts = Array.from({ length: 13 }, (_, at) => file(`мәтін_${2010 + at}.txt`, `Сөз бостандығы ${at}.`));
      await choose(page, [...texts, file("скан.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])), file("кітап.docx", docx("Әділдік."))]);
      await page.waitForFunction(() => document.querySelectorAll(".text-row").length === 14);
      await page.locator(".refused li").waitFor();
      await page.locator(".text-row button").last().click();
      await page.locator(".card-parts summary").click();
      for (const width of [1280, 360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await assertAccessible(page, `the page of texts, ${width} px`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${width} px: ${overflow} px beside the page`);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.locator("#add-files").setInputFiles([file("b.csv", "party;text\nA;Freedom and justice for all of us here.\nB;Family and work, at home and abroad.\n")]);
      await page.locator("#table").waitFor();
      for (const width of [1280, 360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await assertAccessible(page, `the columns of a table, ${width} px`, "#table");
      }
      // The keyboard reaches the button that adds the texts.
      await page.locator("#table-role-0").focus();
      for (let press = 0; press < 8; press += 1) {
        if (await page.evaluate(() => document.activeElement?.classList.contains("primary"))) {
          break;
        }
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Enter");
      await page.locator("#table").waitFor({ state: "hidden" });
      assertQuiet(seen);
      await page.close();
    });
  }
}
