//! Text to be copied by hand, where files cannot be saved.

use yew::prelude::*;

use super::dialog::Dialog;
use crate::ui::hooks::use_messages;

/// Props of [`ByHand`].
#[derive(Properties, PartialEq)]
pub struct ByHandProps {
    /// Names the element.
    pub id: AttrValue,
    /// The text; none while there is nothing to copy.
    pub text: Option<AttrValue>,
    /// Why it is shown, where that is not the usual reason.
    #[prop_or_default]
    pub why: Option<AttrValue>,
    /// Called when the user closes it.
    pub on_close: Callback<()>,
}

/// A dialog with the text in a field.
#[component]
pub fn ByHand(props: &ByHandProps) -> Html {
    let messages = use_messages();
    let area = format!("{}-area", props.id);
    let why = props.why.clone().unwrap_or_else(|| messages.get("export-by-hand-why").into());
    html! {
        <Dialog
            id={props.id.clone()}
            title={messages.get("export-by-hand")}
            is_open={props.text.is_some()}
            on_close={props.on_close.clone()}
        >
            <label for={area.clone()}>{ why }</label>
            <textarea id={area} rows="16" readonly=true value={props.text.clone().unwrap_or_default()} />
        </Dialog>
    }
}
