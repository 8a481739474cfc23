//! The validation of a lexicon by people: a sample for coders, and the score of what they judged.

use std::path::{Path, PathBuf};

use clap::Args;
use tarazy_documents::{MetadataTable, ReadOptions};
use tarazy_engine::{
    counting::Measure, language::number_format::DecimalSign, settings::MetadataValue, study::SampleQuery,
};
use tarazy_report::{
    message::Messages,
    report::{self, JudgedSample, Piece, PieceFormat, PieceQuery, ValidationFacts},
};

use super::{
    Failure,
    arguments::{CountingArguments, Format, LanguageArgument, OutputArguments},
    ended,
    input::read_bytes,
    output::{is_file, say, write},
    study::{Study, count_texts},
};

#[derive(Args)]
pub(super) struct SampleArguments {
    /// The lexicon in any format that Tarazy reads, or the id of a built-in one: values, yanitsky,
    /// fantalova
    lexicon: String,
    /// Documents in any format that Tarazy reads; standard input for -
    #[arg(required = true)]
    texts: Vec<PathBuf>,
    /// Matches to draw of each category in each language; all of those that have fewer
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    per_category: u32,
    /// Any number: the same one draws the same matches again
    #[arg(long, default_value_t = 1)]
    seed: u32,
    #[command(flatten)]
    counting: CountingArguments,
    #[command(flatten)]
    language: LanguageArgument,
    /// Where to write the sample, as CSV; the instructions are written beside it, as
    /// sample-instructions.md for sample.csv
    #[arg(short, long)]
    output: PathBuf,
}

#[derive(Args)]
pub(super) struct ScoreArguments {
    /// The judged sample, or the same sample judged by two coders: CSV, XLSX, ODS
    #[arg(required = true, num_args = 1..=2)]
    judged: Vec<PathBuf>,
    /// Write what the lexicon's file states of its validation
    #[arg(long, conflicts_with = "format", requires = "date", requires = "texts")]
    toml: bool,
    /// The day of the judgements, for --toml
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<String>,
    /// Which texts the sample is of, for --toml
    #[arg(long, value_name = "DESCRIPTION")]
    texts: Option<String>,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    language: LanguageArgument,
}

/// Reads a day as ISO 8601 writes it.
fn day(text: &str) -> Result<String, String> {
    match MetadataValue::of(text) {
        MetadataValue::Date(date) if date == text => Ok(date),
        _ => Err("write a day as 2026-12-01".to_owned()),
    }
}

/// Writes a sample of matches, and the instructions beside it.
pub(super) fn write_sample(arguments: &SampleArguments, messages: &Messages) -> Result<(), Failure> {
    let SampleArguments { lexicon, texts, per_category, seed, counting, language, output } = arguments;
    let Study { mut engine, table, has_refused, .. } = count_texts(lexicon, texts, counting, messages)?;
    let query = SampleQuery { per_category: *per_category, seed: *seed };
    let sample = engine.ask(query).expect("every study has a sample");
    if sample.without_language > 0 {
        let count = [("count", sample.without_language.to_string().into())];
        say(&messages.format("cli-sample-unknown-language", &count));
    }
    if sample.matches.is_empty() {
        return Err(messages.format("cli-sample-empty", &[("lexicon", table.lexicon.id.clone().into())]).into());
    }
    let piece = |piece| PieceQuery {
        piece,
        language: language.of_file(None).language(),
        measure: Measure::Count,
        is_weighted: false,
        decimals: 1,
        decimal_sign: DecimalSign::ByLanguage,
        is_transposed: false,
    };
    let mut bytes = |query: PieceQuery| engine.ask(query).expect("a study has every piece").bytes;
    write(bytes(piece(Piece::Sample(query))), Some(output), messages)?;
    let instructions = bytes(piece(Piece::CoderInstructions(PieceFormat::Markdown)));
    let beside = is_file(output).then(|| instructions_path(output));
    let written = beside.map_or(Ok(()), |path| write(instructions, Some(&path), messages));
    ended(written, has_refused)
}

/// Returns the path of the instructions beside a sample.
fn instructions_path(sample: &Path) -> PathBuf {
    let stem = sample.file_stem().unwrap_or_default().to_string_lossy();
    sample.with_file_name(format!("{stem}-instructions.md"))
}

/// Writes how precise a lexicon is by the judgements of one or two coders.
pub(super) fn write_score(arguments: &ScoreArguments, messages: &Messages) -> Result<(), Failure> {
    let ScoreArguments { judged, toml, date, texts, output, language } = arguments;
    let samples = judged.iter().map(|path| read_judged(path, messages)).collect::<Result<Vec<_>, _>>()?;
    let (first, second) = (&samples[0], samples.get(1));
    let last = judged.last().map_or_else(String::new, |path| path.display().to_string());
    let score = report::score(first, second).map_err(|error| Failure::of([error.problem(&last)], messages))?;
    let decimals = usize::from(output.decimals);
    let text = match output.format() {
        _ if *toml => {
            let (date, texts) = (date.as_deref().unwrap_or_default(), texts.as_deref().unwrap_or_default());
            report::score_toml(&score, ValidationFacts { date, texts })
        }
        Format::Table => report::score_grid(&score, decimals, &language.of_terminal(None, messages)).plain(),
        Format::Csv => report::score_csv(&score, output.csv_style()),
        Format::Json => report::score_json(&score),
        Format::Markdown => report::score_markdown(&score, decimals, &language.of_file(None)),
    };
    write(text, output.output.as_deref(), messages)
}

/// Reads a judged sample.
///
/// # Errors
/// Sentences for a file that cannot be read or is not a table, and for every row that is wrong.
fn read_judged(path: &Path, messages: &Messages) -> Result<JudgedSample, Failure> {
    let name = path.display().to_string();
    let table = MetadataTable::read(&name, read_bytes(path, messages)?, &ReadOptions::default());
    let table = table.map_err(|error| Failure::of([error.problem(&name)], messages))?;
    let judged = JudgedSample::read(&table.columns, table.rows());
    judged.map_err(|errors| Failure::of(errors.iter().map(|error| error.problem(&name)), messages))
}
