//! The page's address, root element and colours.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Date, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BeforeUnloadEvent, Element, VisibilityState};

use super::{
    embedded_view::without_view,
    window::{document, window},
};

/// Returns the place that the address fragment names, without its `#` and without what says how
/// much of the page is shown.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    without_view(hash.strip_prefix('#').unwrap_or(&hash)).to_owned()
}

/// Reports every other place that the address comes to name, and of those that are asked for where
/// it cannot change (`www/framed.js`), until what is returned is dropped.
pub fn on_fragment(report: impl Fn(String) + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = window() else { return Vec::new() };
    let changed = report.clone();
    let asked = move |event: &web_sys::Event| {
        let detail = Reflect::get(event, &JsValue::from_str("detail")).ok();
        if let Some(fragment) = detail.and_then(|detail| detail.as_string()) {
            report(without_view(&fragment).to_owned());
        }
    };
    vec![
        EventListener::new(&window, "hashchange", move |_| changed(fragment())),
        EventListener::new(&window, "tarazy:place", asked),
    ]
}

/// Calls `report` when the page is hidden, which is the last that a page learns before it is closed,
/// until what is returned is dropped.
pub fn on_hidden(report: impl Fn() + 'static) -> Option<EventListener> {
    let document = document()?;
    let page = document.clone();
    Some(EventListener::new(&document, "visibilitychange", move |_| {
        if page.visibility_state() == VisibilityState::Hidden {
            report();
        }
    }))
}

/// Lets the browser ask before it closes the page, where `would_lose` returns `true`, until what is
/// returned is dropped.
pub fn before_leaving(would_lose: impl Fn() -> bool + 'static) -> Option<EventListener> {
    let window = window()?;
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&window, "beforeunload", options, move |event| {
        if would_lose() {
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                // Older browsers ask only where this is set; its words are the browser's own.
                event.set_return_value("true");
            }
        }
    });
    Some(listener)
}

/// Returns a moment as the clock here shows it: `2026-12-01 14:05`. `ms` counts from 1970.
pub fn local_time(ms: f64) -> String {
    let moment = Date::new(&JsValue::from_f64(ms));
    format!(
        "{:04}-{:02}-{:02} {:02}:{:02}",
        moment.get_full_year(),
        moment.get_month() + 1,
        moment.get_date(),
        moment.get_hours(),
        moment.get_minutes()
    )
}

/// Returns the page's address without its fragment.
pub fn address() -> String {
    let address = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Writes the address fragment, as a step that the browser's back button takes back. Where the
/// browser forbids it, the page goes on without.
pub fn set_fragment(fragment: &str) {
    let Some(window) = window() else { return };
    let location = window.location();
    // A file from memory in a sandbox, as `www/framed.js` knows it too: nothing would come of it
    // but a complaint in the console.
    let is_fixed = window.origin() == "null" && location.protocol().is_ok_and(|protocol| protocol == "blob:");
    if !is_fixed {
        let _ = location.set_hash(fragment);
    }
}

/// Writes the address fragment in the place of the one before. Where the browser forbids it, the
/// page goes on without.
pub fn replace_fragment(fragment: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
    }
}

/// Shows the page from its start.
pub fn scroll_to_start() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Sets the language of the page, for screen readers, hyphenation and fonts.
pub fn set_language(code: &str) {
    set_root_attribute("lang", Some(code));
}

/// Sets the theme of the page; `None` for that of the system.
pub fn set_theme(theme: Option<&str>) {
    set_root_attribute("data-theme", theme);
}

/// Names the page in the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Returns the languages that the reader's browser prefers.
pub fn preferred_languages() -> Vec<String> {
    let Some(window) = window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|language| language.as_string()).collect()
}

/// Returns the element that the page is drawn into.
pub fn root() -> Option<Element> {
    document()?.get_element_by_id("app")
}

fn set_root_attribute(name: &str, value: Option<&str>) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Removes the page that was drawn at build time (`www/first.js`), if it is still there.
pub fn remove_first_page() {
    if let Some(first) = document().and_then(|document| document.get_element_by_id("first")) {
        first.remove();
    }
}

/// Hides the static body of a published page, which is for readers without scripts: the same is
/// shown live from now on. It is still there to be printed.
pub fn leave_static_body() {
    let root = document().and_then(|document| document.body());
    if let Some(root) = root {
        let _ = root.class_list().add_1("is-live");
    }
}
