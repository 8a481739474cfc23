//! A search of all texts, docked where the contexts of a cell are.

use gloo::timers::callback::Timeout;
use tarazy_engine::{
    counting::Comparison,
    language::number_format::format_integer,
    lexicon::{EntryKey, FieldChange, LexiconEdit, LocalText},
    matching::ColumnId,
    problem::Argument,
    settings::DocumentId,
    study::{ContextPage, ContextSelection, SearchPage, SearchQuery},
    text::Span,
};
use tarazy_report::message::Messages;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    kwic::{Contexts, LINES_PER_PAGE},
    selection_bar::{FIRST_EXTENT, SelectionBar},
};
use crate::{
    browser::is_read_only,
    ui::{
        components::{Choice, focus_nth, use_focus_while_open},
        hooks::{use_actions, use_go, use_messages, use_results},
        pages::compare::copy_text,
        state::{Route, Shared, notices, results::Matches, study::Edit},
        wording::column_title,
    },
};

/// How long the reader may pause between two keys before the texts are searched, in milliseconds.
const TYPING_PAUSE_MS: u32 = 90;

/// A longer pattern is not searched for.
const LONGEST_PATTERN: &str = "400";

/// Props of [`SearchArea`].
#[derive(Properties, PartialEq)]
pub struct SearchAreaProps {
    /// The table.
    pub table: Shared<Comparison>,
    /// What is searched for.
    pub pattern: String,
    /// Called with another pattern while it is typed.
    pub on_pattern: Callback<String>,
    /// The line whose text was read last.
    pub last: Option<(DocumentId, Span)>,
    /// Called with the line to open in its text.
    pub on_line: Callback<(DocumentId, Span)>,
}

/// The field and what it finds, live.
#[component]
pub fn SearchArea(props: &SearchAreaProps) -> Html {
    let SearchAreaProps { table, pattern, on_pattern, last, on_line } = props;
    let messages = use_messages();
    let (actions, on_go) = (use_actions(), use_go());
    let found = use_results::<Matches>().search;
    let offset = use_state_eq(|| 0_u32);
    let selection = use_state_eq(ContextSelection::default);
    let extent = use_state_eq(|| FIRST_EXTENT);
    let root = use_node_ref();
    // Who comes back from a text goes on where the text was opened.
    let places = if pattern.is_empty() || last.is_none() { vec!["#search-pattern".to_owned()] } else { Vec::new() };
    use_focus_while_open(root.clone(), places, ());
    let pause = use_mut_ref(|| None::<Timeout>);
    {
        let actions = actions.clone();
        let asked = (pattern.clone(), *offset, (*selection).clone(), *extent);
        use_effect_with((asked, table.clone()), move |((pattern, offset, selection, extent), _)| {
            let (offset, limit, selection, extent) = (*offset, LINES_PER_PAGE, selection.clone(), *extent);
            let query = SearchQuery { pattern: pattern.clone(), offset, limit, extent, selection };
            // A new timer ends the one before it: what stands when the reader pauses is searched for.
            *pause.borrow_mut() = Some(Timeout::new(TYPING_PAUSE_MS, move || actions.ask(query)));
        });
    }
    {
        // Another pattern or selection starts at its first line.
        let offset = offset.setter();
        use_effect_with((pattern.clone(), (*selection).clone()), move |_| offset.set(0));
    }
    let oninput = on_pattern.reform(|event: InputEvent| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        input.map(|input| input.value()).unwrap_or_default()
    });
    let on_copy = use_callback(actions, |text, actions| copy_text(text, "contexts-copied", actions));
    let on_offset = use_callback(offset.setter(), |to, offset| offset.set(to));
    let on_close = use_callback(on_go, |(), on_go| on_go.emit(Route::Compare));
    let on_select = use_callback(selection.setter(), |to, selection| selection.set(to));
    let on_extent = use_callback(extent.setter(), |to, extent| extent.set(to));
    let onkeydown = {
        let (root, on_close) = (root.clone(), on_close.clone());
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "Escape" => on_close.emit(()),
                "ArrowDown" | "Enter" => focus_nth(&root, ".kwic-node", 0),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let page = use_memo(found.clone(), |found| found.as_ref().map(|found| Shared::from(context_page(found))));
    let page = (*page).clone().filter(|_| !pattern.trim().is_empty());
    let found = found.filter(|_| page.is_some());
    let problem = found.as_ref().and_then(|found| found.problem.as_ref());
    html! {
        <section class="contexts-area" ref={root} aria-label={messages.get("search-label")}>
            <div class="contexts-bar">
                <input id="search-pattern" class="search-pattern" type="search" autocomplete="off" spellcheck="false"
                    maxlength={LONGEST_PATTERN} aria-label={messages.get("search-label")}
                    placeholder={messages.get("search-label")} value={pattern.clone()} {oninput} {onkeydown} />
                <SelectionBar selection={(*selection).clone()} extent={*extent} has_texts=true {on_select} {on_extent} />
                if let Some(found) = found.clone().filter(|found| found.total > 0 && found.query.pattern == *pattern && !is_read_only()) {
                    <AddToCategory {table} {found} />
                }
            </div>
            if let Some(problem) = problem {
                <p class="trial-problem" role="status">{ messages.problem(problem) }</p>
            } else if let Some((page, found)) = page.zip(found) {
                if found.total == 0 && selection.containing.trim().is_empty() {
                    <p class="nothing" role="status">{ messages.get("search-none") }</p>
                } else {
                    <Contexts
                        {page} {table} is_explained=false heading={heading(&messages, &found)}
                        wraps={*extent != FIRST_EXTENT}
                        is_filtered={!selection.containing.trim().is_empty()} last={*last}
                        {on_line} {on_offset} {on_copy} {on_close}
                        on_probe={Callback::noop()} on_exclude={Callback::noop()}
                    />
                }
            } else {
                <p class="nothing">{ messages.get("search-hint") }</p>
            }
        </section>
    }
}

