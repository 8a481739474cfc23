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
    settings::{DocumentId, LanguageChoice, LexiconSource, MetadataField, Options, ReadingOptions},
    study::Change,
};

/// The engine's state of one document.
#[derive(Debug, Clone, PartialEq)]
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
    /// Data on it.
    pub metadata: Rc<Vec<MetadataField>>,
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
            metadata: Rc::clone(&document.metadata),
        });
        Self {
            documents: documents.collect(),
            lexicon: Some(Rc::clone(&inputs.lexicon)),
            options: inputs.options.clone(),
            kept: inputs.kept.clone(),
        }
    }

    /// Returns `true` if the state is another one with more documents at the end.
    pub fn is_longer_than(&self, other: &Self) -> bool {
        let (longer, shorter) = (&self.documents, &other.documents);
        longer.len() > shorter.len()
            && !shorter.is_empty()
            && longer[..shorter.len()] == shorter[..]
            && (&self.lexicon, &self.options, &self.kept) == (&other.lexicon, &other.options, &other.kept)
    }

    /// Returns the next change of options, kept results or lexicon towards the wanted state and applies
    /// it to `self`; `None` if there is no difference.
    fn advance_settings(&mut self, wanted: &Self) -> Option<PlannedChange> {
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
        None
    }
}

/// The way of an engine from its state to the wanted one, change by change.
///
/// Cost: all changes together are linear in the documents of both states, but for moving what stands
/// behind a document that leaves.
#[derive(Debug, Default)]
pub struct Plan {
    current: EngineState,
    wanted: EngineState,
    stage: Stage,
}

/// How far the two states were compared: from the start, wherever one is changed by anything but
/// [`Plan::advance`].
#[derive(Debug, Default)]
enum Stage {
    /// Not at all.
    #[default]
    Settings,
    /// Only of the first `unchecked` documents of the engine some may leave; `named` are wanted.
    Leaving { named: HashSet<DocumentId>, unchecked: usize },
    /// No document leaves, and the wanted ones before `next` are there as they are to be; `places` are
    /// those of the engine's documents.
    Coming { places: HashMap<DocumentId, usize>, next: usize },
    /// They are equal.
    Done,
}

impl Plan {
    /// Returns the state of the engine when it has made all changes that were returned.
    pub fn current(&self) -> &EngineState {
        &self.current
    }

    /// Returns the state that the engine is to reach.
    pub fn wanted(&self) -> &EngineState {
        &self.wanted
    }

    /// Sets the state that the engine is to reach.
    pub fn want(&mut self, wanted: EngineState) {
        self.wanted = wanted;
        self.stage = Stage::default();
    }

    /// Called when a new engine takes the place of the other.
    pub fn restart(&mut self) {
        self.current = EngineState::default();
        self.stage = Stage::default();
    }

    /// Called when the engine has not taken a document.
    pub fn forget(&mut self, id: DocumentId) {
        self.current.documents.retain(|document| document.id != id);
        self.stage = Stage::default();
    }

    /// Wants no document with a text.
    pub fn leave_out(&mut self, content: ContentId) {
        self.wanted.documents.retain(|document| document.content != content);
        self.stage = Stage::default();
    }

    /// Returns `true` if no change is left.
    pub fn is_done(&self) -> bool {
        matches!(self.stage, Stage::Done) || self.current == self.wanted
    }

