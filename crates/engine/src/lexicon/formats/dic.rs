//! LIWC dictionaries, 2001 to 2015.
//!
//! Between two lines of `%` the categories, each with a number and a name, tabs before them for
//! depth; then a term a line with the numbers of its categories. Files in the wild hold any white
//! space, numbers with and without zeros before them, and two kinds of conditions: `<of>A/B` (A
//! before the word "of", else B) and `(x y)A/B` (A after a word of the categories x and y, else B).

use std::collections::BTreeSet;

use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    draft::{Draft, DraftCategory, DraftTerm, tree},
    shortened,
    term::{Holds, name, term},
};
use crate::lexicon::{
    file::loss::{Loss, LossReason},
    model::{Conditions, Lexicon},
    pattern::Pattern,
};

/// A category of the header.
struct Heading {
    number: String,
    name: String,
    line: u32,
    parent: Option<usize>,
    terms: Vec<DraftTerm>,
}

/// What a line says after its term.
#[derive(Debug, PartialEq, Eq)]
enum Reference<'line> {
    Category(&'line str),
    /// `<of>A/B`
    BeforeOf(&'line str, Option<&'line str>),
    /// `(x y)A/B`: only B can be kept.
    After {
        written: &'line str,
        otherwise: Option<&'line str>,
    },
    Unknown(&'line str),
}

/// Reads the text of a `.dic` file.
pub(super) fn read(text: &str, losses: &mut Vec<Loss>) -> Draft {
    let mut lines = text.lines().zip(1..).map(|(line, number)| (line.trim_end_matches('\r'), number));
    let is_mark = |line: &str| line.trim() == "%";
    let mut headings: Vec<Heading> = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (line, number) in lines.by_ref().skip_while(|(line, _)| !is_mark(line)).skip(1) {
        if is_mark(line) {
            break;
        }
        if !line.trim().is_empty() {
            heading(line, number, &mut headings, &mut open, losses);
        }
    }
    let places: FxHashMap<String, usize> =
        headings.iter().enumerate().rev().map(|(at, heading)| (heading.number.clone(), at)).collect();
    let mut seen = FxHashSet::default();
    for (line, number) in lines.filter(|(line, _)| !line.trim().is_empty()) {
        term_line(line, number, &places, &mut seen, &mut headings, losses);
    }
    let listed = headings.into_iter().map(|heading| {
        let category = DraftCategory::new(&heading.name, heading.line);
        (heading.parent, DraftCategory { terms: heading.terms, ..category })
    });
    Draft { title: String::new(), categories: tree(listed.collect()) }
}

/// Reads a line of the header. Depth is counted in tabs against the lines that were kept, so that a
/// header that is indented as a whole is flat.
fn heading(
    line: &str,
    number: u32,
    headings: &mut Vec<Heading>,
    open: &mut Vec<(usize, usize)>,
    losses: &mut Vec<Loss>,
) {
    let tabs = line.chars().take_while(|letter| letter.is_whitespace()).filter(|letter| *letter == '\t').count();
    let (written, name) = line.trim().split_once(char::is_whitespace).unwrap_or((line.trim(), ""));
    if !is_number(written) || name.trim().is_empty() {
        let reason = LossReason::UnknownLine { written: shortened(line) };
        return losses.push(Loss::dropped(number, reason));
    }
    while open.last().is_some_and(|(depth, _)| *depth >= tabs) {
        open.pop();
    }
    let parent = open.last().map(|(_, at)| *at);
    open.push((tabs, headings.len()));
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    headings.push(Heading { number: plain_number(written), name, line: number, parent, terms: Vec::new() });
}

fn term_line(
    line: &str,
    number: u32,
    places: &FxHashMap<String, usize>,
    seen: &mut FxHashSet<(usize, String)>,
    headings: &mut [Heading],
    losses: &mut Vec<Loss>,
) {
    let (term, rest) = split(line.trim(), places);
    let mut is_kept = false;
    let mut keep = |reference: &str, conditions: Conditions, losses: &mut Vec<Loss>| {
        let place = places.get(&plain_number(reference)).copied();
        let Some((place, heading)) = place.and_then(|at| Some((at, headings.get_mut(at)?))) else {
            let reason = LossReason::UnknownCategory { term: term.to_owned(), reference: reference.to_owned() };
            return losses.push(Loss::dropped(number, reason));
        };
        is_kept = true;
        // The same term on several lines is one term; a condition makes it another.
        if !conditions.is_empty() || seen.insert((place, term.to_owned())) {
            heading.terms.push(DraftTerm { conditions, ..DraftTerm::new(term, number) });
        }
    };
    let of = || Pattern::parse("=of").into_iter().collect::<Vec<_>>();
    let mut has_reference = false;
    for reference in references(rest) {
        has_reference = true;
        match reference {
            Reference::Category(id) => keep(id, Conditions::default(), losses),
            Reference::BeforeOf(before, otherwise) => {
                keep(before, Conditions { before: of(), ..Conditions::default() }, losses);
                if let Some(otherwise) = otherwise {
                    keep(otherwise, Conditions { not_before: of(), ..Conditions::default() }, losses);
                }
                let reason = LossReason::ConditionGuessed { term: term.to_owned(), written: "<of>".to_owned() };
                losses.push(Loss::guessed(number, reason));
            }
            Reference::After { written, otherwise } => {
                if let Some(otherwise) = otherwise {
                    keep(otherwise, Conditions::default(), losses);
                }
                let reason = LossReason::Condition { term: term.to_owned(), written: written.to_owned() };
                losses.push(Loss::altered(number, reason));
            }
            Reference::Unknown(written) => {
                let reason = LossReason::UnknownLine { written: shortened(written) };
                losses.push(Loss::dropped(number, reason));
            }
        }
    }
    if !has_reference && !is_kept {
        losses.push(Loss::dropped(number, LossReason::NoCategory { term: term.to_owned() }));
    }
}

/// Splits a line into its term and its references: at the first tab; in a line without one before
/// the numbers of known categories at its end, so that `covid 19 2` is the term `covid 19` in
/// category 2.
fn split<'line>(line: &'line str, places: &FxHashMap<String, usize>) -> (&'line str, &'line str) {
    if let Some((term, rest)) = line.split_once('\t') {
        return (term.trim(), rest.trim());
    }
    if let Some(at) = line.find(" <of>").or_else(|| line.find(" (").filter(|at| *at > 0 && line.ends_with(is_digit))) {
        return (line[..at].trim(), line[at..].trim());
    }
    let mut at = line.len();
    for (start, _) in line.rmatch_indices(char::is_whitespace) {
        let word = line[start..at].trim();
        if !(is_number(word) && places.contains_key(&plain_number(word))) {
            break;
        }
        at = start;
    }
    (line[..at].trim(), line[at..].trim())
}

