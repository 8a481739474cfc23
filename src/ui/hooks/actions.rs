//! What the user can do from anywhere on the page.

use std::{cell::RefCell, collections::VecDeque, rc::Rc};
use tarazy_engine::{
    encoding::{Encoding, EncodingChoice},
    intake::IntakeError,
    language::Language,
    lexicon::{LexiconEdit, LexiconFormat, LocalText},
    problem::{Argument, Problem},
    settings::{DocumentId, LanguageChoice, LexiconSource, ReadingOptions},
    study::{
        Answer, LexiconFile, LexiconFileQuery, LexiconReply, LexiconRequest, Question, Refusal, WholeText,
        WholeTextQuery,
    },
};
use tarazy_report::report::{PieceFile, PieceQuery};

use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;
use yew::prelude::*;

use super::{incoming::IncomingFiles, keeping::Keeper, lexicon_files::converter_problem, study_files::FoundTexts};
use crate::{
    browser::{
        Bridge, BridgeEvent, Command, ContentId, Event, InputDocument, Inputs, LexiconConverter, ModuleError,
        RequestTarget, SampleEntry, StudyKey, bytes_blob, download, load, may_download, read_sample, read_sample_list,
        text_blob,
    },
    ui::state::{
        Intake, Kept, Notices, Preferences, Results, Route, Shared, Study, intake,
        notices::{self, Remedy, Tone, is_about_encoding, problem_of, sentence},
        preferences,
        results::{self, RefusedLexicon},
        study::{self, Edit},
    },
};

/// How many refused texts are kept, in case the user knows their encoding.
const MOST_REFUSED: usize = 12;

/// How long the name of a saved text may be, in characters.
const LONGEST_FILE_NAME: usize = 80;

/// What the user can do from anywhere on the page. Stays the same for as long as the page is open;
/// clones share it.
#[derive(Clone, PartialEq)]
pub struct StudyActions {
    parts: Shared<Parts>,
}

struct Parts {
    bridge: Bridge,
    listener: Rc<Listener>,
    slices: Dispatchers,
    go: Callback<Route>,
    latest: Latest,
    refused: Refused,
    found: FoundTexts,
    incoming: IncomingFiles,
    keeper: Keeper,
}

/// The dispatchers of the page's slices.
#[derive(Clone)]
pub struct Dispatchers {
    /// The study.
    pub study: UseReducerDispatcher<Study>,
    /// The notices.
    pub notices: UseReducerDispatcher<Notices>,
    /// The files that come in.
    pub intake: UseReducerDispatcher<Intake>,
    /// The engine's results.
    pub results: UseReducerDispatcher<Results>,
    /// The preferences.
    pub preferences: UseReducerDispatcher<Preferences>,
    /// The kept studies.
    pub kept: UseReducerDispatcher<Kept>,
}

/// The inputs that were sent to the engine last.
type Latest = Rc<RefCell<Shared<Inputs>>>;

/// Refused texts, kept in case the user knows their encoding.
type Refused = Rc<RefCell<VecDeque<ContentId>>>;

impl StudyActions {
    /// Makes the actions of a page; [`Self::start`] starts the engine behind them.
    pub fn new(slices: Dispatchers, go: Callback<Route>) -> Self {
        let (latest, refused) = (Latest::default(), Refused::default());
        let listener = Listener {
            slices: slices.clone(),
            latest: latest.clone(),
            refused: refused.clone(),
            blank: RefCell::default(),
            converter: LexiconConverter::default(),
        };
        let listener = Rc::new(listener);
        let handler = Rc::clone(&listener);
        let bridge = Bridge::new(move |event| Rc::clone(&handler).handle(event));
        let parts = Parts {
            bridge,
            listener,
            slices,
            go,
            latest,
            refused,
            found: FoundTexts::default(),
            incoming: IncomingFiles::default(),
            keeper: Keeper::default(),
        };
        Self { parts: parts.into() }
    }