    /// Returns the next change towards the wanted state and applies it; `None` if there is no
    /// difference.
    ///
    /// Options and lexicon go first, then documents that leave, then those that come or change,
    /// then their order.
    pub fn advance(&mut self) -> Option<PlannedChange> {
        let Self { current, wanted, stage } = self;
        loop {
            match stage {
                Stage::Settings => {
                    if let Some(planned) = current.advance_settings(wanted) {
                        return Some(planned);
                    }
                    let named = wanted.documents.iter().map(|document| document.id).collect();
                    *stage = Stage::Leaving { named, unchecked: current.documents.len() };
                }
                Stage::Leaving { named, unchecked } => {
                    while let Some(last) = unchecked.checked_sub(1) {
                        *unchecked = last;
                        if !named.contains(&current.documents[last].id) {
                            return Some(Change::RemoveDocument(current.documents.remove(last).id).into());
                        }
                    }
                    let places = current.documents.iter().enumerate().map(|(at, document)| (document.id, at)).collect();
                    *stage = Stage::Coming { places, next: 0 };
                }
                Stage::Coming { places, next } => {
                    while let Some(document) = wanted.documents.get(*next) {
                        let Some(at) = places.get(&document.id) else {
                            places.insert(document.id, current.documents.len());
                            // Its data follow in a change of their own.
                            current.documents.push(EngineDocument { metadata: Rc::default(), ..document.clone() });
                            return Some(put(document));
                        };
                        if let Some(planned) = change(&mut current.documents[*at], document) {
                            return Some(planned);
                        }
                        *next += 1;
                    }
                    *stage = Stage::Done;
                    if current.documents != wanted.documents {
                        current.documents.clone_from(&wanted.documents);
                        let order = wanted.documents.iter().map(|document| document.id).collect();
                        return Some(Change::OrderDocuments(order).into());
                    }
                }
                Stage::Done => return None,
            }
        }
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
        let metadata = std::mem::take(&mut known.metadata);
        *known = EngineDocument { metadata, ..wanted.clone() };
        return Some(put(wanted));
    }
    if known.title != wanted.title {
        known.title.clone_from(&wanted.title);
        return Some(Change::RenameDocument(known.id, known.title.clone()).into());
    }
    if known.metadata != wanted.metadata {
        known.metadata = Rc::clone(&wanted.metadata);
        return Some(Change::SetMetadata(known.id, wanted.metadata.to_vec()).into());
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
    use tarazy_engine::{matching::Policy, repair::RepairKinds, settings::MetadataValue, study::Record};
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
                    metadata: Rc::default(),
                };
                match current.documents.iter_mut().find(|known| known.id == *id) {
                    Some(known) => {
                        *known = EngineDocument { metadata: Rc::clone(&known.metadata), ..document };
                    }
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
            Change::SetMetadata(id, metadata) => {
                let known = current.documents.iter_mut().filter(|known| known.id == *id);
                known.for_each(|known| known.metadata = Rc::new(metadata.clone()));
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
        let metadata = prop::collection::vec(
            "[ab]".prop_map(|text| MetadataField { name: "party".to_owned(), value: MetadataValue::Text(text) }),
            0..2,
        );
        let document = (0_u32..6, "[a-c]", language, reading, 0_u32..4, metadata);
        let document = document.prop_map(|(id, title, language, reading, content, metadata)| EngineDocument {
            id: DocumentId(id),
            title,
            file: None,
            language,
            reading,
            content: ContentId(content),
            metadata: Rc::new(metadata),
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
        fn the_commands_lead_from_one_state_to_the_other(
            current in state(),
            wanted in state(),
            later in state(),
            cut in 0..20,
        ) {
            let mut engine = current.clone();
            let mut plan = Plan { current, ..Plan::default() };
            plan.want(wanted);
            let mut steps = 0;
            while let Some(planned) = plan.advance() {
                apply(&mut engine, &planned);
                prop_assert_eq!(&plan.current, &engine);
                steps += 1;
                prop_assert!(steps < 200);
                // Another state may be wanted before the first is reached.
                if steps == cut {
                    plan.want(later.clone());
                }
            }
            prop_assert_eq!(&engine, &plan.wanted);
            prop_assert!(plan.is_done());
        }
    }

    #[test]
    fn nothing_is_sent_twice() {
        let mut plan = Plan::default();
        plan.want(EngineState {
            lexicon: Some(Rc::new(LexiconSource::Builtin("values".to_owned()))),
            ..EngineState::default()
        });
        assert!(!plan.is_done() && plan.advance().is_some());
        assert_eq!(plan.advance(), None);
    }
}
