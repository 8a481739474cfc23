//! One row of the parallel view: a category, a concept, or an entry that names none.

use yew::prelude::*;

use super::parallel::{column_code, path_title};
use crate::ui::wording::{counted, language_code, number};
use tarazy_engine::{
    language::{
        Language,
        number_format::{format_decimal, format_integer},
    },
    lexicon::EntryId,
    study::{ParallelCell, ParallelColumn, ParallelEntry, ParallelPage, ParallelRow, ParallelSubject, Yield},
};
use tarazy_report::message::Messages;

/// The decimals of a rate: a concept is found a few times in a thousand words.
const DECIMALS: usize = 2;

/// Draws a row. Gaps and unevenness are words and a sign, each in its place.
pub(super) fn parallel_row(
    page: &ParallelPage,
    row: &ParallelRow,
    key: String,
    messages: &Messages,
    on_open: &Callback<EntryId>,
) -> Html {
    if let ParallelSubject::Category(titles) = &row.subject {
        let title = path_title(titles, &row.category, messages.language());
        let cells = page.columns.iter().zip(&row.cells).map(|(column, cell)| {
            let entries = counted(messages, "parallel-entry-count", u64::from(cell.entry_count));
            html! {
                <td key={column_code(*column)}>
                    { column_name(*column, messages) }
                    { entries }{ caught(cell.caught, messages) }
                </td>
            }
        });
        return html! {
            <tr {key} class="category"><th scope="rowgroup">{ title }</th>{ for cells }</tr>
        };
    }
    let subject = match &row.subject {
        ParallelSubject::Concept(concept) => html! {
            <span class="concept" lang={Language::English.code()}>{ concept.clone() }</span>
        },
        _ => html! { <span class="flag">{ messages.get("parallel-unlinked") }</span> },
    };
    let cells = page.columns.iter().zip(&row.cells).map(|(column, cell)| {
        html! { <td key={column_code(*column)} class={cell_class(row, *column, cell)}>
            { column_name(*column, messages) }
            { cell_content(row, *column, cell, messages, on_open) }
        </td> }
    });
    html! {
        <tr {key} class={classes!(row.is_gap.then_some("has-gap"), row.is_unlinked().then_some("is-unlinked"))}>
            <th scope="row">
                { subject }
                if row.is_gap {
                    { " " }<span class="flag">{ "∅ " }{ messages.get("parallel-gap") }</span>
                }
                if row.is_uneven {
                    { " " }<span class="flag">{ "≠ " }{ messages.get("parallel-uneven") }</span>
                }
            </th>
            { for cells }
        </tr>
    }
}

/// The name of the column, for narrow windows, where the cells stand below each other without their
/// header.
fn column_name(column: ParallelColumn, messages: &Messages) -> Html {
    html! {
        <span class="column-name">
            { messages.get(&format!("parallel-language-{}", column_code(column))) }
        </span>
    }
}

/// A cell lacks an entry where its concept has a gap and the column is a language.
fn is_lacking(row: &ParallelRow, column: ParallelColumn, cell: &ParallelCell) -> bool {
    row.is_gap && column.language.is_some() && cell.entry_count == 0
}

fn cell_class(row: &ParallelRow, column: ParallelColumn, cell: &ParallelCell) -> Option<&'static str> {
    let is_empty = cell.entries.is_empty();
    let class = if is_lacking(row, column, cell) { "is-gap" } else { "is-empty" };
    is_empty.then_some(class)
}

fn cell_content(
    row: &ParallelRow,
    column: ParallelColumn,
    cell: &ParallelCell,
    messages: &Messages,
    on_open: &Callback<EntryId>,
) -> Html {
    if is_lacking(row, column, cell) {
        return html! { <span class="flag">{ "∅ " }{ messages.get("parallel-no-entry") }</span> };
    }
    if cell.entries.is_empty() {
        return html! { "–" };
    }
    let entries = cell.entries.iter().map(|entry| {
        html! {
            <li key={entry.id.0}>{ entry_button(entry, column, messages, on_open) }</li>
        }
    });
    html! {<>
        <ul class="parallel-entries">{ for entries }</ul>
        { caught(cell.caught, messages) }
    </>}
}

fn entry_button(
    entry: &ParallelEntry,
    column: ParallelColumn,
    messages: &Messages,
    on_open: &Callback<EntryId>,
) -> Html {
    let id = entry.id;
    let onclick = on_open.reform(move |_: MouseEvent| id);
    html! {
        <button type="button" class="parallel-entry" {onclick}>
            <bdi class="form" lang={language_code(column.language)}>{ entry.written.clone() }</bdi>
            if entry.has_note {
                <abbr class="has-note" title={messages.get("parallel-note")}>
                    <span aria-hidden="true">{ "*" }</span>
                    <span class="visually-hidden">{ " " }{ messages.get("parallel-note") }</span>
                </abbr>
            }
        </button>
    }
}

fn caught(caught: Option<Yield>, messages: &Messages) -> Html {
    let Some(caught) = caught else { return Html::default() };
    let language = messages.language();
    let sentence = messages.format(
        "parallel-yield",
        &[
            ("count", number(caught.matches)),
            ("shown", format_integer(caught.matches, language).into()),
            ("rate", format_decimal(Some(caught.per_thousand), DECIMALS, language).into()),
        ],
    );
    html! { <span class="yield">{ sentence }</span> }
}
