//! Numbers as WebAssembly writes them, in as few bytes as they need.

/// Writes a number of seven bits a byte, the lowest first.
pub fn write_unsigned(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Writes a number whose last byte tells its sign.
pub fn write_signed(out: &mut Vec<u8>, mut number: i64) {
    loop {
        let byte = number as u8 & 0x7F;
        number >>= 7;
        let is_negative = byte & 0x40 != 0;
        if (number == 0 && !is_negative) || (number == -1 && is_negative) {
            return out.push(byte);
        }
        out.push(byte | 0x80);
    }
}

/// Returns a signed number as one without a sign: small stays small.
pub fn folded(number: i64) -> u64 {
    (number << 1 ^ number >> 63).cast_unsigned()
}

/// Returns the number that was folded.
pub fn unfolded(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
}
