//! ZIP archives: the files in one, and an archive of files.
//!
//! What an archive says about sizes is not believed: a file is unpacked up to a limit that all files of the archive share, so that
//! no archive, however small, takes more memory than that.

use std::borrow::Cow;

use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec_with_limit};

/// Why a file of an archive cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lexicon::formats) enum ArchiveError {
    /// It is cut off, damaged or packed in a way that is not known here.
    Damaged,
    /// It asks for a password.
    Locked,
    /// Unpacked it would be larger than allowed.
    TooLarge,
}

/// An archive, its table of contents read.
pub(in crate::lexicon::formats) struct Archive<'bytes> {
    bytes: &'bytes [u8],
    members: Vec<Member<'bytes>>,
}

/// A file in an archive, as the table of contents has it.
struct Member<'bytes> {
    name: Cow<'bytes, str>,
    is_locked: bool,
    method: u16,
    checksum: u32,
    packed: usize,
    header: usize,
}

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
/// The end of an archive without its comment, and the longest comment.
const END_BYTES: usize = 22;
const LONGEST_COMMENT: usize = 0xFFFF;
/// How hard to pack: the usual.
const LEVEL: u8 = 6;

impl<'bytes> Archive<'bytes> {
    /// Reads the table of contents; `None` where there is none. Cost: linear in the table.
    pub(in crate::lexicon::formats) fn open(bytes: &'bytes [u8]) -> Option<Self> {
        let last = bytes.len().checked_sub(END_BYTES)?;
        let first = last.saturating_sub(LONGEST_COMMENT);
        let end = (first..=last).rev().find(|at| bytes[*at..].starts_with(END))?;
        let count = u16_at(bytes, end + 10)?;
        let mut at = usize::try_from(u32_at(bytes, end + 16)?).ok()?;
        let mut members = Vec::new();
        for _ in 0..count {
            let entry = bytes.get(at..).filter(|entry| entry.starts_with(CENTRAL))?;
            let length = usize::from(u16_at(entry, 28)?);
            let rest = usize::from(u16_at(entry, 30)?) + usize::from(u16_at(entry, 32)?);
            members.push(Member {
                name: name(entry.get(46..46 + length)?),
                is_locked: u16_at(entry, 8)? & 1 == 1,
                method: u16_at(entry, 10)?,
                checksum: u32_at(entry, 16)?,
                packed: usize::try_from(u32_at(entry, 20)?).ok()?,
                header: usize::try_from(u32_at(entry, 42)?).ok()?,
            });
            at += 46 + length + rest;
        }
        Some(Self { bytes, members })
    }

    /// Lists the names of the files.
    pub(in crate::lexicon::formats) fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|member| member.name.as_ref())
    }

    /// Unpacks a file, `None` where there is none of this name; its size is taken from `room`, in bytes.
    pub(in crate::lexicon::formats) fn read(
        &self,
        name: &str,
        room: &mut usize,
    ) -> Result<Option<Cow<'bytes, [u8]>>, ArchiveError> {
        let Some(member) = self.members.iter().find(|member| member.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        if member.is_locked {
            return Err(ArchiveError::Locked);
        }
        let packed = member.packed(self.bytes).ok_or(ArchiveError::Damaged)?;
        let bytes = match member.method {
            0 if packed.len() > *room => return Err(ArchiveError::TooLarge),
            0 => Cow::Borrowed(packed),
            8 => Cow::Owned(decompress_to_vec_with_limit(packed, *room).map_err(|error| {
                let is_full = error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput;
                if is_full { ArchiveError::TooLarge } else { ArchiveError::Damaged }
            })?),
            _ => return Err(ArchiveError::Damaged),
        };
        *room = room.saturating_sub(bytes.len());
        // Random bytes have no checksum that fits; behind it is what they are for.
        if !cfg!(fuzzing) && checksum(&bytes) != member.checksum {
            return Err(ArchiveError::Damaged);
        }
        Ok(Some(bytes))
    }
}

