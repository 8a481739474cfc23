//! What is being packed, read value by value; while unpacking there is none, and every value is 0 until it is decoded.

/// The bytes that are packed, up to where they were read.
pub struct Source {
    bytes: Option<Vec<u8>>,
    at: usize,
}

impl Source {
    /// Returns the source of what is packed.
    pub fn of(content: &[u8]) -> Self {
        Self { bytes: Some(content.to_vec()), at: 0 }
    }

    /// Returns the source of what is unpacked.
    pub fn none() -> Self {
        Self { bytes: None, at: 0 }
    }

    /// Returns how many bytes were read.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Passes over so many bytes.
    pub fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    /// Reads a byte; 0 where none is left.
    pub fn byte(&mut self) -> u8 {
        let Some(bytes) = &self.bytes else { return 0 };
        let byte = bytes.get(self.at).copied().unwrap_or_default();
        self.at = self.at.saturating_add(1);
        byte
    }

    /// Reads a number of seven bits a byte, the lowest first.
    pub fn unsigned(&mut self) -> u64 {
        self.number().0
    }

    /// Reads a number whose last byte tells its sign.
    pub fn signed(&mut self) -> i64 {
        let (number, bits) = self.number();
        let unused = 64_u32.saturating_sub(bits);
        (number << unused).cast_signed() >> unused
    }

    fn number(&mut self) -> (u64, u32) {
        let (mut number, mut bits) = (0, 0);
        loop {
            let byte = self.byte();
            if bits < 64 {
                number |= u64::from(byte & 0x7F) << bits;
            }
            bits += 7;
            if byte < 0x80 {
                return (number, bits);
            }
        }
    }
}
