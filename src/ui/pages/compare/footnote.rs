//! What a number in the table is: measure, rule of counting, lexicon. Always in sight, and printed
//! with the table.

use yew::prelude::*;

use crate::ui::{
    hooks::use_messages,
    state::{Route, Shared},
    wording::{counted, language_code, repair_list},
};
use tarazy_engine::{
    counting::{Comparison, Measure},
    language::number_format::format_integer,
    repair::RepairCount,
};
use tarazy_report::{message::Messages, report::signs_note};

/// How many digits of the lexicon's fingerprint are shown before it is asked for.
const SHORT_DIGITS: usize = 12;

/// Number of links to receipts; the others are only counted.
const MOST_RECEIPTS: usize = 8;

/// Props of [`Footnote`].
#[derive(Properties, PartialEq)]
pub struct FootnoteProps {
    /// The table above it.
    pub table: Shared<Comparison>,
    /// What its cells show.
    pub measure: Measure,
    /// Whether weighted figures stand beside the others.
    #[prop_or_default]
    pub shows_weights: bool,
}

/// The footnote as a list of terms.
#[component]
pub fn Footnote(props: &FootnoteProps) -> Html {
    let messages = use_messages();
    let language = messages.language();
    let lexicon = &props.table.lexicon;
    let options = &props.table.options;
    let policy = options.policy.name();
    let negation = options.negation.name();
    let title = match lexicon.title.get(language) {
        "" => &lexicon.id,
        title => title,
    };
    let letters = if options.case_sensitive { "as-written" } else { "lower-case" };
    html! {
        <dl class="footnote">
            <dt>{ messages.get("footnote-measure") }</dt>
            <dd>{ messages.format("footnote-formula", &[
                ("measure", props.measure.name().into()),
                ("policy", policy.into()),
            ]) }</dd>
            if let Some(note) = signs_note(&props.table, props.measure, &messages) {
                <dd>{ note }</dd>
            }
            if props.shows_weights {
                <dt>{ messages.get("footnote-weights") }</dt>
                <dd>{ messages.format("footnote-weights-formula", &[("measure", props.measure.name().into())]) }</dd>
            }
            <dt>{ messages.get("footnote-policy") }</dt>
            <dd>
                <span class="policy-name" lang="en">{ policy }</span>
                { " — " }
                { messages.format("footnote-policy-sentence", &[("policy", policy.into())]) }
                { " " }
                { messages.format("footnote-letters", &[("letters", letters.into())]) }
            </dd>
            <dt>{ messages.get("footnote-negation") }</dt>
            <dd>
                <span class="policy-name" lang="en">{ negation }</span>
                { " — " }
                { messages.format("footnote-negation-sentence", &[("negation", negation.into())]) }
            </dd>
            <dt>{ messages.get("footnote-signs") }</dt>
            <dd>{ messages.get("footnote-signs-sentence") }</dd>
            { repairs(&props.table, &messages) }
            <dt>{ messages.get("footnote-lexicon") }</dt>
            <dd class="footnote-lexicon">
                <span>
                    { messages.format("footnote-lexicon-title", &[
                        ("title", title.into()),
                        ("version", lexicon.version.as_str().into()),
                        ("entries", crate::ui::wording::number(u64::from(lexicon.entries))),
                        ("shown", format_integer(lexicon.entries, language).into()),
                    ]) }
                </span>
                if let Some(changes) = lexicon.changes {
                    <span>{ counted(&messages, "lexicon-changes", u64::from(changes)) }</span>
                }
                <details class="fingerprint">
                    <summary>
                        { "SHA-256 " }
                        <code>{ lexicon.sha256.chars().take(SHORT_DIGITS).collect::<String>() }{ "…" }</code>
                    </summary>
                    <code>{ lexicon.sha256.clone() }</code>
                    if !lexicon.source.is_empty() {
                        <p>{ messages.format("footnote-source", &[("source", lexicon.source.as_str().into())]) }</p>
                    }
                    if !lexicon.licence.is_empty() {
                        <p>{ messages.format("footnote-licence", &[("licence", lexicon.licence.as_str().into())]) }</p>
                    }
                </details>
            </dd>
        </dl>
    }
}

/// The repairs in the texts with links to the receipts; empty without repairs.
fn repairs(table: &Comparison, messages: &Messages) -> Html {
    let found: Vec<RepairCount> = table.documents.iter().flat_map(|row| &row.repairs).copied().collect();
    let list = |key: &str, is_applied: bool| {
        let list = repair_list(messages, &found, is_applied);
        (!list.is_empty()).then(|| messages.format(key, &[("list", list.into())]))
    };
    let sentences: Vec<String> =
        [list("footnote-repairs-made", true), list("footnote-repairs-left", false)].into_iter().flatten().collect();
    if sentences.is_empty() {
        return Html::default();
    }
    let repaired: Vec<_> = table.documents.iter().enumerate().filter(|(_, row)| !row.repairs.is_empty()).collect();
    let links = repaired.iter().take(MOST_RECEIPTS).map(|(at, row)| {
        html! {
            <li key={*at}>
                <a href={format!("#{}", Route::Repairs(*at).fragment())}>
                    <bdi lang={language_code(row.language)}>{ row.title.clone() }</bdi>
                </a>
            </li>
        }
    });
    let more = repaired.len().saturating_sub(MOST_RECEIPTS) as u64;
    html! {<>
        <dt>{ messages.get("footnote-repairs") }</dt>
        <dd class="footnote-repairs">
            { sentences.join(" ") }
            <ul class="receipts" aria-label={messages.get("footnote-receipts")}>
                { for links }
                if more > 0 {
                    <li>{ counted(messages, "footnote-receipts-more", more) }</li>
                }
            </ul>
        </dd>
    </>}
}
