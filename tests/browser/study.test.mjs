// A published study in the hands of its readers: without scripts, from a disk, at a link to one
// cell; its numbers checked; texts that are not in it added by those who have them; and what the
// page itself publishes, which is what the command line publishes.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { assertAccessible, assertQuiet, launch, openFile, openSite, record } from "./browser.mjs";
import { PROGRAM, build } from "./command-line.mjs";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const samples = path.join(root, "www/samples");
const TEXTS = ["udhr-kaz.txt", "udhr-rus.txt", "udhr-eng.txt"].map((name) => path.join(samples, name));

let browser;
let folder;

before(async () => {
  browser = await launch();
  folder = await mkdtemp(path.join(tmpdir(), "tarazy-study-"));
  await build();
});

after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Publishes the sample study by the command line. */
async function published(name, ...options) {
  const file = path.join(folder, name);
  const recipe = path.join(root, "tests/data/declaration.recipe.toml");
  const frame = process.env.TARAZY_FILE;
  await run(PROGRAM, ["publish", recipe, "--from", samples, "--page", frame, "-o", file, ...options]);
  return file;
}

const rows = (page) => page.locator(".compare-table tbody tr");

async function settled(page) {
  // A phone shows one text at a time in the place of the table.
  await page.locator(".compare-table tbody tr, .one-text").locator("visible=true").first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

async function open(page, file, fragment = "") {
  const seen = record(page);
  const address = pathToFileURL(file).href;
  await page.goto(address + fragment);
  await page.evaluate(() => globalThis.tarazy.started);
  await settled(page);
  return { ...seen, address };
}

/** Compares two long texts, and shows where they part. */
function assertSame(one, other, what) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) {
    at += 1;
  }
  const around = (text) => text.slice(Math.max(0, at - 80), at + 80);
  assert.ok(one === other, `${what}: at ${at}: ${around(one)} ≠ ${around(other)}`);
}

/** The numbers of the first row of categories. */
const firstRow = (page) => rows(page).first().locator("td").allInnerTexts();

test("without scripts a study is read all the same", async () => {
  const file = await published("static.html");
  const { stdout } = await run(PROGRAM, ["count", ...TEXTS, "--measure", "share", "--format", "json"]);
  const { documents, lexicon } = JSON.parse(stdout);
  const share = (100 * documents[0].values.freedom).toFixed(1).replace(".", ",");
  for (const width of [1280, 360]) {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${pathToFileURL(file).href}#cell=2.freedom.count`);
    assert.equal(await page.locator("#study h1").innerText(), "Адам құқықтарының жалпыға бірдей декларациясы");
    assert.equal(await page.locator("#study figure svg").count(), 3);
    const cell = page.locator('[id="cell=2.freedom.count"]');
    assert.equal(await cell.innerText(), String(documents[1].counts.freedom));
    assert.ok(await cell.isVisible());
    assert.equal(await page.locator('[id="cell=1.freedom.share"]').innerText(), share);
    const words = await page.locator("#study").innerText();
    for (const part of ["CC0-1.0", "longest", lexicon.sha256.slice(0, 12), "6e9c63e19f2f", "Tarazy contributors"]) {
      assert.ok(words.includes(part), part);
    }
    await context.close();
  }
});

