//! The repairs of a text, in a line on its card, with a link to the receipt.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    browser::InputDocument,
    ui::{
        components::EncodingSelect,
        hooks::use_messages,
        state::{Route, study::Edit},
        wording::repair_list,
    },
};
use tarazy_engine::{
    counting::DocumentSummary,
    encoding::{Encoding, EncodingChoice},
    intake::SURE,
};

/// Props of [`CardRepairs`].
#[derive(Properties, PartialEq)]
pub struct CardRepairsProps {
    /// The text as the reader put it in.
    pub input: Rc<InputDocument>,
    /// Its row in the table.
    pub row: DocumentSummary,
    /// Its place in the table, from 0.
    pub at: usize,
    /// Called with an edit of the reading.
    pub on_edit: Callback<Edit>,
}

/// The line; nothing for a clean text in UTF-8. Where the encoding is in doubt, or the reader chose
/// it, the choice is at hand.
#[component]
pub fn CardRepairs(props: &CardRepairsProps) -> Html {
    let messages = use_messages();
    let row = &props.row;
    let encoding = (row.encoding != Encoding::Utf8)
        .then(|| messages.format("repairs-encoding", &[("encoding", row.encoding.name().into())]));
    let list = |key: &str, is_applied: bool| {
        let list = repair_list(&messages, &row.repairs, is_applied);
        (!list.is_empty()).then(|| messages.format(key, &[("list", list.into())]))
    };
    let parts: Vec<String> =
        [encoding, list("repairs-made", true), list("repairs-left", false)].into_iter().flatten().collect();
    let is_open = row.encoding_confidence < SURE || props.input.reading.encoding != EncodingChoice::Auto;
    html! {<>
        if is_open {
            <EncodingSelect
                id={format!("encoding-{}", row.id.0)}
                document={row.id}
                reading={props.input.reading}
                found={row.encoding}
                on_edit={props.on_edit.clone()}
            />
        }
        if !parts.is_empty() {
            <a
                class="card-repairs"
                href={format!("#{}", Route::Repairs(props.at).fragment())}
                title={messages.format("repairs-open", &[("title", row.title.as_str().into())])}
            >
                { for parts.iter().map(|part| html! { <span class="card-repair">{ part }</span> }) }
            </a>
        }
    </>}
}
