//! JSON and JSON lines → texts: the field with a name, or all texts of each record.
//!
//! A record is an object, in a list or one a line. The other fields are data on the text. Without a
//! field a file is one text of all its texts. For a preview the records are rows of a table, whose
//! columns are the fields of all of them.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Map, Value};

use tarazy_engine::settings::{MetadataField, MetadataValue};

use crate::{
    charset::declared,
    content::Content,
    error::{DocumentError, DocumentLimit},
    grid::{Cell, Grid, Tables, usual_title},
    left_out::LeftOutKind,
    model::ReadWarning,
    options::ReadOptions,
    text_builder::TextBuilder,
};

/// Reads a file in JSON: a list of records, one record, or one with a list in it.
///
/// # Errors
/// Bytes that are no text, a text that is no JSON, a field that is not there.
pub(crate) fn read(bytes: Vec<u8>, options: &ReadOptions) -> Result<Vec<Content>, DocumentError> {
    let mut texts = Texts::new(options);
    let base = records(bytes, options, |number, record| texts.add(number, record))?;
    texts.finish(&base)
}

/// Reads a file with one value a line.
///
/// # Errors
/// As [`read`], with the line.
pub(crate) fn read_lines(bytes: Vec<u8>, options: &ReadOptions) -> Result<Vec<Content>, DocumentError> {
    let mut texts = Texts::new(options);
    let base = records_in_lines(bytes, options, |number, record| texts.add(number, record))?;
    texts.finish(&base)
}

/// Reads the records of a file as rows of a table, whose first row has the names of the fields; a
/// file with one value a line if `is_lines`.
///
/// # Errors
/// As [`read`]; more cells than are read.
pub(crate) fn read_table(bytes: Vec<u8>, is_lines: bool, options: &ReadOptions) -> Result<Tables, DocumentError> {
    let mut table = Table { room: options.limits.cells, ..Table::default() };
    let mut add = |number, record: &Value| table.add(number, record, options.limits.cells);
    let base = if is_lines { records_in_lines(bytes, options, &mut add) } else { records(bytes, options, &mut add) }?;
    let mut rows = vec![(0, table.names.into_iter().map(Cell::from).collect())];
    rows.append(&mut table.rows);
    Ok(Tables { grids: vec![Grid { rows }], base, separator: None })
}

/// Calls `take` with each record of a file in JSON and its number; returns what is known of all.
fn records(
    bytes: Vec<u8>,
    options: &ReadOptions,
    mut take: impl FnMut(u32, &Value) -> Result<(), DocumentError>,
) -> Result<Content, DocumentError> {
    // A value takes several times its bytes.
    if bytes.len() > options.limits.part_bytes {
        return Err(DocumentLimit::Inflated.exceeded(options.limits.part_bytes));
    }
    let (text, base) = decoded(bytes, options)?;
    let value: Value = match serde_json::from_str(&text) {
        Ok(value) => value,
        // Some programs call lines of JSON by the name of the other format.
        Err(error) if has_values_in_lines(&text) => {
            return lines(&text, &mut take).map(|()| base).map_err(|failure| match failure {
                DocumentError::Json { .. } => json_error(&error, 1),
                failure => failure,
            });
        }
        Err(error) => return Err(json_error(&error, 1)),
    };
    drop(text);
    (1..).zip(list(&value)).try_for_each(|(number, record)| take(number, record))?;
    Ok(base)
}

/// As [`records`], for a file with one value a line.
fn records_in_lines(
    bytes: Vec<u8>,
    options: &ReadOptions,
    mut take: impl FnMut(u32, &Value) -> Result<(), DocumentError>,
) -> Result<Content, DocumentError> {
    let (text, base) = decoded(bytes, options)?;
    lines(&text, &mut take)?;
    Ok(base)
}

fn decoded(bytes: Vec<u8>, options: &ReadOptions) -> Result<(String, Content), DocumentError> {
    let decoded = declared(bytes, options.encoding, None)?;
    let mut base = Content::default();
    base.decoded(&decoded);
    Ok((decoded.text, base))
}

/// Returns the lines with a value, each with its number.
fn value_lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty())
}

/// Returns `true` if the first line of a text is a whole value.
fn has_values_in_lines(text: &str) -> bool {
    value_lines(text).next().is_some_and(|(_, line)| serde_json::from_str::<Value>(line).is_ok())
}

fn lines(text: &str, take: &mut impl FnMut(u32, &Value) -> Result<(), DocumentError>) -> Result<(), DocumentError> {
    for (number, line) in value_lines(text) {
        let value = serde_json::from_str::<Value>(line).map_err(|error| json_error(&error, number))?;
        take(number, &value)?;
    }
    Ok(())
}

