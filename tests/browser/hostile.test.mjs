// Strings that mean something to a browser as texts, titles, file names, lexicon and metadata:
// opened as project files and as a published page, and looked at in every place. No script runs, no
// element is added that could run one, nothing is asked of any network, and what journal software
// would fill in stays as it was written.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { LIMIT, assertQuiet, fileAddress, launch, openSite, record } from "./browser.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const PLACES = [
  "#texts",
  "#lexicon",
  "#lexicon/parallel",
  "#lexicon/checks",
  "#lexicon/changes",
  "#lexicon/history",
  "#compare",
  "#contexts/1/first",
  "#contexts/2/second",
  "#contexts",
  "#cell=1.first.share",
  "#read/1/0",
  "#read/7/0",
  "#repairs/1",
  "#repairs/7",
  "#policies/independent",
  "#publish",
];

let browser;
let folder;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tarazy-hostile-"));
  const page = fileURLToPath(fileAddress());
  const call = ["run", "--quiet", "--locked", "--profile", "test", "--example", "hostile", "--", folder, page];
  await promisify(execFile)("cargo", call, { cwd: root, maxBuffer: 1 << 26 });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  if (folder) {
    await rm(folder, { recursive: true });
  }
});

// What runs in the page before anything of it: everything that a script from a text would call, and
// everything that is added.
function trap() {
  globalThis.fired = [];
  globalThis.added = [];
  globalThis.hasStarted = false;
  const catcher = (name) => (...values) => {
    globalThis.fired.push(`${name}(${values.join(", ")})`);
  };
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    globalThis[name] = catcher(name);
  }
  // The driver of the tests evaluates its commands by the same function.
  const evaluated = globalThis.eval;
  globalThis.eval = (text) => {
    if (!new Error().stack.includes("UtilityScript")) {
      globalThis.fired.push(`eval(${text})`);
    }
    return evaluated(text);
  };
  document.write = catcher("document.write");
  document.writeln = catcher("document.writeln");
  // The page has forms of its own, which lead nowhere.
  globalThis.isDangerous = (element) => {
    const names = ["script", "iframe", "frame", "object", "embed", "base", "meta", "link", "style", "template", "math", "applet"];
    const name = element.localName;
    const attributes = [...element.attributes];
    return (
      names.includes(name) ||
      (name === "form" && element.hasAttribute("action")) ||
      attributes.some((own) => /^on|^srcdoc$|^formaction$/i.test(own.name)) ||
      attributes.some((own) => /^(href|src|xlink:href|data)$/i.test(own.name) && /^\s*(javascript|vbscript|data:text)/i.test(own.value))
    );
  };
  new MutationObserver((changes) => {
    for (const { addedNodes, target, type } of changes) {
      const roots = [...addedNodes].filter((node) => node.nodeType === 1);
      const elements = type === "attributes" ? [target] : roots.flatMap((own) => [own, ...own.querySelectorAll("*")]);
      for (const element of elements) {
        if (globalThis.hasStarted && globalThis.isDangerous(element)) {
          globalThis.added.push(element.outerHTML.slice(0, 300));
        }
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

async function settled(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

async function visit(page, dialogs) {
  for (const place of PLACES) {
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, place);
    await settled(page);
    // What opens within a place opens as well.
    for (const more of await page.locator("#app summary:visible").all()) {
      await more.click({ timeout: 2_000 }).catch(() => {});
    }
    await assertNothingRuns(page, dialogs, place);
  }
  // Cells of the table lead to contexts, by paths that may be hostile too.
  const compare = async () => {
    await page.evaluate(() => {
      location.hash = "#compare";
    });
    await page.locator(".compare-table tbody tr").first().waitFor();
    await settled(page);
  };
  await compare();
  const cells = page.locator(".compare-table tbody td :is(a, button)");
  const count = await cells.count();
  assert.ok(count > 0, "the table has cells to press");
  for (let at = 0; at < Math.min(count, 4); at += 1) {
    await compare();
    await cells.nth(at).click();
    await settled(page);
    await assertNothingRuns(page, dialogs, `cell ${at}`);
  }
}

async function assertNothingRuns(page, dialogs, place) {
  const seen = await page.evaluate(() => ({ fired: globalThis.fired, added: globalThis.added }));
  assert.deepEqual(seen, { fired: [], added: [] }, place);
  const left = await page.evaluate(() =>
    [...document.querySelectorAll("#app *, #study *")].filter(globalThis.isDangerous).map((own) => own.outerHTML.slice(0, 300)),
  );
  assert.deepEqual(left, [], `nothing in the page could run a script: ${place}`);
  assert.deepEqual(dialogs, [], place);
}

async function trapped() {
  const page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 900 } });
  const dialogs = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss();
  });
  await page.addInitScript(trap);
  return { page, dialogs };
}

