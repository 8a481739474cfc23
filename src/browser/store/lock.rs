//! One tab writes a study: the tab that has its lock (Web Locks). The browser releases the lock of a
//! tab that ends in whatever way.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use super::StudyKey;
use crate::browser::window::window;

#[wasm_bindgen]
extern "C" {
    // web-sys has it among its unstable interfaces only.
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &Object, granted: &JsValue) -> Result<LockEnd, JsValue>;

    /// Settled when the lock is released.
    type LockEnd;

    #[wasm_bindgen(method, js_name = catch)]
    fn on_failure(this: &LockEnd, report: &Function);
}

/// The lock of a study, which is released when this is dropped.
#[derive(Debug)]
pub struct StudyLock {
    release: Option<Function>,
}

impl Drop for StudyLock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Returns the lock of a study, or `None` while another tab has it. Where the browser has no locks,
/// every tab gets one: the last to save wins.
pub async fn lock_study(key: &StudyKey) -> Option<StudyLock> {
    request(key, true).await
}

/// Waits until no other tab has the lock of a study, and returns it.
pub async fn wait_for_study(key: &StudyKey) -> Option<StudyLock> {
    request(key, false).await
}

async fn request(StudyKey(key): &StudyKey, if_available: bool) -> Option<StudyLock> {
    let without = Some(StudyLock { release: None });
    let Some(manager) = manager() else { return without };
    let options = Object::new();
    let _ = Reflect::set(&options, &JsValue::from_str("ifAvailable"), &JsValue::from_bool(if_available));
    let answer = Promise::new(&mut |resolve, reject| {
        // The browser holds the lock until the promise that this returns is settled.
        let granted = Closure::once_into_js(move |lock: JsValue| {
            if lock.is_null() {
                let _ = resolve.call1(&JsValue::UNDEFINED, &JsValue::NULL);
                return JsValue::UNDEFINED;
            }
            Promise::new(&mut |release, _| drop(resolve.call1(&JsValue::UNDEFINED, &release))).into()
        });
        match manager.request(&format!("tarazy {key}"), &options, &granted) {
            Ok(end) => end.on_failure(&reject),
            Err(refusal) => drop(reject.call1(&JsValue::UNDEFINED, &refusal)),
        }
    });
    match JsFuture::from(answer).await {
        Ok(release) => release.dyn_into::<Function>().ok().map(|release| StudyLock { release: Some(release) }),
        // A frame without an origin has the manager and may not use it.
        Err(_) => without,
    }
}

fn manager() -> Option<LockManager> {
    let navigator = window()?.navigator();
    let manager = Reflect::get(&navigator, &JsValue::from_str("locks")).ok()?;
    manager.is_object().then(|| manager.unchecked_into())
}
