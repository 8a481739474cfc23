//! Files by the browser's own dialogs: one that is written, where the browser lets a page write into
//! it again, and those that are opened.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, FileSystemFileHandle, FileSystemWritableFileStream, HtmlInputElement};

use super::{
    Denied, NamedFile,
    window::{document, window},
};

/// A file on disk that its user has chosen for the page to write.
#[derive(Debug, Clone, PartialEq)]
pub struct ChosenFile(FileSystemFileHandle);

/// Why no file was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoChoice {
    /// The browser has no such dialog, or forbids it here: the file is to be downloaded.
    #[error("the browser lets no page write files here")]
    Unavailable,
    /// The user closed the dialog.
    #[error("no file was chosen")]
    Cancelled,
}

impl ChosenFile {
    /// Asks for a file to write. Works only from an event of the user's hand.
    ///
    /// # Errors
    /// [`NoChoice`].
    pub async fn choose(name: &str, kind: &str, ending: &str) -> Result<Self, NoChoice> {
        let window = window().ok_or(NoChoice::Unavailable)?;
        let picker = Reflect::get(&window, &JsValue::from_str("showSaveFilePicker"));
        let picker = picker.ok().and_then(|picker| picker.dyn_into::<Function>().ok()).ok_or(NoChoice::Unavailable)?;
        let set = |object: &Object, key: &str, value: &JsValue| {
            let _ = Reflect::set(object, &JsValue::from_str(key), value);
        };
        let (accept, shown, options) = (Object::new(), Object::new(), Object::new());
        set(&accept, kind, &Array::of1(&JsValue::from_str(ending)));
        set(&shown, "accept", &accept);
        set(&options, "types", &Array::of1(&shown));
        set(&options, "suggestedName", &JsValue::from_str(name));
        let chosen: Promise = picker
            .call1(&window, &options)
            .ok()
            .and_then(|chosen| chosen.dyn_into().ok())
            .ok_or(NoChoice::Unavailable)?;
        match JsFuture::from(chosen).await {
            Ok(handle) => handle.dyn_into().map(Self).map_err(|_| NoChoice::Unavailable),
            Err(error) => {
                let name = Reflect::get(&error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
                Err(if name.as_deref() == Some("AbortError") { NoChoice::Cancelled } else { NoChoice::Unavailable })
            }
        }
    }

    /// Returns the file's name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Writes the file: all of it, or nothing.
    ///
    /// # Errors
    /// [`Denied`] when the browser or the disk refuses; the file is as it was.
    pub async fn write(&self, content: &Blob) -> Result<(), Denied> {
        let stream: FileSystemWritableFileStream = JsFuture::from(self.0.create_writable()).await?.dyn_into()?;
        JsFuture::from(stream.write_with_blob(content)?).await?;
        JsFuture::from(stream.close()).await?;
        Ok(())
    }
}

/// Lets the user choose files to open, and reports them.
pub fn choose_files(report: impl FnOnce(Vec<NamedFile>) + 'static) {
    let input = document().and_then(|document| document.create_element("input").ok());
    let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else { return };
    input.set_type("file");
    input.set_multiple(true);
    let chosen = input.clone();
    let on_change = Closure::once_into_js(move || {
        let list = chosen.files();
        let files = list.map(|list| (0..list.length()).filter_map(|at| list.get(at)).map(NamedFile::from).collect());
        report(files.unwrap_or_default());
    });
    input.set_onchange(Some(on_change.unchecked_ref()));
    input.click();
}
