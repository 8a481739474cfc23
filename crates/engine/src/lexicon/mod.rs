//! A lexicon file → a tree of categories with entries.
//!
//! The file is TOML, format 1 (`lexicons/README.md` describes it). Every error carries the line and
//! column it is about, and reading goes on after an error so that one look finds them all. The
//! SHA-256 of the file is the lexicon's identity.

mod budget;
mod builtin;
mod card;
mod cut;
mod difference;
mod edit;
mod error;
mod expression;
mod file;
#[cfg(feature = "formats")]
mod formats;
mod line_end;
mod local_text;
mod model;
mod negation;
mod pattern;
mod reader;
mod regex;
mod shared_list;
mod toml;
mod toml_entry;

pub use self::toml::MAX_DEPTH;
pub(crate) use self::toml::has_mixed_alphabets;
pub use self::toml::{ParsedLexicon, read_toml};
pub use budget::MAX_GAP_STEPS;
pub use builtin::{BUILTIN_IDS, builtin_source, builtin_title};
pub use card::{CardTexts, Judged, Recall, Validation};
pub use difference::changed_entries;
pub use edit::{EditError, EntryKey, EntryPlace, FieldChange, LexiconEdit, OpenLexicon, apply_edits};
pub use error::{Diagnostic, LexiconError, PatternError};
#[cfg(feature = "formats")]
pub(crate) use file::import_report::MOST_LOSSES;
#[cfg(not(feature = "formats"))]
pub use file::own::import;
pub use file::{
    Import,
    format::LexiconFormat,
    import_report::ImportReport,
    loss::{Effect, Loss, LossReason},
    own::is_own_format,
    reading::LexiconReading,
    shape::TableShape,
    syntax::PatternSyntax,
    write_toml::write_toml,
};
#[cfg(feature = "formats")]
pub use formats::{Draft, DraftCategory, DraftTerm, Drafted, Export, export, import, import_as, read_draft};
pub use line_end::with_line_feeds;
pub use local_text::LocalText;
pub use model::{
    Category, CategoryId, CategoryKind, Conditions, Entry, EntryId, Lexicon, LexiconTest, SharedList, is_concept_id,
};
pub use negation::{NegationList, Negator, OwnNegation};
pub use pattern::{Element, Glob, Pattern};
pub(crate) use pattern::{MAX_ELEMENTS, MAX_GAP};
pub use regex::{Regex, RegexFault};
pub use shared_list::{builtin_lists, builtin_lists_source};
