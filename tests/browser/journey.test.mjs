// What a scholar does first, from http and from a file: look at the sample, paste a text, follow a
// number to its words, change the language, save the table. Every number on the way is that of the
// command line, and nothing is asked of any network.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { LIMIT, assertAccessible, assertQuiet, launch, openFile, openMenu, openSite, paste } from "./browser.mjs";
import { PROGRAM, build } from "./command-line.mjs";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

const PASTED =
  "Біз үшін ең қымбат қазына – адам және оның өмірі, құқықтары мен бостандықтары.\n\n" +
  "Сөз бостандығына кепілдік беріледі. Отбасының амандығы мен халқымыздың бірлігі – мемлекеттің тірегі.\n\n" +
  "Ауыл шаруашылығын дамытып, табиғатты қорғаймыз; әділ сотқа жол ашамыз.";

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

/** What the command line counts in files: the report as JSON. */
async function counted(...files) {
  const { stdout } = await run(PROGRAM, ["count", ...files, "--format", "json"], {
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout);
}

const rows = (page) => page.locator(".compare-table tbody tr");

/** Saves the table as JSON by its button and reads it. */
async function saved(page, name) {
  await openMenu(page, "export-menu");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".export-bar").getByRole("button", { name, exact: true }).click(),
  ]);
  return readFile(await download.path(), "utf8");
}

async function settled(page) {
  await page.locator(".compare-table").waitFor();
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"]') === null && document.querySelector(".compare-table tbody tr") !== null,
  );
}

