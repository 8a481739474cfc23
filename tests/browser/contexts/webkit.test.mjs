// The contexts, the hosted page and the examples of embedding, in WebKitGTK.
import { testEmbedded } from "./embedded.mjs";
import { testHosted } from "./hosted.mjs";
import { testContexts } from "./scenario.mjs";
import { launch } from "./webkit.mjs";

testContexts("WebKit", launch);
testContexts("WebKit, the whole page", launch, { isWholePage: true });
testHosted("WebKit", () => launch());
testEmbedded("WebKit", () => launch());
