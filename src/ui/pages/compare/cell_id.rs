//! The place of a cell, as it is written into the page and read back from an event.

use std::{fmt, str::FromStr};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use tarazy_engine::{matching::ColumnId, settings::DocumentId};

/// A document and a column; written as `12-3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellId(pub DocumentId, pub ColumnId);

impl CellId {
    /// Returns the place of the cell in which an event happened. One handler serves all cells of a
    /// table.
    pub fn of_event(event: &Event) -> Option<Self> {
        let element: Element = event.target()?.dyn_into().ok()?;
        element.closest("[data-cell]").ok()??.get_attribute("data-cell")?.parse().ok()
    }

    /// Returns the selector that finds the cell.
    pub fn selector(self) -> String {
        format!("[data-cell='{self}']")
    }
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0.0, self.1.0)
    }
}

/// What was read is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotACellId;

impl FromStr for CellId {
    type Err = NotACellId;

    fn from_str(text: &str) -> Result<Self, NotACellId> {
        let (document, column) = text.split_once('-').ok_or(NotACellId)?;
        let document = document.parse().map_err(|_| NotACellId)?;
        let column = column.parse().map_err(|_| NotACellId)?;
        Ok(Self(DocumentId(document), ColumnId(column)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_survives_writing_and_reading() {
        let place = CellId(DocumentId(12), ColumnId(3));
        assert_eq!(place.to_string().parse(), Ok(place));
        assert_eq!("12".parse::<CellId>(), Err(NotACellId));
        assert_eq!("a-b".parse::<CellId>(), Err(NotACellId));
    }
}
