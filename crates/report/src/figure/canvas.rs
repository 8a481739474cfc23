//! The parts that all figures share: title, legend, labels of texts, axis, notes.

use super::{
    scene::{Anchor, FigureKind, Mark, Scene, Shape, Style},
    text_width::{text_width, wrap},
};

/// Around the figure.
pub(super) const MARGIN: f64 = 16.0;
/// The usual width of a figure: that of a page.
pub(super) const WIDTH: f64 = 800.0;
/// The width of the labels of texts.
pub(super) const LABEL: f64 = 176.0;
/// Between labels and what is drawn.
pub(super) const GAP: f64 = 12.0;
/// From this number of categories on they bear numbers, because hues repeat.
pub(super) const NUMBERED_FROM: usize = 9;

/// A figure higher than this has the numbers of its axis above too.
pub(super) const TALL: f64 = 420.0;

const TITLE_SIZE: f64 = 17.0;
const TITLE_LINE: f64 = 23.0;
/// The size of labels.
pub(super) const LABEL_SIZE: f64 = 12.0;
/// From line to line of a label.
pub(super) const LABEL_LINE: f64 = 15.0;
/// The size of numbers at marks and axes.
pub(super) const NUMBER_SIZE: f64 = 10.5;
const NOTE_SIZE: f64 = 10.0;
const NOTE_LINE: f64 = 14.0;
const SWATCH: (f64, f64) = (24.0, 13.0);
const LEGEND_LINE: f64 = 21.0;
const LEGEND_MOST: f64 = 330.0;

/// A scene that grows downwards.
pub(super) struct Canvas {
    scene: Scene,
    /// Where the next part begins.
    pub(super) y: f64,
}

impl Canvas {
    /// Begins a figure with its title.
    pub(super) fn new(
        kind: FigureKind,
        language: &'static str,
        width: f64,
        title: String,
        description: String,
    ) -> Self {
        let lines = wrap(&title, TITLE_SIZE, width - 2.0 * MARGIN, 4);
        let scene = Scene { kind, language, width, height: 0.0, title, description, marks: Vec::new() };
        let mut canvas = Self { scene, y: MARGIN };
        for line in lines {
            canvas.text(MARGIN, canvas.y + 17.0, Anchor::Start, TITLE_SIZE, Style::Ink, line);
            canvas.y += TITLE_LINE;
        }
        canvas.y += 6.0;
        canvas
    }

    pub(super) fn push(&mut self, mark: Mark) {
        self.scene.marks.push(mark);
    }

    pub(super) fn text(&mut self, x: f64, y: f64, anchor: Anchor, size: f64, style: Style, text: String) {
        self.push(Mark::plain(Shape::Text { x, y, anchor, size, is_turned: false, text }, style));
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), style: Style) {
        self.push(Mark::plain(Shape::Line { from, to }, style));
    }

    /// What the axis or the cells show, above them.
    pub(super) fn subtitle(&mut self, text: &str) {
        for line in wrap(text, LABEL_SIZE, self.scene.width - 2.0 * MARGIN, 3) {
            self.text(MARGIN, self.y + 12.0, Anchor::Start, LABEL_SIZE, Style::Muted, line);
            self.y += LABEL_LINE + 2.0;
        }
        self.y += 6.0;
    }

    /// A key to styles: areas with words behind them, as many in a line as fit.
    pub(super) fn legend(&mut self, entries: impl Iterator<Item = (Style, String, String)>) {
        let mut x = MARGIN;
        let mut is_empty = true;
        for (style, sign, words) in entries {
            let shown = wrap(&words, LABEL_SIZE, LEGEND_MOST, 1).pop().unwrap_or_default();
            let width = SWATCH.0 + 7.0 + text_width(&shown, LABEL_SIZE);
            if x > MARGIN && x + width > self.scene.width - MARGIN {
                x = MARGIN;
                self.y += LEGEND_LINE;
            }
            let swatch = Shape::Rect { x, y: self.y, width: SWATCH.0, height: SWATCH.1 };
            let label = if shown == words { String::new() } else { words };
            self.push(Mark { shape: swatch, style, label, target: None });
            if !sign.is_empty() {
                self.text(x + SWATCH.0 / 2.0, self.y + 10.5, Anchor::Middle, NUMBER_SIZE, Style::Ink, sign);
            }
            self.text(x + SWATCH.0 + 7.0, self.y + 10.7, Anchor::Start, LABEL_SIZE, Style::Ink, shown);
            x += width + 20.0;
            is_empty = false;
        }
        if !is_empty {
            self.y += LEGEND_LINE + 2.0;
        }
    }

    /// The title of a text at the left, in the middle between `top` and `top + height`.
    pub(super) fn row_label(&mut self, title: &str, top: f64, height: f64) {
        let lines = label_lines(title);
        let is_shortened = lines.last().is_some_and(|last| last.ends_with('…'));
        let first = top + (height - LABEL_LINE * lines.len() as f64) / 2.0 + 11.6;
        for (at, line) in lines.into_iter().enumerate() {
            let y = first + LABEL_LINE * at as f64;
            let shape =
                Shape::Text { x: MARGIN, y, anchor: Anchor::Start, size: LABEL_SIZE, is_turned: false, text: line };
            let label = if is_shortened { title.to_owned() } else { String::new() };
            self.push(Mark { shape, style: Style::Ink, label, target: None });
        }
    }

    /// Numbers along a level axis, `y` being their base line.
    pub(super) fn axis_numbers(&mut self, numbers: impl Iterator<Item = (f64, String)>, y: f64) {
        for (x, number) in numbers {
            self.text(x, y, Anchor::Middle, NUMBER_SIZE, Style::Muted, number);
        }
    }

    /// Ends the figure with its notes.
    pub(super) fn finish(mut self, notes: impl IntoIterator<Item = String>) -> Scene {
        self.y += 8.0;
        for note in notes {
            for line in wrap(&note, NOTE_SIZE, self.scene.width - 2.0 * MARGIN, 6) {
                self.text(MARGIN, self.y + 10.0, Anchor::Start, NOTE_SIZE, Style::Muted, line);
                self.y += NOTE_LINE;
            }
            self.y += 2.0;
        }
        self.scene.height = (self.y + MARGIN - 4.0).ceil();
        self.scene
    }
}

/// The lines of a text's title at the left.
fn label_lines(title: &str) -> Vec<String> {
    wrap(title, LABEL_SIZE, LABEL, 5)
}

/// How high the title of a text at the left is.
pub(super) fn label_height(title: &str) -> f64 {
    label_lines(title).len() as f64 * LABEL_LINE
}
