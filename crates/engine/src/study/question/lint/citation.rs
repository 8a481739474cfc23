//! A lexicon → which entries catch the words with which other entries are written.
//!
//! Every entry that is made of words is read as a text of its own, and the matcher is run over
//! these texts: so an entry "is a form of" another exactly where a text that says it would be
//! matched, known words, conditions and all.

use crate::{
    language::Language,
    lexicon::{Element, Entry, EntryId, Lexicon},
    matching::{Matcher, Policy, Status},
    text::{Interner, Tokenizer, to_u32},
};

/// Returns pairs of an entry and another one of its language that catches it as it is written, by
/// entry, then by the other.
///
/// Globs, expressions and phrases with gaps are not written with words and are only the other.
/// Cost: linear in the entries and in the pairs.
pub(super) fn citations(lexicon: &Lexicon) -> Vec<(EntryId, EntryId)> {
    let mut pairs = Vec::new();
    for language in Language::ALL.map(Some).into_iter().chain([None]) {
        pairs.extend(of_language(lexicon, language));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn of_language(lexicon: &Lexicon, language: Option<Language>) -> Vec<(EntryId, EntryId)> {
    let mut text = String::new();
    let mut places: Vec<(u32, u32, EntryId)> = Vec::new();
    for (at, entry) in lexicon.entries.iter().enumerate().filter(|(_, entry)| entry.language == language) {
        let start = to_u32(text.len());
        if push_words(&mut text, entry) {
            places.push((start, to_u32(text.len()), EntryId(to_u32(at))));
            // A blank line, which no phrase crosses.
            text.push_str("\n\n");
        }
    }
    if places.is_empty() {
        return Vec::new();
    }
    let mut interner = Interner::new();
    let tokens = Tokenizer::tokenize(&text, &mut interner);
    let mut matcher = Matcher::new(lexicon, language, None, false);
    let found = matcher.matches(&text, &tokens, interner.vocabulary(), Policy::Independent);
    let pair = |found: crate::matching::Match| {
        let at = places.binary_search_by_key(&found.span.start, |(start, ..)| *start).ok()?;
        let (_, end, owner) = places[at];
        let is_same_language = lexicon[found.entry].language == language;
        (found.status != Status::Excluded && found.span.end == end && found.entry != owner && is_same_language)
            .then_some((owner, found.entry))
    };
    found.into_iter().filter_map(pair).collect()
}

/// Writes the words of an entry; returns whether it is made of words.
fn push_words(text: &mut String, entry: &Entry) -> bool {
    let words = entry.pattern.elements.iter().map(|element| match element {
        Element::Lemma { lemma, .. } => Some(lemma.as_str()),
        Element::Form(form) => Some(form.as_str()),
        Element::Glob(_) | Element::Regex(_) | Element::Any | Element::Gap(_) => None,
    });
    let Some(words) = words.collect::<Option<Vec<&str>>>() else { return false };
    text.push_str(&words.join(" "));
    true
}
