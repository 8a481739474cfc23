//! A match → the words around it (KWIC: key word in context).

use crate::text::Span;

/// A match with the text around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// Text before, white space as single spaces, cut at a word.
    pub left: String,
    /// The match as written, white space as single spaces.
    pub node: String,
    /// Text after, likewise.
    pub right: String,
}

/// Returns the match at `span` with about `width` characters on either side, never more.
///
/// Words are not cut; where text is left out nothing shows it, since every line of a KWIC list is
/// cut. Left ends and right begins with a space where the text has white space there, so that the
/// three parts joined read as the text. Cost: the width.
///
/// ```
/// use tarazy_engine::{context::context, text::Span};
/// let line = context("Адам құқықтары мен\n«бостандықтары» қорғалады.", Span::new(37, 63), 20);
/// assert_eq!((line.left.as_str(), line.node.as_str()), ("Адам құқықтары мен «", "бостандықтары"));
/// assert_eq!(line.right, "» қорғалады.");
/// ```
pub fn context(text: &str, span: Span, width: u32) -> Context {
    let width = width as usize;
    let before = text.get(..span.start as usize).unwrap_or("");
    let after = text.get(span.end as usize..).unwrap_or("");
    // White space may shrink, so that more characters than the width are looked at.
    let look = width.saturating_mul(2).saturating_add(16);
    let start = before.char_indices().rev().take(look).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(look).map_or(after.len(), |(at, _)| at);
    let (left, right) = (one_line(&before[start..]), one_line(&after[..end]));
    let surplus = left.chars().count().saturating_sub(width);
    let left = match left.char_indices().nth(surplus) {
        Some((at, _)) if surplus > 0 || start > 0 => after_first_word(&left, at),
        None if surplus > 0 => String::new(),
        _ => left,
    };
    let right = match right.char_indices().nth(width) {
        Some((at, _)) => before_last_word(&right, at),
        None if end < after.len() => before_last_word(&right, right.len()),
        None => right,
    };
    Context { left: left.trim_start().to_owned(), node: one_line(span.of(text)), right: right.trim_end().to_owned() }
}

/// Every run of white space as one space.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        if !letter.is_whitespace() {
            line.push(letter);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

/// What follows the word that is cut at a byte; a text of one long word is cut in the word.
fn after_first_word(text: &str, at: usize) -> String {
    let rest = &text[at..];
    rest.find(' ').map_or(rest, |space| &rest[space..]).to_owned()
}

/// What precedes the word that is cut at a byte.
fn before_last_word(text: &str, at: usize) -> String {
    let rest = &text[..at];
    rest.rfind(' ').map_or(rest, |space| &rest[..space]).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_cut_and_space_is_kept_where_it_is() {
        let text = "Біз сөз бостандығын, адам\n\n құқығын қорғаймыз";
        let at = text.find("адам").unwrap_or(0);
        let span = Span::new(u32::try_from(at).unwrap_or(0), u32::try_from(at + "адам".len()).unwrap_or(0));
        let line = |width| {
            let context = context(text, span, width);
            (context.left, context.node, context.right)
        };
        let expected = |left: &str, right: &str| (left.to_owned(), "адам".to_owned(), right.to_owned());
        assert_eq!(line(100), expected("Біз сөз бостандығын, ", " құқығын қорғаймыз"));
        assert_eq!(line(18), expected("сөз бостандығын, ", " құқығын қорғаймыз"));
        assert_eq!(line(16), expected("бостандығын, ", " құқығын"));
        assert_eq!(line(0), expected("", ""));
    }
}
