//! Books (EPUB 2 and 3): chapters in the order of the spine.
//!
//! The navigation document and items outside the reading order (`linear="no"`) are no text.

use std::collections::HashMap;

use tarazy_engine::format::resolve_part;

use crate::{
    charset::{declared, xml_text},
    content::Content,
    error::{DocumentError, DocumentLimit},
    format::DocumentFormat,
    html,
    left_out::LeftOutKind,
    limits::Limits,
    model::ReadWarning,
    options::ReadOptions,
    package::{Package, Room},
    properties,
    xml::{Part, XmlEvent, walk},
};

const FORMAT: DocumentFormat = DocumentFormat::Epub;
const CONTAINER: &str = "META-INF/container.xml";

/// An item of the book's list of parts.
struct Item {
    path: String,
    media_type: String,
    is_navigation: bool,
}

/// The book's list of parts, and which of them are read in which order.
struct Book {
    items: HashMap<String, Item>,
    /// Ids of items, and whether they are in the reading order.
    spine: Vec<(String, bool)>,
}

/// Reads a book.
///
/// # Errors
/// A package that is damaged, encrypted, or beyond a limit.
pub(crate) fn read(archive: &[u8], options: &ReadOptions, room: &mut Room) -> Result<Content, DocumentError> {
    let limits = &options.limits;
    let package = Package::open(archive, FORMAT, limits)?;
    let path = book_path(&package.needed(CONTAINER, room)?, limits)?;
    let bytes = package.needed(&path, room)?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let book = book(&bytes, folder, &path, limits)?;
    let encrypted = match package.part("META-INF/encryption.xml", room)? {
        Some(part) => encrypted_paths(&part, limits)?,
        None => Vec::new(),
    };
    let mut content = Content::default();
    let mut text = String::new();
    for (id, is_linear) in &book.spine {
        let Some(item) = book.items.get(id) else { continue };
        let is_left_out = item.is_navigation || !is_linear;
        if is_left_out && !options.includes(LeftOutKind::Navigation) {
            content.left_out.add(LeftOutKind::Navigation, 1);
            continue;
        }
        if encrypted.contains(&item.path) {
            return Err(DocumentError::Encrypted { format: FORMAT.name() });
        }
        let is_page = item.media_type.contains("html") || item.media_type.contains("oeb1-document");
        if !is_page {
            content.left_out.add(LeftOutKind::OtherFiles, 1);
            continue;
        }
        let Some(part) = package.part(&item.path, room)? else {
            content.warnings.push(ReadWarning::MissingPart { part: item.path.clone() });
            continue;
        };
        let chapter = chapter(part.into_owned(), options)?;
        if !chapter.text.is_empty() && !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&chapter.text);
        content.left_out.add_all(&chapter.left_out);
        content.warnings.extend(chapter.warnings);
    }
    content.text = text;
    content.metadata = properties::read(&bytes, part(&path), "metadata", limits);
    Ok(content)
}

/// Returns a part, which may name its document type.
fn part(path: &str) -> Part<'_> {
    Part { format: FORMAT, name: path, may_have_doctype: true }
}

/// Reads a chapter: in the encoding of its declaration, else in UTF-8, else in the one that fits.
fn chapter(bytes: Vec<u8>, options: &ReadOptions) -> Result<Content, DocumentError> {
    let mut content = Content::default();
    if let Some(page) = xml_text(&bytes) {
        html::read_text(&page, options, &mut content)?;
    } else {
        let decoded = declared(bytes, options.encoding, None)?;
        html::read_text(&decoded.text, options, &mut content)?;
    }
    // The title of a chapter is not that of the book.
    content.metadata.clear();
    Ok(content)
}

fn book_path(container: &[u8], limits: &Limits) -> Result<String, DocumentError> {
    let mut path = None;
    walk(container, part(CONTAINER), limits, |event| {
        if let XmlEvent::Open(tag) = event
            && tag.name == "rootfile"
            && path.is_none()
        {
            path = tag.attribute("full-path");
        }
        Ok(())
    })?;
    path.ok_or_else(|| DocumentError::Damaged { format: FORMAT, part: CONTAINER.to_owned() })
}

fn book(bytes: &[u8], folder: &str, path: &str, limits: &Limits) -> Result<Book, DocumentError> {
    let mut book = Book { items: HashMap::new(), spine: Vec::new() };
    walk(bytes, part(path), limits, |event| {
        let XmlEvent::Open(tag) = event else { return Ok(()) };
        if book.items.len() + book.spine.len() > 2 * limits.entries {
            return Err(DocumentLimit::Entries.exceeded(limits.entries));
        }
        let value = |name| tag.attribute(name).unwrap_or_default();
        match tag.name {
            "item" => {
                let item = Item {
                    path: resolve_part(folder, &unescaped(&value("href"))),
                    media_type: value("media-type"),
                    is_navigation: value("properties").split_ascii_whitespace().any(|word| word == "nav"),
                };
                book.items.insert(value("id"), item);
            }
            "itemref" => book.spine.push((value("idref"), value("linear") != "no")),
            _ => {}
        }
        Ok(())
    })?;
    Ok(book)
}

/// Reads `%20` and its like in an address.
fn unescaped(address: &str) -> String {
    let address = address.split('#').next().unwrap_or(address);
    let bytes = address.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let (mut read, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                read.push(u8::try_from(high * 16 + low).unwrap_or(b'%'));
                at += 3;
            }
            (byte, ..) => {
                read.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(read).unwrap_or_else(|_| address.to_owned())
}

/// Lists the parts that are encrypted. Fonts may be; they are not read.
fn encrypted_paths(bytes: &[u8], limits: &Limits) -> Result<Vec<String>, DocumentError> {
    let mut paths = Vec::new();
    walk(bytes, part("META-INF/encryption.xml"), limits, |event| {
        if let XmlEvent::Open(tag) = event
            && tag.name == "CipherReference"
        {
            paths.push(resolve_part("", &unescaped(&tag.attribute("URI").unwrap_or_default())));
        }
        Ok(())
    })?;
    Ok(paths)
}
