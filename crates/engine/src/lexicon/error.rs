//! What can be wrong with a lexicon.

use thiserror::Error;

use super::{builtin::BUILTIN_IDS, regex::RegexFault};
use crate::{
    format::{TomlError, TomlReason},
    problem::{Argument, Problem, SourceLocation},
};

/// What can be wrong with a pattern.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PatternError {
    /// Nothing is written.
    #[error("the pattern is empty")]
    Empty,
    /// A gap has nothing on one side.
    #[error("a gap must stand between two words")]
    GapAtEdge,
    /// A gap's number cannot be read or is out of range.
    #[error("`{written}` is no gap: write `..` and a number from 1 to {limit}")]
    Gap {
        /// What stands there.
        written: String,
        /// The largest gap.
        limit: u8,
    },
    /// A bracket has no pair, or nothing in it.
    #[error("a bracket in `{written}` has no pair or is empty")]
    Bracket {
        /// The word.
        written: String,
    },
    /// A regular expression that cannot be read or would be too large.
    #[error("`{written}` is no regular expression: {}", fault.name())]
    Regex {
        /// The expression.
        written: String,
        /// What is wrong with it.
        fault: RegexFault,
    },
    /// Too many words.
    #[error("a pattern may have {limit} words at most")]
    TooLong {
        /// The limit.
        limit: usize,
    },
    /// Too many characters.
    #[error("a pattern may have {limit} characters at most")]
    TooManyCharacters {
        /// The limit.
        limit: usize,
    },
}

/// What can be wrong with a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LexiconError {
    /// The file is not TOML, or a key or the type of a value is none of the format's.
    #[error(transparent)]
    Toml(#[from] TomlReason),
    /// The file is not YAML.
    #[error("this is not YAML: {reason}")]
    Yaml {
        /// What the YAML reader says, in English.
        reason: String,
    },
    /// A format number other than 1.
    #[error("this file has format {found}; this program reads format 1")]
    Format {
        /// The number found.
        found: i64,
    },
    /// An id with letters other than a–z, 0–9, - and _.
    #[error("`{id}` is no id: use a–z, 0–9, - and _")]
    Id {
        /// The id.
        id: String,
    },
    /// Two sibling categories with one id.
    #[error("the category `{path}` is there twice")]
    DuplicateCategory {
        /// Its path.
        path: String,
    },
    /// One pattern twice in a category and language.
    #[error("the entry `{pattern}` is there twice in `{path}`")]
    DuplicateEntry {
        /// The pattern.
        pattern: String,
        /// The category's path.
        path: String,
    },
    /// A language that is none of kk, ru, en.
    #[error("`{code}` is no language of Tarazy: use kk, ru or en")]
    Language {
        /// The code.
        code: String,
    },
    /// A part of speech that there is not.
    #[error("`{name}` is no part of speech: use noun, adjective, verb or name")]
    PartOfSpeech {
        /// What is written.
        name: String,
    },
    /// A value that is none of those allowed.
    #[error("`{key}` cannot be `{value}`: use {allowed}")]
    Value {
        /// The key.
        key: String,
        /// What is written.
        value: String,
        /// What may be written.
        allowed: &'static str,
    },
    /// A pattern that cannot be read.
    #[error("the pattern `{pattern}`: {error}")]
    Pattern {
        /// The pattern.
        pattern: String,
        /// Why.
        error: PatternError,
    },
    /// A word of a phrase mixes Latin and Cyrillic letters.
    #[error("`{pattern}` mixes Latin and Cyrillic letters in one word")]
    MixedAlphabets {
        /// The pattern.
        pattern: String,
    },
    /// A regular expression needs letters that every text cuts from each other.
    #[error("the expression `{pattern}` matches no word: texts are cut between its letters")]
    CutExpression {
        /// The pattern.
        pattern: String,
    },
    /// A test or a validation names a category that is not there.
    #[error("`{path}` is no category of this lexicon")]
    UnknownCategory {
        /// The path.
        path: String,
    },
    /// A category excludes a list that is not there.
    #[error("there is no list `{id}` of exclusions")]
    UnknownList {
        /// The name.
        id: String,
    },
    /// Two lists of exclusions with one id.
    #[error("the list `{id}` of exclusions is there twice")]
    DuplicateList {
        /// The id.
        id: String,
    },
    /// Two validations for one language and category.
    #[error("the validation for this language and category is there twice")]
    DuplicateValidation,
    /// The judgements of a validation are not as many as the matches that were judged.
    #[error("{sampled} matches were judged, and the judgements add up to {judged}")]
    ValidationSum {
        /// How many were judged.
        sampled: u32,
        /// Correct, debatable and wrong ones together.
        judged: u32,
    },
    /// A table whose columns may hold several things.
    #[error("the columns of this table do not say what they hold: {found}")]
    Heads {
        /// The first row, shortened.
        found: String,
    },
    /// No category.
    #[error("the lexicon has no category")]
    NoCategory,
    /// Too large or too deep.
    #[error("the lexicon has more than {limit} {what}")]
    TooMuch {
        /// `entries`, `categories`, `levels`, `bytes`, `expressions` (bytes of compiled regular
        /// expressions), `validations` or `characters` (of a text of the card).
        what: &'static str,
        /// The limit.
        limit: u64,
    },
    /// Patterns that would take too long to look for.
    #[error("the lexicon has {what} beyond the limit of {limit}")]
    TooCostly {
        /// `gaps`: steps of phrases with gaps; `wildcards`: patterns that every form is compared
        /// with.
        what: &'static str,
        /// The limit.
        limit: u64,
    },
    /// The bytes are no text: a dictionary that its vendor encrypted, or another binary file.
    #[error("this file is no text; it is encrypted by its vendor or binary")]
    Encrypted,
    /// The file is of a kind that holds no lexicon, or none that can be read.
    #[error("this is no lexicon but a file of another kind: {kind}")]
    OtherFile {
        /// `docx`, `doc`, `odt`, `rtf`, `pdf`, `epub`, `pptx`, `xls`, `xlsb`, `ods`, `locked`,
        /// `archive`, `image`, `page`, `database`, `spss`, `stata`, `spelling`, `affixes` or
        /// `program`.
        kind: &'static str,
    },
    /// The file is in the format of another tool, which this build does not read.
    #[error("this lexicon is not in format 1, and this build reads no other format")]
    OtherFormat,
    /// A workbook that cannot be read.
    #[error("this workbook cannot be read: {what}")]
    Workbook {
        /// What is wrong: its `archive` is damaged, its `parts` are, or its `size` is beyond the
        /// limits.
        what: &'static str,
    },
    /// Something in a coding rule that does not fit together.
    #[error("`{written}` does not fit into a coding rule: {what}; write {fix}")]
    Rule {
        /// What stands there.
        written: String,
        /// What is wrong: `glued`, `open`, `close`, `operand`, `operator`, `quote` or `code`.
        what: &'static str,
        /// What to write in its place.
        fix: String,
    },
    /// There is no built-in lexicon with this id.
    #[error("there is no built-in lexicon `{id}`")]
    UnknownBuiltin {
        /// The id.
        id: String,
    },
}

