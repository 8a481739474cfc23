//! The page that the address names.

use yew::prelude::*;

use crate::ui::{
    hooks::{use_messages, use_results, use_route, use_study, use_table},
    pages::{
        compare::{ComparePage, PoliciesPage},
        figures::FiguresPage,
        lexicon::LexiconPage,
        publish::PublishPage,
        texts::{RepairsPage, TextsPage},
    },
    state::{Route, results::Work},
};
use tarazy_report::message::Messages;

/// The page, or what it waits for.
#[component]
pub fn CurrentPage() -> Html {
    let messages = use_messages();
    let (routes, table) = (use_route(), use_table());
    let work = use_results::<Work>();
    let has_no_texts = use_study().inputs().shown_results().is_some();
    if routes.mark.is_some() {
        return if work.is_counted() { other_study(&messages) } else { waits(&messages) };
    }
    match (&routes.route, table) {
        (Route::Texts, _) => html! { <TextsPage /> },
        (Route::Lexicon(view), _) => html! {<>
            if has_no_texts {
                <p class="nothing">{ messages.get("strip-lexicon") }</p>
            }
            <LexiconPage view={*view} />
        </>},
        (Route::Search | Route::Read { .. } | Route::Repairs(_) | Route::Policies(_), _) if has_no_texts => {
            html! { <p class="nothing">{ messages.get("strip-no-texts") }</p> }
        }
        (Route::Publish, _) => html! { <PublishPage /> },
        (Route::Repairs(at), _) => html! { <RepairsPage at={*at} /> },
        (_, None) => waits(&messages),
        (_, Some(table)) if table.documents.is_empty() => html! { <p class="nothing">
            { messages.get("table-empty") }
            { " " }
            <a class="add-link" href={format!("#{}", Route::Texts.fragment())}>{ messages.get("texts-add") }</a>
        </p> },
        (Route::Policies(other), Some(table)) => html! { <PoliciesPage other={*other} {table} /> },
        (Route::Figures(kind), Some(table)) => html! { <FiguresPage kind={*kind} {table} /> },
        (Route::Compare | Route::Contexts(_) | Route::Search | Route::Read { .. }, Some(table)) => {
            html! { <ComparePage {table} /> }
        }
    }
}

fn waits(messages: &Messages) -> Html {
    html! { <p class="nothing" role="status">{ messages.get("table-waits") }</p> }
}

/// What is shown at a link to a cell of another study.
fn other_study(messages: &Messages) -> Html {
    html! {
        <p id="other-study" class="nothing" role="status">
            { messages.get("link-other-study") }
            { " " }
            <a href={format!("#{}", Route::Compare.fragment())}>{ messages.get("link-to-table") }</a>
        </p>
    }
}
