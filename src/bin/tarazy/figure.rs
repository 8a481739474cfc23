//! A study → a figure as an SVG file.

use std::path::PathBuf;

use clap::Args;
use tarazy_engine::{
    counting::{Comparison, Measure},
    matching::ColumnId,
    study::{Dispersion, DispersionQuery},
};
use tarazy_report::{
    figure::{self, Figure, FigureKind, FigureOptions, SvgOptions, dispersion, grouped_bars, heat_map, stacked_bars},
    message::Messages,
    report,
};

use super::{
    Failure,
    arguments::{LanguageArgument, StudyArguments, named},
    ended,
    output::write,
    study::{Study, column, count_study},
};

#[derive(Args)]
pub(super) struct FigureArguments {
    /// What to draw
    #[arg(value_parser = named(FigureKind::ALL, FigureKind::name))]
    kind: FigureKind,
    #[command(flatten)]
    study: StudyArguments,
    /// What bars and cells show; stacked bars always show shares
    #[arg(long, default_value = "share", value_parser = named(Measure::ALL, Measure::name))]
    measure: Measure,
    /// Decimals of numbers
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(0..=6))]
    decimals: u8,
    /// The figure's title
    #[arg(long)]
    title: Option<String>,
    /// Path of a category in a dispersion plot; may be given several times. Without it, the first
    /// eight
    #[arg(long)]
    category: Vec<String>,
    /// Address of a page with the same study, to which marks lead
    #[arg(long)]
    link_to: Option<String>,
    /// Where to write the SVG file instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    language: LanguageArgument,
}

/// Draws a figure of a study and writes it.
pub(super) fn write_figure(arguments: &FigureArguments, messages: &Messages) -> Result<(), Failure> {
    let Study { mut engine, table, has_refused, .. } = count_study(&arguments.study, messages)?;
    let measure = arguments.measure;
    let written = &arguments.language.of_file(None);
    let options = FigureOptions { measure, decimals: usize::from(arguments.decimals), title: arguments.title.clone() };
    let Figure { scene, .. } = match arguments.kind {
        FigureKind::GroupedBars => grouped_bars(&table, &options, written),
        FigureKind::StackedBars => stacked_bars(&table, &options, written),
        FigureKind::HeatMap => heat_map(&table, &options, written),
        FigureKind::Dispersion => {
            let columns = columns(&table, &arguments.category, messages)?;
            let places = engine.ask(DispersionQuery { columns }).expect("places are there for every column");
            dispersion(&places, &table, &options, written)
        }
    };
    let provenance = report::figure_provenance(scene.kind, measure, &table, written);
    let options = SvgOptions { link_base: arguments.link_to.as_deref(), provenance: &provenance };
    ended(write(figure::svg(&scene, options), arguments.output.as_deref(), messages), has_refused)
}

/// Returns the columns of the named categories; the first ones if there are none.
///
/// # Errors
/// A sentence for too many categories or one that the lexicon does not have.
fn columns(table: &Comparison, categories: &[String], messages: &Messages) -> Result<Vec<ColumnId>, Failure> {
    let most = Dispersion::MOST_COLUMNS;
    if categories.is_empty() {
        return Ok(table.columns.iter().take(most).map(|column| column.id).collect());
    }
    if categories.len() > most {
        let values = [("most", most.to_string().into()), ("count", categories.len().to_string().into())];
        return Err(messages.format("figure-too-many-categories", &values).into());
    }
    categories.iter().map(|path| column(table, path, messages)).collect()
}
