//! Lexicons as plain tables: long, tidytext, wide, Empath's lists, and lists of words with and
//! without weights. (A matrix is [`super::dicx`].)

use ::csv::WriterBuilder;
use rustc_hash::FxHashSet;

use super::{
    column::{Columns, column_numbers, number},
    draft::{Draft, DraftCategory, DraftTerm},
    glob_term::glob_term,
    table::TableFile,
    tree::Tree,
    writing::{names, report_entry, report_exclusions},
};
use crate::lexicon::{
    file::{
        loss::{Loss, LossReason},
        shape::TableShape,
        syntax::PatternSyntax,
    },
    model::{Entry, Lexicon, is_concept_id},
};

/// Reads a table of any shape but the matrix. Cost: linear in its cells.
pub(super) fn read(table: &TableFile, losses: &mut Vec<Loss>) -> Draft {
    let categories = match table.layout.shape {
        TableShape::Long | TableShape::Tidytext => long(table, table.layout.columns, losses),
        TableShape::Empath => lists(table, losses),
        TableShape::List | TableShape::Weights => vec![DraftCategory::of_file(words(table, losses))],
        TableShape::Wide | TableShape::Matrix => wide(table, losses),
    };
    Draft { categories, ..Draft::default() }
}

fn long(table: &TableFile, columns: Columns, losses: &mut Vec<Loss>) -> Vec<DraftCategory> {
    let mut tree = Tree::new();
    let has_members = has_members(table, columns);
    let mut not_members = 0;
    for (line, row) in &table.rows {
        let cell = |column: usize| row.get(column).unwrap_or("").trim();
        let optional = |column: Option<usize>| column.map_or("", cell);
        let category = tree.path(cell(columns.category), *line);
        let term = cell(columns.pattern);
        if term.is_empty() {
            // A line for a category without terms.
            continue;
        }
        let weight = weight(term, optional(columns.weight), *line, losses);
        if has_members && weight == 0.0 {
            not_members += 1;
            continue;
        }
        let kind = optional(columns.kind);
        let syntax = PatternSyntax::from_name(&kind.to_lowercase());
        if syntax.is_none() && !kind.is_empty() {
            losses.push(Loss::guessed(*line, LossReason::UnknownLine { written: super::shortened(kind) }));
        }
        let mut concept = optional(columns.concept).to_owned();
        if !concept.is_empty() && !is_concept_id(&concept) {
            losses.push(Loss::guessed(*line, LossReason::UnknownLine { written: super::shortened(&concept) }));
            concept.clear();
        }
        let note = optional(columns.note).to_owned();
        tree.push(category, DraftTerm { weight, concept, note, syntax, ..DraftTerm::new(term, *line) });
    }
    if not_members > 0 {
        losses.push(Loss::guessed(1, LossReason::NotMembers { count: not_members }));
    }
    let (roots, without) = tree.into_roots();
    let orphans = without.into_iter().map(|term| Loss::dropped(term.line, LossReason::NoCategory { term: term.text }));
    losses.extend(orphans);
    roots
}

/// Returns `true` if the weights of a long table are nothing but 0 and 1 and say which terms are in
/// which category, as in the NRC lexicons. In a table with patterns of several kinds, as ours are,
/// a 0 is a weight.
fn has_members(table: &TableFile, columns: Columns) -> bool {
    let Some(weight) = columns.weight.filter(|_| columns.kind.is_none()) else { return false };
    let weights = table.rows.iter().map(|(_, row)| number(row.get(weight).unwrap_or("")));
    weights.clone().any(|weight| weight == Some(0.0))
        && weights.flatten().all(|weight| weight == 0.0 || weight.to_bits() == 1_f64.to_bits())
}

/// Reads a weight; 1 for none, and for what is no number, which is reported.
fn weight(term: &str, written: &str, line: u32, losses: &mut Vec<Loss>) -> f64 {
    number(written).unwrap_or_else(|| {
        if !written.is_empty() {
            let reason = LossReason::Weight { term: super::shortened(term), written: super::shortened(written) };
            losses.push(Loss::guessed(line, reason));
        }
        1.0
    })
}

/// Reads the terms of a list, with their weights where it has any. Forms that stand behind a term
/// weigh what the term weighs.
fn words(table: &TableFile, losses: &mut Vec<Loss>) -> Vec<DraftTerm> {
    let columns = table.layout.columns;
    let mut terms = Vec::with_capacity(table.rows.len());
    for (line, row) in &table.rows {
        let cell = |column: usize| row.get(column).unwrap_or("").trim();
        let written = cell(columns.pattern);
        let (term, tag) = written.rsplit_once('|').filter(|_| columns.has_tags).unwrap_or((written, ""));
        if term.is_empty() {
            losses.push(Loss::dropped(*line, LossReason::UnknownLine { written: super::layout::row_text(row) }));
            continue;
        }
        let weight = match columns.weight.map(cell) {
            None => 1.0,
            Some("") => {
                losses.push(Loss::guessed(*line, LossReason::UnweightedTerm { term: super::shortened(term) }));
                1.0
            }
            Some(written) => weight(term, written, *line, losses),
        };
        let note = columns.note.map_or(tag, cell);
        let forms = columns.forms.map_or("", cell).split(',').map(str::trim);
        let mut seen = FxHashSet::default();
        let all = std::iter::once(term).chain(forms).filter(|form| !form.is_empty() && seen.insert(*form));
        terms.extend(all.map(|form| DraftTerm { weight, note: note.to_owned(), ..DraftTerm::new(form, *line) }));
    }
    if columns.weight.is_some() {
        losses.push(Loss::guessed(1, LossReason::Scores));
    }
    terms
}

