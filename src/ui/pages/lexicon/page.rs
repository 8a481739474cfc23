//! The page Lexicon: its head, and one of its views below.

use tarazy_engine::{
    lexicon::EntryId,
    study::{EntryQuery, Question},
};
use yew::prelude::*;

use super::{
    changes::Changes, checks::Checks, entries_view::EntriesView, head::LexiconHead, history::HistoryList,
    parallel::LexiconParallel, selection::Selection, validation::Validation,
};
use crate::ui::{
    hooks::{use_actions, use_go, use_messages, use_results, use_table},
    state::{LexiconView, Route, results::LexiconResults},
};

/// Props of [`LexiconPage`].
#[derive(Properties, PartialEq)]
pub struct LexiconPageProps {
    /// The view that is open.
    pub view: LexiconView,
}

/// The page.
#[component]
pub fn LexiconPage(props: &LexiconPageProps) -> Html {
    let messages = use_messages();
    let (actions, on_go, table) = (use_actions(), use_go(), use_table());
    let LexiconResults { found, parallel, .. } = use_results();
    let links = LexiconView::ALL.into_iter().map(|view| {
        html! {
            <a
                key={view.name()}
                class="place"
                href={format!("#{}", Route::Lexicon(view).fragment())}
                aria-current={(view == props.view).then_some("page")}
            >
                { messages.get(&format!("lexicon-view-{}", view.name())) }
            </a>
        }
    });
    let selection = use_state_eq(Selection::default);
    let sought = use_state_eq(|| None::<EntryId>);
    {
        // An entry that was pressed in another view is shown in the tree's pane once the engine has
        // said where it stands.
        let (selection, sought, on_go) = (selection.setter(), sought.clone(), on_go);
        use_effect_with(found, move |found| {
            if let Some(found) = found
                && sought.is_some()
                && found.id == *sought
            {
                sought.set(None);
                selection.set(Selection::Entry(found.asked.clone()));
                on_go.emit(Route::Lexicon(LexiconView::Entries));
            }
        });
    }
    let on_open = use_callback((sought.setter(), actions.clone()), |id: EntryId, (sought, actions)| {
        sought.set(Some(id));
        actions.ask(EntryQuery::Number(id));
    });
    let on_select = use_callback(selection.setter(), |to, selection| selection.set(to));
    let on_ask = use_callback(actions, |question: Question, actions| actions.ask(question));
    let view = match (props.view, table) {
        (LexiconView::History, _) => html! { <HistoryList /> },
        (_, None) => html! { <p class="nothing" role="status">{ messages.get("table-waits") }</p> },
        (LexiconView::Entries, Some(table)) => html! {
            <EntriesView {table} selection={(*selection).clone()} {on_select} />
        },
        (LexiconView::Parallel, Some(table)) => {
            html! { <LexiconParallel {table} page={parallel} {on_ask} {on_open} /> }
        }
        (LexiconView::Checks, Some(table)) => html! { <Checks {table} {on_open} /> },
        (LexiconView::Changes, Some(table)) => html! { <Changes {table} {on_open} /> },
        (LexiconView::Validation, Some(table)) => html! { <Validation {table} /> },
    };
    html! {
        <section class="lexicon-place" aria-labelledby="lexicon-heading">
            <LexiconHead />
            <nav class="lexicon-views" aria-label={messages.get("lexicon-views")}>{ for links }</nav>
            { view }
        </section>
    }
}
