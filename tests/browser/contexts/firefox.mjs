// Firefox for the contexts, by WebDriver BiDi, which it speaks without any driver between.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "./bidi.mjs";
import { startUntil } from "./process.mjs";

/** Nothing that Firefox asks of the network by itself. */
const PREFERENCES = {
  "app.update.disabledForTesting": true,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "captivedetect.canonicalURL": "",
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.enabled": false,
};

const EVENTS = ["network.beforeRequestSent", "log.entryAdded"];

/** Starts the Firefox that the environment names; `preload` is a function, as text, that runs in each page before its scripts. */
export async function launch({ preload } = {}) {
  const program = process.env.FIREFOX;
  assert.ok(program, "FIREFOX is not set; run the browser tests by: cargo xtask test build browser");
  const profile = await mkdtemp(path.join(tmpdir(), "tarazy-firefox-"));
  const preferences = Object.entries(PREFERENCES);
  await writeFile(
    path.join(profile, "user.js"),
    preferences.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(""),
  );
  const { match, stop } = await startUntil(
    program,
    ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
    // The whole address has come once something is behind it.
    /WebDriver BiDi listening on (ws:\S+)\s/,
    // Firefox does not start for root where the home is another user's, as in containers of some hosts.
    { env: { HOME: profile } },
  );
  const client = await connect(match[1]);
  await client.send("session.subscribe", { events: EVENTS });
  if (preload) {
    await client.send("script.addPreloadScript", { functionDeclaration: preload });
  }
  return {
    longestDataAddress: 32 * 2 ** 20,
    filesHaveWorkers: true,
    reportsProblems: true,
    open: (address, depth) => open(client, address, depth),
    async close() {
      client.close();
      await stop();
      // Its other processes may end a moment later, and what they still write is no fault of the page.
      await rm(profile, { recursive: true, force: true, maxRetries: 20 }).catch(() => {});
    },
  };
}

async function open(client, address, depth) {
  const { context } = await client.send("browsingContext.create", { type: "tab" });
  const requests = [];
  const problems = [];
  const stopListening = client.listen((method, params) => {
    if (method === "network.beforeRequestSent") {
      requests.push(params.request.url);
    } else if (params.level === "error") {
      problems.push(params.text);
    }
  });
  await client.send("browsingContext.navigate", { context, url: address, wait: "complete" });
  const study = await inner(client, context, depth);
  return {
    evaluate: (expression) => evaluate(client, study, expression),
    evaluateOutside: (expression) => evaluate(client, context, expression),
    requests: () => requests,
    problems: () => problems,
    reload: () => client.send("browsingContext.reload", { context, wait: "complete" }),
    async close() {
      stopListening();
      await client.send("browsingContext.close", { context });
    },
  };
}

/** Returns the browsing context of the page, or of its first frame. */
async function inner(client, context, depth) {
  const { contexts } = await client.send("browsingContext.getTree", { root: context });
  let found = contexts[0];
  for (let level = 0; level < depth; level += 1) {
    found = found.children[0];
  }
  return found.context;
}

/** Returns the value of an expression, which travels as JSON. */
async function evaluate(client, context, expression) {
  const answer = await client.send("script.evaluate", {
    expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
    target: { context },
    awaitPromise: true,
  });
  assert.equal(answer.type, "success", answer.exceptionDetails?.text);
  return JSON.parse(answer.result.value);
}
