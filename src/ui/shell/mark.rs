//! The logo: a simple scale.

use yew::prelude::*;

/// The scale as a picture beside the name.
#[component]
pub fn ScaleMark() -> Html {
    html! {
        <svg class="brand-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path
                d="M12 3v17M7 20.5h10M4 7l8-1.5L20 4M4 7l-2.8 6.5h5.6L4 7zM20 4l-2.8 6.5h5.6L20 4z"
                fill="none"
                stroke="currentColor"
                stroke-width="1.5"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
            <path d="M1.2 13.5a2.8 2.3 0 0 0 5.6 0zM17.2 10.5a2.8 2.3 0 0 0 5.6 0z" fill="currentColor" />
        </svg>
    }
}
