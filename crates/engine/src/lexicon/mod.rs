//! A lexicon file → a tree of categories with entries.
//!
//! The file is TOML, format 1 (`lexicons/README.md` describes it). Every error carries the line and
//! column it is about, and reading goes on after an error so that one look finds them all. The
//! SHA-256 of the file is the lexicon's identity.

mod budget;
mod builtin;
mod cut;
mod difference;
mod edit;
mod error;
mod expression;
mod formats;
mod line_end;
mod local_text;
mod model;
mod negation;
mod pattern;
mod reader;
mod regex;
mod toml;

pub use self::toml::MAX_DEPTH;
pub(crate) use self::toml::has_mixed_alphabets;
pub use self::toml::{ParsedLexicon, read_toml};
pub use budget::MAX_GAP_STEPS;
pub use builtin::{BUILTIN_IDS, builtin_source, builtin_title};
pub use difference::changed_entries;
pub use edit::{EditError, EntryKey, EntryPlace, FieldChange, LexiconEdit, OpenLexicon, apply_edits};
pub use error::{Diagnostic, LexiconError, PatternError};
pub use formats::{
    Draft, DraftCategory, DraftTerm, Drafted, Effect, Export, Import, LexiconFormat, LexiconReading, Loss, LossReason,
    PatternSyntax, TableShape, export, import, import_as, read_draft, write_toml,
};
pub use line_end::with_line_feeds;
pub use local_text::LocalText;
pub use model::{Category, CategoryId, CategoryKind, Conditions, Entry, EntryId, Lexicon, LexiconTest, is_concept_id};
pub use negation::{NegationList, Negator, OwnNegation};
pub use pattern::{Element, Glob, Pattern};
pub(crate) use pattern::{MAX_ELEMENTS, MAX_GAP};
pub use regex::{Regex, RegexFault};
