//! The first bytes of a file → what kind of file it is, where it is not a text.

use crate::archive::Archive;

/// A file that is not a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lexicon) enum Kind {
    /// A workbook that can be read.
    Workbook,
    /// A file of another program, by the name that its message knows.
    Other(&'static str),
}

/// Kinds that give themselves away by their first bytes.
const SIGNATURES: [(&[u8], &str); 17] = [
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x1F\x8B", "archive"),
    (b"7z\xBC\xAF\x27\x1C", "archive"),
    (b"Rar!\x1A\x07", "archive"),
    (b"BZh", "archive"),
    (b"\xFD7zXZ\x00", "archive"),
    (b"\x28\xB5\x2F\xFD", "archive"),
    (b"\x89PNG\r\n", "image"),
    (b"\xFF\xD8\xFF", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"SQLite format 3\x00", "database"),
    (b"$FL2@(#)", "spss"),
    (b"$FL3@(#)", "spss"),
    (b"<stata_dta>", "stata"),
    (b"\x7FELF", "program"),
];

/// What Word, Excel and PowerPoint wrote until 2003, and still do around a file with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// How far to look into such a file for the names of its streams, and into a text for the start of
/// a page.
const LOOK_BYTES: usize = 4 << 20;
const LOOK_TEXT_BYTES: usize = 512;
/// How far to look for words with flags and for rules of a spelling dictionary.
const LOOK_SPELLING_BYTES: usize = 4_096;

/// Returns the kind of a file that is not a text; `None` for a text, or for what only a closer look
/// shows. Cost: bounded.
pub(in crate::lexicon) fn of(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(packed(bytes));
    }
    if bytes.starts_with(COMPOUND) {
        return Some(Kind::Other(compound(&bytes[..bytes.len().min(LOOK_BYTES)])));
    }
    let found = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, kind)| *kind);
    let found = found.or_else(|| is_web_page(bytes).then_some("page"));
    found.or_else(|| spelling(&bytes[..bytes.len().min(LOOK_SPELLING_BYTES)])).map(Kind::Other)
}

/// Words with which lines of Hunspell's affix files begin.
const AFFIX_WORDS: [&str; 18] = [
    "SET",
    "FLAG",
    "TRY",
    "LANG",
    "KEY",
    "REP",
    "MAP",
    "PFX",
    "SFX",
    "WORDCHARS",
    "NOSUGGEST",
    "BREAK",
    "AF",
    "COMPOUNDMIN",
    "COMPOUNDRULE",
    "ONLYINCOMPOUND",
    "MAXCPDSUGS",
    "ICONV",
];

/// Recognises the two files of a spelling dictionary of Hunspell: words behind a line with their
/// number, with flags behind strokes (`freedom/MS`), and rules for the flags (`SFX S Y 3`).
fn spelling(bytes: &[u8]) -> Option<&'static str> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').replace('\r', "\n");
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_rule = |line: &&str| {
        let mut words = line.split_whitespace();
        words.next().is_some_and(|word| AFFIX_WORDS.contains(&word)) && words.next().is_some()
    };
    let rules = lines.clone().filter(|line| !line.starts_with('#')).take(20);
    if rules.clone().next().as_ref().is_some_and(is_rule) && rules.filter(is_rule).count() > 1 {
        return Some("affixes");
    }
    let number: usize = lines.next()?.parse().ok()?;
    let is_flagged = |line: &&str| {
        let flags = line.split(char::is_whitespace).next().and_then(|word| word.split_once('/'));
        flags.is_some_and(|(word, flags)| !word.is_empty() && !flags.is_empty() && !flags.contains('/'))
    };
    let words = lines.clone().count();
    let is_word = |line: &str| !line.contains(['\t', ',', ';']);
    let is_cut = bytes.len() == LOOK_SPELLING_BYTES;
    // The number is that of the words, or about.
    let fits = if is_cut { number >= words } else { number.abs_diff(words) <= number / 5 };
    let is_list = words > 0 && fits && (!is_cut && words == number || lines.clone().any(|line| is_flagged(&line)));
    (is_list && lines.all(is_word)).then_some("spelling")
}

fn packed(bytes: &[u8]) -> Kind {
    // A cut-off archive has lost its table of contents; if it was a workbook, its reader says what
    // is wrong.
    let Some(archive) = Archive::open(bytes) else { return Kind::Workbook };
    let has = |start: &str| archive.names().any(|name| name.starts_with(start));
    if has("xl/workbook.bin") {
        return Kind::Other("xlsb");
    }
    if has("xl/") {
        return Kind::Workbook;
    }
    let mut room = 1_000;
    let declared = archive.read("mimetype", &mut room).ok().flatten();
    let declared = String::from_utf8_lossy(declared.as_deref().unwrap_or_default()).into_owned();
    Kind::Other(match declared.trim() {
        _ if has("word/") => "docx",
        _ if has("ppt/") => "pptx",
        kind if kind.ends_with("opendocument.spreadsheet") => "ods",
        kind if kind.contains("opendocument") => "odt",
        "application/epub+zip" => "epub",
        _ => "archive",
    })
}

/// Streams are named in UTF-16.
fn compound(bytes: &[u8]) -> &'static str {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") {
        "locked"
    } else if has("WordDocument") {
        "doc"
    } else if has("PowerPoint Document") {
        "pptx"
    } else {
        "xls"
    }
}

fn is_web_page(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOK_TEXT_BYTES)]).to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::pack;

    #[test]
    fn files_of_other_programs_are_recognised_by_their_content() {
        let streams =
            |name: &str| [COMPOUND, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat();
        for (bytes, kind) in [
            (pack(&[("xl/workbook.xml", "")]), Kind::Workbook),
            (pack(&[("xl/workbook.bin", "")]), Kind::Other("xlsb")),
            (pack(&[("word/document.xml", "")]), Kind::Other("docx")),
            (pack(&[("ppt/presentation.xml", "")]), Kind::Other("pptx")),
            (pack(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]), Kind::Other("ods")),
            (pack(&[("mimetype", "application/vnd.oasis.opendocument.text")]), Kind::Other("odt")),
            (pack(&[("mimetype", "application/epub+zip")]), Kind::Other("epub")),
            (pack(&[("values.dic", "")]), Kind::Other("archive")),
            (streams("Workbook"), Kind::Other("xls")),
            (streams("WordDocument"), Kind::Other("doc")),
            (streams("EncryptedPackage"), Kind::Other("locked")),
            (b"%PDF-1.7".to_vec(), Kind::Other("pdf")),
            (b"{\\rtf1".to_vec(), Kind::Other("rtf")),
            (b"\x89PNG\r\n\x1a\n".to_vec(), Kind::Other("image")),
            ("\u{feff}\n<!DOCTYPE HTML>".into(), Kind::Other("page")),
            (b"3\nfree/S\nfreedom/MS\nlaw\n".to_vec(), Kind::Other("spelling")),
            ("\u{feff}2\r\nеркін\r\nазат\r\n".into(), Kind::Other("spelling")),
            (b"# rules\nSET UTF-8\nTRY esi\nSFX S Y 1\n".to_vec(), Kind::Other("affixes")),
        ] {
            assert_eq!(of(&bytes), Some(kind), "{}", String::from_utf8_lossy(&bytes));
        }
        for text in [
            "",
            "+a\nword\n",
            "<?xml version=\"1.0\"?><dictionary/>",
            "PK\tsome\n",
            "1\tfree\n2\tlaw\n",
            "SET\nTRY\n",
            "1984\nand/or\n",
        ] {
            assert_eq!(of(text.as_bytes()), None, "{text}");
        }
    }
}
