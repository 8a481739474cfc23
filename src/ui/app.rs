//! The page: its state around everything that is drawn.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    providers::{InitialState, StateProvider},
    shell::{Effects, Page},
};

/// Props of [`App`].
#[derive(Properties, PartialEq, Default)]
pub struct AppProps {
    /// The state at the start, where the page is drawn at build time.
    #[prop_or_default]
    pub initial: Option<Rc<InitialState>>,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    html! {
        <StateProvider initial={props.initial.clone()}>
            <Effects />
            <Page />
        </StateProvider>
    }
}
