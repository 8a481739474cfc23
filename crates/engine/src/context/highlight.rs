//! A text and its counted matches → pieces of text with their marks.

use serde::{Deserialize, Serialize};

use crate::{
    matching::ColumnId,
    text::{Span, to_u32},
};

/// A piece of text with the same marks throughout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Its first byte in the document.
    pub start: u32,
    /// The text.
    pub text: String,
    /// The counted matches it belongs to, in column order; empty for plain text.
    pub marks: Vec<MatchMark>,
}

/// A counted match that a piece of text belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchMark {
    /// Its column.
    pub column: ColumnId,
    /// The whole match.
    pub span: Span,
    /// The entry as written in the lexicon.
    pub entry: String,
}

/// About how many bytes of text a page holds.
const PAGE_BYTES: usize = 24 << 10;
/// How far behind that a line end is looked for, so that paragraphs stay whole.
const REACH_BYTES: usize = 4 << 10;

/// Returns the page of a text that holds the byte at `at`; pages do not depend on where a reader
/// comes from.
///
/// A page ends at the end of a line where one is near, else at a space. Together the pages are the
/// text, each byte once.
pub fn page_around(text: &str, at: u32) -> Span {
    let at = (at as usize).min(text.len().saturating_sub(1));
    let guess = at / PAGE_BYTES;
    let page = if boundary(text, guess) > at { guess - 1 } else { guess };
    Span::new(to_u32(boundary(text, page)), to_u32(boundary(text, page + 1)))
}

/// Where a page begins.
fn boundary(text: &str, page: usize) -> usize {
    let from = page * PAGE_BYTES;
    if page == 0 || from >= text.len() {
        return from.min(text.len());
    }
    let bytes = &text.as_bytes()[from..text.len().min(from + REACH_BYTES)];
    let line = bytes.iter().position(|byte| *byte == b'\n').map(|at| from + at + 1);
    let space = || bytes.iter().position(|byte| *byte == b' ').map(|at| from + at + 1);
    let any = || (from..text.len()).find(|at| text.is_char_boundary(*at));
    line.or_else(space).or_else(any).unwrap_or(text.len())
}

/// Cuts the text of `page` at every edge of a mark. Joined, the pieces are the text to the letter.
///
/// `marks` may overlap and may reach over the edges of the page. Cost: marks of the page, sorted.
pub fn runs(text: &str, page: Span, marks: &[MatchMark]) -> Vec<Run> {
    let visible = |mark: &&MatchMark| mark.span.start < page.end && mark.span.end > page.start;
    let mut marks: Vec<&MatchMark> = marks.iter().filter(visible).collect();
    marks.sort_by_key(|mark| (mark.span.start, mark.column, mark.span.end));
    let mut edges: Vec<u32> = marks.iter().flat_map(|mark| [mark.span.start, mark.span.end]).collect();
    edges.extend([page.start, page.end]);
    edges.retain(|edge| (page.start..=page.end).contains(edge));
    edges.sort_unstable();
    edges.dedup();
    let mut open: Vec<&MatchMark> = Vec::new();
    let mut coming = marks.into_iter().peekable();
    let mut runs = Vec::with_capacity(edges.len());
    for pair in edges.windows(2) {
        let piece = Span::new(pair[0], pair[1]);
        open.retain(|mark| mark.span.end > piece.start);
        while let Some(mark) = coming.next_if(|mark| mark.span.start <= piece.start) {
            open.push(mark);
        }
        open.sort_by_key(|mark| (mark.column, mark.span.start));
        let own = open.iter().map(|mark| (*mark).clone()).collect();
        runs.push(Run { start: piece.start, text: piece.of(text).to_owned(), marks: own });
    }
    runs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn pages_are_the_text_and_each_byte_lies_in_its_page(paragraphs in prop::collection::vec("[а-я \n]{0,3000}", 0..40)) {
            let text = paragraphs.concat();
            let (mut at, mut joined) = (0, String::new());
            while (at as usize) < text.len() {
                let page = page_around(&text, at);
                prop_assert_eq!(page.start, at);
                prop_assert!(page.end > at);
                prop_assert_eq!(page_around(&text, page.end - 1), page);
                joined.push_str(page.of(&text));
                at = page.end;
            }
            prop_assert_eq!(joined, text);
        }

        #[test]
        fn runs_joined_are_the_page(marks in prop::collection::vec((0_u32..40, 1_u32..9, 0_u32..3), 0..12)) {
            let text = "abcdefghij klmnopqrst uvwxyz abcdefghij klmno";
            let marks: Vec<MatchMark> = marks
                .into_iter()
                .map(|(start, len, column)| MatchMark { column: ColumnId(column), span: Span::new(start, start + len), entry: String::new() })
                .filter(|mark| mark.span.end as usize <= text.len())
                .collect();
            let page = Span::new(5, 38);
            let runs = runs(text, page, &marks);
            let joined: String = runs.iter().map(|run| run.text.as_str()).collect();
            prop_assert_eq!(joined, page.of(text));
            for run in &runs {
                let within = |mark: &&MatchMark| mark.span.start <= run.start && run.start < mark.span.end;
                prop_assert_eq!(run.marks.len(), marks.iter().filter(within).count());
            }
        }
    }
}
