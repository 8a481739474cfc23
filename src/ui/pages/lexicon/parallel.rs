//! The lexicon's concepts in a table: a row a concept, a column a language, what is missing and
//! what each language catches.

use tarazy_engine::{
    counting::Comparison,
    language::{Language, number_format::format_integer},
    lexicon::{EntryId, LocalText},
    study::{LEAST_EXPECTED, ParallelColumn, ParallelPage, ParallelQuery, ParallelSubject, Question, UNEVEN_FACTOR},
};
use yew::prelude::*;

use super::parallel_row::parallel_row;
use crate::ui::{
    components::{Choice, Page, pager},
    hooks::use_messages,
    state::Shared,
    wording::counted,
};
use tarazy_report::message::Messages;

/// How many concepts to ask the engine for at a time.
const CONCEPTS_PER_PAGE: u32 = 40;

/// Props of [`LexiconParallel`].
#[derive(Properties, PartialEq)]
pub struct LexiconParallelProps {
    /// The table, whose change makes the page old.
    pub table: Shared<Comparison>,
    /// The page of concepts that the engine sent last.
    pub page: Option<Shared<ParallelPage>>,
    /// The category that is shown at first; all where there is none.
    #[prop_or_default]
    pub category: Option<String>,
    /// Whether only gaps are shown at first.
    #[prop_or_default]
    pub only_gaps: bool,
    /// Called with a question to the engine.
    pub on_ask: Callback<Question>,
    /// Called with the entry to open.
    pub on_open: Callback<EntryId>,
}

/// Which concepts are asked for.
#[derive(Debug, Clone, PartialEq, Default)]
struct ConceptQuery {
    category: Option<String>,
    only_gaps: bool,
    offset: u32,
}

impl ConceptQuery {
    fn is_met_by(&self, page: &ParallelPage) -> bool {
        (&self.category, self.only_gaps, self.offset) == (&page.category, page.only_gaps, page.offset)
    }
}

/// The choice of category, the switch for gaps, the table and its pages.
#[component]
pub fn LexiconParallel(props: &LexiconParallelProps) -> Html {
    let messages = use_messages();
    let query = use_state_eq(|| ConceptQuery {
        category: props.category.clone(),
        only_gaps: props.only_gaps,
        ..ConceptQuery::default()
    });
    {
        let on_ask = props.on_ask.clone();
        use_effect_with(((*query).clone(), props.table.clone()), move |(query, _)| {
            let ConceptQuery { category, only_gaps, offset } = query.clone();
            on_ask.emit(ParallelQuery { category, only_gaps, offset, limit: CONCEPTS_PER_PAGE }.into());
        });
    }
    {
        // Another lexicon has other categories.
        let query = query.setter();
        let first = use_mut_ref(|| props.table.lexicon.id.clone());
        use_effect_with(props.table.lexicon.id.clone(), move |id| {
            if *first.borrow() != *id {
                first.borrow_mut().clone_from(id);
                query.set(ConceptQuery::default());
            }
        });
    }
    let on_query = {
        let query = query.setter();
        Callback::from(move |to: ConceptQuery| query.set(to))
    };
    let thresholds = [("factor", UNEVEN_FACTOR.into()), ("least", LEAST_EXPECTED.into())];
    html! {
        <section class="lexicon-parallel" aria-labelledby="parallel-heading">
            <h3 id="parallel-heading">{ messages.get("parallel-heading") }</h3>
            <p class="hint">{ messages.format("parallel-hint", &thresholds) }</p>
            { choices(props, &messages, &query, &on_query) }
            if let Some(page) = props.page.as_ref().filter(|page| query.is_met_by(page)) {
                if page.rows.is_empty() {
                    <p class="nothing">
                        { messages.get(if page.only_gaps { "parallel-no-gaps" } else { "parallel-nothing" }) }
                    </p>
                } else {
                    { table(page, &messages, &props.on_open) }
                }
                { pages(page, &messages, &query, &on_query) }
            } else {
                <p class="nothing" role="status">{ messages.get("probe-waits") }</p>
            }
        </section>
    }
}

