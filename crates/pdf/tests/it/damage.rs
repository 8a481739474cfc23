//! Files that are broken, and what is made of them.

use rstest::rstest;
use tarazy_pdf::{Limits, Part, PdfError, read};

use crate::build::{Pdf, lines};

fn text(bytes: &[u8]) -> String {
    read(bytes, Limits::default()).map_or_else(|error| format!("{error:?}"), |found| found.text)
}

fn whole() -> Vec<u8> {
    Pdf::of(&[&lines(9, 700, &["All of it."])]).bytes()
}

fn replaced(before: &str, after: &str) -> Vec<u8> {
    String::from_utf8(whole()).expect("made of text").replace(before, after).into_bytes()
}

#[rstest]
#[case::nothing(whole())]
#[case::junk_before_the_head([b"HTTP/1.1 200 OK\r\n\r\n".as_slice(), &whole()].concat())]
#[case::no_head(whole()[9..].to_vec())]
#[case::a_wrong_place_of_the_table(replaced("startxref\n", "startxref\n9"))]
#[case::no_table(replaced("xref\n0", "xxxx\n0"))]
#[case::wrong_places_in_the_table(replaced("0000", "0009"))]
#[case::no_trailer(replaced("trailer", "tr"))]
#[case::wrong_lengths_of_streams(replaced("/Length ", "/Length 9"))]
#[case::no_ends_of_objects(replaced("endobj", ""))]
#[case::cut_before_the_table(String::from_utf8(whole()).unwrap().split("xref").next().unwrap().into())]
#[case::two_versions_of_an_object([replaced("startxref", "x").as_slice(), b"7 0 obj<<>>endobj"].concat())]
fn a_damaged_file_is_read(#[case] bytes: Vec<u8>) {
    assert_eq!(text(&bytes), "All of it.\n");
}

#[rstest]
#[case(b"".as_slice(), PdfError::Empty)]
#[case(b"just text", PdfError::NotPdf)]
#[case(b"%PDF-1.7\n", PdfError::Damaged { missing: Part::Objects })]
#[case(b"%PDF-1.7\n1 0 obj<</A 1>>endobj", PdfError::Damaged { missing: Part::Catalog })]
#[case(b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj", PdfError::Damaged { missing: Part::Pages })]
#[case(
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]>>endobj",
    PdfError::Damaged { missing: Part::Pages }
)]
fn a_file_without_pages_is_refused_by_name(#[case] bytes: &[u8], #[case] error: PdfError) {
    assert_eq!(read(bytes, Limits::default()), Err(error));
}

/// A file whose catalog and pages are in an object stream, with a table that is a stream.
fn in_object_stream(has_table: bool) -> Vec<u8> {
    let contents = lines(9, 700, &["From a stream."]);
    let (catalog, pages) = ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/MediaBox[0 0 600 800]>>");
    let page = "<</Type/Page/Contents 5 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Arial>>>>>>>>";
    let head = format!("1 0 2 {} 3 {} ", catalog.len() + 1, catalog.len() + pages.len() + 2);
    let objects = format!("{head}{catalog} {pages} {page}");
    let mut bytes = b"%PDF-1.5\n".to_vec();
    let mut rows: Vec<u8> = vec![0, 0, 0, 0];
    rows.extend([2, 0, 4, 0, 2, 0, 4, 1, 2, 0, 4, 2]);
    let mut add = |bytes: &mut Vec<u8>, number: usize, entries: &str, stream: &[u8]| {
        rows.push(1);
        rows.extend(u16::try_from(bytes.len()).expect("a small file").to_be_bytes());
        rows.push(0);
        bytes.extend(format!("{number} 0 obj<<{entries}/Length {}>>stream\n", stream.len()).bytes());
        bytes.extend(stream);
        bytes.extend(b"\nendstream endobj\n");
    };
    add(&mut bytes, 4, &format!("/Type/ObjStm/N 3/First {}", head.len()), objects.as_bytes());
    add(&mut bytes, 5, "", contents.as_bytes());
    let start = bytes.len();
    if has_table {
        bytes.extend(format!("6 0 obj<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Length {}>>stream\n", rows.len()).bytes());
        bytes.extend(&rows);
        bytes.extend(format!("\nendstream endobj\nstartxref\n{start}\n%%EOF").bytes());
    }
    bytes
}

#[test]
fn objects_in_streams_are_found_with_and_without_a_table() {
    assert_eq!(text(&in_object_stream(true)), "From a stream.\n");
    assert_eq!(text(&in_object_stream(false)), "From a stream.\n");
}
