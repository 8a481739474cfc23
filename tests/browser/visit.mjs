// First visits, for `cargo xtask visit`: what a reader does before anything else, in three languages, wide and narrow. Prints the
// numbers of the functions that were called, on the page and in its worker.
import { launch, paste, siteAddress } from "./browser.mjs";

const TEXT = "Біз үшін ең қымбат қазына – адам және оның өмірі, құқықтары мен бостандықтары.";

const called = new Set();
const browser = await launch();

async function note(page) {
  const own = () => [...(globalThis.visited ?? [])];
  const all = [await page.evaluate(own), ...(await Promise.all(page.workers().map((worker) => worker.evaluate(own))))];
  all.flat().forEach((number) => called.add(number));
}

async function counted(page, rows) {
  await page.waitForFunction((rows) => document.querySelectorAll(".compare-table tbody tr").length === rows, rows);
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  // What is drawn and stored a moment later belongs to the visit.
  await page.waitForTimeout(1000);
}

for (const locale of ["kk-KZ", "ru-RU", "en-GB"]) {
  for (const width of [1280, 360]) {
    const page = await browser.newPage({ locale, viewport: { width, height: 900 } });
    await page.goto(siteAddress());
    await counted(page, 3);
    await page.mouse.wheel(0, 600);
    await page.evaluate(() => {
      location.hash = "#cell=1.freedom.share";
    });
    const line = page.locator(".kwic tbody tr").first();
    await line.waitFor({ state: "attached" });
    await line.locator(".kwic-node").evaluate((word) => word.click());
    await page.locator(".reader mark").first().waitFor({ state: "attached" });
    await page.evaluate(() => {
      location.hash = "#compare";
    });
    await counted(page, 3);
    await paste(page, TEXT);
    await counted(page, 1);
    await note(page);
    await page.close();
  }
}
await browser.close();
console.log(JSON.stringify([...called].sort((left, right) => left - right)));
