//! The table on screen → files and what is copied.

use crate::{
    message::Messages,
    report::{
        csv, html_for_clipboard, json, markdown, tabbed, table_grid, table1_grid, table1_json, table1_markdown,
        weighted_csv, weighted_json, weighted_markdown, weighted_table_grid,
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
    (html_for_clipboard(&grid, ""), tabbed(&grid))
}
