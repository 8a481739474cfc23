// A client of WebDriver BiDi: commands go out by their number, answers and events come in.
import { WebSocket } from "ws";

/** Connects to the browser that listens at `address` and starts a session. */
export async function connect(address) {
  const socket = new WebSocket(`${address}/session`, { maxPayload: 1 << 28, perMessageDeflate: false });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  const waiting = new Map();
  const listeners = new Set();
  let sent = 0;
  socket.on("message", (data) => {
    const message = JSON.parse(data);
    if (message.type === "event") {
      listeners.forEach((listener) => listener(message.method, message.params));
      return;
    }
    const { resolve, reject } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.type === "success") {
      resolve?.(message.result);
    } else {
      reject?.(new Error(`${message.error}: ${message.message}`));
    }
  });
  socket.on("close", () => waiting.forEach(({ reject }) => reject(new Error("the browser closed the connection"))));
  const client = {
    /** Sends a command and returns its result. */
    send(method, params = {}) {
      sent += 1;
      socket.send(JSON.stringify({ id: sent, method, params }));
      return new Promise((resolve, reject) => waiting.set(sent, { resolve, reject }));
    },
    /** Calls `listener(method, params)` for every event; returns what ends that. */
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => socket.close(),
  };
  await client.send("session.new", { capabilities: {} });
  return client;
}
