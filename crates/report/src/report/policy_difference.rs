//! How two policies differ → sentences, lines for a terminal, CSV, JSON.

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
    counting::Comparison,
    language::number_format::format_integer,
    matching::{Policy, Status},
    study::{PolicyDifference, PolicyMatch, PolicyOutcome},
};

/// Returns what became of a match under a policy: "longest: “rule of law” takes its place".
pub fn outcome_sentence(messages: &Messages, policy: Policy, outcome: &PolicyOutcome) -> String {
    let sentence = match (outcome.status, &outcome.by) {
        (Some(Status::Counted), _) => {
            let shown = format_integer(outcome.count, messages.language());
            messages.format("policies-outcome-counted", &[("count", outcome.count.into()), ("shown", shown.into())])
        }
        (Some(Status::Shadowed), Some(by)) => {
            messages.format("policies-outcome-shadowed-by", &[("by", by.written.as_str().into())])
        }
        (Some(Status::Shadowed), None) => messages.get("policies-outcome-shadowed"),
        (Some(Status::Excluded), _) => messages.get("policies-outcome-excluded"),
        (Some(Status::Negated), _) => messages.get("policies-outcome-negated"),
        (None, _) => messages.get("policies-outcome-unseen"),
    };
    messages.format("policies-outcome", &[("policy", policy.name().into()), ("outcome", sentence.into())])
}

/// Returns how many of the matches asked for differ.
pub fn policies_summary(messages: &Messages, difference: &PolicyDifference) -> String {
    let shown = format_integer(difference.total, messages.language());
    messages.format("policies-matches", &[("count", difference.total.into()), ("shown", shown.into())])
}

/// The title of the text of a match.
fn title<'difference>(difference: &'difference PolicyDifference, found: &PolicyMatch) -> &'difference str {
    let row = difference.documents.iter().find(|row| row.id == found.document);
    &row.expect("a match is in one of the texts").title
}

/// Returns the table with both counts where they differ, then each match with its two outcomes, for
/// a terminal.
pub fn policy_difference_plain(difference: &PolicyDifference, messages: &Messages) -> String {
    let language = messages.language();
    let (own, other) = (difference.options.policy, difference.other);
    let names = [("own", own.name().into()), ("other", other.name().into())];
    let cell = |cell: &(u64, u64)| {
        let (own, other) = (format_integer(cell.0, language), format_integer(cell.1, language));
        if cell.0 == cell.1 { own } else { format!("{own} | {other}") }
    };
    let rows = difference
        .documents
        .iter()
        .map(|row| std::iter::once(row.title.clone()).chain(row.cells.iter().map(cell)).map(Field::from).collect());
    let name = |column: &tarazy_engine::counting::Column| match column.title.get(language) {
        "" => column.path.clone(),
        title => title.to_owned(),
    };
    let grid = Grid {
        header: std::iter::once(messages.get("report-text")).chain(difference.columns.iter().map(name)).collect(),
        rows: rows.collect(),
        is_numeric: (0..=difference.columns.len()).map(|at| at > 0).collect(),
        notes: [own, other].map(|policy| messages.get(&format!("report-policy-{}", policy.name()))).to_vec(),
        ..Grid::default()
    };
    let mut text = format!("{}\n{}", messages.format("policies-table", &names), grid.plain());
    text.push_str(&format!("\n{}\n", policies_summary(messages, difference)));
    for found in &difference.matches {
        let [left, node, right, title] =
            [&*found.left, &*found.node, &*found.right, title(difference, found)].map(shown);
        let entry = shown(&format!("{}: {}", found.entry.category, found.entry.written));
        let outcomes = [outcome_sentence(messages, own, &found.own), outcome_sentence(messages, other, &found.other)];
        text.push_str(&format!("- {title}  {left}[{node}]{right}\n  {entry}; {}\n", shown(&outcomes.join("; "))));
    }
    text
}

