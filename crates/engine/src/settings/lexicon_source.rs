//! Where the lexicon of a study comes from.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::lexicon::{ImportReport, LexiconEdit, LexiconReading};

/// Where a lexicon comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LexiconSource {
    /// One of the lexicons that are part of the program, by id: `values`.
    Builtin(String),
    /// A file of the reader's own, in lexicon format 1.
    File {
        /// The file's name, for messages.
        name: String,
        /// The whole file.
        text: String,
    },
    /// A file of the reader's own in any format that [`crate::lexicon::import`] reads: in format 1
    /// alone where the engine is built without the feature `formats`.
    Imported {
        /// The file's name, for messages.
        name: String,
        /// The whole file.
        bytes: Vec<u8>,
        /// How it is read, unless it is in format 1.
        reading: LexiconReading,
    },
    /// A file of the reader's own in the format of another tool, which was converted elsewhere
    /// ([`crate::study::LexiconRequest::Read`]).
    Converted {
        /// The file's name, for messages.
        name: String,
        /// The whole file, to convert it again in another way.
        bytes: Vec<u8>,
        /// How it was read.
        reading: LexiconReading,
        /// The same lexicon as a file in format 1.
        text: String,
        /// What the conversion found.
        report: Box<ImportReport>,
    },
    /// A lexicon and what the reader did to it, in this order.
    Edited {
        /// The lexicon as it was.
        origin: Rc<LexiconSource>,
        /// The edits.
        edits: Vec<LexiconEdit>,
    },
}

impl LexiconSource {
    /// Returns the lexicon before any edit, and the edits.
    pub fn parts(&self) -> (&Self, &[LexiconEdit]) {
        match self {
            Self::Edited { origin, edits } => (origin, edits),
            other => (other, &[]),
        }
    }

    /// Returns the lexicon with one more edit.
    pub fn edited(self: &Rc<Self>, edit: LexiconEdit) -> Self {
        match &**self {
            Self::Edited { origin, edits } => {
                let edits = edits.iter().cloned().chain([edit]).collect();
                Self::Edited { origin: Rc::clone(origin), edits }
            }
            _ => Self::Edited { origin: Rc::clone(self), edits: vec![edit] },
        }
    }

    /// Returns the name by which the reader knows the file; of a built-in lexicon its id.
    pub fn name(&self) -> &str {
        match self.parts().0 {
            Self::Builtin(id) => id,
            Self::File { name, .. } | Self::Imported { name, .. } | Self::Converted { name, .. } => name,
            Self::Edited { origin, .. } => origin.name(),
        }
    }

    /// Returns the size of the file that is read before any edit, in bytes: of a converted file the
    /// size of its lexicon in format 1; 0 for a built-in lexicon, which is no file of the reader's.
    pub fn file_bytes(&self) -> usize {
        match self.parts().0 {
            Self::Builtin(_) => 0,
            Self::File { text, .. } | Self::Converted { text, .. } => text.len(),
            Self::Imported { bytes, .. } => bytes.len(),
            Self::Edited { origin, .. } => origin.file_bytes(),
        }
    }
}
