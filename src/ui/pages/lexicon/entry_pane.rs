//! One entry beside the tree: what it says, how it does in the texts, where it goes. Also an entry
//! that is being written.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{
    entry_form::{EntryForm, values_of},
    selection::Selection,
    tree::{category_name, title},
    trial_view::TrialView,
};
use crate::ui::{
    components::Choice,
    hooks::{StudyActions, use_actions, use_messages, use_results},
    state::{Shared, results::LexiconResults},
    wording::language_name,
};
use tarazy_engine::{
    counting::Comparison,
    language::Language,
    lexicon::{EntryKey, EntryPlace, FieldChange, LexiconEdit, LocalText},
    study::{EntryQuery, EntryTrial, FoundEntry, Outline, TrialQuery},
};
use tarazy_report::message::Messages;

/// How long the reader may pause between two keys before the entry is tried, in milliseconds.
const TYPING_PAUSE_MS: u32 = 90;

/// Props of [`EntryPane`].
#[derive(Properties, PartialEq)]
pub struct EntryPaneProps {
    /// The entry, or the one that is written.
    pub selection: Selection,
    /// The table, for titles.
    pub table: Shared<Comparison>,
    /// Called with the new selection.
    pub on_select: Callback<Selection>,
}

/// The pane.
#[component]
pub fn EntryPane(props: &EntryPaneProps) -> Html {
    let messages = use_messages();
    let actions = use_actions();
    let LexiconResults { found, trial, outline, .. } = use_results();
    let draft = use_state_eq(Vec::<FieldChange>::new);
    let pause = use_mut_ref(|| None::<Timeout>);
    let added = use_state_eq(|| 0_u32);
    let found = found.filter(|found| props.selection.is_entry(&found.asked));
    let place = if let Selection::Entry(place) = &props.selection { Some(place.clone()) } else { None };
    {
        // Another entry, or another state of the lexicon: what the entry says now.
        let (actions, place, draft) = (actions.clone(), place.clone(), draft.setter());
        let chosen = props.selection.clone();
        use_effect_with((chosen, props.table.clone()), move |_| {
            // What is being written for a new entry stays until it is added.
            if let Some(place) = place {
                actions.ask(EntryQuery::At(place));
                draft.set(Vec::new());
            }
        });
    }
    let record = found.as_ref().and_then(|found| found.record.clone());
    let fields = if place.is_some() {
        merged(record.as_ref().map_or(&[][..], |record| &record.fields), &draft)
    } else {
        (*draft).clone()
    };
    let query = query_of(&props.selection, found.as_deref(), &fields);
    {
        let (actions, pause) = (actions.clone(), pause.clone());
        use_effect_with((query.clone(), props.table.clone()), move |(query, _)| {
            let query = query.clone().filter(|query| !values_of(&query.fields, EntryKey::Pattern).is_empty());
            // A new timer ends the one before it: only what stands when the reader pauses is tried.
            *pause.borrow_mut() = query.map(|query| Timeout::new(TYPING_PAUSE_MS, move || actions.ask(query)));
        });
    }
    let on_draft = {
        let draft = draft.clone();
        Callback::from(move |change: FieldChange| draft.set(merged(&draft, &[change])))
    };
    let on_field = {
        let (actions, on_select, draft) = (actions.clone(), props.on_select.clone(), draft.clone());
        let (place, record, outline) = (place.clone(), record.clone(), outline.clone());
        Callback::from(move |change: FieldChange| {
            let (Some(place), Some(record)) = (&place, &record) else {
                draft.set(merged(&draft, &[change]));
                return;
            };
            if values_of(&record.fields, change.key) == trimmed(&change.values) {
                return;
            }
            let name = category_name(outline.as_deref(), &record.place.category);
            if let (EntryKey::Pattern, Some(written)) = (change.key, change.values.first()) {
                let written = written.trim().to_owned();
                if written.is_empty() {
                    return;
                }
                on_select.emit(Selection::Entry(EntryPlace { written, ..place.clone() }));
            }
            actions.edit_lexicon(
                LexiconEdit::ChangeEntry { entry: record.place.clone(), fields: vec![change] },
                name.title,
            );
        })
    };
    let trial = trial.filter(|trial| query.as_ref().is_some_and(|query| is_answer(trial, query)));
    let is_as_it_is = draft.is_empty() && place.is_some();
    let on_exclude = is_as_it_is.then(|| {
        let actions = actions.clone();
        Callback::from(move |edit: LexiconEdit| actions.edit_lexicon(edit, LocalText::default()))
    });
    let on_open = props.on_select.reform(Selection::Entry);
    let head = Head { props, actions: &actions, outline: outline.as_ref(), messages: &messages };
    let head = match (&props.selection, &found) {
        (Selection::New { category, language }, _) => head.new_entry(category, *language, (&draft, &added)),
        (_, Some(found)) => match &found.record {
            Some(record) => head.entry(&record.place),
            None => html! { <p class="nothing" role="status">{ messages.get("workbench-entry-removed") }</p> },
        },
        _ => html! { <p class="nothing" role="status">{ messages.get("probe-waits") }</p> },
    };
    let form_key = match &props.selection {
        Selection::Entry(place) => format!("{} {:?} {}", place.category, place.language, place.at),
        _ => format!("new {}", *added),
    };
    let is_shown = place.is_none() || record.is_some();
    let language = query.as_ref().and_then(|query| query.language);
    html! {
        <div class="entry-pane">
            { head }
            if is_shown {
                <EntryForm key={form_key} id="entry" {fields} {language} is_new={place.is_none()} {on_draft} {on_field} />
            }
            if let Some(trial) = trial {
                <TrialView
                    {trial}
                    table={props.table.clone()}
                    {outline}
                    {on_exclude}
                    {on_open}
                />
            }
        </div>
    }
}

