//! A match → its words.

use super::open::document::Document;
use crate::{
    matching::{Match, Policy},
    settings::Options,
    text::Vocabulary,
};

/// The words of a match in their folded forms. Under `liwc` punctuation within a match is not part of it.
pub(super) fn words<'vocabulary>(
    document: &Document,
    found: &Match,
    vocabulary: &'vocabulary Vocabulary,
    options: &Options,
) -> Vec<&'vocabulary str> {
    seen(document, found, vocabulary, options)
        .map(|token| vocabulary.form(document.compared().types()[token]))
        .collect()
}

/// The words of a match as an exclusion names them: folded, but with their case where the study looks at it.
pub(super) fn form(document: &Document, found: &Match, vocabulary: &Vocabulary, options: &Options) -> String {
    if !options.case_sensitive {
        return words(document, found, vocabulary, options).join(" ");
    }
    let tokens = seen(document, found, vocabulary, options);
    let words: Vec<_> = tokens.map(|token| document.compared().written(token, document.text())).collect();
    words.join(" ")
}

fn seen(document: &Document, found: &Match, vocabulary: &Vocabulary, options: &Options) -> impl Iterator<Item = usize> {
    let first = found.first as usize;
    let is_liwc = options.policy == Policy::Liwc;
    (first..first + found.count as usize)
        .filter(move |token| !is_liwc || vocabulary.kind(document.compared().types()[*token]).is_word())
}
