// The page and its worker start, from http and from a file, and ask for nothing but their own files.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertQuiet, fileAddress, launch, openFile, openSite, siteAddress, textOf } from "./browser.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

const places = [
  { name: "http", open: openSite, singleFile: false, address: siteAddress },
  { name: "file", open: openFile, singleFile: true, address: fileAddress },
];

for (const place of places) {
  test(`page and worker start from ${place.name}`, async () => {
    const page = await browser.newPage();
    const seen = await place.open(page);
    assert.match(await page.title(), /Tarazy/);
    assert.equal(await page.locator("#boot-problem").isVisible(), false);
    assert.equal(await page.evaluate(() => globalThis.tarazy.singleFile), place.singleFile);
    assert.notEqual(await page.locator("#app").innerHTML(), "", "the program has drawn the page");
    const worker = await page.evaluate(async () => {
      const made = await globalThis.tarazy.spawnWorker();
      const name = Object.prototype.toString.call(made);
      made.terminate();
      return name;
    });
    assert.equal(worker, "[object Worker]");
    assertQuiet(seen);
    await page.close();
  });

  test(`own files can be loaded from ${place.name}`, async () => {
    const page = await browser.newPage();
    const seen = await place.open(page);
    const loaded = await page.evaluate(async () => {
      const text = async (name) => new TextDecoder().decode(await globalThis.tarazy.load(name));
      const index = JSON.parse(await text("samples/index.json"));
      const packs = await Promise.all(index.map(async ({ id }) => JSON.parse(await text(`samples/${id}.json`))));
      const wasm = await globalThis.tarazy.load("tarazy.wasm");
      const missing = await globalThis.tarazy.load("samples/none.json").catch((error) => error instanceof Error);
      return { ids: index.map(({ id }) => id), packs, magic: [...wasm.slice(0, 4)], missing };
    });
    assert.deepEqual(loaded.magic, [0x00, 0x61, 0x73, 0x6d]);
    assert.equal(loaded.missing, true);
    assert.deepEqual(loaded.packs.map(({ id }) => id), loaded.ids);
    for (const { document } of loaded.packs) {
      assert.ok(document.every(({ text }) => text.length > 0));
    }
    // The file that does not exist is the one thing the hosted page may complain of.
    seen.problems = seen.problems.filter((problem) => !problem.includes("404"));
    assertQuiet(seen);
    await page.close();
  });

  test(`a browser without what the page needs is told so from ${place.name}`, async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      WebAssembly.compile = () => Promise.reject(new Error("no WebAssembly"));
    });
    await page.goto(place.address());
    await page.locator("#boot-problem").waitFor({ state: "visible" });
    for (const language of ["kk", "ru", "en"]) {
      assert.equal(await page.locator(`#boot-problem [lang=${language}]`).isVisible(), true);
    }
    await page.close();
  });
}

test("the single file starts in a sandboxed frame without an address of its own", async () => {
  const content = textOf(await readFile(process.env.TARAZY_FILE));
  const page = await browser.newPage();
  await page.goto("about:blank");
  await page.evaluate((srcdoc) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.srcdoc = srcdoc;
    document.body.append(frame);
    return new Promise((resolve) => frame.addEventListener("load", resolve));
  }, content);
  const frame = page.frames()[1];
  await frame.evaluate(() => globalThis.tarazy.started);
  await frame.evaluate(async () => (await globalThis.tarazy.spawnWorker()).terminate());
  assert.equal(await frame.locator("#boot-problem").isVisible(), false);
  await page.close();
});
