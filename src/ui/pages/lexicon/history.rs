//! Everything that was done to the study, and the way back to any state of it.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::{
    hooks::{StudyActions, use_messages},
    shell::deed_words,
    state::study::Deed,
    wording::counted,
};

/// What was done and what was undone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History {
    /// The deeds that undo can take back, the oldest first.
    pub done: Vec<Deed>,
    /// The deeds that redo can do again, the next first.
    pub undone: Vec<Deed>,
}

/// What is shown and whom it tells.
#[derive(Properties, PartialEq)]
pub struct HistoryListProps {
    /// The deeds.
    pub history: Rc<History>,
    /// Goes to a state.
    pub actions: StudyActions,
}

/// The list, the latest first; the present state is marked, what was undone stands above it.
#[component]
pub fn HistoryList(props: &HistoryListProps) -> Html {
    let messages = use_messages();
    let History { done, undone } = props.history.as_ref();
    let item = |deeds: usize, words: String, is_undone: bool| {
        let is_now = deeds == done.len();
        let onclick = {
            let actions = props.actions.clone();
            Callback::from(move |_: MouseEvent| actions.go_to(deeds))
        };
        html! {
            <li key={deeds} class={classes!(is_undone.then_some("is-undone"), is_now.then_some("is-now"))}>
                <button type="button" class="link" aria-current={is_now.then_some("step")} disabled={is_now} {onclick}>
                    { words }
                </button>
                if is_now { <span class="hint">{ " " }{ messages.get("history-now") }</span> }
                if is_undone { <span class="hint">{ " " }{ messages.get("history-undone") }</span> }
            </li>
        }
    };
    let all: Vec<(usize, String, bool)> = done
        .iter()
        .map(|deed| (deed, false))
        .chain(undone.iter().map(|deed| (deed, true)))
        .enumerate()
        .map(|(at, (deed, is_undone))| (at + 1, deed_words(&messages, deed), is_undone))
        .collect();
    html! {
        <section class="history-list" aria-labelledby="history-heading">
            <h3 id="history-heading">{ counted(&messages, "history-heading", done.len() as u64) }</h3>
            <ol reversed=true>
                { for all.into_iter().rev().map(|(deeds, words, is_undone)| item(deeds, words, is_undone)) }
                { item(0, messages.get("history-start"), false) }
            </ol>
        </section>
    }
}
