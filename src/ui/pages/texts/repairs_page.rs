//! The place Repairs: the receipt of one text, asked for whenever the table changes.

use std::rc::Rc;

use yew::prelude::*;

use super::receipt_panel::ReceiptPanel;
use crate::{
    browser::Inputs,
    ui::{
        hooks::{StudyActions, use_messages},
        same::Same,
        state::{Results, Route, study::Edit},
    },
};
use tarazy_engine::study::{Command, DocumentId};

/// What is shown and whom it tells.
#[derive(Properties)]
pub struct RepairsPageProps {
    /// Which text, counted from 0 in the table's order.
    pub at: usize,
    /// The study.
    pub inputs: Rc<Inputs>,
    /// What the engine said last.
    pub results: Same<Results>,
    /// Asks the engine.
    pub actions: StudyActions,
    /// Where the reader came from.
    pub back: Route,
    /// Is told of another place.
    pub on_go: Callback<Route>,
}

impl PartialEq for RepairsPageProps {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
            && Rc::ptr_eq(&self.inputs, &other.inputs)
            && self.results == other.results
            && self.back == other.back
            && self.on_go == other.on_go
    }
}

/// The place.
#[component]
pub fn RepairsPage(props: &RepairsPageProps) -> Html {
    let messages = use_messages();
    let results = &props.results.0;
    let row = results.table.as_ref().and_then(|table| table.documents.get(props.at));
    let id = row.map(|row| row.id);
    {
        let actions = props.actions.clone();
        use_effect_with((id, results.table.clone().map(Same)), move |(id, _)| {
            if let Some(id) = id {
                actions.ask(Command::Receipt(*id));
            }
        });
    }
    let on_edit = use_callback((), {
        let actions = props.actions.clone();
        move |edit: Edit, ()| actions.edit(edit)
    });
    let on_save = use_callback((), {
        let actions = props.actions.clone();
        move |id: DocumentId, ()| actions.save_text(id)
    });
    let on_copied = use_callback((), {
        let actions = props.actions.clone();
        move |(), ()| actions.forget_text()
    });
    let on_close =
        use_callback((props.on_go.clone(), props.back.clone()), |(), (on_go, back)| on_go.emit(back.clone()));
    let input = props.inputs.documents.iter().find(|document| Some(document.id) == id);
    match (row, input) {
        (Some(row), Some(input)) => html! {
            <ReceiptPanel
                input={input.clone()}
                row={row.clone()}
                at={props.at}
                receipt={results.receipt.clone().filter(|receipt| receipt.document == row.id)}
                by_hand={results.by_hand.clone()}
                {on_edit}
                {on_save}
                {on_copied}
                {on_close}
            />
        },
        _ if results.table.is_none() => html! { <p class="nothing" role="status">{ messages.get("table-waits") }</p> },
        _ => html! { <p class="nothing">{ messages.get("text-page-none") }</p> },
    }
}
