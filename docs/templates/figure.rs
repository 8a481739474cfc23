//! The table → NAME: what is drawn, in one sentence.
//!
//! Copy this file to `crates/report/src/figure/NAME.rs` and replace NAME. The checklist in
//! `CONTRIBUTING.md` names the places where a figure is registered. Model:
//! `figure/stacked_bars.rs`.
//!
//! Law: every mark lies within the scene; a value that does not exist is "–" and never a mark of
//! size zero; no meaning is carried by colour alone. TODO: add the law of this figure, for example
//! "the segments of a bar touch and add up to its length".

use super::{
    Figure, FigureOptions,
    grouped_bars::{header, legend_words, rows},
    scene::{FigureKind, Mark, Shape, Style},
    sheet::{GAP, LABEL, MARGIN, Sheet, WIDTH, label_height},
    twin::Twin,
    wording::Wording,
};
use crate::message::Messages;
use tarazy_engine::study::Comparison;

/// Height of what stands beside a text's label, in px.
const ROW: f64 = 26.0;
const ROW_GAP: f64 = 12.0;
const LEFT: f64 = MARGIN + LABEL + GAP;
const RIGHT: f64 = WIDTH - MARGIN;

/// Draws TODO for every text.
pub fn name(table: &Comparison, options: &FigureOptions, messages: &Messages) -> Figure {
    let kind = FigureKind::Name;
    let measure = kind.shown_measure(options.measure);
    let wording = Wording { table, messages, measure, decimals: options.decimals };
    let title = wording.title(kind, options);
    // The same as a table of text, for readers who do not see the figure. One column of words, then
    // numbers.
    let twin = Twin::new(&title, header(&wording), rows(&wording), 1);

    let mut sheet = Sheet::new(kind, wording.language().code(), WIDTH, title, wording.description(kind));
    sheet.subtitle(&messages.get(&format!("figure-axis-{}", measure.name())));
    sheet.legend((0..table.columns.len()).map(|at| (Style::Category(at), String::new(), legend_words(&wording, at))));

    // The largest value of the table, so that one scale holds for all rows.
    let columns = 0..table.columns.len();
    let values = table.documents.iter().flat_map(|row| columns.clone().filter_map(|at| wording.value(row, at)));
    let largest = values.fold(0.0, f64::max);
    for (document, row) in table.documents.iter().enumerate() {
        let height = label_height(&row.title).max(ROW) + ROW_GAP;
        sheet.row_label(&row.title, sheet.y, height);
        let width = (RIGHT - LEFT) / columns.len().max(1) as f64;
        for at in columns.clone() {
            let (Some(value), Some(target)) = (wording.value(row, at), wording.cell_target(document, at)) else {
                continue;
            };
            if value <= 0.0 {
                continue;
            }
            let side = ROW * (value / largest).sqrt();
            let (x, y) = (LEFT + width * at as f64, sheet.y + (height - side) / 2.0);
            let square = Shape::Rect { x, y, width: side.min(width), height: side };
            // A bound mark has a sentence and leads to the cell that it shows.
            sheet.push(Mark::bound(square, Style::Category(at), wording.cell(row, at, None), target));
        }
        sheet.y += height;
    }
    Figure { scene: sheet.finish(wording.notes(wording.has_missing())), twin }
}
