// Tarazy for other pages: `analyze` and `kwic` count texts, `mount` shows a study. No network
// besides the program's own file.
import "./embed.js";

const START_LIMIT_MS = 20_000;
// How long a call may run unless it says otherwise, and the longest time that a timer can wait.
const CALL_LIMIT_MS = 60_000;
const TIMER_LIMIT_MS = 2 ** 31 - 1;

// Binds a program. Sent to the worker as text, so it uses nothing from around it.
function bind() {
/* The glue that wasm-bindgen wrote stands here. */
  return wasm_bindgen;
}

// The worker's side: first comes the program, then one call after another, each behind the answer
// to the one before.
function work(bind) {
  let program = null;
  addEventListener("message", ({ data }) => {
    if (program === null) {
      program = bind();
      program.initSync({ module: data });
      postMessage("ready");
      return;
    }
    const { name, request } = data;
    try {
      postMessage({ result: program[name](request) });
    } catch (error) {
      // A trap has no code; what is left of the program after one is of no use.
      if (typeof error.code !== "string") {
        throw error;
      }
      postMessage({ code: error.code, sentence: error.message });
    }
  });
}

function failure(code, sentence, cause) {
  return Object.assign(new Error(sentence, { cause }), { code });
}

/** Throws for an option that a function does not have: a misspelt one would be ignored in silence. */
function assertKnown(options, known, owner) {
  const unknown = Object.keys(options ?? {}).find((option) => !known.includes(option));
  if (unknown !== undefined) {
    throw failure("unknown-option", `${owner} has no option \`${unknown}\`; it has ${known.join(", ")}`);
  }
}

// The program, once it is asked for, and what runs the calls: a worker, or this thread where there
// can be none. Both have one interface, `run(name, request, limit)`.
let compiled = null;
let executor = null;

/**
 * Says where the program is, and loads it: an address, an answer of `fetch`, its bytes, or the compiled module. Without a call it
 * is loaded from beside this file when it is first needed.
 */
export async function init(options = {}) {
  assertKnown(options, ["wasm"], "init");
  const { wasm = new URL("tarazy.wasm", import.meta.url) } = options ?? {};
  const made = compile(wasm);
  [compiled, executor] = [made, null];
  try {
    await made;
  } catch (error) {
    // The next call tries again.
    if (compiled === made) {
      compiled = null;
    }
    throw error;
  }
}

async function compile(given) {
  try {
    const wasm = await given;
    if (wasm instanceof WebAssembly.Module) {
      return wasm;
    }
    if (wasm instanceof ArrayBuffer || ArrayBuffer.isView(wasm)) {
      return await WebAssembly.compile(wasm);
    }
    const response = typeof Response === "function" && wasm instanceof Response ? wasm : await fetch(wasm);
    if (!response.ok) {
      throw new Error(`${response.url}: ${response.status}`);
    }
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    throw failure("program-missing", `The program cannot be loaded: ${error.message}`, error);
  }
}

async function program() {
  if (compiled === null) {
    await init();
  }
  executor ??= compiled.then((module) => inWorker(module).catch(() => here(module)));
  return executor;
}

async function startWorker(module) {
  const source = `const bind = ${bind};\n(${work})(bind);\n`;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  let worker = null;
  try {
    worker = new Worker(address);
    await ready(worker, module);
    return worker;
  } catch (error) {
    worker?.terminate();
    throw error;
  } finally {
    URL.revokeObjectURL(address);
  }
}

// Runs calls one after another in one worker, so that a time limit is that of the call which runs,
// and a call that ends the worker takes no other with it: the rest run in the next worker.
async function inWorker(module) {
  let worker = await startWorker(module);
  let isStarting = false;
  let running = null;
  const waiting = [];
  listen();

  function listen() {
    worker.onmessage = ({ data: { result, code, sentence } }) =>
      settle(({ resolve, reject }) => (code === undefined ? resolve(result) : reject(failure(code, sentence))));
    worker.onmessageerror = worker.onerror = (event) => {
      event.preventDefault();
      end(stopped(event.message ?? "its answer was lost"));
    };
  }

  function settle(answer) {
    const call = running;
    running = null;
    clearTimeout(call?.timer);
    if (call !== null) {
      answer(call);
    }
    next();
  }

  function end(error) {
    worker.onmessage = worker.onmessageerror = worker.onerror = null;
    worker.terminate();
    worker = null;
    settle(({ reject }) => reject(error));
  }

  function next() {
    if (running !== null || isStarting || waiting.length === 0) {
      return;
    }
    if (worker === null) {
      restart();
      return;
    }
    const call = waiting.shift();
    running = call;
    try {
      worker.postMessage({ name: call.name, request: call.request });
    } catch (error) {
      settle(({ reject }) => reject(failure("request-invalid", error.message, error)));
      return;
    }
    if (call.limit !== Infinity) {
      call.timer = setTimeout(() => end(timedOut(call.limit)), call.limit);
    }
  }

  async function restart() {
    isStarting = true;
    try {
      worker = await startWorker(module);
      listen();
    } catch (error) {
      // The calls that come later look again whether there can be a worker.
      executor = null;
      for (const { reject } of waiting.splice(0)) {
        reject(stopped(error.message, error));
      }
    }
    isStarting = false;
    next();
  }

  return {
    run: (name, request, limit) =>
      new Promise((resolve, reject) => {
        let own = request;
        if (running !== null || worker === null) {
          // It waits, and its texts are those of now.
          try {
            own = structuredClone(request);
          } catch (error) {
            reject(failure("request-invalid", error.message, error));
            return;
          }
        }
        waiting.push({ name, request: own, limit, resolve, reject, timer: 0 });
        next();
      }),
  };
}

