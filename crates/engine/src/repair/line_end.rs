//! Words cut in two by the end of a line: бостан-⏎дығы → бостандығы, тұспа-⏎тұс → тұспа-тұс.
//!
//! The second half moves up to the first, with the punctuation that hangs on it, and the line ends
//! behind it; so the lines of the text stay. A blank line between the halves, which is the border
//! of a page or a table's cell, goes. Whether the hyphen belongs to the word is decided by
//! [`CompoundEvidence`]; where nothing speaks for a cut (a capital follows, a list), nothing is
//! done.

use super::{
    compound::{CompoundEvidence, Joint},
    look_alike::is_address,
    replacement::Replacement,
    scan::places,
    script::{Script, is_mark, script},
};
use crate::text::{Span, to_u32};

/// The longest half of a word, in bytes; what is longer is no word.
const HALF_BYTES: usize = 120;

/// How many line ends may stand between the halves.
const MOST_LINE_ENDS: usize = 3;

/// A word cut by a line end, as it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut<'text> {
    /// What stands before the hyphen, to the space before it.
    pub(super) left: &'text str,
    /// The hyphen at the line's end, or a soft hyphen behind it.
    pub(super) hyphen: char,
    /// Whether the hyphen is a soft one behind the line end, which may as well begin a list.
    pub(super) is_behind: bool,
    /// What stands after the line end, without closing punctuation.
    pub(super) right: &'text str,
    hyphen_at: usize,
    right_at: usize,
    /// The line end, as this file writes it.
    line_end: &'text str,
}

/// Returns what is to be changed.
pub(super) fn line_end(text: &str) -> Vec<Replacement> {
    let line_ends = places(text, |byte| matches!(byte, b'\n' | b'\r'));
    let mut cuts: Vec<Cut> = Vec::new();
    for at in line_ends {
        if cuts.last().is_none_or(|last| last.right_at <= at) {
            cuts.extend(cut(text, at));
        }
    }
    if cuts.is_empty() {
        return Vec::new();
    }
    let evidence = CompoundEvidence::new(text, &cuts);
    let mut decided =
        cuts.iter().map(|cut| (cut, evidence.judge(cut))).filter(|(_, joint)| *joint != Joint::Stays).peekable();
    let mut changes = Vec::new();
    while let Some((cut, joint)) = decided.next() {
        let mut after = String::new();
        join(&mut after, cut, joint);
        let mut end = cut.right_at + cut.right.len();
        // What hangs on the second half, and the next cut in it: бос-⏎тан-⏎дық.
        let is_behind_word = loop {
            let hanging = text[end..].find(char::is_whitespace).unwrap_or(text.len() - end);
            let Some((next, joint)) = decided.next_if(|(next, _)| next.hyphen_at <= end + hanging) else {
                after.push_str(&text[end..end + hanging]);
                end += hanging;
                break true;
            };
            if next.hyphen_at < end {
                // A half that is cut again within itself is left to its own change.
                break false;
            }
            after.push_str(&text[end..next.hyphen_at]);
            join(&mut after, next, joint);
            end = next.right_at + next.right.len();
        };
        let spaces = text[end..].len() - text[end..].trim_start_matches([' ', '\t', '\u{A0}']).len();
        let goes_on = !text[end + spaces..].is_empty() && !text[end + spaces..].starts_with(['\n', '\r']);
        if is_behind_word && spaces > 0 && goes_on {
            // A dash that hangs on the word would come to stand at the end of a line and cut it
            // again.
            if after.ends_with(is_hyphen) {
                continue;
            }
            after.push_str(cut.line_end);
            end += spaces;
        }
        changes.push(Replacement { span: Span::new(to_u32(cut.hyphen_at), to_u32(end)), after });
    }
    changes
}

fn join(after: &mut String, cut: &Cut, joint: Joint) {
    if joint == Joint::Hyphen {
        after.push('-');
    }
    after.push_str(cut.right);
}

