// The lexicon is edited beside the texts: an entry is previewed while it is typed, added, moved and
// annotated; categories are renamed, split and merged; a dictionary of another tool is opened with
// a report of its losses; everything is undone. The worker does all of it, without any request.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { LIMIT, assertAccessible, assertQuiet, launch, openFile, openSite } from "./browser.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

async function go(page, place) {
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, place);
}

async function settled(page) {
  // On a narrow screen the table is there but shown as cards.
  await page.locator(".compare-table tbody tr").first().waitFor({ state: "attached" });
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/** The counts of a column, text by text. */
async function column(page, title) {
  await go(page, "#compare");
  await settled(page);
  await page.locator("#measure").selectOption("count");
  // The table is drawn within the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return page.evaluate((wanted) => {
    const heads = [...document.querySelectorAll(".compare-table thead th")].map((head) => head.innerText);
    const at = heads.findIndex((head) => head.includes(wanted));
    const rows = [...document.querySelectorAll(".compare-table tbody tr")];
    return rows.map((row) => Number(row.children[at].innerText.match(/\d+/)[0]));
  }, title);
}

const entry = (page, written) => page.locator(".tree-row.is-entry", { hasText: written }).first();
const category = (page, title) => page.locator(".tree-row.is-category", { hasText: title }).first();

async function openTree(page) {
  await go(page, "#lexicon");
  await category(page, "Freedom").waitFor();
}

