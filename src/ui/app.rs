//! The page: state above, the place that the address names below.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    same::Same,
    state::{notices, preferences},
};
use crate::{
    browser::{
        InputDocument, RequestWatch, SampleEntry, focus, fragment, has_study, is_read_only, leave_static_body,
        preferred_languages, read_preference, scroll_to_start, set_fragment, set_language, set_theme, set_title,
        write_preference,
    },
    ui::{
        hooks::{Arrival, Key, Published, StudyActions, use_arrivals, use_keys, use_route},
        pages::{
            compare::{ExportBar, Methods, OptionsBar, PoliciesPage, TablePage, before_reading, copy_table},
            figures::FiguresPage,
            lexicon::{History, LexiconPage},
            publish::PublishPage,
            texts::{AddText, RepairsPage, Texts},
        },
        shell::{EmbeddedLine, Header, Navigation, NoticeList, PrivacyNote, ProgressLine, Shortcuts, StudyStrip},
        state::{Notices, Preferences, Results, Route, Study, route::CellAddress, study::Edit},
    },
};
use tarazy_engine::{
    language::Language,
    study::{Argument, Command, Comparison, LanguageChoice},
};
use tarazy_report::{message::Messages, publication::is_share};

/// Which note is open above the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Note {
    Shortcuts,
    Privacy,
}

