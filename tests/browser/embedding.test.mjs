// Studies and the engine in pages of others. The examples of docs/embedding.md are taken from there
// and run as they stand; then hostile frames and hostile pages around are let loose. Where something
// must not happen within a time, the clock of the page is a fake one that the test puts forward.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readExamples, serveArticles } from "./articles.mjs";
import { LIMIT, fileAddress, launch, record } from "./browser.mjs";
import { studyPath } from "./contexts/study.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

let browser;
let articles;
let examples;

before(async () => {
  browser = await launch();
  examples = await readExamples();
  articles = await serveArticles(fileURLToPath(fileAddress()));
});

after(async () => {
  await browser?.close();
  articles?.close();
});

/**
 * Opens an article with this content; returns the page and its record. A `clock` that is "wound" goes by itself and can be
 * put forward; one that is "stopped" goes only so.
 */
async function openArticle(content, { width = 1100, clock = "real" } = {}) {
  const address = articles.put(content);
  const page = await browser.newPage({ viewport: { width, height: 800 }, locale: "en-US" });
  const seen = record(page);
  if (clock !== "real") {
    await page.clock.install({ time: 0 });
  }
  if (clock === "stopped") {
    await page.clock.pauseAt(60_000);
  }
  await page.goto(address);
  return { page, seen };
}

/** The study in the only frame of the page, when its table stands. */
async function studyIn(page) {
  await page.locator("iframe").waitFor({ state: "attached" });
  await page.locator("iframe").scrollIntoViewIfNeeded();
  const element = await page.locator("iframe").elementHandle();
  const frame = await element.contentFrame();
  await frame.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 3);
  return frame;
}

const frameHeight = (page) => page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().height);

/** Waits until the frame is as high as its content, and returns that height. */
async function fitted(page, frame) {
  const height = await frame.waitForFunction(() => {
    const { clientHeight } = document.documentElement;
    const bar = Math.max(innerHeight - clientHeight, 0);
    return innerHeight === Math.ceil(document.documentElement.getBoundingClientRect().height) + bar && innerHeight;
  });
  const isBare = await page.evaluate(() => {
    const outer = document.querySelector("iframe");
    return outer.clientHeight === outer.getBoundingClientRect().height;
  });
  assert.ok(isBare, "the frame has no border");
  return height.jsonValue();
}

test("the document has three examples", () => {
  assert.equal(examples.length, 3);
});

test("example: a frame beside an article is as high as the study, in both directions", LIMIT, async () => {
  const { page, seen } = await openArticle(examples[0]);
  const frame = await studyIn(page);
  const before = await fitted(page, frame);
  assert.notEqual(before, 480, "the height is that of the content");

  // The matches of a cell stand under the table; without them the page is as short as before.
  await frame.locator(".compare-table tbody tr").last().locator("td.category button").first().click();
  await frame.locator(".kwic tbody tr").first().waitFor();
  const higher = await fitted(page, frame);
  assert.ok(higher > before + 100, `${higher} is well above ${before}`);
  await frame.evaluate(() => {
    location.hash = "#compare";
  });
  await frame.locator(".kwic").waitFor({ state: "detached" });
  // What the cell says of itself stays under the table.
  const lower = await fitted(page, frame);
  assert.ok(lower < before + 200 && lower < higher - 200, `${lower} is near ${before}, and well below ${higher}`);
  assert.equal(await frame.evaluate(() => self.origin), "null", "the study is in a sandbox");
  articles.assertOwn(seen, ["/article.html", "/embed.js", "/study.html"]);
  await page.close();
});

test("example: the element shows a cell without panels, and goes to another", LIMIT, async () => {
  const { page, seen } = await openArticle(examples[1]);
  const frame = await studyIn(page);
  await frame.locator(".kwic tbody tr").first().waitFor();
  assert.equal(await frame.evaluate(() => document.querySelector("#contexts-category").value), "freedom");
  for (const hidden of [".page-header", ".places", ".side", ".toolbar", ".export-bar"]) {
    assert.equal(await frame.locator(hidden).first().isVisible(), false, hidden);
  }
  assert.equal(await frame.locator(".open-whole").isVisible(), true);
  const attributes = await page.evaluate(() => {
    const made = document.querySelector("tarazy-study iframe");
    return ["sandbox", "allow", "title", "loading"].map((name) => made.getAttribute(name));
  });
  assert.deepEqual(attributes, ["allow-scripts allow-downloads allow-popups", "clipboard-write", "Freedom in the English text", "lazy"]);
  await fitted(page, frame);

  await page.getByRole("button", { name: "Show justice" }).click();
  await frame.waitForFunction(() => document.querySelector("#contexts-category")?.value === "justice");
  assert.equal(await frame.evaluate(() => location.hash), "#cell=3.justice.count&view=table");
  assert.equal(await frame.locator(".toolbar").isVisible(), false, "the view stays");
  await fitted(page, frame);
  articles.assertOwn(seen, ["/article.html", "/embed.js", "/study.html"]);
  await page.close();
});

