// A worker whose program ends in a trap is replaced, wherever the trap came from, and the page goes
// on with its texts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LIMIT, launch, openFile, openSite } from "./browser.mjs";
import { untilSeen } from "./contexts/patience.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

const traps = {
  "in a message": () => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  },
  "in a promise": () => {
    Promise.reject(new WebAssembly.RuntimeError("unreachable"));
  },
};

for (const [place, open] of Object.entries({ http: openSite, file: openFile })) {
  for (const [where, trap] of Object.entries(traps)) {
    test(`a worker that ends ${where} is replaced, from ${place}`, LIMIT, async () => {
      const page = await browser.newPage();
      await open(page);
      const table = page.locator("table").first();
      await table.waitFor();
      await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
      const numbers = await table.innerText();
      const [worker] = page.workers();
      assert.ok(worker, "the engine is in a worker");
      const replaced = page.waitForEvent("worker");
      // The answer may not come any more.
      worker.evaluate(trap).catch(() => {});
      await replaced;
      await page.waitForFunction((expected) => document.querySelector("table")?.innerText === expected, numbers);
      await untilSeen(async () => !page.workers().includes(worker), async () => "the worker that ended is removed");
      await page.close();
    });
  }
}
