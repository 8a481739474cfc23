//! Small preferences that outlive the page, where the browser allows it. In sandboxed frames
//! storage throws; then they last as long as the page, without a notice: they hold nothing of the
//! study.

use std::{cell::RefCell, collections::BTreeMap};

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Storage, StorageManager};

use super::window::window;

thread_local! {
    static MEMORY: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// The browser keeps nothing here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser keeps nothing here")]
pub struct StorageDenied;

/// Returns a preference.
pub fn read_preference(name: &str) -> Option<String> {
    let stored = storage().and_then(|storage| storage.get_item(&key(name)).map_err(|_| StorageDenied));
    match stored {
        Ok(Some(value)) => Some(value),
        Ok(None) | Err(StorageDenied) => MEMORY.with_borrow(|memory| memory.get(name).cloned()),
    }
}

/// Keeps a preference, for as long as this place allows.
pub fn write_preference(name: &str, value: &str) {
    MEMORY.with_borrow_mut(|memory| memory.insert(name.to_owned(), value.to_owned()));
    // Denied or full: the copy in memory serves until the page closes.
    let _ = storage().and_then(|storage| storage.set_item(&key(name), value).map_err(|_| StorageDenied));
}

/// Other pages of the same address may keep things as well.
fn key(name: &str) -> String {
    format!("tarazy.{name}")
}

fn storage() -> Result<Storage, StorageDenied> {
    let window = window().ok_or(StorageDenied)?;
    window.local_storage().ok().flatten().ok_or(StorageDenied)
}

/// Notes whether the browser keeps studies: the page that is drawn before the program comes
/// (`www/first.js`) waits then.
pub fn note_studies(are_there: bool) {
    let Ok(storage) = storage() else { return };
    let name = key("studies");
    let _ = if are_there { storage.set_item(&name, "kept") } else { storage.remove_item(&name) };
}

/// Removes all preferences from the browser's storage; the page goes on with the present ones.
pub fn forget_preferences() {
    let Ok(storage) = storage() else { return };
    let start = key("");
    let names: Vec<String> =
        (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten()).collect();
    for name in names.iter().filter(|name| name.starts_with(&start)) {
        let _ = storage.remove_item(name);
    }
}

/// Asks the browser not to remove what the page keeps when room is short. Some ask their user, some
/// decide by themselves; what is kept is kept either way.
pub fn ask_to_persist() {
    let storage = window().and_then(|window| {
        let navigator = window.navigator();
        let manager = Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
        manager.dyn_into::<StorageManager>().ok()
    });
    if let Some(asked) = storage.and_then(|storage| storage.persist().ok()) {
        spawn_local(async move { drop(JsFuture::from(asked).await) });
    }
}
