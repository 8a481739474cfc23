use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use tarazy_engine::{archive::read, counting::Measure, settings::Options};
use tarazy_report::{
    limits::STUDY_LIMITS,
    report::{self, Grid, Sheet, TableStyle, Value},
};

use super::{HOSTILE, about, all_messages, by_office, lexicon, study, xml};

/// Checks that the sheet holds the grid: numbers as numbers, not rounded, nothing where there is no
/// value.
fn assert_holds(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, grid: &Grid) {
    let range = workbook.worksheet_range(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    let cell = |row: usize, column: usize| {
        let place = (u32::try_from(row).expect("small"), u32::try_from(column).expect("small"));
        range.get_value(place).cloned().unwrap_or_default()
    };
    for (at, title) in grid.header.iter().enumerate() {
        assert_eq!(cell(0, at), Data::String(title.clone()));
    }
    for (row, fields) in (1..).zip(&grid.rows) {
        for (at, field) in fields.iter().enumerate() {
            let expected = match field.value {
                Value::Number(number) => Data::Float(number.value),
                Value::Plain(number) => Data::Float(number),
                Value::Day(number) => {
                    let kind = calamine::ExcelDateTimeType::DateTime;
                    Data::DateTime(calamine::ExcelDateTime::new(f64::from(number), kind, false))
                }
                Value::Missing => Data::Empty,
                Value::Text if field.text.is_empty() => Data::Empty,
                Value::Text => Data::String(field.text.clone()),
            };
            assert_eq!(cell(row, at), expected, "{name}, row {row}, column {at}");
        }
    }
}

#[test]
fn every_sheet_reads_back_as_its_table() {
    let (table, lexicon) = (study(&["Жарғы", "=1+1", "1984"], Options::default()), lexicon());
    for messages in all_messages() {
        let methods = about(&table, &lexicon);
        let bytes = report::study_workbook(&methods, &messages);
        assert_eq!(bytes, report::study_workbook(&methods, &messages), "the same study gives the same bytes");
        let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(&bytes[..])).expect("it is a workbook");
        let names = workbook.sheet_names();
        assert_eq!(names.len(), 5, "{names:?}");
        let grids = [
            report::table_grid(&table, Measure::Share, 1, &messages),
            report::table1_grid(&table, 1, &messages),
            report::table_grid(&table, Measure::Count, 1, &messages),
        ];
        for (name, grid) in names.iter().zip(&grids) {
            assert_holds(&mut workbook, name, grid);
        }
        let missing = |grid: &Grid| grid.rows.iter().flatten().any(|field| field.value == Value::Missing);
        assert!(missing(&grids[0]), "a text without a match has no shares");
        let entries = workbook.worksheet_range(&names[4]).expect("the lexicon");
        assert_eq!(entries.height(), lexicon.entries.len() + 1);
    }
}

#[test]
fn hostile_titles_are_texts_and_no_cell_is_a_formula() {
    let (table, lexicon) = (study(&HOSTILE, Options::default()), lexicon());
    let [kazakh, ..] = all_messages();
    let style = TableStyle { is_transposed: true, ..TableStyle::default() };
    let bytes = report::study_workbook(&report::Methods { style, ..about(&table, &lexicon) }, &kazakh);
    for entry in read(&bytes, STUDY_LIMITS).expect("it is an archive") {
        let (_, names) = xml(&entry.bytes, "t");
        assert!(
            !names.contains("f") && !names.contains("script") && !names.contains("img"),
            "{}: {names:?}",
            entry.name
        );
    }
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(&bytes[..])).expect("it is a workbook");
    let range = workbook.worksheet_range_at(0).expect("a sheet").expect("it is whole");
    let texts: Vec<String> = range.rows().next().expect("a header").iter().map(ToString::to_string).collect();
    assert_eq!(texts[1], "<script>alert(1)</script>");
    assert_eq!(texts[3], "=HYPERLINK(\"http://x\")");
    assert_eq!(texts[6], "]]> &amp; &#x41; _x0041_");
}

#[test]
fn names_of_sheets_are_allowed_and_no_two_are_alike() {
    let sheet = |name: &str| Sheet { name: name.to_owned(), grid: Grid::default() };
    let long = "ұ".repeat(40);
    let bytes =
        report::workbook(&[sheet("a/b:c"), sheet("A b C"), sheet(&long), sheet(&long), sheet(""), sheet("'[]'")]);
    let workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(&bytes[..])).expect("it is a workbook");
    let names = workbook.sheet_names();
    assert_eq!(names[..2], ["a b c", "A b C 2"]);
    assert!(names.iter().all(|name| !name.is_empty() && name.chars().count() <= 31), "{names:?}");
    let distinct: std::collections::BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(distinct.len(), 6, "{names:?}");
}

#[test]
fn the_spreadsheet_computes_nothing_and_shows_shares_in_percent() {
    let (table, lexicon) = (study(&["=1+1"], Options::default()), lexicon());
    let [.., english] = all_messages();
    let bytes = report::study_workbook(&about(&table, &lexicon), &english);
    let Some(sheet) = by_office("study.xlsx", &bytes, "csv", "csv:Text - txt - csv (StarCalc):44,34,76,1") else {
        return;
    };
    let row = sheet.lines().nth(1).expect("a row");
    assert!(row.starts_with("\"=1+1\",\"kk\","), "{sheet}");
    assert!(row.contains('%'), "{sheet}");
}
