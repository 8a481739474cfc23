//! The place of a cell, as it is written into the page and read back from an event.

use std::{fmt, str::FromStr};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use tarazy_engine::study::{ColumnId, DocumentId};

/// A document and a column; written as `12-3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellPlace(pub DocumentId, pub ColumnId);

impl CellPlace {
    /// Returns the place of the cell in which an event happened. One handler serves all cells of a table.
    pub fn of_event(event: &Event) -> Option<Self> {
        let element: Element = event.target()?.dyn_into().ok()?;
        element.closest("[data-cell]").ok()??.get_attribute("data-cell")?.parse().ok()
    }

    /// Returns the selector that finds the cell.
    pub fn selector(self) -> String {
        format!("[data-cell='{self}']")
    }
}

impl fmt::Display for CellPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0.0, self.1.0)
    }
}

/// What was read is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPlace;

impl FromStr for CellPlace {
    type Err = NotAPlace;

    fn from_str(text: &str) -> Result<Self, NotAPlace> {
        let (document, column) = text.split_once('-').ok_or(NotAPlace)?;
        let document = document.parse().map_err(|_| NotAPlace)?;
        let column = column.parse().map_err(|_| NotAPlace)?;
        Ok(Self(DocumentId(document), ColumnId(column)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_survives_writing_and_reading() {
        let place = CellPlace(DocumentId(12), ColumnId(3));
        assert_eq!(place.to_string().parse(), Ok(place));
        assert_eq!("12".parse::<CellPlace>(), Err(NotAPlace));
        assert_eq!("a-b".parse::<CellPlace>(), Err(NotAPlace));
    }
}
