//! A view rendered natively: as HTML, and as the outline of what a person reads.

mod element;
mod outline;
mod run;

use futures::executor::block_on;
use insta::{assert_snapshot, with_settings};
use tarazy_engine::language::Language;
use tarazy_report::message::Messages;
use yew::{LocalServerRenderer, prelude::*};

/// The language of a view whose structure alone is compared.
pub const ENGLISH: [Language; 1] = [Language::English];
/// The languages of a shorter view beside a long one in English.
pub const OTHERS: [Language; 2] = [Language::Kazakh, Language::Russian];

/// Props of [`Stage`].
#[derive(Properties, PartialEq)]
struct StageProps {
    language: Language,
    children: Html,
}

/// What every view finds around it: the messages in the language of the page.
#[component]
fn Stage(props: &StageProps) -> Html {
    html! {
        <ContextProvider<Messages> context={Messages::new(props.language)}>
            { props.children.clone() }
        </ContextProvider<Messages>>
    }
}

/// Renders a view as HTML.
pub fn html(language: Language, view: Html) -> String {
    let props = StageProps { language, children: view };
    block_on(LocalServerRenderer::<Stage>::with_props(props).hydratable(false).render())
}

/// Renders a view as the outline of what a person reads.
pub fn outline(language: Language, view: Html) -> String {
    outline::outline(&html(language, view), language.code())
}

/// Compares what a person reads in a view with what was accepted, in each of the languages.
///
/// Take [`Language::ALL`] where a reader of each language should check the wording, [`ENGLISH`] where
/// another snapshot already has it, and [`ENGLISH`] with [`OTHERS`] where a part of the view has all
/// of it.
pub fn assert_reads(name: &str, languages: &[Language], view: impl Fn(Language) -> Html) {
    for language in languages {
        assert_accepted(name, *language, &outline(*language, view(*language)));
    }
}

/// Compares a text in a language with what was accepted.
pub fn assert_accepted(name: &str, language: Language, text: &str) {
    with_settings!({
        snapshot_path => "../snapshots",
        snapshot_suffix => language.code(),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        assert_snapshot!(name, text);
    });
}
