//! NAME dictionaries.
//!
//! Copy this file to `crates/engine/src/lexicon/formats/NAME.rs` and replace NAME. The checklist in
//! `CONTRIBUTING.md` names the places where a format is registered. Model: `formats/lc3.rs`.
//!
//! TODO: describe the format in one paragraph, as files in the wild have it: how a category begins,
//! what a term is, encodings, what the makers' program does with unclear lines. Name the program
//! and version that was looked at.
//!
//! Here: a line that ends with `:` opens a category, any other is a term of it.

use super::{
    draft::{Draft, DraftCategory, DraftTerm},
    shortened,
    term::{Holds, name, term},
};
use crate::lexicon::{
    file::loss::{Loss, LossReason},
    model::Lexicon,
};

/// Returns `true` if a text looks like this format. Called by `LexiconFormat::of`, where no other
/// format may match.
pub(super) fn looks_like_name(text: &str) -> bool {
    text.lines().map(str::trim).find(|line| !line.is_empty()).is_some_and(|line| line.ends_with(':'))
}

/// Reads the text of a NAME file. Never fails: what cannot be read is a loss with its line, from 1.
pub(super) fn read(text: &str, losses: &mut Vec<Loss>) -> Draft {
    let mut categories: Vec<DraftCategory> = Vec::new();
    for (line, number) in text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
        if let Some(heading) = line.trim().strip_suffix(':') {
            categories.push(DraftCategory::new(heading, number));
        } else if let Some(category) = categories.last_mut() {
            category.terms.push(DraftTerm::new(line, number));
        } else {
            losses.push(Loss::dropped(number, LossReason::NoCategory { term: shortened(line) }));
        }
    }
    // A format with subcategories lists them with the place of their parent and calls
    // `draft::tree`.
    Draft { title: String::new(), categories }
}

/// Writes a lexicon as a NAME file. What the format cannot hold is a loss.
pub(super) fn write(lexicon: &Lexicon, losses: &mut Vec<Loss>) -> String {
    let mut file = String::new();
    for (category, id) in lexicon.categories.iter().zip(0_u32..) {
        file.push_str(&format!("{}:\n", name(category)));
        if category.parent.is_some() {
            losses.push(Loss::altered(0, LossReason::NoTree { name: name(category) }));
        }
        for entry in lexicon.entries.iter().filter(|entry| entry.category.0 == id) {
            // `Holds::Terms` reports weights and conditions as losses.
            if let Some(term) = term(entry, Holds::Terms, losses) {
                file.push_str(&format!("{term}\n"));
            }
        }
    }
    file
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draft_listing, loss_line};
    use super::*;

    #[test]
    fn files_of_the_wild_are_read_as_they_are_meant() {
        // Take the texts from real files: white space, CRLF, empty lines, other scripts, slips.
        for (text, expected, losses) in [
            ("freedom:\nliberty\nrule of law\n", "freedom: liberty, rule of law", &[][..]),
            ("әділет:\r\n\r\n  сот*\r\n", "әділет: сот*", &[]),
            ("lost\na:\nkept\n", "a: kept", &["1 dropped loss-no-category"]),
        ] {
            let mut found = Vec::new();
            let draft = read(text, &mut found);
            assert_eq!(draft_listing(&draft), expected, "{text}");
            assert_eq!(found.iter().map(loss_line).collect::<Vec<_>>(), losses, "{text}");
        }
    }
}
