//! Hyphens in other shapes → `-`: the hyphen proper, the one that does not break, also as word
//! processors write it (U+001E), and a minus between letters.

use super::{
    replacement::Replacement,
    scan::{pairs, places},
};
use crate::text::{Span, to_u32};

/// Returns what is to be changed.
#[allow(clippy::needless_bitwise_bool, reason = "without branches the blocks of a scan are compared at once")]
pub(super) fn hyphen(text: &str) -> Vec<Replacement> {
    let wanted = |at: &usize| {
        let (before, rest) = text.split_at(*at);
        let before = before.chars().next_back();
        let after = rest.chars().nth(1);
        match rest.chars().next() {
            Some('\u{1E}' | '\u{2010}' | '\u{2011}') => {
                [before, after].into_iter().flatten().any(char::is_alphanumeric)
            }
            // A minus has spaces around it, or figures.
            Some('\u{2212}') => before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic),
            _ => false,
        }
    };
    let change = |at: usize| {
        let length = text[at..].chars().next().map_or(0, char::len_utf8);
        Replacement { span: Span::new(to_u32(at), to_u32(at + length)), after: "-".to_owned() }
    };
    let mut found: Vec<usize> =
        pairs(text, |first, second| (first == 0xE2) & ((second == 0x80) | (second == 0x88))).collect();
    found.extend(places(text, |byte| byte == 0x1E));
    found.sort_unstable();
    found.into_iter().filter(wanted).map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repair::testing::changed;

    #[test]
    fn hyphens_get_their_plain_shape() {
        for (given, expected) in [
            ("қадір\u{2010}қасиетін", "қадір-қасиетін"),
            ("өзін\u{1E}өзі, ", "өзін-өзі, "),
            ("өзін\u{2011}өзі, \u{2011}лық", "өзін-өзі, -лық"),
            ("по\u{2212}русски", "по-русски"),
            ("5\u{2212}3, \u{2212}4 °C, 7\u{2011}ші", "5\u{2212}3, \u{2212}4 °C, 7-ші"),
            ("сөз – іс — ой", "сөз – іс — ой"),
        ] {
            assert_eq!(changed(given, hyphen), expected);
        }
    }
}