/// The lines as a page of contexts, of no column.
fn context_page(found: &SearchPage) -> ContextPage {
    let SearchPage { query, total, lines, .. } = found;
    ContextPage {
        document: None,
        column: ColumnId(u32::MAX),
        offset: query.offset,
        total: *total,
        lines: lines.clone(),
    }
}

fn heading(messages: &Messages, found: &SearchPage) -> Html {
    let number = |number: u32| format_integer(number, messages.language()).into();
    let counts = messages.format("search-found", &[("lines", number(found.total)), ("texts", number(found.texts))]);
    html! {<>
        <bdi>{ found.query.pattern.trim() }</bdi>
        <span class="contexts-count" role="status">{ counts }</span>
    </>}
}

/// Props of [`AddToCategory`].
#[derive(Properties, PartialEq)]
struct AddToCategoryProps {
    table: Shared<Comparison>,
    found: Shared<SearchPage>,
}

/// The pattern as a new entry of a category, in the language in which it was found most.
#[component]
fn AddToCategory(props: &AddToCategoryProps) -> Html {
    let messages = use_messages();
    let actions = use_actions();
    let table = &props.table;
    let chosen = use_state_eq(|| None::<String>);
    let columns = table.columns.iter().enumerate();
    let categories: Vec<(AttrValue, AttrValue)> = columns
        .map(|(at, column)| {
            (column.path.clone().into(), column_title(table, at, messages.language()).to_owned().into())
        })
        .collect();
    let first = table.columns.first().map(|column| column.path.clone());
    let is_known = |path: &String| table.columns.iter().any(|column| column.path == *path);
    let Some(path) = (*chosen).clone().filter(is_known).or(first) else { return Html::default() };
    let on_choose = {
        let chosen = chosen.setter();
        Callback::from(move |path| chosen.set(Some(path)))
    };
    let onclick = {
        let (found, path) = (props.found.clone(), path.clone());
        let column = table.columns.iter().find(|column| column.path == path);
        let about = column.map_or_else(LocalText::default, |column| column.title.clone());
        let title = categories
            .iter()
            .find(|(own, _)| *own == path)
            .map_or_else(|| path.clone(), |(_, title)| title.to_string());
        Callback::from(move |_: MouseEvent| {
            let pattern = found.query.pattern.trim().to_owned();
            let fields = vec![FieldChange { key: EntryKey::Pattern, values: vec![pattern.clone()] }];
            let edit = LexiconEdit::AddEntry { category: path.clone(), language: found.language, fields };
            if !actions.try_edit(Edit::EditLexicon(edit, about.clone())) {
                return;
            }
            let words = [("pattern", pattern), ("category", title.clone())];
            let words = words.map(|(name, text)| (name.to_owned(), Argument::Text(text)));
            actions.notify(notices::Action::info("search-added", words.into()));
        })
    };
    html! {
        <span class="search-add" role="group" aria-label={messages.get("search-add")}>
            <Choice id="search-category" label={messages.get("search-category")} value={path} choices={categories}
                {on_choose} hides_label=true />
            <button type="button" {onclick}>{ messages.get("search-add") }</button>
        </span>
    }
}
