// How much of documents is read, beside pdftotext for PDF files. The folder has the files, a list of
// them (`manifest.tsv`: file, format, reference, column) and their texts as a person reads them; a
// reference `refused` is a file that must be refused by name. Words are runs of letters and digits in
// small letters, without soft hyphens and marks. `cargo xtask bench --documents FOLDER` runs this.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const LIMIT_MS = 60_000;
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;
const [folder] = process.argv.slice(2);

/** How often each word stands in a text. */
function words(text) {
  const plain = text.replace(UNSEEN, "").normalize("NFC").toLowerCase().replace(/[\u2019\u02bc]/gu, "'");
  const counts = new Map();
  for (const [word] of plain.replace(/\p{M}/gu, "").matchAll(WORD)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const sum = (counts) => [...counts.values()].reduce((all, count) => all + count, 0);

/** The share of the words of one text that stand in another. */
function share(counts, others) {
  const common = [...counts].reduce((all, [word, count]) => all + Math.min(count, others.get(word) ?? 0), 0);
  return counts.size === 0 ? 1 : common / sum(counts);
}

/** Runs a program on a file; returns what it prints. */
function run(program, args) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8", timeout: LIMIT_MS, maxBuffer: 1 << 28,
  });
  return { status, stdout: stdout ?? "", stderr: stderr ?? "", seconds: (performance.now() - start) / 1_000 };
}

function compare({ status, stdout, seconds }, reference) {
  const [wanted, read] = [words(reference), words(status === 0 ? stdout : "")];
  return { recall: share(wanted, read), precision: share(read, wanted), seconds };
}

const [head, ...lines] = readFileSync(path.join(folder, "manifest.tsv"), "utf8").trimEnd().split(/\r?\n/u);
const names = head.split("\t");
const files = lines.map((line) => {
  const cells = line.split("\t");
  return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
});

/** What was read of each format, and of PDF by pdftotext. */
const results = new Map();
const of = (format) => {
  results.set(format, results.get(format) ?? { read: [], refused: 0, refusals: 0 });
  return results.get(format);
};
for (const { file, format, reference, column } of files) {
  const name = path.join(folder, file);
  const own = run(process.env.TARAZY_PROGRAM, ["text", ...(column ? ["--column", column] : []), name]);
  if (reference === "refused") {
    const kind = of(format);
    kind.refusals += 1;
    kind.refused += own.status === 1 && own.stderr.includes(file) ? 1 : 0;
    continue;
  }
  const text = readFileSync(path.join(folder, reference), "utf8");
  of(format).read.push(compare(own, text));
  if (format === "pdf") {
    of("pdf, by pdftotext").read.push(compare(run("pdftotext", ["-enc", "UTF-8", name, "-"]), text));
  }
}

const percent = (part) => `${(Math.floor(part * 1_000) / 10).toFixed(1)} %`;
const mean = (all, part) => all.reduce((total, one) => total + part(one), 0) / Math.max(all.length, 1);
console.log("| format | files | all words and no others | 99 % of both | recall | precision | refusals | slowest, s |");
console.log("|---|---:|---:|---:|---:|---:|---:|---:|");
for (const [format, { read, refused, refusals }] of [...results].sort(([one], [other]) => (one < other ? -1 : 1))) {
  const exact = read.filter(({ recall, precision }) => recall === 1 && precision === 1).length;
  const near = read.filter(({ recall, precision }) => Math.min(recall, precision) >= 0.99).length;
  const cells = [
    format, read.length, exact, near,
    percent(mean(read, ({ recall }) => recall)), percent(mean(read, ({ precision }) => precision)),
    refusals === 0 ? "" : `${refused} of ${refusals}`,
    Math.max(0, ...read.map(({ seconds }) => seconds)).toFixed(1),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
