// The contexts in Chromium.
import { describe } from "node:test";
import { launch } from "./chromium.mjs";
import { testContexts } from "./scenario.mjs";

// A browser runs as long as its suite does: at the top of a file all would be started at once.
describe("the study", () => testContexts("Chromium", launch));
describe("the whole page", () => testContexts("Chromium, the whole page", launch, { isWholePage: true }));
