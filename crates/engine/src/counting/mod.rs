//! Matches → the table: counts, sizes of the texts, and measures of how much of a category is in a
//! text.

mod cell_link;
mod comparison;
mod lexicon_test;
mod measure;
mod metadata_column;

pub use cell_link::CellLink;
pub use comparison::{
    Column, Comparison, DistinctiveWord, DocumentSummary, DominantValue, LanguageShare, LexiconSummary, Table1Row,
    TopicPresence,
};
pub use lexicon_test::run_lexicon_tests;
pub use measure::{Measure, NoValue};
pub(crate) use metadata_column::columns_left_out;
pub use metadata_column::{MAX_METADATA_COLUMNS, MetadataColumn, MetadataKind, metadata_columns};
