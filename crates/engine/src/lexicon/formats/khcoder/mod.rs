//! Coding rules of KH Coder.
//!
//! A line `*Name` (or `＊Name`) opens a code; the lines below it are one expression that says which
//! documents have the code:
//!
//! ```text
//! *Freedom
//! liberty | rule+of+law | near(free-speech)[5]
//! | 'тәуелсіз'
//! ```
//!
//! Operators (`|` `&` `!` `&!` `|!`, also `and` `or` `not`) and brackets stand apart; `a+b` is a
//! phrase, `seq(a-b)[n]` words in this order, each at most n words after the one before,
//! `near(a-b)[n]` words near each other, `'…'` letters anywhere in the text, `<*Name>` a code
//! above. A word is its base form there and stands for all its forms, so that it is a lemma here.
//!
//! A code is a category, each side of an "or" at the top an entry. What joins by "and" or "not"
//! says something about a whole document, which no entry can: it is left out and reported, with
//! everything it joins. `near` becomes an entry of its first word with the second as condition.

mod atom;
mod rule;
mod write;

use std::cell::Cell;

use rustc_hash::{FxHashMap, FxHashSet};

pub(super) use write::write;

use super::{
    draft::{Draft, DraftCategory, DraftTerm},
    shortened,
};
use crate::lexicon::{
    error::Diagnostic,
    file::loss::{Loss, LossReason},
    toml::MAX_ENTRIES,
};
use atom::{Atom, Held};
use rule::{Branch, Words};

/// Characters that open a code.
const HEADINGS: [char; 2] = ['*', '＊'];
/// Opens a line for the reader.
const COMMENT: char = '#';

/// Returns `true` if a text is coding rules: its first line that is no comment opens a code, and no
/// cell of a table.
pub(super) fn looks_like_rules(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with(COMMENT));
    let first = lines.next().unwrap_or_default();
    let name = first.strip_prefix(HEADINGS).unwrap_or_default();
    let is_table = first.starts_with('*') && name.contains([',', ';', '\t']);
    // A star and a space before every line are bullets.
    let is_list = first.starts_with("* ") && lines.all(|line| line.starts_with("* "));
    !name.trim().is_empty() && !is_table && !name.starts_with('*') && !is_list
}

/// Reads coding rules. Cost: linear in the file and what codes copy from each other, which is as
/// much as a lexicon may hold.
///
/// # Errors
/// Every place where a rule does not fit together: KH Coder would count something else there than
/// what is meant.
pub(super) fn read(text: &str, losses: &mut Vec<Loss>) -> Result<Draft, Vec<Diagnostic>> {
    losses.push(Loss::guessed(0, LossReason::CountsDocuments));
    let mut categories: Vec<DraftCategory> = Vec::new();
    let mut errors = Vec::new();
    let mut codes = Codes { places: FxHashMap::default(), room: Cell::new(MAX_ENTRIES + 1) };
    let mut lines = text.lines().zip(1_u32..).filter(|(line, _)| !line.starts_with(COMMENT)).peekable();
    while let Some((line, number)) = lines.next() {
        let Some(name) = line.strip_prefix(HEADINGS) else {
            if !line.trim().is_empty() {
                losses.push(Loss::dropped(number, LossReason::UnknownLine { written: shortened(line) }));
            }
            continue;
        };
        let mut words = Words::default();
        while let Some((line, number)) = lines.next_if(|(line, _)| !line.starts_with(HEADINGS)) {
            words.take(line, number, &mut errors);
        }
        let mut category = DraftCategory::new(name, number);
        let branches = rule::branches(&words, &mut errors);
        category.terms = codes.terms(branches, &categories, losses);
        codes.places.insert(category.name.clone(), categories.len());
        categories.push(category);
    }
    if errors.is_empty() { Ok(Draft { title: String::new(), categories }) } else { Err(errors) }
}

/// The codes above.
struct Codes {
    places: FxHashMap<String, usize>,
    /// How many terms may still come.
    room: Cell<usize>,
}

impl Codes {
    fn terms(&self, branches: Vec<Branch<'_>>, above: &[DraftCategory], losses: &mut Vec<Loss>) -> Vec<DraftTerm> {
        let mut terms: Vec<DraftTerm> = Vec::new();
        let mut seen = FxHashSet::default();
        let mut copied = FxHashSet::default();
        let room = &self.room;
        let mut keep = |term: DraftTerm| {
            let key = (term.text.clone(), term.conditions.to_string(), term.conditions.window);
            if room.get() > 0 && seen.insert(key) {
                room.set(room.get() - 1);
                terms.push(term);
            }
        };
        for branch in branches {
            let atom = match branch {
                Branch::Atom(atom) => atom,
                Branch::Document { written, line } => {
                    losses.push(Loss::dropped(line, LossReason::DocumentRule { written: shortened(&written) }));
                    continue;
                }
            };
            let Atom { written, line, .. } = atom;
            match atom.held() {
                Held::Term(term, None) => keep(*term),
                Held::Term(term, Some(reason)) => {
                    losses.push(Loss::guessed(line, reason));
                    keep(*term);
                }
                Held::Code(name) => {
                    let Some(code) = self.places.get(name).and_then(|at| above.get(*at)) else {
                        let (term, reference) = (written.to_owned(), name.to_owned());
                        losses.push(Loss::dropped(line, LossReason::UnknownCategory { term, reference }));
                        continue;
                    };
                    // A code that is named again adds nothing, and where there is no room none
                    // does.
                    if copied.insert(name) && room.get() > 0 {
                        code.terms.iter().for_each(|term| keep(DraftTerm { line, ..term.clone() }));
                    }
                }
                Held::Nothing(reason) => losses.push(Loss::dropped(line, reason)),
            }
        }
        terms
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::testing::{draft_listing, loss_line},
        *,
    };
    use crate::lexicon::{
        file::format::LexiconFormat,
        formats::{export, testing},
    };

