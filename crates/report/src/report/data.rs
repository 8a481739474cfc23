//! Data on texts → the columns of tables whose rows are texts.
//!
//! They stand right after the title, in the order in which they first appear. A column whose values are
//! all numbers, or all dates, has numbers or dates in files that know types; any other column has
//! texts. Law: without data on any text every file has the bytes that it has without this module.

use std::collections::HashMap;

use serde_json::{Map, Number, Value as Json};

use super::{
    csv::{CsvStyle, harmless},
    field::{Field, Value},
    style::TableStyle,
};
use tarazy_engine::{
    counting::{Comparison, DocumentSummary, MetadataColumn, MetadataKind, metadata_columns},
    language::{Language, number_format::DecimalSign},
    settings::MetadataValue,
};

/// The columns of data of a table.
pub(super) struct DataColumns {
    columns: Vec<MetadataColumn>,
    places: HashMap<String, usize>,
}

impl DataColumns {
    /// Returns the columns of a table; none where no text has data.
    pub(super) fn of(table: &Comparison) -> Self {
        let columns = metadata_columns(&table.documents);
        let places = columns.iter().enumerate().map(|(at, column)| (column.name.clone(), at)).collect();
        Self { columns, places }
    }

    /// Returns the heads.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.columns.iter().map(|column| column.name.clone())
    }

    /// Returns the heads in a file whose other columns have names as well: the name of a column of
    /// data that is one of `taken` has `:data` behind it.
    pub(super) fn heads(&self, taken: &[String]) -> Vec<String> {
        let head = |name: String| if taken.contains(&name) { format!("{name}:data") } else { name };
        self.names().map(|name| harmless(&head(name))).collect()
    }

    /// Returns for each column whether it holds numbers.
    pub(super) fn are_numeric(&self) -> impl Iterator<Item = bool> {
        self.columns.iter().map(|column| column.kind == MetadataKind::Number)
    }

    /// Returns the values of a row; `None` where a text lacks one.
    fn values<'row>(&self, row: &'row DocumentSummary) -> Vec<Option<&'row MetadataValue>> {
        let mut values = vec![None; self.columns.len()];
        for field in &row.metadata {
            if let Some(place) = self.places.get(&field.name) {
                values[*place] = Some(&field.value);
            }
        }
        values
    }

    /// Returns the fields of a row for a reader.
    pub(super) fn fields(&self, row: &DocumentSummary, style: TableStyle, language: Language) -> Vec<Field> {
        let is_comma = match style.decimal_sign {
            DecimalSign::Comma => true,
            DecimalSign::Point => false,
            DecimalSign::ByLanguage => language != Language::English,
        };
        let field = |(value, column): (Option<&MetadataValue>, &MetadataColumn)| match (value, column.kind) {
            (None, _) => Field { text: String::new(), value: Value::Text },
            (Some(value @ MetadataValue::Number(number)), MetadataKind::Number) => {
                let text = value.written();
                Field { text: if is_comma { text.replace('.', ",") } else { text }, value: Value::Plain(*number) }
            }
            (Some(MetadataValue::Date(date)), MetadataKind::Date) => {
                let value = day_number(date).map_or(Value::Text, Value::Day);
                Field { text: date.clone(), value }
            }
            (Some(value), _) => Field::from(value.written()),
        };
        self.values(row).into_iter().zip(&self.columns).map(field).collect()
    }

    /// Returns the fields of a row for a file of comma-separated values.
    pub(super) fn csv_fields(&self, row: &DocumentSummary, style: CsvStyle) -> Vec<String> {
        let field = |(value, column): (Option<&MetadataValue>, &MetadataColumn)| match (value, column.kind) {
            (None, _) => String::new(),
            (Some(value), MetadataKind::Number) => style.decimal(value.written()),
            (Some(value), _) => harmless(&value.written()),
        };
        self.values(row).into_iter().zip(&self.columns).map(field).collect()
    }

    /// Returns the data of a row as an object: numbers as numbers, everything else as texts.
    pub(super) fn json(&self, row: &DocumentSummary) -> Map<String, Json> {
        let value = |(value, column): (&MetadataValue, &MetadataColumn)| match (value, column.kind) {
            (MetadataValue::Number(number), MetadataKind::Number) => json_number(*number),
            (value, _) => Json::String(value.written()),
        };
        let values = self.values(row).into_iter().zip(&self.columns);
        values.filter_map(|(own, column)| Some((column.name.clone(), value((own?, column))))).collect()
    }
}

/// Returns a number, without a point where it is whole.
fn json_number(number: f64) -> Json {
    let whole = format!("{number}").parse::<i64>().ok();
    whole.map_or_else(|| Number::from_f64(number).map_or(Json::Null, Json::Number), Json::from)
}

/// Returns a day as workbooks count them, for a whole date from March 1900 to 9999. Programs do not
/// agree on days before.
fn day_number(date: &str) -> Option<u32> {
    let mut parts = date.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    // Days since 1 March of the year 0, so that the day of a leap year is the last one of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year.checked_sub(1)?, month + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day.checked_sub(1)?;
    days.checked_sub(FIRST_DAY).map(|days| days + FIRST_NUMBER)
}

/// 1 March 1900 in days since 1 March of the year 0.
const FIRST_DAY: u32 = 365 * 1900 + 1900 / 4 - 1900 / 100 + 1900 / 400;
/// The number of 1 March 1900 in workbooks.
const FIRST_NUMBER: u32 = 61;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_in_workbooks() {
        for (date, number) in [
            ("1900-03-01", Some(61)),
            ("2000-02-29", Some(36_585)),
            ("2023-03-19", Some(45_004)),
            ("2024-12-31", Some(45_657)),
            ("9999-12-31", Some(2_958_465)),
            ("1900-02-28", None),
            ("0000-01-01", None),
            ("2023-03", None),
        ] {
            assert_eq!(day_number(date), number, "{date}");
        }
    }
}
