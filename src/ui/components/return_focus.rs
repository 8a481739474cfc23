//! Where the keyboard is when a part of the page opens and closes.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::browser::document;

/// Gives focus to the first of `selectors` that finds an element in `root`, whenever `subject`
/// changes, and back to where it was before when the component leaves the page. Who is typing or
/// choosing is not disturbed.
#[hook]
pub fn use_focus_while_open<T: PartialEq + 'static>(root: NodeRef, selectors: Vec<String>, subject: T) {
    let before = use_mut_ref(|| None::<HtmlElement>);
    {
        let before = before.clone();
        use_effect_with((), move |()| {
            *before.borrow_mut() = focused();
            move || {
                if let Some(element) = before.borrow_mut().take().filter(|element| element.is_connected()) {
                    // An element that can no longer take focus leaves it with the page.
                    let _ = element.focus();
                }
            }
        });
    }
    use_effect_with(subject, move |_| {
        let is_in_use = focused().is_some_and(|element| {
            let tag = element.tag_name();
            ["INPUT", "SELECT", "TEXTAREA"].contains(&tag.as_str())
        });
        if let Some(element) = root.cast::<HtmlElement>().filter(|_| !is_in_use) {
            let found = selectors.iter().find_map(|selector| element.query_selector(selector).ok().flatten());
            if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                let _ = element.focus();
            }
        }
    });
}

/// Returns `true` if no element of the page has the focus.
pub fn is_focus_lost() -> bool {
    focused().is_none_or(|element| element.tag_name() == "BODY")
}

fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Moves focus by `step` among the elements that `selector` finds in `root`, from the one that has
/// it. Where none has, the first takes it.
pub fn move_focus(root: &NodeRef, selector: &str, step: i32) {
    let Some(found) = root.cast::<HtmlElement>().and_then(|root| root.query_selector_all(selector).ok()) else {
        return;
    };
    let elements: Vec<HtmlElement> =
        (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok()).collect();
    let current = focused().and_then(|focused| elements.iter().position(|element| *element == focused));
    let next = match current {
        Some(at) if step < 0 => at.saturating_sub(1),
        Some(at) => (at + 1).min(elements.len().saturating_sub(1)),
        None => 0,
    };
    if let Some(element) = elements.get(next) {
        let _ = element.focus();
    }
}

/// Gives focus to the element at `at`, or else to the last, of those that `selector` finds in
/// `root`.
pub fn focus_nth(root: &NodeRef, selector: &str, at: usize) {
    let Some(found) = root.cast::<HtmlElement>().and_then(|root| root.query_selector_all(selector).ok()) else {
        return;
    };
    let last = found.length().saturating_sub(1);
    let element = found.item(u32::try_from(at).unwrap_or(last).min(last));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take focus leaves it with the page.
        let _ = element.focus();
    }
}
