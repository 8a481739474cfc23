//! The table on a phone: one text at a time, its categories as a list with bars.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{bar::Bar, compare_table_row::deviation_sign};
use crate::ui::{
    components::CategoryKey,
    hooks::use_messages,
    state::Shared,
    wording::{cell_name, cell_sentence, cell_value, column_title, language_code, weighted_label},
};
use tarazy_engine::{
    counting::{Comparison, Measure},
    language::number_format::format_integer,
    matching::ColumnId,
    settings::DocumentId,
};

/// How many texts before the one that is shown can be chosen from the list, and how many behind it.
const MOST_OPTIONS: usize = 200;

/// Props of [`OneText`].
#[derive(Properties, PartialEq)]
pub struct OneTextProps {
    /// The table.
    pub table: Shared<Comparison>,
    /// The places of its documents in the chosen order.
    pub order: Rc<Vec<usize>>,
    /// What the list shows.
    pub measure: Measure,
    /// Digits after the point.
    pub decimals: u8,
    /// Whether weighted figures stand beside the others.
    #[prop_or_default]
    pub shows_weights: bool,
    /// The largest value of the table.
    pub largest: f64,
    /// The residuals of the table's counts.
    pub residuals: Shared<Vec<Vec<Option<f64>>>>,
    /// The cell whose contexts are open.
    pub selected: Option<(DocumentId, ColumnId)>,
    /// Called with the cell to open.
    pub on_open: Callback<(DocumentId, ColumnId)>,
}

/// One text, chosen from a list or by turning over.
#[component]
pub fn OneText(props: &OneTextProps) -> Html {
    let messages = use_messages();
    let language = messages.language();
    let chosen = use_state(|| props.selected.map(|(document, _)| document));
    let documents = &props.table.documents;
    let position = chosen
        .and_then(|id| props.order.iter().position(|at| documents.get(*at).is_some_and(|row| row.id == id)))
        .unwrap_or(0);
    let Some((at, row)) = props.order.get(position).and_then(|at| Some((*at, documents.get(*at)?))) else {
        return Html::default();
    };
    let turn_to = |position: Option<usize>| {
        let id = position.and_then(|position| Some(documents.get(*props.order.get(position)?)?.id));
        let chosen = chosen.clone();
        (id.is_none(), Callback::from(move |_: MouseEvent| chosen.set(id.or(*chosen))))
    };
    let (is_first, on_previous) = turn_to(position.checked_sub(1));
    let (is_last, on_next) = turn_to(Some(position + 1));
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            if let Some(id) = select.and_then(|select| select.value().parse().ok()) {
                chosen.set(Some(DocumentId(id)));
            }
        })
    };
    let sizes = messages.format(
        "one-text-size",
        &[
            ("characters", format_integer(row.characters, language).into()),
            ("words", format_integer(row.words, language).into()),
            ("language", messages.format("table-language", &[("code", language_code(row.language).into())]).into()),
        ],
    );
    let items = props.table.columns.iter().enumerate().map(|(column_at, column)| {
        let residual = props.residuals.get(at).and_then(|row| row.get(column_at)).copied().flatten();
        let policy = props.table.options.policy;
        let sentence = cell_sentence(&messages, row, column_at, props.measure, props.decimals, policy);
        let weighted =
            props.shows_weights.then(|| weighted_label(&messages, row, column_at, props.measure, props.decimals));
        let sentence = [Some(sentence), weighted.clone()].into_iter().flatten().collect::<Vec<_>>().join("; ");
        let name = cell_name(&messages, &props.table, row, column_at, &sentence, residual);
        let place = (row.id, column.id);
        let is_selected = props.selected == Some(place);
        let onclick = props.on_open.reform(move |_: MouseEvent| place);
        let value = props.measure.value(row, column_at).unwrap_or(0.0);
        html! {
            <li key={column.path.clone()}>
                <button type="button" class={classes!("cell", is_selected.then_some("is-selected"))}
                    title={name} {onclick}>
                    <span class="category-title">
                        <CategoryKey column={column_at} />
                        { column_title(&props.table, column_at, language) }
                    </span>
                    <span class="value">
                        { deviation_sign(residual) }
                        { cell_value(row, column_at, props.measure, props.decimals, language) }
                        if let Some(weighted) = weighted {
                            <span class="weighted">{ weighted }</span>
                        }
                    </span>
                    <Bar {value} largest={props.largest} />
                </button>
            </li>
        }
    });
    let near = position.saturating_sub(MOST_OPTIONS)..props.order.len().min(position + 1 + MOST_OPTIONS);
    html! {
        <div class="one-text">
            <p class="one-text-measure">
                { messages.format("table-measure", &[("measure", props.measure.name().into())]) }
            </p>
            <div class="one-text-choice">
                <button type="button" class="turn" onclick={on_previous} disabled={is_first}
                    aria-label={messages.get("one-text-previous")}>{ "←" }</button>
                <select aria-label={messages.get("one-text-choose")} {onchange}>
                    { for props.order[near].iter().filter_map(|at| documents.get(*at)).map(|option| html! {
                        <option key={option.id.0} value={option.id.0.to_string()} selected={option.id == row.id}>
                            { option.title.clone() }
                        </option>
                    }) }
                </select>
                <button type="button" class="turn" onclick={on_next} disabled={is_last}
                    aria-label={messages.get("one-text-next")}>{ "→" }</button>
            </div>
            <p class="one-text-size">{ sizes }</p>
            <ul>{ for items }</ul>
        </div>
    }
}
