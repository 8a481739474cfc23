//! What a page or program wants made of a study → the file, by an engine of its own.
//!
//! A job carries everything that it needs, so that it can be done in another thread; texts travel
//! beside it as bytes. What is published is counted again from the bytes of the texts, not taken
//! from what a screen shows.

use serde::{Deserialize, Serialize};

use super::{
    counted::CountedStudy,
    frame::Frame,
    package::Lacking,
    share::{read_share, share_fragment},
    study_file::{StudyFile, TextsKept},
    study_file_error::StudyFileError,
};
use crate::{
    message::Messages,
    recipe::{Recipe, replay},
};
use tarazy_engine::{
    digest::sha256,
    language::Language,
    lexicon::LexiconFormat,
    problem::{Argument, Problem, SourceLocation},
    settings::LexiconSource,
    study::{Engine, LexiconFileQuery, Record},
};

/// How many words of context the package of a study with whole texts has on either side of a match.
const PACKAGE_WORDS: u32 = 10;

/// What is to be done with a study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum StudyJob {
    /// Opens a project file, which travels beside.
    Open,
    /// Opens a link that holds a study.
    OpenShare(String),
    /// Reports the SHA-256 of files, which travel beside.
    Identify,
    /// Makes a file of a study, whose texts travel beside in the recipe's order.
    Publish(Box<PublishJob>),
}

/// What is to be made of a study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublishJob {
    /// What comes out.
    pub product: Product,
    /// The recipe as a file; hashes of lexicon and texts are filled in on publishing.
    pub recipe: String,
    /// The lexicon.
    pub lexicon: LexiconSource,
    /// What is kept of the texts.
    pub kept: TextsKept,
    /// The language of what comes out.
    pub language: Language,
    /// The program's page in one file, where a page comes out.
    pub frame: String,
}

/// What can be made of a study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Product {
    /// One page that runs in any browser.
    Page,
    /// A package for a repository.
    Package,
    /// A project file.
    StudyFile,
    /// The recipe alone.
    Recipe,
    /// A link that holds a small study.
    Link,
}

impl Product {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Page, Self::Package, Self::StudyFile, Self::Recipe, Self::Link];

    /// Returns the stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Package => "package",
            Self::StudyFile => "study-file",
            Self::Recipe => "recipe",
            Self::Link => "link",
        }
    }

    /// Returns the name of the file that comes out.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Page => "study.html",
            Self::Package => "study.zip",
            Self::StudyFile => "study.tarazy",
            Self::Recipe => "recipe.toml",
            Self::Link => "link.txt",
        }
    }

    /// Returns the media type of the file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Page => "text/html",
            Self::Package => "application/zip",
            Self::StudyFile => "application/vnd.tarazy.study+zip",
            Self::Recipe => "application/toml",
            Self::Link => "text/plain",
        }
    }
}

/// What comes of a job.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum StudyReply {
    /// A study, whose texts travel beside, if it has them.
    Opened(Box<OpenedStudy>),
    /// The SHA-256 of each file.
    Identified(Vec<String>),
    /// The file travels beside.
    Published(Product),
    /// It cannot be done.
    Refused(Vec<Problem>),
}

/// A study that was opened.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OpenedStudy {
    /// Its recipe, as a file.
    pub recipe: String,
    /// The file of its lexicon in format 1.
    pub lexicon: String,
    /// Whether its texts travel beside.
    pub has_texts: bool,
    /// Its results, where they are kept.
    pub record: Option<Record>,
}

impl OpenedStudy {
    /// Reads its recipe; `name` is what the reader calls the study.
    ///
    /// # Errors
    /// What is wrong with it. No study is opened whose recipe cannot be read.
    pub fn read_recipe(&self, name: &str) -> Result<Recipe, Problem> {
        Recipe::parse(&self.recipe).map_err(|error| error.problem(name))
    }
}

/// Does a job with the bytes that travel beside it; returns the answer with the bytes that travel
/// beside that. `name` is what the reader calls the file or study.
pub fn run_job(job: StudyJob, name: &str, bytes: Vec<Vec<u8>>) -> (StudyReply, Vec<Vec<u8>>) {
    match job {
        StudyJob::Open => opened(name, StudyFile::unpack(bytes.first().map_or(&[], Vec::as_slice))),
        StudyJob::OpenShare(fragment) => opened(name, read_share(&fragment)),
        StudyJob::Identify => {
            let hashes = bytes.iter().map(|bytes| sha256(bytes)).collect();
            (StudyReply::Identified(hashes), Vec::new())
        }
        StudyJob::Publish(job) => match publish(&job, name, bytes) {
            Ok(file) => (StudyReply::Published(job.product), vec![file]),
            Err(problems) => (StudyReply::Refused(problems), Vec::new()),
        },
    }
}

