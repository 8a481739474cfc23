//! Matches → a page of them in context (KWIC), chosen and ordered as asked.

mod line;
mod place;
mod selection;

use serde::{Deserialize, Serialize};

pub(super) use self::place::PlaceFinder;
pub(super) use self::{
    line::{CountedLine, RecordedLine},
    selection::{Parts, page_of, parts_of, select},
};
pub use self::{
    place::TextPlace,
    selection::{ContextSelection, LineSample, SortPlace, SortPlaceError},
};
use super::{AskError, Needs, Query};
use crate::{
    context::{MatchedBy, context_span, context_within, matched_by},
    lexicon::{EntryId, Lexicon},
    matching::{ColumnId, Match, Status},
    settings::{DocumentId, Options},
    study::{
        match_words::{form, words},
        open::{OpenStudy, document::Document},
    },
    text::{Span, TokenKind, Vocabulary, to_u32},
};

/// The most characters that a sentence or paragraph is shown with on either side of a match.
pub const LONGEST_CONTEXT: u32 = 1_000;

/// Asks for a page of matches in context.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContextsQuery {
    /// One document, or all in their order.
    pub document: Option<DocumentId>,
    /// Whose matches.
    pub column: ColumnId,
    /// Number of lines to skip.
    pub offset: u32,
    /// Number of lines to return, at most.
    pub limit: u32,
    /// How much text on either side.
    pub extent: ContextExtent,
    /// Which of the matches, and in which order.
    pub selection: ContextSelection,
}

impl ContextsQuery {
    /// Asks for all matches of a column in all documents, with 60 characters on either side.
    pub fn new(column: ColumnId) -> Self {
        let (extent, selection) = (ContextExtent::Characters(60), ContextSelection::default());
        Self { document: None, column, offset: 0, limit: u32::MAX, extent, selection }
    }
}

/// How much text stands on either side of a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContextExtent {
    /// About that many characters, and no word cut.
    Characters(u32),
    /// The sentence, up to [`LONGEST_CONTEXT`] on a side.
    Sentence,
    /// The paragraph, from blank line to blank line, up to [`LONGEST_CONTEXT`] on a side.
    Paragraph,
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
    /// The lines, by document and then by place where no other order was asked for.
    pub lines: Vec<ContextLine>,
}

/// One match in its context.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContextLine {
    /// Where.
    pub document: DocumentId,
    /// The bytes of the match.
    pub span: Span,
    /// The same as a reader counts.
    pub place: TextPlace,
    /// Text before it, with line breaks as spaces.
    pub left: String,
    /// The match as written.
    pub node: String,
    /// Text after it.
    pub right: String,
    /// Whether `left` begins within a sentence.
    pub is_cut_left: bool,
    /// Whether `right` ends within a sentence.
    pub is_cut_right: bool,
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
        if let Some(record) = study.recalled() {
            return Ok(record.page(&self));
        }
        let (total, lines) = lines(study, &self);
        Ok(ContextPage { document: self.document, column: self.column, offset: self.offset, total, lines })
    }
}

/// Returns the number of counted matches that a question is about, and the lines of its page. The
/// documents must have been matched.
pub(super) fn lines(study: &OpenStudy, query: &ContextsQuery) -> (u32, Vec<ContextLine>) {
    let vocabulary = study.vocabulary();
    let parts = Parts::new(&query.selection.containing, vocabulary);
    let counted = study.documents_of(query.document).enumerate().flat_map(|(place, document)| {
        let counted = document.matches.iter().flatten().filter(|found| found.status == Status::Counted);
        let own = counted.filter(|found| found.column == query.column.0);
        own.map(move |found| CountedLine { study, document, place: to_u32(place), found })
    });
    let chosen = select(counted, &query.selection, |line| parts.stand_in(|| line.words_around(query.extent)));
    let total = to_u32(chosen.len());
    let mut places = PlaceFinder::new(vocabulary);
    let line = |line: CountedLine| {
        context_line(
            study.lexicon(),
            (line.document, line.found),
            vocabulary,
            &study.options,
            query.extent,
            &mut places,
        )
    };
    (total, page_of(chosen, query).map(line).collect())
}

