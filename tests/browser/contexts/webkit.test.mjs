// The contexts in WebKitGTK.
import { testContexts } from "./scenario.mjs";
import { launch } from "./webkit.mjs";

testContexts("WebKit", launch);
