//! Where matches stand → a strip for each text, with a line at each place: a barcode.
//!
//! A line is the higher the more matches begin within it, one, two, or three and more; so what lies
//! close together is distinguished from what stands alone. Law: the counts of a strip's lines add
//! up to the cell's count.

use super::{
    Figure, FigureOptions,
    canvas::{Canvas, GAP, LABEL, MARGIN, NUMBER_SIZE, TALL, WIDTH, label_height},
    scene::{Anchor, FigureKind, Mark, Shape, Style, Target},
    text_width::text_width,
    twin::Twin,
    wording::{Wording, column_title, text_target},
};
use crate::message::Messages;
use tarazy_engine::{
    counting::{Comparison, Measure},
    language::number_format::{MISSING, format_decimal, format_integer},
    study::{DispersedDocument, DispersedSlot, Dispersion},
};

const STRIP: f64 = 20.0;
const STRIP_STEP: f64 = 25.0;
const ROW_GAP: f64 = 14.0;
/// Room for the number of a category before its strip.
const KEY: f64 = 20.0;
/// The most places a strip has, and the width of a line.
const MOST_PLACES: u32 = 260;
const LINE: f64 = 2.0;
/// Parts of a text that the table counts.
const PARTS: u32 = 10;

/// Draws where the matches of some categories stand in every text of `table`.
pub fn dispersion(found: &Dispersion, table: &Comparison, options: &FigureOptions, messages: &Messages) -> Figure {
    let wording = Wording { table, messages, measure: Measure::Count, decimals: options.decimals };
    let language = messages.language();
    let kind = FigureKind::Dispersion;
    let title = wording.title(kind, options);
    let twin = twin(found, &title, &wording);
    let mut canvas = Canvas::new(kind, language.code(), WIDTH, title, description(found, &wording));
    canvas.subtitle(&messages.get("figure-axis-place"));
    let is_numbered = found.columns.len() > 1;
    canvas.legend(found.columns.iter().enumerate().map(|(at, column)| {
        let title = column_title(column, language);
        let words = if is_numbered { format!("{} {title}", at + 1) } else { title.to_owned() };
        (Style::Hue(at), String::new(), words)
    }));

    let left = MARGIN + LABEL + GAP + if is_numbered { KEY } else { 0.0 };
    let totals = found.documents.iter().flat_map(|document| &document.rows).map(|row| total(row));
    let widest = totals.map(|sum| text_width(&format_integer(sum, language), NUMBER_SIZE)).fold(20.0, f64::max);
    let right = WIDTH - MARGIN - widest - 8.0;
    let strips = STRIP_STEP * found.columns.len() as f64 - (STRIP_STEP - STRIP);
    let heights: Vec<f64> =
        found.documents.iter().map(|document| label_height(&document.title).max(strips) + ROW_GAP).collect();
    let all = heights.iter().sum::<f64>();
    let is_tall = all > TALL;
    let top = canvas.y + if is_tall { 14.0 } else { 0.0 };
    let bottom = top + all;
    let numbers = [0.0, 20.0, 40.0, 60.0, 80.0, 100.0];
    let numbers = numbers.map(|number| (left + (right - left) * number / 100.0, wording.axis_number(number, 0)));
    for (x, _) in &numbers {
        canvas.line((*x, top), (*x, bottom), Style::Grid);
    }
    if is_tall {
        canvas.axis_numbers(numbers.iter().cloned(), top - 6.0);
    }
    let mut y = top;
    for ((at, document), height) in found.documents.iter().enumerate().zip(&heights) {
        if at > 0 && is_numbered {
            canvas.line((MARGIN, y), (WIDTH - MARGIN, y), Style::Grid);
        }
        canvas.row_label(&document.title, y, *height);
        let mut strip_top = y + (height - strips) / 2.0;
        for (category, row) in document.rows.iter().enumerate() {
            if is_numbered {
                let key = (category + 1).to_string();
                canvas.text(left - 6.0, strip_top + 14.0, Anchor::End, NUMBER_SIZE, Style::Muted, key);
            }
            let strip = Strip { found, wording: &wording, place: at, category, left, right, top: strip_top };
            strip.draw(&mut canvas, document, row);
            strip_top += STRIP_STEP;
        }
        y += height;
    }
    canvas.axis_numbers(numbers.into_iter(), bottom + 14.0);
    canvas.y = bottom + 18.0;
    let has_missing = found.documents.iter().any(|document| document.tokens == 0);
    Figure {
        scene: canvas.finish(std::iter::once(messages.get("figure-line-note")).chain(wording.notes(has_missing))),
        twin,
    }
}

fn total(row: &[DispersedSlot]) -> u64 {
    row.iter().map(|slot| slot.count).sum()
}

/// The matches of one category in one text.
struct Strip<'figure> {
    found: &'figure Dispersion,
    wording: &'figure Wording<'figure>,
    /// The place of the text in the study's order.
    place: usize,
    /// The place of the category among those shown.
    category: usize,
    left: f64,
    right: f64,
    top: f64,
}

