// The page that was drawn at build time: it is there before the program, in the reader's language
// and colours, and the program takes its place without a visible change.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, fileAddress, launch, openMenu, openSite, record, siteAddress } from "./browser.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** Opens the hosted page with its program held back; returns the page, its record and what lets the program through. */
async function openHeld({ fragment = "", kept = {}, ...options }) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const seen = record(page);
  await page.addInitScript((preferences) => {
    for (const [name, value] of Object.entries(preferences)) {
      localStorage.setItem(`tarazy.${name}`, value);
    }
    // After two seconds the program does not wait for the sample any more (src/ui/shell/effects.rs). On a busy machine
    // the sample may come later, and these tests are about the page with it.
    const timer = globalThis.setTimeout;
    globalThis.setTimeout = (run, after, ...rest) => (after === 2_000 ? 0 : timer(run, after, ...rest));
  }, kept);
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route("**/tarazy-*.wasm", async (route) => {
    await released;
    // The page may be closed by now.
    await route.continue().catch(() => {});
  });
  await page.goto(siteAddress() + fragment, { waitUntil: "domcontentloaded" });
  return { page, seen: { ...seen, address: siteAddress() }, release };
}

const TITLES = {
  kk: "Адам құқықтарының жалпыға бірдей декларациясы",
  ru: "Всеобщая декларация прав человека",
  en: "Universal Declaration of Human Rights",
};

/** What every element within another is, where it stands, its colours, and its text if no element is in it. */
function layout(selector) {
  return [...document.querySelectorAll(`${selector} *`)].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, backgroundColor } = getComputedStyle(element);
    const text = element.children.length === 0 ? element.textContent : "";
    return [element.tagName, element.className?.baseVal ?? element.className, x, y, width, height, color, backgroundColor, text, element.value].join(" ");
  });
}

/** Lets the program through and asserts that it shows what was there before it. */
async function assertNothingMoves(page, release) {
  const drawn = await page.evaluate(layout, "#first");
  assert.ok(drawn.length > 100, "there is something to see");
  release();
  await page.locator("#first").waitFor({ state: "detached" });
  assert.deepEqual(await page.evaluate(layout, "#app"), drawn);
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    test(`the program takes the first page's place and nothing moves, ${width} px, ${colorScheme}`, async () => {
      for (const [language, title] of Object.entries(TITLES)) {
        const viewport = { width, height: 800 };
        const { page, seen, release } = await openHeld({ locale: language, viewport, colorScheme });
        assert.equal(await page.locator("#first #study-title").inputValue(), title);
        assert.equal(await page.evaluate(() => document.documentElement.lang), language);
        await assertNothingMoves(page, release);
        assertQuiet(seen);
        await page.context().close();
      }
    });
  }
}

test("the first page has the colours and the language that were chosen", async () => {
  const { page, release } = await openHeld({ locale: "kk", colorScheme: "light", kept: { language: "ru", theme: "dark" } });
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  assert.equal(await page.locator("#first #study-title").inputValue(), TITLES.ru);
  await assertNothingMoves(page, release);
  await page.context().close();
});

test("other places and other preferences wait for the program", async () => {
  for (const options of [{ fragment: "#lexicon" }, { kept: { measure: "count" } }, { fragment: "#cell=1.freedom.count" }]) {
    const { page, release } = await openHeld(options);
    assert.equal(await page.locator("#first").count(), 0);
    release();
    await page.context().close();
  }
});

test("the first page goes where a script is missing, and the page says so", async () => {
  const page = await browser.newPage();
  await page.route("**/boot.js*", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(siteAddress());
  await page.locator("#boot-problem").waitFor();
  assert.equal(await page.locator("#first").count(), 0);
  await page.close();
});

test("the page can be used while its sample does not come", async () => {
  const page = await browser.newPage();
  await page.route("**/samples/*.json*", () => {});
  await page.goto(siteAddress());
  await page.locator("#app #settings > summary").click();
  await page.locator("#app .language-button[lang=ru]").click();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "ru");
  await page.close();
});

test("what is typed into a field and typed back is no change that stays", async () => {
  const page = await browser.newPage({ locale: "en" });
  await openSite(page);
  const field = page.locator("#study-title");
  await field.fill(`${TITLES.en}x`);
  await field.press("Backspace");
  await field.press("Tab");
  await openMenu(page, "settings");
  await page.locator(".language-button[lang=ru]").click();
  await page.waitForFunction((title) => document.querySelector("#study-title").value === title, TITLES.ru);
  await page.close();
});

test("the first page goes where the program cannot start", async () => {
  const page = await browser.newPage();
  await page.route("**/tarazy-*.wasm", (route) => route.abort());
  await page.goto(siteAddress());
  await page.locator("#boot-problem").waitFor();
  assert.equal(await page.locator("#first").count(), 0);
  await page.close();
});

test("the single file has a first page too", async () => {
  const context = await browser.newContext({ locale: "kk" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver(() => {
      globalThis.sawFirst ||= document.querySelector("#first td.category") !== null;
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(fileAddress());
  await page.locator("#app td.category").first().waitFor();
  assert.ok(await page.evaluate(() => globalThis.sawFirst));
  assert.equal(await page.locator("#first").count(), 0);
  await context.close();
});
