//! Runs of text with their marks, one inside the other where matches overlap.

use std::{collections::BTreeSet, rc::Rc};

use yew::prelude::*;

use super::category_key::category_class;
use crate::{
    message::Messages,
    study::{ColumnId, Comparison, Mark, Run, TextPage},
    text::Span,
    ui::{hooks::use_messages, wording::column_title},
};

/// How many underlines are drawn below one another; further marks are told by their numbers.
const LEVELS: usize = 4;

/// What is shown.
#[derive(Properties)]
pub struct MarkedTextProps {
    /// The page of text.
    pub page: Rc<TextPage>,
    /// The table that it belongs to, for titles.
    pub table: Rc<Comparison>,
    /// Categories whose marks are not shown.
    pub hidden: Rc<BTreeSet<ColumnId>>,
    /// The match to outline.
    pub focus: Option<Span>,
    /// The code of the text's language.
    pub language: &'static str,
}

impl PartialEq for MarkedTextProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
            && Rc::ptr_eq(&self.table, &other.table)
            && self.hidden == other.hidden
            && self.focus == other.focus
    }
}

/// Returns the selector that finds the first piece of a match.
pub fn match_selector(span: Span) -> String {
    format!("[data-match='{}-{}']", span.start, span.end)
}

/// The text to the letter, line breaks and all.
#[component]
pub fn MarkedText(props: &MarkedTextProps) -> Html {
    let messages = use_messages();
    html! {
        <div class="reader-text" lang={props.language} tabindex="-1">
            { for props.page.runs.iter().map(|run| marked(props, &messages, run)) }
        </div>
    }
}

fn marked(props: &MarkedTextProps, messages: &Messages, run: &Run) -> Html {
    let marks: Vec<&Mark> = run.marks.iter().filter(|mark| !props.hidden.contains(&mark.column)).collect();
    // Texts are limited to less than 4 GiB, and a run is part of one.
    let end = run.start.saturating_add(u32::try_from(run.text.len()).unwrap_or(u32::MAX));
    let text = html! { { run.text.clone() } };
    marks.iter().rev().enumerate().fold(text, |inner, (depth, mark)| {
        let level = (marks.len() - 1 - depth).min(LEVELS - 1);
        self::mark(props, messages, mark, inner, level, mark.span.start == run.start, mark.span.end == end)
    })
}

/// A mark around `inner`, `level` underlines lie above its own; a match of several runs
/// has its name in the first and its number behind the last.
fn mark(
    props: &MarkedTextProps,
    messages: &Messages,
    mark: &Mark,
    inner: Html,
    level: usize,
    is_first: bool,
    is_last: bool,
) -> Html {
    let columns = &props.table.columns;
    let column = columns.iter().position(|column| column.id == mark.column).unwrap_or(columns.len());
    let is_focused = props.focus == Some(mark.span);
    let class = classes!(
        "mark",
        category_class(column),
        format!("level-{level}"),
        is_focused.then_some("is-focused"),
        (!is_first).then_some("goes-on"),
    );
    let name = messages.format(
        "reader-mark",
        &[
            ("category", column_title(&props.table, column, messages.language()).into()),
            ("entry", mark.entry.as_str().into()),
        ],
    );
    html! {
        <mark
            {class}
            tabindex={is_first.then_some("-1")}
            data-match={is_first.then(|| format!("{}-{}", mark.span.start, mark.span.end))}
        >
            if is_first {
                <span class="mark-name">{ name }</span>
            }
            { inner }
            if is_last {
                <span class="mark-number" aria-hidden="true">{ column + 1 }</span>
            }
        </mark>
    }
}
