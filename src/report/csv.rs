//! The table as comma-separated values (RFC 4180) in UTF-8.

use crate::{counting::Measure, report::VERSION, study::Comparison};

/// Returns the table: one row a document, columns `title`, `language`, `characters`, `characters_without_spaces`, `words`, one for
/// each category path, then `measure`, `policy`, `negation`, `lexicon`, `lexicon_sha256` and `version`, the same in each row.
///
/// Counts are whole numbers; other measures have six decimals after a point; an empty field is a value without a base. Text
/// that a spreadsheet would take for a formula begins with an apostrophe.
pub fn csv(table: &Comparison, measure: Measure) -> String {
    render(table, measure, false)
}

/// Returns the same with a column `path:weighted` behind that of each category: the measure of its weighted count, with six decimals.
pub fn weighted_csv(table: &Comparison, measure: Measure) -> String {
    render(table, measure, true)
}

fn render(table: &Comparison, measure: Measure, is_weighted: bool) -> String {
    let mut rows = Vec::with_capacity(table.documents.len() + 1);
    let fixed = ["title", "language", "characters", "characters_without_spaces", "words"].map(str::to_owned);
    let provenance = ["measure", "policy", "negation", "lexicon", "lexicon_sha256", "version"].map(str::to_owned);
    let paths = table.columns.iter().flat_map(|column| {
        let weighted = is_weighted.then(|| format!("{}:weighted", harmless(&column.path)));
        std::iter::once(harmless(&column.path)).chain(weighted)
    });
    rows.push(fixed.into_iter().chain(paths).chain(provenance).collect());
    for row in &table.documents {
        let mut fields = vec![
            harmless(&row.title),
            row.language.map_or("", |language| language.code()).to_owned(),
            row.characters.to_string(),
            row.characters_without_spaces.to_string(),
            row.words.to_string(),
        ];
        fields.extend((0..table.columns.len()).flat_map(|at| {
            let weighted =
                || measure.weighted_value(row, at).map_or_else(|_| String::new(), |value| format!("{value:.6}"));
            std::iter::once(number(measure, measure.value(row, at))).chain(is_weighted.then(weighted))
        }));
        let options = &table.options;
        fields.extend([measure.name(), options.policy.name(), options.negation.name()].map(str::to_owned));
        fields.extend([harmless(&table.lexicon.id), table.lexicon.sha256.clone(), VERSION.to_owned()]);
        rows.push(fields);
    }
    write(&rows)
}

/// A value with a point and six decimals, a count without; empty for none.
pub(super) fn number(measure: Measure, value: Option<f64>) -> String {
    match (measure, value) {
        (_, None) => String::new(),
        (Measure::Count, Some(value)) => format!("{value:.0}"),
        (_, Some(value)) => format!("{value:.6}"),
    }
}

/// Text that no spreadsheet takes for a formula (OWASP ASVS 1.2.10): an apostrophe stands before it.
///
/// Not every program takes quotation marks for what they are, and some part a file at other signs than the comma. What stands behind
/// a separator or a line end, and behind quotation marks there, is therefore looked at as the beginning of a field is.
pub(super) fn harmless(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len() + 1);
    let mut is_start = true;
    for (at, letter) in text.char_indices() {
        if is_start && is_formula(&text[at..]) {
            harmless.push('\'');
        }
        harmless.push(letter);
        is_start = matches!(letter, ',' | ';' | '\t' | '|') || letter.is_control() || (is_start && letter == '"');
    }
    harmless
}

/// Says whether a spreadsheet would compute what starts so. Signs of other widths count too, and control characters of any kind.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(|first: char| {
        first.is_control() || matches!(first, '=' | '+' | '-' | '@' | '\u{FF1D}' | '\u{FF0B}' | '\u{FF0D}' | '\u{FF20}')
    })
}

/// Rows as CSV with LF line ends.
pub(super) fn write(rows: &[Vec<String>]) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and all rows have the same length.
        let _ = writer.write_record(row);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
