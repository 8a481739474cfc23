//! What an import or export could not carry over.

use thiserror::Error;

use super::shape::TableShape;
use crate::problem::{Argument, Problem, SourceLocation};

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// It is not in the result.
    Dropped,
    /// It is there in another shape.
    Altered,
    /// It is there as it was probably meant.
    Guessed,
}

impl Effect {
    /// Returns the stable name: `dropped`, `altered` or `guessed`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::Altered => "altered",
            Self::Guessed => "guessed",
        }
    }
}

/// Why.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LossReason {
    /// The bytes are not UTF-8.
    #[error("the file is not UTF-8; letters that could not be read are shown as \u{FFFD}")]
    Encoding,
    /// The bytes are not Unicode, and which encoding they have was worked out.
    #[error("the file is not in Unicode; it was read as {encoding}")]
    EncodingGuessed {
        /// Its name.
        encoding: &'static str,
    },
    /// A line that the format does not know.
    #[error("`{written}` is nothing that this format knows")]
    UnknownLine {
        /// The line, shortened.
        written: String,
    },
    /// A term names a category that the file does not declare.
    #[error("`{term}` names the category `{reference}`, which the file does not declare")]
    UnknownCategory {
        /// The term.
        term: String,
        /// How the category is named.
        reference: String,
    },
    /// A term without a category.
    #[error("`{term}` has no category")]
    NoCategory {
        /// The term.
        term: String,
    },
    /// A condition that format 1 cannot hold.
    #[error("the condition of `{term}` cannot be kept: {written}")]
    Condition {
        /// The term.
        term: String,
        /// The condition as written.
        written: String,
    },
    /// A condition whose meaning the format leaves open.
    #[error("the condition of `{term}` is read as its makers seem to mean it: {written}")]
    ConditionGuessed {
        /// The term.
        term: String,
        /// The condition as written.
        written: String,
    },
    /// Two categories with one name.
    #[error("the category `{name}` is there twice; the second is now `{renamed}`")]
    SameName {
        /// The name.
        name: String,
        /// The new name.
        renamed: String,
    },
    /// A category without a term.
    #[error("the category `{name}` has no term")]
    EmptyCategory {
        /// The name.
        name: String,
    },
    /// A term that stands in a category already.
    #[error("`{term}` is there twice in `{category}`")]
    SameTerm {
        /// The term.
        term: String,
        /// The category.
        category: String,
    },
    /// A term that is no pattern.
    #[error("`{term}` cannot be read as a pattern")]
    Pattern {
        /// The term.
        term: String,
    },
    /// A tree deeper than format 1 allows.
    #[error("`{name}` lies deeper than {limit} levels; all terms in it went to the category above")]
    TooDeep {
        /// The category.
        name: String,
        /// The limit.
        limit: u8,
    },
    /// More categories than a lexicon may have.
    #[error("a lexicon may have {limit} categories at most; those behind `{name}` are left out")]
    TooManyCategories {
        /// The last that was taken.
        name: String,
        /// The limit.
        limit: u64,
    },
    /// More entries than a lexicon may have.
    #[error("a lexicon may have {limit} entries at most")]
    TooMany {
        /// The limit.
        limit: u64,
    },
    /// Regular expressions that together take too much memory.
    #[error("the regular expressions take too much memory from `{term}` on; it and those behind it are left out")]
    TooManyExpressions {
        /// The first that is too much.
        term: String,
    },
    /// Phrases with gaps, or patterns that begin with a wildcard, that together would take too long
    /// to look for.
    #[error("looking for `{term}` and the patterns before it would take too long; it is left out")]
    TooCostly {
        /// The term.
        term: String,
    },
    /// The target knows no inflection.
    #[error("`{term}` matches there only as written, not in its inflected forms")]
    Inflection {
        /// The entry.
        term: String,
    },
    /// A pattern that the target cannot write.
    #[error("this format has no way to write `{term}`")]
    Inexpressible {
        /// The entry.
        term: String,
    },
    /// The target knows no weights.
    #[error("the weight of `{term}`, {written}, cannot be kept")]
    NoWeights {
        /// The entry.
        term: String,
        /// Its weight.
        written: String,
    },
    /// The target knows no subcategories.
    #[error("this format has no subcategories; `{name}` stands beside the category above it")]
    NoTree {
        /// The category.
        name: String,
    },
    /// Two categories with one name, in a format where that makes them one.
    #[error("the category `{name}` is there more than once; its terms are put together")]
    Merged {
        /// The name.
        name: String,
    },
    /// A table whose columns do not say what they hold.
    #[error("the columns do not say what they hold; the table is read as {}, first {first}", .shape.name())]
    Shape {
        /// As what it is read.
        shape: TableShape,
        /// The first row, shortened.
        first: String,
        /// Whether that row is taken for the names of the columns.
        has_heads: bool,
    },
    /// Columns that mean nothing here.
    #[error("these columns are not read: {names}")]
    Columns {
        /// Their names, or numbers from 1.
        names: String,
    },
    /// Lines that are comments.
    #[error("{count} lines are comments")]
    Comments {
        /// How many.
        count: u32,
    },
    /// Rows with a 0 where others have a 1: their terms are not in the category.
    #[error("0 says that a term is not in the category; {count} rows are left out")]
    NotMembers {
        /// How many.
        count: u32,
    },
    /// Numbers that are weights: what is counted is words, unless weights are asked for.
    #[error("the numbers are weights")]
    Scores,
    /// Terms with the number of a sense, which no text has.
    #[error("{count} terms have the number of a sense, as `{term}`; it is taken off")]
    Senses {
        /// How many.
        count: u32,
        /// The first.
        term: String,
    },
    /// A weight that is no number.
    #[error("`{written}` is no weight; `{term}` weighs 1")]
    Weight {
        /// The term.
        term: String,
        /// What stands for the weight.
        written: String,
    },
    /// A term in several categories, where the tool expects it in one.
    #[error("the tool expects an entry in one category only; `{term}` is in several")]
    OneCategory {
        /// The term.
        term: String,
    },
    /// A category at the top that only names the dictionary.
    #[error("`{name}` at the top holds nothing but the other categories; it is taken for the dictionary's title")]
    TitleCategory {
        /// Its name.
        name: String,
    },
    /// The file cannot be read on.
    #[error("the file is broken here and was read no further: {reason}")]
    Broken {
        /// Why, in English.
        reason: String,
    },
    /// A line that may be a term without a weight or a category without terms.
    #[error("`{term}` has no weight; it is taken for a term of weight 1")]
    UnweightedTerm {
        /// The term.
        term: String,
    },
    /// A cell of a workbook that holds no text and no number.
    #[error("the cell {cell} holds no text but a {kind}: {written}")]
    Cell {
        /// Its place: `B3`.
        cell: String,
        /// `date`, `truth`, `formula` or `error`.
        kind: &'static str,
        /// As what it is read.
        written: String,
    },
    /// A sheet of a workbook that is not read.
    #[error("the sheet `{name}` is not read; a lexicon is one sheet")]
    Sheet {
        /// Its name.
        name: String,
    },
    /// Coding rules decide if a document has a code; a lexicon counts matches.
    #[error("these rules count documents, a lexicon counts matches")]
    CountsDocuments,
    /// A part of a coding rule that says something about whole documents.
    #[error("`{written}` says something about whole documents, which no entry can")]
    DocumentRule {
        /// The part as written.
        written: String,
    },
    /// An entry that the target finds in more forms.
    #[error("`{term}` matches there in all its forms")]
    AllForms {
        /// The entry.
        term: String,
    },
    /// A name that the target would read as something else.
    #[error("the category `{name}` is called `{renamed}` there, since the name would be read as something else")]
    Renamed {
        /// Its name.
        name: String,
        /// The name in the file.
        renamed: String,
    },
}

