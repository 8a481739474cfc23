//! Text → XML and HTML.

/// Returns what stands for a character in XML and HTML, as content and in either kind of quotes;
/// `None` for one that is itself.
pub const fn entity(letter: char) -> Option<&'static str> {
    Some(match letter {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => return None,
    })
}

/// Writes text for XML and HTML, as content or as the value of an attribute in either kind of
/// quotes. Characters that XML cannot hold stay what they are: what stands for them differs from
/// format to format.
///
/// ```
/// assert_eq!(tarazy_engine::format::escape_xml("R&D <«Отан»>"), "R&amp;D &lt;«Отан»&gt;");
/// ```
pub fn escape_xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match entity(letter) {
            Some(entity) => escaped.push_str(entity),
            None => escaped.push(letter),
        }
    }
    escaped
}
