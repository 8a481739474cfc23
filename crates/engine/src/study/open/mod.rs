//! The study that is open: its texts, its lexicon, and what was computed of them so far.

pub(super) mod document;
mod edit_effect;
pub(super) mod languages;
mod lexicon_history;
pub(super) mod loaded_lexicon;
pub(super) mod matchers;
mod new_document;
pub(super) mod section;
pub(super) mod table;

use rustc_hash::FxHashMap;

use self::{
    document::Document,
    edit_effect::edit_effects,
    lexicon_history::LexiconHistory,
    loaded_lexicon::LoadedLexicon,
    matchers::Matchers,
    new_document::{NewDocument, NewText},
    section::{FormEvidence, Section},
    table::{comparison, distinctive_words},
};
use super::{
    change::{Change, Refusal},
    question::{Needs, outline::OutlineIndex, record::Record},
};
use crate::{
    compare::{Duplicate, duplicates},
    counting::{Comparison, DistinctiveWord, columns_left_out},
    lexicon::{ImportReport, Lexicon, LexiconEdit},
    matching::Cell,
    problem::Problem,
    settings::{DocumentId, LanguageChoice, LexiconSource, MetadataField, Options, check_metadata},
    text::{Interner, Vocabulary},
};

/// How much of the work at hand is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The document in work.
    pub document: DocumentId,
    /// Bytes done.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
}

/// The documents, the lexicon and the options, with what follows from them.
///
/// Laws: counts and matches are those of the present lexicon and options, or absent; a change
/// recounts only what it may have changed.
#[derive(Default)]
pub struct OpenStudy {
    pub(super) documents: Vec<Document>,
    pub(super) lexicon: LoadedLexicon,
    pub(super) options: Options,
    pub(super) interner: Interner,
    pub(super) matchers: Matchers,
    /// The rows of the lexicon's tree that were asked for last.
    pub(super) outline: Option<OutlineIndex>,
    history: LexiconHistory,
    /// Results that were kept with the study.
    record: Option<Box<Record>>,
    form_evidence: FormEvidence,
    /// The words that set each document apart from the others, until the documents change.
    distinctive: Option<Vec<Vec<DistinctiveWord>>>,
    /// Which documents are copies of others, by their places, until the documents change.
    duplicates: Option<Vec<Duplicate>>,
    /// The document that is being tokenized.
    incoming: Option<NewDocument>,
    /// The document whose forms are being compared with the lexicon, with the place of the first
    /// that is left: its section, and the type in it.
    learning: Option<(DocumentId, usize, usize)>,
    /// The place of the document that was found not to be counted last.
    found_uncounted: usize,
}

impl OpenStudy {
    /// Begins a change; a new text is tokenized by [`OpenStudy::tokenize`] after it. Returns the
    /// report of an import where the change read another tool's file.
    pub(super) fn begin(&mut self, change: Change) -> Result<Option<ImportReport>, Refusal> {
        match change {
            Change::PutDocument { id, title, file, language, reading, bytes } => {
                let text = NewText { id, title, file, language, reading, bytes };
                self.incoming = Some(NewDocument::read(text)?);
            }
            Change::RemoveDocument(id) => {
                self.forget_words();
                self.documents.retain(|document| document.id != id);
            }
            Change::RenameDocument(id, title) => {
                if let Some(document) = self.document_mut(id) {
                    document.title = title;
                }
            }
            Change::SetMetadata(id, fields) => self.set_metadata(id, fields)?,
            Change::SetLanguage(id, choice) => self.set_language(id, choice),
            Change::OrderDocuments(order) => {
                self.forget_words();
                let places: FxHashMap<DocumentId, usize> = order.iter().copied().zip(0..).collect();
                self.documents.sort_by_key(|document| places.get(&document.id).copied().unwrap_or(order.len()));
            }
            Change::SetLexicon(source) => return self.set_lexicon(source).map_err(Refusal::new),
            Change::EditLexicon(edit) => self.edit_lexicon(edit)?,
            Change::SetOptions(options) => {
                if !options.counts_as(&self.options) {
                    self.forget_counts();
                }
                self.options = options;
            }
            Change::Recall(record) => self.record = record,
        }
        Ok(None)
    }

