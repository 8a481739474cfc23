//! The interface of the crate: bytes of a file → its documents.

use crate::{
    container,
    content::Content,
    docx, epub,
    error::{DocumentError, DocumentLimit},
    fictionbook,
    format::DocumentFormat,
    html, json, mail, markdown,
    model::ReadFile,
    odf,
    options::ReadOptions,
    package::Room,
    pdf, plain,
    recognise::{Recognised, recognise},
    rtf, subtitles, table, workbook,
};

/// Reads the documents in the bytes of a file; `name` is its name, for its title and where contents
/// do not differ.
///
/// Cost: linear in the bytes and in what they unpack to, within the limits of the options.
///
/// # Errors
/// [`DocumentError`] for what is no document, damaged, encrypted, or beyond a limit. Files in an
/// archive are refused one by one, in [`ReadFile::refused`].
pub fn read(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> Result<ReadFile, DocumentError> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    read_inner(file, bytes, options, &mut new_room(options))
}

/// Returns the room of a file.
pub(crate) fn new_room(options: &ReadOptions) -> Room {
    Room::new(&options.limits, read_inner)
}

/// Reads the documents in a file that may stand inside another, which shares its room.
///
/// # Errors
/// As [`read`].
fn read_inner(name: &str, bytes: Vec<u8>, options: &ReadOptions, room: &mut Room) -> Result<ReadFile, DocumentError> {
    if room.depth > options.limits.nesting {
        return Err(DocumentLimit::Nesting.exceeded(options.limits.nesting));
    }
    room.depth += 1;
    let read = match recognise(name, &bytes) {
        Recognised::Other(format) => Err(DocumentError::OtherFormat { format }),
        Recognised::Encrypted(format) => Err(DocumentError::Encrypted { format }),
        Recognised::Format(format) if bytes.is_empty() && format.has_signature() => {
            Err(DocumentError::Damaged { format, part: name.to_owned() })
        }
        Recognised::Format(DocumentFormat::Zip) => container::read(&bytes, options, room),
        Recognised::Format(format) => contents(format, bytes, options, room).map(|contents| {
            let title = title(name);
            let documents = contents.into_iter().map(|content| content.into_document(title, format)).collect();
            ReadFile { documents, refused: Vec::new() }
        }),
    };
    room.depth -= 1;
    read
}

/// Reads a file of one format.
fn contents(
    format: DocumentFormat,
    bytes: Vec<u8>,
    options: &ReadOptions,
    room: &mut Room,
) -> Result<Vec<Content>, DocumentError> {
    let one = |content: Result<Content, DocumentError>| content.map(|content| vec![content]);
    match format {
        DocumentFormat::Plain => {
            let decoded = plain::read(bytes, options.encoding)?;
            let mut content = Content::default();
            content.decoded(&decoded);
            content.text = decoded.text;
            Ok(vec![content])
        }
        DocumentFormat::Markdown => one(markdown::read(bytes, options)),
        DocumentFormat::Html => one(html::read(bytes, options)),
        DocumentFormat::Docx => one(docx::read(&bytes, options, room)),
        DocumentFormat::Odt => one(odf::read_text(&bytes, options, room)),
        DocumentFormat::Rtf => one(rtf::read(&bytes, options)),
        DocumentFormat::Epub => one(epub::read(&bytes, options, room)),
        DocumentFormat::FictionBook => one(fictionbook::read(&bytes, options)),
        DocumentFormat::Csv => table::read(bytes, None, options)?.contents(options),
        DocumentFormat::Tsv => table::read(bytes, Some(b'\t'), options)?.contents(options),
        DocumentFormat::Xlsx => workbook::read(&bytes, options, room)?.contents(options),
        DocumentFormat::Ods => odf::read_sheets(&bytes, options, room)?.contents(options),
        DocumentFormat::Json => json::read(bytes, options),
        DocumentFormat::JsonLines => json::read_lines(bytes, options),
        DocumentFormat::Srt => one(subtitles::read_srt(bytes, options)),
        DocumentFormat::Vtt => one(subtitles::read_vtt(bytes, options)),
        DocumentFormat::Eml => one(mail::read(&bytes, options)),
        DocumentFormat::Zip => Ok(Vec::new()),
        DocumentFormat::Pdf => one(pdf::read(&bytes)),
    }
}

/// Returns the name of a file without its ending.
fn title(name: &str) -> &str {
    let start = name.rfind(['/', '\\']).map_or(0, |at| at + 1);
    match name[start..].rfind('.') {
        Some(at) if at > 0 => &name[..start + at],
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_bytes_is_an_empty_text_or_damaged_by_its_name() {
        for name in ["a.pdf", "a.docx", "a.odt", "a.rtf", "a.epub", "a.xlsx", "a.ods", "a.zip"] {
            let read = read(name, Vec::new(), &ReadOptions::default());
            assert_eq!(read.map_err(|error| error.code()).err(), Some("document-damaged"), "{name}");
        }
        let empty = read("a.txt", Vec::new(), &ReadOptions::default()).expect("it is a text");
        assert_eq!(empty.documents[0].text, "");
    }
}
