//! A table as rows of finished fields: what all files that a reader opens share.

use super::{
    data::DataColumns,
    field::Field,
    style::TableStyle,
    terminal::{columns, left, right, shown},
};
use crate::message::Messages;
use tarazy_engine::{
    compare::ranked_matches,
    counting::{Column, Comparison, DocumentSummary, Measure, NoValue},
    language::{
        Language,
        number_format::{MISSING, decimal_with, format_integer, integer_with},
    },
    lexicon::CategoryKind,
    matching::{ColumnId, Levels},
    repair::RepairKind,
    settings::Table1Options,
};

/// Rows of fields under a header, all of the same length.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// What the table is of, without a number; empty where nobody sets it as a table of an article.
    pub title: String,
    /// The header.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Field>>,
    /// Whether a column holds numbers and is set to the right.
    pub is_numeric: Vec<bool>,
    /// What a reader must know of the table: measure, policy, lexicon, version.
    pub notes: Vec<String>,
}

/// Returns the category table in the words and numbers of a language. Shares are percent here; a
/// missing value is "–".
pub fn table_grid(table: &Comparison, measure: Measure, style: impl Into<TableStyle>, messages: &Messages) -> Grid {
    category_grid(table, measure, style.into(), messages, false)
}

/// Returns the same with the weighted figure behind each other one, and what it means among the
/// notes.
pub fn weighted_table_grid(
    table: &Comparison,
    measure: Measure,
    style: impl Into<TableStyle>,
    messages: &Messages,
) -> Grid {
    category_grid(table, measure, style.into(), messages, true)
}

fn category_grid(
    table: &Comparison,
    measure: Measure,
    style: TableStyle,
    messages: &Messages,
    is_weighted: bool,
) -> Grid {
    let language = messages.language();
    let data = DataColumns::of(table);
    let mut header = vec![messages.get("report-text")];
    header.extend(data.names());
    header.extend(["report-language", "report-characters", "report-words"].map(|key| messages.get(key)));
    header.extend(table.columns.iter().flat_map(|column| {
        let title = column.title.get(language).to_owned();
        let has_path = style.has_paths && !column.name.is_empty();
        let title = if has_path { format!("{title} [{}]", column.path) } else { title };
        let weighted = is_weighted.then(|| messages.format("report-weighted", &[("title", title.clone().into())]));
        std::iter::once(title).chain(weighted)
    }));
    let rows = table.documents.iter().map(|row| {
        let mut fields = vec![row.title.clone().into()];
        fields.extend(data.fields(row, style, language));
        fields.extend([
            row.language.map_or(MISSING, Language::code).to_owned().into(),
            integer(row.characters, style, language),
            integer(row.words, style, language),
        ]);
        fields.extend((0..table.columns.len()).flat_map(|at| {
            let decimals = if measure == Measure::Count { 0 } else { style.decimals };
            let weighted = || value(measure, measure.weighted_value(row, at).ok(), style.decimals, style, language);
            std::iter::once(value(measure, measure.value(row, at), decimals, style, language))
                .chain(is_weighted.then(weighted))
        }));
        fields
    });
    let rows = rows.collect();
    let own: Vec<bool> = [false].into_iter().chain(data.are_numeric()).chain([false]).collect();
    let is_numeric = (0..header.len()).map(|at| own.get(at).copied().unwrap_or(true)).collect();
    let mut notes = notes(table, Some(measure), messages);
    if is_weighted {
        let is_negative = |row: &DocumentSummary| measure.weighted_base(row) == Err(NoValue::NegativeWeights);
        notes.insert(1, messages.get("report-weighted-note"));
        if table.documents.iter().any(is_negative) {
            notes.insert(2, messages.get("report-weighted-missing"));
        }
    }
    let lexicon = table.lexicon.title.get(language).to_owned();
    let title = messages.format("report-title-categories", &[("lexicon", lexicon.into())]);
    Grid { title, header, rows, is_numeric, notes }.set(style)
}

