//! What the page has to say, next to a way out.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::{
    hooks::use_messages,
    same::Same,
    state::{
        Notices,
        notices::{Action, Tone},
    },
};

/// What the list shows and whom it tells.
#[derive(Properties, PartialEq)]
pub struct NoticeListProps {
    /// The notices.
    pub notices: Same<Notices>,
    /// Is told what the reader puts away.
    pub on_action: Callback<Action>,
    /// Is told to undo.
    pub on_undo: Callback<()>,
}

/// The list, which screen readers read out as it grows.
#[component]
pub fn NoticeList(props: &NoticeListProps) -> Html {
    let messages = use_messages();
    let notices: &Rc<Notices> = &props.notices.0;
    let items = notices.list().iter().map(|notice| {
        let id = notice.id;
        let tone = match notice.tone {
            Tone::Calm => "notice is-calm",
            Tone::Problem => "notice is-problem",
        };
        let sentence = messages.problem(&notice.problem);
        let put_away = messages.format("notice-put-away", &[("sentence", sentence.as_str().into())]);
        html! {
            <li key={id} class={tone}>
                <p>{ sentence }</p>
                if notice.offers_undo {
                    <button type="button" onclick={props.on_undo.reform(|_: MouseEvent| ())}>
                        { messages.get("notice-undo") }
                    </button>
                }
                <button
                    type="button"
                    class="icon-button"
                    aria-label={put_away.clone()}
                    title={put_away}
                    onclick={props.on_action.reform(move |_: MouseEvent| Action::PutAway(id))}
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
