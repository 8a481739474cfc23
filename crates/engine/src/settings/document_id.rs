//! The name of a document while a study is open.

use serde::{Deserialize, Serialize};

/// Names a document for as long as the study is open. Chosen by the front end, never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentId(pub u32);
