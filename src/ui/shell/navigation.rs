//! The places of the page as links, and undo and redo beside them.

use yew::prelude::*;

use crate::ui::{
    hooks::use_messages,
    state::{
        LexiconView, Route,
        route::{CellAddress, FIRST_FIGURE},
        study::Deed,
    },
    wording::number,
};
use tarazy_engine::language::Language;
use tarazy_report::message::Messages;

/// What the line shows and whom it tells.
#[derive(Properties, PartialEq)]
pub struct NavigationProps {
    /// Where the reader is.
    pub place: Route,
    /// Where the link to contexts leads: to those seen last.
    pub contexts: CellAddress,
    /// What undo takes back.
    pub last_deed: Option<Deed>,
    /// What redo does again.
    pub next_deed: Option<Deed>,
    /// Is told to undo.
    pub on_undo: Callback<()>,
    /// Is told to redo.
    pub on_redo: Callback<()>,
}

/// The line under the header.
#[component]
pub fn Navigation(props: &NavigationProps) -> Html {
    let messages = use_messages();
    let places = [
        ("place-texts", Route::Texts, "g t"),
        ("place-lexicon", Route::Lexicon(LexiconView::default()), "g l"),
        ("place-compare", Route::Compare, "g c"),
        ("place-contexts", Route::Contexts(props.contexts.clone()), "g k"),
        ("place-figures", Route::Figures(FIRST_FIGURE), "g f"),
        ("place-publish", Route::Publish, "g p"),
    ];
    let links = places.into_iter().map(|(key, place, keys)| {
        let is_here = is_same_place(&place, &props.place);
        html! {
            <a
                {key}
                class="place"
                href={format!("#{}", place.fragment())}
                aria-current={is_here.then_some("page")}
                aria-keyshortcuts={keys}
            >
                { messages.get(key) }
            </a>
        }
    });
    let history = [
        ("undo", "⟲", &props.last_deed, "Control+Z", &props.on_undo),
        ("redo", "⟳", &props.next_deed, "Control+Shift+Z", &props.on_redo),
    ];
    let buttons = history.into_iter().map(|(key, sign, deed, keys, on_press)| {
        let label = deed.as_ref().map_or_else(
            || messages.get(if key == "undo" { "undo-nothing" } else { "redo-nothing" }),
            |deed| messages.format(key, &[("deed", deed_words(&messages, deed).into())]),
        );
        html! {
            <button
                {key}
                type="button"
                class="icon-button"
                aria-label={label.clone()}
                title={label}
                aria-keyshortcuts={keys}
                disabled={deed.is_none()}
                onclick={on_press.reform(|_: MouseEvent| ())}
            >
                { sign }
            </button>
        }
    });
    html! {
        <nav class="places" aria-label={messages.get("places")}>
            { for links }
            <span class="history" role="group" aria-label={messages.get("history")}>{ for buttons }</span>
        </nav>
    }
}

/// Returns what an edit did, in words: "added the text «Amanat»".
pub fn deed_words(messages: &Messages, deed: &Deed) -> String {
    let language: Language = messages.language();
    let values = [
        ("name", deed.name.get(language).into()),
        ("entry", deed.other.get(language).into()),
        ("count", number(deed.count as u64)),
    ];
    messages.format(deed.key, &values)
}

fn is_same_place(link: &Route, here: &Route) -> bool {
    matches!(
        (link, here),
        (Route::Texts, Route::Texts | Route::Repairs(_))
            | (Route::Lexicon(_), Route::Lexicon(_))
            | (Route::Publish, Route::Publish)
            | (Route::Compare, Route::Compare | Route::Policies(_))
            | (Route::Contexts(_), Route::Contexts(_) | Route::Read { .. })
            | (Route::Figures(_), Route::Figures(_))
    )
}
