// The file as an HTML galley of Open Journal Systems: its rules leave the payload whole, with and
// without the compiler of PHP's regular expressions, and under the styles of a theme the page stays
// usable.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { LIMIT, launch } from "../browser.mjs";
import { serve } from "./server.mjs";
import { assertFigures, expectedRows, look, readStudy, showInKazakh, studyPath } from "./study.mjs";

const run = promisify(execFile);
const beside = (name) => fileURLToPath(new URL(name, import.meta.url));
/** How often PHP's regular expressions may go back, unless a server sets it: a longer payload can be lost. */
const BACKTRACK_LIMIT = 1_000_000;

/** What OJS makes of a file. */
async function served(file, jit) {
  const settings = ["-d", `pcre.jit=${jit}`, "-d", `pcre.backtrack_limit=${BACKTRACK_LIMIT}`, "-d", "memory_limit=512M"];
  const { stdout } = await run("php", ["-n", ...settings, beside("ojs.php"), file, beside("theme.css")], { maxBuffer: 1 << 28 });
  return stdout;
}

const blocks = (text) => text.match(/<script type="text\/plain"[^>]*>[^<]*<\/script>/g) ?? [];

const longest = (text) => Math.max(...blocks(text).map(({ length }) => length));

let folder;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tarazy-ojs-"));
});

after(() => rm(folder, { recursive: true, force: true }));

for (const jit of [1, 0]) {
  test(`the payload comes out whole with pcre.jit=${jit}`, async () => {
    const { text } = await readStudy();
    const result = await served(studyPath(), jit);
    assert.ok(longest(text) > BACKTRACK_LIMIT, "the file has a payload that could be lost");
    assert.deepEqual(blocks(result).map(({ length }) => length), blocks(text).map(({ length }) => length));
    assert.ok(blocks(result).every((block, index) => block === blocks(text)[index]), "every block is the same");
    assert.equal(result.match(/<head>/gi).length, 1);
    assert.equal(result.includes("{$"), false);
    // But for the styles that come after <head> not a letter is changed.
    assert.ok(result.replace(/(<head>)\n<style type="text\/css">.*?<\/style>\n/s, "$1") === text, "the rest is the same");
  });
}

test("a payload in an attribute would be lost without the compiler", async () => {
  const file = path.join(folder, "attribute.html");
  const payload = "A".repeat(longest((await readStudy()).text));
  await writeFile(file, `<html><head></head><body><p data-w="${payload}">x</p></body></html>`);
  assert.equal((await served(file, 0)).includes("<p data-w"), false, "the emulation has teeth");
});

test("the page is usable in a frame under the styles of a theme", LIMIT, async () => {
  const server = await serve("");
  const browser = await launch();
  try {
    const galley = server.page(await served(studyPath(), 1));
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    await page.goto(server.page(`<!DOCTYPE html><title>J</title><iframe title="G" src="${galley}" width="1200" height="900"></iframe>`));
    const frame = page.frames()[1];
    await frame.waitForFunction(
      () => document.querySelector('[aria-busy="true"]') === null && document.querySelector(".compare-table tbody td.category"),
    );
    // As the scenario of the contexts reads numbers: in Kazakh.
    await frame.evaluate(`(${showInKazakh})()`);
    await frame.waitForFunction(() => document.documentElement.lang === "kk");
    assertFigures((await frame.evaluate(look)).rows, await expectedRows());
    const measured = await frame.evaluate(() => {
      const table = document.querySelector(".compare-table");
      const cell = table.querySelector("td.category .value");
      const box = cell.getBoundingClientRect();
      const { color } = getComputedStyle(cell);
      return {
        color,
        background: getComputedStyle(document.body).backgroundColor,
        fontSize: Number.parseFloat(getComputedStyle(cell).fontSize),
        isOnTop: cell.closest("td").contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)),
        // A page wider than its frame scrolls sideways.
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        heading: getComputedStyle(document.querySelector("h1, h2")).textTransform,
        cut: [...table.querySelectorAll("tbody .value")].filter((value) => value.scrollWidth > value.clientWidth + 1 && getComputedStyle(value).overflow === "hidden").length,
      };
    });
    assert.notEqual(measured.color, measured.background);
    assert.ok(measured.fontSize >= 10, `figures are legible: ${measured.fontSize} px`);
    assert.equal(measured.isOnTop, true, "nothing covers the figures");
    assert.ok(measured.overflow <= 0, `the page is ${measured.overflow} px wider than its frame`);
    assert.equal(measured.cut, 0, "no figure is cut");
    await frame.locator(".compare-table td.category button").first().click();
    await frame.locator(".kwic tbody tr").first().waitFor();
    assert.ok((await frame.locator(".kwic tbody tr").first().boundingBox()).height > 0, "a figure leads to its contexts");
  } finally {
    await browser.close();
    await server.close();
  }
});
