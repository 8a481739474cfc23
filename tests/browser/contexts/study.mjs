// The file under test and the figures that its table must show, which come from the command line
// and not from any browser.
//
// TARAZY_STUDY names the file (else TARAZY_FILE, the whole page in one file); TARAZY_REPORT names
// the report as JSON that `tarazy count --format json` made of the texts in that file. Without it
// the texts of the first sample are counted.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PROGRAM, build } from "../command-line.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const FIRST_SAMPLE = ["kaz", "rus", "eng"].map((language) => path.join(root, `www/samples/udhr-${language}.txt`));

/** Letters that Kazakh has beside the Russian ones; the rarest, һ, is not on every page. */
const KAZAKH = "әғқңөұүі";

/** Where the file under test lies. */
export function studyPath() {
  const file = process.env.TARAZY_STUDY ?? process.env.TARAZY_FILE;
  assert.ok(file, "TARAZY_FILE is not set; run the browser tests by: cargo xtask test build browser");
  return file;
}

/** A file under test: its bytes and its text, and whether its table can be read without any script. */
export async function readStudy(file = studyPath()) {
  const bytes = await readFile(file);
  const text = bytes.toString();
  return { bytes, text, isReadableWithoutScript: /<table[\s>]/.test(text.replace(/<(script|style|template)[\s>].*?<\/\1>/gs, "")) };
}

/** The rows that the table must show: sizes, cells and sum of each text, as numbers. */
export async function expectedRows() {
  const { measure, documents } = await report();
  const scale = measure === "share" ? 100 : 1;
  return documents.map(({ characters, words, counts, values }) => ({
    characters,
    words,
    cells: Object.values(values).map((value) => value * scale),
    sum: Object.values(counts).reduce((sum, count) => sum + count, 0),
  }));
}

async function report() {
  if (process.env.TARAZY_REPORT) {
    return JSON.parse(await readFile(process.env.TARAZY_REPORT, "utf8"));
  }
  await build();
  const options = ["count", ...FIRST_SAMPLE, "--measure", "share", "--format", "json"];
  const { stdout } = await promisify(execFile)(PROGRAM, options, { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

/**
 * What stands on the page. Runs inside the page, where it is sent as text, so it uses nothing from around it.
 *
 * `rows` are those of the table of comparison; `figures` how many marks of figures lead somewhere; `tables` are the texts of the
 * cells of every table that can be seen.
 */
export function look() {
  const isSeen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility === "visible";
  };
  const all = (selector, within) => [...(within ?? document).querySelectorAll(selector)];
  const text = (element) => element?.textContent ?? "";
  const storage = () => {
    try {
      localStorage.setItem("tarazy-probe", "1");
      localStorage.removeItem("tarazy-probe");
      return "works";
    } catch {
      return "throws";
    }
  };
  return {
    language: document.documentElement.lang,
    encoding: document.characterSet,
    origin: self.origin,
    storage: storage(),
    isBusy: document.querySelector('[aria-busy="true"]') !== null,
    isRunning: document.querySelector("#app .compare-table tbody tr") !== null && document.getElementById("first") === null,
    text: document.body.innerText,
    rows: all(".compare-table tbody tr").filter(isSeen).map((row) => ({
      sizes: all("td.size", row).map(text),
      cells: all("td.category", row).map((cell) => text(cell.querySelector(".value"))),
      sum: text(row.querySelector("td.total, td:last-child")),
    })),
    tables: all("table").filter(isSeen).map((table) => all("tr", table).map((row) => all("th, td", row).map(text))),
    figures: all("main svg a").filter(isSeen).length,
    problem: all("#boot-problem [lang]").filter(isSeen).map((sentence) => sentence.lang),
  };
}

/** Presses the button that shows the page in Kazakh, where the program runs. Sent as text, as `look` is. */
export function showInKazakh() {
  const menu = document.querySelector("#settings");
  const press = () => {
    const button = menu.querySelector('button[lang="kk"]');
    if (button) {
      button.click();
    } else {
      // The menu is drawn once it is open.
      setTimeout(press, 10);
    }
  };
  if (menu) {
    menu.open = true;
    press();
  }
}

/** Reads a number as the page writes it: spaces between thousands, a comma or a point, signs of a true minus. */
export function number(shown) {
  return Number(shown.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".").replace("−", "-"));
}

/** Asserts that the table shows the figures of the command line. */
export function assertFigures(rows, expected) {
  assert.equal(rows.length, expected.length, "a row for each text");
  for (const [index, { characters, words, cells, sum }] of expected.entries()) {
    const row = rows[index];
    assert.deepEqual(row.sizes.map(number), [characters, words], `sizes of text ${index}`);
    assert.equal(row.cells.length, cells.length, `a cell for each category of text ${index}`);
    for (const [column, cell] of row.cells.entries()) {
      const shown = number(cell);
      assert.ok(Math.abs(shown - cells[column]) <= 0.05 + 1e-9, `text ${index}, category ${column}: ${cell} is ${cells[column]}`);
    }
    assert.equal(number(row.sum), sum, `sum of text ${index}`);
  }
}

/** Asserts that Kazakh stands on the page as it is written, and that these letters of it do. */
export function assertKazakh(text, letters = KAZAKH) {
  const lower = text.toLowerCase();
  assert.deepEqual([...letters].filter((letter) => !lower.includes(letter)), [], "the Kazakh letters stand on the page");
  // U+FFFD, and how UTF-8 looks when it is read as Windows-1252 or Windows-1251.
  assert.doesNotMatch(text, /\ufffd|Ð[\u0080-\u00bf]|Ò[›£]|Ó™|Т›|У©/);
}