/// One line of a loss report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// The line of the file, from 1; 0 where it is about the whole file.
    pub line: u32,
    /// What became of it.
    pub effect: Effect,
    /// Why.
    pub reason: LossReason,
}

impl Loss {
    /// A line that is not in the result.
    pub fn dropped(line: u32, reason: LossReason) -> Self {
        Self { line, effect: Effect::Dropped, reason }
    }

    /// A line that changed its shape.
    pub fn altered(line: u32, reason: LossReason) -> Self {
        Self { line, effect: Effect::Altered, reason }
    }

    /// A line that was read as it was probably meant.
    pub fn guessed(line: u32, reason: LossReason) -> Self {
        Self { line, effect: Effect::Guessed, reason }
    }

    /// Returns the loss as a problem of the file `file`.
    pub fn problem(&self, file: &str) -> Problem {
        let place =
            SourceLocation { file: Some(file.to_owned()), line: (self.line > 0).then_some(self.line), column: None };
        let mut arguments = self.reason.arguments();
        arguments.push(("effect".to_owned(), Argument::Text(self.effect.name().to_owned())));
        Problem { code: self.reason.code().to_owned(), is_warning: true, place, arguments }
    }
}

impl LossReason {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Encoding => "loss-encoding",
            Self::EncodingGuessed { .. } => "loss-encoding-guessed",
            Self::UnknownLine { .. } => "loss-unknown-line",
            Self::UnknownCategory { .. } => "loss-unknown-category",
            Self::NoCategory { .. } => "loss-no-category",
            Self::Condition { .. } => "loss-condition",
            Self::ConditionGuessed { .. } => "loss-condition-guessed",
            Self::SameName { .. } => "loss-same-name",
            Self::EmptyCategory { .. } => "loss-empty-category",
            Self::SameTerm { .. } => "loss-same-term",
            Self::Pattern { .. } => "loss-pattern",
            Self::TooDeep { .. } => "loss-too-deep",
            Self::TooManyCategories { .. } => "loss-too-many-categories",
            Self::TooMany { .. } => "loss-too-many",
            Self::TooManyExpressions { .. } => "loss-too-many-expressions",
            Self::TooCostly { .. } => "loss-too-costly",
            Self::Inflection { .. } => "loss-inflection",
            Self::Inexpressible { .. } => "loss-inexpressible",
            Self::NoWeights { .. } => "loss-no-weights",
            Self::Weight { .. } => "loss-weight",
            Self::OneCategory { .. } => "loss-one-category",
            Self::TitleCategory { .. } => "loss-title-category",
            Self::Broken { .. } => "loss-broken",
            Self::UnweightedTerm { .. } => "loss-unweighted-term",
            Self::Renamed { .. } => "loss-renamed",
            Self::NoTree { .. } => "loss-no-tree",
            Self::Merged { .. } => "loss-merged",
            Self::Shape { .. } => "loss-shape",
            Self::Columns { .. } => "loss-columns",
            Self::Comments { .. } => "loss-comments",
            Self::NotMembers { .. } => "loss-not-members",
            Self::Scores => "loss-scores",
            Self::Senses { .. } => "loss-senses",
            Self::Cell { .. } => "loss-cell",
            Self::Sheet { .. } => "loss-sheet",
            Self::CountsDocuments => "loss-counts-documents",
            Self::DocumentRule { .. } => "loss-document-rule",
            Self::AllForms { .. } => "loss-all-forms",
        }
    }

    fn arguments(&self) -> Vec<(String, Argument)> {
        let text = |name: &str, value: &str| (name.to_owned(), Argument::quoted(value));
        let number = |limit: u64| ("limit".to_owned(), limit.into());
        let counted = |count: u32| ("count".to_owned(), u64::from(count).into());
        match self {
            Self::Encoding | Self::CountsDocuments | Self::Scores => Vec::new(),
            Self::Cell { cell, kind, written } => {
                vec![text("cell", cell), text("kind", kind), text("written", written)]
            }
            Self::EncodingGuessed { encoding } => vec![text("encoding", encoding)],
            Self::UnknownLine { written } | Self::DocumentRule { written } => vec![text("written", written)],
            Self::UnknownCategory { term, reference } => vec![text("term", term), text("reference", reference)],
            Self::NoCategory { term }
            | Self::Pattern { term }
            | Self::Inflection { term }
            | Self::Inexpressible { term }
            | Self::OneCategory { term }
            | Self::UnweightedTerm { term }
            | Self::TooManyExpressions { term }
            | Self::TooCostly { term }
            | Self::AllForms { term } => vec![text("term", term)],
            Self::Condition { term, written }
            | Self::ConditionGuessed { term, written }
            | Self::NoWeights { term, written }
            | Self::Weight { term, written } => {
                vec![text("term", term), text("written", written)]
            }
            Self::Broken { reason } => vec![text("reason", reason)],
            Self::SameName { name, renamed } | Self::Renamed { name, renamed } => {
                vec![text("name", name), text("renamed", renamed)]
            }
            Self::EmptyCategory { name }
            | Self::NoTree { name }
            | Self::Merged { name }
            | Self::TitleCategory { name }
            | Self::Sheet { name } => vec![text("name", name)],
            Self::Shape { shape, first, has_heads } => {
                let heads = if *has_heads { "heads" } else { "entry" };
                vec![text("shape", shape.name()), text("first", first), text("as", heads)]
            }
            Self::Columns { names } => vec![text("names", names)],
            Self::Comments { count } | Self::NotMembers { count } => vec![counted(*count)],
            Self::Senses { count, term } => vec![counted(*count), text("term", term)],
            Self::SameTerm { term, category } => vec![text("term", term), text("category", category)],
            Self::TooManyCategories { name, limit } => vec![text("name", name), number(*limit)],
            Self::TooDeep { name, limit } => vec![text("name", name), number(u64::from(*limit))],
            Self::TooMany { limit } => vec![number(*limit)],
        }
    }
}
