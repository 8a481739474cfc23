// Waiting in a browser that reports nothing by itself: looking again and again, until a condition
// holds or its time is over.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

/** How long a test waits for one thing at most. A limit costs nothing where the thing comes. */
export const PATIENCE_MS = 180_000;

/** The limit of a whole test: it ends what would wait forever, and is no measure of anything. */
export const LIMIT = { timeout: 1_200_000 };

const STEP_MS = 50;

/** What the page reports, for the message of a test that fails. */
const REPORTED = `[...document.querySelectorAll(".notice, .side")].map(({ innerText }) => innerText).join("; ")`;

/**
 * Calls `look` until what it returns is truthy, and returns that; fails with what `describe` returns. An error of `look`
 * does not end it: while a page is loaded again, nothing can be asked of it.
 */
export async function untilSeen(look, describe) {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    let problem;
    const seen = await look().catch((error) => {
      problem = error;
    });
    if (seen) {
      return seen;
    }
    if (performance.now() > end) {
      assert.fail(`${await describe()}${problem === undefined ? "" : `; ${problem.message}`}`);
    }
    await pause(STEP_MS);
  }
}

/** Waits until an expression is truthy in the page, whose document may still change, and returns its value. */
export function until(visit, expression) {
  return untilSeen(
    () => visit.evaluate(expression),
    async () => `never true: ${expression}; the page: ${await visit.evaluate(REPORTED).catch(String)}`,
  );
}
