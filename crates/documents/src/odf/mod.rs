//! OpenDocument texts and spreadsheets (ISO/IEC 26300), packed or as one file in XML.

mod body;
mod sheets;

use std::{borrow::Cow, collections::HashSet};

use crate::{
    content::Content,
    error::DocumentError,
    format::DocumentFormat,
    left_out::LeftOutKind,
    options::ReadOptions,
    package::{Package, Room},
    properties,
    xml::{Part, walk},
};
use body::Body;
pub(crate) use sheets::read_sheets;

/// Parts of a document.
struct Parts<'bytes> {
    content: Cow<'bytes, [u8]>,
    styles: Option<Cow<'bytes, [u8]>>,
    meta: Option<Cow<'bytes, [u8]>>,
    name: &'static str,
}

/// Finds the parts: in a package, or all in one file.
///
/// # Errors
/// An encrypted or damaged package.
fn parts<'bytes>(
    bytes: &'bytes [u8],
    format: DocumentFormat,
    options: &ReadOptions,
    room: &mut Room,
) -> Result<Parts<'bytes>, DocumentError> {
    if !bytes.starts_with(b"PK") {
        return Ok(Parts { content: Cow::Borrowed(bytes), styles: None, meta: None, name: "XML" });
    }
    let package = Package::open(bytes, format, &options.limits)?;
    let manifest = package.part("META-INF/manifest.xml", room)?.unwrap_or_default();
    if manifest.windows(15).any(|name| name == b"encryption-data") {
        return Err(DocumentError::Encrypted { format: format.name() });
    }
    Ok(Parts {
        content: package.needed("content.xml", room)?,
        styles: package.part("styles.xml", room)?,
        meta: package.part("meta.xml", room)?,
        name: "content.xml",
    })
}

/// Reads a text document.
///
/// # Errors
/// A package that is encrypted, damaged, or beyond a limit.
pub(crate) fn read_text(bytes: &[u8], options: &ReadOptions, room: &mut Room) -> Result<Content, DocumentError> {
    let format = DocumentFormat::Odt;
    let parts = parts(bytes, format, options, room)?;
    let mut content = Content::default();
    let mut hidden_styles = HashSet::new();
    let (mut before, mut after) = (Vec::new(), Vec::new());
    if let Some(styles) = &parts.styles {
        let mut body = Body::new(options, &mut content, &mut hidden_styles);
        walk(styles, Part::new(format, "styles.xml"), &options.limits, |event| body.take(event))?;
        (before, _, after) = body.finish();
    }
    let mut body = Body::new(options, &mut content, &mut hidden_styles);
    walk(&parts.content, Part::new(format, parts.name), &options.limits, |event| body.take(event))?;
    let (own_before, text, own_after) = body.finish();
    before.extend(own_before);
    after.extend(own_after);
    let margins = [(LeftOutKind::Headers, &before), (LeftOutKind::Footers, &after)];
    for (kind, texts) in margins.into_iter().filter(|(kind, _)| !options.includes(*kind)) {
        content.left_out.add(kind, u32::try_from(texts.len()).unwrap_or(u32::MAX));
    }
    let headers = before.into_iter().filter(|_| options.includes(LeftOutKind::Headers));
    let footers = after.into_iter().filter(|_| options.includes(LeftOutKind::Footers));
    let texts: Vec<String> = headers.chain([text]).chain(footers).filter(|text| !text.is_empty()).collect();
    content.text = texts.join("\n\n");
    let meta = parts.meta.as_deref().unwrap_or(&parts.content);
    content.metadata = properties::read(meta, Part::new(format, "meta.xml"), "meta", &options.limits);
    Ok(content)
}
