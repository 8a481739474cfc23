// The studies that a browser keeps, as the tests read them, and how a text gets into one. What is
// asked of the page is asked by expressions as text, which work in Chromium and Firefox alike.
import { until, untilSeen } from "./contexts/patience.mjs";

/** Returns the heads of the kept studies, which are JSON behind two lines of their records. Sent as text. */
async function readHeads() {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  // To open a database that is not there would make it.
  if (!(await indexedDB.databases()).some(({ name }) => name === "tarazy")) {
    return [];
  }
  const database = await done(indexedDB.open("tarazy"));
  try {
    if (!database.objectStoreNames.contains("studies")) {
      return [];
    }
    const heads = await done(database.transaction("studies").objectStore("studies").getAll());
    return heads.map((head) => JSON.parse(head.split("\n")[2]));
  } finally {
    database.close();
  }
}

/** The heads of the kept studies. */
export const keptHeads = (visit) => visit.evaluate(`(${readHeads})()`);

/** Waits until a head is as `claim` wants it, and returns that: a page that is left at once loses the last moment. */
export function kept(visit, claim) {
  return untilSeen(
    async () => (await keptHeads(visit)).find(claim),
    async () => `kept: ${claim}, found ${JSON.stringify(await keptHeads(visit).catch(String))}`,
  );
}

/** Adds a text by the form on the page of texts. */
export async function addByForm(visit, text) {
  await visit.evaluate(`void (location.hash = "#texts")`);
  await until(visit, `document.querySelector("#add-area") !== null`);
  await visit.evaluate(`(() => {
    const area = document.querySelector("#add-area");
    area.value = ${JSON.stringify(text)};
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  })()`);
  await until(visit, `!document.querySelector(".add-form button").disabled`);
  await visit.evaluate(`document.querySelector(".add-form button").click()`);
}
