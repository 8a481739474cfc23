//! Controls behind one button: they lie over the page until they are used or left.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};
use yew::prelude::*;

use crate::browser::document;

/// Props of [`Menu`].
#[derive(Properties, PartialEq)]
pub struct MenuProps {
    /// Names the element.
    pub id: AttrValue,
    /// What stands on the button.
    pub label: AttrValue,
    /// What the controls are for, where the button alone does not say it.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// Whether it is open at first.
    #[prop_or_default]
    pub is_open: bool,
    /// The controls.
    pub children: Html,
}

/// A button with a panel below it. Escape, pressing one of its buttons or links, and a click or
/// the focus anywhere else close it. The panel is drawn while it is open.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let details = use_node_ref();
    let is_drawn = use_state_eq(|| props.is_open);
    use_closing_outside(&details);
    let ontoggle = {
        let (details, is_drawn) = (details.clone(), is_drawn.setter());
        Callback::from(move |_: Event| is_drawn.set(is_open(&details)))
    };
    let onkeydown = {
        let details = details.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && is_open(&details) {
                event.stop_propagation();
                close(&details, true);
            }
        })
    };
    let onclick = {
        let details = details.clone();
        Callback::from(move |event: MouseEvent| {
            let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if pressed.is_some_and(|element| element.closest("button, a").is_ok_and(|found| found.is_some())) {
                close(&details, true);
            }
        })
    };
    let name = props.title.as_ref().map(|title| format!("{}, {title}", props.label));
    html! {
        <details id={props.id.clone()} class="menu" ref={details} open={props.is_open} {ontoggle} {onkeydown}>
            <summary aria-label={name} title={props.title.clone()}>{ &props.label }</summary>
            if *is_drawn {
                <div class="menu-panel" {onclick}>{ props.children.clone() }</div>
            }
        </details>
    }
}

/// Closes the menu when something outside it is pressed or has the focus.
#[hook]
fn use_closing_outside(details: &NodeRef) {
    let details = details.clone();
    use_effect_with((), move |()| {
        let listeners = document().map(|document| {
            ["pointerdown", "focusin"].map(|kind| {
                let details = details.clone();
                EventListener::new(&document, kind, move |event| {
                    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                    let is_inside = details.get().is_some_and(|details| details.contains(target.as_ref()));
                    if !is_inside && is_open(&details) {
                        close(&details, false);
                    }
                })
            })
        });
        move || drop(listeners)
    });
}

fn is_open(details: &NodeRef) -> bool {
    details.cast::<Element>().is_some_and(|details| details.has_attribute("open"))
}

/// Closes a menu; its button takes the focus that would be lost with the panel.
fn close(details: &NodeRef, takes_focus: bool) {
    let Some(details) = details.cast::<Element>() else { return };
    // Removing an attribute cannot fail.
    let _ = details.remove_attribute("open");
    let summary = details.first_element_child().and_then(|summary| summary.dyn_into::<HtmlElement>().ok());
    if let Some(summary) = summary.filter(|_| takes_focus) {
        let _ = summary.focus();
    }
}