for (const [name, open] of [["http", openSite], ["file", openFile]]) {
  test(`the main journey from ${name}`, LIMIT, async () => {
    const context = await browser.newContext({ locale: "en-US", acceptDownloads: true });
    const page = await context.newPage();
    const seen = await open(page);

    // The sample study is there without a click.
    await settled(page);
    await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 3);
    await assertAccessible(page, "table");
    const sample = JSON.parse(await saved(page, "JSON"));
    const samples = ["kaz", "rus", "eng"].map((language) => path.join(root, `www/samples/udhr-${language}.txt`));
    const fromCommandLine = await counted(...samples);
    assert.deepEqual(sample.documents.map(({ counts }) => counts), fromCommandLine.documents.map(({ counts }) => counts));
    assert.deepEqual(sample.documents.map(({ sha256 }) => sha256), fromCommandLine.documents.map(({ sha256 }) => sha256));
    assert.equal(sample.lexicon.sha256, fromCommandLine.lexicon.sha256);

    // A pasted Kazakh text becomes a row, with the numbers of the command line.
    await paste(page, PASTED);
    await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 1);
    await settled(page);
    const file = path.join(folder, "pasted.txt");
    await writeFile(file, PASTED);
    const own = JSON.parse(await saved(page, "JSON")).documents[0];
    const other = (await counted(file)).documents[0];
    assert.equal(own.language, "kk");
    for (const key of ["characters", "characters_without_spaces", "words", "counts", "sha256"]) {
      assert.deepEqual(own[key], other[key], key);
    }
    assert.ok(Object.values(own.counts).reduce((sum, count) => sum + count, 0) >= 8, "the text is full of values");

    // A cell leads to its contexts, with the number of lines that the cell counts.
    const cell = page.locator(".compare-table tbody tr").first().locator("td.category button, td button").first();
    await cell.focus();
    await page.keyboard.press("Enter");
    await page.locator(".kwic tbody tr").first().waitFor();
    assert.equal(await page.locator(".kwic tbody tr").count(), own.counts.freedom);
    assert.match(await page.evaluate(() => location.hash), /^#cell=1\.freedom\.share(~[0-9a-f]{8})?$/);
    await assertAccessible(page, "contexts");

    // A line leads to the full text, marked.
    await page.locator(".kwic tbody tr").first().locator(".kwic-node").click();
    await page.locator(".reader mark").first().waitFor();
    const text = await page.locator(".reader-text").evaluate((shown) => {
      const copy = shown.cloneNode(true);
      copy.querySelectorAll(".mark-name, .mark-number").forEach((label) => label.remove());
      return copy.textContent;
    });
    assert.equal(text, PASTED, "the text is shown to the letter");
    await assertAccessible(page, "text");

    // The interface changes its language in place.
    for (const [language, word] of [["ru", "Свобода"], ["kk", "Еркіндік"]]) {
      await openMenu(page, "settings");
      await page.locator(`.language-button[lang=${language}]`).click();
      await page.waitForFunction((code) => document.documentElement.lang === code, language);
      await page.getByText(word).first().waitFor();
      await assertAccessible(page, language);
    }

    // Back at the table, it is saved as CSV.
    await page.evaluate(() => {
      location.hash = "#compare";
    });
    await settled(page);
    const csv = await saved(page, "CSV");
    assert.match(csv.replace(/^\u{FEFF}/u, ""), /^title,language,characters/);
    assert.equal(csv.trim().split("\n").length, 2);

    assertQuiet(seen);
    await context.close();
  });

  test(`a match is explained, its form excluded with one click, and undone, from ${name}`, LIMIT, async () => {
    const page = await browser.newPage({ locale: "en-US", acceptDownloads: true });
    const seen = await open(page);
    await settled(page);
    await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 3);
    const freedom = async () => JSON.parse(await saved(page, "JSON")).documents.map(({ counts }) => counts.freedom);
    const lexicon = async () => JSON.parse(await saved(page, "JSON")).lexicon.sha256;
    const [before, ofProgram] = [await freedom(), await lexicon()];
    await page.evaluate(() => {
      location.hash = "#contexts/3/freedom";
    });
    await page.locator(".kwic tbody tr").first().waitFor();

    // By keyboard: from the match to "Why?", and the explanation opens under the line.
    const total = async () => Number((await page.locator(".contexts-count").innerText()).split(" of ")[1]);
    const shown = await total();
    await page.locator(".kwic-node", { hasText: /^freedoms$/ }).first().focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".why-row .probe").waitFor();
    await assertAccessible(page, "explanation");
    await page.keyboard.press("Escape");
    await page.locator(".why-row").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.className), "why-toggle");
    assert.match(await page.evaluate(() => location.hash), /^#contexts/, "the contexts stay open");
    await page.keyboard.press("Enter");
    await page.locator(".why-row .probe").waitFor();

    // The form and how often it counts; without it the number is lower by just that.
    const form = await page.locator(".why-row .facts .form").first().innerText();
    const forms = await page.locator(".caught-forms > li").allInnerTexts();
    const count = Number(forms.find((item) => item.split("\u00a0")[0] === form).split("\u00a0")[1].match(/^\d+/)[0]);
    assert.ok(count > 0 && count < shown);
    await page.locator(".why-row .exclude").click();
    await page.locator(".notice", { hasText: form }).waitFor();
    await page.waitForFunction((sum) => document.querySelector(".contexts-count").innerText.endsWith(` of ${sum}`), shown - count);
    await settled(page);
    await page.waitForFunction(() => document.activeElement.className === "why-toggle");
    assert.deepEqual(await freedom(), [before[0], before[1], before[2] - count]);
    assert.notEqual(await lexicon(), ofProgram, "the lexicon is another one");
    assert.match(await page.locator(".footnote-lexicon").innerText(), /1 difference/);

    // The reader's copy is a file that the command line counts the same with.
    await page.evaluate(() => {
      location.hash = "#lexicon";
    });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#lexicon-save").selectOption("toml"),
    ]);
    const copy = path.join(folder, "values.toml");
    await download.saveAs(copy);
    assert.ok((await readFile(copy, "utf8")).includes(`not = ["=${form}"]`));
    const english = path.join(root, "www/samples/udhr-eng.txt");
    assert.equal((await counted(english, "--lexicon", copy)).documents[0].counts.freedom, before[2] - count);

    // In the lexicon the entry says the same, and undo restores everything.
    await page.locator("#entries-search").fill("freedom of");
    await page.locator(".tree-row.is-entry", { hasText: /^freedom/ }).first().click();
    await page.locator(".trial .probe").waitFor();
    await assertAccessible(page, "lexicon");
    await page.locator(".tree-scroll").focus();
    await page.keyboard.press("Control+z");
    await page.evaluate(() => {
      location.hash = "#compare";
    });
    await settled(page);
    assert.deepEqual(await freedom(), before);
    assert.equal(await lexicon(), ofProgram);
    assertQuiet(seen);
    await page.close();
  });

  test(`nothing is lost when something is wrong, from ${name}`, LIMIT, async () => {
    const page = await browser.newPage({ locale: "en-US" });
    const seen = await open(page);
    await settled(page);
    const before = await rows(page).count();
    const files = [
      {
        name: "bad.txt",
        mimeType: "text/plain",
        buffer: Buffer.concat([Buffer.from(`${PASTED}\n`), Buffer.from([0xff]), Buffer.from(PASTED)]),
      },
      { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from(" \n") },
      { name: "programme.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") },
      { name: "broken.toml", mimeType: "text/plain", buffer: Buffer.from("format = 1\nid = \"broken\"\nversion = \"1\"\n[[category]]\nid = \"A b\"\n") },
    ];
    await page.evaluate(() => {
      location.hash = "#texts";
    });
    await page.locator("#add-files").setInputFiles(files);
    for (const file of files) {
      await page.getByText(file.name).first().waitFor();
    }
    const notices = await page.locator(".notice").allInnerTexts();
    assert.ok(notices.some((notice) => notice.includes("bad.txt, line 6, column 1")), notices.join("\n"));
    await page.evaluate(() => {
      location.hash = "#compare";
    });
    await settled(page);
    assert.equal(await rows(page).count(), before, "the study is as it was");
    assertQuiet(seen);
    await page.close();
  });

  test(`a worker that dies is replaced and the numbers stay, from ${name}`, LIMIT, async () => {
    const page = await browser.newPage({ locale: "en-US" });
    // Every worker that the page makes is remembered, so that the test can kill it from outside.
    await page.addInitScript(() => {
      const workers = [];
      globalThis.madeWorkers = workers;
      globalThis.Worker = class extends globalThis.Worker {
        constructor(...given) {
          super(...given);
          workers.push(this);
        }
      };
    });
    const seen = await open(page);
    await settled(page);
    await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 3);
    const before = await page.locator(".compare-table").innerText();
    await page.evaluate(() => {
      const [worker] = globalThis.madeWorkers;
      worker.dispatchEvent(new ErrorEvent("error", { message: "killed by a test", cancelable: true }));
      worker.terminate();
    });
    await page.waitForFunction(() => globalThis.madeWorkers.length >= 2);
    await paste(page, PASTED);
    await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 1);
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 3);
    await settled(page);
    assert.equal(await page.locator(".compare-table").innerText(), before);
    assertQuiet(seen);
    await page.close();
  });
}