    /// Starts the engine.
    pub fn start(&self) {
        self.parts.bridge.start();
    }

    /// Navigates to a page.
    pub fn go(&self, route: Route) {
        self.parts.go.emit(route);
    }

    /// Changes a preference.
    pub fn prefer(&self, action: preferences::Action) {
        self.parts.slices.preferences.dispatch(action);
    }

    /// Edits the study, unless another tab has it open. Another study can be opened in its place.
    pub fn edit(&self, edit: Edit) {
        self.try_edit(edit);
    }

    /// Does the same, and returns whether it did.
    pub fn try_edit(&self, edit: Edit) -> bool {
        if !matches!(edit, Edit::Open(_)) && self.is_only_read() {
            return false;
        }
        if matches!(edit, Edit::SetLexicon(_)) {
            self.parts.slices.results.dispatch(results::Action::ForgetRefusal);
        }
        self.parts.slices.study.dispatch(study::Action::Edit(edit));
        true
    }

    /// Edits the lexicon; `about` is the title of the category that the edit is about, for the
    /// history.
    pub fn edit_lexicon(&self, edit: LexiconEdit, about: LocalText) {
        self.edit(Edit::EditLexicon(edit, about));
    }

    /// Goes to the state after `steps` steps of the history.
    pub fn go_to(&self, steps: usize) {
        if self.is_only_read() {
            return;
        }
        self.parts.slices.study.dispatch(study::Action::GoTo(steps));
    }

    /// Takes the last edit back.
    pub fn undo(&self) {
        if self.is_only_read() {
            return;
        }
        self.parts.slices.study.dispatch(study::Action::Undo);
    }

    /// Does it again.
    pub fn redo(&self) {
        if self.is_only_read() {
            return;
        }
        self.parts.slices.study.dispatch(study::Action::Redo);
    }

    /// Returns `true`, and says why, if another tab has the study open.
    pub(super) fn is_only_read(&self) -> bool {
        let is_elsewhere = self.parts.keeper.is_elsewhere();
        if is_elsewhere {
            self.notify(notices::Action::problem(sentence("store-only-read", Vec::new())));
        }
        is_elsewhere
    }

    /// Brings the engine to the study's present state.
    pub fn count(&self, study: &Study, language: Language) {
        *self.parts.latest.borrow_mut() = study.inputs().clone();
        let mut contents = study.contents();
        contents.extend(self.parts.refused.borrow().iter());
        self.parts.bridge.keep_only(&contents);
        self.parts.bridge.want(study.inputs(), language);
        // A refused text may have left since the table came.
        self.parts.listener.refuse_blank();
    }

    /// Stops the work at hand. Where that is a change, the study goes back to what was counted last,
    /// and undo brings the work back; a question is dropped, and changes behind it are made.
    pub fn stop(&self, counted: Option<Shared<Inputs>>) {
        if !self.parts.bridge.is_answering() {
            self.parts.slices.study.dispatch(study::Action::Edit(Edit::StopAt(counted.unwrap_or_default())));
        }
        self.parts.bridge.start_again();
    }

    /// Starts another engine after all have crashed.
    pub fn start_another_engine(&self) {
        self.parts.slices.results.dispatch(results::Action::EngineFound);
        self.parts.bridge.start_again();
    }

    /// Asks a question about the table on screen.
    pub fn ask(&self, question: impl Into<Question>) {
        self.parts.bridge.ask(Command::Ask(question.into()));
    }

    /// Asks for a piece of an article.
    pub fn write(&self, query: PieceQuery) {
        self.parts.bridge.ask(Command::Write(query));
    }

    /// Changes the state of files that come in.
    pub(super) fn set_intake(&self, action: intake::Action) {
        self.parts.slices.intake.dispatch(action);
    }

    /// Returns what is kept of the files that come in.
    pub(super) fn incoming(&self) -> &IncomingFiles {
        &self.parts.incoming
    }

