//! Whole studies: opened, completed with texts that their author may not pass on, published.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;
use yew::Callback;

use super::actions::StudyActions;
use crate::{
    browser::{
        ChosenFile, InputDocument, Inputs, JobHandle, KeptResults, NamedFile, NoChoice, Origin, PublishError,
        SourceFile, StudyKey, address, bytes_blob, choose_files, download, frame, has_study, is_read_only, load,
        may_download, run_publish_job,
    },
    ui::state::{
        Preferences, Shared, Study,
        notices::{self, problem_of},
        study::Edit,
    },
};
use tarazy_engine::{
    counting::{Comparison, Measure},
    language::Language,
    lexicon::builtin_source,
    problem::{Argument, Problem},
    settings::LexiconSource,
};
use tarazy_report::{
    publication::{OpenedStudy, Product, PublishJob, StudyJob, StudyReply, TextsKept},
    recipe::{About, Counting, Extraction, Recipe, RecipeInput, RecipeText},
};

/// Texts that were found by their SHA-256.
pub(super) type FoundTexts = Rc<RefCell<HashMap<String, Blob>>>;

/// The ending of a project file.
const ENDING: &str = ".tarazy";

/// Stands for a hash that publishing fills in.
const UNKNOWN: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A study that was opened, as it was published.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// How it was made.
    pub recipe: Recipe,
    /// Its table, where it is kept.
    pub table: Option<Shared<Comparison>>,
    /// What is kept of its texts.
    pub kept: TextsKept,
}

/// What to make of the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishQuery {
    /// What comes out.
    pub product: Product,
    /// What is kept of the texts.
    pub kept: TextsKept,
    /// The language of what comes out.
    pub language: Language,
    /// What the cells show.
    pub measure: Measure,
    /// Whether weighted figures stand beside the others.
    pub is_weighted: bool,
}

/// How publishing ended.
#[derive(Debug, Clone, PartialEq)]
pub enum PublishOutcome {
    /// The file was saved.
    Saved,
    /// No file can be saved here: this is its text, to be copied.
    Text(String),
    /// No file can be saved here, and this one is no text.
    NotHere,
    /// It could not be made.
    Refused(Vec<Problem>),
    /// The user has cancelled it.
    Cancelled,
}

/// Returns `true` if a file is a project file by its name.
pub(super) fn is_study(name: &str) -> bool {
    name.to_lowercase().ends_with(ENDING)
}

impl StudyActions {
    /// Opens the study that the page carries; `opened` is called with it.
    pub fn open_carried(&self, opened: Callback<Shared<Published>>) {
        let actions = self.clone();
        spawn_local(async move {
            let blob = load("study").await.ok().and_then(|bytes| bytes_blob(&bytes, "application/zip").ok());
            match blob {
                Some(blob) => actions.open_study("study.html".to_owned(), blob, opened),
                None => {
                    actions.notify(notices::Action::problem(problem_of(
                        "study.html",
                        "study-file-damaged",
                        Vec::new(),
                    )));
                }
            }
        });
    }

    /// Opens the study that a link holds.
    pub fn open_share(&self, fragment: String, opened: Callback<Shared<Published>>) {
        self.open_by(StudyJob::OpenShare(fragment), "link".to_owned(), Vec::new(), opened);
    }

    /// Opens a project file in the place of the present study.
    pub fn open_study(&self, name: String, blob: Blob, opened: Callback<Shared<Published>>) {
        self.open_by(StudyJob::Open, name, vec![blob], opened);
    }

    fn open_by(&self, job: StudyJob, name: String, blobs: Vec<Blob>, opened: Callback<Shared<Published>>) {
        let actions = self.clone();
        spawn_local(async move {
            match run_publish_job(job, &name, &blobs, &JobHandle::default()).await {
                Ok((StudyReply::Opened(study), texts)) => match actions.unfold(&name, *study, texts) {
                    Ok((published, inputs)) => {
                        opened.emit(published.into());
                        actions.edit(Edit::Open(inputs.into()));
                    }
                    Err(problem) => actions.notify(notices::Action::problem(problem)),
                },
                Ok((reply, _)) => actions.notify_refusal(reply),
                Err(error) => actions.notify_failure(&name, error),
            }
        });
    }

