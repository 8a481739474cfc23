// The page and its worker start, from http and from a file, and ask for nothing but their own
// files.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertQuiet, fileAddress, launch, openFile, openSite, siteAddress } from "./browser.mjs";

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

  test(`a browser without what the page needs is reported from ${place.name}`, async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      WebAssembly.compileStreaming = () => Promise.reject(new Error("no WebAssembly"));
    });
    await page.goto(place.address());
    await page.locator("#boot-problem").waitFor({ state: "visible" });
    for (const language of ["kk", "ru", "en"]) {
      assert.equal(await page.locator(`#boot-problem [lang=${language}]`).isVisible(), true);
    }
    await page.close();
  });
}

test("a host that sends the program without its media type serves it all the same", async () => {
  const page = await browser.newPage();
  let served = 0;
  await page.route("**/*.wasm", async (route) => {
    served += 1;
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  assertQuiet(await openSite(page));
  assert.equal(served, 1);
  await page.close();
});

test("the program is asked for once, by a name that holds a digest of its content", async () => {
  const page = await browser.newPage();
  const { requests } = await openSite(page);
  const programs = requests.filter((address) => address.includes(".wasm"));
  assert.equal(programs.length, 1, "what was preloaded is used");
  assert.match(programs[0], /\/tarazy-[0-9a-f]{16}\.wasm$/);
  for (const compression of ["gz", "br"]) {
    assert.equal((await page.request.get(`${programs[0]}.${compression}`)).status(), 200);
  }
  await page.close();
});

test("the single file starts where base64 has to be decoded by hand", async () => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    delete Uint8Array.fromBase64;
  });
  assertQuiet(await openFile(page));
  await page.close();
});

test("the single file starts in a sandboxed frame without an address of its own", async () => {
  const content = await readFile(process.env.TARAZY_FILE, "utf8");
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
