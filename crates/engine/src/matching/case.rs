//! The case of a match: forms are folded once for all, so that a pattern that compares case looks at the text again.

use crate::lexicon::Element;

/// Says whether words, written as in the text, have the case of a pattern's elements; the flag tells punctuation that the pattern may
/// pass over. Where that or a gap allows several ways, one that fits is enough.
pub(super) fn fits_case(elements: &[Element], words: &[(String, bool)]) -> bool {
    let Some((element, rest)) = elements.split_first() else { return words.is_empty() };
    if let Element::Gap(size) = element {
        let is_within = |skipped: &usize| {
            let counted = words[..*skipped].iter().filter(|(_, is_passed)| !is_passed);
            counted.count() <= usize::from(*size)
        };
        return (0..=words.len()).take_while(is_within).any(|skipped| fits_case(rest, &words[skipped..]));
    }
    let Some(((word, is_passed), others)) = words.split_first() else { return false };
    if *is_passed {
        return fits_case(elements, others);
    }
    let fits = match element {
        Element::Form(form) => form == word,
        Element::Glob(glob) => glob.matches(word),
        Element::Regex(regex) => regex.matches(word),
        // Where an inflected form has the lemma's letter, it has it in the lemma's case.
        Element::Lemma { lemma, .. } => lemma
            .chars()
            .zip(word.chars())
            .all(|(wanted, letter)| wanted == letter || !wanted.to_lowercase().eq(letter.to_lowercase())),
        Element::Any | Element::Gap(_) => true,
    };
    fits && fits_case(rest, others)
}
