//! What was changed in a text, for a reader.

use serde::{Deserialize, Serialize};

use super::kind::RepairKind;
use crate::text::Span;

/// How much of one kind was found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepairCount {
    /// The kind.
    pub kind: RepairKind,
    /// Number of words, at least 1. Two changes in one word are one.
    pub count: u64,
    /// Whether they were changed. Otherwise the reader does not want this kind, and they stand as
    /// given.
    pub is_applied: bool,
}

/// Everything that was changed in a text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RepairReceipt {
    /// The kinds that found something, in the order in which they are repaired.
    pub kinds: Vec<KindReceipt>,
}

/// What one kind changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindReceipt {
    /// The kind.
    pub kind: RepairKind,
    /// Number of words, at least 1.
    pub count: u64,
    /// Whether they were changed.
    pub is_applied: bool,
    /// The words, most frequent first, then by code point; the first few where there are many.
    pub changes: Vec<DistinctChange>,
    /// Number of distinct words, those among them that are not listed.
    pub distinct: u32,
}

/// A word before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistinctChange {
    /// As given. For a word cut in two, its halves with `⏎` for the line end: `бостан-⏎дығы`.
    pub before: String,
    /// As counted.
    pub after: String,
    /// How often.
    pub count: u64,
}

/// A word of the text to count that does not stand so in the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepairedWord {
    /// Its bytes in the text to count, with the punctuation beside it.
    pub span: Span,
    /// What stands in the source, a line end within it as `⏎`.
    pub source: String,
}
