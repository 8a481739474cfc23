//! The commands with which a lexicon is worked on: lint, differences of lexicons and policies.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use tarazy_engine::{
    counting::Comparison,
    language::Language,
    matching::Policy,
    settings::LexiconSource,
    study::{AskError, Engine, LexiconDifferenceQuery, LintQuery, PolicyDifferenceQuery},
};
use tarazy_report::{message::Messages, report};

use super::{Failure, arguments::ReportFormat, write};

#[derive(Args)]
pub(super) struct WorkbenchOutput {
    /// How to write the result
    #[arg(long, value_enum, default_value_t = DifferenceFormat::Table)]
    format: DifferenceFormat,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DifferenceFormat {
    Table,
    Csv,
    Json,
}

/// Returns what may be wrong with the entries of the engine's lexicon.
pub(super) fn lint(
    engine: &mut Engine,
    language: Option<Language>,
    format: ReportFormat,
    messages: &Messages,
) -> String {
    let query = LintQuery { language, kind: None, offset: 0, limit: u32::MAX };
    let report = engine.ask(query).expect("every lexicon can be checked");
    match format {
        ReportFormat::Table => report::lint_plain(&report, messages),
        ReportFormat::Json => report::lint_json(&report),
    }
}

/// Writes how the engine's lexicon differs from an older one.
pub(super) fn diff(
    engine: &mut Engine,
    old: LexiconSource,
    output: &WorkbenchOutput,
    messages: &Messages,
) -> Result<(), Failure> {
    let query = LexiconDifferenceQuery { before: old, offset: 0, limit: u32::MAX, causes: u32::MAX };
    let difference = engine.ask(query).map_err(|error| match error {
        AskError::Rejected(rejection) => {
            Failure::Input(rejection.problems.iter().map(|problem| messages.problem(problem)).collect())
        }
        AskError::NotThere => unreachable!("the question is about no part of the study"),
    })?;
    let text = match output.format {
        DifferenceFormat::Table => report::lexicon_difference_plain(&difference, messages),
        DifferenceFormat::Csv => report::lexicon_difference_csv(&difference),
        DifferenceFormat::Json => report::lexicon_difference_json(&difference),
    };
    write(&text, output.output.as_deref(), messages)
}

/// Writes what counts otherwise under another policy.
pub(super) fn policies(
    engine: &mut Engine,
    table: &Comparison,
    other: Policy,
    width: u32,
    output: &WorkbenchOutput,
    messages: &Messages,
) -> Result<(), Failure> {
    let query = PolicyDifferenceQuery { other, document: None, column: None, offset: 0, limit: u32::MAX, width };
    let difference = engine.ask(query).expect("policies can be compared in every study");
    let text = match output.format {
        DifferenceFormat::Table => report::policy_difference_plain(&difference, messages),
        DifferenceFormat::Csv => report::policy_difference_csv(&difference, table),
        DifferenceFormat::Json => report::policy_difference_json(&difference),
    };
    write(&text, output.output.as_deref(), messages)
}
