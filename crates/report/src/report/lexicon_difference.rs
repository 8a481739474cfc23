//! How two lexicons differ → sentences, lines for a terminal, CSV, JSON.

use serde_json::{Value, json};

use super::{
    csv::{CsvStyle, harmless, write},
    field::Field,
    grid::Grid,
    lint::entry_json,
    provenance,
    terminal::shown,
};
use crate::{message::Messages, report::VERSION};
use tarazy_engine::{
    language::{
        Language,
        number_format::{MINUS, MISSING, format_decimal, format_integer},
    },
    lexicon::{CategoryKind, LocalText},
    study::{
        CategoryDetail, Cause, CellDifference, ColumnPair, EntryAspect, EntryChange, LexiconDifference, NamedEntry,
    },
};

/// Writes a difference with its sign: `+3`, `−2`, `0`.
pub fn signed_number(value: i64, language: Language) -> String {
    let size = format_integer(value.unsigned_abs(), language);
    match value {
        0 => size,
        1.. => format!("+{size}"),
        _ => format!("{MINUS}{size}"),
    }
}

/// Returns what happened to a category: "was values/liberty".
pub fn category_sentence(messages: &Messages, detail: &CategoryDetail) -> String {
    match detail {
        CategoryDetail::Added => messages.get("difference-category-added"),
        CategoryDetail::Removed => messages.get("difference-category-removed"),
        CategoryDetail::Renamed { from } => {
            messages.format("difference-category-renamed", &[("from", from.as_str().into())])
        }
        CategoryDetail::Retitled { from } => {
            let from = from.get(messages.language());
            messages.format("difference-category-retitled", &[("from", from.into())])
        }
        CategoryDetail::Kind { to, .. } => {
            messages.format("difference-category-kind", &[("to", kind_name(*to).into())])
        }
        CategoryDetail::Exclusions { added, removed, .. } => {
            let plus = added.iter().map(|pattern| format!("+ {pattern}"));
            let minus = removed.iter().map(|pattern| format!("{MINUS} {pattern}"));
            let list = plus.chain(minus).collect::<Vec<_>>().join(", ");
            messages.format("difference-category-exclusions", &[("list", list.into())])
        }
    }
}

const fn kind_name(kind: CategoryKind) -> &'static str {
    match kind {
        CategoryKind::Value => "value",
        CategoryKind::Topic => "topic",
    }
}

/// Returns what happened to an entry, one phrase for each thing: "new", "weight: 1 → 2".
pub fn entry_sentences(messages: &Messages, change: &EntryChange) -> Vec<String> {
    match (&change.before, &change.after) {
        (None, _) => vec![messages.get("difference-entry-added")],
        (_, None) => vec![messages.get("difference-entry-removed")],
        (Some(before), Some(after)) => {
            change.aspects.iter().map(|aspect| aspect_sentence(messages, aspect, before, after)).collect()
        }
    }
}

fn aspect_sentence(messages: &Messages, aspect: &EntryAspect, before: &NamedEntry, after: &NamedEntry) -> String {
    let sentence = |key: &str, before: &str, after: &str| {
        let some = |text: &str| if text.is_empty() { messages.get("difference-aspect-none") } else { text.to_owned() };
        messages.format(key, &[("before", some(before).into()), ("after", some(after).into())])
    };
    match aspect {
        EntryAspect::Category => sentence("difference-aspect-category", &before.category, &after.category),
        EntryAspect::Parts { before, after } => {
            let names = |parts: &[tarazy_engine::language::PartOfSpeech]| {
                let names = parts.iter().map(|part| messages.get(&format!("part-{}", part.name())));
                names.collect::<Vec<_>>().join(", ")
            };
            sentence("difference-aspect-parts", &names(before), &names(after))
        }
        EntryAspect::Weight { before, after } => {
            let weight = |weight: f64| {
                let decimals = weight.abs().to_string().split_once('.').map_or(0, |(_, fraction)| fraction.len());
                format_decimal(Some(weight), decimals, messages.language())
            };
            sentence("difference-aspect-weight", &weight(*before), &weight(*after))
        }
        EntryAspect::Conditions { before, after } => sentence("difference-aspect-conditions", before, after),
        EntryAspect::Note { before, after } => sentence("difference-aspect-note", before, after),
        EntryAspect::Source { before, after } => sentence("difference-aspect-source", before, after),
    }
}

