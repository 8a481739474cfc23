//! What a reader chooses: how texts are read, which lexicon they are compared by, and how matches
//! are counted.

mod document_id;
mod language_choice;
mod lexicon_source;
mod options;
mod reading_options;

pub use document_id::DocumentId;
pub use language_choice::LanguageChoice;
pub use lexicon_source::LexiconSource;
pub use options::Options;
pub use reading_options::ReadingOptions;
