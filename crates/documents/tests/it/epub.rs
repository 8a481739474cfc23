//! Which parts of a book are its text, in which order.

use tarazy_documents::{DocumentError, LeftOutKind, ReadOptions, ReadWarning, read};
use tarazy_engine::settings::MetadataValue;

use super::sample::{document, epub, text};

#[test]
fn chapters_come_in_the_order_of_the_spine() {
    assert_eq!(text(&epub("<itemref idref=\"a\"/><itemref idref=\"b\"/>", &[])), "one\n\ntwo");
    assert_eq!(text(&epub("<itemref idref=\"b\"/><itemref idref=\"a\"/>", &[])), "two\n\none");
}

#[test]
fn navigation_and_what_is_outside_the_reading_order_are_left_out() {
    let spine = "<itemref idref=\"nav\"/><itemref idref=\"a\"/><itemref idref=\"b\" linear=\"no\"/>";
    let read = document(&epub(spine, &[]), &ReadOptions::default());
    assert_eq!((read.text.as_str(), read.left_out.count(LeftOutKind::Navigation)), ("one", 2));
    assert_eq!(read.metadata[0].value, MetadataValue::Text("Кітап".to_owned()));
    let options = ReadOptions { include: [LeftOutKind::Navigation].into(), ..ReadOptions::default() };
    assert_eq!(document(&epub(spine, &[]), &options).text, "nav\n\none\n\ntwo");
}

#[test]
fn encrypted_chapters_are_refused_and_encrypted_fonts_are_not() {
    let encrypted = |path: &str| {
        format!(
            "<encryption><EncryptedData><CipherData><CipherReference URI=\"{path}\"/></CipherData></EncryptedData></encryption>"
        )
    };
    let book = |path: &str| epub("<itemref idref=\"b\"/>", &[("META-INF/encryption.xml", &encrypted(path))]);
    let error = read("a.epub", book("OEBPS/b.xhtml"), &ReadOptions::default()).map(|_| ()).unwrap_err();
    assert_eq!(error, DocumentError::Encrypted { format: "EPUB" });
    assert_eq!(text(&book("OEBPS/font.otf")), "two");
}

#[test]
fn a_missing_chapter_is_reported() {
    let whole = epub("<itemref idref=\"c\"/><itemref idref=\"a\"/>", &[]);
    assert_eq!(text(&whole), "one");
    let book = "<package><manifest><item id=\"c\" href=\"c.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>\
        <spine><itemref idref=\"c\"/></spine></package>";
    let bytes = super::sample::pack(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<c><rootfile full-path=\"book.opf\"/></c>"),
        ("book.opf", book),
    ]);
    let read = document(&bytes, &ReadOptions::default());
    assert_eq!(read.warnings, [ReadWarning::MissingPart { part: "c.xhtml".to_owned() }]);
}