async function started(page) {
  await page.evaluate(() => globalThis.tarazy.started);
  await page.locator("#first").waitFor({ state: "detached" });
  await page.evaluate(() => {
    globalThis.hasStarted = true;
  });
}

for (const [file, texts] of [
  ["hostile.tarazy", 500],
  ["record.tarazy", 3],
]) {
  test(`${file} is opened and looked at in every place`, LIMIT, async () => {
    const { page, dialogs } = await trapped();
    const seen = await openSite(page);
    await started(page);
    await page.evaluate(() => {
      location.hash = "#texts";
    });
    await page.locator("#add-files").setInputFiles(path.join(folder, file));
    await page.evaluate(() => {
      location.hash = "#compare";
    });
    // Results without texts are shown as a table alone.
    await page.waitForFunction(
      (count) => {
        const caption = document.querySelector(".compare-table caption")?.innerText.match(/\d+/);
        const shown = document.querySelector(".compare-table tbody")?.innerText.toLowerCase();
        return Number(caption) >= count && /<svg|<script/.test(shown);
      },
      texts,
    );
    await settled(page);
    await visit(page, dialogs);
    assertQuiet(seen);
    await page.close();
  });
}

test("the study is published and looked at in every place", LIMIT, async () => {
  const { page, dialogs } = await trapped();
  const address = pathToFileURL(path.join(folder, "hostile.html")).href;
  const seen = { ...record(page), address };
  await page.goto(address);
  const scripts = await page.evaluate(() =>
    [...document.querySelectorAll("script")].map(({ id, type }) => id || type || "boot"),
  );
  assert.ok(scripts.includes("boot") && scripts.includes("payload-study"));
  assert.ok(scripts.every((name) => /^(boot|application\/ld\+json|payload-[a-z./]+)$/.test(name)), scripts.join());
  // The boot script, and the program's glue that it adds.
  assert.ok(scripts.filter((name) => name === "boot").length <= 2, scripts.join());
  const named = scripts.filter((name) => name !== "boot");
  assert.equal(new Set(named).size, named.length, scripts.join());
  const placeholders = await page.evaluate(() => document.querySelector("#study").textContent.match(/\{\$siteTitle\}/g).length);
  assert.ok(placeholders > 10, "the placeholders are read as they were written");
  await started(page);
  await settled(page);
  await visit(page, dialogs);
  assertQuiet(seen);
  await page.close();
});

test("journal software finds nothing to fill in or rewrite in the published page", async () => {
  const text = await readFile(path.join(folder, "hostile.html"), "utf8");
  const rest = text.replace(/<script>.*?<\/script>/s, "");
  assert.doesNotMatch(rest, /\{\$/);
  assert.doesNotMatch(rest, /ojs:\/\//i);
  assert.equal(text.match(/<head>/gi).length, 1);
  assert.equal(text.match(/<\/head>/gi).length, 1);
});

test("what the other tests look for is seen where it is", async () => {
  const { page } = await trapped();
  await openSite(page);
  await started(page);
  for (const piece of ['<iframe srcdoc="x"></iframe>', "<img alt onerror='x()'>", '<a href=" javascript:x()">x</a>', "<style></style>"]) {
    const seen = await page.evaluate(async (html) => {
      globalThis.added.length = 0;
      document.getElementById("app").insertAdjacentHTML("beforeend", html);
      await Promise.resolve();
      return globalThis.added.length;
    }, piece);
    assert.equal(seen, 1, piece);
  }
  await page.evaluate(() => globalThis.alert("x"));
  assert.deepEqual(await page.evaluate(() => globalThis.fired), ["alert(x)"]);
  await page.close();
});
