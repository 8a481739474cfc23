//! Tables as Markdown (GitHub's table syntax).

use super::grid::{Grid, table_grid, table1_grid, weighted_table_grid};
use crate::{counting::Measure, message::Messages, study::Comparison};

/// Returns the category table with its notes.
pub fn markdown(table: &Comparison, measure: Measure, decimals: usize, messages: &Messages) -> String {
    render(&table_grid(table, measure, decimals, messages))
}

/// Returns the category table with weighted figures beside the others.
pub fn weighted_markdown(table: &Comparison, measure: Measure, decimals: usize, messages: &Messages) -> String {
    render(&weighted_table_grid(table, measure, decimals, messages))
}

/// Returns Table 1 with its notes.
pub fn table1_markdown(table: &Comparison, decimals: usize, messages: &Messages) -> String {
    render(&table1_grid(table, decimals, messages))
}

pub(super) fn render(grid: &Grid) -> String {
    let line = |fields: &[String]| {
        let fields: Vec<String> = fields.iter().map(|field| escape(field)).collect();
        format!("| {} |\n", fields.join(" | "))
    };
    let mut text = line(&grid.header);
    let rule = grid.is_numeric.iter().map(|is_numeric| if *is_numeric { "---:" } else { "---" }.to_owned());
    text.push_str(&format!("| {} |\n", rule.collect::<Vec<_>>().join(" | ")));
    text.extend(grid.rows.iter().map(|row| line(row)));
    for note in &grid.notes {
        text.push_str(&format!("\n{}\n", escape(note)));
    }
    text
}

/// Text that stays text: nothing in it is markup, and no line ends.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '#' | '!' => escaped.extend(['\\', letter]),
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_titles_stay_text() {
        assert_eq!(escape("a|b\n<img src=x> [x](y) 1*2"), "a\\|b &lt;img src=x> \\[x\\](y) 1\\*2");
    }
}
