//! Dictionaries of quanteda in YAML.
//!
//! JSON is read as the YAML that it is. A list without a key is one category, which is named by the
//! file, and so is a mapping of words to numbers: `{good: 3, bad: -3}` is a list with weights.
//!
//! A key is a category, a list its terms, a mapping its subcategories; a leaf may be one term
//! without a list. Under `__` stand the terms of a category that has subcategories too, and a list
//! may hold terms and mappings together. Every scalar is text: `yes`, `NO`, `null` and `1984` are
//! words. Keys of one name are one category, as quanteda merges them.
//!
//! The parser gives events, and this reader is a stack over them, without recursion: linear in the
//! file, whatever its depth. An alias (`*name`) stands for one term; together they add no more text
//! than the file has, so that a small file stays small.

use std::{borrow::Cow, fmt::Write as _};

use ::csv::StringRecord;
use rustc_hash::{FxHashMap, FxHashSet};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use super::{
    column::number,
    draft::{Draft, DraftCategory, DraftTerm},
    glob_term::glob_term,
    tree::Tree,
    writing::{names, report_entry, report_exclusions},
};
use crate::{
    lexicon::{
        error::{Diagnostic, LexiconError},
        file::{
            loss::{Loss, LossReason},
            shape::TableShape,
        },
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
    let text = as_yaml(text);
    let text = &*text;
    let mut reader = Reader { tree: Tree::new(), open: Vec::new(), scalars: FxHashMap::default(), losses };
    let mut anchored: FxHashMap<usize, String> = FxHashMap::default();
    let mut spare = text.len();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| syntax_error(&error))?;
        let line = to_u32(span.start.line());
        match event {
            Event::Scalar(scalar, style, anchor, _) => {
                reader.note(&scalar, style);
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
    let has_pairs = reader.tree.has_pairs(&reader.scalars);
    let numbers = reader.scalars.iter().filter_map(|(at, number)| Some((*at, (*number)?))).collect();
    for line in reader.tree.weigh(&numbers) {
        reader.losses.push(Loss::guessed(line, LossReason::Scores));
    }
    let (mut categories, without) = reader.tree.into_roots();
    if categories.is_empty() && !without.is_empty() {
        let is_weighted = numbers.len() == without.len();
        let shape = if is_weighted { TableShape::Weights } else { TableShape::List };
        let first = super::shortened(&without[0].text);
        losses.push(Loss::guessed(without[0].line, LossReason::Shape { shape, first, has_heads: false }));
        categories.push(DraftCategory::of_file(without));
        return Ok(Draft { categories, ..Draft::default() });
    }
    if has_pairs && categories.iter().all(|category| category.terms.len() == 1) {
        categories = pairs(categories, losses);
    }
    let orphans = without.into_iter().map(|term| Loss::dropped(term.line, LossReason::NoCategory { term: term.text }));
    losses.extend(orphans);
    Ok(Draft { categories, ..Draft::default() })
}

/// Reads a mapping of scalars to scalars: words with their categories where a category comes again,
/// as in `{good: positive, fine: positive}`, else categories with one term each. Both are reported.
fn pairs(categories: Vec<DraftCategory>, losses: &mut Vec<Loss>) -> Vec<DraftCategory> {
    let term = |category: &DraftCategory| category.terms.first().map_or(String::new(), |term| term.text.clone());
    let (line, first) = categories.first().map_or((0, String::new()), |first| {
        (first.line, super::shortened(&format!("{} | {}", first.name, term(first))))
    });
    let distinct: FxHashSet<String> = categories.iter().map(term).collect();
    let are_words = distinct.len() < categories.len();
    let shape = if are_words { TableShape::Tidytext } else { TableShape::Empath };
    losses.push(Loss::guessed(line, LossReason::Shape { shape, first, has_heads: false }));
    if !are_words {
        return categories;
    }
    let mut tree = Tree::new();
    for category in &categories {
        let (at, _) = tree.child(Tree::ROOT, &term(category), category.line);
        tree.push(at, DraftTerm::new(&category.name, category.line));
    }
    tree.into_roots().0
}

/// Reads a list of mappings that all have the same keys with one scalar each, as programs write the
/// rows of a table: `[{"word": "good", "category": "positive"}]`. The first row are the keys.
/// `None` for anything else. Cost: linear.
pub(super) fn records(text: &str) -> Option<Vec<(u32, StringRecord)>> {
    let text = as_yaml(text);
    let is_frame = |event: &Event<'_>| {
        matches!(
            event,
            Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing
        )
    };
    let mut rows: Vec<(u32, StringRecord)> = Vec::new();
    let mut open: Option<(u32, Vec<String>)> = None;
    let mut has_list = false;
    for event in Parser::new_from_str(&text) {
        let (event, span) = event.ok()?;
        match (event, &mut open) {
            (event, None) if is_frame(&event) => {}
            (Event::SequenceStart(..), None) if !has_list => has_list = true,
            (Event::SequenceEnd, None) => {}
            (Event::MappingStart(..), None) if has_list => open = Some((to_u32(span.start.line()), Vec::new())),
            (Event::Scalar(scalar, ..), Some((_, scalars))) => scalars.push(scalar.into_owned()),
            (Event::MappingEnd, Some((line, scalars))) => {
                let keys: StringRecord = scalars.iter().step_by(2).collect();
                let values: StringRecord = scalars.iter().skip(1).step_by(2).collect();
                match rows.first() {
                    None if keys.len() > 1 => rows.push((*line, keys)),
                    Some((_, first)) if *first == keys => {}
                    _ => return None,
                }
                rows.push((*line, values));
                open = None;
            }
            _ => return None,
        }
    }
    (rows.len() > 1).then_some(rows)
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
    /// Scalars that are the whole value of a key, by its category, with what they are as numbers.
    scalars: FxHashMap<usize, Option<f64>>,
    losses: &'import mut Vec<Loss>,
}

impl Reader<'_> {
    /// Notes a scalar in one line that is the whole value of a key; a number is one without
    /// quotation marks.
    fn note(&mut self, text: &str, style: ScalarStyle) {
        if let Some(Open::Mapping { category, next: Next::Value(child) }) = self.open.last()
            && child != category
            && !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded)
        {
            let is_plain = style == ScalarStyle::Plain;
            self.scalars.insert(*child, number(text).filter(|_| is_plain));
        }
    }

    fn scalar(&mut self, text: &str, line: u32) {
        let Self { tree, open, losses, .. } = self;
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

/// Returns `true` if a text begins as an object or a list of JSON does.
pub(super) fn looks_like_json(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| !letter.is_whitespace());
    match (letters.next(), letters.next()) {
        (Some('{'), second) => matches!(second, Some('"' | '}')),
        (Some('['), second) => matches!(second, Some('"' | '{' | ']')),
        _ => false,
    }
}

