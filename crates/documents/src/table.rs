//! Fields with separators between them → rows of cells.

use csv::{ReaderBuilder, StringRecord};

use crate::{
    charset,
    content::Content,
    error::{DocumentError, DocumentLimit},
    grid::{Cell, Grid, Tables},
    model::ReadWarning,
    options::ReadOptions,
};

/// Separators, the most usual first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many records are looked at to find the separator.
const LOOK_RECORDS: usize = 50;

/// Reads fields with the separator of the options between them, else that which the file states,
/// else `usual`, else the one that the text shows.
///
/// # Errors
/// Bytes that are no text, and a table beyond a limit.
pub(crate) fn read(bytes: Vec<u8>, usual: Option<u8>, options: &ReadOptions) -> Result<Tables, DocumentError> {
    let decoded = charset::declared(bytes, options.encoding, None)?;
    let mut base = Content::default();
    base.decoded(&decoded);
    let (text, stated) = stated_separator(&decoded.text);
    let separator = chosen(options).or(stated).or(usual).unwrap_or_else(|| find_separator(text));
    let quotes = quotes(text, separator);
    if quotes == Quotes::Unclosed {
        base.warnings.push(ReadWarning::Unclosed);
    }
    let is_quoted = quotes == Quotes::Sound || quotes == Quotes::Inside && separator != b'\t';
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .quoting(is_quoted)
        .from_reader(text.as_bytes());
    let mut grid = Grid::default();
    let mut record = StringRecord::new();
    let mut room = options.limits.cells;
    while reader.read_record(&mut record).is_ok_and(|is_read| is_read) {
        let row: Vec<Cell> = record.iter().map(|field| Cell::from(field.to_owned())).collect();
        room = room.checked_sub(row.len()).ok_or_else(|| DocumentLimit::Cells.exceeded(options.limits.cells))?;
        let number = u32::try_from(grid.rows.len() + 1).unwrap_or(u32::MAX);
        grid.rows.push((number, row));
    }
    Ok(Tables { grids: vec![grid], base, separator: Some(char::from(separator)) })
}

/// Returns the separator that the user chose, where a file can have it.
fn chosen(options: &ReadOptions) -> Option<u8> {
    let byte = u8::try_from(options.separator?).ok()?;
    (byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n')).then_some(byte)
}

/// Takes off the line by which a spreadsheet states the separator: `sep=;`.
fn stated_separator(text: &str) -> (&str, Option<u8>) {
    let line = text.lines().next().unwrap_or("");
    let stated = line.trim().trim_matches('"').strip_prefix("sep=").filter(|separator| separator.len() == 1);
    match stated.and_then(|separator| separator.bytes().next()) {
        Some(separator) => (text[line.len()..].trim_start_matches(['\r', '\n']), Some(separator)),
        None => (text, None),
    }
}

/// Finds the separator with which most records have as many fields as the first one.
fn find_separator(text: &str) -> u8 {
    let score = |separator: u8| {
        let mut reader =
            ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
        let counts: Vec<usize> =
            reader.records().take(LOOK_RECORDS).map_while(Result::ok).map(|record| record.len()).collect();
        let first = counts.first().copied().unwrap_or(0);
        if first < 2 {
            return 0;
        }
        let alike = counts.iter().filter(|count| **count == first).count();
        let near = counts.iter().filter(|count| (2..=first).contains(*count)).count();
        // A share of a thousand, more fields before fewer.
        (alike * 600 + near * 400) / counts.len() * 100 + first.min(99)
    };
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| score(*separator));
    best.filter(|separator| score(*separator) > 0).unwrap_or(b',')
}

/// How quotation marks are used in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// They stand around whole fields, or in the middle of one.
    Sound,
    /// A field begins with a quotation that ends within it.
    Inside,
    /// A quotation never ends.
    Unclosed,
}

fn quotes(text: &str, separator: u8) -> Quotes {
    let bytes = text.as_bytes();
    let (mut at, mut found, mut is_start) = (0, Quotes::Sound, true);
    while at < bytes.len() {
        if is_start && bytes[at] == b'"' {
            let Some(end) = closing_quote(bytes, at + 1) else { return Quotes::Unclosed };
            at = end + 1;
            if bytes.get(at).is_some_and(|next| *next != separator && !matches!(next, b'\r' | b'\n')) {
                found = Quotes::Inside;
            }
            is_start = false;
            continue;
        }
        is_start = bytes[at] == separator || matches!(bytes[at], b'\r' | b'\n');
        at += 1;
    }
    found
}

