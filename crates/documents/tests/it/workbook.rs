//! What cells of workbooks and spreadsheets show, and which texts are made of them.

use tarazy_documents::{DocumentError, LeftOutKind, ReadOptions, read};
use tarazy_engine::settings::{MetadataField, MetadataValue};

use super::sample::{document, ods, text, xlsx};

const ROWS: &str = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Day</t></is></c>\
    <c r=\"C1\" t=\"inlineStr\"><is><t>Text</t></is></c></row>\
    <row r=\"3\"><c r=\"A3\"><v>7</v></c><c r=\"B3\" s=\"1\"><v>45352</v></c><c r=\"C3\" t=\"s\"><v>1</v></c></row>\
    <row r=\"4\"><c r=\"A4\" s=\"2\"><v>0.125</v></c><c r=\"C4\" t=\"str\"><f>A1&amp;B1</f><v>cached_x000A_line</v></c></row>\
    <row r=\"5\"><c r=\"A5\" t=\"b\"><v>1</v></c></row>";

fn with_column(column: &str) -> ReadOptions {
    ReadOptions { column: Some(column.to_owned()), ..ReadOptions::default() }
}

#[test]
fn cells_are_read_as_they_are_shown() {
    assert_eq!(
        text(&xlsx(ROWS)),
        "id\n\nDay\n\nText\n\n7\n\n01.03.2024\n\nбостандық\n\n12.50%\n\ncached\nline\n\nTRUE"
    );
    let options = ReadOptions { include: [LeftOutKind::HiddenSheets].into(), ..ReadOptions::default() };
    assert!(document(&xlsx(ROWS), &options).text.ends_with("hidden"));
    assert_eq!(document(&xlsx(ROWS), &ReadOptions::default()).left_out.count(LeftOutKind::HiddenSheets), 1);
}

#[test]
fn a_column_is_texts_with_their_data() {
    let file = read("a.xlsx", xlsx(ROWS), &with_column("text")).unwrap();
    let texts: Vec<(&str, &str)> =
        file.documents.iter().map(|document| (document.title.as_str(), document.text.as_str())).collect();
    assert_eq!(texts, [("7", "бостандық"), ("12.50%", "cached\nline")]);
    let field = |name: &str, value| MetadataField { name: name.to_owned(), value };
    assert_eq!(file.documents[0].metadata, [field("Day", MetadataValue::Date("2024-03-01".to_owned()))]);
    let error = read("a.xlsx", xlsx(ROWS), &with_column("body")).map(|_| ()).unwrap_err();
    let known = ["id", "Day", "Text"].map(str::to_owned).to_vec();
    assert_eq!(error, DocumentError::NoColumn { column: "body".to_owned(), known });
}

#[test]
fn cells_of_spreadsheets_are_read_as_they_are_shown() {
    let rows = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
        table:number-columns-repeated=\"1000\"/></table:table-row><table:table-row><table:table-cell \
        office:value-type=\"float\" office:value=\"1\"><text:p>1,0</text:p></table:table-cell><table:table-cell>\
        <office:annotation><text:p>x</text:p></office:annotation><text:p>a<text:s/><text:span>b</text:span></text:p>\
        <text:p>c</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\"><text:p>d</text:p>\
        </table:table-cell></table:table-row>";
    let read = document(&ods(rows), &ReadOptions::default());
    assert_eq!(read.text, "1,0\n\na b\nc\n\nd\n\nd");
    assert_eq!(read.left_out.count(LeftOutKind::HiddenSheets), 1);
    assert_eq!(read.left_out.count(LeftOutKind::Comments), 1);
}

#[test]
fn repeated_texts_are_limited() {
    let long = "a".repeat(100_000);
    let cell =
        format!("<table:table-cell table:number-columns-repeated=\"16000\"><text:p>{long}</text:p></table:table-cell>");
    let error = read("a.ods", ods(&format!("<table:table-row>{cell}</table:table-row>")), &ReadOptions::default());
    assert_eq!(error.map(|_| ()).unwrap_err().code(), "document-limit");
}
