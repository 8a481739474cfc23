//! The entries of the lexicon: the tree with its filters, and beside it the entry or category that
//! is selected.

use std::{collections::BTreeSet, rc::Rc};

use yew::prelude::*;

use super::{
    category_pane::CategoryPane,
    entry_filter::{EntryFilter, MarkedBar},
    entry_pane::EntryPane,
    selection::Selection,
    tree::{LexiconTree, WINDOW_ROWS},
};
use crate::ui::{
    hooks::{use_actions, use_messages, use_results},
    state::{Shared, results::LexiconResults},
    wording::counted,
};
use tarazy_engine::{
    counting::Comparison,
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
                <EntryFilter query={(*query).clone()} on_query={on_query.clone()} />
                if let Some(outline) = &outline {
                    <p class="hint" role="status">
                        { counted(&messages, "workbench-entries", u64::from(outline.entries)) }
                        if let Some(unmatched) = outline.unmatched {
                            { " · " }{ counted(&messages, "entries-unmatched", u64::from(unmatched)) }
                        }
                    </p>
                }
                if !marked.is_empty() {
                    <MarkedBar
                        marked={(*marked).clone()}
                        on_move={on_move.clone()}
                        on_remove={on_remove.clone()}
                        on_mark={on_mark.clone()}
                    />
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
