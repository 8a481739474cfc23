//! The notices with their remedies.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::{
    components::encoding_remedy,
    hooks::{StudyActions, use_actions, use_messages, use_notices, use_render_count},
    state::notices::{Action, Notice, Remedy, Tone},
    wording::counted,
};
use tarazy_report::message::Messages;

/// The list, which screen readers read out as it grows.
#[component]
pub fn NoticeList() -> Html {
    use_render_count("notices");
    let messages = use_messages();
    let (actions, notices) = (use_actions(), use_notices());
    let items = notices.list().iter().map(|notice| {
        let id = notice.id;
        let tone = match notice.tone {
            Tone::Info => "notice is-calm",
            Tone::Problem => "notice is-problem",
        };
        let sentence = messages.problem(&notice.problem);
        let put_away = messages.format("notice-put-away", &[("sentence", sentence.as_str().into())]);
        let on_dismiss = {
            let actions = actions.clone();
            Callback::from(move |_: MouseEvent| actions.notify(Action::Dismiss(id)))
        };
        html! {
            <li key={id} class={tone}>
                <p>{ sentence }</p>
                { remedy(&actions, &messages, notice) }
                <button
                    type="button"
                    class="icon-button"
                    aria-label={put_away.clone()}
                    title={put_away}
                    onclick={on_dismiss}
                >
                    { "×" }
                </button>
            </li>
        }
    });
    html! {
        <ul class="notices" aria-live="polite" aria-label={messages.get("notices")}>{ for items }</ul>
    }
}

/// What can be done about a notice on the spot.
fn remedy(actions: &StudyActions, messages: &Messages, notice: &Notice) -> Html {
    match &notice.remedy {
        Remedy::None => Html::default(),
        Remedy::Undo => {
            let actions = actions.clone();
            let onclick = Callback::from(move |_: MouseEvent| actions.undo());
            html! { <button type="button" {onclick}>{ messages.get("notice-undo") }</button> }
        }
        Remedy::AddAgain(document) => {
            let (actions, document, id) = (actions.clone(), Rc::clone(document), notice.id);
            let onclick = Callback::from(move |_: MouseEvent| actions.add_again(&document, document.reading, id));
            html! { <button type="button" {onclick}>{ messages.get("notice-add-again") }</button> }
        }
        Remedy::Split(document, parts) => {
            let (actions, document, id) = (actions.clone(), Rc::clone(document), notice.id);
            let onclick = Callback::from(move |_: MouseEvent| actions.split_text(&document, id));
            html! { <button type="button" {onclick}>{ counted(messages, "split-do", *parts as u64) }</button> }
        }
        Remedy::Encoding(document) => {
            let (actions, document, id) = (actions.clone(), Rc::clone(document), notice.id);
            let on_choose = Callback::from(move |encoding| actions.read_as(&document, encoding, id));
            encoding_remedy(messages, format!("notice-encoding-{id}"), on_choose)
        }
    }
}