fn references(text: &str) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let condition_end = if rest.starts_with('(') { rest.find(')').map_or(rest.len(), |at| at + 1) } else { 0 };
        let end = rest[condition_end..].find(char::is_whitespace).map_or(rest.len(), |at| condition_end + at);
        let (written, after) = rest.split_at(end);
        found.push(reference(written, condition_end));
        rest = after.trim_start();
    }
    found
}

fn reference(written: &str, condition_end: usize) -> Reference<'_> {
    if is_number(written) {
        return Reference::Category(written);
    }
    if let Some((before, otherwise)) = written.strip_prefix("<of>").and_then(sides) {
        return Reference::BeforeOf(before, otherwise);
    }
    match (condition_end > 0).then(|| sides(&written[condition_end..])).flatten() {
        Some((_, otherwise)) => Reference::After { written, otherwise },
        None => Reference::Unknown(written),
    }
}

/// Reads `A/B` or `A`.
fn sides(text: &str) -> Option<(&str, Option<&str>)> {
    let (first, second) = text.split_once('/').map_or((text, None), |(first, second)| (first, Some(second)));
    (is_number(first) && second.is_none_or(is_number)).then_some((first, second))
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 9 && text.chars().all(is_digit)
}

/// `01` and `1` are one number.
fn plain_number(text: &str) -> String {
    let plain = text.trim_start_matches('0');
    if plain.is_empty() { "0".to_owned() } else { plain.to_owned() }
}

