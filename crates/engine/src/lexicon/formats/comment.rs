//! Comments of word lists and tables: lines that begin with `;`, `#` or `!`.
//!
//! `; positive words` is a comment, `;)` and `#vote` are terms: behind the character stands white
//! space, the same character again, or nothing. `;words` is a comment too, and so is `#two words`
//! above the first line that is none, since a hashtag is one word.

use std::borrow::Cow;

/// Empties the lines that are comments, so that the others keep their numbers; also returns how
/// many there were. Only those above the first other line go unless `everywhere`: a quoted cell of
/// a table may hold lines of any kind. Cost: linear.
pub(super) fn without_comments(text: &str, everywhere: bool) -> (Cow<'_, str>, u32) {
    let mut is_head = true;
    let mut kept = String::new();
    let mut comments = 0;
    let mut rest = text;
    while !rest.is_empty() && (is_head || everywhere) {
        let end = rest.find('\n').map_or(rest.len(), |at| at + 1);
        let (line, after) = rest.split_at(end);
        if is_comment(line, is_head) {
            comments += 1;
            kept.extend(line.ends_with('\n').then_some('\n'));
        } else {
            is_head = is_head && line.trim().is_empty();
            kept.push_str(line);
        }
        rest = after;
    }
    if comments == 0 {
        return (Cow::Borrowed(text), 0);
    }
    kept.push_str(rest);
    (Cow::Owned(kept), comments)
}

/// Returns `true` for a comment; `is_head` says that nothing but comments stands above the line.
pub(super) fn is_comment(line: &str, is_head: bool) -> bool {
    let line = line.trim();
    let mut letters = line.chars();
    let Some(mark @ (';' | '#' | '!')) = letters.next() else { return false };
    match (mark, letters.next()) {
        ('!', Some(next)) => is_head && next.is_whitespace(),
        ('!', None) => false,
        (_, None) => true,
        (_, Some(next)) if next.is_whitespace() || next == mark => true,
        (';', Some(next)) => next.is_alphanumeric(),
        (_, Some(next)) => is_head && next.is_alphanumeric() && line.contains(' ') && !line.contains('\t'),
    }
}

/// Returns a line of a word list without the comment behind its term: `good  # rare`.
pub(super) fn without_remark(line: &str) -> &str {
    let starts = [" #", " ;", "\t#", "\t;"].into_iter().filter_map(|mark| {
        let at = line.find(mark)?;
        line[at + 2..].chars().next().is_none_or(char::is_whitespace).then_some(at)
    });
    line[..starts.min().unwrap_or(line.len())].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_distinguished_from_terms() {
        for (line, is_expected) in [
            ("; positive words", true),
            (";", true),
            (";;;;;;;;", true),
            (";words", true),
            ("# words", true),
            ("#", true),
            ("## words", true),
            ("#opinion words of 2004", true),
            ("! Структура", true),
            ("#vote", false),
            (";)", false),
            (";-)", false),
            ("!", false),
            ("good", false),
            ("", false),
        ] {
            assert_eq!(is_comment(line, true), is_expected, "{line}");
        }
        assert!(!is_comment("#opinion words", false), "below the first term it is a term");
        assert_eq!(without_comments("; a\n\nb\n; c\nd", true), ("\n\nb\n\nd".into(), 2));
        assert_eq!(without_comments("; a\n\nb\n; c\nd", false), ("\n\nb\n; c\nd".into(), 1));
        assert_eq!(without_remark("good  # rare"), "good");
        assert_eq!(without_remark("good #vote"), "good #vote");
    }
}