fn json_error(error: &serde_json::Error, first_line: u32) -> DocumentError {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let line = number(error.line()).saturating_sub(1).saturating_add(first_line);
    DocumentError::Json { line, column: number(error.column()) }
}

/// Returns the records of a value: those of a list, those of the only list of an object, or itself.
fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().collect(),
        Value::Object(fields) => {
            let mut lists = fields.values().filter_map(|value| match value {
                Value::Array(values) if values.iter().any(Value::is_object) => Some(values),
                _ => None,
            });
            match (lists.next(), lists.next()) {
                (Some(values), None) => values.iter().collect(),
                _ => vec![value],
            }
        }
        _ => vec![value],
    }
}

/// The texts of a file while they are made.
struct Texts<'options> {
    options: &'options ReadOptions,
    contents: Vec<Content>,
    /// The names of the fields of the first record.
    known: Vec<String>,
    /// Records without the field.
    missing: u32,
    /// Bytes of text that may still be made.
    room: usize,
    /// All texts, where no field is chosen.
    whole: TextBuilder,
    /// Fields that the options name for titles and data, and that no record has so far.
    absent: BTreeSet<String>,
}

impl<'options> Texts<'options> {
    fn new(options: &'options ReadOptions) -> Self {
        let title = options.title_column.iter().filter(|name| !name.is_empty());
        let named = title.chain(options.data_columns.iter().flatten());
        Self {
            options,
            contents: Vec::new(),
            known: Vec::new(),
            missing: 0,
            room: options.limits.text_bytes,
            whole: TextBuilder::new(&options.limits),
            absent: if options.column.is_some() { named.cloned().collect() } else { BTreeSet::new() },
        }
    }

    /// Makes a text of a record.
    fn add(&mut self, number: u32, record: &Value) -> Result<(), DocumentError> {
        if self.known.is_empty() {
            self.known = names(record);
        }
        let Some(column) = &self.options.column else { return write_texts(record, &mut self.whole) };
        self.absent.retain(|name| field(record, name).is_none());
        let found = field(record, column).and_then(|value| Some((value, text(value)?)));
        let Some((value, text)) = found.filter(|(_, text)| !text.trim().is_empty()) else {
            self.missing = self.missing.saturating_add(1);
            return Ok(());
        };
        let limits = &self.options.limits;
        if self.contents.len() >= limits.documents {
            return Err(DocumentLimit::Documents.exceeded(limits.documents));
        }
        let room = self.room.checked_sub(text.len());
        self.room = room.ok_or_else(|| DocumentLimit::Text.exceeded(limits.text_bytes))?;
        let mut content = Content { text, row: Some(number), ..Content::default() };
        let title = self.title(record, value);
        content.title = title.and_then(scalar).map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
        let others = others(record, value);
        content.left_out.add(LeftOutKind::OtherFields, u32::try_from(others.len()).unwrap_or(u32::MAX));
        content.metadata = match &self.options.data_columns {
            None => match title {
                Some(title) => data(record, |other| !std::ptr::eq(other, value) && !std::ptr::eq(other, title)),
                None => others,
            },
            Some(names) => {
                let chosen: Vec<&Value> = names.iter().filter_map(|name| field(record, name)).collect();
                data(record, |other| chosen.iter().any(|chosen| std::ptr::eq(*chosen, other)))
            }
        };
        self.contents.push(content);
        Ok(())
    }

    /// Returns the field with the title of a record, whose text is `text_value`.
    fn title<'record>(&self, record: &'record Value, text_value: &Value) -> Option<&'record Value> {
        match self.options.title_column.as_deref() {
            Some("") => None,
            Some(name) => field(record, name),
            None => {
                let fields = record.as_object()?;
                let place = usual_title(fields.keys().map(String::as_str))?;
                fields.values().nth(place).filter(|value| !std::ptr::eq(*value, text_value))
            }
        }
    }

    /// Returns the texts; `base` is what is known of all of them.
    fn finish(mut self, base: &Content) -> Result<Vec<Content>, DocumentError> {
        let Some(column) = &self.options.column else {
            let mut content = Content { text: self.whole.finish(), ..base.clone() };
            if self.known.len() > 1 {
                content.warnings.push(ReadWarning::WholeTable { columns: self.known });
            }
            return Ok(vec![content]);
        };
        let absent = if self.contents.is_empty() { Some(column.clone()) } else { self.absent.pop_first() };
        if let Some(column) = absent {
            return Err(DocumentError::NoField { column, known: self.known });
        }
        for content in &mut self.contents {
            (content.encoding, content.confidence) = (base.encoding, base.confidence);
            content.warnings.clone_from(&base.warnings);
        }
        self.contents[0].left_out.add(LeftOutKind::OtherFields, self.missing);
        Ok(self.contents)
    }
}