for (const [name, open] of [["http", openSite], ["file", openFile]]) {
  test(`an entry is tried, added, moved and undone, from ${name}`, LIMIT, async () => {
    const page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 900 } });
    const seen = await open(page);
    await settled(page);
    const freedom = await column(page, "Freedom");
    const justice = await column(page, "Justice");

    await openTree(page);
    await assertAccessible(page, "tree");
    await category(page, "Freedom").click();
    await page.getByRole("button", { name: "New entry" }).click();
    await page.locator("#entry-language").selectOption("en");
    await page.locator("#entry-pattern").fill("education");
    // Forms with their counts, without pressing a button.
    const form = page.locator(".trial .caught-forms > li", { hasText: /^education/ });
    await form.waitFor();
    const caught = Number((await form.innerText()).split("\u00a0")[1].match(/^\d+/)[0]);
    assert.ok(caught > 0);
    const effect = page.locator(".trial-effects li", { hasText: "Freedom" });
    assert.match(await effect.innerText(), new RegExp(`\\+${caught}$`));
    await assertAccessible(page, "trial");
    // An invalid pattern says what is wrong with it.
    await page.locator("#entry-pattern").fill("educat[");
    await page.locator(".trial-problem").waitFor();
    await page.locator("#entry-pattern").fill("education");
    await form.waitFor();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.locator("#entries-search").fill("education");
    await entry(page, "education").waitFor();
    const sum = (list) => list.reduce((total, count) => total + count, 0);
    assert.equal(sum(await column(page, "Freedom")), sum(freedom) + caught, "what was announced comes true");

    // Dragged onto another category.
    await openTree(page);
    await page.locator("#entries-search").fill("");
    await page.locator("#entries-language").selectOption("en");
    await page.getByRole("button", { name: "Close all" }).click();
    await page.locator(".tree-row.is-entry").first().waitFor({ state: "detached" });
    await page.locator("#entries-search").fill("education");
    await entry(page, "education").waitFor();
    await entry(page, "education").click();
    await page.locator(".pane-head #entry-category").waitFor();
    await page.locator(".pane-head #entry-category").selectOption("justice");
    await category(page, "Justice").waitFor();
    assert.equal(sum(await column(page, "Justice")), sum(justice) + caught);
    assert.deepEqual(await column(page, "Freedom"), freedom);

    // The history names each step, and a click goes back to any of them.
    await go(page, "#lexicon/history");
    const steps = page.locator(".history-list li");
    await page.locator(".history-list .is-now").waitFor();
    assert.match(await steps.first().innerText(), /entry moved: education → Justice/);
    await assertAccessible(page, "history");
    await page.getByRole("button", { name: "the beginning" }).click();
    assert.deepEqual(await column(page, "Justice"), justice);
    assert.deepEqual(await column(page, "Freedom"), freedom);
    assertQuiet(seen);
    await page.close();
  });

  test(`entries are dragged, categories renamed, split and merged, from ${name}`, LIMIT, async () => {
    const page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 900 } });
    const seen = await open(page);
    await settled(page);
    await openTree(page);
    await page.locator("#entries-search").fill("liberty");
    await page.locator("#entries-language").selectOption("en");
    await entry(page, "liberty").waitFor();
    await category(page, "Freedom").click();
    await page.locator(".category-pane .category-title[lang=en]").fill("Liberty and freedom");
    await page.locator(".category-pane .category-title[lang=en]").press("Tab");
    await category(page, "Liberty and freedom").waitFor();

    // A marked entry becomes a category of its own.
    await entry(page, "liberty").click({ modifiers: ["Control"] });
    await page.locator(".marked-bar").waitFor();
    await category(page, "Liberty and freedom").click();
    await page.getByRole("button", { name: "Make a category of the marked entry" }).click();
    await category(page, "New category").waitFor();
    assert.ok((await column(page, "New category")).some((count) => count > 0));

    // Dragged onto a category.
    await openTreeOf(page, "Liberty and freedom");
    await page.locator("#entries-language").selectOption("en");
    await page.locator("#entries-search").fill("New category");
    await entry(page, "liberty").waitFor();
    await page.locator("#entries-search").fill("liberty");
    await category(page, "Liberty and freedom").waitFor();
    await entry(page, "liberty").dragTo(category(page, "Liberty and freedom"));
    await page.waitForFunction(() => {
      const rows = [...document.querySelectorAll(".tree-row.is-category")];
      return !rows.some((row) => row.innerText.includes("New category") && row.innerText.includes("(1)"));
    });
    await page.locator("#entries-search").fill("New category");
    await category(page, "New category").click();
    await page.locator("#category-merge").selectOption("justice");
    await page.locator("#entries-search").fill("");
    await page.waitForFunction(
      () => ![...document.querySelectorAll(".tree-row.is-category")].some((row) => row.innerText.includes("New category")),
    );
    assertQuiet(seen);
    await page.close();
  });

  test(`a dictionary of another tool lists its losses, and a broken one leaves the open one, from ${name}`, LIMIT, async () => {
    const page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 900 } });
    const seen = await open(page);
    await settled(page);
    await openTree(page);
    const load = (file, text) =>
      page.locator("#lexicon-file").setInputFiles({ name: file, mimeType: "text/plain", buffer: Buffer.from(text) });
    await load("moral.dic", "%\r\n1\tcare\r\n2\tfairness\r\n%\r\nprotect*\t1\r\nequal*\t2\t9\r\n");
    await page.locator(".import-report", { hasText: "a LIWC dictionary" }).waitFor();
    assert.match(await page.locator(".import-report .losses").innerText(), /moral\.dic, line 6/);
    await category(page, "fairness").waitFor();
    await assertAccessible(page, "import");
    assert.ok((await column(page, "fairness")).some((count) => count > 0));
    await go(page, "#lexicon");
    await load("broken.toml", "format = 1\nid = ");
    await page.locator(".problems", { hasText: "broken.toml" }).waitFor();
    assert.match(await page.locator(".problems li").first().innerText(), /line 2/);
    await category(page, "fairness").waitFor();
    await page.locator("#lexicon-save").selectOption("lc3");
    await page.locator(".notice", { hasText: "moral.lc3" }).waitFor();
    // Two columns without heads: a shape is guessed, and another can be chosen.
    await load("pairs.csv", "justice,equality\nfreedom,rights\nfamily,duty\n");
    await page.locator("#import-shape").waitFor();
    assert.equal(await page.locator("#import-shape").inputValue(), "");
    await page.locator("#import-shape").selectOption("tidytext");
    await category(page, "rights").waitFor();
    await page.locator("#import-shape").selectOption("long");
    await category(page, "freedom").waitFor();
    assert.equal(await page.locator("#import-shape").inputValue(), "long");
    // What was opened before comes back with its report, and a workbook is written of it.
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press("Control+z");
    }
    await category(page, "fairness").waitFor();
    const saved = page.waitForEvent("download");
    await page.locator("#lexicon-save").selectOption("xlsx");
    const workbook = await saved;
    assert.equal(workbook.suggestedFilename(), "moral.xlsx");
    const file = await workbook.path();
    await page.locator("#lexicon-file").setInputFiles({ name: "again.xlsx", mimeType: "", buffer: await readFile(file) });
    await page.locator(".import-report", { hasText: "again.xlsx" }).waitFor();
    await category(page, "fairness").waitFor();
    // What no reader knows is refused with the reason, and the open lexicon stays.
    await load("broken.yaml", "a:\n  - [x\n");
    await page.locator(".problems", { hasText: "broken.yaml" }).waitFor();
    await category(page, "fairness").waitFor();
    // Another lexicon to compare with may be in any format.
    await go(page, "#lexicon/changes");
    await page.locator("#changes-file").setInputFiles({
      name: "other.yaml",
      mimeType: "text/plain",
      buffer: Buffer.from("care:\n  - protect*\n"),
    });
    await page.locator("#changes-other option", { hasText: "other.yaml" }).waitFor({ state: "attached" });
    assertQuiet(seen);
    await page.close();
  });
}

async function openTreeOf(page, title) {
  await go(page, "#lexicon");
  await category(page, title).waitFor();
}

