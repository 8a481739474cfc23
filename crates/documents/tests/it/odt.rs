//! What of an OpenDocument text is its text, one feature a document.

use rstest::rstest;
use tarazy_documents::{DocumentError, LeftOutKind, ReadOptions, read};
use tarazy_engine::settings::MetadataValue;

use super::sample::{document, odt, pack, text};

#[rstest]
#[case::paragraphs("<text:h>a</text:h><text:p>b<text:span>c</text:span></text:p>", "a\n\nbc")]
#[case::space("<text:p>\n a\n\t<text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>d</text:p>", "a   b\tc\nd")]
#[case::page_break("<text:p>бостан<text:soft-page-break/>дық</text:p>", "бостандық")]
#[case::list(
    "<text:list><text:list-item><text:number>1.</text:number><text:p>a</text:p></text:list-item></text:list>",
    "a"
)]
#[case::cells(
    "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:covered-table-cell><text:p>x</text:p></table:covered-table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>",
    "a\n\nb"
)]
#[case::note(
    "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>b</text:p>",
    "ab\n\nn"
)]
#[case::comment(
    "<text:p>a<office:annotation><dc:creator>x</dc:creator><text:p>y</text:p></office:annotation>b</text:p>",
    "ab"
)]
#[case::deleted(
    "<text:tracked-changes><text:changed-region text:id=\"c\"><text:deletion><text:p>x</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change text:change-id=\"c\"/>b</text:p>",
    "ab"
)]
#[case::text_box(
    "<text:p>a<draw:frame><draw:text-box><text:p>t</text:p></draw:text-box><svg:title>x</svg:title></draw:frame>b</text:p>",
    "ab\n\nt"
)]
#[case::hidden(
    "<text:p>a<text:span text:style-name=\"H\">x</text:span></text:p><text:section text:display=\"none\"><text:p>y</text:p></text:section>",
    "a"
)]
#[case::field("<text:p><text:date>2024</text:date><text:page-number>3</text:page-number></text:p>", "20243")]
#[case::index(
    "<text:table-of-content><text:table-of-content-source><text:p>x</text:p></text:table-of-content-source><text:index-body><text:p>a</text:p></text:index-body></text:table-of-content>",
    "a"
)]
#[case::data("<text:p>a<draw:image><office:binary-data>AAAA</office:binary-data></draw:image></text:p>", "a")]
#[case::outside("<text:p>a</text:p> x <text:sequence-decls>y</text:sequence-decls>", "a")]
fn text_of_a_document(#[case] body: &str, #[case] expected: &str) {
    assert_eq!(text(&odt(body)), expected);
}

#[test]
fn what_is_left_out_is_counted_and_can_be_included() {
    let body = "<text:tracked-changes><text:changed-region text:id=\"c\"><text:deletion><text:p>del</text:p>\
        </text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change text:change-id=\"c\"/>\
        <office:annotation><text:p>com</text:p></office:annotation><text:span text:style-name=\"H\">hid</text:span>\
        <draw:frame><svg:desc>alt</svg:desc></draw:frame></text:p>";
    let counted = document(&odt(body), &ReadOptions::default());
    assert_eq!(counted.text, "a");
    assert_eq!(counted.metadata[0].value, MetadataValue::Text("Жарғы".to_owned()));
    for kind in [
        LeftOutKind::Headers,
        LeftOutKind::Footers,
        LeftOutKind::Comments,
        LeftOutKind::DeletedText,
        LeftOutKind::HiddenText,
        LeftOutKind::AlternativeText,
    ] {
        assert_eq!(counted.left_out.count(kind), 1, "{kind:?}");
    }
    let options = ReadOptions { include: LeftOutKind::INCLUDABLE.into_iter().collect(), ..ReadOptions::default() };
    assert_eq!(document(&odt(body), &options).text, "header\n\nahid\n\ndel\n\ncom\n\nalt\n\nfooter");
}

#[test]
fn one_file_in_xml_is_read_as_a_package_is() {
    let flat = "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">\
        <office:meta><dc:title>t</dc:title></office:meta><office:master-styles><style:header><text:p>x</text:p>\
        </style:header></office:master-styles><office:body><office:text><text:p>a</text:p></office:text></office:body>\
        </office:document>";
    let read = document(flat.as_bytes(), &ReadOptions::default());
    assert_eq!((read.text.as_str(), read.left_out.count(LeftOutKind::Headers)), ("a", 1));
}

#[test]
fn an_encrypted_document_is_named_as_that() {
    let bytes = pack(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"),
        ("content.xml", "x"),
    ]);
    let error = read("a.odt", bytes, &ReadOptions::default()).map(|_| ()).unwrap_err();
    assert_eq!(error, DocumentError::Encrypted { format: "ODT" });
}
