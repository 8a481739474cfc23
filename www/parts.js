// The hosted page begins with a part of its program (xtask/src/late). This script, which the boot script asks, brings the rest:
// by itself when the page stands, or at once when a call cannot wait for it. The single file has the whole program and no need
// of this.
"use strict";

globalThis.tarazyParts = ({ program, unpack, fetchOwn, trusted, tellProblem }) => {
  // So long after the page stands: the first study is on its way then. Where the connection fails, each pause is twice as long
  // as the one before, up to a minute.
  const PAUSE_MS = 1000;
  const LONGEST_PAUSE_MS = 60_000;

  const file = program?.dataset.rest;
  if (file === undefined) {
    return null;
  }
  const address = new URL(file, document.baseURI).href;

  // What the first part calls of the rest it calls through this: the rest joins when it is there, or at once, when a call
  // cannot wait. It is sent to workers as text, so it uses nothing from around it.
  // `tryAgain` is asked where it cannot be had; it says no when the call is to fail.
  function halves(unpack, address, tryAgain) {
    let first = null;
    let isWhole = false;

    // A call cannot be answered later, so the thread waits. Binary content comes in signs of one byte each this way on the
    // page as well, where no other is allowed.
    function loadNow() {
      const request = new XMLHttpRequest();
      request.open("GET", address, false);
      request.overrideMimeType("text/plain; charset=x-user-defined");
      request.send();
      if (request.status !== 200) {
        throw new Error(`${address}: ${request.status}`);
      }
      const bytes = Uint8Array.from(request.responseText, (sign) => sign.charCodeAt(0) & 0xff);
      return new WebAssembly.Module(unpack(bytes));
    }

    // A call that fails leaves the program in the middle of its work, so it fails only where nothing else is left.
    function joinNow() {
      while (!isWhole) {
        try {
          new WebAssembly.Instance(loadNow(), { first });
          isWhole = true;
        } catch (error) {
          if (!tryAgain()) {
            throw error;
          }
        }
      }
    }

    function standIn(slot) {
      return (...values) => {
        joinNow();
        return first.functions.get(slot)(...values);
      };
    }

    return {
      standIns: new Proxy({}, { get: (_, slot) => standIn(Number(slot)) }),
      begin: (exports) => {
        first = exports;
      },
      // A rest of another day than the first part is refused here and above.
      join: async (rest) => {
        if (!isWhole) {
          await WebAssembly.instantiate(rest, { first });
          isWhole = true;
        }
      },
    };
  }

  // The same in a worker, as text; there the page also sends the rest, as a message that is nobody else's.
  function inWorker(own) {
    self.addEventListener("message", (event) => {
      if (event.data?.rest instanceof WebAssembly.Module) {
        event.stopImmediatePropagation();
        // Where it does not join now, it is fetched when it is called.
        own.join(event.data.rest).catch(() => {});
      }
    });
    return own;
  }

  // A question holds the page as it is until it is answered. Some frames may ask none; the answer is no there.
  function asksToTryAgain() {
    const { lang } = document.documentElement;
    const question = document.querySelector(`#rest-question [lang="${lang}"]`) ?? document.querySelector("#rest-question [lang]");
    if (question !== null && globalThis.confirm(question.textContent)) {
      return true;
    }
    tellProblem("rest-problem");
    return false;
  }

  const own = halves(unpack, address, asksToTryAgain);

  // The rest as the page has it, and the workers that wait for it.
  let rest = null;
  const waiting = new Set();

  // Unpacks in a worker, so that the page answers meanwhile; where there is none, on the page.
  async function unpackApart(packed) {
    const listen = `onmessage = ({ data }) => { const bytes = (${unpack})(data); postMessage(bytes, [bytes.buffer]); };`;
    const script = URL.createObjectURL(new Blob([listen], { type: "text/javascript" }));
    let made = null;
    try {
      made = new Worker(trusted.createScriptURL(script));
      return await new Promise((resolve, reject) => {
        made.addEventListener("message", ({ data }) => resolve(data));
        made.addEventListener("error", (event) => {
          event.preventDefault();
          reject(new Error(event.message || "no worker unpacks the program"));
        });
        made.postMessage(packed);
      });
    } catch {
      return unpack(packed);
    } finally {
      made?.terminate();
      URL.revokeObjectURL(script);
    }
  }

  // Resolves after a pause, or when the browser finds a connection again.
  function pauseOf(duration) {
    return new Promise((resolve) => {
      const listening = new AbortController();
      const end = () => {
        listening.abort();
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, duration);
      globalThis.addEventListener("online", end, { signal: listening.signal });
    });
  }

  // Fetches the rest, however often the connection fails.
  async function fetchRest() {
    for (let pause = PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await pauseOf(pause);
      try {
        const response = await fetchOwn(file, { priority: "low" });
        return new Uint8Array(await response.arrayBuffer());
      } catch {
        // Nobody waits for it now; who needs it is asked.
      }
    }
  }

  return {
    standIns: own.standIns,
    begin: own.begin,
    // A worker asks nobody: its call fails, and the page makes another one.
    forWorker: `(${inWorker})((${halves})(${unpack}, ${JSON.stringify(address)}, () => false))`,
    // Sends the rest to a worker, now or when it is there.
    hand: (worker) => {
      if (rest === null) {
        waiting.add(worker);
      } else {
        worker.postMessage({ rest });
      }
    },
    // Resolves when the page has all of the program.
    load: async () => {
      rest = await WebAssembly.compile(await unpackApart(await fetchRest()));
      waiting.forEach((worker) => worker.postMessage({ rest }));
      waiting.clear();
      await own.join(rest);
    },
  };
};
