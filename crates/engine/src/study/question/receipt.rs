//! A document → how its bytes became the text that is counted.

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{encoding::Encoding, repair::RepairReceipt, settings::DocumentId, study::open::OpenStudy};

/// How many distinct words of each kind of repair are listed.
const MOST_WORDS: usize = 200;

/// How much of the text is shown, in characters.
const EXCERPT_CHARACTERS: usize = 240;

/// Asks how a document was read and repaired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptQuery {
    /// The document.
    pub document: DocumentId,
}

/// How a document's bytes became the text that is counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentReceipt {
    /// The document.
    pub document: DocumentId,
    /// In which encoding the bytes were read.
    pub encoding: Encoding,
    /// How sure the encoding is, from 0 to 1; 1 where the user chose it.
    pub encoding_confidence: f32,
    /// A few lines of the text as it is counted, from the first that is not plain Latin on: where a
    /// wrong encoding shows.
    pub excerpt: String,
    /// What was repaired.
    pub receipt: RepairReceipt,
}

impl Query for ReceiptQuery {
    type Answer = DocumentReceipt;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Nothing
    }

    fn answer(self, study: &mut OpenStudy) -> Result<DocumentReceipt, AskError> {
        let document = study.document(self.document).ok_or(AskError::NotThere)?;
        Ok(DocumentReceipt {
            document: self.document,
            encoding: document.encoding,
            encoding_confidence: document.encoding_confidence,
            excerpt: excerpt(document.text()),
            receipt: document.repaired.receipt(MOST_WORDS),
        })
    }
}

/// The lines of a text from the first with a letter beyond ASCII on, in one paragraph.
fn excerpt(text: &str) -> String {
    let beyond_ascii = text.bytes().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let line = text[..beyond_ascii].rfind('\n').map_or(0, |end| end + 1);
    // A line may be the whole text.
    let start = text.floor_char_boundary(line.max(beyond_ascii.saturating_sub(EXCERPT_CHARACTERS / 2)));
    let mut letters = text[start..].chars();
    let words: String = letters.by_ref().take(EXCERPT_CHARACTERS).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if letters.as_str().trim().is_empty() { words } else { format!("{words}…") }
}
