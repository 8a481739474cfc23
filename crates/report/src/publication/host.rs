//! A piece of a page → the same in the hands of software that hosts it.
//!
//! Journal software fills in `{$…}` and rewrites `ojs://`, in capitals too, wherever they stand in
//! a page. Both are broken up by a character reference, which reads the same.

/// What journal software takes for an address of its own, in small letters.
const SCHEME: &str = "ojs://";

/// Writes HTML so that nothing in it is filled in or rewritten.
pub(super) fn host_safe(html: &str) -> String {
    broken_up(&html.replace("{$", "&#123;$"), "&#58;//")
}

/// Writes JSON so that it can stand in a script block of a page: no tag can begin in it, and
/// nothing is filled in.
pub(super) fn json_in_page(json: &str) -> String {
    broken_up(&json.replace('<', "\\u003c").replace("{$", "{\\u0024"), ":\\u002f/")
}

/// The text with `instead` for what follows the letters of [`SCHEME`].
fn broken_up(text: &str, instead: &str) -> String {
    let letters = SCHEME.find(':').unwrap_or(SCHEME.len());
    let small = text.to_ascii_lowercase();
    let mut safe = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in small.match_indices(SCHEME) {
        safe.push_str(&text[from..at + letters]);
        safe.push_str(instead);
        from = at + SCHEME.len();
    }
    safe.push_str(&text[from..]);
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_filled_in() {
        assert_eq!(
            host_safe("<b>{$siteTitle}</b> ojs://x Әojs://y"),
            "<b>&#123;$siteTitle}</b> ojs&#58;//x Әojs&#58;//y"
        );
        assert_eq!(host_safe("OJS://a oJs://"), "OJS&#58;//a oJs&#58;//");
    }

    #[test]
    fn json_reads_the_same_when_it_stands_in_a_page() {
        let value = serde_json::json!({ "a": "</script><!-- {$x} ojs://y OJS://z" });
        let written = json_in_page(&value.to_string());
        assert!(!written.contains('<') && !written.contains("{$") && !written.to_lowercase().contains("ojs://"));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).expect("it is JSON"), value);
    }
}
