//! Everything that was done to the study, and the way back to any state of it.

use yew::prelude::*;

use crate::ui::{
    hooks::{use_actions, use_messages, use_study},
    wording::{counted, history_words},
};

/// The list, the latest first; the present state is marked, what was undone stands above it.
#[component]
pub fn HistoryList() -> Html {
    let messages = use_messages();
    let (actions, study) = (use_actions(), use_study());
    let (done, undone) = study.history();
    let present = done.len();
    let item = |steps: usize, words: String, is_undone: bool| {
        let is_now = steps == present;
        let onclick = {
            let actions = actions.clone();
            Callback::from(move |_: MouseEvent| actions.go_to(steps))
        };
        html! {
            <li key={steps} class={classes!(is_undone.then_some("is-undone"), is_now.then_some("is-now"))}>
                <button type="button" class="link" aria-current={is_now.then_some("step")} disabled={is_now} {onclick}>
                    { words }
                </button>
                if is_now { <span class="hint">{ " " }{ messages.get("history-now") }</span> }
                if is_undone { <span class="hint">{ " " }{ messages.get("history-undone") }</span> }
            </li>
        }
    };
    let all: Vec<(usize, String, bool)> = done
        .map(|entry| (entry, false))
        .chain(undone.map(|entry| (entry, true)))
        .enumerate()
        .map(|(at, (entry, is_undone))| (at + 1, history_words(&messages, entry), is_undone))
        .collect();
    html! {
        <section class="history-list" aria-labelledby="history-heading">
            <h3 id="history-heading">{ counted(&messages, "history-heading", present as u64) }</h3>
            <ol reversed=true>
                { for all.into_iter().rev().map(|(steps, words, is_undone)| item(steps, words, is_undone)) }
                { item(0, messages.get("history-start"), false) }
            </ol>
        </section>
    }
}
