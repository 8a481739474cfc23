//! The line ends of a lexicon's file.

use std::borrow::Cow;

/// Writes a carriage return without a line feed as a line feed: old programs end lines so, and no
/// reader needs to know. CRLF stays, so that a file keeps its layout when it is edited. Every way
/// into the readers of lexicons calls this once, so that lines have one numbering. Cost: linear.
///
/// ```
/// use tarazy_engine::lexicon::with_line_feeds;
///
/// assert_eq!(with_line_feeds("a\rb\r\nc\r".into()), "a\nb\r\nc\n");
/// ```
pub fn with_line_feeds(text: Cow<'_, str>) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_lone = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    let Some(first) = (0..bytes.len()).find(|at| is_lone(*at)) else { return text };
    let mut written = String::with_capacity(text.len());
    let (before, rest) = text.split_at(first);
    written.push_str(before);
    let mut letters = rest.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_lone = letter == '\r' && letters.peek() != Some(&'\n');
        written.push(if is_lone { '\n' } else { letter });
    }
    Cow::Owned(written)
}
