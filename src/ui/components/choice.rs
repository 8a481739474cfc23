//! A labelled choice among a few.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Props of [`Choice`].
#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// Names the element, for its label and for the keyboard.
    pub id: AttrValue,
    /// What is chosen.
    pub label: AttrValue,
    /// The name of the present choice.
    pub value: AttrValue,
    /// Names and words of all choices, in order.
    pub choices: Vec<(AttrValue, AttrValue)>,
    /// Called with the name of another choice.
    pub on_choose: Callback<String>,
    /// Whether the label is for screen readers alone, because the place says it.
    #[prop_or_default]
    pub hides_label: bool,
}

/// A select element with its label.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let onchange = props.on_choose.reform(|event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        select.map(|select| select.value()).unwrap_or_default()
    });
    let select = use_node_ref();
    {
        // What the reader chose stays in the element; undo and the engine have the last word.
        let (select, value) = (select.clone(), props.value.clone());
        use_effect(move || {
            if let Some(select) = select.cast::<HtmlSelectElement>()
                && select.value() != *value
            {
                select.set_value(&value);
            }
        });
    }
    let choices = props.choices.iter().map(|(name, words)| {
        html! { <option key={name.to_string()} value={name} selected={*name == props.value}>{ words }</option> }
    });
    let label = if props.hides_label { "choice-label visually-hidden" } else { "choice-label" };
    html! {
        <span class="choice">
            <label class={label} for={props.id.clone()}>{ &props.label }</label>
            <select id={props.id.clone()} ref={select} {onchange}>{ for choices }</select>
        </span>
    }
}
