use std::borrow::Cow;

use super::*;

#[test]
fn what_is_packed_is_read_back_and_no_further_than_there_is_room() {
    let long = "бостандық ".repeat(10_000);
    let bytes = pack(&[("a", ""), ("folder/b.xml", &long)]);
    assert!(bytes.len() < 1_000);
    let archive = Archive::open(&bytes).expect("it is an archive");
    assert_eq!(archive.names().collect::<Vec<_>>(), ["a", "folder/b.xml"]);
    let mut room = long.len();
    assert_eq!(archive.read("Folder/B.xml", &mut room).unwrap().as_deref(), Some(long.as_bytes()));
    assert_eq!(room, 0);
    assert_eq!(archive.read("folder/b.xml", &mut room), Err(ArchiveError::TooLarge(ArchiveLimit::Bytes)));
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

#[test]
fn all_files_come_in_their_order_stored_or_packed() {
    let mut writer = ArchiveWriter::new();
    writer.store("mimetype", b"application/zip");
    writer.add("б.txt", "құқық".as_bytes());
    writer.add("folder/", b"");
    let bytes = writer.clone().finish();
    assert_eq!(bytes, writer.finish(), "the same files give the same bytes");
    assert_eq!(bytes.get(38..53), Some(&b"application/zip"[..]), "what is stored is readable as it is");
    let entries = read(&bytes, Limits { bytes: 1_000, files: 2 }).expect("it is whole");
    let entry = |name: &str, bytes: &[u8]| ArchivedFile { name: name.to_owned(), bytes: bytes.to_vec() };
    assert_eq!(entries, [entry("mimetype", b"application/zip"), entry("б.txt", "құқық".as_bytes())]);
}

#[test]
fn every_limit_is_kept() {
    let (zeroes, text) = ("0".repeat(3 << 20), "бостандық");
    let bytes = pack(&[("zeroes", &zeroes), ("text", text)]);
    let whole = Limits { bytes: zeroes.len() + text.len(), files: 2 };
    assert_eq!(read(&bytes, whole).map(|entries| entries.len()), Ok(2), "however tightly it is packed");
    for (limits, limit) in [
        (Limits { files: 1, ..whole }, ArchiveLimit::Files),
        (Limits { bytes: zeroes.len() - 1, ..whole }, ArchiveLimit::Bytes),
        (Limits { bytes: whole.bytes - 1, ..whole }, ArchiveLimit::Bytes),
    ] {
        assert_eq!(read(&bytes, limits), Err(ArchiveError::TooLarge(limit)), "{limits:?}");
    }
    assert_eq!(read(&pack(&[("a", ""), ("A", "")]), whole), Err(ArchiveError::Damaged), "two files of one name");
    assert_eq!(read(b"PK", whole), Err(ArchiveError::Damaged));
}
