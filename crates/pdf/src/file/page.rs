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
    /// The part of the plane that is shown, if the file names one that makes sense.
    pub(crate) shown: Option<Area>,
}

/// A rectangle: its left, lower, right and upper edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area([f64; 4]);

impl Area {
    fn new(numbers: &[f64]) -> Option<Self> {
        let [one, two, three, four] = *<&[f64; 4]>::try_from(numbers).ok()?;
        let area = [one.min(three), two.min(four), one.max(three), two.max(four)];
        (area[2] - area[0] > 1.0 && area[3] - area[1] > 1.0).then_some(Self(area))
    }

    fn common(self, other: Self) -> Option<Self> {
        let (one, other) = (self.0, other.0);
        let both = [one[0].max(other[0]), one[1].max(other[1]), one[2].min(other[2]), one[3].min(other[3])];
        (both[0] < both[2] && both[1] < both[3]).then_some(Self(both))
    }

    /// Returns `true` if a point is in it, or no farther outside than `margin`.
    pub(crate) fn holds(&self, x: f64, y: f64, margin: f64) -> bool {
        let [left, lower, right, upper] = self.0;
        (left - margin..=right + margin).contains(&x) && (lower - margin..=upper + margin).contains(&y)
    }
}

/// What a node hands down to those below it.
#[derive(Debug, Clone, Default)]
struct Inherited {
    resources: Dictionary,
    media: Option<Area>,
    crop: Option<Area>,
}

struct Node {
    kids: Object,
    next: usize,
    inherited: Inherited,
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
    let mut nodes = vec![node(file, &root, &Inherited::default())?];
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
        let inner = node(file, dictionary, &last.inherited)?;
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
        let Inherited { resources, media, crop } = inner.inherited;
        let shown = media.and_then(|media| crop.and_then(|crop| media.common(crop)).or(Some(media)));
        pages.push(Page { dictionary: dictionary.clone(), resources, shown });
    }
    if pages.is_empty() { Err(PdfError::Damaged { missing: Part::Pages }) } else { Ok(pages) }
}

fn node(file: &File, dictionary: &Dictionary, above: &Inherited) -> Result<Node> {
    let own = file.value(dictionary, "Resources")?;
    let area = |key: &str| Ok(Area::new(&file.numbers(dictionary, key)?));
    let inherited = Inherited {
        resources: own.as_dictionary().unwrap_or(&above.resources).clone(),
        media: area("MediaBox")?.or(above.media),
        crop: area("CropBox")?.or(above.crop),
    };
    Ok(Node { kids: file.value(dictionary, "Kids")?, next: 0, inherited })
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
