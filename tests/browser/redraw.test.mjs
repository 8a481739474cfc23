// What is not touched is not redrawn. The page counts the renders of a few components where it
// finds an object to count in (src/browser/render_count.rs); the observable effect of each step is
// awaited before the counts are read.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LIMIT, launch, openSite } from "./browser.mjs";

/** The components that are counted, in the state that nothing is redrawn. */
const NONE = { page: 0, header: 0, notices: 0, texts: 0, card: 0, table: 0, row: 0, "lexicon-head": 0, tree: 0 };

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

/** Opens the page, counting renders, and waits for the table. */
async function open() {
  const page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 900 } });
  await page.addInitScript(() => {
    globalThis.tarazyRenders = {};
  });
  await openSite(page);
  await page.locator(".compare-table tbody tr").first().waitFor();
  await settled(page);
  return page;
}

async function settled(page) {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** The renders of each component while `act` runs. */
async function renders(page, act) {
  await settled(page);
  await page.evaluate(() => {
    globalThis.tarazyRenders = {};
  });
  await act();
  await settled(page);
  const counts = await page.evaluate(() => globalThis.tarazyRenders);
  return { ...NONE, ...counts };
}

test("the counters count", LIMIT, async () => {
  const page = await open();
  const counts = await renders(page, async () => {
    const before = await page.locator(".caption-title").innerText();
    await page.locator("#measure").selectOption("count");
    await page.waitForFunction((title) => document.querySelector(".caption-title").innerText !== title, before);
  });
  assert.ok(counts.table > 0 && counts.row > 0, "another measure redraws the table");
  assert.deepEqual([counts.texts, counts.card], [0, 0], "and not the texts");
  await page.close();
});

test("typing in an entry redraws nothing around it", LIMIT, async () => {
  const page = await open();
  await page.evaluate(() => {
    location.hash = "#lexicon";
  });
  await page.locator(".tree-row.is-category", { hasText: "Freedom" }).first().click();
  await page.getByRole("button", { name: "New entry" }).click();
  await page.locator("#entry-language").selectOption("en");
  const counts = await renders(page, async () => {
    await page.locator("#entry-pattern").pressSequentially("education", { delay: 120 });
    await page.locator(".trial .caught-forms > li", { hasText: /^education/ }).waitFor();
  });
  assert.deepEqual(counts, NONE, "neither the table nor the texts nor the tree");
  await page.close();
});

test("the explanation of a line redraws no row and no text", LIMIT, async () => {
  const page = await open();
  await page.locator(".compare-table .cell:not(.is-zero)").first().click();
  await page.locator(".kwic-node").first().waitFor();
  const counts = await renders(page, async () => {
    await page.locator(".why-toggle").first().click();
    await page.locator(".why-row .probe").waitFor();
  });
  assert.deepEqual([counts.page, counts.row, counts.texts, counts.card], [0, 0, 0, 0]);
  await page.close();
});

test("another title redraws no row and no card", LIMIT, async () => {
  const page = await open();
  const counts = await renders(page, async () => {
    await page.locator("#study-title").fill("Programmes, again");
    await page.locator("#study-title").press("Tab");
    await page.waitForFunction(() => document.title.includes("again"));
  });
  assert.deepEqual([counts.page, counts.table, counts.row, counts.card], [0, 0, 0, 0]);
  await page.close();
});
