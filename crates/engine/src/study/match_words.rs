//! A match → its words.

use super::open::document::Document;
use crate::{matching::Match, settings::Options, text::Vocabulary};

/// The words of a match in their folded forms. Under `liwc` punctuation within a match is not part
/// of it.
pub(super) fn words<'vocabulary>(
    document: &Document,
    found: &Match,
    vocabulary: &'vocabulary Vocabulary,
    options: &Options,
) -> Vec<&'vocabulary str> {
    document
        .tokens_of(found, vocabulary, options.policy)
        .map(|token| vocabulary.form(document.compared().types()[token]))
        .collect()
}

/// The words of a match as an exclusion names them: folded, but with their case where the study
/// looks at it.
pub(super) fn form(document: &Document, found: &Match, vocabulary: &Vocabulary, options: &Options) -> String {
    if !options.case_sensitive {
        return words(document, found, vocabulary, options).join(" ");
    }
    let tokens = document.tokens_of(found, vocabulary, options.policy);
    let words: Vec<_> = tokens.map(|token| document.compared().written(token, document.text())).collect();
    words.join(" ")
}
