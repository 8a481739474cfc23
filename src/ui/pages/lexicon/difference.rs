//! How the lexicon differs from another: categories, entries, and each count that changes with its
//! causes.

use yew::prelude::*;

use crate::ui::{
    components::{Page, pager},
    hooks::use_messages,
    state::Shared,
    wording::language_code,
};
use tarazy_engine::{
    lexicon::EntryId,
    settings::DocumentId,
    study::{CategoryChange, Cause, CellDifference, ColumnPair, DocumentDifference, EntryChange, LexiconDifference},
};
use tarazy_report::{
    message::Messages,
    report::{
        category_sentence, cause_sentence, difference_heading, difference_summary, entry_sentences, other_causes,
        side_count, signed_number,
    },
};

/// How many entries to ask the engine for at a time.
pub const CHANGES_PER_PAGE: u32 = 40;
/// How many causes of a cell to ask the engine for.
pub const CAUSES_PER_CELL: u32 = 12;

/// A cell by its text and the place of its column.
type CellKey = (DocumentId, usize);

/// Props of [`LexiconDifferenceView`].
#[derive(Properties, PartialEq)]
pub struct LexiconDifferenceViewProps {
    /// The differences; `None` until the engine has sent them.
    pub difference: Option<Shared<LexiconDifference>>,
    /// The cell whose causes are open at first.
    #[prop_or_default]
    pub open: Option<CellKey>,
    /// Called with the entry of the study's lexicon to open.
    pub on_entry: Callback<EntryId>,
    /// Called with the number of the first entry to list.
    pub on_offset: Callback<u32>,
}

/// The changes as lists, then the table of counts; a cell that changes opens its causes below the
/// table.
#[component]
pub fn LexiconDifferenceView(props: &LexiconDifferenceViewProps) -> Html {
    let messages = use_messages();
    let open = use_state_eq(|| props.open);
    let Some(difference) = &props.difference else {
        return html! { <p class="nothing" role="status">{ messages.get("difference-waits") }</p> };
    };
    let page = Page {
        offset: difference.offset,
        shown: difference.entries.len(),
        total: difference.total,
        size: CHANGES_PER_PAGE,
    };
    let is_same = difference.total == 0 && difference.categories.is_empty();
    html! {
        <section class="difference" aria-labelledby="difference-heading">
            <h3 id="difference-heading">{ difference_heading(&messages, difference) }</h3>
            <p class="difference-summary" role="status">
                if is_same {
                    { messages.get("difference-same") }
                } else {
                    { difference_summary(&messages, difference) }
                }
            </p>
            if !difference.categories.is_empty() {
                <h4>{ messages.get("difference-categories") }</h4>
                <ul class="difference-list">
                    { for difference.categories.iter().map(|change| category(&messages, change)) }
                </ul>
            }
            if !difference.entries.is_empty() {
                <h4>{ messages.get("difference-entries") }</h4>
                <ul class="difference-list">
                    { for difference.entries.iter().map(|change| entry(props, &messages, change)) }
                </ul>
                { pager(page, "difference", messages.get("difference-pages"), &messages, &props.on_offset) }
            }
            if !difference.documents.is_empty() {
                { counts(props, &messages, difference, &open) }
            }
        </section>
    }
}

/// The sign of what comes, goes or is another; the sentence beside it says it in words.
fn sign(is_new: bool, is_removed: bool) -> Html {
    let sign = match (is_new, is_removed) {
        (true, _) => "+",
        (_, true) => "−",
        _ => "~",
    };
    html! { <span class="difference-sign" aria-hidden="true">{ sign }</span> }
}

fn category(messages: &Messages, change: &CategoryChange) -> Html {
    use tarazy_engine::study::CategoryDetail::{Added, Removed};
    let title = title(&change.title, &change.path, messages);
    html! {
        <li>
            { sign(change.detail == Added, change.detail == Removed) }
            <span class="difference-name">{ title }</span>
            { " " }<code>{ change.path.clone() }</code>{ " " }
            <span class="difference-what">{ category_sentence(messages, &change.detail) }</span>
        </li>
    }
}

fn entry(props: &LexiconDifferenceViewProps, messages: &Messages, change: &EntryChange) -> Html {
    let Some(own) = change.after.as_ref().or(change.before.as_ref()) else { return Html::default() };
    let written = html! { <bdi class="form" lang={language_code(own.language)}>{ own.written.clone() }</bdi> };
    let onclick = change.after.as_ref().map(|after| {
        let id = after.id;
        props.on_entry.reform(move |_: MouseEvent| id)
    });
    html! {
        <li>
            { sign(change.before.is_none(), change.after.is_none()) }
            if let Some(onclick) = onclick {
                <button type="button" class="entry-link" {onclick}>{ written }</button>
            } else {
                <s class="difference-removed">{ written }</s>
            }
            { " " }<code>{ own.category.clone() }</code>{ " " }
            <span class="difference-what">{ entry_sentences(messages, change).join("; ") }</span>
        </li>
    }
}

