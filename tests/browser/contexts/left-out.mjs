// Notes of what a test left out because a program that it needs is missing; `cargo xtask test`
// lists them at its end.
import { appendFile } from "node:fs/promises";

/** Notes that a test left something out; `missing` says what it would need. */
export async function noteLeftOut(name, missing) {
  if (process.env.TARAZY_LEFT_OUT) {
    await appendFile(process.env.TARAZY_LEFT_OUT, `${name}: ${missing}\n`);
  }
}
