//! The study with its history ⇄ the two parts that the browser keeps: what it is, and its documents.
//!
//! States of the history are written as what distinguishes each from its neighbour on the way to the
//! present. Texts, files of texts, lexicons and results are no part of it: they are named by their
//! SHA-256, and the store has each of them once. Laws: what is written is read back equal but for the
//! numbers of documents and contents, which are new ones; an edit of the lexicon or the options
//! leaves the part with the documents as it is; whatever is read does no harm.

use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
};

use serde::{Deserialize, Serialize};
use tarazy_engine::{
    lexicon::{ImportReport, LexiconEdit, LexiconReading, LocalText},
    settings::{DocumentId, LexiconSource, Options, check_metadata},
};
use tarazy_report::recipe::{About, Recipe};

use super::{HistoryEntry, HistoryStep, LONGEST_HISTORY, Study};
use crate::{
    browser::{ContentId, InputDocument, Inputs, KeptResults, StudyKey},
    ui::state::Shared,
};

/// What of a study is kept as files of its own, beside its texts.
#[derive(Debug, Clone, PartialEq)]
pub enum Attached {
    /// A lexicon before any edit.
    Lexicon(Rc<LexiconSource>),
    /// Results in the place of texts.
    Results(Rc<KeptResults>),
}

impl Attached {
    /// Returns `true` if both are the same value in memory.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Lexicon(one), Self::Lexicon(other)) => Rc::ptr_eq(one, other),
            (Self::Results(one), Self::Results(other)) => Rc::ptr_eq(one, other),
            _ => false,
        }
    }

    /// Returns the files.
    pub fn files(&self) -> Vec<Vec<u8>> {
        match self {
            Self::Lexicon(lexicon) => match &**lexicon {
                LexiconSource::File { text, .. } => vec![text.clone().into_bytes()],
                LexiconSource::Imported { bytes, .. } => vec![bytes.clone()],
                LexiconSource::Converted { bytes, text, .. } => vec![bytes.clone(), text.clone().into_bytes()],
                LexiconSource::Builtin(_) | LexiconSource::Edited { .. } => Vec::new(),
            },
            Self::Results(results) => {
                let record = serde_json::to_vec(&results.record).unwrap_or_default();
                vec![record, results.recipe.to_toml().into_bytes()]
            }
        }
    }
}

/// The names of the files that a study needs: their SHA-256.
#[derive(Debug, Clone, Default)]
pub struct FileNames {
    /// Those of texts and files of texts.
    pub contents: HashMap<ContentId, String>,
    /// Those of lexicons and results, in the order of [`Attached::files`].
    pub attached: Vec<(Attached, Vec<String>)>,
}

/// Where the files of a study that is read are.
#[derive(Debug, Clone, Default)]
pub struct FoundFiles {
    /// The texts and files of texts, by name.
    pub contents: HashMap<String, ContentId>,
    /// The bytes of lexicons and results, by name.
    pub attached: HashMap<String, Vec<u8>>,
}

/// A part that cannot be read, or whose lexicon is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the study cannot be read")]
pub struct KeptError;

/// A study as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptStudy {
    study: StudyPart,
    documents: DocumentsPart,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct StudyPart {
    files: Vec<String>,
    lexicons: Vec<KeptLexicon>,
    results: Vec<ResultFiles>,
    present: State,
    /// From the present outwards.
    past: Vec<(HistoryEntry, Step)>,
    /// From the present outwards.
    future: Vec<(HistoryEntry, Step)>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct DocumentsPart {
    files: Vec<String>,
    /// Their contents are places in `files`.
    documents: Vec<InputDocument>,
}

/// A lexicon before any edit; numbers are places in the files of its part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum KeptLexicon {
    Builtin(String),
    File { name: String, text: usize },
    Imported { name: String, bytes: usize, reading: LexiconReading },
    Converted { name: String, bytes: usize, text: usize, reading: LexiconReading, report: Box<ImportReport> },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct ResultFiles {
    record: usize,
    recipe: usize,
}

/// Inputs; numbers are places in the lists of the parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct State {
    title: LocalText,
    sample: Option<String>,
    documents: Vec<usize>,
    lexicon: usize,
    edits: Vec<LexiconEdit>,
    options: Options,
    about: About,
    results: Option<usize>,
}

/// What distinguishes a state from another.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Step {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Other<LocalText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sample: Other<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    documents: Option<Splice<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lexicon: Other<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edits: Option<Splice<LexiconEdit>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Other<Options>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Other<About>,
    #[serde(skip_serializing_if = "Option::is_none")]
    results: Other<Option<usize>>,
}

