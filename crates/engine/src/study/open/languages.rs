//! The languages in which the documents of a study are matched.

use rustc_hash::FxHashSet;

use super::document::Document;
use crate::{language::Language, lexicon::Entry};

/// The languages in which documents are matched.
pub(in crate::study) struct Languages(FxHashSet<Option<Language>>);

impl Languages {
    /// Gathers them.
    pub(in crate::study) fn of(documents: &[Document]) -> Self {
        Self(documents.iter().flat_map(|document| document.sections.iter().map(|section| section.language)).collect())
    }

    /// Returns `true` if there is a text in which an entry is looked for.
    pub(in crate::study) fn seek(&self, entry: &Entry) -> bool {
        self.seek_language(entry.language)
    }

    /// Returns `true` if there is a text for the entries of a language. Without a language every
    /// entry is looked for, as it is written.
    pub(in crate::study) fn seek_language(&self, language: Option<Language>) -> bool {
        match language {
            Some(own) => self.0.contains(&Some(own)) || self.0.contains(&None),
            None => !self.0.is_empty(),
        }
    }
}
