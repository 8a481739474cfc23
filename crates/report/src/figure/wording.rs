//! Values → the words and numbers that stand in a figure.

use fluent_bundle::FluentValue;

use super::{
    FigureOptions,
    fragment::{cell_fragment, text_fragment},
    scene::{Deviation, FigureKind, Target},
};
use crate::message::Messages;
use tarazy_engine::{
    compare::{NOTABLE_RESIDUAL, STRONG_RESIDUAL, adjusted_residuals},
    counting::{Column, Comparison, DocumentSummary, Measure, NoValue},
    language::{
        Language,
        number_format::{MISSING, format_decimal, format_integer},
    },
};

/// A table in the words of a language, under a measure.
pub(super) struct Wording<'study> {
    pub(super) table: &'study Comparison,
    pub(super) messages: &'study Messages,
    pub(super) measure: Measure,
    pub(super) decimals: usize,
}

impl Wording<'_> {
    pub(super) fn language(&self) -> Language {
        self.messages.language()
    }

    /// The title of a figure of the kind.
    pub(super) fn title(&self, kind: FigureKind, options: &FigureOptions) -> String {
        let chosen = options.title.as_ref().filter(|title| !title.trim().is_empty());
        chosen.cloned().unwrap_or_else(|| self.messages.get(&format!("figure-title-{}", kind.name())))
    }

    /// What a value is multiplied by to be shown.
    fn factor(&self) -> f64 {
        if self.measure == Measure::Share { 100.0 } else { 1.0 }
    }

    /// The value of a cell as it is drawn: a share in percent.
    pub(super) fn value(&self, row: &DocumentSummary, at: usize) -> Option<f64> {
        self.measure.value(row, at).map(|value| value * self.factor())
    }

    /// The value of a cell as it is written: `24,7`, `0` for no match at all, `–` for no value.
    pub(super) fn number(&self, row: &DocumentSummary, at: usize) -> String {
        let count = row.cells[at].count;
        match self.value(row, at) {
            Some(_) if self.measure == Measure::Count || count == 0 => format_integer(count, self.language()),
            value => format_decimal(value, self.decimals, self.language()),
        }
    }

    /// A number of the axis.
    pub(super) fn axis_number(&self, value: f64, decimals: usize) -> String {
        format_decimal(Some(value), decimals, self.language())
    }

    /// The title of a category.
    pub(super) fn category(&self, at: usize) -> &str {
        column_title(&self.table.columns[at], self.language())
    }

    /// The sentence of a cell: text, category and what makes the number; its deviation where there
    /// is one.
    pub(super) fn cell(&self, row: &DocumentSummary, at: usize, residual: Option<f64>) -> String {
        let language = self.language();
        let messages = self.messages;
        let sentence = if let Err(reason) = self.measure.value_or_reason(row, at) {
            match reason {
                NoValue::OnlySigns => messages.get("cell-only-signs"),
                _ => messages.format("cell-without-base", &[("measure", self.measure.name().into())]),
            }
        } else {
            let count = self.measure.part_of_count(&row.cells[at]);
            let base = self.measure.base(row);
            let values = [
                ("measure", self.measure.name().into()),
                ("policy", self.table.options.policy.name().into()),
                ("count", number(count)),
                ("shown", format_integer(count, language).into()),
                ("base", number(base)),
                ("shown-base", format_integer(base, language).into()),
                ("value", self.number(row, at).into()),
            ];
            messages.format("cell-sentence", &values)
        };
        let values =
            [("text", row.title.as_str().into()), ("column", self.category(at).into()), ("sentence", sentence.into())];
        let name = messages.format("cell-name", &values);
        let Some((residual, deviation)) = residual.and_then(|own| Some((own, deviation(Some(own))?))) else {
            return name;
        };
        let is_above = matches!(deviation, Deviation::FarAbove | Deviation::Above);
        let size = format_decimal(Some(residual.abs()), 1, language);
        let direction = if is_above { "above" } else { "below" };
        let sentence = messages.format("cell-deviation", &[("direction", direction.into()), ("size", size.into())]);
        messages.format("cell-name-deviating", &[("name", name.into()), ("deviation", sentence.into())])
    }

    /// Where a cell leads; `document` is the place of its row.
    pub(super) fn cell_target(&self, document: usize, at: usize) -> Option<Target> {
        let (row, column) = (self.table.documents.get(document)?, self.table.columns.get(at)?);
        let fragment = cell_fragment(document, &column.path, self.measure);
        Some(Target { document: row.id, column: column.id, at: None, fragment })
    }

    /// What a reader must know of the figures: lexicon, policy, version; and what a dash is, where
    /// there is one.
    pub(super) fn notes(&self, has_missing: bool) -> Vec<String> {
        let lexicon = &self.table.lexicon;
        let values = [
            ("title", lexicon.title.get(self.language()).to_owned().into()),
            ("id", lexicon.id.clone().into()),
            ("version", lexicon.version.clone().into()),
            ("sha256", lexicon.sha256.get(..12).unwrap_or(&lexicon.sha256).to_owned().into()),
            ("policy", self.table.options.policy.name().into()),
            ("program", env!("CARGO_PKG_VERSION").into()),
        ];
        let missing = has_missing.then(|| self.messages.get("figure-missing"));
        missing.into_iter().chain([self.messages.format("figure-source", &values)]).collect()
    }

    /// The description of a figure of the table: its kind, its size, what it shows, and its largest
    /// value.
    pub(super) fn description(&self, kind: FigureKind) -> String {
        let values = [
            ("texts", format_integer(self.table.documents.len() as u64, self.language()).into()),
            ("categories", format_integer(self.table.columns.len() as u64, self.language()).into()),
            ("measure", self.messages.get(&format!("measure-{}", self.measure.name())).into()),
        ];
        let first = self.messages.format(&format!("figure-description-{}", kind.name()), &values);
        [Some(first), self.largest()].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn largest(&self) -> Option<String> {
        let mut largest: Option<(f64, &DocumentSummary, usize)> = None;
        for row in &self.table.documents {
            for at in 0..self.table.columns.len() {
                let value = self.value(row, at).unwrap_or(0.0);
                if value > largest.map_or(0.0, |(known, ..)| known) {
                    largest = Some((value, row, at));
                }
            }
        }
        let (_, row, at) = largest?;
        let values = [
            ("value", self.number(row, at).into()),
            ("category", self.category(at).into()),
            ("text", row.title.as_str().into()),
        ];
        Some(self.messages.format("figure-largest", &values))
    }

    /// The residual of each cell.
    pub(super) fn residuals(&self) -> Vec<Vec<Option<f64>>> {
        let counts: Vec<Vec<u64>> =
            self.table.documents.iter().map(|row| row.cells.iter().map(|cell| cell.count).collect()).collect();
        adjusted_residuals(&counts)
    }

    /// Whether a cell has no value.
    pub(super) fn has_missing(&self) -> bool {
        let columns = 0..self.table.columns.len();
        self.table.documents.iter().any(|row| columns.clone().any(|at| self.measure.value(row, at).is_none()))
    }
}

