// What happens to a text as people have it: Latin letters inside Cyrillic words, words cut by line
// ends, an old encoding. The receipt shows what was repaired, undoes it and does it again, and the
// numbers of the table follow.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { LIMIT, assertAccessible, assertQuiet, launch, openFile, openMenu, openSite, paste } from "./browser.mjs";


// «Әдiлеттiлiк пен теңдiк» with Latin i throughout, two words cut by line ends.
const DIRTY =
  "Бiздiң елiмiзде әдiлеттiлiк пен теңдiк орнады. Сөз бостан-\nдығына кепiлдiк берiледi.\n" +
  "Халықтың бiрлiгi мен ынтымағы, қоғам-\nдық келiсiм – мемлекеттiң тiрегi.\n";

// «Әділеттілік пен бостандық – біздің құндылығымыз. Халқымыздың бірлігі – мемлекеттің тірегі.» in
// KZ-1048.
const KZ_1048 = Buffer.from(
  "a3e4b3ebe5f2f2b3ebb3ea20efe5ed20e1eef1f2e0ede4fb9d209620e1b3e7e4b3be209da2ede4fbebfbbafbecfbe72e20d5e0eb9dfbecfbe7e4fbbe" +
    "20e1b3f0ebb3e3b3209620ece5ecebe5eae5f2f2b3be20f2b3f0e5e3b32e",
  "hex",
);

let browser;
let folder;

before(async () => {
  browser = await launch();
  folder = await mkdtemp(path.join(tmpdir(), "tarazy-"));
});

after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Waits until the table has this number of rows, all counted. */
async function settled(page, rows) {
  await page.waitForFunction(
    (count) =>
      document.querySelector('[aria-busy="true"]') === null &&
      document.querySelectorAll(".compare-table tbody tr").length === count,
    rows,
  );
}

/** The counts of the first text, by path. */
async function counts(page) {
  await openMenu(page, "export-menu");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".export-bar").getByRole("button", { name: "JSON", exact: true }).click(),
  ]);
  return JSON.parse(await readFile(await download.path(), "utf8")).documents[0].counts;
}

const all = (values) => Object.values(values).reduce((sum, count) => sum + count, 0);

async function go(page, place) {
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, place);
}

for (const [name, open] of [["http", openSite], ["file", openFile]]) {
  test(`a repair is seen, undone and done again, from ${name}`, LIMIT, async () => {
    const context = await browser.newContext({ locale: "en-US", acceptDownloads: true });
    const page = await context.newPage();
    const seen = await open(page);
    await settled(page, 3);
    await paste(page, DIRTY);
    await settled(page, 1);
    const repaired = await counts(page);

    // The card says what was repaired and leads to the receipt; so does the line under the table.
    const line = page.locator(".card-repairs");
    assert.match(await line.innerText(), /look-alike letters in \d+ words, 2 line-end hyphens/);
    assert.equal(await page.locator(".footnote-repairs a").getAttribute("href"), "#repairs/1");
    await line.click();
    const kind = page.locator(".receipt-kind", { has: page.locator("#receipt-look-alike") });
    await kind.waitFor();
    await assertAccessible(page, "receipt");
    const first = kind.locator("tbody tr").first();
    assert.notEqual(await first.locator(".before").innerText(), await first.locator(".after").innerText());
    assert.ok((await kind.locator(".before .letter-changed").first().getAttribute("title")).includes("U+0069"));
    const cut = page.locator(".receipt-kind", { has: page.locator("#receipt-line-end-hyphen") });
    assert.match(await cut.innerText(), /бостан-⏎дығына\s*→?\s*бостандығына/);

    // Undone, the words are found no more; the button stays under the finger and does it again.
    await kind.getByRole("button", { name: /^Leave as given/ }).click();
    const again = kind.getByRole("button", { name: /^Repair:/ });
    await again.waitFor();
    assert.ok(await again.evaluate((button) => button === document.activeElement), "focus stays");
    await line.filter({ hasText: /Left as given: look-alike letters/ }).waitFor();
    await go(page, "compare");
    await settled(page, 1);
    const given = await counts(page);
    assert.ok(all(given) < all(repaired), `${all(given)} matches as given, ${all(repaired)} repaired`);
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => !document.querySelector(".card-repairs").textContent.includes("Left as given"));
    await settled(page, 1);
    assert.deepEqual(await counts(page), repaired, "undo of the undo restores every number");

    // The repaired text can be saved, and read with its repairs in sight.
    await go(page, "repairs/1");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the repaired text" }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    assert.match(text, /бостандығына\n?/);
    assert.ok(!/[i]/.test(text), "no Latin i is left");
    await page.getByRole("link", { name: "Read the text" }).click();
    const toggle = page.getByRole("button", { name: /^Show \d+ repairs/ });
    await toggle.click();
    assert.equal(await toggle.getAttribute("aria-pressed"), "true");
    assert.ok((await page.locator(".repaired").count()) > 5);
    assert.ok((await page.locator('.repaired[title="in the source: бостан-⏎дығына"]').count()) > 0);
    await assertAccessible(page, "reader with repairs");
    assertQuiet(seen);
    await context.close();
  });
}

