//! A title that is changed in its place.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Props of [`TitleField`].
#[derive(Properties, PartialEq)]
pub struct TitleFieldProps {
    /// Names the element.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// How it looks.
    pub class: AttrValue,
    /// The language of the title, where it is known.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// What the field is for.
    pub label: AttrValue,
    /// What stands there while there is no title.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// The present title.
    pub title: AttrValue,
    /// Called with another title when it is finished.
    pub on_title: Callback<String>,
}

/// A text field that keeps what is being typed, whatever happens to the page meanwhile.
#[component]
pub fn TitleField(props: &TitleFieldProps) -> Html {
    let draft = use_state_eq(|| None::<String>);
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: InputEvent| draft.set(event.target().and_then(written)))
    };
    let onchange = {
        let (draft, on_title) = (draft.setter(), props.on_title.clone());
        Callback::from(move |event: Event| {
            if let Some(title) = event.target().and_then(written) {
                on_title.emit(title);
            }
            draft.set(None);
        })
    };
    html! {
        <input
            id={props.id.clone()}
            class={props.class.clone()}
            type="text"
            lang={props.lang.clone()}
            aria-label={props.label.clone()}
            placeholder={props.placeholder.clone()}
            value={(*draft).clone().map_or_else(|| props.title.clone(), AttrValue::from)}
            {oninput}
            {onchange}
        />
    }
}

fn written(target: web_sys::EventTarget) -> Option<String> {
    target.dyn_into::<HtmlInputElement>().ok().map(|input| input.value())
}