test("example: texts are counted in a page of one's own", LIMIT, async () => {
  const { page, seen } = await openArticle(examples[2]);
  await page.waitForFunction(() => document.querySelector("#result").textContent !== "");
  assert.equal(await page.textContent("#result"), "7 words, freedom 2: Сөз бостандығына, Адам құқықтары");
  articles.assertOwn(seen, ["/article.html", "/embed.js", "/tarazy.js", "/tarazy.wasm"]);

  // The same interface, whatever runs behind it: a worker, or the page where it may have none.
  const results = await page.evaluate(async () => {
    const api = await import("./tarazy.js");
    const text = "\u{feff}😀 Еркiндiк! 😀 бостан\u{ad}дық";
    const request = { texts: [{ title: "", text, language: "kk" }], lexicon: "values", category: "freedom" };
    const codes = async () => {
      const tries = [
        () => api.analyze(),
        () => api.analyze({ texts: "none", lexicon: "values" }),
        () => api.analyze({ texts: [], lexicon: "none" }),
        () => api.analyze({ texts: [{ title: "", text: " " }], lexicon: "values" }),
        () => api.kwic({ ...request, category: "happiness" }),
        () => api.kwic({ ...request, limit: -1 }),
        () => api.kwic({ ...request, category: () => "freedom" }),
        () => api.kwic({ ...request, windows: 5 }),
        () => api.kwic({ ...request, options: { polcy: "liwc" } }),
        () => api.kwic({ ...request, texts: [{ title: "", text, lang: "kk" }] }),
        () => api.kwic({ ...request, timeoutMs: "5" }),
        () => api.init({ wsam: "tarazy.wasm" }),
      ];
      const thrown = tries.map((one) => one().then(() => null, (error) => [error instanceof Error, error.code, error.message !== ""]));
      return Promise.all(thrown);
    };
    const found = ({ lines }) => lines.map(({ start, end }) => text.slice(start, end));
    const inWorker = { found: found(await api.kwic(request)), codes: await codes() };
    const [Kept, bytes] = [globalThis.Worker, await (await fetch("tarazy.wasm")).arrayBuffer()];
    let asked = 0;
    globalThis.Worker = class {
      constructor() {
        asked += 1;
        throw new Error("no worker here");
      }
    };
    await api.init({ wasm: bytes });
    const onPage = { found: found(await api.kwic(request)), codes: await codes() };
    globalThis.Worker = Kept;
    const missing = await api.init({ wasm: "missing.wasm" }).catch((error) => error.code);
    const broken = await api.init({ wasm: new Uint8Array([1, 2, 3]) }).catch((error) => error.code);
    await api.init({ wasm: bytes });
    const again = found(await api.kwic(request));
    const mounts = [[document.body, {}], [null, { src: "study.html" }]].map(([element, options]) => {
      try {
        return api.mount(element, options);
      } catch (error) {
        return error.code;
      }
    });
    return { inWorker, onPage, asked, missing, broken, again, mounts };
  });
  assert.deepEqual(results.inWorker.found, ["Еркiндiк", "бостан\u{ad}дық"]);
  const codes = ["request-invalid", "request-invalid", "lex-unknown-builtin", "text-empty", "unknown-category", "request-invalid", "request-invalid",
    "unknown-option", "unknown-option", "unknown-option", "request-invalid", "unknown-option"];
  assert.deepEqual(results.inWorker.codes, codes.map((code) => [true, code, true]));
  assert.deepEqual(results.onPage, results.inWorker);
  assert.ok(results.asked > 0, "a worker was asked for first");
  assert.deepEqual([results.missing, results.broken], ["program-missing", "program-missing"]);
  assert.deepEqual(results.again, results.inWorker.found);
  assert.deepEqual(results.mounts, ["request-invalid", "request-invalid"]);
  await page.close();
});

