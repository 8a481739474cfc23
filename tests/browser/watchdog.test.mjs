// Workers that die or hang in five ways, many times in a row: each is replaced, the numbers come
// back, no text and no edit is lost, and nothing is set aside.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LIMIT, launch, openFile, openSite, paste } from "./browser.mjs";
import { untilSeen } from "./contexts/patience.mjs";
import { kept } from "./kept.mjs";

/** How often a worker is stopped in each way; `KILLS=200 node --test …` for the long run. */
const KILLS = Number(process.env.KILLS ?? 10);

/** How long a tick of the page's watchdog takes, in milliseconds (`src/browser/watchdog.rs`). */
const TICK_MS = 750;

/**
 * After how many ticks a worker is replaced at most: three seconds of silence, a tick, and the way of what stops it. As in the
 * watchdog, ticks of the page are counted and not the clock: a busy machine delays both alike.
 */
const MOST_TICKS = 10;

/** Runs in the page before its scripts: notes the tick at which each worker was made. */
function countTicks(length) {
  globalThis.ticks = 0;
  globalThis.made = [];
  setInterval(() => {
    globalThis.ticks += 1;
  }, length);
  globalThis.Worker = class extends globalThis.Worker {
    constructor(...given) {
      super(...given);
      globalThis.made.push(globalThis.ticks);
    }
  };
}

/** What runs in the worker; none of it comes back. */
const kills = {
  trap: () => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  },
  promise: () => {
    Promise.reject(new WebAssembly.RuntimeError("unreachable"));
  },
  close: () => self.close(),
  loop: () => {
    setTimeout(() => {
      for (;;) {
        // Forever.
      }
    });
  },
  // All memory that a program may have is taken, and then the engine needs some.
  memory: () => {
    setTimeout(() => {
      self.kept = [];
      for (;;) {
        try {
          self.kept.push(new WebAssembly.Memory({ initial: 16_384 }));
        } catch {
          throw new WebAssembly.RuntimeError("memory access out of bounds");
        }
      }
    });
  },
};

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

const table = (page) => page.locator(".compare-table");

/** Waits until the table shows these numbers again and nothing is in work. */
function comesBack(page, numbers) {
  return page.waitForFunction(
    (expected) =>
      document.querySelector('[aria-busy="true"]') === null &&
      document.querySelector(".compare-table")?.innerText === expected,
    numbers,
  );
}

for (const [place, open] of Object.entries({ http: openSite, file: openFile })) {
  test(`nothing is lost when workers are stopped in every way, from ${place}`, { timeout: 3_600_000 }, async () => {
    const page = await browser.newPage({ locale: "en-US" });
    await page.addInitScript(countTicks, TICK_MS);
    await open(page);
    await table(page).waitFor();
    await paste(page, "Біз бостандықты, әділдікті және отбасын қорғаймыз.\n".repeat(2_000));
    await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 1);
    await paste(page, "Мы защищаем свободу, справедливость и семью.\n".repeat(2_000));
    await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 2);
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    // Texts of this size are hashed in another worker before they are kept.
    await kept(page, (head) => head.texts === 2);
    await untilSeen(async () => page.workers().length === 1, async () => `${page.workers().length} workers`);
    const numbers = await table(page).innerText();
    const names = Object.keys(kills);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const name = names[kill % names.length];
      const where = `${place}, kill ${kill + 1}: ${name}`;
      const worker = page.workers().at(-1);
      assert.ok(worker, where);
      const replaced = page.waitForEvent("worker");
      const before = await page.evaluate(() => ({ ticks: globalThis.ticks, made: globalThis.made.length }));
      worker.evaluate(kills[name]).catch(() => {});
      if (kill % 2 === 1) {
        // Work is under way: the order of the texts is turned, and turned back.
        await page.keyboard.press("Control+z");
        await page.keyboard.press("Control+Shift+z");
      }
      await replaced.catch((error) => {
        throw new Error(`${where}: ${error.message}`);
      });
      const ticks = (await page.evaluate((index) => globalThis.made[index], before.made)) - before.ticks;
      assert.ok(ticks <= MOST_TICKS, `${where} was noticed after ${ticks} ticks`);
      await comesBack(page, numbers).catch(async () => {
        assert.equal(await table(page).innerText(), numbers, where);
      });
      // One that is stopped while it starts is another case, with a limit of its own. A worker that
      // answers too late on a busy machine is replaced as well, so the last one is asked.
      const isReady = async () => page.workers().at(-1)?.evaluate(() => self.onmessage !== null);
      await untilSeen(isReady, async () => `${where}: no worker is ready`);
      const notices = await page.locator(".notice").allInnerTexts();
      assert.ok(notices.length <= 1, `${where}: ${notices.join("; ")}`);
      assert.equal(await page.locator(".notice.is-problem").count(), 0, `${where}: ${notices.join("; ")}`);
    }
    await page.close();
  });
}

test("an engine that cannot be started is started by a button", LIMIT, async () => {
  const page = await browser.newPage({ locale: "en-US" });
  // As long as this is set, each worker dies at its first request.
  await page.addInitScript(() => {
    globalThis.isDeadly = false;
    const Native = globalThis.Worker;
    globalThis.Worker = class extends Native {
      postMessage(message, ...rest) {
        if (globalThis.isDeadly && message?.bytes) {
          queueMicrotask(() => this.dispatchEvent(new ErrorEvent("error", { message: "killed", cancelable: true })));
          return;
        }
        super.postMessage(message, ...rest);
      }
    };
  });
  await openSite(page);
  await table(page).waitFor();
  const numbers = await table(page).innerText();
  await page.evaluate(() => {
    globalThis.isDeadly = true;
  });
  await paste(page, "Біз бостандықты қорғаймыз.");
  const button = page.getByRole("button", { name: "Start again" });
  await button.waitFor();
  await page.evaluate(() => {
    globalThis.isDeadly = false;
  });
  await button.click();
  await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 1);
  assert.equal(await button.count(), 0);
  await page.keyboard.press("Control+z");
  await comesBack(page, numbers);
  await page.close();
});