test("an old encoding is read, and another one can be chosen", LIMIT, async () => {
  const context = await browser.newContext({ locale: "en-US", acceptDownloads: true });
  const page = await context.newPage();
  const seen = await openSite(page);
  await settled(page, 3);
  const file = path.join(folder, "qundylyq.txt");
  await writeFile(file, KZ_1048);
  await go(page, "texts");
  await page.locator("#add-files").setInputFiles(file);
  const card = page.locator(".card");
  await card.getByText("Read as KZ-1048").waitFor();
  await card.getByText("Read as KZ-1048").click();
  const excerpt = page.locator(".receipt-excerpt");
  await excerpt.getByText("Әділеттілік пен бостандық").waitFor();
  const choice = page.locator("#receipt-encoding-choice");
  assert.equal(await choice.locator("option:checked").innerText(), "auto: KZ-1048");

  // A set of letters that reads every byte, wrongly.
  await choice.selectOption("koi8-r");
  await page.waitForFunction(() => !document.querySelector(".receipt-excerpt").textContent.includes("пен"));
  await assertAccessible(page, "another encoding");
  // One that cannot read the bytes at all: the text stays, read as before, and that is said.
  await choice.selectOption("utf-8");
  const notice = page.locator(".notice", { hasText: "cannot be read as UTF-8" });
  await notice.waitFor();
  await page.waitForFunction(() => document.querySelector("#receipt-encoding-choice").value === "koi8-r");
  await choice.selectOption("auto");
  await excerpt.getByText("Әділеттілік пен бостандық").waitFor();
  await go(page, "compare");
  await settled(page, 1);
  assert.ok(all(await counts(page)) > 0);
  assertQuiet(seen);
  await context.close();
});

test("a doubtful encoding is said on the card, with the choice beside it", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-US" });
  const seen = await openSite(page);
  await settled(page, 3);
  const file = path.join(folder, "short.txt");
  await writeFile(file, Buffer.from("f2f3ead6b3f0", "hex"));
  await go(page, "texts");
  await page.locator("#add-files").setInputFiles(file);
  const card = page.locator(".card");
  const warning = card.locator(".card-warning", { hasText: "the encoding was guessed" });
  await warning.waitFor();
  await assertAccessible(page, "a doubtful encoding");
  const choice = card.locator('select[id^="encoding-"]');
  await choice.selectOption("kz-1048");
  await card.getByText("Read as KZ-1048").waitFor();
  await warning.waitFor({ state: "detached" });
  assert.equal(await choice.inputValue(), "kz-1048", "the choice stays at hand");
  assertQuiet(seen);
  await page.close();
});

test("a text that nobody can read says so, with the choice of its encoding beside it", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-US" });
  const seen = await openSite(page);
  await settled(page, 3);
  // UTF-8 with one broken letter.
  const file = path.join(folder, "broken.txt");
  await writeFile(file, Buffer.concat([Buffer.from("Бостандық пен теңдік, "), Buffer.from([0xff]), Buffer.from(" әділ сот.")]));
  await go(page, "texts");
  await page.locator("#add-files").setInputFiles(file);
  const notice = page.locator(".notice", { hasText: "broken.txt" });
  await notice.waitFor();
  await assertAccessible(page, "a refused text");
  await notice.locator("select").selectOption("windows-1251");
  await page.locator(".card-repairs", { hasText: "Read as Windows-1251" }).waitFor();
  assert.equal(await notice.count(), 0);
  assertQuiet(seen);
  await page.close();
});
