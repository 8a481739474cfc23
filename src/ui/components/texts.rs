//! The texts of the study as cards.

use std::rc::Rc;

use yew::prelude::*;

use super::DocumentCard;
use crate::{
    browser::Inputs,
    study::{Comparison, DocumentId, Problem},
    ui::{
        hooks::use_messages,
        same::is_same,
        state::{Place, study::Edit},
        wording::{counted, document},
    },
};

/// What the panel shows and whom it tells.
#[derive(Properties)]
pub struct TextsProps {
    /// The study.
    pub inputs: Rc<Inputs>,
    /// The table, for sizes and languages.
    pub table: Option<Rc<Comparison>>,
    /// Is told of edits.
    pub on_edit: Callback<Edit>,
}

impl PartialEq for TextsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inputs, &other.inputs)
            && is_same(self.table.as_ref(), other.table.as_ref())
            && self.on_edit == other.on_edit
    }
}

/// The panel at the side.
#[component]
pub fn Texts(props: &TextsProps) -> Html {
    let messages = use_messages();
    let documents = &props.inputs.documents;
    let cards = documents.iter().enumerate().map(|(at, input)| {
        let row = props.table.as_ref().and_then(|table| document(table, input.id)).cloned();
        let place = props.table.as_ref().and_then(|table| table.documents.iter().position(|row| row.id == input.id));
        let warnings = props.table.as_ref().map(|table| warnings(table, &props.inputs, input.id)).unwrap_or_default();
        html! {
            <DocumentCard
                key={input.id.0}
                input={input.clone()}
                {row}
                at={place}
                {warnings}
                is_first={at == 0}
                is_last={at + 1 == documents.len()}
                on_edit={props.on_edit.clone()}
            />
        }
    });
    html! {
        <section class="texts" aria-labelledby="texts-heading">
            <h2 id="texts-heading" class="panel-title">{ counted(&messages, "texts-heading", documents.len() as u64) }</h2>
            if documents.is_empty() {
                <p class="nothing">{ messages.get("texts-none") }</p>
            } else {
                <ol class="cards">{ for cards }</ol>
            }
            <a class="add-link" href={format!("#{}", Place::Texts.fragment())}>{ messages.get("texts-add") }</a>
        </section>
    }
}

/// Returns what the engine says of one text: its place names the file, or the title where there is no file.
fn warnings(table: &Comparison, inputs: &Inputs, id: DocumentId) -> Vec<Problem> {
    let Some(input) = inputs.document(id) else { return Vec::new() };
    let title = document(table, id).map(|row| row.title.as_str());
    let name = input.file.as_deref().or(title);
    table
        .warnings
        .iter()
        .filter(|problem| !problem.code.starts_with("lex-") && name.is_some() && problem.place.file.as_deref() == name)
        .cloned()
        .collect()
}
