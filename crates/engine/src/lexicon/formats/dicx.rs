//! LIWC-22 dictionaries: a table with a line a term and a column a category.
//!
//! The first column is the term, whatever it is called. A cell is empty, a cross (`X`, `x`, `1`,
//! yes, true), the name of its column or a weight; where crosses and weights are mixed a cross
//! weighs 1, and 0, no and false are no mark. `*` is the wildcard, `\*` a star. A name such as
//! `a/b` is a name: the format has no tree.
//!
//! The General Inquirer numbers the senses of a word (`ABOUT#1`). No text has such numbers, so that
//! the word is in the categories of all its senses.

use std::collections::{BTreeSet, HashMap};

use ::csv::WriterBuilder;
use indexmap::IndexMap;
use rustc_hash::FxHashSet;

use super::{
    column::{column_numbers, is_own_name, mark, number},
    draft::{Draft, DraftCategory, DraftTerm},
    glob_term::{escaped_glob, glob_term_with_stars},
    layout::Marks,
    table::TableFile,
    writing::{names, report_entry, report_exclusions, weighs},
};
use crate::lexicon::{
    file::{
        loss::{Loss, LossReason},
        syntax::PatternSyntax,
    },
    model::{CategoryId, Lexicon},
    toml::MAX_ENTRIES,
};

/// What the first column is called in the files that LIWC-22 writes.
const TERM_HEAD: &str = "DicTerm";

/// The most cells that are written: a matrix grows with terms times categories.
const MOST_CELLS: usize = 1 << 26;

/// The longest term, in bytes: each cell of its line makes one of it.
const LONGEST_TERM: usize = 1_000;

/// Reads a matrix. Cost: linear in its cells; a term has [`LONGEST_TERM`] bytes and all categories
/// together no more terms than a lexicon may have entries, so that a small file stays small.
pub(super) fn read(table: &TableFile, losses: &mut Vec<Loss>) -> Draft {
    let mut categories: Vec<DraftCategory> =
        table.heads.iter().skip(1).map(|name| DraftCategory::new(name, 1)).collect();
    // One more than fits: the lexicon then says that there were too many.
    let mut room = MAX_ENTRIES + 1;
    let mut senses = Senses::default();
    for (line, row) in &table.rows {
        let term = row.get(0).unwrap_or("").trim();
        let (term, is_sense) = if table.layout.marks == Marks::Names { senses.take(term) } else { (term, false) };
        let is_read = |column: &usize| table.layout.unread.binary_search(column).is_err();
        let marks = row.iter().enumerate().skip(1).filter(|(_, cell)| !cell.trim().is_empty());
        let marks = marks.filter(|(column, _)| is_read(column));
        if term.is_empty() {
            let written: Vec<&str> = row.iter().collect();
            losses
                .push(Loss::dropped(*line, LossReason::UnknownLine { written: super::shortened(&written.join(" ")) }));
            continue;
        }
        if term.len() > LONGEST_TERM {
            losses.push(Loss::dropped(*line, LossReason::Pattern { term: super::shortened(term) }));
            continue;
        }
        let mut unnamed = BTreeSet::new();
        let mut has_mark = false;
        for (column, cell) in marks {
            has_mark = true;
            let Some(category) = categories.get_mut(column - 1).filter(|category| !category.name.is_empty()) else {
                unnamed.insert(column);
                continue;
            };
            let cell = cell.trim();
            let weight = cell_weight(cell, &category.name).unwrap_or_else(|| {
                let reason = LossReason::Weight { term: super::shortened(term), written: super::shortened(cell) };
                losses.push(Loss::guessed(*line, reason));
                1.0
            });
            let is_new = !is_sense || senses.seen.insert((column, term.to_lowercase()));
            if weight != 0.0 && room > 0 && is_new {
                room -= 1;
                category.terms.push(DraftTerm { weight, ..draft_term(term, *line) });
            }
        }
        if !unnamed.is_empty() {
            let reason = LossReason::UnknownCategory { term: term.to_owned(), reference: column_numbers(unnamed) };
            losses.push(Loss::dropped(*line, reason));
        }
        if !has_mark {
            losses.push(Loss::dropped(*line, LossReason::NoCategory { term: term.to_owned() }));
        }
    }
    if table.layout.marks == Marks::Scores {
        losses.push(Loss::guessed(1, LossReason::Scores));
    }
    losses.extend(senses.loss());
    let mut at = 0;
    categories.retain(|category| {
        at += 1;
        !category.name.is_empty() && table.layout.unread.binary_search(&at).is_err()
    });
    Draft { categories, ..Draft::default() }
}

/// The numbers of senses behind terms.
#[derive(Default)]
struct Senses<'table> {
    count: u32,
    /// The first term that has one, with its line unknown.
    first: &'table str,
    /// Which words are in which columns.
    seen: FxHashSet<(usize, String)>,
}

