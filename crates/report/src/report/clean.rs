//! Text from anywhere → text that every format can hold.

use tarazy_engine::{format::escape_xml, text::is_directional};

/// Returns the text without what no document format holds and without what would move the text
/// around it: control characters are spaces, marks that turn the direction of writing are named by
/// their code points, as in `[U+202E]`.
pub(super) fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            letter if is_directional(letter) => {
                clean.push_str(&format!("[U+{:04X}]", u32::from(letter)));
            }
            '\u{2028}' | '\u{2029}' => clean.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => clean.push('\u{FFFD}'),
            letter if letter.is_control() => clean.push(' '),
            letter => clean.push(letter),
        }
    }
    clean
}

/// Returns the text for HTML and XML, as content and as the value of an attribute in either kind of
/// quotes.
pub(crate) fn markup(text: &str) -> String {
    escape_xml(&clean(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup_or_turns_the_text_around_it() {
        assert_eq!(markup("</script>\u{0}'\"&"), "&lt;/script&gt; &#39;&quot;&amp;");
        assert_eq!(clean("a\u{202E}b\u{FFFF}\r\n\u{2028}"), "a[U+202E]b\u{FFFD}   ");
    }
}