/// Returns Table 1 in the words and numbers of a language. Between the distinctive words and the
/// dominant values stands n, the number of matches on which the dominant values rest.
pub fn table1_grid(table: &Comparison, style: impl Into<TableStyle>, messages: &Messages) -> Grid {
    let (style, language) = (style.into(), messages.language());
    let keys = [
        "report-text",
        "report-characters",
        "report-characters-without-spaces",
        "report-special-content",
        "report-distinctive-words",
        "report-ranked-matches",
        "report-dominant-values",
    ];
    let options = table.options.table1;
    let title = |id: ColumnId| table.columns[id.0 as usize].title.get(language);
    let decimal = |value| decimal_with(style.decimal_sign, value, style.decimals, language);
    let data = DataColumns::of(table);
    let rows = table.documents.iter().zip(&table.table1).map(|(row, own)| {
        let topics =
            own.topics.iter().map(|topic| format!("{} ({})", title(topic.column), decimal(topic.per_thousand)));
        let words = own
            .distinctive_words
            .iter()
            .map(|word| format!("{} ({})", word.form, integer_with(style.decimal_sign, word.count, language)));
        let values = own
            .dominant
            .iter()
            .map(|value| format!("{} ({} %)", title(value.column), decimal(Some(value.share * 100.0))));
        let mut fields = vec![row.title.clone().into()];
        fields.extend(data.fields(row, style, language));
        fields.extend([
            integer(row.characters, style, language),
            integer(row.characters_without_spaces, style, language),
            list_or(topics, || no_special_content(table, row, messages)),
            list_or(words, || MISSING.to_owned()),
            integer(ranked_matches(&table.columns, row, options), style, language),
            list_or(values, || no_dominant_value(table, row, messages)),
        ]);
        fields
    });
    let mut header = keys.map(|key| messages.get(key)).to_vec();
    header.splice(1..1, data.names());
    let mut is_numeric = vec![false, true, true, false, false, true, false];
    is_numeric.splice(1..1, data.are_numeric());
    Grid {
        title: messages.get("report-title-table1"),
        header,
        rows: rows.collect(),
        is_numeric,
        notes: table1_rules(options, messages)
            .into_iter()
            .chain([messages.get("table1-note-numbers")])
            .chain(notes(table, None, messages))
            .collect(),
    }
    .set(style)
}

fn integer(value: u64, style: TableStyle, language: Language) -> Field {
    let text = integer_with(style.decimal_sign, value, language);
    Field::number(text, Some(value as f64), 0, false)
}

/// The value of a cell: a share as percent.
fn value(measure: Measure, value: Option<f64>, decimals: usize, style: TableStyle, language: Language) -> Field {
    let is_share = measure == Measure::Share;
    let factor = if is_share { 100.0 } else { 1.0 };
    let text = decimal_with(style.decimal_sign, value.map(|value| value * factor), decimals, language);
    Field::number(text, value, decimals, is_share)
}

/// The items with commas between them; what stands for nothing where there is none.
fn list_or(items: impl Iterator<Item = String>, nothing: impl FnOnce() -> String) -> Field {
    let items: Vec<String> = items.collect();
    if items.is_empty() { nothing().into() } else { items.join(", ").into() }
}

/// Returns the sentences that say what Table 1 names: special content, distinctive words, dominant
/// values. Tables have them as notes, the methods paragraph as they are.
pub fn table1_rules(options: Table1Options, messages: &Messages) -> [String; 3] {
    let shown = |number: u32| format_integer(u64::from(number), messages.language()).into();
    let special = [
        ("rate", options.special_rate.into()),
        ("rate-shown", shown(options.special_rate)),
        ("matches", options.special_matches.into()),
        ("matches-shown", shown(options.special_matches)),
    ];
    let ranked = if options.topics_compete { "values-and-topics" } else { "values" };
    [
        messages.format("table1-rule-special", &special),
        messages.get("table1-rule-words"),
        messages
            .format("table1-rule-dominant", &[("ranked", ranked.into()), ("least", shown(options.dominant_matches))]),
    ]
}

/// Returns what stands in Table 1 for a text without special content: that there is none, or "–"
/// where there could be none, in a text without words or under a lexicon without topics.
pub fn no_special_content(table: &Comparison, row: &DocumentSummary, messages: &Messages) -> String {
    let is_topic = |column: &Column| column.kind == CategoryKind::Topic;
    none_or_missing(row.words > 0 && table.columns.iter().any(is_topic), messages)
}

