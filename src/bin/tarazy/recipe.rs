//! A study → its recipe; a recipe → its table; two recipes → what differs.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use tarazy_engine::{
    counting::{Comparison, DocumentSummary, Measure},
    digest::sha256,
    intake::MAX_TEXT_BYTES,
    language::Language,
    lexicon::LocalText,
    problem::{Argument, Problem, SourceLocation},
    settings::LexiconSource,
};
use tarazy_report::{
    limits::StudyLimit,
    message::Messages,
    recipe::{
        Counting, Recipe, RecipeInput, RecipeText, check_author, lexicon_mismatch, recipe_differences, replay,
        text_mismatch,
    },
    report,
};

use super::{
    Failure,
    arguments::{StudyArguments, Table1Arguments, named},
    article::{ArticleOutput, write_categories},
    document::text_with_hash,
    ended,
    input::{is_builtin, lexicon_source, read_all, read_bytes, read_study, text_of},
    output::{accept, say, warn, write},
    publish::{is_project, open_project},
    study::{Origin, Study, count, count_study},
};

#[derive(Subcommand)]
pub(super) enum RecipeAction {
    /// Write how a table is made: texts and lexicon by their SHA-256, and every setting
    Make(Box<MakeArguments>),
    /// List the differences of two recipes
    Diff {
        /// The first recipe
        before: PathBuf,
        /// The second recipe
        after: PathBuf,
    },
}