/// Returns why an entry counts otherwise: "“rule of law” takes its place (gained 1, lost 3)".
pub fn cause_sentence(messages: &Messages, cause: &Cause) -> String {
    let by = cause.by.as_ref().map_or("", |by| by.written.as_str());
    let key = format!("difference-cause-{}", cause.reason.code());
    let sentence = messages.format(&key, &[("by", by.into())]);
    if cause.gained == 0 || cause.lost == 0 {
        return sentence;
    }
    let number = |count: u64| format_integer(count, messages.language()).into();
    let both = [("gained", number(cause.gained)), ("lost", number(cause.lost))];
    format!("{sentence} {}", messages.format("difference-cause-both", &both))
}

/// Returns the count of one side; "–" where its lexicon has no such column.
pub fn side_count(count: Option<u64>, language: Language) -> String {
    count.map_or_else(|| MISSING.to_owned(), |count| format_integer(count, language))
}

/// Returns the title of a category by its column, or its path.
fn title<'text>(title: &'text LocalText, path: &'text str, language: Language) -> &'text str {
    Some(title.get(language)).filter(|title| !title.is_empty()).unwrap_or(path)
}

/// Returns how many entries are new, removed and changed.
pub fn difference_summary(messages: &Messages, difference: &LexiconDifference) -> String {
    let number = |count: u32| format_integer(count, messages.language()).into();
    messages.format(
        "difference-summary",
        &[
            ("added", number(difference.added)),
            ("removed", number(difference.removed)),
            ("changed", number(difference.changed)),
        ],
    )
}

/// Returns the heading: which lexicon was before.
pub fn difference_heading(messages: &Messages, difference: &LexiconDifference) -> String {
    let before = &difference.before;
    let title = title(&before.title, &before.id, messages.language()).to_owned();
    messages.format("difference-heading", &[("title", title.into()), ("version", before.version.as_str().into())])
}

/// Returns categories, entries and counts for a terminal; a count that changes is followed by its
/// causes.
pub fn lexicon_difference_plain(difference: &LexiconDifference, messages: &Messages) -> String {
    let mut text = format!("{}\n", difference_heading(messages, difference));
    if difference.total == 0 && difference.categories.is_empty() {
        text.push_str(&format!("{}\n", messages.get("difference-same")));
    } else {
        text.push_str(&format!("{}\n", difference_summary(messages, difference)));
    }
    if !difference.categories.is_empty() {
        text.push_str(&format!("\n{}\n", messages.get("difference-categories")));
        for change in &difference.categories {
            let sentence = category_sentence(messages, &change.detail);
            text.push_str(&format!("- {}\n", shown(&format!("{}: {sentence}", change.path))));
        }
    }
    if !difference.entries.is_empty() {
        text.push_str(&format!("\n{}\n", messages.get("difference-entries")));
        for change in &difference.entries {
            let Some(entry) = change.after.as_ref().or(change.before.as_ref()) else { continue };
            let code = entry.language.map_or("any", Language::code);
            let sentences = entry_sentences(messages, change).join("; ");
            let line = format!("{}: {} ({code}): {sentences}", entry.category, entry.written);
            text.push_str(&format!("- {}\n", shown(&line)));
        }
    }
    if difference.documents.is_empty() {
        return text;
    }
    text + &counts_plain(difference, messages)
}