/// An error or warning with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub error: LexiconError,
    /// Line from 1; 0 when it is about the whole file.
    pub line: u32,
    /// Column from 1, in characters.
    pub column: u32,
}

impl From<TomlError> for Diagnostic {
    fn from(TomlError { reason, line, column }: TomlError) -> Self {
        Self { error: reason.into(), line, column }
    }
}

impl LexiconError {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Toml(reason) => reason.code(),
            Self::Yaml { .. } => "lex-yaml",
            Self::Format { .. } => "lex-format",
            Self::Id { .. } => "lex-id",
            Self::DuplicateCategory { .. } => "lex-duplicate-category",
            Self::DuplicateEntry { .. } => "lex-duplicate-entry",
            Self::Language { .. } => "lex-language",
            Self::PartOfSpeech { .. } => "lex-part-of-speech",
            Self::Value { .. } => "lex-value",
            Self::Pattern { error, .. } => match error {
                PatternError::Empty => "lex-pattern-empty",
                PatternError::GapAtEdge => "lex-pattern-gap-at-edge",
                PatternError::Gap { .. } => "lex-pattern-gap",
                PatternError::Bracket { .. } => "lex-pattern-bracket",
                PatternError::Regex { .. } => "lex-pattern-regex",
                PatternError::TooLong { .. } => "lex-pattern-too-long",
                PatternError::TooManyCharacters { .. } => "lex-pattern-too-many-characters",
            },
            Self::MixedAlphabets { .. } => "lex-mixed-alphabets",
            Self::CutExpression { .. } => "lex-cut-expression",
            Self::UnknownCategory { .. } => "lex-unknown-category",
            Self::UnknownList { .. } => "lex-unknown-list",
            Self::DuplicateList { .. } => "lex-duplicate-list",
            Self::DuplicateValidation => "lex-duplicate-validation",
            Self::ValidationSum { .. } => "lex-validation-sum",
            Self::Heads { .. } => "lex-heads",
            Self::NoCategory => "lex-no-category",
            Self::TooMuch { .. } => "lex-too-much",
            Self::TooCostly { .. } => "lex-too-costly",
            Self::Encrypted => "lex-encrypted",
            Self::OtherFile { .. } => "lex-other-file",
            Self::OtherFormat => "lex-other-format",
            Self::Workbook { .. } => "lex-workbook",
            Self::Rule { .. } => "lex-rule",
            Self::UnknownBuiltin { .. } => "lex-unknown-builtin",
        }
    }

    /// Returns `true` if the lexicon is usable all the same.
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::DuplicateEntry { .. } | Self::MixedAlphabets { .. } | Self::CutExpression { .. })
    }

    fn arguments(&self) -> Vec<(String, Argument)> {
        let text = |name: &str, value: &str| (name.to_owned(), Argument::quoted(value));
        let number = |name: &str, value: i64| (name.to_owned(), Argument::Number(value));
        match self {
            Self::Toml(reason) => reason.arguments(),
            Self::Yaml { reason } => vec![text("reason", reason)],
            Self::Format { found } => vec![number("found", *found)],
            Self::Id { id } | Self::UnknownList { id } | Self::DuplicateList { id } => vec![text("id", id)],
            Self::UnknownBuiltin { id } => vec![text("id", id), text("known", &BUILTIN_IDS.join(", "))],
            Self::DuplicateCategory { path } | Self::UnknownCategory { path } => vec![text("path", path)],
            Self::DuplicateEntry { pattern, path } => vec![text("pattern", pattern), text("path", path)],
            Self::Language { code } => vec![text("code", code)],
            Self::PartOfSpeech { name } => vec![text("name", name)],
            Self::Value { key, value, allowed } => {
                vec![text("key", key), text("value", value), text("allowed", allowed)]
            }
            Self::Pattern { pattern, error } => {
                let mut arguments = vec![text("pattern", pattern)];
                match error {
                    PatternError::Gap { written, limit } => {
                        arguments.extend([text("written", written), number("limit", i64::from(*limit))]);
                    }
                    PatternError::Regex { written, fault } => {
                        arguments.extend([text("written", written), text("reason", fault.name())]);
                    }
                    PatternError::Bracket { written } => arguments.push(text("written", written)),
                    PatternError::TooLong { limit } | PatternError::TooManyCharacters { limit } => {
                        arguments.push(("limit".to_owned(), Argument::from(*limit as u64)));
                    }
                    PatternError::Empty | PatternError::GapAtEdge => {}
                }
                arguments
            }
            Self::MixedAlphabets { pattern } | Self::CutExpression { pattern } => vec![text("pattern", pattern)],
            Self::Heads { found } => vec![text("found", found)],
            Self::ValidationSum { sampled, judged } => {
                vec![number("sampled", i64::from(*sampled)), number("judged", i64::from(*judged))]
            }
            Self::NoCategory | Self::DuplicateValidation | Self::Encrypted | Self::OtherFormat => Vec::new(),
            Self::OtherFile { kind } => vec![text("kind", kind)],
            Self::Workbook { what } => vec![text("what", what)],
            Self::Rule { written, what, fix } => {
                vec![text("written", written), text("what", what), text("fix", fix)]
            }
            Self::TooMuch { what, limit } | Self::TooCostly { what, limit } => {
                vec![text("what", what), ("limit".to_owned(), Argument::from(*limit))]
            }
        }
    }
}

impl Diagnostic {
    /// Returns the same about a file that its reader has never seen: without a place in it.
    #[must_use]
    pub(crate) fn without_place(self) -> Self {
        Self { line: 0, column: 0, ..self }
    }

    /// Returns the diagnostic as a problem of the file `file`.
    pub fn problem(&self, file: &str) -> Problem {
        let place = |number: u32| (number > 0).then_some(number);
        Problem {
            code: self.error.code().to_owned(),
            is_warning: self.error.is_warning(),
            place: SourceLocation { file: Some(file.to_owned()), line: place(self.line), column: place(self.column) },
            arguments: self.error.arguments(),
        }
    }
}
