//! The entries of the lexicon: the tree with its filters, and beside it the entry or category that
//! is selected.

use std::{collections::BTreeSet, rc::Rc};

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    category_pane::{CategoryPane, with_title},
    entry_pane::{EntryPane, category_choices},
    selection::Selection,
    tree::{LexiconTree, WINDOW_ROWS, category_name},
};
use crate::ui::{
    components::Choice,
    hooks::{use_actions, use_messages, use_results},
    state::{Shared, results::LexiconResults},
    wording::{counted, language_name},
};
use tarazy_engine::{
    counting::Comparison,
    language::Language,
    lexicon::{EntryPlace, LexiconEdit, LocalText},
    study::{CategoryName, OutlineQuery},
};

/// Props of [`EntriesView`].
#[derive(Properties, PartialEq)]
pub struct EntriesViewProps {
    /// The table.
    pub table: Shared<Comparison>,
    /// The selection.
    pub selection: Selection,
    /// Called when the user selects something else.
    pub on_select: Callback<Selection>,
}

/// The tree with its filters, and beside it what is chosen in it.
#[component]
pub fn EntriesView(props: &EntriesViewProps) -> Html {
    let messages = use_messages();
    let actions = use_actions();
    let outline = use_results::<LexiconResults>().outline;
    let query = use_state_eq(|| OutlineQuery { limit: WINDOW_ROWS, ..OutlineQuery::default() });
    let (selection, on_select) = (&props.selection, &props.on_select);
    let marked = use_state_eq(Rc::<BTreeSet<EntryPlace>>::default);
    {
        let actions = actions.clone();
        use_effect_with(((*query).clone(), props.table.clone()), move |(query, _)| {
            actions.ask(query.clone());
        });
    }
    {
        // Another lexicon has none of these entries and categories.
        let (on_select, marked) = (on_select.clone(), marked.setter());
        let first = use_mut_ref(|| props.table.lexicon.id.clone());
        use_effect_with(props.table.lexicon.id.clone(), move |id| {
            if *first.borrow() != *id {
                first.borrow_mut().clone_from(id);
                on_select.emit(Selection::Nothing);
                marked.set(Rc::default());
            }
        });
    }
    let on_query = use_callback(query.setter(), |to, query| query.set(to));
    let on_mark = use_callback(marked.setter(), |to, marked| marked.set(to));
    let on_move = use_callback(marked.setter(), {
        let actions = actions.clone();
        move |(entries, to): (Vec<EntryPlace>, CategoryName), marked| {
            let entries: Vec<EntryPlace> = entries.into_iter().filter(|entry| entry.category != to.path).collect();
            if !entries.is_empty() {
                marked.set(Rc::default());
                actions.edit_lexicon(LexiconEdit::MoveEntries { entries, to: to.path }, to.title);
            }
        }
    });
    let on_remove = use_callback((marked.setter(), on_select.clone()), {
        let actions = actions.clone();
        move |entries: Vec<EntryPlace>, (marked, on_select)| {
            marked.set(Rc::default());
            on_select.emit(Selection::Nothing);
            actions.edit_lexicon(LexiconEdit::RemoveEntries(entries), LocalText::default());
        }
    });
    let on_search = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            let search = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            query.set(OutlineQuery { search, offset: 0, ..(*query).clone() });
        })
    };
    let all = (AttrValue::from("all"), AttrValue::from(messages.get("entries-all-languages")));
    let languages = Language::ALL
        .into_iter()
        .map(|language| (AttrValue::from(language.code()), AttrValue::from(messages.get(language_name(language)))));
    let on_language = {
        let query = query.clone();
        Callback::from(move |code: String| {
            query.set(OutlineQuery { language: Language::from_code(&code), offset: 0, ..(*query).clone() });
        })
    };
    let on_unmatched = {
        let query = query.clone();
        Callback::from(move |_: MouseEvent| {
            query.set(OutlineQuery { only_unmatched: !query.only_unmatched, offset: 0, ..(*query).clone() });
        })
    };
    let on_close_all = {
        let (query, outline) = (query.clone(), outline.clone());
        Callback::from(move |_: MouseEvent| {
            let roots = outline.as_ref().map_or(&[][..], |outline| &outline.categories);
            let closed =
                if query.closed.is_empty() { roots.iter().map(|name| name.path.clone()).collect() } else { Vec::new() };
            query.set(OutlineQuery { closed, offset: 0, ..(*query).clone() });
        })
    };
    let on_new_category = {
        let (actions, language) = (actions.clone(), messages.language());
        let title = with_title(language, &messages.get("workbench-new-category"));
        Callback::from(move |_: MouseEvent| {
            actions.edit_lexicon(LexiconEdit::AddCategory { parent: None, title: title.clone() }, LocalText::default());
        })
    };
    let on_move_marked = {
        let (on_move, marked, outline) = (on_move.clone(), marked.clone(), outline.clone());
        Callback::from(move |to: String| {
            if !to.is_empty() {
                on_move.emit((marked.iter().cloned().collect(), category_name(outline.as_deref(), &to)));
            }
        })
    };
    let on_remove_marked = {
        let (on_remove, marked) = (on_remove.clone(), marked.clone());
        Callback::from(move |_: MouseEvent| on_remove.emit(marked.iter().cloned().collect()))
    };
    let on_unmark = on_mark.reform(|_: MouseEvent| Rc::default());
    let nowhere = (AttrValue::from(""), AttrValue::from(messages.get("workbench-merge-choose")));
    let categories = category_choices(outline.as_deref(), &messages);
    let pane = match selection {
        Selection::Nothing => html! { <p class="hint pane-hint">{ messages.get("workbench-choose") }</p> },
        Selection::Category(path) => html! {
            <CategoryPane
                key={path.clone()}
                path={path.clone()}
                marked={(*marked).clone()}
                on_select={on_select.clone()}
                on_mark={on_mark.clone()}
            />
        },
        Selection::Entry(_) | Selection::New { .. } => html! {
            <EntryPane
                key={if matches!(selection, Selection::Entry(_)) { "entry" } else { "new" }}
                selection={(*selection).clone()}
                table={props.table.clone()}
                on_select={on_select.clone()}
            />
        },
    };
    html! {
        <div class="entries-view">
            <div class="entries-side">
                <p class="entries-filter">
                    <label class="visually-hidden" for="entries-search">{ messages.get("workbench-search") }</label>
                    <input id="entries-search" type="search" placeholder={messages.get("workbench-search")}
                        value={query.search.clone()} spellcheck="false" oninput={on_search} />
                    <Choice
                        id="entries-language"
                        label={messages.get("entries-language")}
                        value={query.language.map_or("all", Language::code)}
                        choices={std::iter::once(all).chain(languages).collect::<Vec<_>>()}
                        on_choose={on_language}
                        hides_label=true
                    />
                    <button type="button" aria-pressed={query.only_unmatched.to_string()} onclick={on_unmatched}>
                        { messages.get("entries-only-unmatched") }
                    </button>
                    <button type="button" aria-pressed={(!query.closed.is_empty()).to_string()} onclick={on_close_all}>
                        { messages.get("workbench-close-all") }
                    </button>
                    <button type="button" onclick={on_new_category}>{ messages.get("workbench-new-category-button") }</button>
                </p>
                if let Some(outline) = &outline {
                    <p class="hint" role="status">
                        { counted(&messages, "workbench-entries", u64::from(outline.entries)) }
                        if let Some(unmatched) = outline.unmatched {
                            { " · " }{ counted(&messages, "entries-unmatched", u64::from(unmatched)) }
                        }
                    </p>
                }
                if !marked.is_empty() {
                    <p class="marked-bar">
                        <span>{ counted(&messages, "workbench-marked", marked.len() as u64) }</span>
                        <Choice
                            id="marked-move"
                            label={messages.get("workbench-move-to")}
                            value=""
                            choices={std::iter::once(nowhere).chain(categories).collect::<Vec<_>>()}
                            on_choose={on_move_marked}
                        />
                        <button type="button" onclick={on_remove_marked}>{ messages.get("workbench-remove-marked") }</button>
                        <button type="button" onclick={on_unmark}>{ messages.get("workbench-unmark") }</button>
                    </p>
                }
                <LexiconTree
                    outline={outline.clone()}
                    query={(*query).clone()}
                    selection={selection.clone()}
                    marked={(*marked).clone()}
                    {on_query}
                    on_select={on_select.clone()}
                    {on_mark}
                    {on_move}
                    {on_remove}
                />
            </div>
            <div class="entries-pane">{ pane }</div>
        </div>
    }
}
