//! The study and its history: every edit makes new inputs, undo and redo move between them.

use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
};

use yew::Reducible;

mod kept;

pub use kept::{Attached, FileNames, FoundFiles, KeptError, KeptStudy};

use super::{
    history::{EditKind, HistoryEntry},
    shared::Shared,
};
use crate::browser::{ContentId, InputDocument, Inputs, builtin_lexicon, plain_text};
use tarazy_documents::TakenTitles;
use tarazy_engine::{
    lexicon::{LexiconEdit, LocalText, builtin_title},
    settings::{DocumentId, LanguageChoice, LexiconSource, MetadataField, Options, ReadingOptions},
};
use tarazy_report::recipe::About;

/// How many edits can be taken back.
const LONGEST_HISTORY: usize = 200;

/// An edit of the study.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Opens another study in the place of this one.
    Open(Shared<Inputs>),
    /// Adds documents at the end. The first text of the reader's own starts a new study where a
    /// sample was shown.
    Add(Vec<Rc<InputDocument>>),
    /// Adds documents that were read after others of the same files: one step of the history with
    /// those, if nothing was edited since.
    AddMore(Vec<Rc<InputDocument>>),
    /// Sets the data on documents.
    SetMetadata(Vec<(DocumentId, Rc<Vec<MetadataField>>)>),
    /// Replaces a text by one that was read from the same file in another way.
    ReadAgain(Rc<InputDocument>),
    /// Puts other documents in the place of one.
    Replace(DocumentId, Vec<Rc<InputDocument>>),
    /// Takes a document out.
    Remove(DocumentId),
    /// Gives a document another title.
    Rename(DocumentId, String),
    /// Moves a document one place up or down.
    Move(DocumentId, Direction),
    /// Sets the language of a document.
    SetLanguage(DocumentId, LanguageChoice),
    /// Sets how to read a document's bytes.
    SetReading(DocumentId, ReadingOptions),
    /// Replaces the lexicon.
    SetLexicon(Rc<LexiconSource>),
    /// Edits the lexicon; with it goes the title of the category that it is about.
    EditLexicon(LexiconEdit, LocalText),
    /// Replaces the options.
    SetOptions(Options),
    /// Gives the study another title.
    SetTitle(String),
    /// Describes the study, beside its title.
    SetAbout(Rc<About>),
    /// Goes back to inputs that were counted before, because the reader stopped the work.
    StopAt(Shared<Inputs>),
}

/// Which way a document moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the start of the table.
    Up,
    /// To its end.
    Down,
}

/// What happens to the study.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Opens the study that the page begins with, unless the user has begun one.
    Begin(Shared<Inputs>),
    /// Opens a study that the browser kept, with its history, unless the user has begun one.
    Resume(Study),
    /// Shows a study in the place of the one on screen, with its history.
    Show(Study),
    /// The reader edits.
    Edit(Edit),
    /// The reader takes the last edit back.
    Undo,
    /// The reader does it again.
    Redo,
    /// The user goes to the state after a number of steps, done and undone ones together.
    GoTo(usize),
    /// The engine cannot use a document: it leaves the study and its history.
    DropContent(ContentId),
    /// The engine cannot read a document so: it is read as before, in the history too.
    DropReading(ContentId, ReadingOptions),
    /// The engine cannot use the lexicon: the one before it stays, in the history too.
    DropLexicon(Rc<LexiconSource>),
    /// The engine cannot do an edit of the lexicon: it leaves the history.
    DropEdit(LexiconEdit),
    /// The engine cannot work with the options: the default ones stay.
    ResetOptions,
}

/// An edit and the inputs on its other side: before it in the past, after it in the future.
type HistoryStep = (HistoryEntry, Shared<Inputs>);

/// The study with its history. Clones share the parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Study {
    inputs: Shared<Inputs>,
    past: Rc<Vec<HistoryStep>>,
    future: Rc<Vec<HistoryStep>>,
}

