//! What stands between white space, or between white space and punctuation: quicker than tokens are
//! found, for those who only look for something.
//!
//! Cost: one look at each byte; only the few characters that might stand between pieces are read as
//! such.

use super::separator::{char_at, white_space_len};

/// What stands between white space, with the byte at which it begins.
///
/// ```
/// use tarazy_engine::text::Pieces;
///
/// let pieces: Vec<(usize, &str)> = Pieces::of("Сөз  бостандығы.\n").collect();
/// assert_eq!(pieces, [(0, "Сөз"), (8, "бостандығы.")]);
/// ```
#[derive(Debug, Clone)]
pub struct Pieces<'text>(Cursor<'text>);

/// What stands between white space and these characters: `« » " “ ” „ ( ) , ; : ! ? …`.
/// Apostrophes, hyphens, full stops and brackets of other kinds stay with their word.
///
/// ```
/// use tarazy_engine::text::RoughWords;
///
/// let words: Vec<&str> = RoughWords::of("Сөз, «әл-ауқат» (7%-дан)…  Бұл.").collect();
/// assert_eq!(words, ["Сөз", "әл-ауқат", "7%-дан", "Бұл."]);
/// ```
#[derive(Debug, Clone)]
pub struct RoughWords<'text>(Cursor<'text>);

impl<'text> Pieces<'text> {
    /// Returns the pieces of a text; none is empty.
    pub const fn of(text: &'text str) -> Self {
        Self(Cursor { text, at: 0 })
    }
}

impl<'text> Iterator for Pieces<'text> {
    type Item = (usize, &'text str);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next(|_| false)
    }
}

impl<'text> RoughWords<'text> {
    /// Returns the words of a text; none is empty.
    pub const fn of(text: &'text str) -> Self {
        Self(Cursor { text, at: 0 })
    }
}

impl<'text> Iterator for RoughWords<'text> {
    type Item = &'text str;

    fn next(&mut self) -> Option<Self::Item> {
        let is_separator = |letter| {
            matches!(letter, '«' | '»' | '"' | '“' | '”' | '„' | '(' | ')' | ',' | ';' | ':' | '!' | '?' | '…')
        };
        self.0.next(is_separator).map(|(_, word)| word)
    }
}

#[derive(Debug, Clone)]
struct Cursor<'text> {
    text: &'text str,
    at: usize,
}

impl<'text> Cursor<'text> {
    /// Returns the next piece that holds no white space and none of the separators.
    fn next(&mut self, is_separator: impl Fn(char) -> bool) -> Option<(usize, &'text str)> {
        let bytes = self.text.as_bytes();
        // How long the character is that begins here, where it stands between pieces; else nothing.
        let between = |at: usize| match bytes[at] {
            byte @ 0..0x80 => {
                let letter = char::from(byte);
                usize::from(matches!(letter, '\t'..='\r' | ' ') || is_separator(letter))
            }
            // The first bytes of the other separators.
            0xC2 | 0xE2 if char_at(self.text, at).is_some_and(&is_separator) => {
                if bytes[at] == 0xC2 {
                    2
                } else {
                    3
                }
            }
            _ => white_space_len(self.text, at),
        };
        let mut start = self.at;
        let mut at = start;
        while at < bytes.len() {
            let length = between(at);
            if length == 0 {
                at += 1;
            } else if start < at {
                break;
            } else {
                at += length;
                start = at;
            }
        }
        self.at = at;
        (start < at).then(|| (start, &self.text[start..at]))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn pieces_are_what_a_split_gives(text in "[a« »\"“”„(),;:!?…ң\u{85}\u{A0}\u{1680}\u{2003}\u{2028}\u{3000}é—-]{0,60}") {
            let is_between = |letter: char| letter.is_whitespace() || "«»\"“”„(),;:!?…".contains(letter);
            let words: Vec<&str> = text.split(is_between).filter(|word| !word.is_empty()).collect();
            prop_assert_eq!(RoughWords::of(&text).collect::<Vec<_>>(), words);
            let pieces: Vec<&str> = text.split_whitespace().collect();
            prop_assert_eq!(Pieces::of(&text).map(|(_, piece)| piece).collect::<Vec<_>>(), pieces);
            for (at, piece) in Pieces::of(&text) {
                prop_assert!(text[at..].starts_with(piece));
            }
        }
    }

    #[test]
    fn every_white_space_stands_between_pieces() {
        for space in ('\0'..=char::MAX).filter(|letter| letter.is_whitespace()) {
            assert_eq!(Pieces::of(&format!("a{space}b")).count(), 2, "{space:?}");
        }
    }
}
