//! The lexicon's card: for each language of the texts how many of its matches are right, and folded
//! below what it is for, what its categories mean and where it is weak.

use tarazy_engine::{
    counting::Comparison,
    study::{CardQuery, LexiconCard},
};
use tarazy_report::report::{Block, Grid, card_article, languages_of, validation_sentence};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::ui::{
    hooks::{use_actions, use_messages, use_results},
    state::{Shared, results::LexiconResults},
};

/// Props of [`Card`].
#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// The table, whose lexicon the card is of.
    pub table: Shared<Comparison>,
}

/// The card, asked for again when the lexicon changes.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let actions = use_actions();
    let card = use_results::<LexiconResults>().card;
    use_effect_with((props.table.clone(), card.is_none()), move |(_, is_missing)| {
        if *is_missing {
            actions.ask(CardQuery {});
        }
    });
    // The card leaves the page while that of the changed lexicon is asked for, and comes back as open
    // as it was.
    let is_open = use_state_eq(|| false);
    let on_toggle = use_callback(is_open.setter(), |to, is_open| is_open.set(to));
    card.map(|card| html! { <CardView {card} table={props.table.clone()} is_open={*is_open} {on_toggle} /> })
        .unwrap_or_default()
}

/// Props of [`CardView`].
#[derive(Properties, PartialEq)]
pub struct CardViewProps {
    /// The card.
    pub card: Shared<LexiconCard>,
    /// The table, for the languages of the texts.
    pub table: Shared<Comparison>,
    /// Whether what is folded is open.
    #[prop_or_default]
    pub is_open: bool,
    /// Called when it is opened or closed.
    #[prop_or_default]
    pub on_toggle: Callback<bool>,
}

/// The card as it is read.
#[component]
pub fn CardView(props: &CardViewProps) -> Html {
    let messages = use_messages();
    let languages = languages_of(&props.table).into_iter();
    let sentences = languages.map(|language| validation_sentence(&props.card.validations, language, &messages));
    let blocks = card_article(&props.card, &messages).blocks;
    let ontoggle = props.on_toggle.reform(|event: Event| {
        let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        details.is_some_and(|details| details.has_attribute("open"))
    });
    html! {
        <section class="lexicon-card" aria-label={messages.get("card-name")}>
            { for sentences.map(|sentence| html! { <p class="hint">{ sentence }</p> }) }
            <details open={props.is_open} {ontoggle}>
                <summary>{ messages.get("card-summary") }</summary>
                // The first block is the title, which stands above.
                { for blocks.iter().skip(1).map(block) }
            </details>
        </section>
    }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Heading { text, .. } => html! { <h3>{ text }</h3> },
        Block::Paragraph { lead, text } if lead.is_empty() => html! { <p>{ text }</p> },
        Block::Paragraph { lead, text } => html! { <p><strong>{ lead }</strong>{ " " }{ text }</p> },
        Block::Table { caption, grid } => table(caption, grid),
        Block::Note(text) => html! { <p class="hint">{ text }</p> },
    }
}

/// A table whose rows are records on a narrow screen, each field under its name.
fn table(caption: &str, grid: &Grid) -> Html {
    let heads = grid.header.iter().map(|head| html! { <th role="columnheader" scope="col">{ head }</th> });
    let rows = grid.rows.iter().map(|row| {
        let mut fields = row.iter().zip(&grid.header);
        let first = fields.next().map(|(field, _)| html! { <th role="rowheader" scope="row">{ &field.text }</th> });
        let others =
            fields.map(|(field, head)| html! { <td role="cell" data-head={head.clone()}>{ &field.text }</td> });
        html! { <tr role="row">{ for first }{ for others }</tr> }
    });
    html! {<>
        <table role="table" class="card-table">
            <caption>{ caption }</caption>
            <thead role="rowgroup"><tr role="row">{ for heads }</tr></thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
        { for grid.notes.iter().map(|note| html! { <p class="hint">{ note }</p> }) }
    </>}
}
