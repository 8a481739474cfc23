//! A piece of a page → the same in the hands of software that hosts it.
//!
//! Journal software fills in `{$…}` and rewrites `ojs://` wherever they stand in a page. Both are broken up by a character reference,
//! which reads the same.

/// Writes HTML so that nothing in it is filled in or rewritten.
pub(super) fn host_safe(html: &str) -> String {
    html.replace("{$", "&#123;$").replace("ojs://", "ojs&#58;//")
}

/// Writes JSON so that it can stand in a script block of a page: no tag can begin in it, and nothing is filled in.
pub(super) fn json_in_page(json: &str) -> String {
    json.replace('<', "\\u003c").replace("{$", "{\\u0024").replace("ojs://", "ojs:\\u002f/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_filled_in() {
        assert_eq!(host_safe("<b>{$siteTitle}</b> ojs://x"), "<b>&#123;$siteTitle}</b> ojs&#58;//x");
    }

    #[test]
    fn json_reads_the_same_when_it_stands_in_a_page() {
        let value = serde_json::json!({ "a": "</script><!-- {$x} ojs://y" });
        let written = json_in_page(&value.to_string());
        assert!(!written.contains('<') && !written.contains("{$") && !written.contains("ojs://"));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).expect("it is JSON"), value);
    }
}