test("from a disk the study runs, and its numbers are as published", async () => {
  const file = await published("whole.html");
  for (const [width, scheme] of [[1280, "light"], [360, "dark"]]) {
    const context = await browser.newContext({ locale: "kk-KZ", viewport: { width, height: 800 }, colorScheme: scheme });
    const page = await context.newPage();
    const seen = await open(page, file);
    assert.equal(await rows(page).count(), 3);
    assert.ok(!(await page.locator("#study").isVisible()), "the live study stands in the place of the static one");
    await page.locator("#verify").click();
    await page.locator(".study-verify .is-equal").waitFor();
    await assertAccessible(page, `published study, ${width} px, ${scheme}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `no sideways scroll at ${width} px`);
    assertQuiet(seen);
    await context.close();
  }
});

test("a link to a cell opens it with what makes its number", async () => {
  const file = await published("cell.html");
  const page = await browser.newPage({ locale: "en-GB" });
  const seen = await open(page, file, "#cell=2.freedom.per-1000-words");
  await page.locator(".contexts").waitFor();
  assert.equal(await page.locator("#measure").inputValue(), "per-1000-words");
  await page.locator(".contexts .line, .contexts tbody tr, .contexts li").first().waitFor();
  // Numerator, denominator, policy and forms, before anybody has pointed at the cell.
  const explained = page.locator(".explained");
  await explained.getByText("право").first().waitFor();
  const words = await explained.innerText();
  for (const part of ["87", "1,588", "longest"]) {
    assert.ok(words.includes(part), `${part} in ${words}`);
  }
  assert.ok(new URL(page.url()).hash === "#cell=2.freedom.per-1000-words");
  assertQuiet(seen);
  await page.close();
});

test("a study whose numbers were changed says so", async () => {
  const file = await published("forged.html");
  const study = await readFile(file, "utf8");
  const page = await browser.newPage({ locale: "en-GB" });
  const seen = await open(page, file);
  // The engine counts what the texts say; a forged table would be found cell by cell. Other
  // settings are found as well.
  await page.locator("#policy").selectOption("liwc");
  await settled(page);
  await page.locator("#verify").click();
  await page.locator(".study-verify .is-other").waitFor();
  assert.ok((await page.locator(".discrepancies li").count()) > 0);
  assert.ok(study.includes("payload-study"));
  assertQuiet(seen);
  await page.close();
});

test("texts that are not in a study are added by a reader who has them", async () => {
  for (const [kept, lines] of [["contexts", true], ["hashes", false]]) {
    const file = await published(`${kept}.html`, "--texts", kept, "--context-words", "5");
    const page = await browser.newPage({ locale: "en-GB" });
    const seen = await open(page, file);
    const before = await firstRow(page);
    assert.equal(await page.locator("#verify").count(), 0, "there is nothing to verify by");
    await rows(page).first().locator("td button").nth(0).click();
    await page.locator(".contexts").waitFor();
    if (lines) {
      await page.locator(".contexts", { hasText: "құқық" }).waitFor();
    }
    const shown = await page.locator(".contexts").innerText();
    assert.equal(shown.includes("құқық"), lines, kept);
    // The texts are there by name, and what a change of the lexicon comes to is said.
    assert.equal(await page.locator(".side .card").count(), 3);
    await page.goto(`${pathToFileURL(file).href}#lexicon`);
    await page.getByText("changes are counted once the same texts are dropped here").waitFor();
    await page.locator("main [role=treeitem]").first().waitFor();
    assert.equal(await page.locator("main [role=treeitem] .tree-number").first().innerText(), "–");
    await page.goto(`${pathToFileURL(file).href}#texts`);
    const input = page.locator('input[type="file"]').first();
    await input.setInputFiles([TEXTS[0], path.join(samples, "SOURCES.md")]);
    await page.getByText("1 of 3 texts").waitFor();
    await input.setInputFiles(TEXTS.slice(1));
    await page.goto(`${pathToFileURL(file).href}#compare`);
    await page.locator("#verify").waitFor();
    await settled(page);
    assert.deepEqual(await firstRow(page), before, "the same numbers");
    await page.locator("#verify").click();
    await page.locator(".study-verify .is-equal").waitFor();
    assertQuiet(seen);
    await page.close();
  }
});

test("the page and the command line publish the same bytes", async () => {
  const texts = path.join(folder, "texts");
  await cp(samples, texts, { recursive: true });
  for (const openPage of [openSite, openFile]) {
    const page = await browser.newPage({ locale: "ru-RU" });
    const seen = await openPage(page);
    await settled(page);
    const projects = path.join(root, "tests/data/projects/0.1.0.tarazy");
    await page.goto(`${page.url().split("#")[0]}#texts`);
    await page.locator('input[type="file"]').first().setInputFiles(projects);
    await page.getByText("Tarazy contributors").count();
    await page.goto(`${page.url().split("#")[0]}#publish`);
    await page.waitForFunction(() => document.querySelector("#about-authors")?.value === "Tarazy contributors");
    await page.locator("#measure").count();
    // What is no DOI is not published, as on the command line.
    const identifier = await page.locator("#about-identifier").inputValue();
    await page.locator("#about-identifier").fill("10.12/a");
    await page.locator("#about-identifier").press("Enter");
    await page.locator("#publish-page").click();
    await page.locator(".publish-outcome .problems", { hasText: "10.12/a" }).waitFor();
    await page.locator("#about-identifier").fill(identifier);
    await page.locator("#about-identifier").press("Enter");
    await page.locator(".about-form .problems").waitFor({ state: "detached" });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#publish-page").click(),
    ]);
    const fromPage = await readFile(await download.path(), "utf8");
    // From the same project file, whose lexicon is of an older version than the one that is built in.
    const own = path.join(folder, "ru.html");
    await run(PROGRAM, ["publish", projects, "--page", process.env.TARAZY_FILE, "-o", own, "--language", "ru"]);
    const fromProgram = await readFile(own, "utf8");
    const payload = (study) => study.slice(0, study.indexOf('id="payload-study"'));
    assertSame(payload(fromPage), payload(fromProgram), "everything before the packed study");
    const [again] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#publish-package").click(),
    ]);
    assert.equal(again.suggestedFilename(), "study.zip");
    const [project] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#publish-study-file").click(),
    ]);
    const reopened = path.join(folder, "again.tarazy");
    await project.saveAs(reopened);
    await run(PROGRAM, ["publish", reopened, "--page", process.env.TARAZY_FILE, "-o", path.join(folder, "again.html")]);
    assertSame(await readFile(path.join(folder, "again.html"), "utf8"), fromPage, "to the byte");
    assertQuiet(seen);
    await page.close();
  }
});

