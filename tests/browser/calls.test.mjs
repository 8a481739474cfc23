// The calls of the embedding package, one after another in one worker: npm/tarazy.js with a stand-in
// for the program, which answers, traps or runs for ever as it is asked to. Needs neither a build nor
// a browser.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker as Thread } from "node:worker_threads";
import { LIMIT, PATIENCE_MS } from "./contexts/patience.mjs";

const npm = fileURLToPath(new URL("../../npm/", import.meta.url));
const GLUE = "/* The glue that wasm-bindgen wrote stands here. */";

// The smallest module there is: the stand-in needs none.
const MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

const STAND_IN = `
const wasm_bindgen = Object.assign(async () => {}, {
  initSync() {},
  analyze(request) {
    if (request === null || typeof request !== "object") {
      throw Object.assign(new Error("no request"), { code: "request-invalid" });
    }
    if (request.does === "trap") {
      throw new Error("unreachable");
    }
    while (request.does === "loop") {}
    return { ...request };
  },
});
`;

let folder;
let started = 0;
const threads = new Set();

/** Has the interface of a browser's worker, and is a thread of Node.js. */
class ThreadWorker {
  constructor(address) {
    started += 1;
    const head = `const { parentPort } = require("node:worker_threads");
      globalThis.addEventListener = (name, listener) => parentPort.on(name, (data) => listener({ data }));
      globalThis.postMessage = (data) => parentPort.postMessage(data);\n`;
    this.thread = new Thread(head + sources.get(address), { eval: true });
    threads.add(this.thread);
    this.thread.on("message", (data) => this.onmessage?.({ data }));
    this.thread.on("error", ({ message }) => this.onerror?.({ message, preventDefault() {} }));
  }

  postMessage(data) {
    this.thread.postMessage(data);
  }

  terminate() {
    threads.delete(this.thread);
    this.thread.terminate();
  }
}

const sources = new Map();
const kept = { Worker: globalThis.Worker, Blob: globalThis.Blob, create: URL.createObjectURL, revoke: URL.revokeObjectURL };

/** The package, loaded from the start: no worker runs yet. */
async function load() {
  started = 0;
  const name = path.join(folder, `tarazy-${Math.random().toString(36).slice(2)}.mjs`);
  await writeFile(name, (await readFile(path.join(npm, "tarazy.js"), "utf8")).replace(GLUE, STAND_IN));
  const api = await import(pathToFileURL(name).href);
  await api.init({ wasm: await WebAssembly.compile(MODULE) });
  return api;
}

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tarazy-calls-"));
  await writeFile(path.join(folder, "embed.js"), "");
  globalThis.Worker = ThreadWorker;
  globalThis.Blob = class {
    constructor([text]) {
      this.text = text;
    }
  };
  URL.createObjectURL = ({ text }) => {
    const address = `blob:${sources.size}`;
    sources.set(address, text);
    return address;
  };
  URL.revokeObjectURL = () => {};
});

after(async () => {
  threads.forEach((thread) => thread.terminate());
  [globalThis.Worker, globalThis.Blob] = [kept.Worker, kept.Blob];
  [URL.createObjectURL, URL.revokeObjectURL] = [kept.create, kept.revoke];
  await rm(folder, { recursive: true });
});

test("many calls at once are answered in their order by one worker", async () => {
  const { analyze } = await load();
  const order = [];
  const calls = Array.from({ length: 200 }, async (_, at) => {
    const { number } = await analyze({ number: at });
    order.push(number);
  });
  await Promise.all(calls);
  assert.deepEqual(order, Array.from({ length: 200 }, (_, at) => at));
  assert.equal(started, 1);
});

test("what cannot be sent is refused, whether it waits or not", async () => {
  const { analyze } = await load();
  await assert.rejects(analyze({ does() {} }), { name: "Error", code: "request-invalid" });
  const [first, refused] = await Promise.allSettled([analyze({ number: 1 }), analyze({ does() {} })]);
  assert.deepEqual([first.value, refused.reason.code], [{ number: 1 }, "request-invalid"]);
  assert.equal(started, 1);
});

