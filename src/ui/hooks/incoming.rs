//! Files that come in: read one after another, added to the study in the order in which they came.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, VecDeque},
    rc::Rc,
};

use gloo::timers::callback::Interval;
use js_sys::Date;
use tarazy_documents::{
    FileReply, FileRequest, MetadataTable, ReadDocument, ReadFile, ReadOptions, TablePreview, Wants, titles,
};
use tarazy_engine::{
    encoding::{Encoding, EncodingChoice},
    language::Language,
    problem::Problem,
    settings::{DocumentId, LanguageChoice, MetadataField, accepted_metadata},
};
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::{actions::StudyActions, add_texts::sizes};
use crate::{
    browser::{DocumentReader, InputDocument, SourceFile, plain_text, read_bytes, text_blob},
    ui::state::{
        intake::{self, FileId, FileState, IncomingFile},
        notices::{self, problem_of, reader_problem},
        study::Edit,
    },
};

/// The longest file that is read, in megabytes of 1,000,000 bytes: the engine's own limit.
const MOST_MEGABYTES: u32 = 128;

/// The longest table that is looked at as data on other texts, in bytes.
const MOST_DATA_BYTES: f64 = 4_000_000.0;

/// How much of a file shows whether it is a plain text, in bytes.
const HEAD_BYTES: u16 = 4_096;
/// Up to which size a file is read whole for that, in bytes.
const SMALL_BYTES: f64 = 65_536.0;

/// How often the state of the files is shown, in milliseconds: often enough to see them come, and
/// seldom enough that the page is not drawn for each.
const STEP_MS: u32 = 200;

/// The fewest texts that are added so soon; fewer wait for others.
const FEW_TEXTS: usize = 16;
/// How long they wait, in milliseconds.
const FEW_MS: f64 = 1_000.0;

/// How much later texts are added to the study for each text that it has, in milliseconds: every
/// addition is a table of all of them, and all tables together take a part of the time alone.
const STEP_MS_PER_TEXT: f64 = 0.2;

/// How many pieces of data that are over a limit are reported one by one.
const MOST_DATA_PROBLEMS: usize = 5;

/// The message where no reader of documents is there.
pub(super) const NO_READER: &str = "document-no-reader";

/// What is kept of the files that come in. Clones share it.
#[derive(Clone, Default)]
pub(super) struct IncomingFiles {
    parts: Rc<Parts>,
}

#[derive(Default)]
struct Parts {
    reader: DocumentReader,
    /// The files that wait, are read or are refused, in the order in which they came.
    files: RefCell<BTreeMap<FileId, Incoming>>,
    /// Those that wait, with what is wanted of a table.
    waiting: RefCell<VecDeque<(FileId, Wants)>>,
    next: Cell<u32>,
    is_reading: Cell<bool>,
}

/// A file and how it is read.
#[derive(Clone)]
struct Incoming {
    name: String,
    /// The name without its ending, with the folders that distinguish it from others of the same drop.
    title: String,
    blob: Blob,
    options: ReadOptions,
}

/// What a file became.
enum Outcome {
    /// A text whose bytes the engine decodes.
    Plain,
    Documents(ReadFile),
    Table(TablePreview, Option<MetadataTable>),
    Refused(Problem),
    Cancelled,
}

impl IncomingFiles {
    /// Returns the readers of documents.
    pub(super) fn reader(&self) -> &DocumentReader {
        &self.parts.reader
    }

    fn add(&self, name: String, title: String, blob: Blob) -> FileId {
        let id = FileId(self.parts.next.get());
        self.parts.next.set(id.0 + 1);
        self.parts.files.borrow_mut().insert(id, Incoming { name, title, blob, options: ReadOptions::default() });
        self.parts.waiting.borrow_mut().push_back((id, Wants::Preview));
        id
    }

    /// Returns the next file to read and what is wanted of it, and takes it for one that is read.
    fn take_next(&self) -> Option<(FileId, Incoming, Wants)> {
        let (mut waiting, files) = (self.parts.waiting.borrow_mut(), self.parts.files.borrow());
        // One that was left out meanwhile waits for nothing.
        std::iter::from_fn(|| waiting.pop_front()).find_map(|(id, wants)| Some((id, files.get(&id)?.clone(), wants)))
    }

    fn forget(&self, id: FileId) {
        self.parts.files.borrow_mut().remove(&id);
    }

    /// Changes how a file is read, so that it is read again.
    fn again(&self, id: FileId, change: impl FnOnce(&mut ReadOptions), wants: Wants) -> bool {
        let mut files = self.parts.files.borrow_mut();
        let Some(file) = files.get_mut(&id) else { return false };
        change(&mut file.options);
        self.parts.waiting.borrow_mut().push_back((id, wants));
        true
    }
}

