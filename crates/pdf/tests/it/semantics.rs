//! What of a page becomes text, by the smallest page that shows it.

use rstest::rstest;

use crate::build::{Pdf, lines};

/// Draws a part in one font at a place.
fn drawn(content: &str) -> String {
    Pdf::of(&[content]).text()
}

#[rstest]
#[case::a_drawn_space("BT /F1 10 Tf 9 700 Td (one two) Tj ET", "one two\n")]
#[case::a_gap("BT /F1 10 Tf 9 700 Td [(one)-300(two)] TJ ET", "one two\n")]
#[case::pairs_of_letters_moved_together("BT /F1 10 Tf 9 700 Td [(T)90(ext)-20(s)] TJ ET", "Texts\n")]
#[case::a_word_in_two_fonts("BT /F1 10 Tf 9 700 Td (fre) Tj /F2 10 Tf <0065> Tj ET", "free\n")]
#[case::letters_of_kazakh("BT /F2 10 Tf 9 700 Td <049A043004370430049B> Tj ET", "Қазақ\n")]
#[case::joined_letters("BT /F2 10 Tf 9 700 Td <FB010078> Tj ET", "fix\n")]
#[case::line_operators("BT /F1 10 Tf 12 TL 9 700 Td (a) Tj (b) ' 0 0 (c) \" ET", "a\nb\nc\n")]
#[case::another_paragraph("BT /F1 10 Tf 12 TL 9 700 Td (a) Tj (b) ' 0 -30 Td (c) Tj ET", "a\nb\n\nc\n")]
#[case::a_cell_on_the_same_row("BT /F1 10 Tf 9 700 Td (a) Tj 200 0 Td (b) Tj ET", "a\n\nb\n")]
#[case::text_that_is_not_shown_but_is_there("BT /F1 10 Tf 3 Tr 9 700 Td (scan) Tj ET", "scan\n")]
#[case::turned_by_a_quarter("BT /F1 10 Tf 0 1 -1 0 90 100 Tm (up) Tj ( wards) Tj ET", "up wards\n")]
#[case::scaled_and_mirrored("q 2 0 0 -2 0 800 cm BT /F1 5 Tf 1 0 0 -1 9 50 Tm (a) Tj [(b)-400(c)] TJ ET Q", "ab c\n")]
#[case::drawn_twice_to_look_bold("BT /F1 10 Tf 9 700 Td (bold) Tj 0.3 0 Td (bold) Tj ET", "bold\n")]
#[case::behind_an_inline_picture("BI /W 1/H 1/BPC 8/CS/G ID (Tj EI BT /F1 9 Tf 9 700 Td (a) Tj ET", "a\n")]
#[case::beside_the_page("BT /F1 10 Tf 9 700 Td (in) Tj 0 300 Td (out) Tj ET", "in\n")]
fn a_page_is_read(#[case] content: &str, #[case] text: &str) {
    assert_eq!(drawn(content), text);
}

#[rstest]
#[case::that_was_not_needed(
    "(free) Tj /Span<</ActualText<FEFF00AD>>>BDC ( ) Tj EMC -2.78 0 Td",
    "(dom) Tj",
    "freedom\n"
)]
#[case::that_was_needed(
    "(free) Tj /Span<</ActualText<FEFF00AD>>>BDC (-) Tj EMC 0 -12 Td",
    "(dom is) Tj",
    "freedom\nis\n"
)]
#[case::drawn_behind_its_mark(
    "(free) Tj /Span<</ActualText<FEFF00AD>>>BDC ( ) Tj EMC ET BT /F1 10 Tf 26 700 Td (-) Tj ET BT /F1 10 Tf 9 688 Td",
    "(dom is) Tj",
    "freedom\nis\n"
)]
fn an_optional_hyphen_is_no_character(#[case] first: &str, #[case] second: &str, #[case] text: &str) {
    let content = format!("BT /F1 10 Tf 9 700 Td {first} {second} ET").replace("-2.78 0 Td", "[278] TJ");
    assert_eq!(drawn(&content), text);
}

