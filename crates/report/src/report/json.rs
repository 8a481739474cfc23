//! The table as JSON, stable from version 0.1 on.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::data::DataColumns;
use crate::report::VERSION;
use tarazy_engine::{
    compare::ranked_matches,
    counting::{Column, Comparison, DocumentSummary, Measure, NoValue},
    language::Language,
    matching::{ColumnId, Negation},
    settings::Table1Options,
};

/// The document as a whole.
#[derive(Serialize)]
struct Report {
    version: &'static str,
    policy: &'static str,
    negation: &'static str,
    measure: &'static str,
    options: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    table1: Option<Table1Options>,
    lexicon: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    categories: Option<Vec<Value>>,
    documents: Vec<Value>,
}

/// Returns
/// `{"version", "policy", "negation", "measure", "options": {"level", "levels", "case_sensitive"}, "lexicon": {"id", "version", "sha256"}, "documents": [{"title", "language", "characters", "characters_without_spaces", "words", "encoding", "repairs": [{"kind", "count", "applied"}], "counts": {path: n}, "values": {path: x or null}, "sha256"}]}`.
///
/// `values` holds the measure: a share is a fraction from 0 to 1; null is a value without a base.
/// `language` is null where none was recognised. `repairs` counts words by kind; those of a kind
/// that is not applied stand as given. Where `negation` is `leave-out`, each document has
/// `negated: {path: n}` too, the matches that were left out. A text that was given as one token a
/// line has `pretokenized: true`. Where texts have data, each document has `metadata: {name: x}` behind
/// its title, with numbers in columns that are all numbers and texts in all others. Where the lexicon was imported and a category has another name in
/// its dictionary than its path, `categories: [{"path", "name"}]` stands before the documents.
pub fn json(table: &Comparison, measure: Measure) -> String {
    let data = DataColumns::of(table);
    let documents = table.documents.iter().map(|row| document(table, &data, row, measure, false)).collect();
    render(table, measure, None, documents)
}

/// Returns the same with `weighted_counts: {path: x}` and `weighted_values: {path: x or null}` in
/// each document, and `weighted_missing`, the reason for null: `no-base`, `negative-weights`, or
/// null where no value is missing.
pub fn weighted_json(table: &Comparison, measure: Measure) -> String {
    let data = DataColumns::of(table);
    let documents = table.documents.iter().map(|row| document(table, &data, row, measure, true)).collect();
    render(table, measure, None, documents)
}

/// Returns the same frame with `"table1": {"topics_compete", "special_rate", "special_matches",
/// "dominant_matches"}`, what Table 1 names, and for each document its size, `topics` (those that are
/// special content: `[{"category", "count", "per_1000_words"}]`), `distinctive_words`,
/// `ranked_matches` (the number of matches on which the dominant values rest) and `dominant_values`
/// (`[{"category", "count", "share"}]`, a share of the ranked matches from 0 to 1).
pub fn table1_json(table: &Comparison) -> String {
    let rows = table.documents.iter().zip(&table.table1);
    let data = DataColumns::of(table);
    let path = |id: ColumnId| table.columns.get(id.0 as usize).map(|column| column.path.as_str());
    let count = |row: &DocumentSummary, id: ColumnId| row.cells.get(id.0 as usize).map(|cell| cell.count);
    let options = table.options.table1;
    let documents = rows.map(|(row, own)| {
        sized(
            row,
            &data,
            json!({
                "topics": own.topics.iter().map(|topic| json!({
                    "category": path(topic.column), "count": topic.count, "per_1000_words": topic.per_thousand,
                })).collect::<Vec<_>>(),
                "distinctive_words": own.distinctive_words.iter().map(|word| json!({
                    "form": word.form, "count": word.count, "count_elsewhere": word.count_elsewhere,
                    "log_likelihood": word.log_likelihood,
                })).collect::<Vec<_>>(),
                "ranked_matches": ranked_matches(&table.columns, row, options),
                "dominant_values": own.dominant.iter().map(|value| json!({
                    "category": path(value.column), "count": count(row, value.column), "share": value.share,
                })).collect::<Vec<_>>(),
            }),
        )
    });
    let documents = documents.collect();
    render(table, Measure::Count, Some(options), documents)
}

fn document(
    table: &Comparison,
    data: &DataColumns,
    row: &DocumentSummary,
    measure: Measure,
    is_weighted: bool,
) -> Value {
    let mut counts = Map::new();
    let mut values = Map::new();
    for (at, column) in table.columns.iter().enumerate() {
        let count = row.cells[at].count;
        counts.insert(column.path.clone(), count.into());
        let value = match measure {
            Measure::Count => count.into(),
            _ => measure.value(row, at).map_or(Value::Null, Value::from),
        };
        values.insert(column.path.clone(), value);
    }
    let mut rest = json!({ "counts": counts, "values": values, "sha256": row.sha256 });
    let by_path = |value: &dyn Fn(usize) -> Value| -> Value {
        table
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| (column.path.clone(), value(at)))
            .collect::<Map<_, _>>()
            .into()
    };
    if table.options.negation == Negation::LeaveOut {
        rest["negated"] = by_path(&|at| row.cells[at].negated.into());
    }
    if is_weighted {
        rest["weighted_counts"] = by_path(&|at| row.cells[at].weighted.into());
        rest["weighted_values"] = by_path(&|at| measure.weighted_value(row, at).map_or(Value::Null, Value::from));
        rest["weighted_missing"] = measure.weighted_base(row).err().map(NoValue::name).into();
    }
    sized(row, data, rest)
}

/// Title, data, language, sizes, encoding and repairs of a document, then `rest`.
fn sized(row: &DocumentSummary, data: &DataColumns, rest: Value) -> Value {
    let mut document = json!({ "title": row.title });
    let metadata = data.json(row);
    if !metadata.is_empty() {
        document["metadata"] = metadata.into();
    }
    let sizes = json!({
        "language": row.language.map(Language::code),
        "characters": row.characters,
        "characters_without_spaces": row.characters_without_spaces,
        "words": row.words,
        "encoding": row.encoding.code(),
        "repairs": row.repairs.iter().map(|found| json!({
            "kind": found.kind.code(), "count": found.count, "applied": found.is_applied,
        })).collect::<Vec<_>>(),
    });
    let tokens = if row.is_pretokenized { json!({ "pretokenized": true }) } else { json!({}) };
    for part in [sizes, tokens, rest] {
        if let (Value::Object(document), Value::Object(part)) = (&mut document, part) {
            document.extend(part);
        }
    }
    document
}

/// Lists the names that an imported dictionary gives its categories; `None` where it has none that
/// differ from the paths.
fn names(table: &Comparison) -> Option<Vec<Value>> {
    let named = |column: &Column| {
        let name = if column.name.is_empty() { column.title.get(Language::English) } else { &column.name };
        json!({ "path": column.path, "name": name })
    };
    let has_names = table.columns.iter().any(|column| !column.name.is_empty());
    has_names.then(|| table.columns.iter().map(named).collect())
}

fn render(table: &Comparison, measure: Measure, table1: Option<Table1Options>, documents: Vec<Value>) -> String {
    let report = Report {
        version: VERSION,
        policy: table.options.policy.name(),
        negation: table.options.negation.name(),
        measure: measure.name(),
        options: super::provenance::options_json(table),
        table1,
        lexicon: json!({ "id": table.lexicon.id, "version": table.lexicon.version, "sha256": table.lexicon.sha256 }),
        categories: names(table),
        documents,
    };
    let mut text = serde_json::to_string_pretty(&report).expect("text, numbers and lists have a JSON form");
    text.push('\n');
    text
}
