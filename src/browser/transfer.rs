//! What leaves the page by the reader's own hand: files saved and tables copied; and text that
//! comes in as a `Blob`.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, ClipboardItem, Element, HtmlAnchorElement, HtmlElement, Url};

use super::window::{document, window};

/// The browser did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser did not allow it")]
pub struct Denied;

impl From<JsValue> for Denied {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Makes a blob of text.
///
/// # Errors
/// [`Denied`] when the browser is out of memory.
pub fn text_blob(text: &str, kind: &str) -> Result<Blob, Denied> {
    bytes_blob(text.as_bytes(), kind)
}

/// Makes a blob of bytes.
///
/// # Errors
/// [`Denied`] when the browser is out of memory.
pub fn bytes_blob(bytes: &[u8], kind: &str) -> Result<Blob, Denied> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    // The copy leaves the program's memory before the next allocation can move it.
    let bytes = Uint8Array::from(bytes);
    Ok(Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options)?)
}

/// Returns the bytes of a blob.
///
/// # Errors
/// [`Denied`] when the file behind it no longer exists.
pub async fn read_bytes(blob: &Blob) -> Result<Vec<u8>, Denied> {
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Saves a blob as a file, by a temporary link that is clicked.
///
/// # Errors
/// [`Denied`] when the page has no document. A sandboxed frame without downloads fails silently:
/// see [`may_download`].
pub fn download(blob: &Blob, name: &str) -> Result<(), Denied> {
    let document = document().ok_or(Denied)?;
    let url = Url::create_object_url_with_blob(blob)?;
    let link = document.create_element("a")?.dyn_into::<HtmlAnchorElement>().map_err(|_| Denied)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the blob some time after the click.
    gloo::timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// Returns `true` if a file can be saved here. In a sandboxed frame that may silently do nothing,
/// so the page shows the content instead.
pub fn may_download() -> bool {
    let Some(window) = window() else { return false };
    let origin = Reflect::get(&window, &JsValue::from_str("origin")).ok().and_then(|origin| origin.as_string());
    let is_framed = window.parent().ok().flatten().is_none_or(|parent| !Object::is(&parent, &window));
    !(is_framed && origin.as_deref() == Some("null"))
}

/// Copies a table both as HTML, for word processors and spreadsheets, and as plain text.
///
/// # Errors
/// [`Denied`] when neither way of copying works.
pub async fn copy(html: String, plain: String) -> Result<(), Denied> {
    match write_clipboard(&html, &plain).await {
        Ok(()) => Ok(()),
        Err(Denied) => copy_by_event(html, plain),
    }
}

/// Returns `true` where a part of the page is selected: what is copied then is the browser's part.
pub fn has_selection() -> bool {
    let selection = window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}

async fn write_clipboard(html: &str, plain: &str) -> Result<(), Denied> {
    let clipboard = window().ok_or(Denied)?.navigator().clipboard();
    // Outside secure places there is no clipboard, whatever its type says.
    if JsValue::from(&clipboard).is_undefined() {
        return Err(Denied);
    }
    let item = Object::new();
    for (kind, text) in [("text/html", html), ("text/plain", plain)] {
        let blob: Promise = Promise::resolve(&JsValue::from(text_blob(text, kind)?));
        Reflect::set(&item, &JsValue::from_str(kind), &blob)?;
    }
    let constructor = Reflect::get(&js_sys::global(), &JsValue::from_str("ClipboardItem"))?;
    if !constructor.is_function() {
        return Err(Denied);
    }
    let item = ClipboardItem::new_with_record_from_str_to_str_promise(&item)?;
    JsFuture::from(clipboard.write(&Array::of1(&item))).await?;
    Ok(())
}

/// The older way, which sandboxed frames allow: a copy command whose event gets our data.
fn copy_by_event(html: String, plain: String) -> Result<(), Denied> {
    let document = document().ok_or(Denied)?;
    let copied = Rc::new(RefCell::new(false));
    let was_copied = Rc::clone(&copied);
    let on_copy = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        let Some(data) = event.clipboard_data() else { return };
        let all = data.set_data("text/html", &html).and_then(|()| data.set_data("text/plain", &plain));
        *was_copied.borrow_mut() = all.is_ok();
        event.prevent_default();
        event.stop_propagation();
    });
    let listener = on_copy.as_ref().unchecked_ref();
    document.add_event_listener_with_callback_and_bool("copy", listener, true)?;
    let command = Reflect::get(&document, &JsValue::from_str("execCommand"))?;
    if let Ok(command) = command.dyn_into::<js_sys::Function>() {
        let _ = command.call1(&document, &JsValue::from_str("copy"));
    }
    document.remove_event_listener_with_callback_and_bool("copy", listener, true)?;
    if *copied.borrow() { Ok(()) } else { Err(Denied) }
}

/// Puts the keyboard on the element with an id and brings it into view.
pub fn focus(id: &str) {
    focus_on(document().and_then(|page| page.get_element_by_id(id)));
}

/// Puts the keyboard on the first element within the one with an id that `selector` finds, or else on
/// that one itself.
pub fn focus_within(id: &str, selector: &str) {
    let root = document().and_then(|page| page.get_element_by_id(id));
    let found = root.as_ref().and_then(|root| root.query_selector(selector).ok().flatten());
    focus_on(found.or(root));
}

fn focus_on(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
