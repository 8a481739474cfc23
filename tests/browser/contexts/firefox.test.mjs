// The contexts, the hosted page and the examples of embedding, in Firefox.
import { describe } from "node:test";
import { launch } from "./firefox.mjs";
import { testEmbedded } from "./embedded.mjs";
import { testHosted } from "./hosted.mjs";
import { testContexts } from "./scenario.mjs";

// A browser runs as long as its suite does: at the top of a file all would be started at once.
describe("the study", () => testContexts("Firefox", launch));
describe("the whole page", () => testContexts("Firefox, the whole page", launch, { isWholePage: true }));
describe("the hosted page", () => testHosted("Firefox", launch));
describe("the examples of embedding", () => testEmbedded("Firefox", launch));