/// What was read and is not yet on the page. Nothing of it is kept before, since the page drops
/// what the study does not name.
#[derive(Default)]
struct Batch {
    /// Files with the documents in them; a plain text has none.
    files: Vec<(Incoming, Option<ReadFile>)>,
    states: Vec<(FileId, FileState)>,
    /// Whether texts of the same files are in the study.
    is_begun: bool,
    /// When texts were last added.
    shown_at: f64,
}

impl StudyActions {
    /// Reads files, with the folders in their names, and adds their texts at the end of the study.
    pub(super) fn read_files(&self, files: Vec<(String, Blob)>) {
        if files.is_empty() {
            return;
        }
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        let titles = titles(&names);
        let rows = files.into_iter().zip(titles).map(|((name, blob), title)| {
            let size = blob.size();
            let id = self.incoming().add(name.clone(), title, blob);
            let is_too_large = size > f64::from(MOST_MEGABYTES) * 1_000_000.0;
            let state = if is_too_large {
                self.incoming().forget(id);
                FileState::Refused(problem_of(&name, "text-too-large", sizes(size, MOST_MEGABYTES)))
            } else {
                FileState::Waiting
            };
            IncomingFile { id, name, state }
        });
        self.set_intake(intake::Action::Add(rows.collect()));
        self.read_waiting();
    }

    /// Reads a table whose columns the user has named, or names otherwise.
    pub fn read_table(&self, id: FileId, options: ReadOptions, wants: Wants) {
        if self.incoming().again(id, |known| *known = options, wants) {
            self.set_intake(intake::Action::Set(vec![(id, FileState::Waiting)]));
            self.read_waiting();
        }
    }

    /// Looks at a table again that is read in another way: with another separator, encoding or head.
    pub fn preview_again(&self, id: FileId, options: ReadOptions) {
        let file = self.incoming().parts.files.borrow().get(&id).cloned();
        let Some(Incoming { name, blob, .. }) = file else { return };
        let actions = self.clone();
        spawn_local(async move {
            let request = FileRequest { name: name.clone(), options, wants: Wants::Preview };
            let state = match actions.incoming().parts.reader.ask(&request, blob).await {
                Ok(FileReply::Table(preview, _)) => FileState::Asking(Rc::new(preview), None),
                Ok(FileReply::Refused(problem)) => {
                    actions.notify(notices::Action::problem(problem));
                    return;
                }
                Ok(FileReply::Plain | FileReply::Documents(_)) => return,
                Err(error) => {
                    if let Some(problem) = reader_problem(&name, error, NO_READER) {
                        actions.notify(notices::Action::problem(problem));
                    }
                    return;
                }
            };
            actions.set_intake(intake::Action::Set(vec![(id, state)]));
        });
    }

    /// Reads a file that was refused again, in an encoding that the user knows.
    pub fn read_file_as(&self, id: FileId, encoding: Encoding) {
        let fix = |options: &mut ReadOptions| options.encoding = EncodingChoice::Fixed(encoding);
        if self.incoming().again(id, fix, Wants::Preview) {
            self.set_intake(intake::Action::Set(vec![(id, FileState::Waiting)]));
            self.read_waiting();
        }
    }

    /// Opens a file that comes in as the lexicon.
    pub fn open_incoming_lexicon(&self, id: FileId) {
        let file = self.incoming().parts.files.borrow_mut().remove(&id);
        self.set_intake(intake::Action::Dismiss(id));
        if let Some(Incoming { name, blob, .. }) = file {
            self.open_lexicon(name, blob, tarazy_engine::lexicon::PatternSyntax::default());
        }
    }

    /// Leaves a file out.
    pub fn dismiss_file(&self, id: FileId) {
        self.incoming().forget(id);
        self.set_intake(intake::Action::Dismiss(id));
    }

    /// Leaves out all files that were refused.
    pub fn dismiss_refused(&self) {
        self.set_intake(intake::Action::DismissAll);
    }

    /// Stops reading. Texts that were read stay.
    pub fn cancel_reading(&self) {
        self.incoming().parts.files.borrow_mut().clear();
        self.incoming().parts.waiting.borrow_mut().clear();
        self.incoming().parts.reader.cancel_all();
        self.set_intake(intake::Action::Cancel);
    }

