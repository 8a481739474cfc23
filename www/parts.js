// The hosted page begins with a part of its program (xtask/src/late). This script, which the boot script asks, brings the rest:
// by itself when the page stands, or at once when a call cannot wait for it. The single file has the whole program and no need
// of this.
"use strict";

globalThis.tarazyParts = ({ program, unpack, fetchOwn, trusted, tellProblem }) => {
  // So long after the page stands: the first study is on its way then.
  const PAUSE_MS = 1000;

  const file = program?.dataset.rest;
  if (file === undefined) {
    return null;
  }
  const address = new URL(file, document.baseURI).href;

  // What the first part calls of the rest it calls through this: the rest joins when it is there, or at once, when a call
  // cannot wait. It is sent to workers as text, so it uses nothing from around it.
  function halves(unpack, address, failed) {
    let first = null;
    let isWhole = false;

    // A call cannot be answered later, so the thread waits. Binary content comes in signs of one byte each this way on the
    // page as well, where no other is allowed.
    function loadNow() {
      try {
        const request = new XMLHttpRequest();
        request.open("GET", address, false);
        request.overrideMimeType("text/plain; charset=x-user-defined");
        request.send();
        if (request.status !== 200) {
          throw new Error(`${address}: ${request.status}`);
        }
        const bytes = Uint8Array.from(request.responseText, (sign) => sign.charCodeAt(0) & 0xff);
        return new WebAssembly.Module(unpack(bytes));
      } catch (error) {
        failed(error);
        throw error;
      }
    }

    function standIn(slot) {
      return (...values) => {
        if (!isWhole) {
          new WebAssembly.Instance(loadNow(), { first });
          isWhole = true;
        }
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

  const own = halves(unpack, address, () => tellProblem("rest-problem"));

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

  return {
    standIns: own.standIns,
    begin: own.begin,
    forWorker: `(${inWorker})((${halves})(${unpack}, ${JSON.stringify(address)}, () => {}))`,
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
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS);
      });
      const response = await fetchOwn(file, { priority: "low" });
      rest = await WebAssembly.compile(await unpackApart(new Uint8Array(await response.arrayBuffer())));
      waiting.forEach((worker) => worker.postMessage({ rest }));
      waiting.clear();
      await own.join(rest);
    },
  };
};
