//! zlib and bare deflate.

use miniz_oxide::{
    DataFormat, MZFlush,
    inflate::stream::{InflateState, inflate},
};

use crate::{budget::Budget, error::Result};

/// The size of the pieces in which output is taken.
const PIECE_BYTES: usize = 64 << 10;

/// Returns what can be decompressed. A stream without the two bytes of a zlib head is taken for bare
/// deflate.
pub(super) fn decode(bytes: &[u8], budget: &Budget) -> Result<Vec<u8>> {
    // Some programs put a line end before the stream.
    let bytes = bytes.strip_prefix(b"\r\n").or_else(|| bytes.strip_prefix(b"\n")).unwrap_or(bytes);
    let has_head = matches!(bytes, [first, second, ..]
        if first & 0x0F == 8 && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31));
    if !has_head {
        return inflated(bytes, DataFormat::Raw, budget);
    }
    let zlib = inflated(bytes, DataFormat::ZLibIgnoreChecksum, budget)?;
    if zlib.is_empty() && bytes.len() > 8 {
        return inflated(&bytes[2..], DataFormat::Raw, budget);
    }
    Ok(zlib)
}

fn inflated(mut bytes: &[u8], format: DataFormat, budget: &Budget) -> Result<Vec<u8>> {
    let mut state = InflateState::new_boxed(format);
    let mut piece = vec![0; PIECE_BYTES];
    let mut all = Vec::new();
    loop {
        let step = inflate(&mut state, bytes, &mut piece, MZFlush::None);
        bytes = &bytes[step.bytes_consumed.min(bytes.len())..];
        budget.inflate(step.bytes_written, all.len() + step.bytes_written)?;
        all.extend_from_slice(&piece[..step.bytes_written]);
        let goes_on = step.status.is_ok_and(|status| status == miniz_oxide::MZStatus::Ok);
        if !goes_on || (step.bytes_written == 0 && step.bytes_consumed == 0) {
            return Ok(all);
        }
    }
}