    /// Tokenizes a piece of the text that is on its way in. Returns how far it is; `None` when
    /// nothing is left to do.
    pub(super) fn tokenize(&mut self) -> Option<Progress> {
        let mut incoming = self.incoming.take()?;
        if let Some(progress) = incoming.tokenize(&mut self.interner) {
            self.incoming = Some(incoming);
            return Some(progress);
        }
        let mut document = incoming.into_document();
        document.divide(&mut self.interner, &mut self.form_evidence);
        self.forget_words();
        self.learning = None;
        match self.document_mut(document.id) {
            Some(known) => {
                document.metadata = std::mem::take(&mut known.metadata);
                *known = document;
            }
            None => self.documents.push(document),
        }
        None
    }

    /// Returns `true` while a text is on its way in.
    pub(super) fn is_tokenizing(&self) -> bool {
        self.incoming.is_some()
    }

    /// Does one piece of what is needed; returns `false` when all of it is there.
    pub(super) fn prepare(&mut self, needs: Needs) -> bool {
        if needs == Needs::Nothing {
            return false;
        }
        if let Some(at) = self.uncounted() {
            if !self.learn(at) {
                self.count(at);
            }
            return true;
        }
        let Needs::Matches(id) = needs else { return false };
        let is_missing = |document: &Document| document.matches.is_none() && id.is_none_or(|id| id == document.id);
        let Some(at) = self.documents.iter().position(is_missing) else { return false };
        let document = &mut self.documents[at];
        let (lexicon, vocabulary) = (&self.lexicon.lexicon, self.interner.vocabulary());
        document.matches = Some(self.matchers.matches(document, lexicon, &self.options, vocabulary));
        true
    }

    /// Returns the place of a document that is not counted. It is looked for from the last one on, so
    /// that finding all of them one by one is linear.
    fn uncounted(&mut self) -> Option<usize> {
        let count = self.documents.len();
        let from = self.found_uncounted.min(count);
        let at = (from..count).chain(0..from).find(|at| self.documents[*at].cells.is_none())?;
        self.found_uncounted = at;
        Some(at)
    }

    /// Compares some of a document's forms with the lexicon; returns `true` if some are left. Only
    /// counting would do it at once, which takes long where the lexicon has many expressions.
    fn learn(&mut self, at: usize) -> bool {
        let document = &self.documents[at];
        let (id, mut section, mut from) = self.learning.take().unwrap_or((document.id, 0, 0));
        if id != document.id {
            (section, from) = (0, 0);
        }
        while let Some(own) = document.sections.get(section) {
            let matcher = self.matchers.of(&self.lexicon.lexicon, &self.options, own.language);
            let tokens = own.tokens(document.compared());
            if let Some(left) = matcher.learn_some(tokens, self.interner.vocabulary(), from) {
                self.learning = Some((document.id, section, left));
                return true;
            }
            (section, from) = (section + 1, 0);
        }
        false
    }

    fn count(&mut self, at: usize) {
        let document = &mut self.documents[at];
        let vocabulary = self.interner.vocabulary();
        let mut cells: Vec<Cell> = Vec::new();
        for section in &document.sections {
            let matcher = self.matchers.of(&self.lexicon.lexicon, &self.options, section.language);
            let tokens = section.tokens(document.compared());
            let own = matcher.count(document.text(), tokens, vocabulary, self.options.policy);
            cells.resize(own.len(), Cell::default());
            cells.iter_mut().zip(own).for_each(|(cell, own)| cell.merge(own));
        }
        document.cells = Some(cells);
    }

    /// Returns the table. Everything must have been counted. While the study has no document it is
    /// the table of the kept results.
    pub fn table(&mut self) -> Comparison {
        match self.recalled() {
            Some(record) => record.table.clone(),
            None => self.counted_table(),
        }
    }

    /// Returns the table of the documents. Everything must have been counted.
    pub(super) fn counted_table(&mut self) -> Comparison {
        let duplicates = self.duplicates().to_vec();
        let distinctive =
            self.distinctive.get_or_insert_with(|| distinctive_words(&self.documents, self.interner.vocabulary()));
        let mut table = comparison(&self.lexicon.lexicon, &self.options, &self.documents, distinctive, &duplicates);
        table.lexicon.changes = self.history.changes;
        table.warnings.extend(columns_left_out(&table.documents));
        table.warnings.extend(self.lexicon.warnings.iter().cloned());
        table
    }

