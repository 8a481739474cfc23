//! The commands that work on lexicons: check, convert, compare languages, lint, compare versions,
//! validate.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use tarazy_engine::{
    counting::run_lexicon_tests,
    language::Language,
    lexicon::{LexiconFormat, LexiconReading, export},
    study::{AskError, LexiconCard, LexiconDifferenceQuery, LintQuery, ParallelQuery},
};
use tarazy_report::{message::Messages, report};

use super::{
    Failure,
    arguments::{
        CountingArguments, DifferenceFormat, DifferenceOutput, Format, LanguageArgument, OutputArguments,
        ReadingArguments, ReportFormat, named,
    },
    article::{AppendixArguments, write_appendix},
    ended,
    input::{import_lexicon, lexicon_source, read_lexicon},
    output::{warn, warn_each, write},
    study::{Study, count_texts, unknown_category},
    validation::{SampleArguments, ScoreArguments, write_sample, write_score},
};

#[derive(Subcommand)]
pub(super) enum LexiconAction {
    /// Write a lexicon as an appendix of an article: each category with its entries by language
    Appendix(AppendixArguments),
    /// Print the card of a lexicon as Markdown: what it is for, what its categories mean, how many of
    /// its matches are right
    Card(CardArguments),
    /// Read a lexicon and run its tests
    Check {
        /// The lexicon, in format 1
        file: PathBuf,
    },
    /// Turn a lexicon into another format; what cannot be carried over is reported with its lines
    Convert(ConvertArguments),
    /// Put the languages of a lexicon side by side, one concept per row: gaps, and what each
    /// language matches
    Parallel(ParallelArguments),
    /// List entries that may be wrong: without a match, shadowed by others, duplicate, too broad,
    /// too short
    Lint(LintArguments),
    /// List the differences of two lexicons, and which entry changes which count
    Diff(DiffArguments),
    /// Draw a random sample of matches for coders to judge, with instructions for them beside it
    Sample(SampleArguments),
    /// Score a sample that coders judged: precision by language and category, agreement of coders
    Score(ScoreArguments),
}

#[derive(Args)]
pub(super) struct CardArguments {
    /// The lexicon in any format that Tarazy reads, or the id of a built-in one: values, yanitsky,
    /// fantalova
    lexicon: String,
    /// Language of the card; without it the card is written in all three, one below the other
    #[arg(long, value_parser = named(Language::ALL, Language::code))]
    language: Option<Language>,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    reading: ReadingArguments,
}

#[derive(Args)]
pub(super) struct ConvertArguments {
    /// The lexicon, in any format that Tarazy reads
    input: PathBuf,
    /// Where to write it; the ending names the format
    output: PathBuf,
    /// Read the lexicon in this format, whatever its content looks like
    #[arg(long, value_parser = named(LexiconFormat::ALL, LexiconFormat::name))]
    from: Option<LexiconFormat>,
    #[command(flatten)]
    reading: ReadingArguments,
    /// Print each notice; otherwise those of one kind are counted
    #[arg(long)]
    every_notice: bool,
    /// Write a CSV file without the byte order mark by which spreadsheets know UTF-8
    #[arg(long)]
    no_bom: bool,
}

#[derive(Args)]
pub(super) struct ParallelArguments {
    /// The lexicon in any format that Tarazy reads, or the id of a built-in one: values, yanitsky,
    /// fantalova
    lexicon: String,
    /// Plain texts to look for the entries in; none to see the lexicon alone
    texts: Vec<PathBuf>,
    /// One category and its subcategories, by path
    #[arg(long)]
    category: Option<String>,
    /// Only concepts that a language lacks, and entries that name no concept
    #[arg(long)]
    gaps: bool,
    #[command(flatten)]
    counting: CountingArguments,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    language: LanguageArgument,
}

