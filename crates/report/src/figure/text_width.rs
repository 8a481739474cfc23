//! Text → the room that it takes, and the lines into which it is broken.
//!
//! The widths are those of DejaVu Sans, the widest of the usual fonts with all Kazakh letters,
//! rounded up; characters that are not listed take a whole em and a little more. A text may so turn
//! out narrower than planned, and not wider.
//!
//! ```
//! use tarazy_report::figure::wrap;
//! assert_eq!(wrap("Экономикалық әл-ауқат", 12.0, 110.0, 2), ["Экономикалық", "әл-ауқат"]);
//! assert_eq!(wrap("Жалпыұлттық социал-демократиялық партия", 12.0, 110.0, 1), ["Жалпыұлттық…"]);
//! ```

/// Widths in hundredths of an em: the letters of a line are at most so wide.
const WIDTHS: [(u8, &str); 14] = [
    (30, "ijl'іIJІ"),
    (34, " \u{a0}.,·:;/|"),
    (42, "ft-()[]!r"),
    (54, "–szгз?\""),
    (60, "cсэLkFвтьvxyухчғұү"),
    (65, "PкяқГРУaeoTY«»абеёоәөТҰҮbdghnpquES0123456789лрһЕийЗ"),
    (71, "KнпңҒABVXZцАБВХЧЬҺCRдСЭЯъКҚ"),
    (80, "UNИЙHмЛНПҢD▲▼G&ЦOQыДОӘӨ"),
    (86, "w+−=×Ъюф<>~_"),
    (92, "MМФЫжш"),
    (98, "щ%m"),
    (100, "—…W@"),
    (110, "№ШЖЮЩ"),
    (0, "\u{301}\u{306}\u{308}\u{200b}\u{200d}"),
];

/// The width of a character that is not listed.
const OTHER: u8 = 115;

fn letter_width(letter: char) -> f64 {
    let listed = WIDTHS.iter().find(|(_, letters)| letters.contains(letter));
    f64::from(listed.map_or(OTHER, |(width, _)| *width)) / 100.0
}

/// Returns how wide a text is at most, in px, with letters of `size` px.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(letter_width).sum::<f64>() * size
}

/// Breaks a text into at most `most` lines of at most `width` px: between words, within a word that
/// is longer than a line. What does not fit is left out, and an ellipsis stands for it. White space
/// becomes single spaces; an empty text has no line.
pub fn wrap(text: &str, size: f64, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if text_width(&longer, size) <= width {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            if !line.is_empty() && text_width(&line, size) + letter_width(letter) * size > width {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
        if lines.len() > most {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && text_width(last, size) + text_width("…", size) > width {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        assert_eq!(wrap("қанағаттандырылмағандықтарыңыздан", 10.0, 100.0, 9).concat().chars().count(), 33);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in ".{0,200}", width in 40.0..400.0_f64, most in 1_usize..4) {
            let lines = wrap(&text, 12.0, width, most);
            prop_assert!(lines.len() <= most);
            for line in lines {
                prop_assert!(text_width(&line, 12.0) <= width + 1e-9, "{line}");
            }
        }
    }
}
