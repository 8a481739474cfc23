//! One kind of repair in a text: what it is and why, every word before and after, and the way to
//! undo it.

use yew::prelude::*;

use super::changed_letters::{compare, marked};
use crate::ui::{hooks::use_messages, wording::counted};
use tarazy_engine::{
    language::number_format::format_integer,
    repair::{DistinctChange, KindReceipt},
};

/// How many words are shown before somebody asks for all.
const FIRST_WORDS: usize = 12;

/// Props of [`ReceiptKind`].
#[derive(Properties, PartialEq)]
pub struct ReceiptKindProps {
    /// What was found.
    pub receipt: KindReceipt,
    /// The code of the text's language.
    pub language: &'static str,
    /// Called with `true` to repair this kind, `false` to leave it.
    pub on_switch: Callback<bool>,
}

/// The section.
#[component]
pub fn ReceiptKind(props: &ReceiptKindProps) -> Html {
    let messages = use_messages();
    let shows_all = use_state_eq(|| false);
    let receipt = &props.receipt;
    let code = receipt.kind.code();
    let title = messages.get(&format!("repair-{code}"));
    let listed = receipt.changes.len();
    let shown = if *shows_all { listed } else { listed.min(FIRST_WORDS) };
    let hidden = u64::from(receipt.distinct).saturating_sub(shown as u64);
    let (count, action, name) = if receipt.is_applied {
        ("receipt-repaired", "receipt-undo", "receipt-undo-kind")
    } else {
        ("receipt-left", "receipt-repair", "receipt-repair-kind")
    };
    let is_applied = receipt.is_applied;
    let on_switch = props.on_switch.reform(move |_: MouseEvent| !is_applied);
    let on_all = {
        let shows_all = shows_all.clone();
        Callback::from(move |_: MouseEvent| shows_all.set(true))
    };
    let heading = format!("receipt-{code}");
    html! {
        <section class={classes!("receipt-kind", (!is_applied).then_some("is-left"))} aria-labelledby={heading.clone()}>
            <header class="receipt-head">
                <h3 id={heading}>{ &title }</h3>
                <p class="receipt-count" role="status">{ counted(&messages, count, receipt.count) }</p>
                <button
                    type="button"
                    class="turn"
                    aria-label={messages.format(name, &[("kind", title.as_str().into())])}
                    onclick={on_switch}
                >
                    { messages.get(action) }
                </button>
            </header>
            <p class="receipt-why">{ messages.get(&format!("repair-{code}-why")) }</p>
            <table class="receipt-words">
                <caption class="visually-hidden">{ &title }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ messages.get("receipt-before") }</th>
                        <th scope="col" class="arrow"><span class="visually-hidden">{ "→" }</span></th>
                        <th scope="col">{ messages.get(if is_applied { "receipt-after" } else { "receipt-would-be" }) }</th>
                        <th scope="col" class="number">{ messages.get("receipt-times") }</th>
                    </tr>
                </thead>
                <tbody>
                    { for receipt.changes.iter().take(shown).map(|change| row(props, change, messages.language())) }
                </tbody>
            </table>
            if hidden > 0 {
                <p class="receipt-more">
                    { counted(&messages, "receipt-more", hidden) }
                    if shown < listed {
                        { " " }
                        <button type="button" class="turn" onclick={on_all}>
                            { counted(&messages, "receipt-show", listed as u64) }
                        </button>
                    }
                </p>
            }
        </section>
    }
}

fn row(props: &ReceiptKindProps, change: &DistinctChange, language: tarazy_engine::language::Language) -> Html {
    let (before, after) = compare(&change.before, &change.after);
    html! {
        <tr key={format!("{}\u{0}{}", change.before, change.after)}>
            <td class="before" lang={props.language}><bdi>{ marked(&before) }</bdi></td>
            <td class="arrow" aria-hidden="true">{ "→" }</td>
            <td class="after" lang={props.language}><bdi>{ marked(&after) }</bdi></td>
            <td class="number">{ format_integer(change.count, language) }</td>
        </tr>
    }
}