    /// Makes the state of the page from a study.
    ///
    /// # Errors
    /// What is wrong with its recipe.
    fn unfold(&self, name: &str, study: OpenedStudy, texts: Vec<Vec<u8>>) -> Result<(Published, Inputs), Problem> {
        let recipe = study.read_recipe(name)?;
        let OpenedStudy { lexicon, has_texts, record, .. } = study;
        let id = recipe.lexicon.id.clone();
        let lexicon = if builtin_source(&id) == Some(lexicon.as_str()) {
            LexiconSource::Builtin(id)
        } else {
            LexiconSource::File { name: format!("{id}.toml"), text: lexicon }
        };
        let documents = recipe.texts.iter().zip(texts).filter_map(|(text, bytes)| {
            let blob = bytes_blob(&bytes, "text/plain").ok()?;
            Some(self.text_of(text, blob))
        });
        let documents = documents.collect();
        let words = record.as_ref().and_then(|record| record.context_words);
        let published = Published {
            recipe: recipe.clone(),
            table: record.as_ref().map(|record| record.table.clone().into()),
            kept: match (has_texts, words) {
                (true, _) => TextsKept::Whole,
                (false, Some(words)) => TextsKept::Contexts(words),
                (false, None) => TextsKept::Hashes,
            },
        };
        let kept = record.filter(|_| !has_texts).map(|record| Rc::new(KeptResults { record, recipe: recipe.clone() }));
        let inputs = Inputs {
            // A published study, and one in a frame of another page, is read only.
            key: (!has_study() && !is_read_only()).then(StudyKey::fresh),
            title: recipe.about.title.clone(),
            sample: None,
            documents,
            lexicon: Rc::new(lexicon),
            options: recipe.counting.options,
            about: Rc::new(recipe.about),
            kept,
        };
        Ok((published, inputs))
    }

    fn text_of(&self, text: &RecipeText, blob: Blob) -> Rc<InputDocument> {
        let document = self.document(text.title.clone(), Some(text.file.clone()), text.language, blob);
        let origin = Origin { source: text.source.clone(), licence: text.licence.clone() };
        let metadata = Rc::new(text.metadata.clone());
        Rc::new(InputDocument { reading: text.reading, origin, metadata, ..InputDocument::clone(&document) })
    }

    /// Looks among files for the texts of results that have none. When all are there, they are
    /// counted.
    pub(super) fn find_texts(&self, files: Vec<NamedFile>, kept: Rc<KeptResults>) {
        let actions = self.clone();
        spawn_local(async move {
            for NamedFile { name, file } in files {
                let blob = Blob::from(file);
                match run_publish_job(StudyJob::Identify, &name, std::slice::from_ref(&blob), &JobHandle::default())
                    .await
                {
                    Ok((StudyReply::Identified(hashes), _)) => {
                        let hash = hashes.into_iter().next().unwrap_or_default();
                        if kept.recipe.texts.iter().any(|text| text.sha256 == hash) {
                            actions.found().borrow_mut().insert(hash, blob);
                        } else {
                            actions.notify(notices::Action::problem(problem_of(
                                &name,
                                "text-not-of-study",
                                Vec::new(),
                            )));
                        }
                    }
                    Ok((reply, _)) => actions.notify_refusal(reply),
                    Err(error) => actions.notify_failure(&name, error),
                }
            }
            actions.complete(&kept);
        });
    }