#[test]
fn a_space_onto_which_a_letter_is_drawn_is_none() {
    let word = "BT /F1 10 Tf 9 700 Td (free) Tj 18.9 0 Td ( ) Tj 0 0 Td (dom) Tj ET";
    assert_eq!(drawn(word), "freedom\n");
    let words = "BT /F1 10 Tf 9 700 Td (free) Tj 18.9 0 Td ( ) Tj 2.78 0 Td (dom) Tj ET";
    assert_eq!(drawn(words), "free dom\n");
}

#[test]
fn text_of_the_file_stands_in_place_of_what_is_drawn() {
    let content = "BT /F1 10 Tf 9 700 Td (a ) Tj /Span<</ActualText<FEFF0431>>>BDC (xyz) Tj EMC ( c) Tj ET";
    assert_eq!(drawn(content), "a б c\n");
}

#[test]
fn a_hyphen_at_a_line_end_is_kept_for_the_repair() {
    assert_eq!(drawn(&lines(9, 700, &["there is free-", "dom here"])), "there is free-\ndom here\n");
}

#[test]
fn a_hyphen_belongs_to_its_word_where_words_are_not_cut() {
    let text = drawn(&lines(9, 700, &["well-known and long-term", "plans are half-", "hearted plans"]));
    assert_eq!(text, "well-known and long-term\nplans are half-hearted\nplans\n");
}

#[test]
fn a_sentence_goes_on_in_the_next_column_and_on_the_next_page() {
    let columns = lines(9, 700, &["the first column", "ends before"]) + &lines(300, 700, &["the sentence does"]);
    let pdf = Pdf::of(&[&columns, &lines(9, 700, &["which ends here."])]);
    assert_eq!(pdf.text(), "the first column\nends before\nthe sentence does\nwhich ends here.\n");
    let pdf = Pdf::of(&[&lines(9, 700, &["It ends here."]), &lines(9, 700, &["Another begins."])]);
    assert_eq!(pdf.text(), "It ends here.\n\nAnother begins.\n");
}

#[test]
fn notes_that_were_drawn_first_come_after_the_text_above_them() {
    let notes = lines(9, 100, &["1 A note."]);
    let text = lines(9, 700, &["One line", "two lines", "three lines", "four lines", "five lines"]);
    let read = drawn(&(notes + &text));
    assert!(read.starts_with("One line\n") && read.ends_with("1 A note.\n"), "{read}");
}

#[test]
fn lines_drawn_in_no_order_are_sorted_in_two_columns() {
    let mut content = String::new();
    for row in [3, 0, 4, 1, 5, 2] {
        content += &lines(9, 700 - row * 12, &[&format!("left {row}")]);
        content += &lines(300, 700 - row * 12, &[&format!("right {row}")]);
    }
    let read = drawn(&content);
    let order: Vec<&str> = read.split_whitespace().filter(|word| word.parse::<u32>().is_err()).collect();
    assert_eq!(order, [["left"; 6], ["right"; 6]].concat(), "{read}");
}

#[rstest]
#[case::of_a_note("(decision) Tj 3 0 Td /F1 6 Tf 5 Ts (12) Tj /F1 10 Tf 0 Ts ( stands) Tj", "decision 12 stands\n")]
#[case::of_a_power("(8 km) Tj /F1 6 Tf 5 Ts (2) Tj /F1 10 Tf 0 Ts ( of land) Tj", "8 km2 of land\n")]
fn a_raised_number(#[case] content: &str, #[case] text: &str) {
    let content = format!("BT /F1 10 Tf 9 700 Td {}", content.replace("3 0 Td ", ""));
    assert_eq!(drawn(&(content + " ET")), text);
}

#[test]
fn numbers_of_a_list_are_left_out_if_a_program_made_them() {
    let made = |number: u32, y: u32| {
        format!("BT /F1 10 Tf 9 {y} Td ({number}.) Tj ET BT /F1 10 Tf 30 {y} Td (the words of point) Tj ET ")
    };
    let found = Pdf::of(&[&(made(1, 700) + &made(2, 688) + &made(3, 676))]).read().unwrap();
    assert_eq!(found.text, ["the words of point\n"; 3].concat());
    assert_eq!((found.receipt.left_out[0].kind.name(), found.receipt.left_out[0].count), ("list-label", 3));
    let typed = lines(9, 700, &["1. the words", "2. the other words", "3. the last words"]);
    assert_eq!(drawn(&typed), "1. the words\n2. the other words\n3. the last words\n");
}

