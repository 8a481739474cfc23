// The measurements of examples/bench.rs in a worker of Chromium: the whole way from the bytes of a
// text to its counts, lexicon and all. `cargo xtask bench --browser` writes the texts and runs
// this.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { launch } from "./browser.mjs";

const RUNS = 3;

function option(name, standard) {
  const at = process.argv.indexOf(name);
  return (at < 0 ? standard : process.argv[at + 1]).split(",");
}

const folders = {
  site: process.env.TARAZY_DIST,
  package: process.env.TARAZY_PACKAGE,
  bench: process.env.TARAZY_BENCH,
};
const server = createServer(async (request, response) => {
  const name = path.basename(new URL(request.url, "http://localhost").pathname) || "index.html";
  // The program of the package has no hash in its name.
  const isProgram = name === "tarazy.wasm";
  const folder = request.url.startsWith("/bench/") ? folders.bench : isProgram ? folders.package : folders.site;
  try {
    const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };
    response.setHeader("content-type", types[path.extname(name)] ?? "text/plain");
    response.end(await readFile(path.join(folder, name)));
  } catch {
    response.statusCode = 404;
    response.end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}/`;
const browser = await launch();

/** Runs in the page: one measurement in a worker of its own. */
async function measure({ text, lexicon, language, runs }) {
  function worker() {
    let wasm = null;
    self.addEventListener("message", ({ data }) => {
      if (data instanceof WebAssembly.Module) {
        wasm = wasm_bindgen.initSync({ module: data });
        self.postMessage("ready");
        return;
      }
      const start = performance.now();
      const { documents } = wasm_bindgen.analyze({
        texts: [{ title: "bench", text: data.text, language: data.language }],
        lexicon: data.lexicon,
        options: { measure: "count" },
      });
      const seconds = (performance.now() - start) / 1000;
      self.postMessage({ seconds, words: documents[0].words, megabytes: wasm.memory.buffer.byteLength / 1048576 });
    });
  }
  const [glue, module, bytes, entries] = await Promise.all([
    fetch("tarazy.js").then((response) => response.text()),
    WebAssembly.compileStreaming(fetch("tarazy.wasm")),
    fetch(text).then((response) => response.arrayBuffer()),
    fetch(lexicon).then((response) => response.text()),
  ]);
  const source = new Blob([glue, `\n(${worker})();\n`], { type: "text/javascript" });
  const made = new Worker(URL.createObjectURL(source));
  const answer = () =>
    new Promise((resolve, reject) => {
      made.addEventListener("message", ({ data }) => resolve(data), { once: true });
      made.addEventListener("error", ({ message }) => reject(new Error(message)), { once: true });
    });
  made.postMessage(module);
  await answer();
  const results = [];
  for (let run = 0; run < runs; run += 1) {
    made.postMessage({ text: new Uint8Array(bytes), lexicon: entries, language });
    results.push(await answer());
  }
  made.terminate();
  // A reader's own text is counted once, by a program that has just been compiled.
  const first = results[0].seconds;
  results.sort((left, right) => left.seconds - right.seconds);
  return { ...results[Math.floor(runs / 2)], first, size: bytes.byteLength / 1048576, megabytes: Math.max(...results.map((own) => own.megabytes)) };
}

const columns = ["lang", "MB", "entries", "words", "MB/s", "Mwords/s", "seconds", "first", "wasm MB"];
console.log(columns.map((column) => column.padStart(9)).join(" "));
try {
  for (const language of option("--langs", "kk,ru,en")) {
    for (const size of option("--sizes", "1,10,100")) {
      for (const entries of option("--entries", "500,5000,50000")) {
        const page = await browser.newPage();
        await page.goto(address);
        await page.evaluate(() => globalThis.tarazy.started);
        await page.locator("#first").waitFor({ state: "detached" });
        const found = await page.evaluate(measure, {
          text: `bench/${language}-${size}.txt`,
          lexicon: `bench/${language}-${entries}.toml`,
          language,
          runs: RUNS,
        });
        const cells = [
          language,
          size,
          entries,
          found.words,
          (found.size / found.seconds).toFixed(1),
          (found.words / found.seconds / 1e6).toFixed(1),
          found.seconds.toFixed(3),
          found.first.toFixed(3),
          found.megabytes.toFixed(0),
        ];
        console.log(cells.map((cell) => String(cell).padStart(9)).join(" "));
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
  server.close();
}
