// Numbers stand first: how far down the page and how many presses away they are, and that the table
// stays where it is while its contexts are read.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LIMIT, assertAccessible, assertQuiet, launch, openSite } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const LOCALES = ["en-GB", "ru-RU", "kk-KZ"];

async function open(locale, width, height = 800) {
  const page = await browser.newPage({ locale, viewport: { width, height } });
  const seen = await openSite(page);
  // A phone shows one text at a time in the place of the table.
  await page.locator(".compare-table tbody tr, .one-text li").locator("visible=true").first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .progress-line.is-shown') === null);
  return { page, seen };
}

const bottom = (page, selector) =>
  page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().bottom);
const top = (page, selector) =>
  page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().top);

test("the first number stands near the top of the page", LIMIT, async () => {
  for (const locale of LOCALES) {
    for (const [width, selector, most] of [
      [1280, ".compare-table thead", 260],
      [768, ".compare-table thead", 260],
      [360, ".one-text li", 300],
    ]) {
      const { page, seen } = await open(locale, width);
      const place = width === 360 ? await top(page, selector) : await bottom(page, selector);
      assert.ok(place <= most, `${locale}, ${width} px: the first number stands at ${place} px`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${locale}: no sideways scroll at ${width} px`);
      assertQuiet(seen);
      await page.close();
    }
  }
});

test("a few presses of Tab lead to the first number", LIMIT, async () => {
  const { page } = await open("en-GB", 1280);
  let presses = 0;
  const press = async (key) => {
    presses += 1;
    await page.keyboard.press(key);
    return page.evaluate(() => document.activeElement.className);
  };
  assert.match(await press("Tab"), /skip-link/);
  let focused = await press("Enter");
  while (!/\bcell\b/.test(focused)) {
    focused = await press("Tab");
    assert.ok(presses <= 12, `after ${presses} presses the focus is at ${focused}`);
  }
  await page.close();
});

test("contexts are docked: the table stays, Escape returns to the number", LIMIT, async () => {
  for (const [width, dock] of [[1280, "below"], [1600, "beside"]]) {
    const { page, seen } = await open("en-GB", width);
    const cell = page.locator(".compare-table .cell").nth(12);
    const before = await cell.boundingBox();
    await cell.click();
    await page.locator(".kwic-node").first().waitFor();
    assert.deepEqual(await cell.boundingBox(), before, `${width} px: the cell does not move`);
    if (dock === "beside") {
      await page.getByRole("button", { name: "Dock beside the table" }).click();
      const [table, contexts] = [await page.locator(".table-area").boundingBox(), await page.locator(".contexts-area").boundingBox()];
      assert.ok(contexts.x >= table.x + table.width, "the contexts stand beside the table");
      await page.reload();
      await page.evaluate(() => globalThis.tarazy.started);
      await page.locator(".table-place.dock-beside .kwic-node").first().waitFor();
    } else {
      await page.locator(".kwic tbody tr").nth(3).waitFor();
      const contexts = await page.locator(".contexts-area").boundingBox();
      assert.ok(contexts.y + contexts.height <= 801, `the contexts end at the lower edge: ${JSON.stringify(contexts)}`);
      const lines = await page.locator(".kwic tbody tr").evaluateAll((rows) =>
        rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length);
      assert.ok(lines >= 4, `${lines} lines are in sight`);
    }
    await assertAccessible(page, `contexts ${dock}`);
    await page.locator(".kwic-node").first().focus();
    await page.keyboard.press("Escape");
    await page.locator(".contexts-area").waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement.classList.contains("cell"));
    assertQuiet(seen);
    await page.close();
  }
});

test("a number of the last row stays in sight above its contexts", LIMIT, async () => {
  const { page } = await open("en-GB", 1280, 620);
  const cell = page.locator(".compare-table tbody tr:last-child .cell").first();
  await cell.click();
  await page.locator(".kwic-node").first().waitFor();
  await page.waitForFunction(() => {
    const cell = document.querySelector(".cell.is-selected").getBoundingClientRect();
    const contexts = document.querySelector(".contexts-area").getBoundingClientRect();
    return cell.bottom <= contexts.top && cell.top >= 0;
  });
  await page.close();
});

test("a menu closes by Escape, by a press elsewhere and by what is chosen in it", LIMIT, async () => {
  const { page, seen } = await open("en-GB", 1280);
  const menu = page.locator("#more-options");
  const isOpen = () => menu.evaluate((details) => details.open);
  const summary = menu.locator("summary");
  await summary.click();
  await assertAccessible(page, "an open menu");
  await page.locator("#decimals").focus();
  await page.keyboard.press("Escape");
  assert.equal(await isOpen(), false);
  assert.equal(await summary.evaluate((element) => element === document.activeElement), true);
  await summary.click();
  await page.locator(".caption-title").first().click();
  assert.equal(await isOpen(), false);
  await summary.click();
  await page.locator("#decimals").selectOption("2");
  assert.equal(await isOpen(), true, "a choice leaves it open for the next one");
  await page.locator("#study-title").focus();
  assert.equal(await isOpen(), false);
  await summary.click();
  await page.locator(".policies-link").click();
  assert.equal(new URL(page.url()).hash.startsWith("#policies"), true);
  assertQuiet(seen);
  await page.close();
});