/// Writes JSON as the YAML that its reader knows: tabs between values as spaces, and two escapes
/// that are halves of one character (`\ud83d\ude00`) as one. Other texts stay.
fn as_yaml(text: &str) -> Cow<'_, str> {
    if !looks_like_json(text) {
        return Cow::Borrowed(text);
    }
    let text = text.replace('\t', " ");
    let half = |at: usize, range: std::ops::RangeInclusive<u32>| {
        let digits = text.get(at..).and_then(|rest| rest.strip_prefix("\\u")).and_then(|rest| rest.get(..4))?;
        u32::from_str_radix(digits, 16).ok().filter(|half| range.contains(half))
    };
    let mut written = String::with_capacity(text.len());
    let mut start = 0;
    let mut next = 0;
    while let Some(at) = text[next..].find('\\').map(|at| next + at) {
        // A backslash takes the character behind it along.
        next = at + 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8);
        let Some((high, low)) = half(at, 0xD800..=0xDBFF).zip(half(at + 6, 0xDC00..=0xDFFF)) else { continue };
        let letter = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        let _ = write!(written, "{}\\U{letter:08X}", &text[start..at]);
        (start, next) = (at + 12, at + 12);
    }
    written.push_str(&text[start..]);
    Cow::Owned(written)
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
        !key.is_empty() && !key.contains([';', '\t', ',', '<']) && !key.starts_with(['*', '[', '%'])
    });
    is_key || has_dash && meaning.next().is_some_and(|line| line.trim_start().starts_with("- "))
}

#[cfg(test)]
mod tests;
