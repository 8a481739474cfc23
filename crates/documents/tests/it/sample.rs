//! Small documents.

use tarazy_documents::{ReadDocument, ReadFile, ReadOptions, read};
use tarazy_engine::archive::ArchiveWriter;

/// Packs parts, each with its name.
pub fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ArchiveWriter::new();
    for (name, text) in parts {
        writer.add(name, text.as_bytes());
    }
    writer.finish()
}

/// The relations of a part: id, last word of the type, target.
fn relations(list: &[(&str, &str, &str)]) -> String {
    let relation = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"http://x/relationships/{kind}\" Target=\"{target}\"/>")
    };
    format!("<Relationships>{}</Relationships>", list.iter().map(relation).collect::<String>())
}

/// A document of a word processor with this body; notes, comments, a header, a footer and styles are
/// in parts beside it.
pub fn docx(body: &str) -> Vec<u8> {
    let document =
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:r=\"r\"><w:body>{body}</w:body></w:document>");
    let note = |tag: &str, text: &str| {
        format!(
            "<w:{tag}s><w:{tag} w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>s</w:t></w:r></w:p></w:{tag}>\
            <w:{tag} w:id=\"1\"><w:p><w:r><w:{tag}Ref/><w:t> {text}</w:t></w:r></w:p></w:{tag}></w:{tag}s>"
        )
    };
    let comments =
        "<w:comments><w:comment w:id=\"0\"><w:p><w:r><w:t>comment</w:t></w:r></w:p></w:comment></w:comments>";
    let margin = |tag: &str| format!("<w:{tag}><w:p><w:r><w:t>{tag}</w:t></w:r></w:p></w:{tag}>");
    let styles = "<w:styles><w:style w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:styleId=\"I\"><w:basedOn w:val=\"H\"/></w:style></w:styles>";
    let types = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let related = relations(&[
        ("f", "footnotes", "footnotes.xml"),
        ("e", "endnotes", "endnotes.xml"),
        ("c", "comments", "comments.xml"),
        ("h", "header", "header1.xml"),
        ("g", "footer", "footer1.xml"),
        ("s", "styles", "styles.xml"),
        ("chunk", "aFChunk", "chunk.html"),
        ("gone", "aFChunk", "gone.html"),
    ]);
    pack(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", &relations(&[("d", "officeDocument", "word/main.xml")])),
        ("word/main.xml", &document),
        ("word/_rels/main.xml.rels", &related),
        ("word/footnotes.xml", &note("footnote", "footnote")),
        ("word/endnotes.xml", &note("endnote", "endnote")),
        ("word/comments.xml", comments),
        ("word/header1.xml", &margin("hdr")),
        ("word/footer1.xml", &margin("ftr")),
        ("word/styles.xml", styles),
        ("word/chunk.html", "<html><p>chunk</p></html>"),
    ])
}

/// An OpenDocument text with this body.
pub fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style style:name=\"H\"><style:text-properties \
        text:display=\"none\"/></style:style></office:automatic-styles><office:body><office:text>{body}</office:text>\
        </office:body></office:document-content>"
    );
    let styles = "<office:document-styles><office:master-styles><style:master-page><style:header><text:p>header</text:p>\
        </style:header><style:footer><text:p>footer</text:p></style:footer></style:master-page></office:master-styles>\
        </office:document-styles>";
    let meta = "<office:document-meta><office:meta><dc:title>Жарғы</dc:title></office:meta></office:document-meta>";
    pack(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("styles.xml", styles),
        ("meta.xml", meta),
    ])
}

/// A workbook with the rows of one visible sheet and one hidden sheet.
pub fn xlsx(rows: &str) -> Vec<u8> {
    let types = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    let book = "<workbook><sheets><sheet name=\"a\" r:id=\"a\"/><sheet name=\"b\" state=\"hidden\" r:id=\"b\"/></sheets></workbook>";
    let strings = "<sst><si><t>Shared</t></si><si><r><t>бостан</t></r><r><t>дық</t></r><rPh><t>x</t></rPh></si></sst>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd.mm.yyyy\"/></numFmts>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>";
    let sheet = |rows: &str| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let related = relations(&[
        ("a", "worksheet", "worksheets/sheet1.xml"),
        ("b", "worksheet", "/xl/worksheets/sheet2.xml"),
        ("s", "sharedStrings", "sharedStrings.xml"),
        ("t", "styles", "styles.xml"),
    ]);
    pack(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", &relations(&[("d", "officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", &related),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
        ("xl/worksheets/sheet1.xml", &sheet(rows)),
        ("xl/worksheets/sheet2.xml", &sheet("<row><c t=\"inlineStr\"><is><t>hidden</t></is></c></row>")),
    ])
}

/// A spreadsheet with the rows of one visible sheet and one hidden sheet.
pub fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style style:name=\"h\"><style:table-properties \
        table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>\
        <table:table>{rows}</table:table><table:table table:style-name=\"h\"><table:table-row><table:table-cell>\
        <text:p>hidden</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>\
        </office:document-content>"
    );
    pack(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

/// A book with these items of its list, this spine, and chapters `a`, `b` and `nav`.
pub fn epub(spine: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let container = "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>";
    let book = format!(
        "<package><metadata><dc:title>Кітап</dc:title></metadata><manifest>\
        <item id=\"b\" href=\"b.xhtml\" media-type=\"application/xhtml+xml\"/>\
        <item id=\"a\" href=\"text/a%20one.xhtml\" media-type=\"application/xhtml+xml\"/>\
        <item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\" media-type=\"application/xhtml+xml\"/>\
        </manifest><spine>{spine}</spine></package>"
    );
    let chapter = |text: &str| {
        format!(
            "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body><p>{text}</p></body></html>"
        )
    };
    let (a, b, nav) = (chapter("one"), chapter("two"), chapter("nav"));
    let mut parts = vec![
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", container),
        ("OEBPS/book.opf", &book),
        ("OEBPS/b.xhtml", &b),
        ("OEBPS/text/a one.xhtml", &a),
        ("OEBPS/nav.xhtml", &nav),
    ];
    parts.extend_from_slice(others);
    pack(&parts)
}

/// Reads a file that is one document.
pub fn document(bytes: &[u8], options: &ReadOptions) -> ReadDocument {
    let ReadFile { mut documents, refused } = read("Жарғы.bin", bytes.to_vec(), options).expect("it can be read");
    assert_eq!((documents.len(), refused.len()), (1, 0));
    documents.remove(0)
}

/// Returns the text of a file that is one document.
pub fn text(bytes: &[u8]) -> String {
    document(bytes, &ReadOptions::default()).text
}
