//! Text → text inside a page that strangers host.
//!
//! Beside the signs of HTML, what journal software fills in or rewrites is broken up: placeholders `{$…}` and addresses `ojs://`.
//! Signs that turn the direction of a line are shown by name: a title shall not rearrange what stands beside it.

/// Writes text so that no reader of HTML, and no journal software, takes it for anything else.
pub fn markup(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            '{' if letters.peek() == Some(&'$') => written.push_str("&#123;"),
            ':' if letters.peek() == Some(&'/') => written.push_str("&#58;"),
            '\n' | '\t' => written.push(letter),
            letter if letter.is_control() => written.push('\u{fffd}'),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
                written.push_str(&format!("[U+{:04X}]", u32::from(letter)));
            }
            letter => written.push(letter),
        }
    }
    written
}

/// Writes JSON so that it can stand in a script block of a page: no tag can begin in it, and nothing is filled in.
pub fn json_in_page(json: &str) -> String {
    json.replace('<', "\\u003c").replace("{$", "{\\u0024").replace("://", ":\\u002f/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup_or_a_placeholder() {
        assert_eq!(markup("</title><b a='\">&"), "&lt;/title&gt;&lt;b a=&#39;&quot;&gt;&amp;");
        assert_eq!(markup("{$siteTitle} ojs://x"), "&#123;$siteTitle} ojs&#58;//x");
        assert_eq!(markup("a\u{202e}b\0"), "a[U+202E]b\u{fffd}");
        assert_eq!(markup("Қазақ тілі: ә ғ қ ң ө ұ ү һ і"), "Қазақ тілі: ә ғ қ ң ө ұ ү һ і");
    }

    #[test]
    fn json_reads_the_same_when_it_stands_in_a_page() {
        let value = serde_json::json!({ "a": "</script><!-- {$x} ojs://y" });
        let written = json_in_page(&value.to_string());
        assert!(!written.contains('<') && !written.contains("{$") && !written.contains("://"));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).expect("it is JSON"), value);
    }
}