/// Another value, in a list of one: so that it may itself be none.
type Other<T> = Option<(T,)>;

fn other<T: Clone + PartialEq>(near: &T, far: &T) -> Other<T> {
    (near != far).then(|| (far.clone(),))
}

fn or_same<T: Clone>(other: Other<T>, near: &T) -> T {
    other.map_or_else(|| near.clone(), |(far,)| far)
}

/// A list by what it has in common with another: its first and last elements.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Splice<T> {
    front: usize,
    back: usize,
    between: Vec<T>,
}

impl<T: Clone> Splice<T> {
    fn of(near: &[T], far: &[T], is_same: impl Fn(&T, &T) -> bool) -> Option<Self> {
        let front = near.iter().zip(far).take_while(|(near, far)| is_same(near, far)).count();
        let (near, far) = (&near[front..], &far[front..]);
        if near.is_empty() && far.is_empty() {
            return None;
        }
        let back = near.iter().rev().zip(far.iter().rev()).take_while(|(near, far)| is_same(near, far)).count();
        Some(Self { front, back, between: far[..far.len() - back].to_vec() })
    }

    fn apply(self, near: &[T]) -> Option<Vec<T>> {
        let front = near.get(..self.front)?;
        let back = near.get(near.len().checked_sub(self.back)?..)?;
        Some([front, &self.between, back].concat())
    }
}

fn spliced<T: Clone>(splice: Option<Splice<T>>, near: &[T]) -> Result<Vec<T>, KeptError> {
    match splice {
        Some(splice) => splice.apply(near).ok_or(KeptError),
        None => Ok(near.to_vec()),
    }
}

impl Step {
    fn apply(self, near: &State) -> Result<State, KeptError> {
        Ok(State {
            title: or_same(self.title, &near.title),
            sample: or_same(self.sample, &near.sample),
            documents: spliced(self.documents, &near.documents)?,
            lexicon: or_same(self.lexicon, &near.lexicon),
            edits: spliced(self.edits, &near.edits)?,
            options: or_same(self.options, &near.options),
            about: or_same(self.about, &near.about),
            results: or_same(self.results, &near.results),
        })
    }
}

/// The lexicon before any edit.
fn origin(lexicon: &Rc<LexiconSource>) -> &Rc<LexiconSource> {
    match &**lexicon {
        LexiconSource::Edited { origin, .. } => origin,
        _ => lexicon,
    }
}

impl Study {
    /// Returns the steps of the history that belong to the study on screen: those before it was
    /// opened belong to another one.
    fn own_steps(&self) -> (&[HistoryStep], &[HistoryStep]) {
        let own =
            |steps: &[HistoryStep]| steps.iter().rev().take_while(|(_, inputs)| inputs.key == self.inputs.key).count();
        let (past, future) = (own(&self.past), own(&self.future));
        (&self.past[self.past.len() - past..], &self.future[self.future.len() - future..])
    }

    /// Returns `true` if the browser keeps the study, where it may: it is no sample as it came.
    pub fn is_own(&self) -> bool {
        let (past, future) = self.own_steps();
        let is_edited = !past.is_empty() || !future.is_empty();
        self.inputs.key.is_some() && (is_edited || self.inputs.sample.is_none()) && !self.is_untouched()
    }

    /// Returns `true` if something was done to the study since it was opened, and not undone.
    pub fn is_changed(&self) -> bool {
        !self.own_steps().0.is_empty()
    }

    /// Returns all states of the study on screen.
    fn own_states(&self) -> impl Iterator<Item = &Inputs> {
        let (past, future) = self.own_steps();
        past.iter().chain(future).map(|(_, inputs)| &**inputs).chain([&*self.inputs])
    }

    /// Returns the texts and files of texts that the study on screen and its history need.
    pub fn own_contents(&self) -> HashSet<ContentId> {
        self.own_states().flat_map(|inputs| &inputs.documents).flat_map(|document| document.contents()).collect()
    }

    /// Returns what is kept beside the texts, each once.
    pub fn attached(&self) -> Vec<Attached> {
        let mut found: Vec<Attached> = Vec::new();
        for inputs in self.own_states() {
            let results = inputs.kept.iter().map(|results| Attached::Results(Rc::clone(results)));
            for attached in [Attached::Lexicon(Rc::clone(origin(&inputs.lexicon)))].into_iter().chain(results) {
                if !found.iter().any(|known| known.is(&attached)) {
                    found.push(attached);
                }
            }
        }
        found
    }
}

