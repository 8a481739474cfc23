// The hosted page without a network: it opens from the browser after the first visit, changes to a
// newer version when it is asked to and as a whole, never runs with files of two versions, and is
// forgotten with everything else. In Chromium and Firefox, from a host in a folder that lets browsers
// keep files for ten minutes.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { LIMIT, assertAccessible, fileAddress, launch } from "./browser.mjs";
import { launch as launchFirefox } from "./contexts/firefox.mjs";
import { until } from "./contexts/patience.mjs";
import { docx } from "./documents.mjs";
import { addByForm, kept } from "./kept.mjs";
import { moduleFile, nextVersion, readSite, serveVersions, versionOf } from "./versions.mjs";

const TEXT = "Freedom and justice. The freedom of the press is a law of this country, and justice its measure.";

const ROWS = `document.querySelectorAll(".compare-table tbody tr").length`;
const TABLE = `document.querySelector(".compare-table").innerText`;
const LINE = `document.querySelector("#new-version")?.innerText ?? ""`;
const RUNS = `document.getElementById("files").dataset.version + "/" + globalThis.testVersion`;
const CACHES = `caches.keys()`;
const REGISTRATIONS = `navigator.serviceWorker.getRegistrations().then((all) => all.map(({ scope }) => scope))`;
const READY = /A new version of Tarazy is ready/;
const NEEDED = /can no longer load/;
const PRESS = `document.querySelector("#new-version-use").click()`;

let chromium;
let first;
let second;

before(async () => {
  chromium = await launch();
  first = await readSite();
  second = nextVersion(first, "second");
});

after(() => chromium?.close());

/** Browsers without a past, by how their pages are opened. */
const BROWSERS = {
  async Chromium() {
    const context = await chromium.newContext({ locale: "en-GB" });
    const open = async (address) => {
      const page = await context.newPage();
      await page.goto(address);
      return { page, evaluate: (claim) => page.evaluate(claim), reload: () => page.reload() };
    };
    return { open, close: () => context.close() };
  },
  async Firefox() {
    const firefox = await launchFirefox();
    return { open: (address) => firefox.open(address, 0), close: () => firefox.close() };
  },
};

/** A test in each browser, with a host that serves the first version. */
function inEach(name, run, browsers = Object.keys(BROWSERS)) {
  for (const browser of browsers) {
    test(`${name}, ${browser}`, LIMIT, async () => {
      const host = await serveVersions(first);
      const visitor = await BROWSERS[browser]();
      try {
        await run(visitor, host);
      } finally {
        await visitor.close();
        await host.stop().catch(() => {});
      }
    });
  }
}

async function settled(visit, rows) {
  const isQuiet = `document.querySelector("#first") === null && document.querySelector('[aria-busy="true"]') === null`;
  await until(visit, `globalThis.tarazy !== undefined && ${isQuiet} && ${ROWS} === ${rows}`);
}

/** Opens the page and waits for its table. */
async function open(visitor, address, rows = 3) {
  const visit = await visitor.open(address);
  await settled(visit, rows);
  return visit;
}

/** Waits until the browser keeps the page. */
const installed = (visit) =>
  until(visit, `navigator.serviceWorker.getRegistration().then((found) => found?.active?.state === "activated")`);

/** Opens the page, waits until the browser keeps it, and opens it from there. */
async function openKept(visitor, host) {
  const visit = await open(visitor, host.address);
  await installed(visit);
  await visit.reload();
  await settled(visit, 3);
  assert.equal(await visit.evaluate(`navigator.serviceWorker.controller !== null`), true);
  return visit;
}

const go = async (visit, place, element) => {
  await visit.evaluate(`void (location.hash = ${JSON.stringify(place)})`);
  await until(visit, `document.querySelector(${JSON.stringify(element)}) !== null`);
};

/** Waits until the browser keeps a study with this number of texts. */
const keptTexts = (visit, count) => kept(visit, ({ texts }) => texts === count);

/** Begins a study with a text, and waits until it is kept. */
async function addText(visit) {
  await addByForm(visit, TEXT);
  await until(visit, `document.querySelector(".kept-study") !== null`);
  await keptTexts(visit, 1);
  await go(visit, "#compare", ".compare-table");
  await settled(visit, 1);
}

/** Opens a document of a word processor, which needs the readers. */
async function addDocument(visit) {
  await go(visit, "#texts", "#add-files");
  const base64 = Buffer.from(docx("Education and health for every family.")).toString("base64");
  await visit.evaluate(`(() => {
    const bytes = Uint8Array.from(atob("${base64}"), (letter) => letter.charCodeAt(0));
    const files = new DataTransfer();
    files.items.add(new File([bytes], "programme.docx"));
    const input = document.querySelector("#add-files");
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  })()`);
  await go(visit, "#compare", ".compare-table");
}

