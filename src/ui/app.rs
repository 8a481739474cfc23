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
        hooks::{Arrival, Desk, Key, Published, use_arrivals, use_keys, use_place},
        pages::{
            compare::{ExportBar, Methods, OptionsBar, PoliciesPlace, TablePlace, before_reading, copy_table},
            figures::FiguresPlace,
            lexicon::{History, LexiconPlace},
            publish::PublishPlace,
            texts::{AddText, RepairsPlace, Texts},
        },
        shell::{EmbeddedLine, Header, NoticeList, Places, PrivacyNote, ProgressLine, Shortcuts, StudyStrip},
        state::{Notices, Place, Preferences, Results, Study, place::Cell, study::Edit},
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
    let desk = {
        let (study, notices, results) = (study.dispatcher(), notices.dispatcher(), results.dispatcher());
        use_memo((), move |()| Desk::new(study, notices, results))
    };
    let (place, go) = use_place();
    let place = if is_read_only() { place.to_read() } else { place };
    let note = use_state_eq(|| None::<Note>);
    let contexts = use_mut_ref(Cell::default);
    let before_receipt = use_mut_ref(Place::default);
    let samples = use_state(|| Rc::new(Vec::<SampleEntry>::new()));
    let requests = use_requests();
    let language = preferences.language;
    let messages = use_memo(language, |language| Messages::new(*language));

    if let Place::Contexts(cell) = &place {
        contexts.borrow_mut().clone_from(cell);
    }
    {
        // A link to a cell says what it shows.
        let measure = if let Place::Contexts(cell) = &place { cell.measure } else { None };
        let preferences = preferences.dispatcher();
        use_effect_with((place.clone(), measure), move |(_, measure)| {
            if let Some(measure) = measure {
                preferences.dispatch(preferences::Action::Measure(*measure));
            }
        });
    }
    use_preferences(*preferences);
    let published = use_state(|| None::<Rc<Published>>);
    use_first_study(&desk, samples.setter(), published.setter(), preferences.dispatcher());
    {
        let (desk, study_now) = (desk.clone(), Study::clone(&study));
        use_effect_with((Same(study.inputs().clone()), language), move |(_, language)| {
            // Before the first study is opened there is nothing to show.
            if !study_now.is_untouched() {
                desk.count(&study_now, *language);
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
        let desk = desk.clone();
        move |arrival, ()| match arrival {
            _ if is_read_only() => {}
            Arrival::Files(files) => desk.add_files(files),
            Arrival::Text(text) => {
                if desk.add_text("", &text, LanguageChoice::Auto).is_none() {
                    desk.say(notices::Action::problem(notices::sentence("paste-failed", Vec::new())));
                }
            }
        }
    });
    {
        // The table keeps its place under the reader's eyes; the other places begin at their start.
        let starts_anew = match place {
            Place::Texts => Some("texts"),
            Place::Lexicon(_) => Some("lexicon"),
            Place::Publish => Some("publish"),
            Place::Repairs(_) => Some("repairs"),
            Place::Policies(_) => Some("policies"),
            Place::Figures(_) => Some("figures"),
            Place::Compare | Place::Contexts(_) | Place::Read { .. } => None,
        };
        use_effect_with(starts_anew, |starts_anew| {
            if starts_anew.is_some() {
                scroll_to_start();
            }
        });
    }
    let is_dragging = use_arrivals(on_arrival);
    let last_contexts = contexts.borrow().clone();
    if !matches!(place, Place::Repairs(_)) {
        before_receipt.borrow_mut().clone_from(&place);
    }
    let back = match place {
        Place::Read { .. } => before_reading(&last_contexts),
        Place::Repairs(_) => before_receipt.borrow().clone(),
        _ => Place::Compare,
    };
    let table = results.table.clone().map(Same);
    let on_key = use_key_actions(&desk, &go, &note, (place.clone(), back.clone()), table, *preferences);
    use_keys(on_key);

    let on_edit = use_callback((), {
        let desk = desk.clone();
        move |edit: Edit, ()| desk.edit(edit)
    });
    let on_undo = use_callback((), {
        let desk = desk.clone();
        move |(), ()| desk.undo()
    });
    let on_redo = use_callback((), {
        let desk = desk.clone();
        move |(), ()| desk.redo()
    });
    let on_prefer = use_callback(preferences.dispatcher(), |action, preferences| preferences.dispatch(action));
    let on_notice = use_callback(notices.dispatcher(), |action, notices| notices.dispatch(action));
    let on_read_as = use_callback((), {
        let desk = desk.clone();
        move |(document, encoding, notice): (Rc<InputDocument>, _, _), ()| desk.read_as(&document, encoding, notice)
    });
    let on_verify = {
        let (desk, published) = (desk.clone(), (*published).clone());
        Callback::from(move |()| {
            if let Some(table) = published.as_ref().and_then(|published| published.table.as_deref()) {
                desk.ask(Command::Verify(Box::new(table.clone())));
            }
        })
    };
    let on_stop = {
        let (desk, counted) = (desk.clone(), results.counted.clone());
        Callback::from(move |()| desk.stop(counted.clone()))
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
        Place::Texts => html! {
            <AddText desk={(*desk).clone()} counted={results.counted.clone()} samples={(*samples).clone()} />
        },
        Place::Lexicon(view) => {
            let (done, undone) = study.history();
            let history = History { done: done.cloned().collect(), undone: undone.cloned().collect() };
            html! {<>
                if study.inputs().shown_results().is_some() {
                    <p class="nothing">{ messages.get("strip-lexicon") }</p>
                }
                <LexiconPlace
                    view={*view}
                    inputs={study.inputs().clone()}
                    results={Same(Rc::new(Results::clone(&results)))}
                    history={Rc::new(history)}
                    desk={(*desk).clone()}
                    on_go={go.clone()}
                />
            </>}
        }
        Place::Read { .. } | Place::Repairs(_) | Place::Policies(_) if study.inputs().shown_results().is_some() => {
            html! { <p class="nothing">{ messages.get("strip-no-texts") }</p> }
        }
        Place::Publish => html! {
            <PublishPlace
                inputs={study.inputs().clone()}
                preferences={*preferences}
                desk={(*desk).clone()}
                on_edit={on_edit.clone()}
            />
        },
        Place::Policies(other) => match &results.table {
            Some(table) => html! {
                <PoliciesPlace
                    other={*other}
                    difference={results.policies.clone()}
                    table={table.clone()}
                    desk={(*desk).clone()}
                    on_go={go.clone()}
                />
            },
            None => html! { <p class="nothing" role="status">{ messages.get("table-waits") }</p> },
        },
        Place::Figures(kind) => match &results.table {
            Some(table) => html! {
                <FiguresPlace
                    kind={*kind}
                    table={table.clone()}
                    dispersion={results.dispersion.clone()}
                    preferences={*preferences}
                    desk={(*desk).clone()}
                    on_prefer={on_prefer.clone()}
                />
            },
            None => html! { <p class="nothing" role="status">{ messages.get("table-waits") }</p> },
        },
        Place::Repairs(at) => html! {
            <RepairsPlace
                at={*at}
                inputs={study.inputs().clone()}
                results={Same(Rc::new(Results::clone(&results)))}
                desk={(*desk).clone()}
                back={back.clone()}
                on_go={go.clone()}
            />
        },
        Place::Compare | Place::Contexts(_) | Place::Read { .. } => match &results.table {
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
                        desk={(*desk).clone()}
                        on_prefer={on_prefer.clone()}
                    />
                </div>
                <TablePlace
                    place={place.clone()}
                    contexts={last_contexts.clone()}
                    table={table.clone()}
                    results={Same(Rc::new(Results::clone(&results)))}
                    preferences={*preferences}
                    desk={(*desk).clone()}
                    on_go={go.clone()}
                />
                if !matches!(place, Place::Read { .. }) {
                    <Methods
                        table={table.clone()}
                        results={Same(Rc::new(Results::clone(&results)))}
                        preferences={*preferences}
                        desk={(*desk).clone()}
                    />
                }
            </>},
            None => html! { <p class="nothing" role="status">{ messages.get("table-waits") }</p> },
        },
    };
    let place_class = match place {
        Place::Texts => "at-texts",
        Place::Lexicon(_) => "at-lexicon",
        Place::Publish => "at-publish",
        Place::Compare => "at-compare",
        Place::Contexts(_) => "at-contexts",
        Place::Read { .. } => "at-read",
        Place::Repairs(_) => "at-repairs",
        Place::Policies(_) => "at-policies",
        Place::Figures(_) => "at-figures",
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
                <Places
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
    desk: &Rc<Desk>,
    samples: UseStateSetter<Rc<Vec<SampleEntry>>>,
    published: UseStateSetter<Option<Rc<Published>>>,
    preferences: UseReducerDispatcher<Preferences>,
) {
    let desk = desk.clone();
    use_effect_with((), move |()| {
        if has_study() {
            desk.open_carried(Callback::from(move |study: Rc<Published>| {
                // A link to a cell says itself what it shows.
                let is_cell = matches!(Place::parse(&fragment()), Place::Contexts(cell) if cell.measure.is_some());
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
                set_fragment(&Place::default().fragment());
            });
            desk.open_share(fragment(), opened);
            desk.list_samples(Callback::from(move |list| samples.set(list)));
            return;
        }
        let opener = desk.clone();
        desk.list_samples(Callback::from(move |list: Rc<Vec<SampleEntry>>| {
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
    desk: &Rc<Desk>,
    go: &Callback<Place>,
    note: &UseStateHandle<Option<Note>>,
    places: (Place, Place),
    table: Option<Same<Comparison>>,
    preferences: Preferences,
) -> Callback<Key> {
    let (desk, go, setter) = (desk.clone(), go.clone(), note.setter());
    let given = (places, table, preferences, **note);
    use_callback(given, move |key, ((place, back), table, preferences, note)| match key {
        Key::Go(place) => go.emit(place),
        Key::Search => {
            if !matches!(place, Place::Contexts(_)) {
                go.emit(Place::Contexts(Cell::default()));
            }
            // The choice is drawn by the time that the timer fires.
            gloo::timers::callback::Timeout::new(0, || focus("contexts-category")).forget();
        }
        Key::Back => match place {
            _ if note.is_some() => setter.set(None),
            Place::Compare => {}
            _ => go.emit(back.clone()),
        },
        Key::Shortcuts => setter.set(Some(Note::Shortcuts)),
        Key::Undo => desk.undo(),
        Key::Redo => desk.redo(),
        Key::CopyTable => {
            if let Some(Same(table)) = table {
                copy_table(table, *preferences, &Messages::new(preferences.language), &desk);
            }
        }
    })
}
