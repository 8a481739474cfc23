// The contexts, the hosted page and the examples of embedding, in Firefox.
import { launch } from "./firefox.mjs";
import { testEmbedded } from "./embedded.mjs";
import { testHosted } from "./hosted.mjs";
import { testContexts } from "./scenario.mjs";

testContexts("Firefox", launch);
testContexts("Firefox, the whole page", launch, { isWholePage: true });
testHosted("Firefox", launch);
testEmbedded("Firefox", launch);