/// The whole page.
#[component]
pub fn App() -> Html {
    let preferences = use_reducer(|| Preferences::read(read_preference, &preferred_languages()));
    let study = use_reducer(Study::default);
    let notices = use_reducer(Notices::default);
    let results = use_reducer(Results::default);
    let actions = {
        let (study, notices, results) = (study.dispatcher(), notices.dispatcher(), results.dispatcher());
        use_memo((), move |()| StudyActions::new(study, notices, results))
    };
    let (place, go) = use_route();
    let place = if is_read_only() { place.to_read() } else { place };
    let note = use_state_eq(|| None::<Note>);
    let contexts = use_mut_ref(CellAddress::default);
    let before_receipt = use_mut_ref(Route::default);
    let samples = use_state(|| Rc::new(Vec::<SampleEntry>::new()));
    let requests = use_requests();
    let language = preferences.language;
    let messages = use_memo(language, |language| Messages::new(*language));

    if let Route::Contexts(cell) = &place {
        contexts.borrow_mut().clone_from(cell);
    }
    {
        // A link to a cell says what it shows.
        let measure = if let Route::Contexts(cell) = &place { cell.measure } else { None };
        let preferences = preferences.dispatcher();
        use_effect_with((place.clone(), measure), move |(_, measure)| {
            if let Some(measure) = measure {
                preferences.dispatch(preferences::Action::Measure(*measure));
            }
        });
    }
    use_preferences(*preferences);
    let published = use_state(|| None::<Rc<Published>>);
    use_first_study(&actions, samples.setter(), published.setter(), preferences.dispatcher());
    {
        let (actions, study_now) = (actions.clone(), Study::clone(&study));
        use_effect_with((Same(study.inputs().clone()), language), move |(_, language)| {
            // Before the first study is opened there is nothing to show.
            if !study_now.is_untouched() {
                actions.count(&study_now, *language);
            }
        });
    }
    let title = study.inputs().title.get(language).to_owned();
    {
        let messages = messages.clone();
        use_effect_with((title.clone(), language), move |(title, _)| {
            set_title(&match title.as_str() {
                "" => messages.get("brand"),
                title => messages.format("page-title-of", &[("title", title.into())]),
            });
        });
    }
    {
        // A notice that offers undo means the last edit, not a later one.
        let notices = notices.dispatcher();
        let deed = study.last_deed().cloned();
        use_effect_with(Same(study.inputs().clone()), move |_| {
            notices.dispatch(notices::Action::ForgetUndo);
            match deed {
                Some(deed) if deed.key == "deed-start" => {
                    notices.dispatch(notices::Action::undoable("study-started", Vec::new()));
                }
                Some(deed) if deed.key == "deed-exclude" => {
                    let form = deed.name.get(Language::English).to_owned();
                    let values = [("form", form), ("entry", deed.other.get(Language::English).to_owned())];
                    let values = values.map(|(name, value)| (name.to_owned(), Argument::Text(value)));
                    notices.dispatch(notices::Action::undoable("form-excluded", values.into()));
                }
                _ => {}
            }
        });
    }
    let on_arrival = use_callback((), {
        let actions = actions.clone();
        move |arrival, ()| match arrival {
            _ if is_read_only() => {}
            Arrival::Files(files) => actions.add_files(files),
            Arrival::Text(text) => {
                if actions.add_text("", &text, LanguageChoice::Auto).is_none() {
                    actions.notify(notices::Action::problem(notices::sentence("paste-failed", Vec::new())));
                }
            }
        }
    });
    {
        // The table keeps its place under the reader's eyes; the other places begin at their start.
        let starts_anew = match place {
            Route::Texts => Some("texts"),
            Route::Lexicon(_) => Some("lexicon"),
            Route::Publish => Some("publish"),
            Route::Repairs(_) => Some("repairs"),
            Route::Policies(_) => Some("policies"),
            Route::Figures(_) => Some("figures"),
            Route::Compare | Route::Contexts(_) | Route::Read { .. } => None,
        };
        use_effect_with(starts_anew, |starts_anew| {
            if starts_anew.is_some() {
                scroll_to_start();
            }
        });
    }
    let is_dragging = use_arrivals(on_arrival);
    let last_contexts = contexts.borrow().clone();
    if !matches!(place, Route::Repairs(_)) {
        before_receipt.borrow_mut().clone_from(&place);
    }
    let back = match place {
        Route::Read { .. } => before_reading(&last_contexts),
        Route::Repairs(_) => before_receipt.borrow().clone(),
        _ => Route::Compare,
    };
    let table = results.table.clone().map(Same);
    let on_key = use_key_actions(&actions, &go, &note, (place.clone(), back.clone()), table, *preferences);
    use_keys(on_key);

    let on_edit = use_callback((), {
        let actions = actions.clone();
        move |edit: Edit, ()| actions.edit(edit)
    });
    let on_undo = use_callback((), {
        let actions = actions.clone();
        move |(), ()| actions.undo()
    });
    let on_redo = use_callback((), {
        let actions = actions.clone();
        move |(), ()| actions.redo()
    });
    let on_prefer = use_callback(preferences.dispatcher(), |action, preferences| preferences.dispatch(action));
    let on_notice = use_callback(notices.dispatcher(), |action, notices| notices.dispatch(action));
    let on_read_as = use_callback((), {
        let actions = actions.clone();
        move |(document, encoding, notice): (Rc<InputDocument>, _, _), ()| actions.read_as(&document, encoding, notice)
    });
    let on_verify = {
        let (actions, published) = (actions.clone(), (*published).clone());
        Callback::from(move |()| {
            if let Some(table) = published.as_ref().and_then(|published| published.table.as_deref()) {
                actions.ask(Command::Verify(Box::new(table.clone())));
            }
        })
    };
    let on_stop = {
        let (actions, counted) = (actions.clone(), results.counted.clone());
        Callback::from(move |()| actions.stop(counted.clone()))
    };
    let open = |which: Note| {
        let note = note.setter();
        Callback::from(move |()| note.set(Some(which)))
    };
    let on_close_note = {
        let note = note.setter();
        Callback::from(move |()| note.set(None))
    };
    let in_work = results.progress.and_then(|progress| progress.document);
    let in_work = in_work.map(|id| study.inputs().title_of(id, language)).unwrap_or_default();

    let main = match &place {
        Route::Texts => html! {
            <AddText actions={(*actions).clone()} counted={results.counted.clone()} samples={(*samples).clone()} />
        },
        Route::Lexicon(view) => {
            let (done, undone) = study.history();
            let history = History { done: done.cloned().collect(), undone: undone.cloned().collect() };
            html! {<>
                if study.inputs().shown_results().is_some() {
                    <p class="nothing">{ messages.get("strip-lexicon") }</p>
                }
                <LexiconPage
                    view={*view}
                    inputs={study.inputs().clone()}
                    results={Same(Rc::new(Results::clone(&results)))}
                    history={Rc::new(history)}
                    actions={(*actions).clone()}
                    on_go={go.clone()}
                />
            </>}
        }
        Route::Read { .. } | Route::Repairs(_) | Route::Policies(_) if study.inputs().shown_results().is_some() => {
            html! { <p class="nothing">{ messages.get("strip-no-texts") }</p> }
        }
        Route::Publish => html! {
            <PublishPage
                inputs={study.inputs().clone()}
                preferences={*preferences}
                actions={(*actions).clone()}
                on_edit={on_edit.clone()}
            />
        },
        Route::Policies(other) => match &results.table {
            Some(table) => html! {
                <PoliciesPage
                    other={*other}
                    difference={results.policies.clone()}
                    table={table.clone()}
                    actions={(*actions).clone()}
                    on_go={go.clone()}
                />
            },
            None => html! { <p class="nothing" role="status">{ messages.get("table-waits") }</p> },
        },
        Route::Figures(kind) => match &results.table {
            Some(table) => html! {
                <FiguresPage
                    kind={*kind}
                    table={table.clone()}
                    dispersion={results.dispersion.clone()}
                    preferences={*preferences}
                    actions={(*actions).clone()}
                    on_prefer={on_prefer.clone()}
                />
            },
            None => html! { <p class="nothing" role="status">{ messages.get("table-waits") }</p> },
        },
        Route::Repairs(at) => html! {
            <RepairsPage
                at={*at}
                inputs={study.inputs().clone()}
                results={Same(Rc::new(Results::clone(&results)))}
                actions={(*actions).clone()}
                back={back.clone()}
                on_go={go.clone()}
            />
        },
        Route::Compare | Route::Contexts(_) | Route::Read { .. } => match &results.table {
            Some(table) => html! {<>
                <div class="toolbar">
                    <OptionsBar
                        options={study.inputs().options.clone()}
                        depth={table.depth}
                        is_fixed={study.inputs().shown_results().is_some()}
                        has_weights={table.lexicon.has_weights}
                        preferences={*preferences}
                        on_edit={on_edit.clone()}
                        on_prefer={on_prefer.clone()}
                    />
                    <ExportBar
                        table={table.clone()}
                        preferences={*preferences}
                        actions={(*actions).clone()}
                        on_prefer={on_prefer.clone()}
                    />
                </div>
                <TablePage
                    place={place.clone()}
                    contexts={last_contexts.clone()}
                    table={table.clone()}
                    results={Same(Rc::new(Results::clone(&results)))}
                    preferences={*preferences}
                    actions={(*actions).clone()}
                    on_go={go.clone()}
                />
                if !matches!(place, Route::Read { .. }) {
                    <Methods
                        table={table.clone()}
                        results={Same(Rc::new(Results::clone(&results)))}
                        preferences={*preferences}
                        actions={(*actions).clone()}
                    />
                }
            </>},
            None => html! { <p class="nothing" role="status">{ messages.get("table-waits") }</p> },
        },
    };
    let place_class = match place {
        Route::Texts => "at-texts",
        Route::Lexicon(_) => "at-lexicon",
        Route::Publish => "at-publish",
        Route::Compare => "at-compare",
        Route::Contexts(_) => "at-contexts",
        Route::Read { .. } => "at-read",
        Route::Repairs(_) => "at-repairs",
        Route::Policies(_) => "at-policies",
        Route::Figures(_) => "at-figures",
    };
    html! {
        <ContextProvider<Messages> context={(*messages).clone()}>
            <div class={classes!("page", place_class, is_dragging.then_some("is-dragging"))}>
                <EmbeddedLine title={title.clone()} />
                <Header
                    {title}
                    requests={*requests}
                    preferences={*preferences}
                    on_edit={on_edit.clone()}
                    {on_prefer}
                    on_privacy={open(Note::Privacy)}
                    on_shortcuts={open(Note::Shortcuts)}
                />
                <Navigation
                    place={place.clone()}
                    contexts={last_contexts}
                    last_deed={study.last_deed().cloned()}
                    next_deed={study.next_deed().cloned()}
                    on_undo={on_undo.clone()}
                    {on_redo}
                />
                <NoticeList notices={Same(Rc::new(Notices::clone(&notices)))} on_action={on_notice} {on_undo} {on_read_as} />
                if results.has_ended {
                    <p class="notice is-problem" role="alert">{ messages.get("engine-ended") }</p>
                }
                <ProgressLine
                    is_working={results.is_stale && !results.has_ended}
                    progress={results.progress}
                    title={in_work}
                    {on_stop}
                />
                if let Some(published) = published.as_ref().filter(|published| *study.inputs().about == published.recipe.about) {
                    <StudyStrip
                        published={published.clone()}
                        has_texts={!study.inputs().documents.is_empty()}
                        table={results.table.clone()}
                        verification={results.verification.clone()}
                        {on_verify}
                    />
                }
                <div class="page-body">
                    <aside class="side" aria-label={messages.get("place-texts")}>
                        <Texts inputs={study.inputs().clone()} table={results.table.clone()} {on_edit} />
                    </aside>
                    <div class="content">{ main }</div>
                </div>
                if is_dragging {
                    <p class="drop-here" aria-hidden="true">{ messages.get("add-drop") }</p>
                }
                <Shortcuts is_open={*note == Some(Note::Shortcuts)} on_close={on_close_note.clone()} />
                <PrivacyNote is_open={*note == Some(Note::Privacy)} on_close={on_close_note} requests={*requests} />
            </div>
        </ContextProvider<Messages>>
    }
}

