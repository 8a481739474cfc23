// A host of the page that can be switched off, that holds requests back, and that changes to another
// version of the page, all at once or in part; and such versions.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

const SITE = fileURLToPath(new URL("../../dist/site", import.meta.url));
const FOLDER = "/tools/tarazy/";
const KINDS = {
  css: "text/css",
  html: "text/html",
  js: "text/javascript",
  json: "application/json",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};

const sha256 = (content) => createHash("sha256").update(content);
const integrity = (content) => `sha256-${sha256(content).digest("base64")}`;
const digits = (content) => sha256(content).digest("hex").slice(0, 16);

/** The files of the built site by their paths. */
export async function readSite() {
  const entries = await readdir(SITE, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const read = async (file) => [path.relative(SITE, file).split(path.sep).join("/"), await readFile(file)];
  return new Map(await Promise.all(files.map(read)));
}

/** The version that a page names. */
export const versionOf = (site) => / data-version="(\w+)"/.exec(site.get("index.html"))[1];

/** The name of a module's file, which has its hash. */
export const moduleFile = (site, name) => [...site.keys()].find((file) => new RegExp(`^${name}-\\w+\\.wasm$`).test(file));

/**
 * Another version of the site. Its boot script sets `testVersion`, its readers have another hash and a sample another
 * space. As in a build, page and worker name the files by their new hashes.
 */
export function nextVersion(site, name) {
  const files = new Map(site);
  const renamed = [[versionOf(site), digits(name)]];
  const change = (file, content) => {
    const before = files.get(file);
    renamed.push([integrity(before), integrity(content)], [`${file}?${digits(before)}`, `${file}?${digits(content)}`]);
    files.set(file, content);
  };
  change("boot.js", Buffer.concat([files.get("boot.js"), Buffer.from(`globalThis.testVersion = ${JSON.stringify(name)};\n`)]));
  change("samples/programmes.json", Buffer.concat([files.get("samples/programmes.json"), Buffer.from(" ")]));
  const readers = moduleFile(site, "reader");
  // A custom section with a name and nothing else, which changes no behaviour.
  change(readers, Buffer.concat([files.get(readers), Buffer.from([0, 2, 1, 65])]));
  const [before, after] = [readers.slice(0, -5), `reader-${digits(name)}`];
  renamed.push([before, after]);
  for (const ending of [".wasm", ".js"]) {
    files.set(after + ending, files.get(before + ending));
    files.delete(before + ending);
  }
  const rename = (text) => renamed.reduce((all, [from, to]) => all.replaceAll(from, to), text);
  const page = files.get("index.html");
  files.set("index.html", Buffer.from(rename(page.toString())));
  renamed.push([integrity(page), integrity(files.get("index.html"))]);
  files.set("service-worker.js", Buffer.from(rename(files.get("service-worker.js").toString())));
  return files;
}

/**
 * Serves a site below a folder, and pages beside it. As on many hosts, browsers may keep every file for ten minutes
 * without asking, unless `cacheControl` is changed.
 */
export async function serveVersions(site) {
  const pages = new Map();
  const held = new Map();
  const host = { site, pages, cacheControl: "max-age=600" };
  const server = createServer(async ({ url, headers }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const name = pathname.startsWith(FOLDER) ? pathname.slice(FOLDER.length) || "index.html" : null;
    await held.get(name);
    const content = name === null ? pages.get(pathname) : host.site.get(name);
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    const tag = `"${digits(content)}"`;
    const kind = KINDS[(name ?? pathname).split(".").pop()] ?? "text/plain";
    const isKnown = headers["if-none-match"] === tag;
    response.writeHead(isKnown ? 304 : 200, { "Content-Type": kind, "Cache-Control": host.cacheControl, ETag: tag });
    response.end(isKnown ? undefined : content);
  });
  let port = 0;
  host.start = async () => {
    await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
    ({ port } = server.address());
    host.origin = `http://127.0.0.1:${port}`;
    host.address = host.origin + FOLDER;
  };
  /** Switches the host off: nobody answers at its address. */
  host.stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  /** Holds requests for a file back; returns what lets them go. */
  host.hold = (name) => {
    let release = null;
    held.set(name, new Promise((resolve) => (release = resolve)));
    return () => {
      held.delete(name);
      release();
    };
  };
  await host.start();
  return host;
}
