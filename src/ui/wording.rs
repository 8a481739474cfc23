//! Figures of a table → the words and numbers in which components show them.
//!
//! Every sentence is a message; this module gathers the values that it mentions.

use tarazy_report::message::{FluentValue, Messages};

use crate::ui::state::history::HistoryEntry;
pub use tarazy_engine::compare::{NOTABLE_RESIDUAL, STRONG_RESIDUAL};
use tarazy_engine::{
    counting::{Comparison, DocumentSummary, LanguageShare, Measure, NoValue},
    language::{
        Language,
        kazakh::writing::Writing,
        number_format::{format_decimal, format_integer},
    },
    matching::Policy,
    repair::{RepairCount, RepairKind},
    settings::DocumentId,
};

/// Returns the value of a cell as it stands in the table: `24,7`, `0` for no match at all, `–` for
/// no value.
///
/// Shares are shown as percentages.
pub fn cell_value(row: &DocumentSummary, column: usize, measure: Measure, decimals: u8, language: Language) -> String {
    let count = row.cells.get(column).map_or(0, |cell| cell.count);
    match measure.value(row, column) {
        Some(_) if measure == Measure::Count || count == 0 => format_integer(count, language),
        Some(value) => format_decimal(Some(value * shown_scale(measure)), usize::from(decimals), language),
        None => format_decimal(None, 0, language),
    }
}

/// Returns what a value is multiplied by to be shown: a share of 0.247 is shown as 24.7 %.
pub const fn shown_scale(measure: Measure) -> f64 {
    match measure {
        Measure::Share => 100.0,
        _ => 1.0,
    }
}

/// Returns the sentence that makes the number: "41 matches of 166 in all columns = 24.7 %, policy
/// longest".
pub fn cell_sentence(
    messages: &Messages,
    row: &DocumentSummary,
    column: usize,
    measure: Measure,
    decimals: u8,
    policy: Policy,
) -> String {
    let language = messages.language();
    match measure.value_or_reason(row, column) {
        Err(NoValue::OnlySigns) => return messages.get("cell-only-signs"),
        Err(_) => return messages.format("cell-without-base", &[("measure", measure.name().into())]),
        Ok(_) => {}
    }
    let count = row.cells.get(column).map_or(0, |cell| measure.part_of_count(cell));
    let base = measure.base(row);
    messages.format(
        "cell-sentence",
        &[
            ("measure", measure.name().into()),
            ("policy", policy.name().into()),
            ("count", number(count)),
            ("shown", format_integer(count, language).into()),
            ("base", number(base)),
            ("shown-base", format_integer(base, language).into()),
            ("value", cell_value(row, column, measure, decimals, language).into()),
        ],
    )
}

/// Returns the weighted figure with its label, as it stands below the other: "weighted 12.5",
/// "weighted –".
pub fn weighted_label(
    messages: &Messages,
    row: &DocumentSummary,
    column: usize,
    measure: Measure,
    decimals: u8,
) -> String {
    let value = weighted_value(row, column, measure, decimals, messages.language());
    messages.format("cell-weighted", &[("value", value.into())])
}

/// Returns the sentence that makes the weighted figure, or why there is none.
pub fn weighted_sentence(
    messages: &Messages,
    row: &DocumentSummary,
    column: usize,
    measure: Measure,
    decimals: u8,
) -> String {
    let language = messages.language();
    let decimal = |value: f64| format_decimal(Some(value), usize::from(decimals), language);
    let base = match measure.weighted_value(row, column).and_then(|_| measure.weighted_base(row)) {
        Ok(base) => base,
        Err(NoValue::NoBase) => return messages.get("cell-weighted-no-base"),
        Err(NoValue::NegativeWeights) => return messages.get("cell-weighted-negative"),
        Err(NoValue::OnlySigns) => return messages.get("cell-weighted-only-signs"),
    };
    // Words and characters are whole numbers; the weights of a row need not be.
    let shown_base =
        if measure == Measure::Share { decimal(base) } else { format_integer(measure.base(row), language) };
    let sum = row.cells.get(column).map_or(0.0, |cell| measure.part_of_weighted(cell));
    messages.format(
        "cell-weighted-sentence",
        &[
            ("measure", measure.name().into()),
            ("sum", decimal(sum).into()),
            ("base", shown_base.into()),
            ("value", weighted_value(row, column, measure, decimals, language).into()),
        ],
    )
}

fn weighted_value(row: &DocumentSummary, column: usize, measure: Measure, decimals: u8, language: Language) -> String {
    let value = measure.weighted_value(row, column).ok().map(|value| value * shown_scale(measure));
    format_decimal(value, usize::from(decimals), language)
}

