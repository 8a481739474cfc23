//! A study on the command line → what is kept, passed on and published: the project file, the page,
//! the package.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use tarazy_engine::{digest::sha256, language::Language, settings::LexiconSource};
use tarazy_report::{
    message::Messages,
    publication::{CountedStudy, Frame, Lacking, PassedOn, StudyFile, TextsKept},
    recipe::{Recipe, replay, text_mismatch},
};

use super::{
    Failure,
    arguments::named,
    count, read_bytes,
    recipe::{RecipeRun, plain, read, run_recipe},
    write_bytes,
};

/// What is kept of the texts in what is published.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kept {
    /// The whole texts
    Whole,
    /// Each match with some words on either side
    Contexts,
    /// Nothing but hashes, sizes and matched forms
    Hashes,
}

#[derive(Args)]
pub(super) struct StudySource {
    /// The study: a recipe, or a project file (.tarazy)
    study: PathBuf,
    /// Where the texts of a recipe are; they are known by their SHA-256. Without it, beside the
    /// recipe
    #[arg(long = "from")]
    texts_folder: Option<PathBuf>,
    /// The study's title
    #[arg(long)]
    title: Option<String>,
    /// An author, "Family, Given"; may be given several times
    #[arg(long = "author")]
    authors: Vec<String>,
    /// The year of publication
    #[arg(long)]
    year: Option<u16>,
    /// Who publishes it
    #[arg(long)]
    publisher: Option<String>,
    /// A DOI or another address under which it is found
    #[arg(long)]
    identifier: Option<String>,
    /// The licence of the study
    #[arg(long)]
    licence: Option<String>,
    /// What a reader should know first
    #[arg(long)]
    description: Option<String>,
    /// The language of the page and of its titles
    #[arg(long, value_parser = named(Language::ALL, Language::code))]
    language: Option<Language>,
    /// What of the texts is passed on
    #[arg(long, value_enum, default_value_t = Kept::Whole)]
    texts: Kept,
    /// Words on either side of a match, where contexts are passed on
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(0..=50))]
    context_words: u32,
}

#[derive(Args)]
pub(super) struct PublishArguments {
    #[command(flatten)]
    source: StudySource,
    /// The program's page in one file; looked for beside the program and in dist/
    #[arg(long)]
    page: Option<PathBuf>,
    /// Where to write the page
    #[arg(short, long)]
    output: PathBuf,
}

#[derive(Args)]
pub(super) struct PackArguments {
    #[command(flatten)]
    source: StudySource,
    /// Where to write the project file
    #[arg(short, long)]
    output: PathBuf,
}

/// Writes the page of a study.
pub(super) fn publish(arguments: &PublishArguments, messages: &Messages) -> Result<(), Failure> {
    let passed_on = pass_on(open(&arguments.source, messages)?, &arguments.source, None, messages)?;
    let frame = frame(arguments.page.as_deref(), messages)?;
    let page = passed_on.page(&frame, &words(&passed_on.study, messages));
    finish(page.as_bytes(), &arguments.output, messages)
}

/// Writes the package of a study for a repository.
pub(super) fn deposit(arguments: &PublishArguments, messages: &Messages) -> Result<(), Failure> {
    let counted = open(&arguments.source, messages)?;
    let lacking = Lacking::of(&counted.recipe.about);
    if !lacking.is_empty() {
        let name = arguments.source.study.display().to_string();
        return Err(Failure::Input(lacking.iter().map(|what| messages.problem(&what.problem(&name))).collect()));
    }
    let frame = frame(arguments.page.as_deref(), messages)?;
    let passed_on = pass_on(counted, &arguments.source, Some(arguments.source.context_words), messages)?;
    finish(&passed_on.package(&frame, &words(&passed_on.study, messages)), &arguments.output, messages)
}

/// Writes the project file of a study.
pub(super) fn pack(arguments: &PackArguments, messages: &Messages) -> Result<(), Failure> {
    let passed_on = pass_on(open(&arguments.source, messages)?, &arguments.source, None, messages)?;
    finish(&passed_on.study.pack(), &arguments.output, messages)
}

/// Takes what is kept of the texts; `told` is the number of words of context beside whole texts.
fn pass_on(
    counted: CountedStudy,
    source: &StudySource,
    told: Option<u32>,
    messages: &Messages,
) -> Result<PassedOn, Failure> {
    let name = source.study.display().to_string();
    counted.pass_on(source.kept(), told).map_err(|error| Failure::Input(vec![messages.problem(&error.problem(&name))]))
}

