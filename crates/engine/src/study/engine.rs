//! The engine: changes of a study and questions about it.

use super::{
    change::{Change, Refusal},
    open::{OpenStudy, Progress},
    question::{AskError, Needs, Query},
};
use crate::{counting::Comparison, lexicon::ImportReport};

/// Owns a study; makes changes to it and answers questions about it.
///
/// [`Engine::apply`], [`Engine::ask`] and [`Engine::table`] do their work at once. A front end that
/// must answer while it works uses [`Engine::begin`], [`Engine::advance`], [`Engine::count`],
/// [`Engine::begin_question`], [`Engine::prepare`] and [`Engine::answer`], which do the same in
/// pieces of a few milliseconds.
///
/// Law: the same changes give the same answers, in whatever pieces they are made.
///
/// ```
/// use tarazy_engine::{
///     settings::{DocumentId, LanguageChoice, LexiconSource, ReadingOptions},
///     study::{Change, Engine},
/// };
/// let mut engine = Engine::new();
/// engine.apply(Change::SetLexicon(LexiconSource::Builtin("values".to_owned()))).unwrap();
/// let text = Change::PutDocument {
///     id: DocumentId(1),
///     title: "Жарғы".to_owned(),
///     file: None,
///     language: LanguageChoice::Auto,
///     reading: ReadingOptions::default(),
///     bytes: "Сөз бостандығына кепілдік беріледі. Адамның құқықтары мен бостандықтары қорғалады.".into(),
/// };
/// engine.apply(text).unwrap();
/// let table = engine.table();
/// let freedom = table.columns.iter().position(|column| column.path == "freedom").unwrap();
/// assert_eq!(table.documents[0].cells[freedom].count, 3);
/// ```
#[derive(Default)]
pub struct Engine {
    study: OpenStudy,
}

impl Engine {
    /// Returns an engine with an empty study and an empty lexicon.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes a change. Returns the report of an import where the change read another tool's file.
    ///
    /// # Errors
    /// [`Refusal`] when the change cannot be made; the study is as it was.
    pub fn apply(&mut self, change: Change) -> Result<Option<ImportReport>, Refusal> {
        let report = self.begin(change)?;
        while self.advance().is_some() {}
        Ok(report)
    }

    /// Answers a question.
    ///
    /// # Errors
    /// [`AskError`] when what the question is about is not there, or the question itself is
    /// refused.
    pub fn ask<Q: Query>(&mut self, query: Q) -> Result<Q::Answer, AskError> {
        self.begin_question(&query);
        self.answer(query)
    }

    /// Returns the table: a row a document, a column a category.
    pub fn table(&mut self) -> Comparison {
        while self.advance().is_some() {}
        while self.count() {}
        self.study.table()
    }

    /// Begins a change; [`Engine::advance`] completes it. A change before it that is not complete
    /// is completed first.
    ///
    /// # Errors
    /// As [`Engine::apply`].
    pub fn begin(&mut self, change: Change) -> Result<Option<ImportReport>, Refusal> {
        while self.advance().is_some() {}
        self.study.begin(change)
    }

    /// Does one piece of the change that was begun last. Returns how far it is; `None` when nothing
    /// is left to do.
    pub fn advance(&mut self) -> Option<Progress> {
        self.study.tokenize()
    }

    /// Returns `true` while a change that was begun is not complete.
    pub fn is_changing(&self) -> bool {
        self.study.is_tokenizing()
    }

    /// Counts one document that is not counted; returns `false` when all are.
    pub fn count(&mut self) -> bool {
        self.study.prepare(Needs::Counts)
    }

    /// Begins a question: forgets what must be computed again for it. [`Engine::prepare`] and
    /// [`Engine::answer`] come next.
    pub fn begin_question<Q: Query>(&mut self, query: &Q) {
        query.begin(&mut self.study);
    }

    /// Does one piece of what a question needs; returns `false` when it can be answered at once.
    pub fn prepare<Q: Query>(&mut self, query: &Q) -> bool {
        let needs = query.needs(&self.study);
        self.study.prepare(needs)
    }

    /// Answers a question that was begun; computes at once what [`Engine::prepare`] has not yet.
    ///
    /// # Errors
    /// As [`Engine::ask`].
    pub fn answer<Q: Query>(&mut self, query: Q) -> Result<Q::Answer, AskError> {
        while self.advance().is_some() {}
        while self.prepare(&query) {}
        query.answer(&mut self.study)
    }
}
