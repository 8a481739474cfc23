//! Small preferences that outlive the page, where the browser allows it. In sandboxed frames
//! storage throws; then they last as long as the page, without a notice: they hold nothing of the
//! study.

use std::{cell::RefCell, collections::BTreeMap};

use web_sys::Storage;

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