impl<'table> Senses<'table> {
    /// Takes the number from a term: `ABOUT#1`; also returns whether there was one.
    fn take(&mut self, term: &'table str) -> (&'table str, bool) {
        let is_number = |number: &str| !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit());
        let Some((word, _)) = term.rsplit_once('#').filter(|(word, number)| !word.is_empty() && is_number(number))
        else {
            return (term, false);
        };
        if self.count == 0 {
            self.first = term;
        }
        self.count += 1;
        (word, true)
    }

    fn loss(&self) -> Option<Loss> {
        let reason = LossReason::Senses { count: self.count, term: super::shortened(self.first) };
        (self.count > 0).then(|| Loss::altered(1, reason))
    }
}

/// Reads the weight that a cell in the column of a category states, 0 for none; `None` for what is
/// no mark.
fn cell_weight(cell: &str, category: &str) -> Option<f64> {
    let is_member = || mark(cell).or_else(|| is_own_name(cell, category).then_some(true));
    number(cell).or_else(|| is_member().map(|is_member| f64::from(u8::from(is_member))))
}

fn draft_term(term: &str, line: u32) -> DraftTerm {
    if term.contains("\\*") {
        return DraftTerm { syntax: Some(PatternSyntax::Native), ..DraftTerm::new(&escaped_glob(term), line) };
    }
    DraftTerm::new(term, line)
}

