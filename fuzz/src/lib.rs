//! What the targets share: bytes → one reader. A target fails by a panic, by taking a second or by
//! taking 512 MB.

use std::borrow::Cow;

use tarazy_documents::{ReadOptions, read};
use tarazy_engine::lexicon::{LexiconFormat, PatternSyntax, read_draft};

/// Reads bytes in one format of text. They are made UTF-8 first, so that no time goes into
/// encodings; those are the target `import`'s.
pub fn read_text(format: LexiconFormat, bytes: &[u8]) {
    let _ = read_draft(format, text(bytes).as_bytes(), syntax(bytes));
}

/// Reads bytes as a PDF: as they are if they look like one, else as its parts, set apart by zero
/// bytes: the drawing of a page, a table of characters, a font program, resources.
pub fn read_pdf(bytes: &[u8]) {
    if bytes.starts_with(b"%PDF") {
        let _ = tarazy_pdf::read(bytes, PDF_LIMITS);
        return;
    }
    let mut parts = bytes.splitn(4, |byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let (drawing, table, font, resources) = (part(), part(), part(), part());
    let mut file = PDF_HEAD.to_vec();
    for (number, stream) in [(5, drawing), (6, table), (7, font)] {
        file.extend(format!("{number} 0 obj<</Length {}>>stream\n", stream.len()).bytes());
        file.extend(stream);
        file.extend(b"\nendstream endobj\n");
    }
    file.extend(b"4 0 obj<<");
    file.extend(resources);
    file.extend(PDF_FONTS);
    let _ = tarazy_pdf::read(&file, PDF_LIMITS);
}

const PDF_HEAD: &[u8] = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Resources 4 0 R/Contents 5 0 R>>endobj\n";
const PDF_FONTS: &[u8] = b"/Font<</A<</Type/Font/Subtype/Type0/ToUnicode 6 0 R/Encoding 6 0 R>>\
/B<</Type/Font/Subtype/TrueType/FontDescriptor<</FontFile2 7 0 R>>>>/C<</FontDescriptor<</FontFile 7 0 R>>>>\
/D<</FontDescriptor<</FontFile3 7 0 R>>>>>>>>endobj\n";
const PDF_LIMITS: tarazy_pdf::Limits = tarazy_pdf::Limits {
    steps: 20_000_000,
    stream_bytes: 4 << 20,
    total_bytes: 16 << 20,
    objects: 50_000,
    nesting: 64,
    pages: 500,
    characters: 50_000,
};

/// Reads bytes as a workbook: as they are if they look like one, else as its parts, set apart by
/// zero bytes: a sheet, the shared texts, the styles, the list of sheets.
pub fn read_workbook(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        let _ = read_draft(LexiconFormat::Xlsx, bytes, syntax(bytes));
        return;
    }
    let mut parts = bytes.splitn(4, |byte| *byte == 0);
    let mut part = || parts.next();
    let (sheet, strings, styles, book) = (part().unwrap_or_default(), part(), part(), part());
    let files = [
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sharedStrings.xml", strings.unwrap_or_default()),
        ("xl/styles.xml", styles.unwrap_or_default()),
        ("xl/workbook.xml", book.unwrap_or(BOOK)),
    ];
    let _ = read_draft(LexiconFormat::Xlsx, &stored(&files), syntax(bytes));
}

const BOOK: &[u8] = b"<workbook><sheets><sheet name=\"a\" r:id=\"1\"/></sheets></workbook>";
const RELATIONS: &[u8] = b"<Relationships><Relationship Id=\"1\" Type=\"/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
<Relationship Id=\"2\" Type=\"/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"3\" Type=\"/styles\" Target=\"styles.xml\"/></Relationships>";

/// A document in an archive: what stands in its parts. Parts without content are taken from the
/// bytes, one after the other.
pub type Parts<const N: usize> = [(&'static str, &'static [u8]); N];

/// A document of a word processor: its text, notes and styles.
pub const DOCX: Parts<6> = [
    ("[Content_Types].xml", b"<Types><Override ContentType=\"wordprocessingml.document.main+xml\"/></Types>"),
    ("_rels/.rels", b"<Relationships/>"),
    (
        "word/_rels/document.xml.rels",
        b"<Relationships><Relationship Type=\"/footnotes\" Target=\"footnotes.xml\"/><Relationship \
        Type=\"/styles\" Target=\"styles.xml\"/><Relationship Id=\"1\" Type=\"/aFChunk\" Target=\"a.html\"/></Relationships>",
    ),
    ("word/document.xml", b""),
    ("word/footnotes.xml", b""),
    ("word/styles.xml", b""),
];

