//! The matches of a category in their contexts.

use clap::Args;
use tarazy_engine::study::{ContextLine, ContextsQuery};
use tarazy_report::{message::Messages, report};

use super::{
    Failure,
    arguments::{Format, OutputArguments, StudyArguments},
    output::write,
    study::{Study, column, count_study},
};

#[derive(Args)]
pub(super) struct KwicArguments {
    #[command(flatten)]
    study: StudyArguments,
    /// Path of the category, such as freedom or values/freedom
    #[arg(long)]
    category: String,
    /// Characters on either side
    #[arg(long, default_value_t = 60)]
    width: u32,
    #[command(flatten)]
    output: OutputArguments,
}

/// Writes the matches of a category in their contexts.
pub(super) fn write_contexts(arguments: &KwicArguments, messages: &Messages) -> Result<(), Failure> {
    let KwicArguments { study, category, width, output } = arguments;
    let Study { mut engine, table, .. } = count_study(study, messages)?;
    let column = column(&table, category, messages)?;
    let query = ContextsQuery { document: None, column, offset: 0, limit: u32::MAX, width: *width };
    let lines = engine.ask(query).expect("contexts are there for every column").lines;
    let title = |line: &ContextLine| {
        table.documents.iter().find(|row| row.id == line.document).map_or("", |row| row.title.as_str())
    };
    let text = match output.format() {
        Format::Table => report::contexts_plain(&lines, *width, title),
        Format::Csv => report::contexts_csv(&lines, &table, output.csv_style()),
        Format::Json => report::contexts_json(&lines, title),
        Format::Markdown => report::contexts_markdown(&lines, title),
    };
    write(text, output.output.as_deref(), messages)
}
