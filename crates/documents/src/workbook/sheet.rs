//! A sheet → its rows of cells as they are shown.

use tarazy_engine::settings::MetadataValue;

use crate::{
    error::{DocumentError, DocumentLimit},
    grid::{Cell, Grid},
    limits::Limits,
    xml::{Part, XmlEvent, XmlTag, walk},
};

use super::{FORMAT, RichText, Shared, plain};

/// What may still be read of all sheets together: each cell may refer to the same long text.
pub(super) struct Budget {
    cells: usize,
    bytes: usize,
    limits: Limits,
}

impl Budget {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { cells: limits.cells, bytes: limits.text_bytes, limits: *limits }
    }

    fn take(&mut self, cells: usize, bytes: usize) -> Result<(), DocumentError> {
        let most = &self.limits;
        self.cells = self.cells.checked_sub(cells).ok_or_else(|| DocumentLimit::Cells.exceeded(most.cells))?;
        self.bytes = self.bytes.checked_sub(bytes).ok_or_else(|| DocumentLimit::Text.exceeded(most.text_bytes))?;
        Ok(())
    }
}

/// The last column that a sheet can have, from 0.
const LAST_COLUMN: usize = (1 << 14) - 1;

/// A cell while it is read.
#[derive(Default)]
struct Open {
    column: usize,
    kind: String,
    style: usize,
    is_value: bool,
    value: String,
    inline: RichText,
}

/// Reads a sheet. Cost: linear in the part.
///
/// # Errors
/// A part that is no XML, or with more than the budget.
pub(super) fn read(part: &[u8], shared: &Shared, budget: &mut Budget, limits: &Limits) -> Result<Grid, DocumentError> {
    let mut grid = Grid::default();
    let (mut number, mut row): (u32, Vec<Cell>) = (0, Vec::new());
    let mut open: Option<Open> = None;
    let mut next = 0;
    walk(part, Part::new(FORMAT, "sheet"), limits, |event| {
        match event {
            XmlEvent::Open(tag) if tag.name == "row" => {
                let own = tag.attribute("r").and_then(|row| row.parse().ok());
                number = own.filter(|own| *own > number).unwrap_or_else(|| number.saturating_add(1));
                next = 0;
            }
            XmlEvent::Open(tag) if tag.name == "c" => open = Some(open_cell(&tag, next)),
            XmlEvent::Close("c") => {
                let Some(cell) = open.take() else { return Ok(()) };
                let column = cell.column;
                next = column + 1;
                let cell = cell.into_cell(shared);
                if cell.text.is_empty() {
                    return Ok(());
                }
                let added = (column + 1).saturating_sub(row.len());
                budget.take(added, cell.text.len())?;
                row.resize(row.len() + added, Cell::default());
                row[column] = cell;
            }
            XmlEvent::Close("row") => {
                if !row.is_empty() {
                    grid.rows.push((number, std::mem::take(&mut row)));
                }
            }
            event => {
                if let Some(open) = &mut open {
                    open.take(&event);
                }
            }
        }
        Ok(())
    })?;
    Ok(grid)
}

fn open_cell(tag: &XmlTag<'_>, next: usize) -> Open {
    Open {
        column: tag.attribute("r").as_deref().and_then(column).unwrap_or(next).min(LAST_COLUMN),
        kind: tag.attribute("t").unwrap_or_default(),
        style: tag.attribute("s").and_then(|style| style.parse().ok()).unwrap_or(0),
        ..Open::default()
    }
}

impl Open {
    fn take(&mut self, event: &XmlEvent<'_>) {
        match event {
            XmlEvent::Open(tag) if tag.name == "v" => self.is_value = true,
            XmlEvent::Close("v") => self.is_value = false,
            XmlEvent::Text(text) if self.is_value => self.value.push_str(text),
            event => self.inline.take(event),
        }
    }

    fn into_cell(self, shared: &Shared) -> Cell {
        let text = match self.kind.as_str() {
            "s" => {
                let string = self.value.trim().parse::<usize>().ok().and_then(|at| shared.strings.get(at));
                string.cloned().unwrap_or_default()
            }
            "inlineStr" => plain(&self.inline.found),
            "str" => plain(&self.value),
            "b" => if matches!(self.value.trim(), "1" | "true") { "TRUE" } else { "FALSE" }.to_owned(),
            "e" | "d" => self.value,
            _ => return number(&self.value, self.style, shared),
        };
        Cell::from(text)
    }
}

/// Returns a cell with a number as its format shows it.
fn number(written: &str, style: usize, shared: &Shared) -> Cell {
    let written = written.trim();
    let Some(number) = written.parse::<f64>().ok().filter(|number| number.is_finite()) else {
        return Cell::from(written.to_owned());
    };
    let default = super::NumberFormat::default();
    let format = shared.formats.get(style).unwrap_or(&default);
    let text = format.show(number, written, shared.counts_from_1904);
    let date = format.date(number, shared.counts_from_1904).map(MetadataValue::Date);
    Cell { text, value: Some(date.unwrap_or(MetadataValue::Number(number))) }
}

/// Reads the column of a place such as `AB12`, from 0.
fn column(place: &str) -> Option<usize> {
    let letters = &place[..place.find(|letter: char| letter.is_ascii_digit())?];
    if !(1..=3).contains(&letters.len()) || !letters.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    let number =
        letters.bytes().fold(0, |column, letter| column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some(number - 1).filter(|column| *column <= LAST_COLUMN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_as_sheets_write_them() {
        for (place, found) in [
            ("A1", Some(0)),
            ("z10", Some(25)),
            ("AA2", Some(26)),
            ("XFD1", Some(LAST_COLUMN)),
            ("XFE1", None),
            ("7", None),
        ] {
            assert_eq!(column(place), found, "{place}");
        }
    }
}
