//! The lexicon and its matches → TODO: what is answered, in one sentence with a real example.
//!
//! Copy this file to `crates/engine/src/study/question/NAME/mod.rs` and replace NAME. The checklist
//! in `CONTRIBUTING.md` names the places where a question is registered. Model:
//! `study/question/lint`.
//!
//! A question changes nothing: the same study gives the same answer. An answer is a *view*: plain
//! data that fits on a screen, without tokens, matches or sentences. Long lists are paged by
//! `offset` and `limit` and carry their total.
//!
//! Law: TODO, for example "what is listed adds up to the count of the cell". Cost: TODO, for
//! example "linear in matches".

use serde::{Deserialize, Serialize};

use super::super::{DocumentId, Options, document::Document};
use crate::{lexicon::Lexicon, text::small};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameQuestion {
    /// One document, or all.
    pub document: Option<DocumentId>,
    /// How many items to skip.
    pub offset: u32,
    /// How many items to return, at most.
    pub limit: u32,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NameView {
    /// How the study counts.
    pub options: Options,
    /// Number of items in all.
    pub total: u32,
    /// The items asked for, in the order of the lexicon.
    pub items: Vec<NameItem>,
}

/// One item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameItem {
    /// The entry as written.
    pub written: String,
    /// The path of its category: `values/freedom`.
    pub category: String,
}

/// Answers. The documents must have been matched.
pub(in crate::study) fn answer(
    lexicon: &Lexicon,
    documents: &[Document],
    options: &Options,
    question: &NameQuestion,
) -> NameView {
    // Read matches from `documents`; never match again what is matched already.
    let _ = documents;
    let items: Vec<NameItem> = lexicon
        .entries
        .iter()
        .map(|entry| NameItem {
            written: entry.pattern.text.clone(),
            category: lexicon.category(entry.category).map(|category| category.path.clone()).unwrap_or_default(),
        })
        .collect();
    let total = small(items.len());
    let items = items.into_iter().skip(question.offset as usize).take(question.limit as usize).collect();
    NameView { options: options.clone(), total, items }
}
