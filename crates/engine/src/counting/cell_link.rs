//! A cell of a published table ⇄ the fragment that an article names it by:
//! `#cell=2.values/freedom.share`.
//!
//! Texts are counted from 1 in the study's order, categories are named by their path, the measure
//! by its name. The same string is the id of the cell in the page's static body, so that the link
//! leads there without any script too. Law: what is written is read back equal, and whatever is
//! read does no harm.

use super::measure::Measure;
use crate::format::{escape_path, unescape_path};

const START: &str = "cell=";

/// The permanent address of a cell of a published table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellLink {
    /// Which text, counted from 0 in the study's order.
    pub document: usize,
    /// The path of the category.
    pub path: String,
    /// What the cell shows.
    pub measure: Measure,
}

impl CellLink {
    /// Reads a fragment without its `#`; `None` where it names no cell.
    ///
    /// ```
    /// use tarazy_engine::counting::{CellLink, Measure};
    /// let link = CellLink::parse("cell=2.values/freedom.share").unwrap();
    /// assert_eq!((link.document, link.path.as_str(), link.measure), (1, "values/freedom", Measure::Share));
    /// assert_eq!(link.fragment(), "cell=2.values/freedom.share");
    /// assert_eq!(CellLink::parse("cell=0.freedom.share"), None);
    /// ```
    pub fn parse(fragment: &str) -> Option<Self> {
        let (document, rest) = fragment.strip_prefix(START)?.split_once('.')?;
        let (path, measure) = rest.rsplit_once('.')?;
        let document = document.parse::<usize>().ok()?.checked_sub(1)?;
        Some(Self { document, path: unescape_path(path), measure: Measure::from_name(measure)? })
    }

    /// Writes the fragment, without `#`.
    pub fn fragment(&self) -> String {
        format!("{START}{}.{}.{}", self.document.saturating_add(1), escape_path(&self.path), self.measure.name())
    }
}
