// Runs every test of a module that wasm-bindgen wrote for Node as `tests.js`. What a test writes to
// the console is shown when it fails.
"use strict";

const wasm = require("./tests.js");

const handlers = {};
for (const level of ["debug", "log", "info", "warn", "error"]) {
  const original = console[level];
  if (level === "log" || level === "error") {
    globalThis[`__wbgtest_og_console_${level}`] = original;
  }
  console[level] = (...values) => handlers[level]?.(values);
}
globalThis.__wbg_test_invoke = (test) => test();

const context = new wasm.WasmBindgenTestContext(false);
for (const level of ["debug", "log", "info", "warn", "error"]) {
  handlers[level] = wasm[`__wbgtest_console_${level}`];
}

const tests = Object.keys(wasm.__wasm).filter((name) => name.startsWith("__wbgt_"));
context.include_ignored(false);
context.filtered_count(0);
context
  .run(tests.map((name) => wasm.__wasm[name]))
  .then((passed) => process.exit(passed && tests.length > 0 ? 0 : 1))
  .catch((error) => {
    globalThis.__wbgtest_og_console_error(error);
    process.exit(1);
  });
