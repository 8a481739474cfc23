//! The changes of one kind, kept so that they can be undone, counted and shown.

use super::{kind::RepairKind, replacement::Replacement};
use crate::text::{Span, to_u32};

/// The longest piece of unchanged text on either side of a change that is shown as its word, in
/// bytes.
const WORD_BYTES: usize = 96;

/// The changes that one kind made, or would make if it were wanted.
///
/// A pass knows one side of its changes by their places in a text that is at hand (`Edit::here`),
/// and keeps the words of the other side (`others`). For an applied pass the text at hand is the
/// one it made, for any other the one it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pass {
    pub(super) kind: RepairKind,
    pub(super) is_applied: bool,
    edits: Vec<Edit>,
    /// What stands on the other side, one edit after another.
    others: String,
}

/// One change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Edit {
    /// In the text at hand.
    here: Span,
    /// Where it begins on the other side.
    there: u32,
    /// Where its words end in `others`; they begin where those of the edit before end.
    other_end: u32,
}

/// One changed word: its first and last edit, and the bytes of the text at hand that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Word {
    first: usize,
    end: usize,
    here: Span,
}

impl Pass {
    /// Keeps changes that are offered only.
    pub(super) fn offered(kind: RepairKind, changes: &[Replacement]) -> Self {
        let mut pass =
            Self { kind, is_applied: false, edits: Vec::with_capacity(changes.len()), others: String::new() };
        let mut there = 0;
        let mut from = 0;
        for change in changes {
            there += change.span.start - from;
            pass.others.push_str(&change.after);
            pass.edits.push(Edit { here: change.span, there, other_end: to_u32(pass.others.len()) });
            there += to_u32(change.after.len());
            from = change.span.end;
        }
        pass
    }

    /// Makes the changes in `text`; returns what comes out and how to undo it.
    pub(super) fn applied(kind: RepairKind, text: &str, changes: &[Replacement]) -> (String, Self) {
        let mut pass = Self { kind, is_applied: true, edits: Vec::with_capacity(changes.len()), others: String::new() };
        let longer: usize = changes.iter().map(|change| change.after.len()).sum();
        let shorter: usize = changes.iter().map(|change| change.span.len_bytes() as usize).sum();
        let mut made = String::with_capacity((text.len() + longer).saturating_sub(shorter));
        let mut from = 0;
        for change in changes {
            made.push_str(Span::new(from, change.span.start).of(text));
            let start = to_u32(made.len());
            made.push_str(&change.after);
            pass.others.push_str(change.span.of(text));
            let here = Span::new(start, to_u32(made.len()));
            pass.edits.push(Edit { here, there: change.span.start, other_end: to_u32(pass.others.len()) });
            from = change.span.end;
        }
        made.push_str(Span::new(from, to_u32(text.len())).of(text));
        (made, pass)
    }

    /// Returns the text on the other side of `text`: for an applied pass the one it was given.
    pub(super) fn other_side(&self, text: &str) -> String {
        let mut made = String::with_capacity(text.len() + self.others.len());
        let mut from = 0;
        for at in 0..self.edits.len() {
            let here = self.edits[at].here;
            made.push_str(Span::new(from, here.start).of(text));
            made.push_str(self.other(at));
            from = here.end;
        }
        made.push_str(Span::new(from, to_u32(text.len())).of(text));
        made
    }

    /// Where a byte of the text at hand stands on the other side; within a change, where the change
    /// begins.
    pub(super) fn to_other_side(&self, byte: u32) -> u32 {
        let after = self.edits.partition_point(|edit| edit.here.start <= byte);
        let Some(at) = after.checked_sub(1) else { return byte };
        let edit = self.edits[at];
        if byte < edit.here.end {
            return edit.there;
        }
        edit.there + to_u32(self.other(at).len()) + (byte - edit.here.end)
    }

    /// Where what ends before a byte of the text at hand ends on the other side; within a change,
    /// where the change ends.
    pub(super) fn end_on_other_side(&self, byte: u32) -> u32 {
        let before = self.edits.partition_point(|edit| edit.here.start < byte);
        let Some(at) = before.checked_sub(1) else { return byte };
        let edit = self.edits[at];
        edit.there + to_u32(self.other(at).len()) + byte.saturating_sub(edit.here.end)
    }

