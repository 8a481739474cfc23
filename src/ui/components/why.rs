//! Why a word was matched, in words.

use yew::prelude::*;

use tarazy_engine::context::MatchedBy;
use tarazy_report::message::Messages;

/// Returns how an entry caught its words: "as written", "fits the wildcards", or stem and suffixes
/// with their names.
pub fn why(messages: &Messages, matched_by: &[MatchedBy]) -> Html {
    let is_plain = matched_by.iter().all(|word| *word == MatchedBy::Form);
    let words = if is_plain { &matched_by[..matched_by.len().min(1)] } else { matched_by };
    html! {
        <span class="why">
            { for words.iter().map(|word| html! { <span class="why-word">{ why_word(messages, word) }</span> }) }
        </span>
    }
}

fn why_word(messages: &Messages, word: &MatchedBy) -> Html {
    match word {
        MatchedBy::Form => messages.get("why-form").into(),
        MatchedBy::Glob => messages.get("why-glob").into(),
        MatchedBy::Any => messages.get("why-any").into(),
        MatchedBy::Lemma { stem, alternation, suffixes } => html! {<>
            <span class="why-stem">
                <span class="form">{ stem.clone() }</span>
                { "\u{a0}" }<span class="gloss">{ messages.get("why-stem") }</span>
                if !alternation.is_empty() {
                    <span class="gloss">{ " (" }{ named(messages, "alternation-", alternation) }{ ")" }</span>
                }
            </span>
            { for suffixes.iter().map(|suffix| html! {
                <span class="why-suffix">
                    if suffix.text.is_empty() {
                        { ", " }
                    } else {
                        { " +\u{a0}" }<span class="form">{ suffix.text.clone() }</span>{ "\u{a0}" }
                    }
                    <span class="gloss">{ named(messages, "gloss-", &suffix.gloss) }</span>
                </span>
            }) }
        </>},
    }
}

/// Returns the name of a grammatical code; the bare code where there is no name for it yet.
pub fn named(messages: &Messages, prefix: &str, code: &str) -> String {
    let name = messages.get(&format!("{prefix}{code}"));
    name.strip_prefix(prefix).map(str::to_owned).unwrap_or(name)
}