    /// Reads the file of a text again in another way, and puts what it says now in the place of the
    /// text.
    pub fn read_text_again(&self, document: &Rc<InputDocument>, options: ReadOptions) {
        let Some(source) = document.source.clone().filter(|source| source.is_alone) else { return };
        let Some(blob) = self.content(source.content) else { return };
        let (actions, document) = (self.clone(), Rc::clone(document));
        spawn_local(async move {
            let name = document.file.clone().unwrap_or_default();
            let request = FileRequest { name: name.clone(), options: options.clone(), wants: Wants::Documents };
            match actions.incoming().parts.reader.ask(&request, blob.clone()).await {
                Ok(FileReply::Documents(ReadFile { documents, .. })) => {
                    let Some(read) = documents.into_iter().next() else { return };
                    let Ok(text) = text_blob(&read.text, "text/plain") else { return };
                    let source = SourceFile {
                        content: actions.keep(blob),
                        format: read.format,
                        options,
                        left_out: read.left_out,
                        warnings: read.warnings,
                        is_alone: true,
                    };
                    let again = InputDocument {
                        content: actions.keep(text),
                        source: Some(Rc::new(source)),
                        ..InputDocument::clone(&document)
                    };
                    actions.edit(Edit::ReadAgain(Rc::new(again)));
                }
                Ok(FileReply::Refused(problem)) => actions.notify(notices::Action::problem(problem)),
                Ok(_) => {}
                Err(error) => {
                    if let Some(problem) = reader_problem(&name, error, NO_READER) {
                        actions.notify(notices::Action::problem(problem));
                    }
                }
            }
        });
    }

    fn read_waiting(&self) {
        if self.incoming().parts.is_reading.replace(true) {
            return;
        }
        let (actions, batch) = (self.clone(), Rc::<RefCell<Batch>>::default());
        // What was read is shown also while a file takes long.
        let steps = {
            let (actions, batch) = (actions.clone(), Rc::clone(&batch));
            Interval::new(STEP_MS, move || actions.show(&mut batch.borrow_mut(), false))
        };
        spawn_local(async move {
            while let Some((id, file, wants)) = actions.incoming().take_next() {
                batch.borrow_mut().states.push((id, FileState::Reading));
                let is_data = wants == Wants::Preview && actions.may_be_data(&file, &batch.borrow());
                let wants = if is_data { Wants::PreviewAndData } else { wants };
                let state = match actions.read_file(&file, wants).await {
                    Outcome::Plain => {
                        batch.borrow_mut().files.push((file, None));
                        FileState::Read
                    }
                    Outcome::Documents(read) => {
                        batch.borrow_mut().files.push((file, Some(read)));
                        FileState::Read
                    }
                    Outcome::Table(preview, data) => FileState::Asking(Rc::new(preview), data.map(Rc::new)),
                    Outcome::Refused(problem) => FileState::Refused(problem),
                    Outcome::Cancelled => continue,
                };
                if state == FileState::Read {
                    actions.incoming().forget(id);
                }
                batch.borrow_mut().states.push((id, state));
            }
            drop(steps);
            actions.show(&mut batch.borrow_mut(), true);
            actions.incoming().parts.is_reading.set(false);
        });
    }

    /// Shows how far the files are, and adds what was read to the study where that is due, or the last
    /// file was read.
    fn show(&self, batch: &mut Batch, is_last: bool) {
        if !batch.states.is_empty() {
            self.set_intake(intake::Action::Set(std::mem::take(&mut batch.states)));
        }
        let wait = if batch.files.len() < FEW_TEXTS { FEW_MS } else { f64::from(STEP_MS) };
        let wait = wait + STEP_MS_PER_TEXT * self.latest().documents.len() as f64;
        if !is_last && batch.is_begun && Date::now() - batch.shown_at < wait {
            return;
        }
        let mut texts = Vec::new();
        for (file, read) in batch.files.drain(..) {
            match read {
                None => texts.push(self.plain(file)),
                Some(read) => {
                    for part in &read.refused {
                        self.notify(notices::Action::problem(part.problem.clone()));
                    }
                    texts.extend(self.texts(&file, read));
                }
            }
        }
        if texts.is_empty() {
            return;
        }
        self.edit(if batch.is_begun { Edit::AddMore(texts) } else { Edit::Add(texts) });
        batch.is_begun = true;
        batch.shown_at = Date::now();
    }

