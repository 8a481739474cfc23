//! Classes of letters, found quickly for the alphabets of most texts.

/// Returns `true` for a letter of the Cyrillic alphabets.
pub(crate) const fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}')
}

/// Returns what [`char::is_alphabetic`] does, without its search where the letter is Cyrillic.
pub(crate) fn is_letter(letter: char) -> bool {
    is_cyrillic(letter) || letter.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_what_unicode_calls_alphabetic() {
        for letter in '\0'..=char::MAX {
            assert_eq!(is_letter(letter), letter.is_alphabetic(), "{letter:?}");
        }
    }
}
