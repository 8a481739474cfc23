//! The progress of long work, and a button to stop it.

use yew::prelude::*;

use crate::ui::{
    hooks::{use_actions, use_late, use_messages, use_results, use_study},
    state::{
        Study,
        results::{Progress, Work},
    },
};
use tarazy_engine::language::number_format::format_decimal;
use tarazy_report::message::Messages;

/// How long work may take before its progress is shown.
const PATIENCE_MS: u32 = 300;

/// The line, which takes no room while there is nothing to report; and the notice that no engine is
/// left.
#[component]
pub fn ProgressLine() -> Html {
    let messages = use_messages();
    let (actions, study) = (use_actions(), use_study());
    let Work { is_stale, counted, progress, has_ended, converting } = use_results();
    let is_counting = is_stale && !has_ended;
    let is_late = use_late(is_counting || !converting.is_empty(), PATIENCE_MS);
    let on_start = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.start_another_engine())
    };
    let on_stop = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.stop(counted.clone()))
    };
    let on_stop_converting = Callback::from(move |_: MouseEvent| actions.stop_converting());
    html! {<>
        if has_ended {
            <p class="notice is-problem" role="alert">
                <span>{ messages.get("engine-ended") }</span>
                <button type="button" onclick={on_start}>{ messages.get("engine-start") }</button>
            </p>
        }
        if is_late && is_counting {
            { counting(&messages, &study, progress, on_stop) }
        } else if let Some(name) = converting.front().filter(|_| is_late) {
            { line(messages.format("progress-converting", &[("name", name.as_str().into())]), None, &messages, on_stop_converting) }
        } else {
            <div class="progress-line" role="status"></div>
        }
    </>}
}

fn counting(messages: &Messages, study: &Study, progress: Option<Progress>, on_stop: Callback<MouseEvent>) -> Html {
    let language = messages.language();
    let title = progress.map(|progress| study.inputs().title_of(progress.document, language));
    let part = progress.map(|progress| progress.done as f64 / progress.total.max(1) as f64);
    let percent = part.map(|part| format_decimal(Some(part.clamp(0.0, 1.0) * 100.0), 0, messages.language()));
    let sentence = match (percent, title.as_deref().unwrap_or_default()) {
        (None, _) => messages.get("progress-unknown"),
        (Some(percent), "") => messages.format("progress", &[("percent", percent.into())]),
        (Some(percent), title) => {
            messages.format("progress-text", &[("percent", percent.into()), ("title", title.into())])
        }
    };
    line(sentence, part, messages, on_stop)
}

/// Shows what is done and which part of it is done, where that is known.
fn line(sentence: String, part: Option<f64>, messages: &Messages, on_stop: Callback<MouseEvent>) -> Html {
    html! {
        <div class="progress-line is-shown" role="status">
            <label>
                <span>{ sentence }</span>
                <progress value={part.map(|part| part.to_string())} max="1"></progress>
            </label>
            <button type="button" onclick={on_stop}>{ messages.get("progress-stop") }</button>
        </div>
    }
}
