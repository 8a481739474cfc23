//! Unicode's composed form (NFC).
//!
//! The tables are those of `unicode-normalization`. Its own way to the composed form is also one to
//! the compatible forms, whose tables are larger than all others, and which nothing here asks for.

use std::borrow::Cow;

use super::letter::is_cyrillic;
use unicode_normalization::{
    IsNormalized,
    char::{canonical_combining_class, compose, decompose_canonical},
    is_nfc_quick,
};

/// Returns `true` for characters below the first mark and for Cyrillic letters: all of them are in
/// composed form and join with nothing before them. A quick answer for most texts.
const fn is_composed(letter: char) -> bool {
    letter < '\u{300}' || is_cyrillic(letter)
}

/// Returns the text in composed form; borrowed where it is in that form beyond doubt.
///
/// ```
/// assert_eq!(tarazy_engine::text::composed("и\u{306}"), "й");
/// ```
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_composed) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    let mut pieces: Vec<(char, u8)> = Vec::with_capacity(text.len());
    for letter in text.chars() {
        decompose_canonical(letter, |piece| pieces.push((piece, canonical_combining_class(piece))));
    }
    // Marks between two letters stand in the order of their classes; marks of one class keep
    // theirs.
    for marks in pieces.chunk_by_mut(|(_, left), (_, right)| *left != 0 && *right != 0) {
        marks.sort_by_key(|(_, class)| *class);
    }
    let mut whole: Vec<char> = Vec::with_capacity(pieces.len());
    // Where the letter is that marks join, and the class of what came last after it.
    let mut letter: Option<(usize, u8)> = None;
    for (piece, class) in pieces {
        if let Some((at, last)) = &mut letter {
            let is_next = whole.len() == *at + 1;
            if (is_next || *last < class)
                && let Some(joined) = compose(whole[*at], piece)
            {
                whole[*at] = joined;
                continue;
            }
            *last = class;
        }
        if class == 0 {
            letter = Some((whole.len(), 0));
        }
        whole.push(piece);
    }
    Cow::Owned(whole.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn expected(text: &str) -> String {
        text.nfc().collect()
    }

    #[test]
    fn every_character_composes_as_unicode_says_alone_and_taken_apart() {
        for letter in '\0'..=char::MAX {
            let text = letter.to_string();
            assert_eq!(composed(&text), expected(&text), "{letter:?}");
            let apart: String = text.nfd().collect();
            assert_eq!(composed(&apart), expected(&text), "{letter:?}");
        }
    }

    #[test]
    fn what_is_composed_is_not_copied() {
        assert!(matches!(composed("таразы йод"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn letters_and_marks_compose_as_unicode_says(
            text in "([aeоиуА각가]|[\u{1100}-\u{11FF}]|[\u{9BE}-\u{9D7}]|[\u{300}-\u{345}]|[\u{591}-\u{5C7}]|\u{F71}|\u{F72}|.){0,24}"
        ) {
            prop_assert_eq!(composed(&text), expected(&text));
        }
    }
}
