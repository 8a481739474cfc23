//! Files → an archive.

use miniz_oxide::deflate::compress_to_vec;

use super::{CENTRAL, END, LOCAL, checksum};

/// How hard to pack: the usual.
const LEVEL: u8 = 6;

/// An archive that is being written.
///
/// Equal files in equal order give equal bytes: all are from the first day that the format knows,
/// and nothing names the system. What is written here stays below the limits of the format, 65,535
/// files and 4 GB; a file beyond them would be damaged, so the writer panics before.
#[derive(Debug, Clone, Default)]
pub struct ArchiveWriter {
    archive: Vec<u8>,
    contents: Vec<u8>,
    count: usize,
}

impl ArchiveWriter {
    /// Starts an empty archive.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, packed. Cost: linear.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.put(name, bytes, 8, &compress_to_vec(bytes, LEVEL));
    }

    /// Adds a file as it is: the `mimetype` that some formats want readable, pictures that are
    /// packed already.
    pub fn store(&mut self, name: &str, bytes: &[u8]) {
        self.put(name, bytes, 0, bytes);
    }

    fn put(&mut self, name: &str, bytes: &[u8], method: u16, packed: &[u8]) {
        // Version 2.0, names in UTF-8, how it is packed, 1 January 1980.
        let mut head = Vec::new();
        for number in [20_u16, 1 << 11, method, 0, 1 << 5 | 1] {
            head.extend(number.to_le_bytes());
        }
        for number in [checksum(bytes), size(packed.len()), size(bytes.len())] {
            head.extend(number.to_le_bytes());
        }
        head.extend(short(name.len()).to_le_bytes());
        head.extend([0, 0]);
        self.contents.extend(CENTRAL);
        self.contents.extend(20_u16.to_le_bytes());
        self.contents.extend(&head);
        self.contents.extend([0; 10]);
        self.contents.extend(size(self.archive.len()).to_le_bytes());
        self.contents.extend(name.as_bytes());
        self.archive.extend(LOCAL);
        self.archive.extend(&head);
        self.archive.extend(name.as_bytes());
        self.archive.extend(packed);
        self.count += 1;
    }

    /// Ends the archive with its table of contents.
    pub fn finish(self) -> Vec<u8> {
        let Self { mut archive, contents, count } = self;
        let start = archive.len();
        archive.extend(&contents);
        archive.extend(END);
        archive.extend([0; 4]);
        for number in [short(count); 2] {
            archive.extend(number.to_le_bytes());
        }
        for number in [size(contents.len()), size(start)] {
            archive.extend(number.to_le_bytes());
        }
        archive.extend([0; 2]);
        archive
    }
}

/// Packs files of text.
pub fn pack(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ArchiveWriter::new();
    for (name, file) in files {
        writer.add(name, file.as_bytes());
    }
    writer.finish()
}

fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("an archive stays below 4 GB")
}

fn short(number: usize) -> u16 {
    u16::try_from(number).expect("an archive has fewer than 65,536 files and no longer names")
}