    /// Has a lexicon of another tool read.
    pub(super) async fn convert(&self, request: &LexiconRequest, blob: Blob) -> Result<LexiconReply, ModuleError> {
        self.parts.listener.convert(request, blob).await
    }

    /// Stops all conversions of lexicons.
    pub fn stop_converting(&self) {
        self.parts.listener.converter.cancel_all();
    }

    /// Reports that a lexicon was refused.
    pub(super) fn refuse_lexicon(&self, name: String, problems: Vec<Problem>) {
        self.parts.listener.refuse_lexicon(name, problems);
    }

    /// Keeps a text or file for as long as the study or its history names it.
    pub(super) fn keep(&self, blob: Blob) -> ContentId {
        self.parts.bridge.keep(blob)
    }

    /// Adds, dismisses or forgets a notice.
    pub fn notify(&self, action: notices::Action) {
        self.parts.slices.notices.dispatch(action);
    }

    /// Returns the study as it was when it was last sent to the engine.
    pub(super) fn latest(&self) -> Shared<Inputs> {
        self.parts.latest.borrow().clone()
    }

    /// Returns what is known of the kept studies.
    pub(super) fn keeper(&self) -> &Keeper {
        &self.parts.keeper
    }

    /// Returns the dispatchers of the page's slices.
    pub(super) fn slices(&self) -> &Dispatchers {
        &self.parts.slices
    }

    /// Returns a number that no text and no document of this page has.
    pub(super) fn next_number(&self) -> u32 {
        self.parts.bridge.next_number()
    }

    /// Returns the texts that were found for results without texts.
    pub(super) fn found(&self) -> &FoundTexts {
        &self.parts.found
    }

    /// Adds a refused text again, read in an encoding that the user knows. `notice` reported the
    /// refusal.
    pub fn read_as(&self, document: &InputDocument, encoding: Encoding, notice: u32) {
        let reading = ReadingOptions { encoding: EncodingChoice::Fixed(encoding), ..document.reading };
        self.add_again(document, reading, notice);
    }

    /// Adds a text again that was refused or set aside. `notice` reported that.
    pub fn add_again(&self, document: &InputDocument, reading: ReadingOptions, notice: u32) {
        let Some(blob) = self.parts.bridge.content(document.content) else { return };
        self.parts.refused.borrow_mut().retain(|content| *content != document.content);
        self.notify(notices::Action::Dismiss(notice));
        let content = self.parts.bridge.keep(blob);
        let again = InputDocument { id: DocumentId(content.0), content, reading, ..document.clone() };
        self.edit(Edit::Add(vec![Rc::new(again)]));
    }

    /// Saves a text as it is counted. Where the page may not save files, it is shown to be copied.
    pub fn save_text(&self, document: DocumentId) {
        self.ask(WholeTextQuery { document });
    }

    /// Closes the text that was shown to be copied.
    pub fn forget_text(&self) {
        self.parts.slices.results.dispatch(results::Action::ForgetText);
    }

    /// Saves a file and says so; returns whether that was allowed.
    pub fn save_file(&self, name: &str, bytes: &[u8], kind: &str) -> bool {
        let is_saved = may_download() && bytes_blob(bytes, kind).and_then(|blob| download(&blob, name)).is_ok();
        if is_saved {
            self.notify_saved(name);
        }
        is_saved
    }

    /// Adds the notice that a file was saved.
    pub fn notify_saved(&self, name: &str) {
        let file = vec![("file".to_owned(), Argument::Text(name.to_owned()))];
        self.notify(notices::Action::info("export-saved", file));
    }

    /// Closes the piece of an article that was shown to be copied.
    pub fn forget_piece(&self) {
        self.parts.slices.results.dispatch(results::Action::ForgetPiece);
    }

    /// Returns a text of the study.
    pub fn content(&self, id: ContentId) -> Option<Blob> {
        self.parts.bridge.content(id)
    }