/// Returns `true` if a line ends at `at`, but for one hyphen there and spaces.
pub(super) fn ends_line(text: &str, at: usize) -> bool {
    let mut rest = text[at..].chars().skip(1).skip_while(|letter| is_blank(*letter));
    matches!(rest.next(), Some('\n' | '\r'))
}

/// Returns `true` if nothing but spaces stands between a line end and `at`.
pub(super) fn begins_line(text: &str, at: usize) -> bool {
    text[..at].trim_end_matches(is_blank).ends_with(['\n', '\r'])
}

const fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{A0}')
}

/// The word that is cut by the line end at `at`, if one is.
fn cut(text: &str, at: usize) -> Option<Cut<'_>> {
    let line = text[..at].trim_end_matches(is_blank);
    let mut rest = text[at..].trim_start();
    let begun = text.len() - rest.len();
    let (hyphen, hyphen_at, is_behind) =
        if let Some(hyphen) = line.chars().next_back().filter(|hyphen| is_hyphen(*hyphen)) {
            (hyphen, line.len() - hyphen.len_utf8(), false)
        } else {
            rest = rest.strip_prefix('\u{AD}')?;
            ('\u{AD}', line.len(), true)
        };
    let left = last_word(&text[..hyphen_at]);
    let last = left.chars().next_back()?;
    let space = &text[at..begun];
    let line_ends = space.matches('\n').count().max(space.matches('\r').count());
    let right = first_word(rest);
    let is_letter = |letter: char| script(letter) != Script::Other;
    let is_cut = (is_letter(last) || is_mark(last) || last.is_ascii_digit() || last == '%')
        && right.starts_with(is_letter)
        && line_ends <= if is_behind { 1 } else { MOST_LINE_ENDS }
        && left.len() <= HALF_BYTES
        && right.len() <= HALF_BYTES
        && !is_address(piece_before(&text[..hyphen_at]))
        && !is_address(rest.split(char::is_whitespace).next().unwrap_or(rest));
    let line_end = if space.starts_with("\r\n") { "\r\n" } else { &space[..1] };
    is_cut.then_some(Cut { left, hyphen, is_behind, right, hyphen_at, right_at: text.len() - rest.len(), line_end })
}

/// What stands at the end of a text without a space, as far as a word may reach.
fn piece_before(text: &str) -> &str {
    let start = text.floor_char_boundary(text.len().saturating_sub(2 * HALF_BYTES));
    text[start..].rsplit(char::is_whitespace).next().unwrap_or("")
}

/// A hyphen, or what stands for one at the end of a line: U+0002 and U+FFFE of PDF viewers, U+001E
/// of word processors; an optional hyphen, and what stands for that.
pub(super) const fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}' | '\u{2}' | '\u{1E}' | '\u{FFFE}') || is_optional(letter)
}

/// Returns `true` for an optional hyphen, and for what word processors write for it.
pub(super) const fn is_optional(letter: char) -> bool {
    matches!(letter, '\u{1F}' | '\u{AD}' | '¬')
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || is_mark(letter) || matches!(letter, '-' | '\'' | '’' | '%')
}

/// The word at the end of a text, or a piece of it longer than any word.
fn last_word(text: &str) -> &str {
    let letters =
        text.char_indices().rev().take_while(|(at, letter)| is_of_word(*letter) && text.len() - at <= 2 * HALF_BYTES);
    text[letters.last().map_or(text.len(), |(at, _)| at)..].trim_start_matches(['-', '\'', '’', '%'])
}

/// The word at the beginning of a text, or a piece of it longer than any word.
fn first_word(text: &str) -> &str {
    let letters = text.char_indices().take_while(|(at, letter)| is_of_word(*letter) && *at <= 2 * HALF_BYTES);
    let end = letters.last().map_or(0, |(at, letter)| at + letter.len_utf8());
    text[..end].trim_end_matches(['-', '\'', '’', '%'])
}
