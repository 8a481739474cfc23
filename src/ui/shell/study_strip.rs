//! The line above a published study: its authors, the check of its numbers, and what it holds of
//! its texts.

use tarazy_engine::{
    counting::Comparison,
    study::{Discrepancy, Verification, VerificationQuery},
};
use yew::prelude::*;

use crate::ui::{
    hooks::{Published, use_actions, use_messages, use_results, use_study, use_table},
    state::{Shared, results::Analyses},
    wording::counted,
};
use tarazy_report::{message::Messages, publication::TextsKept};

/// Number of discrepancies that are listed.
const MOST_DISCREPANCIES: usize = 20;

/// Props of [`StudyStrip`].
#[derive(Properties, PartialEq)]
pub struct StudyStripProps {
    /// The study as it was published.
    pub published: Shared<Published>,
}

/// The line; nothing once another study is open.
#[component]
pub fn StudyStrip(props: &StudyStripProps) -> Html {
    let published = &props.published;
    let messages = use_messages();
    let (actions, study, table) = (use_actions(), use_study(), use_table());
    let verification = use_results::<Analyses>().verification;
    let inputs = study.inputs();
    if *inputs.about != published.recipe.about {
        return Html::default();
    }
    let on_verify = {
        let published = published.table.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(table) = &published {
                actions.ask(VerificationQuery { published: Box::new(Comparison::clone(table)) });
            }
        })
    };
    let about = &published.recipe.about;
    let year = about.year.map(|year| year.to_string()).unwrap_or_default();
    let facts = [about.authors.join(", "), about.publisher.clone(), year, about.licence.clone()];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    let description = about.description.get(messages.language());
    let kept = inputs.documents.is_empty().then(|| match published.kept {
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
                if study.is_changed() {
                    { " · " }<span class="study-changed">{ messages.get("strip-changed") }</span>
                }
            </p>
            if !description.is_empty() {
                <p class="study-description">{ description }</p>
            }
            if let Some(kept) = kept {
                <p class="study-kept">{ kept }</p>
            } else {
                <p class="study-verify">
                    <button type="button" id="verify" onclick={on_verify}>
                        { messages.get("verify") }
                    </button>
                    <span role="status">{ verdict(&messages, verification.as_deref(), table.as_deref()) }</span>
                </p>
            }
        </section>
    }
}

/// The result of the check, in words.
fn verdict(messages: &Messages, verification: Option<&Verification>, table: Option<&Comparison>) -> Html {
    let Some(verification) = verification else { return html! {} };
    if verification.discrepancies.is_empty() {
        let values = [("texts", verification.texts.into()), ("cells", verification.cells.into())];
        return html! { <span class="is-equal">{ messages.format("verify-equal", &values) }</span> };
    }
    let count = verification.discrepancies.len();
    let lines = verification.discrepancies.iter().take(MOST_DISCREPANCIES);
    html! {
        <>
            <span class="is-other">{ counted(messages, "verify-differs", count as u64) }</span>
            <ul class="discrepancies">
                { for lines.map(|discrepancy| html! { <li>{ discrepancy_words(messages, table, discrepancy) }</li> }) }
            </ul>
        </>
    }
}

fn discrepancy_words(messages: &Messages, table: Option<&Comparison>, discrepancy: &Discrepancy) -> String {
    let row = discrepancy.document.and_then(|at| table?.documents.get(at as usize)).map(|row| row.title.clone());
    let column = discrepancy.column.and_then(|id| table?.columns.get(id.0 as usize));
    let column = column.map(|column| column.title.get(messages.language()).to_owned());
    let kind = messages.get(&format!("discrepancy-{}", discrepancy.kind.name()));
    let place: Vec<String> = [row, column, Some(kind)].into_iter().flatten().collect();
    let shown = |value: &str| if value.is_empty() { "–".to_owned() } else { value.to_owned() };
    let values = [
        ("place", place.join(", ").into()),
        ("published", shown(&discrepancy.published).into()),
        ("found", shown(&discrepancy.found).into()),
    ];
    messages.format("discrepancy", &values)
}