test("a call that takes too long is ended, and the others go on in the next worker", LIMIT, async () => {
  const { analyze } = await load();
  const calls = [analyze({ number: 0 }), analyze({ does: "loop", timeoutMs: 200 }), analyze({ number: 2 }), analyze({ number: 3 })];
  const [first, ended, third, fourth] = await Promise.allSettled(calls);
  assert.deepEqual([ended.reason instanceof Error, ended.reason.code], [true, "timed-out"]);
  assert.match(ended.reason.message, /200 ms/);
  assert.deepEqual([first, third, fourth].map(({ value }) => value), [{ number: 0 }, { number: 2 }, { number: 3 }]);
  assert.deepEqual(await analyze({ number: 4, timeoutMs: PATIENCE_MS }), { number: 4 }, "the limit is none of the program's options");
  assert.equal(started, 2);
});

test("a call that traps takes no other with it", LIMIT, async () => {
  const { analyze } = await load();
  const [first, trapped, third] = await Promise.allSettled([analyze({ number: 0 }), analyze({ does: "trap" }), analyze({ number: 2 })]);
  assert.equal(trapped.reason.code, "engine-stopped");
  assert.deepEqual([first.value, third.value], [{ number: 0 }, { number: 2 }]);
  assert.deepEqual(await analyze({ number: 3 }), { number: 3 });
});

test("a limit that is none is refused, and so is an option that is none", async () => {
  const { analyze, init, mount } = await load();
  for (const timeoutMs of [0, -1, NaN, "100", null, 2 ** 31, {}]) {
    await assert.rejects(analyze({ timeoutMs }), { name: "Error", code: "request-invalid" }, String(timeoutMs));
  }
  for (const timeoutMs of [100_000, 0.5e6, 2 ** 31 - 1, Infinity, undefined]) {
    assert.deepEqual(await analyze({ number: 1, timeoutMs }), { number: 1 }, String(timeoutMs));
  }
  for (const request of [undefined, null, 7, "text"]) {
    await assert.rejects(analyze(request), { name: "Error", code: "request-invalid" });
  }
  await assert.rejects(init({ wsam: MODULE }), { name: "Error", code: "unknown-option" });
  assert.throws(() => mount(null, { src: "study.html" }), { name: "Error", code: "request-invalid" });
});

test("mount takes addresses of studies, its own options, and nothing else", async () => {
  globalThis.Element = class {};
  globalThis.document = { baseURI: "https://journal.example/article/1" };
  globalThis.tarazyEmbed = { StudyElement: class {} };
  try {
    const { mount } = await load();
    const code = (options) => {
      try {
        return mount(new Element(), options);
      } catch (error) {
        // Behind the checks comes the page, which there is none of.
        return error.code ?? "accepted";
      }
    };
    for (const src of ["study.html#compare", "http://a.example/s", "file:///s.html", "blob:x", "data:text/html,x", new URL("https://a.example/")]) {
      assert.equal(code({ src }), "accepted", String(src));
    }
    for (const src of ["javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "vbscript:x", "ftp://a.example/s", "about:blank", "http://["]) {
      assert.equal(code({ src }), "request-invalid", src);
    }
    assert.equal(code({ study: "<!DOCTYPE html>", view: "table", title: "The study", height: 300, maxHeight: 900 }), "accepted");
    for (const wrong of [undefined, {}, { src: 7 }, { src: "a", study: "b" }, { src: "a", view: "wide" }, { src: "a", height: "tall" }, { src: "a", maxHeight: -1 }]) {
      assert.equal(code(wrong), "request-invalid", JSON.stringify(wrong));
    }
    for (const wrong of [{ src: "a", maxheight: 5 }, { src: "a", onload: "x" }, { source: "a" }]) {
      assert.equal(code(wrong), "unknown-option", JSON.stringify(wrong));
    }
  } finally {
    for (const name of ["Element", "document", "tarazyEmbed"]) {
      delete globalThis[name];
    }
  }
});
