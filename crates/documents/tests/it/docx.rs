//! What of a document of a word processor is its text, one feature a document.

use rstest::rstest;
use tarazy_documents::{DocumentError, LeftOutKind, ReadOptions, ReadWarning, read};
use tarazy_engine::settings::MetadataValue;

use super::sample::{document, docx, pack, text};

/// A run with a text.
fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

#[rstest]
#[case::runs(
    "<w:p><w:r><w:t>бостан</w:t></w:r><w:bookmarkStart/><w:proofErr/><w:r><w:t>дық</w:t></w:r></w:p>",
    "бостандық"
)]
#[case::paragraphs("<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>b</w:t></w:r></w:p>", "a\n\nb")]
#[case::breaks(
    "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r></w:p>",
    "a\nb\tc\nd"
)]
#[case::hyphens("<w:p><w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r></w:p>", "ab-c")]
#[case::tab_stops("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "a")]
#[case::cells(
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "a\n\nb"
)]
#[case::insertion(
    "<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo></w:p>",
    "ab"
)]
#[case::deletion(
    "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>c</w:t></w:r></w:moveFrom></w:p>",
    "a"
)]
#[case::deleted_mark(
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>",
    "ab"
)]
#[case::hidden(
    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>b</w:t></w:r></w:p>",
    "b"
)]
#[case::hidden_style(
    "<w:p><w:pPr><w:pStyle w:val=\"I\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>b</w:t></w:r><w:r><w:t>c</w:t></w:r></w:p>",
    "c"
)]
#[case::field(
    "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2024</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
    "2024"
)]
#[case::simple_field("<w:p><w:fldSimple w:instr=\"DATE\"><w:r><w:t>2024</w:t></w:r></w:fldSimple></w:p>", "2024")]
#[case::footnote(
    "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p>",
    "ab\n\nfootnote\n\nc"
)]
#[case::endnote("<w:p><w:r><w:t>a</w:t><w:endnoteReference w:id=\"1\"/></w:r></w:p>", "a\n\nendnote")]
#[case::own_mark(
    "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/><w:t>*</w:t></w:r></w:p>",
    "a\n\nfootnote"
)]
#[case::comment("<w:p><w:r><w:t>a</w:t><w:commentReference w:id=\"0\"/></w:r></w:p>", "a")]
#[case::box_once(
    "<w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>b</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>b</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>c</w:t></w:r></w:p>",
    "ac\n\nb"
)]
#[case::fallback(
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:t>a</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    "a"
)]
#[case::control(
    "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/><w:placeholder><w:t>y</w:t></w:placeholder></w:sdtPr><w:sdtContent><w:p><w:smartTag><w:r><w:t>a</w:t></w:r></w:smartTag></w:p></w:sdtContent></w:sdt>",
    "a"
)]
#[case::drop_cap(
    "<w:p><w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p><w:p><w:r><w:t>da</w:t></w:r></w:p>",
    "Ada"
)]
#[case::numbering("<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "a")]
#[case::picture(
    "<w:p><w:r><w:drawing><wp:docPr descr=\"x\"/><wp:posOffset>12</wp:posOffset></w:drawing><w:t>a</w:t></w:r></w:p>",
    "a"
)]
#[case::chunk(
    "<w:p><w:r><w:t>a</w:t></w:r></w:p><w:altChunk r:id=\"chunk\"/><w:p><w:r><w:t>b</w:t></w:r></w:p>",
    "a\n\nchunk\n\nb"
)]
#[case::reading(
    "<w:p><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r></w:rubyBase></w:ruby></w:p>",
    "a"
)]
#[case::space(
    "<w:p><w:r><w:t xml:space=\"preserve\"> a  b </w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p>",
    "a  b\n\nc"
)]
fn text_of_a_document(#[case] body: &str, #[case] expected: &str) {
    assert_eq!(text(&docx(body)), expected);
}

