//! One text's row in the table.

use yew::prelude::*;

use super::{bar::Bar, cell_id::CellId};
use crate::ui::{
    hooks::{use_messages, use_render_count},
    state::Shared,
    wording::{STRONG_RESIDUAL, cell_name, cell_sentence, cell_value, language_code, notable, weighted_label},
};
use tarazy_engine::{
    counting::{Comparison, DocumentSummary, Measure},
    language::number_format::format_integer,
    matching::ColumnId,
    settings::MetadataField,
};
use tarazy_report::message::Messages;

/// Props of [`CompareTableRow`].
#[derive(Properties, PartialEq)]
pub struct CompareTableRowProps {
    /// The table.
    pub table: Shared<Comparison>,
    /// The place of the document in the table.
    pub at: usize,
    /// The number of the row as it stands on the page, from 1 for the header.
    pub row_index: usize,
    /// What the cells show.
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
    /// The cell of this row whose contexts are open.
    pub selected: Option<ColumnId>,
    /// The cell of this row that the Tab key reaches.
    pub tab_stop: Option<ColumnId>,
}

/// A row: title, language, sizes, a button for each category, the sum.
#[component]
pub fn CompareTableRow(props: &CompareTableRowProps) -> Html {
    use_render_count("row");
    let messages = use_messages();
    let language = messages.language();
    let Some(row) = props.table.documents.get(props.at) else { return Html::default() };
    let code = language_code(row.language);
    let language_name = messages.format("table-language", &[("code", code.into())]);
    let short = if row.language.is_some() { code } else { "?" };
    let total: u64 = row.cells.iter().map(|cell| cell.count).sum();
    html! {
        <tr aria-rowindex={props.row_index.to_string()}>
            <th scope="row" class="title">
                <bdi lang={code}>{ row.title.clone() }</bdi>
                if !row.metadata.is_empty() {
                    <span class="row-data" title={data(row, ": ")}>{ data(row, "") }</span>
                }
            </th>
            <td class="language">
                <abbr aria-hidden="true" title={language_name.clone()}>{ short }</abbr>
                <span class="visually-hidden">{ language_name }</span>
            </td>
            <td class="size">{ format_integer(row.characters, language) }</td>
            <td class="size">{ format_integer(row.words, language) }</td>
            { for (0..props.table.columns.len()).map(|at| cell(props, &messages, row, at)) }
            <td class="total">{ format_integer(total, language) }</td>
        </tr>
    }
}

/// Returns the data on a text in one line: the values, with the names of their columns where
/// `behind_name` stands between both.
fn data(row: &DocumentSummary, behind_name: &str) -> String {
    let one = |field: &MetadataField| match behind_name {
        "" => field.value.written(),
        behind => format!("{}{behind}{}", field.name, field.value.written()),
    };
    row.metadata.iter().map(one).collect::<Vec<_>>().join(" · ")
}

fn cell(props: &CompareTableRowProps, messages: &Messages, row: &DocumentSummary, at: usize) -> Html {
    let Some(column) = props.table.columns.get(at) else { return Html::default() };
    let starts_kind = at > 0 && props.table.columns.get(at - 1).is_some_and(|before| before.kind != column.kind);
    let residual = props.residuals.get(props.at).and_then(|row| row.get(at)).copied().flatten();
    let sentence = cell_sentence(messages, row, at, props.measure, props.decimals, props.table.options.policy);
    let weighted = props.shows_weights.then(|| weighted_label(messages, row, at, props.measure, props.decimals));
    let sentence = [Some(sentence), weighted.clone()].into_iter().flatten().collect::<Vec<_>>().join("; ");
    let name = cell_name(messages, &props.table, row, at, &sentence, residual);
    let value = props.measure.value(row, at);
    let is_zero = value.is_none() || row.cells.get(at).is_none_or(|cell| cell.count == 0);
    let is_selected = props.selected == Some(column.id);
    let class = classes!("cell", is_zero.then_some("is-zero"), is_selected.then_some("is-selected"));
    html! {
        <td class={classes!("category", starts_kind.then_some("starts-kind"))}>
            <button
                type="button"
                {class}
                data-cell={CellId(row.id, column.id).to_string()}
                tabindex={if props.tab_stop == Some(column.id) { "0" } else { "-1" }}
                aria-label={name}
                aria-current={is_selected.then_some("true")}
            >
                { deviation_sign(residual) }
                <span class="value">
                    { cell_value(row, at, props.measure, props.decimals, messages.language()) }
                </span>
                if let Some(weighted) = weighted {
                    <span class="weighted">{ weighted }</span>
                }
                <Bar value={value.unwrap_or(0.0)} largest={props.largest} />
            </button>
        </td>
    }
}

/// The sign of a notable deviation; the cell's name says it in words.
pub fn deviation_sign(residual: Option<f64>) -> Html {
    match notable(residual) {
        Some(residual) => {
            let is_strong = residual.abs() >= STRONG_RESIDUAL;
            html! {
                <span class={classes!("deviation", is_strong.then_some("is-strong"))} aria-hidden="true">
                    { if residual > 0.0 { "▲" } else { "▼" } }
                </span>
            }
        }
        None => Html::default(),
    }
}
