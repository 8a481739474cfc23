// A client of WebDriver: the few verbs that the contexts need.

/** Starts a session with the driver at `address`; `capabilities` are those that the browser must have. */
export async function connect(address, capabilities) {
  const { sessionId } = await command("POST", `${address}/session`, { capabilities: { alwaysMatch: capabilities } });
  const session = `${address}/session/${sessionId}`;
  return {
    navigate: (url) => command("POST", `${session}/url`, { url }),
    /** Turns to the page itself, then to the frame of this number, if one is given. */
    async turnTo(frame) {
      await command("POST", `${session}/frame`, { id: null });
      if (frame !== undefined) {
        await command("POST", `${session}/frame`, { id: frame });
      }
    },
    /** Returns the value of an expression. */
    async evaluate(expression) {
      const script =
        `const done = arguments[0]; (async () => (${expression}))()` +
        ".then((value) => done({ value }), (error) => done({ error: String(error) }));";
      const { value, error } = await command("POST", `${session}/execute/async`, { script, args: [] });
      if (error !== undefined) {
        throw new Error(error);
      }
      return value;
    },
    close: () => command("DELETE", session),
  };
}

async function command(method, url, body) {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) {
    throw new Error(`${value.error}: ${value.message}`);
  }
  return value;
}
