//! A place in a text: a half-open byte range.
//!
//! Law: both ends lie on character boundaries of the text they were made for, and `start <= end`.

use serde::{Deserialize, Serialize};

/// Returns an offset, length or index as 32 bits.
///
/// # Panics
/// For 2^32 and more, which nothing reaches: a text has at most `intake::MAX_TEXT_BYTES`, a lexicon
/// is as small, and 2^32 things of any kind do not fit into memory beside each other. Sums over
/// many texts are `u64`.
pub fn to_u32(number: usize) -> u32 {
    u32::try_from(number).expect("texts, lexicons and what is found in them are far smaller than 2^32")
}

/// A half-open range `start..end` of bytes in a document's text.
///
/// Units: bytes of UTF-8. Range: texts are limited to less than 4 GiB, so `u32` holds every offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte of the range.
    pub start: u32,
    /// First byte after the range.
    pub end: u32,
}

impl Span {
    /// Makes the span `start..end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Returns the length in bytes.
    pub const fn len_bytes(self) -> u32 {
        self.end - self.start
    }

    /// Returns `true` if the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns the slice of `text` that this span names, or the empty string where it does not fit
    /// the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Returns `true` if every byte of `other` lies in this span.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
