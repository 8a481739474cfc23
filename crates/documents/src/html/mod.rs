//! Pages in HTML and XHTML.
//!
//! A page is parsed as the HTML standard says, by `html5ever`. Where it has a main element, the
//! content of that is its text; else all that is visible, but for menus.

mod charset;
mod text;
mod tree;
mod xhtml;

use std::borrow::Cow;

use tarazy_engine::settings::{MetadataField, MetadataValue};

use crate::{charset::declared, content::Content, error::DocumentError, options::ReadOptions};

/// Reads a page.
///
/// # Errors
/// Bytes that are no text, declared entities, and a page beyond a limit.
pub(crate) fn read(bytes: Vec<u8>, options: &ReadOptions) -> Result<Content, DocumentError> {
    let named = charset::named(&bytes);
    let decoded = declared(bytes, options.encoding, named)?;
    let mut content = Content::default();
    content.decoded(&decoded);
    read_text(&decoded.text, options, &mut content)?;
    Ok(content)
}

/// Reads a page that is decoded.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_text(page: &str, options: &ReadOptions, content: &mut Content) -> Result<(), DocumentError> {
    let page = if xhtml::is_xhtml(page) { Cow::Owned(xhtml::to_html(page)?) } else { Cow::Borrowed(page) };
    let tree = tree::parse(&page, &options.limits)?;
    content.text = text::text(&tree, options, content)?;
    let title = text::title(&tree);
    if !title.is_empty() {
        content.metadata.push(MetadataField { name: "title".to_owned(), value: MetadataValue::Text(title) });
    }
    Ok(())
}

/// Returns a text with what its entities stand for.
pub(crate) fn unescape(text: &str) -> String {
    let escaped = text.replace('<', "&lt;");
    let limits = crate::limits::Limits::default();
    tree::parse(&escaped, &limits).map_or_else(|_| text.to_owned(), |tree| text::all_characters(&tree))
}

#[cfg(test)]
mod tests;
