// Shows Tarazy studies in pages of articles, each in a sandboxed frame as high as its content: the
// element <tarazy-study>, and frames that the page has itself, <iframe data-tarazy>. A frame is
// never trusted: all it can do to the page is to ask for a height, within bounds and not too often.
// The build takes comments and indentation out.
"use strict";

(() => {
  if (typeof HTMLElement === "undefined" || globalThis.tarazyEmbed) {
    return;
  }
  const VERSION = 1;
  const SANDBOX = "allow-scripts allow-downloads allow-popups";
  // Heights in pixels: what is a height at all, the least that is set, and the most unless the page
  // says otherwise.
  const [LIMIT, LEAST, MOST] = [100000, 80, 8000];
  // The number of times a frame may change its height at once, and then once a second.
  const BURST = 20;
  const PAUSE_MS = 100;
  // This number of steps up, each soon after the one before, are a loop: the frame grows because it
  // was made larger.
  const [STEPS, CALM_MS] = [12, 1500];

  const watched = new Map();

  function watch(iframe, most = MOST) {
    let [wanted, height, steps, budget, last, timer] = [0, 0, 0, BURST, 0, 0];
    function apply() {
      timer = 0;
      if (wanted === height) {
        return;
      }
      const now = performance.now();
      const since = now - last;
      budget = Math.min(BURST, budget + since / 1000);
      last = now;
      if (budget < 1) {
        timer = setTimeout(apply, 1000);
        return;
      }
      steps = since > CALM_MS ? 0 : steps + (wanted > height);
      if (steps > STEPS) {
        return;
      }
      budget -= 1;
      height = wanted;
      iframe.style.height = `${height}px`;
    }
    const take = (asked) => {
      if (Number.isInteger(asked) && asked > 0 && asked <= LIMIT) {
        wanted = Math.min(Math.max(asked, LEAST), most);
        timer ||= setTimeout(apply, PAUSE_MS);
      }
    };
    watched.set(iframe, take);
    say(iframe, { type: "tarazy:hello" });
    return take;
  }

  // Nothing secret is said, and a sandboxed frame has no origin to be named by.
  function say(iframe, message) {
    iframe.contentWindow?.postMessage({ ...message, version: VERSION }, "*");
  }

  function originOf(iframe) {
    if (iframe.hasAttribute("sandbox") && !iframe.sandbox.contains("allow-same-origin")) {
      return "null";
    }
    return iframe.hasAttribute("srcdoc") ? location.origin : new URL(iframe.src, document.baseURI).origin;
  }

  addEventListener("message", ({ data, origin, source }) => {
    if (!source || data?.type !== "tarazy:height" || data.version !== VERSION) {
      return;
    }
    const frames = [...watched.keys(), ...document.querySelectorAll("iframe[data-tarazy]")];
    const frame = frames.find(({ contentWindow }) => contentWindow === source);
    if (frame && origin === originOf(frame)) {
      (watched.get(frame) ?? watch(frame))(data.height);
    }
  });

  class StudyElement extends HTMLElement {
    static observedAttributes = ["src", "title", "view"];
    #frame = null;
    #study = null;
    #place = "";
    #view = "";

    connectedCallback() {
      this.style.display ||= "block";
      this.#show();
    }

    disconnectedCallback() {
      this.#hide();
    }

    attributeChangedCallback(name, before, after) {
      if (!this.#frame || before === after) {
        return;
      }
      if (name === "title") {
        this.#frame.title = after;
      } else {
        this.#show();
      }
    }

    // A whole study.html as a string, in the place of an address.
    set study(text) {
      this.#study = text;
      if (this.#frame) {
        this.#show();
      }
    }

    // Leads the study to a place, named as in its address: "cell=2.freedom.share".
    go(fragment) {
      this.#place = String(fragment).replace(/^#/, "");
      this.#send();
    }

    // Leads to a cell: the text's number from 1, the category's path, the measure's name.
    cell(text, category, measure = "share") {
      this.go(`cell=${text}.${encodeURIComponent(category).replaceAll("%2F", "/")}.${measure}`);
    }

    #send() {
      const fragment = [this.#place, this.#view].filter(Boolean).join("&");
      if (this.#frame && fragment && (this.#place || this.#study !== null)) {
        say(this.#frame, { type: "tarazy:go", fragment });
      }
    }

    #hide() {
      watched.delete(this.#frame);
      this.#frame?.remove();
      this.#frame = null;
    }

    #show() {
      this.#hide();
      const number = (name, usual) => Number.parseInt(this.getAttribute(name), 10) || usual;
      const view = this.getAttribute("view");
      this.#view = view ? `view=${encodeURIComponent(view)}` : "";
      const frame = document.createElement("iframe");
      frame.setAttribute("sandbox", SANDBOX);
      frame.allow = "clipboard-write";
      frame.loading = "lazy";
      frame.title = this.title || "Tarazy";
      frame.style.cssText = `display:block;width:100%;border:0;height:${number("height", 480)}px`;
      if (this.#study !== null) {
        frame.srcdoc = this.#study;
      } else {
        const address = new URL(this.getAttribute("src") ?? "", document.baseURI);
        if (!/^(https?|file|blob|data):$/.test(address.protocol)) {
          return;
        }
        address.hash = [address.hash.slice(1), this.#view].filter(Boolean).join("&");
        frame.src = address;
      }
      frame.addEventListener("load", () => this.#send());
      this.replaceChildren(frame);
      this.#frame = frame;
      watch(frame, Math.min(number("max-height", MOST), LIMIT));
    }
  }

  customElements.define("tarazy-study", StudyElement);
  for (const frame of document.querySelectorAll("iframe[data-tarazy]")) {
    watch(frame);
  }
  globalThis.tarazyEmbed = Object.freeze({ StudyElement });
})();
