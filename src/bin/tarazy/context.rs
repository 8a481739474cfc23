//! The matches of a category in their contexts.

use clap::Args;
use tarazy_engine::study::{
    ContextExtent, ContextLine, ContextSelection, ContextsQuery, LineSample, SortPlace, SortPlaceError,
};
use tarazy_report::{message::Messages, report};

use super::{
    Failure,
    arguments::{Format, OutputArguments, StudyArguments},
    ended,
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
    /// How much text stands on either side: a number of characters, sentence or paragraph
    #[arg(long, default_value = "60", value_parser = extent)]
    width: ContextExtent,
    /// Order the lines by the first, second … word to the left or right (1L, 2R), by the match or
    /// by the text, the first that differs deciding: 1R,2R,1L
    #[arg(long, value_delimiter = ',', value_name = "PLACES", value_parser = place)]
    sort: Vec<SortPlace>,
    /// Only lines that contain each of these words or parts of words
    #[arg(long, default_value = "", hide_default_value = true, value_name = "WORDS")]
    filter: String,
    /// Only matches of this form
    #[arg(long)]
    form: Option<String>,
    /// Only this number of lines, drawn at random
    #[arg(long, value_name = "LINES")]
    sample: Option<u32>,
    /// What the sample is drawn by: the same number draws the same lines
    #[arg(long, default_value_t = 1, requires = "sample")]
    seed: u64,
    #[command(flatten)]
    output: OutputArguments,
}

fn extent(text: &str) -> Result<ContextExtent, &'static str> {
    match text {
        "sentence" => Ok(ContextExtent::Sentence),
        "paragraph" => Ok(ContextExtent::Paragraph),
        number => match number.parse() {
            Ok(characters) => Ok(ContextExtent::Characters(characters)),
            Err(_) => Err("a number of characters, sentence or paragraph is expected"),
        },
    }
}

fn place(name: &str) -> Result<SortPlace, &'static str> {
    name.parse().map_err(|SortPlaceError| "1L to 9L, 1R to 9R, match or text is expected")
}

/// Writes the matches of a category in their contexts.
pub(super) fn write_contexts(arguments: &KwicArguments, messages: &Messages) -> Result<(), Failure> {
    let KwicArguments { study, category, width, sort, filter, form, sample, seed, output } = arguments;
    let Study { mut engine, table, has_refused, .. } = count_study(study, messages)?;
    let column = column(&table, category, messages)?;
    let selection = ContextSelection {
        form: form.clone(),
        containing: filter.clone(),
        sample: sample.map(|lines| LineSample { lines, seed: *seed }),
        order: sort.clone(),
    };
    let query = ContextsQuery { document: None, column, offset: 0, limit: u32::MAX, extent: *width, selection };
    let lines = engine.ask(query).expect("contexts are there for every column").lines;
    let title = |line: &ContextLine| {
        table.documents.iter().find(|row| row.id == line.document).map_or("", |row| row.title.as_str())
    };
    let least_width = match width {
        ContextExtent::Characters(width) => *width,
        ContextExtent::Sentence | ContextExtent::Paragraph => 0,
    };
    let text = match output.format() {
        Format::Table => report::contexts_plain(&lines, least_width, title),
        Format::Csv => report::contexts_csv(&lines, &table, output.csv_style()),
        Format::Json => report::contexts_json(&lines, title),
        Format::Markdown => report::contexts_markdown(&lines, title),
    };
    ended(write(text, output.output.as_deref(), messages), has_refused)
}
