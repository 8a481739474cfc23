//! The categories of the lexicon, each with its entries, each with what it caught in the study.

use std::rc::Rc;

use yew::prelude::*;

use super::{CategoryKey, Choice, EntryProbed, header::language_name};
use crate::{
    language::{Language, number_format::format_integer},
    lexicon::EntryId,
    message::Messages,
    study::{Column, Command, Comparison, EntryPage, EntryProbe, EntrySummary},
    ui::{
        hooks::use_messages,
        same::{Same, is_same},
        state::{Place, place::Cell, study::Exclusion},
        wording::{column_title, counted, language_code, number},
    },
};

/// How many entries to ask the engine for at a time.
const ENTRIES_PER_PAGE: u32 = 60;

/// What is shown and whom it tells.
#[derive(Properties)]
pub struct LexiconEntriesProps {
    /// The table, for the categories.
    pub table: Rc<Comparison>,
    /// The page of entries that the engine sent last.
    pub entries: Option<Rc<EntryPage>>,
    /// The entry that the engine looked at last.
    pub probe: Option<Rc<EntryProbe>>,
    /// The category that is open at first.
    #[prop_or_default]
    pub path: Option<String>,
    /// The entry that is open at first.
    #[prop_or_default]
    pub entry: Option<EntryId>,
    /// Asks the engine.
    pub on_ask: Callback<Command>,
    /// Is told which form to exclude.
    pub on_exclude: Callback<Exclusion>,
}

impl PartialEq for LexiconEntriesProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.table, &other.table)
            && is_same(self.entries.as_ref(), other.entries.as_ref())
            && is_same(self.probe.as_ref(), other.probe.as_ref())
            && (&self.path, self.entry) == (&other.path, other.entry)
            && self.on_ask == other.on_ask
            && self.on_exclude == other.on_exclude
    }
}

/// Which entries are asked for.
#[derive(Debug, Clone, PartialEq, Default)]
struct Wish {
    path: Option<String>,
    language: Option<Language>,
    only_unmatched: bool,
    offset: u32,
}

impl Wish {
    fn is_met_by(&self, page: &EntryPage) -> bool {
        self.path.as_ref() == Some(&page.category)
            && (self.language, self.only_unmatched, self.offset) == (page.language, page.only_unmatched, page.offset)
    }
}

/// The list of categories; one is open at a time, and in it one entry.
#[component]
pub fn LexiconEntries(props: &LexiconEntriesProps) -> Html {
    let messages = use_messages();
    let wish = use_state_eq(|| Wish { path: props.path.clone(), ..Wish::default() });
    let entry = use_state_eq(|| props.entry);
    {
        let on_ask = props.on_ask.clone();
        use_effect_with(((*wish).clone(), Same(props.table.clone())), move |(wish, _)| {
            if let Some(category) = wish.path.clone() {
                let Wish { language, only_unmatched, offset, .. } = *wish;
                on_ask.emit(Command::Entries { category, language, only_unmatched, offset, limit: ENTRIES_PER_PAGE });
            }
        });
    }
    {
        let on_ask = props.on_ask.clone();
        use_effect_with((*entry, Same(props.table.clone())), move |(entry, _)| {
            if let Some(entry) = *entry {
                on_ask.emit(Command::Probe { entry, document: None });
            }
        });
    }
    {
        // Another lexicon has other entries at the same places.
        let entry = entry.setter();
        let facts = (props.table.lexicon.id.clone(), props.table.lexicon.entries);
        let first = use_mut_ref(|| facts.clone());
        use_effect_with(facts, move |facts| {
            if *first.borrow() != *facts {
                first.borrow_mut().clone_from(facts);
                entry.set(None);
            }
        });
    }
    let on_wish = {
        let (wish, entry) = (wish.setter(), entry.setter());
        Callback::from(move |to: Wish| {
            wish.set(to);
            entry.set(None);
        })
    };
    let items = props.table.columns.iter().enumerate().map(|(at, column)| {
        let is_open = wish.path.as_ref() == Some(&column.path);
        let open = if is_open { None } else { Some(column.path.clone()) };
        let onclick = on_wish.reform(move |_: MouseEvent| Wish { path: open.clone(), ..Wish::default() });
        let id = format!("entries-{at}");
        html! {
            <li key={column.path.clone()}>
                <p class="category-line">
                    <button type="button" class="disclosure" aria-expanded={is_open.to_string()}
                        aria-controls={is_open.then(|| id.clone())} {onclick}>
                        <CategoryKey column={at} />
                        { column_title(&props.table, at, messages.language()) }
                    </button>
                    { lines_link(&props.table, at, column, &messages) }
                </p>
                if is_open {
                    <div {id} class="category-entries">
                        { category_entries(props, &messages, &wish, &on_wish, &entry) }
                    </div>
                }
            </li>
        }
    });
    html! {
        <section class="lexicon-entries" aria-labelledby="categories-heading">
            <h3 id="categories-heading">{ counted(&messages, "lexicon-categories", props.table.columns.len() as u64) }</h3>
            <ul class="category-list">{ for items }</ul>
        </section>
    }
}

