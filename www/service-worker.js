// Keeps one version of the hosted page for times without a network. The cache of a version holds all
// of its files or does not exist, and a worker answers from the cache of its own version alone.
"use strict";

// The build fills in the version and its files by their addresses, with their hashes. A worker that
// has none removes what an earlier one has left, and then itself: a build for development, or a host
// that no longer wants one.
const VERSION = null;
const FILES = {};

const { scope } = self.registration;
// Several folders of one host may have a Tarazy each, and they share one list of caches.
const OWN_CACHES = `tarazy ${scope} `;
const CACHE = OWN_CACHES + VERSION;

const hashes = new Map(Object.entries(FILES).map(([address, hash]) => [new URL(address, scope).href, hash]));
const forgetting = new AbortController();

async function install() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all([...hashes].map(([address, integrity]) => take(cache, address, integrity)));
  } catch (error) {
    // One file of another version, as while a host is updated, and nothing is kept: the version
    // before stays, and the browser tries again at the next visit.
    forgetting.abort();
    await caches.delete(CACHE);
    throw error;
  }
}

async function take(cache, address, integrity) {
  // The browser asks the host whether what it has from loading the page is still right.
  const response = await fetch(address, { cache: "no-cache", integrity, signal: forgetting.signal });
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  // No page may be opened with a response that came by way of another address.
  const { status, headers } = response;
  await cache.put(address, response.redirected ? new Response(response.body, { status, headers }) : response);
}

async function activate() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(OWN_CACHES) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
  if (VERSION === null) {
    await self.registration.unregister();
  }
}

// Returns the address of the file that answers a request, or `null` where the network does.
function fileFor({ method, mode, url }) {
  const address = new URL(url);
  address.hash = "";
  if (mode === "navigate") {
    // What stands behind `?` is for the page.
    address.search = "";
    address.pathname = address.pathname.replace(/\/index\.html$/, "/");
  }
  return method === "GET" && hashes.has(address.href) ? address.href : null;
}

// Without its cache the worker does as if it were not there. The page checks what it gets by the
// hashes of its own version.
async function answer(request, address) {
  return (await caches.match(address, { cacheName: CACHE })) ?? fetch(request);
}

self.addEventListener("install", (event) => {
  if (VERSION === null) {
    self.skipWaiting();
  } else {
    event.waitUntil(install());
  }
});

// No `clients.claim()`: a page that came from the network goes on with the network.
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("fetch", (event) => {
  const address = fileFor(event.request);
  if (address !== null) {
    event.respondWith(answer(event.request, address));
  }
});

self.addEventListener("message", ({ data }) => {
  if (data === "take over") {
    self.skipWaiting();
  } else if (data === "forget") {
    forgetting.abort();
  }
});