impl Strip<'_> {
    fn draw(&self, canvas: &mut Canvas, document: &DispersedDocument, row: &[DispersedSlot]) {
        let language = self.wording.language();
        let bottom = self.top + STRIP;
        canvas.line((self.left, bottom), (self.right, bottom), Style::Axis);
        for slot in joined(row, document.slots) {
            let places = document.slots.clamp(1, MOST_PLACES);
            let share = f64::from(slot.slot) / f64::from(places);
            let x = (self.left + (self.right - self.left) * share).min(self.right - LINE);
            let height = STRIP * [0.55, 0.775, 1.0][if slot.count > 2 { 2 } else { usize::from(slot.count == 2) }];
            let rect = Shape::Rect { x, y: bottom - height, width: LINE, height };
            let values = [
                ("text", document.title.as_str().into()),
                ("category", self.title().into()),
                ("place", format_decimal(Some(share * 100.0), 0, language).into()),
                ("count", format_integer(slot.count, language).into()),
            ];
            let label = self.wording.messages.format("figure-mark-place", &values);
            let Some(target) = self.target().map(|cell| text_target(cell, self.place, slot.at)) else { continue };
            canvas.push(Mark::bound(rect, Style::Hue(self.category), label, target));
        }
        let text = if document.tokens == 0 { MISSING.to_owned() } else { format_integer(total(row), language) };
        let shape = Shape::Text {
            x: WIDTH - MARGIN,
            y: bottom - 5.0,
            anchor: Anchor::End,
            size: NUMBER_SIZE,
            is_turned: false,
            text,
        };
        let values = [
            ("text", document.title.as_str().into()),
            ("category", self.title().into()),
            ("count", format_integer(total(row), language).into()),
        ];
        let label = self.wording.messages.format("figure-mark-total", &values);
        canvas.push(Mark { shape, style: Style::Ink, label, target: self.target() });
    }

    fn title(&self) -> &str {
        column_title(&self.found.columns[self.category], self.wording.language())
    }

    fn target(&self) -> Option<Target> {
        let id = self.found.columns.get(self.category)?.id;
        let at = self.wording.table.columns.iter().position(|column| column.id == id)?;
        self.wording.cell_target(self.place, at)
    }
}

/// Slots put together to those that can be drawn; numbers are then of places on the strip.
fn joined(row: &[DispersedSlot], slots: u32) -> Vec<DispersedSlot> {
    let mut joined: Vec<DispersedSlot> = Vec::new();
    for own in row {
        let slot = part_of(own.slot, slots, slots.min(MOST_PLACES));
        match joined.last_mut().filter(|last| last.slot == slot) {
            Some(last) => last.count += own.count,
            None => joined.push(DispersedSlot { slot, ..*own }),
        }
    }
    joined
}

/// In which of `parts` equal parts a slot lies.
fn part_of(slot: u32, slots: u32, parts: u32) -> u32 {
    let part = u64::from(slot) * u64::from(parts) / u64::from(slots);
    u32::try_from(part).expect("a slot lies before the end, and its part before the last part's end")
}

fn description(found: &Dispersion, wording: &Wording<'_>) -> String {
    let language = wording.language();
    let titles: Vec<&str> = found.columns.iter().map(|column| column_title(column, language)).collect();
    let all: u64 = found.documents.iter().flat_map(|document| &document.rows).map(|row| total(row)).sum();
    let values = [
        ("texts", format_integer(found.documents.len() as u64, language).into()),
        ("categories", titles.join(", ").into()),
        ("count", format_integer(all, language).into()),
    ];
    wording.messages.format("figure-description-dispersion", &values)
}

/// A row for each text and category: its count, and that in each tenth of the text.
fn twin(found: &Dispersion, title: &str, wording: &Wording<'_>) -> Twin {
    let (messages, language) = (wording.messages, wording.language());
    let mut header: Vec<String> =
        ["report-text", "figure-category", "figure-matches"].map(|key| messages.get(key)).to_vec();
    header.extend((0..PARTS).map(|part| format!("{}–{} %", part * 100 / PARTS, (part + 1) * 100 / PARTS)));
    let rows = found.documents.iter().flat_map(|document| {
        document.rows.iter().zip(&found.columns).map(|(row, column)| {
            let tenth = |part| {
                let own = row.iter().filter(|slot| part_of(slot.slot, document.slots, PARTS) == part);
                format_integer(own.map(|slot| slot.count).sum::<u64>(), language)
            };
            let words = [document.title.clone(), column_title(column, language).to_owned()];
            let sum = format_integer(total(row), language);
            words.into_iter().chain([sum]).chain((0..PARTS).map(tenth)).collect()
        })
    });
    Twin::new(title, header, rows.collect(), 2)
}
