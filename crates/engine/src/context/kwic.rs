//! A match → the words around it (KWIC: key word in context).

use crate::text::{Span, to_u32};

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
    context_within(text, span, context_span(text, span, width))
}

/// Returns the match at `span` with all that `around` holds on either side of it.
pub fn context_within(text: &str, span: Span, around: Span) -> Context {
    let left = one_line(Span::new(around.start.min(span.start), span.start).of(text));
    let right = one_line(Span::new(span.end, around.end.max(span.end)).of(text));
    Context { left: left.trim_start().to_owned(), node: one_line(span.of(text)), right: right.trim_end().to_owned() }
}

/// Returns the part of a text that [`context`] shows: `span` with at most `width` characters on
/// either side, a run of white space being one, and no word cut. A word longer than the width is.
pub fn context_span(text: &str, span: Span, width: u32) -> Span {
    let before = text.get(..span.start as usize).unwrap_or("");
    let after = text.get(span.end as usize..).unwrap_or("");
    let left = before.len() - reach(before.chars().rev(), width as usize);
    let start = match before[left..].find(char::is_whitespace) {
        Some(space) if left > 0 => left + space,
        _ => left,
    };
    let right = reach(after.chars(), width as usize);
    let end = match after[..right].rfind(char::is_whitespace) {
        Some(space) if right < after.len() => space,
        _ => right,
    };
    Span::new(to_u32(start), span.end + to_u32(end))
}

/// How many bytes the first `width` characters have, a run of white space being one character. Of
/// long runs no more than twice the width is looked at.
fn reach(letters: impl Iterator<Item = char>, width: usize) -> usize {
    let (mut seen, mut bytes, mut is_in_space) = (0, 0, false);
    for letter in letters.take(width.saturating_mul(2).saturating_add(16)) {
        if !(letter.is_whitespace() && is_in_space) {
            if seen == width {
                break;
            }
            seen += 1;
        }
        is_in_space = letter.is_whitespace();
        bytes += letter.len_utf8();
    }
    bytes
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