/// Returns what to ask for a preview of the entry.
fn query_of(selection: &Selection, found: Option<&FoundEntry>, fields: &[FieldChange]) -> Option<TrialQuery> {
    let (category, language, instead_of) = match (selection, found) {
        (Selection::New { category, language }, _) => (category, *language, None),
        (Selection::Entry(_), Some(FoundEntry { record: Some(record), id, .. })) => {
            (&record.place.category, record.place.language, *id)
        }
        _ => return None,
    };
    Some(TrialQuery { category: category.clone(), language, fields: fields.to_vec(), instead_of })
}

/// Returns `true` if a preview is of the entry that is asked about, whatever its fields were.
fn is_answer(trial: &EntryTrial, query: &TrialQuery) -> bool {
    (&trial.query.category, trial.query.language, trial.query.instead_of)
        == (&query.category, query.language, query.instead_of)
        && !values_of(&query.fields, EntryKey::Pattern).is_empty()
}

/// What the headings need.
#[derive(Clone, Copy)]
struct Head<'a> {
    props: &'a EntryPaneProps,
    actions: &'a StudyActions,
    outline: Option<&'a Shared<Outline>>,
    messages: &'a Messages,
}

impl Head<'_> {
    /// The heading of an entry that is there: its category, which is another when another is
    /// chosen, and the button that takes it out.
    fn entry(&self, place: &EntryPlace) -> Html {
        let Self { props, actions, outline, messages } = *self;
        let on_category = {
            let (actions, place, outline) = (actions.clone(), place.clone(), outline.cloned());
            let on_select = props.on_select.clone();
            Callback::from(move |to: String| {
                if to != place.category {
                    let name = category_name(outline.as_deref(), &to);
                    on_select.emit(Selection::Category(to.clone()));
                    actions.edit_lexicon(LexiconEdit::MoveEntries { entries: vec![place.clone()], to }, name.title);
                }
            })
        };
        let on_remove = {
            let (actions, place, outline) = (actions.clone(), place.clone(), outline.cloned());
            let on_select = props.on_select.clone();
            Callback::from(move |_: MouseEvent| {
                let name = category_name(outline.as_deref(), &place.category);
                on_select.emit(Selection::Category(place.category.clone()));
                actions.edit_lexicon(LexiconEdit::RemoveEntries(vec![place.clone()]), name.title);
            })
        };
        html! {
            <div class="pane-head">
                <h3 class="pane-title">{ messages.get("workbench-entry") }</h3>
                <span class="hint">{ language_words(messages, place.language) }</span>
                <Choice
                    id="entry-category"
                    label={messages.get("workbench-category")}
                    value={place.category.clone()}
                    choices={category_choices(outline.map(|outline| &**outline), messages)}
                    on_choose={on_category}
                />
                <button type="button" class="quiet" onclick={on_remove}>{ messages.get("workbench-remove-entry") }</button>
            </div>
        }
    }

    /// The heading of an entry that is written: where it will stand, and the button that puts it
    /// there.
    fn new_entry(
        &self,
        category: &str,
        language: Option<Language>,
        (draft, added): (&UseStateHandle<Vec<FieldChange>>, &UseStateHandle<u32>),
    ) -> Html {
        let Self { props, actions, outline, messages } = *self;
        let on_category = {
            let on_select = props.on_select.clone();
            Callback::from(move |category: String| on_select.emit(Selection::New { category, language }))
        };
        let on_language = {
            let (on_select, category) = (props.on_select.clone(), category.to_owned());
            Callback::from(move |code: String| {
                on_select.emit(Selection::New { category: category.clone(), language: Language::from_code(&code) });
            })
        };
        let languages = Language::ALL.into_iter().map(Some).chain([None]);
        let languages = languages.map(|language| {
            (
                AttrValue::from(language.map_or("any", Language::code)),
                AttrValue::from(language_words(messages, language)),
            )
        });
        let has_pattern = values_of(draft, EntryKey::Pattern).iter().any(|text| !text.trim().is_empty());
        let on_add = {
            let (actions, category, draft, added) =
                (actions.clone(), category.to_owned(), draft.clone(), added.clone());
            let name = category_name(outline.map(|outline| &**outline), &category);
            Callback::from(move |_: MouseEvent| {
                let edit = LexiconEdit::AddEntry { category: category.clone(), language, fields: (*draft).clone() };
                actions.edit_lexicon(edit, name.title.clone());
                draft.set(Vec::new());
                added.set(*added + 1);
                // The empty form is drawn by the time that the timer fires.
                Timeout::new(0, || crate::browser::focus("entry-pattern")).forget();
            })
        };
        html! {
            <div class="pane-head">
                <h3 class="pane-title">{ messages.get("workbench-new-entry") }</h3>
                <Choice
                    id="entry-category"
                    label={messages.get("workbench-category")}
                    value={category.to_owned()}
                    choices={category_choices(outline.map(|outline| &**outline), messages)}
                    on_choose={on_category}
                />
                <Choice
                    id="entry-language"
                    label={messages.get("entries-language")}
                    value={language.map_or("any", Language::code)}
                    choices={languages.collect::<Vec<_>>()}
                    on_choose={on_language}
                />
                <button type="button" class="primary" disabled={!has_pattern} onclick={on_add}>
                    { messages.get("workbench-add-entry") }
                </button>
            </div>
        }
    }
}

