// The contexts in Firefox.
import { launch } from "./firefox.mjs";
import { testContexts } from "./scenario.mjs";

testContexts("Firefox", launch);
