//! Table 1 of an article: how large each text is, what is special in it, which values dominate.

use std::collections::HashMap;

use yew::prelude::*;

use super::table1_limits::Table1Limits;
use crate::ui::{
    components::CategoryKey,
    hooks::use_messages,
    state::{Shared, study::Edit},
    wording::{column_title, counted, language_code, number},
};
use tarazy_engine::{
    compare::ranked_matches,
    counting::{Comparison, DocumentSummary, Table1Row},
    language::number_format::{format_decimal, format_integer},
    matching::ColumnId,
    settings::{DocumentId, Options},
};
use tarazy_report::{
    message::Messages,
    report::{no_dominant_value, no_special_content, table1_rules},
};

/// Props of [`Table1`].
#[derive(Properties, PartialEq)]
pub struct Table1Props {
    /// The figures.
    pub table: Shared<Comparison>,
    /// Digits after the point.
    pub decimals: u8,
    /// The options that the user may change; `None` where the figures stay as they are.
    pub options: Option<Options>,
    /// Called with the text and category to open.
    pub on_open: Callback<(DocumentId, ColumnId)>,
    /// Called with an edit of the options.
    pub on_edit: Callback<Edit>,
}

/// Table 1 with its notes. Roles are spelt out, for on a phone the rows are drawn as paragraphs,
/// and some browsers then forget that they are rows.
#[component]
pub fn Table1(props: &Table1Props) -> Html {
    let messages = use_messages();
    let head = |key: &str| html! { <span>{ messages.get(key) }</span> };
    let known: HashMap<DocumentId, &Table1Row> = props.table.table1.iter().map(|row| (row.document, row)).collect();
    let rows = props
        .table
        .documents
        .iter()
        .filter_map(|document| Some(row(props, &messages, document, known.get(&document.id)?)));
    html! {
        <section class="table1">
            <table role="table">
                <caption>
                    <span class="caption-title">{ messages.get("table1-caption") }</span>
                    <span class="caption-note">{ counted(&messages, "table-subject", props.table.documents.len() as u64) }</span>
                </caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader" rowspan="2">{ head("table-column-text") }</th>
                        <th scope="colgroup" role="columnheader" colspan="2" class="sizes">{ head("table1-size") }</th>
                        <th scope="col" role="columnheader" rowspan="2">{ head("table1-special") }</th>
                        <th scope="col" role="columnheader" rowspan="2">{ head("table1-dominant") }</th>
                    </tr>
                    <tr role="row">
                        <th scope="col" role="columnheader" class="size">{ head("table1-with-spaces") }</th>
                        <th scope="col" role="columnheader" class="size">{ head("table1-without-spaces") }</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{ for rows }</tbody>
            </table>
            if let Some(options) = &props.options {
                <Table1Limits options={options.clone()} on_edit={props.on_edit.clone()} />
            }
            <div class="notes">
                { for table1_rules(props.table.options.table1, &messages).map(|rule| html! { <p>{ rule }</p> }) }
                <p>{ messages.get("table1-note-numbers") }</p>
                <p>{ messages.get("table1-note-size") }</p>
            </div>
        </section>
    }
}

fn row(props: &Table1Props, messages: &Messages, document: &DocumentSummary, row: &Table1Row) -> Html {
    let language = messages.language();
    let code = language_code(document.language);
    let label = |key: &str| html! { <span class="cell-label" aria-hidden="true">{ messages.get(key) }</span> };
    html! {
        <tr key={document.id.0} role="row">
            <th scope="row" role="rowheader" class="title"><bdi lang={code}>{ document.title.clone() }</bdi></th>
            <td role="cell" class="size">
                { label("table1-label-with-spaces") }
                { format_integer(document.characters, language) }
            </td>
            <td role="cell" class="size">
                { label("table1-label-without-spaces") }
                { format_integer(document.characters_without_spaces, language) }
            </td>
            <td role="cell" class="special">
                { label("table1-special") }
                { topics(props, messages, document, row) }
                { distinctive_words(messages, row, code) }
            </td>
            <td role="cell" class="dominant">
                { label("table1-dominant") }
                { dominant(props, messages, document, row) }
            </td>
        </tr>
    }
}