impl Study {
    /// Returns the present inputs.
    pub fn inputs(&self) -> &Shared<Inputs> {
        &self.inputs
    }

    /// Returns `true` if no study was opened yet.
    pub fn is_untouched(&self) -> bool {
        self.past.is_empty() && self.future.is_empty() && *self.inputs == Inputs::default()
    }

    /// Returns what undo would take back.
    pub fn last_entry(&self) -> Option<&HistoryEntry> {
        self.past.last().map(|(entry, _)| entry)
    }

    /// Returns what redo would do again.
    pub fn next_entry(&self) -> Option<&HistoryEntry> {
        self.future.last().map(|(entry, _)| entry)
    }

    /// Returns everything that undo can take back, the oldest first, and everything that redo can
    /// do again, the next first.
    pub fn history(&self) -> (impl ExactSizeIterator<Item = &HistoryEntry>, impl Iterator<Item = &HistoryEntry>) {
        (self.past.iter().map(|(entry, _)| entry), self.future.iter().rev().map(|(entry, _)| entry))
    }

    /// Returns every text that the present, undo or redo can show.
    pub fn contents(&self) -> HashSet<ContentId> {
        let history = self.past.iter().chain(self.future.iter()).map(|(_, inputs)| inputs);
        let documents = history.chain([&self.inputs]).flat_map(|inputs| &inputs.documents);
        documents.flat_map(|document| document.contents()).collect()
    }

    /// Returns `true` if the last step added texts.
    fn is_adding(&self) -> bool {
        let kind = self.last_entry().map(|entry| &entry.kind);
        let is_adding = matches!(kind, Some(EditKind::TextAdded | EditKind::TextsAdded | EditKind::StudyStarted));
        is_adding && self.future.is_empty()
    }

    fn edited(&self, entry: HistoryEntry, inputs: Inputs) -> Rc<Self> {
        let mut past = self.past.to_vec();
        past.push((entry, self.inputs.clone()));
        if past.len() > LONGEST_HISTORY {
            past.remove(0);
        }
        Rc::new(Self { inputs: inputs.into(), past: past.into(), future: Rc::default() })
    }

    /// A study that was started with nothing but texts of no use was not started: the sample stays,
    /// under whatever lexicon and options were chosen since.
    fn without_empty_start(mut self) -> Self {
        let Some(at) = self.past.iter().rposition(|(entry, _)| entry.kind == EditKind::StudyStarted) else {
            return self;
        };
        let since = self.past.iter().skip(at + 1).map(|(_, inputs)| inputs).chain([&self.inputs]);
        if since.into_iter().any(|inputs| !inputs.documents.is_empty()) {
            return self;
        }
        let (_, sample) = Rc::make_mut(&mut self.past).remove(at);
        let restored = |inputs: &Inputs| {
            Shared::from(Inputs {
                lexicon: Rc::clone(&inputs.lexicon),
                options: inputs.options.clone(),
                ..(*sample).clone()
            })
        };
        for (_, inputs) in Rc::make_mut(&mut self.past).iter_mut().skip(at) {
            *inputs = restored(inputs);
        }
        self.inputs = restored(&self.inputs);
        self.throughout(Inputs::clone)
    }

    /// Changes the present and every remembered state alike.
    fn throughout(&self, change: impl Fn(&Inputs) -> Inputs) -> Self {
        let inputs = Shared::from(change(&self.inputs));
        let all = |states: &[HistoryStep]| {
            let mut changed: Vec<HistoryStep> = Vec::with_capacity(states.len());
            // From the present outwards: an edit that does nothing any more leaves the history.
            for (entry, state) in states.iter().rev() {
                let state = Shared::from(change(state));
                if **changed.last().map_or(&inputs, |(_, next)| next) != *state {
                    changed.push((entry.clone(), state));
                }
            }
            changed.reverse();
            Rc::new(changed)
        };
        Self { past: all(&self.past), future: all(&self.future), inputs }
    }
}

