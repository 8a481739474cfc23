//! The shapes in which a table or a list holds a lexicon.

use serde::{Deserialize, Serialize};

/// How a table holds a lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TableShape {
    /// A line an entry: category, then pattern, and perhaps weight, kind, concept and note.
    Long,
    /// A line an entry, as tidytext has it: word, then category, and perhaps a weight, or 1 for a
    /// word that is in the category and 0 for one that is not.
    Tidytext,
    /// A column a category, its terms downwards.
    Wide,
    /// A line a term, a column a category, a mark or a weight where they meet.
    Matrix,
    /// A line a category: its name, then its terms.
    Empath,
    /// A line a term, all in one category, which is named by the file.
    List,
    /// A line a term and its weight, all in one category, which is named by the file.
    Weights,
}

impl TableShape {
    /// All shapes.
    pub const ALL: [Self; 7] =
        [Self::Long, Self::Tidytext, Self::Wide, Self::Matrix, Self::Empath, Self::List, Self::Weights];

    /// Returns the stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::Tidytext => "tidytext",
            Self::Wide => "wide",
            Self::Matrix => "matrix",
            Self::Empath => "empath",
            Self::List => "list",
            Self::Weights => "weights",
        }
    }

    /// Finds it by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.name() == name)
    }
}
