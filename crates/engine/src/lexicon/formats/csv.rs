//! Lexicons as plain tables: long, tidytext, wide, and Empath's lists. (A matrix is
//! [`super::dicx`].)

use ::csv::WriterBuilder;

use super::{
    draft::{Draft, DraftCategory, DraftTerm},
    loss::{Loss, LossReason},
    syntax::{PatternSyntax, glob_term},
    table::{Columns, TableFile, TableShape, number, unnamed_columns},
    tree::Tree,
    writing::{names, report_entry, report_exclusions},
};
use crate::lexicon::model::{Entry, Lexicon, is_concept_id};

/// Reads a table of any shape but the matrix. Cost: linear in its cells.
pub(super) fn read(table: &TableFile, losses: &mut Vec<Loss>) -> Draft {
    let categories = match table.layout.shape {
        TableShape::Long | TableShape::Tidytext => long(table, table.layout.columns, losses),
        TableShape::Empath => lists(table, losses),
        TableShape::Wide | TableShape::Matrix => wide(table, losses),
    };
    Draft { categories, ..Draft::default() }
}

fn long(table: &TableFile, columns: Columns, losses: &mut Vec<Loss>) -> Vec<DraftCategory> {
    let mut tree = Tree::new();
    for (line, row) in &table.rows {
        let cell = |column: usize| row.get(column).unwrap_or("").trim();
        let optional = |column: Option<usize>| column.map_or("", cell);
        let category = tree.path(cell(columns.category), *line);
        let term = cell(columns.pattern);
        if term.is_empty() {
            // A line for a category without terms.
            continue;
        }
        let written = optional(columns.weight);
        let weight = number(written).unwrap_or_else(|| {
            if !written.is_empty() {
                let reason = LossReason::Weight { term: term.to_owned(), written: super::shortened(written) };
                losses.push(Loss::guessed(*line, reason));
            }
            1.0
        });
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
    let (roots, without) = tree.into_roots();
    let orphans = without.into_iter().map(|term| Loss::dropped(term.line, LossReason::NoCategory { term: term.text }));
    losses.extend(orphans);
    roots
}

fn wide(table: &TableFile, losses: &mut Vec<Loss>) -> Vec<DraftCategory> {
    let mut categories: Vec<DraftCategory> = table.heads.iter().map(|name| DraftCategory::new(name, 1)).collect();
    for (line, row) in &table.rows {
        for (column, term) in row.iter().enumerate().filter(|(_, term)| !term.trim().is_empty()) {
            let category = categories.get_mut(column).filter(|category| !category.name.is_empty());
            let Some(category) = category else {
                let reference = unnamed_columns(&[column].into());
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
mod tests {
    use super::TableShape::{Empath, Long, Tidytext, Wide};
    use crate::lexicon::formats::{Import, export, recognise::LexiconFormat, testing::*};

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table of cases")]
    fn every_shape_is_recognised() {
        for (text, shape, expected, losses) in [
            ("category,pattern\nfreedom,liberty\n", Long, "freedom: =liberty", &[][..]),
            (
                "pattern,category,weight,kind,note\nliberty,values/freedom,2,,\nбостандық,values/freedom,,native,a b\nf.*,values,1,regex,\n",
                Long,
                "values: /f.*/; values/freedom: =liberty×2, бостандық",
                &[],
            ),
            ("Category;Pattern;Weight\na;x;0,5\na;y;much\n", Long, "a: =x×0.5, =y", &["3 guessed loss-weight"]),
            ("category,pattern,kind\na,x,magic\n", Long, "a: =x", &["2 guessed loss-unknown-line"]),
            (
                "category,pattern,concept\na,x,rule-of-law\na,y,Заң\n",
                Long,
                "a: =x, =y",
                &["3 guessed loss-unknown-line"],
            ),
            (
                "category,pattern\na,\n,x\n/ /,y\n",
                Long,
                "a: ",
                &["2 guessed loss-empty-category", "3 dropped loss-no-category", "4 dropped loss-no-category"],
            ),
            ("санат;үлгі\nеркіндік;бостандық*\n", Long, "еркіндік: бостандық*", &[]),
            (
                "freedom,liberty\nfreedom,free*\njustice,law\njustice,court\n",
                Long,
                "freedom: =liberty, free*; justice: =law, =court",
                &["1 guessed loss-shape"],
            ),
            (
                "liberty,freedom,2\nfree*,freedom,1\nlaw,freedom,3\n",
                Long,
                "freedom: =liberty×2, free*, =law×3",
                &["1 guessed loss-shape"],
            ),
            ("word,sentiment\nabandon,negative\nabandon,fear\n", Tidytext, "negative: =abandon; fear: =abandon", &[]),
            ("word,sentiment,score\nabandon,negative,-2\n", Tidytext, "negative: =abandon×-2", &[]),
            (
                "freedom,justice\nliberty,law\nfree*,\nrule of law\n",
                Wide,
                "freedom: =liberty, free*, =rule =of =law; justice: =law",
                &["1 guessed loss-shape"],
            ),
            (
                "freedom\tjustice\nliberty\tlaw\n\tcourt\n",
                Wide,
                "freedom: =liberty; justice: =law, =court",
                &["1 guessed loss-shape"],
            ),
            ("a,b\nx,y,z\n", Wide, "a: =x; b: =y", &["1 guessed loss-shape", "2 dropped loss-unknown-category"]),
            (
                "help\taid\tassist\nwork\tjob\toffice\tboss\nrule of law\tlaw\n",
                Empath,
                "help: =aid, =assist; work: =job, =office, =boss; rule of law: =law",
                &["1 guessed loss-shape"],
            ),
            ("sep=;\ncategory;pattern\na;x, y\n", Long, "a: =x, =y", &[]),
            (
                "\u{feff}\"sep=\t\"\r\ncategory\tpattern\r\n\r\na\t\"x \"\"y\"\"\"\r\nb\tz,z\r\n",
                Long,
                "a: =x =\"y\"; b: =z,z",
                &[],
            ),
        ] {
            let (import, listing, found) = imported(text);
            assert_eq!(import.shape, Some(shape), "{text}");
            assert_eq!(listing, expected, "{text}");
            assert_eq!(found, losses, "{text}");
            assert_eq!(import.format, LexiconFormat::Csv, "{text}");
        }
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let (import, ..) = imported("sep=,\n\ncategory,pattern\n\n\na,x\n\"a\",\"two\nlines\"\n\na,y\n");
        let drafts: Vec<&str> = import.lexicon.source.split(',').collect();
        assert_eq!(drafts[0], "quirk");
        let (_, _, losses) = imported("sep=,\n\ncategory,pattern\n\n\na,x\n\"a\",\"two\nlines\"\n\na,x\n");
        assert_eq!(losses, ["10 dropped loss-same-term"]);
    }

    #[test]
    fn a_written_table_holds_weight_note_and_kind() {
        let text = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\ntitle.en = \"A/b\"\nen.entries = [\"=law\", \"free*\", \"құқық\", { pattern = \"/x+/\", weight = 0.5, note = \"n, m\" }]\n[[category.category]]\nid = \"b\"\n";
        let (import, ..) = imported(text);
        let export = export(&import, LexiconFormat::Csv);
        assert_eq!(
            String::from_utf8_lossy(&export.bytes),
            "category,pattern,weight,kind,note\nA∕b,law,1,fixed,\nA∕b,free*,1,glob,\nA∕b,құқық,1,native,\nA∕b,/x+/,0.5,native,\"n, m\"\nA∕b/b,,,,\n"
        );
        let (back, _, losses) = imported_bytes(&export.bytes);
        assert_eq!(losses, ["6 guessed loss-empty-category"]);
        let bare = |import: &Import| -> Vec<_> {
            import
                .lexicon
                .entries
                .iter()
                .map(|entry| (entry.pattern.clone(), entry.weight.to_bits(), entry.note.clone()))
                .collect()
        };
        assert_eq!(bare(&back), bare(&import));
    }

    #[test]
    fn concepts_have_a_column_where_there_are_any() {
        let text = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\nen.entries = [{ pattern = \"=law\", concept = \"law\" }, \"=court\"]\n";
        let (import, ..) = imported(text);
        let export = export(&import, LexiconFormat::Csv);
        let written = "category,pattern,weight,kind,concept,note\na,law,1,fixed,law,\na,court,1,fixed,,\n";
        assert_eq!(String::from_utf8_lossy(&export.bytes), written);
        let (back, _, losses) = imported_bytes(&export.bytes);
        let concepts: Vec<&str> = back.lexicon.entries.iter().map(|entry| entry.concept.as_str()).collect();
        assert_eq!((concepts, losses), (vec!["law", ""], Vec::new()));
    }
}
