//! In which encoding a text is read, and the choice of another one.

use yew::prelude::*;

use super::choice::Choice;
use crate::ui::{hooks::use_messages, state::study::Edit};
use tarazy_engine::{
    encoding::{Encoding, EncodingChoice},
    settings::{DocumentId, ReadingOptions},
};
use tarazy_report::message::Messages;

/// Props of [`EncodingSelect`].
#[derive(Properties, PartialEq)]
pub struct EncodingSelectProps {
    /// Names the element.
    pub id: AttrValue,
    /// Which text.
    pub document: DocumentId,
    /// How it is read.
    pub reading: ReadingOptions,
    /// The encoding that the engine found, if it was asked to.
    pub found: Option<Encoding>,
    /// Called with an edit of the reading.
    pub on_edit: Callback<Edit>,
    /// Whether the label is for screen readers alone.
    #[prop_or_default]
    pub hides_label: bool,
}

/// The choice; the engine's own finding comes first.
#[component]
pub fn EncodingSelect(props: &EncodingSelectProps) -> Html {
    let messages = use_messages();
    let (value, found) = match props.reading.encoding {
        EncodingChoice::Auto => ("auto", props.found),
        EncodingChoice::Fixed(encoding) => (encoding.code(), None),
    };
    let auto = match found {
        Some(encoding) => messages.format("encoding-auto-found", &[("encoding", encoding.name().into())]),
        None => messages.get("encoding-auto"),
    };
    let (document, reading) = (props.document, props.reading);
    let on_choose = props.on_edit.reform(move |code: String| {
        let encoding = Encoding::from_code(&code).map_or(EncodingChoice::Auto, EncodingChoice::Fixed);
        Edit::SetReading(document, ReadingOptions { encoding, ..reading })
    });
    html! {
        <Choice
            id={props.id.clone()}
            label={messages.get("encoding-read-as")}
            {value}
            choices={std::iter::once(("auto".into(), auto.into())).chain(encodings()).collect::<Vec<_>>()}
            {on_choose}
            hides_label={props.hides_label}
        />
    }
}

/// Returns every encoding with the name by which people know it.
pub fn encodings() -> impl Iterator<Item = (AttrValue, AttrValue)> {
    Encoding::ALL.into_iter().map(|encoding| (encoding.code().into(), encoding.name().into()))
}

/// The choice of an encoding in which a refused text is read again; nothing is chosen yet.
pub fn encoding_remedy(messages: &Messages, id: String, on_choose: Callback<Encoding>) -> Html {
    let on_choose = Callback::from(move |code: String| {
        if let Some(encoding) = Encoding::from_code(&code) {
            on_choose.emit(encoding);
        }
    });
    let nothing = [("".into(), messages.get("encoding-choose").into())];
    html! {
        <Choice
            {id}
            label={messages.get("encoding-read-as")}
            value=""
            choices={nothing.into_iter().chain(encodings()).collect::<Vec<_>>()}
            {on_choose}
            hides_label=true
        />
    }
}