/// Returns a match with the text on either side, and how its entry caught it.
pub(super) fn context_line(
    lexicon: &Lexicon,
    (document, found): (&Document, &Match),
    vocabulary: &Vocabulary,
    options: &Options,
    extent: ContextExtent,
    places: &mut PlaceFinder<'_>,
) -> ContextLine {
    let span = span_around(document, found, vocabulary, extent);
    let around = context_within(document.text(), found.span, span);
    let (is_cut_left, is_cut_right) = cuts(document, found, vocabulary, span);
    let entry = &lexicon[found.entry];
    let words = words(document, found, vocabulary, options);
    let language = document.language_at(found.first);
    ContextLine {
        document: document.id,
        span: found.span,
        place: places.place(document, found),
        left: around.left,
        node: around.node,
        right: around.right,
        is_cut_left,
        is_cut_right,
        entry_id: found.entry,
        entry: entry.pattern.text.clone(),
        form: form(document, found, vocabulary, options),
        category: lexicon[entry.category].path.clone(),
        matched_by: matched_by(entry, &words, language),
    }
}

/// Returns whether a part of a text around a match begins, and whether it ends, within a sentence.
fn cuts(document: &Document, found: &Match, vocabulary: &Vocabulary, shown: Span) -> (bool, bool) {
    let tokens = document.compared();
    let starts = |token: usize| tokens.sentence_starts().binary_search(&to_u32(token)).is_ok();
    let is_break = |token: usize| vocabulary.kind(tokens.types()[token]) == TokenKind::Break;
    let (first, behind) = (found.first as usize, (found.first + found.count) as usize);
    let before = (0..first).rev().find(|token| is_break(*token) || tokens.span(*token).start < shown.start);
    let after = (behind..tokens.len()).find(|token| is_break(*token) || tokens.span(*token).end > shown.end);
    let begins_inside = before.is_some_and(|token| !is_break(token) && !starts(token + 1));
    let ends_inside = after.is_some_and(|token| !is_break(token) && !starts(token));
    (begins_inside, ends_inside)
}

/// Returns the part of a text that is shown with a match. Cost: [`LONGEST_CONTEXT`] at most.
fn span_around(document: &Document, found: &Match, vocabulary: &Vocabulary, extent: ContextExtent) -> Span {
    let width = match extent {
        ContextExtent::Characters(width) => width,
        ContextExtent::Sentence | ContextExtent::Paragraph => LONGEST_CONTEXT,
    };
    let longest = context_span(document.text(), found.span, width);
    let tokens = document.compared();
    let (first, behind) = (found.first as usize, (found.first + found.count) as usize);
    let (from, to) = match extent {
        ContextExtent::Characters(_) => return longest,
        ContextExtent::Sentence => {
            let starts = tokens.sentence_starts();
            let own = starts.partition_point(|start| *start <= found.first);
            let next = starts.partition_point(|start| (*start as usize) < behind);
            let from = own.checked_sub(1).map_or(0, |own| starts[own] as usize);
            (from, starts.get(next).map_or(tokens.len(), |next| *next as usize))
        }
        ContextExtent::Paragraph => {
            let is_break = |token: &usize| vocabulary.kind(tokens.types()[*token]) == TokenKind::Break;
            let is_before = |token: &usize| tokens.span(*token).end <= longest.start;
            let is_after = |token: &usize| tokens.span(*token).start >= longest.end;
            let from = (0..first).rev().find(|token| is_break(token) || is_before(token));
            let to = (behind..tokens.len()).find(|token| is_break(token) || is_after(token));
            (from.map_or(0, |token| token + 1), to.unwrap_or(tokens.len()))
        }
    };
    let start = if from < first { tokens.span(from).start } else { found.span.start };
    let end = if to > behind { tokens.span(to - 1).end } else { found.span.end };
    Span::new(longest.start.max(start), longest.end.min(end))
}
