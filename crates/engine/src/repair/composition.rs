//! Letters in several characters and characters that hold several letters → one character a
//! letter.
//!
//! Pieces are put together by Unicode's canonical composition (NFC): и and a breve give й. The
//! ligatures ﬀ to ﬆ of printed Latin are taken apart. Text between ASCII white space is looked at
//! as a whole, since nothing composes across it.

use std::borrow::Cow;

use super::{replacement::Replacement, scan::places};
use crate::text::{Span, composed, to_u32};

/// Returns what is to be changed.
pub(super) fn composition(text: &str) -> Vec<Replacement> {
    let mut changes = Vec::new();
    let mut done = 0;
    for at in places(text, may_decompose) {
        if at < done || !is_suspect(text, at) {
            continue;
        }
        let start = text[done..at].rfind(is_space).map_or(done, |space| done + space + 1);
        let end = text[at..].find(is_space).map_or(text.len(), |space| at + space);
        changes.extend(compose(&text[start..end], start));
        done = end;
    }
    changes
}

fn is_space(letter: char) -> bool {
    letter.is_ascii_whitespace()
}

/// Bytes that begin characters outside composed Latin and Cyrillic.
const fn may_decompose(byte: u8) -> bool {
    matches!(byte, 0xCC..=0xCE | 0xD6..)
}

/// Returns `true` if the character at `at` may not be composed; punctuation is the common case that
/// is.
fn is_suspect(text: &str, at: usize) -> bool {
    !matches!(text[at..].chars().next(), Some('\u{2002}'..='\u{2125}' | '\u{2190}'..='\u{22FF}'))
}

fn compose(piece: &str, start: usize) -> Option<Replacement> {
    let letters = |letter: char| ligature(letter).map_or_else(|| letter.to_string(), str::to_owned);
    let apart = if piece.contains(|letter| ligature(letter).is_some()) {
        Cow::Owned(piece.chars().map(letters).collect())
    } else {
        Cow::Borrowed(piece)
    };
    let composed = composed(&apart);
    if composed == piece {
        return None;
    }
    // Only what differs is a change.
    let same = piece.chars().zip(composed.chars()).take_while(|(old, new)| old == new);
    let head: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    let (old, new) = (&piece[head..], &composed[head..]);
    let same = old.chars().rev().zip(new.chars().rev()).take_while(|(old, new)| old == new);
    let tail: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    let span = Span::new(to_u32(start + head), to_u32(start + piece.len() - tail));
    let after = new[..new.len() - tail].to_owned();
    (!span.is_empty() || !after.is_empty()).then_some(Replacement { span, after })
}

/// The letters of a ligature.
const fn ligature(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repair::testing::changed;

    #[test]
    fn letters_in_pieces_are_put_together() {
        for (given, expected) in [
            ("Тәуелсіз Қазақстан и\u{306} е\u{308}лка", "Тәуелсіз Қазақстан й ёлка"),
            ("саи\u{306}лау тура\u{301}лы", "сайлау тура\u{301}лы"),
            ("eﬀort, oﬃce and ﬂow; conﬁdence", "effort, office and flow; confidence"),
            ("cafe\u{301}", "café"),
            ("300 \u{212A}", "300 K"),
            ("Украі\u{308}на", "Україна"),
        ] {
            assert_eq!(changed(given, composition), expected);
        }
        for clean in ["йод, ёлка — «сөз» № 5…", "naïve café", "العدالة", "한국어 正義", "👍🏽 ½"]
        {
            assert_eq!(composition(clean), [], "{clean}");
        }
    }
}
