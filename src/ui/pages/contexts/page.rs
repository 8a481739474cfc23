//! What is read beside the table: the contexts of a cell docked to it, and a whole text in its place.

use tarazy_engine::{
    counting::Comparison,
    lexicon::LocalText,
    matching::ColumnId,
    settings::DocumentId,
    study::{ContextSelection, ContextsQuery, ProbeQuery, TextPageQuery},
    text::Span,
};
use tarazy_report::report::{ContextsFormat, Piece};
use yew::prelude::*;

use super::{
    cell_choice::CellChoice,
    kwic::{Contexts, LINES_PER_PAGE},
    reader::Reader,
    selection_bar::{FIRST_EXTENT, SelectionBar},
};
use crate::{
    browser::may_download,
    ui::{
        components::Menu,
        hooks::{use_actions, use_go, use_messages, use_prefer, use_preferences, use_results, use_route, use_study},
        pages::compare::{copy_text, export::piece_query},
        state::{Route, Shared, preferences, results::Matches, route::CellAddress},
    },
};

/// Props of [`ContextsArea`].
#[derive(Properties, PartialEq)]
pub struct ContextsAreaProps {
    /// The table.
    pub table: Shared<Comparison>,
    /// The cell.
    pub cell: CellAddress,
    /// The line whose text was read last.
    pub last: Option<(DocumentId, Span)>,
    /// Called with the line to open in its text.
    pub on_line: Callback<(DocumentId, Span)>,
}

/// The choice of a cell and its contexts.
#[component]
pub fn ContextsArea(props: &ContextsAreaProps) -> Html {
    let ContextsAreaProps { table, cell, last, on_line } = props;
    let messages = use_messages();
    let (actions, on_go) = (use_actions(), use_go());
    let Matches { contexts, probe, .. } = use_results();
    let offset = use_state_eq(|| 0_u32);
    let selection = use_state_eq(ContextSelection::default);
    let extent = use_state_eq(|| FIRST_EXTENT);
    let document = cell.document.and_then(|at| table.documents.get(at)).map(|row| row.id);
    let column = column_of(table, cell).filter(|_| cell.document.is_none() || document.is_some());
    {
        let (actions, question) = (actions.clone(), column.map(|column| (document, column)));
        let shown = (*offset, (*selection).clone(), *extent);
        use_effect_with((question, shown, table.clone()), move |(question, (offset, selection, extent), _)| {
            if let Some((document, column)) = *question {
                let (offset, limit, selection, extent) = (*offset, LINES_PER_PAGE, selection.clone(), *extent);
                actions.ask(ContextsQuery { document, column, offset, limit, extent, selection });
            }
        });
    }
    {
        // Another cell or selection starts at its first line.
        let offset = offset.setter();
        use_effect_with((cell.clone(), (*selection).clone()), move |_| offset.set(0));
    }
    let on_probe = use_callback(actions.clone(), |entry, actions| actions.ask(ProbeQuery { entry, document: None }));
    let on_copy = use_callback(actions.clone(), |text, actions| copy_text(text, "contexts-copied", actions));
    let preferences = use_preferences();
    let on_save = {
        let (actions, table) = (actions.clone(), table.clone());
        let (selection, extent) = ((*selection).clone(), *extent);
        Callback::from(move |format: ContextsFormat| {
            let Some(column) = column else { return };
            let (offset, limit, selection) = (0, u32::MAX, selection.clone());
            let query = ContextsQuery { document, column, offset, limit, extent, selection };
            actions.write(piece_query(Piece::Contexts(Box::new(query), format), &table, preferences));
        })
    };
    let on_exclude = use_callback(actions, |edit, actions| actions.edit_lexicon(edit, LocalText::default()));
    let on_offset = use_callback(offset.setter(), |to, offset| offset.set(to));
    let on_close = use_callback(on_go.clone(), |(), on_go| on_go.emit(Route::Compare));
    let on_select = use_callback(selection.setter(), |to, selection| selection.set(to));
    let on_extent = use_callback(extent.setter(), |to, extent| extent.set(to));
    let has_texts = use_study().inputs().shown_results().is_none();
    let wraps = has_texts && *extent != FIRST_EXTENT;
    let is_filtered = !selection.containing.trim().is_empty();
    let is_unknown = column_of(table, cell).is_none();
    let page = contexts.filter(|page| page.document == document && column_of(table, cell) == Some(page.column));
    html! {
        <section class="contexts-area" aria-label={messages.get("place-contexts")}>
            <div class="contexts-bar">
                <CellChoice {table} cell={cell.clone()} on_choose={on_go.reform(Route::Contexts)} />
                if column.is_some() {
                    <SelectionBar selection={(*selection).clone()} extent={*extent} {has_texts} {on_select} {on_extent} />
                }
                if page.as_ref().is_some_and(|page| page.total > 0) {
                    <SaveMenu {on_save} />
                }
                <DockButton />
            </div>
            if let Some(page) = page {
                <Contexts {wraps} {is_filtered} {page} {table} {probe} last={*last} {on_line} {on_offset} {on_probe}
                    {on_copy} {on_exclude} {on_close} />
            } else if cell.path.is_none() {
                <p class="nothing">{ messages.get("contexts-choose") }</p>
            } else if is_unknown {
                <p class="nothing">{ messages.get("contexts-unknown") }</p>
            }
        </section>
    }
}