fn topics(props: &Table1Props, messages: &Messages, document: &DocumentSummary, row: &Table1Row) -> Html {
    if row.topics.is_empty() {
        return html! { <p class="nothing">{ no_special_content(&props.table, document, messages) }</p> };
    }
    let language = messages.language();
    let items = row.topics.iter().map(|topic| {
        let rate = format_decimal(topic.per_thousand, usize::from(props.decimals), language);
        let sentence = |title: &str| {
            messages.format(
                "table1-topic-name",
                &[
                    ("text", document.title.as_str().into()),
                    ("topic", title.to_owned().into()),
                    ("count", number(topic.count)),
                    ("shown", format_integer(topic.count, language).into()),
                    ("rate", rate.as_str().into()),
                ],
            )
        };
        way_in(props, messages, document.id, topic.column, &rate, sentence)
    });
    html! { <ul class="ways-in">{ for items }</ul> }
}

fn dominant(props: &Table1Props, messages: &Messages, document: &DocumentSummary, row: &Table1Row) -> Html {
    let language = messages.language();
    let count = ranked_matches(&props.table.columns, document, props.table.options.table1);
    let rests_on = html! { <p class="rests-on">{ counted(messages, "table1-rests-on", count) }</p> };
    if row.dominant.is_empty() {
        return html! {<>
            <p class="nothing">{ no_dominant_value(&props.table, document, messages) }</p>
            { rests_on }
        </>};
    }
    let items = row.dominant.iter().map(|value| {
        let percent = format_decimal(Some(value.share * 100.0), usize::from(props.decimals), language);
        let share = messages.format("table1-percent", &[("percent", percent.into())]);
        let sentence = |title: &str| {
            messages.format(
                "table1-value-name",
                &[
                    ("text", document.title.as_str().into()),
                    ("value", title.to_owned().into()),
                    ("share", share.as_str().into()),
                    ("count", number(count)),
                    ("shown", format_integer(count, language).into()),
                ],
            )
        };
        way_in(props, messages, document.id, value.column, &share, sentence)
    });
    html! {<>
        <ol class="ways-in">{ for items }</ol>
        { rests_on }
    </>}
}

/// A category with a number, as a button that opens its contexts.
fn way_in(
    props: &Table1Props,
    messages: &Messages,
    document: DocumentId,
    column: ColumnId,
    shown: &str,
    sentence: impl Fn(&str) -> String,
) -> Html {
    let at = props.table.columns.iter().position(|own| own.id == column).unwrap_or(props.table.columns.len());
    let title = column_title(&props.table, at, messages.language());
    let onclick = props.on_open.reform(move |_: MouseEvent| (document, column));
    html! {
        <li key={column.0}>
            <button type="button" class="way-in" title={sentence(title)} {onclick}>
                <CategoryKey column={at} />
                <span class="category-title">{ title }</span>
                <span class="number">{ shown }</span>
            </button>
        </li>
    }
}

fn distinctive_words(messages: &Messages, row: &Table1Row, code: &'static str) -> Html {
    if row.distinctive_words.is_empty() {
        return Html::default();
    }
    let items = row.distinctive_words.iter().map(|word| {
        html! {
            <li key={word.form.clone()}>
                <bdi class="form" lang={code}>{ word.form.clone() }</bdi>
                { "\u{a0}" }<span class="number">{ format_integer(word.count, messages.language()) }</span>
            </li>
        }
    });
    html! {
        <div class="distinctive">
            <span class="distinctive-label">{ messages.get("table1-words") }</span>
            <ul>{ for items }</ul>
        </div>
    }
}