#[derive(Args)]
pub(super) struct MakeArguments {
    #[command(flatten)]
    study: StudyArguments,
    /// What a cell shows
    #[arg(long, default_value = "count", value_parser = named(Measure::ALL, Measure::name))]
    measure: Measure,
    /// Show weighted counts beside the counts
    #[arg(long)]
    weights: bool,
    #[command(flatten)]
    table1: Table1Arguments,
    /// The study's title
    #[arg(long, default_value = "")]
    title: String,
    /// An author, "Family, Given", and behind it an ORCID iD in brackets; may be given several times
    #[arg(long = "author")]
    authors: Vec<String>,
    /// The language of titles and reports
    #[arg(long, value_parser = named(Language::ALL, Language::code))]
    language: Option<Language>,
    /// Where to write it instead of standard output; files are named as seen from there
    #[arg(short, long)]
    output: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct RunArguments {
    /// The study: a recipe, or a project file (.tarazy)
    study: PathBuf,
    /// Where the texts of a recipe are; they are found by their SHA-256, whatever their names.
    /// Without it, beside the recipe
    #[arg(long)]
    texts: Option<PathBuf>,
    #[command(flatten)]
    output: ArticleOutput,
}

/// Runs a command on recipes.
pub(super) fn run(action: &RecipeAction, messages: &Messages) -> Result<(), Failure> {
    match action {
        RecipeAction::Make(arguments) => make(arguments, messages),
        RecipeAction::Diff { before, after } => write_difference(before, after, messages),
    }
}

/// Counts a study and writes its recipe.
fn make(arguments: &MakeArguments, messages: &Messages) -> Result<(), Failure> {
    let MakeArguments { study, measure, weights, table1, title, authors, language, output } = arguments;
    accept(authors.iter().filter_map(|author| check_author(author).err()).collect(), messages)?;
    let name = output.as_deref().unwrap_or(Path::new("recipe.toml")).display().to_string();
    StudyLimit::Texts.check(study.texts.len()).map_err(|limit| messages.problem(&limit.problem(&name)))?;
    let Study { mut table, origins, has_refused, .. } = count_study(study, messages)?;
    table1.set(&mut table);
    let folder = output.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
    let counting = Counting { measure: *measure, is_weighted: *weights, ..Counting::default() };
    let mut recipe = Recipe::of(&table, inputs(&origins, &table, study, folder), counting);
    recipe.language = *language;
    recipe.about.title = english(title);
    recipe.about.authors.clone_from(authors);
    if !is_builtin(&study.lexicon) {
        recipe.lexicon.file = Some(relative_path(Path::new(&study.lexicon), folder));
        recipe.lexicon.reading = study.counting.reading.reading();
    }
    ended(write(recipe.to_toml(), output.as_deref(), messages), has_refused)
}

/// Writes what differs between two recipes.
fn write_difference(before: &Path, after: &Path, messages: &Messages) -> Result<(), Failure> {
    let read = |path: &Path| parse_recipe(read_bytes(path, messages)?, path, messages);
    let differences = recipe_differences(&read(before)?, &read(after)?);
    if differences.is_empty() {
        return write(messages.get("recipes-equal") + "\n", None, messages);
    }
    let nothing = messages.get("recipe-nothing");
    let shown = |value: &str| if value.is_empty() { nothing.clone() } else { value.to_owned() };
    let lines = differences.iter().map(|found| {
        let aspect = messages.get(&format!("recipe-aspect-{}", found.aspect.name()));
        let about = if found.text.is_empty() { aspect } else { format!("{aspect}, {}", found.text) };
        report::visible(&format!("{about}: {} → {}", shown(&found.before), shown(&found.after))) + "\n"
    });
    write(lines.collect::<String>(), None, messages)
}

/// Makes the table of a recipe or a project file again and writes it.
pub(super) fn write_table(arguments: &RunArguments, messages: &Messages) -> Result<(), Failure> {
    let path = &arguments.study;
    let bytes = read_study(path, messages)?;
    let (recipe, study) = if is_project(&bytes) {
        let (recipe, lexicon, texts) = open_project(&bytes, path, messages)?;
        let study = count(replay(&recipe, lexicon, texts), true, messages)?;
        warn(&study.table.warnings, messages);
        (recipe, study)
    } else {
        let recipe = parse_recipe(bytes, path, messages)?;
        let (study, _) = count_recipe(&recipe, path, arguments.texts.as_deref(), messages)?;
        (recipe, study)
    };
    let Counting { measure, is_weighted, .. } = recipe.counting;
    write_categories(&study, measure, is_weighted, &arguments.output, recipe.language, messages)
}

/// Reads a recipe from the bytes of a file.
///
/// # Errors
/// A sentence for what is no recipe.
pub(super) fn parse_recipe(bytes: Vec<u8>, path: &Path, messages: &Messages) -> Result<Recipe, Failure> {
    let text = text_of(bytes, path, messages)?;
    Ok(Recipe::parse(&text).map_err(|error| messages.problem(&error.problem(&path.display().to_string())))?)
}

/// Counts the texts of a recipe, which are in `folder` or beside the recipe; returns the study and
/// the bytes of the texts in their order.
///
/// # Errors
/// Sentences for files that cannot be read, or are others than those that the recipe names.
pub(super) fn count_recipe(
    recipe: &Recipe,
    path: &Path,
    folder: Option<&Path>,
    messages: &Messages,
) -> Result<(Study, Vec<Vec<u8>>), Failure> {
    let beside = path.parent().unwrap_or(Path::new(""));
    let lexicon = match &recipe.lexicon.file {
        Some(file) => lexicon_source(&beside.join(file).display().to_string(), recipe.lexicon.reading, messages)?,
        None => LexiconSource::Builtin(recipe.lexicon.id.clone()),
    };
    let mut finder = TextFinder::new(folder.unwrap_or(beside));
    let texts = read_all(recipe.texts.iter().map(|text| finder.find(text, messages)))?;
    let study = count(replay(recipe, lexicon, texts.clone()), true, messages)?;
    let name = recipe.lexicon.file.as_deref().unwrap_or(&recipe.lexicon.id);
    if let Some(problem) = lexicon_mismatch(&recipe.lexicon, &study.table.lexicon, name) {
        return Err(Failure::of([problem], messages));
    }
    if recipe.program != report::VERSION {
        let values = [("found", recipe.program.clone().into()), ("expected", report::VERSION.into())];
        say(&report::visible(&messages.format("recipe-program-differs", &values)));
    }
    warn(&study.table.warnings, messages);
    Ok((study, texts))
}

/// Finds texts in a folder: by the name that a recipe gives, then among all files by SHA-256.
struct TextFinder {
    folder: PathBuf,
    /// The files of the folder with their hashes; read when a name is not enough.
    by_hash: Option<Vec<(String, PathBuf)>>,
}

impl TextFinder {
    fn new(folder: &Path) -> Self {
        let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() };
        Self { folder, by_hash: None }
    }