/// The counts of both lexicons, then the causes of each change.
fn counts_plain(difference: &LexiconDifference, messages: &Messages) -> String {
    let language = messages.language();
    let mut text = format!("\n{}\n", messages.get("difference-counts"));
    let cell = |cell: &CellDifference| {
        let (before, after) = (side_count(cell.before, language), side_count(cell.after, language));
        if cell.before == cell.after { before } else { format!("{before} → {after}") }
    };
    let name = |column: &ColumnPair| title(&column.title, &column.path, language).to_owned();
    let rows = difference
        .documents
        .iter()
        .map(|row| std::iter::once(row.title.clone()).chain(row.cells.iter().map(cell)).map(Field::from).collect());
    let grid = Grid {
        header: std::iter::once(messages.get("report-text")).chain(difference.columns.iter().map(name)).collect(),
        rows: rows.collect(),
        is_numeric: (0..=difference.columns.len()).map(|at| at > 0).collect(),
        notes: vec![messages.get(&format!("report-policy-{}", difference.options.policy.name()))],
        ..Grid::default()
    };
    text.push_str(&grid.plain());
    for (row, column, cell) in changed(difference) {
        let values = [
            ("text", row.into()),
            ("column", name(column).into()),
            ("before", side_count(cell.before, language).into()),
            ("after", side_count(cell.after, language).into()),
        ];
        text.push_str(&format!("\n{}\n", shown(&messages.format("difference-causes-of", &values))));
        for cause in &cell.causes {
            let difference = signed_number(cause.difference(), language);
            let line = format!("{difference}  {}: {}", cause.entry.written, cause_sentence(messages, cause));
            text.push_str(&format!("  {}\n", shown(&line)));
        }
        if cell.other_causes > 0 {
            text.push_str(&format!("  {}\n", other_causes(messages, cell)));
        }
    }
    text
}

/// Returns how many entries are not named among the causes of a cell, and what they come to.
pub fn other_causes(messages: &Messages, cell: &CellDifference) -> String {
    let language = messages.language();
    messages.format(
        "difference-cause-others",
        &[
            ("count", cell.other_causes.into()),
            ("shown", format_integer(cell.other_causes, language).into()),
            ("difference", signed_number(cell.other_difference, language).into()),
        ],
    )
}

/// The cells in which anything counts otherwise, with the titles of their texts.
fn changed(difference: &LexiconDifference) -> impl Iterator<Item = (&str, &ColumnPair, &CellDifference)> {
    difference.documents.iter().flat_map(|row| {
        let cells = difference.columns.iter().zip(&row.cells).filter(|(_, cell)| cell.is_changed());
        cells.map(|(column, cell)| (row.title.as_str(), column, cell))
    })
}

/// The columns of [`lexicon_difference_csv`].
const CSV_HEADER: [&str; 20] = [
    "title",
    "category",
    "before",
    "after",
    "difference",
    "entry",
    "entry_category",
    "reason",
    "by",
    "gained",
    "lost",
    "policy",
    "before_sha256",
    "after_sha256",
    "version",
    "before_lexicon",
    "after_lexicon",
    "negation",
    "levels",
    "case_sensitive",
];

/// Returns the counts as CSV: `title`, `category`, `before`, `after`, `difference`, then one of its
/// causes: `entry`, `entry_category`, `reason`, `by`, `gained`, `lost`, then policy, both lexicons
/// and how was counted. A cell with several causes has a row for each; one that does not change has
/// one row. A count is empty where its lexicon has no such category.
pub fn lexicon_difference_csv(difference: &LexiconDifference, style: CsvStyle) -> String {
    let mut rows = vec![CSV_HEADER.map(str::to_owned).to_vec()];
    for row in &difference.documents {
        for (column, cell) in difference.columns.iter().zip(&row.cells) {
            let count = |count: Option<u64>| count.map(|count| count.to_string()).unwrap_or_default();
            let own = [
                harmless(&row.title),
                harmless(&column.path),
                count(cell.before),
                count(cell.after),
                cell.difference().to_string(),
            ];
            let provenance = [
                difference.options.policy.name().to_owned(),
                difference.before.sha256.clone(),
                difference.after.sha256.clone(),
                VERSION.to_owned(),
                harmless(&difference.before.id),
                harmless(&difference.after.id),
                difference.options.negation.name().to_owned(),
                provenance::levels(difference.options.levels()),
                difference.options.case_sensitive.to_string(),
            ];
            let mut push = |cause: [String; 6]| rows.push([&own[..], &cause, &provenance].concat());
            if cell.causes.is_empty() {
                push(Default::default());
            }
            for cause in &cell.causes {
                push([
                    harmless(&cause.entry.written),
                    harmless(&cause.entry.category),
                    cause.reason.code().to_owned(),
                    harmless(cause.by.as_ref().map_or("", |by| by.written.as_str())),
                    cause.gained.to_string(),
                    cause.lost.to_string(),
                ]);
            }
        }
    }
    write(&rows, style)
}

