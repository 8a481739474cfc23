//! Matches in their context (KWIC): every line one match, the word in the middle.

use yew::prelude::*;

use crate::{
    browser::has_selection,
    ui::{
        components::{
            CategoryKey, EntryProbed, ProbedMatch, category_class, focus_nth, is_focus_lost, move_focus,
            use_focus_while_open, why,
        },
        hooks::use_messages,
        state::Shared,
        wording::{column_title, document, document_title, language_code},
    },
};
use tarazy_engine::{
    counting::Comparison,
    language::number_format::format_integer,
    lexicon::{EntryId, LexiconEdit},
    settings::DocumentId,
    study::{ContextLine, ContextPage, EntryProbe},
    text::Span,
};
use tarazy_report::message::Messages;

/// How many lines to ask the engine for at a time.
pub const LINES_PER_PAGE: u32 = 50;

/// Props of [`Contexts`].
#[derive(Properties, PartialEq)]
pub struct ContextsProps {
    /// The lines.
    pub page: Shared<ContextPage>,
    /// The table that they belong to, for titles.
    pub table: Shared<Comparison>,
    /// Whether the text beside a match stands on as many lines as it needs.
    #[prop_or_default]
    pub wraps: bool,
    /// Whether the lines are only those with some words.
    #[prop_or_default]
    pub is_filtered: bool,
    /// The entry that the engine looked at last.
    #[prop_or_default]
    pub probe: Option<Shared<EntryProbe>>,
    /// The line that is explained at first.
    #[prop_or_default]
    pub explained: Option<(DocumentId, Span)>,
    /// What stands above the lines, where that is not their text and category.
    #[prop_or_default]
    pub heading: Option<Html>,
    /// Whether a line can be explained: its entry is one of the lexicon.
    #[prop_or(true)]
    pub is_explained: bool,
    /// The line whose text was read last; it has the focus when its page opens again.
    #[prop_or_default]
    pub last: Option<(DocumentId, Span)>,
    /// Called with the line to open in its text.
    pub on_line: Callback<(DocumentId, Span)>,
    /// Called with the number of the first line to show.
    pub on_offset: Callback<u32>,
    /// Called with the entry to probe.
    pub on_probe: Callback<EntryId>,
    /// Called with a line to copy, as a quotation with its place.
    pub on_copy: Callback<String>,
    /// Called with a form to exclude.
    pub on_exclude: Callback<LexiconEdit>,
    /// Called when the user is done.
    pub on_close: Callback<()>,
}

/// A line that can be explained: its text and place.
type Line = (DocumentId, Span);