#[rstest]
#[case::artifacts("/Artifact BMC BT /F1 10 Tf 9 750 Td (head) Tj ET EMC ", "artifact")]
#[case::artifacts_with_properties(
    "/Artifact<</Type/Pagination>>BDC BT /F1 10 Tf 9 750 Td (head) Tj ET EMC ",
    "artifact"
)]
#[case::labels_of_lists("/Lbl<</MCID 0>>BDC BT /F1 10 Tf 9 750 Td (7.) Tj ET EMC ", "list-label")]
fn what_the_file_marks_as_no_text_is_left_out_and_counted(#[case] part: &str, #[case] kind: &str) {
    let found = Pdf::of(&[&(part.to_owned() + &lines(9, 700, &["The text."]))]).read().unwrap();
    assert_eq!(found.text, "The text.\n");
    assert_eq!(found.receipt.left_out[0].kind.name(), kind);
    assert_eq!((found.receipt.left_out[0].count, &found.receipt.left_out[0].pages), (1, &vec![1]));
}

#[test]
fn drawings_are_read_once_a_use_and_never_in_themselves() {
    let mut pdf = Pdf::of(&["/X Do", "/X Do"]);
    let form = pdf.add_stream("/Type/XObject/Subtype/Form", b"BT /F1 10 Tf 9 700 Td (form) Tj ET /X Do");
    let pdf = pdf.replace(3, "<</Font", &format!("<</XObject<</X {form} 0 R>>/Font"));
    assert_eq!(pdf.text(), "form\nform\n");
}

#[test]
fn layers_that_are_off_are_not_read() {
    let content = "/OC/L BDC BT /F1 10 Tf 9 750 Td (hidden) Tj ET EMC ".to_owned() + &lines(9, 700, &["shown"]);
    let mut pdf = Pdf::of(&[&content]);
    let layer = pdf.add("<</Type/OCG/Name(L)>>");
    let pdf = pdf
        .replace(1, "/Pages", &format!("/OCProperties<</OCGs[{layer} 0 R]/D<</OFF[{layer} 0 R]>>>>/Pages"))
        .replace(3, "<</Font", &format!("<</Properties<</L {layer} 0 R>>/Font"));
    assert_eq!(pdf.text(), "shown\n");
}

#[rstest]
#[case::names("/Encoding<</Differences[1/afii10065/uni0431/f_i 100/.notdef]>>", "<010203>", "абfi\n")]
#[case::names_that_are_numbers_of_tex("/Encoding<</Differences[233/a233/a234 27/a27]>>", "<E9EA1B>", "йкff\n")]
fn codes_are_read_by_the_names_of_their_characters(#[case] encoding: &str, #[case] codes: &str, #[case] text: &str) {
    let kind = if encoding.contains("a233") { "/Type3/FontMatrix[.001 0 0 .001 0 0]" } else { "/Type1" };
    let font = format!("/F1 <</Type/Font/Subtype{kind}/FirstChar 0/Widths[{}]{encoding}>>/F9 ", "500 ".repeat(256));
    let pdf = Pdf::of(&[&format!("BT /F1 10 Tf 9 700 Td {codes} Tj ET")]).replace(3, "/F1 ", &font);
    assert_eq!(pdf.text(), text);
}

#[test]
fn a_table_for_readers_comes_before_names() {
    let mut pdf = Pdf::of(&["BT /F1 10 Tf 9 700 Td <4142> Tj ET"]);
    let table = pdf.add_stream("", b"1 beginbfchar <41> <0442> endbfchar 1 beginbfrange <42> <43> <043E> endbfrange");
    let pdf = pdf.replace(3, "/Subtype/Type1", &format!("/Subtype/Type1/ToUnicode {table} 0 R"));
    assert_eq!(pdf.text(), "то\n");
}

#[test]
fn words_of_arabic_are_read_from_right_to_left() {
    assert_eq!(drawn("BT /F2 10 Tf 9 700 Td <064A0628> Tj ET"), "بي\n");
}
