//! A table as rows of finished text: what Markdown, a terminal and the clipboard share.

use crate::{
    counting::{Measure, NoValue},
    language::{
        Language,
        number_format::{format_decimal, format_integer},
    },
    message::Messages,
    repair::RepairKind,
    study::{Column, ColumnId, Comparison, DocumentSummary},
};

/// Rows of text under a header, all of the same length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The header.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// Whether a column holds numbers and is set to the right.
    pub is_numeric: Vec<bool>,
    /// What a reader must know of the table: measure, policy, lexicon, version.
    pub notes: Vec<String>,
}

/// Returns the category table in the words and numbers of a language. Shares are percent here; a missing value is "–".
pub fn table_grid(table: &Comparison, measure: Measure, decimals: usize, messages: &Messages) -> Grid {
    category_grid(table, measure, decimals, messages, false)
}

/// Returns the same with the weighted figure behind each other one, and what it means among the notes.
pub fn weighted_table_grid(table: &Comparison, measure: Measure, decimals: usize, messages: &Messages) -> Grid {
    category_grid(table, measure, decimals, messages, true)
}

fn category_grid(
    table: &Comparison,
    measure: Measure,
    decimals: usize,
    messages: &Messages,
    is_weighted: bool,
) -> Grid {
    let language = messages.language();
    let mut header: Vec<String> =
        ["report-text", "report-language", "report-characters", "report-words"].map(|key| messages.get(key)).to_vec();
    header.extend(table.columns.iter().flat_map(|column| {
        let title = column.title.get(language);
        let weighted = is_weighted.then(|| messages.format("report-weighted", &[("title", title.into())]));
        std::iter::once(title.to_owned()).chain(weighted)
    }));
    let rows = table.documents.iter().map(|row| {
        let mut fields = vec![
            row.title.clone(),
            row.language.map_or("–", Language::code).to_owned(),
            format_integer(row.characters, language),
            format_integer(row.words, language),
        ];
        fields.extend((0..table.columns.len()).flat_map(|at| {
            let weighted = || weighted_cell(measure, row, at, decimals, language);
            std::iter::once(cell(measure, measure.value(row, at), decimals, language)).chain(is_weighted.then(weighted))
        }));
        fields
    });
    let rows = rows.collect();
    let is_numeric = (0..header.len()).map(|at| at >= 2).collect();
    let mut notes = notes(table, Some(measure), messages);
    if is_weighted {
        let is_negative = |row: &DocumentSummary| measure.weighted_base(row) == Err(NoValue::NegativeWeights);
        notes.insert(1, messages.get("report-weighted-note"));
        if table.documents.iter().any(is_negative) {
            notes.insert(2, messages.get("report-weighted-missing"));
        }
    }
    Grid { header, rows, is_numeric, notes }
}

/// Returns Table 1 in the words and numbers of a language.
pub fn table1_grid(table: &Comparison, decimals: usize, messages: &Messages) -> Grid {
    let language = messages.language();
    let keys = [
        "report-text",
        "report-characters",
        "report-characters-without-spaces",
        "report-special-content",
        "report-distinctive-words",
        "report-dominant-values",
    ];
    let title =
        |id: ColumnId| table.columns.get(id.0 as usize).map_or("", |column: &Column| column.title.get(language));
    let rows = table.documents.iter().zip(&table.table1).map(|(row, own)| {
        let topics = own.topics.iter().map(|topic| {
            format!("{} ({})", title(topic.column), format_decimal(topic.per_thousand, decimals, language))
        });
        let words = own
            .distinctive_words
            .iter()
            .map(|word| format!("{} ({})", word.form, format_integer(word.count, language)));
        let values = own.dominant.iter().map(|value| {
            format!("{} ({} %)", title(value.column), format_decimal(Some(value.share * 100.0), decimals, language))
        });
        vec![
            row.title.clone(),
            format_integer(row.characters, language),
            format_integer(row.characters_without_spaces, language),
            list(topics),
            list(words),
            list(values),
        ]
    });
    Grid {
        header: keys.map(|key| messages.get(key)).to_vec(),
        rows: rows.collect(),
        is_numeric: vec![false, true, true, false, false, false],
        notes: [messages.get("report-table1-note")].into_iter().chain(notes(table, None, messages)).collect(),
    }
}

