//! The concepts of a lexicon, language beside language → files.
//!
//! The `table` in each signature is that of the same study; it names the policy and the lexicon.

use serde_json::{Value, json};

use super::{
    VERSION,
    csv::{CsvStyle, harmless, write},
    field::Field,
    grid::{Grid, notes},
    markdown, provenance,
};
use crate::message::Messages;
use tarazy_engine::{
    counting::Comparison,
    language::{
        Language,
        number_format::{format_decimal, format_integer},
    },
    study::{LEAST_EXPECTED, ParallelCell, ParallelColumn, ParallelPage, ParallelRow, ParallelSubject, UNEVEN_FACTOR},
};

/// Returns the concepts in the words and numbers of a language: category in square brackets or
/// concept, the entries of each language with matches and rate where there are texts, and what is
/// remarkable.
pub fn parallel_grid(page: &ParallelPage, table: &Comparison, decimals: usize, messages: &Messages) -> Grid {
    let language = messages.language();
    let mut header = vec![messages.get("parallel-subject")];
    let mut is_numeric = vec![false];
    for column in &page.columns {
        header.push(messages.get(&format!("parallel-language-{}", code(column))));
        is_numeric.push(false);
        if column.words.is_some() {
            header.extend([messages.get("parallel-matches"), messages.get("parallel-rate")]);
            is_numeric.extend([true, true]);
        }
    }
    header.push(messages.get("parallel-remarks"));
    is_numeric.push(false);
    let rows = page.rows.iter().map(|row| {
        let mut fields = vec![match &row.subject {
            ParallelSubject::Category(_) => format!("[{}]", row.category),
            ParallelSubject::Concept(concept) => concept.clone(),
            ParallelSubject::Unlinked => String::new(),
        }];
        for (column, cell) in page.columns.iter().zip(&row.cells) {
            let is_head = matches!(row.subject, ParallelSubject::Category(_));
            fields.push(if is_head { format_integer(cell.entry_count, language) } else { entries(cell, ", ") });
            if column.words.is_some() {
                fields.push(cell.caught.map_or_else(String::new, |caught| format_integer(caught.matches, language)));
                let rate = |rate| format_decimal(Some(rate), decimals, language);
                fields.push(cell.caught.map_or_else(String::new, |caught| rate(caught.per_thousand)));
            }
        }
        fields.push(remarks(row, &page.columns, messages));
        fields.into_iter().map(Field::from).collect()
    });
    let totals = [
        ("concepts", page.totals.concepts),
        ("gaps", page.totals.gaps),
        ("uneven", page.totals.uneven),
        ("unlinked", page.totals.unlinked),
    ];
    let totals = totals.map(|(name, number)| (name, format_integer(number, language).into()));
    let thresholds = [("factor", UNEVEN_FACTOR.into()), ("least", LEAST_EXPECTED.into())];
    let own = [messages.format("parallel-totals", &totals), messages.format("parallel-hint", &thresholds)];
    Grid {
        title: String::new(),
        header,
        rows: rows.collect(),
        is_numeric,
        notes: own.into_iter().chain(notes(table, None, messages)).collect(),
    }
}

/// Returns the concepts as a table in Markdown with its notes.
pub fn parallel_markdown(page: &ParallelPage, table: &Comparison, decimals: usize, messages: &Messages) -> String {
    markdown::render(&parallel_grid(page, table, decimals, messages))
}

