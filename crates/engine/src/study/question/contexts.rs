//! Matches → a page of them in context (KWIC).

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{
    context::{MatchedBy, context, matched_by},
    lexicon::{EntryId, Lexicon},
    matching::{ColumnId, Match, Status},
    settings::{DocumentId, Options},
    study::{
        match_words::{form, words},
        open::{OpenStudy, document::Document},
    },
    text::{Span, Vocabulary},
};

/// Asks for a page of matches in context.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContextsQuery {
    /// One document, or all in their order.
    pub document: Option<DocumentId>,
    /// Whose matches.
    pub column: ColumnId,
    /// Number of lines to skip.
    pub offset: u32,
    /// Number of lines to return, at most.
    pub limit: u32,
    /// How much text on either side, in characters.
    pub width: u32,
}

/// A page of matches in context (KWIC).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContextPage {
    /// The document asked for, or all.
    pub document: Option<DocumentId>,
    /// Whose matches.
    pub column: ColumnId,
    /// Number of the first line, from 0.
    pub offset: u32,
    /// Number of lines in all.
    pub total: u32,
    /// The lines, by document and then by place.
    pub lines: Vec<ContextLine>,
}

/// One match in its context.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContextLine {
    /// Where.
    pub document: DocumentId,
    /// The bytes of the match.
    pub span: Span,
    /// Text before it, with line breaks as spaces.
    pub left: String,
    /// The match as written.
    pub node: String,
    /// Text after it.
    pub right: String,
    /// The entry, by its place in the lexicon.
    pub entry_id: EntryId,
    /// The entry as written in the lexicon.
    pub entry: String,
    /// The words of the match as an exclusion names them: in lower case, or as written where
    /// letters are compared as written.
    pub form: String,
    /// Path of the entry's own category; deeper than the column where subcategories are merged.
    pub category: String,
    /// How the entry caught each of its words.
    pub matched_by: Vec<MatchedBy>,
}

impl Query for ContextsQuery {
    type Answer = ContextPage;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Matches(self.document)
    }

    fn answer(self, study: &mut OpenStudy) -> Result<ContextPage, AskError> {
        let Self { document, column, offset, .. } = self;
        if let Some(record) = study.recalled() {
            return Ok(record.page(&self));
        }
        let (total, lines) = lines(study, &self);
        Ok(ContextPage { document, column, offset, total, lines })
    }
}

/// Returns the number of counted matches that a question is about, and the lines of its page. The
/// documents must have been matched.
pub(super) fn lines(study: &OpenStudy, query: &ContextsQuery) -> (u32, Vec<ContextLine>) {
    let mut total = 0;
    let mut lines = Vec::new();
    for document in study.documents_of(query.document) {
        let counted = document.matches.iter().flatten().filter(|found| found.status == Status::Counted);
        for found in counted.filter(|found| found.column == query.column.0) {
            if total >= query.offset && total - query.offset < query.limit {
                let vocabulary = study.vocabulary();
                lines.push(context_line(study.lexicon(), document, found, vocabulary, &study.options, query.width));
            }
            total += 1;
        }
    }
    (total, lines)
}

/// Returns a match with about `width` characters on either side, and how its entry caught it.
pub(super) fn context_line(
    lexicon: &Lexicon,
    document: &Document,
    found: &Match,
    vocabulary: &Vocabulary,
    options: &Options,
    width: u32,
) -> ContextLine {
    let around = context(document.text(), found.span, width);
    let entry = &lexicon[found.entry];
    let words = words(document, found, vocabulary, options);
    let language = document.language_at(found.first);
    ContextLine {
        document: document.id,
        span: found.span,
        left: around.left,
        node: around.node,
        right: around.right,
        entry_id: found.entry,
        entry: entry.pattern.text.clone(),
        form: form(document, found, vocabulary, options),
        category: lexicon[entry.category].path.clone(),
        matched_by: matched_by(entry, &words, language),
    }
}
