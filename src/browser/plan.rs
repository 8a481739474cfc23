//! The engine's state and the wanted state → the changes that lead from one to the other.
//!
//! Law: making the changes one by one to the engine's state yields the wanted state. Opening,
//! editing, undo and the replay after a crash are therefore the same operation.

use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
};

use super::{ContentId, Inputs, KeptResults};
use tarazy_engine::{
    language::Language,
    lexicon::LexiconEdit,
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::Change,
};

/// The engine's state of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EngineDocument {
    /// Names the document.
    pub id: DocumentId,
    /// The title in the language of the page.
    pub title: String,
    /// The file it came from.
    pub file: Option<String>,
    /// In which language to inflect.
    pub language: LanguageChoice,
    /// How to read the bytes.
    pub reading: ReadingOptions,
    /// Its text.
    pub content: ContentId,
}

/// Everything that was sent to an engine since it started.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EngineState {
    /// The documents in their order.
    pub documents: Vec<EngineDocument>,
    /// The lexicon; none before the first.
    pub lexicon: Option<Rc<LexiconSource>>,
    /// The options; a fresh engine has the default ones.
    pub options: Options,
    /// Results that are shown as long as there are no texts.
    pub kept: Option<Rc<KeptResults>>,
}

/// A change and the text that goes with it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedChange {
    /// The change; a document's `bytes` are empty.
    pub change: Change,
    /// The document's text.
    pub content: Option<ContentId>,
}

impl From<Change> for PlannedChange {
    fn from(change: Change) -> Self {
        Self { change, content: None }
    }
}

impl EngineState {
    /// Returns the state of an engine that has these inputs, in a language of the page.
    pub fn wanted(inputs: &Inputs, language: Language, without: &HashSet<ContentId>) -> Self {
        let documents = inputs.documents.iter().filter(|document| !without.contains(&document.content));
        let documents = documents.map(|document| EngineDocument {
            id: document.id,
            title: document.title.get(language).to_owned(),
            file: document.file.clone(),
            language: document.language,
            reading: document.reading,
            content: document.content,
        });
        Self {
            documents: documents.collect(),
            lexicon: Some(Rc::clone(&inputs.lexicon)),
            options: inputs.options.clone(),
            kept: inputs.kept.clone(),
        }
    }

    /// Returns the next change towards the wanted state and applies it to `self`; `None` if there
    /// is no difference.
    ///
    /// Options and lexicon go first, then documents that leave, then those that come or change,
    /// then their order.
    pub fn advance(&mut self, wanted: &Self) -> Option<PlannedChange> {
        if self.options != wanted.options {
            self.options = wanted.options.clone();
            return Some(Change::SetOptions(self.options.clone()).into());
        }
        if self.kept != wanted.kept {
            self.kept.clone_from(&wanted.kept);
            let record = self.kept.as_ref().map(|kept| Box::new(kept.record.clone()));
            return Some(Change::Recall(record).into());
        }
        if self.lexicon != wanted.lexicon
            && let Some(lexicon) = &wanted.lexicon
        {
            let next = self.lexicon.as_ref().and_then(|known| next_edit(known, lexicon));
            if let (Some(edit), Some(known)) = (next, &self.lexicon) {
                self.lexicon = Some(Rc::new(known.edited(edit.clone())));
                return Some(Change::EditLexicon(edit).into());
            }
            self.lexicon = Some(Rc::clone(lexicon));
            return Some(Change::SetLexicon(lexicon.as_ref().clone()).into());
        }
        self.advance_documents(wanted)
    }

    fn advance_documents(&mut self, wanted: &Self) -> Option<PlannedChange> {
        let named: HashSet<DocumentId> = wanted.documents.iter().map(|document| document.id).collect();
        if let Some(at) = self.documents.iter().position(|document| !named.contains(&document.id)) {
            return Some(Change::RemoveDocument(self.documents.remove(at).id).into());
        }
        let places: HashMap<DocumentId, usize> =
            self.documents.iter().enumerate().map(|(at, document)| (document.id, at)).collect();
        for document in &wanted.documents {
            match places.get(&document.id).and_then(|at| self.documents.get_mut(*at)) {
                None => {
                    self.documents.push(document.clone());
                    return Some(put(document));
                }
                Some(known) => {
                    if let Some(planned) = change(known, document) {
                        return Some(planned);
                    }
                }
            }
        }
        if self.documents != wanted.documents {
            self.documents.clone_from(&wanted.documents);
            let order = wanted.documents.iter().map(|document| document.id).collect();
            return Some(Change::OrderDocuments(order).into());
        }
        None
    }
}

/// Returns the first edit that leads from a lexicon to the same one with more edits.
fn next_edit(known: &LexiconSource, wanted: &LexiconSource) -> Option<LexiconEdit> {
    let ((known, done), (origin, edits)) = (known.parts(), wanted.parts());
    let is_same = std::ptr::eq(known, origin) || known == origin;
    edits.strip_prefix(done).filter(|_| is_same)?.first().cloned()
}

/// Returns the change that adds a document.
fn put(document: &EngineDocument) -> PlannedChange {
    PlannedChange {
        change: Change::PutDocument {
            id: document.id,
            title: document.title.clone(),
            file: document.file.clone(),
            language: document.language,
            reading: document.reading,
            bytes: Vec::new(),
        },
        content: Some(document.content),
    }
}

