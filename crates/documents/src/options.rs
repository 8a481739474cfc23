//! What of a document is read, and how.

use std::collections::BTreeSet;

use tarazy_engine::encoding::EncodingChoice;

use crate::{limits::Limits, model::LeftOutKind};

/// What of a document is read, and how. The default is what this crate calls the text of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOptions {
    /// The column or field that holds the texts of a table: its name, or its number from 1. Without
    /// it a table is one text, row by row.
    pub column: Option<String>,
    /// The encoding of plain texts, pages, tables and subtitles.
    pub encoding: EncodingChoice,
    /// Kinds of content that are included although they are usually left out.
    pub include: BTreeSet<LeftOutKind>,
    /// Whether footnotes and endnotes are left out.
    pub without_notes: bool,
    /// How much is read.
    pub limits: Limits,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            column: None,
            encoding: EncodingChoice::Auto,
            include: BTreeSet::new(),
            without_notes: false,
            limits: Limits::default(),
        }
    }
}

impl ReadOptions {
    /// Returns `true` if content of a kind is to be read.
    pub fn includes(&self, kind: LeftOutKind) -> bool {
        if kind == LeftOutKind::Notes { !self.without_notes } else { self.include.contains(&kind) }
    }
}
