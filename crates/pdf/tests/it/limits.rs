//! Files that would take too much.

use miniz_oxide::deflate::compress_to_vec_zlib;
use rstest::rstest;
use tarazy_pdf::{Limit, Limits, PdfError, read};

use crate::build::{Pdf, lines};

/// Limits that small files meet.
const SMALL: Limits = Limits {
    steps: 2_000_000,
    stream_bytes: 100_000,
    total_bytes: 300_000,
    objects: 20_000,
    nesting: 20,
    pages: 50,
    characters: 5_000,
};

fn limit(pdf: &Pdf) -> Option<Limit> {
    match read(&pdf.bytes(), SMALL) {
        Err(PdfError::LimitExceeded { limit, .. }) => Some(limit),
        _ => None,
    }
}

fn page_of(entries: &str, contents: &[u8]) -> Pdf {
    let mut pdf = Pdf::of(&[""]);
    let stream = pdf.add_stream(entries, contents);
    pdf.replace(5, "/Contents 4 0 R", &format!("/Contents {stream} 0 R"))
}

#[test]
fn streams_that_grow_without_end_are_refused() {
    let once = compress_to_vec_zlib(&vec![b' '; 2_000_000], 9);
    let twice = compress_to_vec_zlib(&once, 9);
    assert_eq!(limit(&page_of("/Filter[/FlateDecode/FlateDecode]", &twice)), Some(Limit::StreamBytes));
    assert_eq!(limit(&page_of("/Filter/RunLengthDecode", &[129, b' '].repeat(1_000))), Some(Limit::StreamBytes));
    let page = compress_to_vec_zlib(&vec![b' '; 60_000], 9);
    let mut pdf = page_of("/Filter/FlateDecode", &page);
    for _ in 0..9 {
        let number = pdf.add_stream("/Filter/FlateDecode", &page);
        let kid = pdf.add(&format!("<</Type/Page/Contents {number} 0 R>>"));
        pdf = pdf.replace(2, "]>>", &format!(" {kid} 0 R]>>"));
    }
    assert_eq!(limit(&pdf), Some(Limit::TotalBytes));
}

#[rstest]
#[case::characters(lines(9, 700, &[&"a".repeat(6_000)]), Limit::Characters)]
#[case::nesting("[".repeat(30), Limit::Nesting)]
#[case::parts_of_an_object(format!("[{}] TJ", "1 ".repeat(25_000)), Limit::Objects)]
fn pages_that_draw_too_much_are_refused(#[case] content: String, #[case] met: Limit) {
    assert_eq!(limit(&Pdf::of(&[&content])), Some(met));
}

#[test]
fn drawings_that_draw_each_other_again_and_again_are_refused() {
    let mut pdf = Pdf::of(&["/X0 Do"]);
    let mut names = String::new();
    for level in 0..12 {
        let content = format!("/X{} Do ", level + 1).repeat(10);
        names += &format!("/X{level} {} 0 R", pdf.add_stream("/Type/XObject/Subtype/Form", content.as_bytes()));
    }
    assert_eq!(limit(&pdf.replace(3, "<</Font", &format!("<</XObject<<{names}>>/Font"))), Some(Limit::Steps));
}

#[test]
fn too_many_pages_and_too_deep_trees_are_refused() {
    assert_eq!(limit(&Pdf::of(&["q"; 60])), Some(Limit::Pages));
    let mut pdf = Pdf::of(&[""]);
    let mut kid = 5;
    for _ in 0..30 {
        kid = pdf.add(&format!("<</Type/Pages/Kids[{kid} 0 R]>>"));
    }
    assert_eq!(limit(&pdf.replace(2, "/Kids[5", &format!("/Kids[{kid}"))), Some(Limit::Nesting));
}

#[test]
fn tables_of_too_many_objects_are_refused() {
    let many: String = (1..30_000).map(|number| format!("{number} 0 obj 1 endobj ")).collect();
    let refused = read(format!("%PDF-1.4 {many}").as_bytes(), SMALL);
    assert_eq!(refused, Err(PdfError::LimitExceeded { limit: Limit::Objects, allowed: 20_000 }));
}

#[test]
fn ten_thousand_pages_are_read() {
    let text = lines(9, 700, &["A page."]);
    let pages: Vec<String> =
        (0..10_000).map(|page| lines(9, 500, &[&format!("Word{page} and more")]) + &text).collect();
    let found = Pdf::of(&pages.iter().map(String::as_str).collect::<Vec<_>>()).read().unwrap();
    assert_eq!(found.page_starts.len(), 10_000);
    assert!(found.text.contains("Word9999 and more"));
}
