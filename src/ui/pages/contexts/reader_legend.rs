//! Which hue, underline and number stands for which category, with a switch for each.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use yew::prelude::*;

use crate::ui::{components::CategoryKey, hooks::use_messages, state::Shared, wording::column_title};
use tarazy_engine::{
    counting::Comparison, language::number_format::format_integer, matching::ColumnId, study::TextPage, text::Span,
};

/// Props of [`ReaderLegend`].
#[derive(Properties, PartialEq)]
pub struct ReaderLegendProps {
    /// The page of text.
    pub page: Shared<TextPage>,
    /// The table that it belongs to, for titles.
    pub table: Shared<Comparison>,
    /// Categories whose marks are not shown.
    pub hidden: Rc<BTreeSet<ColumnId>>,
    /// Called with the category to show or hide.
    pub on_toggle: Callback<ColumnId>,
}

/// A switch for each category that is marked on the page, with the number of its matches there.
#[component]
pub fn ReaderLegend(props: &ReaderLegendProps) -> Html {
    let messages = use_messages();
    let mut matches: BTreeMap<ColumnId, BTreeSet<Span>> = BTreeMap::new();
    for mark in props.page.runs.iter().flat_map(|run| &run.marks) {
        matches.entry(mark.column).or_default().insert(mark.span);
    }
    if matches.is_empty() {
        return html! { <p class="nothing">{ messages.get("reader-no-marks") }</p> };
    }
    let switches = props.table.columns.iter().enumerate().filter_map(|(at, column)| {
        let count = matches.get(&column.id)?.len() as u64;
        let is_shown = !props.hidden.contains(&column.id);
        let id = column.id;
        let onclick = props.on_toggle.reform(move |_: MouseEvent| id);
        Some(html! {
            <li key={column.path.clone()}>
                <button type="button" aria-pressed={is_shown.to_string()} {onclick}>
                    <CategoryKey column={at} />
                    <span class="category-title">{ column_title(&props.table, at, messages.language()) }</span>
                    <span class="number">{ format_integer(count, messages.language()) }</span>
                </button>
            </li>
        })
    });
    html! { <ul class="legend" aria-label={messages.get("reader-legend")}>{ for switches }</ul> }
}