    pub(super) fn document(
        &self,
        title: LocalText,
        file: Option<String>,
        language: LanguageChoice,
        blob: Blob,
    ) -> Rc<InputDocument> {
        InputDocument::new(title, file, language, self.parts.bridge.keep(blob))
    }

    /// Begins a lexicon with one empty category; title and category are named in the language of
    /// the page.
    pub fn new_lexicon(&self, language: &'static str, title: &str, category: &str) {
        let name = "my-lexicon.toml".to_owned();
        let text = format!(
            "format = 1\nid = \"my-lexicon\"\nversion = \"0.1.0\"\ntitle = {{ {language} = \"{title}\" }}\n\
             languages = [\"kk\", \"ru\", \"en\"]\n\n[[category]]\nid = \"category\"\ntitle = {{ {language} = \"{category}\" }}\n"
        );
        self.edit(Edit::SetLexicon(Rc::new(LexiconSource::File { name, text })));
    }

    /// Closes the report on the lexicon's file.
    pub fn forget_file(&self) {
        self.parts.slices.results.dispatch(results::Action::ForgetFile);
    }

    /// Saves the lexicon as a file. Where the page may not save files, it is shown to be copied.
    pub fn save_lexicon(&self, format: LexiconFormat) {
        self.ask(LexiconFileQuery { format });
    }

    /// Fetches the list of sample studies and hands it over.
    pub fn list_samples(&self, samples: Callback<Shared<Vec<SampleEntry>>>) {
        let actions = self.clone();
        spawn_local(async move {
            let bytes = load("samples/index.json").await.ok();
            match bytes.and_then(|bytes| read_sample_list(&bytes).ok()) {
                Some(list) => samples.emit(list.into()),
                None => actions.notify(notices::Action::problem(problem_of("samples", "sample-missing", Vec::new()))),
            }
        });
    }

    /// Opens a sample study in the place of the present one.
    pub fn open_sample(&self, id: String) {
        self.read_sample(id, |inputs| study::Action::Edit(Edit::Open(inputs)));
    }

    /// Opens the sample study that the page begins with, unless the user has begun a study.
    pub fn begin_with_sample(&self, id: String) {
        self.read_sample(id, study::Action::Begin);
    }

    fn read_sample(&self, id: String, action: fn(Shared<Inputs>) -> study::Action) {
        let actions = self.clone();
        spawn_local(async move {
            let bytes = load(&format!("samples/{id}.json")).await.ok();
            let Some(sample) = bytes.and_then(|bytes| read_sample(&bytes).ok()) else {
                actions.notify(notices::Action::problem(problem_of(&id, "sample-missing", Vec::new())));
                return;
            };
            let keep = |text: &str| Some(actions.parts.bridge.keep(text_blob(text, "text/plain").ok()?));
            let inputs = Inputs { key: Some(StudyKey::fresh()), ..sample.inputs(keep) };
            actions.parts.slices.study.dispatch(action(inputs.into()));
        });
    }
}

/// Turns the events of the bridge into actions on the state.
struct Listener {
    slices: Dispatchers,
    latest: Latest,
    refused: Refused,
    /// The texts of the last table, where nothing was in any of them.
    blank: RefCell<Vec<DocumentId>>,
    converter: LexiconConverter,
}

