//! The table that weighs texts: one row a text, one column a category, every number a way into the
//! text.

use std::{cell::RefCell, rc::Rc};

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::{
    cell_explained::CellExplained,
    cell_id::CellId,
    compare_table_head::CompareTableHead,
    compare_table_row::CompareTableRow,
    one_text::OneText,
    sort::{Sort, order},
    table_keys::{step, tab_stop},
    table_window::{ROW_HEIGHT_PX, TableWindow},
};
use crate::ui::{
    components::is_focus_lost,
    hooks::{use_messages, use_printing, use_render_count},
    state::Shared,
    wording::counted,
};
use tarazy_engine::{
    compare::adjusted_residuals,
    counting::{Comparison, Measure},
    matching::ColumnId,
    settings::DocumentId,
    study::CellExplanation,
};

/// Props of [`CompareTable`].
#[derive(Properties, PartialEq)]
pub struct CompareTableProps {
    /// The figures.
    pub table: Shared<Comparison>,
    /// What the cells show.
    pub measure: Measure,
    /// Digits after the point.
    pub decimals: u8,
    /// Whether weighted figures stand beside the others.
    #[prop_or_default]
    pub shows_weights: bool,
    /// The order of the rows.
    pub sort: Sort,
    /// The cell whose contexts are open.
    pub selected: Option<(DocumentId, ColumnId)>,
    /// The forms behind the cell that was explained last.
    pub explanation: Option<Shared<CellExplanation>>,
    /// Whether newer figures are on their way; these are then greyed.
    pub is_stale: bool,
    /// Whether the table becomes a long one with the texts that are on their way: then it is drawn as
    /// such from its first rows on, and not all rows of each of its states.
    #[prop_or_default]
    pub grows_long: bool,
    /// Called with another order of the rows.
    pub on_sort: Callback<Sort>,
    /// Called with the cell that the user points at.
    pub on_explain: Callback<(DocumentId, ColumnId)>,
    /// Called with the cell that the user opens.
    pub on_open: Callback<(DocumentId, ColumnId)>,
}

/// The table with its explanation below, and the same as a list for narrow screens.
#[component]
pub fn CompareTable(props: &CompareTableProps) -> Html {
    use_render_count("table");
    let messages = use_messages();
    let language = messages.language();
    let table = &props.table;
    let scroller = use_node_ref();
    let pointed = use_state(|| None::<CellId>);
    let active = use_state(|| None::<CellId>);
    let moves_focus = use_mut_ref(|| false);
    let window = use_state(TableWindow::default);
    let is_printing = use_printing();

    let residuals = use_memo(table.clone(), |table| Shared::from(adjusted_residuals(&counts(table))));
    let largest = use_memo((table.clone(), props.measure), |(table, measure)| measure.largest(table));
    let order = use_memo((table.clone(), props.measure, props.sort, language), |(table, measure, sort, language)| {
        order(table, *measure, *sort, *language)
    });

    let is_long = props.grows_long || TableWindow::is_needed(order.len());

    use_moved_focus(&scroller, *active, *window, &moves_focus);
    use_returned_focus(&scroller, props.selected);
    use_selected_in_view(&scroller, props.selected);

    let point_at = {
        let (pointed, on_explain) = (pointed.clone(), props.on_explain.clone());
        move |place: CellId| {
            if *pointed != Some(place) {
                pointed.set(Some(place));
                on_explain.emit((place.0, place.1));
            }
        }
    };
    let on_open_in_list = {
        let (point_at, on_open) = (point_at.clone(), props.on_open.clone());
        Callback::from(move |(document, column)| {
            point_at(CellId(document, column));
            on_open.emit((document, column));
        })
    };
    let onmouseover = {
        let point_at = point_at.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(place) = CellId::of_event(&event) {
                point_at(place);
            }
        })
    };
    let onfocusin = {
        let active = active.clone();
        Callback::from(move |event: FocusEvent| {
            if let Some(place) = CellId::of_event(&event) {
                active.set(Some(place));
                point_at(place);
            }
        })
    };
    let onclick = {
        let on_open = props.on_open.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(place) = CellId::of_event(&event) {
                on_open.emit((place.0, place.1));
            }
        })
    };
    let onkeydown = {
        let (table, order, active) = (table.clone(), order.clone(), active.clone());
        let (scroller, window) = (scroller.clone(), window.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(place) = CellId::of_event(&event) else { return };
            if event.alt_key() || event.meta_key() || event.shift_key() {
                return;
            }
            let Some((row, target)) = step(&table, &order, place, &event.key(), event.ctrl_key()) else { return };
            event.prevent_default();
            *moves_focus.borrow_mut() = true;
            if let Some(element) = scroller.cast::<HtmlElement>().filter(|_| is_long) {
                element.set_scroll_top(window.scroll_top_for(row, element.scroll_top()));
                window.set(TableWindow::at(element.scroll_top(), element.client_height()));
            }
            active.set(Some(target));
        })
    };
    let onscroll = {
        let (scroller, window) = (scroller.clone(), window.clone());
        Callback::from(move |_: Event| {
            if let Some(element) = scroller.cast::<HtmlElement>().filter(|_| is_long) {
                let next = TableWindow::at(element.scroll_top(), element.client_height());
                if next != *window {
                    window.set(next);
                }
            }
        })
    };

    let is_windowed = is_long && !is_printing;
    let shown = if is_windowed { window.rows(order.len()) } else { 0..order.len() };
    let tab_stop = tab_stop(table, &order, &shown, *active, props.selected);
    let rows =
        shown.clone().filter_map(|position| order.get(position).map(|at| (position, *at))).map(|(position, at)| {
            let id = table.documents.get(at).map(|row| row.id);
            let in_row = |place: Option<CellId>| place.filter(|place| Some(place.0) == id).map(|place| place.1);
            html! {
                <CompareTableRow
                    key={id.map_or(0, |id| id.0)}
                    table={table.clone()}
                    {at}
                    row_index={position + 2}
                    measure={props.measure}
                    decimals={props.decimals}
                    shows_weights={props.shows_weights}
                    largest={*largest}
                    residuals={&*residuals}
                    selected={in_row(props.selected.map(|(document, column)| CellId(document, column)))}
                    tab_stop={in_row(tab_stop)}
                />
            }
        });
    let explained = pointed.or(props.selected.map(|(document, column)| CellId(document, column)));
    let subject = counted(&messages, "table-subject", table.documents.len() as u64);
    let measure = messages.format("table-measure", &[("measure", props.measure.name().into())]);
    let class = classes!("compare", props.is_stale.then_some("is-stale"), is_windowed.then_some("is-windowed"),);
    html! {
        <section {class} aria-busy={props.is_stale.then_some("true")}>
            <div class="compare-scroller" ref={scroller} {onscroll}>
                <table
                    class="compare-table"
                    role="grid"
                    aria-rowcount={(order.len() + 1).to_string()}
                    aria-colcount={(table.columns.len() + 5).to_string()}
                >
                    <caption>
                        <span class="caption-title">{ measure }</span>
                        <span class="caption-note">{ subject }</span>
                    </caption>
                    <CompareTableHead table={table.clone()} sort={props.sort} on_sort={props.on_sort.clone()} />
                    <tbody {onmouseover} {onfocusin} {onclick} {onkeydown}>
                        { for spacer(shown.start) }
                        { for rows }
                        { for spacer(order.len() - shown.end) }
                    </tbody>
                </table>
            </div>
            <OneText
                table={table.clone()}
                order={order.clone()}
                measure={props.measure}
                decimals={props.decimals}
                shows_weights={props.shows_weights}
                largest={*largest}
                residuals={&*residuals}
                selected={props.selected}
                on_open={on_open_in_list}
            />
            <CellExplained
                table={table.clone()}
                measure={props.measure}
                decimals={props.decimals}
                shows_weights={props.shows_weights}
                place={explained}
                explanation={props.explanation.clone()}
                residual={explained.and_then(|place| residual(table, &residuals, place))}
            />
        </section>
    }
}

