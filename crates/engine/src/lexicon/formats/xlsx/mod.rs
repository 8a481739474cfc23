//! Workbooks (`.xlsx`) ⇄ tables.
//!
//! A sheet is a table as a CSV file is, and is read by the same rules ([`super::table`]). Of
//! several sheets the first whose columns say what they hold is the lexicon, or where none does the
//! first with anything in it; the others are reported. Cells come as texts: numbers as somebody
//! would write them, dates, truth values and results of formulas as well, each reported with its place.
//!
//! Nothing is believed about sizes: all parts together may be [`MOST_UNPACKED`] large, a sheet may
//! have a million cells and 32 MB of text, and no memory is taken for cells that are not there.
//!
//! The reader and writer are our own: see `docs/decisions.md`.

mod number;
mod sheet;
mod workbook;
mod write;
mod xml;

use ::csv::StringRecord;
use rustc_hash::FxHashMap;

pub(super) use write::write;

use super::table::TableFile;
use crate::{
    archive::Archive,
    lexicon::{
        error::LexiconError,
        file::{
            loss::{Loss, LossReason},
            shape::TableShape,
        },
    },
};
use sheet::SheetCell;
use workbook::{error, stop};

/// What all parts that are read may take unpacked, in bytes.
const MOST_UNPACKED: usize = 128 << 20;
/// The most cells of a table, with the empty ones before the last of each row.
const MOST_TABLE_CELLS: usize = 1 << 22;
/// How many sheets are looked at.
const MOST_SHEETS: usize = 64;

/// The sheet that holds the lexicon.
pub(super) struct LexiconSheet {
    pub(super) table: TableFile,
    pub(super) losses: Vec<Loss>,
}

/// Reads the sheet that holds the lexicon, in the shape `forced` where it is stated.
///
/// # Errors
/// [`LexiconError::Workbook`] for what is damaged or too large, [`LexiconError::OtherFile`] for a
/// workbook behind a password, [`LexiconError::NoCategory`] where no sheet has anything in it,
/// [`LexiconError::Heads`] where no sheet says what its columns hold.
pub(super) fn read(bytes: &[u8], forced: Option<TableShape>) -> Result<LexiconSheet, LexiconError> {
    let archive = Archive::open(bytes).ok_or(LexiconError::Workbook { what: "archive" })?;
    let mut room = MOST_UNPACKED;
    let workbook = workbook::read(&archive, &mut room)?;
    let mut best: Option<(usize, LexiconSheet)> = None;
    let mut others = Vec::new();
    let mut unclear = None;
    for (at, sheet) in workbook.sheets.iter().enumerate().take(MOST_SHEETS) {
        if sheet.is_hidden {
            others.push(at);
            continue;
        }
        let Some(part) = archive.read(&sheet.part, &mut room).map_err(error)? else { continue };
        let read = sheet::read(&part, &workbook).map_err(stop)?;
        let table = match TableFile::of_rows(rows(read.cells)?, forced) {
            Ok(table) => table,
            Err(LexiconError::NoCategory) => continue,
            Err(error) => {
                others.push(at);
                unclear.get_or_insert(error);
                continue;
            }
        };
        let found = LexiconSheet { table, losses: read.losses };
        match &best {
            Some((before, kept)) if kept.table.layout.is_guessed && !found.table.layout.is_guessed => {
                others.push(*before);
                best = Some((at, found));
            }
            Some(_) => others.push(at),
            None => best = Some((at, found)),
        }
    }
    let (_, mut found) = best.ok_or(unclear.unwrap_or(LexiconError::NoCategory))?;
    others.extend(MOST_SHEETS..workbook.sheets.len());
    others.sort_unstable();
    let names = others.into_iter().map(|at| workbook.sheets[at].name.clone());
    found.losses.extend(names.map(|name| Loss::dropped(0, LossReason::Sheet { name })));
    Ok(found)
}

/// Puts cells into rows, as a table has them. Columns without a cell are none, so that a cell at
/// the far end of a sheet costs nothing.
fn rows(mut cells: Vec<SheetCell>) -> Result<Vec<(u32, StringRecord)>, LexiconError> {
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells.dedup_by_key(|cell| (cell.row, cell.column));
    let mut columns: Vec<u32> = cells.iter().map(|cell| cell.column).collect();
    columns.sort_unstable();
    columns.dedup();
    let places: FxHashMap<u32, usize> = columns.into_iter().zip(0..).collect();
    let mut rows: Vec<(u32, StringRecord)> = Vec::new();
    let mut room = MOST_TABLE_CELLS;
    for cell in &cells {
        if rows.last().is_none_or(|(row, _)| *row != cell.row) {
            rows.push((cell.row, StringRecord::new()));
        }
        let (_, record) = rows.last_mut().expect("the row was begun");
        // Cells stand by row and then by column.
        let before = places[&cell.column] - record.len();
        room = room.checked_sub(before + 1).ok_or(LexiconError::Workbook { what: "size" })?;
        (0..before).for_each(|_| record.push_field(""));
        record.push_field(&cell.text);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests;
