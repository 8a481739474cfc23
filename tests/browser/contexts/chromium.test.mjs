// The contexts in Chromium.
import { launch } from "./chromium.mjs";
import { testContexts } from "./scenario.mjs";

testContexts("Chromium", launch);
testContexts("Chromium, the whole page", launch, { isWholePage: true });
