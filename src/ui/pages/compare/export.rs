//! The table on screen → files and what is copied.

use crate::ui::state::{Preferences, preferences::Face};
use tarazy_engine::counting::Comparison;
use tarazy_report::{
    message::Messages,
    report::{
        CsvStyle, Methods, Piece, PieceFormat, PieceQuery, category_article, csv, html_for_clipboard, json, markdown,
        tabbed, table_grid, table1_article, table1_csv, table1_grid, table1_json, table1_markdown, weighted_csv,
        weighted_json, weighted_markdown, weighted_table_grid, write_article,
    },
};

/// What the table can be saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// A workbook with all views.
    Xlsx,
    /// A table of a word processor.
    Docx,
    /// A table of LaTeX.
    Latex,
    /// A page with the table.
    Html,
    /// A table for notes and repositories.
    Markdown,
    /// Everything, for programs.
    Json,
}

impl Format {
    /// All formats, in the order in which the interface lists them.
    pub const ALL: [Self; 7] = [Self::Csv, Self::Xlsx, Self::Docx, Self::Latex, Self::Html, Self::Markdown, Self::Json];

    /// Returns the name of the format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Xlsx => "XLSX",
            Self::Docx => "DOCX",
            Self::Latex => "LaTeX",
            Self::Html => "HTML",
            Self::Markdown => "Markdown",
            Self::Json => "JSON",
        }
    }

    /// Returns what the file's name ends in.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Latex => "tex",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    /// Returns the media type of the file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Xlsx => Piece::Workbook.media_type(),
            Self::Docx => PieceFormat::Docx.media_type(),
            Self::Latex => PieceFormat::Latex.media_type(),
            Self::Html => PieceFormat::Html.media_type(),
            Self::Markdown => PieceFormat::Markdown.media_type(),
            Self::Json => "application/json",
        }
    }

    /// Returns `true` if the file is text, which can be copied where nothing can be saved.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Xlsx | Self::Docx)
    }
}

/// Returns the name of the file to save.
pub fn file_name(format: Format, preferences: Preferences) -> String {
    if format == Format::Xlsx {
        return Piece::Workbook.file_name();
    }
    let name = match preferences.face {
        Face::Categories => preferences.measure.name(),
        Face::Table1 => "table-1",
    };
    format!("tarazy-{name}.{}", format.extension())
}

/// Returns the piece_query for a piece of an article about the table that is on screen.
pub fn piece_query(piece: Piece, table: &Comparison, preferences: Preferences) -> PieceQuery {
    PieceQuery {
        piece,
        language: preferences.language,
        measure: preferences.measure,
        is_weighted: shows_weights(table, preferences),
        decimals: preferences.decimals,
        decimal_sign: preferences.decimal_sign,
        is_transposed: preferences.is_transposed,
    }
}

/// Writes the table that is on screen; `None` for the workbook, which holds the lexicon too and is
/// written by the engine.
pub fn render(format: Format, table: &Comparison, preferences: Preferences, messages: &Messages) -> Option<Vec<u8>> {
    let Preferences { measure, face, .. } = preferences;
    let style = preferences.style();
    let is_weighted = shows_weights(table, preferences);
    let article = |format| {
        let has_table1 = face == Face::Table1;
        let methods = Methods { table, measure, is_weighted, has_table1, lexicon: None, style };
        let article = match face {
            Face::Categories => category_article(&methods, 2, messages),
            Face::Table1 => table1_article(&methods, 1, messages),
        };
        write_article(&article, format, messages)
    };
    Some(match (format, face) {
        (Format::Xlsx, _) => return None,
        (Format::Docx, _) => article(PieceFormat::Docx),
        (Format::Latex, _) => article(PieceFormat::Latex),
        (Format::Html, _) => article(PieceFormat::Html),
        (Format::Csv, Face::Categories) if is_weighted => weighted_csv(table, measure, CsvStyle::MARKED).into_bytes(),
        (Format::Markdown, Face::Categories) if is_weighted => {
            weighted_markdown(table, measure, style, messages).into_bytes()
        }
        (Format::Json, Face::Categories) if is_weighted => weighted_json(table, measure).into_bytes(),
        (Format::Csv, Face::Categories) => csv(table, measure, CsvStyle::MARKED).into_bytes(),
        (Format::Csv, Face::Table1) => table1_csv(table, style, CsvStyle::MARKED, messages).into_bytes(),
        (Format::Markdown, Face::Categories) => markdown(table, measure, style, messages).into_bytes(),
        (Format::Markdown, Face::Table1) => table1_markdown(table, style, messages).into_bytes(),
        (Format::Json, Face::Categories) => json(table, measure).into_bytes(),
        (Format::Json, Face::Table1) => table1_json(table).into_bytes(),
    })
}

/// Writes the table on screen for word processors and spreadsheets: as HTML, and as text with tabs
/// between the fields.
pub fn for_clipboard(table: &Comparison, preferences: Preferences, messages: &Messages) -> (String, String) {
    let style = preferences.style();
    let grid = match preferences.face {
        Face::Categories if shows_weights(table, preferences) => {
            weighted_table_grid(table, preferences.measure, style, messages)
        }
        Face::Categories => table_grid(table, preferences.measure, style, messages),
        Face::Table1 => table1_grid(table, style, messages),
    };
    (html_for_clipboard(&grid, ""), tabbed(&grid))
}

fn shows_weights(table: &Comparison, preferences: Preferences) -> bool {
    preferences.shows_weights && table.lexicon.has_weights
}
