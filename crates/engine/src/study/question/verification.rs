//! A published table and one that was counted again → whether they are the same.

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{
    counting::{Comparison, DocumentSummary},
    matching::ColumnId,
    settings::Options,
    study::open::OpenStudy,
    text::to_u32,
};

/// Asks for a comparison of the study, counted again, with its published table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerificationQuery {
    /// The table as it was published.
    pub published: Box<Comparison>,
}

impl Query for VerificationQuery {
    type Answer = Verification;

    fn begin(&self, study: &mut OpenStudy) {
        study.forget_counts();
    }

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Counts
    }

    fn answer(self, study: &mut OpenStudy) -> Result<Verification, AskError> {
        Ok(verify(&self.published, &study.counted_table()))
    }
}

/// What a check of a published table came to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Verification {
    /// How many texts were counted again.
    pub texts: u32,
    /// How many cells were compared.
    pub cells: u32,
    /// Everything that is not as published; nothing where all is equal.
    pub discrepancies: Vec<Discrepancy>,
}

/// One thing that is not as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discrepancy {
    /// What it is.
    pub kind: DiscrepancyKind,
    /// The text, by its place in the table, from 0; none where it is about the study.
    pub document: Option<u32>,
    /// The column, where it is a cell.
    pub column: Option<ColumnId>,
    /// What is published.
    pub published: String,
    /// What was found.
    pub found: String,
}

/// What can be other than published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DiscrepancyKind {
    /// The lexicon, by its SHA-256.
    Lexicon,
    /// How matches are counted.
    Options,
    /// Which columns there are.
    Columns,
    /// How many texts there are.
    Texts,
    /// A text, by its SHA-256.
    Text,
    /// The number of words of a text.
    Words,
    /// The number of characters of a text.
    Characters,
    /// The count of a cell.
    Count,
    /// The weighted count of a cell.
    Weighted,
}

impl DiscrepancyKind {
    /// Returns the stable name: `lexicon`, `count` …
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lexicon => "lexicon",
            Self::Options => "options",
            Self::Columns => "columns",
            Self::Texts => "texts",
            Self::Text => "text",
            Self::Words => "words",
            Self::Characters => "characters",
            Self::Count => "count",
            Self::Weighted => "weighted",
        }
    }
}

/// Compares a table with the published one, cell by cell. Titles may differ: they are a matter of
/// language.
fn verify(published: &Comparison, found: &Comparison) -> Verification {
    let mut check = Check { result: Verification::default() };
    check.study(DiscrepancyKind::Lexicon, &published.lexicon.sha256, &found.lexicon.sha256);
    for (published, found) in settings(&published.options).iter().zip(&settings(&found.options)) {
        check.study(DiscrepancyKind::Options, published, found);
    }
    let paths = |table: &Comparison| table.columns.iter().map(|column| column.path.clone()).collect::<Vec<_>>();
    check.study(DiscrepancyKind::Columns, &paths(published).join(", "), &paths(found).join(", "));
    let number = |table: &Comparison| table.documents.len().to_string();
    check.study(DiscrepancyKind::Texts, &number(published), &number(found));
    let rows = published.documents.iter().zip(&found.documents);
    for (at, (published, found)) in (0..).zip(rows) {
        check.row(at, published, found);
    }
    check.result.texts = to_u32(found.documents.len());
    check.result
}

/// The settings as recipes write them, one by one: `policy = longest`.
fn settings(options: &Options) -> [String; 4] {
    let levels = match (options.only_levels, options.level) {
        (Some(set), _) => {
            format!("levels = {}", set.iter().map(|level| level.to_string()).collect::<Vec<_>>().join(", "))
        }
        (None, Some(level)) => format!("level = {level}"),
        (None, None) => "level = –".to_owned(),
    };
    [
        format!("policy = {}", options.policy.name()),
        format!("negation = {}", options.negation.name()),
        format!("case_sensitive = {}", options.case_sensitive),
        levels,
    ]
}

struct Check {
    result: Verification,
}

impl Check {
    fn study(&mut self, kind: DiscrepancyKind, published: &str, found: &str) {
        self.compare(kind, (None, None), published, found);
    }

    fn row(&mut self, at: u32, published: &DocumentSummary, found: &DocumentSummary) {
        let row = (Some(at), None);
        self.compare(DiscrepancyKind::Text, row, &published.sha256, &found.sha256);
        self.compare(DiscrepancyKind::Words, row, &published.words.to_string(), &found.words.to_string());
        let characters = |row: &DocumentSummary| row.characters.to_string();
        self.compare(DiscrepancyKind::Characters, row, &characters(published), &characters(found));
        for (column, (published, found)) in (0..).zip(published.cells.iter().zip(&found.cells)) {
            let cell = (Some(at), Some(ColumnId(column)));
            self.compare(DiscrepancyKind::Count, cell, &published.count.to_string(), &found.count.to_string());
            self.compare(DiscrepancyKind::Weighted, cell, &published.weighted.to_string(), &found.weighted.to_string());
            self.result.cells += 1;
        }
    }

    fn compare(&mut self, kind: DiscrepancyKind, place: (Option<u32>, Option<ColumnId>), published: &str, found: &str) {
        if published != found {
            let (document, column) = place;
            let (published, found) = (published.to_owned(), found.to_owned());
            self.result.discrepancies.push(Discrepancy { kind, document, column, published, found });
        }
    }
}