    fn read_with_losses(text: &str) -> (Draft, Vec<String>) {
        let mut losses = Vec::new();
        let draft = read(text, &mut losses).unwrap_or_else(|errors| panic!("{errors:?}: {text}"));
        assert_eq!(losses.remove(0).reason, LossReason::CountsDocuments);
        (draft, losses.iter().map(loss_line).collect())
    }

    #[test]
    fn what_or_joins_are_entries() {
        for (text, expected, losses) in [
            ("*Freedom\nliberty | free\n", "Freedom: liberty, free", &[][..]),
            ("＊自由\n自由\u{3000}|\u{3000}解放\n", "自由: 自由, 解放", &[]),
            ("# rules\n*a\nx or y\n# more\n| z\n*b\nw\n", "a: x, y, z; b: w", &[]),
            ("*a\n( x | ( y | z ) ) | w\n", "a: x, y, z, w", &[]),
            ("*a\nrule+of+law\n", "a: rule of law", &[]),
            ("*a\n'әділет' | 'rule of law'\n", "a: *әділет*, *rule =of law*", &["2 guessed loss-condition-guessed"]),
            ("*a\nx\n*b\n<*a> | y | <＊a>\n", "a: x; b: x, y", &[]),
            ("*Other code\nx\n*b\n<*Other code>\n", "Other code: x; b: x", &[]),
            ("*b\n<*a> | y\n*a\nx\n", "b: y; a: x", &["2 dropped loss-unknown-category"]),
            ("*a\nx | x | y\n", "a: x, y", &[]),
            ("*a\n\n*b\nx\n", "a: ; b: x", &[]),
            ("words\n*a\nx\n", "a: x", &["1 dropped loss-unknown-line"]),
            // Words are words, whatever characters of ours they hold; of two words that stand for
            // one the form is kept.
            ("*a\nR&D | wom*n | ~x | C++ | =x\n", "a: R&D, =wom*n, ~x, C++, ==x", &[]),
            ("*a\nсоттың=>соттың\n", "a: =соттың", &["2 guessed loss-condition-guessed"]),
            (
                "*a\nсот-->noun | <>year-->1999 | сот->x\n",
                "a: сот",
                &["2 guessed loss-condition-guessed", "2 dropped loss-document-rule", "2 dropped loss-document-rule"],
            ),
        ] {
            let (draft, found) = read_with_losses(text);
            assert_eq!(draft_listing(&draft), expected, "{text}");
            assert_eq!(found, losses, "{text}");
        }
    }

    #[test]
    fn rules_about_documents_are_left_out_and_reported() {
        for (rule, kept) in [
            ("x & y | z", "z"),
            ("z | x and y", "z"),
            ("x &! y | z", "z"),
            ("x & ( y | w ) | z", "z"),
            ("( x & y ) | z", "z"),
            ("( x & y | z )", "z"),
            ("! x | z", "z"),
            ("z |! x", "z"),
            ("z | not ( x | y )", "z"),
            ("z | x > 3", "z"),
            ("z | 1984", "z"),
        ] {
            let (draft, found) = read_with_losses(&format!("*a\n{rule}\n"));
            assert_eq!(draft_listing(&draft), format!("a: {kept}"), "{rule}");
            assert_eq!(found, ["2 dropped loss-document-rule"], "{rule}");
        }
        let (_, found) = read_with_losses("*a\nx\n| y\n& z\n| w\n");
        assert_eq!(found, ["3 dropped loss-document-rule"], "the line is the one where it begins");
    }

    #[test]
    fn words_near_each_other_and_in_order_become_conditions_and_gaps() {
        for (atom, pattern, conditions, window) in [
            ("near(free-speech)[5]", "free", "near speech", 5),
            ("near(free-speech)", "free", "near speech", 10),
            ("near(free-speech)[b7]", "free", "near speech", 7),
            ("near(free+speech)[d]", "free", "near speech", 10),
            ("seq(free-speech)[3]", "free ..2 speech", "", 0),
            ("seq(free-speech)", "free ..9 speech", "", 0),
            ("seq(free-speech)[1]", "free speech", "", 0),
            ("seq(a-b-c)[2]", "a ..1 b ..1 c", "", 0),
        ] {
            let (draft, found) = read_with_losses(&format!("*a\n{atom}\n"));
            let term = &draft.categories[0].terms[0];
            let read = (term.text.as_str(), term.conditions.to_string(), term.conditions.window);
            assert_eq!(read, (pattern, conditions.to_owned(), window), "{atom}");
            assert_eq!(found, ["2 guessed loss-condition-guessed"], "{atom}");
        }
        for atom in
            ["near(a-b-c)", "near(a-b)[101]", "near(a-b)[0]", "seq(a-b)[22]", "seq(a-b)[0]", "seq(a-b)[x]", "seq(a)"]
        {
            let (draft, found) = read_with_losses(&format!("*a\n{atom}\n"));
            assert_eq!(draft.categories[0].terms, [], "{atom}");
            assert_eq!(found, ["2 dropped loss-condition"], "{atom}");
        }
    }

