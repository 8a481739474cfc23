// Chromium for the contexts, by Playwright.
import { launch as start, record } from "../browser.mjs";

/** Starts Chromium. */
export async function launch() {
  const browser = await start();
  return {
    longestDataAddress: 2 ** 21,
    filesHaveWorkers: true,
    reportsProblems: true,
    async open(address, depth) {
      const page = await browser.newPage();
      const { requests, problems } = record(page);
      await page.goto(address);
      const frame = page.frames()[depth];
      return {
        evaluate: (expression) => frame.evaluate(expression),
        requests: () => requests,
        problems: () => problems,
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}
