//! The line above a study that is shown without panels: its title, and a button to open the page.

use yew::prelude::*;

use crate::ui::hooks::{use_messages, use_study};

/// The line; style sheets show it only where the panels are hidden. The script `framed.js` listens
/// to its button, since it knows the address and the frame.
#[component]
pub fn EmbeddedLine() -> Html {
    let (messages, study) = (use_messages(), use_study());
    html! {
        <div class="embedded-line">
            <span class="embedded-title">{ study.inputs().title.get(messages.language()) }</span>
            <button type="button" class="open-whole" data-open-whole="">{ messages.get("embedded-whole") }</button>
        </div>
    }
}