/// Writes a lexicon as a `.dic` file: CRLF, numbers from 1 on, a term once with all its categories.
pub(super) fn write(lexicon: &Lexicon, losses: &mut Vec<Loss>) -> String {
    let mut file = String::from("%\r\n");
    for (number, category) in (1..).zip(&lexicon.categories) {
        let tabs = "\t".repeat(usize::from(category.depth.saturating_sub(1)));
        file.push_str(&format!("{tabs}{number}\t{}\r\n", name(category)));
    }
    file.push_str("%\r\n");
    let mut terms: IndexMap<String, BTreeSet<u32>> = IndexMap::new();
    for entry in &lexicon.entries {
        if let Some(term) = term(entry, Holds::Terms, losses) {
            terms.entry(term.to_lowercase()).or_default().insert(entry.category.0 + 1);
        }
    }
    for (term, numbers) in terms {
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        file.push_str(&format!("{term}\t{}\r\n", numbers.join("\t")));
    }
    file
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draft_listing, loss_line};
    use super::*;

    fn read_with_losses(text: &str) -> (Draft, Vec<String>) {
        let mut losses = Vec::new();
        let draft = read(text, &mut losses);
        (draft, losses.iter().map(loss_line).collect())
    }

    #[test]
    fn files_of_the_wild_are_read_as_they_are_meant() {
        for (text, expected, losses) in [
            ("%\n1\ta\n2\tb\n%\nliberty\t1\nrule of law\t1\t2\n", "a: liberty, rule of law; b: rule of law", &[][..]),
            (
                "%\n1\tvalues\n\t2\tfreedom\n\t3\tjustice\n%\nfree*\t1\t2\nlaw\t3",
                "values: free*; values/freedom: free*; values/justice: law",
                &[],
            ),
            (
                "%\t\t\r\n\t\t\t01\tharm  \r\n\t\t\t02\tfair\r\n%\t\r\nkill\t\t01 02  \r\nkill\t2\r\n",
                "harm: kill; fair: kill",
                &[],
            ),
            (
                "%\n01 HarmVirtue\n02 HarmVice\n%\nsafe*   01\nkill 01 02\n",
                "HarmVirtue: safe*, kill; HarmVice: kill",
                &[],
            ),
            ("\n%\n\n1\ta\n\n\t2\tb\n%\n\nx\t2\n", "a: ; a/b: x", &[]),
            ("%\n1\ta\n2\tb\n11\tc\n%\n9 11\t1\ncovid 19 2\n", "a: 9 11; b: covid 19; c: ", &[]),
            ("%\n1\tG7 states\n2\t2023 vote\n%\nx\t1\ny\t2\n", "G7 states: x; 2023 vote: y", &[]),
            ("%\n1\ta\n%\n(a) word\t1\n", "a: (a) word", &[]),
            ("%\n1\ta\n%\nx\t1\t7\n", "a: x", &["4 dropped loss-unknown-category"]),
            ("%\n1\ta\n3\tb\n%\nfair\t<of>3/1\n", "a: fair; b: fair", &["5 guessed loss-condition-guessed"]),
            ("%\n125\ta\n464\tb\n%\nlike\t(02 134)125/464\n", "a: ; b: like", &["5 altered loss-condition"]),
            ("%\n125\ta\n464\tb\n%\nlike\t(02 134)125\n", "a: ; b: ", &["5 altered loss-condition"]),
            ("%\n1\ta\n%\nalone\n", "a: ", &["4 dropped loss-no-category"]),
            ("%\n1\ta\nnonsense\n%\nx\t1\n%\t1\n", "a: x, %", &["3 dropped loss-unknown-line"]),
            ("%\n1\ta\n%\n:)\t1\n", "a: :)", &[]),
        ] {
            let (draft, found) = read_with_losses(text);
            assert_eq!(draft_listing(&draft), expected, "{text}");
            assert_eq!(found, losses, "{text}");
        }
    }

    #[test]
    fn of_divides_a_term_between_two_categories() {
        let (draft, _) = read_with_losses("%\n1\ta\n3\tb\n%\nkind\t<of>3/1\n");
        let conditions = |at: usize| &draft.categories[at].terms[0].conditions;
        assert_eq!((conditions(0).not_before.len(), conditions(0).before.len()), (1, 0));
        assert_eq!((conditions(1).not_before.len(), conditions(1).before.len()), (0, 1));
    }
}
