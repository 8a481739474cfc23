//! The line about a newer version of the page.

use std::cell::Cell;

use yew::prelude::*;

use crate::{
    browser::{NewVersion, on_new_version},
    ui::hooks::{use_actions, use_messages},
};

/// The line; nothing while this version is the newest that the page knows of. It stands at the end of
/// the page and at the lower edge of the window, so that nothing moves when it appears.
#[component]
pub fn VersionLine() -> Html {
    let (actions, messages) = (use_actions(), use_messages());
    let Some(version) = use_new_version() else { return Html::default() };
    let (sentence, label) = match version {
        NewVersion::Ready => ("version-ready", "version-use"),
        NewVersion::Needed => ("version-needed", "version-reload"),
    };
    let onclick = Callback::from(move |_: MouseEvent| actions.renew());
    html! {
        <p id="new-version" class="notice" role="status">
            <span>{ messages.get(sentence) }</span>
            <button type="button" id="new-version-use" {onclick}>{ messages.get(label) }</button>
        </p>
    }
}

/// Returns what is known of a newer version.
#[hook]
fn use_new_version() -> Option<NewVersion> {
    let version = use_state_eq(|| None);
    let setter = version.setter();
    use_effect_with((), move |()| {
        let known = Cell::new(None);
        let listener = on_new_version(move |found| {
            known.set(known.get().max(Some(found)));
            setter.set(known.get());
        });
        move || drop(listener)
    });
    *version
}
