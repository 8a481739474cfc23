//! Which styles hide text.

use std::collections::HashMap;

use crate::{
    error::DocumentError,
    limits::Limits,
    xml::{Part, XmlEvent, is_on, walk},
};

/// The styles of a document, as far as they hide text or show it again.
#[derive(Default)]
pub(super) struct HiddenStyles {
    styles: HashMap<String, Style>,
}

#[derive(Default)]
struct Style {
    is_hidden: Option<bool>,
    based_on: Option<String>,
}

/// The most styles that are kept, more than programs can have.
const MOST_STYLES: usize = 10_000;
/// How many styles deep one style may be based on others.
const MOST_STEPS: usize = 20;

impl HiddenStyles {
    /// Reads the part with the styles.
    ///
    /// # Errors
    /// As [`walk`].
    pub(super) fn read(part: &[u8], limits: &Limits) -> Result<Self, DocumentError> {
        let mut styles = HashMap::new();
        let mut open: Option<(String, Style)> = None;
        walk(part, Part::new(super::FORMAT, "styles"), limits, |event| {
            match event {
                XmlEvent::Open(tag) if tag.name == "style" => {
                    open = Some((tag.attribute("styleId").unwrap_or_default(), Style::default()));
                }
                XmlEvent::Open(tag) => {
                    if let Some((_, style)) = &mut open {
                        match tag.name {
                            "vanish" => style.is_hidden = Some(is_on(&tag)),
                            "basedOn" => style.based_on = tag.attribute("val"),
                            _ => {}
                        }
                    }
                }
                XmlEvent::Close("style") if styles.len() < MOST_STYLES => styles.extend(open.take()),
                _ => {}
            }
            Ok(())
        })?;
        Ok(Self { styles })
    }

    /// Returns whether a style hides text; `None` where it says nothing about it.
    pub(super) fn is_hidden(&self, id: &str) -> Option<bool> {
        let mut style = self.styles.get(id)?;
        for _ in 0..MOST_STEPS {
            if style.is_hidden.is_some() {
                return style.is_hidden;
            }
            style = self.styles.get(style.based_on.as_deref()?)?;
        }
        None
    }
}
