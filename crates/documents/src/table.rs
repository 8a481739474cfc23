//! Rows of cells → texts with their data; and fields with separators between them → rows of cells.
//!
//! With a column each of its cells is a text, and the other cells of the row are data on it. Without
//! one the table is one text, row by row, each cell a paragraph.

use csv::{ReaderBuilder, StringRecord};

use crate::{
    charset,
    error::{DocumentError, DocumentLimit},
    model::{LeftOutKind, MetadataField, MetadataValue, ReadWarning},
    options::ReadOptions,
    reader::Content,
    text_builder::TextBuilder,
};

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Cell {
    /// What it shows.
    pub(crate) text: String,
    /// Its value where that is not what it shows.
    pub(crate) value: Option<MetadataValue>,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, value: None }
    }
}

/// A table.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// The rows, each with its number from 1.
    pub(crate) rows: Vec<(u32, Vec<Cell>)>,
}

/// Names of columns that hold the titles of texts.
const TITLE_COLUMNS: [&str; 9] = ["title", "name", "id", "название", "заголовок", "имя", "атауы", "тақырыбы", "аты"];

/// Where in a table the texts are.
struct Place {
    column: usize,
    has_head: bool,
}

/// Makes texts of tables that stand in one file; `base` is what is known of all of them.
///
/// # Errors
/// [`DocumentError::NoColumn`], and texts beyond a limit.
pub(crate) fn contents(tables: &[Grid], options: &ReadOptions, base: Content) -> Result<Vec<Content>, DocumentError> {
    let Some(column) = &options.column else {
        return whole(tables, options, base).map(|content| vec![content]);
    };
    let mut contents = Vec::new();
    let mut is_known = false;
    for table in tables {
        let Some(place) = place(table, column) else { continue };
        is_known = true;
        rows(table, &place, options, &base, &mut contents)?;
    }
    if !is_known {
        let known = tables.iter().find_map(|table| table.rows.first()).map(|(_, row)| names(row)).unwrap_or_default();
        return Err(DocumentError::NoColumn { column: column.clone(), known });
    }
    Ok(contents)
}

/// Returns the names in the first row.
fn names(row: &[Cell]) -> Vec<String> {
    row.iter().map(|cell| cell.text.trim().to_owned()).collect()
}

/// Makes one text of all cells.
fn whole(tables: &[Grid], options: &ReadOptions, base: Content) -> Result<Content, DocumentError> {
    let mut builder = TextBuilder::new(&options.limits);
    for cell in tables.iter().flat_map(|table| &table.rows).flat_map(|(_, row)| row) {
        builder.text(&cell.text)?;
        builder.paragraph();
    }
    let mut content = base;
    content.text = builder.finish();
    let head = tables.iter().find_map(|table| table.rows.first());
    if let Some((_, head)) = head.filter(|(_, head)| head.len() > 1) {
        content.warnings.push(ReadWarning::WholeTable { columns: names(head) });
    }
    Ok(content)
}

/// Finds the column by its name in the first row, else by its number.
fn place(table: &Grid, column: &str) -> Option<Place> {
    let (_, head) = table.rows.first()?;
    let folded = |name: &str| name.trim().to_lowercase();
    if let Some(column) = head.iter().position(|cell| folded(&cell.text) == folded(column)) {
        return Some(Place { column, has_head: true });
    }
    let number: usize = column.trim().parse().ok().filter(|number| *number > 0)?;
    let width = table.rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    (number <= width).then_some(Place { column: number - 1, has_head: false })
}

/// Makes a text of each row.
fn rows(
    table: &Grid,
    place: &Place,
    options: &ReadOptions,
    base: &Content,
    contents: &mut Vec<Content>,
) -> Result<(), DocumentError> {
    let head = table.rows.first().filter(|_| place.has_head).map(|(_, row)| names(row)).unwrap_or_default();
    let name =
        |at: usize| head.get(at).filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| (at + 1).to_string());
    let title_column = head.iter().position(|name| TITLE_COLUMNS.contains(&name.to_lowercase().as_str()));
    let mut room = options.limits.text_bytes;
    for (number, row) in table.rows.iter().skip(usize::from(place.has_head)) {
        let mut content = Content { row: Some(*number), ..base.clone() };
        let text = row.get(place.column).map_or("", |cell| cell.text.trim());
        if text.is_empty() {
            if let Some(before) = contents.last_mut() {
                before.left_out.add(LeftOutKind::OtherFields, 1);
            }
            continue;
        }
        if contents.len() >= options.limits.documents {
            return Err(DocumentLimit::Documents.exceeded(options.limits.documents));
        }
        room = room.checked_sub(text.len()).ok_or_else(|| DocumentLimit::Text.exceeded(options.limits.text_bytes))?;
        text.clone_into(&mut content.text);
        let others = row.iter().enumerate().filter(|(at, cell)| *at != place.column && !cell.text.trim().is_empty());
        content.metadata = others
            .map(|(at, cell)| MetadataField {
                name: name(at),
                value: cell.value.clone().unwrap_or_else(|| MetadataValue::of(&cell.text)),
            })
            .collect();
        let count = u32::try_from(content.metadata.len()).unwrap_or(u32::MAX);
        content.left_out.add(LeftOutKind::OtherCells, count);
        let title = title_column.filter(|at| *at != place.column).and_then(|at| row.get(at));
        content.title = title.map(|cell| cell.text.trim().to_owned()).filter(|title| !title.is_empty());
        contents.push(content);
    }
    Ok(())
}

/// Separators, the most usual first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many records are looked at to find the separator.
const LOOK_RECORDS: usize = 50;

/// Reads fields with `separator` between them, or with the one that the text shows.
///
/// # Errors
/// Bytes that are no text, and a table beyond a limit.
pub(crate) fn read(
    bytes: Vec<u8>,
    separator: Option<u8>,
    options: &ReadOptions,
) -> Result<Vec<Content>, DocumentError> {
    let decoded = charset::declared(bytes, options.encoding, None)?;
    let mut base = Content::default();
    base.decoded(&decoded);
    let (text, stated) = stated_separator(&decoded.text);
    let separator = stated.or(separator).unwrap_or_else(|| find_separator(text));
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
    contents(&[grid], options, base)
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

    use super::*;

    fn texts(table: &str, column: Option<&str>) -> Vec<String> {
        let options = ReadOptions { column: column.map(str::to_owned), ..ReadOptions::default() };
        let read = read(table.as_bytes().to_vec(), None, &options).unwrap();
        read.into_iter().map(|content| content.text).collect()
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
        let read = read(table.as_bytes().to_vec(), None, &options).unwrap();
        let field = |name: &str, value| MetadataField { name: name.to_owned(), value };
        assert_eq!(read[0].title.as_deref(), Some("Ауыл"));
        assert_eq!(
            read[0].metadata,
            [
                field("name", MetadataValue::Text("Ауыл".to_owned())),
                field("year", MetadataValue::Number(2023.0)),
                field("date", MetadataValue::Date("2023-03-19".to_owned())),
            ]
        );
        assert_eq!(read[0].left_out.count(LeftOutKind::OtherCells), 3);
    }

    #[test]
    fn a_column_that_is_not_there_is_an_error_with_the_columns() {
        let options = ReadOptions { column: Some("body".to_owned()), ..ReadOptions::default() };
        let error = read(b"id,text\n1,law\n".to_vec(), None, &options).map(|_| ()).unwrap_err();
        let known = vec!["id".to_owned(), "text".to_owned()];
        assert_eq!(error, DocumentError::NoColumn { column: "body".to_owned(), known });
    }
}
