// How three hundred files come in, dropped at once: the time until the first of them has its number
// of words beside the table, until all have, and the longest task of the page meanwhile, by the clock
// and by processor time, which other work on the machine does not lengthen; beside it the time in which
// the command line counts the same files. `cargo xtask bench --intake` runs this on the hosted page.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { launch, siteAddress } from "./browser.mjs";

const FILES = 300;
const WORDS = "Біз сөз бостандығын, әділдікті, теңдікті және отбасын қорғаймыз, ауылды дамытамыз. ";
/** About 30 kB each. */
const text = (at) => `${at}. ${WORDS.repeat(195)}`;

/** Runs in the page: makes the files, drops them, and waits until all are counted. */
async function dropped({ count, words, repeat }) {
  const transfer = new DataTransfer();
  for (let at = 0; at < count; at += 1) {
    transfer.items.add(new File([`${at}. ${words.repeat(repeat)}`], `text-${at}.txt`));
  }
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      longest = Math.max(longest, task.duration);
    }
  });
  // What was done before is no part of it.
  await new Promise((resolve) => setTimeout(resolve, 500));
  observer.observe({ type: "longtask" });
  const start = performance.now();
  performance.mark("dropped");
  let first = null;
  const all = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      const sizes = [...document.querySelectorAll(".text-row-size, .card-size")].map((size) => size.textContent);
      const counted = sizes.filter((size) => /\d/.test(size)).length;
      if (first === null && counted > 0 && document.querySelector(".text-row-size") !== null) {
        first = performance.now() - start;
      }
      if (counted >= count) {
        watch.disconnect();
        resolve(performance.now() - start);
      }
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  const whole = await all;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { first, whole, longest };
}

const folder = mkdtempSync(path.join(tmpdir(), "tarazy-intake-"));
const names = Array.from({ length: FILES }, (_, at) => path.join(folder, `text-${at}.txt`));
names.forEach((name, at) => writeFileSync(name, text(at)));
const browser = await launch();
try {
  const page = await browser.newPage({ locale: "en-US" });
  await page.goto(siteAddress());
  await page.evaluate(() => globalThis.tarazy.started);
  await page.locator("#first").waitFor({ state: "detached" });
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const traceConfig = { includedCategories: ["toplevel", "blink.user_timing"] };
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
  const { first, whole, longest } = await page.evaluate(dropped, { count: FILES, words: WORDS, repeat: 195 });
  const traced = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await traced;
  const { pid, tid, ts } = events.find(({ name }) => name === "dropped");
  const tasks = events.filter((event) => event.pid === pid && event.tid === tid && event.ts >= ts && event.ph === "X");
  const work = Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1_000;
  const start = performance.now();
  execFileSync(process.env.TARAZY_PROGRAM, ["count", ...names], { stdio: "ignore" });
  const native = performance.now() - start;
  const ms = (time) => `${time.toFixed(0)} ms`;
  console.log(`first numbers ${ms(first)}, all ${FILES} files ${ms(whole)}, natively ${ms(native)}, ` +
    `ratio ${(whole / native).toFixed(1)}, longest task of the page ${ms(longest)}, ${ms(work)} of processor time`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
