//! What stands behind one number: the sentence that makes it, the forms that were counted, and what
//! was not.

use yew::prelude::*;

use super::cell_id::CellId;
use crate::ui::{
    components::CategoryKey,
    hooks::use_messages,
    state::Shared,
    wording::{cell_sentence, column_title, counted, deviation, language_code, notable, number, weighted_sentence},
};
use tarazy_engine::{
    counting::{Comparison, Measure},
    language::number_format::format_integer,
    study::CellExplanation,
};
use tarazy_report::message::Messages;

/// How many forms are named before the rest is summed up.
const FORMS_SHOWN: usize = 16;

/// Props of [`CellExplained`].
#[derive(Properties, PartialEq)]
pub struct CellExplainedProps {
    /// The table.
    pub table: Shared<Comparison>,
    /// What the cells show.
    pub measure: Measure,
    /// Digits after the point.
    pub decimals: u8,
    /// Whether weighted figures stand beside the others.
    #[prop_or_default]
    pub shows_weights: bool,
    /// The cell pointed at, if any.
    pub place: Option<CellId>,
    /// The forms behind the cell that was explained last; shown if it is that cell.
    pub explanation: Option<Shared<CellExplanation>>,
    /// How far the cell's count lies from what was to be expected.
    pub residual: Option<f64>,
}

/// The region under the table; it keeps its height, so that nothing moves as the pointer travels.
#[component]
pub fn CellExplained(props: &CellExplainedProps) -> Html {
    let messages = use_messages();
    let found = props.place.and_then(|place| {
        let row = props.table.documents.iter().find(|row| row.id == place.0)?;
        let column = props.table.columns.iter().position(|column| column.id == place.1)?;
        Some((place, row, column))
    });
    let Some((place, row, column)) = found else {
        return html! { <div class="explained is-empty"><p>{ messages.get("explained-hint") }</p></div> };
    };
    let sentence = cell_sentence(&messages, row, column, props.measure, props.decimals, props.table.options.policy);
    let weighted =
        props.shows_weights.then(|| weighted_sentence(&messages, row, column, props.measure, props.decimals));
    let title = column_title(&props.table, column, messages.language());
    let forms = props
        .explanation
        .as_ref()
        .filter(|explanation| CellId(explanation.document, explanation.column) == place)
        .map(|explanation| forms(explanation, &messages, language_code(row.language)));
    html! {
        <div class="explained">
            <p class="explained-place">
                <bdi lang={language_code(row.language)}>{ row.title.clone() }</bdi>
                <span class="times">{ " × " }</span>
                <CategoryKey {column} />
                { title }
            </p>
            <p class="explained-sentence">
                { sentence }
                if let Some(residual) = notable(props.residual) {
                    <span class="explained-deviation">{ deviation(&messages, residual) }</span>
                }
            </p>
            if let Some(weighted) = weighted {
                <p class="explained-sentence">{ weighted }</p>
            }
            { for forms }
        </div>
    }
}

fn forms(explanation: &CellExplanation, messages: &Messages, code: &'static str) -> Html {
    let language = messages.language();
    let all = explanation.forms.len();
    let rest: u64 = explanation.forms.iter().skip(FORMS_SHOWN).map(|form| form.matches).sum();
    let more = all.saturating_sub(FORMS_SHOWN) as u64;
    html! {<>
        if all > 0 {
            <div class="explained-forms">
                <span>{ counted(messages, "explained-forms", all as u64) }</span>
                <ul>
                    { for explanation.forms.iter().take(FORMS_SHOWN).map(|form| html! {
                        <li><bdi class="form" lang={code}>{ form.form.clone() }</bdi>
                            { "\u{a0}" }<span class="number">{ format_integer(form.matches, language) }</span></li>
                    }) }
                    if more > 0 {
                        <li class="more">
                            { messages.format("explained-more", &[
                                ("count", number(more)),
                                ("shown", format_integer(more, language).into()),
                                ("matches", format_integer(rest, language).into()),
                            ]) }
                        </li>
                    }
                </ul>
            </div>
        }
        if explanation.shadowed > 0 || explanation.excluded > 0 || explanation.negated > 0 {
            <p class="explained-left-out">
                if explanation.shadowed > 0 {
                    <span>{ counted(messages, "explained-shadowed", explanation.shadowed) }</span>
                }
                if explanation.excluded > 0 {
                    <span>{ counted(messages, "explained-excluded", explanation.excluded) }</span>
                }
                if explanation.negated > 0 {
                    <span>{ counted(messages, "explained-negated", explanation.negated) }</span>
                }
            </p>
        }
    </>}
}
