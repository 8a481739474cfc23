//! The table on screen → files and what is copied.

use crate::{
    counting::Measure,
    language::Language,
    study::Comparison,
    ui::wording::{cell_value, column_title},
};

/// How many decimals a copied table shows.
const DECIMALS: u8 = 3;

/// What the table can be saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// A table for notes and repositories.
    Markdown,
    /// Everything, for programs.
    Json,
}

impl Format {
    /// All formats, in the order in which the interface lists them.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Markdown, Self::Json];

    /// Returns the name of the format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Markdown => "Markdown",
            Self::Json => "JSON",
        }
    }

    /// Returns what the file's name ends in.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    /// Returns the media type of the file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Markdown => "text/markdown",
            Self::Json => "application/json",
        }
    }
}

/// Returns the name of the file to save.
pub fn file_name(format: Format, measure: Measure) -> String {
    format!("tarazy-{}.{}", measure.name(), format.extension())
}

/// Writes the table.
pub fn render(format: Format, table: &Comparison, measure: Measure, language: Language) -> String {
    match format {
        Format::Csv => lines(&matrix(table, measure, language), csv_field, "", ",", ""),
        Format::Markdown => {
            let mut rows = matrix(table, measure, language);
            rows.insert(1, vec!["---".to_owned(); table.columns.len() + 1]);
            lines(&rows, |field| field.replace('|', "\\|").replace('\n', " "), "| ", " | ", " |")
        }
        // A table of plain data has a JSON form; were there none, an empty file says so.
        Format::Json => serde_json::to_string_pretty(table).unwrap_or_default(),
    }
}

/// Writes the table for word processors and spreadsheets, which take HTML from the clipboard.
pub fn html_table(table: &Comparison, measure: Measure, language: Language) -> String {
    let rows = matrix(table, measure, language);
    let rows = lines(&rows, |field| escape(field), "<tr><td>", "</td><td>", "</td></tr>");
    format!("<table>{rows}</table>")
}

/// The same as plain text, fields parted by tabs.
pub fn plain_table(table: &Comparison, measure: Measure, language: Language) -> String {
    lines(&matrix(table, measure, language), |field| harmless(&field.replace(['\t', '\n'], " ")), "", "\t", "")
}

fn matrix(table: &Comparison, measure: Measure, language: Language) -> Vec<Vec<String>> {
    let titles = (0..table.columns.len()).map(|column| column_title(table, column, language).to_owned());
    let head = std::iter::once(String::new()).chain(titles).collect();
    let rows = table.documents.iter().map(|row| {
        let cells = (0..table.columns.len()).map(|column| cell_value(row, column, measure, DECIMALS, language));
        std::iter::once(row.title.clone()).chain(cells).collect()
    });
    std::iter::once(head).chain(rows).collect()
}

fn lines(rows: &[Vec<String>], field: impl Fn(&str) -> String, start: &str, between: &str, end: &str) -> String {
    let line = |row: &Vec<String>| {
        let fields: Vec<String> = row.iter().map(|value| field(value)).collect();
        format!("{start}{}{end}\n", fields.join(between))
    };
    rows.iter().map(line).collect()
}

fn csv_field(field: &str) -> String {
    format!("\"{}\"", harmless(field).replace('"', "\"\""))
}

/// Spreadsheets compute what starts like a formula; an apostrophe makes it text.
fn harmless(field: &str) -> String {
    if field.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{field}") } else { field.to_owned() }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_neither_markup_nor_a_formula() {
        assert_eq!(escape("<img onerror=\"x\">"), "&lt;img onerror=&quot;x&quot;&gt;");
        assert_eq!(csv_field("=cmd|' /C calc'!A0"), "\"'=cmd|' /C calc'!A0\"");
    }
}
