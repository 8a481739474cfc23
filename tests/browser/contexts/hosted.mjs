// The hosted page, whose program comes in two parts, in browsers that are not Chromium (whose tests are in ../parts.test.mjs).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { until } from "./patience.mjs";

/** Declares the tests for the browser that `launch` starts. */
export function testHosted(name, launch) {
  let browser;

  before(async () => {
    browser = await launch();
  });

  after(() => browser?.close());

  const counted = 'document.querySelectorAll(".compare-table tbody tr").length === 3';
  const inLexicon = 'document.querySelector("main [role=tree]") !== null && document.querySelector("[aria-busy=true]") === null';
  const noProblem = 'document.getElementById("rest-problem").hidden && document.getElementById("boot-problem").hidden';

  test(`the rest of the program comes by itself in ${name}`, { timeout: 90_000 }, async () => {
    const visit = await browser.open(process.env.TARAZY_SITE, 0);
    await until(visit, counted);
    await visit.evaluate("tarazy.whole");
    if (browser.tellsProblems) {
      assert.equal(visit.requests().filter((address) => address.includes("rest.wasm")).length, 1);
    }
    await visit.evaluate('void (location.hash = "#lexicon")');
    await until(visit, inLexicon);
    assert.equal(await visit.evaluate(noProblem), true);
    assert.deepEqual(visit.problems(), []);
    await visit.close();
  });

  test(`the rest of the program is there at once where it is needed in ${name}`, { timeout: 90_000 }, async () => {
    const visit = await browser.open(process.env.TARAZY_SITE, 0);
    await visit.evaluate("tarazy.started");
    // The page listens; by itself the rest would come later.
    await pause(300);
    await visit.evaluate('void (location.hash = "#lexicon")');
    await until(visit, inLexicon);
    assert.equal(await visit.evaluate(noProblem), true);
    assert.deepEqual(visit.problems(), []);
    await visit.close();
  });
}
