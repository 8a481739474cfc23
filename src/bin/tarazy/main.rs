//! The command line of Tarazy: the same engine, the same numbers.
//!
//! Exit codes: 0; 1 for bad input, with a message that names the file and the place; 2 for wrong
//! usage.

use std::{
    ffi::OsString,
    fs,
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

use clap::{Parser, error::ErrorKind};
use tarazy_engine::{
    counting::{Comparison, run_lexicon_tests},
    intake::{IntakeError, MAX_TEXT_BYTES, decode},
    language::{Language, LemmaIndex, PartOfSpeech, PartsOfSpeech, Rivals},
    lexicon::{Import, LexiconFormat, Loss, PatternSyntax, export, read_toml},
    matching::{ColumnId, LevelSet},
    problem::Problem,
    repair::{RepairKinds, repair},
    settings::{DocumentId, LexiconSource, Options, ReadingOptions},
    study::{Change, ContextLine, ContextsQuery, DocumentReceipt, Engine, ParallelQuery},
    text::fold,
};
use tarazy_report::{message::Messages, report};

mod arguments;
mod article;
mod figure;
mod publish;
mod recipe;
mod workbench;

use arguments::{
    Action, Arguments, CountingArguments, Format, LexiconAction, OutputArguments, ReportFormat, RivalsArgument,
    StudyArguments,
};

/// How many distinct words of each kind a report of repairs lists.
const RECEIPT_WORDS: usize = 1_000;

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

fn run(action: Action, messages: &Messages) -> Result<(), Failure> {
    match action {
        Action::Count { study, measure, weights, output } => {
            let (_, table) = compare(&study, messages)?;
            article::write_categories(
                &table,
                measure,
                weights,
                || article::lexicon(&study, messages),
                &output,
                messages,
            )
        }
        Action::Table1 { study, output } => {
            let (_, table) = compare(&study, messages)?;
            article::write_table1(&table, &study, &output, messages)
        }
        Action::Methods { study, methods } => {
            let (_, table) = compare(&study, messages)?;
            article::write_methods(&table, &study, &methods, messages)
        }
        Action::Kwic { study, category, width, output } => kwic(&study, &category, width, &output, messages),
        Action::Repair { file, report, format, output, encoding, without } => {
            let repairs = without.into_iter().fold(RepairKinds::default(), RepairKinds::without);
            let reading = ReadingOptions { encoding, repairs, ..ReadingOptions::default() };
            let (text, receipt) = mend(&file, reading, messages)?;
            if output.is_some() || !report {
                write(&text, output.as_deref(), messages)?;
            }
            match (report, format) {
                (false, _) => Ok(()),
                (true, ReportFormat::Json) => print(&report::receipt_json(&receipt)),
                (true, ReportFormat::Table) => print(&report::receipt_plain(&receipt, messages)),
            }
        }
        Action::Lexicon { action } => work_on_lexicon(action, messages),
        Action::Policies { study, other, width, output } => {
            let (mut engine, table) = compare(&study, messages)?;
            workbench::policies(&mut engine, &table, other, width, &output, messages)
        }
        Action::Recipe { action } => recipe::perform(action, messages),
        Action::Publish(arguments) => publish::publish(&arguments, messages),
        Action::Deposit(arguments) => publish::deposit(&arguments, messages),
        Action::Pack(arguments) => publish::pack(&arguments, messages),
        Action::Run(arguments) => recipe::run(&arguments, messages),
        Action::Figure { kind, study, figure } => {
            let (mut engine, table) = compare(&study, messages)?;
            figure::figure(kind, &mut engine, &table, &figure, messages)
        }
        Action::Match { lang, entries, rivals } => match_forms(lang, &entries, rivals, messages),
    }
}

/// Writes the matches of a category in their contexts.
fn kwic(
    study: &StudyArguments,
    category: &str,
    width: u32,
    output: &OutputArguments,
    messages: &Messages,
) -> Result<(), Failure> {
    let (mut engine, table) = compare(study, messages)?;
    let column = column(&table, category, messages)?;
    let lines = contexts(&mut engine, column, width);
    let title = |line: &ContextLine| {
        table.documents.iter().find(|row| row.id == line.document).map_or("", |row| row.title.as_str())
    };
    let text = match output.format {
        Format::Table => report::contexts_plain(&lines, width, title),
        Format::Csv => report::contexts_csv(&lines, &table),
        Format::Json => report::contexts_json(&lines, title),
        Format::Markdown => report::contexts_markdown(&lines, title),
    };
    write(&text, output.output.as_deref(), messages)
}

/// Does what is asked about a lexicon.
fn work_on_lexicon(action: LexiconAction, messages: &Messages) -> Result<(), Failure> {
    match action {
        LexiconAction::Appendix(arguments) => article::write_appendix(&arguments, messages),
        LexiconAction::Check { file } => check(&file, messages),
        LexiconAction::Convert { input, output, from, pattern_syntax } => {
            convert(&input, &output, from, pattern_syntax, messages)
        }
        LexiconAction::Parallel { lexicon, texts, category, gaps, counting, output } => {
            let study = StudyArguments { texts, lexicon, counting };
            parallel(&study, category, gaps, &output, messages)
        }
        LexiconAction::Lint { lexicon, texts, entries, counting, format, output } => {
            let mut engine = open(&lexicon, &texts, &counting, messages)?.0;
            let text = workbench::lint(&mut engine, entries, format, messages);
            write(&text, output.as_deref(), messages)
        }
        LexiconAction::Diff { old, new, texts, counting, output } => {
            let mut engine = open(&new, &texts, &counting, messages)?.0;
            let old = lexicon_source(&old, counting.pattern_syntax, messages)?;
            workbench::diff(&mut engine, old, &output, messages)
        }
    }
}

/// Says how bytes become text.
fn reading(counting: &CountingArguments) -> ReadingOptions {
    let repairs = if counting.no_repair { RepairKinds::NONE } else { RepairKinds::default() };
    ReadingOptions { encoding: counting.encoding, repairs, is_pretokenized: counting.pretokenized }
}

/// Returns `true` if a lexicon is named by the id of one that is part of the program.
fn is_builtin(name: &str) -> bool {
    !Path::new(name).exists() && !name.contains(['.', '/', '\\'])
}

/// Puts the languages of a lexicon side by side.
fn parallel(
    study: &StudyArguments,
    category: Option<String>,
    only_gaps: bool,
    output: &OutputArguments,
    messages: &Messages,
) -> Result<(), Failure> {
    let (mut engine, table) = open(&study.lexicon, &study.texts, &study.counting, messages)?;
    let asked = category.clone();
    let query = ParallelQuery { category, only_gaps, offset: 0, limit: u32::MAX };
    let page = engine.ask(query).expect("every lexicon has languages to compare");
    if let Some(category) = asked {
        let is_within =
            |path: &str| path.strip_prefix(&*category).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if !page.categories.iter().any(|known| is_within(&known.path)) {
            let known: Vec<&str> = page.categories.iter().map(|known| known.path.as_str()).collect();
            return Err(unknown_category(&table, &category, &known, messages));
        }
    }
    let decimals = usize::from(output.decimals);
    let text = match output.format {
        Format::Table => report::parallel_grid(&page, &table, decimals, messages).plain(),
        Format::Csv => report::parallel_csv(&page, &table),
        Format::Json => report::parallel_json(&page, &table),
        Format::Markdown => report::parallel_markdown(&page, &table, decimals, messages),
    };
    write(&text, output.output.as_deref(), messages)
}

/// Reads texts and lexicon and counts; without texts it reads standard input.
fn compare(study: &StudyArguments, messages: &Messages) -> Result<(Engine, Comparison), Failure> {
    let stdin = [PathBuf::from("-")];
    let texts = if study.texts.is_empty() { &stdin[..] } else { &study.texts[..] };
    open(&study.lexicon, texts, &study.counting, messages)
}

/// Reads texts, perhaps none, and a lexicon, and counts.
fn open(
    lexicon: &str,
    texts: &[PathBuf],
    counting: &CountingArguments,
    messages: &Messages,
) -> Result<(Engine, Comparison), Failure> {
    let options = Options {
        policy: counting.policy,
        level: counting.level,
        only_levels: LevelSet::new(counting.levels.iter().copied()),
        case_sensitive: counting.case_sensitive,
        negation: counting.negation,
    };
    let lexicon = lexicon_source(lexicon, counting.pattern_syntax, messages)?;
    let (language, reading) = (counting.lang, reading(counting));
    let mut changes = vec![Change::SetOptions(options), Change::SetLexicon(lexicon)];
    let mut sentences = Vec::new();
    for (id, path) in (0..).zip(texts) {
        match read_bytes(path, messages) {
            Ok(bytes) => {
                let title = path.file_stem().map_or_else(OsString::new, OsString::from).to_string_lossy().into_owned();
                let file = Some(path.display().to_string());
                changes.push(Change::PutDocument { id: DocumentId(id), title, file, language, reading, bytes });
            }
            Err(sentence) => sentences.push(sentence),
        }
    }
    if !sentences.is_empty() {
        return Err(Failure::Input(sentences));
    }
    let (engine, table) = count(changes, messages)?;
    for warning in &table.warnings {
        eprintln!("tarazy: {}", messages.problem(warning));
    }
    Ok((engine, table))
}

/// Reads a text and repairs it; returns it with what was changed.
fn mend(path: &Path, reading: ReadingOptions, messages: &Messages) -> Result<(String, DocumentReceipt), Failure> {
    let name = path.display().to_string();
    let bytes = read_bytes(path, messages).map_err(|sentence| Failure::Input(vec![sentence]))?;
    let decoded = decode(bytes, reading.encoding)
        .map_err(|error| Failure::Input(vec![messages.problem(&error.problem(&name))]))?;
    let repaired = repair(decoded.text, reading.repairs);
    let receipt = DocumentReceipt {
        excerpt: String::new(),
        document: DocumentId(0),
        encoding: decoded.encoding,
        encoding_confidence: decoded.confidence,
        receipt: repaired.receipt(RECEIPT_WORDS),
    };
    Ok((repaired.into_text(), receipt))
}

/// Makes the changes that lead to a study and counts it, with a line of progress on a terminal.
///
/// # Errors
/// A sentence for each reason why a change was rejected.
fn count(changes: Vec<Change>, messages: &Messages) -> Result<(Engine, Comparison), Failure> {
    let mut engine = Engine::new();
    let mut line = ProgressLine::new();
    let mut sentences = Vec::new();
    let bytes = |change: &Change| match change {
        Change::PutDocument { bytes, .. } => bytes.len() as u64,
        _ => 0,
    };
    let total: u64 = changes.iter().map(bytes).sum();
    let mut done = 0;
    for change in changes {
        let size = bytes(&change);
        match engine.begin(change) {
            Ok(_) => {
                while let Some(progress) = engine.advance() {
                    line.show(done + progress.done, total, messages);
                }
            }
            Err(rejection) => sentences.extend(rejection.problems.iter().map(|problem| messages.problem(problem))),
        }
        done += size;
    }
    let table = engine.table();
    line.clear();
    if sentences.is_empty() { Ok((engine, table)) } else { Err(Failure::Input(sentences)) }
}

/// A line of progress on a terminal, for work of more than half a second.
struct ProgressLine {
    start: Instant,
    is_terminal: bool,
    is_shown: bool,
}

impl ProgressLine {
    fn new() -> Self {
        Self { start: Instant::now(), is_terminal: io::stderr().is_terminal(), is_shown: false }
    }

    fn show(&mut self, done: u64, total: u64, messages: &Messages) {
        if self.is_terminal && self.start.elapsed() > Duration::from_millis(500) {
            let percent = (done * 100 / total.max(1)).to_string();
            eprint!("\r{}  ", messages.format("cli-progress", &[("percent", percent.into())]));
            self.is_shown = true;
        }
    }

    fn clear(&self) {
        if self.is_shown {
            eprint!("\r        \r");
        }
    }
}

fn lexicon_source(name: &str, syntax: PatternSyntax, messages: &Messages) -> Result<LexiconSource, Failure> {
    let path = Path::new(name);
    if is_builtin(name) {
        return Ok(LexiconSource::Builtin(name.to_owned()));
    }
    let text = import_lexicon(path, None, syntax, messages)?.toml;
    Ok(LexiconSource::File { name: path.display().to_string(), text })
}

/// Reads a lexicon in the format `from`, or in the one that it shows, and reports what was lost.
fn import_lexicon(
    path: &Path,
    from: Option<LexiconFormat>,
    syntax: PatternSyntax,
    messages: &Messages,
) -> Result<Import, Failure> {
    let bytes = read_bytes(path, messages).map_err(|sentence| Failure::Input(vec![sentence]))?;
    let name = path.display().to_string();
    let import = match from {
        Some(format) => tarazy_engine::lexicon::import_as(format, &name, &bytes, syntax),
        None => tarazy_engine::lexicon::import(&name, &bytes, syntax),
    };
    let import = import.map_err(|diagnostics| {
        let problems = diagnostics.iter().map(|diagnostic| diagnostic.problem(&name));
        Failure::Input(problems.map(|problem| messages.problem(&problem)).collect())
    })?;
    tell(&import.losses, &name, messages);
    Ok(import)
}

fn tell(losses: &[Loss], name: &str, messages: &Messages) {
    for loss in losses {
        eprintln!("tarazy: {}", messages.problem(&loss.problem(name)));
    }
}

fn convert(
    input: &Path,
    output: &Path,
    from: Option<LexiconFormat>,
    syntax: PatternSyntax,
    messages: &Messages,
) -> Result<(), Failure> {
    let import = import_lexicon(input, from, syntax, messages)?;
    let name = output.display().to_string();
    let ending = output.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let Some(format) = LexiconFormat::from_ending(&ending) else {
        let values = [("file", name.into()), ("known", LexiconFormat::endings().into())];
        return Err(Failure::Input(vec![messages.format("cli-unknown-ending", &values)]));
    };
    let export = export(&import, format);
    tell(&export.losses, &name, messages);
    fs::write(output, export.bytes).map_err(|error| {
        let values = [("file", name.into()), ("reason", error.to_string().into())];
        Failure::Input(vec![messages.format("cli-cannot-write", &values)])
    })
}

/// Reads a lexicon file as UTF-8.
fn read_lexicon(path: &Path, messages: &Messages) -> Result<String, Failure> {
    let bytes = read_bytes(path, messages).map_err(|sentence| Failure::Input(vec![sentence]))?;
    let name = path.display().to_string();
    tarazy_engine::intake::plain_text(bytes)
        .map_err(|error| Failure::Input(vec![messages.problem(&error.problem(&name))]))
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
        unknown_category(table, category, &known, messages)
    })
}

