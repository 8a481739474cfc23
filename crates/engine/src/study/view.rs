//! The small views that leave the engine.

use serde::{Deserialize, Serialize};

use super::{DocumentId, EntryRecord, Options, Problem};
use crate::{
    context::{MatchedBy, NearMissReason, Run},
    intake::Encoding,
    language::{Language, kazakh::writing::Writing},
    lexicon::{CategoryKind, EntryId, LocalText},
    matching::{Cell, ColumnId},
    repair::{RepairCount, RepairReceipt, RepairedWord},
    text::Span,
};

/// The table: one row a document, one column a category.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Comparison {
    /// What the texts were weighed with.
    pub lexicon: LexiconSummary,
    /// How matches were counted.
    pub options: Options,
    /// How deep the lexicon's tree is: the largest level that changes anything; at least 1.
    pub depth: u8,
    /// The columns in the lexicon's order.
    pub columns: Vec<Column>,
    /// The rows in the study's order.
    pub documents: Vec<DocumentSummary>,
    /// Table 1, a row a document in the same order.
    pub table1: Vec<Table1Row>,
    /// What is worth knowing about texts and lexicon.
    pub warnings: Vec<Problem>,
}

/// What a report says of its lexicon.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LexiconSummary {
    /// Its id.
    pub id: String,
    /// Its title by language.
    pub title: LocalText,
    /// Its version.
    pub version: String,
    /// The SHA-256 of its file with LF line ends, as 64 hexadecimal digits.
    pub sha256: String,
    /// Where its words come from.
    pub source: String,
    /// Its licence.
    pub licence: String,
    /// Number of entries in all languages.
    pub entries: u32,
    /// Whether any entry weighs something else than 1, so that weighted counts differ from counts.
    pub has_weights: bool,
    /// How many entries differ from those of the built-in lexicon with this id; `None` for that lexicon itself, and for one
    /// with an id of its own.
    pub changes: Option<u32>,
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Names it within this table.
    pub id: ColumnId,
    /// The path of its category: `values/freedom`.
    pub path: String,
    /// The category's title by language.
    pub title: LocalText,
    /// Whether Table 1 ranks it as a value or shows it as a topic.
    pub kind: CategoryKind,
    /// Whether matches of subcategories are merged into it; overlapping ones then count once, so that it may be less than
    /// the sum of its parts.
    pub is_merged: bool,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentSummary {
    /// Names the document.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// Its language; `None` when none of ours was recognised, and then no entry matches by inflection.
    pub language: Option<Language>,
    /// Whether the engine found the language by itself.
    pub is_language_detected: bool,
    /// In which letters its Kazakh is written; `None` for other languages. What is not in Cyrillic is compared in Cyrillic.
    pub writing: Option<Writing>,
    /// The languages of its sentences, its own first, then by number of words; empty for an unknown language.
    pub languages: Vec<LanguageShare>,
    /// Length in characters (Unicode scalar values after NFC, line breaks counted as one).
    pub characters: u64,
    /// The same without white space.
    pub characters_without_spaces: u64,
    /// Number of words, numbers among them.
    pub words: u64,
    /// Number of distinct words.
    pub types: u64,
    /// Number of sentences.
    pub sentences: u64,
    /// The SHA-256 of the text's bytes as given, as 64 hexadecimal digits.
    pub sha256: String,
    /// In which encoding the bytes were read.
    pub encoding: Encoding,
    /// How sure the encoding is, from 0 to 1; 1 where the reader said so.
    pub encoding_confidence: f32,
    /// What was mended in the text, by kind; a kind that found nothing is left out.
    pub repairs: Vec<RepairCount>,
    /// Whether it was given as one token a line.
    #[serde(default)]
    pub is_pretokenized: bool,
    /// One cell a column.
    pub cells: Vec<Cell>,
}

/// How much of a document is in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageShare {
    /// The language.
    pub language: Language,
    /// Number of words in its sentences, numbers among them.
    pub words: u64,
}

/// One row of the article's Table 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table1Row {
    /// Names the document.
    pub document: DocumentId,
    /// Topics that occur, most frequent first.
    pub topics: Vec<TopicPresence>,
    /// Words that set this text apart from the others in its language, strongest first; empty when it is alone in it.
    pub distinctive_words: Vec<DistinctiveWord>,
    /// The fewest values that together hold more than half of all matches of values, largest first, ties included.
    pub dominant: Vec<DominantValue>,
}

/// A topic in a text.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct TopicPresence {
    /// The topic.
    pub column: ColumnId,
    /// Its count.
    pub count: u64,
    /// Its count per 1,000 words; `None` for a text without words.
    pub per_thousand: Option<f64>,
}

/// A word that one text uses more than the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DistinctiveWord {
    /// The word in lower case.
    pub form: String,
    /// How often it stands in this text.
    pub count: u64,
    /// How often it stands in the others of the same language.
    pub count_elsewhere: u64,
    /// The log-likelihood ratio G².
    pub log_likelihood: f64,
}

/// A value that dominates a text.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DominantValue {
    /// The value.
    pub column: ColumnId,
    /// Its share of all matches of values, from 0 to 1.
    pub share: f64,
}

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