/** Drops a file made of `piece` repeated, so that megabytes need not cross from the test to the page. */
async function dropLarge(page, name, piece, times) {
  await page.evaluate(
    ([fileName, text, count]) => {
      const block = new Blob([text.repeat(1000)]);
      const file = new File(Array.from({ length: Math.ceil(count / 1000) }, () => block), fileName, { type: "text/plain" });
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      for (const type of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, piece, times],
  );
}

/** Runs in a page: measures again and again for how long nothing else can run in it. */
function beat() {
  globalThis.longestGap = 0;
  let last = performance.now();
  const next = () => {
    const now = performance.now();
    globalThis.longestGap = Math.max(globalThis.longestGap, now - last);
    last = now;
    setTimeout(next, 10);
  };
  next();
}

const SENTENCE = "Адамның құқықтары мен бостандықтары заңмен қорғалады, ал әділ сот тәуелсіз. ";

test("a large text shows its progress and can be cancelled; the page answers meanwhile", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-US" });
  const seen = await openSite(page);
  await settled(page);
  const before = await page.locator(".compare-table").innerText();
  // A page that does nothing shows for how long the machine itself stands still.
  const idle = await browser.newPage();
  for (const beating of [idle, page]) {
    await beating.evaluate(beat);
  }
  await dropLarge(page, "large.txt", SENTENCE, 700_000);
  const stop = page.locator(".progress-line").getByRole("button");
  await stop.click();
  await settled(page);
  assert.equal(await page.locator(".compare-table").innerText(), before, "the study is as it was");
  // The engine works on this text for seconds; a page that waited for it would have been still for
  // as long.
  const gaps = [page, idle].map((beating) => beating.evaluate(() => globalThis.longestGap));
  const [gap, ofMachine] = await Promise.all(gaps);
  assert.ok(gap < 1000 + ofMachine, `the page stood still for ${gap} ms, the machine for ${ofMachine} ms`);
  assertQuiet(seen);
  await idle.close();
  await page.close();
});

test("a text of 200 MB is refused with its size and the limit, and nothing is lost", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-US" });
  const seen = await openSite(page);
  await settled(page);
  const before = await page.locator(".compare-table").innerText();
  await dropLarge(page, "huge.txt", SENTENCE, Math.ceil(200_000_000 / Buffer.byteLength(SENTENCE)));
  const notice = page.locator(".notice", { hasText: "huge.txt" });
  await notice.waitFor();
  assert.match(await notice.innerText(), /20\d MB.*128 MB/s);
  assert.equal(await page.locator(".compare-table").innerText(), before);
  assertQuiet(seen);
  await page.close();
});

test("the screenshot of the README", LIMIT, async () => {
  const context = await browser.newContext({ locale: "kk-KZ", viewport: { width: 1280, height: 1280 } });
  const page = await context.newPage();
  await openSite(page);
  await settled(page);
  await page.evaluate(() => {
    location.hash = "#contexts/1/justice";
  });
  await page.locator(".kwic tbody tr").first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  const picture = await page.screenshot();
  assert.ok(picture.length > 20_000, "there is something in the picture");
  if (process.env.TARAZY_SCREENSHOT) {
    await writeFile(process.env.TARAZY_SCREENSHOT, picture);
  }
  await context.close();
});