fn wide(table: &TableFile, losses: &mut Vec<Loss>) -> Vec<DraftCategory> {
    let mut categories: Vec<DraftCategory> = table.heads.iter().map(|name| DraftCategory::new(name, 1)).collect();
    for (line, row) in &table.rows {
        for (column, term) in row.iter().enumerate().filter(|(_, term)| !term.trim().is_empty()) {
            let category = categories.get_mut(column).filter(|category| !category.name.is_empty());
            let Some(category) = category else {
                let reference = column_numbers([column]);
                let reason = LossReason::UnknownCategory { term: super::shortened(term), reference };
                losses.push(Loss::dropped(*line, reason));
                continue;
            };
            category.terms.push(DraftTerm::new(term, *line));
        }
    }
    categories.retain(|category| !category.name.is_empty());
    categories
}

fn lists(table: &TableFile, losses: &mut Vec<Loss>) -> Vec<DraftCategory> {
    let mut categories = Vec::new();
    for (line, row) in &table.rows {
        let name = row.get(0).unwrap_or("").trim();
        if name.is_empty() {
            losses.push(Loss::dropped(*line, LossReason::UnknownLine { written: String::new() }));
            continue;
        }
        let terms = row.iter().skip(1).filter(|term| !term.trim().is_empty());
        let terms = terms.map(|term| DraftTerm::new(term, *line)).collect();
        categories.push(DraftCategory { terms, ..DraftCategory::new(name, *line) });
    }
    categories
}

/// What the columns of a long table are called.
pub(super) const HEADS: [&str; 5] = ["category", "pattern", "weight", "kind", "note"];

/// What the column of concepts is called, where there is one.
pub(super) const CONCEPT: &str = "concept";

/// A line of a long table.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Where its entry stands in the lexicon; 0 for a category without entries.
    pub(super) at: u32,
    pub(super) path: String,
    /// Empty for a category without entries, as are all that follow.
    pub(super) pattern: String,
    pub(super) weight: Option<f64>,
    pub(super) kind: &'static str,
    pub(super) concept: String,
    pub(super) note: String,
}

/// Writes a lexicon as a long table: `category,pattern,weight,kind,note`, a line an entry; a
/// category without entries has a line with nothing but its path. Where an entry names a concept
/// there is a column `concept` before the note.
pub(super) fn write(lexicon: &Lexicon, losses: &mut Vec<Loss>) -> String {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    let lines = lines(lexicon, losses);
    let has_concepts = lines.iter().any(|line| !line.concept.is_empty());
    let row = |[path, pattern, weight, kind, note]: [&str; 5], concept: &str| -> Vec<String> {
        let concept = has_concepts.then_some(concept);
        [path, pattern, weight, kind].into_iter().chain(concept).chain([note]).map(str::to_owned).collect()
    };
    writer.write_record(row(HEADS, CONCEPT)).expect("memory takes every row");
    for line in lines {
        let weight = line.weight.map(|weight| weight.to_string()).unwrap_or_default();
        let row = row([&line.path, &line.pattern, &weight, line.kind, &line.note], &line.concept);
        writer.write_record(row).expect("memory takes every row, and all have the same length");
    }
    String::from_utf8(writer.into_inner().expect("memory takes every byte")).expect("rows of text are text")
}

/// Writes a lexicon as the lines of a long table.
///
/// A pattern that says the same as plain text or as a glob is written so, as others write it and as
/// no spreadsheet takes it for a formula (`=law`); the rest as patterns of ours, kind `native`.
pub(super) fn lines(lexicon: &Lexicon, losses: &mut Vec<Loss>) -> Vec<Line> {
    let names = names(lexicon);
    report_exclusions(lexicon, &names, losses);
    let mut paths: Vec<String> = Vec::new();
    for (category, name) in lexicon.categories.iter().zip(&names) {
        // The character between the names of a path is none of a name's.
        let own = name.replace('/', "\u{2215}");
        if own != *name {
            let reason = LossReason::SameName { name: name.clone(), renamed: own.clone() };
            losses.push(Loss::altered(0, reason));
        }
        let above = category.parent.and_then(|parent| paths.get(parent.0 as usize));
        paths.push(above.map_or_else(|| own.clone(), |above| format!("{above}/{own}")));
    }
    let mut has_entries = vec![false; paths.len()];
    for entry in &lexicon.entries {
        if let Some(flag) = has_entries.get_mut(entry.category.0 as usize) {
            *flag = true;
        }
    }
    let mut lines = Vec::with_capacity(lexicon.entries.len());
    let mut entries = lexicon.entries.iter().peekable();
    for ((at, path), has_entries) in (0..).zip(&paths).zip(has_entries) {
        if !has_entries {
            lines.push(Line { path: path.clone(), ..Line::default() });
        }
        while let Some(entry) = entries.next_if(|entry| entry.category.0 <= at) {
            report_entry(entry, true, losses);
            let (pattern, kind) = term(entry);
            lines.push(Line {
                at: entry.line,
                path: path.clone(),
                pattern,
                weight: Some(entry.weight),
                kind: kind.name(),
                concept: entry.concept.clone(),
                note: entry.note.clone(),
            });
        }
    }
    lines
}

fn term(entry: &Entry) -> (String, PatternSyntax) {
    if let Some(term) = glob_term(&entry.pattern) {
        let says_the_same = |syntax: &PatternSyntax| {
            syntax.pattern(&term.text).is_some_and(|read| read.elements == entry.pattern.elements)
        };
        if let Some(syntax) = [PatternSyntax::Fixed, PatternSyntax::Glob].iter().find(|syntax| says_the_same(syntax)) {
            return (term.text, *syntax);
        }
    }
    (entry.pattern.text.clone(), PatternSyntax::Native)
}

#[cfg(test)]
mod tests;
