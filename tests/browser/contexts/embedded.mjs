// The examples of docs/embedding.md in browsers that are not Chromium (whose tests are in
// ../embedding.test.mjs).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readExamples, serveArticles } from "../articles.mjs";
import { LIMIT, until } from "./patience.mjs";
import { studyPath } from "./study.mjs";

const STANDS = 'document.querySelectorAll(".compare-table tbody tr").length === 3';
/** The frame has the height that embed.js gave it, which is that of its content. */
const IS_FITTED =
  "Math.abs(innerHeight - Math.ceil(document.documentElement.getBoundingClientRect().height) - " +
  "Math.max(0, innerHeight - document.documentElement.clientHeight)) <= 1";

/** Declares the tests for the browser that `launch` starts. */
export function testEmbedded(name, launch) {
  let browser;
  let articles;
  let examples;

  before(async () => {
    examples = await readExamples();
    articles = await serveArticles(studyPath());
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    articles?.close();
  });

  // Firefox reports the empty document that each frame begins with.
  const assertOwn = (visit, allowed) => {
    const requests = visit.requests().filter((url) => !url.startsWith("about:"));
    articles.assertOwn({ requests, problems: visit.problems() }, allowed);
  };

  test(`example in ${name}: a frame beside an article is as high as the study`, LIMIT, async () => {
    const visit = await browser.open(articles.put(examples[0]), 1);
    await until(visit, STANDS);
    await until(visit, `innerHeight !== 480 && ${IS_FITTED}`);
    const before = await visit.evaluate("innerHeight");
    await visit.evaluate('document.querySelector(".compare-table tbody tr:last-child td.category button").click()');
    await until(visit, 'document.querySelector(".kwic tbody tr") !== null');
    await until(visit, `innerHeight > ${before} + 100 && ${IS_FITTED}`);
    assert.equal(await visit.evaluate("self.origin"), "null", "the study is in a sandbox");
    assertOwn(visit, ["/article.html", "/embed.js", "/study.html"]);
    await visit.close();
  });

  test(`example in ${name}: the element shows a cell without panels, and goes to another`, LIMIT, async () => {
    const visit = await browser.open(articles.put(examples[1]), 1);
    await until(visit, 'document.querySelector(".kwic tbody tr") !== null');
    assert.equal(await visit.evaluate('document.querySelector("#contexts-category").value'), "freedom");
    assert.equal(await visit.evaluate('getComputedStyle(document.querySelector(".page-header")).display'), "none");
    await until(visit, IS_FITTED);
    await visit.evaluateOutside('document.querySelector("button").click()');
    await until(visit, 'document.querySelector("#contexts-category")?.value === "justice"');
    assert.equal(await visit.evaluate("location.hash"), "#cell=3.justice.count&view=table");
    assertOwn(visit, ["/article.html", "/embed.js", "/study.html"]);
    await visit.close();
  });

  test(`example in ${name}: texts are counted in a page of one's own`, LIMIT, async () => {
    const visit = await browser.open(articles.put(examples[2]), 0);
    await until(visit, 'document.querySelector("#result").textContent !== ""');
    const shown = await visit.evaluate('document.querySelector("#result").textContent');
    assert.equal(shown, "7 words, freedom 2: Сөз бостандығына, Адам құқықтары");
    assertOwn(visit, ["/article.html", "/embed.js", "/tarazy.js", "/tarazy.wasm"]);
    await visit.close();
  });
}