    async fn read_file(&self, file: &Incoming, wants: Wants) -> Outcome {
        let Incoming { name, blob, options, .. } = file;
        if is_plain(name, blob).await {
            return Outcome::Plain;
        }
        let request = FileRequest { name: name.clone(), options: options.clone(), wants };
        match self.incoming().parts.reader.ask(&request, blob.clone()).await {
            Ok(FileReply::Plain) => Outcome::Plain,
            Ok(FileReply::Table(preview, data)) => Outcome::Table(preview, data),
            Ok(FileReply::Documents(read)) => Outcome::Documents(read),
            Ok(FileReply::Refused(problem)) => Outcome::Refused(problem),
            Err(error) => reader_problem(name, error, NO_READER).map_or(Outcome::Cancelled, Outcome::Refused),
        }
    }

    /// Returns `true` if a small file may be data on texts that are there or come with it.
    fn may_be_data(&self, file: &Incoming, batch: &Batch) -> bool {
        let has_files = || self.latest().documents.iter().any(|document| document.file.is_some());
        file.blob.size() <= MOST_DATA_BYTES && (batch.is_begun || !batch.files.is_empty() || has_files())
    }

    /// Takes the rows of a table as data on texts of the study.
    pub fn take_data(&self, id: FileId, data: Vec<(DocumentId, Rc<Vec<MetadataField>>)>) {
        self.incoming().forget(id);
        self.set_intake(intake::Action::Set(vec![(id, FileState::Read)]));
        self.set_data(data);
    }

    /// Sets data on texts of the study. What is over a limit is left out and reported.
    pub fn set_data(&self, data: Vec<(DocumentId, Rc<Vec<MetadataField>>)>) {
        let latest = self.latest();
        let mut problems = Vec::new();
        let accepted = data.into_iter().map(|(id, fields)| {
            let (accepted, errors) = accepted_metadata(Rc::unwrap_or_clone(fields));
            if !errors.is_empty() {
                let title = latest.title_of(id, Language::English);
                problems.extend(errors.iter().map(|error| error.problem(&title)));
            }
            (id, Rc::new(accepted))
        });
        self.edit(Edit::SetMetadata(accepted.collect()));
        self.report_left_out(problems);
    }

    /// Reports the first pieces of data that are over a limit.
    fn report_left_out(&self, problems: Vec<Problem>) {
        for problem in problems.into_iter().take(MOST_DATA_PROBLEMS) {
            self.notify(notices::Action::problem(problem));
        }
    }

    /// Makes a text of a file whose bytes the engine decodes.
    fn plain(&self, file: Incoming) -> Rc<InputDocument> {
        let Incoming { name, title, blob, options, .. } = file;
        let mut document = self.document(plain_text(&title), Some(name), LanguageChoice::Auto, blob);
        Rc::make_mut(&mut document).reading.encoding = options.encoding;
        document
    }

    /// Makes texts of the documents in a file.
    fn texts(&self, file: &Incoming, read: ReadFile) -> Vec<Rc<InputDocument>> {
        let Incoming { name, title, blob, options, .. } = file;
        let is_alone = read.documents.len() == 1 && read.refused.is_empty() && options.column.is_none();
        let content = self.keep(blob.clone());
        let mut problems = Vec::new();
        let texts = read.documents.into_iter().filter_map(|document| {
            let (metadata, errors) = accepted_metadata(document.stated_data(options.column.is_some()));
            problems.extend(errors.iter().map(|error| error.problem(&document.title)));
            let ReadDocument { title: own, format, text, left_out, warnings, .. } = document;
            let text = text_blob(&text, "text/plain").ok()?;
            let title = if is_alone { title } else { &own };
            let mut input = self.document(plain_text(title), Some(name.clone()), LanguageChoice::Auto, text);
            let document = Rc::make_mut(&mut input);
            document.metadata = Rc::new(metadata);
            document.source =
                Some(Rc::new(SourceFile { content, format, options: options.clone(), left_out, warnings, is_alone }));
            Some(input)
        });
        let texts = texts.collect();
        self.report_left_out(problems);
        texts
    }
}

/// Returns `true` if a file is a plain text by its name and its first bytes.
async fn is_plain(name: &str, blob: &Blob) -> bool {
    // To cut a piece out of a file takes longer than to read a small one whole.
    let head =
        if blob.size() <= SMALL_BYTES { Ok(blob.clone()) } else { blob.slice_with_i32_and_i32(0, HEAD_BYTES.into()) };
    let Ok(head) = head else { return false };
    let Ok(mut head) = read_bytes(&head).await else { return false };
    head.truncate(HEAD_BYTES.into());
    tarazy_documents::is_plain(name, &head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_and_engine_refuse_the_same_files() {
        assert_eq!(u64::from(MOST_MEGABYTES) * 1_000_000, tarazy_engine::intake::MAX_TEXT_BYTES);
    }
}
