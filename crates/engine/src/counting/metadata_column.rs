//! Data on documents → the columns of data of their table.

use std::collections::HashMap;

use super::DocumentSummary;
use crate::{
    problem::{Argument, Problem, SourceLocation},
    settings::{MetadataField, MetadataValue},
};

/// A column of data on documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetadataColumn {
    /// Its name.
    pub name: String,
    /// What all of its values are.
    pub kind: MetadataKind,
}

/// What the values of a column of data are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetadataKind {
    /// Numbers, all of them.
    Number,
    /// Dates, all of them.
    Date,
    /// Anything else; numbers and dates among texts are shown as they are written.
    Text,
}

impl MetadataKind {
    fn of(value: &MetadataValue) -> Self {
        match value {
            MetadataValue::Number(_) => Self::Number,
            MetadataValue::Date(_) => Self::Date,
            MetadataValue::Text(_) => Self::Text,
        }
    }
}

/// The most columns of data that a table has.
pub const MAX_METADATA_COLUMNS: usize = 300;

/// Returns the columns of data on documents in the order in which they appear first, at most
/// [`MAX_METADATA_COLUMNS`]. A document may lack any of them. Cost: linear in the pieces of data.
pub fn metadata_columns(documents: &[DocumentSummary]) -> Vec<MetadataColumn> {
    let mut columns = columns_of(documents.iter().map(|row| row.metadata.as_slice()));
    columns.truncate(MAX_METADATA_COLUMNS);
    columns
}

/// Returns the warning that there is data for more columns than a table has; `None` where there is not.
pub(crate) fn columns_left_out(documents: &[DocumentSummary]) -> Option<Problem> {
    let count = columns_of(documents.iter().map(|row| row.metadata.as_slice())).len();
    let number = |name: &str, value: usize| (name.to_owned(), Argument::from(value as u64));
    (count > MAX_METADATA_COLUMNS).then(|| Problem {
        code: "data-too-many-columns".to_owned(),
        is_warning: true,
        place: SourceLocation::default(),
        arguments: vec![number("count", count), number("limit", MAX_METADATA_COLUMNS)],
    })
}

/// Returns the columns of lists of data.
fn columns_of<'data>(lists: impl Iterator<Item = &'data [MetadataField]>) -> Vec<MetadataColumn> {
    let mut columns: Vec<MetadataColumn> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for MetadataField { name, value } in lists.flatten() {
        let kind = MetadataKind::of(value);
        let place = *places.entry(name).or_insert_with(|| {
            columns.push(MetadataColumn { name: name.clone(), kind });
            columns.len() - 1
        });
        if columns[place].kind != kind {
            columns[place].kind = MetadataKind::Text;
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(list: &[(&str, &str)]) -> Vec<MetadataField> {
        let field =
            |(name, value): &(&str, &str)| MetadataField { name: (*name).into(), value: MetadataValue::of(value) };
        list.iter().map(field).collect()
    }

    #[test]
    fn columns_stand_in_the_order_of_first_appearance_with_one_type_each() {
        let lists = [
            fields(&[("year", "2019"), ("day", "2019-03-20")]),
            fields(&[]),
            fields(&[("party", "Ауыл"), ("year", "2023"), ("day", "spring"), ("code", "7")]),
            fields(&[("code", "2024-01-01"), ("held", "2024-01-01")]),
        ];
        let columns = columns_of(lists.iter().map(Vec::as_slice));
        let found: Vec<_> = columns.iter().map(|column| (column.name.as_str(), column.kind)).collect();
        use MetadataKind::{Date, Number, Text};
        assert_eq!(found, [("year", Number), ("day", Text), ("party", Text), ("code", Text), ("held", Date)]);
    }
}