/** Lets the browser look for a newer version; its value is the state in which the worker of that ends. */
const UPDATE = `navigator.serviceWorker.getRegistration().then(async (registration) => {
  const worker = await registration.update().then(() => registration.installing, () => null);
  if (worker === null) {
    return registration.waiting?.state ?? "none";
  }
  const isDone = () => worker.state !== "installing";
  return isDone() ? worker.state : new Promise((resolve) => (worker.onstatechange = () => isDone() && resolve(worker.state)));
})`;

/**
 * Lets the browser look for a newer version until one is installed. A browser looks by itself a moment after a page was
 * loaded, and then answers with what that finds, which may be what the host had before.
 */
const installNewVersion = (visit) => until(visit, `${UPDATE}.then((state) => state === "installed")`);

/** Waits until the browser keeps the files of this version, and those of no other. */
function keepsOnly(visit, host, site) {
  const name = `tarazy ${host.address} ${versionOf(site)}`;
  return until(visit, `${CACHES}.then((names) => names.join() === ${JSON.stringify(name)})`);
}

const runs = (site, name) => `${versionOf(site)}/${name}`;

/** Waits until the second version runs in the page, with its numbers. */
async function changed(visit, rows) {
  await until(visit, `${RUNS} === "${runs(second, "second")}"`);
  await settled(visit, rows);
}

/** Changes to the second version by the button of the line, which says that it is there. */
async function change(visit, rows, line) {
  await until(visit, `${line}.test(${LINE})`);
  await visit.evaluate(PRESS);
  await changed(visit, rows);
}

inEach("without a network the page opens with its study, its readers and its samples", async (visitor, host) => {
  const visit = await open(visitor, host.address);
  await installed(visit);
  await addText(visit);
  const table = await visit.evaluate(TABLE);
  await host.stop();
  await visit.reload();
  await settled(visit, 1);
  assert.equal(await visit.evaluate(TABLE), table);
  await addDocument(visit);
  await settled(visit, 2);
  await keptTexts(visit, 2);
  const loaded = await visit.evaluate(`(async () => {
    const index = JSON.parse(new TextDecoder().decode(await tarazy.load("samples/index.json")));
    const samples = await Promise.all(index.map(({ id }) => tarazy.load("samples/" + id + ".json")));
    (await tarazy.spawnLate("converter")).terminate();
    return { isAll: samples.every(({ length }) => length > 1000), frame: (await tarazy.frame()).length };
  })()`);
  assert.ok(loaded.isAll && loaded.frame > 1_000_000, JSON.stringify(loaded));
  // Other addresses of the page, in other tabs.
  await open(visitor, `${host.address}index.html`, 2);
  await open(visitor, `${host.address}?view=table`, 3);
});

inEach("a new version waits until it is asked, and takes over as a whole with the same study", async (visitor, host) => {
  const visit = await openKept(visitor, host);
  await addText(visit);
  const place = `document.querySelector(".compare-table").getBoundingClientRect().top`;
  const before = await visit.evaluate(place);
  host.site = second;
  await installNewVersion(visit);
  assert.match(await until(visit, LINE), READY);
  assert.equal(await visit.evaluate(place), before, "nothing moves");
  assert.equal(await visit.evaluate(RUNS), runs(first, "undefined"));
  if (visit.page) {
    await assertAccessible(visit.page, "a new version");
    await visit.page.locator("#new-version-use").focus();
    assert.equal(await visit.page.evaluate(() => document.activeElement.id), "new-version-use");
  }
  // The work goes on, with the readers of the first version.
  await addDocument(visit);
  await settled(visit, 2);
  await keptTexts(visit, 2);
  await visit.reload();
  await settled(visit, 2);
  assert.equal(await visit.evaluate(RUNS), runs(first, "undefined"), "nobody has asked");
  const table = await visit.evaluate(TABLE);
  await until(visit, LINE);
  // The last change is not kept yet when the button is pressed.
  await visit.evaluate(`(() => {
    const title = document.querySelector("#study-title");
    title.value = "Changed last";
    title.dispatchEvent(new InputEvent("input", { bubbles: true }));
    title.dispatchEvent(new Event("change", { bubbles: true }));
    ${PRESS};
  })()`);
  await changed(visit, 2);
  assert.equal(await visit.evaluate(TABLE), table);
  assert.equal(await visit.evaluate(`document.querySelector("#study-title").value`), "Changed last");
  assert.equal(await visit.evaluate(LINE), "");
  await keepsOnly(visit, host, second);
  await host.stop();
  await visit.reload();
  await settled(visit, 2);
  assert.equal(await visit.evaluate(RUNS), runs(second, "second"), "from the browser");
  await addDocument(visit);
  await settled(visit, 3);
});

