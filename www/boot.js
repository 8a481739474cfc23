// Starts Tarazy in this page and makes its workers. The same script serves the hosted page, whose files lie beside it,
// and the single file, which carries them in inert blocks.
"use strict";

(() => {
  const WORKER_TIME_LIMIT_MS = 20_000;

  // Only the single file has its glue inside.
  const inlineGlue = document.getElementById("glue");
  const singleFile = inlineGlue !== null;

  // Decodes base64. `fromBase64` is many times faster, where the browser has it.
  function fromBase64(text) {
    if (typeof Uint8Array.fromBase64 === "function") {
      return Uint8Array.fromBase64(text);
    }
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index += 1) {
      bytes[index] = binary.charCodeAt(index);
    }
    return bytes;
  }

  async function unpack(name) {
    const block = document.getElementById(`payload-${name}`);
    if (block === null) {
      throw new Error(`this page does not carry ${name}`);
    }
    const packed = new Blob([fromBase64(block.textContent)]);
    const unpacked = packed.stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  }

  async function fetchOwn(name) {
    const response = await fetch(name);
    if (!response.ok) {
      throw new Error(`${name}: ${response.status}`);
    }
    return response;
  }

  // Returns one of the page's own files as bytes: "tarazy.wasm", "samples/index.json" or "samples/<id>.json".
  async function load(name) {
    return singleFile ? unpack(name) : new Uint8Array(await (await fetchOwn(name)).arrayBuffer());
  }

  // The program is compiled once for the page and all its workers.
  const compiled = wholePage()
    .then(() => load("tarazy.wasm"))
    .then((bytes) => WebAssembly.compile(bytes));
  // A failure is told by `start`, which waits for the same promise.
  compiled.catch(() => {});

  let glue = null;

  // Returns the text of the glue, which each worker needs as well.
  function glueText() {
    if (glue === null) {
      glue = singleFile
        ? Promise.resolve(inlineGlue.textContent)
        : fetchOwn("tarazy.js").then((response) => response.text());
      glue.catch(() => {
        glue = null;
      });
    }
    return glue;
  }

  // The worker's part of this script. It is sent as text, so it uses nothing from around it. Texts come as blobs, and WebKit
  // lets no worker of a page from a file read any; such a worker is of no use.
  function worker() {
    self.addEventListener(
      "message",
      (event) => {
        wasm_bindgen.initSync({ module: event.data });
        wasm_bindgen.start_worker();
        new Blob(["."]).arrayBuffer().then(
          () => self.postMessage("ready"),
          () => self.postMessage("cannot read"),
        );
      },
      { once: true },
    );
  }

  // Makes a worker that runs the program; resolves when it is ready for messages. It is a classic worker from a blob,
  // because Chromium starts no other kind from a file or in a sandboxed frame.
  async function spawnWorker() {
    const [module, text] = await Promise.all([compiled, glueText()]);
    const source = new Blob([text, `\n(${worker})();\n`], { type: "text/javascript" });
    const address = URL.createObjectURL(source);
    let made = null;
    try {
      made = new Worker(address);
      await ready(made, module);
      return made;
    } catch (error) {
      made?.terminate();
      throw error;
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  function ready(made, module) {
    const listening = new AbortController();
    const { signal } = listening;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("the worker did not start in time")), WORKER_TIME_LIMIT_MS);
      signal.addEventListener("abort", () => clearTimeout(timer));
      made.addEventListener(
        "message",
        ({ data }) => (data === "ready" ? resolve() : reject(new Error("the worker cannot read texts"))),
        { signal },
      );
      made.addEventListener("messageerror", () => reject(new Error("the worker did not get the program")), { signal });
      made.addEventListener(
        "error",
        (event) => {
          event.preventDefault();
          reject(new Error(event.message || "the worker could not be started"));
        },
        { signal },
      );
      made.postMessage(module);
    }).finally(() => listening.abort());
  }

  // The blocks of the single file stand after this script.
  function wholePage() {
    return new Promise((resolve) => {
      if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
      } else {
        resolve();
      }
    });
  }

  async function start() {
    // The asynchronous way: browsers refuse to make large programs at once on the page's own thread.
    await wasm_bindgen({ module_or_path: await compiled });
    wasm_bindgen.start_page();
  }

  function tellProblem(error) {
    console.error(error);
    const sentence = document.getElementById("boot-problem");
    if (sentence !== null) {
      sentence.hidden = false;
    }
  }

  const started = start();
  started.catch(tellProblem);

  // What the program and the tests see: `started` resolves when the page runs.
  globalThis.tarazy = Object.freeze({ singleFile, load, spawnWorker, started });
})();