impl Listener {
    fn handle(self: Rc<Self>, event: BridgeEvent) {
        match event {
            BridgeEvent::Event(Event::Answered(Answer::WholeText(text))) => self.save(text),
            BridgeEvent::Event(Event::Answered(Answer::LexiconFile(file))) => {
                let listener = Rc::clone(&self);
                spawn_local(async move { listener.write_lexicon(*file).await });
            }
            BridgeEvent::Event(Event::Written(file)) => self.save_piece(file),
            BridgeEvent::Event(Event::Compared(table)) if table.is_blank() => {
                *self.blank.borrow_mut() = table.documents.iter().map(|row| row.id).collect();
                self.refuse_blank();
            }
            BridgeEvent::Event(Event::Compared(table)) => {
                self.blank.borrow_mut().clear();
                self.slices.results.dispatch(results::Action::Event(Event::Compared(table)));
            }
            BridgeEvent::Event(event) => self.slices.results.dispatch(results::Action::Event(event)),
            BridgeEvent::Busy(true) => self.slices.results.dispatch(results::Action::Busy),
            BridgeEvent::Busy(false) => {
                self.slices.results.dispatch(results::Action::Idle(self.latest.borrow().clone()));
            }
            BridgeEvent::Refused(subject, event) => self.refuse(&subject, event),
            BridgeEvent::Replaced(None) => {
                self.slices.notices.dispatch(notices::Action::info("engine-replaced", Vec::new()));
            }
            BridgeEvent::Replaced(Some(subject)) => self.set_aside(&subject),
            BridgeEvent::Ended => self.slices.results.dispatch(results::Action::EngineLost),
        }
    }

    /// Saves a text as a file of UTF-8, or shows it where that is not allowed.
    fn save(&self, text: Box<WholeText>) {
        let title = self.latest.borrow().title_of(text.document, Language::English);
        let name = file_name(&title);
        let is_saved = may_download()
            && text_blob(&text.text, "text/plain;charset=utf-8").and_then(|blob| download(&blob, &name)).is_ok();
        if is_saved {
            let file = vec![("file".to_owned(), Argument::Text(name))];
            self.slices.notices.dispatch(notices::Action::info("export-saved", file));
        } else {
            self.slices.results.dispatch(results::Action::Event(Event::Answered(Answer::WholeText(text))));
        }
    }

    /// Reads or writes a lexicon in the format of another tool, which the page shows while it takes.
    async fn convert(&self, request: &LexiconRequest, blob: Blob) -> Result<LexiconReply, ModuleError> {
        self.slices.results.dispatch(results::Action::Convert(request.name().to_owned().into()));
        let reply = self.converter.ask(request, blob).await;
        self.slices.results.dispatch(results::Action::Converted);
        reply
    }

    /// Converts the lexicon to the format that was asked for, and saves it.
    async fn write_lexicon(&self, file: LexiconFile) {
        let Some(format) = file.convert_to else { return self.save_lexicon(file) };
        let LexiconFile { name, bytes, .. } = file;
        let reply = match bytes_blob(&bytes, "text/plain") {
            Ok(blob) => self.convert(&LexiconRequest::Write { name: name.clone(), format }, blob).await,
            Err(_) => Err(ModuleError::Ended),
        };
        let problems = match reply {
            Ok(LexiconReply::Written(file)) => return self.save_lexicon(*file),
            Ok(LexiconReply::Refused(problems)) => problems,
            Ok(LexiconReply::Read { .. }) => Vec::new(),
            Err(error) => converter_problem(&name, error).into_iter().collect(),
        };
        for problem in problems {
            self.slices.notices.dispatch(notices::Action::problem(problem));
        }
    }

    /// Saves the lexicon, or shows it where that is not allowed, and reports what the format cannot
    /// hold.
    fn save_lexicon(&self, file: LexiconFile) {
        let format = file.name.rsplit_once('.').and_then(|(_, ending)| LexiconFormat::from_ending(ending));
        let mark = format.map_or(&b""[..], LexiconFormat::spreadsheet_mark);
        let is_saved = may_download()
            && bytes_blob(&[mark, &file.bytes].concat(), "application/octet-stream")
                .and_then(|blob| download(&blob, &file.name))
                .is_ok();
        if is_saved {
            let name = vec![("file".to_owned(), Argument::Text(file.name.clone()))];
            self.slices.notices.dispatch(notices::Action::info("export-saved", name));
        }
        let bytes = if is_saved { Vec::new() } else { file.bytes };
        let answer = Answer::LexiconFile(Box::new(LexiconFile { bytes, ..file }));
        self.slices.results.dispatch(results::Action::Event(Event::Answered(answer)));
    }

