//! The case of a match: forms are folded once, so a pattern that compares case looks at the text
//! again, and so does a word that is another one in capitals.

use crate::lexicon::Element;

/// Returns `true` if a word is written in capitals, two letters or more, and not all the words
/// `beside` it are: the US, but not GIVE US FREEDOM.
pub(super) fn stands_out_in_capitals<'text>(word: &str, mut beside: impl Iterator<Item = &'text str> + Clone) -> bool {
    let is_in_capitals = |word: &str| !word.contains(char::is_lowercase) && word.contains(char::is_uppercase);
    word.chars().nth(1).is_some()
        && is_in_capitals(word)
        && (beside.clone().next().is_none() || !beside.all(is_in_capitals))
}

/// Returns `true` if a compound with hyphens, written as in the text, or a part of it has the case of
/// an element that one of them fits: they begin with the same letter.
pub(super) fn compound_has_case_of(element: &Element, compound: &str) -> bool {
    let begins_alike = |part: &str| match element {
        Element::Lemma { lemma, .. } => lemma.chars().next() == part.chars().next(),
        _ => true,
    };
    let parts = compound.split('-').filter(|part| !part.is_empty());
    std::iter::once(compound).chain(parts).any(|part| begins_alike(part) && has_case_of(element, part))
}

/// Returns `true` if a word, written as in the text, has the case of an element that it fits.
pub(super) fn has_case_of(element: &Element, word: &str) -> bool {
    match element {
        Element::Form(form) => form == word,
        Element::Glob(glob) => glob.matches(word),
        Element::Regex(regex) => regex.matches(word),
        // Where an inflected form has the lemma's letter, it has it in the lemma's case.
        Element::Lemma { lemma, .. } => lemma
            .chars()
            .zip(word.chars())
            .all(|(wanted, letter)| wanted == letter || !wanted.to_lowercase().eq(letter.to_lowercase())),
        Element::Any | Element::Gap(_) => true,
    }
}