test("what is published does not depend on the language of the machine", async () => {
  const recipe = path.join(root, "tests/data/declaration.recipe.toml");
  for (const [command, name] of Object.entries({ publish: "machine.html", deposit: "machine.zip", pack: "machine.tarazy" })) {
    const file = path.join(folder, name);
    const page = command === "pack" ? [] : ["--page", process.env.TARAZY_FILE];
    const about = ["--author", "Әуезов, М.", "--year", "2024", "--publisher", "Таразы", "--licence", "CC-BY-4.0"];
    const written = [];
    for (const language of ["C", "ru_RU.UTF-8", "kk_KZ.UTF-8"]) {
      const env = { ...process.env, LANG: language, LC_ALL: language };
      await run(PROGRAM, [command, recipe, "--from", samples, ...page, ...about, "-o", file], { env });
      written.push(await readFile(file));
      await rm(file);
    }
    assert.ok(written.every((bytes) => bytes.equals(written[0])), name);
  }
});

test("publishing is cancelled, though its worker never answers, and can be done after", async () => {
  const page = await browser.newPage({ locale: "kk-KZ", acceptDownloads: true });
  // The worker that gets the first job never sees it.
  await page.addInitScript(() => {
    const send = Worker.prototype.postMessage;
    let isLost = false;
    Worker.prototype.postMessage = function post(message, ...rest) {
      if (message?.job !== undefined && !isLost) {
        isLost = true;
        return undefined;
      }
      return send.call(this, message, ...rest);
    };
  });
  const seen = await openSite(page);
  await settled(page);
  await page.goto(`${page.url().split("#")[0]}#publish`);
  await page.locator("#publish-page:not([disabled])").click();
  await page.locator("#publish-cancel").click();
  await page.locator(".publish-outcome", { hasText: "Тоқтатылды" }).waitFor();
  await page.locator("#publish-cancel").waitFor({ state: "detached" });
  const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("#publish-page:not([disabled])").click()]);
  assert.ok((await readFile(await saved.path(), "utf8")).includes("Таразы"));
  assertQuiet(seen);
  await page.close();
});

test("a small study fits into a link", async () => {
  const page = await browser.newPage({ locale: "kk-KZ" });
  const seen = await openSite(page);
  await settled(page);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "Сөз бостандығына кепілдік беріледі. Әділ сот – қоғам тірегі.");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 1 || location.hash !== "");
  await page.goto(`${page.url().split("#")[0]}#publish`);
  await page.locator("#publish-link:not([disabled])").click();
  const link = await page.locator("#publish-text").inputValue();
  assert.match(link, /#share=[A-Za-z0-9_-]+$/);
  assertQuiet(seen);
  await page.close();
  const other = await browser.newPage({ locale: "kk-KZ" });
  const record = await openSite(other);
  await other.goto("about:blank");
  await other.goto(link);
  await settled(other);
  assert.equal(await rows(other).count(), 1);
  assert.ok((await other.locator(".side").innerText()).includes("Сөз бостандығына"));
  assertQuiet(record);
  await other.close();
});