    /// Returns what stands on the other side of `piece`, which begins at `start` of the text at
    /// hand: the text between the places that [`Pass::to_other_side`] names for its two ends.
    pub(super) fn other_side_of(&self, piece: &str, start: u32) -> String {
        let end = start + to_u32(piece.len());
        let within = |from: u32, to: u32| Span::new(from - start, to.clamp(from, end) - start).of(piece);
        let mut made = String::with_capacity(piece.len());
        let mut from = start;
        for at in self.edits.partition_point(|edit| edit.here.end <= start)..self.edits.len() {
            let here = self.edits[at].here;
            if here.end > end {
                made.push_str(within(from, here.start));
                return made;
            }
            made.push_str(within(from, here.start.max(from)));
            made.push_str(self.other(at));
            from = here.end;
        }
        made.push_str(within(from, end));
        made
    }

    /// Returns the number of changed words.
    pub(super) fn count(&self, text: &str) -> u64 {
        self.words(text).count() as u64
    }

    /// Calls `take` with each changed word before and after.
    pub(super) fn each_word(&self, text: &str, mut take: impl FnMut(String, String)) {
        for word in self.words(text) {
            let mut there = String::new();
            let mut from = word.here.start;
            for at in word.first..word.end {
                let here = self.edits[at].here;
                there.push_str(Span::new(from, here.start).of(text));
                there.push_str(self.other(at));
                from = here.end;
            }
            there.push_str(Span::new(from, word.here.end).of(text));
            let here = word.here.of(text).to_owned();
            let (before, after) = if self.is_applied { (there, here) } else { (here, there) };
            if self.kind == RepairKind::LineEndHyphen {
                take(on_one_line(&before), on_one_line(&after));
            } else {
                take(before, after);
            }
        }
    }

    fn other(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.edits[before].other_end);
        Span::new(start, self.edits[at].other_end).of(&self.others)
    }

    /// The changed words in their order. Edits without a gap between their words are one word.
    fn words<'text>(&'text self, text: &'text str) -> impl Iterator<Item = Word> + 'text {
        let mut next = 0;
        let mut free = 0;
        std::iter::from_fn(move || {
            let first = next;
            let start = before(text, free, self.edits.get(first)?.here.start);
            let mut end = self.edits[first].here.end;
            next += 1;
            loop {
                let limit = self.edits.get(next).map_or(to_u32(text.len()), |edit| edit.here.start);
                // What a line end cuts in two is a whole word already.
                let reach = if self.kind == RepairKind::LineEndHyphen { end } else { behind(text, end, limit) };
                match self.edits.get(next) {
                    Some(edit) if reach == edit.here.start => {
                        end = edit.here.end;
                        next += 1;
                    }
                    _ => {
                        end = reach;
                        break;
                    }
                }
            }
            free = end;
            Some(Word { first, end: next, here: Span::new(start, end) })
        })
    }
}

/// Where the word that goes on at `at` begins, not before `limit`.
fn before(text: &str, limit: u32, at: u32) -> u32 {
    let letters = Span::new(limit, at).of(text).char_indices().rev().take_while(|(_, letter)| is_of_word(*letter));
    letters
        .map(|(start, _)| limit + to_u32(start))
        .take_while(|start| (at - start) as usize <= WORD_BYTES)
        .last()
        .unwrap_or(at)
}

/// Where the word that goes on at `at` ends, not behind `limit`.
fn behind(text: &str, at: u32, limit: u32) -> u32 {
    let letters = Span::new(at, limit).of(text).char_indices().take_while(|(_, letter)| is_of_word(*letter));
    let ends = letters.map(|(start, letter)| start + letter.len_utf8());
    at + to_u32(ends.take_while(|end| *end <= WORD_BYTES).last().unwrap_or(0))
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '-' | '\'' | '\u{2}' | '\u{1E}' | '\u{1F}' | '\u{FFFE}' | '\u{AD}' | '\u{2019}' | '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{2010}'..='\u{2012}')
}

/// A word cut by a line end with a hyphen for it, without what follows the word.
pub(super) fn on_one_line(word: &str) -> String {
    let word = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let mut line = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(start) = rest.find(char::is_whitespace) {
        let length = rest[start..].find(|letter: char| !letter.is_whitespace()).unwrap_or(rest.len() - start);
        let space = &rest[start..start + length];
        line.push_str(&rest[..start]);
        line.push(if space.contains(['\n', '\r']) { '⏎' } else { ' ' });
        rest = &rest[start + length..];
    }
    line.push_str(rest);
    line
}