    /// Saves a piece of an article that was asked for as a file; where that is not allowed, and for
    /// a piece that is shown on the page, it is kept.
    fn save_piece(&self, file: Box<PieceFile>) {
        let piece = &file.query.piece;
        let name = piece.file_name();
        let is_saved = piece.is_file()
            && may_download()
            && bytes_blob(&file.bytes, piece.media_type()).and_then(|blob| download(&blob, &name)).is_ok();
        if is_saved {
            let name = vec![("file".to_owned(), Argument::Text(name))];
            self.slices.notices.dispatch(notices::Action::info("export-saved", name));
        } else {
            self.slices.results.dispatch(results::Action::Event(Event::Written(file)));
        }
    }

    /// Keeps a refused text while the user may choose its encoding.
    fn refuse_document(&self, id: DocumentId, content: ContentId, problems: Vec<Problem>) {
        let latest = self.latest.borrow().clone();
        let document = latest.documents.iter().find(|document| document.id == id);
        for problem in problems {
            let remedy = match document.filter(|_| is_about_encoding(&problem)) {
                Some(document) => Remedy::Encoding(Rc::clone(document)),
                None => Remedy::None,
            };
            if remedy != Remedy::None {
                self.keep_refused(content);
            }
            self.slices.notices.dispatch(notices::Action::Add(Tone::Problem, problem, remedy));
        }
        self.slices.study.dispatch(study::Action::DropContent(content));
    }

    /// Refuses all texts where nothing is in any of them. Beside other texts an empty one is a row,
    /// and a table on the way to that of all texts has fewer rows.
    fn refuse_blank(&self) {
        let latest = self.latest.borrow().clone();
        let is_all = self.blank.borrow().iter().eq(latest.documents.iter().map(|document| &document.id));
        if !is_all || latest.documents.is_empty() {
            return;
        }
        self.blank.borrow_mut().clear();
        for document in &latest.documents {
            let name = document.file.as_deref().unwrap_or(document.title.get(Language::English));
            self.refuse_document(document.id, document.content, vec![IntakeError::Empty.problem(name)]);
        }
    }

    /// Keeps a text that is not in the study any more, in case the user adds it again.
    fn keep_refused(&self, content: ContentId) {
        let mut refused = self.refused.borrow_mut();
        refused.push_back(content);
        if refused.len() > MOST_REFUSED {
            refused.pop_front();
        }
    }

    /// Goes back to the reading before.
    fn refuse_reading(&self, id: DocumentId, content: ContentId, reading: ReadingOptions) {
        let title = self.latest.borrow().title_of(id, Language::English);
        let encoding = match reading.encoding {
            EncodingChoice::Fixed(encoding) => encoding.name(),
            EncodingChoice::Auto => "",
        };
        let encoding = vec![("encoding".to_owned(), Argument::Text(encoding.to_owned()))];
        self.slices.notices.dispatch(notices::Action::problem(problem_of(&title, "text-reading-refused", encoding)));
        self.slices.study.dispatch(study::Action::DropReading(content, reading));
    }

    /// Reports that a lexicon was refused.
    fn refuse_lexicon(&self, name: String, problems: Vec<Problem>) {
        self.slices.notices.dispatch(notices::Action::problem(problem_of(
            &name,
            "lexicon-refused",
            vec![("count".to_owned(), Argument::Number(i64::try_from(problems.len()).unwrap_or(i64::MAX)))],
        )));
        self.slices.results.dispatch(results::Action::RefuseLexicon(RefusedLexicon { name, problems }));
    }

