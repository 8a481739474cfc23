//! Markdown → its text without the signs of its layout, by way of a page.

use pulldown_cmark::{Options, Parser, html::push_html};

use crate::{charset::declared, content::Content, error::DocumentError, html, options::ReadOptions};

/// Reads a text in Markdown, with tables and footnotes.
///
/// # Errors
/// Bytes that are no text, and a text beyond a limit.
pub(crate) fn read(bytes: Vec<u8>, options: &ReadOptions) -> Result<Content, DocumentError> {
    let decoded = declared(bytes, options.encoding, None)?;
    let mut content = Content::default();
    content.decoded(&decoded);
    let extensions = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut page = String::with_capacity(decoded.text.len() * 5 / 4);
    push_html(&mut page, Parser::new_ext(&decoded.text, extensions));
    html::read_text(&page, options, &mut content)?;
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::left_out::LeftOutKind;

    #[test]
    fn signs_of_layout_are_no_text() {
        let text = "---\nauthor: x\n---\n# Жарғы\n\nСөз *бостан*дығы[^1] және\n[заң](x.html).\n\n- a\n- b\n\n\
            | c | d |\n|---|---|\n| e | f |\n\n<p>g</p>\n\n![h](i.png)\n\n[^1]: ескерту\n";
        let content = read(text.as_bytes().to_vec(), &ReadOptions::default()).unwrap();
        assert_eq!(content.text, "Жарғы\n\nСөз бостандығы және заң.\n\na\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng\n\nескерту");
        assert_eq!(content.left_out.count(LeftOutKind::AlternativeText), 1);
        assert_eq!(content.left_out.count(LeftOutKind::NoteMarks), 2);
    }
}