    /// Counts the texts that were found, once all are there.
    fn complete(&self, kept: &KeptResults) {
        let texts = &kept.recipe.texts;
        let found = self.found().borrow().clone();
        let count = texts.iter().filter(|text| found.contains_key(&text.sha256)).count();
        if count == texts.len() {
            let own = |text: &RecipeText| found.get(&text.sha256).map(|blob| self.text_of(text, blob.clone()));
            self.found().borrow_mut().clear();
            self.edit(Edit::Add(texts.iter().filter_map(own).collect()));
            return;
        }
        let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let counts = vec![("found".to_owned(), number(count)), ("all".to_owned(), number(texts.len()))];
        self.notify(notices::Action::info("texts-found", counts));
    }

    /// Publishes the study as a file and saves it, where the page may save files. Returns what
    /// cancels it.
    pub fn publish(&self, query: PublishQuery, done: Callback<PublishOutcome>) -> JobHandle {
        let actions = self.clone();
        let handle = JobHandle::default();
        let running = handle.clone();
        spawn_local(async move {
            let made = actions.make_product(query, &running).await;
            done.emit(made.map_or_else(|outcome| outcome, |bytes| actions.hand_over(query.product, bytes)));
        });
        handle
    }

    /// Makes the file that a query asks for.
    ///
    /// # Errors
    /// How publishing ended without it.
    async fn make_product(&self, query: PublishQuery, running: &JobHandle) -> Result<Vec<u8>, PublishOutcome> {
        let PublishQuery { product, kept, language, measure, is_weighted } = query;
        let inputs = self.latest();
        let needs_frame = matches!(product, Product::Page | Product::Package);
        let frame = if needs_frame { frame().await.unwrap_or_default() } else { String::new() };
        let counting = Counting { measure, is_weighted, ..Counting::default() };
        let recipe = recipe_of(&inputs, counting, language).to_toml();
        let lexicon = inputs.lexicon.as_ref().clone();
        let job = StudyJob::Publish(Box::new(PublishJob { product, recipe, lexicon, kept, language, frame }));
        let blobs: Vec<Blob> = inputs.documents.iter().filter_map(|document| self.content(document.content)).collect();
        let name = inputs.title.get(language).to_owned();
        match run_publish_job(job, &name, &blobs, running).await {
            Ok((StudyReply::Published(_), files)) => Ok(files.into_iter().next().unwrap_or_default()),
            Ok((StudyReply::Refused(problems), _)) => Err(PublishOutcome::Refused(problems)),
            Ok(_) => Err(PublishOutcome::Refused(Vec::new())),
            Err(PublishError::Cancelled) => Err(PublishOutcome::Cancelled),
            Err(error) => {
                let name = if name.is_empty() { product.file_name() } else { &name };
                Err(PublishOutcome::Refused(vec![failure(name, error)]))
            }
        }
    }

    /// Saves the study as a project file: into the file that was chosen before, or into one that the
    /// user chooses where the browser has a dialog for that, or else as a download.
    pub fn save_study(&self, preferences: Preferences) {
        let actions = self.clone();
        spawn_local(async move {
            let Preferences { language, measure, shows_weights: is_weighted, .. } = preferences;
            let product = Product::StudyFile;
            let study = actions.shown_study();
            let chosen = match actions.keeper().chosen_file(&study) {
                Some(file) => Ok(file),
                None => ChosenFile::choose(product.file_name(), product.media_type(), ENDING).await,
            };
            if chosen == Err(NoChoice::Cancelled) {
                return;
            }
            let query = PublishQuery { product, kept: TextsKept::Whole, language, measure, is_weighted };
            let outcome = match actions.make_product(query, &JobHandle::default()).await {
                Ok(bytes) => actions.write_study(chosen.ok(), &study, bytes).await,
                Err(outcome) => outcome,
            };
            match outcome {
                PublishOutcome::Saved => actions.keeper().set_filed(study),
                PublishOutcome::Refused(problems) => {
                    for problem in problems {
                        actions.notify(notices::Action::problem(problem));
                    }
                }
                PublishOutcome::NotHere | PublishOutcome::Text(_) | PublishOutcome::Cancelled => {
                    let file = vec![("file".to_owned(), Argument::Text(product.file_name().to_owned()))];
                    actions.notify(notices::Action::problem(notices::sentence("publish-not-here", file)));
                }
            }
        });
    }

