//! The lexicon's tree of categories and entries, drawn where it is looked at.
//!
//! The engine lists the rows and sends a window of them; the tree holds the place of the rest. So
//! 50,000 entries scroll as five do. Arrow keys walk, left and right close and open, Enter shows a
//! row, Space marks an entry, Delete takes the marked ones out. Entries are dragged onto a
//! category; the pane beside the tree does the same by a choice.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use web_sys::{DragEvent, HtmlElement};
use yew::prelude::*;

use super::selection::Selection;
use crate::ui::{
    hooks::{OWN_DRAG, use_messages, use_render_count},
    state::Shared,
    wording::{counted, language_code},
};
use tarazy_engine::{
    language::{Language, number_format::format_integer},
    lexicon::EntryPlace,
    study::{CategoryName, Outline, OutlineQuery, OutlineRow},
};
use tarazy_report::message::Messages;

/// Height of a row in CSS pixels; the style sheet sets the same.
pub const ROW_PX: u32 = 32;

/// Number of rows by which the window moves.
const STEP_ROWS: u32 = 40;

/// How many rows are asked for at a time: those that a tall screen shows, with a step on either
/// side.
pub const WINDOW_ROWS: u32 = 160;

/// Props of [`LexiconTree`].
#[derive(Properties, PartialEq)]
pub struct LexiconTreeProps {
    /// The rows that the engine sent last.
    pub outline: Option<Shared<Outline>>,
    /// The query for rows.
    pub query: OutlineQuery,
    /// The selection, shown in the pane beside the tree.
    pub selection: Selection,
    /// The entries that are marked.
    pub marked: Rc<BTreeSet<EntryPlace>>,
    /// Called with the next query for rows.
    pub on_query: Callback<OutlineQuery>,
    /// Called with the new selection.
    pub on_select: Callback<Selection>,
    /// Called with the marked entries.
    pub on_mark: Callback<Rc<BTreeSet<EntryPlace>>>,
    /// Called with entries and the category to move them to.
    pub on_move: Callback<(Vec<EntryPlace>, CategoryName)>,
    /// Called with entries to remove.
    pub on_remove: Callback<Vec<EntryPlace>>,
}

/// The entries that are being dragged.
type Dragged = Rc<RefCell<Vec<EntryPlace>>>;

