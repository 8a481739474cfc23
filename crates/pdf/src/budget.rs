//! Limits, and what is left of them while a file is read.
//!
//! There is no clock: work is counted in steps, so that the same file is read or refused on every
//! machine. A step is about a byte that is looked at; a character that is drawn costs several.

use std::cell::Cell;

use crate::error::{Limit, PdfError, Result};

/// How much one file may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Steps of work.
    pub steps: u64,
    /// Bytes of one stream after decompression.
    pub stream_bytes: usize,
    /// Bytes of all streams after decompression.
    pub total_bytes: usize,
    /// Entries of the table of objects, and parts of one object.
    pub objects: usize,
    /// How deep objects, page trees and drawings are nested.
    pub nesting: usize,
    /// Pages.
    pub pages: usize,
    /// Characters drawn on one page.
    pub characters: usize,
}

impl Default for Limits {
    /// Limits within which a file takes less than two seconds and 256 MB on a computer of today.
    fn default() -> Self {
        Self {
            steps: 400_000_000,
            stream_bytes: 32 << 20,
            total_bytes: 192 << 20,
            objects: 1_000_000,
            nesting: 64,
            pages: 20_000,
            characters: 300_000,
        }
    }
}

/// What is left of the limits.
#[derive(Debug)]
pub(crate) struct Budget {
    pub(crate) limits: Limits,
    steps: Cell<u64>,
    bytes: Cell<usize>,
}

impl Budget {
    pub(crate) const fn new(limits: Limits) -> Self {
        Self { limits, steps: Cell::new(limits.steps), bytes: Cell::new(limits.total_bytes) }
    }

    /// Takes steps, or fails when there are not enough.
    pub(crate) fn spend(&self, steps: usize) -> Result<()> {
        let left = self.steps.get().checked_sub(steps as u64);
        self.steps.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or(PdfError::LimitExceeded { limit: Limit::Steps, allowed: self.limits.steps })
    }

    /// Takes decompressed bytes, of a stream that has `len` so far.
    pub(crate) fn inflate(&self, added: usize, len: usize) -> Result<()> {
        if len > self.limits.stream_bytes {
            return Err(self.exceeded(Limit::StreamBytes));
        }
        let left = self.bytes.get().checked_sub(added).ok_or_else(|| self.exceeded(Limit::TotalBytes))?;
        self.bytes.set(left);
        self.spend(added)
    }

    /// Returns the error for a limit that was met.
    pub(crate) const fn exceeded(&self, limit: Limit) -> PdfError {
        let allowed = match limit {
            Limit::Steps => self.limits.steps,
            Limit::StreamBytes => self.limits.stream_bytes as u64,
            Limit::TotalBytes => self.limits.total_bytes as u64,
            Limit::Objects => self.limits.objects as u64,
            Limit::Nesting => self.limits.nesting as u64,
            Limit::Pages => self.limits.pages as u64,
            Limit::Characters => self.limits.characters as u64,
        };
        PdfError::LimitExceeded { limit, allowed }
    }
}