/// Returns the concepts as CSV: `row` (`category`, `concept` or `unlinked`), `category`, `concept`,
/// for each language `kk`, `kk_entries`, `kk_matches`, `kk_per_1000_words` and so on, then
/// `is_gap`, `is_uneven`, `policy`, `lexicon`, `lexicon_sha256`, `version`, `negation`,
/// `lexicon_version`, `levels` and `case_sensitive`.
///
/// Entries stand as written, with `; ` between them. A field is empty where there is no text in the
/// language.
pub fn parallel_csv(page: &ParallelPage, table: &Comparison, style: CsvStyle) -> String {
    let mut header = ["row", "category", "concept"].map(str::to_owned).to_vec();
    for column in &page.columns {
        let code = code(column);
        header.push(code.to_owned());
        header.extend(["entries", "matches", "per_1000_words"].map(|name| format!("{code}_{name}")));
    }
    header.extend(["is_gap", "is_uneven"].into_iter().chain(provenance::STUDY_COLUMNS).map(str::to_owned));
    let row = |row: &ParallelRow| {
        let (kind, concept) = subject(row);
        let mut fields = vec![kind.to_owned(), harmless(&row.category), concept.unwrap_or_default().to_owned()];
        for cell in &row.cells {
            fields.extend([harmless(&entries(cell, "; ")), cell.entry_count.to_string()]);
            fields.push(cell.caught.map_or_else(String::new, |caught| caught.matches.to_string()));
            let rate = cell.caught.map(|caught| style.decimal(format!("{:.6}", caught.per_thousand)));
            fields.push(rate.unwrap_or_default());
        }
        fields.extend([row.is_gap.to_string(), row.is_uneven.to_string()]);
        fields.extend(provenance::study_fields(table));
        fields
    };
    let rows: Vec<Vec<String>> = std::iter::once(header).chain(page.rows.iter().map(row)).collect();
    write(&rows, style)
}

/// Returns
/// `{"version", "policy", "lexicon": {"id", "sha256"}, "totals": {"concepts", "gaps", "uneven", "unlinked"}, "columns": [{"language", "words"}], "rows": [{"row", "category", "concept", "is_gap", "is_uneven", "cells": [{"language", "entries", "entry_count", "matches", "per_1000_words"}]}]}`;
/// null for a language without texts, a row without concept.
pub fn parallel_json(page: &ParallelPage, table: &Comparison) -> String {
    let row = |row: &ParallelRow| {
        let (kind, concept) = subject(row);
        let cells = page.columns.iter().zip(&row.cells).map(|(column, cell)| {
            json!({
                "language": code(column),
                "entries": cell.entries.iter().map(|entry| &entry.written).collect::<Vec<_>>(),
                "entry_count": cell.entry_count,
                "matches": cell.caught.map(|caught| caught.matches),
                "per_1000_words": cell.caught.map(|caught| caught.per_thousand),
            })
        });
        json!({
            "row": kind, "category": row.category, "concept": concept, "is_gap": row.is_gap, "is_uneven": row.is_uneven,
            "cells": cells.collect::<Vec<Value>>(),
        })
    };
    let columns = page.columns.iter().map(|column| json!({ "language": code(column), "words": column.words }));
    let totals = page.totals;
    let report = json!({
        "version": VERSION,
        "policy": table.options.policy.name(),
        "lexicon": { "id": table.lexicon.id, "sha256": table.lexicon.sha256 },
        "totals": {
            "concepts": totals.concepts, "gaps": totals.gaps, "uneven": totals.uneven, "unlinked": totals.unlinked,
        },
        "columns": columns.collect::<Vec<Value>>(),
        "rows": page.rows.iter().map(row).collect::<Vec<Value>>(),
    });
    let mut text = serde_json::to_string_pretty(&report).expect("text, numbers and lists have a JSON form");
    text.push('\n');
    text
}

fn code(column: &ParallelColumn) -> &'static str {
    column.language.map_or("any", Language::code)
}

fn entries(cell: &ParallelCell, separator: &str) -> String {
    cell.entries.iter().map(|entry| entry.written.as_str()).collect::<Vec<_>>().join(separator)
}

/// The kind of a row, and its concept.
fn subject(row: &ParallelRow) -> (&'static str, Option<&str>) {
    match &row.subject {
        ParallelSubject::Category(_) => ("category", None),
        ParallelSubject::Concept(concept) => ("concept", Some(concept)),
        ParallelSubject::Unlinked => ("unlinked", None),
    }
}

fn remarks(row: &ParallelRow, columns: &[ParallelColumn], messages: &Messages) -> String {
    let mut remarks = Vec::new();
    if row.is_gap {
        let lacking = columns.iter().zip(&row.cells).filter(|(_, cell)| cell.entry_count == 0);
        let codes: Vec<&str> = lacking.filter_map(|(column, _)| column.language.map(Language::code)).collect();
        remarks.push(messages.format("parallel-remark-gap", &[("languages", codes.join(", ").into())]));
    }
    if row.is_uneven {
        remarks.push(messages.get("parallel-uneven"));
    }
    if row.is_unlinked() {
        remarks.push(messages.get("parallel-unlinked"));
    }
    remarks.join("; ")
}
