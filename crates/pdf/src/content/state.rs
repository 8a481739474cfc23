//! The state of a drawing, which `q` keeps and `Q` brings back.

use std::rc::Rc;

use super::matrix::Matrix;
use crate::font::Font;

/// The state.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) plane: Matrix,
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    pub(super) character_space: f64,
    pub(super) word_space: f64,
    /// Horizontal scale, 1 if there is none.
    pub(super) scale: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
}

impl State {
    pub(super) const fn new(plane: Matrix) -> Self {
        Self {
            plane,
            font: None,
            size: 1.0,
            character_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}
