//! The table on screen → files and what is copied.

use crate::{
    message::Messages,
    report::{
        Grid, csv, json, markdown, table_grid, table1_grid, table1_json, table1_markdown, weighted_csv, weighted_json,
        weighted_markdown, weighted_table_grid,
    },
    study::Comparison,
    ui::state::{Preferences, preferences::Face},
};

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
pub fn file_name(format: Format, preferences: Preferences) -> String {
    let name = match preferences.face {
        Face::Categories => preferences.measure.name(),
        Face::Table1 => "table-1",
    };
    format!("tarazy-{name}.{}", format.extension())
}

/// Writes the table that is on screen.
pub fn render(format: Format, table: &Comparison, preferences: Preferences, messages: &Messages) -> String {
    let Preferences { measure, face, .. } = preferences;
    let decimals = usize::from(preferences.decimals);
    let is_weighted = preferences.shows_weights && table.lexicon.has_weights;
    match (format, face) {
        (Format::Csv, Face::Categories) if is_weighted => weighted_csv(table, measure),
        (Format::Markdown, Face::Categories) if is_weighted => weighted_markdown(table, measure, decimals, messages),
        (Format::Json, Face::Categories) if is_weighted => weighted_json(table, measure),
        (Format::Csv, Face::Categories) => csv(table, measure),
        (Format::Csv, Face::Table1) => table1_grid(table, decimals, messages).csv(),
        (Format::Markdown, Face::Categories) => markdown(table, measure, decimals, messages),
        (Format::Markdown, Face::Table1) => table1_markdown(table, decimals, messages),
        (Format::Json, Face::Categories) => json(table, measure),
        (Format::Json, Face::Table1) => table1_json(table),
    }
}

/// Writes the table on screen for word processors and spreadsheets: as HTML, and as text with tabs between the fields.
pub fn for_clipboard(table: &Comparison, preferences: Preferences, messages: &Messages) -> (String, String) {
    let decimals = usize::from(preferences.decimals);
    let grid = match preferences.face {
        Face::Categories if preferences.shows_weights && table.lexicon.has_weights => {
            weighted_table_grid(table, preferences.measure, decimals, messages)
        }
        Face::Categories => table_grid(table, preferences.measure, decimals, messages),
        Face::Table1 => table1_grid(table, decimals, messages),
    };
    (html(&grid), tabbed(&grid))
}

fn html(grid: &Grid) -> String {
    let row = |tag: &str, fields: &[String]| {
        let fields: Vec<String> = fields.iter().map(|field| format!("<{tag}>{}</{tag}>", escape(field))).collect();
        format!("<tr>{}</tr>", fields.concat())
    };
    let rows: String = grid.rows.iter().map(|fields| row("td", fields)).collect();
    let notes: Vec<String> = grid.notes.iter().map(|note| format!("<p>{}</p>", escape(note))).collect();
    let notes = notes.concat();
    format!("<table><thead>{}</thead><tbody>{rows}</tbody></table>{notes}", row("th", &grid.header))
}

fn tabbed(grid: &Grid) -> String {
    let fields = |fields: &Vec<String>| fields.iter().map(|field| harmless(field)).collect::<Vec<_>>().join("\t");
    let notes = grid.notes.iter().map(|note| harmless(note));
    let lines: Vec<String> = std::iter::once(&grid.header).chain(&grid.rows).map(fields).chain(notes).collect();
    lines.join("\n")
}

/// Spreadsheets compute what starts like a formula; an apostrophe makes it text. Tabs and line ends would part a field.
fn harmless(field: &str) -> String {
    let field = field.replace(char::is_control, " ");
    if field.starts_with(['=', '+', '-', '@']) { format!("'{field}") } else { field }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_neither_markup_nor_a_formula() {
        let grid = Grid {
            header: vec!["<th>".to_owned()],
            rows: vec![vec!["=cmd|' /C calc'!A0\t".to_owned()], vec!["<img onerror=\"x\">".to_owned()]],
            is_numeric: vec![false],
            notes: vec!["a & b".to_owned()],
        };
        assert_eq!(tabbed(&grid), "<th>\n'=cmd|' /C calc'!A0 \n<img onerror=\"x\">\na & b");
        let html = html(&grid);
        assert!(html.contains("<th>&lt;th&gt;</th>") && html.contains("&lt;img onerror=&quot;x&quot;&gt;"));
        assert!(html.ends_with("<p>a &amp; b</p>"));
    }
}
