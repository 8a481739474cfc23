//! What is above the tree: its filters, and the actions on the marked entries.

use std::{collections::BTreeSet, rc::Rc};

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{category_pane::with_title, entry_pane::category_choices, tree::category_name};
use crate::ui::{
    components::Choice,
    hooks::{use_actions, use_messages, use_results},
    state::results::LexiconResults,
    wording::{counted, language_name},
};
use tarazy_engine::{
    language::Language,
    lexicon::{EntryPlace, LexiconEdit, LocalText},
    study::{CategoryName, OutlineQuery},
};

/// Props of [`EntryFilter`].
#[derive(Properties, PartialEq)]
pub struct EntryFilterProps {
    /// The query for rows.
    pub query: OutlineQuery,
    /// Called with the next query for rows.
    pub on_query: Callback<OutlineQuery>,
}

/// The filters, and the button for a new category.
#[component]
pub fn EntryFilter(props: &EntryFilterProps) -> Html {
    let messages = use_messages();
    let actions = use_actions();
    let outline = use_results::<LexiconResults>().outline;
    let query = &props.query;
    // Another filter starts at the first row.
    let first = OutlineQuery { offset: 0, ..query.clone() };
    let on_search = {
        let first = first.clone();
        props.on_query.reform(move |event: InputEvent| {
            let search = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            OutlineQuery { search, ..first.clone() }
        })
    };
    let all = (AttrValue::from("all"), AttrValue::from(messages.get("entries-all-languages")));
    let languages = Language::ALL
        .into_iter()
        .map(|language| (AttrValue::from(language.code()), AttrValue::from(messages.get(language_name(language)))));
    let on_language = {
        let first = first.clone();
        props
            .on_query
            .reform(move |code: String| OutlineQuery { language: Language::from_code(&code), ..first.clone() })
    };
    let on_unmatched = {
        let next = OutlineQuery { only_unmatched: !query.only_unmatched, ..first.clone() };
        props.on_query.reform(move |_: MouseEvent| next.clone())
    };
    let on_close_all = {
        let roots = outline.as_ref().filter(|_| query.closed.is_empty()).map_or(&[][..], |outline| &outline.categories);
        let next = OutlineQuery { closed: roots.iter().map(|name| name.path.clone()).collect(), ..first };
        props.on_query.reform(move |_: MouseEvent| next.clone())
    };
    let on_new_category = {
        let title = with_title(messages.language(), &messages.get("workbench-new-category"));
        Callback::from(move |_: MouseEvent| {
            actions.edit_lexicon(LexiconEdit::AddCategory { parent: None, title: title.clone() }, LocalText::default());
        })
    };
    html! {
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
    }
}

/// Props of [`MarkedBar`].
#[derive(Properties, PartialEq)]
pub struct MarkedBarProps {
    /// The marked entries.
    pub marked: Rc<BTreeSet<EntryPlace>>,
    /// Called with entries and the category to move them to.
    pub on_move: Callback<(Vec<EntryPlace>, CategoryName)>,
    /// Called with entries to remove.
    pub on_remove: Callback<Vec<EntryPlace>>,
    /// Called with the marked entries.
    pub on_mark: Callback<Rc<BTreeSet<EntryPlace>>>,
}

/// The number of marked entries, and what can be done with all of them.
#[component]
pub fn MarkedBar(props: &MarkedBarProps) -> Html {
    let messages = use_messages();
    let outline = use_results::<LexiconResults>().outline;
    let nowhere = (AttrValue::from(""), AttrValue::from(messages.get("workbench-merge-choose")));
    let categories = category_choices(outline.as_deref(), &messages);
    let entries: Vec<EntryPlace> = props.marked.iter().cloned().collect();
    let on_move = {
        let (on_move, entries) = (props.on_move.clone(), entries.clone());
        Callback::from(move |to: String| {
            if !to.is_empty() {
                on_move.emit((entries.clone(), category_name(outline.as_deref(), &to)));
            }
        })
    };
    let on_remove = props.on_remove.reform(move |_: MouseEvent| entries.clone());
    let on_unmark = props.on_mark.reform(|_: MouseEvent| Rc::default());
    html! {
        <p class="marked-bar">
            <span>{ counted(&messages, "workbench-marked", props.marked.len() as u64) }</span>
            <Choice
                id="marked-move"
                label={messages.get("workbench-move-to")}
                value=""
                choices={std::iter::once(nowhere).chain(categories).collect::<Vec<_>>()}
                on_choose={on_move}
            />
            <button type="button" onclick={on_remove}>{ messages.get("workbench-remove-marked") }</button>
            <button type="button" onclick={on_unmark}>{ messages.get("workbench-unmark") }</button>
        </p>
    }
}
