//! The table with what opens under it: contexts, or a whole text in its place.

use std::rc::Rc;

use yew::prelude::*;

use super::{compare_table::CompareTable, footnote::Footnote, sort::Sort, table1::Table1};
use crate::ui::{
    hooks::{StudyActions, use_messages},
    pages::contexts::{CellChoice, Contexts, LINES_PER_PAGE, Reader},
    same::Same,
    state::{Preferences, Results, Route, preferences::Face, route::CellAddress},
};
use tarazy_engine::{
    counting::Measure,
    lexicon::{EntryId, LexiconEdit, LocalText},
    study::{ColumnId, Command, Comparison, DocumentId},
    text::Span,
};

/// How much text stands on either side of a match, in characters.
const CONTEXT_WIDTH: u32 = 80;

/// What is shown and whom it tells.
#[derive(Properties)]
pub struct TablePageProps {
    /// Where the reader is: table, contexts or text.
    pub place: Route,
    /// The contexts that were open last.
    pub contexts: CellAddress,
    /// The table.
    pub table: Rc<Comparison>,
    /// What the engine said last.
    pub results: Same<Results>,
    /// Measure, decimals, face.
    pub preferences: Preferences,
    /// Asks the engine.
    pub actions: StudyActions,
    /// Is told of another place.
    pub on_go: Callback<Route>,
}

impl PartialEq for TablePageProps {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
            && self.contexts == other.contexts
            && Rc::ptr_eq(&self.table, &other.table)
            && self.results == other.results
            && self.preferences == other.preferences
            && self.on_go == other.on_go
    }
}

/// The places Compare and Contexts.
#[component]
pub fn TablePage(props: &TablePageProps) -> Html {
    let messages = use_messages();
    let sort = use_state_eq(Sort::default);
    let offset = use_state_eq(|| 0_u32);
    let focus = use_state_eq(|| None::<(DocumentId, Span)>);
    let table = &props.table;
    let results = &props.results.0;

    let question = question(&props.place, table, *offset);
    {
        let actions = props.actions.clone();
        use_effect_with((question.clone(), Same(table.clone())), move |(question, _)| {
            if let Some(question) = question {
                actions.ask(question.clone());
            }
        });
    }
    {
        // Another cell starts at its first line.
        let offset = offset.setter();
        let cell = if let Route::Contexts(cell) = &props.place { Some(cell.clone()) } else { None };
        use_effect_with(cell, move |_| offset.set(0));
    }
    let cell = if let Route::Contexts(cell) = &props.place { Some(cell) } else { None };
    let selected = cell.and_then(|cell| {
        let document = table.documents.get(cell.document?)?.id;
        Some((document, column_of(table, cell)?))
    });
    {
        // A link to a cell shows what makes its number, without anybody pointing at it.
        let actions = props.actions.clone();
        use_effect_with((selected, Same(table.clone())), move |(selected, _)| {
            if let Some((document, column)) = *selected {
                actions.ask(Command::Explain(document, column));
            }
        });
    }
    let on_sort = use_callback(sort.setter(), |to, sort| sort.set(to));
    let on_explain = use_callback((), {
        let actions = props.actions.clone();
        move |(document, column): (DocumentId, ColumnId), ()| actions.ask(Command::Explain(document, column))
    });
    let on_open = use_callback(
        (Same(table.clone()), props.on_go.clone(), props.preferences.measure),
        |(document, column), (table, on_go, measure)| {
            on_go.emit(Route::Contexts(cell_of(&table.0, document, column, *measure)));
        },
    );
    let on_cell = props.on_go.reform(Route::Contexts);
    let on_line = use_callback((Same(table.clone()), props.on_go.clone(), focus.setter()), {
        |(document, span): (DocumentId, Span), (table, on_go, focus)| {
            focus.set(Some((document, span)));
            if let Some(document) = table.0.documents.iter().position(|row| row.id == document) {
                on_go.emit(Route::Read { document, at: span.start });
            }
        }
    });
    let on_probe = use_callback((), {
        let actions = props.actions.clone();
        move |entry: EntryId, ()| actions.ask(Command::Probe { entry, document: None })
    });
    let on_exclude = use_callback((), {
        let actions = props.actions.clone();
        move |edit: LexiconEdit, ()| actions.edit_lexicon(edit, LocalText::default())
    });
    let on_offset = use_callback(offset.setter(), |to, offset| offset.set(to));
    let on_close = use_callback(props.on_go.clone(), |(), on_go| on_go.emit(Route::Compare));
    let on_back = props.on_go.reform({
        let contexts = props.contexts.clone();
        move |()| before_reading(&contexts)
    });
    let on_at = {
        let (on_go, place) = (props.on_go.clone(), props.place.clone());
        Callback::from(move |at: u32| {
            if let Route::Read { document, .. } = place {
                on_go.emit(Route::Read { document, at });
            }
        })
    };

    if let Route::Read { document, at } = props.place {
        let id = table.documents.get(document).map(|row| row.id);
        let page = results
            .text
            .clone()
            .filter(|page| Some(page.document) == id && (page.span.start <= at || page.span.is_empty()));
        let focus = focus.filter(|(focused, _)| Some(*focused) == id).map(|(_, span)| span);
        return match (id, page) {
            (Some(_), Some(page)) => html! {
                <Reader {page} table={table.clone()} {focus} {on_at} on_close={on_back} />
            },
            (Some(_), None) => html! { <p class="nothing" role="status">{ messages.get("text-page-waits") }</p> },
            (None, _) => html! { <p class="nothing">{ messages.get("text-page-none") }</p> },
        };
    }
    let page = cell.and_then(|cell| {
        let document = cell.document.and_then(|at| table.documents.get(at)).map(|row| row.id);
        let column = column_of(table, cell)?;
        results.contexts.clone().filter(|page| page.document == document && page.column == column)
    });
    let Preferences { measure, decimals, face, .. } = props.preferences;
    let shows_weights = props.preferences.shows_weights && table.lexicon.has_weights;
    html! {
        <div class="table-place">
            <div class="table-area" aria-busy={results.is_stale.to_string()}>
                if face == Face::Table1 {
                    <Table1 table={table.clone()} {decimals} {on_open} />
                } else {
                    <CompareTable
                        table={table.clone()}
                        {measure}
                        {decimals}
                        {shows_weights}
                        sort={*sort}
                        {selected}
                        explanation={results.explanation.clone()}
                        is_stale={results.is_stale}
                        {on_sort}
                        {on_explain}
                        {on_open}
                    />
                }
                <Footnote table={table.clone()} {measure} {shows_weights} />
            </div>
            if let Some(cell) = cell {
                <section class="contexts-area" aria-label={messages.get("place-contexts")}>
                    <CellChoice table={table.clone()} cell={cell.clone()} on_choose={on_cell} />
                    if let Some(page) = page {
                        <Contexts
                            {page}
                            table={table.clone()}
                            probe={results.probe.clone()}
                            last={*focus}
                            {on_line}
                            {on_offset}
                            {on_probe}
                            {on_exclude}
                            {on_close}
                        />
                    } else if cell.path.is_none() {
                        <p class="nothing">{ messages.get("contexts-choose") }</p>
                    } else if column_of(table, cell).is_none() {
                        <p class="nothing">{ messages.get("contexts-unknown") }</p>
                    }
                </section>
            }
        </div>
    }
}

