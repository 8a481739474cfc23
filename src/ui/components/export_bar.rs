//! The table as files and as a copy.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Dialog;
use crate::{
    browser::{copy, download, may_download, text_blob},
    message::Messages,
    study::Comparison,
    ui::{
        export::{Format, file_name, for_clipboard, render},
        hooks::{Desk, use_messages},
        state::{Preferences, notices},
    },
};

/// What is exported, and who tells the reader.
#[derive(Properties)]
pub struct ExportBarProps {
    /// The table.
    pub table: Rc<Comparison>,
    /// Measure, decimals and face of the table on screen.
    pub preferences: Preferences,
    /// Says what was done.
    pub desk: Desk,
}

impl PartialEq for ExportBarProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.table, &other.table) && self.preferences == other.preferences
    }
}

/// Copy, CSV, Markdown, JSON.
#[component]
pub fn ExportBar(props: &ExportBarProps) -> Html {
    let messages = use_messages();
    let preferences = props.preferences;
    let shown = use_state(|| None::<String>);
    let save = |format: Format| {
        let (table, desk, shown, messages) = (props.table.clone(), props.desk.clone(), shown.clone(), messages.clone());
        Callback::from(move |_: MouseEvent| {
            let text = render(format, &table, preferences, &messages);
            // Where the frame forbids downloads nothing would happen, so the text is shown to be copied.
            let saved = may_download()
                && text_blob(&text, format.media_type())
                    .and_then(|blob| download(&blob, &file_name(format, preferences)))
                    .is_ok();
            if saved {
                desk.say(notices::Action::calm(
                    "export-saved",
                    vec![("file".to_owned(), crate::study::Argument::Text(file_name(format, preferences)))],
                ));
            } else {
                shown.set(Some(text));
            }
        })
    };
    let buttons = Format::ALL.into_iter().map(|format| {
        html! {
            <button
                key={format.extension()}
                type="button"
                onclick={save(format)}
                title={messages.format("export-save", &[("format", format.name().into())])}
            >
                { format.name() }
            </button>
        }
    });
    let on_copy = {
        let (table, desk, messages) = (props.table.clone(), props.desk.clone(), messages.clone());
        Callback::from(move |_: MouseEvent| copy_table(&table, preferences, &messages, &desk))
    };
    let on_close = {
        let shown = shown.clone();
        Callback::from(move |()| shown.set(None))
    };
    html! {
        <div class="export-bar" role="group" aria-label={messages.get("export")}>
            <button type="button" onclick={on_copy} aria-keyshortcuts="Control+Shift+C">{ messages.get("export-copy") }</button>
            { for buttons }
            <Dialog id="export-text" title={messages.get("export-by-hand")} is_open={shown.is_some()} {on_close}>
                <label for="export-area">{ messages.get("export-by-hand-why") }</label>
                <textarea id="export-area" rows="16" readonly=true value={(*shown).clone().unwrap_or_default()} />
            </Dialog>
        </div>
    }
}

/// Copies the table and says whether that worked.
pub fn copy_table(table: &Comparison, preferences: Preferences, messages: &Messages, desk: &Desk) {
    let (html, plain) = for_clipboard(table, preferences, messages);
    let desk = desk.clone();
    spawn_local(async move {
        let code = if copy(html, plain).await.is_ok() { "export-copied" } else { "export-not-copied" };
        desk.say(notices::Action::calm(code, Vec::new()));
    });
}
