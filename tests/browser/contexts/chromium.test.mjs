// The contexts in Chromium.
import { launch } from "./chromium.mjs";
import { testContexts } from "./scenario.mjs";

testContexts("Chromium", launch);
