//! A text with every counted match marked.

use std::{collections::BTreeSet, rc::Rc};

use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::{
    marked_text::{MarkedText, match_selector},
    reader_legend::ReaderLegend,
};
use crate::ui::{
    components::{move_focus, use_focus_while_open},
    hooks::use_messages,
    state::Shared,
    wording::{counted, document, language_code},
};
use tarazy_engine::{
    counting::Comparison, language::number_format::format_decimal, matching::ColumnId, study::TextPage, text::Span,
};
use tarazy_report::message::Messages;

/// Props of [`Reader`].
#[derive(Properties, PartialEq)]
pub struct ReaderProps {
    /// The page of text.
    pub page: Shared<TextPage>,
    /// The table that it belongs to, for titles.
    pub table: Shared<Comparison>,
    /// The match to show.
    pub focus: Option<Span>,
    /// Called with a byte on the page to turn to.
    pub on_at: Callback<u32>,
    /// Called when the user is done.
    pub on_close: Callback<()>,
}

/// The text with its legend and page buttons. J and K go to the next and previous match, Escape
/// closes.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let messages = use_messages();
    let root = use_node_ref();
    let hidden = use_state(|| Rc::new(BTreeSet::<ColumnId>::new()));
    let shows_repairs = use_state_eq(|| false);
    let places = vec![".mark.is-focused".to_owned(), ".reader-text".to_owned()];
    use_focus_while_open(root.clone(), places, (props.page.document, props.page.span, props.focus));
    {
        let root = root.clone();
        use_effect_with((props.focus, props.page.clone()), move |(focus, _)| {
            let found =
                focus.and_then(|span| root.cast::<HtmlElement>()?.query_selector(&match_selector(span)).ok()?);
            if let Some(found) = found {
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Center);
                found.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    }
    let onkeydown = {
        let (root, on_close) = (root.clone(), props.on_close.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            match (event.code().as_str(), event.key().as_str()) {
                ("KeyJ", _) => move_focus(&root, ".mark", 1),
                ("KeyK", _) => move_focus(&root, ".mark", -1),
                (_, "Escape") => on_close.emit(()),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let on_toggle = {
        let hidden = hidden.clone();
        Callback::from(move |column: ColumnId| {
            let mut next = (**hidden).clone();
            if !next.remove(&column) {
                next.insert(column);
            }
            hidden.set(Rc::new(next));
        })
    };
    let on_repairs = {
        let shows_repairs = shows_repairs.clone();
        Callback::from(move |_: MouseEvent| shows_repairs.set(!*shows_repairs))
    };
    let row = document(&props.table, props.page.document);
    let code = row.map_or("und", |row| language_code(row.language));
    html! {
        <article class="reader" ref={root} {onkeydown} aria-labelledby="reader-heading">
            <header class="panel-head">
                <h2 id="reader-heading"><bdi lang={code}>{ row.map(|row| row.title.clone()) }</bdi></h2>
                <p class="keys" aria-hidden="true">{ messages.get("reader-keys") }</p>
                if !props.page.repairs.is_empty() {
                    <button type="button" class="close" onclick={on_repairs} aria-pressed={shows_repairs.to_string()}>
                        { counted(&messages, "reader-repairs", props.page.repairs.len() as u64) }
                    </button>
                }
                <button type="button" class="close" onclick={props.on_close.reform(|_: MouseEvent| ())}
                    aria-keyshortcuts="Escape">
                    { messages.get("reader-close") }
                </button>
            </header>
            <div class="reader-body">
            <ReaderLegend page={props.page.clone()} table={props.table.clone()} hidden={(*hidden).clone()} {on_toggle} />
            <div class="reader-column">
            { turning(props, &messages, true) }
            <MarkedText
                page={props.page.clone()}
                table={props.table.clone()}
                hidden={(*hidden).clone()}
                focus={props.focus}
                language={code}
                shows_repairs={*shows_repairs}
            />
            { turning(props, &messages, false) }
            </div>
            </div>
        </article>
    }
}

/// The buttons that turn the page, above or below the text; nothing where the page is the whole
/// text.
fn turning(props: &ReaderProps, messages: &Messages, above: bool) -> Html {
    let page = &props.page;
    if page.span.start == 0 && page.span.end >= page.total_bytes {
        return Html::default();
    }
    let percent = |byte: u32| {
        let part = f64::from(byte) * 100.0 / f64::from(page.total_bytes.max(1));
        format_decimal(Some(part), 0, messages.language())
    };
    let place = messages
        .format("reader-place", &[("first", percent(page.span.start).into()), ("last", percent(page.span.end).into())]);
    let (previous, next) = (page.span.start.saturating_sub(1), page.span.end);
    html! {
        <nav class="pager" aria-label={messages.get(if above { "reader-pages-above" } else { "reader-pages-below" })}>
            <button type="button" disabled={page.span.start == 0}
                onclick={props.on_at.reform(move |_: MouseEvent| previous)}>
                { messages.get("reader-previous") }
            </button>
            <span class="place">{ place }</span>
            <button type="button" disabled={page.span.end >= page.total_bytes}
                onclick={props.on_at.reform(move |_: MouseEvent| next)}>
                { messages.get("reader-next") }
            </button>
        </nav>
    }
}
