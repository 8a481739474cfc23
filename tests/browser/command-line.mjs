// The command line, whose numbers and files those of the page are compared with.
import { execFile } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The program, once it is built. */
export const PROGRAM = path.resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "debug/tarazy");

/** Builds the program. */
export async function build() {
  const call = ["build", "--quiet", "--locked", "--bin", "tarazy"];
  await promisify(execFile)("cargo", call, { cwd: root, maxBuffer: 1 << 26 });
}
