//! Dictionaries of quanteda in YAML.
//!
//! A key is a category, a list its terms, a mapping its subcategories; a leaf may be one term
//! without a list. Under `__` stand the terms of a category that has subcategories too, and a list
//! may hold terms and mappings together. Every scalar is text: `yes`, `NO`, `null` and `1984` are
//! words. Keys of one name are one category, as quanteda merges them.
//!
//! The parser gives events, and this reader is a stack over them, without recursion: linear in the
//! file, whatever its depth. An alias (`*name`) stands for one term; together they add no more text
//! than the file has, so that a small file stays small.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;
use saphyr_parser::{Event, Parser, ScanError};

use super::{
    draft::{Draft, DraftTerm},
    loss::{Loss, LossReason},
    syntax::glob_term,
    tree::Tree,
    writing::{names, report_entry, report_exclusions},
};
use crate::{
    lexicon::{
        error::{Diagnostic, LexiconError},
        model::Lexicon,
    },
    text::to_u32,
};

/// The key of a category's own terms beside its subcategories.
const OWN_TERMS: &str = "__";

/// What is open at a place of the file.
enum Open {
    Mapping {
        category: usize,
        next: Next,
    },
    List {
        category: usize,
    },
    /// A part that means nothing here.
    Nothing,
}

/// What a mapping expects.
enum Next {
    Key,
    Value(usize),
    /// The value of a key that is no scalar.
    LostValue,
}

/// Reads the text of a file.
///
/// # Errors
/// The place at which it is no YAML.
pub(super) fn read(text: &str, losses: &mut Vec<Loss>) -> Result<Draft, Diagnostic> {
    let mut reader = Reader { tree: Tree::new(), open: Vec::new(), losses };
    let mut anchored: FxHashMap<usize, String> = FxHashMap::default();
    let mut spare = text.len();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| syntax_error(&error))?;
        let line = to_u32(span.start.line());
        match event {
            Event::Scalar(scalar, _, anchor, _) => {
                reader.scalar(&scalar, line);
                if anchor > 0 {
                    anchored.insert(anchor, scalar.into_owned());
                }
            }
            Event::Alias(anchor) => {
                let named = anchored.get(&anchor).filter(|scalar| scalar.len() <= spare);
                let Some(scalar) = named else {
                    reader.lose("*", line);
                    reader.scalar("", line);
                    continue;
                };
                spare -= scalar.len();
                reader.scalar(scalar, line);
            }
            Event::SequenceStart(..) => reader.start(false, line),
            Event::MappingStart(..) => reader.start(true, line),
            Event::SequenceEnd | Event::MappingEnd => {
                reader.open.pop();
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
    }
    let (categories, without) = reader.tree.into_roots();
    let orphans = without.into_iter().map(|term| Loss::dropped(term.line, LossReason::NoCategory { term: term.text }));
    losses.extend(orphans);
    Ok(Draft { categories, ..Draft::default() })
}

fn syntax_error(error: &ScanError) -> Diagnostic {
    let place = error.marker();
    Diagnostic {
        error: LexiconError::Yaml { reason: error.info().to_owned() },
        line: to_u32(place.line()),
        column: to_u32(place.col() + 1),
    }
}

struct Reader<'import> {
    tree: Tree,
    open: Vec<Open>,
    losses: &'import mut Vec<Loss>,
}

impl Reader<'_> {
    fn scalar(&mut self, text: &str, line: u32) {
        let Self { tree, open, losses } = self;
        let category = match open.last_mut() {
            None => Tree::ROOT,
            Some(Open::List { category }) => *category,
            Some(Open::Nothing) => return,
            Some(Open::Mapping { category, next }) => match std::mem::replace(next, Next::Key) {
                Next::LostValue => return,
                Next::Value(category) => category,
                Next::Key => {
                    *next = Next::Value(key(tree, *category, text, line, losses));
                    return;
                }
            },
        };
        if !text.trim().is_empty() {
            tree.push(category, DraftTerm::new(text, line));
        }
    }

    fn start(&mut self, is_mapping: bool, line: u32) {
        let category = match self.open.last_mut() {
            None => Some(Tree::ROOT),
            Some(Open::List { category }) => Some(*category),
            Some(Open::Nothing) => None,
            Some(Open::Mapping { next, .. }) => match std::mem::replace(next, Next::Key) {
                Next::Value(category) => Some(category),
                Next::LostValue => None,
                Next::Key => {
                    *next = Next::LostValue;
                    self.lose("?", line);
                    None
                }
            },
        };
        self.open.push(match category {
            Some(category) if is_mapping => Open::Mapping { category, next: Next::Key },
            Some(category) => Open::List { category },
            None => Open::Nothing,
        });
    }

    fn lose(&mut self, written: &str, line: u32) {
        self.losses.push(Loss::dropped(line, LossReason::UnknownLine { written: written.to_owned() }));
    }
}

