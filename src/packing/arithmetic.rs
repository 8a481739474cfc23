//! Decisions → bytes and back, by how likely each is.

/// Codes decisions: packing writes them, unpacking finds them.
pub trait Coder {
    /// Codes one decision, 0 or 1, of which 1 comes `likely` times in 65,536 (at least once, not always). While unpacking
    /// `actual` is not looked at. Returns the decision.
    fn decide(&mut self, likely: u32, actual: u32) -> u32;
}

/// Where in the range from `low` to `high` 0 begins: below and there is 1.
fn last_of_one(low: u32, high: u32, likely: u32) -> u32 {
    let width = (u64::from(high - low) * u64::from(likely)) >> 16;
    low + u32::try_from(width).expect("a part of the range")
}

/// Writes decisions.
pub struct Encoder {
    low: u32,
    high: u32,
    written: Vec<u8>,
}

impl Default for Encoder {
    fn default() -> Self {
        Self { low: 0, high: u32::MAX, written: Vec::new() }
    }
}

impl Encoder {
    /// Returns the bytes.
    pub fn finish(mut self) -> Vec<u8> {
        // Bytes that are not there are read as 0, which is below or at `high` after this one.
        self.written.push((self.high >> 24) as u8);
        self.written
    }
}

impl Coder for Encoder {
    #[inline]
    fn decide(&mut self, likely: u32, actual: u32) -> u32 {
        let last = last_of_one(self.low, self.high, likely);
        if actual == 1 {
            self.high = last;
        } else {
            self.low = last + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.written.push((self.high >> 24) as u8);
            self.low <<= 8;
            self.high = self.high << 8 | 0xFF;
        }
        actual
    }
}

/// Finds decisions.
pub struct Decoder {
    low: u32,
    high: u32,
    code: u32,
    packed: Vec<u8>,
    next: usize,
}

impl Decoder {
    /// Takes the bytes from `next` on.
    pub fn new(packed: Vec<u8>, next: usize) -> Self {
        let mut decoder = Self { low: 0, high: u32::MAX, code: 0, packed, next };
        for _ in 0..4 {
            decoder.read();
        }
        decoder
    }

    fn read(&mut self) {
        let byte = self.packed.get(self.next).copied().unwrap_or_default();
        self.code = self.code << 8 | u32::from(byte);
        self.next += 1;
    }
}

impl Coder for Decoder {
    #[inline]
    fn decide(&mut self, likely: u32, _: u32) -> u32 {
        let last = last_of_one(self.low, self.high, likely);
        let decision = u32::from(self.code <= last);
        if decision == 1 {
            self.high = last;
        } else {
            self.low = last + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.low <<= 8;
            self.high = self.high << 8 | 0xFF;
            self.read();
        }
        decision
    }
}
