//! Requests of a page: previews of tables, and replies as they cross between two programs.

use proptest::prelude::*;
use rstest::rstest;
use tarazy_documents::{ColumnKind, FileReply, FileRequest, ReadFile, ReadOptions, TablePreview, Wants, request};
use tarazy_engine::encoding::Encoding;

use super::sample::{docx, ods, pack, xlsx};

/// Sends a request as a page does: all of it as bytes, there and back.
fn ask(name: &str, bytes: &[u8], wants: Wants, options: ReadOptions) -> FileReply {
    let sent = FileRequest { name: name.to_owned(), options, wants };
    let bytes_of_request = postcard::to_allocvec(&sent).expect("a request can be written");
    let crossed: FileRequest = postcard::from_bytes(&bytes_of_request).expect("it is read again");
    assert_eq!(crossed, sent);
    let reply = request(bytes.to_vec(), &crossed);
    let bytes_of_reply = postcard::to_allocvec(&reply).expect("a reply can be written");
    let crossed: FileReply = postcard::from_bytes(&bytes_of_reply).expect("it is read again");
    assert_eq!(crossed, reply);
    reply
}

fn look(name: &str, bytes: &[u8]) -> FileReply {
    ask(name, bytes, Wants::Preview, ReadOptions::default())
}

fn preview(name: &str, bytes: &[u8]) -> TablePreview {
    match look(name, bytes) {
        FileReply::Table(preview, _) => preview,
        other => panic!("{name} is a table, not {other:?}"),
    }
}

fn documents(reply: FileReply) -> ReadFile {
    match reply {
        FileReply::Documents(file) => file,
        other => panic!("there are documents, not {other:?}"),
    }
}

fn names(preview: &TablePreview) -> Vec<&str> {
    preview.columns.iter().map(|column| column.name.as_str()).collect()
}

const SPEECH: &str = "Біз әділетті қоғам құрамыз деп халыққа уәде береміз";

#[test]
fn files_that_are_no_tables_are_read_at_once() {
    assert_eq!(look("a.txt", "сөз, сөз".as_bytes()), FileReply::Plain);
    assert_eq!(ask("a.txt", b"a", Wants::Documents, ReadOptions::default()), FileReply::Plain);
    let word = docx("<w:p><w:r><w:t>law</w:t></w:r></w:p>");
    assert!(documents(look("a.docx", &word)).documents[0].text.starts_with("law"));
    let archive = pack(&[("a.csv", "id,text\n1,law\n"), ("b.docx", "PK\u{3}\u{4}"), ("c.txt", "order")]);
    let file = documents(look("a.zip", &archive));
    assert_eq!((file.documents.len(), file.refused.len()), (2, 1));
    assert_eq!(file.refused[0].problem.place.file.as_deref(), Some("b.docx"));
    let FileReply::Refused(problem) = look("Жарғы.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") else { panic!() };
    assert_eq!((problem.code.as_str(), problem.place.file.as_deref()), ("document-other-format", Some("Жарғы.docx")));
}

#[test]
fn a_preview_shows_columns_and_first_rows() {
    let mut table = "№;Партия;Күні;Мәтін;Ескерту\n".to_owned();
    for (number, party) in (1..).zip(["Ауыл", "Ақ жол", "Amanat", "Байтақ", "Respublica", "ЖСДП"]) {
        table.push_str(&format!("{number};{party};0{number}.03.2023;{SPEECH} {};\n", "сөз ".repeat(100)));
    }
    let preview = preview("a.csv", table.as_bytes());
    assert_eq!((preview.separator, preview.has_head, preview.rows), (Some(';'), true, 6));
    assert_eq!((preview.encoding, preview.encoding_confidence), (Some(Encoding::Utf8), 1.0));
    assert_eq!(names(&preview), ["№", "Партия", "Күні", "Мәтін", "Ескерту"]);
    let kinds: Vec<ColumnKind> = preview.columns.iter().map(|column| column.kind).collect();
    use ColumnKind::{Date, Empty, Number, Text};
    assert_eq!(kinds, [Number, Text, Date, Text, Empty]);
    assert_eq!((preview.text_column, preview.title_column), (Some(3), Some(1)));
    assert_eq!(preview.columns[1].examples, ["Ауыл", "Ақ жол", "Amanat"]);
    assert_eq!((preview.columns[1].filled, preview.columns[4].filled), (6, 0));
    assert_eq!(preview.columns[3].examples[0].chars().count(), 81);
    assert_eq!((preview.first_rows.len(), preview.first_rows[4][1].as_str()), (5, "Respublica"));
    assert_eq!(preview.first_rows[0][3].chars().count(), 201);
}

#[rstest]
#[case::names("party,year\nAuyl,2023\nAmanat,2019\n", true, None)]
#[case::numbers("1,law and order\n2,freedom\n", false, None)]
#[case::index_without_a_name(",text,n\n0,law,1\n1,order,2\n", true, Some(1))]
#[case::sentences("We promise that all people will be free and equal before the law,1\nWe do,2\n", false, Some(0))]
#[case::alike("text,reply\nlaw is order for all men,law is order for all women\n", true, Some(0))]
#[case::two_texts("a,b\nlaw is order for all men,law is order for all women\n", true, None)]
fn head_and_texts_are_found(#[case] table: &str, #[case] has_head: bool, #[case] text: Option<usize>) {
    let preview = preview("a.csv", table.as_bytes());
    assert_eq!((preview.has_head, preview.text_column), (has_head, text));
}

