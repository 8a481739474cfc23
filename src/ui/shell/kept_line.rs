//! The line about a study that the browser does not keep, or that another tab has open.

use yew::prelude::*;

use crate::{
    browser::StoreError,
    ui::{
        hooks::{use_actions, use_kept, use_messages, use_preferences, use_study},
        state::Keeping,
    },
};

/// The line; nothing for a study that is kept, and for one of which there is nothing to keep.
#[component]
pub fn KeptLine() -> Html {
    let messages = use_messages();
    let (actions, study, preferences) = (use_actions(), use_study(), use_preferences());
    let reason = match use_kept().keeping {
        Keeping::Kept => return Html::default(),
        Keeping::Elsewhere => {
            return html! { <p id="elsewhere" class="notice" role="status">{ messages.get("elsewhere") }</p> };
        }
        Keeping::Unkept(_) if !study.is_own() => return Html::default(),
        Keeping::Unkept(StoreError::Denied) => "unkept-denied",
        Keeping::Unkept(StoreError::Full) => "unkept-full",
        Keeping::Unkept(StoreError::Failed | StoreError::Absent) => "unkept-failed",
    };
    let onclick = Callback::from(move |_: MouseEvent| actions.save_study(preferences));
    html! {
        <p id="unkept" class="notice" role="status">
            <span>{ messages.get(reason) }</span>
            <button type="button" id="unkept-save" {onclick}>{ messages.get("unkept-save") }</button>
        </p>
    }
}
