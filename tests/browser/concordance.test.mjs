// What is done with contexts: one line is copied with its place, all lines are saved.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { LIMIT, assertAccessible, assertQuiet, launch, openSite } from "./browser.mjs";
import { untilSeen } from "./contexts/patience.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function openContexts() {
  const permissions = ["clipboard-read", "clipboard-write"];
  const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 800 }, permissions });
  const seen = await openSite(page);
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.locator(".compare-table .cell").nth(12).click();
  await page.locator(".kwic-node").first().waitFor();
  return { page, seen };
}

/** Returns what is copied next. */
const copied = (page, before) =>
  untilSeen(
    async () => {
      const text = await page.evaluate(() => navigator.clipboard.readText());
      return text !== before && text;
    },
    async () => "nothing is copied",
  );

test("a line is copied as a quotation with its place", LIMIT, async () => {
  const { page, seen } = await openContexts();
  await page.evaluate(() => navigator.clipboard.writeText("nothing"));
  const [first, second] = await page.locator(".kwic-node").evaluateAll((nodes) => nodes.map((node) => node.textContent));
  await page.locator(".kwic-node").first().focus();
  await page.keyboard.press("Control+c");
  const byKey = await copied(page, "nothing");
  const form = /^“…?(.*)” \((.+), paragraph (\d+), sentence (\d+)\)$/;
  assert.match(byKey, form);
  assert.ok(byKey.includes(first), `${byKey}: ${first}`);
  await page.getByRole("button", { name: /^Copy the line with/ }).nth(1).click();
  const byButton = await copied(page, byKey);
  assert.match(byButton, form);
  assert.ok(byButton.includes(second), `${byButton}: ${second}`);
  // What is selected is copied by the browser.
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector("#contexts-heading")));
  await page.keyboard.press("Control+c");
  assert.doesNotMatch(await copied(page, byButton), form);
  assertQuiet(seen);
  await page.close();
});

test("all lines of a cell are saved as they are chosen", LIMIT, async () => {
  const { page, seen } = await openContexts();
  const total = Number(/of (\d+)/.exec(await page.locator(".contexts-count").innerText())[1]);
  const save = async (format) => {
    await page.locator("#contexts-menu > summary").click();
    const button = page.locator("#contexts-menu").getByRole("button", { name: format });
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    assert.equal(download.suggestedFilename(), `tarazy-contexts.${format.toLowerCase()}`);
    return readFile(await download.path());
  };
  const lines = async () => (await save("CSV")).toString("utf8").trimEnd().split(/\r?\n/).length - 1;
  assert.equal(await lines(), total);
  const nodes = await page.locator(".kwic-node").allInnerTexts();
  const times = (form) => nodes.filter((node) => node === form).length;
  const [rarest] = nodes.toSorted((one, other) => times(one) - times(other));
  await page.locator("#contexts-filter").fill(rarest);
  await page.keyboard.press("Enter");
  await page.waitForFunction((total) => {
    const count = /of (\d+)/.exec(document.querySelector(".contexts-count").textContent);
    return count && Number(count[1]) < total;
  }, total);
  const chosen = Number(/of (\d+)/.exec(await page.locator(".contexts-count").innerText())[1]);
  assert.equal(await lines(), chosen);
  for (const format of ["XLSX", "DOCX"]) {
    assert.equal((await save(format)).subarray(0, 2).toString("latin1"), "PK");
  }
  assertQuiet(seen);
  await page.close();
});

test("all texts are searched from anywhere, and what is found becomes an entry", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
  const seen = await openSite(page);
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.keyboard.press("/");
  const field = page.locator("#search-pattern");
  await field.waitFor();
  await page.waitForFunction(() => document.activeElement.id === "search-pattern");
  await page.keyboard.type("child");
  await page.locator(".kwic-node").first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "search-pattern", "who types is not disturbed");
  const nodes = () => page.locator(".kwic-node").evaluateAll((nodes) => [...new Set(nodes.map((node) => node.textContent.toLowerCase()))].sort());
  assert.ok((await nodes()).includes("children"), `the forms of the word: ${await nodes()}`);
  await assertAccessible(page, "search");
  // From the text back to the line, the pattern is still there.
  await page.locator(".kwic-node").first().click();
  await page.locator(".reader-text").waitFor();
  await page.waitForFunction(() => document.activeElement.matches(".mark.is-focused"));
  assert.match(await page.locator(".mark.is-focused").innerText(), /child/i);
  const place = await page.locator(".mark.is-focused").boundingBox();
  assert.ok(place.y > 0 && place.y < 800, `what was found is in view: ${JSON.stringify(place)}`);
  await page.keyboard.press("Escape");
  await page.locator(".kwic-node").first().waitFor();
  assert.equal(await field.inputValue(), "child");
  await field.fill("/(/");
  await page.locator(".contexts-area .trial-problem").waitFor();
  await field.fill("zyzzyva");
  await page.getByText("Not found in any text.").waitFor();
  await field.fill("peace");
  await page.locator(".kwic-node").first().waitFor();
  await page.locator("#search-category").selectOption({ index: 0 });
  await page.getByRole("button", { name: "Add to the category" }).click();
  await page.getByText(/“peace” has been added to/).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => location.hash === "#compare");
  // Who opens the search from a number and closes it is at the number.
  await page.locator(".compare-table .cell").nth(3).focus();
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement.id === "search-pattern");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.matches(".compare-table .cell"));
  assertQuiet(seen);
  await page.close();
});
