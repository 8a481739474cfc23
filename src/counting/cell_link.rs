//! A cell of a published table ⇄ the fragment that an article names it by: `#cell=2.values/freedom.share`.
//!
//! Texts are counted from 1 in the study's order, categories are named by their path, the measure by its name. The same string is
//! the id of the cell in the page's static body, so that the link leads there without any script too. Law: what is written is read
//! back equal, and whatever is read does no harm.

use std::fmt::Write as _;

use super::Measure;

const START: &str = "cell=";

/// Names a cell of a published table for good.
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
    /// use tarazy::counting::{CellLink, Measure};
    /// let link = CellLink::parse("cell=2.values/freedom.share").unwrap();
    /// assert_eq!((link.document, link.path.as_str(), link.measure), (1, "values/freedom", Measure::Share));
    /// assert_eq!(link.fragment(), "cell=2.values/freedom.share");
    /// assert_eq!(CellLink::parse("cell=0.freedom.share"), None);
    /// ```
    pub fn parse(fragment: &str) -> Option<Self> {
        let (document, rest) = fragment.strip_prefix(START)?.split_once('.')?;
        let (path, measure) = rest.rsplit_once('.')?;
        let document = document.parse::<usize>().ok()?.checked_sub(1)?;
        Some(Self { document, path: decode(path), measure: Measure::from_name(measure)? })
    }

    /// Writes the fragment, without `#`.
    pub fn fragment(&self) -> String {
        format!("{START}{}.{}.{}", self.document.saturating_add(1), encode(&self.path), self.measure.name())
    }
}

/// Writes every byte that an address cannot hold as it stands as `%` and two hexadecimal digits.
pub(crate) fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The way back; what is not written like that stays as it is.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.get(..2).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let escaped = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        match escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
