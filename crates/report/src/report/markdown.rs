//! Tables as Markdown (GitHub's table syntax).

use super::{
    clean::clean,
    grid::{Grid, table_grid, table1_grid, weighted_table_grid},
    provenance,
    style::TableStyle,
};
use crate::message::Messages;
use tarazy_engine::counting::{Comparison, Measure};

/// Returns the category table with its notes.
pub fn markdown(table: &Comparison, measure: Measure, style: impl Into<TableStyle>, messages: &Messages) -> String {
    with_texts(&table_grid(table, measure, style, messages), table, messages)
}

/// Returns the category table with weighted figures beside the others.
pub fn weighted_markdown(
    table: &Comparison,
    measure: Measure,
    style: impl Into<TableStyle>,
    messages: &Messages,
) -> String {
    with_texts(&weighted_table_grid(table, measure, style, messages), table, messages)
}

/// Returns Table 1 with its notes.
pub fn table1_markdown(table: &Comparison, style: impl Into<TableStyle>, messages: &Messages) -> String {
    with_texts(&table1_grid(table, style, messages), table, messages)
}

/// The table with the line that names the texts by their hashes.
fn with_texts(grid: &Grid, table: &Comparison, messages: &Messages) -> String {
    let texts = provenance::lines(table, messages).into_iter().map(|line| format!("\n{}\n", escape(&line)));
    std::iter::once(render(grid)).chain(texts).collect()
}

pub(super) fn render(grid: &Grid) -> String {
    let line = |fields: Vec<&str>| {
        let fields: Vec<String> = fields.into_iter().map(escape).collect();
        format!("| {} |\n", fields.join(" | "))
    };
    let mut lines = grid.lines();
    let mut text: String = lines.next().map(line).unwrap_or_default();
    let rule = grid.is_numeric.iter().map(|is_numeric| if *is_numeric { "---:" } else { "---" }.to_owned());
    text.push_str(&format!("| {} |\n", rule.collect::<Vec<_>>().join(" | ")));
    text.extend(lines.map(line));
    for note in &grid.notes {
        text.push_str(&format!("\n{}\n", escape_start(note)));
    }
    text
}

/// Text that stays text: nothing in it is markup, no line ends, and no direction turns.
pub(crate) fn escape(text: &str) -> String {
    let text = clean(text);
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '#' | '!' | '~' | '$' => escaped.extend(['\\', letter]),
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// The same for a text with which a paragraph or an item begins: it is no list, quotation, rule or
/// block of code.
pub(crate) fn escape_start(text: &str) -> String {
    let mut escaped = escape(text.trim_start());
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    if escaped[digits..].starts_with(['.', ')']) && digits > 0 {
        escaped.insert(digits, '\\');
    } else if escaped.starts_with(['-', '+', '>', '=']) {
        escaped.insert(0, '\\');
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_nothing_but_a_paragraph() {
        for (text, escaped) in [
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("> a", "\\> a"),
            ("===", "\\==="),
            ("12. a", "12\\. a"),
            ("1) a", "1\\) a"),
            ("12 a", "12 a"),
            (". a", ". a"),
            ("    a", "a"),
            ("~~~", "\\~\\~\\~"),
            ("a\u{202E}", "a\\[U+202E\\]"),
        ] {
            assert_eq!(escape_start(text), escaped);
        }
    }

    #[test]
    fn hostile_titles_stay_text() {
        assert_eq!(escape("a|b\n<img src=x> [x](y) 1*2"), "a\\|b &lt;img src=x> \\[x\\](y) 1\\*2");
    }
}