    /// Returns which documents are copies of others, by their places.
    pub(super) fn duplicates(&mut self) -> &[Duplicate] {
        self.duplicates.get_or_insert_with(|| {
            let hashes: Vec<&str> = self.documents.iter().map(|document| document.sha256.as_str()).collect();
            duplicates(&hashes, |at| self.documents[at].compared_words(self.interner.vocabulary()))
        })
    }

    /// Returns the kept results as long as there is no document to count.
    pub(super) fn recalled(&self) -> Option<&Record> {
        self.record.as_deref().filter(|_| self.documents.is_empty())
    }

    /// Returns the lexicon.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon.lexicon
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        self.interner.vocabulary()
    }

    pub(super) fn document(&self, id: DocumentId) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }

    fn document_mut(&mut self, id: DocumentId) -> Option<&mut Document> {
        self.documents.iter_mut().find(|document| document.id == id)
    }

    /// Returns the document with this id, or all of them.
    pub(super) fn documents_of(&self, id: Option<DocumentId>) -> impl Iterator<Item = &Document> {
        self.documents.iter().filter(move |document| id.is_none_or(|id| id == document.id))
    }

    fn set_language(&mut self, id: DocumentId, choice: LanguageChoice) {
        self.forget_words();
        self.learning = None;
        if let Some(document) = self.documents.iter_mut().find(|document| document.id == id) {
            document.choice = choice;
            document.divide(&mut self.interner, &mut self.form_evidence);
            document.forget_counts();
        }
    }

    fn set_metadata(&mut self, id: DocumentId, fields: Vec<MetadataField>) -> Result<(), Refusal> {
        let Some(document) = self.document_mut(id) else { return Ok(()) };
        check_metadata(&fields).map_err(|errors| Refusal {
            document: Some(id),
            problems: errors.iter().map(|error| error.problem(&document.title)).collect(),
        })?;
        document.metadata = fields;
        Ok(())
    }

    fn set_lexicon(&mut self, source: LexiconSource) -> Result<Option<ImportReport>, Vec<Problem>> {
        if let Some(before) = self.history.step_back(&source) {
            self.replace_lexicon(before);
            return Ok(None);
        }
        self.lexicon = LoadedLexicon::read(&source)?;
        self.history.begin(source, &self.lexicon.lexicon);
        self.forget_counts();
        Ok(self.lexicon.import.clone())
    }

    fn edit_lexicon(&mut self, edit: LexiconEdit) -> Result<(), Refusal> {
        let edited = self.lexicon.edited(std::slice::from_ref(&edit)).map_err(Refusal::new)?;
        let before = self.replace_lexicon(edited);
        self.history.push(before, edit);
        Ok(())
    }

    /// Puts another state of the lexicon in the place of the present one, and returns that. What
    /// cannot have changed is not counted again: texts in languages whose entries stay as they are.
    fn replace_lexicon(&mut self, lexicon: LoadedLexicon) -> LoadedLexicon {
        let before = std::mem::replace(&mut self.lexicon, lexicon);
        let lexicon = &self.lexicon.lexicon;
        self.history.compare_with_original(lexicon);
        let Some(effects) = edit_effects(&before.lexicon, lexicon, self.options.levels()) else {
            self.forget_counts();
            return before;
        };
        self.outline = None;
        self.learning = None;
        self.matchers.update(lexicon, self.options.levels(), &effects, self.interner.vocabulary());
        for document in &mut self.documents {
            let is_same = |section: &Section| effects[&section.language].is_none();
            if document.sections.iter().all(is_same) {
                document.renumber(|language, id| effects[&language].place(id));
            } else {
                document.forget_counts();
            }
        }
        before
    }

    /// Forgets what was gathered over the words or matches of all documents.
    fn forget_words(&mut self) {
        self.distinctive = None;
        self.duplicates = None;
        self.outline = None;
    }

    /// Forgets what depends on lexicon and options, so that it is computed again when it is needed.
    pub(super) fn forget_counts(&mut self) {
        self.outline = None;
        self.learning = None;
        self.matchers.clear();
        self.documents.iter_mut().for_each(Document::forget_counts);
    }
}
