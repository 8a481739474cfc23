//! The language that a document is read in.

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// In which language a document's words are inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum LanguageChoice {
    /// The engine looks at the text and says what it found.
    #[default]
    Auto,
    /// The user chose it.
    Fixed(Language),
}