/// Writes a lexicon as a `.dicx` file: terms in small letters, each once, `X` or, where any entry
/// has another weight, numbers.
pub(super) fn write(lexicon: &Lexicon, losses: &mut Vec<Loss>) -> String {
    let mut names = names(lexicon);
    for (category, name) in lexicon.categories.iter().zip(&names).filter(|(category, _)| category.depth > 1) {
        let name = if name.is_empty() { category.path.clone() } else { name.clone() };
        losses.push(Loss::altered(0, LossReason::NoTree { name }));
    }
    report_exclusions(lexicon, &names, losses);
    // A name that stands in two places of the tree is shown as its path.
    let mut times: HashMap<String, u32> = HashMap::new();
    for name in &names {
        *times.entry(name.clone()).or_default() += 1;
    }
    for (name, category) in names.iter_mut().zip(&lexicon.categories) {
        if times.get(name.as_str()).is_some_and(|times| *times > 1) {
            name.clone_from(&category.path);
        }
    }
    let mut terms: IndexMap<String, HashMap<CategoryId, f64>> = IndexMap::new();
    for entry in &lexicon.entries {
        let named = || entry.pattern.text.clone();
        let Some(term) = glob_term_with_stars(&entry.pattern) else {
            losses.push(Loss::dropped(entry.line, LossReason::Inexpressible { term: named() }));
            continue;
        };
        if term.loses_inflection {
            losses.push(Loss::altered(entry.line, LossReason::Inflection { term: named() }));
        }
        // A cell of 0 says that the term is not in the category.
        report_entry(entry, entry.weight != 0.0, losses);
        let weight = if entry.weight == 0.0 { 1.0 } else { entry.weight };
        let cells = terms.entry(term.text.to_lowercase()).or_default();
        if cells.entry(entry.category).or_insert(weight).to_bits() != weight.to_bits() {
            let category = names[entry.category.0 as usize].clone();
            losses.push(Loss::dropped(entry.line, LossReason::SameTerm { term: named(), category }));
        }
    }
    let most = MOST_CELLS / names.len().max(1);
    if terms.len() > most {
        losses.push(Loss::dropped(0, LossReason::TooMany { limit: most as u64 }));
        terms.truncate(most);
    }
    let has_weights = lexicon.entries.iter().any(|entry| !weighs(entry, 1.0) && entry.weight != 0.0);
    let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let heads = std::iter::once(TERM_HEAD).chain(names.iter().map(String::as_str));
    writer.write_record(heads).expect("memory takes every row");
    for (term, cells) in &terms {
        let cell = |at: usize| match cells.get(&CategoryId(crate::text::to_u32(at))) {
            Some(weight) if has_weights => weight.to_string(),
            Some(_) => "X".to_owned(),
            None => String::new(),
        };
        let row = std::iter::once(term.clone()).chain((0..names.len()).map(cell));
        writer.write_record(row).expect("memory takes every row");
    }
    String::from_utf8(writer.into_inner().expect("memory takes every byte")).expect("rows of text are text")
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{
        file::{format::LexiconFormat, shape::TableShape},
        formats::{export, testing::*},
    };

    #[test]
    fn files_of_the_wild_are_read_as_they_are_meant() {
        for (text, expected, losses) in [
            (
                "DicTerm,freedom,justice\nliberty,X,\nrule of law,,X\n\"free, fair\",X,X\n",
                "freedom: =liberty, =free, =fair; justice: =rule =of =law, =free, =fair",
                &[][..],
            ),
            // Any name of the first column, crosses of any kind; a comma inside a term is a part of
            // it.
            ("Entry,a,b\nx,X,x\ny,1,\nз,Х,х\n", "a: =x, =y, =з; b: =x, =з", &[]),
            ("Word,a,b\nx,X,\ny,,x\n", "a: =x; b: =y", &["1 guessed loss-shape"]),
            (",a,b\nx,X,\ny,,x\n", "a: =x; b: =y", &["1 guessed loss-shape"]),
            // Weights, and crosses among them; 0 is no mark.
            ("DicTerm,a,b\nx,0.5,-1\ny,X,0\n", "a: =x×0.5, =y; b: =x×-1", &[]),
            ("DicTerm;a;b\nx;0,5;X\n", "a: =x×0.5; b: =x", &[]),
            // contentcoder takes any other character for 1.
            ("DicTerm,a\nx,maybe\n", "a: =x", &["2 guessed loss-weight"]),
            ("word,a,b\nx,TRUE,FALSE\ny,no,yes\nz,иә,жоқ\n", "a: =x, =z; b: =y", &["1 guessed loss-shape"]),
            ("word\ta\tb\nx\t0\t1\ny\t1\t0\nz\t0\t0\n", "a: =y; b: =x", &["1 guessed loss-shape"]),
            // Scores are weights.
            (
                "word,a,b\nx,0.5,-1\ny,1,0\n",
                "a: =x×0.5, =y; b: =x×-1",
                &["1 guessed loss-shape", "1 guessed loss-scores"],
            ),
            (
                "word,pos,a,b\nx,noun,1,0\ny,verb,0,1\n",
                "a: =x; b: =y",
                &["1 guessed loss-shape", "1 dropped loss-columns"],
            ),
            // The General Inquirer marks a category by its name, and numbers the senses of a word.
            (
                "Entry,Source,Positiv,ABS@,Othtags,Defined\nGOOD#1,H4Lvd,Positiv,,Modif,| adj\nGOOD#2,H4Lvd,Positiv,ABS,Noun,\nBAD,Lvd,,ABS,Modif,\n",
                "Positiv: =GOOD; ABS@: =GOOD, =BAD",
                &["1 dropped loss-columns", "1 altered loss-senses"],
            ),
            ("DicTerm,a\nx,inf\ny,NaN\n", "a: =x, =y", &["2 guessed loss-weight", "3 guessed loss-weight"]),
            ("DicTerm,a\nf\\*\nfree*,X\nf\\*,X\n\\**,X\n", "a: free*, =f*, [*]*", &["2 dropped loss-no-category"]),
            // Words that other readers take for nothing.
            ("DicTerm,a\nna,X\nnull,X\nn/a,X\nNaN,X\n", "a: =na, =null, =n/a, =NaN", &[]),
            ("\u{feff}DicTerm,a\r\nx,X\r\n\r\n\r\ny,\r\n", "a: =x", &["5 dropped loss-no-category"]),
            // Names are names, whatever they hold.
            ("DicTerm,a/b,a.c\nx,X,\ny,,X\n", "a/b: =x; a.c: =y", &[]),
            ("DicTerm,a,a\nx,X,\ny,,X\n", "a: =x; a (2): =y", &["1 altered loss-same-name"]),
            ("DicTerm,a,b\nx,X,\n", "a: =x; b: ", &["1 guessed loss-empty-category"]),
            ("DicTerm,a,\nx,X,X,X\n,X\n", "a: =x", &["2 dropped loss-unknown-category", "3 dropped loss-unknown-line"]),
            ("DicTerm,a\nx,X\nx,X\n", "a: =x", &["3 dropped loss-same-term"]),
        ] {
            let (import, listing, found) = imported(text);
            assert_eq!(listing, expected, "{text}");
            assert_eq!(found, losses, "{text}");
            assert_eq!((import.format, import.shape), (LexiconFormat::Dicx, Some(TableShape::Matrix)), "{text}");
        }
    }

    #[test]
    fn a_written_file_has_crosses_or_numbers_and_no_tree() {
        for (text, written, losses) in [
            ("DicTerm,a,b\nx,X,\n\"y, z*\",1,X\nf\\*,,X\n", "DicTerm,a,b\nx,X,\n\"y, z*\",X,X\nf\\*,,X\n", &[][..]),
            ("DicTerm,a,b\nx,0.5,\ny,X,X\n", "DicTerm,a,b\nx,0.5,\ny,1,1\n", &[]),
            (
                "a:\n  __: [X]\n  b: [x]\n  c: [y]\nd:\n  b: [z]\n",
                "DicTerm,a,a/b,c,d,d/b\nx,X,X,,,\ny,,,X,,\nz,,,,,X\n",
                &["0 altered loss-no-tree"; 3],
            ),
        ] {
            let (import, ..) = imported(text);
            let export = export(&import, LexiconFormat::Dicx);
            let found: Vec<String> = export.losses.iter().map(loss_line).collect();
            assert_eq!(String::from_utf8_lossy(&export.bytes), written);
            assert_eq!(found, losses);
        }
    }
}
