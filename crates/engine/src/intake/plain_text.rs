//! Bytes of a plain text file in UTF-8 → text.
//!
//! The list of first bytes was written for this project after the descriptions of the formats.

use super::error::IntakeError;
use crate::text::to_u32;

/// The largest text, in bytes. Spans are 32 bits wide and a browser's memory is smaller than that;
/// a tenth of it is already more than any programme, and 128 MB leave room for the tokens beside
/// the text.
pub const MAX_TEXT_BYTES: u64 = 128_000_000;

/// First bytes by which other kinds of file give themselves away.
const SIGNATURES: [(&[u8], &str); 19] = [
    (b"PK\x03\x04", "ZIP, DOCX, ODT, EPUB"),
    (b"PK\x05\x06", "ZIP"),
    (b"PK\x07\x08", "ZIP"),
    (b"\xD0\xCF\x11\xE0", "DOC, XLS"),
    (b"\xFF\xFE\x00\x00", "UTF-32"),
    (b"\x00\x00\xFE\xFF", "UTF-32"),
    (b"\x1F\x8B", "GZIP"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF89a", "GIF"),
    (b"GIF87a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"7z\xBC\xAF\x27\x1C", "7Z"),
    (b"Rar!\x1A\x07", "RAR"),
    (b"\xFD7zXZ\x00", "XZ"),
    (b"\x28\xB5\x2F\xFD", "ZSTD"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"AT&TFORM", "DjVu"),
];

/// First characters of files that white space or a byte order mark may precede.
const MARKS: [(&[u8], &str); 3] = [(b"%PDF-", "PDF"), (b"{\\rtf", "RTF"), (b"%!PS", "PostScript")];

/// How far to look for zero bytes, which no plain text has.
pub(super) const LOOK_BYTES: usize = 8 << 10;

/// Reads UTF-8 and nothing else, without a byte order mark if there is one: lexicons, lists of
/// words. The text is otherwise as given.
///
/// # Errors
/// [`IntakeError`] for more than [`MAX_TEXT_BYTES`], a file of another kind, bytes that are not
/// UTF-8 (with the place of the first), and a text of nothing but white space.
pub fn plain_text(bytes: Vec<u8>) -> Result<String, IntakeError> {
    check_size(bytes.len() as u64)?;
    if let Some(kind) = binary_kind(&bytes) {
        return Err(IntakeError::Binary { kind });
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(IntakeError::Binary { kind: "UTF-16" });
    }
    if bytes[..bytes.len().min(LOOK_BYTES)].contains(&0) {
        return Err(IntakeError::Binary { kind: "?" });
    }
    let text = utf8(bytes).map_err(|(error, _)| error)?;
    if text.trim().is_empty() {
        return Err(IntakeError::Empty);
    }
    Ok(text)
}

/// Refuses more than [`MAX_TEXT_BYTES`].
pub(super) fn check_size(bytes: u64) -> Result<(), IntakeError> {
    if bytes > MAX_TEXT_BYTES { Err(IntakeError::TooLarge { bytes, limit: MAX_TEXT_BYTES }) } else { Ok(()) }
}

/// Says which other kind of file the bytes are, if their beginning shows it.
pub(super) fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let is_marked = |(mark, _): &&(&[u8], &str)| start.starts_with(mark);
    let signature = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
    signature.or_else(|| MARKS.iter().find(is_marked)).map(|(_, kind)| *kind)
}

/// Reads UTF-8 without its byte order mark, or gives the bytes back with the place of the first
/// that is bad.
pub(super) fn utf8(bytes: Vec<u8>) -> Result<String, (IntakeError, Vec<u8>)> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = std::str::from_utf8(&error.as_bytes()[..valid]);
        let problem = place(before.expect("what stands before the first bad byte is UTF-8"));
        (problem, error.into_bytes())
    })?;
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    Ok(text)
}

/// The error for a bad byte behind `before`.
fn place(before: &str) -> IntakeError {
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    IntakeError::InvalidUtf8 {
        offset: before.len() as u64 + 1,
        line: to_u32(before.matches('\n').count() + 1),
        column: to_u32(before[line_start..].chars().count() + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_pass_or_are_refused_with_a_reason() {
        let read = |bytes: &[u8]| plain_text(bytes.to_vec());
        assert_eq!(read("\u{FEFF}Сөз".as_bytes()).as_deref(), Ok("Сөз"));
        assert_eq!(read(b""), Err(IntakeError::Empty));
        assert_eq!(read(b" \n\t"), Err(IntakeError::Empty));
        assert_eq!(read("сөз\nел \u{0}".as_bytes()), Err(IntakeError::Binary { kind: "?" }));
        assert_eq!(read(b"%PDF-1.7"), Err(IntakeError::Binary { kind: "PDF" }));
        let broken = [("сөз\nел ").as_bytes(), b"\xF1\xEB"].concat();
        assert_eq!(read(&broken), Err(IntakeError::InvalidUtf8 { offset: 13, line: 2, column: 4 }));
    }
}
