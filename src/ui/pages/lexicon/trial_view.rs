//! How an entry would do: the forms it catches, what it nearly catches, whom it meets, which counts
//! change, where it stands.

use yew::prelude::*;

use super::tree::{category_name, title};
use crate::ui::{
    components::EntryProbed,
    hooks::use_messages,
    state::Shared,
    wording::{counted, document_title, language_code},
};
use tarazy_engine::{
    counting::Comparison,
    language::number_format::format_integer,
    lexicon::LexiconEdit,
    study::{Conflict, ContextLine, CountChange, EntryTrial, Outline},
};
use tarazy_report::message::Messages;

/// Props of [`TrialView`].
#[derive(Properties, PartialEq)]
pub struct TrialViewProps {
    /// How the entry would do.
    pub trial: Shared<EntryTrial>,
    /// The table, for titles.
    pub table: Shared<Comparison>,
    /// The tree's rows, for the titles of categories.
    pub outline: Option<Shared<Outline>>,
    /// Called with a form to exclude; `None` while the lexicon does not hold the entry as it is
    /// tried.
    pub on_exclude: Option<Callback<LexiconEdit>>,
    /// Called with another entry to show.
    pub on_open: Callback<tarazy_engine::lexicon::EntryPlace>,
}

/// The figures, live while the entry is written.
#[component]
pub fn TrialView(props: &TrialViewProps) -> Html {
    let messages = use_messages();
    let trial = &props.trial;
    let probe = use_memo(trial.clone(), |trial| trial.probe.clone().map(Shared::from));
    let code = language_code(trial.query.language);
    html! {
        <div class="trial" aria-live="polite">
            if let Some(problem) = &trial.problem {
                <p class="trial-problem" role="alert">{ messages.problem(problem) }</p>
            }
            if !trial.effects.is_empty() {
                <div class="probe-part">
                    <h4>{ messages.get("trial-effects") }</h4>
                    <ul class="trial-effects">{ for trial.effects.iter().map(|change| effect(change, &messages)) }</ul>
                </div>
            }
            if let Some(probe) = &*probe {
                <EntryProbed {probe} table={props.table.clone()} on_exclude={props.on_exclude.clone()} />
            }
            if !trial.conflicts.is_empty() {
                <div class="probe-part">
                    <h4>{ counted(&messages, "trial-conflicts", trial.conflicts.len() as u64) }</h4>
                    <ul class="trial-conflicts">
                        { for trial.conflicts.iter().map(|other| conflict(props, other, &messages)) }
                    </ul>
                </div>
            }
            if !trial.lines.is_empty() {
                <div class="probe-part">
                    <h4>{ messages.get("trial-lines") }</h4>
                    <ul class="trial-lines">
                        { for trial.lines.iter().map(|found| line(found, &props.table, code)) }
                    </ul>
                </div>
            }
        </div>
    }
}

/// "Freedom: 41 → 44 (+3)".
fn effect(change: &CountChange, messages: &Messages) -> Html {
    let language = messages.language();
    let (before, after) = (change.before, change.after);
    let difference = if after >= before {
        format!("+{}", format_integer(after - before, language))
    } else {
        format!("\u{2212}{}", format_integer(before - after, language))
    };
    let name = match change.title.get(language) {
        "" => change.path.as_str(),
        title => title,
    };
    html! {
        <li>
            <span>{ name }</span>{ " " }
            <span class="number">{ format_integer(before, language) }{ " → " }{ format_integer(after, language) }</span>{ " " }
            <span class="trial-difference">{ difference }</span>
        </li>
    }
}

fn conflict(props: &TrialViewProps, conflict: &Conflict, messages: &Messages) -> Html {
    let place = conflict.place.clone();
    let name = category_name(props.outline.as_deref(), &place.category);
    let onclick = {
        let (on_open, place) = (props.on_open.clone(), place.clone());
        Callback::from(move |_: MouseEvent| on_open.emit(place.clone()))
    };
    html! {
        <li>
            <button type="button" class="link" {onclick}>
                <bdi class="form" lang={language_code(place.language)}>{ place.written.clone() }</bdi>
            </button>
            <span class="hint">
                { " " }{ title(&name, messages) }{ " · " }
                { counted(messages, "trial-shared", conflict.shared) }{ " · " }
                { counted(messages, "trial-counted", conflict.counted) }
            </span>
        </li>
    }
}

fn line(found: &ContextLine, table: &Comparison, code: &'static str) -> Html {
    html! {
        <li>
            <span class="trial-source"><bdi lang={code}>{ document_title(table, found.document) }</bdi></span>
            <bdi lang={code}>
                { found.left.clone() }<mark>{ found.node.clone() }</mark>{ found.right.clone() }
            </bdi>

        </li>
    }
}