impl Member<'_> {
    fn packed<'bytes>(&self, bytes: &'bytes [u8]) -> Option<&'bytes [u8]> {
        let local = bytes.get(self.header..).filter(|local| local.starts_with(LOCAL))?;
        let start = 30 + usize::from(u16_at(local, 26)?) + usize::from(u16_at(local, 28)?);
        local.get(start..start.checked_add(self.packed)?)
    }
}

/// Some programs write the paths of another system.
fn name(bytes: &[u8]) -> Cow<'_, str> {
    let name = String::from_utf8_lossy(bytes);
    if name.contains('\\') { Cow::Owned(name.replace('\\', "/")) } else { name }
}

/// Packs files. Equal files give equal bytes: all are from the first day that the format knows.
pub(in crate::lexicon::formats) fn pack(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut archive, mut contents) = (Vec::new(), Vec::new());
    for (name, file) in files {
        let packed = compress_to_vec(file.as_bytes(), LEVEL);
        // Version 2.0, names in UTF-8, deflated, 1 January 1980.
        let mut head = Vec::new();
        for number in [20_u16, 1 << 11, 8, 0, 1 << 5 | 1] {
            head.extend(number.to_le_bytes());
        }
        for number in [checksum(file.as_bytes()), size(packed.len()), size(file.len())] {
            head.extend(number.to_le_bytes());
        }
        head.extend(short(name.len()).to_le_bytes());
        head.extend([0, 0]);
        contents.extend(CENTRAL);
        contents.extend(20_u16.to_le_bytes());
        contents.extend(&head);
        contents.extend([0; 10]);
        contents.extend(size(archive.len()).to_le_bytes());
        contents.extend(name.as_bytes());
        archive.extend(LOCAL);
        archive.extend(&head);
        archive.extend(name.as_bytes());
        archive.extend(&packed);
    }
    let start = archive.len();
    archive.extend(&contents);
    archive.extend(END);
    archive.extend([0; 4]);
    for number in [short(files.len()); 2] {
        archive.extend(number.to_le_bytes());
    }
    for number in [size(contents.len()), size(start)] {
        archive.extend(number.to_le_bytes());
    }
    archive.extend([0; 2]);
    archive
}

/// What is packed here is a lexicon, which is far below the limits of the format.
fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn short(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|pair| u16::from_le_bytes(*pair))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

/// CRC-32, as ZIP has it. Cost: linear.
fn checksum(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        let at = (sum ^ u32::from(*byte)) & 0xFF;
        TABLE[at as usize] ^ (sum >> 8)
    });
    !sum
}

static TABLE: [u32; 256] = table();

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut at: u32 = 0;
    while at < 256 {
        let mut sum = at;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 };
            bit += 1;
        }
        table[at as usize] = sum;
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_read_back_and_no_further_than_there_is_room() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926, "the check value of CRC-32");
        let long = "бостандық ".repeat(10_000);
        let bytes = pack(&[("a", ""), ("folder/b.xml", &long)]);
        assert!(bytes.len() < 1_000);
        let archive = Archive::open(&bytes).expect("it is an archive");
        assert_eq!(archive.names().collect::<Vec<_>>(), ["a", "folder/b.xml"]);
        let mut room = long.len();
        assert_eq!(archive.read("Folder/B.xml", &mut room).unwrap().as_deref(), Some(long.as_bytes()));
        assert_eq!(room, 0);
        assert_eq!(archive.read("folder/b.xml", &mut room), Err(ArchiveError::TooLarge));
        assert_eq!(archive.read("c", &mut room), Ok(None));
    }

    #[test]
    fn every_cut_and_every_changed_byte_is_noticed_or_harmless() {
        let bytes = pack(&[("a", "бостандық"), ("b", "құқық")]);
        let read = |bytes: &[u8]| -> Option<Vec<u8>> {
            let archive = Archive::open(bytes)?;
            archive.read("a", &mut 1_000).ok()?.map(Cow::into_owned)
        };
        (0..bytes.len()).for_each(|end| assert_eq!(read(&bytes[..end]), None, "{end}"));
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0x40;
            assert!(read(&changed).is_none_or(|found| found == "бостандық".as_bytes()), "{at}");
        }
    }
}
