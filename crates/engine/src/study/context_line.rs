//! A match → its line in a list of contexts.

use super::{ContextLine, document::Document, probe};
use crate::settings::Options;
use crate::{
    context::{context, matched_by},
    lexicon::Lexicon,
    matching::Match,
    text::Vocabulary,
};

/// Returns a match with about `width` characters on either side, and how its entry caught it.
pub(super) fn context_line(
    lexicon: &Lexicon,
    document: &Document,
    found: &Match,
    vocabulary: &Vocabulary,
    options: &Options,
    width: u32,
) -> ContextLine {
    let around = context(document.text(), found.span, width);
    let entry = lexicon.entry(found.entry);
    let category = entry.and_then(|entry| lexicon.category(entry.category));
    let words = probe::words(document, found, vocabulary, options);
    let language = document.language_at(found.first);
    ContextLine {
        document: document.id,
        span: found.span,
        left: around.left,
        node: around.node,
        right: around.right,
        entry_id: found.entry,
        entry: entry.map(|entry| entry.pattern.text.clone()).unwrap_or_default(),
        form: probe::form(document, found, vocabulary, options),
        category: category.map(|category| category.path.clone()).unwrap_or_default(),
        matched_by: entry.map(|entry| matched_by(entry, &words, language)).unwrap_or_default(),
    }
}
