//! The bytes of a stream → what they were before compression, within the limits.
//!
//! A damaged stream gives as much as can be had of it. Pictures are not decoded.

mod ascii;
mod flate;
mod lzw;
mod predictor;

use std::borrow::Cow;

use crate::{
    budget::Budget,
    error::Result,
    object::{Dictionary, Object},
};

/// One step of decoding.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Filter {
    pub(crate) name: Vec<u8>,
    /// Its parameters, without references.
    pub(crate) parameters: Dictionary,
}

impl Filter {
    /// Returns a parameter that is a number.
    fn number(&self, key: &str, default: usize) -> usize {
        self.parameters.get(key).as_index().unwrap_or(default)
    }
}

/// Most filters that one stream may have.
const MOST_FILTERS: usize = 8;

/// Returns the decoded bytes, or `None` for pictures and what is not known.
pub(crate) fn decode<'bytes>(
    raw: Cow<'bytes, [u8]>,
    filters: &[Filter],
    budget: &Budget,
) -> Result<Option<Cow<'bytes, [u8]>>> {
    let mut bytes = raw;
    if filters.len() > MOST_FILTERS {
        return Ok(None);
    }
    for filter in filters {
        let decoded = match filter.name.as_slice() {
            b"FlateDecode" | b"Fl" => predictor::undo(flate::decode(&bytes, budget)?, filter, budget)?,
            b"LZWDecode" | b"LZW" => {
                let is_early = filter.parameters.get("EarlyChange") != &Object::Integer(0);
                predictor::undo(lzw::decode(&bytes, is_early, budget)?, filter, budget)?
            }
            b"ASCIIHexDecode" | b"AHx" => ascii::hex(&bytes, budget)?,
            b"ASCII85Decode" | b"A85" => ascii::base_85(&bytes, budget)?,
            b"RunLengthDecode" | b"RL" => ascii::run_length(&bytes, budget)?,
            b"Crypt" => continue,
            _ => return Ok(None),
        };
        bytes = Cow::Owned(decoded);
    }
    Ok(Some(bytes))
}
