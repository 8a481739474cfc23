//! The page's boot script as the program sees it: the global `tarazy`.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Worker;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = tarazy, js_name = load, catch)]
    async fn host_load(name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = tarazy, js_name = spawnWorker, catch)]
    async fn host_spawn_worker() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = tarazy, js_name = spawnLate, catch)]
    async fn host_spawn_late(name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = tarazy, js_name = frame, catch)]
    async fn host_frame() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(thread_local_v2, js_namespace = tarazy, js_name = hasStudy)]
    static HAS_STUDY: bool;
}

/// Returns `true` if the page carries a published study.
pub fn has_study() -> bool {
    HAS_STUDY.with(|has_study| *has_study)
}

/// Returns the program's page in one file, as far as a published study is set in it.
///
/// # Errors
/// [`HostError::Missing`] when it cannot be read in this place.
pub async fn frame() -> Result<String, HostError> {
    host_frame().await.ok().and_then(|page| page.as_string()).ok_or(HostError::Missing)
}

/// What the boot script cannot do here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HostError {
    /// A file of the page is missing.
    #[error("a file of the page cannot be read")]
    Missing,
    /// The browser allows no worker here.
    #[error("the browser allows no worker here")]
    NoWorker,
    /// The host has another version of the page by now, and no longer the files of this one.
    #[error("the page has another version by now")]
    Outdated,
}

/// Reads one of the page's own files.
///
/// # Errors
/// [`HostError::Missing`] when there is no such file, or it cannot be read in this place.
pub async fn load(name: &str) -> Result<Vec<u8>, HostError> {
    let bytes = host_load(name).await.map_err(|_| HostError::Missing)?;
    let bytes = bytes.dyn_into::<Uint8Array>().map_err(|_| HostError::Missing)?;
    Ok(bytes.to_vec())
}

/// Starts a worker that has the engine in it.
///
/// # Errors
/// [`HostError::NoWorker`] when the browser refuses; the engine then works on the page, in slices.
pub async fn spawn_worker() -> Result<Worker, HostError> {
    let worker = host_spawn_worker().await.map_err(|_| HostError::NoWorker)?;
    worker.dyn_into::<Worker>().map_err(|_| HostError::NoWorker)
}

/// Starts a worker that has a module of its own in it; the first call for a `name` fetches that.
///
/// # Errors
/// [`HostError::NoWorker`] when this page has no such module or the browser refuses;
/// [`HostError::Outdated`].
pub async fn spawn_late(name: &str) -> Result<Worker, HostError> {
    let refused = |error: JsValue| {
        let is_outdated = error.dyn_ref::<js_sys::Error>().is_some_and(|error| error.name() == "Outdated");
        if is_outdated { HostError::Outdated } else { HostError::NoWorker }
    };
    let worker = host_spawn_late(name).await.map_err(refused)?;
    worker.dyn_into::<Worker>().map_err(|_| HostError::NoWorker)
}
