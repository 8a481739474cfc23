//! What repeats on pages, and texts that cannot be used.

use tarazy_pdf::PdfError;

use crate::build::{Pdf, lines};

fn body(page: usize) -> String {
    let words = ["alpha", "beta", "gamma", "delta"];
    let text: Vec<String> =
        (0..12).map(|line| format!("{} text {} of this page", words[page % 4], line * 7 + page)).collect();
    lines(50, 600, &text.iter().map(String::as_str).collect::<Vec<_>>())
}

fn left_out(pages: &[String]) -> (String, Vec<(&'static str, usize)>) {
    let found = Pdf::of(&pages.iter().map(String::as_str).collect::<Vec<_>>()).read().expect("pages with text");
    (found.text, found.receipt.left_out.iter().map(|entry| (entry.kind.name(), entry.count)).collect())
}

#[test]
fn heads_and_numbers_of_pages_are_left_out_and_counted() {
    let page = |at: usize| {
        lines(50, 760, &["Journal of Law, No. 7"]) + &body(at) + &lines(290, 40, &[&format!("{}", at + 31)])
    };
    let (text, kinds) = left_out(&[page(0), page(1), page(2)]);
    assert!(!text.contains("Journal") && !text.contains("31"), "{text}");
    assert_eq!(kinds, [("running-head", 3), ("page-number", 3)]);
}

#[test]
fn heads_of_left_and_right_pages_and_of_chapters_are_left_out() {
    let head = |at: usize| {
        if at.is_multiple_of(2) { format!("{} Chapter of {at}a", at + 2) } else { format!("The book {}", at + 2) }
    };
    let pages: Vec<String> = (0..4).map(|at| lines(50, 760, &[&head(at)]) + &body(at)).collect();
    let (text, kinds) = left_out(&pages);
    assert!(!text.contains("Chapter") && !text.contains("book"), "{text}");
    assert_eq!(kinds, [("running-head", 4)]);
}

#[test]
fn headings_at_one_height_and_the_last_row_of_a_table_stay() {
    let page = |at: usize| lines(50, 612, &[&format!("Article {}", at * 5 + 2)]) + &body(at);
    let (text, kinds) = left_out(&[page(0), page(1), page(2)]);
    assert!(text.contains("Article 2\n") && text.contains("Article 12\n"), "{text}");
    assert_eq!(kinds, []);
    let table = body(0) + &lines(50, 400, &["Total"]) + &lines(400, 400, &["4"]);
    assert!(left_out(&[table]).0.contains("\n4\n"));
}

#[test]
fn copies_of_a_page_stay() {
    let (text, _) = left_out(&[body(1), body(1)]);
    assert_eq!(text.matches("beta text 1 of this page").count(), 2);
}

#[test]
fn a_head_that_names_its_page_is_left_out_of_a_single_page() {
    let head =
        lines(50, 780, &["Printed on Monday"]) + &lines(50, 760, &["report.txt"]) + &lines(500, 760, &["Page 1/1"]);
    let (text, kinds) = left_out(&[head + &body(0)]);
    assert!(text.starts_with("alpha"), "{text}");
    assert_eq!(kinds, [("running-head", 2), ("page-number", 1)]);
}

#[test]
fn pages_without_text_are_named_and_a_file_of_them_is_refused() {
    let picture = "/Im Do";
    let with = |pdf: Pdf| {
        let mut pdf = pdf;
        let image = pdf.add_stream("/Type/XObject/Subtype/Image/Width 1/Height 1", b"x");
        pdf.replace(3, "<</Font", &format!("<</XObject<</Im {image} 0 R>>/Font"))
    };
    let found = with(Pdf::of(&[picture, &body(0), picture])).read().unwrap();
    assert_eq!(found.receipt.pages_without_text, [1, 3]);
    assert_eq!(with(Pdf::of(&[picture, picture])).read(), Err(PdfError::NoText { pages: 2 }));
}

#[test]
fn a_text_whose_characters_cannot_be_known_is_refused_with_its_pages() {
    let unknown = "BT /F3 10 Tf 9 700 Td <000100020003000400050006000700080009000A000B000C000D> Tj ET";
    let pdf = Pdf::of(&[&lines(9, 700, &["short"]), unknown]).replace(
        3,
        "/F1 ",
        "/F3 <</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2>>]>>/F1 ",
    );
    let Err(PdfError::UnusableText { share, pages }) = pdf.read() else { panic!("{:?}", pdf.read()) };
    assert_eq!(pages, [2]);
    assert!((share - 13.0 / 18.0).abs() < 1e-6, "{share}");
}

#[test]
fn words_with_digits_inside_are_no_text_but_dates_and_codes_are() {
    let shifted = lines(9, 700, &["F4D@4F4D 5F4E6A 4D7F4A B4C5D 4F5G6H K3L4M N5P6Q"; 3]);
    assert!(matches!(Pdf::of(&[&shifted]).read(), Err(PdfError::UnusableText { .. })));
    let moved = lines(9, 700, &["7KH TXLFN EURZQ IRZ MXPSV RYHU WKH ODCB GRJ WKHQ VOHHSV"; 3]);
    assert!(matches!(Pdf::of(&[&moved]).read(), Err(PdfError::UnusableText { .. })));
    let text = lines(9, 700, &["In 2024 the COVID19 law of 1991 (No. 12-FZ) was changed by law 5b of the year"]);
    assert!(Pdf::of(&[&text]).read().is_ok());
}

#[test]
fn the_text_of_each_page_can_be_found() {
    let found = Pdf::of(&[&lines(9, 700, &["One."]), "", &lines(9, 700, &["Three."])]).read().unwrap();
    let starts = found.page_starts;
    assert_eq!(found.text, "One.\n\nThree.\n");
    assert_eq!((starts.len(), &found.text[starts[2]..]), (3, "Three.\n"));
}
