// The places in which people open a supplement, and what each allows. In the `running` ones the
// study is shown and runs; in the `readable` ones no program can run, and what can be read without
// one must stay readable.

/** A policy of content security, as the server of a journal or repository may send it with the file. */
export const policies = {
  plain: null,
  sandbox: "sandbox allow-scripts",
  strict: "script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:; connect-src data: blob:",
  "no-worker": "script-src 'unsafe-inline' 'wasm-unsafe-eval'; worker-src 'none'; connect-src data: blob:",
  "trusted-types": "require-trusted-types-for 'script'",
  "no-wasm": "script-src 'unsafe-inline' blob:; worker-src blob:; connect-src data: blob:",
  "no-inline": "default-src 'self'",
};

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** A file as an address, no longer than it must be. */
export const dataAddress = ({ text }) => `data:text/html,${encodeURI(text).replaceAll("#", "%23")}`;

/** A page that holds the study in a frame. */
function page(frame) {
  return (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<link rel="icon" href="data:,">\n' +
    `<title>An article</title>\n</head>\n<body>\n<h1>An article</h1>\n<iframe title="Supplement" width="1200" height="900" ${frame}>` +
    "</iframe>\n</body>\n</html>\n"
  );
}

const byAddress = (sandbox, policy = "plain", host = "journal") => ({
  frame: (study, server) => page(`${sandbox} src="${server.study(policy, host)}"`),
  documents: (server) => [server.study(policy, host)],
});

const inside = (attribute) => ({ frame: (study) => page(attribute(study)), documents: () => [] });

const SCRIPTS = 'sandbox="allow-scripts"';
// As previewers of repositories do: fetch the file, then show it from memory.
const byBlob = {
  frame: (study, server) =>
    page(SCRIPTS) +
    `<script>fetch("${server.study("plain")}").then((answer) => answer.blob()).then((file) => {
  document.querySelector("iframe").src = URL.createObjectURL(file);
});</script>\n`,
  documents: (server) => [server.study("plain")],
};

const BLOCKED_WORKER = /worker|content.security.policy|blob:/i;
// Firefox reports no more than `Object(0)` of an error that the page itself writes to the console.
const BLOCKED_WASM = /wasm|webassembly|content.security.policy|unsafe-eval|^Object\(0\)/i;

/**
 * Each context: `name`; where the page is (`file`, else a server); `policy` of the study's answer, or the `frame` that holds
 * it with the `documents` which that loads; whether its origin `isOpaque` (then storage throws), or the browser `mayStore` or
 * not; whether a worker can be had (`hasWorker`); complaints of the browser that belong there (`complaints`); whether the
 * program's own page, which starts in the same way as a study, is opened there too (`opensWholePage`).
 */
export const running = [
  { name: "a file, opened by itself", file: true, opensWholePage: true, hasWorker: true },
  { name: "http, opened by itself", policy: "plain", opensWholePage: true, hasWorker: true },
  { name: "a frame of the same origin, as journals on OJS have it", ...byAddress(""), hasWorker: true },
  // Browsers differ in what a frame of another site may store.
  { name: "a frame of another site", ...byAddress("", "plain", "other"), mayStore: true, hasWorker: true },
  { name: "a sandboxed frame by src", ...byAddress(SCRIPTS), isOpaque: true, hasWorker: true },
  {
    name: "a sandboxed frame by srcdoc",
    ...inside(({ text }) => `${SCRIPTS} srcdoc="${escaped(text)}"`),
    opensWholePage: true,
    isOpaque: true,
    hasWorker: true,
  },
  {
    name: "a sandboxed frame by data:",
    // Without a charset: the file itself says which it is.
    ...inside((study) => `${SCRIPTS} src="${escaped(dataAddress(study))}"`),
    isDataAddress: true,
    opensWholePage: true,
    isOpaque: true,
    hasWorker: true,
  },
  { name: "a sandboxed frame by blob:", ...byBlob, opensWholePage: true, isOpaque: true, hasWorker: true },
  { name: "a sandboxed frame that keeps its origin", ...byAddress('sandbox="allow-scripts allow-same-origin"'), hasWorker: true },
  { name: "the policy `sandbox`, opened by itself", policy: "sandbox", isOpaque: true, hasWorker: true },
  { name: "the policy `sandbox`, in a frame", ...byAddress("", "sandbox"), isOpaque: true, hasWorker: true },
  { name: "a file in the frame of a file", file: true, frame: () => page('src="study.html"'), hasWorker: true },
  { name: "a strict policy that allows what the file needs", policy: "strict", hasWorker: true },
  { name: "a policy that allows no worker", policy: "no-worker", hasWorker: false, complaints: BLOCKED_WORKER },
  { name: "a policy of trusted types", policy: "trusted-types", hasWorker: true },
];

/** As above; `reportsProblem` where a script can still say that the program does not run. */
export const readable = [
  { name: "a policy that allows no WebAssembly", policy: "no-wasm", reportsProblem: true, complaints: BLOCKED_WASM },
  { name: "a policy that allows no inline script", policy: "no-inline", reportsProblem: false, complaints: /content.security.policy|inline|refused/i },
];
