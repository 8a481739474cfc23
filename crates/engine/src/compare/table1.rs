//! The counts of a text → what Table 1 names of it.

use std::cmp::Reverse;

use super::dominance::dominant;
use crate::{
    counting::{Column, Comparison, DocumentSummary, DominantValue, Measure, TopicPresence},
    lexicon::CategoryKind,
    matching::{Cell, ColumnId},
    settings::Table1Options,
};

/// Returns the topics that are special content of a text, most frequent first; topics with equal
/// counts keep their order in the table. A topic whose matches are signs alone has no rate, and is
/// special content only where no rate is asked for.
pub fn special_content(columns: &[Column], row: &DocumentSummary, options: Table1Options) -> Vec<TopicPresence> {
    let presence = |(column, cell): (&Column, &Cell)| TopicPresence {
        column: column.id,
        count: cell.count,
        per_thousand: Measure::PerThousandWords.value(row, column.id.0 as usize),
    };
    let is_special = |topic: &TopicPresence| {
        let reaches = |rate: f64| rate >= f64::from(options.special_rate);
        topic.count >= u64::from(options.special_matches.max(1))
            && (options.special_rate == 0 || topic.per_thousand.is_some_and(reaches))
    };
    let topics = columns.iter().zip(&row.cells).filter(|(column, _)| column.kind == CategoryKind::Topic);
    let mut topics: Vec<TopicPresence> = topics.map(presence).filter(is_special).collect();
    topics.sort_by_key(|topic| Reverse(topic.count));
    topics
}

/// Returns the dominant values of a text as [`dominant`] finds them among the ranked categories;
/// none where these have fewer matches than the options ask for.
pub fn dominant_values(columns: &[Column], row: &DocumentSummary, options: Table1Options) -> Vec<DominantValue> {
    if ranked_matches(columns, row, options) < u64::from(options.dominant_matches) {
        return Vec::new();
    }
    let (columns, counts): (Vec<ColumnId>, Vec<u64>) = ranked(columns, row, options).unzip();
    dominant(&counts).into_iter().map(|(at, share)| DominantValue { column: columns[at], share }).collect()
}

/// Returns the number of matches on which the dominant values of a text rest: those of all values,
/// and those of all topics where topics compete.
pub fn ranked_matches(columns: &[Column], row: &DocumentSummary, options: Table1Options) -> u64 {
    ranked(columns, row, options).map(|(_, count)| count).sum()
}

fn ranked(columns: &[Column], row: &DocumentSummary, options: Table1Options) -> impl Iterator<Item = (ColumnId, u64)> {
    let is_ranked = move |column: &Column| column.kind == CategoryKind::Value || options.topics_compete;
    let columns = columns.iter().zip(&row.cells).filter(move |(column, _)| is_ranked(column));
    columns.map(|(column, cell)| (column.id, cell.count))
}

/// Sets what Table 1 names in a table that was counted under other options. No count changes, and
/// distinctive words stay.
pub fn set_table1_options(table: &mut Comparison, options: Table1Options) {
    table.options.table1 = options;
    let columns = &table.columns;
    for (row, document) in table.table1.iter_mut().zip(&table.documents) {
        row.topics = special_content(columns, document, options);
        row.dominant = dominant_values(columns, document, options);
    }
}
