//! Invisible characters are dropped: soft hyphens and what programs write for them, zero-width
//! characters, directional marks.
//!
//! They are dirt between letters of ours. In other scripts some of them are spelling (the
//! non-joiner of Persian, the space of Khmer, the joiner between emoji), so they stay beside any
//! character that is not Latin, Cyrillic or punctuation; directional marks stay in every text that
//! holds letters written from right to left. A soft hyphen at the end of a line, or at the beginning
//! of the next, is left to the pass for line ends, which needs it.

use super::{
    line_end::{begins_line, ends_line, is_hyphen},
    replacement::Replacement,
    scan::{pairs, places},
    script::is_mark,
};
use crate::text::{Span, is_directional, to_u32};

/// Returns what is to be changed.
#[allow(clippy::needless_bitwise_bool, reason = "without branches the blocks of a scan are compared at once")]
pub(super) fn invisible(text: &str) -> Vec<Replacement> {
    let mut changes = Vec::new();
    let mut done = 0;
    let mut is_right_to_left = None;
    // ­ and ¬; the Arabic letter mark; the Mongolian separator; from U+2000 and U+2040 on; the byte
    // order mark and U+FFFE.
    let may_begin = |first: u8, second: u8| {
        ((first == 0xC2) & ((second == 0xAC) | (second == 0xAD)))
            | ((first == 0xD8) & (second == 0x9C))
            | ((first == 0xE1) & (second == 0xA0))
            | ((first == 0xE2) & ((second == 0x80) | (second == 0x81)))
            | ((first == 0xEF) & ((second == 0xBB) | (second == 0xBF)))
    };
    let mut found: Vec<usize> = pairs(text, may_begin).collect();
    found.extend(places(text, |byte| matches!(byte, 0x02 | 0x1F)));
    found.sort_unstable();
    for at in found {
        if at < done || !text[at..].starts_with(is_invisible) {
            continue;
        }
        let rest = text[at..].trim_start_matches(is_invisible);
        let end = text.len() - rest.len();
        let run = &text[at..end];
        done = end;
        let (before, after) = (text[..at].chars().next_back(), rest.chars().next());
        let stays = !is_common(before)
            || !is_common(after)
            || after.is_some_and(is_mark)
            || (run.ends_with(is_hyphen) && ends_line(text, end - run.chars().next_back().map_or(0, char::len_utf8)))
            || (run.starts_with('\u{AD}') && begins_line(text, at))
            || (run.contains(is_directional) && *is_right_to_left.get_or_insert_with(|| has_right_to_left(text)))
            || (run.contains(['¬', '\u{2}', '\u{FFFE}'])
                && !(before.is_some_and(char::is_lowercase) && after.is_some_and(char::is_lowercase)));
        if !stays {
            changes.push(Replacement { span: Span::new(to_u32(at), to_u32(end)), after: String::new() });
        }
    }
    changes
}

/// An invisible character; `¬` and U+001F, which word processors write for an optional hyphen; or
/// U+0002 and U+FFFE, which PDF viewers write for a hyphen at the end of a line.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{2}' | '\u{1F}' | '\u{AD}' | '¬' | '\u{FFFE}' | '\u{180E}' | '\u{200B}'
            ..='\u{200D}' | '\u{2060}' | '\u{FEFF}'
    ) || is_directional(letter)
}

/// Returns `true` if a neighbour is Latin, Cyrillic or common punctuation, or the edge of the text.
fn is_common(letter: Option<char>) -> bool {
    letter.is_none_or(|letter| matches!(letter, '\0'..='\u{52F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2000}'..='\u{2125}'))
}

fn has_right_to_left(text: &str) -> bool {
    let leads = places(text, |byte| matches!(byte, 0xD6..=0xDF | 0xE0 | 0xEF | 0xF0));
    leads.filter_map(|at| text[at..].chars().next()).any(|letter| {
        letter != '\u{61C}'
            && matches!(letter, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repair::testing::changed;

    #[test]
    fn invisible_characters_are_dropped() {
        for (given, expected) in [
            ("бостан\u{AD}дық", "бостандық"),
            ("сво\u{200B}бо\u{200D}да", "свобода"),
            ("\u{FEFF}әділет \u{200E}үшін\u{200F}", "әділет үшін"),
            ("жауап¬кершілік", "жауапкершілік"),
            ("free\u{2060}dom", "freedom"),
            ("free\u{1F}dom, бостан\u{2}дық, сво\u{FFFE}бода", "freedom, бостандық, свобода"),
        ] {
            assert_eq!(changed(given, invisible), expected);
        }
    }

    #[test]
    fn what_other_scripts_need_stays() {
        for text in [
            "می\u{200C}خواهم",
            "👩\u{200D}👧",
            "\u{200F}العدالة\u{200F} әділет \u{200E}сөз",
            "p ¬ q",
            "¬A",
            "бостан\u{AD}\nдық",
            "бостан\u{FFFE}\nдық, сво\u{1F}\r\nбода, free\u{2} \ndom",
            "бостан\n \u{AD}дық",
            "ភាសា\u{200B}ខ្មែរ",
            "и\u{200D}\u{306}",
        ] {
            assert_eq!(changed(text, invisible), text);
        }
    }
}
