//! The end of the page: how many requests it has sent.

use yew::prelude::*;

use crate::ui::{hooks::use_messages, wording::counted};

/// Props of [`Footer`].
#[derive(Properties, PartialEq)]
pub struct FooterProps {
    /// How many requests the page sent.
    pub requests: u32,
    /// Called when the user asks about privacy.
    pub on_privacy: Callback<()>,
}

/// The line.
#[component]
pub fn Footer(props: &FooterProps) -> Html {
    let messages = use_messages();
    html! {
        <footer class="page-footer">
            <button
                type="button"
                id="requests"
                class={classes!("requests", (props.requests > 0).then_some("has-requests"))}
                title={messages.get("requests-why")}
                onclick={props.on_privacy.reform(|_: MouseEvent| ())}
            >
                { counted(&messages, "requests", u64::from(props.requests)) }
            </button>
        </footer>
    }
}
