//! What follows the state outside the components: the engine, the document's title, language and
//! theme, storage, scrolling.

use yew::prelude::*;

use crate::{
    browser::{
        before_leaving, install, on_hidden, remove_first_page, scroll_to_start, set_language, set_theme, set_title,
        write_preference,
    },
    ui::{
        hooks::{
            StudyActions, use_actions, use_kept, use_late, use_messages, use_notices, use_preferences, use_results,
            use_route, use_study, use_table, view,
        },
        state::{
            Preferences, Route, Study,
            history::{EditKind, HistoryEntry},
            notices, preferences,
            results::Work,
        },
    },
};
use tarazy_engine::{language::Language, problem::Argument};

/// Runs the effects and draws nothing.
#[component]
pub fn Effects() -> Html {
    let (actions, study, preferences) = (use_actions(), use_study(), use_preferences());
    let routes = use_route();
    use_first_page_end(&routes.route);
    use_stored(preferences);
    use_linked_measure(&routes.route, &actions);
    use_keeping(&study, &routes.route, preferences, &actions);
    use_leave_question(&study, &actions);
    use_counting(&study, preferences.language, &actions);
    use_title(&study);
    use_undo_notice(&study, &actions);
    use_scroll_to_start(&routes.route);
    Html::default()
}

/// How long the page that was drawn at build time may stand before this one, when the sample does
/// not come.
const FIRST_PAGE_MS: u32 = 2_000;

/// Removes the page that was drawn at build time as soon as this one shows as much, has something
/// to say, or is elsewhere. Only then is the page kept for times without a network, which downloads
/// files that this visit may not need.
#[hook]
fn use_first_page_end(route: &Route) {
    let (table, work, notices) = (use_table(), use_results::<Work>(), use_notices());
    // An engine that has the lexicon before the texts sends an empty table first.
    let is_counted = table.is_some() && work.counted.is_some();
    let is_late = use_late(true, FIRST_PAGE_MS);
    let is_due = is_late || is_counted || work.has_ended || *route != Route::Compare || !notices.list().is_empty();
    use_effect_with(is_due, |is_due| {
        if *is_due {
            remove_first_page();
            install();
        }
    });
}

/// Stores the preferences and applies language and theme to the page's root element.
#[hook]
fn use_stored(preferences: Preferences) {
    let stored = use_mut_ref(|| preferences);
    use_effect_with(preferences, move |preferences| {
        set_language(preferences.language.code());
        let name = preferences.theme.name();
        set_theme((name != "system").then_some(name));
        // What nobody has chosen is not stored.
        if stored.replace(*preferences) != *preferences {
            for (key, value) in preferences.kept() {
                write_preference(key, &value);
            }
        }
    });
}

/// Shows the measure that a link to a cell names.
#[hook]
fn use_linked_measure(route: &Route, actions: &StudyActions) {
    let actions = actions.clone();
    use_effect_with(route.clone(), move |route| {
        if let Route::Contexts(cell) = route
            && let Some(measure) = cell.measure
        {
            actions.prefer(preferences::Action::Measure(measure));
        }
    });
}

/// Keeps every state of the study in the browser, and the view of it.
#[hook]
fn use_keeping(study: &Study, route: &Route, preferences: Preferences, actions: &StudyActions) {
    let keeper = actions.clone();
    use_effect_with((study.clone(), view(route, &preferences)), move |(study, view)| {
        keeper.keep_study(study, view.clone());
    });
    let actions = actions.clone();
    use_effect_with((), move |()| {
        let listener = on_hidden(move || actions.save_at_once());
        move || drop(listener)
    });
}

/// Asks before the page is closed where that would lose work.
#[hook]
fn use_leave_question(study: &Study, actions: &StudyActions) {
    let (actions, keeping) = (actions.clone(), use_kept().keeping);
    use_effect_with((study.clone(), keeping), move |(study, keeping)| {
        let (study, keeping) = (study.clone(), *keeping);
        let listener = before_leaving(move || actions.would_lose(&study, keeping));
        move || drop(listener)
    });
}

/// Sends every state of the study to the engine.
#[hook]
fn use_counting(study: &Study, language: Language, actions: &StudyActions) {
    let (actions, now) = (actions.clone(), study.clone());
    use_effect_with((study.inputs().clone(), language), move |(_, language)| {
        // There is nothing to count before the first study is opened.
        if !now.is_untouched() {
            actions.count(&now, *language);
        }
    });
}

/// Puts the study's title into the document's.
#[hook]
fn use_title(study: &Study) {
    let messages = use_messages();
    let title = study.inputs().title.get(messages.language()).to_owned();
    use_effect_with((title, messages.language()), move |(title, _)| {
        set_title(&match title.as_str() {
            "" => messages.get("brand"),
            title => messages.format("page-title-of", &[("title", title.into())]),
        });
    });
}

/// Offers to undo the edits that are easily made by mistake. The offer lasts until the next edit, and
/// is not made again where a study is opened with its history.
#[hook]
fn use_undo_notice(study: &Study, actions: &StudyActions) {
    let (actions, entry) = (actions.clone(), study.last_entry().cloned());
    let shown = use_mut_ref(|| None);
    use_effect_with(study.inputs().clone(), move |inputs| {
        actions.notify(notices::Action::ForgetUndo);
        let is_other = shown.replace(inputs.key.clone()) != inputs.key;
        match entry.filter(|_| !is_other) {
            Some(HistoryEntry { kind: EditKind::StudyStarted, .. }) => {
                actions.notify(notices::Action::undoable("study-started", Vec::new()));
            }
            Some(HistoryEntry { kind: EditKind::FormExcluded { entry }, name }) => {
                let values = [("form", name), ("entry", entry)];
                let values = values
                    .map(|(name, value)| (name.to_owned(), Argument::Text(value.get(Language::English).to_owned())));
                actions.notify(notices::Action::undoable("form-excluded", values.into()));
            }
            _ => {}
        }
    });
}

/// Scrolls to the start of a page that is opened. The table, its contexts and a text that is read are
/// one page, which keeps its position; so does the table that the program finds at the start.
#[hook]
fn use_scroll_to_start(route: &Route) {
    let is_first = use_mut_ref(|| true);
    let keeps_position = matches!(route, Route::Compare | Route::Contexts(_) | Route::Search | Route::Read { .. });
    let page = (!keeps_position).then(|| std::mem::discriminant(route));
    use_effect_with(page, move |page| {
        if !is_first.replace(false) || page.is_some() {
            scroll_to_start();
        }
    });
}