#[test]
fn what_is_left_out_is_counted_and_can_be_included() {
    let body = format!(
        "<w:p>{}<w:del><w:r><w:delText>del</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hid</w:t></w:r>\
        <w:r><w:drawing><wp:docPr descr=\"alt\"/></w:drawing><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
        run("a")
    );
    let counted = document(&docx(&body), &ReadOptions::default());
    assert_eq!(counted.text, "a\n\nfootnote");
    for kind in [
        LeftOutKind::Headers,
        LeftOutKind::Footers,
        LeftOutKind::Comments,
        LeftOutKind::DeletedText,
        LeftOutKind::HiddenText,
        LeftOutKind::AlternativeText,
        LeftOutKind::NoteMarks,
    ] {
        assert_eq!(counted.left_out.count(kind), 1, "{kind:?}");
    }
    let include = LeftOutKind::INCLUDABLE.into_iter().collect();
    let options = ReadOptions { include, without_notes: true, ..ReadOptions::default() };
    let all = document(&docx(&body), &options);
    assert_eq!(all.text, "hdr\n\nadelhid\n\nalt\n\nftr\n\ncomment");
    assert_eq!(all.left_out.count(LeftOutKind::Notes), 1);
}

#[test]
fn a_field_without_an_end_hides_nothing() {
    let body = format!("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{}</w:p>", run("a"));
    let read = document(&docx(&body), &ReadOptions::default());
    assert_eq!((read.text.as_str(), read.warnings), ("a", vec![ReadWarning::Unclosed]));
}

#[test]
fn a_missing_part_is_reported() {
    let read = document(&docx("<w:altChunk r:id=\"gone\"/>"), &ReadOptions::default());
    assert_eq!(read.warnings, [ReadWarning::MissingPart { part: "word/gone.html".to_owned() }]);
}

#[test]
fn properties_are_metadata_and_parts_may_be_in_utf16() {
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let mut writer = tarazy_engine::archive::ArchiveWriter::new();
    writer.add("[Content_Types].xml", b"<Types><Override ContentType=\"wordprocessingml.document.main+xml\"/></Types>");
    writer.add(
        "_rels/.rels",
        b"<Relationships><Relationship Type=\"x/officeDocument\" Target=\"/d.xml\"/><Relationship \
        Type=\"x/core-properties\" Target=\"core.xml\"/></Relationships>",
    );
    writer.add("d.xml", &wide("<w:document><w:p><w:r><w:t>сөз</w:t></w:r></w:p></w:document>"));
    writer.add(
        "core.xml",
        "<coreProperties><title>Жарғы</title><created>2024-03-01</created></coreProperties>".as_bytes(),
    );
    let read = document(&writer.finish(), &ReadOptions::default());
    assert_eq!(read.text, "сөз");
    assert_eq!(read.metadata[0].value, MetadataValue::Text("Жарғы".to_owned()));
    assert_eq!(read.metadata[1].value, MetadataValue::Date("2024-03-01".to_owned()));
}

#[test]
fn hostile_documents_are_refused_by_what_they_are() {
    let refused = |bytes: Vec<u8>| read("a.docx", bytes, &ReadOptions::default()).map(|_| ()).unwrap_err();
    let deep = format!("{}{}", "<w:x>".repeat(60_000), "</w:x>".repeat(60_000));
    assert_eq!(refused(docx(&deep)).code(), "document-limit");
    let bomb = docx(&format!("<w:p>{}</w:p>", run(&"a".repeat(20 << 20))));
    assert_eq!(refused(bomb).code(), "document-limit");
    let attributes = format!("<w:p {}/>", (0..300).map(|at| format!("a{at}=\"\" ")).collect::<String>());
    assert_eq!(refused(docx(&attributes)).code(), "document-limit");
    let declared = pack(&[
        ("[Content_Types].xml", "<Types><O ContentType=\"wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", "<Relationships/>"),
        ("word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
    ]);
    assert_eq!(refused(declared), DocumentError::Doctype { part: "word/document.xml".to_owned() });
    let whole = docx("<w:p/>");
    assert_eq!(refused(whole[..whole.len() / 2].to_vec()).code(), "document-damaged");
}
