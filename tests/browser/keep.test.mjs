// The study is kept: it stands there again after a reload, in another tab, after a crash; what of it
// is damaged is named while the rest opens; where nothing can be kept, a line says so and closing
// asks. One tab writes a study, the others read it. Nothing is left once everything is forgotten.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LIMIT, assertAccessible, assertQuiet, fileAddress, launch, paste, record, siteAddress } from "./browser.mjs";
import { launch as launchFirefox } from "./contexts/firefox.mjs";
import { until, untilSeen } from "./contexts/patience.mjs";
import { addByForm, kept, keptHeads } from "./kept.mjs";

const TEXT = "Freedom and justice. The freedom of the press is a law of this country, and justice its measure.";
const OTHER = "Education and health for every family; freedom for every citizen.";

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

async function settled(page) {
  await page.locator(".compare-table tbody tr").first().waitFor({ state: "attached" });
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

async function open(context, address = siteAddress()) {
  const page = await context.newPage();
  const seen = record(page);
  await page.goto(address);
  await page.evaluate(() => globalThis.tarazy.started);
  await page.locator("#first").waitFor({ state: "detached" });
  return Object.assign(page, { seen: { ...seen, address: address.split("#")[0] } });
}

async function reload(page) {
  await page.reload();
  await page.evaluate(() => globalThis.tarazy.started);
  await page.locator("#first").waitFor({ state: "detached" });
  await settled(page);
}

const newContext = (options = {}) => browser.newContext({ locale: "en-GB", ...options });

/** The values of an object store, by key: strings, or bytes as their length. */
function stored(page, store) {
  return page.evaluate(async (name) => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    if (!(await indexedDB.databases()).some((database) => database.name === "tarazy")) {
      return {};
    }
    const database = await done(indexedDB.open("tarazy"));
    if (!database.objectStoreNames.contains(name)) {
      database.close();
      return {};
    }
    const all = database.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([done(all.getAllKeys()), done(all.getAll())]);
    database.close();
    return Object.fromEntries(keys.map((key, at) => [key, values[at].length ?? values[at].size]));
  }, store);
}

/** Changes the values of an object store by the body of a function, as text, of key and value. */
function damage(page, store, change) {
  return page.evaluate(`(async () => {
    const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await done(indexedDB.open("tarazy"));
    const all = () => database.transaction("${store}", "readwrite").objectStore("${store}");
    const change = async (key, value) => { ${change} };
    for (const key of await done(all().getAllKeys())) {
      const changed = await change(key, await done(all().get(key)));
      if (changed !== undefined) {
        await done(all().put(changed, key));
      }
    }
    database.close();
  })()`);
}

/** Runs in the page: notes what is written into which object store, and how much it is. */
function noteWrites() {
  globalThis.written = [];
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (value, key) {
    globalThis.written.push([this.name, value.length ?? value.size]);
    return put.call(this, value, key);
  };
}

/** Longer than the page waits after a change before it saves (`src/ui/hooks/keeping.rs`), in milliseconds. */
const AFTER_PAUSE_MS = 1_000;

/** A context whose clock can be put forward: what must not happen within a time is not waited for. */
async function contextWithClock() {
  const context = await newContext();
  await context.clock.install();
  return context;
}

/** The table as text. */
async function table(page) {
  await settled(page);
  return page.evaluate(() => document.querySelector(".compare-table").innerText);
}

async function titles(page) {
  await settled(page);
  return page.evaluate(() => [...document.querySelectorAll(".compare-table tbody th")].map((cell) => cell.innerText.trim()));
}

async function setTitle(page, title) {
  await page.locator("#study-title").fill(title);
  await page.locator("#study-title").press("Enter");
}

/** Adds an entry to the lexicon. */
async function addEntry(page, pattern) {
  await page.evaluate(() => (location.hash = "#lexicon"));
  await page.locator(".tree-row.is-category", { hasText: "Freedom" }).first().click();
  await page.getByRole("button", { name: "New entry" }).click();
  await page.locator("#entry-language").selectOption("en");
  await page.locator("#entry-pattern").fill(pattern);
  await page.locator(".trial").first().waitFor();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.locator("#entries-search").fill(pattern);
  await page.locator(".tree-row.is-entry", { hasText: pattern }).first().waitFor();
}

/** A study with a text, an entry of its own, another policy and a title. */
async function work(page) {
  await settled(page);
  await paste(page, TEXT);
  await page.locator(".notice", { hasText: "A new study has begun" }).waitFor();
  await settled(page);
  await page.locator("#policy").selectOption("liwc");
  await addEntry(page, "press");
  await page.evaluate(() => (location.hash = "#compare"));
  await settled(page);
  await setTitle(page, "My study");
  await kept(page, (head) => head.title.en === "My study");
}

