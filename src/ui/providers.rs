//! The page's state, provided to the components below by slices.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    hooks::{Address, Dispatchers, Opened, Samples, StudyActions, use_address, use_first_study, use_study_mark},
    state::{
        Intake, Kept, Notices, Preferences, Results, Study,
        results::{Analyses, ArticlePieces, FileReports, LexiconResults, Matches, Table, TextResults, Work},
        route::RouteState,
    },
};
use crate::browser::{is_read_only, preferred_languages, read_preference};
use tarazy_report::message::Messages;

/// What a page begins with, where it does not begin empty.
#[derive(Debug, Clone, PartialEq)]
pub struct InitialState {
    /// The preferences.
    pub preferences: Preferences,
    /// The study.
    pub study: Study,
    /// The engine's results.
    pub results: Results,
}

/// Props of [`StateProvider`].
#[derive(Properties, PartialEq)]
pub struct StateProviderProps {
    /// The state at the start; otherwise an empty study, and the reader's preferences.
    #[prop_or_default]
    pub initial: Option<Rc<InitialState>>,
    /// The components that read the state.
    pub children: Html,
}

/// Owns the reducers and provides each slice as a context of its own, so that a change redraws only
/// the components that read that slice.
#[component]
pub fn StateProvider(props: &StateProviderProps) -> Html {
    let initial = props.initial.as_deref();
    let preferences = use_reducer(|| match initial {
        Some(initial) => initial.preferences,
        None => Preferences::read(read_preference, &preferred_languages()),
    });
    let study = use_reducer(|| initial.map(|initial| initial.study.clone()).unwrap_or_default());
    let notices = use_reducer(Notices::default);
    let intake = use_reducer(Intake::default);
    let kept = use_reducer(Kept::default);
    let results = use_reducer(|| initial.map(|initial| initial.results.clone()).unwrap_or_default());
    let Address { route, mark, go, on_right_study } = use_address();
    let routes = use_mut_ref(RouteState::default);
    routes.borrow_mut().follow(if is_read_only() { route.to_read() } else { route }, mark);
    let actions = {
        let slices = Dispatchers {
            study: study.dispatcher(),
            notices: notices.dispatcher(),
            intake: intake.dispatcher(),
            results: results.dispatcher(),
            preferences: preferences.dispatcher(),
            kept: kept.dispatcher(),
        };
        use_memo((), move |()| StudyActions::new(slices, go))
    };
    use_study_mark(&routes.borrow(), &results, &on_right_study);
    use_effect_with(Rc::clone(&actions), |actions| actions.start());
    let (samples, opened) = use_first_study(&actions);
    let messages = use_memo(preferences.language, |language| Messages::new(*language));
    let route = Rc::new(routes.borrow().clone());
    html! {
        <ContextProvider<StudyActions> context={(*actions).clone()}>
        <ContextProvider<Messages> context={(*messages).clone()}>
        <ContextProvider<Preferences> context={*preferences}>
        <ContextProvider<Rc<RouteState>> context={route}>
        <ContextProvider<Study> context={(*study).clone()}>
        <ContextProvider<Notices> context={(*notices).clone()}>
        <ContextProvider<Intake> context={(*intake).clone()}>
        <ContextProvider<Kept> context={(*kept).clone()}>
        <ContextProvider<Samples> context={samples}>
        <ContextProvider<Opened> context={opened}>
            <ResultsProvider results={(*results).clone()}>{ props.children.clone() }</ResultsProvider>
        </ContextProvider<Opened>>
        </ContextProvider<Samples>>
        </ContextProvider<Kept>>
        </ContextProvider<Intake>>
        </ContextProvider<Notices>>
        </ContextProvider<Study>>
        </ContextProvider<Rc<RouteState>>>
        </ContextProvider<Preferences>>
        </ContextProvider<Messages>>
        </ContextProvider<StudyActions>>
    }
}

/// Props of [`ResultsProvider`].
#[derive(Properties, PartialEq)]
struct ResultsProviderProps {
    results: Results,
    children: Html,
}

/// Provides each part of the results.
#[component]
fn ResultsProvider(props: &ResultsProviderProps) -> Html {
    let Results { table, work, analyses, matches, texts, lexicon, files, pieces } = props.results.clone();
    html! {
        <ContextProvider<Table> context={table}>
        <ContextProvider<Work> context={work}>
        <ContextProvider<Analyses> context={analyses}>
        <ContextProvider<Matches> context={matches}>
        <ContextProvider<TextResults> context={texts}>
        <ContextProvider<LexiconResults> context={lexicon}>
        <ContextProvider<FileReports> context={files}>
        <ContextProvider<ArticlePieces> context={pieces}>
            { props.children.clone() }
        </ContextProvider<ArticlePieces>>
        </ContextProvider<FileReports>>
        </ContextProvider<LexiconResults>>
        </ContextProvider<TextResults>>
        </ContextProvider<Matches>>
        </ContextProvider<Analyses>>
        </ContextProvider<Work>>
        </ContextProvider<Table>>
    }
}
