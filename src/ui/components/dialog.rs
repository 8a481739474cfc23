//! A dialog that the browser keeps above the page, with its own Escape and focus.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::ui::hooks::use_messages;

/// Props of [`Dialog`].
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Names the element.
    pub id: AttrValue,
    /// Its heading.
    pub title: AttrValue,
    /// Whether it is open.
    pub is_open: bool,
    /// Called when the user closes it.
    pub on_close: Callback<()>,
    /// Its content.
    pub children: Html,
}

/// A native modal dialog.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let messages = use_messages();
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.is_open, move |is_open| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return };
            match (*is_open, dialog.open()) {
                // A dialog that is being taken off the page cannot open; nor needs it.
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        });
    }
    let heading = format!("{}-heading", props.id);
    html! {
        <dialog
            id={props.id.clone()}
            class="dialog"
            ref={dialog}
            aria-labelledby={heading.clone()}
            onclose={props.on_close.reform(|_: Event| ())}
        >
            <header class="panel-head">
                <h2 id={heading}>{ &props.title }</h2>
                <button type="button" class="close" onclick={props.on_close.reform(|_: MouseEvent| ())}>
                    { messages.get("dialog-close") }
                </button>
            </header>
            if props.is_open { { props.children.clone() } }
        </dialog>
    }
}