/// Keeps the preferences and lets the page's root element show them.
#[hook]
fn use_preferences(preferences: Preferences) {
    use_effect_with(preferences, |preferences| {
        set_language(preferences.language.code());
        let name = preferences.theme.name();
        set_theme((name != "system").then_some(name));
        for (key, value) in preferences.kept() {
            write_preference(key, &value);
        }
    });
}

/// Opens the study that the page carries, or the first sample: the first thing that anyone sees is a filled table.
#[hook]
fn use_first_study(
    actions: &Rc<StudyActions>,
    samples: UseStateSetter<Rc<Vec<SampleEntry>>>,
    published: UseStateSetter<Option<Rc<Published>>>,
    preferences: UseReducerDispatcher<Preferences>,
) {
    let actions = actions.clone();
    use_effect_with((), move |()| {
        if has_study() {
            actions.open_carried(Callback::from(move |study: Rc<Published>| {
                // A link to a cell says itself what it shows.
                let is_cell = matches!(Route::parse(&fragment()), Route::Contexts(cell) if cell.measure.is_some());
                if !is_cell {
                    preferences.dispatch(preferences::Action::Measure(study.recipe.counting.measure));
                }
                published.set(Some(study));
                leave_static_body();
            }));
            return;
        }
        if is_share(&fragment()) {
            let opened = Callback::from(move |study: Rc<Published>| {
                preferences.dispatch(preferences::Action::Measure(study.recipe.counting.measure));
                set_fragment(&Route::default().fragment());
            });
            actions.open_share(fragment(), opened);
            actions.list_samples(Callback::from(move |list| samples.set(list)));
            return;
        }
        let opener = actions.clone();
        actions.list_samples(Callback::from(move |list: Rc<Vec<SampleEntry>>| {
            if let Some(first) = list.first() {
                opener.open_sample(first.id.clone());
            }
            samples.set(list);
        }));
    });
}