/// The records of a file as rows of a table.
#[derive(Default)]
struct Table {
    names: Vec<String>,
    places: HashMap<String, usize>,
    rows: Vec<(u32, Vec<Cell>)>,
    /// Cells that may still be made.
    room: usize,
}

impl Table {
    fn add(&mut self, number: u32, record: &Value, most: usize) -> Result<(), DocumentError> {
        let mut row: Vec<Cell> = Vec::new();
        let mut result = Ok(());
        each_field(record, &mut |path, value| {
            let Some(text) = text(value).or_else(|| scalar(value)) else { return };
            // Fields are found in capital and small letters alike.
            let place = *self.places.entry(path.to_lowercase()).or_insert_with(|| {
                self.names.push(path.to_owned());
                self.names.len() - 1
            });
            let added = (place + 1).saturating_sub(row.len());
            let Some(room) = self.room.checked_sub(added) else {
                result = Err(DocumentLimit::Cells.exceeded(most));
                return;
            };
            self.room = room;
            row.resize_with(row.len() + added, Cell::default);
            row[place] = Cell { text, value: data_value(value) };
        });
        self.rows.push((number, row));
        result
    }
}

fn names(record: &Value) -> Vec<String> {
    record.as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
}

/// How deep fields of records inside others are columns, and how long their names may be together.
const MOST_DEEP: usize = 8;
const LONGEST_PATH: usize = 200;

/// Calls `take` with each field of a record and the names on the way to it, with points between
/// them. Fields farther inside than [`MOST_DEEP`], and those with longer names than [`LONGEST_PATH`],
/// are reached by [`field`] alone.
fn each_field<'record>(record: &'record Value, take: &mut impl FnMut(&str, &'record Value)) {
    fn walk<'record>(
        value: &'record Value,
        path: &mut String,
        depth: usize,
        take: &mut impl FnMut(&str, &'record Value),
    ) {
        let Some(fields) = value.as_object() else { return take(path, value) };
        for (name, value) in fields {
            let len = path.len();
            if depth < MOST_DEEP && len + name.len() < LONGEST_PATH {
                if len > 0 {
                    path.push('.');
                }
                path.push_str(name);
                walk(value, path, depth + 1, take);
                path.truncate(len);
            }
        }
    }
    if record.is_object() {
        walk(record, &mut String::new(), 0, take);
    }
}

/// Finds a field by its name, or by the names on the way to it with points between them; a field
/// that stands in another is found by its own name too.
fn field<'record>(record: &'record Value, name: &str) -> Option<&'record Value> {
    let fields = record.as_object()?;
    if let Some(value) = by_name(fields, name) {
        return Some(value);
    }
    if let Some((first, rest)) = name.split_once('.')
        && let Some(value) = by_name(fields, first)
    {
        return field(value, rest);
    }
    fields.values().filter(|value| value.is_object()).find_map(|value| field(value, name))
}

fn by_name<'record>(fields: &'record Map<String, Value>, name: &str) -> Option<&'record Value> {
    fields.get(name).or_else(|| {
        let folded = name.to_lowercase();
        fields.iter().find(|(known, _)| known.to_lowercase() == folded).map(|(_, value)| value)
    })
}

/// Returns the text of a field: a text, or texts with breaks between them.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => {
            let texts: Vec<String> = values.iter().filter_map(text).collect();
            (!texts.is_empty()).then(|| texts.join("\n\n"))
        }
        _ => None,
    }
}

/// Returns what a field shows that is no list and no record.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// Returns the value of a field as data on a text.
fn data_value(value: &Value) -> Option<MetadataValue> {
    match value {
        Value::String(text) => Some(MetadataValue::of(text)),
        Value::Number(number) => number.as_f64().map(MetadataValue::Number),
        Value::Bool(truth) => Some(MetadataValue::Text(truth.to_string())),
        _ => None,
    }
}

/// Returns the data in a record, without its text.
fn others(record: &Value, text: &Value) -> Vec<MetadataField> {
    data(record, |value| !std::ptr::eq(value, text))
}

/// Returns the fields of a record that are chosen, as data on its text.
fn data(record: &Value, is_chosen: impl Fn(&Value) -> bool) -> Vec<MetadataField> {
    let mut data = Vec::new();
    each_field(record, &mut |path, value| {
        if let Some(found) = data_value(value).filter(|_| is_chosen(value)) {
            data.push(MetadataField { name: path.to_owned(), value: found });
        }
    });
    data
}

