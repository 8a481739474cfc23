// What the page does in a frame of another page: it reports its height, goes where that page says,
// and in a narrow frame, or where the address says `view=table`, shows itself without panels. The
// build puts this script before `boot.js`.
"use strict";

(() => {
  const VERSION = 1;
  const PAUSE_MS = 100;
  const NARROW = "(max-width: 639.98px)";
  // What links to places are made of; longer ones are nobody's link.
  const FRAGMENT = /^[\w\-.~%/=&!'()*]{0,2000}$/;
  const VIEW = /(^|&)view=(table|whole)(?=&|$)/;

  const root = document.documentElement;
  const isFramed = window.parent !== window;
  // In a sandbox the address of a file from memory cannot change, not even behind its `#`.
  const isAddressFixed = location.protocol === "blob:" && self.origin === "null";
  const narrow = matchMedia(NARROW);
  let view = viewIn(location.hash) ?? viewIn(location.search);

  // Returns which view a part of the address asks for: "table", "whole" or none.
  function viewIn(part) {
    return VIEW.exec(part.slice(1))?.[2] ?? null;
  }

  function show() {
    root.classList.toggle("is-framed", isFramed);
    root.classList.toggle("is-embedded", view === "table" || (view === null && isFramed && narrow.matches));
  }

  // Opens the study with all its panels: in a window of its own, or here where the browser allows
  // none.
  function openWhole() {
    // Frames made from a string have no address that a window could open.
    const opened = /^(https?|file):$/.test(location.protocol) ? window.open(wholeAddress(), "_blank") : null;
    if (opened === null) {
      view = "whole";
      show();
      return;
    }
    try {
      opened.opener = null;
    } catch {
      // A window of another origin refuses this; it is this same page.
    }
  }

  function wholeAddress() {
    const address = new URL(location.href);
    const search = address.search.slice(1).replace(VIEW, "").replace(/^&/, "");
    const hash = address.hash.slice(1).replace(VIEW, "").replace(/^&/, "");
    address.search = search;
    address.hash = hash;
    return address.href;
  }

  // Leads to a place; where the address cannot say which, the program is called
  // (src/ui/hooks/place.rs).
  function go(fragment) {
    if (isAddressFixed) {
      dispatchEvent(new CustomEvent("tarazy:place", { detail: fragment }));
    } else {
      location.hash = fragment;
    }
  }

  show();
  narrow.addEventListener("change", show);
  addEventListener("hashchange", () => {
    view = viewIn(location.hash) ?? view;
    show();
  });
  addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-open-whole]") !== null) {
      openWhole();
    }
  });

  // A frame made from a string takes addresses from the page around it, so that a link to a place
  // in it leads nowhere.
  addEventListener("click", (event) => {
    const { target, button, defaultPrevented } = event;
    const isPlain = button === 0 && !(event.ctrlKey || event.shiftKey || event.metaKey || event.altKey);
    const link = target instanceof Element ? target.closest('a[href^="#"]') : null;
    if ((location.protocol === "about:" || isAddressFixed) && isPlain && !defaultPrevented && link !== null) {
      event.preventDefault();
      go(link.getAttribute("href").slice(1));
    }
  });

  if (!isFramed) {
    return;
  }

  let reported = 0;
  let isReportDue = false;
  let wanted = null;

  // Reports the height of the content, which never depends on that of the frame. A bar for sideways
  // scrolling needs room too.
  function reportHeight() {
    isReportDue = false;
    const bar = Math.max(0, window.innerHeight - root.clientHeight);
    const height = Math.ceil(root.getBoundingClientRect().height) + bar;
    if (height > 0 && height !== reported) {
      reported = height;
      // The height is no secret, and who is around the frame may have no origin to be named by.
      window.parent.postMessage({ type: "tarazy:height", version: VERSION, height }, "*");
    }
  }

  function reportSoon() {
    if (!isReportDue) {
      isReportDue = true;
      setTimeout(reportHeight, PAUSE_MS);
    }
  }

  function goSoon(fragment) {
    if (wanted === null) {
      setTimeout(() => {
        go(wanted);
        wanted = null;
      }, PAUSE_MS);
    }
    wanted = fragment;
  }

  addEventListener("message", ({ data, source }) => {
    if (source !== window.parent || data === null || typeof data !== "object" || data.version !== VERSION) {
      return;
    }
    if (data.type === "tarazy:hello") {
      reported = 0;
      reportSoon();
    } else if (data.type === "tarazy:go" && typeof data.fragment === "string" && FRAGMENT.test(data.fragment)) {
      goSoon(data.fragment);
    }
  });
  new ResizeObserver(reportSoon).observe(root);
})();
