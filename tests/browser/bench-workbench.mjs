// How long an edit of the lexicon takes in the page, from the click on a button until the new
// numbers stand in the tree: the way to the worker and back, the file, the counts, the drawing.
// `cargo xtask bench --browser` runs this on the single file.
//
// "try" is the time from a key until what the entry would catch is shown, the pause after the last
// key among it.
import { launch } from "./browser.mjs";
import { pathToFileURL } from "node:url";

const RUNS = 9;
/** Without a change for this time, longer than the pause after the last key, the page has done all that it was asked to. */
const QUIET_MS = 300;
const browser = await launch();

/** Runs in the page: clicks and waits until something shows. */
function timed({ click, type, shows }) {
  const find = (selector) => document.querySelector(selector);
  const text = (selector) => [...document.querySelectorAll(selector)].map((own) => own.textContent).join("|");
  const before = text(shows);
  return new Promise((resolve) => {
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (text(shows) !== before) {
        observer.disconnect();
        resolve(performance.now() - start);
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    if (click) {
      find(click).click();
    } else {
      const field = find(type.into);
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, type.text);
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  });
}

/** Runs in the page: waits until nothing in it has changed for a time. */
function quiet(milliseconds) {
  return new Promise((resolve) => {
    let timer;
    const observer = new MutationObserver(wait);
    function wait() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        observer.disconnect();
        resolve();
      }, milliseconds);
    }
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    wait();
  });
}

const median = (times) => [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)];

function large() {
  let text = 'format = 1\nid = "large"\nversion = "1"\n';
  for (let category = 0; category < 100; category += 1) {
    const entries = Array.from({ length: 500 }, (_, entry) => `"word${category}x${entry}",`);
    text += `[[category]]\nid = "c${category}"\nen.entries = [\n${entries.join("\n")}\n]\n`;
  }
  return { name: "large.toml", mimeType: "text/plain", buffer: Buffer.from(text) };
}

console.log(["study", "entries", "add ms", "undo ms", "try ms"].map((head) => head.padStart(12)).join(" "));
try {
  for (const [at, sample, language, words, lexicon] of [
    [0, "declaration", "en", "education"],
    [3, "constitution", "kk", "азамат"],
    [2, "addresses", "en", "american"],
    [2, "addresses", "en", "american", large()],
  ]) {
    const page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 900 } });
    await page.goto(pathToFileURL(process.env.TARAZY_FILE).href);
    await page.evaluate(() => globalThis.tarazy.started);
    await page.locator("#first").waitFor({ state: "detached" });
    await page.locator(".compare-table tbody tr").first().waitFor();
    const go = (place) =>
      page.evaluate((fragment) => {
        location.hash = fragment;
      }, place);
    await go("#texts");
    await page.locator(".sample-button").nth(at).click();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await go("#lexicon");
    await page.locator(".tree-row.is-category").first().waitFor();
    if (lexicon) {
      await page.locator("#lexicon-file").setInputFiles(lexicon);
      await page.locator(".tree-row.is-category", { hasText: "c0" }).first().waitFor();
    }
    await page.locator(".tree-row.is-category").first().click();
    await page.getByRole("button", { name: "New entry" }).click();
    await page.locator("#entry-language").selectOption(language);
    const [added, undone, tried] = [[], [], []];
    for (let run = 0; run < RUNS; run += 1) {
      await page.locator("#entry-pattern").fill("");
      await page.evaluate(quiet, QUIET_MS);
      tried.push(await page.evaluate(timed, { type: { into: "#entry-pattern", text: words.slice(0, words.length - (run % 2)) + "*".repeat(run % 2) }, shows: ".trial" }));
      await page.evaluate(quiet, QUIET_MS);
      added.push(await page.evaluate(timed, { press: ".pane-head .primary", shows: ".entries-side .hint" }));
      await page.evaluate(quiet, QUIET_MS);
      undone.push(await page.evaluate(timed, { press: ".history .icon-button", shows: ".entries-side .hint" }));
      await page.evaluate(quiet, QUIET_MS);
    }
    const entries = (await page.locator(".entries-side .hint").innerText()).split(" entries")[0];
    const cells = [sample, entries, ...[added, undone, tried].map((times) => median(times).toFixed(0))];
    console.log(cells.map((cell) => String(cell).padStart(12)).join(" "));
    await page.close();
  }
} finally {
  await browser.close();
}