impl KeptStudy {
    /// Writes down the study on screen. `None` where the name of a file is missing.
    pub fn of(study: &Study, names: &FileNames) -> Option<Self> {
        let mut writer = Writer::new(names);
        let present = writer.state(&study.inputs)?;
        let (past, future) = study.own_steps();
        let past = writer.steps(&study.inputs, past)?;
        let future = writer.steps(&study.inputs, future)?;
        let Writer { files, lexicons, results, documents, .. } = writer;
        let lexicons = lexicons.into_iter().map(|(_, lexicon)| lexicon).collect();
        let results = results.into_iter().map(|(_, results)| results).collect();
        Some(Self { study: StudyPart { files, lexicons, results, present, past, future }, documents })
    }

    /// Returns both parts as JSON: the study, and its documents.
    pub fn to_parts(&self) -> [Vec<u8>; 2] {
        let written = "JSON writes numbers, texts and lists";
        [serde_json::to_vec(&self.study).expect(written), serde_json::to_vec(&self.documents).expect(written)]
    }

    /// Reads both parts.
    ///
    /// # Errors
    /// [`KeptError`] where one is none.
    pub fn parse(study: &[u8], documents: &[u8]) -> Result<Self, KeptError> {
        Ok(Self {
            study: serde_json::from_slice(study).map_err(|_| KeptError)?,
            documents: serde_json::from_slice(documents).map_err(|_| KeptError)?,
        })
    }

    /// Returns the names of the files whose bytes are needed to open the study.
    pub fn attached(&self) -> &[String] {
        &self.study.files
    }

    /// Makes the study again, under its title in the list of studies, and returns it with the titles
    /// of texts that are missing. `fresh` returns a number that no document has.
    ///
    /// # Errors
    /// [`KeptError`] where the parts do not fit together, or a lexicon is missing.
    pub fn open(
        self,
        key: &StudyKey,
        title: LocalText,
        found: &FoundFiles,
        fresh: impl FnMut() -> u32,
    ) -> Result<(Study, Vec<LocalText>), KeptError> {
        let Self { study, documents } = self;
        let (documents, missing) = opened_documents(documents, found, fresh);
        let reader = Reader {
            key,
            documents,
            lexicons: study.lexicons.iter().map(|lexicon| opened_lexicon(lexicon, &study.files, found)).collect(),
            results: study.results.iter().map(|results| opened_results(results, &study.files, found)).collect(),
        };
        let steps = |steps: Vec<(HistoryEntry, Step)>| {
            let mut near = study.present.clone();
            let mut opened = Vec::new();
            for (entry, step) in steps.into_iter().take(LONGEST_HISTORY) {
                near = step.apply(&near)?;
                opened.push((entry, Shared::from(reader.inputs(&near)?)));
            }
            opened.reverse();
            Ok(Rc::new(opened))
        };
        let (past, future) = (steps(study.past)?, steps(study.future)?);
        let inputs = Inputs { title, ..reader.inputs(&study.present)? };
        Ok((Study { inputs: inputs.into(), past, future }, missing))
    }
}

/// Gathers what the states of a study have in common.
struct Writer<'a> {
    names: &'a FileNames,
    files: Vec<String>,
    lexicons: Vec<(Rc<LexiconSource>, KeptLexicon)>,
    results: Vec<(Rc<KeptResults>, ResultFiles)>,
    documents: DocumentsPart,
    places: HashMap<*const InputDocument, usize>,
    file_places: HashMap<ContentId, u32>,
    ids: HashMap<DocumentId, u32>,
}

impl<'a> Writer<'a> {
    fn new(names: &'a FileNames) -> Self {
        Self {
            names,
            files: Vec::new(),
            lexicons: Vec::new(),
            results: Vec::new(),
            documents: DocumentsPart { files: Vec::new(), documents: Vec::new() },
            places: HashMap::new(),
            file_places: HashMap::new(),
            ids: HashMap::new(),
        }
    }

    fn state(&mut self, inputs: &Inputs) -> Option<State> {
        Some(State {
            title: inputs.title.clone(),
            sample: inputs.sample.clone(),
            documents: inputs.documents.iter().map(|document| self.document(document)).collect::<Option<_>>()?,
            lexicon: self.lexicon(origin(&inputs.lexicon))?,
            edits: inputs.lexicon.parts().1.to_vec(),
            options: inputs.options.clone(),
            about: About::clone(&inputs.about),
            results: self.kept_results(inputs)?.0,
        })
    }

