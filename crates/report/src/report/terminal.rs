//! Text for a terminal: columns that line up as they are seen.
//!
//! A combining mark takes no column, a letter of East Asian scripts or an emoji takes two (Unicode
//! Standard Annex 11).

use unicode_width::UnicodeWidthStr;

use super::clean::clean;

/// Returns text without characters that would move a terminal's cursor or turn its lines.
pub(super) fn shown(text: &str) -> String {
    clean(text)
}

/// Returns the number of columns that a text takes.
pub(super) fn columns(text: &str) -> usize {
    text.width()
}

/// Returns the text with spaces behind it, up to a number of columns.
pub(super) fn left(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// Returns the text with spaces before it, up to a number of columns.
pub(super) fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(columns(text))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_those_that_are_seen() {
        for (text, width) in [
            ("бостандық", 9),
            ("и\u{306}", 1),
            ("свобо\u{301}да", 7),
            ("自由", 4),
            ("👩\u{200D}👧", 2),
            ("e\u{301}\u{323}", 1),
            ("", 0),
        ] {
            assert_eq!(columns(text), width, "{text}");
            assert_eq!((columns(&left(text, 10)), columns(&right(text, 10))), (10, 10), "{text}");
        }
        assert_eq!(right("自由", 3), "自由");
    }
}