fn unknown_category(table: &Comparison, category: &str, known: &[&str], messages: &Messages) -> Failure {
    let values = [
        ("lexicon", table.lexicon.id.clone().into()),
        ("category", category.to_owned().into()),
        ("known", known.join(", ").into()),
    ];
    Failure::Input(vec![messages.format("cli-unknown-category", &values)])
}

fn contexts(engine: &mut Engine, column: ColumnId, width: u32) -> Vec<ContextLine> {
    let query = ContextsQuery { document: None, column, offset: 0, limit: u32::MAX, width };
    engine.ask(query).expect("contexts are there for every column").lines
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

/// `form<TAB>entry<TAB>stem<TAB>alternation<TAB>suffixes` for each form and each entry it belongs
/// to.
fn match_forms(language: Language, entries: &Path, rivals: RivalsArgument, messages: &Messages) -> Result<(), Failure> {
    let rivals = match rivals {
        RivalsArgument::Nobody => Rivals::Nobody,
        RivalsArgument::KnownWords => Rivals::KnownWords,
        RivalsArgument::Entries => Rivals::Entries,
    };
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
    let forms = tarazy_engine::intake::plain_text(forms)
        .map_err(|error| Failure::Input(vec![messages.problem(&error.problem("-"))]))?;
    let mut output = io::BufWriter::new(io::stdout().lock());
    for form in forms.lines() {
        let readings = index.readings(&fold(form.trim(), false), rivals);
        let standing = readings.iter().filter(|reading| reading.verdict.rejection(|_| false).is_none());
        for found in standing.map(|reading| &reading.found) {
            let suffixes: Vec<_> =
                found.suffixes.iter().map(|suffix| format!("{}:{}", suffix.text, suffix.gloss)).collect();
            let lemma = lemmas[found.lemma.0 as usize];
            writeln!(output, "{form}\t{lemma}\t{}\t{}\t{}", found.stem, found.alternation, suffixes.join("+"))
                .map_err(|_| Failure::Closed)?;
        }
    }
    output.flush().map_err(|_| Failure::Closed)
}

fn write(text: &str, output: Option<&Path>, messages: &Messages) -> Result<(), Failure> {
    write_bytes(text.as_bytes(), output, messages)
}

fn write_bytes(bytes: &[u8], output: Option<&Path>, messages: &Messages) -> Result<(), Failure> {
    let Some(path) = output else { return io::stdout().lock().write_all(bytes).map_err(|_| Failure::Closed) };
    fs::write(path, bytes).map_err(|error| {
        let values = [("file", path.display().to_string().into()), ("reason", error.to_string().into())];
        Failure::Input(vec![messages.format("cli-cannot-write", &values)])
    })
}

/// Prints; a reader that went away is no error of ours.
fn print(text: &str) -> Result<(), Failure> {
    io::stdout().lock().write_all(text.as_bytes()).map_err(|_| Failure::Closed)
}
