//! The page: its state around everything that is drawn.

use yew::prelude::*;

use super::{
    providers::StateProvider,
    shell::{Effects, Page},
};

/// The whole page.
#[component]
pub fn App() -> Html {
    html! {
        <StateProvider>
            <Effects />
            <Page />
        </StateProvider>
    }
}
