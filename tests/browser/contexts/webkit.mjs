// WebKitGTK for the contexts: its MiniBrowser on a display in memory, by WebKitWebDriver.
//
// The driver reports neither requests nor the console. So the server of the contexts is the
// browser's proxy and writes down whatever is asked of any host; what the console holds stays
// unknown.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { PATIENCE_MS } from "./patience.mjs";
import { startUntil } from "./process.mjs";
import { connect } from "./webdriver.mjs";

/** Starts the WebKit that the environment names, with `server` as its proxy; without one where there is no server. */
export async function launch(server) {
  const [driver, browser] = ["WEBKIT_DRIVER", "WEBKIT_BROWSER"].map((name) => process.env[name]);
  assert.ok(driver && browser, "WEBKIT_DRIVER and WEBKIT_BROWSER are not set; run: cargo xtask test build browser");
  const folder = await mkdtemp(path.join(tmpdir(), "tarazy-webkit-"));
  const display = await startUntil("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], /^(\d+)\n/m);
  const env = {
    DISPLAY: `:${display.match[1]}`,
    HOME: folder,
    NO_AT_BRIDGE: "1",
    // Containers have neither the namespaces of the sandbox nor a graphics card.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
  };
  const started = await startDriver(driver, env);
  const begin = () => connect(started.address, {
    "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] },
    proxy: server ? { proxyType: "manual", httpProxy: server.proxy, sslProxy: server.proxy } : { proxyType: "direct" },
  });
  let session = await begin();
  return {
    longestDataAddress: Infinity,
    // Its workers of a page from a file read no blobs.
    filesHaveWorkers: false,
    reportsProblems: false,
    async open(address, depth) {
      try {
        await session.turnTo();
      } catch {
        // The browser ended by itself; the next visit has another one.
        session = await begin();
      }
      await session.navigate(address);
      const frame = depth === 0 ? undefined : depth - 1;
      await session.turnTo(frame);
      return {
        evaluate: (expression) => session.evaluate(expression),
        async evaluateOutside(expression) {
          await session.turnTo();
          const value = await session.evaluate(expression);
          await session.turnTo(frame);
          return value;
        },
        requests: () => [],
        problems: () => [],
        async close() {
          await session.turnTo();
          await session.navigate("about:blank");
        },
      };
    },
    async close() {
      await session.close().catch(() => {});
      await started.stop();
      await display.stop();
      // Its other processes may end a moment later, and what they still write is no fault of the page.
      await rm(folder, { recursive: true, force: true, maxRetries: 20 }).catch(() => {});
    },
  };
}

async function startDriver(driver, env) {
  const port = await freePort();
  const { stop } = await startUntil("sh", ["-c", 'echo starting; exec "$0" "$@"', driver, `--port=${port}`], /starting/, { env });
  const address = `http://127.0.0.1:${port}`;
  // The driver does not say when it listens: it is asked until it answers or this time is over.
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    try {
      await fetch(`${address}/status`);
      return { address, stop };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  await stop();
  throw new Error(`${driver} does not answer`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
