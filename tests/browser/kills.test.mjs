// The renderer, or the whole browser, is killed at random moments while a study is edited: what is
// there afterwards is a state that the study had, at most a second old, with the same numbers. A
// machine that is busy saves later, and how much later is measured.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { chromium } from "playwright-core";
import { ARGUMENTS, PATIENCE_MS, paste, siteAddress } from "./browser.mjs";
import { kept } from "./kept.mjs";

/** How often each is killed; `KILLS=50 cargo xtask test browser --file kills` for the long run. */
const KILLS = Number(process.env.KILLS ?? 3);

/** The seed of the moments. */
const SEED = Number(process.env.SEED ?? 1);

/** What may be lost, in milliseconds, on a machine on which a write takes no time to speak of. */
const MOST_LOST = 1_000;

/** How long after a change the page saves, in milliseconds (`src/ui/hooks/keeping.rs`). */
const PAUSE_MS = 400;

/**
 * How many times what a small write takes may be lost beside the pause. A change that comes when a save has just begun waits
 * for that save and its own, and each asks the browser for its database, its lock, the record before, and the end of a write.
 */
const WRITES = 8;

/** A browser of its own process, which can be killed with all its children. */
class Killable {
  static async start(profile) {
    const child = spawn(
      process.env.CHROMIUM,
      [...ARGUMENTS, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--lang=en-GB", "about:blank"],
      { detached: true, stdio: ["ignore", "ignore", "pipe"] },
    );
    const address = await new Promise((resolve, reject) => {
      child.once("exit", () => reject(new Error("the browser ended before it was ready")));
      createInterface({ input: child.stderr }).on("line", (line) => {
        const found = /^DevTools listening on (ws:\S+)/.exec(line);
        if (found) {
          resolve(found[1]);
        }
      });
    });
    const browser = await chromium.connectOverCDP(address, { timeout: PATIENCE_MS });
    browser.contexts()[0].setDefaultTimeout(PATIENCE_MS);
    return new Killable(child, browser);
  }

  constructor(child, browser) {
    this.child = child;
    this.browser = browser;
  }

  async open() {
    const page = await this.browser.contexts()[0].newPage();
    await page.goto(siteAddress());
    await page.evaluate(() => globalThis.tarazy.started);
    await page.waitForFunction(() => document.querySelector("#first") === null);
    await settled(page);
    this.writes = [Date.now()];
    await page.exposeFunction("reportWrite", () => this.writes.push(Date.now()));
    await page.evaluate(writeAgainAndAgain, PAUSE_MS);
    return page;
  }

  /** How much longer than its pause a write took at most between two times; one may be under way at the second. */
  lag(start, end) {
    const times = [...this.writes.filter((time) => time > start && time < end), end];
    const before = Math.max(...this.writes.filter((time) => time <= start));
    const gaps = times.map((time, at) => time - (at === 0 ? before : times[at - 1]));
    return Math.max(0, ...gaps.map((gap) => gap - PAUSE_MS));
  }

  async kill() {
    const hasEnded = this.child.exitCode !== null || this.child.signalCode !== null;
    const ended = hasEnded ? null : new Promise((resolve) => this.child.once("exit", resolve));
    try {
      process.kill(-this.child.pid, "SIGKILL");
    } catch (error) {
      // Nothing of it runs any more.
      assert.equal(error.code, "ESRCH");
    }
    await ended;
    await this.browser.close().catch(() => {});
  }
}

/** Runs in the page: pauses as the page does before it saves, and writes to a database of its own, again and again. */
async function writeAgainAndAgain(pause) {
  const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const opening = indexedDB.open("of the test");
  opening.onupgradeneeded = () => opening.result.createObjectStore("writes");
  const database = await done(opening);
  const write = () => {
    const transaction = database.transaction("writes", "readwrite");
    transaction.objectStore("writes").put(0, 0);
    transaction.oncomplete = () => {
      globalThis.reportWrite();
      setTimeout(write, pause);
    };
  };
  write();
}

/** A small generator, so that a failure can be repeated. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function settled(page) {
  return page.waitForFunction(
    () => document.querySelector(".compare-table tbody tr") !== null && document.querySelector('[aria-busy="true"]') === null,
  );
}

/** The text that a step adds: as many matches of freedom as its last digit. */
const text = (step) => `Step ${step}: ${"freedom and the press. ".repeat(step % 10)}`;

/** What the study is after a number of steps. */
function after(steps) {
  const state = { title: "Begun", texts: [[0, 0]], policy: "longest" };
  for (let step = 1; step <= steps; step += 1) {
    if (step % 3 === 1) {
      state.title = `Step ${step}`;
    } else if (step % 3 === 2) {
      state.texts.push([step, step % 10]);
    } else {
      state.policy = state.policy === "longest" ? "independent" : "longest";
    }
  }
  return JSON.stringify({ ...state, texts: state.texts.map(([, matches]) => matches) });
}

async function take(page, step) {
  if (step % 3 === 1) {
    await page.locator("#study-title").fill(`Step ${step}`);
    await page.locator("#study-title").press("Enter");
  } else if (step % 3 === 2) {
    await paste(page, text(step));
  } else {
    const policy = page.locator("#policy");
    await policy.selectOption((await policy.inputValue()) === "longest" ? "independent" : "longest");
  }
}

/** What the page shows of the study. */
async function shown(page) {
  await settled(page);
  const state = await page.evaluate(() => ({
    title: document.querySelector("#study-title").value,
    texts: [...document.querySelectorAll(".compare-table tbody tr")].map((row) => Number(row.querySelector(".cell").innerText)),
    policy: document.querySelector("#policy").value,
  }));
  return JSON.stringify(state);
}

/** Begins a study of its own and waits until it is kept. */
async function begin(page) {
  await page.locator("#measure").selectOption("count");
  await paste(page, text(0));
  await page.locator("#study-title").fill("Begun");
  await page.locator("#study-title").press("Enter");
  await kept(page, (head) => head.title.en === "Begun" && head.view.measure === "count");
}

const ways = {
  "the renderer": async (killable, page) => {
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    session.send("Page.crash").catch(() => {});
    await crashed;
    await page.close().catch(() => {});
    return killable;
  },
  "the browser": async (killable, page, profile) => {
    await killable.kill();
    return Killable.start(profile);
  },
};

for (const [name, kill] of Object.entries(ways)) {
  test(`at most a second is lost when ${name} is killed`, { timeout: 3_600_000 }, async () => {
    const profile = await mkdtemp(path.join(tmpdir(), "tarazy-kills-"));
    let killable = await Killable.start(profile);
    try {
      let page = await killable.open();
      await begin(page);
      const next = random(SEED);
      const lost = [];
      let done = 0;
      for (let round = 1; round <= KILLS; round += 1) {
        const where = `${name}, seed ${SEED}, kill ${round}`;
        const times = new Map([[done, 0]]);
        let isKilled = false;
        const editing = (async () => {
          while (!isKilled) {
            await take(page, done + 1);
            done += 1;
            times.set(done, Date.now());
          }
        })().catch(() => {});
        const startedAt = Date.now();
        await setTimeout(100 + 2_000 * next());
        isKilled = true;
        const killedAt = Date.now();
        const lag = killable.lag(startedAt, killedAt);
        const most = Math.max(MOST_LOST, PAUSE_MS + WRITES * lag);
        killable = await kill(killable, page, profile);
        await editing;
        page = await killable.open();
        const found = await shown(page);
        // The step under way may have been saved.
        let steps = done + 1;
        while (steps >= 0 && after(steps) !== found) {
          steps -= 1;
        }
        assert.ok(steps >= 0, `${where}: no state of the study, ${found}; the last was ${after(done)}`);
        const losses = [...times].filter(([step, time]) => step > steps && killedAt - time > most);
        const oldest = killedAt - (losses[0]?.[1] ?? killedAt);
        const message = `${where}: lost what was done ${oldest} ms before, more than ${most}; a write took ${lag} ms`;
        assert.deepEqual(losses, [], message);
        assert.equal(await page.locator(".notice.is-problem").count(), 0, where);
        lost.push(Math.max(done - steps, 0));
        done = steps;
      }
      const none = lost.filter((steps) => steps === 0).length;
      console.log(`${name}: killed ${KILLS} times after ${done} steps in all; nothing lost ${none} times, at most ${Math.max(...lost)} steps`);
    } finally {
      await killable.kill().catch(() => {});
      // What the last processes still write is no fault of the page.
      await rm(profile, { recursive: true, force: true, maxRetries: 20 }).catch(() => {});
    }
  });
}
