//! An archive that is one document → its parts, within limits.

use std::borrow::Cow;

use tarazy_engine::{
    archive::{Archive, ArchiveError},
    format::{Relation, relations_of},
};

use crate::{
    error::{DocumentError, DocumentLimit},
    format::DocumentFormat,
    limits::Limits,
    model::ReadFile,
    options::ReadOptions,
    xml::{Part, walk},
};

/// Reads the documents in a file inside another.
pub(crate) type ReadInner = fn(&str, Vec<u8>, &ReadOptions, &mut Room) -> Result<ReadFile, DocumentError>;

/// What may still be unpacked of a file, and archives around it.
pub(crate) struct Room {
    pub(crate) bytes: usize,
    /// Archives around this one.
    pub(crate) depth: usize,
    /// Reads a file inside this one: each reader is given the way to all others, and uses none.
    pub(crate) read_inner: ReadInner,
}

impl Room {
    /// Returns the room of a file.
    pub(crate) fn new(limits: &Limits, read_inner: ReadInner) -> Self {
        Self { bytes: limits.inflated_bytes, depth: 0, read_inner }
    }
}

/// An archive, its parts unpacked one by one.
pub(crate) struct Package<'bytes> {
    archive: Archive<'bytes>,
    format: DocumentFormat,
    limits: Limits,
}

impl<'bytes> Package<'bytes> {
    /// Opens an archive.
    ///
    /// # Errors
    /// An archive without a table of contents, and one of more parts than allowed.
    pub(crate) fn open(bytes: &'bytes [u8], format: DocumentFormat, limits: &Limits) -> Result<Self, DocumentError> {
        let damaged = || DocumentError::Damaged { format, part: "ZIP".to_owned() };
        let archive = Archive::open(bytes).ok_or_else(damaged)?;
        if archive.names().count() > limits.entries {
            return Err(DocumentLimit::Entries.exceeded(limits.entries));
        }
        Ok(Self { archive, format, limits: *limits })
    }

    /// Lists the names of the parts, folders among them.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.archive.names()
    }

    /// Returns the bytes of the name of a part, which need not be UTF-8.
    pub(crate) fn name_bytes(&self, at: usize) -> &'bytes [u8] {
        self.archive.name_bytes(at).unwrap_or_default()
    }

    /// Returns a part; `None` where there is none of this name.
    ///
    /// # Errors
    /// A part that is damaged, locked or too large.
    pub(crate) fn part(&self, name: &str, room: &mut Room) -> Result<Option<Cow<'bytes, [u8]>>, DocumentError> {
        let Some(at) = self.archive.names().position(|known| known.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        self.part_at(at, room).map(Some)
    }

    /// Returns the part with this place in the table of contents.
    ///
    /// # Errors
    /// As [`Self::part`].
    pub(crate) fn part_at(&self, at: usize, room: &mut Room) -> Result<Cow<'bytes, [u8]>, DocumentError> {
        let limits = &self.limits;
        let packed = self.archive.packed_bytes(at).unwrap_or(0);
        let by_ratio = packed.saturating_mul(limits.ratio).max(limits.free_bytes);
        let most = limits.part_bytes.min(by_ratio).min(room.bytes);
        let name = || self.archive.names().nth(at).unwrap_or_default().to_owned();
        let part = self.archive.read_at(at, most);
        if matches!(part, Err(ArchiveError::TooLarge(_))) {
            // What was unpacked in vain counts too.
            room.bytes -= most;
        }
        let part = part.map_err(|error| match error {
            ArchiveError::Locked => DocumentError::Encrypted { format: self.format.name() },
            ArchiveError::TooLarge(_) if most == by_ratio => DocumentLimit::Ratio.exceeded(limits.ratio),
            ArchiveError::TooLarge(_) if most == limits.part_bytes => DocumentLimit::Inflated.exceeded(most),
            ArchiveError::TooLarge(_) => DocumentLimit::Inflated.exceeded(limits.inflated_bytes),
            ArchiveError::Damaged => DocumentError::Damaged { format: self.format, part: name() },
        })?;
        room.bytes -= part.len();
        Ok(part)
    }

    /// Returns a part that must be there.
    ///
    /// # Errors
    /// As [`Self::part`], and for a part that is missing.
    pub(crate) fn needed(&self, name: &str, room: &mut Room) -> Result<Cow<'bytes, [u8]>, DocumentError> {
        let missing = || DocumentError::Damaged { format: self.format, part: name.to_owned() };
        self.part(name, room)?.ok_or_else(missing)
    }

    /// Returns what a part calls the others; `part` is empty for the whole package.
    ///
    /// # Errors
    /// As [`Self::part`] and [`walk`].
    pub(crate) fn relations(&self, part: &str, room: &mut Room) -> Result<Vec<Relation>, DocumentError> {
        let (folder, name) = relations_of(part);
        let Some(bytes) = self.part(&name, room)? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        walk(&bytes, Part::new(self.format, &name), &self.limits, |event| {
            if let Some(relation) = Relation::of(&event, folder) {
                if relations.len() >= self.limits.entries {
                    return Err(DocumentLimit::Entries.exceeded(self.limits.entries));
                }
                relations.push(relation);
            }
            Ok(())
        })?;
        Ok(relations)
    }
}

#[cfg(test)]
mod tests {
    use tarazy_engine::archive::ArchiveWriter;

    use super::*;

    #[test]
    fn parts_are_limited_by_size_and_ratio() {
        let mut writer = ArchiveWriter::new();
        writer.add("a.xml", &b"a".repeat(10_000));
        writer.add("b.xml", b"<b/>");
        let bytes = writer.finish();
        let read = |limits: Limits| {
            let package = Package::open(&bytes, DocumentFormat::Docx, &limits)?;
            package
                .needed("A.xml", &mut Room::new(&limits, |_, _, _, _| Ok(ReadFile::default())))
                .map(|part| part.len())
        };
        let limits = Limits::default();
        assert_eq!(read(limits), Ok(10_000));
        let ratio = DocumentLimit::Ratio.exceeded(2);
        assert_eq!(read(Limits { ratio: 2, free_bytes: 100, ..limits }), Err(ratio));
        let size = DocumentLimit::Inflated.exceeded(100);
        assert_eq!(read(Limits { part_bytes: 100, ..limits }), Err(size.clone()));
        assert_eq!(read(Limits { inflated_bytes: 100, ..limits }), Err(size));
        assert_eq!(read(Limits { entries: 1, ..limits }), Err(DocumentLimit::Entries.exceeded(1)));
    }
}