/// The tree.
#[component]
pub fn LexiconTree(props: &LexiconTreeProps) -> Html {
    use_render_count("tree");
    let messages = use_messages();
    let root = use_node_ref();
    let cursor = use_state_eq(|| 0_u32);
    let target = use_state_eq(|| None::<String>);
    let dragged: Dragged = use_mut_ref(Vec::new);
    let Some(outline) = props.outline.clone() else {
        return html! { <p class="nothing" role="status">{ messages.get("probe-waits") }</p> };
    };
    let on_scroll = {
        let (on_query, query) = (props.on_query.clone(), props.query.clone());
        Callback::from(move |event: Event| {
            let top = event.target_dyn_into::<HtmlElement>().map_or(0, |element| element.scroll_top());
            let first = u32::try_from(top).unwrap_or(0) / ROW_PX / STEP_ROWS * STEP_ROWS;
            let offset = first.saturating_sub(STEP_ROWS);
            if offset != query.offset {
                on_query.emit(OutlineQuery { offset, ..query.clone() });
            }
        })
    };
    let go_to = {
        let (root, cursor, total) = (root.clone(), cursor.setter(), outline.total);
        move |row: u32| {
            let row = row.min(total.saturating_sub(1));
            cursor.set(row);
            if let Some(element) = root.cast::<HtmlElement>() {
                let pixels = |rows: u32| i32::try_from(rows * ROW_PX).unwrap_or(i32::MAX);
                let (top, height) = (element.scroll_top(), element.client_height());
                let lowest = pixels(row + 1) - height;
                element.set_scroll_top(top.clamp(lowest.min(pixels(row)), pixels(row)));
            }
        }
    };
    let at_cursor = row_at(&outline, *cursor).cloned();
    let onkeydown = {
        let (props_on, outline, cursor_now) = (RowKeys::of(props), outline.clone(), *cursor);
        Callback::from(move |event: KeyboardEvent| {
            let page = WINDOW_ROWS / 8;
            let to = match event.key().as_str() {
                "ArrowDown" => Some(cursor_now.saturating_add(1)),
                "ArrowUp" => Some(cursor_now.saturating_sub(1)),
                "PageDown" => Some(cursor_now.saturating_add(page)),
                "PageUp" => Some(cursor_now.saturating_sub(page)),
                "Home" => Some(0),
                "End" => Some(outline.total),
                _ => None,
            };
            if let Some(to) = to {
                event.prevent_default();
                go_to(to);
                return;
            }
            let Some(row) = &at_cursor else { return };
            if props_on.handle(&event, row) {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let first = outline.query.offset.min(outline.total);
    let shown = u32::try_from(outline.rows.len()).unwrap_or(0);
    let below = outline.total.saturating_sub(first + shown);
    let drawing = Drawing { props, messages: &messages, target: &target, dragged: &dragged, cursor: *cursor };
    let rows = outline.rows.iter().zip(first..).map(|(row, at)| drawing.row(row, at));
    let focus_on = {
        let cursor = cursor.setter();
        Callback::from(move |event: MouseEvent| {
            let row = event
                .target_dyn_into::<HtmlElement>()
                .and_then(|element| element.closest(".tree-row").ok().flatten())
                .and_then(|row| row.id().strip_prefix("tree-row-").and_then(|at| at.parse().ok()));
            if let Some(row) = row {
                cursor.set(row);
            }
        })
    };
    html! {
        <div
            class="tree-scroll"
            role="tree"
            tabindex="0"
            ref={root}
            aria-label={messages.get("workbench-tree")}
            aria-multiselectable="true"
            aria-activedescendant={row_at(&outline, *cursor).map(|_| format!("tree-row-{}", *cursor))}
            onscroll={on_scroll}
            onclick={focus_on}
            {onkeydown}
        >
            <div class="tree-space" role="none" style={format!("block-size:{}px", first * ROW_PX)} />
            { for rows }
            <div class="tree-space" role="none" style={format!("block-size:{}px", below * ROW_PX)} />
            if outline.total == 0 {
                <p class="nothing">{ messages.get("entries-none") }</p>
            }
        </div>
    }
}

/// The row with a number, where it is in the window.
fn row_at(outline: &Outline, at: u32) -> Option<&OutlineRow> {
    outline.rows.get(usize::try_from(at.checked_sub(outline.query.offset)?).ok()?)
}

/// The actions of the keys on a row.
struct RowKeys {
    query: OutlineQuery,
    marked: Rc<BTreeSet<EntryPlace>>,
    on_query: Callback<OutlineQuery>,
    on_select: Callback<Selection>,
    on_mark: Callback<Rc<BTreeSet<EntryPlace>>>,
    on_remove: Callback<Vec<EntryPlace>>,
}

impl RowKeys {
    fn of(props: &LexiconTreeProps) -> Self {
        Self {
            query: props.query.clone(),
            marked: props.marked.clone(),
            on_query: props.on_query.clone(),
            on_select: props.on_select.clone(),
            on_mark: props.on_mark.clone(),
            on_remove: props.on_remove.clone(),
        }
    }

    /// Does what a key means on a row; returns whether it means anything.
    fn handle(&self, event: &KeyboardEvent, row: &OutlineRow) -> bool {
        match (event.key().as_str(), row) {
            ("ArrowRight", OutlineRow::Category { name, is_open: false, .. })
            | ("ArrowLeft", OutlineRow::Category { name, is_open: true, .. }) => {
                self.on_query.emit(toggled(&self.query, &name.path));
            }
            ("Enter", OutlineRow::Category { name, .. }) => self.on_select.emit(Selection::Category(name.path.clone())),
            ("Enter", OutlineRow::Entry { place, .. }) => self.on_select.emit(Selection::Entry(place.clone())),
            (" ", OutlineRow::Entry { place, .. }) => self.on_mark.emit(Rc::new(with_toggled(&self.marked, place))),
            ("Delete", OutlineRow::Entry { place, .. }) => self.on_remove.emit(taken(&self.marked, place)),
            _ => return false,
        }
        true
    }
}

/// The query with a category closed that was open, or open that was closed.
fn toggled(query: &OutlineQuery, path: &str) -> OutlineQuery {
    let mut query = query.clone();
    match query.closed.iter().position(|own| own == path) {
        Some(at) => {
            query.closed.remove(at);
        }
        None => query.closed.push(path.to_owned()),
    }
    query
}

fn with_toggled(marked: &BTreeSet<EntryPlace>, place: &EntryPlace) -> BTreeSet<EntryPlace> {
    let mut marked = marked.clone();
    if !marked.remove(place) {
        marked.insert(place.clone());
    }
    marked
}

/// What an action on an entry takes: all marked entries where it is one of them, else it alone.
fn taken(marked: &BTreeSet<EntryPlace>, place: &EntryPlace) -> Vec<EntryPlace> {
    if marked.contains(place) { marked.iter().cloned().collect() } else { vec![place.clone()] }
}

/// How often something matched; a dash where it was not looked for.
fn times(counted: Option<u64>, language: Language) -> String {
    counted.map_or_else(|| "–".to_owned(), |counted| format_integer(counted, language))
}

/// What drawing a row needs.
struct Drawing<'page> {
    props: &'page LexiconTreeProps,
    messages: &'page Messages,
    target: &'page UseStateHandle<Option<String>>,
    dragged: &'page Dragged,
    cursor: u32,
}

impl Drawing<'_> {
    fn row(&self, row: &OutlineRow, at: u32) -> Html {
        match row {
            OutlineRow::Category { name, is_open, entries, counted } => {
                self.category(name, *is_open, (*entries, *counted), at)
            }
            OutlineRow::Entry { .. } => self.entry(row, at),
        }
    }

    /// What both kinds of row do for an entry that is dragged over them to a category.
    fn drop_on(&self, name: &CategoryName) -> (Callback<DragEvent>, Callback<DragEvent>, Callback<DragEvent>) {
        let over = {
            let (target, dragged, path) = (self.target.setter(), self.dragged.clone(), name.path.clone());
            Callback::from(move |event: DragEvent| {
                if !dragged.borrow().is_empty() {
                    event.prevent_default();
                    event.stop_propagation();
                    target.set(Some(path.clone()));
                }
            })
        };
        let leave = {
            let target = self.target.setter();
            Callback::from(move |_: DragEvent| target.set(None))
        };
        let dropped = {
            let (target, dragged, name) = (self.target.setter(), self.dragged.clone(), name.clone());
            let on_move = self.props.on_move.clone();
            Callback::from(move |event: DragEvent| {
                let entries = std::mem::take(&mut *dragged.borrow_mut());
                if !entries.is_empty() {
                    event.prevent_default();
                    event.stop_propagation();
                    target.set(None);
                    on_move.emit((entries, name.clone()));
                }
            })
        };
        (over, leave, dropped)
    }

    fn category(&self, name: &CategoryName, is_open: bool, (entries, matches): (u32, Option<u64>), at: u32) -> Html {
        let (messages, props) = (self.messages, self.props);
        let language = messages.language();
        let onclick = {
            let (on_select, path) = (props.on_select.clone(), name.path.clone());
            Callback::from(move |_: MouseEvent| on_select.emit(Selection::Category(path.clone())))
        };
        let on_toggle = {
            let (on_query, query, path) = (props.on_query.clone(), props.query.clone(), name.path.clone());
            Callback::from(move |event: MouseEvent| {
                event.stop_propagation();
                on_query.emit(toggled(&query, &path));
            })
        };
        let (ondragover, ondragleave, ondrop) = self.drop_on(name);
        let is_target = self.target.as_ref() == Some(&name.path);
        let class = classes!(
            "tree-row",
            "is-category",
            props.selection.is_category(&name.path).then_some("is-selected"),
            (self.cursor == at).then_some("is-cursor"),
            is_target.then_some("is-target"),
        );
        html! {
            <div
                key={format!("c {}", name.path)}
                id={format!("tree-row-{at}")}
                {class}
                role="treeitem"
                aria-level={name.depth.to_string()}
                aria-expanded={is_open.to_string()}
                aria-selected={props.selection.is_category(&name.path).to_string()}
                style={indent(name.depth)}
                {onclick} {ondragover} {ondragleave} {ondrop}
            >
                <span class="tree-toggle" aria-hidden="true" onclick={on_toggle}>{ if is_open { "▾" } else { "▸" } }</span>
                <span class="tree-name">{ title(name, messages) }</span>
                <span class="tree-count" title={counted(messages, "workbench-entries", u64::from(entries))}>
                    { format_integer(entries, language) }
                </span>
                <span class="tree-number">{ times(matches, language) }</span>
            </div>
        }
    }

    fn entry(&self, row: &OutlineRow, at: u32) -> Html {
        let OutlineRow::Entry { place, depth, statuses, has_note, has_conditions, .. } = row else {
            return Html::default();
        };
        let (messages, props) = (self.messages, self.props);
        let is_marked = props.marked.contains(place);
        let is_selected = props.selection.is_entry(place);
        let onclick = {
            let (on_select, on_mark, marked) = (props.on_select.clone(), props.on_mark.clone(), props.marked.clone());
            let place = place.clone();
            Callback::from(move |event: MouseEvent| {
                if event.ctrl_key() || event.meta_key() {
                    on_mark.emit(Rc::new(with_toggled(&marked, &place)));
                } else {
                    on_select.emit(Selection::Entry(place.clone()));
                }
            })
        };
        let ondragstart = {
            let (dragged, marked, place) = (self.dragged.clone(), props.marked.clone(), place.clone());
            Callback::from(move |event: DragEvent| {
                *dragged.borrow_mut() = taken(&marked, &place);
                if let Some(data) = event.data_transfer() {
                    data.set_effect_allowed("move");
                    let _ = data.set_data(OWN_DRAG, &place.written);
                }
            })
        };
        let ondragend = {
            let (dragged, target) = (self.dragged.clone(), self.target.setter());
            Callback::from(move |_: DragEvent| {
                dragged.borrow_mut().clear();
                target.set(None);
            })
        };
        let name =
            CategoryName { path: place.category.clone(), ..category_name(props.outline.as_deref(), &place.category) };
        let (ondragover, ondragleave, ondrop) = self.drop_on(&name);
        let is_silent = statuses.is_some_and(|statuses| statuses.total() == 0);
        let shown = times(statuses.map(|statuses| statuses.counted), messages.language());
        let class = classes!(
            "tree-row",
            "is-entry",
            is_selected.then_some("is-selected"),
            is_marked.then_some("is-marked"),
            is_silent.then_some("is-silent"),
            (self.cursor == at).then_some("is-cursor"),
        );
        let code = place.language.map_or("∗", |language| language.code());
        html! {
            <div
                key={format!("e {} {code} {}", place.category, place.at)}
                id={format!("tree-row-{at}")}
                {class}
                role="treeitem"
                aria-level={(depth + 1).to_string()}
                aria-selected={(is_selected || is_marked).to_string()}
                style={indent(depth + 1)}
                draggable="true"
                {onclick} {ondragstart} {ondragend} {ondragover} {ondragleave} {ondrop}
            >
                <span class="tree-mark" aria-hidden="true">{ if is_marked { "✓" } else { "" } }</span>
                <bdi class="tree-name form" lang={language_code(place.language)}>{ place.written.clone() }</bdi>
                if *has_conditions {
                    <span class="tree-flag" title={messages.get("workbench-has-conditions")}>{ "≠" }</span>
                }
                if *has_note {
                    <span class="tree-flag" title={messages.get("workbench-has-note")}>{ "✎" }</span>
                }
                <span class="tree-language">{ code }</span>
                <span class="tree-number" title={statuses.is_none().then(|| messages.get("entries-not-sought"))}>{ shown }</span>
            </div>
        }
    }
}

fn indent(depth: u8) -> String {
    format!("--depth:{depth}")
}

/// The title of a category, or its id where it has none.
pub fn title(name: &CategoryName, messages: &Messages) -> String {
    match name.title.get(messages.language()) {
        "" => name.path.rsplit('/').next().unwrap_or_default().to_owned(),
        title => title.to_owned(),
    }
}

/// The name of the category with a path.
pub fn category_name(outline: Option<&Outline>, path: &str) -> CategoryName {
    let found = outline.and_then(|outline| outline.categories.iter().find(|name| name.path == path));
    found.cloned().unwrap_or_else(|| CategoryName {
        path: path.to_owned(),
        title: tarazy_engine::lexicon::LocalText::default(),
        depth: 1,
    })
}