impl Reducible for Study {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match action {
            // Before the first study there is nothing to come back to.
            Action::Begin(first) | Action::Edit(Edit::Open(first)) if self.is_untouched() => {
                Rc::new(Self { inputs: first, ..Self::default() })
            }
            Action::Resume(kept) if self.is_untouched() => Rc::new(kept),
            Action::Begin(_) | Action::Resume(_) => self,
            Action::Show(other) => Rc::new(other),
            Action::Edit(Edit::AddMore(documents)) if self.is_adding() => {
                let mut study = Self::clone(&self);
                let mut inputs = Inputs::clone(&self.inputs);
                let mut taken = taken_titles(&inputs.documents, None);
                add(&mut inputs, &mut taken, documents);
                study.inputs = inputs.into();
                if let Some((entry, _)) = Rc::make_mut(&mut study.past).last_mut()
                    && entry.kind == EditKind::TextAdded
                {
                    entry.kind = EditKind::TextsAdded;
                }
                Rc::new(study)
            }
            Action::Edit(edit) => match apply(&self.inputs, edit) {
                Some((entry, inputs)) => self.edited(entry, inputs),
                None => self,
            },
            Action::Undo => {
                let mut study = Self::clone(&self);
                let Some((entry, inputs)) = Rc::make_mut(&mut study.past).pop() else { return self };
                let present = std::mem::replace(&mut study.inputs, inputs);
                Rc::make_mut(&mut study.future).push((entry, present));
                Rc::new(study)
            }
            Action::Redo => {
                let mut study = Self::clone(&self);
                let Some((entry, inputs)) = Rc::make_mut(&mut study.future).pop() else { return self };
                let present = std::mem::replace(&mut study.inputs, inputs);
                Rc::make_mut(&mut study.past).push((entry, present));
                Rc::new(study)
            }
            Action::GoTo(steps) => {
                let mut study = Rc::clone(&self);
                while study.past.len() > steps {
                    study = study.reduce(Action::Undo);
                }
                while study.past.len() < steps && !study.future.is_empty() {
                    study = study.reduce(Action::Redo);
                }
                study
            }
            Action::DropContent(content) => {
                let study = self.throughout(|inputs| {
                    let mut inputs = inputs.clone();
                    inputs.documents.retain(|document| document.content != content);
                    inputs
                });
                Rc::new(study.without_empty_start())
            }
            Action::DropReading(content, refused) => {
                let earlier = self.past.iter().rev().flat_map(|(_, inputs)| &inputs.documents);
                let before = earlier
                    .filter(|document| document.content == content && document.reading != refused)
                    .map(|document| document.reading)
                    .next();
                let before = before.unwrap_or_default();
                Rc::new(self.throughout(|inputs| {
                    let mut inputs = inputs.clone();
                    let is_refused =
                        |document: &&mut Rc<InputDocument>| document.content == content && document.reading == refused;
                    for document in inputs.documents.iter_mut().filter(is_refused) {
                        Rc::make_mut(document).reading = before;
                    }
                    inputs
                }))
            }
            Action::DropLexicon(refused) => {
                let before = self.past.iter().rev().map(|(_, inputs)| &inputs.lexicon);
                let before = before.filter(|lexicon| **lexicon != refused).map(Rc::clone).next();
                let before = before.unwrap_or_else(|| Rc::new(builtin_lexicon()));
                Rc::new(self.throughout(|inputs| {
                    let is_refused = inputs.lexicon == refused;
                    let lexicon = Rc::clone(if is_refused { &before } else { &inputs.lexicon });
                    Inputs { lexicon, ..inputs.clone() }
                }))
            }
            Action::DropEdit(refused) => Rc::new(self.throughout(|inputs| {
                let (_, edits) = inputs.lexicon.parts();
                let kept = edits.iter().filter(|edit| **edit != refused).cloned();
                let lexicon = match inputs.lexicon.as_ref() {
                    LexiconSource::Edited { origin, .. } => {
                        kept.fold(Rc::clone(origin), |lexicon, edit| Rc::new(lexicon.edited(edit)))
                    }
                    _ => Rc::clone(&inputs.lexicon),
                };
                Inputs { lexicon, ..inputs.clone() }
            })),
            Action::ResetOptions => {
                Rc::new(self.throughout(|inputs| Inputs { options: Options::default(), ..inputs.clone() }))
            }
        }
    }
}

