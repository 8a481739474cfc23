//! How texts come in: files, pasted or typed text, and the sample studies.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{kept_studies::KeptStudies, name_data::NameData};
use crate::{
    browser::ContentId,
    ui::{
        components::FileInput,
        hooks::{AddedText, Samples, StudyActions, use_actions, use_messages, use_results, use_samples},
        state::results::Work,
    },
};
use tarazy_engine::lexicon::LocalText;
use tarazy_report::message::Messages;

/// The page.
#[component]
pub fn TextsPage() -> Html {
    let messages = use_messages();
    let (actions, samples) = (use_actions(), use_samples());
    let counted = use_results::<Work>().counted;
    let title = use_state(String::new);
    let text = use_state(String::new);
    let pending = use_state(|| None::<ContentId>);
    {
        // What was typed stays in its box until the engine has it.
        let (title, text, pending) = (title.clone(), text.clone(), pending.clone());
        let content = *pending;
        let is_taken = content.is_some_and(|content| {
            counted.as_ref().is_some_and(|inputs| inputs.documents.iter().any(|document| document.content == content))
        });
        use_effect_with(is_taken, move |is_taken| {
            if *is_taken {
                title.set(String::new());
                text.set(String::new());
                pending.set(None);
            }
        });
    }
    let on_files = use_callback(actions.clone(), |files, actions: &StudyActions| actions.add_files(files));
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
        let (actions, title, text, pending) = (actions.clone(), title.clone(), text.clone(), pending.clone());
        let table = messages.get("pasted-table");
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match actions.add_text(&title, &text, &table) {
                Some(AddedText::Text(content)) => pending.set(Some(content)),
                Some(AddedText::Table) => text.set(String::new()),
                None => {}
            }
        })
    };
    html! {
        <section class="add-text" aria-labelledby="add-heading">
            <h2 id="add-heading">{ messages.get("add-heading") }</h2>
            <p>{ messages.get("add-anywhere") }</p>
            <p class="add-files">
                <FileInput
                    id="add-files"
                    label={messages.get("add-files")}
                    multiple=true
                    on_files={on_files.clone()}
                />
                <FileInput id="add-folder" label={messages.get("add-folder")} is_folder=true {on_files} />
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
            <NameData />
            <KeptStudies />
            { sample_list(&samples, &actions, &messages) }
        </section>
    }
}

fn sample_list(samples: &Samples, actions: &StudyActions, messages: &Messages) -> Html {
    if samples.is_empty() {
        return Html::default();
    }
    let language = messages.language();
    let buttons = samples.iter().map(|sample| {
        let (title, description) = (LocalText::from(sample.title.clone()), LocalText::from(sample.description.clone()));
        let (actions, id) = (actions.clone(), sample.id.clone());
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
