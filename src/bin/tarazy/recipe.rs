//! Recipes on the command line: written from a call, done again, compared.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use tarazy_engine::{
    counting::{Comparison, Measure},
    digest::sha256,
    intake::MAX_TEXT_BYTES,
    language::Language,
    lexicon::{Lexicon, LocalText, builtin_source, import},
    problem::{Argument, Problem, SourceLocation},
    settings::LexiconSource,
    study::Engine,
};
use tarazy_report::{
    message::Messages,
    recipe::{Counting, Recipe, RecipeInput, RecipeText, lexicon_mismatch, recipe_differences, replay, text_mismatch},
    report,
};

use super::{
    Failure, StudyArguments,
    arguments::named,
    article::{self, ArticleOutput},
    compare, count, is_builtin, read_bytes, read_lexicon, reading, write,
};

#[derive(Subcommand)]
pub(super) enum RecipeAction {
    /// Write how a table is made: texts and lexicon by their SHA-256, and every setting
    Make(Box<MakeArguments>),
    /// Tell what two recipes differ in
    Diff {
        /// The first
        before: PathBuf,
        /// The second
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
    /// The study's title
    #[arg(long, default_value = "")]
    title: String,
    /// An author as it shall be cited; may be given several times
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
    /// The recipe
    recipe: PathBuf,
    /// Where the texts are; they are known by their SHA-256, whatever their names. Without it,
    /// beside the recipe
    #[arg(long)]
    texts: Option<PathBuf>,
    #[command(flatten)]
    output: ArticleOutput,
}

pub(super) fn perform(action: RecipeAction, messages: &Messages) -> Result<(), Failure> {
    match action {
        RecipeAction::Make(arguments) => {
            let MakeArguments { study, measure, weights, title, authors, language, output } = *arguments;
            let (_, table) = compare(&study, messages)?;
            let folder = output.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
            let counting = Counting { measure, is_weighted: weights, ..Counting::default() };
            let mut recipe = Recipe::of(&table, inputs(&study, folder), counting);
            recipe.language = language;
            recipe.about.title = plain(&title);
            recipe.about.authors = authors;
            if !is_builtin(&study.lexicon) {
                recipe.lexicon.file = Some(seen_from(Path::new(&study.lexicon), folder));
                recipe.lexicon.syntax = study.counting.pattern_syntax;
            }
            write(&recipe.to_toml(), output.as_deref(), messages)
        }
        RecipeAction::Diff { before, after } => {
            let (before, after) = (read(&before, messages)?, read(&after, messages)?);
            let differences = recipe_differences(&before, &after);
            if differences.is_empty() {
                return super::print(&format!("{}\n", messages.get("recipes-equal")));
            }
            let nothing = messages.get("recipe-nothing");
            let shown = |value: &str| if value.is_empty() { nothing.clone() } else { value.to_owned() };
            let lines = differences.iter().map(|found| {
                let aspect = messages.get(&format!("recipe-aspect-{}", found.aspect.name()));
                let about = if found.text.is_empty() { aspect } else { format!("{aspect}, {}", found.text) };
                report::visible(&format!("{about}: {} → {}", shown(&found.before), shown(&found.after)))
            });
            super::print(&lines.map(|line| line + "\n").collect::<String>())
        }
    }
}

/// Makes a recipe's table again and writes it.
pub(super) fn run(arguments: &RunArguments, messages: &Messages) -> Result<(), Failure> {
    let recipe = read(&arguments.recipe, messages)?;
    let table = run_recipe(&recipe, &arguments.recipe, arguments.texts.as_deref(), messages)?.table;
    let counting = &recipe.counting;
    let lexicon = || lexicon(&recipe, &arguments.recipe, messages);
    article::write_categories(&table, counting.measure, counting.is_weighted, lexicon, &arguments.output, messages)
}

/// The lexicon of a recipe, once more; what there is to tell of it has been reported.
fn lexicon(recipe: &Recipe, path: &Path, messages: &Messages) -> Option<Lexicon> {
    let Some(file) = &recipe.lexicon.file else { return article::named_lexicon(&recipe.lexicon.id) };
    let name = path.parent().unwrap_or(Path::new("")).join(file);
    let bytes = read_bytes(&name, messages).ok()?;
    import(file, &bytes, recipe.lexicon.syntax).ok().map(|import| import.lexicon)
}

/// Reads a recipe.
pub(super) fn read(path: &Path, messages: &Messages) -> Result<Recipe, Failure> {
    let text = read_lexicon(path, messages)?;
    let name = path.display().to_string();
    Recipe::parse(&text).map_err(|error| Failure::Input(vec![messages.problem(&error.problem(&name))]))
}

/// What a recipe was made of and what came out.
pub(super) struct RecipeRun {
    /// The lexicon's file in format 1.
    pub(super) lexicon: String,
    /// The bytes of the texts in their order.
    pub(super) texts: Vec<Vec<u8>>,
    /// The engine, with everything in it.
    pub(super) engine: Engine,
    /// The table.
    pub(super) table: Comparison,
}

/// Makes a recipe's table of the files beside it, or in a folder; every file is the one that the
/// recipe names, or there is none.
pub(super) fn run_recipe(
    recipe: &Recipe,
    path: &Path,
    folder: Option<&Path>,
    messages: &Messages,
) -> Result<RecipeRun, Failure> {
    let beside = path.parent().unwrap_or(Path::new(""));
    let lexicon = match &recipe.lexicon.file {
        Some(file) => super::lexicon_source(&beside.join(file).display().to_string(), recipe.lexicon.syntax, messages)?,
        None => LexiconSource::Builtin(recipe.lexicon.id.clone()),
    };
    let text = match &lexicon {
        LexiconSource::File { text, .. } => text.clone(),
        _ => builtin_source(&recipe.lexicon.id).unwrap_or_default().to_owned(),
    };
    let mut sentences = Vec::new();
    let mut finder = TextFinder::new(folder.unwrap_or(beside));
    let mut texts = Vec::new();
    for text in &recipe.texts {
        match finder.find(text, messages) {
            Ok(bytes) => texts.push(bytes),
            Err(sentence) => sentences.push(sentence),
        }
    }
    if !sentences.is_empty() {
        return Err(Failure::Input(sentences));
    }
    let (engine, table) = count(replay(recipe, lexicon, texts.clone()), messages)?;
    let name = recipe.lexicon.file.as_deref().unwrap_or(&recipe.lexicon.id);
    if let Some(problem) = lexicon_mismatch(&recipe.lexicon, &table.lexicon, name) {
        return Err(Failure::Input(vec![messages.problem(&problem)]));
    }
    if recipe.program != report::VERSION {
        let values = [("found", recipe.program.clone().into()), ("expected", report::VERSION.into())];
        eprintln!("tarazy: {}", report::visible(&messages.format("recipe-program-differs", &values)));
    }
    for warning in &table.warnings {
        eprintln!("tarazy: {}", messages.problem(warning));
    }
    Ok(RecipeRun { lexicon: text, texts, engine, table })
}

/// A folder in which texts are looked for: under the name that a recipe gives, then among all files
/// by their SHA-256.
struct TextFinder {
    folder: PathBuf,
    /// The files of the folder by their hashes, once a name was not enough.
    by_hash: Option<Vec<(String, PathBuf)>>,
}

impl TextFinder {
    fn new(folder: &Path) -> Self {
        let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() };
        Self { folder, by_hash: None }
    }

