//! Bytes → which format they are.
//!
//! Signatures decide, and for archives what is in them. Plain texts, tables, pages without a head
//! and messages are all text: there the ending of the name decides, as far as the content does not
//! contradict it.

use tarazy_engine::archive::Archive;

use crate::format::{DocumentFormat, OtherFormat};

/// What bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recognised {
    /// A format that is read.
    Format(DocumentFormat),
    /// A format that is not.
    Other(OtherFormat),
    /// A document behind a password, by the name of its format.
    Encrypted(&'static str),
}

/// Returns the format in which [`crate::read`] would read a file; `None` for what it refuses.
pub fn format_of(name: &str, bytes: &[u8]) -> Option<DocumentFormat> {
    match recognise(name, bytes) {
        Recognised::Format(format) => Some(format),
        Recognised::Other(_) | Recognised::Encrypted(_) => None,
    }
}

/// First bytes of formats that are not read.
const SIGNATURES: [(&[u8], OtherFormat); 19] = [
    (b"\x89PNG", OtherFormat::Image),
    (b"\xFF\xD8\xFF", OtherFormat::Image),
    (b"GIF8", OtherFormat::Image),
    (b"II*\0", OtherFormat::Image),
    (b"MM\0*", OtherFormat::Image),
    (b"8BPS", OtherFormat::Image),
    (b"\0\0\x01\0", OtherFormat::Image),
    (b"AT&TFORM", OtherFormat::Djvu),
    (b"SDJVFORM", OtherFormat::Djvu),
    (b"Rar!\x1A\x07", OtherFormat::Packed),
    (b"7z\xBC\xAF\x27\x1C", OtherFormat::Packed),
    (b"\x1F\x8B", OtherFormat::Packed),
    (b"BZh", OtherFormat::Packed),
    (b"\xFD7zXZ\0", OtherFormat::Packed),
    (b"\x28\xB5\x2F\xFD", OtherFormat::Packed),
    (b"%!PS", OtherFormat::PostScript),
    (b"\xDB\xA5-\0\0\0", OtherFormat::Doc),
    (b"\x31\xBE\0\0", OtherFormat::Doc),
    (b"SQLite format 3\0", OtherFormat::Binary),
];

/// How far to look for the head of a PDF, which may have other bytes in front.
const PDF_HEAD_BYTES: usize = 1_024;
/// How far to look at the beginning of a text.
const HEAD_BYTES: usize = 4 << 10;

/// Finds what bytes are; `name` is the file's name.
pub(crate) fn recognise(name: &str, bytes: &[u8]) -> Recognised {
    match by_head(name, bytes) {
        Head::Packed => packed(bytes, name),
        Head::Compound => compound(bytes, name),
        Head::Known(known) => known,
    }
}

/// Returns `true` if a file is a plain text by its name and its beginning, of which 4 kB are enough.
pub fn is_plain(name: &str, beginning: &[u8]) -> bool {
    matches!(by_head(name, beginning), Head::Known(Recognised::Format(DocumentFormat::Plain)))
}

/// What the beginning of a file shows.
enum Head {
    /// A ZIP archive, in which other formats stand.
    Packed,
    /// The container of old office programs, in which other formats stand.
    Compound,
    Known(Recognised),
}

