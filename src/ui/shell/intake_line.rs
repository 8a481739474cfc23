//! The files that come in: how far reading is, and which files cannot be read.

use tarazy_engine::problem::Problem;
use tarazy_report::message::Messages;
use yew::prelude::*;

use crate::ui::{
    components::encoding_remedy,
    hooks::{StudyActions, use_actions, use_intake, use_late, use_messages},
    state::{intake::FileId, notices::is_about_encoding},
    wording::counted,
};

/// How long reading may take before its progress is shown.
const PATIENCE_MS: u32 = 300;

/// How many files that cannot be read are listed.
const MOST_REFUSED: usize = 100;

/// The progress of reading with a button to stop it, and the list of files that cannot be read. It
/// takes no room while there is nothing to report.
#[component]
pub fn IntakeLine() -> Html {
    let messages = use_messages();
    let (actions, intake) = (use_actions(), use_intake());
    let is_late = use_late(intake.is_working(), PATIENCE_MS);
    let refused: Vec<(FileId, &Problem)> = intake.refused().collect();
    let (done, all) = intake.progress();
    let name = intake.reading().map_or("", |file| file.name.as_str());
    let on_cancel = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.cancel_reading())
    };
    html! {<>
        <div class={classes!("progress-line", "intake-line", is_late.then_some("is-shown"))} role="status">
            if is_late {
                <label>
                    <span>{ messages.format("intake-progress", &[
                        ("done", done.to_string().into()), ("all", all.to_string().into()), ("name", name.into()),
                    ]) }</span>
                    <progress value={done.to_string()} max={all.to_string()}></progress>
                </label>
                <button type="button" onclick={on_cancel}>{ messages.get("intake-cancel") }</button>
            }
        </div>
        if !refused.is_empty() {
            { refusals(&messages, &actions, &refused) }
        }
    </>}
}

fn refusals(messages: &Messages, actions: &StudyActions, refused: &[(FileId, &Problem)]) -> Html {
    let on_dismiss_all = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.dismiss_refused())
    };
    let more = refused.len().saturating_sub(MOST_REFUSED);
    let rows = refused.iter().take(MOST_REFUSED).map(|(id, problem)| {
        let id = *id;
        let name = problem.place.file.clone().unwrap_or_default();
        let dismiss = messages.format("intake-dismiss", &[("name", name.into())]);
        let on_dismiss = {
            let actions = actions.clone();
            Callback::from(move |_: MouseEvent| actions.dismiss_file(id))
        };
        let on_read_as = {
            let actions = actions.clone();
            Callback::from(move |encoding| actions.read_file_as(id, encoding))
        };
        html! {
            <li key={id.0}>
                <p>{ messages.problem(problem) }</p>
                if is_about_encoding(problem) {
                    { encoding_remedy(messages, format!("refused-encoding-{}", id.0), on_read_as) }
                }
                <button
                    type="button"
                    class="icon-button"
                    aria-label={dismiss.clone()}
                    title={dismiss}
                    onclick={on_dismiss}
                >
                    { "×" }
                </button>
            </li>
        }
    });
    html! {
        <section class="refused notice is-problem" aria-labelledby="refused-heading">
            <header>
                <h2 id="refused-heading">{ counted(messages, "intake-refused", refused.len() as u64) }</h2>
                <button type="button" onclick={on_dismiss_all}>{ messages.get("intake-dismiss-all") }</button>
            </header>
            <ul aria-live="polite">{ for rows }</ul>
            if more > 0 {
                <p>{ counted(messages, "intake-refused-more", more as u64) }</p>
            }
        </section>
    }
}