    async fn write_study(&self, chosen: Option<ChosenFile>, study: &Study, bytes: Vec<u8>) -> PublishOutcome {
        let product = Product::StudyFile;
        let Some(file) = chosen else { return self.hand_over(product, bytes) };
        let written = match bytes_blob(&bytes, product.media_type()) {
            Ok(blob) => file.write(&blob).await,
            Err(denied) => Err(denied),
        };
        match written {
            Ok(()) => {
                self.notify_saved(&file.name());
                self.keeper().choose_file(study, file);
                PublishOutcome::Saved
            }
            Err(_) => PublishOutcome::Refused(vec![problem_of(&file.name(), "file-unwritten", Vec::new())]),
        }
    }

    /// Lets the user choose files to open, as if they were dropped on the page.
    pub fn choose_files(&self) {
        let actions = self.clone();
        choose_files(move |files| actions.add_files(files));
    }

    fn hand_over(&self, product: Product, bytes: Vec<u8>) -> PublishOutcome {
        if product == Product::Link {
            let fragment = String::from_utf8(bytes).unwrap_or_default();
            return PublishOutcome::Text(format!("{}#{fragment}", address()));
        }
        if may_download() {
            let saved = bytes_blob(&bytes, product.media_type()).and_then(|blob| download(&blob, product.file_name()));
            if saved.is_ok() {
                let file = vec![("file".to_owned(), Argument::Text(product.file_name().to_owned()))];
                self.notify(notices::Action::info("export-saved", file));
                return PublishOutcome::Saved;
            }
        }
        match product {
            Product::Page | Product::Recipe | Product::Link => {
                String::from_utf8(bytes).map_or(PublishOutcome::NotHere, PublishOutcome::Text)
            }
            Product::Package | Product::StudyFile => PublishOutcome::NotHere,
        }
    }

    fn notify_refusal(&self, reply: StudyReply) {
        let StudyReply::Refused(problems) = reply else { return };
        for problem in problems {
            self.notify(notices::Action::problem(problem));
        }
    }

    fn notify_failure(&self, name: &str, error: PublishError) {
        self.notify(notices::Action::problem(failure(name, error)));
    }
}

fn failure(name: &str, error: PublishError) -> Problem {
    let code = match error {
        PublishError::Unreadable => "file-unreadable",
        PublishError::Ended | PublishError::Cancelled => "publish-ended",
    };
    problem_of(name, code, Vec::new())
}

/// Returns how a text was taken from its file.
fn extraction(source: &SourceFile) -> Extraction {
    let SourceFile { options, .. } = source;
    Extraction {
        column: options.column.clone(),
        include: options.include.iter().map(|kind| kind.code().to_owned()).collect(),
        without_notes: options.without_notes,
    }
}

/// Writes down how the study's table is made; hashes are filled in when it is published.
fn recipe_of(inputs: &Inputs, counting: Counting, language: Language) -> Recipe {
    let documents = inputs.documents.iter().map(|document| RecipeInput {
        title: document.title.clone(),
        file: document.file.clone().unwrap_or_else(|| document.title.get(language).to_owned()),
        language: document.language,
        reading: document.reading,
        source: document.origin.source.clone(),
        licence: document.origin.licence.clone(),
        extraction: document.source.as_deref().map(extraction).unwrap_or_default(),
        metadata: document.metadata.to_vec(),
    });
    let mut recipe = Recipe::unhashed(documents.collect(), UNKNOWN);
    recipe.language = Some(language);
    recipe.about = About { title: inputs.title.clone(), ..About::clone(&inputs.about) };
    recipe.counting = Counting { options: inputs.options.clone(), ..counting };
    recipe
}
