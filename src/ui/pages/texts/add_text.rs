//! How texts come in: files, pasted or typed text, and the sample studies.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::{
    browser::{ContentId, Inputs, SampleEntry},
    ui::{
        hooks::{StudyActions, use_messages},
        same::is_same,
    },
};
use tarazy_engine::lexicon::LocalText;

/// What the place shows and whom it tells.
#[derive(Properties)]
pub struct AddTextProps {
    /// Does what is asked.
    pub actions: StudyActions,
    /// The inputs that the engine has counted; a typed text that is among them was accepted.
    pub counted: Option<Rc<Inputs>>,
    /// The sample studies.
    pub samples: Rc<Vec<SampleEntry>>,
}

impl PartialEq for AddTextProps {
    fn eq(&self, other: &Self) -> bool {
        is_same(self.counted.as_ref(), other.counted.as_ref()) && Rc::ptr_eq(&self.samples, &other.samples)
    }
}

/// The place Texts.
#[component]
pub fn AddText(props: &AddTextProps) -> Html {
    let messages = use_messages();
    let title = use_state(String::new);
    let text = use_state(String::new);
    let pending = use_state(|| None::<ContentId>);
    {
        // What was typed stays in its box until the engine has it.
        let (title, text, pending) = (title.clone(), text.clone(), pending.clone());
        let content = *pending;
        let is_taken = content.is_some_and(|content| {
            props
                .counted
                .as_ref()
                .is_some_and(|inputs| inputs.documents.iter().any(|document| document.content == content))
        });
        use_effect_with(is_taken, move |is_taken| {
            if *is_taken {
                title.set(String::new());
                text.set(String::new());
                pending.set(None);
            }
        });
    }
    let on_files = {
        let actions = props.actions.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            actions.add_files(files(&input));
            // The same file can be chosen again.
            input.set_value("");
        })
    };
    let on_title = {
        let title = title.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                title.set(input.value());
            }
        })
    };
    let on_text = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) {
                text.set(area.value());
            }
        })
    };
    let on_add = {
        let (actions, title, text, pending) = (props.actions.clone(), title.clone(), text.clone(), pending.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            pending.set(actions.add_text(&title, &text, tarazy_engine::study::LanguageChoice::Auto));
        })
    };
    html! {
        <section class="add-text" aria-labelledby="add-heading">
            <h2 id="add-heading">{ messages.get("add-heading") }</h2>
            <p>{ messages.get("add-anywhere") }</p>
            <p class="add-files">
                <input
                    id="add-files"
                    class="file-input visually-hidden"
                    type="file"
                    multiple=true
                    accept=".txt,.text,.md,.toml,text/plain,.tarazy"
                    onchange={on_files}
                />
                <label class="file-button" for="add-files">{ messages.get("add-files") }</label>
            </p>
            <form class="add-form" onsubmit={on_add}>
                <label for="add-title">{ messages.get("add-title") }</label>
                <input id="add-title" type="text" value={(*title).clone()} oninput={on_title} />
                <label for="add-area">{ messages.get("add-area") }</label>
                <textarea id="add-area" rows="8" value={(*text).clone()} oninput={on_text} />
                <button type="submit" class="primary" disabled={text.trim().is_empty()}>
                    { messages.get("add-button") }
                </button>
            </form>
            { samples(props, &messages) }
        </section>
    }
}

fn samples(props: &AddTextProps, messages: &tarazy_report::message::Messages) -> Html {
    if props.samples.is_empty() {
        return Html::default();
    }
    let language = messages.language();
    let buttons = props.samples.iter().map(|sample| {
        let (title, description) = (LocalText::from(sample.title.clone()), LocalText::from(sample.description.clone()));
        let (actions, id) = (props.actions.clone(), sample.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| actions.open_sample(id.clone()));
        html! {
            <li key={sample.id.clone()} class="sample">
                <button type="button" class="sample-button" {onclick}>{ title.get(language).to_owned() }</button>
                <p>{ description.get(language).to_owned() }</p>
            </li>
        }
    });
    html! {
        <section class="samples" aria-labelledby="samples-heading">
            <h3 id="samples-heading">{ messages.get("samples-heading") }</h3>
            <p>{ messages.get("samples-why") }</p>
            <ul>{ for buttons }</ul>
        </section>
    }
}

/// Returns the files that were chosen.
pub fn files(input: &HtmlInputElement) -> Vec<File> {
    let list = input.files();
    list.map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect()).unwrap_or_default()
}
