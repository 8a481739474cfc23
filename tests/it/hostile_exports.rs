//! Strings that mean something to browsers, spreadsheets, word processors, LaTeX or journal
//! software, in every place that people write in and through every file that is made: no script
//! runs, no element is added, no formula is live, no command is obeyed.
//!
//! Every file is read by a reader that is not ours, and compared with the same file of harmless
//! words: it has the same elements with the same attributes. Every place gets every string: in each
//! round the places have other strings.

use crate::hostile;

mod crowd;
mod documents;
mod package;
mod pages;
mod places;
mod published;
mod saved;
mod shapes;
mod tables;
mod texts;

use std::sync::LazyLock;

use places::{Study, small_study};
use tarazy_engine::language::Language;
use tarazy_report::message::Messages;

/// Neighbouring places have strings of different seeds.
const STRIDE: usize = 31;

static STRINGS: LazyLock<Vec<String>> = LazyLock::new(hostile::hostile);
static SMALL: LazyLock<Study> = LazyLock::new(small_study);

/// Calls `check` for each round with the study, the same with harmless words in the same places,
/// and the words of a language that changes from round to round.
fn rounds(check: impl Fn(&Study, &Study, &Messages)) {
    let count = STRINGS.len();
    let all = Language::ALL.map(Messages::new);
    for round in 0..count {
        let word = |place: usize| &STRINGS[(round + place * STRIDE) % count];
        let study = SMALL.with(|place| word(place).clone());
        let harmless = SMALL.with(|place| shapes::benign(word(place)));
        check(&study, &harmless, &all[round % all.len()]);
    }
}

#[test]
fn every_string_comes_to_every_place() {
    assert!(STRINGS.len() >= 500, "{}", STRINGS.len());
    assert!(SMALL.has_both_kinds() && !SMALL.contexts.is_empty());
    let distinct: std::collections::BTreeSet<&String> = STRINGS.iter().collect();
    assert!(distinct.len() >= 500, "{}", distinct.len());
    let seen = std::cell::RefCell::new(std::collections::BTreeSet::new());
    rounds(|study, _, _| {
        seen.borrow_mut().insert(study.table.documents[0].title.clone());
    });
    assert!(seen.borrow().iter().eq(distinct));
}
