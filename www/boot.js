// Starts Tarazy in this page and makes its workers. The same script serves the hosted page, whose files lie beside it,
// and the single file, which carries them in inert blocks.
"use strict";

(() => {
  const WORKER_TIME_LIMIT_MS = 20_000;
  const LONGEST_STEP_MS = 8;
  // So many packed bytes take longer to unpack than a worker takes to start.
  const LARGE_PART = 50_000;

  // The single file has this script inside; the hosted page names it, and names the program's file.
  const singleFile = document.currentScript.src === "";
  const bootText = document.currentScript.textContent;
  const program = document.getElementById("program");
  const programFile = program?.getAttribute("href");

  // A published study stands behind this script, in a block that is not there yet; its text comes before.
  const hasStudy = document.documentElement.hasAttribute("data-study");

  // A site may demand that scripts come from a policy with a name; it may also forbid every such policy.
  const trusted = trustedPolicy();

  function trustedPolicy() {
    const own = { createScript: (text) => text, createScriptURL: (address) => address };
    try {
      return globalThis.trustedTypes?.createPolicy("tarazy", own) ?? own;
    } catch {
      return own;
    }
  }

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

  // Decodes base 85, in which a study is published: five signs for four bytes, a sixteenth less than base64. The signs are those
  // of ASCII that mean nothing in HTML, in scripts or to journals' software, in their order (src/publication/base85.rs).
  function fromBase85(text) {
    const values = new Uint8Array(128);
    let value = 0;
    for (let sign = 0x21; sign <= 0x7e; sign += 1) {
      if (!"\"$&'<>\\`{".includes(String.fromCharCode(sign))) {
        values[sign] = value;
        value += 1;
      }
    }
    const groups = Math.ceil(text.length / 5);
    const padded = text.padEnd(groups * 5, "~");
    const bytes = new DataView(new ArrayBuffer(groups * 4));
    for (let group = 0; group < groups; group += 1) {
      let number = 0;
      for (let at = group * 5; at < group * 5 + 5; at += 1) {
        number = number * 85 + values[padded.charCodeAt(at)];
      }
      bytes.setUint32(group * 4, number);
    }
    return new Uint8Array(bytes.buffer, 0, Math.floor((text.length * 4) / 5));
  }

  // Decodes the wide signs of the file that is in UTF-16: from U+00A0 on, without surrogates (xtask/src/wide.rs). A number takes
  // in signs while it is small, and gives off bytes; 1 is left when all are there.
  function fromWide(text) {
    const bytes = new Uint8Array(text.length * 2);
    let number = 0;
    let at = 0;
    for (let length = 0; ; length += 1) {
      while (number < 0x8000 && at < text.length) {
        const sign = text.charCodeAt(at++);
        number = number * 62768 + sign - (sign < 0xe000 ? 0xa0 : 0x8a0);
      }
      if (number <= 1) {
        return bytes.subarray(0, length);
      }
      bytes[length] = number;
      number >>>= 8;
    }
  }

  // What unpacks the other blocks, from its own.
  let unpacker = null;

  async function unpackGzip(packed) {
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  }

  // Unpacks by the program that `unpacker` is (src/packing/browser.rs), step by step; `pause` may let others have their turn.
  // It is sent to workers as text, so it uses nothing from around it.
  async function unpackPart(unpacker, packed, pause) {
    const { exports } = (await WebAssembly.instantiate(unpacker)).instance;
    const room = exports.room(packed.length);
    new Uint8Array(exports.memory.buffer, room, packed.length).set(packed);
    exports.begin();
    while (exports.step()) {
      await pause?.();
    }
    return new Uint8Array(exports.memory.buffer, exports.unpacked(), exports.unpacked_length()).slice();
  }

  // Lets a worker, which is made of a function's text, answer one message with bytes.
  async function answerApart(work, message) {
    const answer = `(bytes) => postMessage(bytes, [bytes.buffer]), () => postMessage(null)`;
    const listen = `onmessage = ({ data }) => { new Promise((done) => done((${work})(data))).then(${answer}); };`;
    const script = URL.createObjectURL(new Blob([listen], { type: "text/javascript" }));
    let made = null;
    try {
      made = new Worker(trusted.createScriptURL(script));
      return await new Promise((resolve, reject) => {
        made.addEventListener("message", ({ data }) => (data === null ? reject(new Error("a worker fails")) : resolve(data)));
        made.addEventListener("error", (event) => {
          event.preventDefault();
          reject(new Error(event.message || "no worker can be started"));
        });
        made.postMessage(message);
      });
    } finally {
      made?.terminate();
      URL.revokeObjectURL(script);
    }
  }

  // Large parts are unpacked in workers, so that they go side by side and the page answers meanwhile; where there are none, and
  // for small ones, it is done here.
  async function unpackParts(packed) {
    unpacker ??= unpack("unpack.wasm");
    const bytes = await unpacker;
    let since = performance.now();
    const pause = async () => {
      if (performance.now() - since > LONGEST_STEP_MS) {
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
    };
    const head = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    const parts = [];
    for (let at = 0; at < packed.length; ) {
      const end = at + 4 + head.getUint32(at, true);
      const part = packed.slice(at + 4, end);
      const onPage = () => unpackPart(bytes, part, pause);
      const work = `([unpacker, packed]) => (${unpackPart})(unpacker, packed)`;
      parts.push(part.length < LARGE_PART ? onPage() : answerApart(work, [bytes, part]).catch(onPage));
      at = end;
    }
    return new Uint8Array(await new Blob(await Promise.all(parts)).arrayBuffer());
  }

  // Unpacks a block of the single file. What the program is made of stands in wide signs, in a published study in base 85; the
  // study itself is base64 of gzip.
  async function unpack(name) {
    const block = document.getElementById(`payload-${name}`);
    if (block === null) {
      throw new Error(`this page does not carry ${name}`);
    }
    const { packing } = block.dataset;
    if (packing === undefined) {
      return unpackGzip(fromBase64(block.textContent));
    }
    const packed = packing.endsWith("-wide") ? fromWide(block.textContent) : fromBase85(block.textContent);
    return packing.startsWith("gzip") ? unpackGzip(packed) : unpackParts(packed);
  }

  async function fetchOwn(name, options = {}) {
    const response = await fetch(name, options);
    if (!response.ok) {
      throw new Error(`${name}: ${response.status}`);
    }
    return response;
  }

  // Returns one of the page's own files as bytes, unpacked: "tarazy.wasm", "samples/index.json" or "samples/<id>.json".
  async function load(name) {
    if (singleFile) {
      return unpack(name);
    }
    const file = name === "tarazy.wasm" ? programFile : name;
    const bytes = new Uint8Array(await (await fetchOwn(file)).arrayBuffer());
    return file.endsWith(".lzma") ? globalThis.tarazyUnpackLzma(bytes) : bytes;
  }

  // Returns the page in one file, as far as a published study is set in it. The single file writes down what it is made of.
  async function frame() {
    if (!singleFile) {
      return new TextDecoder("utf-16le").decode(await (await fetchOwn("tarazy.html")).arrayBuffer());
    }
    await wholePage();
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    const icon = document.querySelector('link[rel="icon"]').getAttribute("href");
    const blocks = [...document.querySelectorAll('script[id^="payload-"]')].map((block) => {
      const packing = block.dataset.packing === undefined ? "" : ` data-packing="${block.dataset.packing}"`;
      return `<script type="text/plain" id="${block.id}"${packing}>${block.textContent}<\/script>`;
    });
    return [
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      `<link rel="icon" href="${icon}">`,
      `<style>${document.querySelector("style").textContent}</style>`,
      `<script>${bootText}<\/script>`,
      `<div id="boot-problem">${document.getElementById("boot-problem").innerHTML}</div>`,
      ...blocks,
    ].join("\n");
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
        ? wholePage().then(() => unpack("tarazy.js")).then((bytes) => new TextDecoder().decode(bytes))
        : fetchOwn("tarazy.js").then((response) => response.text());
      glue.catch(() => {
        glue = null;
      });
    }
    return glue;
  }

  // The hosted page begins with a part of the program; the rest comes when the page stands.
  const rest = globalThis.tarazyParts?.({ program, fetchOwn, answerApart, tellProblem }) ?? null;
  globalThis.tarazyRest = rest?.standIns;

  // The worker's part of this script. It is sent as text, so it uses nothing from around it. Texts come as blobs, and WebKit
  // lets no worker of a page from a file read any; such a worker is of no use.
  function worker(rest) {
    self.addEventListener(
      "message",
      (event) => {
        globalThis.tarazyRest = rest?.standIns;
        const exports = wasm_bindgen.initSync({ module: event.data });
        rest?.begin(exports);
        wasm_bindgen.start_worker();
        new Blob(["."]).arrayBuffer().then(
          () => self.postMessage("ready"),
          () => self.postMessage("cannot read"),
        );
      },
      { once: true },
    );
    // A trap in what was waited for ends in a promise, of which nobody outside would hear.
    self.addEventListener("unhandledrejection", (event) => self.postMessage({ trap: String(event.reason) }));
  }

  // Makes a worker that runs the program; resolves when it is ready for messages. It is a classic worker from a blob,
  // because Chromium starts no other kind from a file or in a sandboxed frame.
  async function spawnWorker() {
    const [module, text] = await Promise.all([compiled, glueText()]);
    const source = new Blob([text, `\n(${worker})(${rest?.forWorker ?? "null"});\n`], { type: "text/javascript" });
    const address = URL.createObjectURL(source);
    let made = null;
    try {
      made = new Worker(trusted.createScriptURL(address));
      await ready(made, module);
      rest?.hand(made);
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

  // The single file has the styles of what is read without the program in the page, and all styles packed.
  async function dress() {
    await wholePage();
    const style = document.createElement("style");
    style.textContent = new TextDecoder().decode(await unpack("style.css"));
    document.head.append(style);
  }

  async function start() {
    if (singleFile) {
      await dress();
      // The page's policy knows this script by its hash, as it would if it stood in the page.
      const script = document.createElement("script");
      script.text = trusted.createScript(await glueText());
      document.head.append(script);
    }
    // The asynchronous way: browsers refuse to make large programs at once on the page's own thread.
    const exports = await wasm_bindgen({ module_or_path: await compiled });
    rest?.begin(exports);
    wasm_bindgen.start_page();
  }

  function tellProblem(id) {
    const sentence = document.getElementById(id);
    if (sentence !== null) {
      sentence.hidden = false;
    }
  }

  const started = start();
  started.catch((error) => {
    console.error(error);
    tellProblem("boot-problem");
  });

  // Resolves when all of the program is there.
  const whole = started.then(() => rest?.load());
  whole.catch(() => {});

  // What the program and the tests see: `started` resolves when the page runs, `whole` when all of the program is there.
  globalThis.tarazy = Object.freeze({ singleFile, hasStudy, load, frame, spawnWorker, started, whole });
})();
