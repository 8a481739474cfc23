// The hosted page begins with a part of the program; the rest comes when the page stands, or at once when it is needed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, paste, record, siteAddress } from "./browser.mjs";

const REST = "**/rest.wasm.lzma";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/**
 * Opens the hosted page, whose rest is answered by `answer`; returns its record and how the rest was asked for: by `fetch`,
 * when the page stands, or by `xhr`, when a call waits for it.
 */
async function open(page, answer) {
  const seen = record(page);
  const asked = [];
  await page.route(REST, (route) => {
    asked.push(route.request().resourceType());
    return answer(route);
  });
  await page.goto(siteAddress());
  await page.evaluate(() => globalThis.tarazy.started);
  return { ...seen, asked };
}

async function counted(page, texts = 3) {
  await page.waitForFunction((rows) => document.querySelectorAll(".compare-table tbody tr").length === rows, texts);
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

for (const locale of ["kk-KZ", "ru-RU", "en-GB"]) {
  for (const width of [1280, 360]) {
    test(`a first visit needs nothing of the rest, in ${locale}, ${width} px wide`, { timeout: 60_000 }, async () => {
      const page = await browser.newPage({ locale, viewport: { width, height: 900 } });
      const { asked } = await open(page, (route) => route.abort());
      await counted(page);
      await page.mouse.wheel(0, 600);
      await page.evaluate(() => {
        location.hash = "#cell=1.freedom.share";
      });
      await page.locator(".kwic tbody tr").first().waitFor({ state: "attached" });
      while (asked.length === 0) {
        await page.waitForTimeout(100);
      }
      assert.deepEqual(asked.filter((way) => way !== "fetch"), [], "no call of the first visit waits for the rest");
      assert.equal(await page.locator("#rest-problem").isVisible(), false);
      await page.close();
    });
  }
}

test("who opens the lexicon before the rest is there gets it at once", { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ locale: "kk-KZ" });
  let first = true;
  const { asked, problems } = await open(page, (route) => {
    // What comes by itself is slow.
    const isBackground = first;
    first = false;
    return isBackground ? new Promise((resolve) => setTimeout(resolve, 20_000)).then(() => route.continue()) : route.continue();
  });
  await counted(page);
  await page.waitForTimeout(1500);
  assert.deepEqual(asked, ["fetch"], "the rest is on its way");
  await page.evaluate(() => {
    location.hash = "#lexicon";
  });
  await page.locator("main [role=tree], main .workbench, main table").first().waitFor();
  assert.ok(asked.includes("xhr"));
  assert.deepEqual(problems, []);
  await page.close();
});

test("a worker that is made when the rest is there gets it, and a dead one loses nothing", { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ locale: "en-GB" });
  const { asked, problems } = await open(page, (route) => route.continue());
  await counted(page);
  await page.evaluate(() => globalThis.tarazy.whole);
  assert.equal(asked.length, 1);
  // What the lexicon's page asks of the worker is of the rest.
  await page.evaluate(() => {
    location.hash = "#lexicon";
  });
  await page.locator("main [role=tree], main .workbench, main table").first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  assert.equal(asked.length, 1, "the worker has it from the page");
  assert.deepEqual(problems, []);
  await page.close();
});

/** Asks for the lexicon, whose page is of the rest; not waited for, since a question may hold the page. */
function openLexicon(page) {
  return page.evaluate(() => {
    setTimeout(() => {
      location.hash = "#lexicon";
    });
  });
}

test("a connection that comes back brings the rest, and what was pasted is there", { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ locale: "kk-KZ" });
  let isOffline = true;
  const { problems } = await open(page, (route) => (isOffline ? route.abort() : route.continue()));
  await counted(page);
  await paste(page, "Әділдік пен бостандық – халықтың қалауы.");
  await counted(page, 1);
  const questions = [];
  page.on("dialog", (dialog) => {
    questions.push(dialog.message());
    // Asked twice: the connection is there only after the second question.
    isOffline = questions.length < 2;
    return dialog.accept();
  });
  await openLexicon(page);
  await page.locator("main [role=tree], main .workbench").first().waitFor();
  assert.equal(questions.length, 2);
  assert.match(questions[0], /Мәтіндеріңіз осында/);
  await page.evaluate(() => {
    location.hash = "";
  });
  await counted(page, 1);
  assert.equal(await page.locator("#rest-problem").isVisible(), false);
  const own = problems.filter((problem) => !problem.includes("net::ERR_FAILED"));
  assert.deepEqual(own, []);
  await page.close();
});

test("the rest comes by itself when the connection is back", { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ locale: "en-GB" });
  let refusals = 2;
  const { asked } = await open(page, (route) => {
    refusals -= 1;
    return refusals >= 0 ? route.abort() : route.continue();
  });
  await counted(page);
  await page.evaluate(() => globalThis.tarazy.whole);
  assert.deepEqual(asked, ["fetch", "fetch", "fetch"]);
  await page.close();
});

test("who gives up waiting for the rest is told in three languages", { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ locale: "ru-RU" });
  await open(page, (route) => route.abort());
  await counted(page);
  page.on("dialog", (dialog) => dialog.dismiss());
  await openLexicon(page);
  await page.locator("#rest-problem").waitFor({ state: "visible" });
  for (const language of ["kk", "ru", "en"]) {
    assert.equal(await page.locator(`#rest-problem [lang=${language}]`).isVisible(), true);
  }
  await page.close();
});
