//! The table → a bar of 100 % for each text, divided into the shares of its categories.
//!
//! Law: the segments of a bar touch and add up to its whole length; a text without a match has a
//! dash and no bar.

use super::{
    Figure, FigureOptions,
    canvas::{Canvas, GAP, LABEL, MARGIN, NUMBER_SIZE, NUMBERED_FROM, TALL, WIDTH, label_height},
    grouped_bars::{header, legend_words, rows},
    scene::{Anchor, FigureKind, Mark, Shape, Style},
    text_width::text_width,
    twin::Twin,
    wording::Wording,
};
use crate::message::Messages;
use tarazy_engine::counting::{Comparison, DocumentSummary, Measure};

const BAR: f64 = 26.0;
const ROW_GAP: f64 = 12.0;
const LEFT: f64 = MARGIN + LABEL + GAP;
/// Half of «100» stands behind the end.
const RIGHT: f64 = WIDTH - MARGIN - 12.0;
/// Around a number on a bar.
const PLATE: f64 = 2.0;

/// Draws the share of every category in all matches of a text.
pub fn stacked_bars(table: &Comparison, options: &FigureOptions, messages: &Messages) -> Figure {
    let wording = Wording { table, messages, measure: Measure::Share, decimals: options.decimals };
    let kind = FigureKind::StackedBars;
    let title = wording.title(kind, options);
    let twin = Twin::new(&title, header(&wording), rows(&wording), 1);
    let mut canvas = Canvas::new(kind, wording.language().code(), WIDTH, title, wording.description(kind));
    canvas.subtitle(&messages.get("figure-axis-share"));
    canvas.legend((0..table.columns.len()).map(|at| (Style::Category(at), String::new(), legend_words(&wording, at))));

    let heights: Vec<f64> = table.documents.iter().map(|row| label_height(&row.title).max(BAR) + ROW_GAP).collect();
    let all = heights.iter().sum::<f64>();
    let is_tall = all > TALL;
    let top = canvas.y + if is_tall { 14.0 } else { 0.0 };
    let bottom = top + all;
    let numbers = [0.0, 20.0, 40.0, 60.0, 80.0, 100.0];
    let numbers = numbers.map(|number| (LEFT + (RIGHT - LEFT) * number / 100.0, wording.axis_number(number, 0)));
    for (x, _) in &numbers {
        canvas.line((*x, top), (*x, bottom), Style::Grid);
    }
    if is_tall {
        canvas.axis_numbers(numbers.iter().cloned(), top - 6.0);
    }
    let mut y = top;
    for ((document, row), height) in table.documents.iter().enumerate().zip(&heights) {
        canvas.row_label(&row.title, y, *height);
        bar(&mut canvas, &wording, document, row, y + (height - BAR) / 2.0);
        y += height;
    }
    canvas.line((LEFT, top), (LEFT, bottom), Style::Axis);
    canvas.axis_numbers(numbers.into_iter(), bottom + 14.0);
    canvas.y = bottom + 18.0;
    Figure { scene: canvas.finish(wording.notes(wording.has_missing())), twin }
}

fn bar(canvas: &mut Canvas, wording: &Wording<'_>, document: usize, row: &DocumentSummary, top: f64) {
    let all = Measure::Share.base(row);
    if all == 0 {
        // A lexicon without categories has nothing that a number could be about.
        let Some(target) = wording.cell_target(document, 0) else { return };
        let (x, y) = (LEFT + 6.0, top + 17.0);
        let text = wording.number(row, 0);
        let shape = Shape::Text { x, y, anchor: Anchor::Start, size: NUMBER_SIZE, is_turned: false, text };
        canvas.push(Mark::bound(shape, Style::Muted, wording.cell(row, 0, None), target));
        return;
    }
    // Edges, not widths, are computed from the counts, so that segments touch and end where the bar
    // ends.
    let edge = |sum: u64| LEFT + (RIGHT - LEFT) * sum as f64 / all as f64;
    let is_numbered = wording.table.columns.len() >= NUMBERED_FROM;
    let mut sum = 0;
    for at in 0..wording.table.columns.len() {
        let count = row.cells[at].count;
        let (left, right) = (edge(sum), edge(sum + count));
        sum += count;
        let Some(target) = wording.cell_target(document, at).filter(|_| count > 0) else { continue };
        let rect = Shape::Rect { x: left, y: top, width: right - left, height: BAR };
        canvas.push(Mark::bound(rect, Style::Category(at), wording.cell(row, at, None), target));
        let text = if is_numbered { (at + 1).to_string() } else { wording.number(row, at) };
        let width = text_width(&text, NUMBER_SIZE) + 2.0 * PLATE;
        if width + 4.0 <= right - left {
            let middle = f64::midpoint(left, right);
            let plate = Shape::Rect { x: middle - width / 2.0, y: top + 6.0, width, height: BAR - 12.0 };
            canvas.push(Mark::plain(plate, Style::Plate));
            canvas.text(middle, top + 16.8, Anchor::Middle, NUMBER_SIZE, Style::Ink, text);
        }
    }
}
