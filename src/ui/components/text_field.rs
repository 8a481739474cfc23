//! A field for a line of text.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Props of [`TextField`].
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// Names the element.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Its classes.
    #[prop_or_default]
    pub class: Classes,
    /// The language of the text, where it is known.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// What the field is for, where no `<label>` says it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// What the field shows while it is empty.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Which keys a screen keyboard has: `numeric` for numbers.
    #[prop_or_default]
    pub inputmode: Option<AttrValue>,
    /// The present text.
    pub text: AttrValue,
    /// Called with another text when the user leaves the field or presses Enter.
    pub on_text: Callback<String>,
}

/// A text field that keeps what is being typed while the page is drawn again.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let draft = use_state_eq(|| None::<String>);
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: InputEvent| draft.set(event.target().and_then(written)))
    };
    let onchange = {
        let (draft, on_text) = (draft.setter(), props.on_text.clone());
        Callback::from(move |event: Event| {
            if let Some(text) = event.target().and_then(written) {
                on_text.emit(text);
            }
            draft.set(None);
        })
    };
    // What was typed and typed back is no change.
    let onblur = {
        let draft = draft.setter();
        Callback::from(move |_: FocusEvent| draft.set(None))
    };
    html! {
        <input
            id={props.id.clone()}
            class={props.class.clone()}
            type="text"
            lang={props.lang.clone()}
            aria-label={props.label.clone()}
            autocomplete="off"
            inputmode={props.inputmode.clone()}
            placeholder={props.placeholder.clone()}
            value={(*draft).clone().map_or_else(|| props.text.clone(), AttrValue::from)}
            {oninput}
            {onchange}
            {onblur}
        />
    }
}

fn written(target: web_sys::EventTarget) -> Option<String> {
    target.dyn_into::<HtmlInputElement>().ok().map(|input| input.value())
}
