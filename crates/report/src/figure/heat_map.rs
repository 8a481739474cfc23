//! The table → a cell for each text and category: its value, and how far its count is from the
//! expected.
//!
//! Law: the tint of a cell never stands alone: `+`, `++`, `−`, `−−` say the same. Residuals are
//! those of the counts ([`tarazy_engine::compare::adjusted_residuals`]), whatever measure the cells
//! show.

use super::{
    Figure, FigureOptions,
    canvas::{Canvas, GAP, LABEL, LABEL_LINE, LABEL_SIZE, MARGIN, WIDTH, label_height},
    scene::{Anchor, Deviation, FigureKind, Mark, Shape, Style},
    text_width::{text_width, wrap},
    twin::Twin,
    wording::{Wording, column_title, deviation, residual_number},
};
use crate::message::Messages;
use tarazy_engine::{counting::Comparison, language::number_format::format_integer};

const CELL: f64 = 40.0;
const NARROWEST: f64 = 50.0;
const WIDEST: f64 = 112.0;
const LEFT: f64 = MARGIN + LABEL + GAP;
const VALUE_SIZE: f64 = 13.0;
/// How high a title that runs upwards may be.
const TURNED: f64 = 170.0;

/// Draws a measure of every category in every text, with the signs of residuals.
pub fn heat_map(table: &Comparison, options: &FigureOptions, messages: &Messages) -> Figure {
    let wording = Wording { table, messages, measure: options.measure, decimals: options.decimals };
    let kind = FigureKind::HeatMap;
    let title = wording.title(kind, options);
    let residuals = wording.residuals();
    let twin = twin(&wording, &title, &residuals);
    let columns = table.columns.len();
    let cell_width = cell_width(&wording);
    let width = (LEFT + cell_width * columns as f64 + MARGIN).max(WIDTH);
    let description = [wording.description(kind), deviations(&wording, &residuals)].join(" ");
    let mut canvas = Canvas::new(kind, wording.language().code(), width, title, description);
    canvas.subtitle(&messages.get(&format!("figure-axis-{}", options.measure.name())));
    canvas.legend(LEGEND.into_iter().map(|own| {
        (Style::Residual(own), sign(own).to_owned(), messages.get(&format!("figure-residual-{}", name(own))))
    }));
    heads(&mut canvas, &wording, cell_width);

    let top = canvas.y;
    for (document, row) in table.documents.iter().enumerate() {
        let height = CELL.max(label_height(&row.title) + 8.0);
        let y = canvas.y;
        canvas.row_label(&row.title, y, height);
        for at in 0..columns {
            let residual = residuals.get(document).and_then(|row| row.get(at)).copied().flatten();
            let Some(target) = wording.cell_target(document, at) else { continue };
            let x = LEFT + cell_width * at as f64;
            let deviation = deviation(residual);
            let rect = Shape::Rect { x, y, width: cell_width, height };
            let label = wording.cell(row, at, residual);
            canvas.push(Mark::bound(rect, Style::Residual(deviation), label, target));
            let (middle, base) = (x + cell_width / 2.0, y + height / 2.0 - 1.0);
            let style = if wording.value(row, at).is_some() { Style::Ink } else { Style::Muted };
            canvas.text(middle, base, Anchor::Middle, VALUE_SIZE, style, wording.number(row, at));
            if deviation.is_some() {
                canvas.text(middle, base + 14.0, Anchor::Middle, LABEL_SIZE, Style::Ink, sign(deviation).to_owned());
            }
        }
        canvas.y += height;
        canvas.line((MARGIN, canvas.y), (LEFT + cell_width * columns as f64, canvas.y), Style::Grid);
    }
    canvas.line((LEFT, top), (LEFT + cell_width * columns as f64, top), Style::Axis);
    let notes = wording.notes(wording.has_missing());
    Figure { scene: canvas.finish(std::iter::once(messages.get("figure-residual-note")).chain(notes)), twin }
}

/// The steps of the legend.
const LEGEND: [Option<Deviation>; 5] =
    [Some(Deviation::FarAbove), Some(Deviation::Above), None, Some(Deviation::Below), Some(Deviation::FarBelow)];

/// What says the same as a tint.
const fn sign(deviation: Option<Deviation>) -> &'static str {
    match deviation {
        Some(Deviation::FarAbove) => "++",
        Some(Deviation::Above) => "+",
        None => "",
        Some(Deviation::Below) => "−",
        Some(Deviation::FarBelow) => "−−",
    }
}

