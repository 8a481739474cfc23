// The page without a network, and its newer versions: registers the service worker, finds out that
// another version is ready, changes to it, and forgets all of that. The build puts this script behind
// `boot.js` of the hosted page; the program calls it (src/browser/offline.rs).
"use strict";

(() => {
  const LOOK_AGAIN_MS = 3_600_000;
  // As in service-worker.js.
  const OUR_CACHES = "tarazy ";

  const workers = findWorkers();
  let registering = null;
  let isForgotten = false;

  // In some sandboxes even the question is an error.
  function findWorkers() {
    try {
      return navigator.serviceWorker ?? null;
    } catch {
      return null;
    }
  }

  // Keeps the page for later. Where the browser refuses, as some do in private windows, the page needs
  // the network as any other does. In a frame of another page it is only read.
  function install() {
    if (workers !== null && window.parent === window && !isForgotten) {
      registering ??= register().catch(() => null);
    }
  }

  async function register() {
    const registration = await workers.register("service-worker.js", { updateViaCache: "none" });
    registration.addEventListener("updatefound", () => follow(registration));
    follow(registration);
    let looked = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && Date.now() - looked > LOOK_AGAIN_MS) {
        looked = Date.now();
        registration.update().catch(() => {});
      }
    });
    return registration;
  }

  function follow(registration) {
    report(registration);
    registration.installing?.addEventListener("statechange", () => report(registration));
  }

  // The first worker of all takes over by itself; any later one waits until it is asked.
  function report({ waiting, active }) {
    if (waiting !== null && active !== null) {
      dispatchEvent(new CustomEvent("tarazy:version", { detail: "ready" }));
    }
  }

  // Opens the page again in its newest version.
  async function renew() {
    const waiting = (await registering)?.waiting;
    if (waiting) {
      await changed(waiting, "take over", (state) => state !== "installed" && state !== "activating");
    }
    location.reload();
  }

  // Removes the worker and what it keeps; the next visit installs it again.
  async function forget() {
    isForgotten = true;
    if (workers === null) {
      return;
    }
    const own = await registering;
    const names = await ourCaches();
    const isOurs = ({ scope }) => scope === own?.scope || names.some((name) => name.startsWith(`${OUR_CACHES}${scope} `));
    for (const registration of (await workers.getRegistrations()).filter(isOurs)) {
      if (registration.installing !== null) {
        await changed(registration.installing, "forget", (state) => state !== "installing");
      }
      await registration.unregister();
    }
    await Promise.all((await ourCaches()).map((name) => caches.delete(name)));
  }

  async function ourCaches() {
    return (await caches.keys()).filter((name) => name.startsWith(OUR_CACHES));
  }

  // Sends a message to a worker, and waits until its state is as wanted.
  function changed(worker, message, isWanted) {
    return new Promise((resolve) => {
      const look = () => isWanted(worker.state) && resolve();
      worker.addEventListener("statechange", look);
      worker.postMessage(message);
      look();
    });
  }

  globalThis.tarazyOffline = Object.freeze({ install, renew, forget });
})();
