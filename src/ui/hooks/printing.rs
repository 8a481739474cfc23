//! Whether the page is being printed.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::browser::window;

/// Returns `true` while the page is being printed: then nothing may be left out because it is out
/// of sight.
#[hook]
pub fn use_printing() -> bool {
    let is_printing = use_state_eq(|| false);
    {
        let is_printing = is_printing.setter();
        use_effect_with((), move |()| {
            let listeners = window().map(|window| {
                [("beforeprint", true), ("afterprint", false)].map(|(event, prints)| {
                    let is_printing = is_printing.clone();
                    EventListener::new(&window, event, move |_| is_printing.set(prints))
                })
            });
            move || drop(listeners)
        });
    }
    *is_printing
}