/// The category that a key opens.
fn key(tree: &mut Tree, category: usize, name: &str, line: u32, losses: &mut Vec<Loss>) -> usize {
    if name.trim() == OWN_TERMS {
        return category;
    }
    let (child, is_new) = tree.child(category, name, line);
    if !is_new {
        losses.push(Loss::guessed(line, LossReason::Merged { name: super::shortened(name) }));
    }
    child
}

/// Writes a lexicon: every key and term in quotation marks, since other readers take `no` for a
/// truth value and `1984` for a number.
pub(super) fn write(lexicon: &Lexicon, losses: &mut Vec<Loss>) -> String {
    let names = names(lexicon);
    report_exclusions(lexicon, &names, losses);
    let mut entries = lexicon.entries.iter().peekable();
    let mut file = String::new();
    for ((at, category), name) in (0..).zip(&lexicon.categories).zip(&names) {
        let mut terms = Vec::new();
        while let Some(entry) = entries.next_if(|entry| entry.category.0 <= at) {
            let named = || entry.pattern.text.clone();
            let Some(term) = glob_term(&entry.pattern) else {
                losses.push(Loss::dropped(entry.line, LossReason::Inexpressible { term: named() }));
                continue;
            };
            if term.loses_inflection {
                losses.push(Loss::altered(entry.line, LossReason::Inflection { term: named() }));
            }
            report_entry(entry, false, losses);
            terms.push(quoted(&term.text));
        }
        let indent = "  ".repeat(usize::from(category.depth.saturating_sub(1)));
        let next = usize::try_from(at).ok().and_then(|at| lexicon.categories.get(at + 1));
        let has_children = next.is_some_and(|next| next.depth > category.depth);
        // The name of the key for own terms is no name of a category.
        let name = if name == OWN_TERMS { category.path.as_str() } else { name.as_str() };
        let terms = terms.join(", ");
        // Writing to memory does not fail.
        let _ = match (has_children, terms.is_empty()) {
            (false, _) => writeln!(file, "{indent}{}: [{terms}]", quoted(name)),
            (true, true) => writeln!(file, "{indent}{}:", quoted(name)),
            (true, false) => writeln!(file, "{indent}{}:\n{indent}  {OWN_TERMS}: [{terms}]", quoted(name)),
        };
    }
    file
}

/// Writes a double-quoted scalar.
fn quoted(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => written.extend(['\\', letter]),
            letter if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(written, "\\u{:04X}", u32::from(letter));
            }
            letter => written.push(letter),
        }
    }
    written.push('"');
    written
}

/// Returns `true` if the first line of a text that is nothing else looks like a key, a list or a
/// document of YAML.
pub(super) fn looks_like_yaml(text: &str) -> bool {
    let lines = text.lines().map(str::trim_end);
    let mut meaning = lines.filter(|line| !line.is_empty() && !line.trim_start().starts_with('#'));
    let Some(first) = meaning.next() else { return false };
    if first == "---" || first.starts_with("--- ") || first.starts_with("%YAML") || first.starts_with(['{', '?']) {
        return true;
    }
    let (first, has_dash) = first.strip_prefix("- ").map_or((first, false), |rest| (rest, true));
    // A key in quotation marks may hold anything.
    let after_key = match first.chars().next() {
        Some(mark @ ('"' | '\'')) => {
            let mut is_escaped = false;
            let end = first.get(1..).unwrap_or("").find(|letter| {
                let ends = letter == mark && !is_escaped;
                is_escaped = letter == '\\' && mark == '"' && !is_escaped;
                ends
            });
            let rest = end.and_then(|end| first.get(end + 2..)).unwrap_or("").trim_start();
            return rest == ":" || rest.starts_with(": ");
        }
        _ => first.find(": ").or_else(|| first.ends_with(':').then(|| first.len() - 1)),
    };
    let is_key = after_key.is_some_and(|at| {
        let key = first.get(..at).unwrap_or("");
        !key.is_empty() && !key.contains([';', '\t', ',', '<']) && !key.starts_with(['+', '*', '[', '%'])
    });
    is_key || has_dash && meaning.next().is_some_and(|line| line.trim_start().starts_with("- "))
}

#[cfg(test)]
mod tests {
    use crate::lexicon::formats::{
        Import, export, import, recognise::LexiconFormat, syntax::PatternSyntax, testing::*,
    };

