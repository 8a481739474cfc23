//! Which contexts to show: a text and a category.

use yew::prelude::*;

use crate::ui::{
    components::Choice,
    hooks::use_messages,
    state::{Shared, route::CellAddress},
    wording::column_title,
};
use tarazy_engine::counting::Comparison;

/// Props of [`CellChoice`].
#[derive(Properties, PartialEq)]
pub struct CellChoiceProps {
    /// The table.
    pub table: Shared<Comparison>,
    /// The present choice.
    pub cell: CellAddress,
    /// Called with another choice.
    pub on_choose: Callback<CellAddress>,
}

/// Two choices side by side.
#[component]
pub fn CellChoice(props: &CellChoiceProps) -> Html {
    let messages = use_messages();
    let table = &props.table;
    let texts = table
        .documents
        .iter()
        .enumerate()
        .map(|(at, row)| (AttrValue::from((at + 1).to_string()), AttrValue::from(row.title.clone())));
    let texts: Vec<_> = std::iter::once(("all".into(), messages.get("choose-all-texts").into())).chain(texts).collect();
    let categories = table.columns.iter().enumerate().map(|(at, column)| {
        (AttrValue::from(column.path.clone()), AttrValue::from(column_title(table, at, messages.language()).to_owned()))
    });
    let categories: Vec<_> = if props.cell.path.is_some() {
        categories.collect()
    } else {
        std::iter::once(("".into(), messages.get("choose-nothing").into())).chain(categories).collect()
    };
    let on_text = {
        let (path, measure) = (props.cell.path.clone(), props.cell.measure);
        props.on_choose.reform(move |at: String| CellAddress {
            document: at.parse::<usize>().ok().and_then(|at| at.checked_sub(1)),
            path: path.clone(),
            measure,
        })
    };
    let on_category = {
        let (document, measure) = (props.cell.document, props.cell.measure);
        props.on_choose.reform(move |path: String| CellAddress {
            document,
            path: (!path.is_empty()).then_some(path),
            measure,
        })
    };
    let text = props.cell.document.map_or_else(|| "all".to_owned(), |at| (at + 1).to_string());
    html! {
        <div class="cell-choice">
            <Choice id="contexts-text" label={messages.get("choose-text")} value={text} choices={texts} on_choose={on_text}
                hides_label=true />
            <Choice
                id="contexts-category"
                label={messages.get("choose-category")}
                value={props.cell.path.clone().unwrap_or_default()}
                choices={categories}
                on_choose={on_category}
                hides_label=true
            />
        </div>
    }
}