    fn refuse(&self, subject: &RequestTarget, event: Event) {
        let Event::Refused(Refusal { problems, .. }) = event else { return };
        match subject {
            RequestTarget::Document(id, content) => self.refuse_document(*id, *content, problems),
            RequestTarget::Reading(id, content, reading) => self.refuse_reading(*id, *content, *reading),
            RequestTarget::Lexicon => {
                let refused = Rc::clone(&self.latest.borrow().lexicon);
                self.refuse_lexicon(lexicon_name(&refused), problems);
                self.slices.study.dispatch(study::Action::DropLexicon(refused));
            }
            RequestTarget::Edit(edit) => {
                for problem in problems {
                    self.slices.notices.dispatch(notices::Action::problem(problem));
                }
                self.slices.study.dispatch(study::Action::DropEdit(edit.clone()));
            }
            RequestTarget::Study | RequestTarget::Question(_) => {
                for problem in problems {
                    self.slices.notices.dispatch(notices::Action::problem(problem));
                }
            }
        }
    }

    fn set_aside(&self, subject: &RequestTarget) {
        let latest = self.latest.borrow().clone();
        match subject {
            RequestTarget::Document(id, content) => {
                let document = latest.documents.iter().find(|document| document.id == *id);
                let title = document.map(|document| document.title.get(Language::English)).unwrap_or_default();
                let remedy = document.map_or(Remedy::None, |document| Remedy::AddAgain(Rc::clone(document)));
                let problem = problem_of(title, "text-set-aside", Vec::new());
                self.keep_refused(*content);
                self.slices.notices.dispatch(notices::Action::Add(Tone::Problem, problem, remedy));
                self.slices.study.dispatch(study::Action::DropContent(*content));
            }
            RequestTarget::Reading(id, content, reading) => self.refuse_reading(*id, *content, *reading),
            RequestTarget::Lexicon => {
                let name = lexicon_name(&latest.lexicon);
                self.slices.notices.dispatch(notices::Action::problem(problem_of(
                    &name,
                    "lexicon-set-aside",
                    Vec::new(),
                )));
                self.slices.study.dispatch(study::Action::DropLexicon(Rc::clone(&latest.lexicon)));
            }
            RequestTarget::Edit(edit) => {
                let name = lexicon_name(&latest.lexicon);
                self.slices.notices.dispatch(notices::Action::problem(problem_of(
                    &name,
                    "lexicon-edit-set-aside",
                    Vec::new(),
                )));
                self.slices.study.dispatch(study::Action::DropEdit(edit.clone()));
            }
            RequestTarget::Study => {
                self.slices.notices.dispatch(notices::Action::info("options-set-aside", Vec::new()));
                self.slices.study.dispatch(study::Action::ResetOptions);
            }
            RequestTarget::Question(_) => {
                self.slices.notices.dispatch(notices::Action::info("question-set-aside", Vec::new()));
            }
        }
    }
}

/// Returns the file name of a text: its title without characters that are special to file systems.
fn file_name(title: &str) -> String {
    let letters = title.chars().take(LONGEST_FILE_NAME);
    let is_other = |letter: char| letter.is_control() || r#"/\:*?"<>|"#.contains(letter);
    let name: String = letters.map(|letter| if is_other(letter) { '-' } else { letter }).collect();
    match name.trim_matches(['.', ' ', '…']) {
        "" => "tarazy.txt".to_owned(),
        name => format!("{name}.utf-8.txt"),
    }
}

/// Returns the name by which the reader knows a lexicon.
pub fn lexicon_name(lexicon: &LexiconSource) -> String {
    lexicon.name().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_text_has_a_name_that_every_system_takes() {
        assert_eq!(file_name("Конституция: 1-бап/2?…"), "Конституция- 1-бап-2-.utf-8.txt");
        assert_eq!(file_name("../.."), "-.utf-8.txt");
        assert_eq!(file_name(" … "), "tarazy.txt");
        assert!(file_name(&"ә".repeat(300)).chars().count() < 100);
    }
}