    /// Returns the bytes of a text.
    ///
    /// # Errors
    /// A sentence if no file has its SHA-256.
    fn find(&mut self, text: &RecipeText, messages: &Messages) -> Result<Vec<u8>, String> {
        let named = self.folder.join(&text.file);
        let mut other = None;
        if named.is_file() {
            let bytes = read_bytes(&named, messages)?;
            match text_mismatch(text, &bytes) {
                None => return Ok(bytes),
                Some(problem) => other = Some(problem),
            }
            // The text of a document in another format is known by its own hash.
            if let Some(found) = text_with_hash(&text.file, &bytes, &text.sha256, &text.extraction) {
                return Ok(found);
            }
        }
        let folder = self.folder.clone();
        let known = self.by_hash.get_or_insert_with(|| hashes(&folder));
        if let Some((_, path)) = known.iter().find(|(hash, _)| *hash == text.sha256) {
            return read_bytes(path, messages);
        }
        Err(messages.problem(&other.unwrap_or_else(|| Problem {
            code: "recipe-text-missing".to_owned(),
            is_warning: false,
            place: SourceLocation { file: Some(text.file.clone()), ..SourceLocation::default() },
            arguments: vec![("expected".to_owned(), Argument::Text(text.sha256.clone()))],
        })))
    }
}

/// Returns the files of a folder and of the folders in it, with their hashes. Links are not
/// followed; what cannot be read, or is too large for a text, is skipped.
fn hashes(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let Ok(metadata) = entry.metadata() else { continue };
            if metadata.is_dir() && !metadata.is_symlink() {
                waiting.push(entry.path());
            } else if metadata.is_file() && metadata.len() <= MAX_TEXT_BYTES {
                found.extend(fs::read(entry.path()).ok().map(|bytes| (sha256(&bytes), entry.path())));
            }
        }
    }
    found
}

/// Returns the texts of a call, with their files relative to the folder of the recipe.
fn inputs(origins: &[Origin], table: &Comparison, study: &StudyArguments, folder: &Path) -> Vec<RecipeInput> {
    let of = |(origin, row): (&Origin, &DocumentSummary)| RecipeInput {
        title: english(&origin.title),
        file: relative_path(&origin.path, folder),
        language: study.counting.lang,
        reading: origin.reading,
        extraction: origin.extraction.clone(),
        metadata: row.metadata.clone(),
        ..RecipeInput::default()
    };
    origins.iter().zip(&table.documents).map(of).collect()
}

/// Returns the path of a file relative to a folder that contains it, else its name alone.
fn relative_path(file: &Path, folder: &Path) -> String {
    let absolute = |path: &Path| fs::canonicalize(path).ok();
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let below = absolute(file).zip(absolute(folder)).and_then(|(file, folder)| {
        file.strip_prefix(folder).ok().map(|below| {
            below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
        })
    });
    below.unwrap_or_else(|| file.file_name().unwrap_or(OsStr::new("text.txt")).to_string_lossy().into_owned())
}

/// Returns a text in English, which stands for a text in the other languages where there is none.
pub(super) fn english(text: &str) -> LocalText {
    LocalText { en: (!text.is_empty()).then(|| text.to_owned()), ..LocalText::default() }
}