    #[test]
    fn what_does_not_fit_together_is_reported_with_its_place_and_what_to_write() {
        for (rule, line, column, what, fix) in [
            ("x|y", 2, 1, "glued", "x | y"),
            ("z | (x | y)", 2, 5, "glued", "( x"),
            ("!x", 2, 1, "glued", "! x"),
            ("x ｜ y", 2, 3, "glued", "|"),
            ("x | y)", 2, 5, "glued", "y )"),
            ("( x\n| y", 2, 1, "open", ")"),
            ("x )", 2, 3, "close", ""),
            ("x |\n", 2, 3, "operand", ""),
            ("| x", 2, 1, "operand", ""),
            ("x | | y", 2, 5, "operand", ""),
            ("( )", 2, 3, "operand", ""),
            ("x\ny", 3, 1, "operator", "x | y"),
            ("x ! y", 2, 3, "operator", "x &! y"),
            ("'сөз", 2, 1, "quote", "'сөз'"),
            ("<*сөз", 2, 1, "code", "<*сөз>"),
        ] {
            let errors = read(&format!("*a\n{rule}\n"), &mut Vec::new()).expect_err(rule);
            let crate::lexicon::error::LexiconError::Rule { what: found, fix: written, .. } = &errors[0].error else {
                panic!("{rule}: {errors:?}")
            };
            assert_eq!((errors[0].line, errors[0].column), (line, column), "{rule}");
            assert_eq!((*found, written.as_str()), (what, fix), "{rule}");
        }
    }

    #[test]
    fn codes_that_copy_each_other_are_bounded_and_brackets_may_be_deep() {
        let mut text = String::from("*c0\n");
        text.push_str(&(0..1000).map(|at| format!("w{at} |\n")).collect::<String>());
        text.push_str("last\n");
        (1..400).for_each(|at| text.push_str(&format!("*c{at}\n<*c{}> | x{at}\n", at - 1)));
        let (draft, _) = read_with_losses(&text);
        let terms: usize = draft.categories.iter().map(|category| category.terms.len()).sum();
        assert_eq!(terms, MAX_ENTRIES + 1);
        let again = format!(
            "*c0\n{}*c1\n{}",
            text.split_once('\n').map_or("", |(_, rest)| rest.split('*').next().unwrap_or("")),
            "<*c0> |\n".repeat(200_000) + "x\n"
        );
        assert_eq!(read_with_losses(&again).0.categories[1].terms.len(), 1_002);
        let deep = format!("*a\n{} x {}\n", "( ".repeat(100_000), ") ".repeat(100_000));
        assert_eq!(draft_listing(&read_with_losses(&deep).0), "a: x");
    }

    #[test]
    fn a_lexicon_is_written_as_far_as_rules_go() {
        let toml = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\ntitle = { en = \"A b\" }\nany.entries = [\n\"сот\",\n\
                    \"сөз бостандығы\",\n\"free ..4 speech\",\n{ pattern = \"free\", near = [\"speech\"], window = 6 },\n\"*тәуелсіз*\",\n\
                    \"=law\",\n\"сот~\",\n\"free*\",\n\"_ x\",\n\"a+b\",\n\"and\",\n\"1984\",\n{ pattern = \"x\", weight = 2, not = [\"y\"] },\n\"#z\"]\n\
                    [[category.category]]\nid = \"c\"\n";
        let (import, ..) = testing::imported(toml);
        let export = export(&import, LexiconFormat::KhCoder);
        let expected = "*A b\r\nсот\r\n| сөз+бостандығы\r\n| seq(free-speech)[5]\r\n| near(free-speech)[6]\r\n| 'тәуелсіз'\r\n| law\r\n| сот\r\n| x\r\n| #z\r\n*A b/c\r\n";
        assert_eq!(String::from_utf8_lossy(&export.bytes), expected);
        let found: Vec<String> = export.losses.iter().map(loss_line).collect();
        assert_eq!(
            found,
            [
                "13 altered loss-all-forms",
                "14 altered loss-inexpressible",
                "15 dropped loss-inexpressible",
                "16 dropped loss-inexpressible",
                "17 dropped loss-inexpressible",
                "18 dropped loss-inexpressible",
                "19 dropped loss-inexpressible",
                "20 altered loss-condition",
                "20 altered loss-no-weights",
                "0 altered loss-no-tree",
            ]
        );
    }
}
