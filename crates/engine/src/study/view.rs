//! The small views that leave the engine.

use serde::{Deserialize, Serialize};

use super::EntryRecord;
use crate::settings::DocumentId;
use crate::{
    context::{MatchedBy, NearMissReason, Run},
    encoding::Encoding,
    language::Language,
    lexicon::EntryId,
    matching::{Cell, ColumnId},
    repair::{RepairReceipt, RepairedWord},
    text::Span,
};

/// What stands behind a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellExplanation {
    /// The row.
    pub document: DocumentId,
    /// The column.
    pub column: ColumnId,
    /// The figures.
    pub cell: Cell,
    /// The matched forms, most frequent first, then in alphabetical order.
    pub forms: Vec<FormCount>,
    /// Matches that did not count because a longer match covers them.
    pub shadowed: u64,
    /// Matches that did not count because the entry or category says so.
    pub excluded: u64,
    /// Matches that did not count because they are negated; 0 where the study counts those too.
    pub negated: u64,
}

/// How often a form was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormCount {
    /// The words in lower case.
    pub form: String,
    /// The entry that they matched, as written in the lexicon.
    pub entry: String,
    /// How often.
    pub matches: u64,
}

/// How a document's bytes became the text that is counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentReceipt {
    /// The document.
    pub document: DocumentId,
    /// In which encoding the bytes were read.
    pub encoding: Encoding,
    /// How sure the encoding is, from 0 to 1; 1 where the reader said so.
    pub encoding_confidence: f32,
    /// A few lines of the text as it is counted, from the first that is not plain Latin on: where a wrong encoding shows.
    pub excerpt: String,
    /// What was mended.
    pub receipt: RepairReceipt,
}

/// A page of matches in context (KWIC).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContextPage {
    /// The document asked for, or all.
    pub document: Option<DocumentId>,
    /// Whose matches.
    pub column: ColumnId,
    /// Number of the first line, from 0.
    pub offset: u32,
    /// Number of lines in all.
    pub total: u32,
    /// The lines, by document and then by place.
    pub lines: Vec<ContextLine>,
}

/// One match in its context.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContextLine {
    /// Where.
    pub document: DocumentId,
    /// The bytes of the match.
    pub span: Span,
    /// Text before it, with line breaks as spaces.
    pub left: String,
    /// The match as written.
    pub node: String,
    /// Text after it.
    pub right: String,
    /// The entry, by its place in the lexicon.
    pub entry_id: EntryId,
    /// The entry as written in the lexicon.
    pub entry: String,
    /// The words of the match as an exclusion names them: in lower case, or as written where letters are compared as written.
    pub form: String,
    /// Path of the entry's own category; deeper than the column where subcategories are merged.
    pub category: String,
    /// How the entry caught each of its words.
    pub matched_by: Vec<MatchedBy>,
}

/// How many matches of something came to what end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fates {
    /// Matches that count.
    pub counted: u64,
    /// Matches that do not count because another match took their place.
    pub shadowed: u64,
    /// Matches that do not count because the lexicon says so.
    pub excluded: u64,
    /// Matches that do not count because they are negated; 0 where the study counts those too.
    pub negated: u64,
}

impl Fates {
    /// Returns the number of matches of whatever fate.
    pub fn total(self) -> u64 {
        self.counted + self.shadowed + self.excluded + self.negated
    }
}

/// What an entry catches in the study's texts, and what it nearly caught.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryProbe {
    /// The entry, by its place in the lexicon.
    pub entry: EntryId,
    /// The document asked for, or all.
    pub document: Option<DocumentId>,
    /// The entry as written in the lexicon.
    pub written: String,
    /// The path of its category.
    pub category: String,
    /// The language of the texts in which it is looked for; `None` for all.
    pub language: Option<Language>,
    /// The author's remark.
    pub note: String,
    /// All that it says, and where it stands.
    pub record: EntryRecord,
    /// All its matches.
    pub fates: Fates,
    /// The forms that it caught, most frequent first, then in alphabetical order; those whose every match the lexicon
    /// excludes are among the near misses. At most [`EntryProbe::MOST_FORMS`].
    pub forms: Vec<CaughtForm>,
    /// Number of forms in all.
    pub form_total: u32,
    /// Whether near misses are looked for: not for a phrase with a gap, nor for one that ends in any word.
    pub has_near_misses: bool,
    /// Forms that begin as its word does and do not count for it, most frequent first. Of a phrase: its other words as they
    /// must be, with such a form at the end. At most [`EntryProbe::MOST_NEAR_MISSES`].
    pub near_misses: Vec<NearMiss>,
    /// Number of near misses in all.
    pub near_miss_total: u32,
}

impl EntryProbe {
    /// How many forms are told.
    pub const MOST_FORMS: usize = 60;
    /// How many near misses are told.
    pub const MOST_NEAR_MISSES: usize = 30;
}

/// A form that an entry caught.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaughtForm {
    /// The words, as an exclusion names them.
    pub form: String,
    /// Its matches.
    pub fates: Fates,
    /// How the entry caught each word.
    pub matched_by: Vec<MatchedBy>,
}

/// A form that an entry nearly caught.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearMiss {
    /// The words.
    pub form: String,
    /// How often it stands in the texts without being matched.
    pub times: u64,
    /// Why it does not count.
    pub reason: NearMissReason,
    /// Another entry that counts the form, as written in the lexicon; none for a phrase.
    pub counted_for: Option<String>,
}

/// A page of a document's text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TextPage {
    /// Which document.
    pub document: DocumentId,
    /// The bytes that the page shows.
    pub span: Span,
    /// Length of the whole text in bytes.
    pub total_bytes: u32,
    /// The text in pieces; joined they give the text of `span` to the letter.
    pub runs: Vec<Run>,
    /// The words of the page that were mended.
    pub repairs: Vec<RepairedWord>,
}
