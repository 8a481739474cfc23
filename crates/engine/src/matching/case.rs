//! The case of a match: forms are folded once, so a pattern that compares case looks at the text
//! again.

use crate::lexicon::Element;

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
