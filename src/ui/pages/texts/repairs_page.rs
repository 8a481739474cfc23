//! The page Repairs: the receipt of one text, asked for whenever the table changes.

use tarazy_engine::study::ReceiptQuery;
use yew::prelude::*;

use super::receipt_panel::ReceiptPanel;
use crate::ui::{
    hooks::{StudyActions, use_actions, use_edit, use_messages, use_results, use_route, use_study, use_table},
    state::results::TextResults,
};

/// Props of [`RepairsPage`].
#[derive(Properties, PartialEq)]
pub struct RepairsPageProps {
    /// Which text, counted from 0 in the table's order.
    pub at: usize,
}

/// The page.
#[component]
pub fn RepairsPage(props: &RepairsPageProps) -> Html {
    let messages = use_messages();
    let (actions, study, routes, table) = (use_actions(), use_study(), use_route(), use_table());
    let TextResults { receipt, by_hand } = use_results();
    let row = table.as_ref().and_then(|table| table.documents.get(props.at));
    let id = row.map(|row| row.id);
    {
        let actions = actions.clone();
        use_effect_with((id, table.clone()), move |(id, _)| {
            if let Some(id) = id {
                actions.ask(ReceiptQuery { document: *id });
            }
        });
    }
    let on_edit = use_edit();
    let on_save = use_callback(actions.clone(), |id, actions: &StudyActions| actions.save_text(id));
    let on_copied = use_callback(actions.clone(), |(), actions| actions.forget_text());
    let on_close = use_callback((actions, routes), |(), (actions, routes)| actions.go(routes.back()));
    let input = study.inputs().documents.iter().find(|document| Some(document.id) == id);
    match (row, input) {
        (Some(row), Some(input)) => html! {
            <ReceiptPanel
                input={input.clone()}
                row={row.clone()}
                at={props.at}
                receipt={receipt.filter(|receipt| receipt.document == row.id)}
                {by_hand}
                {on_edit}
                {on_save}
                {on_copied}
                {on_close}
            />
        },
        _ if table.is_none() => html! { <p class="nothing" role="status">{ messages.get("table-waits") }</p> },
        _ => html! { <p class="nothing">{ messages.get("text-page-none") }</p> },
    }
}