fn cell(measure: Measure, value: Option<f64>, decimals: usize, language: Language) -> String {
    let decimals = if measure == Measure::Count { 0 } else { decimals };
    let factor = if measure == Measure::Share { 100.0 } else { 1.0 };
    format_decimal(value.map(|value| value * factor), decimals, language)
}

fn weighted_cell(measure: Measure, row: &DocumentSummary, at: usize, decimals: usize, language: Language) -> String {
    let factor = if measure == Measure::Share { 100.0 } else { 1.0 };
    format_decimal(measure.weighted_value(row, at).ok().map(|value| value * factor), decimals, language)
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    if items.is_empty() { "–".to_owned() } else { items.join(", ") }
}

/// What a reader must know of any table: measure, policy, lexicon, repairs, version.
pub(super) fn notes(table: &Comparison, measure: Option<Measure>, messages: &Messages) -> Vec<String> {
    let language = messages.language();
    let policy = messages.get(&format!("report-policy-{}", table.options.policy.name()));
    let negation = messages.get(&format!("report-negation-{}", table.options.negation.name()));
    let lexicon = messages.format(
        "report-lexicon",
        &[
            ("title", table.lexicon.title.get(language).to_owned().into()),
            ("id", table.lexicon.id.clone().into()),
            ("version", table.lexicon.version.clone().into()),
            ("sha256", table.lexicon.sha256.clone().into()),
        ],
    );
    let version = messages.format("report-version", &[("version", super::VERSION.into())]);
    let measure = measure.map(|measure| messages.get(&format!("report-measure-{}", measure.name())));
    measure
        .into_iter()
        .chain([policy, negation])
        .chain(left_out(table, messages))
        .chain([lexicon])
        .chain(repairs(table, messages))
        .chain([version])
        .collect()
}

/// The note on how many matches were left out because they are negated; none where none was.
fn left_out(table: &Comparison, messages: &Messages) -> Option<String> {
    let count: u64 = table.documents.iter().flat_map(|row| &row.cells).map(|cell| cell.negated).sum();
    let shown = || format_integer(count, messages.language());
    (count > 0).then(|| messages.format("report-negation-count", &[("count", shown().into())]))
}

/// The note on what was mended in the texts; none where nothing was.
fn repairs(table: &Comparison, messages: &Messages) -> Option<String> {
    let applied = || table.documents.iter().flat_map(|row| &row.repairs).filter(|found| found.is_applied);
    let kinds = RepairKind::ALL.into_iter().filter_map(|kind| {
        let count: u64 = applied().filter(|found| found.kind == kind).map(|found| found.count).sum();
        let name = || messages.get(&format!("report-repair-{}", kind.code()));
        (count > 0).then(|| format!("{} {}", name(), format_integer(count, messages.language())))
    });
    let list = kinds.collect::<Vec<_>>().join("; ");
    (!list.is_empty()).then(|| messages.format("report-repairs", &[("list", list.into())]))
}

impl Grid {
    /// Returns the table as CSV, without its notes.
    pub fn csv(&self) -> String {
        let rows: Vec<Vec<String>> = std::iter::once(&self.header)
            .chain(&self.rows)
            .map(|row| row.iter().map(|field| super::csv::harmless(field)).collect())
            .collect();
        super::csv::write(&rows)
    }

    /// Returns the table in columns of equal width, for a terminal.
    pub fn plain(&self) -> String {
        let lines = std::iter::once(&self.header).chain(&self.rows);
        let width = |at: usize| lines.clone().map(|line| line[at].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..self.header.len()).map(width).collect();
        let mut text = String::new();
        for line in lines.clone() {
            let padded = line.iter().zip(&widths).zip(&self.is_numeric).map(|((field, width), is_numeric)| {
                let field = shown(field);
                if *is_numeric { format!("{field:>width$}") } else { format!("{field:<width$}") }
            });
            text.push_str(padded.collect::<Vec<_>>().join("  ").trim_end());
            text.push('\n');
        }
        text.push('\n');
        for note in &self.notes {
            text.push_str(note);
            text.push('\n');
        }
        text
    }
}

/// Text without characters that would move a terminal's cursor.
pub(super) fn shown(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
