//! A cell of the table → what stands behind it: the matched forms, and the matches that do not
//! count.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{
    language::{Language, collation},
    matching::{Cell, ColumnId, Status},
    settings::DocumentId,
    study::{match_words::form, open::OpenStudy, status_counts::StatusCounts},
};

/// Asks what stands behind a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellQuery {
    /// The row.
    pub document: DocumentId,
    /// The column.
    pub column: ColumnId,
}

/// What stands behind a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellExplanation {
    /// The row.
    pub document: DocumentId,
    /// The column.
    pub column: ColumnId,
    /// The figures.
    pub cell: Cell,
    /// The matched forms, most frequent first, then in alphabetical order.
    pub forms: Vec<FormCount>,
    /// Matches that did not count because a longer match covers them.
    pub shadowed: u64,
    /// Matches that did not count because the entry or category says so.
    pub excluded: u64,
    /// Matches that did not count because they are negated; 0 where the study counts those too.
    pub negated: u64,
}

/// How often a form was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormCount {
    /// The words as an exclusion names them: in lower case, or as written where letters are
    /// compared as written.
    pub form: String,
    /// The entry that they matched, as written in the lexicon.
    pub entry: String,
    /// How often.
    pub matches: u64,
}

impl Query for CellQuery {
    type Answer = CellExplanation;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Matches(Some(self.document))
    }

    fn answer(self, study: &mut OpenStudy) -> Result<CellExplanation, AskError> {
        let explanation = match study.recalled() {
            Some(record) => record.explanation(self.document, self.column).cloned(),
            None => explain(study, self.document, self.column),
        };
        explanation.ok_or(AskError::NotThere)
    }
}

/// Explains a cell of a document that was matched; `None` where there is no such document or
/// column.
pub(super) fn explain(study: &OpenStudy, id: DocumentId, column: ColumnId) -> Option<CellExplanation> {
    let document = study.document(id)?;
    let cell = *document.cells.as_ref()?.get(column.0 as usize)?;
    let mut forms: FxHashMap<(String, &str), u64> = FxHashMap::default();
    let mut statuses = StatusCounts::default();
    for found in document.matches.iter().flatten().filter(|found| found.column == column.0) {
        statuses.add(found.status);
        if found.status == Status::Counted {
            let entry = study.lexicon()[found.entry].pattern.text.as_str();
            let form = form(document, found, study.vocabulary(), &study.options);
            *forms.entry((form, entry)).or_default() += 1;
        }
    }
    let count = |((form, entry), matches): ((String, &str), u64)| FormCount { form, entry: entry.to_owned(), matches };
    let mut forms: Vec<FormCount> = forms.into_iter().map(count).collect();
    let language = document.language().unwrap_or(Language::English);
    forms.sort_by(|left, right| {
        let by_form = || collation::compare(&left.form, &right.form, language);
        right.matches.cmp(&left.matches).then_with(by_form).then_with(|| left.entry.cmp(&right.entry))
    });
    let StatusCounts { shadowed, excluded, negated, .. } = statuses;
    Some(CellExplanation { document: id, column, cell, forms, shadowed, excluded, negated })
}