/// The name of an entry's language, or the words for all.
pub fn language_words(messages: &Messages, language: Option<Language>) -> String {
    language.map_or_else(|| messages.get("workbench-any-language"), |language| messages.get(language_name(language)))
}

/// All categories, set in as they stand in the tree.
pub fn category_choices(outline: Option<&Outline>, messages: &Messages) -> Vec<(AttrValue, AttrValue)> {
    let names = outline.map_or(&[][..], |outline| &outline.categories);
    names
        .iter()
        .map(|name| {
            let indent = "\u{2003}".repeat(usize::from(name.depth.saturating_sub(1)));
            (AttrValue::from(name.path.clone()), AttrValue::from(format!("{indent}{}", title(name, messages))))
        })
        .collect()
}

/// Fields with others in their place, and without those that say nothing.
fn merged(fields: &[FieldChange], changes: &[FieldChange]) -> Vec<FieldChange> {
    let of = |key: EntryKey| changes.iter().chain(fields).find(|field| field.key == key);
    let all = EntryKey::ALL.into_iter().filter_map(of);
    all.filter(|field| field.values.iter().any(|value| !value.trim().is_empty())).cloned().collect()
}

/// Values without white space around them, and without empty ones.
fn trimmed(values: &[String]) -> Vec<String> {
    values.iter().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect()
}
