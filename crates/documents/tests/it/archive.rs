//! Archives of documents, messages, and formats that are not read.

use tarazy_documents::{DocumentError, LeftOutKind, Limits, OtherFormat, ReadFile, ReadOptions, read};
use tarazy_engine::archive::ArchiveWriter;

use super::sample::{docx, pack, text};

fn archive(parts: &[(&str, &[u8])]) -> ReadFile {
    let mut writer = ArchiveWriter::new();
    for (name, bytes) in parts {
        writer.add(name, bytes);
    }
    read("a.zip", writer.finish(), &ReadOptions::default()).expect("it can be read")
}

fn texts(file: &ReadFile) -> Vec<(&str, &str)> {
    file.documents.iter().map(|document| (document.title.as_str(), document.text.as_str())).collect()
}

#[test]
fn documents_come_by_their_names_and_litter_is_passed_over() {
    let word = docx("<w:p><w:r><w:t>word</w:t></w:r></w:p>");
    let file = archive(&[
        ("b/two.txt", b"two"),
        ("a.docx", &word),
        ("__MACOSX/._a.docx", b"x"),
        (".DS_Store", b"x"),
        ("b/../../c.txt", b"three"),
        ("picture.png", b"\x89PNG\r\n"),
    ]);
    assert_eq!(texts(&file), [("a", "word"), ("b/../../c", "three"), ("b/two", "two")]);
    assert_eq!(file.documents[0].left_out.count(LeftOutKind::OtherFiles), 3);
    assert!(file.refused.is_empty());
}

#[test]
fn a_file_that_cannot_be_read_stops_none_of_the_others() {
    let file = archive(&[("a.txt", b"one"), ("b.docx", b"PK\x03\x04x"), ("c.txt", b"three")]);
    assert_eq!(texts(&file), [("a", "one"), ("c", "three")]);
    assert_eq!(file.refused[0].name, "b.docx");
    assert_eq!(file.refused[0].problem.code, "document-damaged");
}

#[test]
fn archives_in_archives_are_read_up_to_a_depth() {
    let nested = |depth: usize| {
        (0..depth).fold(pack(&[("a.txt", "one")]), |inner, _| {
            let mut writer = ArchiveWriter::new();
            writer.add("inner.zip", &inner);
            writer.finish()
        })
    };
    let file = read("a.zip", nested(1), &ReadOptions::default()).unwrap();
    assert_eq!(texts(&file), [("inner.zip/a", "one")]);
    let deep = read("a.zip", nested(6), &ReadOptions::default()).unwrap();
    assert!(deep.documents.is_empty());
    assert_eq!(deep.refused[0].problem.code, "document-limit");
}

#[test]
fn all_archives_of_a_file_share_one_limit() {
    let limits = Limits { inflated_bytes: 25_000, ..Limits::default() };
    let options = ReadOptions { limits, ..ReadOptions::default() };
    let text = "a".repeat(10_000);
    let bytes = pack(&[("a.txt", &text), ("b.txt", &text), ("c.txt", &text)]);
    let file = read("a.zip", bytes, &options).unwrap();
    assert_eq!(file.documents.len(), 2);
    assert_eq!(file.refused[0].problem.code, "document-limit");
}

#[test]
fn an_archive_without_a_document_is_refused() {
    let mut writer = ArchiveWriter::new();
    writer.add("a.png", b"\x89PNG");
    let error = read("a.zip", writer.finish(), &ReadOptions::default()).map(|_| ()).unwrap_err();
    assert_eq!(error, DocumentError::NoDocument);
}

#[test]
fn names_in_old_encodings_are_read() {
    // «да.txt» in the code page of DOS, of the same length as the name that it replaces.
    let bytes = pack(&[("xx.txt", "one")]);
    let renamed: Vec<u8> = bytes.windows(1).flatten().map(|byte| if *byte == b'x' { 0xA4 } else { *byte }).collect();
    let file = read("a.zip", renamed, &ReadOptions::default()).unwrap();
    assert!(file.documents[0].title.starts_with("дд"), "{}", file.documents[0].title);
}

#[test]
fn a_message_is_its_subject_and_body() {
    let message = "From: =?utf-8?B?0JDQvdC90LA=?= <a@b.kz>\r\nSubject: =?utf-8?B?0JbQsNGA0pPRiw==?=\r\n\
        Date: Fri, 1 Mar 2024 10:00:00 +0500\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n\
        --x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain; charset=windows-1251\r\n\
        Content-Transfer-Encoding: base64\r\n\r\n0eLu4e7k4A==\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--y--\r\n\
        --x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\nx\r\n--x--\r\n";
    let file = read("a.eml", message.as_bytes().to_vec(), &ReadOptions::default()).unwrap();
    assert_eq!(file.documents[0].text, "Жарғы\n\nСвобода");
    assert_eq!(file.documents[0].left_out.count(LeftOutKind::OtherFiles), 1);
    let names: Vec<&str> = file.documents[0].metadata.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["title", "author", "date"]);
}

#[test]
fn formats_that_are_not_read_are_named() {
    let compound = |stream: &str| {
        let wide = stream.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
            .iter()
            .copied()
            .chain(std::iter::repeat_n(0, 120))
            .chain(wide)
            .collect::<Vec<u8>>()
    };
    for (bytes, format) in [
        (compound("WordDocument"), OtherFormat::Doc),
        (compound("Workbook"), OtherFormat::Xls),
        (compound("PowerPoint Document"), OtherFormat::Presentation),
        (pack(&[("Index/Document.iwa", "x")]), OtherFormat::Iwork),
        (b"AT&TFORM".to_vec(), OtherFormat::Djvu),
        (b"\xFF\xD8\xFF\xE0".to_vec(), OtherFormat::Image),
        (b"\x1F\x8B\x08".to_vec(), OtherFormat::Packed),
        (vec![0, 159, 146, 150, 0, 1, 2, 3], OtherFormat::Binary),
    ] {
        let error = read("a.docx", bytes, &ReadOptions::default()).map(|_| ()).unwrap_err();
        assert_eq!(error, DocumentError::OtherFormat { format });
    }
    assert_eq!(text("Сөз бостандығы".as_bytes()), "Сөз бостандығы");
}