for (const [name, address] of [["http", siteAddress], ["file", fileAddress]]) {
  test(`the same study stands there after a reload and in a new tab, from ${name}`, LIMIT, async () => {
    const context = await newContext();
    const page = await open(context, address());
    await work(page);
    const before = await table(page);
    await reload(page);
    assert.equal(await table(page), before);
    assert.equal(await page.locator("#study-title").inputValue(), "My study");
    assert.equal(await page.locator("#policy").inputValue(), "liwc");
    // The history is there as well.
    await page.evaluate(() => (location.hash = "#lexicon/history"));
    await page.locator(".history-list .is-now").waitFor();
    const steps = await page.locator(".history-list li").allInnerTexts();
    assert.ok(steps.some((step) => step.includes("press")), steps.join("; "));
    await kept(page, (head) => head.view.place === "lexicon/history");
    assertQuiet(page.seen);
    await page.close();
    const again = await open(context, address());
    await again.locator(".history-list .is-now").waitFor();
    assert.equal(await again.evaluate(() => location.hash), "#lexicon/history", "the place too");
    await again.evaluate(() => (location.hash = "#compare"));
    assert.equal(await table(again), before);
    await again.keyboard.press("Control+z");
    await again.waitForFunction(() => document.querySelector("#study-title").value === "");
    await context.close();
  });
}

test("a sample that nobody touched is not kept", LIMIT, async () => {
  const context = await contextWithClock();
  await context.addInitScript(noteWrites);
  const page = await open(context);
  await settled(page);
  await page.locator("#measure").selectOption("count");
  await page.clock.runFor(AFTER_PAUSE_MS);
  assert.deepEqual(await stored(page, "studies"), {});
  await page.locator("#policy").selectOption("liwc");
  await kept(page, (head) => head.texts === 3);
  const heads = await page.evaluate(() => globalThis.written.filter(([store]) => store === "studies"));
  assert.equal(heads.length, 1, "nothing was under way before");
  await context.close();
});

test("an edit writes no text again", LIMIT, async () => {
  const context = await newContext();
  const page = await open(context);
  await settled(page);
  await paste(page, `${TEXT}\n\n${OTHER}\n\n`.repeat(2_000));
  await settled(page);
  await kept(page, (head) => head.texts === 1);
  await page.evaluate(noteWrites);
  await page.locator("#policy").selectOption("liwc");
  await page.waitForFunction(() => globalThis.written.some(([store]) => store === "studies"));
  const written = await page.evaluate(() => globalThis.written);
  assert.ok(written.every(([store]) => store !== "files"), JSON.stringify(written));
  const sum = written.reduce((total, [, size]) => total + size, 0);
  assert.ok(sum < 100_000, `${sum} bytes`);
  await context.close();
});

test("a crash of the renderer takes no more than the last moment", LIMIT, async () => {
  const context = await newContext();
  const page = await open(context);
  await work(page);
  const before = await table(page);
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
  const again = await open(context);
  assert.equal(await table(again), before);
  assert.equal(await again.locator("#elsewhere").count(), 0, "a tab that crashed holds nothing");
  await context.close();
});

test("what is damaged is named, and the rest opens", LIMIT, async () => {
  const context = await newContext();
  const page = await open(context);
  await work(page);
  await paste(page, OTHER);
  const head = await kept(page, (found) => found.texts === 2 && found.before !== null);
  // The last copy of the study: the one before it is opened.
  await damage(page, "parts", `if (key.endsWith("/${head.parts.study}")) { value[20] ^= 1; return value; }`);
  await reload(page);
  await page.locator(".notice", { hasText: "The last copy of this study was damaged" }).waitFor();
  assert.equal((await titles(page)).length, 1);
  await kept(page, (found) => found.texts === 1);
  await paste(page, OTHER);
  await kept(page, (found) => found.texts === 2);
  // A text.
  await damage(page, "files", `const text = await value.text(); if (text.startsWith("Education")) { return new Blob(["other"]); }`);
  await reload(page);
  await page.locator(".notice.is-problem", { hasText: "the copy of this text in the browser is damaged" }).waitFor();
  assert.equal((await titles(page)).length, 1);
  // The head: the study is listed as damaged, and the page begins with the sample.
  await kept(page, (found) => found.texts === 1);
  await damage(page, "studies", `return value.replace("My study", "My studs");`);
  await reload(page);
  assert.equal((await titles(page)).length, 3);
  await page.evaluate(() => (location.hash = "#texts"));
  await page.locator(".kept-study.is-unusable", { hasText: "damaged" }).waitFor();
  await context.close();
});

