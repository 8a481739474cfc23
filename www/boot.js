// Starts Tarazy in this page and makes its workers. The same script serves the hosted page, whose files lie beside it,
// and the single file, which carries them in inert blocks.
"use strict";

(() => {
  const WORKER_TIME_LIMIT_MS = 20_000;

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

  // Unpacks a file in the format `.lzma` (LZMA SDK, "lzma-specification.txt") whose head tells its size. Browsers unpack no
  // format themselves that packs the program as small.
  function unpackLzma(packed) {
    const properties = packed[0];
    const literalBits = properties % 9;
    const literalMask = (1 << (Math.floor(properties / 9) % 5)) - 1;
    const positionMask = (1 << Math.floor(properties / 45)) - 1;
    const head = new DataView(packed.buffer, packed.byteOffset, 18);
    const size = head.getUint32(5, true);
    const unpacked = new Uint8Array(size);

    // Where the models of each kind begin among all of them.
    const [isMatch, isRepeat, isRepeat0, isRepeat1, isRepeat2, isLong, slots, distances, align] = [
      0, 192, 204, 216, 228, 240, 432, 688, 803,
    ];
    const [matchLength, repeatLength, literals] = [819, 1333, 1847];
    const models = new Uint16Array(literals + (0x300 << (literalBits + Math.log2(literalMask + 1)))).fill(1024);

    // Numbers beyond 31 bits are quick in a typed array only.
    const coder = new Uint32Array([0xffffffff, head.getUint32(14)]);
    let next = 18;

    function bit(index) {
      const model = models[index];
      const bound = (coder[0] >>> 11) * model;
      let found = 0;
      if (coder[1] < bound) {
        coder[0] = bound;
        models[index] = model + ((2048 - model) >> 5);
      } else {
        coder[0] -= bound;
        coder[1] -= bound;
        models[index] = model - (model >> 5);
        found = 1;
      }
      if (coder[0] < 0x1000000) {
        coder[0] <<= 8;
        coder[1] = (coder[1] << 8) | packed[next++];
      }
      return found;
    }

    function tree(first, bits) {
      let node = 1;
      for (let left = bits; left > 0; left -= 1) {
        node = (node << 1) | bit(first + node);
      }
      return node - (1 << bits);
    }

    function reverseTree(first, bits) {
      let node = 1;
      let value = 0;
      for (let index = 0; index < bits; index += 1) {
        const found = bit(first + node);
        node = (node << 1) | found;
        value |= found << index;
      }
      return value;
    }

    function plain(bits) {
      let value = 0;
      for (let left = bits; left > 0; left -= 1) {
        coder[0] >>>= 1;
        const found = coder[1] >= coder[0] ? 1 : 0;
        if (found) {
          coder[1] -= coder[0];
        }
        if (coder[0] < 0x1000000) {
          coder[0] <<= 8;
          coder[1] = (coder[1] << 8) | packed[next++];
        }
        value = (value << 1) | found;
      }
      return value;
    }

    function length(first, position) {
      if (bit(first) === 0) {
        return 2 + tree(first + 2 + (position << 3), 3);
      }
      if (bit(first + 1) === 0) {
        return 10 + tree(first + 130 + (position << 3), 3);
      }
      return 18 + tree(first + 258, 8);
    }

    function distance(matched) {
      const slot = tree(slots + (Math.min(matched - 2, 3) << 6), 6);
      if (slot < 4) {
        return slot;
      }
      const bits = (slot >> 1) - 1;
      const start = (2 | (slot & 1)) << bits;
      return slot < 14
        ? start + reverseTree(distances + start - slot, bits)
        : start + (plain(bits - 4) << 4) + reverseTree(align, 4);
    }

    let state = 0;
    let [last, second, third, fourth] = [0, 0, 0, 0];
    let at = 0;
    while (at < size) {
      const position = at & positionMask;
      if (bit(isMatch + (state << 4) + position) === 0) {
        const before = at > 0 ? unpacked[at - 1] : 0;
        const first = literals + 0x300 * (((at & literalMask) << literalBits) + (before >> (8 - literalBits)));
        let symbol = 1;
        if (state >= 7) {
          let guess = unpacked[at - last - 1];
          while (symbol < 0x100) {
            const guessed = (guess >> 7) & 1;
            guess <<= 1;
            const found = bit(first + ((1 + guessed) << 8) + symbol);
            symbol = (symbol << 1) | found;
            if (guessed !== found) {
              break;
            }
          }
        }
        while (symbol < 0x100) {
          symbol = (symbol << 1) | bit(first + symbol);
        }
        unpacked[at++] = symbol;
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
        continue;
      }
      let count = 1;
      if (bit(isRepeat + state) === 0) {
        [fourth, third, second] = [third, second, last];
        count = length(matchLength, position);
        last = distance(count);
        state = state < 7 ? 7 : 10;
      } else {
        let isShort = false;
        if (bit(isRepeat0 + state) === 0) {
          isShort = bit(isLong + (state << 4) + position) === 0;
        } else if (bit(isRepeat1 + state) === 0) {
          [last, second] = [second, last];
        } else if (bit(isRepeat2 + state) === 0) {
          [last, second, third] = [third, last, second];
        } else {
          [last, second, third, fourth] = [fourth, last, second, third];
        }
        count = isShort ? 1 : length(repeatLength, position);
        state = isShort ? (state < 7 ? 9 : 11) : state < 7 ? 8 : 11;
      }
      for (const end = Math.min(at + count, size); at < end; at += 1) {
        unpacked[at] = unpacked[at - last - 1];
      }
    }
    return unpacked;
  }

  async function unpackGzip(packed) {
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  }

  // Unpacks a block of the single file: `.lzma` in wide signs or in base 85 where the block says so, else gzip in base64.
  async function unpack(name) {
    const block = document.getElementById(`payload-${name}`);
    if (block === null) {
      throw new Error(`this page does not carry ${name}`);
    }
    switch (block.dataset.packing) {
      case "lzma-wide":
        return unpackLzma(fromWide(block.textContent));
      case "lzma":
        return unpackLzma(fromBase85(block.textContent));
      default:
        return unpackGzip(fromBase64(block.textContent));
    }
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
    return file.endsWith(".lzma") ? unpackLzma(bytes) : bytes;
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
  const rest = globalThis.tarazyParts?.({ program, unpack: unpackLzma, fetchOwn, trusted, tellProblem }) ?? null;
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
