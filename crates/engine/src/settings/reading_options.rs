//! How the bytes of a document become the text that is counted.

use serde::{Deserialize, Serialize};

use crate::{encoding::EncodingChoice, repair::RepairKinds};

/// How bytes become the text and the tokens that are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct ReadingOptions {
    /// In which encoding they are.
    pub encoding: EncodingChoice,
    /// What is repaired.
    pub repairs: RepairKinds,
    /// Whether each line is one token, an empty one a break that no phrase crosses. Such a text
    /// stays as it is.
    pub is_pretokenized: bool,
}