/// Returns the whole name of a cell: text, category, the sentence that makes the number, and its
/// deviation if notable.
pub fn cell_name(
    messages: &Messages,
    table: &Comparison,
    row: &DocumentSummary,
    column: usize,
    sentence: &str,
    residual: Option<f64>,
) -> String {
    let title = column_title(table, column, messages.language());
    let values: [(&str, FluentValue<'_>); 3] =
        [("text", row.title.as_str().into()), ("column", title.into()), ("sentence", sentence.into())];
    let name = messages.format("cell-name", &values);
    match notable(residual) {
        Some(residual) => messages.format(
            "cell-name-deviating",
            &[("name", name.into()), ("deviation", deviation(messages, residual).into())],
        ),
        None => name,
    }
}

/// Returns the residual if it is large enough to be shown.
pub fn notable(residual: Option<f64>) -> Option<f64> {
    residual.filter(|residual| residual.abs() >= NOTABLE_RESIDUAL)
}

/// Returns what a notable residual says: "more than expected, residual +3.4".
pub fn deviation(messages: &Messages, residual: f64) -> String {
    let direction = if residual > 0.0 { "above" } else { "below" };
    let size = format_decimal(Some(residual.abs()), 1, messages.language());
    messages.format("cell-deviation", &[("direction", direction.into()), ("size", size.into())])
}

/// Returns the title of a column in `language`, its path where it has none.
pub fn column_title(table: &Comparison, column: usize, language: Language) -> &str {
    table.columns.get(column).map_or("", |column| match column.title.get(language) {
        "" => &column.path,
        title => title,
    })
}

/// Returns the title of the column of a category, by its path; the path where there is no such
/// column.
pub fn path_title<'text>(table: &'text Comparison, path: &'text str, language: Language) -> &'text str {
    let column = table.columns.iter().position(|column| column.path == path);
    column.map_or(path, |column| column_title(table, column, language))
}

/// Returns the title of a document; empty when it no longer exists.
pub fn document_title(table: &Comparison, id: DocumentId) -> &str {
    document(table, id).map_or("", |row| row.title.as_str())
}

/// Finds the row of a document.
pub fn document(table: &Comparison, id: DocumentId) -> Option<&DocumentSummary> {
    table.documents.iter().find(|row| row.id == id)
}

/// Returns the repairs that were made, or offered and not made, with counts: "look-alike letters in
/// 163 words, 57 line-end hyphens". Counts of one kind are added up; empty where there is nothing.
pub fn repair_list(messages: &Messages, found: &[RepairCount], is_applied: bool) -> String {
    let kinds = RepairKind::ALL.into_iter().filter_map(|kind| {
        let own = found.iter().filter(|own| own.kind == kind && own.is_applied == is_applied);
        let count: u64 = own.map(|own| own.count).sum();
        (count > 0).then(|| counted(messages, &format!("repairs-{}", kind.code()), count))
    });
    kinds.collect::<Vec<_>>().join(", ")
}

/// Returns a message about a number: `count` chooses its plural form, `shown` is the number as
/// written.
pub fn counted(messages: &Messages, key: &str, count: u64) -> String {
    let shown = format_integer(count, messages.language());
    messages.format(key, &[("count", number(count)), ("shown", shown.into())])
}

/// Returns a text's languages and script, as "Kazakh, with 12 % Russian"; `None` if it has one
/// language in its usual script.
pub fn languages_sentence(messages: &Messages, row: &DocumentSummary) -> Option<String> {
    let writing = row.writing.filter(|writing| *writing != Writing::Cyrillic);
    let own = writing.map(|writing| messages.format("text-writing", &[("writing", writing.code().into())]));
    let name = |language: Language| messages.get(&format!("language-{}", language.code()));
    let Some((main, others)) = row.languages.split_first().filter(|(_, others)| !others.is_empty()) else { return own };
    let share = |other: &LanguageShare| {
        let percent = other.words as f64 * 100.0 / row.words.max(1) as f64;
        let shown = format_decimal(Some(percent), usize::from(percent < 1.0), messages.language());
        messages.format("text-language-share", &[("language", name(other.language).into()), ("share", shown.into())])
    };
    let others: Vec<String> = others.iter().map(share).collect();
    let own = own.unwrap_or_else(|| name(main.language));
    Some(messages.format("text-languages", &[("language", own.into()), ("others", others.join(", ").into())]))
}

/// Returns what an edit did, in words: "text added: Amanat".
pub fn history_words(messages: &Messages, entry: &HistoryEntry) -> String {
    let language = messages.language();
    let other = entry.kind.other().map_or("", |other| other.get(language));
    let values = [
        ("name", entry.name.get(language).into()),
        ("entry", other.into()),
        ("count", number(entry.kind.count() as u64)),
    ];
    messages.format(entry.kind.message_key(), &values)
}

/// Makes the value of a message from a count.
pub fn number(count: u64) -> FluentValue<'static> {
    FluentValue::from(count as f64)
}

/// Returns the code of a document's language for the `lang` attribute; `und` when it is not known.
pub fn language_code(language: Option<Language>) -> &'static str {
    language.map_or("und", Language::code)
}

/// Returns the key of a language's name.
pub const fn language_name(language: Language) -> &'static str {
    match language {
        Language::Kazakh => "language-kk",
        Language::Russian => "language-ru",
        Language::English => "language-en",
    }
}
