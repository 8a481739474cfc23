// The contexts, the hosted page and the examples of embedding, in WebKitGTK.
import { describe, test } from "node:test";
import { testEmbedded } from "./embedded.mjs";
import { testHosted } from "./hosted.mjs";
import { noteLeftOut } from "./left-out.mjs";
import { testContexts } from "./scenario.mjs";
import { launch } from "./webkit.mjs";

if (process.env.WEBKIT_DRIVER) {
  // A browser runs as long as its suite does: at the top of a file all would be started at once.
  describe("the study", () => testContexts("WebKit", launch));
  describe("the whole page", () => testContexts("WebKit, the whole page", launch, { isWholePage: true }));
  describe("the hosted page", () => testHosted("WebKit", () => launch()));
  describe("the examples of embedding", () => testEmbedded("WebKit", () => launch()));
} else {
  test("WebKit", async (context) => {
    await noteLeftOut("contexts/webkit", "WebKitGTK with its driver and Xvfb");
    context.skip("WebKitGTK with its driver and Xvfb is not installed");
  });
}
