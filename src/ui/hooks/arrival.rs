//! Files and text that are dropped or pasted anywhere on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, HtmlElement};
use yew::prelude::*;

use crate::browser::{Dropped, NamedFile, window};

/// What arrived.
#[derive(Debug, Clone, PartialEq)]
pub enum Arrival {
    /// Files, with those in folders.
    Files(Vec<NamedFile>),
    /// A text.
    Text(String),
}

/// Listens for drops and pastes on the whole page; returns whether something is being dragged over
/// it.
#[hook]
pub fn use_arrivals(on_arrival: Callback<Arrival>) -> bool {
    let is_dragging = use_state_eq(|| false);
    let dragging = is_dragging.setter();
    use_effect_with(on_arrival, move |on_arrival| {
        let listeners = window().map(|window| {
            let listen = |name: &'static str, handler: Box<dyn Fn(&Event)>| {
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&window, name, options, move |event| handler(event))
            };
            let (over, out, dropped) = (dragging.clone(), dragging.clone(), dragging.clone());
            let (by_drop, by_paste) = (on_arrival.clone(), on_arrival.clone());
            [
                listen(
                    "dragover",
                    Box::new(move |event| {
                        if is_own(event) {
                            return;
                        }
                        event.prevent_default();
                        over.set(true);
                    }),
                ),
                listen(
                    "dragleave",
                    Box::new(move |event| {
                        // Only the leave that goes to no element leaves the page.
                        let to = event.dyn_ref::<DragEvent>().and_then(|event| event.related_target());
                        if to.is_none() {
                            out.set(false);
                        }
                    }),
                ),
                listen(
                    "drop",
                    Box::new(move |event| {
                        if is_own(event) {
                            return;
                        }
                        event.prevent_default();
                        dropped.set(false);
                        let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
                        arrive(data, &by_drop);
                    }),
                ),
                listen(
                    "paste",
                    Box::new(move |event| {
                        if is_in_field(event) {
                            return;
                        }
                        event.prevent_default();
                        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
                        arrive(data, &by_paste);
                    }),
                ),
            ]
        });
        move || drop(listeners)
    });
    *is_dragging
}

/// The kind of data that says that something of the page itself is dragged.
pub const OWN_DRAG: &str = "application/x-tarazy-entry";

/// Returns `true` if an element of the page itself is dragged, which is no arrival.
fn is_own(event: &Event) -> bool {
    let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    data.is_some_and(|data| data.types().iter().any(|kind| kind.as_string().as_deref() == Some(OWN_DRAG)))
}

fn arrive(data: Option<DataTransfer>, on_arrival: &Callback<Arrival>) {
    let Some(data) = data else { return };
    let dropped = Dropped::of(&data);
    if !dropped.is_empty() {
        let on_arrival = on_arrival.clone();
        spawn_local(async move { on_arrival.emit(Arrival::Files(dropped.all().await)) });
    } else if let Ok(text) = data.get_data("text/plain")
        && !text.trim().is_empty()
    {
        on_arrival.emit(Arrival::Text(text));
    }
}

fn is_in_field(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| {
        element.is_content_editable() || ["INPUT", "TEXTAREA"].contains(&element.tag_name().as_str())
    })
}
