//! A recipe or a project file → a project file, a page, or a deposit.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use tarazy_engine::{digest::sha256, language::Language, settings::LexiconSource};
use tarazy_report::{
    message::Messages,
    publication::{CountedStudy, Frame, Lacking, PassedOn, StudyFile, StudyFileError, TextsKept},
    recipe::{Recipe, check_about, replay},
};

use super::{
    Failure,
    arguments::{FILE_LANGUAGE, named},
    input::{read_bytes, read_study},
    output::{accept, say, warn, write},
    recipe::{count_recipe, english, parse_recipe},
    study::count,
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
    /// Where the texts of a recipe are; they are found by their SHA-256. Without it, beside the
    /// recipe
    #[arg(long = "from")]
    texts_folder: Option<PathBuf>,
    /// The study's title
    #[arg(long)]
    title: Option<String>,
    /// An author, "Family, Given", and behind it an ORCID iD in brackets; may be given several times
    #[arg(long = "author")]
    authors: Vec<String>,
    /// The year of publication
    #[arg(long)]
    year: Option<u16>,
    /// Who publishes the study
    #[arg(long)]
    publisher: Option<String>,
    /// A DOI or another address of the study
    #[arg(long)]
    identifier: Option<String>,
    /// The licence of the study
    #[arg(long)]
    licence: Option<String>,
    /// A description of the study
    #[arg(long)]
    description: Option<String>,
    /// The language of the page and of its titles
    #[arg(long, value_parser = named(Language::ALL, Language::code))]
    language: Option<Language>,
    /// What is kept of the texts
    #[arg(long, value_enum, default_value_t = Kept::Whole)]
    texts: Kept,
    /// Words on either side of a match, where contexts are kept
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
    /// Where to write the result
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
pub(super) fn write_page(arguments: &PublishArguments, messages: &Messages) -> Result<(), Failure> {
    let passed_on = pass_on(count_source(&arguments.source, messages)?, &arguments.source, None, messages)?;
    let frame = read_frame(arguments.page.as_deref(), messages)?;
    let page = passed_on.page(&frame, &study_messages(&passed_on.study));
    let page = page.map_err(|error| refused(&error, &arguments.source, messages))?;
    write_published(page.as_bytes(), &arguments.output, messages)
}

/// Writes the deposit of a study for a repository.
pub(super) fn write_deposit(arguments: &PublishArguments, messages: &Messages) -> Result<(), Failure> {
    let source = &arguments.source;
    let counted = count_source(source, messages)?;
    let lacking = Lacking::of(&counted.recipe.about);
    if !lacking.is_empty() {
        let name = source.study.display().to_string();
        return Err(Failure::of(lacking.iter().map(|what| what.problem(&name)), messages));
    }
    let frame = read_frame(arguments.page.as_deref(), messages)?;
    let passed_on = pass_on(counted, source, Some(source.context_words), messages)?;
    let package = passed_on.package(&frame, &study_messages(&passed_on.study));
    let package = package.map_err(|error| refused(&error, source, messages))?;
    write_published(&package, &arguments.output, messages)
}

/// Writes the project file of a study.
pub(super) fn write_project(arguments: &PackArguments, messages: &Messages) -> Result<(), Failure> {
    let passed_on = pass_on(count_source(&arguments.source, messages)?, &arguments.source, None, messages)?;
    write_published(&passed_on.study.pack(), &arguments.output, messages)
}

/// Returns what is passed on of a study; `context_words` is the number of words on either side of a
/// match in a list of contexts beside whole texts.
///
/// # Errors
/// A sentence for a study that is too large.
fn pass_on(
    counted: CountedStudy,
    source: &StudySource,
    context_words: Option<u32>,
    messages: &Messages,
) -> Result<PassedOn, Failure> {
    let kept = match source.texts {
        Kept::Whole => TextsKept::Whole,
        Kept::Contexts => TextsKept::Contexts(source.context_words),
        Kept::Hashes => TextsKept::Hashes,
    };
    counted.pass_on(kept, context_words).map_err(|error| refused(&error, source, messages))
}

/// Returns the failure of a study that cannot be written or opened.
fn refused(error: &StudyFileError, source: &StudySource, messages: &Messages) -> Failure {
    messages.problem(&error.problem(&source.study.display().to_string())).into()
}

/// Returns the messages in the language of the study; in English if it has none, whatever the
/// environment.
fn study_messages(study: &StudyFile) -> Messages {
    Messages::new(study.recipe.language.unwrap_or(FILE_LANGUAGE))
}

/// Writes a file and prints its size and SHA-256.
fn write_published(bytes: &[u8], output: &Path, messages: &Messages) -> Result<(), Failure> {
    write(bytes, Some(output), messages)?;
    let values = [
        ("file", output.display().to_string().into()),
        ("bytes", bytes.len().to_string().into()),
        ("sha256", sha256(bytes).into()),
    ];
    say(&messages.format("cli-published", &values));
    Ok(())
}

/// Reads a recipe or a project file and counts it.
///
/// # Errors
/// Sentences for files that cannot be read, or are others than those that the recipe names.
fn count_source(source: &StudySource, messages: &Messages) -> Result<CountedStudy, Failure> {
    let bytes = read_study(&source.study, messages)?;
    if is_project(&bytes) {
        return count_project(&bytes, source, messages);
    }
    let mut recipe = parse_recipe(bytes, &source.study, messages)?;
    // Titles are shown in the language of what is written, so that is set before counting.
    describe(&mut recipe, source, messages)?;
    let (study, texts) = count_recipe(&recipe, &source.study, source.texts_folder.as_deref(), messages)?;
    Ok(CountedStudy { recipe, lexicon: study.lexicon_file, texts, engine: study.engine })
}

/// Returns `true` for the bytes of a project file, which is an archive.
pub(super) fn is_project(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
}

/// Counts the study of a project file.
///
/// # Errors
/// Sentences for a file that cannot be read or has no texts.
fn count_project(bytes: &[u8], source: &StudySource, messages: &Messages) -> Result<CountedStudy, Failure> {
    let (mut recipe, lexicon, texts) = open_project(bytes, &source.study, messages)?;
    describe(&mut recipe, source, messages)?;
    let study = count(replay(&recipe, lexicon, texts.clone()), true, messages)?;
    warn(&study.table.warnings, messages);
    Ok(CountedStudy { recipe, lexicon: study.lexicon_file, texts, engine: study.engine })
}

/// Returns the recipe, the lexicon and the texts of a project file.
///
/// # Errors
/// Sentences for a file that cannot be read or has no texts.
pub(super) fn open_project(
    bytes: &[u8],
    path: &Path,
    messages: &Messages,
) -> Result<(Recipe, LexiconSource, Vec<Vec<u8>>), Failure> {
    let name = &path.display().to_string();
    let StudyFile { recipe, lexicon, texts, .. } =
        StudyFile::unpack(bytes).map_err(|error| messages.problem(&error.problem(name)))?;
    let Some(texts) = texts else {
        let missing = recipe.texts.first().map(|text| text.file.clone()).unwrap_or_default();
        return Err(messages.problem(&StudyFileError::Missing { name: missing }.problem(name)).into());
    };
    Ok((recipe, LexiconSource::File { name: format!("{name}/lexicon.toml"), text: lexicon }, texts))
}

/// Replaces what the recipe says about the study by what the arguments say, and checks all of it.
///
/// # Errors
/// Sentences for what cannot be so, such as a DOI that is none.
fn describe(recipe: &mut Recipe, source: &StudySource, messages: &Messages) -> Result<(), Failure> {
    let about = &mut recipe.about;
    let set = |own: &mut String, given: &Option<String>| {
        if let Some(given) = given {
            own.clone_from(given);
        }
    };
    if let Some(title) = &source.title {
        about.title = english(title);
    }
    if let Some(description) = &source.description {
        about.description = english(description);
    }
    if !source.authors.is_empty() {
        about.authors.clone_from(&source.authors);
    }
    about.year = source.year.or(about.year);
    set(&mut about.publisher, &source.publisher);
    set(&mut about.identifier, &source.identifier);
    set(&mut about.licence, &source.licence);
    recipe.language = source.language.or(recipe.language);
    accept(check_about(&recipe.about), messages)
}

/// Reads the program's page in one file: the given one, or the first that is beside the program or
/// in `dist`.
///
/// # Errors
/// A sentence if there is none, or the file is another one.
fn read_frame(given: Option<&Path>, messages: &Messages) -> Result<Frame, Failure> {
    const NAME: &str = "tarazy.html";
    let beside = std::env::current_exe().ok().and_then(|program| program.parent().map(|folder| folder.join(NAME)));
    let usual = || beside.into_iter().chain([Path::new("dist").join(NAME)]).collect::<Vec<_>>();
    let places = given.map_or_else(usual, |given| vec![given.to_owned()]);
    let Some(file) = places.iter().find(|place| place.is_file()) else {
        let looked = places.iter().map(|place| place.display().to_string()).collect::<Vec<_>>().join(", ");
        return Err(messages.format("cli-no-page", &[("looked", looked.into())]).into());
    };
    let name = file.display().to_string();
    let page = read_bytes(file, messages)?;
    Frame::parse(&String::from_utf8_lossy(&page))
        .map_err(|error| messages.format("cli-not-page", &[("file", name.into()), ("part", error.part.into())]).into())
}
