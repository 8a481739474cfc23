// Shows the page that was drawn at build time, in the reader's language and colours, until the
// program has counted and removes it. Other places than the first table, and other preferences than
// it was drawn with, wait for the program.
"use strict";

(() => {
  const first = document.getElementById("first");
  const pages = [...first.querySelectorAll("template")];

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
      document.getElementById("boot-problem").hidden = false;
    }
    first.remove();
  }
  window.addEventListener("error", end, true);
  window.addEventListener("hashchange", end);
  for (const name of ["dragover", "drop"]) {
    window.addEventListener(name, (event) => first.isConnected && event.preventDefault());
  }

  const isStart = window.parent === window && /^#?(compare)?$/.test(location.hash) && !/[?&]view=/.test(location.search);
  if (!isStart || !first.dataset.preferences.split(" ").every(isDefault)) {
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
    content.getElementById("theme").value = theme;
  }
  first.replaceChildren(content);
})();
