//! How far long work has come, and a way to stop it.

use yew::prelude::*;

use crate::ui::{
    hooks::{use_late, use_messages},
    state::results::Progress,
};
use tarazy_engine::language::number_format::format_decimal;

/// How long work may take before it is spoken of.
const PATIENCE_MS: u32 = 300;

/// What the line shows and whom it tells.
#[derive(Properties, PartialEq)]
pub struct ProgressLineProps {
    /// Whether there is work.
    pub is_working: bool,
    /// How far it has come, once it is known.
    pub progress: Option<Progress>,
    /// The title of the text in work.
    pub title: AttrValue,
    /// Is told to stop.
    pub on_stop: Callback<()>,
}

/// The line; while there is nothing to say it takes no room.
#[component]
pub fn ProgressLine(props: &ProgressLineProps) -> Html {
    let messages = use_messages();
    if !use_late(props.is_working, PATIENCE_MS) {
        return html! { <div class="progress-line" role="status"></div> };
    }
    let part = props.progress.map(|progress| progress.done as f64 / progress.total.max(1) as f64);
    let percent = part.map(|part| format_decimal(Some(part.clamp(0.0, 1.0) * 100.0), 0, messages.language()));
    let sentence = match (percent, props.title.as_str()) {
        (None, _) => messages.get("progress-unknown"),
        (Some(percent), "") => messages.format("progress", &[("percent", percent.into())]),
        (Some(percent), title) => {
            messages.format("progress-text", &[("percent", percent.into()), ("title", title.into())])
        }
    };
    html! {
        <div class="progress-line is-shown" role="status">
            <label>
                <span>{ sentence }</span>
                <progress value={part.map(|part| part.to_string())} max="1"></progress>
            </label>
            <button type="button" onclick={props.on_stop.reform(|_: MouseEvent| ())}>{ messages.get("progress-stop") }</button>
        </div>
    }
}
