//! The tree of pages → pages.

use rustc_hash::FxHashSet;

use super::document::File;
use crate::{
    error::{Limit, Part, PdfError, Result},
    object::{Dictionary, Object},
};

/// A page.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) dictionary: Dictionary,
    /// Its fonts and drawings, its own or those of a node above it.
    pub(crate) resources: Dictionary,
}

struct Node {
    kids: Object,
    next: usize,
    resources: Dictionary,
}

/// Returns the pages in their order.
///
/// # Errors
///
/// If there is none, or if a limit is met. A tree that contains itself is walked once.
pub(crate) fn pages(file: &File) -> Result<Vec<Page>> {
    let root = file.dictionary(&file.catalog()?, "Pages")?;
    let mut pages = Vec::new();
    let mut seen = FxHashSet::default();
    let mut nodes = vec![node(file, &root, &Dictionary::default())?];
    while let Some(last) = nodes.last_mut() {
        let kid = last.kids.as_array().and_then(|kids| kids.get(last.next)).cloned();
        last.next += 1;
        let Some(kid) = kid else {
            nodes.pop();
            continue;
        };
        file.budget.spend(100)?;
        if kid.as_reference().is_some_and(|reference| !seen.insert(reference.number)) {
            continue;
        }
        let kid = file.resolve(&kid)?;
        let Some(dictionary) = kid.as_dictionary() else { continue };
        let inner = node(file, dictionary, &last.resources)?;
        if inner.kids.as_array().is_some() {
            if nodes.len() >= file.budget.limits.nesting {
                return Err(file.budget.exceeded(Limit::Nesting));
            }
            nodes.push(inner);
            continue;
        }
        if pages.len() >= file.budget.limits.pages {
            return Err(file.budget.exceeded(Limit::Pages));
        }
        pages.push(Page { dictionary: dictionary.clone(), resources: inner.resources });
    }
    if pages.is_empty() { Err(PdfError::Damaged { missing: Part::Pages }) } else { Ok(pages) }
}

fn node(file: &File, dictionary: &Dictionary, inherited: &Dictionary) -> Result<Node> {
    let own = file.value(dictionary, "Resources")?;
    let resources = own.as_dictionary().unwrap_or(inherited).clone();
    Ok(Node { kids: file.value(dictionary, "Kids")?, next: 0, resources })
}

impl Page {
    /// Returns the bytes that draw the page.
    pub(crate) fn contents(&self, file: &File) -> Result<Vec<u8>> {
        let contents = file.value(&self.dictionary, "Contents")?;
        let parts = if contents.as_stream().is_some() {
            vec![contents]
        } else {
            let parts = contents.as_array().unwrap_or(&[]).iter();
            parts.map(|part| file.resolve(part)).collect::<Result<_>>()?
        };
        let mut all = Vec::new();
        for part in parts {
            let Some(stream) = part.as_stream() else { continue };
            if let Some(bytes) = file.decoded(stream)? {
                all.extend_from_slice(&bytes);
                all.push(b'\n');
            }
            if all.len() > file.budget.limits.stream_bytes {
                return Err(file.budget.exceeded(Limit::StreamBytes));
            }
        }
        Ok(all)
    }
}
