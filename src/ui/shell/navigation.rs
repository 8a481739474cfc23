//! Links to the pages, and undo and redo beside them.

use yew::prelude::*;

use crate::ui::{
    hooks::{StudyActions, use_actions, use_messages, use_route, use_study},
    state::{LexiconView, Route, route::FIRST_FIGURE},
    wording::history_words,
};

/// The line under the header.
#[component]
pub fn Navigation() -> Html {
    let messages = use_messages();
    let (actions, routes, study) = (use_actions(), use_route(), use_study());
    let pages = [
        ("place-texts", Route::Texts, "g t"),
        ("place-lexicon", Route::Lexicon(LexiconView::default()), "g l"),
        ("place-compare", Route::Compare, "g c"),
        ("place-contexts", Route::Contexts(routes.contexts.clone()), "g k"),
        ("place-figures", Route::Figures(FIRST_FIGURE), "g f"),
        ("place-publish", Route::Publish, "g p"),
    ];
    let links = pages.into_iter().map(|(key, route, keys)| {
        let is_here = is_same_page(&route, &routes.route);
        html! {
            <a
                {key}
                class="place"
                href={format!("#{}", route.fragment())}
                aria-current={is_here.then_some("page")}
                aria-keyshortcuts={keys}
            >
                { messages.get(key) }
            </a>
        }
    });
    let history = [
        ("undo", "⟲", study.last_entry(), "Control+Z", StudyActions::undo as fn(&StudyActions)),
        ("redo", "⟳", study.next_entry(), "Control+Shift+Z", StudyActions::redo),
    ];
    let buttons = history.into_iter().map(|(key, icon, entry, keys, act)| {
        let label = entry.map_or_else(
            || messages.get(if key == "undo" { "undo-nothing" } else { "redo-nothing" }),
            |entry| messages.format(key, &[("edit", history_words(&messages, entry).into())]),
        );
        let onclick = {
            let actions = actions.clone();
            Callback::from(move |_: MouseEvent| act(&actions))
        };
        html! {
            <button
                {key}
                type="button"
                class="icon-button"
                aria-label={label.clone()}
                title={label}
                aria-keyshortcuts={keys}
                disabled={entry.is_none()}
                {onclick}
            >
                { icon }
            </button>
        }
    });
    html! {
        <nav class="places" aria-label={messages.get("places")}>
            { for links }
            <span class="nav-tools">
            <a class="icon-button search-link" href={format!("#{}", Route::Search.fragment())}
                aria-label={messages.get("search-label")} title={messages.get("search-label")} aria-keyshortcuts="/">
                <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="6.5" cy="6.5" r="4.5" /><path d="M10 10l4.5 4.5" /></svg>
            </a>
            <span class="history" role="group" aria-label={messages.get("history")}>{ for buttons }</span>
            </span>
        </nav>
    }
}

fn is_same_page(link: &Route, here: &Route) -> bool {
    matches!(
        (link, here),
        (Route::Texts, Route::Texts | Route::Repairs(_))
            | (Route::Lexicon(_), Route::Lexicon(_))
            | (Route::Publish, Route::Publish)
            | (Route::Compare, Route::Compare | Route::Policies(_))
            | (Route::Contexts(_), Route::Contexts(_) | Route::Search | Route::Read { .. })
            | (Route::Figures(_), Route::Figures(_))
    )
}