fn opened(name: &str, study: Result<StudyFile, StudyFileError>) -> (StudyReply, Vec<Vec<u8>>) {
    match study {
        Ok(StudyFile { recipe, lexicon, texts, record }) => {
            let recipe = recipe.to_toml();
            let opened = OpenedStudy { recipe, lexicon, has_texts: texts.is_some(), record };
            (StudyReply::Opened(Box::new(opened)), texts.unwrap_or_default())
        }
        Err(error) => (StudyReply::Refused(vec![error.problem(name)]), Vec::new()),
    }
}

fn publish(job: &PublishJob, name: &str, texts: Vec<Vec<u8>>) -> Result<Vec<u8>, Vec<Problem>> {
    let recipe = Recipe::parse(&job.recipe).map_err(|error| vec![error.problem(name)])?;
    if job.product == Product::Package {
        let lacking: Vec<Problem> = Lacking::of(&recipe.about).into_iter().map(|what| what.problem(name)).collect();
        if !lacking.is_empty() {
            return Err(lacking);
        }
    }
    let counted = count(recipe, job.lexicon.clone(), texts)?;
    if job.product == Product::Recipe {
        return Ok(counted.recipe.to_toml().into_bytes());
    }
    if job.product == Product::Link {
        let fragment = share_fragment(&counted.recipe, &counted.texts);
        return fragment.map(String::into_bytes).ok_or_else(|| vec![too_large(name)]);
    }
    let is_package = job.product == Product::Package;
    let passed_on = counted.pass_on(job.kept, is_package.then_some(PACKAGE_WORDS));
    let passed_on = passed_on.map_err(|error| vec![error.problem(name)])?;
    if job.product == Product::StudyFile {
        return Ok(passed_on.study.pack());
    }
    let messages = Messages::new(job.language);
    let frame = Frame::parse(&job.frame).map_err(|error| {
        let part = ("part".to_owned(), Argument::Text(error.part.to_owned()));
        vec![Problem {
            code: "publish-no-frame".to_owned(),
            is_warning: false,
            place: SourceLocation::default(),
            arguments: vec![part],
        }]
    })?;
    let file = if is_package {
        passed_on.package(&frame, &messages)
    } else {
        passed_on.page(&frame, &messages).map(String::into_bytes)
    };
    file.map_err(|error| vec![error.problem(name)])
}

/// A study does not fit into a link.
fn too_large(name: &str) -> Problem {
    Problem {
        code: "share-too-large".to_owned(),
        is_warning: false,
        place: SourceLocation { file: Some(name.to_owned()), ..SourceLocation::default() },
        arguments: Vec::new(),
    }
}

/// Counts a study and writes down what it was made of.
fn count(mut recipe: Recipe, lexicon: LexiconSource, texts: Vec<Vec<u8>>) -> Result<CountedStudy, Vec<Problem>> {
    let mut engine = Engine::new();
    let changes = replay(&recipe, lexicon, texts.clone()).into_iter();
    let problems: Vec<Problem> =
        changes.filter_map(|change| engine.apply(change).err()).flat_map(|rejection| rejection.problems).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let table = engine.table();
    for (text, row) in recipe.texts.iter_mut().zip(&table.documents) {
        text.sha256.clone_from(&row.sha256);
    }
    crate::report::VERSION.clone_into(&mut recipe.program);
    recipe.lexicon.id.clone_from(&table.lexicon.id);
    recipe.lexicon.version.clone_from(&table.lexicon.version);
    recipe.lexicon.sha256.clone_from(&table.lexicon.sha256);
    let format = LexiconFormat::Toml;
    let file = engine.ask(LexiconFileQuery { format }).expect("a study has a lexicon");
    let lexicon = String::from_utf8(file.bytes).expect("TOML is written in UTF-8");
    Ok(CountedStudy { recipe, lexicon, texts, engine })
}

#[cfg(test)]
mod tests {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    use miniz_oxide::deflate::compress_to_vec;

    use super::*;

    #[test]
    fn a_link_with_a_broken_recipe_is_refused_with_what_is_wrong() {
        for (recipe, code, line) in [
            ("format = 1\nlexicon = values\n", "recipe-syntax", 2),
            ("format = 2\n", "recipe-format", 1),
            ("format = 1\n[counting]\nmeasure = \"count\"\n", "lex-missing-key", 1),
        ] {
            let link = format!("share={}", URL_SAFE_NO_PAD.encode(compress_to_vec(recipe.as_bytes(), 9)));
            let (reply, files) = run_job(StudyJob::OpenShare(link), "link", Vec::new());
            let StudyReply::Refused(problems) = reply else { panic!("{recipe} was opened") };
            let reported: Vec<_> = problems.iter().map(|own| (own.code.as_str(), own.place.line)).collect();
            assert_eq!((reported, files.len()), (vec![(code, Some(line))], 0), "{recipe}");
            let opened = OpenedStudy { recipe: recipe.to_owned(), ..OpenedStudy::default() };
            assert_eq!(opened.read_recipe("link").unwrap_err(), problems[0]);
        }
    }
}
