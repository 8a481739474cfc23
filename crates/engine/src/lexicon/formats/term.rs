//! Entries and categories of ours → what another tool's file says, with what is lost on the way.

use super::{glob_term::glob_term, writing::report_entry};
use crate::{
    language::Language,
    lexicon::{
        file::loss::{Loss, LossReason},
        model::{Category, Entry},
    },
};

/// What a format can say about a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Nothing but the term.
    Terms,
    /// A weight, and conditions that the caller sees to.
    WeightsAndConditions,
}

/// Writes the term of an entry, with `*` and `?`, one space between its words, and reports what is
/// lost; `None` where nothing can be written.
pub(super) fn term(entry: &Entry, holds: Holds, losses: &mut Vec<Loss>) -> Option<String> {
    let named = || entry.pattern.text.clone();
    let Some(term) = glob_term(&entry.pattern) else {
        losses.push(Loss::dropped(entry.line, LossReason::Inexpressible { term: named() }));
        return None;
    };
    if term.loses_inflection {
        losses.push(Loss::altered(entry.line, LossReason::Inflection { term: named() }));
    }
    if holds == Holds::Terms {
        report_entry(entry, false, losses);
    }
    Some(term.text)
}

/// Returns the name of a category in one line: its title, or its id where it has none.
pub(super) fn name(category: &Category) -> String {
    let title = category.title.get(Language::English);
    let title = if title.trim().is_empty() { category.id.as_str() } else { title };
    one_line(title)
}

/// Puts a text into one line, without control characters.
pub(super) fn one_line(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
