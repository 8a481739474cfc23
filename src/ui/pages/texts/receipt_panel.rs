//! The receipt of a text: the encoding it was read in, its repairs, and how to change either.

use std::rc::Rc;

use yew::prelude::*;

use super::receipt_kind::ReceiptKind;
use crate::{
    browser::InputDocument,
    ui::{
        components::{Dialog, EncodingSelect, use_focus_while_open},
        hooks::use_messages,
        state::{Route, Shared, study::Edit},
        wording::language_code,
    },
};
use tarazy_engine::{
    counting::DocumentSummary,
    encoding::EncodingChoice,
    intake::SURE,
    language::{Language, number_format::format_decimal},
    repair::RepairKind,
    settings::{DocumentId, ReadingOptions},
    study::DocumentReceipt,
};
use tarazy_report::message::Messages;

/// Props of [`ReceiptPanel`].
#[derive(Properties, PartialEq)]
pub struct ReceiptPanelProps {
    /// The text as the reader put it in.
    pub input: Rc<InputDocument>,
    /// Its row in the table.
    pub row: DocumentSummary,
    /// Its place in the table, from 0.
    pub at: usize,
    /// The repairs; `None` until the engine has sent them.
    pub receipt: Option<Shared<DocumentReceipt>>,
    /// The text, where it can only be copied by hand.
    pub by_hand: Option<AttrValue>,
    /// Called with an edit of the reading.
    pub on_edit: Callback<Edit>,
    /// Called to save the text as it is counted.
    pub on_save: Callback<DocumentId>,
    /// Called when the user has copied the text by hand.
    pub on_copied: Callback<()>,
    /// Called when the user is done.
    pub on_close: Callback<()>,
}

/// The receipt.
#[component]
pub fn ReceiptPanel(props: &ReceiptPanelProps) -> Html {
    let messages = use_messages();
    let root = use_node_ref();
    let id = props.input.id;
    use_focus_while_open(root.clone(), vec!["h2".to_owned()], id);
    let code = language_code(props.row.language);
    let read = Route::Read { document: props.at, at: 0 };
    html! {
        <article class="receipt" ref={root} aria-labelledby="receipt-heading">
            <header class="panel-head">
                <h2 id="receipt-heading" tabindex="-1">
                    <span class="receipt-of">{ messages.get("receipt-heading") }</span>
                    { " " }
                    <bdi lang={code}>{ props.row.title.clone() }</bdi>
                </h2>
                <button type="button" class="close" onclick={props.on_close.reform(|_: MouseEvent| ())}
                    aria-keyshortcuts="Escape">
                    { messages.get("dialog-close") }
                </button>
            </header>
            <p class="receipt-why">{ messages.get("receipt-why") }</p>
            <p class="receipt-actions">
                <button type="button" class="turn" onclick={props.on_save.reform(move |_: MouseEvent| id)}>
                    { messages.get("receipt-save") }
                </button>
                <a href={format!("#{}", read.fragment())}>{ messages.get("receipt-read") }</a>
            </p>
            if let Some(receipt) = &props.receipt {
                { encoding(props, &messages, receipt, code) }
                if receipt.receipt.kinds.is_empty() {
                    <p class="nothing">{ messages.get("receipt-clean") }</p>
                }
                { for receipt.receipt.kinds.iter().map(|kind| {
                    let on_switch = props.on_edit.reform(switch(id, props.input.reading, kind.kind));
                    html! { <ReceiptKind key={kind.kind.code()} receipt={kind.clone()} language={code} {on_switch} /> }
                }) }
            } else {
                <p class="nothing" role="status">{ messages.get("receipt-waits") }</p>
            }
            <Dialog
                id="receipt-text"
                title={messages.get("export-by-hand")}
                is_open={props.by_hand.is_some()}
                on_close={props.on_copied.clone()}
            >
                <label for="receipt-area">{ messages.get("export-by-hand-why") }</label>
                <textarea id="receipt-area" rows="16" readonly=true value={props.by_hand.clone().unwrap_or_default()} />
            </Dialog>
        </article>
    }
}

/// Returns the edit that turns a kind of repair on or off.
fn switch(id: DocumentId, reading: ReadingOptions, kind: RepairKind) -> impl Fn(bool) -> Edit {
    move |is_wanted| {
        let repairs = if is_wanted { reading.repairs.with(kind) } else { reading.repairs.without(kind) };
        Edit::SetReading(id, ReadingOptions { repairs, ..reading })
    }
}

/// The encoding, how sure it is, a few lines to judge it by, and the choice of another.
fn encoding(props: &ReceiptPanelProps, messages: &Messages, receipt: &DocumentReceipt, code: &'static str) -> Html {
    let confidence = receipt.encoding_confidence;
    let is_doubtful = confidence < SURE;
    let key = match props.input.reading.encoding {
        EncodingChoice::Fixed(_) => "receipt-encoding-chosen",
        EncodingChoice::Auto if confidence >= 1.0 => "receipt-encoding-certain",
        EncodingChoice::Auto if is_doubtful => "receipt-encoding-doubtful",
        EncodingChoice::Auto => "receipt-encoding-found",
    };
    let percent = percent(confidence, messages.language());
    let sentence = messages.format(key, &[("encoding", receipt.encoding.name().into()), ("percent", percent.into())]);
    html! {
        <section class="receipt-encoding" aria-labelledby="receipt-encoding-heading">
            <h3 id="receipt-encoding-heading">{ messages.get("receipt-encoding") }</h3>
            <p class={classes!("receipt-why", is_doubtful.then_some("is-doubtful"))}>{ sentence }</p>
            if key != "receipt-encoding-certain" {
                <blockquote class="receipt-excerpt" lang={code} aria-label={messages.get("receipt-excerpt")}>
                    { receipt.excerpt.clone() }
                </blockquote>
            }
            <EncodingSelect
                id="receipt-encoding-choice"
                document={props.input.id}
                reading={props.input.reading}
                found={receipt.encoding}
                on_edit={props.on_edit.clone()}
            />
        </section>
    }
}

/// Returns a confidence as whole percent, never 100 where there is a doubt.
fn percent(confidence: f32, language: Language) -> String {
    format_decimal(Some((f64::from(confidence) * 100.0).floor()), 0, language)
}
