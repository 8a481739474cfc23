//! The documents → which of them are copies of others: by bytes, by words, and nearly.
//!
//! The table carries a warning for each document that is a copy of one before it; this lists all
//! pairs. How they are found, and what is left aside, is described in
//! [`compare::duplicates`](crate::compare::duplicates).

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{compare::DuplicateKind, settings::DocumentId, study::open::OpenStudy};

/// Asks which documents are copies of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DuplicatesQuery {}

/// The copies among the documents.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Duplicates {
    /// The pairs, in the order of the later documents.
    pub pairs: Vec<DuplicatePair>,
}

/// Two documents of which one is a copy of the other.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DuplicatePair {
    /// The document that stands first in the study.
    pub earlier: DocumentId,
    /// The other.
    pub later: DocumentId,
    /// What they have in common.
    pub kind: DuplicateKind,
}

impl Query for DuplicatesQuery {
    type Answer = Duplicates;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Nothing
    }

    fn answer(self, study: &mut OpenStudy) -> Result<Duplicates, AskError> {
        let found = study.duplicates().to_vec();
        let id = |at: usize| study.documents[at].id;
        let pairs = found.iter().map(|pair| DuplicatePair {
            earlier: id(pair.earlier),
            later: id(pair.later),
            kind: pair.kind,
        });
        Ok(Duplicates { pairs: pairs.collect() })
    }
}
