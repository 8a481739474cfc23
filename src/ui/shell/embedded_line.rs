//! The line above a study that is shown without panels: what it is, and the way to the whole of it.

use yew::prelude::*;

use crate::ui::hooks::use_messages;

/// What the line shows.
#[derive(Properties, PartialEq)]
pub struct EmbeddedLineProps {
    /// The study's title in the language of the page.
    pub title: AttrValue,
}

/// The line; style sheets show it only where the panels are hidden. The script `framed.js` hears its button, since it knows the
/// address and the frame.
#[component]
pub fn EmbeddedLine(props: &EmbeddedLineProps) -> Html {
    let messages = use_messages();
    html! {
        <div class="embedded-line">
            <span class="embedded-title">{ props.title.clone() }</span>
            <button type="button" class="open-whole" data-open-whole="">{ messages.get("embedded-whole") }</button>
        </div>
    }
}
