//! Counts how often components are rendered, for the browser tests.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::window::window;

/// Adds one to `globalThis.tarazyRenders[name]` if a test has defined that object; does nothing
/// otherwise.
///
/// Cost: the lookup of one property.
pub fn count_render(name: &str) {
    let Some(window) = window() else { return };
    let renders = Reflect::get(&window, &JsValue::from_str("tarazyRenders"));
    if let Some(renders) = renders.ok().filter(JsValue::is_object) {
        let key = JsValue::from_str(name);
        let count = Reflect::get(&renders, &key).ok().and_then(|count| count.as_f64()).unwrap_or_default();
        let _ = Reflect::set(&renders, &key, &JsValue::from_f64(count + 1.0));
    }
}
