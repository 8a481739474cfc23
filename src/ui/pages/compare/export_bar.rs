//! The table as files and as a copy.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::export::{Format, file_name, for_clipboard, piece_query, render};
use crate::{
    browser::{copy, may_download},
    ui::{
        components::{ByHand, Choice, Dialog, Menu},
        hooks::{StudyActions, use_actions, use_messages, use_prefer, use_preferences},
        state::{Preferences, Shared, notices, preferences::Action},
    },
};
use tarazy_engine::{counting::Comparison, language::number_format::DecimalSign};
use tarazy_report::{message::Messages, report::Piece};

/// Props of [`ExportBar`].
#[derive(Properties, PartialEq)]
pub struct ExportBarProps {
    /// The table.
    pub table: Shared<Comparison>,
}

/// Copy, the formats, and how what is saved is set.
#[component]
pub fn ExportBar(props: &ExportBarProps) -> Html {
    let messages = use_messages();
    let (actions, preferences, on_prefer) = (use_actions(), use_preferences(), use_prefer());
    // What could not be saved.
    let refused = use_state_eq(|| None::<Format>);
    let on_save = {
        let (table, actions, refused, messages) =
            (props.table.clone(), actions.clone(), refused.setter(), messages.clone());
        Callback::from(move |format: Format| {
            // Where the frame forbids downloads nothing would happen, so the text is shown to be
            // copied.
            if !may_download() {
                refused.set(Some(format));
                return;
            }
            let Some(bytes) = render(format, &table, preferences, &messages) else {
                actions.write(piece_query(Piece::Workbook, &table, preferences));
                return;
            };
            if !actions.save_file(&file_name(format, preferences), &bytes, format.media_type()) {
                refused.set(Some(format));
            }
        })
    };
    let on_copy = {
        let (table, actions, messages) = (props.table.clone(), actions, messages.clone());
        Callback::from(move |()| copy_table(&table, preferences, &messages, &actions))
    };
    // When one dialog replaces the other, the replaced one closes too; only the open one clears the
    // state.
    let on_close = |is_text: bool| {
        let refused = refused.clone();
        Callback::from(move |()| {
            if refused.is_some_and(|format| format.is_text() == is_text) {
                refused.set(None);
            }
        })
    };
    let on_refused = {
        let refused = refused.setter();
        Callback::from(move |format| refused.set(format))
    };
    let text = (*refused).filter(|format| format.is_text()).and_then(|format| {
        let bytes = render(format, &props.table, preferences, &messages)?;
        Some(AttrValue::from(String::from_utf8(bytes).ok()?))
    });
    let binary = (*refused).filter(|format| !format.is_text());
    html! {<>
        <SaveBar {preferences} {on_save} {on_copy} {on_prefer} />
        <ByHand id="export-text" {text} on_close={on_close(true)} />
        <Dialog
            id="export-binary"
            title={messages.get("export-by-hand")}
            is_open={binary.is_some()}
            on_close={on_close(false)}
        >
            <CopyInstead format={binary.unwrap_or(Format::Docx)} on_choose={on_refused.reform(Some)} />
        </Dialog>
    </>}
}

/// Props of [`SaveBar`].
#[derive(Properties, PartialEq)]
pub struct SaveBarProps {
    /// How what is saved is set.
    pub preferences: Preferences,
    /// Called with what to save.
    pub on_save: Callback<Format>,
    /// Called to copy the table.
    pub on_copy: Callback<()>,
    /// Called when the style changes.
    pub on_prefer: Callback<Action>,
    /// Whether it is open at first.
    #[prop_or_default]
    pub is_open: bool,
}

/// The menu itself.
#[component]
pub fn SaveBar(props: &SaveBarProps) -> Html {
    let messages = use_messages();
    let buttons = Format::ALL.into_iter().map(|format| {
        html! {
            <button
                key={format.extension()}
                type="button"
                onclick={props.on_save.reform(move |_: MouseEvent| format)}
                title={messages.format("export-save", &[("format", format.name().into())])}
            >
                { format.name() }
            </button>
        }
    });
    let signs: Vec<(AttrValue, AttrValue)> = DecimalSign::ALL
        .into_iter()
        .map(|sign| (sign.name().into(), messages.get(&format!("decimal-sign-{}", sign.name())).into()))
        .collect();
    let on_sign =
        props.on_prefer.reform(|name: String| Action::DecimalSign(DecimalSign::from_name(&name).unwrap_or_default()));
    let is_transposed = props.preferences.is_transposed;
    let on_transpose = props.on_prefer.reform(move |_: Event| Action::Transposed(!is_transposed));
    html! {
        <Menu id="export-menu" label={messages.get("export-menu")} is_open={props.is_open}>
            <div class="export-bar" role="group" aria-label={messages.get("export")}>
                <button
                    type="button"
                    onclick={props.on_copy.reform(|_: MouseEvent| ())}
                    aria-keyshortcuts="Control+Shift+C"
                >
                    { messages.get("export-copy") }
                </button>
                { for buttons }
            </div>
            <div class="export-style" role="group" aria-label={messages.get("export-style")}>
                <Choice id="decimal-sign" label={messages.get("decimal-sign")}
                    value={props.preferences.decimal_sign.name()} choices={signs} on_choose={on_sign} />
                <label class="check">
                    <input type="checkbox" checked={is_transposed} onchange={on_transpose} />
                    { messages.get("export-transposed") }
                </label>
                <p class="keys">{ messages.get("export-style-why") }</p>
            </div>
        </Menu>
    }
}

/// Props of [`CopyInstead`].
#[derive(Properties, PartialEq)]
pub struct CopyInsteadProps {
    /// The format that cannot be saved.
    pub format: Format,
    /// Called with the new selection.
    pub on_choose: Callback<Format>,
}

/// A sentence and the formats that are text.
#[component]
pub fn CopyInstead(props: &CopyInsteadProps) -> Html {
    let messages = use_messages();
    let buttons = Format::ALL.into_iter().filter(|format| format.is_text()).map(|format| {
        let onclick = props.on_choose.reform(move |_: MouseEvent| format);
        html! { <button key={format.extension()} type="button" {onclick}>{ format.name() }</button> }
    });
    html! {<>
        <p>{ messages.format("export-binary-why", &[("format", props.format.name().into())]) }</p>
        <p class="lexicon-actions">{ for buttons }</p>
    </>}
}

/// Copies the table and shows if that worked.
pub fn copy_table(table: &Comparison, preferences: Preferences, messages: &Messages, actions: &StudyActions) {
    let (html, plain) = for_clipboard(table, preferences, messages);
    copy_and_notify(html, plain, "export-copied", actions);
}

/// Copies a plain text, its lines as paragraphs for word processors, and shows if that worked.
pub fn copy_text(plain: String, done: &'static str, actions: &StudyActions) {
    let escaped = plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let lines = escaped.lines().filter(|line| !line.trim().is_empty());
    copy_and_notify(lines.map(|line| format!("<p>{line}</p>")).collect(), plain, done, actions);
}

/// Copies something and shows if that worked; `done` is the code of the message then.
fn copy_and_notify(html: String, plain: String, done: &'static str, actions: &StudyActions) {
    let actions = actions.clone();
    spawn_local(async move {
        let code = if copy(html, plain).await.is_ok() { done } else { "export-not-copied" };
        actions.notify(notices::Action::info(code, Vec::new()));
    });
}
