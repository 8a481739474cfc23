//! Runs of text with their marks, one inside the other where matches overlap.

use std::{collections::BTreeSet, rc::Rc};

use yew::prelude::*;

use crate::ui::{components::category_class, hooks::use_messages, state::Shared, wording::column_title};
use tarazy_engine::{
    context::{MatchMark, Run},
    counting::Comparison,
    matching::ColumnId,
    study::TextPage,
    text::Span,
};
use tarazy_report::{message::Messages, report::visible};

/// Number of underlines that are drawn below one another; further marks have only their numbers.
const LEVELS: usize = 4;

/// Props of [`MarkedText`].
#[derive(Properties, PartialEq)]
pub struct MarkedTextProps {
    /// The page of text.
    pub page: Shared<TextPage>,
    /// The table that it belongs to, for titles.
    pub table: Shared<Comparison>,
    /// Categories whose marks are not shown.
    pub hidden: Rc<BTreeSet<ColumnId>>,
    /// The match to outline.
    pub focus: Option<Span>,
    /// The code of the text's language.
    pub language: &'static str,
    /// Whether repaired words are marked.
    pub shows_repairs: bool,
}

/// Returns the selector that finds the first piece of a match.
pub fn match_selector(span: Span) -> String {
    format!("[data-match='{}-{}']", span.start, span.end)
}

/// The text to the letter, line breaks and all.
#[component]
pub fn MarkedText(props: &MarkedTextProps) -> Html {
    let messages = use_messages();
    let runs = &props.page.runs;
    // What a search has found may be no match of the lexicon.
    let is_match = |span: &Span| runs.iter().flat_map(|run| &run.marks).any(|mark| mark.span == *span);
    let found = props.focus.filter(|span| !is_match(span));
    html! {
        <div class="reader-text" lang={props.language} tabindex="-1">
            { for runs.iter().map(|run| match found {
                Some(span) => around_found(props, &messages, run, span),
                None => marked(props, &messages, run),
            }) }
        </div>
    }
}

/// A run with a part of it outlined that is no match.
fn around_found(props: &MarkedTextProps, messages: &Messages, run: &Run, span: Span) -> Html {
    let end = end_of(run);
    let (from, to) = (span.start.clamp(run.start, end), span.end.clamp(run.start, end));
    if from == to {
        return marked(props, messages, run);
    }
    let part = |start: u32, end: u32| {
        if start == end {
            return Html::default();
        }
        marked(props, messages, &Run { start, text: of_run(run, start, end), marks: run.marks.clone() })
    };
    let is_first = from == span.start;
    html! {<>
        { part(run.start, from) }
        <mark class="mark is-focused" tabindex={is_first.then_some("-1")}
            data-match={is_first.then(|| format!("{}-{}", span.start, span.end))}>
            { part(from, to) }
        </mark>
        { part(to, end) }
    </>}
}

/// Returns the byte behind a run.
fn end_of(run: &Run) -> u32 {
    // Texts are limited to less than 4 GiB, and a run is part of one.
    run.start.saturating_add(u32::try_from(run.text.len()).unwrap_or(u32::MAX))
}

fn marked(props: &MarkedTextProps, messages: &Messages, run: &Run) -> Html {
    let marks: Vec<&MatchMark> = run.marks.iter().filter(|mark| !props.hidden.contains(&mark.column)).collect();
    let end = end_of(run);
    let text = if props.shows_repairs {
        repaired(&props.page, messages, run, end)
    } else {
        html! { { run.text.clone() } }
    };
    marks.iter().rev().enumerate().fold(text, |inner, (depth, mark)| {
        let level = (marks.len() - 1 - depth).min(LEVELS - 1);
        self::mark(props, messages, mark, inner, level, mark.span.start == run.start, mark.span.end == end)
    })
}

/// The text of a run with its repaired words underlined; the source of a word is its tooltip, and
/// hidden text behind it for screen readers. A word of several runs has its source in the last.
fn repaired(page: &TextPage, messages: &Messages, run: &Run, end: u32) -> Html {
    let behind = page.repairs.partition_point(|word| word.span.end <= run.start);
    let words = page.repairs[behind..].iter().take_while(|word| word.span.start < end);
    let mut from = run.start;
    let mut pieces = Vec::new();
    for word in words {
        let piece = Span::new(word.span.start.max(run.start), word.span.end.min(end));
        pieces.push(of_run(run, from, piece.start).into());
        let source = messages.format("reader-source", &[("source", visible(&word.source).into())]);
        pieces.push(html! {
            <span class="repaired" title={source.clone()}>
                { of_run(run, piece.start, piece.end) }
                if word.span.end <= end {
                    <span class="visually-hidden">{ format!(" ({source})") }</span>
                }
            </span>
        });
        from = piece.end;
    }
    pieces.push(of_run(run, from, end).into());
    pieces.into_iter().collect()
}

/// The text of a run between two bytes of the document.
fn of_run(run: &Run, start: u32, end: u32) -> String {
    let (start, end) = (start.saturating_sub(run.start) as usize, end.saturating_sub(run.start) as usize);
    run.text.get(start..end).unwrap_or_default().to_owned()
}

/// A mark around `inner`, `level` underlines lie above its own; a match of several runs
/// has its name in the first and its number behind the last.
fn mark(
    props: &MarkedTextProps,
    messages: &Messages,
    mark: &MatchMark,
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
