//! The page without a network, and newer versions of it: `www/offline.js` as the program sees it. Only
//! the hosted page has that script; in others nothing here does anything.

use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Event;

use super::window::window;

/// What the page has found out of newer versions of itself; the later counts for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NewVersion {
    /// It is in this browser and waits to be used.
    Ready,
    /// It is on the host, and this page can no longer load what it has not loaded yet.
    Needed,
}

/// Reports newer versions of the page until what is returned is dropped.
pub fn on_new_version(report: impl Fn(NewVersion) + 'static) -> Option<EventListener> {
    let window = window()?;
    let listener = EventListener::new(&window, "tarazy:version", move |event: &Event| {
        let detail = Reflect::get(event, &JsValue::from_str("detail")).ok().and_then(|detail| detail.as_string());
        report(if detail.as_deref() == Some("outdated") { NewVersion::Needed } else { NewVersion::Ready });
    });
    Some(listener)
}

/// Lets the browser keep the page for times without a network. Nothing waits for it, and where the
/// browser refuses the page goes on without.
pub fn install() {
    if let Ok(Some((install, offline))) = function("install") {
        let _ = install.call0(&offline);
    }
}

/// Opens the page again in its newest version. What is to be kept of the study is saved before.
pub async fn renew() {
    let _ = call("renew").await;
}

/// Removes the page from the browser, as far as it is kept for times without a network.
///
/// # Errors
/// What the browser says where it refuses.
pub async fn forget_page() -> Result<(), JsValue> {
    call("forget").await
}

async fn call(name: &str) -> Result<(), JsValue> {
    let Some((function, offline)) = function(name)? else { return Ok(()) };
    JsFuture::from(Promise::resolve(&function.call0(&offline)?)).await.map(drop)
}

/// Returns a function of the script and the object that has it; nothing where there is no script.
fn function(name: &str) -> Result<Option<(Function, JsValue)>, JsValue> {
    let offline = Reflect::get(&js_sys::global(), &JsValue::from_str("tarazyOffline"))?;
    if offline.is_undefined() {
        return Ok(None);
    }
    let function = Reflect::get(&offline, &JsValue::from_str(name))?.dyn_into()?;
    Ok(Some((function, offline)))
}