function ready(worker, module) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the worker did not start in time")), START_LIMIT_MS);
    worker.onmessage = () => {
      clearTimeout(timer);
      resolve();
    };
    worker.onmessageerror = worker.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      reject(new Error(event.message ?? "the worker did not get the program"));
    };
    worker.postMessage(module);
  });
}

async function here(module) {
  const bound = bind();
  try {
    await bound({ module_or_path: module });
  } catch (error) {
    executor = null;
    throw stopped(error.message, error);
  }
  return {
    async run(name, request) {
      try {
        return bound[name](request);
      } catch (error) {
        if (typeof error.code === "string") {
          throw error;
        }
        executor = null;
        throw stopped(error.message, error);
      }
    },
  };
}

function timedOut(limit) {
  return failure("timed-out", `The call took longer than its ${limit} ms and was ended. The next call starts another engine.`);
}

function stopped(reason, cause) {
  return failure("engine-stopped", `The engine stopped: ${reason}. The next call starts another one.`, cause);
}

async function run(name, given) {
  // What is no object is refused by the program, which knows what it needs.
  const { timeoutMs = CALL_LIMIT_MS, ...rest } = given ?? {};
  if (!(timeoutMs > 0 && (timeoutMs <= TIMER_LIMIT_MS || timeoutMs === Infinity)) || typeof timeoutMs !== "number") {
    throw failure("request-invalid", `timeoutMs is a number of milliseconds above 0, at most ${TIMER_LIMIT_MS}, or Infinity`);
  }
  const isLimited = typeof given === "object" && given !== null && "timeoutMs" in given;
  return (await program()).run(name, isLimited ? rest : given, timeoutMs);
}

/** Counts the categories of a lexicon in texts. */
export function analyze(request) {
  return run("analyze", request);
}

/** Shows the matches of a category in their contexts. */
export function kwic(request) {
  return run("kwic", request);
}

/** The element `<tarazy-study>`; none where there is no page. */
export const StudyElement = globalThis.tarazyEmbed?.StudyElement;

const ATTRIBUTES = { src: "src", title: "title", view: "view", height: "height", maxHeight: "max-height" };

// What an address may lead to: never to a script.
const PROTOCOLS = ["http:", "https:", "file:", "blob:", "data:"];

function assertAddress(src) {
  let address = null;
  try {
    address = new URL(src, document.baseURI);
  } catch (error) {
    throw failure("request-invalid", `mount cannot read the address \`${src}\``, error);
  }
  if (!PROTOCOLS.includes(address.protocol)) {
    const known = PROTOCOLS.join(", ");
    throw failure("request-invalid", `mount shows no address that begins with \`${address.protocol}\`; it shows ${known}`);
  }
}

function assertShown(options) {
  const { src, study, view, title, height, maxHeight } = options;
  if (src !== undefined ? study !== undefined || !(typeof src === "string" || src instanceof URL) : typeof study !== "string") {
    throw failure("request-invalid", "mount needs `src`, the address of a study, or `study`, its text, and not both");
  }
  if (src !== undefined) {
    assertAddress(src);
  }
  if (view !== undefined && view !== "table" && view !== "whole") {
    throw failure("request-invalid", 'the `view` of mount is "table" or "whole"');
  }
  if (title !== undefined && typeof title !== "string") {
    throw failure("request-invalid", "the `title` of mount is a string");
  }
  for (const [name, pixels] of Object.entries({ height, maxHeight })) {
    if (pixels !== undefined && !(Number.isFinite(pixels) && pixels >= 1)) {
      throw failure("request-invalid", `the \`${name}\` of mount is a number of pixels`);
    }
  }
}

/** Shows a study in an element: from the address `src`, or from `study`, a whole study.html as a string. */
export function mount(element, options) {
  if (StudyElement === undefined || !(element instanceof Element)) {
    throw failure("request-invalid", "mount needs an element of the page to show the study in");
  }
  assertKnown(options, [...Object.keys(ATTRIBUTES), "study"], "mount");
  assertShown(options ?? {});
  const shown = document.createElement("tarazy-study");
  for (const [option, attribute] of Object.entries(ATTRIBUTES)) {
    if (options[option] !== undefined) {
      shown.setAttribute(attribute, options[option]);
    }
  }
  if (options.study !== undefined) {
    shown.study = options.study;
  }
  element.append(shown);
  return Object.freeze({
    element: shown,
    go: (fragment) => shown.go(fragment),
    cell: (text, category, measure) => shown.cell(text, category, measure),
    destroy: () => shown.remove(),
  });
}