fn title(title: &tarazy_engine::lexicon::LocalText, path: &str, messages: &Messages) -> String {
    Some(title.get(messages.language())).filter(|title| !title.is_empty()).unwrap_or(path).to_owned()
}

fn counts(
    props: &LexiconDifferenceViewProps,
    messages: &Messages,
    difference: &LexiconDifference,
    open: &UseStateHandle<Option<CellKey>>,
) -> Html {
    let is_changed = difference.documents.iter().any(|row| row.cells.iter().any(CellDifference::is_changed));
    let head = difference.columns.iter().map(|column| {
        let is_single = !column.is_before || !column.is_after;
        let only = is_single.then(|| messages.get("difference-column-absent"));
        html! {
            <th key={column.path.clone()} scope="col" title={only.clone()}>
                { title(&column.title, &column.path, messages) }
                if let Some(only) = only {
                    <span aria-hidden="true">{ " *" }</span>
                    <span class="visually-hidden">{ only }</span>
                }
            </th>
        }
    });
    let has_single = difference.columns.iter().any(|column| !column.is_before || !column.is_after);
    let rows = difference.documents.iter().map(|row| {
        let cells = difference.columns.iter().zip(&row.cells).enumerate();
        html! {
            <tr key={row.id.0}>
                <th scope="row"><bdi>{ row.title.clone() }</bdi></th>
                { for cells.map(|(at, (column, own))| cell(messages, row, at, column, own, open)) }
            </tr>
        }
    });
    let opened = (**open).and_then(|(id, at)| {
        let row = difference.documents.iter().find(|row| row.id == id)?;
        Some((row, difference.columns.get(at)?, row.cells.get(at)?))
    });
    html! {<>
        <h4 id="difference-counts">{ messages.get("difference-counts") }</h4>
        <p class="hint">
            { messages.get(if is_changed { "difference-choose" } else { "difference-counts-same" }) }
        </p>
        <div class="difference-scroller" role="region" aria-labelledby="difference-counts" tabindex="0">
            <table class="difference-table" aria-labelledby="difference-counts">
                <thead><tr><th scope="col">{ messages.get("table-column-text") }</th>{ for head }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
        if has_single {
            <p class="hint">{ format!("* {}", messages.get("difference-column-absent")) }</p>
        }
        <div id="difference-causes" class="difference-causes" aria-live="polite">
            if let Some((row, column, own)) = opened {
                { causes(props, messages, row, column, own) }
            }
        </div>
    </>}
}

fn cell(
    messages: &Messages,
    row: &DocumentDifference,
    at: usize,
    column: &ColumnPair,
    cell: &CellDifference,
    open: &UseStateHandle<Option<CellKey>>,
) -> Html {
    let language = messages.language();
    let (before, after) = (side_count(cell.before, language), side_count(cell.after, language));
    if !cell.is_changed() {
        let shown = if cell.before.is_none() { after } else { before };
        return html! { <td key={at}>{ shown }</td> };
    }
    let place = (row.id, at);
    let is_open = **open == Some(place);
    let onclick = {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set((!is_open).then_some(place)))
    };
    let values = [
        ("text", row.title.as_str().into()),
        ("column", title(&column.title, &column.path, messages).into()),
        ("before", before.as_str().into()),
        ("after", after.as_str().into()),
    ];
    let mark = match cell.difference() {
        0 => "◆",
        1.. => "▲",
        _ => "▼",
    };
    html! {
        <td key={at} class="is-changed">
            <button type="button" aria-label={messages.format("difference-cell-name", &values)}
                aria-expanded={is_open.to_string()} aria-controls="difference-causes" {onclick}>
                <span class="difference-mark" aria-hidden="true">{ mark }</span>
                { messages.format("difference-cell", &values[2..]) }
            </button>
        </td>
    }
}

fn causes(
    props: &LexiconDifferenceViewProps,
    messages: &Messages,
    row: &DocumentDifference,
    column: &ColumnPair,
    cell: &CellDifference,
) -> Html {
    let language = messages.language();
    let values = [
        ("text", row.title.as_str().into()),
        ("column", title(&column.title, &column.path, messages).into()),
        ("before", side_count(cell.before, language).into()),
        ("after", side_count(cell.after, language).into()),
    ];
    let cause = |own: &Cause| {
        let id = own.entry.id;
        let written =
            html! { <bdi class="form" lang={language_code(own.entry.language)}>{ own.entry.written.clone() }</bdi> };
        html! {
            <li>
                <span class="number">{ signed_number(own.difference(), language) }</span>
                if own.is_after {
                    <button type="button" class="entry-link" onclick={props.on_entry.reform(move |_: MouseEvent| id)}>
                        { written }
                    </button>
                } else {
                    <s class="difference-removed">{ written }</s>
                }
                <span class="difference-what">{ cause_sentence(messages, own) }</span>
            </li>
        }
    };
    html! {<>
        <h5>{ messages.format("difference-causes-of", &values) }</h5>
        <ul>{ for cell.causes.iter().map(cause) }</ul>
        if cell.other_causes > 0 {
            <p class="hint">{ other_causes(messages, cell) }</p>
        }
    </>}
}
