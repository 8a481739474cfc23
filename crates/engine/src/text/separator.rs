//! What separates words beside the word boundaries of UAX #29, one table for all: white space, line
//! ends, and the characters that the annex keeps inside words although texts of our languages do
//! not.

/// How many bytes of white space begin at a byte of a text; 0 where there is none.
///
/// Every character with the property `White_Space` separates words, U+202F among them: French and
/// Russian typography puts it before dashes and inside quotation marks, while UAX #29 takes it for
/// a part of words. So does U+200B, a space without width.
pub(super) fn white_space_len(text: &str, at: usize) -> usize {
    match text.as_bytes()[at] {
        byte if !may_begin_white_space(byte) => 0,
        0..0x80 => 1,
        _ => char_at(text, at).filter(|letter| is_white_space(*letter)).map_or(0, char::len_utf8),
    }
}

/// Returns where the next white space begins at or after a byte of a text, or the end of the text.
pub(super) fn next_white_space(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(length) = text.as_bytes()[at..].iter().position(|byte| may_begin_white_space(*byte)) {
        at += length;
        if white_space_len(text, at) > 0 {
            return at;
        }
        at += 1;
    }
    text.len()
}

/// Returns `true` for ASCII white space and for the first bytes of all other white space.
const fn may_begin_white_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ' | 0xC2 | 0xE1..=0xE3)
}

fn is_white_space(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{200B}'
}

/// Returns the character that begins at a byte of a text.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}

/// How many line ends a character of white space is; two make an empty line, which no phrase
/// crosses. CR before LF is none.
///
/// U+2028 and U+0085 are line ends, U+000B is that of word processors; a form feed and U+2029 end a
/// page and a paragraph.
pub(super) fn line_ends(text: &str, at: usize) -> u32 {
    let bytes = text.as_bytes();
    match bytes[at] {
        b' ' | b'\t' => 0,
        b'\r' => u32::from(bytes.get(at + 1) != Some(&b'\n')),
        b'\n' | 0x0B => 1,
        0x0C => 2,
        _ => match char_at(text, at) {
            Some('\u{85}' | '\u{2028}') => 1,
            Some('\u{2029}') => 2,
            _ => 0,
        },
    }
}

/// Returns `true` if a character ends a word inside of which UAX #29 leaves it; `word` is what
/// stands before it since the last end of a word, `next` what follows.
pub(super) fn ends_word(letter: char, word: &str, next: Option<char>) -> bool {
    match letter {
        // The annex keeps colons between letters for Swedish, dots for Catalan, semicolons between
        // digits. Here a space is missing (мысалы:бұл), the words of a motto are divided
        // (Бостандық·Әділет), or numbers are listed.
        ':' | '\u{387}' | '\u{FE13}' | '\u{FE55}' | '\u{FF1A}' | '·' | '\u{2027}' | ';' => true,
        // A space is missing in болды.Бұл and in БОСТАНДЫҚ.ӘДІЛЕТ; U.S, б.з.б and gmail.com are one word.
        '.' => {
            let mut letters = word.rsplit('.').next().unwrap_or(word).chars();
            let last = letters.next_back();
            let is_abbreviation = letters.next_back().is_none() && last.is_some_and(char::is_uppercase);
            next.is_some_and(char::is_uppercase) && last.is_some_and(char::is_alphabetic) && !is_abbreviation
        }
        _ => false,
    }
}

/// Returns `true` for the connectors that stand for italics at the edge of a word (`_freedom_`) and
/// join words within (`new_york`).
pub(super) const fn is_connector(letter: char) -> bool {
    matches!(
        letter,
        '_' | '\u{203F}' | '\u{2040}' | '\u{2054}' | '\u{FE33}' | '\u{FE34}' | '\u{FE4D}'..='\u{FE4F}' | '\u{FF3F}'
    )
}