/// Returns the matches as CSV: `title`, `start`, `end` (bytes), `left`, `match`, `right`,
/// `category`, `entry`, and for each of the two policies its name, the status (empty where it does
/// not see the match), what the match counts and who takes its place; then `lexicon`,
/// `lexicon_sha256`, `lexicon_version`, `negation`, `levels`, `case_sensitive` and `text_sha256`,
/// which `table`, that of the same study, shows.
pub fn policy_difference_csv(difference: &PolicyDifference, table: &Comparison, style: CsvStyle) -> String {
    let header = [
        "title",
        "start",
        "end",
        "left",
        "match",
        "right",
        "category",
        "entry",
        "policy",
        "status",
        "count",
        "by",
        "other_policy",
        "other_status",
        "other_count",
        "other_by",
        "version",
        "lexicon",
        "lexicon_sha256",
        "lexicon_version",
        "negation",
        "levels",
        "case_sensitive",
        "text_sha256",
    ];
    let [_, lexicon, sha256, version, negation, lexicon_version, levels, case] = provenance::study_fields(table);
    let study = [version, lexicon, sha256, lexicon_version, negation, levels, case];
    let text = |found: &PolicyMatch| {
        let row = table.documents.iter().find(|row| row.id == found.document);
        row.map_or_else(String::new, |row| row.sha256.clone())
    };
    let outcome = |policy: Policy, outcome: &PolicyOutcome| {
        [
            policy.name().to_owned(),
            outcome.status.map(status_name).unwrap_or_default().to_owned(),
            outcome.count.to_string(),
            harmless(outcome.by.as_ref().map_or("", |by| by.written.as_str())),
        ]
    };
    let rows = difference.matches.iter().map(|found| {
        let own = [
            harmless(title(difference, found)),
            found.span.start.to_string(),
            found.span.end.to_string(),
            harmless(&found.left),
            harmless(&found.node),
            harmless(&found.right),
            harmless(&found.entry.category),
            harmless(&found.entry.written),
        ];
        let outcomes = [outcome(difference.options.policy, &found.own), outcome(difference.other, &found.other)];
        [&own[..], &outcomes[0], &outcomes[1], &study, &[text(found)]].concat()
    });
    let rows: Vec<Vec<String>> = std::iter::once(header.map(str::to_owned).to_vec()).chain(rows).collect();
    write(&rows, style)
}

const fn status_name(status: Status) -> &'static str {
    match status {
        Status::Counted => "counted",
        Status::Shadowed => "shadowed",
        Status::Excluded => "excluded",
        Status::Negated => "negated",
    }
}

/// Returns
/// `{"version", "policy", "other_policy", "documents": [{"title", "counts": {path: [own, other]}}], "total", "matches": [{"title", "start", "end", "left", "match", "right", "entry", "column", "own": {"status", "count", "by"}, "other"}]}`.
pub fn policy_difference_json(difference: &PolicyDifference) -> String {
    let outcome = |outcome: &PolicyOutcome| {
        json!({
            "status": outcome.status.map(status_name), "count": outcome.count, "by": outcome.by.as_ref().map(entry_json),
        })
    };
    let documents = difference.documents.iter().map(|row| {
        let counts = difference.columns.iter().zip(&row.cells);
        let counts = counts.map(|(column, cell)| (column.path.clone(), json!([cell.0, cell.1])));
        json!({ "title": row.title, "counts": counts.collect::<serde_json::Map<_, _>>() })
    });
    let matches = difference.matches.iter().map(|found| {
        let column = difference.columns[found.column.0 as usize].path.as_str();
        json!({
            "title": title(difference, found), "start": found.span.start, "end": found.span.end, "left": found.left,
            "match": found.node, "right": found.right, "entry": entry_json(&found.entry), "column": column,
            "own": outcome(&found.own), "other": outcome(&found.other),
        })
    });
    let value = json!({
        "version": VERSION,
        "policy": difference.options.policy.name(),
        "other_policy": difference.other.name(),
        "documents": documents.collect::<Vec<_>>(),
        "total": difference.total,
        "matches": matches.collect::<Vec<Value>>(),
    });
    let mut text = serde_json::to_string_pretty(&value).expect("text, numbers and lists have a JSON form");
    text.push('\n');
    text
}
