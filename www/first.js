// Shows the page that was drawn at build time, in the reader's language and colours, until the
// program has counted and removes it. Other places than the first table, other preferences than it
// was drawn with, and a study that the browser keeps, wait for the program.
"use strict";

(() => {
  const first = document.getElementById("first");
  const pages = [...first.querySelectorAll("template")];
  // A single file has none.
  const scripts = [...document.querySelectorAll("script[src]")];
  let hasFailed = false;

  // As in src/browser/storage.rs and src/ui/state/preferences.rs.
  function kept(name) {
    try {
      return localStorage.getItem(`tarazy.${name}`);
    } catch {
      return null;
    }
  }

  function isDefault(preference) {
    const [name, value] = preference.split("=");
    return (kept(name) ?? value) === value;
  }

  // Where the program does not come, the page must not look as if it had; no dropped file is opened
  // in its place.
  function end(event) {
    if (event.type === "error" && event.target instanceof HTMLScriptElement) {
      fail();
    }
    first.remove();
  }

  // A script is missing, or of another version than this page. What the browser keeps may be the
  // reason: the next load is to find what the host has.
  function fail() {
    if (!hasFailed) {
      hasFailed = true;
      document.getElementById("boot-problem").hidden = false;
      scripts.forEach(({ src }) => fetch(src, { cache: "reload" }).catch(() => {}));
    }
    first.remove();
  }
  window.addEventListener("error", end, true);
  // Some scripts fail before this one listens.
  document.addEventListener("DOMContentLoaded", () => {
    if (scripts.length > 0 && (typeof tarazy === "undefined" || typeof wasm_bindgen === "undefined")) {
      fail();
    }
  });
  window.addEventListener("hashchange", end);
  for (const name of ["dragover", "drop"]) {
    window.addEventListener(name, (event) => first.isConnected && event.preventDefault());
  }

  const isStart = window.parent === window && /^#?(compare)?$/.test(location.hash) && !/[?&]view=/.test(location.search);
  if (!isStart || kept("studies") !== null || !first.dataset.preferences.split(" ").every(isDefault)) {
    first.remove();
    return;
  }
  const preferred = [kept("language"), ...navigator.languages.map((tag) => tag.split("-")[0]), "en"];
  const language = preferred.find((code) => pages.some((page) => page.lang === code));
  const root = document.documentElement;
  root.lang = language;
  const { content } = pages.find((page) => page.lang === language);
  const theme = kept("theme");
  if (theme === "light" || theme === "dark") {
    root.dataset.theme = theme;
  }
  first.replaceChildren(content);
})();
