//! One category beside the tree: its title in three languages, what it can become, and new entries
//! for it.

use std::{collections::BTreeSet, rc::Rc};

use yew::prelude::*;

use super::{
    entry_pane::category_choices,
    selection::Selection,
    tree::{category_name, title},
};
use crate::ui::{
    components::{Choice, TextField},
    hooks::{use_actions, use_messages, use_results},
    state::results::LexiconResults,
    wording::{counted, language_name},
};
use tarazy_engine::{
    language::Language,
    lexicon::{EntryPlace, LexiconEdit, LocalText},
};

/// Props of [`CategoryPane`].
#[derive(Properties, PartialEq)]
pub struct CategoryPaneProps {
    /// The path of the category.
    pub path: String,
    /// The entries that are marked.
    pub marked: Rc<BTreeSet<EntryPlace>>,
    /// Called with the new selection.
    pub on_select: Callback<Selection>,
    /// Called with the marked entries.
    pub on_mark: Callback<Rc<BTreeSet<EntryPlace>>>,
}

/// The pane.
#[component]
pub fn CategoryPane(props: &CategoryPaneProps) -> Html {
    let messages = use_messages();
    let actions = use_actions();
    let outline = use_results::<LexiconResults>().outline;
    let name = category_name(outline.as_deref(), &props.path);
    let own_title = title(&name, &messages);
    let titles = Language::ALL.into_iter().map(|language| {
        let own = match language {
            Language::Kazakh => &name.title.kk,
            Language::Russian => &name.title.ru,
            Language::English => &name.title.en,
        };
        let on_title = {
            let (actions, name) = (actions.clone(), name.clone());
            Callback::from(move |text: String| {
                let title = with(&name.title, language, &text);
                if title != name.title {
                    actions.edit_lexicon(LexiconEdit::RenameCategory { path: name.path.clone(), title }, name.title.clone());
                }
            })
        };
        let label = messages.format("workbench-title-in", &[("language", messages.get(language_name(language)).into())]);
        html! {
            <div class="field" key={format!("{} {}", name.path, language.code())}>
                <span class="field-label">{ label.clone() }</span>
                <TextField class="category-title" lang={language.code()} {label} text={own.clone().unwrap_or_default()} on_text={on_title} />
            </div>
        }
    });
    let on_new = {
        let (on_select, category, language) = (props.on_select.clone(), name.path.clone(), messages.language());
        Callback::from(move |_: MouseEvent| {
            on_select.emit(Selection::New { category: category.clone(), language: Some(language) });
        })
    };
    let on_sub = {
        let (actions, parent, language) = (actions.clone(), name.path.clone(), messages.language());
        let new = messages.get("workbench-new-category");
        Callback::from(move |_: MouseEvent| {
            let title = with(&LocalText::default(), language, &new);
            actions
                .edit_lexicon(LexiconEdit::AddCategory { parent: Some(parent.clone()), title }, LocalText::default());
        })
    };
    let on_remove = {
        let (actions, on_select, name) = (actions.clone(), props.on_select.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            on_select.emit(Selection::Nothing);
            actions.edit_lexicon(LexiconEdit::RemoveCategory(name.path.clone()), name.title.clone());
        })
    };
    let on_merge = {
        let (actions, on_select, from) = (actions.clone(), props.on_select.clone(), name.clone());
        let outline = outline.clone();
        Callback::from(move |into: String| {
            if !into.is_empty() {
                let about = category_name(outline.as_deref(), &into).title;
                on_select.emit(Selection::Category(into.clone()));
                actions.edit_lexicon(LexiconEdit::MergeCategories { from: from.path.clone(), into }, about);
            }
        })
    };
    let nowhere = (AttrValue::from(""), AttrValue::from(messages.get("workbench-merge-choose")));
    let is_other = |path: &str| path != name.path && !path.starts_with(&format!("{}/", name.path));
    let others = category_choices(outline.as_deref(), &messages);
    let others: Vec<_> =
        std::iter::once(nowhere).chain(others.into_iter().filter(|(path, _)| is_other(path))).collect();
    let own_marked: Vec<EntryPlace> =
        props.marked.iter().filter(|place| place.category == name.path).cloned().collect();
    let on_split = {
        let (actions, path, entries) = (actions.clone(), name.path.clone(), own_marked.clone());
        let (on_mark, about) = (props.on_mark.clone(), name.title.clone());
        let new = with(&LocalText::default(), messages.language(), &messages.get("workbench-new-category"));
        Callback::from(move |_: MouseEvent| {
            let edit = LexiconEdit::SplitCategory { path: path.clone(), entries: entries.clone(), title: new.clone() };
            on_mark.emit(Rc::default());
            actions.edit_lexicon(edit, about.clone());
        })
    };
    html! {
        <div class="category-pane">
            <div class="pane-head">
                <h3 class="pane-title">{ own_title }</h3>
                <code class="hint">{ name.path.clone() }</code>
            </div>
            <p class="pane-actions">
                <button type="button" class="primary" onclick={on_new}>{ messages.get("workbench-new-entry") }</button>
                <button type="button" onclick={on_sub}>{ messages.get("workbench-new-subcategory") }</button>
                <button type="button" onclick={on_remove}>{ messages.get("workbench-remove-category") }</button>
            </p>
            <div class="field-grid">{ for titles }</div>
            <Choice
                id="category-merge"
                label={messages.get("workbench-merge-into")}
                value=""
                choices={others}
                on_choose={on_merge}
            />
            if own_marked.is_empty() {
                <p class="hint">{ messages.get("workbench-split-hint") }</p>
            } else {
                <p class="pane-actions">
                    <button type="button" onclick={on_split}>
                        { counted(&messages, "workbench-split", own_marked.len() as u64) }
                    </button>
                </p>
            }
        </div>
    }
}

/// A title with other words in one language; without any where none are left.
pub fn with(title: &LocalText, language: Language, text: &str) -> LocalText {
    let mut title = title.clone();
    let text = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    match language {
        Language::Kazakh => title.kk = text,
        Language::Russian => title.ru = text,
        Language::English => title.en = text,
    }
    title
}

/// A title in one language.
pub fn with_title(language: Language, text: &str) -> LocalText {
    with(&LocalText::default(), language, text)
}
