//! The command that draws figures to publish.

use std::path::PathBuf;

use clap::Args;
use tarazy_engine::{
    counting::{Comparison, Measure},
    matching::ColumnId,
    study::{Dispersion, DispersionQuery, Engine},
};
use tarazy_report::{
    figure::{self, Figure, FigureKind, FigureOptions, SvgOptions, dispersion, grouped_bars, heat_map, stacked_bars},
    message::Messages,
    report,
};

use super::{Failure, column, write};

#[derive(Args)]
pub(super) struct FigureArguments {
    /// What bars and cells show; stacked bars always show shares
    #[arg(long, default_value = "share", value_parser = super::arguments::named(Measure::ALL, Measure::name))]
    measure: Measure,
    /// Digits after the point
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(0..=6))]
    decimals: u8,
    /// The figure's title
    #[arg(long)]
    title: Option<String>,
    /// Path of a category whose places a dispersion plot shows; may be repeated. Without it the
    /// first eight
    #[arg(long)]
    category: Vec<String>,
    /// Address of a page with the same study, to which marks lead
    #[arg(long)]
    link_to: Option<String>,
    /// Where to write the SVG file instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
}

/// Draws one figure of the study and writes it.
pub(super) fn figure(
    kind: FigureKind,
    engine: &mut Engine,
    table: &Comparison,
    arguments: &FigureArguments,
    messages: &Messages,
) -> Result<(), Failure> {
    let measure = arguments.measure;
    let options = FigureOptions { measure, decimals: usize::from(arguments.decimals), title: arguments.title.clone() };
    let Figure { scene, .. } = match kind {
        FigureKind::GroupedBars => grouped_bars(table, &options, messages),
        FigureKind::StackedBars => stacked_bars(table, &options, messages),
        FigureKind::HeatMap => heat_map(table, &options, messages),
        FigureKind::Dispersion => {
            let columns = columns(table, &arguments.category, messages)?;
            dispersion(&places(engine, columns), table, &options, messages)
        }
    };
    let provenance = report::figure_provenance(scene.kind, measure, table, messages);
    let options = SvgOptions { link_base: arguments.link_to.as_deref(), provenance: &provenance };
    write(&figure::svg(&scene, options), arguments.output.as_deref(), messages)
}

/// The columns that are named, or the first ones.
fn columns(table: &Comparison, named: &[String], messages: &Messages) -> Result<Vec<ColumnId>, Failure> {
    let most = Dispersion::MOST_COLUMNS;
    if named.is_empty() {
        return Ok(table.columns.iter().take(most).map(|column| column.id).collect());
    }
    if named.len() > most {
        let values = [("most", most.to_string().into()), ("count", named.len().to_string().into())];
        return Err(Failure::Input(vec![messages.format("figure-too-many-categories", &values)]));
    }
    named.iter().map(|path| column(table, path, messages)).collect()
}

fn places(engine: &mut Engine, columns: Vec<ColumnId>) -> Dispersion {
    engine.ask(DispersionQuery { columns }).expect("places are there for every column")
}