inEach("a host that is half updated changes nothing", async (visitor, host) => {
  const visit = await openKept(visitor, host);
  const page = ["index.html", "service-worker.js"];
  const half = new Map([...first, ...page.map((name) => [name, second.get(name)])]);
  const rest = new Map([...second, ["index.html", first.get("index.html")]]);
  for (const site of [half, rest]) {
    host.site = site;
    assert.match(await visit.evaluate(UPDATE), /^(redundant|none)$/);
    await visit.reload();
    await settled(visit, 3);
    assert.equal(await visit.evaluate(RUNS), runs(first, "undefined"));
    assert.equal(await visit.evaluate(LINE), "");
    await keepsOnly(visit, host, first);
  }
  host.site = second;
  await installNewVersion(visit);
  await until(visit, LINE);
});

inEach("without a worker too, a page loads nothing of another version", async (visitor, host) => {
  const without = (site) => new Map([...site].filter(([name]) => name !== "service-worker.js"));
  host.site = without(first);
  const visit = await open(visitor, host.address);
  const outcome = (call) => visit.evaluate(`${call}.then(() => "loaded", (error) => error.name)`);
  host.site = without(second);
  assert.equal(await outcome(`tarazy.load("samples/programmes.json")`), "Outdated");
  assert.equal(await outcome(`tarazy.load("tarazy.js")`), "loaded", "it is the same in both");
  await addDocument(visit);
  await until(visit, `document.querySelector(".notice.is-problem")?.innerText.includes("a new version of Tarazy is out")`);
  assert.equal(await visit.evaluate(`${RUNS} + ${ROWS}`), `${runs(first, "undefined")}3`);
  await change(visit, 3, NEEDED);
  await addDocument(visit);
  await settled(visit, 1);
  assert.deepEqual(await visit.evaluate(REGISTRATIONS), []);
});

inEach("a page whose host is half updated does not start", async (visitor, host) => {
  host.site = new Map([...first, ["boot.js", second.get("boot.js")]]);
  const visit = await visitor.open(host.address);
  await until(visit, `!document.querySelector("#boot-problem").hidden`);
  assert.equal(await visit.evaluate(`String(globalThis.testVersion)`), "undefined");
  // Some browsers have kept the wrong file, and replace it once that was noticed.
  host.site = first;
  await visit.reload();
  const files = `performance.getEntriesByType("resource").filter(({ name }) => name.includes("boot.js"))`;
  const isRenewed = `!document.querySelector("#boot-problem").hidden && ${files}.length === 2`;
  await until(visit, `globalThis.tarazy !== undefined || (${isRenewed})`);
  await visit.reload();
  await settled(visit, 3);
});

inEach("of two tabs one changes to the new version, and the other mixes nothing", async (visitor, host) => {
  host.cacheControl = "no-store";
  const one = await openKept(visitor, host);
  const other = await open(visitor, host.address);
  host.site = second;
  await installNewVersion(one);
  await until(other, LINE);
  await change(one, 3, READY);
  assert.equal(await other.evaluate(RUNS), runs(first, "undefined"), "it goes on");
  const outcome = (name) => other.evaluate(`tarazy.spawnLate("${name}").then((made) => made.terminate() ?? "made", (error) => error.name)`);
  assert.equal(await outcome("converter"), "made", "it is the same in both");
  assert.equal(await outcome("reader"), "Outdated");
  await change(other, 3, NEEDED);
  await addDocument(other);
  await settled(other, 1);
});

/** Everything that the browser keeps of the page. */
const KEPT = `(async () => ({
  local: { ...localStorage },
  tab: { ...sessionStorage },
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await ${CACHES},
  workers: await ${REGISTRATIONS},
  cookies: document.cookie,
}))()`;
const NOTHING = { local: {}, tab: {}, databases: [], caches: [], workers: [], cookies: "" };