/// The address of a byte of a text.
pub(super) fn text_target(cell: Target, document: usize, at: u32) -> Target {
    Target { at: Some(at), fragment: text_fragment(document, at), ..cell }
}

/// The title of a column in a language, its path where it has none.
pub(super) fn column_title(column: &Column, language: Language) -> &str {
    match column.title.get(language) {
        "" => &column.path,
        title => title,
    }
}

/// How notable a residual is.
pub(super) fn deviation(residual: Option<f64>) -> Option<Deviation> {
    let residual = residual?;
    if residual >= STRONG_RESIDUAL {
        Some(Deviation::FarAbove)
    } else if residual >= NOTABLE_RESIDUAL {
        Some(Deviation::Above)
    } else if residual <= -STRONG_RESIDUAL {
        Some(Deviation::FarBelow)
    } else if residual <= -NOTABLE_RESIDUAL {
        Some(Deviation::Below)
    } else {
        None
    }
}

/// A residual with its sign, as it stands in a table.
pub(super) fn residual_number(residual: Option<f64>, language: Language) -> String {
    let shown = format_decimal(residual, 1, language);
    if residual.is_some_and(|own| own > 0.0) && shown != MISSING { format!("+{shown}") } else { shown }
}

/// Makes the value of a message from a count.
pub(super) fn number(count: u64) -> FluentValue<'static> {
    FluentValue::from(count as f64)
}
