// Table 1 of the sample of seven programmes: what it names, and how the limits below it change that.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LIMIT, assertAccessible, assertQuiet, launch, openSite } from "./browser.mjs";
import { untilSeen } from "./contexts/patience.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** The special content and the dominant values of each row, as the page shows them. */
function named(page) {
  return page.locator(".table1 tbody tr").evaluateAll((rows) =>
    rows.map((row) => {
      const list = (selector) => [...row.querySelectorAll(selector)].map((name) => name.textContent.trim());
      return {
        special: list(".special :is(.category-title, .nothing)"),
        dominant: list(".dominant :is(.category-title, .nothing)"),
        matches: row.querySelector(".rests-on").textContent,
      };
    }));
}

/** Writes a number into a field and waits until the table is another one. */
async function limit(page, id, number) {
  const before = JSON.stringify(await named(page));
  await page.locator(id).fill(String(number));
  await page.locator(id).press("Enter");
  await changed(page, before);
}

function changed(page, before) {
  return untilSeen(async () => JSON.stringify(await named(page)) !== before, async () => "the table changes");
}

test("the limits of Table 1 change what it names, and undo brings it back", LIMIT, async () => {
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  const seen = await openSite(page);
  await page.locator(".compare-table tbody tr").first().waitFor();
  await page.evaluate(() => {
    location.hash = "#texts";
  });
  await page.locator(".sample-button").nth(1).click();
  await page.evaluate(() => {
    location.hash = "#compare";
  });
  await page.locator(".faces button").nth(1).click();
  await page.waitForFunction(() => document.querySelectorAll(".table1 tbody tr").length === 7);
  await assertAccessible(page, "table1");

  const usual = await named(page);
  const none = (rows, column) => rows.filter((row) => row[column][0] === "none").length;
  assert.equal(none(usual, "special"), 5, "five of seven have no special content");
  for (const row of usual.filter(({ special }) => special[0] !== "none")) {
    assert.ok(row.dominant.includes(row.special[0]), "a topic is among the dominant values");
  }
  assert.match(usual[0].matches, /^n = \d+ matches$/);

  // Without topics no dominant value is a topic, and n is smaller.
  const before = JSON.stringify(usual);
  await page.locator(".table1-limits input[type=checkbox]").uncheck();
  await changed(page, before);
  const apart = await named(page);
  assert.ok(apart.every(({ special, dominant }) => !dominant.includes(special[0])));
  assert.notEqual(apart[2].matches, usual[2].matches);

  // A limit that nothing reaches, and none at all.
  await limit(page, "#table1-special-rate", 1000);
  assert.equal(none(await named(page), "special"), 7);
  await limit(page, "#table1-dominant-matches", 1_000_000);
  assert.equal(none(await named(page), "dominant"), 7);
  // What is not a number changes nothing; what is too large becomes the largest.
  await page.locator("#table1-special-rate").fill("ten");
  await page.locator("#table1-special-rate").press("Enter");
  assert.equal(await page.locator("#table1-special-rate").inputValue(), "1000");
  await limit(page, "#table1-special-rate", 0);
  await page.locator("#table1-special-rate").fill("99999");
  await page.locator("#table1-special-rate").press("Enter");
  await page.waitForFunction(() => document.querySelector("#table1-special-rate").value === "1000");
  const notes = await page.locator(".table1 .notes").innerText();
  assert.match(notes, /none is named where n is below 1,000,000/);

  // Undo goes back step by step; a field has an undo of its own.
  await page.evaluate(() => document.activeElement.blur());
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press("Control+z");
  }
  await untilSeen(async () => JSON.stringify(await named(page)) === before, async () => "undo brings the table back");
  assertQuiet(seen);
});
