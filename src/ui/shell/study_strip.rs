//! The line that a published study has above it: whose it is, whether its numbers hold, what of its texts is here.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::{
    hooks::{Published, use_messages},
    same::is_same,
    wording::counted,
};
use tarazy_engine::study::{Comparison, Deviation, Verification};
use tarazy_report::{message::Messages, publication::TextsKept};

/// How many deviations are told one by one.
const MOST_DEVIATIONS: usize = 20;

/// What the line shows and whom it tells.
#[derive(Properties)]
pub struct StudyStripProps {
    /// The study as it was published.
    pub published: Rc<Published>,
    /// Whether its texts are here.
    pub has_texts: bool,
    /// The table on screen, for the names of its rows and columns.
    pub table: Option<Rc<Comparison>>,
    /// What the last check came to.
    pub verification: Option<Rc<Verification>>,
    /// Is told to count everything anew and to compare.
    pub on_verify: Callback<()>,
}

impl PartialEq for StudyStripProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.published, &other.published)
            && self.has_texts == other.has_texts
            && is_same(self.table.as_ref(), other.table.as_ref())
            && is_same(self.verification.as_ref(), other.verification.as_ref())
            && self.on_verify == other.on_verify
    }
}

/// The line.
#[component]
pub fn StudyStrip(props: &StudyStripProps) -> Html {
    let messages = use_messages();
    let about = &props.published.recipe.about;
    let year = about.year.map(|year| year.to_string()).unwrap_or_default();
    let facts = [about.authors.join(", "), about.publisher.clone(), year, about.licence.clone()];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    let description = about.description.get(messages.language());
    let kept = (!props.has_texts).then(|| match props.published.kept {
        TextsKept::Contexts(words) => messages.format("strip-contexts", &[("words", words.into())]),
        TextsKept::Whole | TextsKept::Hashes => messages.get("strip-hashes"),
    });
    html! {
        <section class="study-strip" aria-label={messages.get("strip")}>
            <p class="study-facts">
                <strong>{ messages.get("strip") }</strong>
                if !facts.is_empty() {
                    { " · " }{ facts.join(" · ") }
                }
            </p>
            if !description.is_empty() {
                <p class="study-description">{ description }</p>
            }
            if let Some(kept) = kept {
                <p class="study-kept">{ kept }</p>
            } else {
                <p class="study-verify">
                    <button type="button" id="verify" onclick={props.on_verify.reform(|_: MouseEvent| ())}>
                        { messages.get("verify") }
                    </button>
                    <span role="status">{ verdict(&messages, props) }</span>
                </p>
            }
        </section>
    }
}

/// What the check came to, in words.
fn verdict(messages: &Messages, props: &StudyStripProps) -> Html {
    let Some(verification) = &props.verification else { return html! {} };
    if verification.deviations.is_empty() {
        let values = [("texts", verification.texts.into()), ("cells", verification.cells.into())];
        return html! { <span class="is-equal">{ messages.format("verify-equal", &values) }</span> };
    }
    let count = verification.deviations.len();
    let lines = verification.deviations.iter().take(MOST_DEVIATIONS);
    html! {
        <>
            <span class="is-other">{ counted(messages, "verify-differs", count as u64) }</span>
            <ul class="deviations">
                { for lines.map(|deviation| html! { <li>{ deviation_words(messages, props, deviation) }</li> }) }
            </ul>
        </>
    }
}

fn deviation_words(messages: &Messages, props: &StudyStripProps, deviation: &Deviation) -> String {
    let table = props.table.as_deref();
    let row = deviation.document.and_then(|at| table?.documents.get(at as usize)).map(|row| row.title.clone());
    let column = deviation.column.and_then(|id| table?.columns.get(id.0 as usize));
    let column = column.map(|column| column.title.get(messages.language()).to_owned());
    let kind = messages.get(&format!("deviation-{}", deviation.kind.name()));
    let place: Vec<String> = [row, column, Some(kind)].into_iter().flatten().collect();
    let values = [
        ("place", place.join(", ").into()),
        ("published", deviation.published.clone().into()),
        ("found", deviation.found.clone().into()),
    ];
    messages.format("deviation", &values)
}
