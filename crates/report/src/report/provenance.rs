//! Provenance, the same in every file: program, lexicon, settings, texts.

use serde_json::{Value, json};

use super::{VERSION, csv::harmless};
use crate::message::Messages;
use tarazy_engine::{
    counting::{Comparison, DocumentSummary},
    matching::Levels,
    settings::Table1Options,
};

/// The columns of provenance of a table in CSV.
pub(super) const COLUMNS: [&str; 12] = [
    "measure",
    "policy",
    "negation",
    "lexicon",
    "lexicon_sha256",
    "version",
    "lexicon_version",
    "levels",
    "case_sensitive",
    "repairs",
    "pretokenized",
    "text_sha256",
];

/// The fields under [`COLUMNS`] for a document; `measure` is empty for a table that has none.
pub(super) fn fields(table: &Comparison, row: &DocumentSummary, measure: &str) -> [String; 12] {
    let options = &table.options;
    [
        measure.to_owned(),
        options.policy.name().to_owned(),
        options.negation.name().to_owned(),
        harmless(&table.lexicon.id),
        table.lexicon.sha256.clone(),
        VERSION.to_owned(),
        harmless(&table.lexicon.version),
        levels(options.levels()),
        options.case_sensitive.to_string(),
        repairs(row),
        row.is_pretokenized.to_string(),
        row.sha256.clone(),
    ]
}

/// The columns that say what Table 1 names, behind [`COLUMNS`].
pub(super) const TABLE1_COLUMNS: [&str; 4] = ["topics_compete", "special_rate", "special_matches", "dominant_matches"];

/// The fields under [`TABLE1_COLUMNS`].
pub(super) fn table1_fields(options: Table1Options) -> [String; 4] {
    let Table1Options { topics_compete, special_rate, special_matches, dominant_matches } = options;
    [topics_compete.to_string(), special_rate.to_string(), special_matches.to_string(), dominant_matches.to_string()]
}

/// The columns of provenance of a table whose rows are not texts.
pub(super) const STUDY_COLUMNS: [&str; 8] =
    ["policy", "lexicon", "lexicon_sha256", "version", "negation", "lexicon_version", "levels", "case_sensitive"];

/// The fields under [`STUDY_COLUMNS`].
pub(super) fn study_fields(table: &Comparison) -> [String; 8] {
    let options = &table.options;
    [
        options.policy.name().to_owned(),
        harmless(&table.lexicon.id),
        table.lexicon.sha256.clone(),
        VERSION.to_owned(),
        options.negation.name().to_owned(),
        harmless(&table.lexicon.version),
        levels(options.levels()),
        options.case_sensitive.to_string(),
    ]
}

/// `all`; `up-to-2`; `only-1-3`.
pub(super) fn levels(levels: Levels) -> String {
    match levels {
        Levels::All => "all".to_owned(),
        Levels::UpTo(level) => format!("up-to-{level}"),
        Levels::Only(set) => {
            format!("only-{}", set.iter().map(|level| level.to_string()).collect::<Vec<_>>().join("-"))
        }
    }
}

/// What was repaired in a text, in words by kind: `hyphen:2 look-alike:3`; empty where nothing was.
fn repairs(row: &DocumentSummary) -> String {
    let applied = row.repairs.iter().filter(|found| found.is_applied && found.count > 0);
    applied.map(|found| format!("{}:{}", found.kind.code(), found.count)).collect::<Vec<_>>().join(" ")
}

/// `{"level", "levels", "case_sensitive"}`; null for what was not asked for.
pub(super) fn options_json(table: &Comparison) -> Value {
    let options = &table.options;
    json!({
        "level": options.level,
        "levels": options.only_levels.map(|set| set.iter().collect::<Vec<_>>()),
        "case_sensitive": options.case_sensitive,
    })
}

/// The line that names every text with the SHA-256 of its bytes.
pub(super) fn lines(table: &Comparison, messages: &Messages) -> Vec<String> {
    if table.documents.is_empty() {
        return Vec::new();
    }
    let list = table.documents.iter().map(|row| format!("{} {}", row.title, row.sha256)).collect::<Vec<_>>().join("; ");
    vec![messages.format("report-texts", &[("list", list.into())])]
}
