// How long a reader waits for the page: medians of cold starts, each in a browser of its own with
// an empty profile.
//
// `cargo xtask bench --start` sets the environment as for the browser tests; TARAZY_BEFORE may name
// another single file, which is then started in turn with this one. Times run from the navigation
// on.
import { pathToFileURL } from "node:url";
import { fileAddress, launch as launchChromium, siteAddress } from "./browser.mjs";
import { launch as launchFirefox } from "./contexts/firefox.mjs";

const RUNS = 9;

/** Runs in the page before its own scripts: notes when a table is drawn, and when a click on a cell is answered. */
function watch() {
  const times = {};
  globalThis.startTimes = times;
  const look = () => {
    const cell = document.querySelector("td.category .cell");
    if (cell !== null && cell.getClientRects().length > 0) {
      times.table ??= performance.now();
      // A static table answers nothing, so it is asked again until somebody does.
      cell.click();
    }
    if (document.querySelector(".contexts .kwic-node") !== null) {
      times.live = performance.now();
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page: returns the times once a click was answered. */
function untilLive() {
  return new Promise((resolve) => {
    const look = () =>
      globalThis.startTimes.live === undefined ? requestAnimationFrame(look) : resolve(globalThis.startTimes);
    look();
  });
}

async function inChromium(address) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addInitScript(watch);
    await page.goto(address, { waitUntil: "commit" });
    return await page.evaluate(untilLive);
  } finally {
    await browser.close();
  }
}

async function inFirefox(address) {
  const browser = await launchFirefox({ preload: `${watch}` });
  try {
    const page = await browser.open(address, 0);
    return await page.evaluate(`(${untilLive})()`);
  } finally {
    await browser.close();
  }
}

function median(numbers) {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)];
}

const seconds = (milliseconds) => (milliseconds / 1000).toFixed(2).padStart(6);

const before = process.env.TARAZY_BEFORE;
const pages = [
  ["file", fileAddress()],
  ["hosted", siteAddress()],
  ...(before ? [["file before", pathToFileURL(before).href]] : []),
];
const browsers = [
  ["Chromium", inChromium],
  ["Firefox", inFirefox],
];

console.log(`seconds from the navigation on, medians of ${RUNS} cold starts (smallest to largest)`);
for (const [browser, start] of browsers) {
  const times = pages.map(() => []);
  // In turn, so that a machine that slows down slows all of them.
  for (let run = 0; run < RUNS; run += 1) {
    for (const [at, [, address]] of pages.entries()) {
      times[at].push(await start(address));
    }
  }
  for (const [at, [page]] of pages.entries()) {
    const shown = ["table", "live"].map((name) => {
      const own = times[at].map((time) => time[name]);
      return `${name} ${seconds(median(own))} (${seconds(Math.min(...own)).trim()} to ${seconds(Math.max(...own)).trim()})`;
    });
    console.log(`${browser.padEnd(9)} ${page.padEnd(12)} ${shown.join("  ")}`);
  }
  if (before) {
    const ratios = times[2].map((time, run) => time.live / times[0][run].live);
    console.log(`${browser.padEnd(9)} the file before is live ${median(ratios).toFixed(1)} times later`);
  }
}