/// Focuses the cell that a key led to, once it is drawn.
#[hook]
fn use_moved_focus(scroller: &NodeRef, active: Option<CellId>, window: TableWindow, moves_focus: &Rc<RefCell<bool>>) {
    let (scroller, moves_focus) = (scroller.clone(), moves_focus.clone());
    use_effect_with((active, window), move |(active, _)| {
        if let Some(cell) = active.filter(|_| *moves_focus.borrow())
            && focus_cell(&scroller, cell)
        {
            *moves_focus.borrow_mut() = false;
        }
    });
}

/// Returns the focus to the cell whose contexts were closed, unless it went elsewhere.
#[hook]
fn use_returned_focus(scroller: &NodeRef, selected: Option<(DocumentId, ColumnId)>) {
    let scroller = scroller.clone();
    let last = use_mut_ref(|| None::<CellId>);
    use_effect_with(selected, move |selected| {
        let now = selected.map(|(document, column)| CellId(document, column));
        let before = last.replace(now);
        if let Some(cell) = before.filter(|_| now.is_none()) {
            // The contexts leave the page, and the focus with them, by the time the timer fires.
            Timeout::new(0, move || {
                if is_focus_lost() {
                    focus_cell(&scroller, cell);
                }
            })
            .forget();
        }
    });
}

/// Keeps the selected cell in sight above the contexts that are docked over the page. A cell that is
/// in sight already does not move.
#[hook]
fn use_selected_in_view(scroller: &NodeRef, selected: Option<(DocumentId, ColumnId)>) {
    let scroller = scroller.clone();
    use_effect_with(selected, move |selected| {
        let Some((document, column)) = *selected else { return };
        // The dock is drawn by the time the timer fires.
        Timeout::new(0, move || {
            if let Some(cell) = cell_element(&scroller, CellId(document, column)) {
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Nearest);
                options.set_inline(ScrollLogicalPosition::Nearest);
                cell.scroll_into_view_with_scroll_into_view_options(&options);
            }
        })
        .forget();
    });
}

/// A row that is as high as the rows that are not drawn.
fn spacer(rows: usize) -> Option<Html> {
    (rows > 0).then(|| {
        html! {
            <tr class="spacer" aria-hidden="true"><td>
                <svg width="1" height={(rows * ROW_HEIGHT_PX).to_string()}></svg>
            </td></tr>
        }
    })
}

/// Gives focus to a cell. Returns `true` if it is in the page.
fn focus_cell(scroller: &NodeRef, place: CellId) -> bool {
    cell_element(scroller, place).is_some_and(|cell| cell.focus().is_ok())
}

fn cell_element(scroller: &NodeRef, place: CellId) -> Option<HtmlElement> {
    let found = scroller.cast::<HtmlElement>()?.query_selector(&place.selector()).ok()??;
    found.dyn_into().ok()
}

fn counts(table: &Comparison) -> Vec<Vec<u64>> {
    table.documents.iter().map(|row| row.cells.iter().map(|cell| cell.count).collect()).collect()
}

fn residual(table: &Comparison, residuals: &[Vec<Option<f64>>], place: CellId) -> Option<f64> {
    let row = table.documents.iter().position(|row| row.id == place.0)?;
    let column = table.columns.iter().position(|column| column.id == place.1)?;
    *residuals.get(row)?.get(column)?
}
