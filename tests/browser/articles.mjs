// A site with an article beside which a study and the engine lie, and the examples of
// docs/embedding.md to put into the article.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const KINDS = { html: "text/html", js: "text/javascript", wasm: "application/wasm" };

const article = (content) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>An article</title></head>` +
  `<body><h1>An article</h1>${content}</body></html>`;

/** The examples, as they stand in the document. */
export async function readExamples() {
  const document = await readFile(path.join(root, "docs/embedding.md"), "utf8");
  return [...document.matchAll(/^```html\n(.*?)^```$/gms)].map(([, code]) => code);
}

/**
 * Starts the site; `study` is the path of the file beside the article. `pages` are its contents by path; `put` writes an article
 * with this content and returns its address.
 */
export async function serveArticles(study) {
  const pages = new Map([["/study.html", await readFile(study)]]);
  for (const name of ["tarazy.js", "tarazy.wasm", "embed.js"]) {
    pages.set(`/${name}`, await readFile(path.join(root, "dist/npm", name)));
  }
  let asked = [];
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    asked.push(pathname);
    const content = pages.get(pathname);
    const kind = KINDS[pathname.split(".").pop()];
    response.writeHead(content === undefined ? 404 : 200, { "Content-Type": kind ?? "text/plain", "Cache-Control": "no-store" });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    pages,
    /** Asserts that an article asked this site for these paths and nobody for anything else, and that nothing went wrong. */
    assertOwn({ requests, problems }, allowed) {
      const isForeign = (url) => !url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url);
      assert.deepEqual(requests.filter(isForeign), []);
      assert.deepEqual([...new Set(asked)].sort(), allowed);
      assert.deepEqual(problems, []);
    },
    put(content) {
      pages.set("/article.html", article(content));
      asked = [];
      return `${origin}/article.html`;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