test("50,000 entries scroll in a window of rows", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 900 } });
  const seen = await openSite(page);
  await settled(page);
  let text = 'format = 1\nid = "large"\nversion = "1"\n';
  for (let category = 0; category < 50; category += 1) {
    text += `[[category]]\nid = "c${category}"\nen.entries = [\n`;
    for (let entry = 0; entry < 1000; entry += 1) {
      text += `"word${category}x${entry}",\n`;
    }
    text += "]\n";
  }
  await go(page, "#lexicon");
  await page
    .locator("#lexicon-file")
    .setInputFiles({ name: "large.toml", mimeType: "text/plain", buffer: Buffer.from(text) });
  await category(page, "c0").waitFor();
  assert.ok((await page.locator(".tree-row").count()) <= 160);
  await page.locator(".tree-scroll").evaluate((tree) => {
    tree.scrollTop = tree.scrollHeight;
  });
  await entry(page, "word49x999").waitFor();
  assert.ok((await page.locator(".tree-row").count()) <= 160, "only what is near is drawn");
  // By keyboard too: End goes to the last row and Enter shows it.
  await page.locator(".tree-scroll").focus();
  await page.keyboard.press("Home");
  await category(page, "c0").waitFor();
  await page.keyboard.press("End");
  await entry(page, "word49x999").waitFor();
  await page.keyboard.press("Enter");
  await page.locator("#entry-pattern").waitFor();
  assert.equal(await page.locator("#entry-pattern").inputValue(), "word49x999");
  assertQuiet(seen);
  await page.close();
});

test("the views of the lexicon and two policies side by side are there in three languages", LIMIT, async () => {
  for (const [locale, width] of [["en-US", 1280], ["ru-RU", 360], ["kk-KZ", 360]]) {
    const page = await browser.newPage({ locale, viewport: { width, height: 900 } });
    const seen = await openSite(page);
    await settled(page);
    for (const [place, shown] of [
      ["#lexicon", ".tree-row"],
      ["#lexicon/parallel", ".parallel-table"],
      ["#lexicon/checks", ".lint-group"],
      ["#lexicon/changes", ".difference"],
      ["#lexicon/validation", ".validation"],
      ["#lexicon/history", ".history-list"],
      ["#policies/independent", ".policies"],
    ]) {
      await go(page, place);
      await page.locator(shown).first().waitFor();
      await assertAccessible(page, `${place} in ${locale}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${place} in ${locale} is no wider than the screen: ${overflow}`);
    }
    assertQuiet(seen);
    await page.close();
  }
});

test("the card of a lexicon stands beside it and follows the lexicon", LIMIT, async () => {
  for (const [locale, width, figures, example] of [
    ["en-US", 1280, /Kazakh texts: \d+ of \d+ judged matches are right: \d+ %/, "“Our nation keeps its promises.”"],
    ["ru-RU", 360, /Казахские тексты: из \d+ оценённых совпадений верных \d+: \d+ %/, "«Мы любим свою Родину.»"],
    ["kk-KZ", 360, /Қазақша мәтіндер: бағаланған сәйкестік – \d+, дұрысы – \d+: \d+ %/, "«Біз Отанымызды сүйеміз.»"],
  ]) {
    const page = await browser.newPage({ locale, viewport: { width, height: 900 } });
    const seen = await openSite(page);
    await settled(page);
    await go(page, "#lexicon");
    const card = page.locator(".lexicon-card");
    await card.waitFor();
    assert.match(await card.innerText(), figures);
    assert.equal(await card.getByText(example).isVisible(), false);
    await card.locator("summary").click();
    await card.getByText(example).waitFor();
    await assertAccessible(page, `the card in ${locale}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `the card in ${locale} is no wider than the screen: ${overflow}`);
    // A lexicon with markup in its card and a validation of its own.
    const text = [
      'format = 1', 'id = "own"', 'version = "2.0.0"', 'title = "Own"', '[card]',
      'limits = "<img src=x onerror=alert(1)> [link](https://example.org)"',
      '[[validation]]', 'language = "kk"', 'version = "2.0.0"', 'date = "2026-12-01"', 'texts = "Speeches"',
      'coders = 1', 'sampled = 20', 'correct = 15', 'debatable = 3', 'wrong = 2',
      '[[category]]', 'id = "freedom"', 'kk.entries = ["бостандық"]',
    ].join("\n");
    await page.locator("#lexicon-file").setInputFiles({ name: "own.toml", mimeType: "text/plain", buffer: Buffer.from(text) });
    await card.getByText("75 % (53–89 %)").first().waitFor();
    await card.getByText("<img src=x onerror=alert(1)> [link](https://example.org)").waitFor();
    assert.equal(await card.locator("img, a").count(), 0);
    assertQuiet(seen);
    await page.close();
  }
});
