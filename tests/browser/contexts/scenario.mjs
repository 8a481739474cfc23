// One scenario for every browser: open the study in each context, and look whether its figures are
// there.
//
// A browser is
// `{ longestDataAddress, filesHaveWorkers, reportsProblems, open(address, depth), close() }`; `depth`
// is 1 where the study is in a frame of the page. What `open` returns is
// `{ evaluate(expression), requests(), problems(), close() }`: the value of an expression in the
// study, and what the page asked for and complained of.
import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { LIMIT, PATIENCE_MS, fileAddress } from "../browser.mjs";
import { dataAddress, readable, running } from "./contexts.mjs";
import { serve } from "./server.mjs";
import { assertFigures, assertKazakh, expectedRows, look, number, readStudy, showInKazakh, studyPath } from "./study.mjs";

// Drivers report no change of a page: it is looked at again after this time.
const STEP_MS = 100;

/**
 * Declares the tests for the browser that `launch` starts; `launch` gets the server. They open a study, or the program's own page
 * (`isWholePage`) in some of the contexts.
 */
export function testContexts(name, launch, { isWholePage = false } = {}) {
  const contexts = running.filter((context) => context.opensWholePage || !isWholePage);
  const file = () => (isWholePage ? fileURLToPath(fileAddress()) : studyPath());
  let browser;
  let server;
  let folder;
  let study;
  let expected;

  before(async () => {
    study = await readStudy(file());
    expected = await expectedRows();
    server = await serve(study.bytes);
    folder = await mkdtemp(path.join(tmpdir(), "tarazy-contexts-"));
    await copyFile(file(), path.join(folder, "study.html"));
    browser = await launch(server);
  });

  after(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens a context; returns the visit and the addresses that it may ask for. */
  async function enter(context) {
    const own = [];
    let address;
    if (context.file) {
      const file = context.frame ? path.join(folder, "page.html") : path.join(folder, "study.html");
      if (context.frame) {
        await writeFile(file, context.frame(study));
        own.push(pathToFileURL(path.join(folder, "study.html")).href);
      }
      address = pathToFileURL(file).href;
    } else if (context.frame) {
      address = server.page(context.frame(study, server));
      own.push(...context.documents(server));
    } else {
      address = server.study(context.policy);
    }
    server.takeAsked();
    const visit = await browser.open(address, context.frame ? 1 : 0);
    return { visit, own: [address, ...own] };
  }

  const call = (visit, read, ...values) => visit.evaluate(`(${read})(${values.map((value) => JSON.stringify(value)).join()})`);

  /** Looks at the page, whose document may still change, until it is as it should be, or gives up and returns what was seen last. */
  async function until(visit, isReady) {
    const end = performance.now() + PATIENCE_MS;
    let seen;
    do {
      seen = await call(visit, look).catch(() => undefined);
      if (seen !== undefined && isReady(seen)) {
        return seen;
      }
      await pause(STEP_MS);
    } while (performance.now() < end);
    assert.ok(seen, "the page can be looked at");
    return seen;
  }

  /** Asserts that nothing was asked for but the documents themselves, and no complaint made but those that belong here. */
  function assertQuiet(visit, own, complaints) {
    const isForeign = (url) => !own.includes(url.split("#")[0]) && !/^(data|blob|about):/.test(url);
    assert.deepEqual(visit.requests().filter(isForeign), [], "no request besides the document");
    const asked = server.takeAsked();
    assert.deepEqual(asked.filter(isForeign), [], "the server is asked for the document only");
    assert.equal(new Set(asked).size, asked.length, "the server is asked for each document once");
    const problems = visit.problems().filter((problem) => !complaints?.test(problem));
    assert.deepEqual(problems, [], "nothing goes wrong in the page");
  }

  for (const [index, context] of contexts.entries()) {
    test(`${name}, context ${index + 1}: ${context.name}`, LIMIT, async (t) => {
      const length = context.isDataAddress ? dataAddress(study).length : 0;
      if (length > browser.longestDataAddress) {
        t.skip(`the file as an address has ${length} characters, and the browser opens ${browser.longestDataAddress}`);
        return;
      }
      const attempt = async () => {
        const { visit, own } = await enter(context);
        try {
          await until(visit, ({ isBusy, isRunning }) => isRunning && !isBusy);
          await call(visit, showInKazakh);
          const isShown = ({ language, isBusy, rows }) => language === "kk" && !isBusy && rows.length === expected.length;
          const seen = await until(visit, isShown);
          assert.deepEqual(seen.problem, [], "the program starts");
          assertFigures(seen.rows, expected);
          assert.equal(seen.language, "kk");
          assert.equal(seen.encoding, "UTF-8");
          assertKazakh(seen.text);
          const followed = await call(visit, follow, "#figures");
          assert.equal(followed, true, "there is a link to the figures");
          const { figures } = await until(visit, (there) => there.figures > 0);
          assert.ok(figures > 0, "a link leads to the figures");
          // The context is what it is said to be.
          if (!context.mayStore) {
            assert.equal(seen.storage, context.isOpaque ? "throws" : "works");
          }
          if (context.isOpaque) {
            assert.equal(seen.origin, "null");
          }
          const hasWorker = context.hasWorker && (browser.filesHaveWorkers || !context.file);
          assert.equal(await call(visit, worker), hasWorker ? "[object Worker]" : "none");
          assertQuiet(visit, own, context.complaints);
        } finally {
          await visit.close();
        }
      };
      try {
        await attempt();
      } catch (error) {
        // Only where the browser itself has ended, which says nothing of the file.
        if (!/invalid session id/.test(error.message)) {
          throw error;
        }
        t.diagnostic("the browser ended by itself; once more in another one");
        await attempt();
      }
    });
  }

  // Nothing of the whole page can be read without a script.
  for (const context of readable.filter(({ reportsProblem }) => reportsProblem || !isWholePage)) {
    test(`${name}, readable: ${context.name}`, LIMIT, async (t) => {
      if (!context.reportsProblem && !study.isReadableWithoutScript) {
        t.skip("this file has no table outside its program");
        return;
      }
      const { visit, own } = await enter(context);
      try {
        const seen = await until(visit, ({ problem }) => !context.reportsProblem || problem.length > 0);
        assert.equal(seen.isRunning && !study.isReadableWithoutScript, false, "no program runs here");
        assert.deepEqual(seen.problem, context.reportsProblem ? ["kk", "ru", "en"] : []);
        assertKazakh(seen.text, "құі");
        if (study.isReadableWithoutScript) {
          assertReadable(seen.tables, expected);
        }
        assertQuiet(visit, own, context.complaints);
      } finally {
        await visit.close();
      }
    });
  }

  test(`${name}: a request and an error would be noticed`, LIMIT, async () => {
    const address = server.page(
      '<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Control</title>' +
        '<body><img alt="" src="http://elsewhere.invalid/picture.png"><script>throw new Error("deliberate")</script>',
    );
    server.takeAsked();
    const visit = await browser.open(address, 0);
    try {
      const end = performance.now() + PATIENCE_MS;
      const requests = [];
      let problems = [];
      const noticed = () => ({
        request: requests.some((url) => url.includes("elsewhere.invalid")),
        error: !browser.reportsProblems || problems.some((problem) => problem.includes("deliberate")),
      });
      while (!(noticed().request && noticed().error) && performance.now() < end) {
        await pause(STEP_MS);
        requests.push(...visit.requests(), ...server.takeAsked());
        problems = visit.problems();
      }
      assert.deepEqual(noticed(), { request: true, error: true });
    } finally {
      await visit.close();
    }
  });
}

/** Presses a link to a place; returns whether there is one. Sent as text. */
function follow(fragment) {
  const link = document.querySelector(`a[href^="${fragment}"]`);
  link?.click();
  return link !== null;
}

/** Whether a worker can be made here, by the page's own means. Sent as text. */
async function worker() {
  try {
    const made = await globalThis.tarazy.spawnWorker();
    made.terminate();
    return Object.prototype.toString.call(made);
  } catch {
    return "none";
  }
}

/** Asserts that the rows of the study stand in one of the tables, each in a row of its own. */
function assertReadable(tables, expected) {
  const holds = (shown, { characters, words, cells }) => {
    const left = shown.map(number);
    return [characters, words, ...cells].every((value) => {
      const at = left.findIndex((figure) => Math.abs(figure - value) <= 0.05 + 1e-9);
      return at >= 0 && left.splice(at, 1).length === 1;
    });
  };
  const rows = tables.flat();
  for (const [index, row] of expected.entries()) {
    assert.ok(rows.some((shown) => holds(shown, row)), `the figures of text ${index} can be read`);
  }
}
