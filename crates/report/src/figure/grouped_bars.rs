//! The table → a group of level bars for each text, a bar for each category.
//!
//! Bars lie on their side so that long titles can be read. Law: the length of a bar is its value on
//! a scale that begins at zero and is the same for all; a value of zero has a number and no bar,
//! and one that does not exist a dash.

use super::{
    Figure, FigureOptions,
    canvas::{Canvas, GAP, LABEL, MARGIN, NUMBER_SIZE, NUMBERED_FROM, TALL, WIDTH, label_height},
    scale::Scale,
    scene::{Anchor, FigureKind, Mark, Shape, Style},
    text_width::text_width,
    twin::Twin,
    wording::Wording,
};
use crate::message::Messages;
use tarazy_engine::counting::{Comparison, DocumentSummary, Measure};

const BAR: f64 = 11.0;
const BAR_STEP: f64 = 13.0;
const GROUP_GAP: f64 = 14.0;
/// Room for the number of a category before its bar.
const KEY: f64 = 20.0;

/// Draws a measure of every category in every text.
pub fn grouped_bars(table: &Comparison, options: &FigureOptions, messages: &Messages) -> Figure {
    let wording = Wording { table, messages, measure: options.measure, decimals: options.decimals };
    let kind = FigureKind::GroupedBars;
    let title = wording.title(kind, options);
    let twin = Twin::new(&title, header(&wording), rows(&wording), 1);
    let mut canvas = Canvas::new(kind, wording.language().code(), WIDTH, title, wording.description(kind));
    canvas.subtitle(&messages.get(&format!("figure-axis-{}", options.measure.name())));
    let is_numbered = table.columns.len() >= NUMBERED_FROM;
    canvas.legend((0..table.columns.len()).map(|at| (Style::Category(at), String::new(), legend_words(&wording, at))));

    let values = || {
        let row = |row| (0..table.columns.len()).map(move |at| (row, at));
        table.documents.iter().flat_map(row)
    };
    let largest = values().filter_map(|(row, at)| wording.value(row, at)).fold(0.0, f64::max);
    let widest = values().map(|(row, at)| text_width(&wording.number(row, at), NUMBER_SIZE)).fold(0.0, f64::max);
    let left = MARGIN + LABEL + GAP + if is_numbered { KEY } else { 0.0 };
    let plot = Plot::new(largest, left, WIDTH - MARGIN - widest - 6.0, &wording);
    let heights: Vec<f64> = table.documents.iter().map(|row| group_height(row, table.columns.len())).collect();
    let all = heights.iter().sum::<f64>();
    let is_tall = all > TALL;
    let top = canvas.y + if is_tall { 14.0 } else { 0.0 };
    let bottom = top + all;
    plot.grid(&mut canvas, top, bottom);
    if is_tall {
        canvas.axis_numbers(plot.numbers.iter().cloned(), top - 6.0);
    }
    let mut y = top;
    for ((document, row), height) in table.documents.iter().enumerate().zip(&heights) {
        if document > 0 {
            canvas.line((MARGIN, y), (WIDTH - MARGIN, y), Style::Grid);
        }
        canvas.row_label(&row.title, y, *height);
        let bars = BAR_STEP * table.columns.len() as f64;
        let mut bar_top = y + (*height - bars) / 2.0 + 1.0;
        for at in 0..table.columns.len() {
            if is_numbered {
                let key = (at + 1).to_string();
                canvas.text(left - 5.0, bar_top + 9.2, Anchor::End, 9.0, Style::Muted, key);
            }
            bar(&mut canvas, &wording, &plot, document, at, bar_top);
            bar_top += BAR_STEP;
        }
        y += height;
    }
    canvas.line((left, top), (left, bottom), Style::Axis);
    canvas.y = bottom + 18.0;
    canvas.axis_numbers(plot.numbers.iter().cloned(), bottom + 14.0);
    Figure { scene: canvas.finish(wording.notes(wording.has_missing())), twin }
}

/// A level axis from zero on.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    numbers: Vec<(f64, String)>,
}

impl Plot {
    /// Makes the axis with as many numbers as stand beside each other.
    fn new(largest: f64, left: f64, right: f64, wording: &Wording<'_>) -> Self {
        let is_count = wording.measure == Measure::Count;
        let with = |most| {
            let scale = Scale::new(largest, most, is_count);
            let at = |number: f64| left + (right - left) * number / scale.top;
            let numbers: Vec<(f64, String)> =
                scale.numbers().map(|number| (at(number), wording.axis_number(number, scale.decimals))).collect();
            Self { left, right, top: scale.top, numbers }
        };
        let fits = |plot: &Self| {
            let widest = plot.numbers.iter().map(|(_, number)| text_width(number, NUMBER_SIZE)).fold(0.0, f64::max);
            let is_within = plot.numbers.iter().all(|(x, number)| x + text_width(number, NUMBER_SIZE) / 2.0 <= WIDTH);
            let distance = (plot.right - plot.left) / (plot.numbers.len().max(2) - 1) as f64;
            widest + 8.0 <= distance && is_within
        };
        (2..=6).rev().map(with).find(fits).unwrap_or_else(|| with(1))
    }

    fn grid(&self, canvas: &mut Canvas, top: f64, bottom: f64) {
        for (x, _) in &self.numbers {
            canvas.line((*x, top), (*x, bottom), Style::Grid);
        }
    }
}

fn bar(canvas: &mut Canvas, wording: &Wording<'_>, plot: &Plot, document: usize, at: usize, top: f64) {
    let (Some(row), Some(target)) = (wording.table.documents.get(document), wording.cell_target(document, at)) else {
        return;
    };
    let label = wording.cell(row, at, None);
    let width = wording.value(row, at).map_or(0.0, |value| (plot.right - plot.left) * value / plot.top);
    let number = Shape::Text {
        x: plot.left + width + 5.0,
        y: top + 9.4,
        anchor: Anchor::Start,
        size: NUMBER_SIZE,
        is_turned: false,
        text: wording.number(row, at),
    };
    if width > 0.0 {
        let rect = Shape::Rect { x: plot.left, y: top, width, height: BAR };
        canvas.push(Mark::bound(rect, Style::Category(at), label, target));
        canvas.push(Mark::plain(number, Style::Ink));
    } else {
        canvas.push(Mark::bound(number, Style::Muted, label, target));
    }
}

fn group_height(row: &DocumentSummary, categories: usize) -> f64 {
    (BAR_STEP * categories as f64).max(label_height(&row.title)) + GROUP_GAP
}

/// The words of a category in the legend, its number before them where hues repeat.
pub(super) fn legend_words(wording: &Wording<'_>, at: usize) -> String {
    let title = wording.category(at);
    if wording.table.columns.len() >= NUMBERED_FROM { format!("{} {title}", at + 1) } else { title.to_owned() }
}

/// The header of the table of values.
pub(super) fn header(wording: &Wording<'_>) -> Vec<String> {
    let titles = (0..wording.table.columns.len()).map(|at| wording.category(at).to_owned());
    std::iter::once(wording.messages.get("report-text")).chain(titles).collect()
}

/// The rows of the table of values.
pub(super) fn rows(wording: &Wording<'_>) -> Vec<Vec<String>> {
    let numbers = |row| (0..wording.table.columns.len()).map(move |at| wording.number(row, at));
    wording.table.documents.iter().map(|row| std::iter::once(row.title.clone()).chain(numbers(row)).collect()).collect()
}