const fn name(deviation: Option<Deviation>) -> &'static str {
    match deviation {
        Some(Deviation::FarAbove) => "far-above",
        Some(Deviation::Above) => "above",
        None => "none",
        Some(Deviation::Below) => "below",
        Some(Deviation::FarBelow) => "far-below",
    }
}

/// As wide as the page allows, but so that every value has room.
fn cell_width(wording: &Wording<'_>) -> f64 {
    let columns = wording.table.columns.len();
    let numbers = wording.table.documents.iter().flat_map(|row| (0..columns).map(move |at| wording.number(row, at)));
    let widest = numbers.map(|number| text_width(&number, VALUE_SIZE)).fold(0.0, f64::max);
    ((WIDTH - MARGIN - LEFT) / columns.max(1) as f64).clamp(NARROWEST, WIDEST).max(widest + 8.0)
}

/// The titles of categories above their cells: level where all fit in three lines, else running
/// upwards.
fn heads(canvas: &mut Canvas, wording: &Wording<'_>, cell_width: f64) {
    let columns = wording.table.columns.len();
    let room = cell_width - 6.0;
    let level = |at: usize| wrap(wording.category(at), LABEL_SIZE, room, 3);
    let fits = |at: usize| {
        let is_whole = level(at).last().is_none_or(|last| !last.ends_with('…'));
        is_whole && wording.category(at).split_whitespace().all(|word| text_width(word, LABEL_SIZE) <= room)
    };
    if (0..columns).all(fits) {
        let height = (0..columns).map(|at| level(at).len()).max().unwrap_or(0) as f64 * LABEL_LINE;
        for at in 0..columns {
            let lines = level(at);
            let first = canvas.y + height - LABEL_LINE * lines.len() as f64 + 11.6;
            let middle = LEFT + cell_width * (at as f64 + 0.5);
            for (line, text) in lines.into_iter().enumerate() {
                let y = first + LABEL_LINE * line as f64;
                canvas.text(middle, y, Anchor::Middle, LABEL_SIZE, Style::Ink, text);
            }
        }
        canvas.y += height + 6.0;
        return;
    }
    let turned = |at: usize| wrap(wording.category(at), LABEL_SIZE, TURNED, 2);
    let longest = (0..columns).flat_map(turned).map(|line| text_width(&line, LABEL_SIZE)).fold(0.0, f64::max);
    let base = canvas.y + longest;
    for at in 0..columns {
        let lines = turned(at);
        let is_shortened = lines.last().is_some_and(|last| last.ends_with('…'));
        let label = if is_shortened { wording.category(at).to_owned() } else { String::new() };
        let first = LEFT + cell_width * (at as f64 + 0.5) + 4.0 - LABEL_LINE * (lines.len().max(1) - 1) as f64 / 2.0;
        for (line, text) in lines.into_iter().enumerate() {
            let x = first + LABEL_LINE * line as f64;
            let shape = Shape::Text { x, y: base, anchor: Anchor::Start, size: LABEL_SIZE, is_turned: true, text };
            canvas.push(Mark { shape, style: Style::Ink, label: label.clone(), target: None });
        }
    }
    canvas.y = base + 8.0;
}

/// How many cells lie above and below what was expected, in a sentence.
fn deviations(wording: &Wording<'_>, residuals: &[Vec<Option<f64>>]) -> String {
    let count = |is_wanted: fn(Deviation) -> bool| {
        let notable = residuals.iter().flatten().filter_map(|own| deviation(*own));
        let count = notable.filter(|own| is_wanted(*own)).count() as u64;
        format_integer(count, wording.language())
    };
    let above = count(|own| matches!(own, Deviation::FarAbove | Deviation::Above));
    let below = count(|own| matches!(own, Deviation::FarBelow | Deviation::Below));
    wording.messages.format("figure-deviations", &[("above", above.into()), ("below", below.into())])
}

fn twin(wording: &Wording<'_>, title: &str, residuals: &[Vec<Option<f64>>]) -> Twin {
    let (table, language) = (wording.table, wording.language());
    let mut header = vec![wording.messages.get("report-text")];
    header.extend(table.columns.iter().flat_map(|column| {
        let title = column_title(column, language).to_owned();
        let residual = wording.messages.format("figure-residual-of", &[("category", title.clone().into())]);
        [title, residual]
    }));
    let rows = table.documents.iter().zip(residuals).map(|(row, own)| {
        let cells = (0..table.columns.len()).flat_map(|at| {
            let residual = own.get(at).copied().flatten();
            [wording.number(row, at), residual_number(residual, language)]
        });
        std::iter::once(row.title.clone()).chain(cells).collect()
    });
    Twin::new(title, header, rows.collect(), 1)
}