/// Returns how many requests the page sent.
#[hook]
fn use_requests() -> UseStateHandle<u32> {
    let requests = use_state_eq(|| 0);
    let setter = requests.setter();
    use_effect_with((), move |()| {
        let watch = RequestWatch::start(move |sent| setter.set(sent));
        move || drop(watch)
    });
    requests
}

/// Returns what the page does for each key.
#[hook]
fn use_key_actions(
    actions: &Rc<StudyActions>,
    go: &Callback<Route>,
    note: &UseStateHandle<Option<Note>>,
    places: (Route, Route),
    table: Option<Same<Comparison>>,
    preferences: Preferences,
) -> Callback<Key> {
    let (actions, go, setter) = (actions.clone(), go.clone(), note.setter());
    let given = (places, table, preferences, **note);
    use_callback(given, move |key, ((place, back), table, preferences, note)| match key {
        Key::Go(place) => go.emit(place),
        Key::Search => {
            if !matches!(place, Route::Contexts(_)) {
                go.emit(Route::Contexts(CellAddress::default()));
            }
            // The choice is drawn by the time that the timer fires.
            gloo::timers::callback::Timeout::new(0, || focus("contexts-category")).forget();
        }
        Key::Back => match place {
            _ if note.is_some() => setter.set(None),
            Route::Compare => {}
            _ => go.emit(back.clone()),
        },
        Key::Shortcuts => setter.set(Some(Note::Shortcuts)),
        Key::Undo => actions.undo(),
        Key::Redo => actions.redo(),
        Key::CopyTable => {
            if let Some(Same(table)) = table {
                copy_table(table, *preferences, &Messages::new(preferences.language), &actions);
            }
        }
    })
}
