//! ZIP archives ⇄ files: what workbooks, documents of word processors and studies are packed in.
//!
//! Laws: the same files give the same bytes; what is written is read back; and what an archive says
//! about sizes is not believed. A file is unpacked up to a limit that all files of the archive
//! share, so that no archive, however small, takes more memory than that.
//!
//! ```
//! use tarazy_engine::archive::{Limits, ArchiveWriter, read};
//!
//! let mut writer = ArchiveWriter::new();
//! writer.add("жарғы.txt", "Адам құқықтары".as_bytes());
//! let entries = read(&writer.finish(), Limits { bytes: 1_000, files: 1 }).unwrap();
//! assert_eq!((entries[0].name.as_str(), entries[0].bytes.as_slice()), ("жарғы.txt", "Адам құқықтары".as_bytes()));
//! ```

mod reader;
#[cfg(test)]
mod tests;
mod writer;

pub use reader::{Archive, ArchiveError, ArchiveLimit, ArchivedFile, Limits, read};
pub use writer::{ArchiveWriter, pack};

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";

/// Returns the CRC-32 of bytes.
fn checksum(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}
