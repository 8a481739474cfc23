//! Numbers of lists that a program made.
//!
//! A number that an author typed is drawn with the words behind it and a space between. A program
//! draws the number of a list by itself, and the words at their own place. It is left out if the
//! list goes on: if the next such number is one more.

use super::line::Line;

/// A number of a list: its page, its line, and its length in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) page: usize,
    pub(crate) line: usize,
    pub(crate) len: usize,
}

/// Returns the numbers of lists.
pub(crate) fn labels(pages: &[Vec<Line>]) -> Vec<Label> {
    let mut found: Vec<(Label, Option<u32>)> = Vec::new();
    for (page, lines) in pages.iter().enumerate() {
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.label_len > 0) {
            let label = Label { page, line: at, len: line.label_len };
            found.push((label, rank(&line.text[..line.label_len])));
        }
    }
    let follows =
        |one: Option<u32>, other: Option<u32>| matches!((one, other), (Some(one), Some(other)) if one + 1 == other);
    let is_of_list = |at: usize| {
        let number = found[at].1;
        at > 0 && follows(found[at - 1].1, number) || found.get(at + 1).is_some_and(|next| follows(number, next.1))
    };
    (0..found.len()).filter(|at| is_of_list(*at)).map(|at| found[at].0).collect()
}

/// The place of a label in its list: its number, or that of its letter.
fn rank(label: &str) -> Option<u32> {
    let label = label.trim_end_matches(['.', ')']);
    label.parse().ok().or_else(|| label.chars().next().map(|letter| 1_000 + u32::from(letter)))
}