/// Returns where the reader came from to a whole text: contexts, or the table.
pub fn before_reading(contexts: &CellAddress) -> Route {
    if contexts.path.is_some() { Route::Contexts(contexts.clone()) } else { Route::Compare }
}

/// Returns what to ask the engine so that the place can be shown.
fn question(place: &Route, table: &Comparison, offset: u32) -> Option<Command> {
    match place {
        Route::Contexts(cell) => {
            let document = match cell.document {
                Some(at) => Some(table.documents.get(at)?.id),
                None => None,
            };
            let column = column_of(table, cell)?;
            Some(Command::Contexts { document, column, offset, limit: LINES_PER_PAGE, width: CONTEXT_WIDTH })
        }
        Route::Read { document, at } => Some(Command::Read { document: table.documents.get(*document)?.id, at: *at }),
        Route::Texts
        | Route::Publish
        | Route::Lexicon(_)
        | Route::Compare
        | Route::Repairs(_)
        | Route::Policies(_)
        | Route::Figures(_) => None,
    }
}

fn column_of(table: &Comparison, cell: &CellAddress) -> Option<ColumnId> {
    let path = cell.path.as_ref()?;
    table.columns.iter().find(|column| column.path == *path).map(|column| column.id)
}

fn cell_of(table: &Comparison, document: DocumentId, column: ColumnId, measure: Measure) -> CellAddress {
    CellAddress {
        document: table.documents.iter().position(|row| row.id == document),
        path: table.columns.iter().find(|known| known.id == column).map(|known| known.path.clone()),
        measure: Some(measure),
    }
}