test("two hundred calls at once take two seconds, and one that takes too long stops no other", LIMIT, async () => {
  const { page, seen } = await openArticle("<p></p>");
  const found = await page.evaluate(async () => {
    const { analyze, mount } = await import("./tarazy.js");
    const texts = [{ title: "", text: "Freedom of speech is guaranteed." }];
    await analyze({ texts, lexicon: "values" });
    // Something else may run on the machine at one time, but not at each of many times.
    let counts;
    let milliseconds = Infinity;
    for (let round = 0; round < 20 && milliseconds >= 2_000; round += 1) {
      const start = performance.now();
      counts = await Promise.all(Array.from({ length: 200 }, () => analyze({ texts, lexicon: "values" })));
      milliseconds = Math.min(milliseconds, performance.now() - start);
    }
    const long = [{ title: "", text: "Freedom of speech is guaranteed. ".repeat(300_000), language: "en" }];
    const calls = [analyze({ texts: long, lexicon: "values", timeoutMs: 20 }), analyze({ texts, lexicon: "values" })];
    const [ended, other] = await Promise.allSettled(calls);
    const codes = ["javascript:alert(1)", "about:blank", "http://["].map((src) => {
      try {
        return mount(document.body, { src });
      } catch (error) {
        return error.code;
      }
    });
    const freedom = ({ documents }) => documents[0].counts.freedom;
    return { counts: [...new Set(counts.map(freedom))], milliseconds, ended: ended.reason?.code, other: freedom(other.value), codes };
  });
  assert.deepEqual([found.counts, found.other], [[1], 1]);
  assert.ok(found.milliseconds < 2_000, `${found.milliseconds} ms`);
  assert.equal(found.ended, "timed-out");
  assert.deepEqual(found.codes, ["request-invalid", "request-invalid", "request-invalid"]);
  assert.deepEqual(seen.problems, []);
  await page.close();
});

test("the package counts where there is no page at all", async () => {
  const api = await import(pathToFileURL(path.join(root, "dist/npm/tarazy.js")).href);
  await api.init({ wasm: await readFile(path.join(root, "dist/npm/tarazy.wasm")) });
  const texts = [{ title: "", text: "Freedom of speech is guaranteed." }];
  const { lines } = await api.kwic({ texts, lexicon: "values", category: "freedom" });
  assert.deepEqual(lines.map(({ start, end, node }) => [texts[0].text.slice(start, end), node]), [["Freedom of speech", "Freedom of speech"]]);
  await assert.rejects(api.analyze({ texts, lexicon: "none" }), { name: "Error", code: "lex-unknown-builtin" });
  assert.throws(() => api.mount(null, {}), { name: "Error", code: "request-invalid" });
});

/** Mounts what `read` gives as a text in the page. */
async function mountText(read) {
  const { page } = await openArticle('<div id="here"></div>');
  await page.evaluate(async (read) => {
    const { mount } = await import("./tarazy.js");
    const study = await (0, eval)(read)();
    globalThis.mounted = mount(document.querySelector("#here"), { study, view: "table", title: "The study", maxHeight: 5000 });
  }, `(${read})`);
  const frame = await studyIn(page);
  await frame.waitForFunction(() => document.documentElement.classList.contains("is-embedded"));
  await page.evaluate(() => globalThis.mounted.cell(3, "freedom"));
  await frame.locator(".kwic tbody tr").first().waitFor();
  await fitted(page, frame);
  await page.evaluate(() => globalThis.mounted.destroy());
  assert.equal(await page.locator("iframe, tarazy-study").count(), 0);
  await page.close();
}

test("a study is mounted from its text, led to a cell and taken away", LIMIT, async () => {
  articles.pages.set("/published.html", await readFile(studyPath()));
  await mountText(async () => (await fetch("published.html")).text());
});

test("so is the program's own page", LIMIT, async () => {
  await mountText(async () => (await fetch("study.html")).text());
});

test("a narrow frame shows no panels, changes nothing, and leads to the whole study", LIMIT, async () => {
  const narrow = '<script src="embed.js"></script><tarazy-study src="study.html#texts"></tarazy-study>';
  const { page } = await openArticle(narrow, { width: 400 });
  const frame = await studyIn(page);
  assert.equal(await frame.locator(".page-header").isVisible(), false);
  assert.equal(await frame.locator(".add-text").count(), 0, "there is no place to add texts");
  await fitted(page, frame);
  await frame.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "Freedom of speech is guaranteed.");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  const [popup] = await Promise.all([page.waitForEvent("popup"), frame.locator(".open-whole").click()]);
  await popup.locator(".page-header").waitFor();
  assert.equal(new URL(popup.url()).pathname, "/study.html");
  await popup.close();
  assert.equal(await frame.locator(".compare-table tbody tr").count(), 3, "a pasted text changes nothing");

  // Where no window may be opened, the whole study is opened in the frame.
  await frame.evaluate(() => {
    window.open = () => null;
  });
  await frame.locator(".open-whole").click();
  await frame.locator(".page-header").waitFor();
  await page.close();
});

