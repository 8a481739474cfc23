// Programs that run beside the tests: started, waited for until they say that they are ready,
// ended.
import { spawn } from "node:child_process";
import { PATIENCE_MS } from "./patience.mjs";

/** How long a program has to end by itself. */
const END_MS = 20_000;

/** Starts a program and waits until a line of its output matches; returns the match and what ends the program. */
export async function startUntil(file, args, pattern, { env = {}, patience = PATIENCE_MS } = {}) {
  const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const match = await new Promise((resolve, reject) => {
    const fail = (reason) => {
      child.kill();
      reject(new Error(`${file} ${reason}: ${output.slice(-2000)}`));
    };
    const timer = setTimeout(() => fail("is not ready in time"), patience);
    const onOutput = (data) => {
      output += data;
      const found = pattern.exec(output);
      if (found) {
        clearTimeout(timer);
        resolve(found);
      }
    };
    child.stdout.on("data", onOutput);
    child.stderr.on("data", onOutput);
    child.once("error", ({ message }) => fail(message));
    child.once("exit", (code) => fail(`ended with ${code}`));
  });
  return {
    match,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve();
          return;
        }
        const timer = setTimeout(() => child.kill("SIGKILL"), END_MS);
        child.once("exit", () => {
          clearTimeout(timer);
          resolve();
        });
        child.kill();
      }),
  };
}
