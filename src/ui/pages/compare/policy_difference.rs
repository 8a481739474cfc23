//! The table under two policies, and every match that counts otherwise with what became of it under
//! each.

use yew::prelude::*;

use crate::ui::{
    components::{Page, pager},
    hooks::use_messages,
    state::Shared,
    wording::language_code,
};
use tarazy_engine::{
    counting::Column,
    language::number_format::format_integer,
    matching::ColumnId,
    settings::DocumentId,
    study::{PolicyDifference, PolicyMatch, PolicyRow},
    text::Span,
};
use tarazy_report::{
    message::Messages,
    report::{outcome_sentence, policies_summary},
};

/// How many matches to ask the engine for at a time.
pub const DIFFERING_PER_PAGE: u32 = 30;

/// Props of [`PolicyDifferenceView`].
#[derive(Properties, PartialEq)]
pub struct PolicyDifferenceViewProps {
    /// The differences; `None` until the engine has sent them.
    pub difference: Option<Shared<PolicyDifference>>,
    /// Called with the cell whose matches to list; `None` for all.
    pub on_cell: Callback<Option<(DocumentId, ColumnId)>>,
    /// Called with the number of the first match to list.
    pub on_offset: Callback<u32>,
    /// Called with the match to read in its text.
    pub on_read: Callback<(DocumentId, Span)>,
}

/// The table with both counts where they differ, then the matches in their contexts.
#[component]
pub fn PolicyDifferenceView(props: &PolicyDifferenceViewProps) -> Html {
    let messages = use_messages();
    let Some(difference) = &props.difference else {
        return html! { <p class="nothing" role="status">{ messages.get("policies-waits") }</p> };
    };
    let names = [("own", difference.options.policy.name().into()), ("other", difference.other.name().into())];
    let head = difference.columns.iter().map(|column| {
        html! { <th key={column.path.clone()} scope="col">{ title(column, &messages) }</th> }
    });
    let rows = difference.documents.iter().map(|row| {
        let cells = difference.columns.iter().zip(&row.cells);
        html! {
            <tr key={row.id.0}>
                <th scope="row"><bdi>{ row.title.clone() }</bdi></th>
                { for cells.map(|(column, own)| cell(props, &messages, difference, row, column, *own)) }
            </tr>
        }
    });
    let page = Page {
        offset: difference.offset,
        shown: difference.matches.len(),
        total: difference.total,
        size: DIFFERING_PER_PAGE,
    };
    let is_same = difference.documents.iter().flat_map(|row| &row.cells).all(|(own, other)| own == other);
    html! {
        <section class="difference policies" aria-labelledby="policies-heading">
            <h3 id="policies-heading">{ messages.format("policies-heading", &names) }</h3>
            if is_same {
                <p class="difference-summary" role="status">{ messages.get("policies-same") }</p>
            }
            <h4 id="policies-table">{ messages.format("policies-table", &names) }</h4>
            <div class="difference-scroller" role="region" aria-labelledby="policies-table" tabindex="0">
                <table class="difference-table" aria-labelledby="policies-table">
                    <thead><tr><th scope="col">{ messages.get("table-column-text") }</th>{ for head }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            <div class="policies-matches">
                <h4>{ policies_summary(&messages, difference) }</h4>
                { asked_for(props, &messages, difference) }
            </div>
            <ul class="policies-list">
                { for difference.matches.iter().map(|found| item(props, &messages, difference, found)) }
            </ul>
            { pager(page, "policies", messages.get("policies-pages"), &messages, &props.on_offset) }
        </section>
    }
}

fn title(column: &Column, messages: &Messages) -> String {
    Some(column.title.get(messages.language())).filter(|title| !title.is_empty()).unwrap_or(&column.path).to_owned()
}

fn cell(
    props: &PolicyDifferenceViewProps,
    messages: &Messages,
    difference: &PolicyDifference,
    row: &PolicyRow,
    column: &Column,
    (own, other): (u64, u64),
) -> Html {
    let language = messages.language();
    let (own_shown, other_shown) = (format_integer(own, language), format_integer(other, language));
    if own == other {
        return html! { <td key={column.id.0}>{ own_shown }</td> };
    }
    let place = (row.id, column.id);
    let is_chosen = (difference.document, difference.column) == (Some(row.id), Some(column.id));
    let onclick = props.on_cell.reform(move |_: MouseEvent| (!is_chosen).then_some(place));
    let values = [
        ("text", row.title.as_str().into()),
        ("column", title(column, messages).into()),
        ("own", own_shown.into()),
        ("other", other_shown.into()),
        ("own-policy", difference.options.policy.name().into()),
        ("other-policy", difference.other.name().into()),
    ];
    // The name begins with what is seen, so that it can be spoken to.
    let seen = messages.format("policies-cell", &values[2..4]);
    let name = format!("{seen}: {}", messages.format("policies-cell-name", &values));
    html! {
        <td key={column.id.0} class="is-changed">
            <button type="button" aria-label={name} aria-pressed={is_chosen.to_string()} {onclick}>
                <span class="difference-mark" aria-hidden="true">{ if other > own { "▲" } else { "▼" } }</span>
                { seen }
            </button>
        </td>
    }
}

/// Which cell the list is about, with the way back to all.
fn asked_for(props: &PolicyDifferenceViewProps, messages: &Messages, difference: &PolicyDifference) -> Html {
    let row = difference.document.and_then(|id| difference.documents.iter().find(|row| row.id == id));
    let column = difference.column.and_then(|id| difference.columns.iter().find(|column| column.id == id));
    let (Some(row), Some(column)) = (row, column) else { return Html::default() };
    let values = [("text", row.title.as_str().into()), ("column", title(column, messages).into())];
    html! {<>
        { " " }<span class="hint">{ messages.format("policies-of-cell", &values) }</span>{ " " }
        <button type="button" class="close" onclick={props.on_cell.reform(|_: MouseEvent| None)}>
            { messages.get("policies-all") }
        </button>
    </>}
}

fn item(
    props: &PolicyDifferenceViewProps,
    messages: &Messages,
    difference: &PolicyDifference,
    found: &PolicyMatch,
) -> Html {
    let place = (found.document, found.span);
    let text = difference.documents.iter().find(|row| row.id == found.document).map_or("", |row| row.title.as_str());
    let code = language_code(found.entry.language);
    let label = messages.format("policies-read", &[("form", found.node.as_str().into())]);
    let outcomes = [(difference.options.policy, &found.own), (difference.other, &found.other)];
    let key = format!("{}-{}-{}-{}", found.document.0, found.span.start, found.span.end, found.entry.id.0);
    html! {
        <li {key}>
            <p class="policies-context" lang={code}>
                <bdi>{ found.left.clone() }</bdi>
                <button type="button" class="policies-node" aria-label={label}
                    onclick={props.on_read.reform(move |_: MouseEvent| place)}>
                    <bdi>{ found.node.clone() }</bdi>
                </button>
                <bdi>{ found.right.clone() }</bdi>
            </p>
            <p class="policies-of">
                <bdi>{ text.to_owned() }</bdi>{ " · " }
                <bdi class="form" lang={code}>{ found.entry.written.clone() }</bdi>{ " " }
                <code>{ found.entry.category.clone() }</code>
            </p>
            <p class="policies-outcomes">
                { for outcomes.into_iter().map(|(policy, outcome)| html! {
                    <span class={classes!((outcome.count > 0).then_some("is-counted"))}>
                        { outcome_sentence(messages, policy, outcome) }
                    </span>
                }) }
            </p>
        </li>
    }
}
