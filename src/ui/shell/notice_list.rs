//! What the page has to say, next to a way out.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    browser::InputDocument,
    ui::{
        components::{Choice, encodings},
        hooks::use_messages,
        same::Same,
        state::{
            Notices,
            notices::{Action, Notice, Remedy, Tone},
        },
    },
};
use tarazy_engine::intake::Encoding;
use tarazy_report::message::Messages;

/// What the list shows and whom it tells.
#[derive(Properties, PartialEq)]
pub struct NoticeListProps {
    /// The notices.
    pub notices: Same<Notices>,
    /// Is told what the reader puts away.
    pub on_action: Callback<Action>,
    /// Is told to undo.
    pub on_undo: Callback<()>,
    /// Is told to read a refused text in an encoding; with the number of the notice.
    pub on_read_as: Callback<(Rc<InputDocument>, Encoding, u32)>,
}

/// The list, which screen readers read out as it grows.
#[component]
pub fn NoticeList(props: &NoticeListProps) -> Html {
    let messages = use_messages();
    let notices: &Rc<Notices> = &props.notices.0;
    let items = notices.list().iter().map(|notice| {
        let id = notice.id;
        let tone = match notice.tone {
            Tone::Info => "notice is-calm",
            Tone::Problem => "notice is-problem",
        };
        let sentence = messages.problem(&notice.problem);
        let put_away = messages.format("notice-put-away", &[("sentence", sentence.as_str().into())]);
        html! {
            <li key={id} class={tone}>
                <p>{ sentence }</p>
                { remedy(props, &messages, notice) }
                <button
                    type="button"
                    class="icon-button"
                    aria-label={put_away.clone()}
                    title={put_away}
                    onclick={props.on_action.reform(move |_: MouseEvent| Action::Dismiss(id))}
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
fn remedy(props: &NoticeListProps, messages: &Messages, notice: &Notice) -> Html {
    match &notice.remedy {
        Remedy::None => Html::default(),
        Remedy::Undo => html! {
            <button type="button" onclick={props.on_undo.reform(|_: MouseEvent| ())}>
                { messages.get("notice-undo") }
            </button>
        },
        Remedy::Encoding(document) => {
            let (on_read_as, document, id) = (props.on_read_as.clone(), Rc::clone(document), notice.id);
            let on_choose = Callback::from(move |code: String| {
                if let Some(encoding) = Encoding::from_code(&code) {
                    on_read_as.emit((Rc::clone(&document), encoding, id));
                }
            });
            let nothing = [("".into(), messages.get("encoding-choose").into())];
            html! {
                <Choice
                    id={format!("notice-encoding-{id}")}
                    label={messages.get("encoding-read-as")}
                    value=""
                    choices={nothing.into_iter().chain(encodings()).collect::<Vec<_>>()}
                    {on_choose}
                    hides_label=true
                />
            }
        }
    }
}
