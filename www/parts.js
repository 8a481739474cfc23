// The hosted page begins with a part of its program (xtask/src/late). This script, which the boot script asks, brings the rest:
// by itself when the page stands, or at once when a call cannot wait for it. It unpacks both too. The single file has the whole
// program, packed in another way, and no need of this.
"use strict";

// Unpacks a file in the format `.lzma` (LZMA SDK, "lzma-specification.txt") whose head tells its size. Browsers unpack no
// format themselves that packs the program as small.
globalThis.tarazyUnpackLzma = function unpackLzma(packed) {
  const properties = packed[0];
  const literalBits = properties % 9;
  const literalMask = (1 << (Math.floor(properties / 9) % 5)) - 1;
  const positionMask = (1 << Math.floor(properties / 45)) - 1;
  const head = new DataView(packed.buffer, packed.byteOffset, 18);
  const size = head.getUint32(5, true);
  const unpacked = new Uint8Array(size);

  // Where the models of each kind begin among all of them.
  const [isMatch, isRepeat, isRepeat0, isRepeat1, isRepeat2, isLong, slots, distances, align] = [
    0, 192, 204, 216, 228, 240, 432, 688, 803,
  ];
  const [matchLength, repeatLength, literals] = [819, 1333, 1847];
  const models = new Uint16Array(literals + (0x300 << (literalBits + Math.log2(literalMask + 1)))).fill(1024);

  // Numbers beyond 31 bits are quick in a typed array only.
  const coder = new Uint32Array([0xffffffff, head.getUint32(14)]);
  let next = 18;

  function bit(index) {
    const model = models[index];
    const bound = (coder[0] >>> 11) * model;
    let found = 0;
    if (coder[1] < bound) {
      coder[0] = bound;
      models[index] = model + ((2048 - model) >> 5);
    } else {
      coder[0] -= bound;
      coder[1] -= bound;
      models[index] = model - (model >> 5);
      found = 1;
    }
    if (coder[0] < 0x1000000) {
      coder[0] <<= 8;
      coder[1] = (coder[1] << 8) | packed[next++];
    }
    return found;
  }

  function tree(first, bits) {
    let node = 1;
    for (let left = bits; left > 0; left -= 1) {
      node = (node << 1) | bit(first + node);
    }
    return node - (1 << bits);
  }

  function reverseTree(first, bits) {
    let node = 1;
    let value = 0;
    for (let index = 0; index < bits; index += 1) {
      const found = bit(first + node);
      node = (node << 1) | found;
      value |= found << index;
    }
    return value;
  }

  function plain(bits) {
    let value = 0;
    for (let left = bits; left > 0; left -= 1) {
      coder[0] >>>= 1;
      const found = coder[1] >= coder[0] ? 1 : 0;
      if (found) {
        coder[1] -= coder[0];
      }
      if (coder[0] < 0x1000000) {
        coder[0] <<= 8;
        coder[1] = (coder[1] << 8) | packed[next++];
      }
      value = (value << 1) | found;
    }
    return value;
  }

  function length(first, position) {
    if (bit(first) === 0) {
      return 2 + tree(first + 2 + (position << 3), 3);
    }
    if (bit(first + 1) === 0) {
      return 10 + tree(first + 130 + (position << 3), 3);
    }
    return 18 + tree(first + 258, 8);
  }

  function distance(matched) {
    const slot = tree(slots + (Math.min(matched - 2, 3) << 6), 6);
    if (slot < 4) {
      return slot;
    }
    const bits = (slot >> 1) - 1;
    const start = (2 | (slot & 1)) << bits;
    return slot < 14
      ? start + reverseTree(distances + start - slot, bits)
      : start + (plain(bits - 4) << 4) + reverseTree(align, 4);
  }

  let state = 0;
  let [last, second, third, fourth] = [0, 0, 0, 0];
  let at = 0;
  while (at < size) {
    const position = at & positionMask;
    if (bit(isMatch + (state << 4) + position) === 0) {
      const before = at > 0 ? unpacked[at - 1] : 0;
      const first = literals + 0x300 * (((at & literalMask) << literalBits) + (before >> (8 - literalBits)));
      let symbol = 1;
      if (state >= 7) {
        let guess = unpacked[at - last - 1];
        while (symbol < 0x100) {
          const guessed = (guess >> 7) & 1;
          guess <<= 1;
          const found = bit(first + ((1 + guessed) << 8) + symbol);
          symbol = (symbol << 1) | found;
          if (guessed !== found) {
            break;
          }
        }
      }
      while (symbol < 0x100) {
        symbol = (symbol << 1) | bit(first + symbol);
      }
      unpacked[at++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count = 1;
    if (bit(isRepeat + state) === 0) {
      [fourth, third, second] = [third, second, last];
      count = length(matchLength, position);
      last = distance(count);
      state = state < 7 ? 7 : 10;
    } else {
      let isShort = false;
      if (bit(isRepeat0 + state) === 0) {
        isShort = bit(isLong + (state << 4) + position) === 0;
      } else if (bit(isRepeat1 + state) === 0) {
        [last, second] = [second, last];
      } else if (bit(isRepeat2 + state) === 0) {
        [last, second, third] = [third, last, second];
      } else {
        [last, second, third, fourth] = [fourth, last, second, third];
      }
      count = isShort ? 1 : length(repeatLength, position);
      state = isShort ? (state < 7 ? 9 : 11) : state < 7 ? 8 : 11;
    }
    for (const end = Math.min(at + count, size); at < end; at += 1) {
      unpacked[at] = unpacked[at - last - 1];
    }
  }
  return unpacked;
};

globalThis.tarazyParts = ({ program, fetchOwn, answerApart, tellProblem }) => {
  // So long after the page stands: the first study is on its way then. Where the connection fails, each pause is twice as long
  // as the one before, up to a minute.
  const PAUSE_MS = 1000;
  const LONGEST_PAUSE_MS = 60_000;

  const unpack = globalThis.tarazyUnpackLzma;
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
      const packed = await fetchRest();
      // In a worker the page answers meanwhile; where there is none it waits.
      const bytes = await answerApart(unpack, packed).catch(() => unpack(packed));
      rest = await WebAssembly.compile(bytes);
      waiting.forEach((worker) => worker.postMessage({ rest }));
      waiting.clear();
      await own.join(rest);
    },
  };
};
