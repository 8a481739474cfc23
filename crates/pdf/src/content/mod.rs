//! The drawing of a page → the characters on it, with their places.

mod glyph;
mod interpreter;
mod marked;
mod matrix;
mod operator;
mod resource;
mod state;

pub(crate) use glyph::{Glyph, Mark, SOFT_HYPHEN};
pub(crate) use interpreter::draw;
pub(crate) use resource::Resources;