/// The lines as a table with a heading and page buttons. J and K go to the next and previous line,
/// Enter opens it, Ctrl-C copies it; "Why?" on a line explains it under the line. Escape closes the
/// explanation, then the contexts.
#[component]
pub fn Contexts(props: &ContextsProps) -> Html {
    let messages = use_messages();
    let root = use_node_ref();
    let (page, table) = (&props.page, &props.table);
    let last = props.last.map(|(document, span)| format!("#{} .kwic-node", line_id(document, span)));
    let places = last.into_iter().chain([".kwic-node".to_owned(), ".contexts-close".to_owned()]).collect();
    use_focus_while_open(root.clone(), places, (page.document, page.column, page.offset));
    let column = table.columns.iter().position(|column| column.id == page.column).unwrap_or(table.columns.len());
    let with_titles = page.document.is_none();

    let explained = use_state_eq(|| props.explained);
    let line_of = |line: &ContextLine| (line.document, line.span);
    let explained_at = page.lines.iter().position(|line| Some(line_of(line)) == *explained);
    {
        let (on_probe, entry) = (props.on_probe.clone(), explained_at.map(|at| page.lines[at].entry_id));
        use_effect_with((entry, page.clone()), move |(entry, _)| {
            if let Some(entry) = entry {
                on_probe.emit(*entry);
            }
        });
    }
    let on_explain = {
        let explained = explained.clone();
        Callback::from(move |line: Line| explained.set((*explained != Some(line)).then_some(line)))
    };
    let excluded_at = use_mut_ref(|| None::<usize>);
    let on_exclude = {
        let (on_exclude, excluded_at) = (props.on_exclude.clone(), excluded_at.clone());
        Callback::from(move |edit: LexiconEdit| {
            *excluded_at.borrow_mut() = explained_at;
            on_exclude.emit(edit);
        })
    };
    {
        // A line whose form was excluded disappears with the button that had the focus; the line in
        // its place has it then.
        let root = root.clone();
        use_effect_with(page.clone(), move |_| {
            if let Some(at) = excluded_at.borrow_mut().take()
                && is_focus_lost()
            {
                focus_nth(&root, ".why-toggle", at);
            }
        });
    }

    let onkeydown = {
        let (root, on_close, explained) = (root.clone(), props.on_close.clone(), explained.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            // By the place of the key, so that it is the same key in all three alphabets.
            match (event.code().as_str(), event.key().as_str()) {
                ("KeyJ", _) | (_, "ArrowDown") => move_focus(&root, ".kwic-node", 1),
                ("KeyK", _) | (_, "ArrowUp") => move_focus(&root, ".kwic-node", -1),
                (_, "Escape") if explained_at.is_some() => {
                    explained.set(None);
                    focus_nth(&root, ".why-toggle", explained_at.unwrap_or_default());
                }
                (_, "Escape") => on_close.emit(()),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onclose = props.on_close.reform(|_: MouseEvent| ());
    let lines = page.lines.iter().flat_map(|line| {
        let is_explained = Some(line_of(line)) == *explained;
        let own = self::line(props, &messages, line, column, is_explained, &on_explain);
        [Some(own), is_explained.then(|| explanation(props, &messages, line, &on_exclude))]
    });
    html! {
        <section class="contexts" ref={root} {onkeydown} aria-labelledby="contexts-heading">
            <header class="panel-head">
                <h2 id="contexts-heading">{ props.heading.clone().unwrap_or_else(|| heading(&messages, table, page, column)) }</h2>
                <p class="keys" aria-hidden="true">{ messages.get("contexts-keys") }</p>
                <button type="button" class="close contexts-close" onclick={onclose} aria-keyshortcuts="Escape">
                    { messages.get("contexts-close") }
                </button>
            </header>
            if page.lines.is_empty() {
                <p class="nothing">{ messages.get(if props.is_filtered { "contexts-none-with" } else { "contexts-none" }) }</p>
            } else {
                <table class={classes!("kwic", with_titles.then_some("with-titles"), props.wraps.then_some("wraps"))}>
                    <thead class="visually-hidden">
                        <tr>
                            if with_titles { <th scope="col">{ messages.get("table-column-text") }</th> }
                            <th scope="col">{ messages.get("contexts-column-left") }</th>
                            <th scope="col">{ messages.get("contexts-column-match") }</th>
                            <th scope="col">{ messages.get("contexts-column-right") }</th>
                            <th scope="col">{ messages.get("contexts-column-why") }</th>
                        </tr>
                    </thead>
                    <tbody>{ for lines.flatten() }</tbody>
                </table>
            }
            { pager(props, &messages) }
        </section>
    }
}

fn heading(messages: &Messages, table: &Comparison, page: &ContextPage, column: usize) -> Html {
    let language = messages.language();
    let row = page.document.and_then(|id| document(table, id));
    let code = row.map_or(language.code(), |row| language_code(row.language));
    let title = row.map_or_else(|| messages.get("contexts-all-texts"), |row| row.title.clone());
    let shown = page.lines.len() as u64;
    let range = if shown == u64::from(page.total) {
        format_integer(shown, language)
    } else {
        let last = format_integer(u64::from(page.offset) + shown, language);
        messages.format(
            "contexts-range",
            &[("first", format_integer(u64::from(page.offset) + shown.min(1), language).into()), ("last", last.into())],
        )
    };
    let total = format_integer(page.total, language);
    html! {<>
        <bdi lang={code}>{ title }</bdi>
        <span class="times">{ " × " }</span>
        <CategoryKey {column} />
        { column_title(table, column, language) }
        <span class="contexts-count">
            { messages.format("contexts-count", &[("range", range.into()), ("total", total.into())]) }
        </span>
    </>}
}

/// Names a line within the page.
fn line_id(document: DocumentId, span: Span) -> String {
    format!("line-{}-{}-{}", document.0, span.start, span.end)
}

fn line(
    props: &ContextsProps,
    messages: &Messages,
    line: &ContextLine,
    column: usize,
    is_explained: bool,
    on_explain: &Callback<Line>,
) -> Html {
    let table = &props.table;
    let with_title = props.page.document.is_none();
    let place = (line.document, line.span);
    let id = line_id(line.document, line.span);
    let why_label = messages.format("why-of", &[("form", line.form.as_str().into())]);
    let on_why = on_explain.reform(move |event: MouseEvent| {
        // The line itself opens the text.
        event.stop_propagation();
        place
    });
    let code = document(table, line.document).map_or("und", |row| language_code(row.language));
    let onclick = props.on_line.reform(move |_: MouseEvent| place);
    let quotation = quotation(messages, table, line);
    let on_copy = {
        let quotation = quotation.clone();
        props.on_copy.reform(move |event: MouseEvent| {
            event.stop_propagation();
            quotation.clone()
        })
    };
    let onkeydown = {
        let on_copy = props.on_copy.clone();
        Callback::from(move |event: KeyboardEvent| {
            let is_copy = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
            // Where something is selected the browser copies that.
            if is_copy && event.code() == "KeyC" && !has_selection() {
                event.prevent_default();
                on_copy.emit(quotation.clone());
            }
        })
    };
    let path = table.columns.get(column).map_or("", |column| column.path.as_str());
    let below = line.category.strip_prefix(path).and_then(|rest| rest.strip_prefix('/'));
    html! {
        <tr key={id.clone()} id={id.clone()} class={classes!(is_explained.then_some("is-explained"))} {onclick} {onkeydown}>
            if with_title {
                <th scope="row" class="kwic-title"><bdi lang={code}>{ document_title(table, line.document) }</bdi></th>
            }
            <td class="kwic-left" lang={code}><span><bdi>{ line.left.clone() }</bdi></span></td>
            <td class="kwic-match" lang={code}>
                <button type="button" class={classes!("kwic-node", "mark", category_class(column))}>
                    <bdi>{ line.node.clone() }</bdi>
                </button>
            </td>
            <td class="kwic-right" lang={code}><span><bdi>{ line.right.clone() }</bdi></span></td>
            <td class="kwic-why">
                <span class="kwic-reason">
                    <span class="entry" lang={code}><bdi>{ line.entry.clone() }</bdi></span>
                    if let Some(below) = below {
                        <span class="below">{ below }</span>
                    }
                    { why(messages, &line.matched_by) }
                    <span class="kwic-place">{ place_of(messages, line) }</span>
                </span>
                { " " }
                if props.is_explained {
                    <button type="button" class="why-toggle" aria-label={why_label}
                        aria-expanded={is_explained.to_string()}
                        aria-controls={is_explained.then(|| format!("why-{id}"))} onclick={on_why}>
                        { messages.get("why") }
                    </button>
                }
                // The key does the same, so that a line is not two stops of the keyboard more.
                <button type="button" class="copy-line" tabindex="-1" aria-keyshortcuts="Control+C" title={place_of(messages, line)}
                    aria-label={messages.format("contexts-copy-of", &[("form", line.form.as_str().into())])}
                    onclick={on_copy}>
                    { messages.get("contexts-copy") }
                </button>
            </td>
        </tr>
    }
}

/// Where a line stands in its text.
fn place_of(messages: &Messages, line: &ContextLine) -> String {
    let number = |number: u32| format_integer(number, messages.language()).into();
    let (paragraph, sentence) = (number(line.place.paragraph), number(line.place.sentence));
    messages.format("contexts-place", &[("paragraph", paragraph), ("sentence", sentence)])
}

/// A line as it is quoted: its text, the title, and where in the text it stands. Points stand where a
/// sentence goes on.
fn quotation(messages: &Messages, table: &Comparison, line: &ContextLine) -> String {
    let points = |is_cut: bool| if is_cut { "…" } else { "" };
    let ContextLine { left, node, right, is_cut_left, is_cut_right, .. } = line;
    let (before, after) = (points(*is_cut_left), points(*is_cut_right));
    let text = format!("{before}{}{node}{}{after}", left.trim_start(), right.trim_end());
    let title = document_title(table, line.document).to_string();
    let place = place_of(messages, line);
    messages.format("contexts-quotation", &[("text", text.into()), ("title", title.into()), ("place", place.into())])
}

/// What stands under a line that is explained.
fn explanation(
    props: &ContextsProps,
    messages: &Messages,
    line: &ContextLine,
    on_exclude: &Callback<LexiconEdit>,
) -> Html {
    let id = format!("why-{}", line_id(line.document, line.span));
    let probe = props.probe.as_ref().filter(|probe| probe.entry == line.entry_id);
    let found = ProbedMatch { form: line.form.clone(), matched_by: line.matched_by.clone() };
    let columns = if props.page.document.is_none() { "5" } else { "4" };
    html! {
        <tr key={id.clone()} {id} class="why-row">
            <td colspan={columns}>
                <section aria-label={messages.format("why-of", &[("form", line.form.as_str().into())])}>
                    if let Some(probe) = probe {
                        <EntryProbed
                            probe={probe.clone()}
                            table={props.table.clone()}
                            {found}
                            on_exclude={on_exclude.clone()}
                        />
                    } else {
                        <p class="nothing" role="status">{ messages.get("probe-waits") }</p>
                    }
                </section>
            </td>
        </tr>
    }
}

fn pager(props: &ContextsProps, messages: &Messages) -> Html {
    let page = &props.page;
    let shown = u32::try_from(page.lines.len()).unwrap_or(u32::MAX);
    let next = page.offset.saturating_add(shown);
    let previous = page.offset.saturating_sub(LINES_PER_PAGE.max(shown));
    if page.offset == 0 && next >= page.total {
        return Html::default();
    }
    html! {
        <nav class="pager" aria-label={messages.get("contexts-pages")}>
            <button type="button" disabled={page.offset == 0}
                onclick={props.on_offset.reform(move |_: MouseEvent| previous)}>
                { messages.get("contexts-previous") }
            </button>
            <button type="button" disabled={shown == 0 || next >= page.total}
                onclick={props.on_offset.reform(move |_: MouseEvent| next)}>
                { messages.get("contexts-next") }
            </button>
        </nav>
    }
}