/// An OpenDocument text: its content and styles.
pub const ODT: Parts<3> =
    [("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b""), ("styles.xml", b"")];

/// An OpenDocument spreadsheet: its content.
pub const ODS: Parts<2> = [("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"")];

/// A workbook: a sheet, the shared texts and the styles.
pub const XLSX: Parts<7> = [
    ("[Content_Types].xml", b"<Types><Override ContentType=\"spreadsheetml.sheet.main+xml\"/></Types>"),
    ("_rels/.rels", b"<Relationships/>"),
    ("xl/workbook.xml", BOOK),
    ("xl/_rels/workbook.xml.rels", RELATIONS),
    ("xl/worksheets/sheet1.xml", b""),
    ("xl/sharedStrings.xml", b""),
    ("xl/styles.xml", b""),
];

/// A book: its list of parts, and a chapter.
pub const EPUB: Parts<4> = [
    ("mimetype", b"application/epub+zip"),
    ("META-INF/container.xml", b"<container><rootfile full-path=\"book.opf\"/></container>"),
    ("book.opf", b""),
    ("a.xhtml", b""),
];

/// Reads a document in an archive whose parts are set apart by zero bytes.
pub fn read_packed<const N: usize>(name: &str, parts: &Parts<N>, bytes: &[u8]) {
    let mut contents = bytes.split(|byte| *byte == 0);
    let files = parts.map(|(name, content)| match content {
        b"" => (name, contents.next().unwrap_or_default()),
        content => (name, content),
    });
    read_document(name, &stored(&files));
}

/// Reads a document.
pub fn read_document(name: &str, bytes: &[u8]) {
    let _ = read(name, bytes.to_vec(), &ReadOptions::default());
}

/// Reads a table, with a column and as one text.
pub fn read_table(bytes: &[u8]) {
    read_document("a.csv", bytes);
    let options = ReadOptions { column: Some("2".to_owned()), ..ReadOptions::default() };
    let _ = read("a.tsv", bytes.to_vec(), &options);
}

/// Reads records, with a field and as one text.
pub fn read_json(bytes: &[u8]) {
    read_document("a.json", bytes);
    let options = ReadOptions { column: Some("text".to_owned()), ..ReadOptions::default() };
    let _ = read("a.jsonl", bytes.to_vec(), &options);
}

/// A ZIP archive of files as they are. Sums are zero: the reader looks at none here.
fn stored(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut contents) = (Vec::new(), Vec::new());
    for (name, file) in files {
        let mut head = [20, 0, 0, 0, 0, 0, 0].iter().flat_map(|number: &u16| number.to_le_bytes()).collect::<Vec<u8>>();
        let size = (file.len() as u32).to_le_bytes();
        head.extend([size, size].concat());
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        contents.extend(b"PK\x01\x02\x14\x00");
        contents.extend(&head);
        contents.extend([0; 10]);
        contents.extend((archive.len() as u32).to_le_bytes());
        contents.extend(name.as_bytes());
        archive.extend(b"PK\x03\x04");
        archive.extend(&head);
        archive.extend(name.as_bytes());
        archive.extend(*file);
    }
    let start = archive.len() as u32;
    archive.extend(&contents);
    archive.extend(b"PK\x05\x06\x00\x00\x00\x00");
    archive.extend([(files.len() as u16).to_le_bytes(); 2].concat());
    archive.extend([(contents.len() as u32).to_le_bytes(), start.to_le_bytes()].concat());
    archive.extend([0; 2]);
    archive
}

/// The bytes as a text, with characters of their own for what is none.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// One of the ways to read terms, regular expressions seldom: it takes long to compile them.
pub fn syntax(bytes: &[u8]) -> PatternSyntax {
    match bytes.len() % 32 {
        0 => PatternSyntax::Regex,
        rest => [PatternSyntax::Glob, PatternSyntax::Native, PatternSyntax::Fixed][rest % 3],
    }
}
