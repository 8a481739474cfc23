//! JSON and JSON lines → texts: the field with a name, or all texts of each record.
//!
//! A record is an object, in a list or one a line. The other fields are data on the text. Without a
//! field a file is one text of all its texts.

use serde_json::{Map, Value};

use crate::{
    charset::declared,
    error::{DocumentError, DocumentLimit},
    model::{LeftOutKind, MetadataField, MetadataValue, ReadWarning},
    options::ReadOptions,
    reader::Content,
    text_builder::TextBuilder,
};

/// Reads a file in JSON: a list of records, one record, or one with a list in it.
///
/// # Errors
/// Bytes that are no text, a text that is no JSON, a field that is not there.
pub(crate) fn read(bytes: Vec<u8>, options: &ReadOptions) -> Result<Vec<Content>, DocumentError> {
    // A value takes several times its bytes.
    if bytes.len() > options.limits.part_bytes {
        return Err(DocumentLimit::Inflated.exceeded(options.limits.part_bytes));
    }
    let decoded = declared(bytes, options.encoding, None)?;
    let mut base = Content::default();
    base.decoded(&decoded);
    let value: Value = match serde_json::from_str(&decoded.text) {
        Ok(value) => value,
        Err(error) => {
            // Some programs call lines of JSON by the name of the other format.
            return lines(&decoded.text, options, &base).map_err(|_| json_error(&error, 1));
        }
    };
    drop(decoded);
    let records: Vec<(u32, &Value)> = (1..).zip(list(&value)).collect();
    contents(records.into_iter().map(Ok), options, &base)
}

/// Reads a file with one value a line.
///
/// # Errors
/// As [`read`], with the line.
pub(crate) fn read_lines(bytes: Vec<u8>, options: &ReadOptions) -> Result<Vec<Content>, DocumentError> {
    let decoded = declared(bytes, options.encoding, None)?;
    let mut base = Content::default();
    base.decoded(&decoded);
    lines(&decoded.text, options, &base)
}

fn lines(text: &str, options: &ReadOptions, base: &Content) -> Result<Vec<Content>, DocumentError> {
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let values = lines.map(|(number, line)| {
        let value = serde_json::from_str::<Value>(line).map_err(|error| json_error(&error, number))?;
        Ok((number, value))
    });
    contents(values, options, base)
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

/// Makes texts of records, each with its number.
fn contents<Record: std::borrow::Borrow<Value>>(
    records: impl Iterator<Item = Result<(u32, Record), DocumentError>>,
    options: &ReadOptions,
    base: &Content,
) -> Result<Vec<Content>, DocumentError> {
    let mut contents = Vec::new();
    let mut known: Vec<String> = Vec::new();
    let mut missing = 0_u32;
    let mut room = options.limits.text_bytes;
    let mut whole = TextBuilder::new(&options.limits);
    for record in records {
        let (number, record) = record?;
        let record = record.borrow();
        if known.is_empty() {
            known = names(record);
        }
        let Some(column) = &options.column else {
            write_texts(record, &mut whole)?;
            continue;
        };
        let Some(text) = field(record, column).and_then(text).filter(|text| !text.trim().is_empty()) else {
            missing = missing.saturating_add(1);
            continue;
        };
        if contents.len() >= options.limits.documents {
            return Err(DocumentLimit::Documents.exceeded(options.limits.documents));
        }
        room = room.checked_sub(text.len()).ok_or_else(|| DocumentLimit::Text.exceeded(options.limits.text_bytes))?;
        let mut content = Content { text, row: Some(number), ..base.clone() };
        content.metadata = metadata(record, column);
        let others = u32::try_from(content.metadata.len()).unwrap_or(u32::MAX);
        content.left_out.add(LeftOutKind::OtherFields, others);
        contents.push(content);
    }
    match &options.column {
        Some(column) if contents.is_empty() => Err(DocumentError::NoField { column: column.clone(), known }),
        Some(_) => {
            contents[0].left_out.add(LeftOutKind::OtherFields, missing);
            Ok(contents)
        }
        None => {
            let mut content = Content { text: whole.finish(), ..base.clone() };
            if known.len() > 1 {
                content.warnings.push(ReadWarning::WholeTable { columns: known });
            }
            Ok(vec![content])
        }
    }
}

fn names(record: &Value) -> Vec<String> {
    record.as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
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

fn metadata(record: &Value, column: &str) -> Vec<MetadataField> {
    let Some(fields) = record.as_object() else { return Vec::new() };
    let folded = column.to_lowercase();
    let value = |value: &Value| match value {
        Value::String(text) => Some(MetadataValue::of(text)),
        Value::Number(number) => number.as_f64().map(MetadataValue::Number),
        Value::Bool(truth) => Some(MetadataValue::Text(truth.to_string())),
        _ => None,
    };
    let others = fields.iter().filter(|(name, _)| name.to_lowercase() != folded);
    others.filter_map(|(name, found)| Some(MetadataField { name: name.clone(), value: value(found)? })).collect()
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
}