test("a narrow frame may ask for panels, and an address by itself for none", LIMIT, async () => {
  const asking = '<script src="embed.js"></script><tarazy-study src="study.html" view="whole"></tarazy-study>';
  const { page } = await openArticle(asking, { width: 400 });
  const frame = await studyIn(page);
  assert.equal(await frame.locator(".page-header").isVisible(), true);
  for (const address of ["study.html?view=table", "study.html#view=table"]) {
    await page.goto("about:blank");
    await page.goto(`${articles.origin}/${address}`);
    await page.locator(".compare").waitFor();
    assert.equal(await page.locator(".page-header").isVisible(), false, address);
  }
  await page.close();
});

/** A frame that sends what its parent asks it to, and then that it has. */
const HOSTILE = `<!DOCTYPE html><title>Hostile</title><script>
addEventListener("message", ({ data }) => {
  if (data.script) {
    new Function("send", data.script)((message) => parent.postMessage(message, "*"));
    parent.postMessage({ sent: data.id }, "*");
  }
});
</script>`;

test("a hostile frame moves nothing but its own height, within bounds and seldom", LIMIT, async () => {
  articles.pages.set("/hostile.html", HOSTILE);
  const content =
    '<script src="embed.js"></script><tarazy-study src="hostile.html" height="300" max-height="900"></tarazy-study>' +
    '<iframe id="stranger" sandbox="allow-scripts" src="hostile.html"></iframe><iframe id="sibling" src="hostile.html"></iframe>';
  const { page, seen } = await openArticle(content, { clock: "stopped" });
  const elements = await page.locator("iframe").elementHandles();
  assert.equal(elements.length, 3);
  for (const element of elements) {
    await (await element.contentFrame()).waitForURL("**/hostile.html");
  }
  await page.evaluate(() => {
    globalThis.heights = [];
    for (const frame of document.querySelectorAll("iframe")) {
      new MutationObserver(() => globalThis.heights.push(frame.style.height)).observe(frame, { attributeFilter: ["style"] });
    }
    let id = 0;
    // Messages of a frame arrive in order: when the last is here, the others are.
    globalThis.command = (frame, script) => {
      id += 1;
      const own = id;
      return new Promise((resolve) => {
        addEventListener("message", function arrived({ data, source }) {
          if (source === frame.contentWindow && data?.sent === own) {
            removeEventListener("message", arrived);
            resolve();
          }
        });
        frame.contentWindow.postMessage({ script, id: own }, "*");
      });
    };
  });
  /** Lets a frame send messages, and returns the heights that are set within a number of milliseconds. */
  const heightsAfter = async (who, script, during = 400) => {
    await page.evaluate(([who, script]) => globalThis.command(document.querySelector(who), script), [who, script]);
    await page.clock.runFor(during);
    return page.evaluate(() => globalThis.heights.splice(0));
  };
  const own = "tarazy-study iframe";
  const height = (value) => `send({ type: "tarazy:height", version: 1, height: ${value} });`;

  // Who is not watched, or has another origin than the watched frame must have, is ignored.
  assert.deepEqual(await heightsAfter("#stranger", height(500)), []);
  assert.deepEqual(await heightsAfter("#sibling", height(500)), []);
  // Nor is the frame itself, unless it reports a height.
  for (const wrong of ["1e9", "100001", "-5", "0", "500.5", "NaN", '"500"', "null", "[500]", "{}", '"500px;position:fixed"']) {
    assert.deepEqual(await heightsAfter(own, height(wrong)), [], wrong);
  }
  for (const wrong of ["null", '"tarazy:height"', "{ type: 'tarazy:height', height: 500 }", "{ type: 'tarazy:html', version: 1, html: '<b>' }"]) {
    assert.deepEqual(await heightsAfter(own, `send(${wrong});`), [], wrong);
  }
  // A height beyond the page's bounds is cut to them.
  assert.deepEqual(await heightsAfter(own, height(99_000)), ["900px"]);
  assert.deepEqual(await heightsAfter(own, height(1)), ["80px"]);

  // Many heights, one a millisecond: the last of a burst counts, and the changes soon run out.
  await heightsAfter(own, "globalThis.at = 0;");
  const flood = async (milliseconds) => {
    const changes = [];
    for (let passed = 0; passed < milliseconds; passed += 25) {
      const burst = `for (let left = 25; left > 0; left -= 1) { at += 1; ${height("200 + (at % 3) * 150 + (at % 97)")} }`;
      changes.push(...(await heightsAfter(own, burst, 25)));
    }
    return changes.length;
  };
  const changes = await flood(4_400);
  assert.ok(changes >= 10 && changes <= 25, `${changes} changes in four seconds`);
  const later = await flood(3_000);
  assert.ok(later <= 4, `${later} changes in three seconds more`);
  assert.equal(await page.locator("body > *").count(), 5, "nothing was put into the page");
  assert.deepEqual(seen.problems, []);
  await page.close();
});

