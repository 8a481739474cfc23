//! No bytes make a reader panic, and limits hold whatever is read.

use proptest::prelude::*;
use tarazy_documents::{Limits, ReadOptions, read};

use super::sample::{docx, epub, ods, odt, pack, xlsx};

/// Small limits, so that documents reach them.
fn limits() -> Limits {
    Limits { text_bytes: 2_000, inflated_bytes: 60_000, documents: 20, cells: 200, nodes: 300, ..Limits::default() }
}

/// One small document of each format, with the ending of its name.
fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let word = docx("<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p><w:altChunk r:id=\"chunk\"/>");
    let inner = pack(&[("a.txt", "one"), ("b.html", "<html><p>two")]);
    let mut archive = tarazy_engine::archive::ArchiveWriter::new();
    archive.add("inner.zip", &inner);
    archive.add("a.docx", &word);
    vec![
        ("docx", word),
        ("odt", odt("<text:p>a<text:s text:c=\"99999\"/></text:p>")),
        ("xlsx", xlsx("<row><c r=\"ZZ9\" t=\"s\"><v>1</v></c><c s=\"1\"><v>1</v></c></row>")),
        (
            "ods",
            ods(
                "<table:table-row table:number-rows-repeated=\"9\"><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>",
            ),
        ),
        ("epub", epub("<itemref idref=\"a\"/><itemref idref=\"b\"/>", &[])),
        ("zip", archive.finish()),
        ("rtf", b"{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}\\f0\\'e0\\u1178?{\\footnote x}\\par}".to_vec()),
        ("html", b"<html><main><p>a<table><tr><td>b</table></main>".to_vec()),
        ("csv", b"a,b\n1,\"x,y\"\n".to_vec()),
        ("json", br#"[{"text":"a","x":[1,{"y":"z"}]}]"#.to_vec()),
        ("jsonl", b"{\"text\":\"a\"}\n{\"text\":\"b\"}\n".to_vec()),
        ("srt", b"1\n00:00:01,000 --> 00:00:02,000\n<i>a</i>\n".to_vec()),
        ("vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>a\n".to_vec()),
        ("eml", b"From: a@b\nSubject: x\nContent-Type: multipart/mixed; boundary=y\n\n--y\n\na\n--y--\n".to_vec()),
        ("md", b"# a\n\n- b [c](d)\n".to_vec()),
        ("fb2", b"<FictionBook><body><p>a</p></body></FictionBook>".to_vec()),
    ]
}

/// A change of bytes: at a place, a number of them is replaced by others.
fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, Vec<u8>)>> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..4),
        prop::sample::select(vec!["<", ">", "&x;", "{", "}", "\\", "\"", "\n", "<!DOCTYPE a [", "]]>", "<w:p>", "-->"])
            .prop_map(|piece| piece.as_bytes().to_vec()),
    ];
    prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, piece), 0..6)
}

proptest! {
    #[test]
    fn changed_documents_are_read_or_refused_within_limits(
        at in 0..16_usize,
        changes in changes(),
        column in prop::option::of("(a|text|1|2|99)"),
    ) {
        let (ending, mut bytes) = documents().swap_remove(at);
        for (place, len, piece) in changes {
            let start = place.index(bytes.len() + 1);
            let end = (start + len).min(bytes.len());
            bytes.splice(start..end, piece);
        }
        let options = ReadOptions { column, limits: limits(), ..ReadOptions::default() };
        if let Ok(file) = read(&format!("a.{ending}"), bytes, &options) {
            prop_assert!(file.documents.len() <= limits().documents);
            for document in file.documents {
                // A plain text is limited by its own size.
                prop_assert!(document.text.len() <= 60_000, "{}", document.text.len());
            }
        }
    }

    #[test]
    fn what_is_packed_is_changed_too(part in 0..11_usize, place: prop::sample::Index, piece in "[<>&\"/a-z:]{0,12}") {
        let word = docx("<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>");
        let mut files = tarazy_engine::archive::read(
            &word,
            tarazy_engine::archive::Limits { bytes: 1 << 20, files: 100 },
        )
        .expect("it was packed here");
        let bytes = &mut files[part].bytes;
        let start = place.index(bytes.len() + 1);
        bytes.splice(start..start, piece.into_bytes());
        let mut writer = tarazy_engine::archive::ArchiveWriter::new();
        for file in &files {
            writer.add(&file.name, &file.bytes);
        }
        let _ = read("a.docx", writer.finish(), &ReadOptions::default());
    }

    #[test]
    fn bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), ending in "(docx|csv|json|srt|eml|md|html|tsv)") {
        let _ = read(&format!("a.{ending}"), bytes, &ReadOptions::default());
    }
}

#[test]
fn each_sample_is_read() {
    for (ending, bytes) in documents() {
        let file = read(&format!("a.{ending}"), bytes, &ReadOptions::default());
        assert!(file.is_ok_and(|file| !file.documents.is_empty() && file.refused.is_empty()), "{ending}");
    }
}
