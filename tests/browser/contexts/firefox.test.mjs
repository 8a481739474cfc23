// The contexts, and the hosted page, in Firefox.
import { launch } from "./firefox.mjs";
import { testHosted } from "./hosted.mjs";
import { testContexts } from "./scenario.mjs";

testContexts("Firefox", launch);
testHosted("Firefox", launch);
