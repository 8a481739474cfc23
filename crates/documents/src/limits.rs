//! How much of a file is read.

use serde::{Deserialize, Serialize};

/// What a file may take. The defaults are more than any sound document needs; tests use smaller
/// ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// All parts of an archive together, with archives inside it, unpacked, in bytes.
    pub inflated_bytes: usize,
    /// One part of an archive, unpacked, in bytes.
    pub part_bytes: usize,
    /// How many times larger than packed a part may be, beyond [`Limits::free_bytes`].
    pub ratio: usize,
    /// Up to this size a part may have any ratio: a text that repeats one word packs well.
    pub free_bytes: usize,
    /// Parts of an archive.
    pub entries: usize,
    /// Archives inside archives.
    pub nesting: usize,
    /// Elements inside elements, and groups inside groups.
    pub depth: usize,
    /// Attributes of an element.
    pub attributes: usize,
    /// Nodes of a page.
    pub nodes: usize,
    /// All texts of a file together, in bytes.
    pub text_bytes: usize,
    /// Documents in a file.
    pub documents: usize,
    /// Cells of a table or workbook.
    pub cells: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            inflated_bytes: 256 << 20,
            part_bytes: 64 << 20,
            ratio: 200,
            free_bytes: 8 << 20,
            entries: 10_000,
            nesting: 3,
            depth: 512,
            attributes: 256,
            nodes: 1_000_000,
            text_bytes: 128_000_000,
            documents: 100_000,
            cells: 2_000_000,
        }
    }
}
