// The readers of documents and what converts lexicons of other tools: two modules that are fetched for
// the first file, each in a worker of its own, from http and from a file; a published study has none.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { deflateSync } from "node:zlib";
import { assertQuiet, launch, openFile, openSite } from "./browser.mjs";
import { untilSeen } from "./contexts/patience.mjs";
import { docx, hostilePdf, pdf, readReply, request } from "./documents.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** Sends files to one worker of the page, all at once, and returns its replies. */
async function read(page, files) {
  const messages = files.map(({ name, bytes }) => ({
    bytes: Buffer.from(bytes).toString("base64"),
    request: [...request(name)],
  }));
  const replies = await page.evaluate(async (messages) => {
    const worker = await globalThis.tarazy.spawnLate("reader");
    const replies = [];
    try {
      await new Promise((resolve, reject) => {
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data: { reply } }) => {
          replies.push([...reply]);
          if (replies.length === messages.length) {
            resolve();
          }
        };
        for (const { bytes, request } of messages) {
          const { buffer } = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
          worker.postMessage({ bytes: buffer, request: Uint8Array.from(request) }, [buffer]);
        }
      });
    } finally {
      worker.terminate();
    }
    return replies;
  }, messages);
  return replies.map((reply) => readReply(reply));
}

/** The files of late modules among requests, without their hashes. */
const late = (requests) => requests
  .filter((address) => /\/(reader|converter)[-.]/.test(address))
  .map((address) => address.split("/").at(-1).replace(/-[0-9a-f]{16}\./, "-0."))
  .sort();

for (const [place, open] of Object.entries({ http: openSite, file: openFile })) {
  test(`documents are read in their order, from ${place}`, async () => {
    const page = await browser.newPage();
    const seen = await open(page);
    assert.deepEqual(late(seen.requests), [], "no file, no readers");
    const [word, printed, plain, damaged] = await read(page, [
      { name: "Бағдарлама.docx", bytes: docx("Сөз бостандығы.") },
      { name: "programme.pdf", bytes: pdf("Freedom of speech,", "law and order.") },
      { name: "notes.txt", bytes: new TextEncoder().encode("law") },
      { name: "damaged.docx", bytes: docx("law").slice(0, 200) },
    ]);
    assert.deepEqual(word, { kind: "documents", count: 1, title: "Бағдарлама", text: "Сөз бостандығы." });
    assert.equal(printed.kind, "documents");
    assert.match(printed.text, /^Freedom of speech,\s+law and order\.$/);
    assert.deepEqual([plain, damaged], [{ kind: "plain" }, { kind: "refused", code: "document-damaged" }]);

    const again = await read(page, [{ name: "a.pdf", bytes: pdf("law") }]);
    assert.equal(again[0].text, "law");
    const expected = place === "http" ? ["reader-0.js", "reader-0.wasm"] : [];
    assert.deepEqual(late(seen.requests), expected, "the readers are fetched once, and nothing else");
    assertQuiet(seen);
    await page.close();
  });

  test(`a hostile document is refused and stops no other, from ${place}`, async () => {
    const page = await browser.newPage();
    const seen = await open(page);
    const [bomb, next] = await read(page, [
      { name: "bomb.pdf", bytes: hostilePdf((bytes) => deflateSync(bytes, { level: 9 })) },
      { name: "next.pdf", bytes: pdf("law") },
    ]);
    assert.equal(bomb.kind, "refused");
    assert.equal(next.text, "law", "the same worker reads the next file");
    assertQuiet(seen);
    await page.close();
  });

  test(`a worker that ends is replaced by the next one, from ${place}`, async () => {
    const page = await browser.newPage();
    const seen = await open(page);
    const ended = await page.evaluate(async () => {
      const worker = await globalThis.tarazy.spawnLate("reader");
      const ended = new Promise((resolve) => {
        worker.onerror = (event) => {
          event.preventDefault();
          resolve(true);
        };
      });
      // What is no message of the page ends in an error, as a trap does.
      worker.postMessage(null);
      return ended;
    });
    assert.equal(ended, true);
    assert.equal((await read(page, [{ name: "a.pdf", bytes: pdf("law") }]))[0].text, "law");
    assertQuiet(seen);
    await page.close();
  });
}

test("readers that could not be fetched are fetched again", async () => {
  const page = await browser.newPage();
  await openSite(page);
  await page.route("**/reader-*", (route) => route.abort());
  const failure = () => globalThis.tarazy.spawnLate("reader").then(() => "", (error) => error.constructor.name);
  assert.notEqual(await page.evaluate(failure), "");
  await page.unroute("**/reader-*");
  // A part of them whose request has not failed yet is not asked for again before it has.
  const first = async () => (await read(page, [{ name: "a.pdf", bytes: pdf("law") }]))[0].text;
  assert.equal(await untilSeen(first, async () => "the readers are not fetched again"), "law");
  await page.close();
});

test("a published study has no readers", async () => {
  const page = await browser.newPage({ locale: "en-US" });
  await page.goto(pathToFileURL(process.env.TARAZY_STUDY).href);
  await page.evaluate(() => globalThis.tarazy.started);
  for (const name of ["reader", "converter"]) {
    const spawn = (name) => globalThis.tarazy.spawnLate(name).then(() => "", (error) => error.message);
    assert.equal(await page.evaluate(spawn, name), `this page does not carry late/${name}.js`);
  }

  // Lexicons in format 1 are opened and saved all the same, and no others.
  await page.evaluate(() => {
    location.hash = "#lexicon";
  });
  const file = page.locator("#lexicon-file");
  const load = (name, text) => file.setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await file.waitFor({ state: "attached" });
  await load("own.dic", "%\n1\tcare\n%\nprotect*\t1\n");
  await page.locator(".notice", { hasText: /own\.dic.*format of another tool/ }).waitFor();
  await load("own.txt", 'format = 1\nid = "own"\nversion = "1"\n[[category]]\nid = "care"\nen.entries = ["law"]\n');
  await page.locator(".tree-row.is-category", { hasText: "care" }).waitFor();
  await page.locator("#lexicon-save").selectOption("yaml");
  await page.locator(".notice", { hasText: /own\.toml.*format of another tool/ }).waitFor();
  await page.locator("#lexicon-save").selectOption("toml");
  await page.locator(".notice", { hasText: /own\.toml.*saved|saved.*own\.toml/i }).waitFor();
  await page.close();
});

test("the page shows that a lexicon is converted while what converts it is fetched", async () => {
  const page = await browser.newPage({ locale: "en-US" });
  const seen = await openSite(page);
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route("**/converter-*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  await page.evaluate(() => {
    location.hash = "#lexicon";
  });
  const file = page.locator("#lexicon-file");
  await file.waitFor({ state: "attached" });
  const load = (name) => {
    const buffer = Buffer.from("%\n1\tcare\n%\nprotect*\t1\n");
    return file.setInputFiles({ name, mimeType: "text/plain", buffer });
  };
  const line = (name) => page.locator(".progress-line.is-shown", { hasText: `Converting the lexicon ${name}` });
  await load("first.dic");
  await line("first.dic").getByRole("button", { name: "Stop" }).click();
  await line("first.dic").waitFor({ state: "detached" });
  await load("second.dic");
  await line("second.dic").waitFor();
  release();
  await page.locator(".import-report", { hasText: "second.dic" }).waitFor();
  assert.deepEqual(late(seen.requests), ["converter-0.js", "converter-0.wasm"], "the readers are not fetched");
  assertQuiet(seen);
  await page.close();
});