    /// Returns the steps of one side of the history from the present outwards.
    fn steps(&mut self, present: &Inputs, steps: &[HistoryStep]) -> Option<Vec<(HistoryEntry, Step)>> {
        let mut near = present;
        let mut written = Vec::with_capacity(steps.len());
        for (entry, far) in steps.iter().rev() {
            written.push((entry.clone(), self.step(near, far)?));
            near = far;
        }
        Some(written)
    }

    fn step(&mut self, near: &Inputs, far: &Inputs) -> Option<Step> {
        let documents = match Splice::of(&near.documents, &far.documents, Rc::ptr_eq) {
            Some(Splice { front, back, between }) => {
                let between = between.iter().map(|document| self.document(document)).collect::<Option<_>>()?;
                Some(Splice { front, back, between })
            }
            None => None,
        };
        Some(Step {
            title: other(&near.title, &far.title),
            sample: other(&near.sample, &far.sample),
            documents,
            lexicon: other(&self.lexicon(origin(&near.lexicon))?, &self.lexicon(origin(&far.lexicon))?),
            edits: Splice::of(near.lexicon.parts().1, far.lexicon.parts().1, PartialEq::eq),
            options: other(&near.options, &far.options),
            about: other(&*near.about, &*far.about),
            results: other(&self.kept_results(near)?.0, &self.kept_results(far)?.0),
        })
    }

    fn document(&mut self, document: &Rc<InputDocument>) -> Option<usize> {
        if let Some(at) = self.places.get(&Rc::as_ptr(document)) {
            return Some(*at);
        }
        let mut kept = InputDocument::clone(document);
        kept.content = self.content(document.content)?;
        if let Some(source) = &mut kept.source {
            let content = self.content(source.content)?;
            Rc::make_mut(source).content = content;
        }
        let next = u32::try_from(self.ids.len()).ok()?;
        kept.id = DocumentId(*self.ids.entry(document.id).or_insert(next));
        let at = self.documents.documents.len();
        self.documents.documents.push(kept);
        self.places.insert(Rc::as_ptr(document), at);
        Some(at)
    }

    fn content(&mut self, id: ContentId) -> Option<ContentId> {
        if let Some(at) = self.file_places.get(&id) {
            return Some(ContentId(*at));
        }
        let at = u32::try_from(self.documents.files.len()).ok()?;
        self.documents.files.push(self.names.contents.get(&id)?.clone());
        self.file_places.insert(id, at);
        Some(ContentId(at))
    }

    /// Returns the places of the files of a lexicon or of results.
    fn attached(&mut self, attached: &Attached) -> Option<std::ops::Range<usize>> {
        let (_, names) = self.names.attached.iter().find(|(known, _)| known.is(attached))?;
        let start = self.files.len();
        self.files.extend(names.iter().cloned());
        Some(start..self.files.len())
    }

    fn lexicon(&mut self, lexicon: &Rc<LexiconSource>) -> Option<usize> {
        if let Some(at) = self.lexicons.iter().position(|(known, _)| Rc::ptr_eq(known, lexicon)) {
            return Some(at);
        }
        let files = self.attached(&Attached::Lexicon(Rc::clone(lexicon)))?;
        let kept = match &**lexicon {
            LexiconSource::Builtin(id) => KeptLexicon::Builtin(id.clone()),
            LexiconSource::File { name, .. } => KeptLexicon::File { name: name.clone(), text: files.start },
            LexiconSource::Imported { name, reading, .. } => {
                KeptLexicon::Imported { name: name.clone(), bytes: files.start, reading: *reading }
            }
            LexiconSource::Converted { name, reading, report, .. } => KeptLexicon::Converted {
                name: name.clone(),
                bytes: files.start,
                text: files.start + 1,
                reading: *reading,
                report: report.clone(),
            },
            // An origin is a lexicon before any edit.
            LexiconSource::Edited { .. } => return None,
        };
        self.lexicons.push((Rc::clone(lexicon), kept));
        Some(self.lexicons.len() - 1)
    }

    /// Returns the place of the results that stand in the place of texts, if there are any. `None`
    /// where the name of a file is missing.
    fn kept_results(&mut self, inputs: &Inputs) -> Option<(Option<usize>,)> {
        match &inputs.kept {
            Some(results) => self.results(results).map(|place| (Some(place),)),
            None => Some((None,)),
        }
    }