    fn find(&mut self, text: &RecipeText, messages: &Messages) -> Result<Vec<u8>, String> {
        let named = self.folder.join(&text.file);
        let mut other = None;
        if named.is_file() {
            let bytes = read_bytes(&named, messages)?;
            match text_mismatch(text, &bytes) {
                None => return Ok(bytes),
                Some(problem) => other = Some(problem),
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

/// The files of a folder and of those in it, by their hashes; links are not followed, and what
/// cannot be read is passed over.
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

/// The documents of a call, their files named as seen from the folder of the recipe.
fn inputs(study: &StudyArguments, folder: &Path) -> Vec<RecipeInput> {
    let (language, reading) = (study.counting.lang, reading(&study.counting));
    let of = |path: &PathBuf| RecipeInput {
        title: plain(&path.file_stem().unwrap_or_default().to_string_lossy()),
        file: seen_from(path, folder),
        language,
        reading,
        ..RecipeInput::default()
    };
    let stdin = [PathBuf::from("-")];
    let texts = if study.texts.is_empty() { &stdin[..] } else { &study.texts[..] };
    texts.iter().map(of).collect()
}

/// Names a file as seen from a folder where it lies in it, else by its name alone.
fn seen_from(file: &Path, folder: &Path) -> String {
    let absolute = |path: &Path| fs::canonicalize(path).ok();
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let below = absolute(file).zip(absolute(folder)).and_then(|(file, folder)| {
        file.strip_prefix(folder).ok().map(|below| {
            below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
        })
    });
    below.unwrap_or_else(|| file.file_name().unwrap_or(OsStr::new("text.txt")).to_string_lossy().into_owned())
}

/// A title that is the same in every language.
pub(super) fn plain(text: &str) -> LocalText {
    LocalText { en: (!text.is_empty()).then(|| text.to_owned()), ..LocalText::default() }
}