fn by_head(name: &str, bytes: &[u8]) -> Head {
    if bytes.is_empty()
        && let Some(format) = never_empty(&ending(name))
    {
        return Head::Known(Recognised::Format(format));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || bytes.starts_with(b"PK\x07\x08") {
        return Head::Packed;
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Head::Compound;
    }
    Head::Known(by_signature(name, bytes))
}

fn by_signature(name: &str, bytes: &[u8]) -> Recognised {
    if let Some((_, other)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Recognised::Other(*other);
    }
    if let Some(other) = by_later_bytes(bytes) {
        return Recognised::Other(other);
    }
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if start.starts_with(b"{\\rtf") {
        return Recognised::Format(DocumentFormat::Rtf);
    }
    if bytes[..bytes.len().min(PDF_HEAD_BYTES)].windows(5).any(|head| head == b"%PDF-") {
        return Recognised::Format(DocumentFormat::Pdf);
    }
    Recognised::Format(text_format(&ending(name), &head(bytes)))
}

/// Finds the format of a file without bytes, where that format has some in any case: then the file
/// is damaged, and no empty text.
fn never_empty(ending: &str) -> Option<DocumentFormat> {
    Some(match ending {
        "pdf" => DocumentFormat::Pdf,
        "rtf" => DocumentFormat::Rtf,
        "zip" => DocumentFormat::Zip,
        _ => packed_format(ending)?,
    })
}

/// Finds the format of a document that is an archive by the ending of its name.
fn packed_format(ending: &str) -> Option<DocumentFormat> {
    Some(match ending {
        "docx" | "docm" | "dotx" => DocumentFormat::Docx,
        "odt" | "ott" => DocumentFormat::Odt,
        "epub" => DocumentFormat::Epub,
        "xlsx" | "xlsm" => DocumentFormat::Xlsx,
        "ods" => DocumentFormat::Ods,
        _ => return None,
    })
}

/// Recognises formats whose signature does not stand at the first byte.
fn by_later_bytes(bytes: &[u8]) -> Option<OtherFormat> {
    let at = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    if at(0, 4) == b"RIFF" && at(8, 12) == b"WEBP" || at(0, 2) == b"BM" && at(6, 10) == b"\0\0\0\0" {
        return Some(OtherFormat::Image);
    }
    if at(4, 8) == b"ftyp" {
        return Some(if matches!(at(8, 12), b"heic" | b"heix" | b"mif1" | b"avif") {
            OtherFormat::Image
        } else {
            OtherFormat::Binary
        });
    }
    (at(60, 68) == b"BOOKMOBI").then_some(OtherFormat::Kindle)
}

/// Returns the beginning of a text, in small letters, without the zero bytes of UTF-16.
fn head(bytes: &[u8]) -> String {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let head: Vec<u8> = head.iter().copied().filter(|byte| *byte != 0).collect();
    let head = String::from_utf8_lossy(&head).to_lowercase();
    head.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{fffd}'))
        .to_owned()
}

/// Returns the ending of a name, in small letters.
fn ending(name: &str) -> String {
    name.rsplit(['/', '\\'])
        .next()
        .and_then(|file| file.rsplit_once('.'))
        .map_or("", |(_, ending)| ending)
        .to_lowercase()
}

/// Finds the format of a text by its beginning and the ending of its name.
fn text_format(ending: &str, head: &str) -> DocumentFormat {
    if let Some(format) = xml_format(head) {
        return format;
    }
    if head.starts_with("webvtt") {
        return DocumentFormat::Vtt;
    }
    if is_subrip(head) {
        return DocumentFormat::Srt;
    }
    let is_record = head.starts_with(['{', '[']);
    match ending {
        "html" | "htm" | "xhtml" | "xht" if head.contains('<') => DocumentFormat::Html,
        "csv" => DocumentFormat::Csv,
        "tsv" | "tab" => DocumentFormat::Tsv,
        "jsonl" | "ndjson" => DocumentFormat::JsonLines,
        "json" if is_record => DocumentFormat::Json,
        "md" | "markdown" | "mdown" => DocumentFormat::Markdown,
        "eml" | "mht" | "mhtml" if crate::mail::has_head(head) => DocumentFormat::Eml,
        // Word writes pages with their pictures as messages.
        "doc" if head.starts_with("mime-version:") => DocumentFormat::Eml,
        "vtt" => DocumentFormat::Vtt,
        "srt" => DocumentFormat::Srt,
        // Pages and tables that were given the name of another format.
        "doc" | "docx" | "xls" | "xlsx" | "odt" | "ods" if starts_with_tag(head) => DocumentFormat::Html,
        "xls" | "xlsx" | "ods" if head.lines().next().is_some_and(|line| line.contains('\t')) => DocumentFormat::Tsv,
        _ => DocumentFormat::Plain,
    }
}

/// Finds the format of a text that begins as XML or HTML.
fn xml_format(head: &str) -> Option<DocumentFormat> {
    if !head.starts_with('<') {
        return None;
    }
    let root = root_name(head)?;
    Some(match root {
        "!doctype html" | "html" => DocumentFormat::Html,
        "fictionbook" => DocumentFormat::FictionBook,
        "office:document" if head.contains("opendocument.spreadsheet") => DocumentFormat::Ods,
        "office:document" => DocumentFormat::Odt,
        _ => return None,
    })
}

/// Returns the first tag that is not a comment or a declaration of XML, as far as its name; of a
/// document type its first two words.
fn root_name(head: &str) -> Option<&str> {
    let mut rest = head;
    loop {
        rest = rest.trim_start();
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = &comment[comment.find("-->")? + 3..];
        } else if let Some(instruction) = rest.strip_prefix("<?") {
            rest = &instruction[instruction.find('>')? + 1..];
        } else if rest.starts_with("<!doctype html") {
            return Some("!doctype html");
        } else if let Some(declared) = rest.strip_prefix("<!doctype") {
            rest = &declared[declared.find('>')? + 1..];
        } else {
            let name = rest.strip_prefix('<')?;
            return Some(&name[..name.find(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/'))?]);
        }
    }
}

/// Returns `true` if a text begins with a tag that pages have.
fn starts_with_tag(head: &str) -> bool {
    const TAGS: [&str; 10] = ["html", "head", "body", "table", "div", "p", "meta", "title", "style", "center"];
    root_name(head).is_some_and(|name| TAGS.contains(&name) || name == "!doctype html")
}

/// Returns `true` if the first lines of a text are a number and the times of a subtitle.
fn is_subrip(head: &str) -> bool {
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_number = |line: &str| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
    lines.next().is_some_and(is_number) && lines.next().is_some_and(crate::subtitles::is_time_line)
}

/// Finds what an archive is by the names in it.
fn packed(bytes: &[u8], name: &str) -> Recognised {
    let Some(archive) = Archive::open(bytes) else {
        // Cut off: the name says what it was to be.
        return Recognised::Format(packed_format(&ending(name)).unwrap_or(DocumentFormat::Zip));
    };
    let has = |name: &str| archive.names().any(|known| known.eq_ignore_ascii_case(name));
    let has_in = |folder: &str| archive.names().any(|known| known.starts_with(folder));
    if has("mimetype")
        && let Some(format) = by_media_type(&archive)
    {
        return format;
    }
    if has("META-INF/container.xml") {
        return Recognised::Format(DocumentFormat::Epub);
    }
    if has("[Content_Types].xml") && has("_rels/.rels") {
        let types = content_types(&archive);
        return if types.contains("wordprocessingml") && types.contains("main+xml") {
            Recognised::Format(DocumentFormat::Docx)
        } else if types.contains("sheet.binary.macroenabled.main") {
            Recognised::Other(OtherFormat::Xlsb)
        } else if types.contains("spreadsheetml") || types.contains("ms-excel") {
            Recognised::Format(DocumentFormat::Xlsx)
        } else if types.contains("presentationml") {
            Recognised::Other(OtherFormat::Presentation)
        } else {
            Recognised::Format(DocumentFormat::Docx)
        };
    }
    if has("Index/Document.iwa")
        || has_in("Index/") && has_in("Metadata/")
        || has("index.apxl")
        || has("buildVersionHistory.plist")
    {
        return Recognised::Other(OtherFormat::Iwork);
    }
    Recognised::Format(DocumentFormat::Zip)
}

/// The most bytes of a part that is read to recognise an archive.
const SMALL_PART: usize = 1 << 20;

fn by_media_type(archive: &Archive<'_>) -> Option<Recognised> {
    let part = archive.read("mimetype", &mut SMALL_PART.clone()).ok().flatten()?;
    let media_type = String::from_utf8_lossy(&part);
    let media_type = media_type.trim();
    Some(match media_type.strip_prefix("application/vnd.oasis.opendocument.") {
        Some(kind) if kind.starts_with("text") => Recognised::Format(DocumentFormat::Odt),
        Some(kind) if kind.starts_with("spreadsheet") => Recognised::Format(DocumentFormat::Ods),
        Some(kind) if kind.starts_with("presentation") => Recognised::Other(OtherFormat::Presentation),
        Some(_) => Recognised::Other(OtherFormat::Image),
        None if media_type == "application/epub+zip" => Recognised::Format(DocumentFormat::Epub),
        None => return None,
    })
}

fn content_types(archive: &Archive<'_>) -> String {
    let part = archive.read("[Content_Types].xml", &mut SMALL_PART.clone()).ok().flatten().unwrap_or_default();
    crate::charset::xml_text(&part).unwrap_or_default().to_lowercase()
}

/// Finds what a compound file is by the names of its streams, which are in UTF-16.
fn compound(bytes: &[u8], name: &str) -> Recognised {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        // Names stand at multiples of 128 bytes.
        bytes.chunks(128).any(|entry| entry.starts_with(&wide))
    };
    if has("EncryptedPackage") {
        return Recognised::Encrypted(match ending(name).as_str() {
            "xlsx" | "xlsm" | "xlsb" => "XLSX",
            "pptx" | "pptm" => "PPTX",
            _ => "DOCX",
        });
    }
    // Streams begin at multiples of 512 bytes.
    if has("WordDocument") && bytes.chunks(512).any(is_locked_word) {
        return Recognised::Encrypted("DOC");
    }
    if has("Workbook") && bytes.chunks(512).any(is_locked_workbook) {
        return Recognised::Encrypted("XLS");
    }
    Recognised::Other(if has("WordDocument") {
        OtherFormat::Doc
    } else if has("Workbook") || has("Book") {
        OtherFormat::Xls
    } else if has("PowerPoint Document") {
        OtherFormat::Presentation
    } else if has("__properties_version1.0") || has("__nameid_version1.0") {
        OtherFormat::Msg
    } else {
        OtherFormat::OldOffice
    })
}

/// Returns `true` for the start of a document of Word that says that it is encrypted (MS-DOC, 2.5.2).
fn is_locked_word(sector: &[u8]) -> bool {
    sector.starts_with(b"\xEC\xA5") && sector.get(11).is_some_and(|flags| flags & 1 == 1)
}

/// Returns `true` for the start of a workbook that says that it is encrypted: a record `FilePass`
/// among the first ones (MS-XLS, 2.4.117).
fn is_locked_workbook(sector: &[u8]) -> bool {
    let mut rest = sector.strip_prefix(b"\x09\x08").map(|_| sector).unwrap_or_default();
    for _ in 0..4 {
        let Some((&[kind, 0 | 8, low, high], after)) = rest.split_first_chunk() else { return false };
        if kind == 0x2F {
            return true;
        }
        rest = after.get(usize::from(low) | usize::from(high) << 8..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_then_the_name() {
        for (name, bytes, format) in [
            ("a.txt", &b"freedom"[..], DocumentFormat::Plain),
            ("a.doc", b"{\\rtf1 x}", DocumentFormat::Rtf),
            ("a.txt", b"<!DOCTYPE html><p>", DocumentFormat::Html),
            ("a.txt", b"<?xml version='1.0'?>\n<!-- x --><html xmlns='y'>", DocumentFormat::Html),
            ("a.xlsx", b"<table><tr>", DocumentFormat::Html),
            ("a.txt", b"<table><tr>", DocumentFormat::Plain),
            ("a.htm", b"<i>a</i>", DocumentFormat::Html),
            ("a.html", b"plain", DocumentFormat::Plain),
            ("a.html", b"\xFF\xFE<\0p\0>\0", DocumentFormat::Html),
            ("a.csv", b"a,b", DocumentFormat::Csv),
            ("a.txt", b"a,b", DocumentFormat::Plain),
            ("a.tsv", b"a\tb", DocumentFormat::Tsv),
            ("a.json", b"[1]", DocumentFormat::Json),
            ("a.jsonl", b"{}", DocumentFormat::JsonLines),
            ("a.txt", b"WEBVTT\n\n", DocumentFormat::Vtt),
            ("a.txt", b"1\r\n00:00:01,000 --> 00:00:02,000\r\nx", DocumentFormat::Srt),
            ("a.txt", b"1\nchapter", DocumentFormat::Plain),
            ("a.md", b"# a", DocumentFormat::Markdown),
            ("a.eml", b"From: a@b\n\nx", DocumentFormat::Eml),
            ("a.doc", b"MIME-Version: 1.0\n\nx", DocumentFormat::Eml),
            ("a.txt", b"From: a@b\n\nx", DocumentFormat::Plain),
            ("a.fb2", b"<?xml version='1.0'?><FictionBook xmlns='x'>", DocumentFormat::FictionBook),
            ("a.bin", b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.7", DocumentFormat::Pdf),
        ] {
            assert_eq!(recognise(name, bytes), Recognised::Format(format), "{name} {bytes:?}");
        }
    }

    #[test]
    fn other_formats_are_named() {
        for (bytes, format) in [
            (&b"\x89PNG\r\n"[..], OtherFormat::Image),
            (b"AT&TFORM", OtherFormat::Djvu),
            (b"RIFF\0\0\0\0WEBP", OtherFormat::Image),
            (b"Rar!\x1A\x07", OtherFormat::Packed),
        ] {
            assert_eq!(recognise("a.docx", bytes), Recognised::Other(format));
        }
        let compound = |stream: &str| {
            let wide = stream.encode_utf16().flat_map(u16::to_le_bytes);
            let head = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied();
            let file: Vec<u8> = head.chain(std::iter::repeat_n(0, 120)).chain(wide).collect();
            recognise("a.docx", &file)
        };
        assert_eq!(compound("WordDocument"), Recognised::Other(OtherFormat::Doc));
        assert_eq!(compound("Workbook"), Recognised::Other(OtherFormat::Xls));
        assert_eq!(compound("EncryptedPackage"), Recognised::Encrypted("DOCX"));
    }
}
