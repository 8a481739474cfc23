// Waiting in a browser that reports nothing by itself: looking again and again, until a condition
// holds or its time is over.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 30_000;
const STEP_MS = 100;

/** Waits until an expression says yes in the page, whose document may still change. */
export async function until(visit, expression) {
  const end = performance.now() + PATIENCE_MS;
  let problem;
  while (performance.now() < end) {
    try {
      if (await visit.evaluate(expression)) {
        return;
      }
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    await pause(STEP_MS);
  }
  assert.fail(`never true: ${expression}${problem === undefined ? "" : `; ${problem.message}`}`);
}
