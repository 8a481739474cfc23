//! The matches that count differently under two policies.

use clap::Args;
use tarazy_engine::{matching::Policy, study::PolicyDifferenceQuery};
use tarazy_report::{message::Messages, report};

use super::{
    Failure,
    arguments::{DifferenceFormat, DifferenceOutput, StudyArguments, named},
    ended,
    output::write,
    study::{Study, count_study},
};

#[derive(Args)]
pub(super) struct PoliciesArguments {
    #[command(flatten)]
    study: StudyArguments,
    /// The other policy
    #[arg(long, default_value = "independent", value_parser = named(Policy::ALL, Policy::name))]
    other: Policy,
    /// Characters on either side of a match
    #[arg(long, default_value_t = 40)]
    width: u32,
    #[command(flatten)]
    output: DifferenceOutput,
}

/// Writes which matches count differently under the other policy.
pub(super) fn write_difference(arguments: &PoliciesArguments, messages: &Messages) -> Result<(), Failure> {
    let PoliciesArguments { study, other, width, output } = arguments;
    let Study { mut engine, table, has_refused, .. } = count_study(study, messages)?;
    let query = PolicyDifferenceQuery {
        other: *other,
        document: None,
        column: None,
        offset: 0,
        limit: u32::MAX,
        width: *width,
    };
    let difference = engine.ask(query).expect("policies can be compared in every study");
    let text = match output.format() {
        DifferenceFormat::Table => report::policy_difference_plain(&difference, messages),
        DifferenceFormat::Csv => report::policy_difference_csv(&difference, &table, output.csv_style()),
        DifferenceFormat::Json => report::policy_difference_json(&difference),
    };
    ended(write(text, output.output.as_deref(), messages), has_refused)
}