fn choices(
    props: &LexiconParallelProps,
    messages: &Messages,
    query: &ConceptQuery,
    on_query: &Callback<ConceptQuery>,
) -> Html {
    let language = messages.language();
    let known = props.page.iter().flat_map(|page| &page.categories);
    let known = known.map(|category| {
        (
            AttrValue::from(category.path.clone()),
            AttrValue::from(path_title(&category.titles, &category.path, language)),
        )
    });
    // A category may not have an empty path.
    let all = (AttrValue::from(""), AttrValue::from(messages.get("parallel-all-categories")));
    let on_category = {
        let query = query.clone();
        on_query.reform(move |path: String| ConceptQuery {
            category: Some(path).filter(|path| !path.is_empty()),
            offset: 0,
            ..query.clone()
        })
    };
    let on_gaps = {
        let query = query.clone();
        on_query.reform(move |_: MouseEvent| ConceptQuery { only_gaps: !query.only_gaps, offset: 0, ..query.clone() })
    };
    let totals = props.page.as_ref().filter(|page| query.is_met_by(page)).map(|page| {
        let totals = page.totals;
        let totals = [
            ("concepts", totals.concepts),
            ("gaps", totals.gaps),
            ("uneven", totals.uneven),
            ("unlinked", totals.unlinked),
        ];
        messages
            .format("parallel-totals", &totals.map(|(name, number)| (name, format_integer(number, language).into())))
    });
    html! {
        <p class="entries-choice">
            <Choice
                id="parallel-category"
                label={messages.get("parallel-category")}
                value={query.category.clone().unwrap_or_default()}
                choices={std::iter::once(all).chain(known).collect::<Vec<_>>()}
                on_choose={on_category}
            />
            <button type="button" aria-pressed={query.only_gaps.to_string()} onclick={on_gaps}>
                { messages.get("parallel-only-gaps") }
            </button>
            if let Some(totals) = totals {
                <span class="hint" role="status">{ totals }</span>
            }
        </p>
    }
}

fn table(page: &ParallelPage, messages: &Messages, on_open: &Callback<EntryId>) -> Html {
    let has_texts = page.columns.iter().any(|column| column.words.is_some());
    let heads = page.columns.iter().map(|column| {
        html! {
            <th scope="col" key={column_code(*column)}>
                { messages.get(&format!("parallel-language-{}", column_code(*column))) }
                if has_texts {
                    <span class="words">{ " " }{ words(*column, messages) }</span>
                }
            </th>
        }
    });
    // A body of its own for each category: what its head names belongs to it.
    let bodies = page.rows.chunk_by(|left, right| left.category == right.category).map(|rows| {
        let rows_html = rows.iter().enumerate().map(|(at, row)| {
            let key = match &row.subject {
                ParallelSubject::Category(_) => "head".to_owned(),
                ParallelSubject::Concept(concept) => concept.clone(),
                ParallelSubject::Unlinked => format!("_{at}"),
            };
            parallel_row(page, row, key, messages, on_open)
        });
        let category = rows.first().map(|row| row.category.clone());
        html! { <tbody key={category.unwrap_or_default()}>{ for rows_html }</tbody> }
    });
    html! {
        <table class="parallel-table">
            <caption class="visually-hidden">{ messages.get("parallel-heading") }</caption>
            <thead>
                <tr><th scope="col">{ messages.get("parallel-subject") }</th>{ for heads }</tr>
            </thead>
            { for bodies }
        </table>
    }
}

fn words(column: ParallelColumn, messages: &Messages) -> String {
    match (column.words, column.language) {
        (Some(words), _) => counted(messages, "parallel-words", words),
        (None, Some(_)) => messages.get("parallel-no-text"),
        (None, None) => messages.get("parallel-no-texts"),
    }
}

/// The titles of a category and those above it: "Adaptation › Security"; its path where it has no
/// title.
pub(super) fn path_title(titles: &[LocalText], path: &str, language: Language) -> String {
    let titles: Vec<&str> = titles.iter().map(|title| title.get(language)).filter(|title| !title.is_empty()).collect();
    if titles.is_empty() { path.to_owned() } else { titles.join(" › ") }
}

/// Names a column in messages: `kk`, `ru`, `en` or `any`.
pub(super) fn column_code(column: ParallelColumn) -> &'static str {
    column.language.map_or("any", Language::code)
}

/// The way through the concepts.
fn pages(page: &ParallelPage, messages: &Messages, query: &ConceptQuery, on_query: &Callback<ConceptQuery>) -> Html {
    let shown = page.total.saturating_sub(page.offset).min(CONCEPTS_PER_PAGE) as usize;
    let place = Page { offset: page.offset, shown, total: page.total, size: CONCEPTS_PER_PAGE };
    let query = query.clone();
    let on_offset = on_query.reform(move |offset: u32| ConceptQuery { offset, ..query.clone() });
    pager(place, "parallel", messages.get("parallel-pages"), messages, &on_offset)
}