test("a frame that grows because it was made larger is stopped", LIMIT, async () => {
  articles.pages.set(
    "/loop.html",
    `<!DOCTYPE html><title>Loop</title><script>
addEventListener("resize", () => parent.postMessage({ type: "tarazy:height", version: 1, height: innerHeight + 10 }, "*"));
addEventListener("load", () => parent.postMessage({ type: "tarazy:height", version: 1, height: innerHeight + 10 }, "*"));
</script>`,
  );
  const asking = '<script>addEventListener("message", ({ data }) => { globalThis.asked = data?.height; });</script>';
  const content = `${asking}<script src="embed.js"></script><tarazy-study src="loop.html" height="300"></tarazy-study>`;
  const { page } = await openArticle(content, { clock: "stopped" });
  /** Waits until the frame asks for more than it has, and returns the height that it then gets. */
  const grown = async () => {
    const height = await frameHeight(page);
    await page.waitForFunction((expected) => globalThis.asked === expected, height + 10);
    await page.clock.runFor(100);
    return frameHeight(page);
  };
  let stopped = 300;
  for (let next = await grown(); next !== stopped && next < 8_000; next = await grown()) {
    stopped = next;
  }
  assert.ok(stopped > 300 && stopped <= 440, `${stopped} pixels`);
  await page.clock.runFor(5_000);
  assert.equal(await frameHeight(page), stopped);
  await page.close();
});

test("a hostile page around the study moves it nowhere but to places", LIMIT, async () => {
  const { page, seen } = await openArticle(examples[0], { clock: "wound" });
  const frame = await studyIn(page);
  await frame.evaluate(() => {
    globalThis.changes = [];
    addEventListener("hashchange", () => globalThis.changes.push(location.hash));
    globalThis.received = [];
    addEventListener("message", ({ data, source }) => globalThis.received.push([data?.type, source === window]));
  });
  const before = await frame.evaluate(() => [location.href, document.body.innerHTML.length]);
  const send = (message) => page.evaluate((message) => document.querySelector("iframe").contentWindow.postMessage(message, "*"), message);
  const go = (fragment) => ({ type: "tarazy:go", version: 1, fragment });
  const wrong = [
    null,
    "tarazy:go",
    { type: "tarazy:go", fragment: "texts" },
    go(7),
    go(null),
    go(["texts"]),
    go("a".repeat(2_001)),
    go("<img src=x onerror=alert(1)>"),
    go("texts\njavascript:alert(1)"),
    go("https://example.org/"),
    { type: "tarazy:html", version: 1, html: "<b>" },
  ];
  for (const message of wrong) {
    await send(message);
  }
  // Another window than the parent is ignored: here the study's own.
  await frame.evaluate(() => window.postMessage({ type: "tarazy:go", version: 1, fragment: "texts" }, "*"));
  // The last message of each window has arrived, and so have those before it.
  await frame.waitForFunction(() => {
    const has = (name, isOwn) => globalThis.received.some(([type, isFromItself]) => type === name && isFromItself === isOwn);
    return has("tarazy:html", false) && has("tarazy:go", true);
  });
  await page.clock.runFor(500);
  assert.deepEqual(await frame.evaluate(() => [location.href, document.body.innerHTML.length]), before);
  // A flood leads to its last place in few steps.
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector("iframe");
    for (let at = 0; at < 1_000; at += 1) {
      contentWindow.postMessage({ type: "tarazy:go", version: 1, fragment: `contexts/1/none-${at}` }, "*");
    }
    contentWindow.postMessage({ type: "tarazy:go", version: 1, fragment: "cell=1.__proto__%00.share" }, "*");
  });
  await frame.waitForFunction(() => location.hash === "#cell=1.__proto__%00.share");
  const changes = await frame.evaluate(() => globalThis.changes);
  assert.ok(!changes.includes("#texts") && changes.length <= 10, `${changes.length} changes`);
  await send(go("compare"));
  await frame.waitForFunction(() => location.hash === "#compare" && document.querySelectorAll(".compare-table tbody tr").length === 3);
  assert.deepEqual(seen.problems, []);
  await page.close();
});
