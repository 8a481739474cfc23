//! A sheet → its cells as texts.

use super::{
    number::{date, plain_number},
    workbook::{RichText, Workbook},
    xml::{Stop, plain, walk},
};
use crate::{
    format::{XmlEvent, XmlTag, column_letters},
    lexicon::{
        file::loss::{Loss, LossReason},
        formats::shortened,
    },
};

/// The cells of a sheet that have anything in them, in the order of the file.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) cells: Vec<SheetCell>,
    pub(super) losses: Vec<Loss>,
}

/// A cell. Rows and columns count from 1 and 0.
pub(super) struct SheetCell {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) text: String,
}

/// The most cells of a sheet, and the most bytes of their texts: each may refer to the same long
/// text.
const MOST_CELLS: usize = 1 << 20;
const MOST_BYTES: usize = 32 << 20;
/// The last row and column that a sheet can have.
const LAST_ROW: u32 = 1 << 20;
const LAST_COLUMN: u32 = (1 << 14) - 1;

/// A cell while it is read.
#[derive(Default)]
struct Open {
    row: u32,
    column: u32,
    kind: String,
    style: usize,
    has_formula: bool,
    is_value: bool,
    value: String,
    inline: RichText,
}

/// Reads a sheet. Cost: linear in the part.
///
/// # Errors
/// A part that is no XML, or with more than this program keeps.
pub(super) fn read(part: &[u8], workbook: &Workbook) -> Result<Sheet, Stop> {
    let mut sheet = Sheet::default();
    let (mut row, mut column) = (0, 0);
    let mut open: Option<Open> = None;
    let mut bytes = 0;
    walk(part, |event| {
        match event {
            XmlEvent::Open(tag @ XmlTag { name: "row", .. }) => {
                let own = tag.attribute("r").and_then(|row| row.parse().ok());
                row = own.filter(|own| (1..=LAST_ROW).contains(own)).unwrap_or(row + 1);
                column = 0;
            }
            XmlEvent::Open(tag @ XmlTag { name: "c", .. }) => {
                if let Some((own_row, own_column)) = tag.attribute("r").as_deref().and_then(place) {
                    (row, column) = (own_row, own_column);
                }
                open = Some(Open {
                    row: row.max(1),
                    column,
                    kind: tag.attribute("t").unwrap_or_default(),
                    style: tag.attribute("s").and_then(|style| style.parse().ok()).unwrap_or(0),
                    ..Open::default()
                });
                column += 1;
            }
            XmlEvent::Close("c") => {
                if let Some(cell) = open.take().and_then(|open| open.into_cell(workbook, &mut sheet.losses)) {
                    bytes += cell.text.len();
                    if sheet.cells.len() >= MOST_CELLS || bytes > MOST_BYTES || cell.row > LAST_ROW {
                        return Err(Stop::TooLarge);
                    }
                    sheet.cells.push(cell);
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
    Ok(sheet)
}

impl Open {
    fn take(&mut self, event: &XmlEvent<'_>) {
        match event {
            XmlEvent::Open(XmlTag { name: "v", .. }) => self.is_value = true,
            XmlEvent::Close("v") => self.is_value = false,
            XmlEvent::Open(XmlTag { name: "f", .. }) => self.has_formula = true,
            XmlEvent::Text(text) if self.is_value => self.value.push_str(text),
            event => self.inline.take(event),
        }
    }

    fn into_cell(self, workbook: &Workbook, losses: &mut Vec<Loss>) -> Option<SheetCell> {
        let Self { row, column, kind, style, has_formula, value, inline, .. } = self;
        let mut reported = has_formula.then_some("formula");
        let text = match kind.as_str() {
            "s" => workbook.strings.get(value.trim().parse().ok()?)?.to_owned(),
            "inlineStr" => plain(&inline.found),
            "str" => plain(&value),
            "b" => {
                reported = Some("truth");
                if matches!(value.trim(), "1" | "true") { "TRUE".to_owned() } else { "FALSE".to_owned() }
            }
            "e" => {
                reported = Some("error");
                value
            }
            "d" => {
                reported = Some("date");
                value
            }
            _ => {
                let is_date = workbook.date_styles.get(style).copied().unwrap_or(false);
                match is_date.then(|| date(&value, workbook.counts_from_1904)).flatten() {
                    Some(date) => {
                        reported = Some("date");
                        date
                    }
                    None => plain_number(&value),
                }
            }
        };
        if text.trim().is_empty() {
            return None;
        }
        if let Some(kind) = reported {
            let reason =
                LossReason::Cell { cell: format!("{}{row}", column_letters(column)), kind, written: shortened(&text) };
            // What a program could not work out says nothing.
            let loss = if kind == "error" { Loss::dropped(row, reason) } else { Loss::guessed(row, reason) };
            losses.push(loss);
        }
        (reported != Some("error")).then_some(SheetCell { row, column, text })
    }
}

/// Reads `AB12` as row and column; `None` for a place that no sheet has.
fn place(written: &str) -> Option<(u32, u32)> {
    let digits = written.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = written.split_at(digits);
    let row = digits.parse().ok().filter(|row| (1..=LAST_ROW).contains(row))?;
    if !(1..=3).contains(&letters.len()) || !letters.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    let column =
        letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((row, column - 1)).filter(|(_, column)| *column <= LAST_COLUMN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_sheets_write_them() {
        for (written, found) in [
            ("A1", Some((1, 0))),
            ("z10", Some((10, 25))),
            ("AA2", Some((2, 26))),
            ("XFD1048576", Some((LAST_ROW, LAST_COLUMN))),
            ("XFE1", None),
            ("A1048577", None),
            ("AAAA1", None),
            ("A0", None),
            ("7", None),
            ("", None),
        ] {
            assert_eq!(place(written), found, "{written}");
            if let Some((row, column)) = found {
                assert_eq!(format!("{}{row}", column_letters(column)), written.to_uppercase());
            }
        }
    }
}