#[derive(Args)]
pub(super) struct LintArguments {
    /// The lexicon in any format that Tarazy reads, or the id of a built-in one
    lexicon: String,
    /// Plain texts to look for the entries in; standard input for -
    texts: Vec<PathBuf>,
    /// Entries of one language only
    #[arg(long, value_parser = named(Language::ALL, Language::code))]
    entries: Option<Language>,
    #[command(flatten)]
    counting: CountingArguments,
    /// How to write the result
    #[arg(long, value_enum, default_value_t = ReportFormat::Table)]
    format: ReportFormat,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct DiffArguments {
    /// The lexicon before, or the id of a built-in one
    old: String,
    /// The lexicon after, or the id of a built-in one
    new: String,
    /// Plain texts to count with both; standard input for -
    texts: Vec<PathBuf>,
    #[command(flatten)]
    counting: CountingArguments,
    #[command(flatten)]
    output: DifferenceOutput,
}

/// Runs a command on a lexicon.
pub(super) fn run(action: &LexiconAction, messages: &Messages) -> Result<(), Failure> {
    match action {
        LexiconAction::Appendix(arguments) => write_appendix(arguments, messages),
        LexiconAction::Card(arguments) => write_card(arguments, messages),
        LexiconAction::Check { file } => check(file, messages),
        LexiconAction::Convert(arguments) => convert(arguments, messages),
        LexiconAction::Parallel(arguments) => write_parallel(arguments, messages),
        LexiconAction::Lint(arguments) => write_lint(arguments, messages),
        LexiconAction::Diff(arguments) => write_difference(arguments, messages),
        LexiconAction::Sample(arguments) => write_sample(arguments, messages),
        LexiconAction::Score(arguments) => write_score(arguments, messages),
    }
}

/// Writes the card of a lexicon in one language or in all.
fn write_card(arguments: &CardArguments, messages: &Messages) -> Result<(), Failure> {
    let CardArguments { lexicon, language, output, reading } = arguments;
    let card = LexiconCard::of(&read_lexicon(lexicon, reading.reading(), messages)?);
    let languages = language.map_or_else(|| Language::ALL.to_vec(), |language| vec![language]);
    let in_language = |language| report::card_article(&card, &Messages::new(language)).markdown();
    let cards: Vec<String> = languages.into_iter().map(in_language).collect();
    write(cards.join("\n"), output.as_deref(), messages)
}

/// Reads a lexicon and runs its tests; prints how many passed.
///
/// # Errors
/// Sentences for errors of the file, or for the tests that failed.
fn check(path: &Path, messages: &Messages) -> Result<(), Failure> {
    let name = path.display().to_string();
    let lexicon = import_lexicon(path, None, LexiconReading::default(), warn, messages)?.lexicon;
    let problems = run_lexicon_tests(&lexicon, &name);
    let number = |value: usize| value.to_string().into();
    let (file, tests) = (("file", name.as_str().into()), ("tests", number(lexicon.tests.len())));
    if problems.is_empty() {
        let (categories, entries) = (number(lexicon.categories.len()), number(lexicon.entries.len()));
        let values = [file, tests, ("categories", categories), ("entries", entries)];
        return write(messages.format("cli-check-passed", &values) + "\n", None, messages);
    }
    let mut lines: Vec<_> = problems.iter().filter_map(|problem| problem.place.line).collect();
    lines.dedup();
    let mut sentences: Vec<String> = problems.iter().map(|problem| messages.problem(problem)).collect();
    sentences.push(messages.format("cli-check-failed", &[file, tests, ("failed", number(lines.len()))]));
    Err(Failure::Input(sentences))
}

/// Writes a lexicon in the format that the ending of the output names, and prints what was lost.
fn convert(arguments: &ConvertArguments, messages: &Messages) -> Result<(), Failure> {
    let ConvertArguments { input, output, from, reading, every_notice, no_bom } = arguments;
    let warn = if *every_notice { warn_each } else { warn };
    let import = import_lexicon(input, *from, reading.reading(), warn, messages)?;
    let name = output.display().to_string();
    let ending = output.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let Some(format) = LexiconFormat::from_ending(&ending) else {
        let values = [("file", name.into()), ("known", LexiconFormat::endings().into())];
        return Err(messages.format("cli-unknown-ending", &values).into());
    };
    let export = export(&import, format);
    warn(&export.losses.iter().map(|loss| loss.problem(&name)).collect::<Vec<_>>(), messages);
    let mark = if *no_bom { b"" } else { format.spreadsheet_mark() };
    write([mark, &export.bytes].concat(), Some(output), messages)
}

/// Writes the languages of a lexicon side by side.
fn write_parallel(arguments: &ParallelArguments, messages: &Messages) -> Result<(), Failure> {
    let ParallelArguments { lexicon, texts, category, gaps, counting, output, language } = arguments;
    let Study { mut engine, table, has_refused, .. } = count_texts(lexicon, texts, counting, messages)?;
    let query = ParallelQuery { category: category.clone(), only_gaps: *gaps, offset: 0, limit: u32::MAX };
    let page = engine.ask(query).expect("every lexicon has languages to compare");
    if let Some(category) = category {
        let known = || page.categories.iter().map(|known| known.path.as_str());
        let is_within =
            |path: &str| path.strip_prefix(&**category).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if !known().any(is_within) {
            return Err(unknown_category(&table, category, known(), messages));
        }
    }
    let decimals = usize::from(output.decimals);
    let text = match output.format() {
        Format::Table => report::parallel_grid(&page, &table, decimals, &language.of_terminal(None, messages)).plain(),
        Format::Csv => report::parallel_csv(&page, &table, output.csv_style()),
        Format::Json => report::parallel_json(&page, &table),
        Format::Markdown => report::parallel_markdown(&page, &table, decimals, &language.of_file(None)),
    };
    ended(write(text, output.output.as_deref(), messages), has_refused)
}

/// Writes what may be wrong with the entries of a lexicon.
fn write_lint(arguments: &LintArguments, messages: &Messages) -> Result<(), Failure> {
    let LintArguments { lexicon, texts, entries, counting, format, output } = arguments;
    let Study { mut engine, has_refused, .. } = count_texts(lexicon, texts, counting, messages)?;
    let query = LintQuery { language: *entries, kind: None, offset: 0, limit: u32::MAX };
    let report = engine.ask(query).expect("every lexicon can be checked");
    let text = match format {
        ReportFormat::Table => report::lint_plain(&report, messages),
        ReportFormat::Json => report::lint_json(&report),
    };
    ended(write(text, output.as_deref(), messages), has_refused)
}

/// Writes how a lexicon differs from an older one.
fn write_difference(arguments: &DiffArguments, messages: &Messages) -> Result<(), Failure> {
    let DiffArguments { old, new, texts, counting, output } = arguments;
    let Study { mut engine, has_refused, .. } = count_texts(new, texts, counting, messages)?;
    let before = lexicon_source(old, counting.reading.reading(), messages)?;
    let query = LexiconDifferenceQuery { before, offset: 0, limit: u32::MAX, causes: u32::MAX };
    let difference = engine.ask(query).map_err(|error| match error {
        AskError::Refused(refusal) => Failure::of(refusal.problems, messages),
        AskError::NotThere => unreachable!("the question is about no part of the study"),
    })?;
    let text = match output.format() {
        DifferenceFormat::Table => report::lexicon_difference_plain(&difference, messages),
        DifferenceFormat::Csv => report::lexicon_difference_csv(&difference, output.csv_style()),
        DifferenceFormat::Json => report::lexicon_difference_json(&difference),
    };
    ended(write(text, output.output.as_deref(), messages), has_refused)
}
