// What the browser tests share: a Chromium, the page from http or from its file, and a record of
// what it asks for.
//
// `cargo xtask test browser` sets the environment: CHROMIUM, TARAZY_SITE (address of the hosted
// page) and TARAZY_FILE (path of the single file).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { LIMIT, PATIENCE_MS } from "./contexts/patience.mjs";

export { LIMIT, PATIENCE_MS };

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * How Chromium is started, with or without its driver: with files in the place of shared memory, of which a container may
 * have 64 MB, with timers that are never held back, and without a process that writes reports of crashes.
 */
export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-breakpad",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  "--disable-renderer-backgrounding",
  "--disable-sync",
  "--password-store=basic",
];

function environment(name) {
  const value = process.env[name];
  assert.ok(value, `${name} is not set; run the browser tests by: cargo xtask test build browser`);
  return value;
}

/** The address of the hosted page. */
export const siteAddress = () => environment("TARAZY_SITE");

/** The address of the single file. */
export const fileAddress = () => pathToFileURL(environment("TARAZY_FILE")).href;

/** Starts Chromium, whose pages wait as long as the tests do; close it when the tests are done. */
export async function launch() {
  const browser = await chromium.launch({
    executablePath: environment("CHROMIUM"),
    headless: true,
    args: ARGUMENTS,
    timeout: PATIENCE_MS,
  });
  // A page without a context gets one by the same function.
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  };
  return browser;
}

/**
 * Records what a page asks for and what goes wrong in it. Call it before the page is opened.
 *
 * `requests` are the addresses asked for; `problems` are console errors, uncaught errors and violations of the content
 * security policy.
 */
export function record(page) {
  const requests = [];
  const problems = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") {
      problems.push(message.text());
    }
  });
  return { requests, problems };
}

/** Opens the hosted page and waits until it runs; returns its record. */
export function openSite(page) {
  return open(page, siteAddress());
}

/** Opens the single file and waits until it runs; returns its record. */
export function openFile(page) {
  return open(page, fileAddress());
}

async function open(page, address) {
  const seen = record(page);
  await page.goto(address);
  // Resolves when the page runs and rejects with the reason why it does not.
  await page.evaluate(() => globalThis.tarazy.started);
  await page.locator("#first").waitFor({ state: "detached" });
  return { ...seen, address };
}

/** Opens a menu of a page or frame, unless it is open. */
export async function openMenu(page, id) {
  const menu = page.locator(`#${id}`);
  if (!(await menu.evaluate((details) => details.open))) {
    await menu.locator("summary").click();
  }
}

/** Runs axe, on the whole page or within elements, and asserts that it finds nothing. */
export async function assertAccessible(page, where, within = "html") {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (selector) => globalThis.axe.run(selector, { resultTypes: ["violations"] }),
    within,
  );
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  assert.deepEqual(found, [], `axe finds nothing wrong: ${where}`);
}

/** Pastes a text into the page, as Ctrl-V does. */
export async function paste(page, text) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Asserts that a page asked for nothing but its own files, and that nothing went wrong in it. */
export function assertQuiet({ requests, problems, address }) {
  const own = address.startsWith("file:") ? (url) => url.split("#")[0] === address : (url) => url.startsWith(address);
  const foreign = requests.filter((url) => !own(url) && !/^(data|blob):/.test(url));
  assert.deepEqual(foreign, [], "the page asks for its own files only");
  assert.deepEqual(problems, [], "nothing goes wrong in the page");
}
