//! Counts the requests that this page sent anywhere but for its own files.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{PerformanceEntry, PerformanceObserver, PerformanceObserverEntryList, PerformanceObserverInit};

use super::window::window;

/// Returns `true` if an address names one of the page's own files: it lies in the page's folder, or
/// never leaves the browser.
///
/// A blob or data address is made and read inside the browser; nothing is sent.
pub fn is_own(page: &str, address: &str) -> bool {
    let is_inside = ["blob:", "data:", "about:"].iter().any(|scheme| address.starts_with(scheme));
    let page = page.split(['?', '#']).next().unwrap_or_default();
    let folder = page.rfind('/').map_or(page, |end| page.get(..=end).unwrap_or(page));
    is_inside || (!folder.is_empty() && address.starts_with(folder))
}

/// Watches for requests and reports their number each time one is seen, until it is dropped.
pub struct RequestWatch {
    observer: Option<PerformanceObserver>,
    _on_entries: Closure<dyn FnMut(PerformanceObserverEntryList)>,
}

impl RequestWatch {
    /// Starts to watch; requests from before the start count as well.
    pub fn start(report: impl Fn(u32) + 'static) -> Self {
        let page = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
        let mut sent = 0;
        let on_entries =
            Closure::<dyn FnMut(PerformanceObserverEntryList)>::new(move |entries: PerformanceObserverEntryList| {
                let foreign = names(&entries.get_entries()).filter(|name| !is_own(&page, name)).count();
                sent += u32::try_from(foreign).unwrap_or(u32::MAX);
                report(sent);
            });
        let observer = PerformanceObserver::new(on_entries.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            let options = Object::new();
            let _ = Reflect::set(&options, &JsValue::from_str("type"), &JsValue::from_str("resource"));
            let _ = Reflect::set(&options, &JsValue::from_str("buffered"), &JsValue::TRUE);
            // A browser that cannot watch shows the count from before: none.
            observer.observe(options.unchecked_ref::<PerformanceObserverInit>());
        }
        Self { observer, _on_entries: on_entries }
    }
}

impl Drop for RequestWatch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

fn names(entries: &Array) -> impl Iterator<Item = String> + '_ {
    entries.iter().filter_map(|entry| entry.dyn_into::<PerformanceEntry>().ok()).map(|entry| entry.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_the_page_are_its_own_and_others_are_not() {
        let page = "https://example.org/tool/index.html#compare";
        assert!(is_own(page, "https://example.org/tool/tarazy.wasm"));
        assert!(is_own(page, "https://example.org/tool/samples/index.json"));
        assert!(is_own(page, "blob:https://example.org/0000"));
        assert!(!is_own(page, "https://example.org/other/collect"));
        assert!(!is_own(page, "https://example.com/tool/tarazy.wasm"));
        assert!(!is_own("", "https://example.com/"));
    }
}
