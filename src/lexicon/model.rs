//! The lexicon as a tree of categories with entries.

use serde::{Deserialize, Serialize};

/// What Table 1 makes of a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CategoryKind {
    /// A value: ranked among the dominant values.
    #[default]
    Value,
    /// A topic: shown as special content.
    Topic,
}
