//! The lexicon and its matches → TODO: what is answered, in one sentence with a real example.
//!
//! Copy this file to `crates/engine/src/study/question/NAME.rs` and replace NAME; add
//! `pub mod NAME` and a line to the list in `study/question/mod.rs`. Models:
//! `question/dispersion.rs`, `question/lint/`.
//!
//! A question changes nothing: the same study gives the same answer. An answer is plain data that
//! fits on a screen, without tokens, matches or sentences. Long lists are paged by `offset` and
//! `limit` and carry their total.
//!
//! Law: TODO, for example "what is listed adds up to the count of the cell". Cost: TODO, for
//! example "linear in matches".

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{settings::DocumentId, study::open::OpenStudy, text::to_u32};

/// Asks for TODO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameQuery {
    /// One document, or all.
    pub document: Option<DocumentId>,
    /// Number of items to skip.
    pub offset: u32,
    /// Number of items to return, at most.
    pub limit: u32,
}

/// TODO: what the answer is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamePage {
    /// Number of items in all.
    pub total: u32,
    /// The items asked for, in the order of the text.
    pub items: Vec<String>,
}

impl Query for NameQuery {
    type Answer = NamePage;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        // Nothing, Counts, or Matches of one document or all.
        Needs::Matches(self.document)
    }

    fn answer(self, study: &mut OpenStudy) -> Result<NamePage, AskError> {
        let documents = study.documents_of(self.document);
        let matches = documents.flat_map(|document| document.matches.iter().flatten());
        let items: Vec<String> =
            matches.filter_map(|found| study.lexicon().entry(found.entry)).map(|entry| entry.pattern.text.clone()).collect();
        let total = to_u32(items.len());
        let page = items.into_iter().skip(self.offset as usize).take(self.limit as usize);
        Ok(NamePage { total, items: page.collect() })
    }
}
