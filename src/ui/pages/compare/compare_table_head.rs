//! The header row of the table: each column's name is a button that sorts.

use yew::prelude::*;

use super::sort::{Sort, SortKey};
use crate::ui::{components::CategoryKey, hooks::use_messages, state::Shared, wording::column_title};
use tarazy_engine::counting::Comparison;

/// Props of [`CompareTableHead`].
#[derive(Properties, PartialEq)]
pub struct CompareTableHeadProps {
    /// The table.
    pub table: Shared<Comparison>,
    /// The order of its rows.
    pub sort: Sort,
    /// Called with another order.
    pub on_sort: Callback<Sort>,
}

/// The header row.
#[component]
pub fn CompareTableHead(props: &CompareTableHeadProps) -> Html {
    let messages = use_messages();
    let Sort { key: sorted_by, descending } = props.sort;
    let header = |key: SortKey, class: Classes, content: Html| {
        let direction = match (sorted_by == key, descending) {
            (false, _) => None,
            (true, false) => Some("ascending"),
            (true, true) => Some("descending"),
        };
        let on_sort = props.on_sort.clone();
        let next = props.sort.after_click(key);
        let onclick = Callback::from(move |_: MouseEvent| on_sort.emit(next));
        html! {
            <th scope="col" {class} aria-sort={direction}>
                <button type="button" class="sort" {onclick}>
                    { content }
                </button>
            </th>
        }
    };
    let plain = |key: &str| {
        html! {<>
            <span class="sort-marks" aria-hidden="true"><span class="sort-direction"></span></span>
            { messages.get(key) }
        </>}
    };
    let columns = props.table.columns.iter().enumerate().map(|(at, column)| {
        let starts_kind = at > 0 && props.table.columns.get(at - 1).is_some_and(|before| before.kind != column.kind);
        let title = column_title(&props.table, at, messages.language());
        let content = html! {<>
            <span class="sort-marks" aria-hidden="true">
                <span class="sort-direction"></span><CategoryKey column={at} />
            </span>
            <span class="category-title">{ title }</span>
        </>};
        header(SortKey::Column(column.id), classes!("category", starts_kind.then_some("starts-kind")), content)
    });
    html! {
        <thead>
            <tr aria-rowindex="1">
                { header(SortKey::Title, classes!("title"), plain("table-column-text")) }
                <th scope="col" class="language">{ messages.get("table-column-language") }</th>
                { header(SortKey::Characters, classes!("size"), plain("table-column-characters")) }
                { header(SortKey::Words, classes!("size"), plain("table-column-words")) }
                { for columns }
                <th scope="col" class="total">{ messages.get("table-column-total") }</th>
            </tr>
        </thead>
    }
}
