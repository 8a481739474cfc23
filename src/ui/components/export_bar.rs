//! The table as files and as a copy.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Dialog;
use crate::{
    browser::{copy, download, may_download, text_blob},
    counting::Measure,
    language::Language,
    study::Comparison,
    ui::{
        export::{Format, file_name, html_table, plain_table, render},
        hooks::{Desk, use_messages},
        state::notices,
    },
};

/// What is exported, and who tells the reader.
#[derive(Properties)]
pub struct ExportBarProps {
    /// The table.
    pub table: Rc<Comparison>,
    /// What its cells show.
    pub measure: Measure,
    /// Says what was done.
    pub desk: Desk,
}

impl PartialEq for ExportBarProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.table, &other.table) && self.measure == other.measure
    }
}

/// Copy, CSV, Markdown, JSON.
#[component]
pub fn ExportBar(props: &ExportBarProps) -> Html {
    let messages = use_messages();
    let language = messages.language();
    let shown = use_state(|| None::<String>);
    let save = |format: Format| {
        let (table, measure, desk, shown) = (props.table.clone(), props.measure, props.desk.clone(), shown.clone());
        Callback::from(move |_: MouseEvent| {
            let text = render(format, &table, measure, language);
            // Where the frame forbids downloads nothing would happen, so the text is shown to be copied.
            let saved = may_download()
                && text_blob(&text, format.media_type())
                    .and_then(|blob| download(&blob, &file_name(format, measure)))
                    .is_ok();
            if saved {
                desk.say(notices::Action::calm(
                    "export-saved",
                    vec![("file".to_owned(), crate::study::Argument::Text(file_name(format, measure)))],
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
        let (table, measure, desk) = (props.table.clone(), props.measure, props.desk.clone());
        Callback::from(move |_: MouseEvent| copy_table(&table, measure, language, &desk))
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
pub fn copy_table(table: &Comparison, measure: Measure, language: Language, desk: &Desk) {
    let (html, plain) = (html_table(table, measure, language), plain_table(table, measure, language));
    let desk = desk.clone();
    spawn_local(async move {
        let code = if copy(html, plain).await.is_ok() { "export-copied" } else { "export-not-copied" };
        desk.say(notices::Action::calm(code, Vec::new()));
    });
}
