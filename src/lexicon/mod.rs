//! A lexicon file → a lexicon.

mod local_text;
mod model;

pub use local_text::LocalText;
pub use model::CategoryKind;
