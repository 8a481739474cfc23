//! An archive → the files in it.

use std::{borrow::Cow, collections::HashSet};

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use thiserror::Error;

use super::{CENTRAL, END, LOCAL, checksum};

/// Why an archive, or a file of one, cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ArchiveError {
    /// It is cut off, damaged or packed in a way that is not known here.
    #[error("the archive is damaged")]
    Damaged,
    /// It asks for a password.
    #[error("the archive is locked")]
    Locked,
    /// Unpacked it would be larger than allowed, or it has more files than allowed.
    #[error("the archive is too large")]
    TooLarge(ArchiveLimit),
}

/// Which limit an archive goes beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArchiveLimit {
    /// [`Limits::bytes`].
    Bytes,
    /// [`Limits::files`].
    Files,
}

/// How much of an archive is unpacked.
///
/// There is no limit of how many times larger a file may become: a sound text that repeats one word
/// a million times packs to a thousandth, as tightly as the format can. The bound on all bytes
/// limits memory and time, however an archive is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// All files together, unpacked, in bytes.
    pub bytes: usize,
    /// How many files.
    pub files: usize,
}

/// A file that was in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivedFile {
    /// Its name, with `/` between folders. Never a path to write to: it may lead anywhere.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Unpacks all files of an archive, in the order of its table of contents; folders are passed over.
/// Cost: linear in what is unpacked.
///
/// # Errors
/// [`ArchiveError`], also for two files of one name, of which nobody could say which is meant.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Vec<ArchivedFile>, ArchiveError> {
    let archive = Archive::open(bytes).ok_or(ArchiveError::Damaged)?;
    let members: Vec<&Member<'_>> = archive.members.iter().filter(|member| !member.name.ends_with('/')).collect();
    if members.len() > limits.files {
        return Err(ArchiveError::TooLarge(ArchiveLimit::Files));
    }
    let (mut room, mut names) = (limits.bytes, HashSet::new());
    let mut entries = Vec::with_capacity(members.len());
    for member in members {
        if !names.insert(member.name.to_lowercase()) {
            return Err(ArchiveError::Damaged);
        }
        let unpacked = member.unpack(bytes, room)?;
        room -= unpacked.len();
        entries.push(ArchivedFile { name: member.name.clone().into_owned(), bytes: unpacked.into_owned() });
    }
    Ok(entries)
}

/// An archive, its table of contents read; its files are unpacked one by one.
pub struct Archive<'bytes> {
    bytes: &'bytes [u8],
    members: Vec<Member<'bytes>>,
}

/// A file in an archive, as the table of contents has it.
struct Member<'bytes> {
    name: Cow<'bytes, str>,
    name_bytes: &'bytes [u8],
    is_locked: bool,
    method: u16,
    checksum: u32,
    packed: usize,
    header: usize,
}

/// The end of an archive without its comment, and the longest comment.
const END_BYTES: usize = 22;
const LONGEST_COMMENT: usize = 0xFFFF;

impl<'bytes> Archive<'bytes> {
    /// Reads the table of contents; `None` where there is none. Cost: linear in the table.
    pub fn open(bytes: &'bytes [u8]) -> Option<Self> {
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
            let name_bytes = entry.get(46..46 + length)?;
            members.push(Member {
                name: name(name_bytes),
                name_bytes,
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
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|member| member.name.as_ref())
    }

    /// Unpacks a file, `None` where there is none of this name; its size is taken from `room`, in
    /// bytes.
    ///
    /// # Errors
    /// [`ArchiveError`]; a file that needs more than `room` is too large.
    pub fn read(&self, name: &str, room: &mut usize) -> Result<Option<Cow<'bytes, [u8]>>, ArchiveError> {
        let Some(member) = self.members.iter().find(|member| member.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        let unpacked = member.unpack(self.bytes, *room)?;
        *room -= unpacked.len();
        Ok(Some(unpacked))
    }

    /// Unpacks the file at a place of the table of contents, at most `most` bytes.
    ///
    /// # Errors
    /// [`ArchiveError`]; a place that the table does not have is damaged.
    pub fn read_at(&self, at: usize, most: usize) -> Result<Cow<'bytes, [u8]>, ArchiveError> {
        self.members.get(at).ok_or(ArchiveError::Damaged)?.unpack(self.bytes, most)
    }

    /// Returns the size of the file at a place of the table of contents as it is packed, in bytes.
    pub fn packed_bytes(&self, at: usize) -> Option<usize> {
        self.members.get(at).map(|member| member.packed)
    }

    /// Returns the name of the file at a place of the table of contents as it is written: old
    /// programs write names in the encoding of their system.
    pub fn name_bytes(&self, at: usize) -> Option<&'bytes [u8]> {
        self.members.get(at).map(|member| member.name_bytes)
    }
}

impl Member<'_> {
    /// Unpacks the file, at most `most` bytes.
    fn unpack<'bytes>(&self, bytes: &'bytes [u8], most: usize) -> Result<Cow<'bytes, [u8]>, ArchiveError> {
        if self.is_locked {
            return Err(ArchiveError::Locked);
        }
        let packed = self.packed(bytes).ok_or(ArchiveError::Damaged)?;
        let unpacked = match self.method {
            0 if packed.len() > most => return Err(ArchiveError::TooLarge(ArchiveLimit::Bytes)),
            0 => Cow::Borrowed(packed),
            8 => Cow::Owned(decompress_to_vec_with_limit(packed, most).map_err(|error| {
                let is_full = error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput;
                if is_full { ArchiveError::TooLarge(ArchiveLimit::Bytes) } else { ArchiveError::Damaged }
            })?),
            _ => return Err(ArchiveError::Damaged),
        };
        // Random bytes have no checksum that fits; behind it is what they are for.
        if !cfg!(fuzzing) && checksum(&unpacked) != self.checksum {
            return Err(ArchiveError::Damaged);
        }
        Ok(unpacked)
    }

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

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|pair| u16::from_le_bytes(*pair))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}
