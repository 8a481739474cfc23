//! The command line of Tarazy: the same engine, the same numbers.
//!
//! Exit codes: 0; 1 for bad input, with a message that names the file and the place; 2 for wrong usage.

use std::{
    ffi::OsString,
    fs,
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

use clap::{Args, Parser, Subcommand, ValueEnum, error::ErrorKind};
use tarazy::{
    counting::{Measure, run_lexicon_tests},
    intake::{IntakeError, MAX_TEXT_BYTES},
    language::{Language, LemmaIndex, PartOfSpeech, PartsOfSpeech},
    lexicon::read_toml,
    matching::{ColumnId, Policy},
    message::Messages,
    report,
    study::{
        Command, Comparison, ContextLine, DocumentId, Engine, Event, LanguageChoice, LexiconSource, Options, Problem,
        Reading, Request,
    },
    text::fold,
};

/// Compares texts by the categories of a lexicon.
#[derive(Parser)]
#[command(name = "tarazy", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Count the matches of each category in each text
    Count {
        #[command(flatten)]
        study: StudyArguments,
        /// What a cell shows
        #[arg(long, default_value = "count", value_parser = named(Measure::ALL.map(Measure::name)))]
        measure: String,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Size, special content and dominant values of each text
    Table1 {
        #[command(flatten)]
        study: StudyArguments,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// The matches of a category in their contexts
    Kwic {
        #[command(flatten)]
        study: StudyArguments,
        /// Path of the category, as freedom or values/freedom
        #[arg(long)]
        category: String,
        /// Characters on either side
        #[arg(long, default_value_t = 60)]
        width: u32,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Work on lexicons
    Lexicon {
        #[command(subcommand)]
        action: LexiconAction,
    },
    /// Tell which entries each form belongs to: forms on standard input, one a line
    Match {
        /// Language of the entries
        #[arg(long, value_parser = named(Language::ALL.map(Language::code)))]
        lang: String,
        /// Entries, one a line: lemma, and after a tab its parts of speech (noun, adjective, verb, name)
        #[arg(long)]
        entries: PathBuf,
    },
}

#[derive(Subcommand)]
enum LexiconAction {
    /// Read a lexicon and run its tests
    Check {
        /// The lexicon, in format 1
        file: PathBuf,
    },
}

#[derive(Args)]
struct StudyArguments {
    /// Texts in UTF-8; standard input when there is none or for -
    texts: Vec<PathBuf>,
    /// A file in lexicon format 1, or the id of a built-in lexicon
    #[arg(long, default_value = "values")]
    lexicon: String,
    /// Language of the texts
    #[arg(long, default_value = "auto", value_parser = named(["auto", "kk", "ru", "en"]))]
    lang: String,
    /// Which of several overlapping matches count
    #[arg(long, default_value = "longest", value_parser = named(Policy::ALL.map(Policy::name)))]
    policy: String,
    /// Merge categories below this depth into their ancestors
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=16))]
    level: Option<u8>,
    /// Compare letters as written
    #[arg(long)]
    case_sensitive: bool,
    /// Texts are one token a line; an empty line is a break that no phrase crosses
    #[arg(long)]
    pretokenized: bool,
}

#[derive(Args)]
struct OutputArguments {
    /// How to write the result
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Decimals in tables and Markdown
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(0..=6))]
    decimals: u8,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
    Markdown,
}

/// Why the program ends without a result.
enum Failure {
    /// Sentences about what is wrong with the inputs.
    Input(Vec<String>),
    /// Nobody reads the output any more.
    Closed,
}

fn main() -> ExitCode {
    let messages = Messages::new(interface_language());
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error, &messages),
    };
    match run(arguments.action, &messages) {
        Ok(()) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(Failure::Input(sentences)) => {
            for sentence in sentences {
                eprintln!("tarazy: {sentence}");
            }
            ExitCode::from(1)
        }
    }
}

/// The language of messages: that of the environment where it is one of ours, else English.
fn interface_language() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let code = set.unwrap_or_default();
    Language::from_code(code.get(..2).unwrap_or("")).unwrap_or(Language::English)
}

