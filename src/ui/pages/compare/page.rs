//! The page Compare: the table with its toolbar, the contexts of a cell docked below or beside it,
//! footnote and methods; or a whole text in the place of the table.

use tarazy_engine::{
    counting::{Comparison, Measure},
    matching::ColumnId,
    settings::DocumentId,
    study::CellQuery,
    text::Span,
};
use yew::prelude::*;

use super::{
    compare_table::CompareTable, export_bar::ExportBar, footnote::Footnote, methods::Methods, options_bar::OptionsBar,
    sort::Sort, table_window::TableWindow, table1::Table1,
};
use crate::ui::{
    hooks::{
        use_actions, use_edit, use_go, use_intake, use_prefer, use_preferences, use_results, use_route, use_study,
    },
    pages::contexts::{ContextsArea, ReadArea, SearchArea, column_of},
    state::{
        Preferences, Route, Shared,
        preferences::Face,
        results::{Matches, Work},
        route::CellAddress,
    },
};

/// Props of [`ComparePage`].
#[derive(Properties, PartialEq)]
pub struct ComparePageProps {
    /// The table.
    pub table: Shared<Comparison>,
}

/// The page. The order of the rows, what is searched for and the line that was read last
/// survive while a text is read.
#[component]
pub fn ComparePage(props: &ComparePageProps) -> Html {
    let table = &props.table;
    let (routes, preferences) = (use_route(), use_preferences());
    let sort = use_state_eq(Sort::default);
    let line = use_state_eq(|| None::<(DocumentId, Span)>);
    let pattern = use_state_eq(String::new);
    let on_pattern = use_callback(pattern.setter(), |to, pattern| pattern.set(to));
    let on_sort = use_callback(sort.setter(), |to, sort| sort.set(to));
    let on_go = use_go();
    let on_line = use_callback((table.clone(), on_go, line.setter()), {
        |(document, span): (DocumentId, Span), (table, on_go, line)| {
            line.set(Some((document, span)));
            if let Some(document) = table.documents.iter().position(|row| row.id == document) {
                on_go.emit(Route::Read { document, at: span.start });
            }
        }
    });
    let area = match &routes.route {
        Route::Read { document, at } => html! { <ReadArea {table} document={*document} at={*at} line={*line} /> },
        route => {
            let dock = matches!(route, Route::Contexts(_) | Route::Search)
                .then(|| format!("dock-{}", preferences.dock.name()));
            html! {
                <div class={classes!("table-place", dock)}>
                    <TableArea {table} sort={*sort} {on_sort} />
                    if let Route::Contexts(cell) = route {
                        <ContextsArea {table} cell={cell.clone()} last={*line} {on_line} />
                    } else if *route == Route::Search {
                        <SearchArea {table} pattern={(*pattern).clone()} {on_pattern} last={*line} {on_line} />
                    }
                </div>
            }
        }
    };
    let shows_weights = preferences.shows_weights && table.lexicon.has_weights;
    html! {<>
        <Toolbar {table} />
        { area }
        if !matches!(routes.route, Route::Read { .. }) {
            <Footnote {table} measure={preferences.measure} {shows_weights} />
            <Methods {table} />
        }
    </>}
}

/// The bars above the table.
#[component]
fn Toolbar(props: &ComparePageProps) -> Html {
    let table = &props.table;
    let (study, preferences) = (use_study(), use_preferences());
    let (on_edit, on_prefer) = (use_edit(), use_prefer());
    html! {
        <div class="toolbar">
            <OptionsBar
                options={study.inputs().options.clone()}
                depth={table.depth}
                is_fixed={study.inputs().shown_results().is_some()}
                has_weights={table.lexicon.has_weights}
                {preferences}
                {on_edit}
                {on_prefer}
            />
            <ExportBar {table} />
        </div>
    }
}

/// Props of [`TableArea`].
#[derive(Properties, PartialEq)]
struct TableAreaProps {
    table: Shared<Comparison>,
    sort: Sort,
    on_sort: Callback<Sort>,
}

/// The table in its chosen face.
#[component]
fn TableArea(props: &TableAreaProps) -> Html {
    let TableAreaProps { table, sort, on_sort } = props;
    let (actions, routes) = (use_actions(), use_route());
    let Preferences { measure, decimals, face, shows_weights, .. } = use_preferences();
    let is_stale = use_results::<Work>().is_stale;
    let grows_long = {
        let (done, all) = use_intake().progress();
        TableWindow::is_needed(use_study().inputs().documents.len() + all - done)
    };
    let explanation = use_results::<Matches>().explanation;
    let cell = if let Route::Contexts(cell) = &routes.route { Some(cell) } else { None };
    let selected = cell.and_then(|cell| Some((table.documents.get(cell.document?)?.id, column_of(table, cell)?)));
    {
        // A link to a cell shows the forms behind its number, although no pointer is at the cell.
        let actions = actions.clone();
        use_effect_with((selected, table.clone()), move |(selected, _)| {
            if let Some((document, column)) = *selected {
                actions.ask(CellQuery { document, column });
            }
        });
    }
    let on_explain = use_callback(actions, |(document, column), actions| actions.ask(CellQuery { document, column }));
    let on_go = use_go();
    let on_open = use_callback((table.clone(), on_go, measure), |(document, column), (table, on_go, measure)| {
        on_go.emit(Route::Contexts(address_of(table, document, column, *measure)));
    });
    let shows_weights = shows_weights && table.lexicon.has_weights;
    html! {
        <div class="table-area" aria-busy={is_stale.to_string()}>
            if face == Face::Table1 {
                <Table1Area {table} {decimals} {on_open} />
            } else {
                <CompareTable
                    {table} {measure} {decimals} {shows_weights} {selected} {explanation} {is_stale} {grows_long}
                    sort={*sort} {on_sort} {on_explain} {on_open}
                />
            }
        </div>
    }
}

/// Props of [`Table1Area`].
#[derive(Properties, PartialEq)]
struct Table1AreaProps {
    table: Shared<Comparison>,
    decimals: u8,
    on_open: Callback<(DocumentId, ColumnId)>,
}

/// Table 1 with the options of the study.
#[component]
fn Table1Area(props: &Table1AreaProps) -> Html {
    let Table1AreaProps { table, decimals, on_open } = props;
    let (study, on_edit) = (use_study(), use_edit());
    let inputs = study.inputs();
    let options = inputs.shown_results().is_none().then(|| inputs.options.clone());
    html! { <Table1 {table} decimals={*decimals} {options} {on_open} {on_edit} /> }
}

fn address_of(table: &Comparison, document: DocumentId, column: ColumnId, measure: Measure) -> CellAddress {
    CellAddress {
        document: table.documents.iter().position(|row| row.id == document),
        path: table.columns.iter().find(|known| known.id == column).map(|known| known.path.clone()),
        measure: Some(measure),
    }
}
