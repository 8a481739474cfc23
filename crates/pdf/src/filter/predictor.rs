//! Rows of which only the difference from their neighbours was compressed.

use super::Filter;
use crate::{budget::Budget, error::Result};

/// The longest row.
const ROW_BYTES: usize = 1 << 20;

/// Returns the rows as they were, if the filter has a predictor.
pub(super) fn undo(bytes: Vec<u8>, filter: &Filter, budget: &Budget) -> Result<Vec<u8>> {
    let predictor = filter.number("Predictor", 1);
    if predictor < 2 {
        return Ok(bytes);
    }
    let (colors, bits) = (filter.number("Colors", 1).clamp(1, 64), filter.number("BitsPerComponent", 8).clamp(1, 16));
    let columns = filter.number("Columns", 1).clamp(1, ROW_BYTES);
    let pixel = (colors * bits).div_ceil(8);
    let row = (colors * bits * columns).div_ceil(8).clamp(1, ROW_BYTES);
    budget.spend(bytes.len())?;
    if predictor == 2 {
        return Ok(if bits == 8 { undo_tiff(bytes, row, pixel) } else { bytes });
    }
    Ok(undo_png(&bytes, row, pixel))
}

fn undo_tiff(mut bytes: Vec<u8>, row: usize, pixel: usize) -> Vec<u8> {
    for row in bytes.chunks_mut(row) {
        for at in pixel..row.len() {
            row[at] = row[at].wrapping_add(row[at - pixel]);
        }
    }
    bytes
}

fn undo_png(bytes: &[u8], row: usize, pixel: usize) -> Vec<u8> {
    let mut all: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0_u8; row];
    for line in bytes.chunks(row + 1) {
        let (kind, line) = (line[0], &line[1..]);
        let mut now = vec![0_u8; row];
        for (at, byte) in line.iter().copied().enumerate() {
            let left = if at >= pixel { now[at - pixel] } else { 0 };
            let corner = if at >= pixel { above[at - pixel] } else { 0 };
            let up = above[at];
            now[at] = byte.wrapping_add(match kind {
                1 => left,
                2 => up,
                3 => left.midpoint(up),
                4 => paeth(left, up, corner),
                _ => 0,
            });
        }
        all.extend_from_slice(&now[..line.len()]);
        above = now;
    }
    all
}

/// Of three neighbours the one that is nearest to `left + up - corner`.
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let distance = |byte: u8| (guess - i16::from(byte)).abs();
    if distance(left) <= distance(up) && distance(left) <= distance(corner) {
        left
    } else if distance(up) <= distance(corner) {
        up
    } else {
        corner
    }
}