test("a record of a newer version is left alone", LIMIT, async () => {
  const context = await newContext();
  const page = await open(context);
  await work(page);
  await damage(
    page,
    "studies",
    `const rest = "2\\nof another kind";
     const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(rest)));
     return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("") + "\\n" + rest;`,
  );
  const before = await stored(page, "studies");
  await reload(page);
  await page.evaluate(() => (location.hash = "#texts"));
  await page.locator(".kept-study.is-unusable", { hasText: "newer version" }).waitFor();
  assert.deepEqual(await stored(page, "studies"), before);
  await context.close();
});

test("where nothing can be kept a line says so, and closing asks", LIMIT, async () => {
  const context = await newContext();
  await context.addInitScript(() => {
    globalThis.showSaveFilePicker = undefined;
    Object.defineProperty(globalThis, "indexedDB", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  const page = await open(context);
  await settled(page);
  assert.equal(await page.locator("#unkept").count(), 0, "there is nothing to keep");
  await paste(page, TEXT);
  await page.locator("#unkept").waitFor();
  await assertAccessible(page, "nothing is kept");
  await page.locator("body").click();
  const [asked] = await Promise.all([page.waitForEvent("dialog"), page.close({ runBeforeUnload: true })]);
  assert.equal(asked.type(), "beforeunload");
  await asked.dismiss();
  // Once it is in a file, there is nothing to lose.
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#unkept-save").click()]);
  assert.equal(download.suggestedFilename(), "study.tarazy");
  await page.locator(".notice", { hasText: "Saved: study.tarazy" }).waitFor();
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
  await context.close();
});

test("a browser without room says so", LIMIT, async () => {
  const context = await newContext();
  const page = await open(context);
  await settled(page);
  const session = await context.newCDPSession(page);
  const origin = new URL(siteAddress()).origin;
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1_000 });
  await paste(page, TEXT.repeat(500));
  await page.locator("#unkept", { hasText: "no room left" }).waitFor();
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await setTitle(page, "There is room again");
  await page.locator("#unkept").waitFor({ state: "detached" });
  await kept(page, (head) => head.title.en === "There is room again");
  await context.close();
});

test("of two tabs one writes, and the other takes over when it is closed", LIMIT, async () => {
  const context = await newContext();
  const first = await open(context);
  await work(first);
  const second = await open(context);
  await second.locator("#elsewhere").waitFor();
  await second.waitForFunction(() => document.querySelector("#study-title").value === "My study");
  await setTitle(second, "Overwritten");
  await second.locator(".notice.is-problem", { hasText: "open in another tab" }).waitFor();
  await setTitle(first, "Written by the first");
  await kept(first, (head) => head.title.en === "Written by the first");
  await first.close();
  await second.locator("#elsewhere").waitFor({ state: "detached" });
  await second.waitForFunction(() => document.querySelector("#study-title").value === "Written by the first");
  await setTitle(second, "Written by the second");
  await kept(second, (head) => head.title.en === "Written by the second");
  await context.close();
});

test("kept studies are listed, opened, renamed, duplicated and deleted", LIMIT, async () => {
  for (const width of [1280, 360]) {
    const context = await newContext({ viewport: { width, height: 800 } });
    const page = await open(context);
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await paste(page, TEXT);
    await kept(page, (head) => head.texts === 1);
    await page.evaluate(() => (location.hash = "#texts"));
    const row = (title) => page.locator(".kept-study", { has: page.getByRole("button", { name: title, exact: true }) });
    await row("Untitled study").waitFor();
    await row("Untitled study").getByRole("button", { name: "Duplicate: Untitled study" }).click();
    await row("Untitled study (copy)").waitFor();
    await row("Untitled study (copy)").getByRole("button", { name: "Rename: Untitled study (copy)" }).click();
    await page.getByLabel("New title of the study Untitled study (copy)").fill("Second");
    await page.keyboard.press("Enter");
    await row("Second").waitFor();
    const files = Object.keys(await stored(page, "files"));
    await assertAccessible(page, `kept studies, ${width} px`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `no sideways scroll at ${width} px`);
    await row("Second").getByRole("button", { name: "Second", exact: true }).click();
    await page.waitForFunction(() => document.querySelector("#study-title").value === "Second");
    await page.evaluate(() => (location.hash = "#texts"));
    await row("Untitled study").getByRole("button", { name: "Delete: Untitled study" }).click();
    await page.locator("#kept-question[open]").waitFor();
    await assertAccessible(page, `question, ${width} px`);
    await page.locator("#kept-confirm").click();
    await row("Untitled study").waitFor({ state: "detached" });
    assert.equal((await keptHeads(page)).length, 1);
    assert.deepEqual(Object.keys(await stored(page, "files")), files, "the other study has the same texts");
    // The study on screen, too: the sample takes its place.
    await row("Second").getByRole("button", { name: "Delete: Second" }).click();
    await page.locator("#kept-confirm").click();
    await page.waitForFunction(() => document.querySelector("#study-title").value !== "Second");
    await untilSeen(
      async () => Object.keys(await stored(page, "files")).length === 0,
      async () => `no file is left without a study: ${JSON.stringify(await stored(page, "files"))}`,
    );
    await context.close();
  }
});

test("nothing is left once everything is forgotten", LIMIT, async () => {
  const context = await contextWithClock();
  const page = await open(context);
  await work(page);
  await page.locator("#measure").selectOption("count");
  await page.evaluate(() => (location.hash = "#texts"));
  await page.locator("#forget-everything").click();
  await page.locator("#kept-confirm").click();
  await page.locator(".notice", { hasText: "keeps nothing" }).waitFor();
  await page.evaluate(() => (location.hash = "#compare"));
  assert.equal((await titles(page)).length, 3, "the sample is there");
  await page.clock.runFor(AFTER_PAUSE_MS);
  const left = () =>
    page.evaluate(async () => ({
      local: { ...localStorage },
      tab: { ...sessionStorage },
      databases: (await indexedDB.databases()).map((database) => database.name),
      caches: await caches.keys(),
      cookies: document.cookie,
    }));
  const nothing = { local: {}, tab: {}, databases: [], caches: [], cookies: "" };
  assert.deepEqual(await left(), nothing);
  await context.close();
});

test("Ctrl-S writes the same file again, and Ctrl-O opens files", LIMIT, async () => {
  const context = await newContext();
  await context.addInitScript(() => {
    globalThis.asked = 0;
    globalThis.showSaveFilePicker = async ({ suggestedName }) => {
      globalThis.asked += 1;
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(suggestedName, { create: true });
    };
  });
  const page = await open(context);
  await work(page);
  const size = () =>
    page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle("study.tarazy")).getFile()).size;
    });
  await page.keyboard.press("Control+s");
  await page.locator(".notice", { hasText: "Saved: study.tarazy" }).waitFor();
  const first = await size();
  assert.ok(first > 500);
  await paste(page, OTHER.repeat(50));
  await settled(page);
  await page.keyboard.press("Control+s");
  await page.waitForFunction(
    async (before) => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle("study.tarazy")).getFile()).size > before;
    },
    first,
  );
  assert.equal(await page.evaluate(() => globalThis.asked), 1);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Control+o")]);
  await chooser.setFiles({ name: "third.txt", mimeType: "text/plain", buffer: Buffer.from(OTHER) });
  await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 3);
  await context.close();
});