/// Returns
/// `{"version", "policy", "before": {"id", "version", "sha256"}, "after", "categories": [{"path", "change", …}], "entries": [{"before", "after", "aspects"}], "documents": [{"title", "cells": {path: {"before", "after", "causes"}}}]}`.
/// An entry is null on the side where it is not, a count where its lexicon has no such category.
pub fn lexicon_difference_json(difference: &LexiconDifference) -> String {
    let lexicon = |own: &tarazy_engine::counting::LexiconSummary| json!({ "id": own.id, "version": own.version, "sha256": own.sha256 });
    let categories = difference.categories.iter().map(|change| {
        let mut value = json!({ "path": change.path });
        let detail = match &change.detail {
            CategoryDetail::Added => json!({ "change": "added" }),
            CategoryDetail::Removed => json!({ "change": "removed" }),
            CategoryDetail::Renamed { from } => json!({ "change": "renamed", "from": from }),
            CategoryDetail::Retitled { from } => json!({ "change": "retitled", "from": from }),
            CategoryDetail::Kind { from, to } => {
                json!({ "change": "kind", "from": kind_name(*from), "to": kind_name(*to) })
            }
            CategoryDetail::Exclusions { language, added, removed } => json!({
                "change": "exclusions", "language": language.map(Language::code), "added": added, "removed": removed,
            }),
        };
        if let (Value::Object(value), Value::Object(detail)) = (&mut value, detail) {
            value.extend(detail);
        }
        value
    });
    let entries = difference.entries.iter().map(|change| {
        json!({
            "before": change.before.as_ref().map(entry_json), "after": change.after.as_ref().map(entry_json),
            "aspects": change.aspects.iter().map(aspect_json).collect::<Vec<_>>(),
        })
    });
    let documents = difference.documents.iter().map(|row| {
        let cells = difference.columns.iter().zip(&row.cells).map(|(column, cell)| {
            let causes = cell.causes.iter().map(|cause| {
                json!({
                    "entry": entry_json(&cause.entry), "reason": cause.reason.code(), "gained": cause.gained,
                    "lost": cause.lost, "by": cause.by.as_ref().map(entry_json),
                })
            });
            let causes: Vec<Value> = causes.collect();
            (column.path.clone(), json!({ "before": cell.before, "after": cell.after, "causes": causes }))
        });
        json!({ "title": row.title, "cells": cells.collect::<serde_json::Map<_, _>>() })
    });
    let value = json!({
        "version": VERSION,
        "policy": difference.options.policy.name(),
        "before": lexicon(&difference.before),
        "after": lexicon(&difference.after),
        "categories": categories.collect::<Vec<_>>(),
        "entries": entries.collect::<Vec<_>>(),
        "documents": documents.collect::<Vec<_>>(),
    });
    let mut text = serde_json::to_string_pretty(&value).expect("text, numbers and lists have a JSON form");
    text.push('\n');
    text
}

fn aspect_json(aspect: &EntryAspect) -> Value {
    match aspect {
        EntryAspect::Category => json!({ "what": "category" }),
        EntryAspect::Parts { before, after } => json!({ "what": "pos", "before": before, "after": after }),
        EntryAspect::Weight { before, after } => json!({ "what": "weight", "before": before, "after": after }),
        EntryAspect::Conditions { before, after } => json!({ "what": "conditions", "before": before, "after": after }),
        EntryAspect::Note { before, after } => json!({ "what": "note", "before": before, "after": after }),
        EntryAspect::Source { before, after } => json!({ "what": "source", "before": before, "after": after }),
    }
}
