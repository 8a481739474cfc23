//! The page's entry point.

use wasm_bindgen::prelude::wasm_bindgen;

use super::app::App;
use crate::browser::root;

/// Draws the page into the element `app`.
#[wasm_bindgen]
pub fn start_page() {
    if let Some(root) = root() {
        yew::Renderer::<App>::with_root(root).render();
    }
}
