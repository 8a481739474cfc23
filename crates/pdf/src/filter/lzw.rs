//! LZW, as in TIFF.

use weezl::{BitOrder, LzwStatus, decode::Decoder};

use crate::{budget::Budget, error::Result};

const PIECE_BYTES: usize = 64 << 10;

/// Returns what can be decompressed. `is_early` is the usual way, in which codes become longer one
/// code earlier.
pub(super) fn decode(mut bytes: &[u8], is_early: bool, budget: &Budget) -> Result<Vec<u8>> {
    let mut decoder =
        if is_early { Decoder::with_tiff_size_switch(BitOrder::Msb, 8) } else { Decoder::new(BitOrder::Msb, 8) };
    let mut piece = vec![0; PIECE_BYTES];
    let mut all = Vec::new();
    loop {
        let step = decoder.decode_bytes(bytes, &mut piece);
        bytes = &bytes[step.consumed_in.min(bytes.len())..];
        budget.inflate(step.consumed_out, all.len() + step.consumed_out)?;
        all.extend_from_slice(&piece[..step.consumed_out]);
        let goes_on = matches!(step.status, Ok(LzwStatus::Ok));
        if !goes_on || (step.consumed_in == 0 && step.consumed_out == 0) {
            return Ok(all);
        }
    }
}