/// Props of [`SaveMenu`].
#[derive(Properties, PartialEq)]
struct SaveMenuProps {
    /// Called with what the lines are saved as.
    on_save: Callback<ContextsFormat>,
}

/// The files of the lines as they are chosen and ordered, those of all pages. Where nothing can be
/// saved there is only what can be copied.
#[component]
fn SaveMenu(props: &SaveMenuProps) -> Html {
    let messages = use_messages();
    let formats = ContextsFormat::ALL.into_iter().filter(|format| may_download() || *format == ContextsFormat::Csv);
    let button = |format: ContextsFormat| {
        let title = messages.format("export-save", &[("format", format.name().into())]);
        let onclick = props.on_save.reform(move |_: MouseEvent| format);
        html! { <button key={format.name()} type="button" {title} {onclick}>{ format.name() }</button> }
    };
    html! {
        <Menu id="contexts-menu" label={messages.get("contexts-save")}>
            <div class="export-bar" role="group" aria-label={messages.get("contexts-save-group")}>
                { for formats.map(button) }
            </div>
        </Menu>
    }
}

/// The button that docks the contexts elsewhere.
#[component]
fn DockButton() -> Html {
    let messages = use_messages();
    let (dock, on_prefer) = (use_preferences().dock.other(), use_prefer());
    let onclick = on_prefer.reform(move |_: MouseEvent| preferences::Action::Dock(dock));
    html! {
        <button type="button" class="dock-button" {onclick}>{ messages.get(&format!("dock-{}", dock.name())) }</button>
    }
}

/// Returns the column of a cell.
pub fn column_of(table: &Comparison, cell: &CellAddress) -> Option<ColumnId> {
    let path = cell.path.as_ref()?;
    table.columns.iter().find(|column| column.path == *path).map(|column| column.id)
}

/// Props of [`ReadArea`].
#[derive(Properties, PartialEq)]
pub struct ReadAreaProps {
    /// The table.
    pub table: Shared<Comparison>,
    /// The row of the text, from 0.
    pub document: usize,
    /// The byte to show.
    pub at: u32,
    /// The line of the contexts that was opened last.
    pub line: Option<(DocumentId, Span)>,
}

/// A whole text.
#[component]
pub fn ReadArea(props: &ReadAreaProps) -> Html {
    let ReadAreaProps { table, document, at, line } = props;
    let (document, at) = (*document, *at);
    let messages = use_messages();
    let (actions, on_go, routes) = (use_actions(), use_go(), use_route());
    let text = use_results::<Matches>().text;
    let id = table.documents.get(document).map(|row| row.id);
    use_effect_with((id, at, table.clone()), move |(id, at, _)| {
        if let Some(document) = *id {
            actions.ask(TextPageQuery { document, at: *at });
        }
    });
    let on_close = use_callback((on_go.clone(), routes), |(), (on_go, routes)| on_go.emit(routes.back()));
    let on_at = on_go.reform(move |at: u32| Route::Read { document, at });
    let page = text.filter(|page| Some(page.document) == id && (page.span.start <= at || page.span.is_empty()));
    let focus = line.filter(|(focused, _)| Some(*focused) == id).map(|(_, span)| span);
    match (id, page) {
        (Some(_), Some(page)) => html! { <Reader {page} {table} {focus} {on_at} {on_close} /> },
        (Some(_), None) => html! { <p class="nothing" role="status">{ messages.get("text-page-waits") }</p> },
        (None, _) => html! { <p class="nothing">{ messages.get("text-page-none") }</p> },
    }
}