/// Prints what is wrong with the call; help and version are no error.
fn usage(error: &clap::Error, messages: &Messages) -> ExitCode {
    if error.kind() == ErrorKind::UnknownArgument
        && let Some(clap::error::ContextValue::String(option)) = error.get(clap::error::ContextKind::InvalidArg)
    {
        eprintln!("tarazy: {}", messages.format("cli-unknown-option", &[("option", option.clone().into())]));
        return ExitCode::from(2);
    }
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

fn named<const N: usize>(names: [&'static str; N]) -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(names)
}

fn run(action: Action, messages: &Messages) -> Result<(), Failure> {
    match action {
        Action::Count { study, measure, output } => {
            let measure = Measure::from_name(&measure).unwrap_or(Measure::Count);
            let (_, table) = compare(&study, messages)?;
            let decimals = usize::from(output.decimals);
            let text = match output.format {
                Format::Table => report::table_grid(&table, measure, decimals, messages).plain(),
                Format::Csv => report::csv(&table, measure),
                Format::Json => report::json(&table, measure),
                Format::Markdown => report::markdown(&table, measure, decimals, messages),
            };
            write(&text, &output, messages)
        }
        Action::Table1 { study, output } => {
            let (_, table) = compare(&study, messages)?;
            let decimals = usize::from(output.decimals);
            let grid = || report::table1_grid(&table, decimals, messages);
            let text = match output.format {
                Format::Table => grid().plain(),
                Format::Csv => grid().csv(),
                Format::Json => report::table1_json(&table),
                Format::Markdown => report::table1_markdown(&table, decimals, messages),
            };
            write(&text, &output, messages)
        }
        Action::Kwic { study, category, width, output } => {
            let (mut engine, table) = compare(&study, messages)?;
            let column = column(&table, &category, messages)?;
            let lines = contexts(&mut engine, column, width);
            let title = |line: &ContextLine| {
                table.documents.iter().find(|row| row.id == line.document).map_or("", |row| row.title.as_str())
            };
            let text = match output.format {
                Format::Table => report::contexts_plain(&lines, width, title),
                Format::Csv => report::contexts_csv(&lines, title),
                Format::Json => report::contexts_json(&lines, title),
                Format::Markdown => report::contexts_markdown(&lines, title),
            };
            write(&text, &output, messages)
        }
        Action::Lexicon { action: LexiconAction::Check { file } } => check(&file, messages),
        Action::Match { lang, entries } => match_forms(&lang, &entries, messages),
    }
}

/// Reads texts and lexicon and counts.
fn compare(study: &StudyArguments, messages: &Messages) -> Result<(Engine, Comparison), Failure> {
    let mut engine = if study.pretokenized { Engine::pretokenized() } else { Engine::new() };
    let mut sequence = 0;
    let mut submit = |engine: &mut Engine, command| {
        sequence += 1;
        engine.submit(Request { sequence, revision: 0, command });
    };
    let policy = Policy::from_name(&study.policy).unwrap_or_default();
    let options = Options { policy, level: study.level, case_sensitive: study.case_sensitive };
    submit(&mut engine, Command::SetOptions(options));
    submit(&mut engine, Command::SetLexicon(lexicon_source(&study.lexicon, messages)?));
    let language = Language::from_code(&study.lang).map_or(LanguageChoice::Auto, LanguageChoice::Fixed);
    let reading = Reading::default();
    let stdin = [PathBuf::from("-")];
    let texts = if study.texts.is_empty() { &stdin[..] } else { &study.texts[..] };
    let mut sentences = Vec::new();
    for (id, path) in (0..).zip(texts) {
        match read_bytes(path, messages) {
            Ok(bytes) => {
                let title = path.file_stem().map_or_else(OsString::new, OsString::from).to_string_lossy().into_owned();
                let file = Some(path.display().to_string());
                submit(&mut engine, Command::PutDocument { id: DocumentId(id), title, file, language, reading, bytes });
            }
            Err(sentence) => sentences.push(sentence),
        }
    }
    let table = drive(&mut engine, messages, &mut sentences);
    match table {
        Some(table) if sentences.is_empty() => {
            for warning in &table.warnings {
                eprintln!("tarazy: {}", messages.problem(warning));
            }
            Ok((engine, *table))
        }
        _ => Err(Failure::Input(sentences)),
    }
}

/// Lets the engine work until it is done, with a line of progress on a terminal.
fn drive(engine: &mut Engine, messages: &Messages, sentences: &mut Vec<String>) -> Option<Box<Comparison>> {
    let start = Instant::now();
    let shows_progress = io::stderr().is_terminal();
    let mut has_shown = false;
    let mut table = None;
    while !engine.is_idle() {
        for reply in engine.step() {
            match reply.event {
                Event::Compared(compared) => table = Some(compared),
                Event::Rejected { problems, .. } => {
                    sentences.extend(problems.iter().map(|problem| messages.problem(problem)));
                }
                Event::Progress { done, total, .. }
                    if shows_progress && start.elapsed() > Duration::from_millis(500) =>
                {
                    let percent = (done * 100 / total.max(1)).to_string();
                    eprint!("\r{}  ", messages.format("cli-progress", &[("percent", percent.into())]));
                    has_shown = true;
                }
                _ => {}
            }
        }
    }
    if has_shown {
        eprint!("\r        \r");
    }
    table
}

fn lexicon_source(name: &str, messages: &Messages) -> Result<LexiconSource, Failure> {
    let path = Path::new(name);
    if !path.exists() && !name.contains(['.', '/', '\\']) {
        return Ok(LexiconSource::Builtin(name.to_owned()));
    }
    let text = read_lexicon(path, messages)?;
    Ok(LexiconSource::File { name: path.display().to_string(), text })
}

/// Reads a lexicon file as UTF-8.
fn read_lexicon(path: &Path, messages: &Messages) -> Result<String, Failure> {
    let bytes = read_bytes(path, messages).map_err(|sentence| Failure::Input(vec![sentence]))?;
    let name = path.display().to_string();
    tarazy::intake::plain_text(bytes).map_err(|error| Failure::Input(vec![messages.problem(&error.problem(&name))]))
}

/// Reads a file, or standard input for `-`, but never more than a text may have.
fn read_bytes(path: &Path, messages: &Messages) -> Result<Vec<u8>, String> {
    let name = path.display().to_string();
    let cannot = |error: &io::Error| {
        messages.format("cli-cannot-read", &[("file", name.clone().into()), ("reason", error.to_string().into())])
    };
    let source: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(fs::File::open(path).map_err(|error| cannot(&error))?)
    };
    let mut bytes = Vec::new();
    source.take(MAX_TEXT_BYTES + 1).read_to_end(&mut bytes).map_err(|error| cannot(&error))?;
    if bytes.len() as u64 > MAX_TEXT_BYTES {
        let size = fs::metadata(path).map_or(bytes.len() as u64, |metadata| metadata.len());
        let problem = IntakeError::TooLarge { bytes: size, limit: MAX_TEXT_BYTES }.problem(&name);
        return Err(messages.problem(&problem));
    }
    Ok(bytes)
}

/// Finds a column by its category's path.
fn column(table: &Comparison, category: &str, messages: &Messages) -> Result<ColumnId, Failure> {
    let found = table.columns.iter().find(|column| column.path == category);
    found.map(|column| column.id).ok_or_else(|| {
        let known: Vec<&str> = table.columns.iter().map(|column| column.path.as_str()).collect();
        let values = [
            ("lexicon", table.lexicon.id.clone().into()),
            ("category", category.to_owned().into()),
            ("known", known.join(", ").into()),
        ];
        Failure::Input(vec![messages.format("cli-unknown-category", &values)])
    })
}

fn contexts(engine: &mut Engine, column: ColumnId, width: u32) -> Vec<ContextLine> {
    let command = Command::Contexts { document: None, column, offset: 0, limit: u32::MAX, width };
    engine.submit(Request { sequence: 0, revision: 0, command });
    let pages = engine.run().into_iter().filter_map(|reply| match reply.event {
        Event::Contexts(page) => Some(page.lines),
        _ => None,
    });
    pages.flatten().collect()
}

fn check(path: &Path, messages: &Messages) -> Result<(), Failure> {
    let text = read_lexicon(path, messages)?;
    let name = path.display().to_string();
    let sentence = |problem: &Problem| messages.problem(problem);
    let reading = read_toml(&text).map_err(|diagnostics| {
        Failure::Input(diagnostics.iter().map(|diagnostic| sentence(&diagnostic.problem(&name))).collect())
    })?;
    for warning in &reading.warnings {
        eprintln!("tarazy: {}", sentence(&warning.problem(&name)));
    }
    let lexicon = reading.lexicon;
    let problems = run_lexicon_tests(&lexicon, &name);
    let tests = lexicon.tests.len();
    let number = |value: usize| value.to_string().into();
    if problems.is_empty() {
        let values = [
            ("file", name.as_str().into()),
            ("categories", number(lexicon.categories.len())),
            ("entries", number(lexicon.entries.len())),
            ("tests", number(tests)),
        ];
        return print(&format!("{}\n", messages.format("cli-check-passed", &values)));
    }
    let mut lines: Vec<_> = problems.iter().filter_map(|problem| problem.place.line).collect();
    lines.dedup();
    let mut sentences: Vec<String> = problems.iter().map(sentence).collect();
    let values = [("file", name.as_str().into()), ("failed", number(lines.len())), ("tests", number(tests))];
    sentences.push(messages.format("cli-check-failed", &values));
    Err(Failure::Input(sentences))
}

/// `form<TAB>entry<TAB>stem<TAB>alternation<TAB>suffixes` for each form and each entry it belongs to.
fn match_forms(lang: &str, entries: &Path, messages: &Messages) -> Result<(), Failure> {
    let language = Language::from_code(lang).unwrap_or(Language::Kazakh);
    let text = read_lexicon(entries, messages)?;
    let mut index = LemmaIndex::new(language.inflection());
    let mut lemmas = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let (lemma, names) = line.split_once('\t').unwrap_or((line, ""));
        if lemma.trim().is_empty() {
            let sentence = messages.format("cli-entry-line", &[("line", (at + 1).to_string().into())]);
            return Err(Failure::Input(vec![format!("{}: {sentence}", entries.display())]));
        }
        let names = names.split('\t').next().unwrap_or("").split(',');
        let parts = names.filter_map(PartOfSpeech::from_name).fold(PartsOfSpeech::UNKNOWN, PartsOfSpeech::with);
        index.insert(&fold(lemma.trim(), false), parts, false);
        lemmas.push(lemma.trim());
    }
    let mut forms = Vec::new();
    io::stdin().lock().read_to_end(&mut forms).map_err(|_| Failure::Closed)?;
    let forms = tarazy::intake::plain_text(forms)
        .map_err(|error| Failure::Input(vec![messages.problem(&error.problem("-"))]))?;
    let mut output = io::BufWriter::new(io::stdout().lock());
    for form in forms.lines() {
        for found in index.matches(&fold(form.trim(), false)) {
            let suffixes: Vec<_> =
                found.suffixes.iter().map(|suffix| format!("{}:{}", suffix.text, suffix.gloss)).collect();
            let lemma = lemmas[found.lemma.0 as usize];
            writeln!(output, "{form}\t{lemma}\t{}\t{}\t{}", found.stem, found.alternation, suffixes.join("+"))
                .map_err(|_| Failure::Closed)?;
        }
    }
    output.flush().map_err(|_| Failure::Closed)
}

fn write(text: &str, output: &OutputArguments, messages: &Messages) -> Result<(), Failure> {
    let Some(path) = &output.output else { return print(text) };
    fs::write(path, text).map_err(|error| {
        let values = [("file", path.display().to_string().into()), ("reason", error.to_string().into())];
        Failure::Input(vec![messages.format("cli-cannot-write", &values)])
    })
}

/// Prints; a reader that went away is no error of ours.
fn print(text: &str) -> Result<(), Failure> {
    io::stdout().lock().write_all(text.as_bytes()).map_err(|_| Failure::Closed)
}