inEach("nothing is left once everything is forgotten, and the next visit begins again", async (visitor, host) => {
  const visit = await openKept(visitor, host);
  await addText(visit);
  await go(visit, "#texts", "#forget-everything");
  await visit.evaluate(`document.querySelector("#forget-everything").click()`);
  await until(visit, `document.querySelector("#kept-confirm") !== null`);
  await visit.evaluate(`document.querySelector("#kept-confirm").click()`);
  await until(visit, `[...document.querySelectorAll(".notice")].some(({ innerText }) => innerText.includes("keeps nothing"))`);
  assert.deepEqual(await visit.evaluate(KEPT), NOTHING);
  // The page goes on without being loaded again.
  await go(visit, "#compare", ".compare-table");
  await settled(visit, 3);
  assert.equal(await visit.evaluate(`tarazy.spawnLate("reader").then((made) => made.terminate() ?? "made")`), "made");
  assert.deepEqual(await visit.evaluate(KEPT), NOTHING);
  await visit.reload();
  await settled(visit, 3);
  await installed(visit);
});

inEach("what is forgotten while it is being installed is not there afterwards", async (visitor, host) => {
  const release = host.hold("tarazy.html");
  const visit = await open(visitor, host.address);
  await until(visit, `navigator.serviceWorker.getRegistration().then((found) => found?.installing?.state === "installing")`);
  await until(visit, `${CACHES}.then((names) => names.length === 1)`);
  await visit.evaluate(`tarazyOffline.forget()`);
  assert.deepEqual(await visit.evaluate(KEPT), NOTHING);
  release();
  await settled(visit, 3);
  assert.deepEqual(await visit.evaluate(KEPT), NOTHING);
});

inEach("a host that no longer wants a worker gets rid of it", async (visitor, host) => {
  const visit = await openKept(visitor, host);
  const plain = await readFile(fileURLToPath(new URL("../../www/service-worker.js", import.meta.url)));
  host.site = new Map([...second, ["service-worker.js", plain]]);
  // As long as the host's answer may be that of before.
  const update = `navigator.serviceWorker.getRegistration().then((found) => found?.update()).catch(() => {})`;
  await until(visit, `${update}.then(() => ${CACHES}).then((names) => names.length === 0)`);
  await until(visit, `${REGISTRATIONS}.then((scopes) => scopes.length === 0)`);
});

inEach("the single file, a frame and a folder beside are left alone", async (visitor, host) => {
  const single = await open(visitor, `${host.address}tarazy.html`);
  assert.equal(await single.evaluate(`typeof globalThis.tarazyOffline`), "undefined");
  assert.equal(await single.evaluate(`document.querySelector('link[rel="manifest"], #files')`), null);
  assert.deepEqual(await single.evaluate(KEPT), NOTHING);

  host.pages.set("/article.html", `<!DOCTYPE html><iframe src="${host.address}" width="1000" height="900"></iframe>`);
  const article = await visitor.open(`${host.origin}/article.html`);
  const frame = `document.querySelector("iframe").contentWindow`;
  await until(article, `${frame}.document.querySelectorAll(".compare-table tbody tr").length === 3`);
  await article.evaluate(`${frame}.tarazyOffline.install()`);
  assert.deepEqual(await article.evaluate(REGISTRATIONS), []);

  // Files that are not of the page come from the network, below its folder too.
  const visit = await openKept(visitor, host);
  host.site = new Map([...first, ["study.html", Buffer.from("a study")]]);
  assert.equal(await visit.evaluate(`fetch("study.html").then((response) => response.text())`), "a study");
  await visit.evaluate(`caches.open("of another program")`);
  await visit.evaluate(`tarazyOffline.forget()`);
  assert.deepEqual(await visit.evaluate(CACHES), ["of another program"]);
});

test("the single file from disk has nothing to install", LIMIT, async () => {
  const visitor = await BROWSERS.Chromium();
  const visit = await open(visitor, fileAddress());
  assert.equal(await visit.evaluate(`typeof globalThis.tarazyOffline`), "undefined");
  await visitor.close();
});

test("the manifest can be installed, and names files that are there", LIMIT, async () => {
  const visitor = await BROWSERS.Chromium();
  const host = await serveVersions(first);
  const { page } = await open(visitor, host.address);
  await installed({ evaluate: (claim) => page.evaluate(claim) });
  const session = await page.context().newCDPSession(page);
  const { url, errors, data } = await session.send("Page.getAppManifest");
  assert.equal(url, `${host.address}manifest.webmanifest`);
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  assert.ok(manifest.icons.every(({ src }) => first.has(src)));
  assert.ok([manifest.start_url, manifest.scope].every((address) => address === "."), "the folder of the page");
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  const ids = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito");
  assert.deepEqual(ids, []);
  await visitor.close();
  await host.stop();
});

test("the helper of these tests makes a version as the build does", () => {
  assert.notEqual(versionOf(first), versionOf(second));
  assert.notEqual(moduleFile(first, "reader"), moduleFile(second, "reader"));
  assert.equal(first.size, second.size);
});