/// Returns the titles of the documents but one, in all languages, so that no two rows, contexts or
/// files have one name.
fn taken_titles(documents: &[Rc<InputDocument>], except: Option<DocumentId>) -> TakenTitles {
    let mut taken = TakenTitles::default();
    for document in documents.iter().filter(|document| Some(document.id) != except) {
        written(&document.title).for_each(|title| taken.insert(title));
    }
    taken
}

/// Returns the title itself where it is free in all languages, else with a number behind it; takes it.
fn take_title(taken: &mut TakenTitles, title: &LocalText) -> LocalText {
    let mut free = taken.take_all(&written(title).collect::<Vec<_>>()).into_iter();
    let mut next = |own: &Option<String>| own.as_ref().and_then(|_| free.next());
    LocalText { kk: next(&title.kk), ru: next(&title.ru), en: next(&title.en) }
}

/// Returns a text in the languages in which it is there.
fn written(text: &LocalText) -> impl Iterator<Item = &str> {
    [&text.kk, &text.ru, &text.en].into_iter().flatten().map(String::as_str)
}

/// Adds documents at the end; those with titles that are taken get other ones.
fn add(inputs: &mut Inputs, taken: &mut TakenTitles, documents: Vec<Rc<InputDocument>>) {
    for mut document in documents {
        let title = take_title(taken, &document.title);
        if title != document.title {
            Rc::make_mut(&mut document).title = title;
        }
        inputs.documents.push(document);
    }
}

