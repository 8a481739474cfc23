// The hosted page begins with a part of the program; the rest comes when the page stands, or at once when it is needed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, record, siteAddress } from "./browser.mjs";

const REST = "**/rest.wasm.lzma";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** Opens the hosted page, whose rest is answered by `answer`; returns its record and how often the rest was asked for. */
async function open(page, answer) {
  const seen = record(page);
  const asked = [];
  await page.route(REST, (route) => {
    asked.push(route.request().url());
    return answer(route);
  });
  await page.goto(siteAddress());
  await page.evaluate(() => globalThis.tarazy.started);
  return { ...seen, asked };
}

async function counted(page) {
  await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 3);
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
      await page.evaluate(() => globalThis.tarazy.whole.catch(() => {}));
      // Once, when the page stands; each further time some code of the first visit could not do without.
      assert.equal(asked.length, 1);
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
  assert.equal(asked.length, 1, "the rest is on its way");
  await page.evaluate(() => {
    location.hash = "#lexicon";
  });
  await page.locator("main [role=tree], main .workbench, main table").first().waitFor();
  assert.ok(asked.length > 1);
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

test("where the rest cannot be loaded the reader is told in three languages", { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ locale: "ru-RU" });
  await open(page, (route) => route.abort());
  await counted(page);
  await page.evaluate(() => {
    location.hash = "#lexicon";
  });
  await page.locator("#rest-problem").waitFor({ state: "visible" });
  for (const language of ["kk", "ru", "en"]) {
    assert.equal(await page.locator(`#rest-problem [lang=${language}]`).isVisible(), true);
  }
  await page.close();
});
