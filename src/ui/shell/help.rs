//! The two notes that the header opens: keys and privacy.

use yew::prelude::*;

use crate::ui::{components::Dialog, hooks::use_messages, wording::counted};

/// The keys and what they do, in the order of the list.
const KEYS: [(&str, &str); 15] = [
    ("G T", "key-texts"),
    ("G L", "key-lexicon"),
    ("G C", "key-compare"),
    ("G K", "key-contexts"),
    ("G F", "key-figures"),
    ("/", "key-search"),
    ("← ↑ → ↓", "key-arrows"),
    ("Enter", "key-open"),
    ("Esc", "key-back"),
    ("J K", "key-lines"),
    ("Ctrl-Z, Ctrl-Shift-Z", "key-undo"),
    ("Ctrl-Shift-C", "key-copy"),
    ("Ctrl-C", "key-copy-line"),
    ("Ctrl-S, Ctrl-O", "key-save"),
    ("?", "key-shortcuts"),
];

/// Props of [`Shortcuts`] and [`PrivacyNote`].
#[derive(Properties, PartialEq)]
pub struct NoteProps {
    /// Whether it is open.
    pub is_open: bool,
    /// Called when the user closes it.
    pub on_close: Callback<()>,
    /// How many requests the page sent.
    #[prop_or_default]
    pub requests: u32,
}

/// The list of keys.
#[component]
pub fn Shortcuts(props: &NoteProps) -> Html {
    let messages = use_messages();
    html! {
        <Dialog id="shortcuts" title={messages.get("shortcuts")} is_open={props.is_open} on_close={props.on_close.clone()}>
            <dl class="key-list">
                { for KEYS.iter().map(|(keys, words)| html! {<>
                    <dt><kbd>{ keys }</kbd></dt>
                    <dd>{ messages.get(words) }</dd>
                </>}) }
            </dl>
        </Dialog>
    }
}

/// What becomes of the reader's texts, in plain words.
#[component]
pub fn PrivacyNote(props: &NoteProps) -> Html {
    let messages = use_messages();
    html! {
        <Dialog id="privacy" title={messages.get("privacy")} is_open={props.is_open} on_close={props.on_close.clone()}>
            <p>{ counted(&messages, "privacy-count", u64::from(props.requests)) }</p>
            <p>{ messages.get("privacy-texts") }</p>
            <p>{ messages.get("privacy-files") }</p>
            <p>{ messages.get("privacy-storage") }</p>
            <p>{ messages.get("privacy-check") }</p>
        </Dialog>
    }
}