#[test]
fn what_the_user_states_comes_before_what_it_looks_like() {
    let table = "a;b,c\nd;e,f\n".as_bytes();
    let options = ReadOptions { has_head: Some(false), separator: Some(','), ..ReadOptions::default() };
    let FileReply::Table(preview, _) = ask("a.csv", table, Wants::Preview, options.clone()) else { panic!() };
    assert_eq!((names(&preview), preview.rows), (vec!["1", "2"], 2));
    assert_eq!(preview.first_rows[0], ["a;b", "c"]);
    let options = ReadOptions { column: Some("1".to_owned()), ..options };
    let file = documents(ask("a.csv", table, Wants::Documents, options));
    assert_eq!(file.documents.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["a;b", "d;e"]);
}

#[test]
fn one_column_is_a_table_where_it_has_texts() {
    let long = format!("мәтін\n{SPEECH} бір\n{SPEECH} екі\n{SPEECH} үш\n");
    let preview = preview("a.csv", long.as_bytes());
    assert_eq!((preview.rows, preview.has_head, preview.text_column), (3, true, Some(0)));
    let list = "law\norder\nfreedom\nstate\n";
    assert_eq!(documents(look("a.csv", list.as_bytes())).documents[0].text, "law\n\norder\n\nfreedom\n\nstate");
    assert_eq!(documents(look("a.csv", b"")).documents[0].text, "");
}

#[test]
fn workbooks_show_the_sheet_with_the_texts() {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |cells: &[&str]| format!("<row>{}</row>", cells.iter().map(|text| cell(text)).collect::<String>());
    let preview_of_book = preview("a.xlsx", &xlsx(&(row(&["Party", "Text"]) + &row(&["Ауыл", SPEECH]))));
    assert_eq!((names(&preview_of_book), preview_of_book.text_column), (vec!["Party", "Text"], Some(1)));
    assert_eq!((preview_of_book.rows, preview_of_book.other_sheets, preview_of_book.separator), (1, 0, None));
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = |cells: &[&str]| {
        format!("<table:table-row>{}</table:table-row>", cells.iter().map(|text| cell(text)).collect::<String>())
    };
    let sheets = row(&["note", "x"])
        + "</table:table><table:table>"
        + &row(&["Party", "Text"])
        + &row(&["Ауыл", SPEECH])
        + "</table:table><table:table>"
        + &row(&["Party", "Text"])
        + &row(&["Ақ жол", "law"]);
    let preview = preview("a.ods", &ods(&sheets));
    assert_eq!((names(&preview), preview.rows, preview.other_sheets), (vec!["Party", "Text"], 2, 1));
    let options = ReadOptions { column: Some("Text".to_owned()), has_head: Some(true), ..ReadOptions::default() };
    assert_eq!(documents(ask("a.ods", &ods(&sheets), Wants::Documents, options)).documents.len(), 2);
}

#[test]
fn records_are_previewed_with_the_names_of_their_fields() {
    let records = format!(r#"[{{"id":1,"by":{{"party":"Ауыл"}},"text":"{SPEECH}"}},{{"id":2,"text":"{SPEECH}"}}]"#);
    let lines = format!("{{\"id\":1,\"text\":\"{SPEECH}\"}}\n{{\"id\":2,\"text\":\"{SPEECH}\"}}\n");
    let preview_of_records = preview("a.json", records.as_bytes());
    assert_eq!(names(&preview_of_records), ["id", "by.party", "text"]);
    assert_eq!((preview_of_records.rows, preview_of_records.text_column), (2, Some(2)));
    assert_eq!(preview_of_records.columns[0].kind, ColumnKind::Number);
    assert_eq!(names(&preview("a.jsonl", lines.as_bytes())), ["id", "text"]);
    assert_eq!(documents(look("a.json", br#"["law","order"]"#)).documents[0].text, "law\n\norder");
    assert!(matches!(look("a.jsonl", b"{no"), FileReply::Refused(problem) if problem.code == "document-json"));
}

#[test]
fn a_preview_of_very_many_columns_lists_the_first_ones() {
    let head: Vec<String> = (0..600).map(|at| format!("c{at}")).collect();
    let table = format!("{}\n{}\n", head.join(","), vec!["x"; 600].join(","));
    let preview = preview("a.csv", table.as_bytes());
    assert_eq!((preview.columns.len(), preview.more_columns), (TablePreview::MOST_COLUMNS, 100));
    assert_eq!(preview.first_rows[0].len(), TablePreview::MOST_COLUMNS);
}

proptest! {
    #[test]
    fn every_column_of_a_preview_is_found_by_its_name(
        rows in prop::collection::vec(prop::collection::vec("[aAbB12 ]{0,3}", 2..6), 1..6),
    ) {
        let table: String = rows.iter().map(|row| row.join(",") + "\n").collect();
        if let FileReply::Table(preview, _) = look("a.csv", table.as_bytes()) {
            for column in preview.columns {
                let options = ReadOptions {
                    column: Some(column.name),
                    has_head: Some(preview.has_head),
                    separator: preview.separator,
                    ..ReadOptions::default()
                };
                let file = documents(ask("a.csv", table.as_bytes(), Wants::Documents, options));
                prop_assert_eq!(file.documents.len(), column.filled as usize);
            }
        }
    }
}
