// Tarazy for other pages: `analyze` and `kwic` count texts, `mount` shows a study. No network
// besides the program's own file.
import "./embed.js";

const START_LIMIT_MS = 20_000;

// Binds a program. Sent to the worker as text, so it uses nothing from around it.
function bind() {
/* The glue that wasm-bindgen wrote stands here. */
  return wasm_bindgen;
}

// The worker's side: first comes the program, then one call after another.
function work(bind) {
  let program = null;
  addEventListener("message", ({ data }) => {
    if (program === null) {
      program = bind();
      program.initSync({ module: data });
      postMessage("ready");
      return;
    }
    const { call, name, request } = data;
    try {
      postMessage({ call, result: program[name](request) });
    } catch (error) {
      // A trap has no code; what is left of the program after one is of no use.
      if (typeof error.code !== "string") {
        throw error;
      }
      postMessage({ call, code: error.code, sentence: error.message });
    }
  });
}

function failure(code, sentence, cause) {
  return Object.assign(new Error(sentence, { cause }), { code });
}

// The program, once it is asked for, and what runs the calls: a worker, or this thread where there
// can be none. Both have one interface, `run(name, request)`.
let compiled = null;
let executor = null;

/**
 * Says where the program is, and loads it: an address, an answer of `fetch`, its bytes, or the compiled module. Without a call it
 * is loaded from beside this file when it is first needed.
 */
export async function init({ wasm = new URL("tarazy.wasm", import.meta.url) } = {}) {
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

async function inWorker(module) {
  const source = `const bind = ${bind};\n(${work})(bind);\n`;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  let worker = null;
  try {
    worker = new Worker(address);
    await ready(worker, module);
  } catch (error) {
    worker?.terminate();
    throw error;
  } finally {
    URL.revokeObjectURL(address);
  }
  const calls = new Map();
  let next = 0;
  let isDead = false;
  worker.onmessage = ({ data: { call, result, code, sentence } }) => {
    const { resolve, reject } = calls.get(call);
    calls.delete(call);
    if (code === undefined) {
      resolve(result);
    } else {
      reject(failure(code, sentence));
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    isDead = true;
    worker.terminate();
    executor = null;
    for (const { reject } of calls.values()) {
      reject(stopped(event.message));
    }
    calls.clear();
  };
  return {
    run: (name, request) =>
      new Promise((resolve, reject) => {
        if (isDead) {
          reject(stopped("the worker is gone"));
          return;
        }
        next += 1;
        try {
          worker.postMessage({ call: next, name, request });
        } catch (error) {
          reject(failure("request-invalid", error.message, error));
          return;
        }
        calls.set(next, { resolve, reject });
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

function stopped(reason, cause) {
  return failure("engine-stopped", `The engine stopped: ${reason}. The next call starts another one.`, cause);
}

async function run(name, request) {
  return (await program()).run(name, request);
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

/** Shows a study in an element: from the address `src`, or from `study`, a whole study.html as a string. */
export function mount(element, options) {
  if (StudyElement === undefined || !(element instanceof Element)) {
    throw failure("request-invalid", "mount needs an element of the page to show the study in");
  }
  if (typeof options?.src !== "string" && !(options?.src instanceof URL) && typeof options?.study !== "string") {
    throw failure("request-invalid", "mount needs `src`, the address of a study, or `study`, its text");
  }
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