/// Returns the place of the quotation mark that ends a field; two of them are one character.
fn closing_quote(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use tarazy_engine::settings::{MetadataField, MetadataValue};

    use super::*;
    use crate::left_out::LeftOutKind;

    fn texts(table: &str, column: Option<&str>) -> Vec<String> {
        let options = ReadOptions { column: column.map(str::to_owned), ..ReadOptions::default() };
        let read = read(table.as_bytes().to_vec(), None, &options).unwrap();
        read.contents(&options).unwrap().into_iter().map(|content| content.text).collect()
    }

    #[rstest]
    #[case::comma("party,text\nA,\"law, order\"\nB,\"he said \"\"no\"\"\n\"\n", Some("text"), &["law, order", "he said \"no\""])]
    #[case::semicolon("партия;текст\nА;закон, порядок\n", Some("ТЕКСТ"), &["закон, порядок"])]
    #[case::stated("sep=|\r\nid|text\r\n1|law; order\r\n", Some("text"), &["law; order"])]
    #[case::number("en\tlaw\nru\t\"закон\" и\n", Some("2"), &["law", "\"закон\" и"])]
    #[case::ragged("a,text,b\n1,law\n2,order,x\n3\n", Some("text"), &["law", "order"])]
    #[case::whole("a,b\n1,law and\n", None, &["a\n\nb\n\n1\n\nlaw and"])]
    #[case::one_column("law and order\n\"law, order\"\n", None, &["law and order\n\nlaw, order"])]
    #[case::unclosed("a,b\n\"law,order\n", None, &["a\n\nb\n\n\"law\n\norder"])]
    #[case::empty("", None, &[""])]
    fn texts_of_tables(#[case] table: &str, #[case] column: Option<&str>, #[case] expected: &[&str]) {
        assert_eq!(texts(table, column), expected);
    }

    #[test]
    fn other_cells_are_data_on_the_text() {
        let options = ReadOptions { column: Some("text".to_owned()), ..ReadOptions::default() };
        let table = "name,year,date,text\nАуыл,2023,19.03.2023,law\n";
        let read = read(table.as_bytes().to_vec(), None, &options).unwrap().contents(&options).unwrap();
        let field = |name: &str, value| MetadataField { name: name.to_owned(), value };
        assert_eq!(read[0].title.as_deref(), Some("Ауыл"));
        assert_eq!(
            read[0].metadata,
            [field("year", MetadataValue::Number(2023.0)), field("date", MetadataValue::Date("2023-03-19".to_owned())),]
        );
        assert_eq!(read[0].left_out.count(LeftOutKind::OtherCells), 3);
    }

    #[test]
    fn a_column_that_is_not_there_is_an_error_with_the_columns() {
        let options = ReadOptions { column: Some("body".to_owned()), ..ReadOptions::default() };
        let read = read(b"id,text\n1,law\n".to_vec(), None, &options).unwrap();
        let error = read.contents(&options).map(|_| ()).unwrap_err();
        let known = vec!["id".to_owned(), "text".to_owned()];
        assert_eq!(error, DocumentError::NoColumn { column: "body".to_owned(), known });
    }

    #[test]
    fn the_separator_is_as_the_options_state() {
        let with = |separator| {
            let options = ReadOptions { separator, ..ReadOptions::default() };
            let read = read(b"sep=;\na,b;c|d\n".to_vec(), Some(b'\t'), &options).unwrap();
            (read.separator, read.grids[0].rows[0].1.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>())
        };
        let owned = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        assert_eq!(with(None), (Some(';'), owned(["a,b", "c|d"])));
        assert_eq!(with(Some(',')), (Some(','), owned(["a", "b;c|d"])));
        assert_eq!(with(Some('|')), (Some('|'), owned(["a,b;c", "d"])));
        for impossible in ['"', '\n', '–'] {
            assert_eq!(with(Some(impossible)).0, Some(';'));
        }
    }
}