    #[test]
    fn files_of_the_wild_are_read_as_they_are_meant() {
        for (text, expected, losses) in [
            (
                "values:\n  __: [\"value*\"]\n  freedom: [\"free*\", \"rule of law\"]\n",
                "values: value*; values/freedom: free*, =rule =of =law",
                &[][..],
            ),
            // A leaf may be one term; a list may hold terms and mappings.
            ("a: x\nb:\n  - y\n  - c: [z]\n  - d:\n      e: w\n", "a: =x; b: =y; b/c: =z; b/d: ; b/d/e: =w", &[]),
            // Every scalar is text.
            (
                "NO: [yes, no, on, off, y, n]\n1984: [1, 2.5, 0x1F, 1e3, .inf]\nnull: [null, ~, true]\n",
                "NO: =yes, =no, =on, =off, =y, =n; 1984: =1, =2.5, =0x1F, =1e3, =.inf; null: =null, =~, =true",
                &[],
            ),
            ("a: {b: [x], __: y}\n", "a: =y; a/b: =x", &[]),
            ("{a: [x], b: y}\n", "a: =x; b: =y", &[]),
            ("---\n# note\n\"a b\": ['x: y', \"z\\u0061\"]\n", "a b: =x: =y, =za", &[]),
            ("%YAML 1.1\n---\na:\n- x\n...\n---\nb: y\n", "a: =x; b: =y", &[]),
            ("- a: [x]\n- b: [y]\n", "a: =x; b: =y", &[]),
            ("\u{feff}a:\r\n  - x\r\n  - y\r\n", "a: =x, =y", &[]),
            // Two keys of one name are one category, as quanteda has it.
            ("a: [x]\nb: [y]\na: [z]\n", "a: =x, =z; b: =y", &["3 guessed loss-merged"]),
            // Capitals distinguish two terms where a study compares them.
            ("a: [x, x, X]\n", "a: =x, =X", &["1 dropped loss-same-term"]),
            ("a: ['x  y', '  z ']\n", "a: =x =y, =z", &[]),
            (
                "a:\nb: []\nc: {}\nd: [x]\n",
                "a: ; b: ; c: ; d: =x",
                &["1 guessed loss-empty-category", "2 guessed loss-empty-category", "3 guessed loss-empty-category"],
            ),
            ("__: [x]\na: y\n", "a: =y", &["1 dropped loss-no-category"]),
            ("a: [[x], [y, [z]]]\n", "a: =x, =y, =z", &[]),
            (
                "a: [x]\n? [k, l]\n: m\n? {n: o}\n: [p]\nb: q\n",
                "a: =x; b: =q",
                &["2 dropped loss-unknown-line", "4 dropped loss-unknown-line"],
            ),
            ("a: |\n  rule\n  of law\nb: >-\n  x\n  y\n", "a: =rule =of =law; b: =x =y", &[]),
            ("a: !!str yes\nb: !own [x]\n", "a: =yes; b: =x", &[]),
            // An alias for a term; one for a list is lost.
            ("a: [&t xyz, &l [y]]\nb: [*t, *l]\n", "a: =xyz, =y; b: =xyz", &["2 dropped loss-unknown-line"]),
        ] {
            let (import, listing, found) = imported(text);
            assert_eq!(listing, expected, "{text}");
            assert_eq!(found, losses, "{text}");
            assert_eq!(import.format, LexiconFormat::Yaml, "{text}");
        }
    }

    #[test]
    fn a_broken_file_names_its_place() {
        let errors = import("x.yml", b"a: [x]\nb:\n  - y\n - z\n", PatternSyntax::Glob).expect_err("it is broken");
        assert_eq!((errors[0].error.code(), errors[0].line), ("lex-yaml", 4));
    }

    #[test]
    fn aliases_stay_smaller_than_the_file() {
        let long = "x".repeat(10_000);
        let text = format!("a: [&t {long}]\nb: [{}]\n", vec!["*t"; 3_000].join(", "));
        let (import, _, losses) = imported(&text);
        assert!(import.lexicon.entries.len() <= 3, "{}", import.lexicon.entries.len());
        assert!(losses.contains(&"2 dropped loss-unknown-line".to_owned()));
    }

    #[test]
    fn what_others_take_for_a_truth_value_or_number_is_quoted() {
        let (import, ..) = imported("NO: [yes, '1984']\na:\n  __: ['null']\n  b: ['x \"y\\']\n  c:\n    d: []\n");
        let export = export(&import, LexiconFormat::Yaml);
        let written = "\"NO\": [\"yes\", \"1984\"]\n\"a\":\n  __: [\"null\"]\n  \"b\": [\"x \\\"y\\\\\"]\n  \"c\":\n    \"d\": []\n";
        assert_eq!(String::from_utf8_lossy(&export.bytes), written);
        let (back, ..) = imported_bytes(&export.bytes);
        let titles = |import: &Import| -> Vec<_> {
            import.lexicon.categories.iter().map(|category| (category.title.en.clone(), category.depth)).collect()
        };
        assert_eq!(titles(&back), titles(&import));
    }
}