/// Returns what stands in Table 1 for a text of which no dominant value is named: that there is
/// none, or "–" for a text without words and under a lexicon without categories that are ranked.
pub fn no_dominant_value(table: &Comparison, row: &DocumentSummary, messages: &Messages) -> String {
    let is_ranked = |column: &Column| column.kind == CategoryKind::Value || table.options.table1.topics_compete;
    none_or_missing(row.words > 0 && table.columns.iter().any(is_ranked), messages)
}

fn none_or_missing(is_possible: bool, messages: &Messages) -> String {
    if is_possible { messages.get("table1-none") } else { MISSING.to_owned() }
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
    let signs = measure.and_then(|measure| signs_note(table, measure, messages));
    let measure = measure.map(|measure| messages.get(&format!("report-measure-{}", measure.name())));
    // What is as usual is not stated.
    let levels = Some(table.options.levels()).filter(|levels| *levels != Levels::All);
    let levels = levels.map(|levels| super::methods::levels(levels, messages));
    let case = table.options.case_sensitive.then(|| messages.get("report-case-sensitive"));
    measure
        .into_iter()
        .chain([policy, negation])
        .chain(levels)
        .chain(case)
        .chain(left_out(table, messages))
        .chain(signs)
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

/// Returns the note on matches of signs, which add nothing to rates per words; none under another
/// measure or without such matches.
pub fn signs_note(table: &Comparison, measure: Measure, messages: &Messages) -> Option<String> {
    let count: u64 = table.documents.iter().flat_map(|row| &row.cells).map(|cell| cell.signs).sum();
    let shown = || format_integer(count, messages.language());
    (count > 0 && measure.is_per_words()).then(|| messages.format("report-signs", &[("count", shown().into())]))
}

/// The note on what was repaired in the texts; none where nothing was.
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
    /// Puts columns for rows where the style asks for it.
    fn set(self, style: TableStyle) -> Self {
        if style.is_transposed { self.transposed() } else { self }
    }

    /// Returns the table with its rows as columns. The first column holds what was the header; the
    /// others hold numbers when most of the columns before did.
    fn transposed(self) -> Self {
        let numeric = self.is_numeric.iter().skip(1).filter(|is_numeric| **is_numeric).count();
        let is_numeric = numeric * 2 > self.header.len().saturating_sub(1);
        let mut header = self.header.into_iter();
        let first: Vec<String> = header.next().into_iter().collect();
        let mut rows: Vec<Vec<Field>> = header.map(|title| vec![title.into()]).collect();
        let mut titles = first;
        for row in self.rows {
            let mut fields = row.into_iter();
            titles.extend(fields.next().map(|title| title.text));
            rows.iter_mut().zip(fields).for_each(|(row, field)| row.push(field));
        }
        let is_numeric = (0..titles.len()).map(|at| at > 0 && is_numeric).collect();
        Self { title: self.title, header: titles, rows, is_numeric, notes: self.notes }
    }

    /// The header and the rows as texts.
    pub(super) fn lines(&self) -> impl Iterator<Item = Vec<&str>> + Clone {
        let header = std::iter::once(&self.header).map(|line| line.iter().map(String::as_str).collect());
        header.chain(self.rows.iter().map(|row| row.iter().map(|field| field.text.as_str()).collect()))
    }

    /// Returns the table in columns of equal width, for a terminal.
    pub fn plain(&self) -> String {
        let lines: Vec<Vec<String>> = self.lines().map(|line| line.into_iter().map(shown).collect()).collect();
        let width = |at: usize| lines.iter().map(|line| columns(&line[at])).max().unwrap_or(0);
        let widths: Vec<usize> = (0..self.header.len()).map(width).collect();
        let mut text = String::new();
        for line in &lines {
            let padded = line.iter().zip(&widths).zip(&self.is_numeric).map(|((field, width), is_numeric)| {
                if *is_numeric { right(field, *width) } else { left(field, *width) }
            });
            text.push_str(padded.collect::<Vec<_>>().join("  ").trim_end());
            text.push('\n');
        }
        text.push('\n');
        for note in &self.notes {
            text.push_str(&shown(note));
            text.push('\n');
        }
        text
    }
}