test("a link to a cell knows its study", LIMIT, async () => {
  const context = await newContext();
  const page = await open(context);
  await work(page);
  await page.evaluate(() => (location.hash = "#cell=1.freedom.count"));
  await page.locator(".contexts").waitFor();
  await page.waitForFunction(() => /^#cell=1\.freedom\.count~[0-9a-f]{8}$/.test(location.hash));
  const link = await page.evaluate(() => location.hash);
  await reload(page);
  await page.locator(".contexts").waitFor();
  const other = await newContext();
  const sample = await open(other, siteAddress() + link);
  await sample.locator("#other-study").waitFor();
  assert.equal(await sample.locator(".compare-table, .contexts").count(), 0);
  await sample.locator("#other-study a").click();
  await settled(sample);
  await context.close();
  await other.close();
});

test("Firefox keeps the study as well", LIMIT, async () => {
  const firefox = await launchFirefox();
  try {
    const visit = await firefox.open(siteAddress(), 0);
    const rows = `document.querySelectorAll(".compare-table tbody tr").length`;
    await visit.evaluate("globalThis.tarazy.started");
    await until(visit, `document.querySelector("#first") === null && ${rows} === 3`);
    await addByForm(visit, TEXT);
    await visit.evaluate(`void (location.hash = "#compare")`);
    await until(visit, `${rows} === 1 && document.querySelector('[aria-busy="true"]') === null`);
    await kept(visit, (head) => head.texts === 1 && head.view.place === "compare");
    const words = await visit.evaluate(`document.querySelector(".compare-table").innerText`);
    // The second tab reads; when the first is closed, it writes.
    const second = await firefox.open(siteAddress(), 0);
    await until(second, `document.querySelector("#elsewhere") !== null`);
    await until(second, `${rows} === 1 && document.querySelector('[aria-busy="true"]') === null`);
    assert.equal(await second.evaluate(`document.querySelector(".compare-table").innerText`), words);
    await visit.close();
    await until(second, `document.querySelector("#elsewhere") === null`);
    await second.close();
  } finally {
    await firefox.close();
  }
});
