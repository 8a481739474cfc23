//! No file makes the reader panic or exceed its limits.

use proptest::prelude::*;
use tarazy_pdf::{Limits, read};

use crate::build::{Pdf, lines};

/// Limits under which a test is quick.
const QUICK: Limits = Limits {
    steps: 3_000_000,
    stream_bytes: 200_000,
    total_bytes: 600_000,
    objects: 5_000,
    nesting: 24,
    pages: 100,
    characters: 5_000,
};

/// Pieces of which drawings, tables and files are made.
const PIECES: &[&str] = &[
    "BT ",
    "ET ",
    "/F1 10 Tf ",
    "/F2 0 Tf ",
    "(text) Tj ",
    "<0041> Tj ",
    "[(a)-9999(b)] TJ ",
    "1 0 0 1 9 700 Tm ",
    "0 0 0 0 0 0 Tm ",
    "1e30 0 0 -1e30 0 0 cm ",
    "q ",
    "Q ",
    "/X Do ",
    "/Span<</ActualText(a)>>BDC ",
    "EMC ",
    "/Artifact BMC ",
    "BI ID x EI ",
    "[",
    "]",
    "<<",
    ">>",
    "(",
    ")",
    "<",
    ">",
    "-1 Tz ",
    "999999999999 TL ",
    "T* ",
    "% comment\n",
    "endstream ",
    "endobj ",
    "1 0 obj ",
    "stream\n",
    "trailer ",
    "startxref ",
    "xref ",
    "0 1 ",
    "R ",
    "/Kids ",
    "/Length ",
    "beginbfrange ",
    "beginbfchar ",
    "begincodespacerange ",
    "\u{FE}\u{FF}",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..80).prop_map(|pieces| pieces.concat())
}

fn sample() -> Pdf {
    let mut pdf =
        Pdf::of(&[&lines(9, 700, &["A line of text", "another line-", "end"]), "/X Do BT /F2 9 Tf <0041> Tj ET"]);
    let form = pdf.add_stream("/Type/XObject/Subtype/Form/Matrix[1 0 0 1 5 5]", b"BT /F1 9 Tf (form) Tj ET");
    let table = pdf.add_stream("", b"1 beginbfrange <0041> <0050> <0410> endbfrange");
    pdf.replace(3, "/ToUnicode/Identity-H", &format!("/ToUnicode {table} 0 R")).replace(
        3,
        "<</Font",
        &format!("<</XObject<</X {form} 0 R>>/Font"),
    )
}

/// A change of a file's bytes.
#[derive(Debug, Clone)]
enum Change {
    Byte(usize, u8),
    Cut(usize),
    Insert(usize, &'static str),
    Repeat(usize, usize),
    Remove(usize, usize),
}

impl Change {
    fn make(&self, bytes: &mut Vec<u8>) {
        let place = |at: usize| at % (bytes.len() + 1);
        match *self {
            Self::Byte(at, byte) => {
                let at = place(at);
                if let Some(place) = bytes.get_mut(at) {
                    *place = byte;
                }
            }
            Self::Cut(at) => bytes.truncate(place(at)),
            Self::Insert(at, piece) => {
                let at = place(at);
                bytes.splice(at..at, piece.bytes());
            }
            Self::Repeat(at, len) => {
                let at = place(at);
                let piece = bytes[at..(at + len).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            Self::Remove(at, len) => {
                let at = place(at);
                bytes.drain(at..(at + len).min(bytes.len()));
            }
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        1 => any::<usize>().prop_map(Change::Cut),
        3 => (any::<usize>(), prop::sample::select(PIECES)).prop_map(|(at, piece)| Change::Insert(at, piece)),
        1 => (any::<usize>(), 1_usize..300).prop_map(|(at, len)| Change::Repeat(at, len)),
        1 => (any::<usize>(), 1_usize..300).prop_map(|(at, len)| Change::Remove(at, len)),
    ]
}

proptest! {
    #[test]
    fn changed_files_do_not_panic_and_stay_within_limits(changes in prop::collection::vec(change(), 1..12)) {
        let mut bytes = sample().bytes();
        for change in &changes {
            change.make(&mut bytes);
        }
        if let Ok(found) = read(&bytes, QUICK) {
            prop_assert!(found.page_starts.iter().all(|start| found.text.is_char_boundary(*start)));
            prop_assert!(found.text.len() <= QUICK.pages * QUICK.characters * 8);
        }
        prop_assert_eq!(read(&bytes, QUICK), read(&bytes, QUICK));
    }

    #[test]
    fn drawings_and_tables_of_any_pieces_do_not_panic(content in pieces(), table in pieces()) {
        let mut pdf = Pdf::of(&[&content]);
        let table = pdf.add_stream("", table.as_bytes());
        let pdf = pdf.replace(3, "/ToUnicode/Identity-H", &format!("/ToUnicode {table} 0 R"));
        let _ = read(&pdf.bytes(), QUICK);
    }

    #[test]
    fn bytes_of_fonts_do_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), key in 0..3_usize) {
        let mut pdf = Pdf::of(&["BT /F1 9 Tf (abc) Tj /F2 9 Tf <00410042> Tj ET"]);
        let font = pdf.add_stream("", &bytes);
        let key = ["FontFile", "FontFile2", "FontFile3"][key];
        let pdf = pdf.replace(3, "/Subtype/Type1", &format!("/Subtype/TrueType/FontDescriptor<</Flags 4/{key} {font} 0 R>>"));
        let _ = read(&pdf.bytes(), QUICK);
    }
}
