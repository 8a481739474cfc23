// A journal and another site on this machine, which write down everything that they are asked for.
// Used as a proxy they write down what is meant for others as well, and answer none of it.
import { createServer } from "node:http";
import { policies } from "./contexts.mjs";

/** Starts the server; `study` are the bytes of the file under test. */
export async function serve(study) {
  const asked = [];
  const pages = new Map();
  const server = createServer((request, response) => {
    const address = request.url.startsWith("http") ? request.url : `http://${request.headers.host}${request.url}`;
    asked.push(address);
    const { pathname, host } = new URL(address);
    const own = Object.values(hosts).includes(host);
    const policy = /^\/study\/([a-z0-9-]+)\/study\.html$/.exec(pathname)?.[1];
    if (own && policy in policies) {
      answer(response, study, policies[policy]);
    } else if (own && pages.has(pathname)) {
      answer(response, pages.get(pathname), null);
    } else {
      response.writeHead(404).end();
    }
  });
  // What a proxy is asked for by https: the name of a host, and nothing is let through.
  server.on("connect", (request, socket) => {
    asked.push(`https://${request.url}`);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const hosts = { journal: `127.0.0.1:${port}`, other: `localhost:${port}` };
  return {
    /** Where the server listens, for browsers that are to use it as a proxy. */
    proxy: hosts.journal,
    /** The address of the file under test under a policy. */
    study: (policy, host = "journal") => `http://${hosts[host]}/study/${policy}/study.html`,
    /** Puts a page up and returns its address. */
    page(text) {
      const pathname = `/page/${pages.size}.html`;
      pages.set(pathname, text);
      return `http://${hosts.journal}${pathname}`;
    },
    /** Returns what was asked for since the last time, and forgets it. */
    takeAsked: () => asked.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

// No charset is named: the file itself says which it is.
function answer(response, content, policy) {
  const headers = { "Content-Type": "text/html", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };
  response.writeHead(200, policy === null ? headers : { ...headers, "Content-Security-Policy": policy }).end(content);
}
