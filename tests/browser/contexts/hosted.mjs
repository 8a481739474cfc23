// The hosted page in browsers that are not Chromium (whose tests are in ../boot.test.mjs).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LIMIT, until } from "./patience.mjs";

const COUNTED = 'document.querySelectorAll(".compare-table tbody tr").length === 3';

/** Declares the tests for the browser that `launch` starts. */
export function testHosted(name, launch) {
  let browser;

  before(async () => {
    browser = await launch();
  });

  after(() => browser?.close());

  test(`the hosted page starts in ${name} and asks for the program once`, LIMIT, async () => {
    const visit = await browser.open(process.env.TARAZY_SITE, 0);
    await until(visit, COUNTED);
    assert.equal(await visit.evaluate('document.getElementById("boot-problem").hidden'), true);
    if (browser.reportsProblems) {
      assert.equal(visit.requests().filter((address) => address.endsWith(".wasm")).length, 1);
    }
    assert.deepEqual(visit.problems(), []);
    await visit.close();
  });
}
