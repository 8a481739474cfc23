//! A document → its text as it is counted, to be saved.

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{settings::DocumentId, study::open::OpenStudy};

/// Asks for the text of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeTextQuery {
    /// The document.
    pub document: DocumentId,
}

/// The text of a document, repairs made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeText {
    /// The document.
    pub document: DocumentId,
    /// Its text.
    pub text: String,
}

impl Query for WholeTextQuery {
    type Answer = WholeText;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Nothing
    }

    fn answer(self, study: &mut OpenStudy) -> Result<WholeText, AskError> {
        let document = study.document(self.document).ok_or(AskError::NotThere)?;
        Ok(WholeText { document: self.document, text: document.text().to_owned() })
    }
}
