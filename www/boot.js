// Starts Tarazy in this page and makes its workers. The same script serves the hosted page, whose
// files lie beside it, and the single file, which carries them in inert blocks.
"use strict";

(() => {
  const WORKER_TIME_LIMIT_MS = 20_000;
  const PROGRAM = "tarazy.wasm";
  // Modules that are fetched on first use: what reads files of other programs, and what converts
  // lexicons of other tools.
  const LATE = ["reader", "converter"];
  const WASM_TYPE = "application/wasm";

  // The single file has this script inside; the hosted page names it, and names the files of the
  // program and of the late modules by their content.
  const singleFile = document.currentScript.src === "";
  const bootText = document.currentScript.textContent;
  const program = document.getElementById("program");
  const named = new Map([[PROGRAM, program?.getAttribute("href")]]);
  for (const name of LATE) {
    const file = program?.dataset[name];
    named.set(`late/${name}.wasm`, file).set(`late/${name}.js`, file?.replace(/wasm$/, "js"));
  }

  // What the build wrote into the hosted page: its version, and the addresses of the files of that
  // version with their hashes. An address ends in a part of the hash, so that no cache answers with
  // the file of another version; the program, which is compiled while it arrives, has its hash in its
  // name alone.
  const sealed = document.getElementById("files");
  const hashes = JSON.parse(sealed?.textContent ?? "{}");
  const addresses = new Map(Object.keys(hashes).map((address) => [address.split("?")[0], address]));

  // A published study stands behind this script, in a block that is not there yet; its text comes
  // before.
  const hasStudy = document.documentElement.hasAttribute("data-study");

  // A site may demand that scripts come from a policy with a name; it may also forbid every such
  // policy.
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

  // Returns the file in a block of the single file as a response. A block is base64 of gzip.
  async function unpack(name) {
    const block = await wholeBlock(`payload-${name}`);
    if (block === null) {
      throw new Error(`this page does not carry ${name}`);
    }
    const packed = new Blob([fromBase64(block.textContent)]).stream();
    const headers = name.endsWith(".wasm") ? { "Content-Type": WASM_TYPE } : {};
    return new Response(packed.pipeThrough(new DecompressionStream("gzip")), { headers });
  }

  // Fetches a file of this page's version; that of another one is an error.
  async function fetchOwn(name) {
    const address = addresses.get(name) ?? name;
    const request = async (cache) => {
      const response = await fetch(address, { cache, integrity: hashes[address] ?? "" });
      if (!response.ok) {
        throw new Error(`${name}: ${response.status}`);
      }
      return response;
    };
    try {
      // What the browser keeps may be of another version, and what the host has be right.
      return await request("default").catch(() => request("reload"));
    } catch (error) {
      if (!(await isOutdated())) {
        throw error;
      }
      dispatchEvent(new CustomEvent("tarazy:version", { detail: "outdated" }));
      throw Object.assign(new Error(`${name}: the page has another version by now`), { name: "Outdated" });
    }
  }

  // Returns true where the host has another version of this page than the one that runs.
  async function isOutdated() {
    if (sealed === null) {
      return false;
    }
    const { version } = sealed.dataset;
    const page = await fetch("./", { cache: "no-store" }).then((response) => response.text()).catch(() => "");
    return (/ id="files" data-version="(\w+)"/.exec(page)?.[1] ?? version) !== version;
  }

  // Returns one of the page's own files as a response: "tarazy.wasm",
  // "late/reader.wasm", "samples/index.json" or "samples/<id>.json".
  function ownFile(name) {
    return singleFile ? unpack(name) : fetchOwn(named.get(name) ?? name);
  }

  // Returns one of the page's own files as bytes.
  async function load(name) {
    return new Uint8Array(await (await ownFile(name)).arrayBuffer());
  }

  // Returns the single-file page, or the parts of it that a published study is made from.
  async function frame() {
    if (!singleFile) {
      return (await fetchOwn("tarazy.html")).text();
    }
    await wholePage();
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    const icon = document.querySelector('link[rel="icon"]').getAttribute("href");
    // A study is read and takes no files, so that it has no late modules.
    const all = document.querySelectorAll('script[id^="payload-"]:not([id^="payload-late/"])');
    const blocks = [...all].map(
      (block) => `<script type="text/plain" id="${block.id}">${block.textContent}<\/script>`,
    );
    return [
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      `<link rel="icon" href="${icon}">`,
      `<style>${document.querySelector("style").textContent}</style>`,
      `<script>${bootText}<\/script>`,
      `<div id="boot-problem">${document.getElementById("boot-problem").innerHTML}</div>`,
      ...blocks,
    ].join("\n");
  }

  // Compiles a module while it arrives. Browsers do so only for its own media type, which some hosts
  // do not send.
  async function compile(name) {
    const response = await ownFile(name);
    if (response.headers.get("Content-Type") === WASM_TYPE) {
      return WebAssembly.compileStreaming(response);
    }
    return WebAssembly.compile(await response.arrayBuffer());
  }

  // The program is compiled once for the page and all its workers.
  const compiled = compile(PROGRAM);
  // `start` waits for the same promise and reports a failure.
  compiled.catch(() => {});

  // Returns a function that makes something when it is first called, and again only where that
  // failed.
  function kept(make) {
    let made = null;
    return () => {
      if (made === null) {
        made = make();
        made.catch(() => {
          made = null;
        });
      }
      return made;
    };
  }

  const textOf = async (name) => (await ownFile(name)).text();

  // The text of the glue, which each worker needs as well.
  const glueText = kept(() => textOf("tarazy.js"));
  const lateModules = new Map(
    LATE.map((name) => {
      const files = { glue: kept(() => textOf(`late/${name}.js`)), module: kept(() => compile(`late/${name}.wasm`)) };
      return [name, files];
    }),
  );

  // The worker's part of this script. It is sent as text, so it uses nothing from around it. Texts
  // come as blobs, and WebKit lets no worker of a page from a file read any; such a worker is of no
  // use.
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
    // A trap in what was waited for ends in a promise, which nobody outside would notice.
    self.addEventListener("unhandledrejection", (event) => self.postMessage({ trap: String(event.reason) }));
  }

  // The part of a worker with a late module; it is sent as text too. A message has the bytes of a
  // file and what is asked of it; a trap ends in the worker's error event.
  function lateWorker() {
    self.addEventListener(
      "message",
      (event) => {
        wasm_bindgen.initSync({ module: event.data });
        self.addEventListener("message", ({ data: { bytes, request } }) => {
          const reply = wasm_bindgen.reply(new Uint8Array(bytes), request);
          self.postMessage({ reply }, [reply.buffer]);
        });
        self.postMessage("ready");
      },
      { once: true },
    );
  }

  // Makes a worker that runs one of the functions above with a module; resolves when it is ready for
  // messages. It is a classic worker from a blob, because Chromium starts no other kind from a file
  // or in a sandboxed frame.
  async function makeWorker(run, glue, module) {
    const source = new Blob([await glue, `\n(${run})();\n`], { type: "text/javascript" });
    const address = URL.createObjectURL(source);
    let made = null;
    try {
      made = new Worker(trusted.createScriptURL(address));
      await ready(made, module);
      return made;
    } catch (error) {
      made?.terminate();
      throw error;
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  const makeEngine = () => makeWorker(worker, glueText(), compiled);

  // The first worker starts while the program is compiled, before the page asks for it.
  let firstWorker = makeEngine();
  // Who asks for it learns of a failure.
  firstWorker.catch(() => {});

  // Returns a new worker, or the first one where it was not given away yet.
  function spawnWorker() {
    const made = firstWorker ?? makeEngine();
    firstWorker = null;
    return made;
  }

  // Returns a new worker with a late module. The first call fetches and compiles that; it fails where
  // the page has none.
  function spawnLate(name) {
    const { glue, module } = lateModules.get(name);
    const compiling = module();
    // Who waits for the worker learns of a failure.
    compiling.catch(() => {});
    return makeWorker(lateWorker, glue(), compiling);
  }

  // Gives a worker its module once that is compiled, and waits for its answer. What goes wrong before
  // is noticed as well.
  function ready(made, module) {
    const listening = new AbortController();
    const { signal } = listening;
    return new Promise((resolve, reject) => {
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
      module.then((compiled) => {
        if (!signal.aborted) {
          const late = () => reject(new Error("the worker did not start in time"));
          const timer = setTimeout(late, WORKER_TIME_LIMIT_MS);
          signal.addEventListener("abort", () => clearTimeout(timer));
          made.postMessage(compiled);
        }
      }, reject);
    }).finally(() => listening.abort());
  }

  // Returns an element of the single file once the parser has passed it, or `null` where the page
  // has none. The blocks stand after this script.
  function wholeBlock(id) {
    return new Promise((resolve) => {
      const look = () => {
        const block = document.getElementById(id);
        if (block?.nextSibling || document.readyState !== "loading") {
          observer.disconnect();
          resolve(block);
        }
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true });
      document.addEventListener("DOMContentLoaded", look, { once: true });
      look();
    });
  }

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
    if (singleFile) {
      // The page's policy knows this script by its hash, as it would if it stood in the page.
      const script = document.createElement("script");
      script.text = trusted.createScript(await glueText());
      document.head.append(script);
    }
    // The asynchronous way: browsers refuse to make large programs at once on the page's own
    // thread.
    await wasm_bindgen({ module_or_path: await compiled });
    wasm_bindgen.start_page();
  }

  const started = start();
  started.catch((error) => {
    console.error(error);
    document.getElementById("first")?.remove();
    const sentence = document.getElementById("boot-problem");
    if (sentence !== null) {
      sentence.hidden = false;
    }
  });

  // What the program and the tests see: `started` resolves when the page runs.
  globalThis.tarazy = Object.freeze({ singleFile, hasStudy, load, frame, spawnWorker, spawnLate, started });
})();