/// The messages in the language of the study, where it has one.
fn words(study: &StudyFile, messages: &Messages) -> Messages {
    study.recipe.language.map_or_else(|| messages.clone(), Messages::new)
}

/// Writes a file and says what it is known by.
fn finish(bytes: &[u8], output: &Path, messages: &Messages) -> Result<(), Failure> {
    write_bytes(bytes, Some(output), messages)?;
    let values = [
        ("file", output.display().to_string().into()),
        ("bytes", bytes.len().to_string().into()),
        ("sha256", sha256(bytes).into()),
    ];
    eprintln!("tarazy: {}", messages.format("cli-published", &values));
    Ok(())
}

impl StudySource {
    fn kept(&self) -> TextsKept {
        match self.texts {
            Kept::Whole => TextsKept::Whole,
            Kept::Contexts => TextsKept::Contexts(self.context_words),
            Kept::Hashes => TextsKept::Hashes,
        }
    }
}

/// Opens a recipe or a project file and counts it.
fn open(source: &StudySource, messages: &Messages) -> Result<CountedStudy, Failure> {
    let bytes = read_bytes(&source.study, messages).map_err(|sentence| Failure::Input(vec![sentence]))?;
    if bytes.starts_with(b"PK") {
        return unpack(&bytes, source, messages);
    }
    let mut recipe = read(&source.study, messages)?;
    // Titles are shown in the language of what comes out, so that is settled before anything is
    // counted.
    describe(&mut recipe, source);
    let RecipeRun { lexicon, texts, engine, .. } =
        run_recipe(&recipe, &source.study, source.texts_folder.as_deref(), messages)?;
    Ok(CountedStudy { recipe, lexicon, texts, engine })
}

/// A project file, counted.
fn unpack(bytes: &[u8], source: &StudySource, messages: &Messages) -> Result<CountedStudy, Failure> {
    let name = &source.study.display().to_string();
    let failed = |problem| Failure::Input(vec![messages.problem(&problem)]);
    let study = StudyFile::unpack(bytes).map_err(|error| failed(error.problem(name)))?;
    let mut recipe = study.recipe;
    describe(&mut recipe, source);
    let Some(texts) = study.texts else {
        let missing = recipe.texts.first().and_then(|text| text_mismatch(text, b""));
        return Err(Failure::Input(missing.iter().map(|problem| messages.problem(problem)).collect()));
    };
    let lexicon = LexiconSource::File { name: format!("{name}/lexicon.toml"), text: study.lexicon.clone() };
    let (engine, _) = count(replay(&recipe, lexicon, texts.clone()), messages)?;
    Ok(CountedStudy { recipe, lexicon: study.lexicon, texts, engine })
}

/// What the call says of a study stands before what its recipe says.
fn describe(recipe: &mut Recipe, source: &StudySource) {
    let about = &mut recipe.about;
    let set = |own: &mut String, given: &Option<String>| {
        if let Some(given) = given {
            own.clone_from(given);
        }
    };
    if let Some(title) = &source.title {
        about.title = plain(title);
    }
    if let Some(description) = &source.description {
        about.description = plain(description);
    }
    if !source.authors.is_empty() {
        about.authors.clone_from(&source.authors);
    }
    about.year = source.year.or(about.year);
    set(&mut about.publisher, &source.publisher);
    set(&mut about.identifier, &source.identifier);
    set(&mut about.licence, &source.licence);
    recipe.language = source.language.or(recipe.language);
}

/// Finds the program's page in one file.
fn frame(given: Option<&Path>, messages: &Messages) -> Result<Frame, Failure> {
    const NAME: &str = "tarazy.html";
    let beside = std::env::current_exe().ok().and_then(|program| program.parent().map(|folder| folder.join(NAME)));
    let usual = || beside.into_iter().chain([Path::new("dist").join(NAME)]).collect::<Vec<_>>();
    let places = given.map_or_else(usual, |given| vec![given.to_owned()]);
    let Some(file) = places.iter().find(|place| place.is_file()) else {
        let looked = places.iter().map(|place| place.display().to_string()).collect::<Vec<_>>().join(", ");
        return Err(Failure::Input(vec![messages.format("cli-no-page", &[("looked", looked.into())])]));
    };
    let name = file.display().to_string();
    let page = fs::read(file).map_err(|error| {
        let values = [("file", name.clone().into()), ("reason", error.to_string().into())];
        Failure::Input(vec![messages.format("cli-cannot-read", &values)])
    })?;
    Frame::parse(&String::from_utf8_lossy(&page)).map_err(|error| {
        Failure::Input(vec![messages.format("cli-not-page", &[("file", name.into()), ("part", error.part.into())])])
    })
}