/// The link from a category to its lines in all texts, named by their number.
fn lines_link(table: &Comparison, at: usize, column: &Column, messages: &Messages) -> Html {
    let cells = table.documents.iter().filter_map(|row| row.cells.get(at));
    let matches: u64 = cells.map(|cell| cell.matches).sum();
    let place = Place::Contexts(Cell { document: None, path: Some(column.path.clone()) });
    html! { <a href={format!("#{}", place.fragment())}>{ counted(messages, "entries-lines", matches) }</a> }
}

fn category_entries(
    props: &LexiconEntriesProps,
    messages: &Messages,
    wish: &Wish,
    on_wish: &Callback<Wish>,
    entry: &UseStateHandle<Option<EntryId>>,
) -> Html {
    let languages = Language::ALL
        .into_iter()
        .map(|language| (AttrValue::from(language.code()), AttrValue::from(messages.get(language_name(language)))));
    let all = (AttrValue::from("all"), AttrValue::from(messages.get("entries-all-languages")));
    let on_language = {
        let wish = wish.clone();
        on_wish.reform(move |code: String| Wish { language: Language::from_code(&code), offset: 0, ..wish.clone() })
    };
    let on_unmatched = {
        let wish = wish.clone();
        on_wish.reform(move |_: MouseEvent| Wish { only_unmatched: !wish.only_unmatched, offset: 0, ..wish.clone() })
    };
    let page = props.entries.as_ref().filter(|page| wish.is_met_by(page));
    html! {<>
        <p class="entries-choice">
            <Choice
                id="entries-language"
                label={messages.get("entries-language")}
                value={wish.language.map_or("all", Language::code)}
                choices={std::iter::once(all).chain(languages).collect::<Vec<_>>()}
                on_choose={on_language}
            />
            <button type="button" aria-pressed={wish.only_unmatched.to_string()} onclick={on_unmatched}>
                { messages.get("entries-only-unmatched") }
            </button>
            if let Some(page) = page {
                <span class="hint" role="status">{ counted(messages, "entries-unmatched", u64::from(page.unmatched)) }</span>
            }
        </p>
        if let Some(page) = page {
            if page.entries.is_empty() {
                <p class="nothing">{ messages.get("entries-none") }</p>
            } else {
                <ul class="entry-list">
                    { for page.entries.iter().map(|summary| entry_item(props, messages, summary, entry)) }
                </ul>
            }
            { pager(page, messages, wish, on_wish) }
        } else {
            <p class="nothing" role="status">{ messages.get("probe-waits") }</p>
        }
    </>}
}

fn entry_item(
    props: &LexiconEntriesProps,
    messages: &Messages,
    summary: &EntrySummary,
    open: &UseStateHandle<Option<EntryId>>,
) -> Html {
    let id = summary.id;
    let is_open = **open == Some(id);
    let onclick = {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set((!is_open).then_some(id)))
    };
    let onkeydown = {
        let open = open.setter();
        Callback::from(move |event: KeyboardEvent| {
            if is_open && event.key() == "Escape" {
                event.stop_propagation();
                open.set(None);
            }
        })
    };
    let is_silent = summary.fates.is_some_and(|fates| fates.total() == 0);
    let shown = summary
        .fates
        .map_or_else(|| messages.get("entries-not-sought"), |fates| format_integer(fates.counted, messages.language()));
    let left_out = summary.fates.map_or(0, |fates| fates.total() - fates.counted);
    let probe = props.probe.as_ref().filter(|probe| probe.entry == id);
    html! {
        <li key={id.0} {onkeydown} class={classes!(is_open.then_some("is-open"), is_silent.then_some("is-silent"))}>
            <button type="button" class="disclosure" aria-expanded={is_open.to_string()} {onclick}>
                <bdi class="form" lang={language_code(summary.language)}>{ summary.written.clone() }</bdi>
                { "\u{a0}" }<span class="number">{ shown }</span>
                if left_out > 0 {
                    <span class="left-out">{ " " }{ counted(messages, "probe-left-out", left_out) }</span>
                }
            </button>
            if is_open {
                if let Some(probe) = probe {
                    <EntryProbed probe={probe.clone()} table={props.table.clone()} on_exclude={props.on_exclude.clone()} />
                } else {
                    <p class="nothing" role="status">{ messages.get("probe-waits") }</p>
                }
            }
        </li>
    }
}

fn pager(page: &EntryPage, messages: &Messages, wish: &Wish, on_wish: &Callback<Wish>) -> Html {
    let shown = u32::try_from(page.entries.len()).unwrap_or(u32::MAX);
    let next = page.offset.saturating_add(shown);
    if page.offset == 0 && next >= page.total {
        return Html::default();
    }
    let to = |offset: u32| {
        let wish = wish.clone();
        on_wish.reform(move |_: MouseEvent| Wish { offset, ..wish.clone() })
    };
    let language = messages.language();
    html! {
        <nav class="pager" aria-label={messages.get("entries-pages")}>
            <button type="button" disabled={page.offset == 0} onclick={to(page.offset.saturating_sub(ENTRIES_PER_PAGE))}>
                { messages.get("entries-previous") }
            </button>
            <span class="hint">
                { messages.format("entries-range", &[
                    ("first", format_integer(u64::from(page.offset) + 1, language).into()),
                    ("last", format_integer(next, language).into()),
                    ("count", number(u64::from(page.total))),
                    ("total", format_integer(page.total, language).into()),
                ]) }
            </span>
            <button type="button" disabled={next >= page.total} onclick={to(next)}>
                { messages.get("entries-next") }
            </button>
        </nav>
    }
}
