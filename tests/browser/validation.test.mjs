// A sample of matches is saved with its instructions, judged, and opened again: the page shows how
// precise the lexicon is. Nothing is requested for it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { LIMIT, assertAccessible, assertQuiet, launch, openFile } from "./browser.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

async function saved(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a sample is saved, judged and scored in the page", LIMIT, async () => {
  const page = await browser.newPage({ locale: "ru-RU", viewport: { width: 360, height: 900 } });
  const seen = await openFile(page);
  await page.locator(".compare-table tbody tr").first().waitFor({ state: "attached" });
  await page.evaluate(() => {
    location.hash = "#lexicon/validation";
  });
  await page.locator("#validation-size").fill("3");
  await page.locator("#validation-size").press("Enter");
  const sample = await saved(page, "Сохранить выборку (CSV)");
  assert.equal(sample.name, "tarazy-sample.csv");
  const again = await saved(page, "Сохранить выборку (CSV)");
  assert.deepEqual(again.bytes, sample.bytes, "the same seed draws the same matches");
  const instructions = await saved(page, "Сохранить инструкцию");
  assert.equal(instructions.name, "tarazy-sample-instructions.docx");
  assert.equal(instructions.bytes.subarray(0, 2).toString(), "PK");

  // No cell of these samples has a separator or a quotation mark in it, but the contexts, which
  // quotation marks surround: the judgement is the first empty cell before two separators.
  const [head, ...rows] = sample.bytes.toString("utf8").replace("\uFEFF", "").trimEnd().split("\n");
  assert.match(head, /^number;category_title;left;match;right;judgement;note;category;/);
  assert.ok(rows.length > 10);
  const judgements = ["да", "иә", "0,5", "нет"];
  const judged = rows.map((row, at) => {
    const cut = row.lastIndexOf(";;;");
    assert.ok(cut > 0, row);
    return `${row.slice(0, cut)};${judgements[at % judgements.length]};${row.slice(cut + 2)}`;
  });
  const file = (name, lines) => ({ name, mimeType: "text/csv", buffer: Buffer.from([head, ...lines].join("\r\n")) });
  await page.locator("#validation-files").setInputFiles([file("first.csv", judged)]);
  await page.locator(".validation .twin").waitFor();
  const numbers = await page.locator(".validation .twin tbody tr", { hasText: "все категории" }).evaluateAll((lines) =>
    lines.map((line) => [...line.querySelectorAll("td")].slice(2, 6).map((cell) => Number(cell.innerText))),
  );
  const sums = numbers.reduce((sum, own) => sum.map((number, at) => number + own[at]), [0, 0, 0, 0]);
  const expected = (wanted) => rows.filter((_, at) => wanted.includes(judgements[at % judgements.length])).length;
  assert.deepEqual(sums, [rows.length, expected(["да", "иә"]), expected(["0,5"]), expected(["нет"])]);
  await assertAccessible(page, "validation");
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);

  await page.locator("#validation-files").setInputFiles([file("first.csv", judged), file("second.csv", judged)]);
  await page.getByText("каппа Коэна 1,00").first().waitFor();
  const wrong = [judged[0].replace(";да;", ";может быть;"), ...judged.slice(1)];
  await page.locator("#validation-files").setInputFiles([file("wrong.csv", wrong)]);
  await page.getByText("wrong.csv: строка 2: «может быть» — не оценка").waitFor();
  assertQuiet(seen);
  await page.close();
});
