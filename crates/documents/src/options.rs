//! What of a document is read, and how.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tarazy_engine::encoding::EncodingChoice;

use crate::{left_out::LeftOutKind, limits::Limits};

/// What of a document is read, and how. The default is what this crate calls the text of a document.
///
/// Columns are named as [`crate::PreviewColumn::name`] names them, in capital or small letters: by
/// the first row, and by their number from 1 where that has no name or there is no such row. Fields
/// of JSON inside others are named with points: `author.party`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReadOptions {
    /// The column or field that holds the texts of a table: its name, or its number from 1. Without
    /// it a table is one text, row by row.
    pub column: Option<String>,
    /// The column or field that holds the titles of the texts. `None`: one with a usual name, such
    /// as `title`; the empty name: no column, the rows are numbered.
    pub title_column: Option<String>,
    /// The columns or fields that are data on the texts; `None`: all but those of the texts and titles.
    pub data_columns: Option<BTreeSet<String>>,
    /// Whether the first row of a table has the names of its columns; `None`: it has where
    /// [`ReadOptions::column`] is one of them.
    pub has_head: Option<bool>,
    /// What separates the fields of CSV and TSV, a character of ASCII; `None`, and any other
    /// character: what the file shows.
    pub separator: Option<char>,
    /// The encoding of plain texts, pages, tables and subtitles.
    pub encoding: EncodingChoice,
    /// Kinds of content that are included although they are usually left out.
    pub include: BTreeSet<LeftOutKind>,
    /// Whether footnotes and endnotes are left out.
    pub without_notes: bool,
    /// How much is read.
    pub limits: Limits,
}

impl ReadOptions {
    /// Returns `true` if content of a kind is to be read.
    pub fn includes(&self, kind: LeftOutKind) -> bool {
        if kind == LeftOutKind::Notes { !self.without_notes } else { self.include.contains(&kind) }
    }
}
