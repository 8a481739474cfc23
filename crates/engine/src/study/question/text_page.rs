//! A place in a document → the page of its text around it, with every counted match marked.

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{
    context::{MatchMark, Run, page_around, runs},
    matching::{ColumnId, Status},
    repair::RepairedWord,
    settings::DocumentId,
    study::open::OpenStudy,
    text::{Span, to_u32},
};

/// Asks for the page of a document's text that holds a byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPageQuery {
    /// The document.
    pub document: DocumentId,
    /// The byte.
    pub at: u32,
}

/// A page of a document's text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TextPage {
    /// Which document.
    pub document: DocumentId,
    /// The bytes that the page shows.
    pub span: Span,
    /// Length of the whole text in bytes.
    pub total_bytes: u32,
    /// The text in pieces; joined they give the text of `span` to the letter.
    pub runs: Vec<Run>,
    /// The words of the page that were repaired.
    pub repairs: Vec<RepairedWord>,
}

impl Query for TextPageQuery {
    type Answer = TextPage;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Matches(Some(self.document))
    }

    fn answer(self, study: &mut OpenStudy) -> Result<TextPage, AskError> {
        let document = study.document(self.document).ok_or(AskError::NotThere)?;
        let page = page_around(document.text(), self.at);
        let counted = document.matches.iter().flatten().filter(|found| found.status == Status::Counted);
        let on_page = counted.filter(|found| found.span.start < page.end && found.span.end > page.start);
        let marks: Vec<MatchMark> = on_page
            .map(|found| MatchMark {
                column: ColumnId(found.column),
                span: found.span,
                entry: study.lexicon()[found.entry].pattern.text.clone(),
            })
            .collect();
        Ok(TextPage {
            document: self.document,
            span: page,
            total_bytes: to_u32(document.text().len()),
            runs: runs(document.text(), page, &marks),
            repairs: document.repaired.words_within(page),
        })
    }
}