/// Makes the inputs after an edit; nothing when it changes nothing.
fn apply(before: &Inputs, edit: Edit) -> Option<(HistoryEntry, Inputs)> {
    let mut inputs = before.clone();
    let named = |id| before.document(id).map(|document| document.title.clone()).unwrap_or_default();
    let (kind, name) = match edit {
        Edit::Open(other) => {
            inputs = (*other).clone();
            (EditKind::StudyOpened, inputs.title.clone())
        }
        Edit::Add(documents) | Edit::AddMore(documents) => {
            let kind = match (&inputs.sample, documents.as_slice()) {
                (_, []) => return None,
                (Some(_), _) => {
                    inputs.documents.clear();
                    inputs.title = LocalText::default();
                    inputs.sample = None;
                    inputs.about = Rc::default();
                    EditKind::StudyStarted
                }
                (None, [_]) => EditKind::TextAdded,
                (None, _) => EditKind::TextsAdded,
            };
            let kept = inputs.documents.len();
            let mut taken = taken_titles(&inputs.documents, None);
            add(&mut inputs, &mut taken, documents);
            let name = inputs.documents.get(kept).map(|document| document.title.clone()).unwrap_or_default();
            (kind, name)
        }
        Edit::Replace(id, documents) => {
            let at = inputs.documents.iter().position(|document| document.id == id)?;
            let mut taken = taken_titles(&inputs.documents, Some(id));
            inputs.documents.remove(at);
            let behind = inputs.documents.split_off(at);
            add(&mut inputs, &mut taken, documents);
            inputs.documents.extend(behind);
            (EditKind::TextsAdded, named(id))
        }
        Edit::Remove(id) => {
            inputs.documents.retain(|document| document.id != id);
            (EditKind::TextRemoved, named(id))
        }
        Edit::Rename(id, title) => {
            if title.trim().is_empty() {
                return None;
            }
            let old = named(id);
            let new = take_title(&mut taken_titles(&inputs.documents, Some(id)), &plain_text(title.trim()));
            change_document(&mut inputs, id, |document| {
                // A sample's title in other languages stays as it is while the words on screen are
                // not touched.
                let shown = [&document.title.kk, &document.title.ru, &document.title.en];
                if !shown.into_iter().flatten().any(|known| *known == title) {
                    document.title = new;
                }
            });
            (EditKind::TextRenamed, old)
        }
        Edit::SetMetadata(data) => {
            let first = data.first().map(|(id, _)| named(*id)).unwrap_or_default();
            let mut data: HashMap<DocumentId, Rc<Vec<MetadataField>>> = data.into_iter().collect();
            for document in &mut inputs.documents {
                if let Some(metadata) = data.remove(&document.id) {
                    Rc::make_mut(document).metadata = metadata;
                }
            }
            (EditKind::MetadataSet, first)
        }
        Edit::ReadAgain(read) => {
            let document = inputs.documents.iter_mut().find(|document| document.id == read.id)?;
            let name = document.title.clone();
            *document = read;
            (EditKind::ReadAgain, name)
        }
        Edit::Move(id, direction) => {
            let at = inputs.documents.iter().position(|document| document.id == id)?;
            let to = match direction {
                Direction::Up => at.checked_sub(1)?,
                Direction::Down => at + 1,
            };
            if to >= inputs.documents.len() {
                return None;
            }
            inputs.documents.swap(at, to);
            (EditKind::TextMoved, named(id))
        }
        Edit::SetLanguage(id, language) => {
            change_document(&mut inputs, id, |document| document.language = language);
            (EditKind::LanguageSet, named(id))
        }
        Edit::SetReading(id, reading) => {
            let known = before.document(id)?.reading;
            change_document(&mut inputs, id, |document| document.reading = reading);
            let is_less = reading.repairs.iter().count() < known.repairs.iter().count();
            let kind = match (known.encoding == reading.encoding, is_less) {
                (false, _) => EditKind::EncodingSet,
                (true, true) => EditKind::RepairUndone,
                (true, false) => EditKind::RepairDone,
            };
            (kind, named(id))
        }
        Edit::SetLexicon(lexicon) => {
            let name = match lexicon.as_ref() {
                LexiconSource::Builtin(id) => builtin_title(id),
                own => plain_text(own.name()),
            };
            inputs.lexicon = lexicon;
            (EditKind::LexiconSet, name)
        }
        Edit::EditLexicon(edit, about) => {
            inputs.lexicon = Rc::new(inputs.lexicon.edited(edit.clone()));
            let entry = HistoryEntry::of_lexicon(&edit, about);
            (entry.kind, entry.name)
        }
        Edit::SetOptions(options) => {
            inputs.options = options;
            (EditKind::OptionsSet, LocalText::default())
        }
        Edit::SetTitle(title) => {
            let shown = [&inputs.title.kk, &inputs.title.ru, &inputs.title.en];
            if !shown.into_iter().flatten().any(|known| *known == title) {
                inputs.title = plain_text(title.trim());
            }
            (EditKind::TitleSet, inputs.title.clone())
        }
        Edit::SetAbout(about) => {
            inputs.about = about;
            (EditKind::AboutSet, LocalText::default())
        }
        Edit::StopAt(older) => {
            inputs = Inputs { key: older.key.clone().or(inputs.key), ..(*older).clone() };
            (EditKind::Stopped, LocalText::default())
        }
    };
    (inputs != *before).then_some((HistoryEntry { kind, name }, inputs))
}

fn change_document(inputs: &mut Inputs, id: DocumentId, change: impl FnOnce(&mut InputDocument)) {
    if let Some(document) = inputs.documents.iter_mut().find(|document| document.id == id) {
        change(Rc::make_mut(document));
    }
}

#[cfg(test)]
mod tests;