/// Adds all texts in a value, in the order of the file.
fn write_texts(value: &Value, builder: &mut TextBuilder) -> Result<(), DocumentError> {
    match value {
        Value::String(text) => {
            builder.text(text)?;
            builder.paragraph();
        }
        Value::Array(values) => values.iter().try_for_each(|value| write_texts(value, builder))?,
        Value::Object(fields) => fields.values().try_for_each(|value| write_texts(value, builder))?,
        _ => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn texts(file: &str, column: Option<&str>) -> Vec<String> {
        let options = ReadOptions { column: column.map(str::to_owned), ..ReadOptions::default() };
        read(file.as_bytes().to_vec(), &options).unwrap().into_iter().map(|content| content.text).collect()
    }

    #[rstest]
    #[case::list(r#"[{"text":"law","id":1},{"text":"order"}]"#, Some("text"), &["law", "order"])]
    #[case::inner(r#"{"total":2,"items":[{"Text":"law"},{"x":1}]}"#, Some("text"), &["law"])]
    #[case::path(r#"[{"a":{"body":"law"}}]"#, Some("a.body"), &["law"])]
    #[case::nested(r#"[{"a":{"body":"law"}}]"#, Some("body"), &["law"])]
    #[case::parts(r#"[{"text":["law","order"]}]"#, Some("text"), &["law\n\norder"])]
    #[case::escapes(r#"[{"text":"\u0431\ud83d\ude00"}]"#, Some("text"), &["б\u{1f600}"])]
    #[case::lines("{\"text\":\"law\"}\n\n{\"text\":\"order\"}\n", Some("text"), &["law", "order"])]
    #[case::whole(r#"[{"a":"law","n":1},"order"]"#, None, &["law\n\norder"])]
    fn texts_of_records(#[case] file: &str, #[case] column: Option<&str>, #[case] expected: &[&str]) {
        assert_eq!(texts(file, column), expected);
    }

    #[test]
    fn errors_name_the_place_and_the_fields() {
        let options = ReadOptions { column: Some("text".to_owned()), ..ReadOptions::default() };
        let error = |file: &str| read_lines(file.as_bytes().to_vec(), &options).map(|_| ()).unwrap_err();
        assert_eq!(error("{\"text\":\"a\"}\n{no\n"), DocumentError::Json { line: 2, column: 2 });
        let known = vec!["body".to_owned()];
        assert_eq!(error("{\"body\":\"a\"}"), DocumentError::NoField { column: "text".to_owned(), known });
        let deep = "[".repeat(100_000);
        assert!(matches!(error(&deep), DocumentError::Json { line: 1, .. }));
    }

    #[test]
    fn title_and_data_are_the_fields_of_the_options() {
        let file = r#"[{"text":"law","title":"A","by":{"party":"Ауыл","year":2023},"is":true,"tags":["x"]}]"#;
        let with = |title: Option<&str>, data: Option<&[&str]>| {
            let options = ReadOptions {
                column: Some("text".to_owned()),
                title_column: title.map(str::to_owned),
                data_columns: data.map(|names| names.iter().map(|name| (*name).to_owned()).collect()),
                ..ReadOptions::default()
            };
            read(file.as_bytes().to_vec(), &options).map(|mut contents| contents.remove(0))
        };
        let field = |name: &str, value| MetadataField { name: name.to_owned(), value };
        let usual = with(None, None).unwrap();
        assert_eq!(usual.title.as_deref(), Some("A"));
        assert_eq!(
            usual.metadata,
            [
                field("by.party", MetadataValue::Text("Ауыл".to_owned())),
                field("by.year", MetadataValue::Number(2023.0)),
                field("is", MetadataValue::Text("true".to_owned())),
            ]
        );
        let chosen = with(Some("party"), Some(&["by.year"])).unwrap();
        assert_eq!(chosen.title.as_deref(), Some("Ауыл"));
        assert_eq!(chosen.metadata, [field("by.year", MetadataValue::Number(2023.0))]);
        assert_eq!(chosen.left_out.count(LeftOutKind::OtherFields), 4);
        assert_eq!(with(Some(""), Some(&[])).unwrap().title, None);
        let error = with(None, Some(&["country"])).map(|_| ()).unwrap_err();
        assert!(matches!(error, DocumentError::NoField { column, .. } if column == "country"));
    }

    #[test]
    fn records_are_rows_with_the_fields_of_all_of_them() {
        let file = r#"[{"a":"law","n":1},{"b":{"c":["x","y"]},"a":"order"},"bare"]"#;
        let table = read_table(file.as_bytes().to_vec(), false, &ReadOptions::default()).unwrap();
        let rows: Vec<Vec<&str>> =
            table.grids[0].rows.iter().map(|(_, row)| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
        assert_eq!(rows, [vec!["a", "n", "b.c"], vec!["law", "1"], vec!["order", "", "x\n\ny"], vec![]]);
        let limits = crate::Limits { cells: 3, ..crate::Limits::default() };
        let read = read_table(file.as_bytes().to_vec(), false, &ReadOptions { limits, ..ReadOptions::default() });
        assert_eq!(read.map(|_| ()).unwrap_err().code(), "document-limit");
    }
}
