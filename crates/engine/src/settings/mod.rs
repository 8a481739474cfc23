//! What a reader chooses: how texts are read, which lexicon they are compared by, and how matches
//! are counted.

mod document_id;
mod language_choice;
mod lexicon_source;
mod metadata;
mod options;
mod reading_options;
mod table1_options;

pub use document_id::DocumentId;
pub use language_choice::LanguageChoice;
pub use lexicon_source::LexiconSource;
pub use metadata::{
    FieldError, MAX_METADATA_FIELDS, MAX_METADATA_NAME, MAX_METADATA_VALUE, MetadataField, MetadataValue,
    accepted_metadata, check_metadata,
};
pub use options::Options;
pub use reading_options::ReadingOptions;
pub use table1_options::Table1Options;
