// The contexts, and the hosted page, in WebKitGTK.
import { testHosted } from "./hosted.mjs";
import { testContexts } from "./scenario.mjs";
import { launch } from "./webkit.mjs";

testContexts("WebKit", launch);
testHosted("WebKit", () => launch());