/// Returns the next change that brings one document to its wanted state, and applies it.
fn change(known: &mut EngineDocument, wanted: &EngineDocument) -> Option<PlannedChange> {
    if known.content != wanted.content || known.file != wanted.file || known.reading != wanted.reading {
        known.clone_from(wanted);
        return Some(put(wanted));
    }
    if known.title != wanted.title {
        known.title.clone_from(&wanted.title);
        return Some(Change::RenameDocument(known.id, known.title.clone()).into());
    }
    if known.language != wanted.language {
        known.language = wanted.language;
        return Some(Change::SetLanguage(known.id, known.language).into());
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use tarazy_engine::{matching::Policy, repair::RepairKinds, settings::LanguageChoice, study::Record};
    use tarazy_report::recipe::Recipe;

    /// What each command does by the documentation of [`Command`].
    fn apply(current: &mut EngineState, planned: &PlannedChange) {
        match &planned.change {
            Change::PutDocument { id, title, file, language, reading, .. } => {
                let document = EngineDocument {
                    id: *id,
                    title: title.clone(),
                    file: file.clone(),
                    language: *language,
                    reading: *reading,
                    content: planned.content.expect("a document comes with its text"),
                };
                match current.documents.iter_mut().find(|known| known.id == *id) {
                    Some(known) => *known = document,
                    None => current.documents.push(document),
                }
            }
            Change::RemoveDocument(id) => current.documents.retain(|document| document.id != *id),
            Change::RenameDocument(id, title) => {
                current
                    .documents
                    .iter_mut()
                    .filter(|known| known.id == *id)
                    .for_each(|known| known.title.clone_from(title));
            }
            Change::SetLanguage(id, language) => {
                current
                    .documents
                    .iter_mut()
                    .filter(|known| known.id == *id)
                    .for_each(|known| known.language = *language);
            }
            Change::OrderDocuments(order) => {
                current.documents.sort_by_key(|document| order.iter().position(|id| *id == document.id));
            }
            Change::SetLexicon(lexicon) => current.lexicon = Some(Rc::new(lexicon.clone())),
            Change::EditLexicon(edit) => {
                let known = current.lexicon.as_ref().expect("a lexicon was set before");
                current.lexicon = Some(Rc::new(known.edited(edit.clone())));
            }
            Change::SetOptions(options) => current.options = options.clone(),
            Change::Recall(record) => {
                let kept = |record: &Record| KeptResults { record: record.clone(), recipe: Recipe::default() };
                current.kept = record.as_deref().map(|record| Rc::new(kept(record)));
            }
        }
    }

    fn state() -> impl Strategy<Value = EngineState> {
        let language = prop_oneof![Just(LanguageChoice::Auto), Just(LanguageChoice::Fixed(Language::Kazakh))];
        let reading = prop_oneof![
            Just(ReadingOptions::default()),
            Just(ReadingOptions { repairs: RepairKinds::NONE, ..ReadingOptions::default() }),
        ];
        let document = (0_u32..6, "[a-c]", language, reading, 0_u32..4);
        let document = document.prop_map(|(id, title, language, reading, content)| EngineDocument {
            id: DocumentId(id),
            title,
            file: None,
            language,
            reading,
            content: ContentId(content),
        });
        let options = prop_oneof![
            Just(Options::default()),
            Just(Options { policy: Policy::Liwc, level: Some(1), case_sensitive: true, ..Options::default() }),
        ];
        let edits = prop::collection::vec("[ab]".prop_map(LexiconEdit::RemoveCategory), 0..4);
        let lexicon = ("[ab]", edits).prop_map(|(id, edits)| {
            let origin = Rc::new(LexiconSource::Builtin(id));
            Some(edits.into_iter().fold(origin, |lexicon, edit| Rc::new(lexicon.edited(edit))))
        });
        let kept = prop::option::of(0_u8..3).prop_map(|depth| {
            let record = |depth| {
                let mut record = Record::default();
                record.table.depth = depth;
                record
            };
            depth.map(|depth| Rc::new(KeptResults { record: record(depth), recipe: Recipe::default() }))
        });
        let documents = prop::collection::vec(document, 0..6);
        (documents, lexicon, options, kept).prop_map(|(mut documents, lexicon, options, kept)| {
            let mut seen = HashSet::new();
            documents.retain(|document| seen.insert(document.id));
            EngineState { documents, lexicon, options, kept }
        })
    }

    proptest! {
        #[test]
        fn the_commands_lead_from_one_state_to_the_other(mut current in state(), wanted in state()) {
            let mut engine = current.clone();
            let mut steps = 0;
            while let Some(planned) = current.advance(&wanted) {
                apply(&mut engine, &planned);
                prop_assert_eq!(&current, &engine);
                steps += 1;
                prop_assert!(steps < 100);
            }
            prop_assert_eq!(&engine, &wanted);
        }
    }

    #[test]
    fn nothing_is_sent_twice() {
        let wanted = EngineState {
            lexicon: Some(Rc::new(LexiconSource::Builtin("values".to_owned()))),
            ..EngineState::default()
        };
        let mut current = EngineState::default();
        assert!(current.advance(&wanted).is_some());
        assert_eq!(current.advance(&wanted), None);
    }
}
