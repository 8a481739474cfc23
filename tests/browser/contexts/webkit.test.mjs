// The contexts, the hosted page and the examples of embedding, in WebKitGTK.
import { test } from "node:test";
import { testEmbedded } from "./embedded.mjs";
import { testHosted } from "./hosted.mjs";
import { noteLeftOut } from "./left-out.mjs";
import { testContexts } from "./scenario.mjs";
import { launch } from "./webkit.mjs";

if (process.env.WEBKIT_DRIVER) {
  testContexts("WebKit", launch);
  testContexts("WebKit, the whole page", launch, { isWholePage: true });
  testHosted("WebKit", () => launch());
  testEmbedded("WebKit", () => launch());
} else {
  test("WebKit", async (context) => {
    await noteLeftOut("contexts/webkit", "WebKitGTK with its driver and Xvfb");
    context.skip("WebKitGTK with its driver and Xvfb is not installed");
  });
}