    /// Returns the place of results. `None` where the name of a file is missing.
    fn results(&mut self, results: &Rc<KeptResults>) -> Option<usize> {
        if let Some(at) = self.results.iter().position(|(known, _)| Rc::ptr_eq(known, results)) {
            return Some(at);
        }
        let files = self.attached(&Attached::Results(Rc::clone(results)))?;
        self.results.push((Rc::clone(results), ResultFiles { record: files.start, recipe: files.start + 1 }));
        Some(self.results.len() - 1)
    }
}

/// What the states of a study have in common, opened. What is missing is `None`.
struct Reader<'a> {
    key: &'a StudyKey,
    documents: Vec<Option<Rc<InputDocument>>>,
    lexicons: Vec<Option<Rc<LexiconSource>>>,
    results: Vec<Option<Rc<KeptResults>>>,
}

impl Reader<'_> {
    fn inputs(&self, state: &State) -> Result<Inputs, KeptError> {
        let mut ids = HashSet::new();
        let mut documents = Vec::new();
        for at in &state.documents {
            let document = self.documents.get(*at).ok_or(KeptError)?;
            documents.extend(document.iter().filter(|document| ids.insert(document.id)).cloned());
        }
        let origin = self.lexicons.get(state.lexicon).cloned().flatten().ok_or(KeptError)?;
        let lexicon = match state.edits.as_slice() {
            [] => origin,
            edits => Rc::new(LexiconSource::Edited { origin, edits: edits.to_vec() }),
        };
        let kept = match state.results {
            Some(at) => self.results.get(at).cloned().ok_or(KeptError)?,
            None => None,
        };
        Ok(Inputs {
            key: Some(self.key.clone()),
            title: state.title.clone(),
            sample: state.sample.clone(),
            documents,
            lexicon,
            options: state.options.clone(),
            about: Rc::new(state.about.clone()),
            kept,
        })
    }
}

/// Returns the documents, `None` for one whose text is missing, and the titles of those.
fn opened_documents(
    part: DocumentsPart,
    found: &FoundFiles,
    mut fresh: impl FnMut() -> u32,
) -> (Vec<Option<Rc<InputDocument>>>, Vec<LocalText>) {
    let DocumentsPart { files, documents } = part;
    let content = |at: ContentId| found.contents.get(files.get(at.0 as usize)?).copied();
    let mut ids: HashMap<DocumentId, DocumentId> = HashMap::new();
    let mut missing = Vec::new();
    let documents = documents.into_iter().map(|mut document| {
        let Some(text) = content(document.content) else {
            if !missing.contains(&document.title) {
                missing.push(document.title);
            }
            return None;
        };
        document.content = text;
        document.id = *ids.entry(document.id).or_insert_with(|| DocumentId(fresh()));
        // Without its file a text cannot be read again in another way, and is the same text.
        document.source = document.source.and_then(|mut source| {
            Rc::make_mut(&mut source).content = content(source.content)?;
            Some(source)
        });
        if check_metadata(&document.metadata).is_err() {
            document.metadata = Rc::default();
        }
        Some(Rc::new(document))
    });
    (documents.collect(), missing)
}

fn opened_lexicon(lexicon: &KeptLexicon, files: &[String], found: &FoundFiles) -> Option<Rc<LexiconSource>> {
    let bytes = |at: usize| found.attached.get(files.get(at)?).cloned();
    let text = |at: usize| String::from_utf8(bytes(at)?).ok();
    Some(Rc::new(match lexicon.clone() {
        KeptLexicon::Builtin(id) => LexiconSource::Builtin(id),
        KeptLexicon::File { name, text: at } => LexiconSource::File { name, text: text(at)? },
        KeptLexicon::Imported { name, bytes: at, reading } => {
            LexiconSource::Imported { name, bytes: bytes(at)?, reading }
        }
        KeptLexicon::Converted { name, bytes: file, text: at, reading, report } => {
            LexiconSource::Converted { name, bytes: bytes(file)?, reading, text: text(at)?, report }
        }
    }))
}

fn opened_results(results: &ResultFiles, files: &[String], found: &FoundFiles) -> Option<Rc<KeptResults>> {
    let bytes = |at: usize| found.attached.get(files.get(at)?);
    let recipe = Recipe::parse(std::str::from_utf8(bytes(results.recipe)?).ok()?).ok()?;
    let record: tarazy_engine::study::Record = serde_json::from_slice(bytes(results.record)?).ok()?;
    record.fits(recipe.texts.len()).then(|| Rc::new(KeptResults { record, recipe }))
}

#[cfg(test)]
mod tests;
