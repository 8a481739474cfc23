// Small documents that the tests make, and requests and replies of the readers as bytes
// (`crates/documents/src/request.rs`, in postcard).

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Joins texts and bytes to bytes. */
function joined(parts) {
  const all = parts.map((part) => (typeof part === "string" ? encoder.encode(part) : part));
  const bytes = new Uint8Array(all.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of all) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Numbers of some width in bytes, the lowest byte first. */
function little(width, ...numbers) {
  const bytes = numbers.flatMap((number) => Array.from({ length: width }, (_, at) => Math.floor(number / 256 ** at) & 255));
  return Uint8Array.from(bytes);
}

/** The checksum of a file in an archive. */
function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
  }
  return ~sum >>> 0;
}

/** A ZIP archive of files as they are. */
function zip(files) {
  const local = [];
  const list = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const [title, bytes] = [encoder.encode(name), encoder.encode(content)];
    const sizes = [little(4, crc32(bytes), bytes.length, bytes.length), little(2, title.length)];
    const head = joined(["PK\x03\x04", little(2, 20, 0x800, 0, 0, 0), ...sizes, little(2, 0), title, bytes]);
    const entry = ["PK\x01\x02", little(2, 20, 20, 0x800, 0, 0, 0), ...sizes, little(2, 0, 0, 0, 0)];
    list.push(joined([...entry, little(4, 0, at), title]));
    local.push(head);
    at += head.length;
  }
  const size = list.reduce((length, part) => length + part.length, 0);
  const end = ["PK\x05\x06", little(2, 0, 0, list.length, list.length), little(4, size, at), little(2, 0)];
  return joined([...local, ...list, ...end]);
}

/** A document of a word processor with one paragraph and a header. */
export function docx(text) {
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const relation = (kind, target) => `<Relationship Id="${kind}" Type="http://x/relationships/${kind}" Target="${target}"/>`;
  return zip({
    "[Content_Types].xml": `<Types><Override ContentType="${type}"/></Types>`,
    "_rels/.rels": `<Relationships>${relation("officeDocument", "word/document.xml")}</Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships>${relation("header", "header1.xml")}</Relationships>`,
    "word/document.xml": `<w:document><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    "word/header1.xml": "<w:hdr><w:p><w:r><w:t>header</w:t></w:r></w:p></w:hdr>",
  });
}

/** A PDF with one page for each text, in a standard font. */
export function pdf(...texts) {
  const kids = texts.map((_, at) => `${4 + 2 * at} 0 R`).join(" ");
  const font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${texts.length}/MediaBox[0 0 600 800]/Resources 3 0 R/Kids[${kids}]>>`,
    `<</Font<</F1 ${font}>>>>`,
    ...texts.flatMap((text, at) => {
      const drawing = `BT /F1 12 Tf 1 0 0 1 50 700 Tm (${text}) Tj ET`;
      const page = `<</Type/Page/Parent 2 0 R/Contents ${5 + 2 * at} 0 R>>`;
      return [page, `<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`];
    }),
  ];
  let file = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  return encoder.encode(`${file}${table}trailer\n<</Root 1 0 R/Size ${size}>>\nstartxref\n${file.length}\n%%EOF\n`);
}

/** A PDF whose one page is drawn by a stream that unpacks to 128 MB, four times what is read. */
export function hostilePdf(deflate) {
  const packed = deflate(new Uint8Array(128 << 20));
  const head = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/MediaBox[0 0 9 9]"
    + "/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Filter/FlateDecode"
    + `/Length ${packed.length}>>\nstream\n`;
  return joined([head, packed, "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\n%%EOF\n"]);
}

/** A number as postcard writes it. */
function varint(number) {
  const bytes = [];
  for (let rest = number; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) {
      return Uint8Array.from([...bytes, rest]);
    }
    bytes.push((rest % 128) | 128);
  }
}

/** Limits of a request, in the order of their fields (`crates/documents/src/limits.rs`). */
const LIMITS = [256 << 20, 64 << 20, 200, 8 << 20, 10_000, 3, 512, 256, 1_000_000, 128_000_000, 100_000, 2_000_000];

/** A request for the documents in a file, with the default options. */
export function request(name) {
  const title = encoder.encode(name);
  // Column, title, data, head, separator, encoding, what is included, without notes.
  const options = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0]);
  const documents = Uint8Array.from([1]);
  return joined([varint(title.length), title, options, ...LIMITS.map(varint), documents]);
}

/** Reads the beginning of a reply: its kind, and the first text, trimmed, or the code of the refusal. */
export function readReply(bytes) {
  let at = 0;
  const number = () => {
    let [value, unit] = [0, 1];
    for (;;) {
      const byte = bytes[at];
      at += 1;
      value += (byte & 127) * unit;
      unit *= 128;
      if (byte < 128) {
        return value;
      }
    }
  };
  const text = () => {
    const length = number();
    at += length;
    return decoder.decode(Uint8Array.from(bytes.slice(at - length, at)));
  };
  const kind = ["plain", "table", "documents", "refused"][number()];
  if (kind === "refused") {
    return { kind, code: text() };
  }
  if (kind !== "documents") {
    return { kind };
  }
  const [count, title] = [number(), text()];
  number();
  return { kind, count, title, text: text().trim() };
}
