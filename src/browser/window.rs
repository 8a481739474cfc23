//! The browser's window, for everything in this folder and for the listeners of the page.

use web_sys::{Document, Window};

/// Returns the window; `None` in a worker, and natively, where the page is drawn at build time and
/// in tests.
pub fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// Returns the document in the window.
pub fn document() -> Option<Document> {
    window()?.document()
}
