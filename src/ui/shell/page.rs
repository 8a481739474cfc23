//! The page's frame: header, links, notices and the list of texts around the current page.

use yew::prelude::*;

use super::{
    current_page::CurrentPage,
    embedded_line::EmbeddedLine,
    footer::Footer,
    header::Header,
    help::{PrivacyNote, Shortcuts},
    intake_line::IntakeLine,
    kept_line::KeptLine,
    navigation::Navigation,
    notice_list::NoticeList,
    progress_line::ProgressLine,
    study_strip::StudyStrip,
    version_line::VersionLine,
};
use crate::{
    browser::{RequestWatch, focus, is_read_only},
    ui::{
        hooks::{
            Arrival, Key, use_actions, use_arrivals, use_keys, use_messages, use_opened, use_preferences,
            use_render_count, use_route, use_table,
        },
        pages::{
            compare::copy_table,
            texts::{TableDialog, TextList},
        },
        state::{
            Route,
            notices::{self, sentence},
        },
    },
};

/// The id of what stands beside the list of texts, for the first stop of the keyboard.
pub(super) const CONTENT: &str = "content";

/// A note that opens above the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Note {
    Shortcuts,
    Privacy,
}

/// The frame. It listens to keys, drops and pastes on the whole page.
#[component]
pub fn Page() -> Html {
    use_render_count("page");
    let messages = use_messages();
    let routes = use_route();
    let opened = use_opened();
    let requests = use_requests();
    let note = use_state_eq(|| None::<Note>);
    let on_arrival = use_on_arrival();
    let is_dragging = use_arrivals(on_arrival);
    let on_key = use_on_key(&note);
    use_keys(on_key);
    let open = |which: Note| {
        let note = note.setter();
        Callback::from(move |()| note.set(Some(which)))
    };
    let on_close = {
        let note = note.setter();
        Callback::from(move |()| note.set(None))
    };
    html! {
        <div class={classes!("page", page_class(&routes.route), is_dragging.then_some("is-dragging"))}>
            <EmbeddedLine />
            <Header on_shortcuts={open(Note::Shortcuts)} />
            <Navigation />
            <NoticeList />
            <ProgressLine />
            <KeptLine />
            <IntakeLine />
            if let Some(published) = opened {
                <StudyStrip {published} />
            }
            <div class="page-body">
                <aside class="side" aria-label={messages.get("place-texts")}><TextList /></aside>
                <div id={CONTENT} class="content" tabindex="-1"><CurrentPage /></div>
            </div>
            <Footer {requests} on_privacy={open(Note::Privacy)} />
            <VersionLine />
            if is_dragging {
                <p class="drop-here" aria-hidden="true">{ messages.get("add-drop") }</p>
            }
            <TableDialog />
            <Shortcuts is_open={*note == Some(Note::Shortcuts)} on_close={on_close.clone()} />
            <PrivacyNote is_open={*note == Some(Note::Privacy)} {on_close} {requests} />
        </div>
    }
}

/// Returns the class by which the style sheets know the page.
const fn page_class(route: &Route) -> &'static str {
    match route {
        Route::Texts => "at-texts",
        Route::Lexicon(_) => "at-lexicon",
        Route::Publish => "at-publish",
        Route::Compare => "at-compare",
        Route::Contexts(_) => "at-contexts",
        Route::Search => "at-search",
        Route::Read { .. } => "at-read",
        Route::Repairs(_) => "at-repairs",
        Route::Policies(_) => "at-policies",
        Route::Figures(_) => "at-figures",
    }
}

/// Returns the number of requests that the page sent.
#[hook]
fn use_requests() -> u32 {
    let requests = use_state_eq(|| 0);
    let setter = requests.setter();
    use_effect_with((), move |()| {
        let watch = RequestWatch::start(move |sent| setter.set(sent));
        move || drop(watch)
    });
    *requests
}

/// Returns the callback that adds what was dropped or pasted.
#[hook]
fn use_on_arrival() -> Callback<Arrival> {
    let (actions, messages) = (use_actions(), use_messages());
    use_callback((actions, messages), |arrival, (actions, messages)| match arrival {
        _ if is_read_only() => {}
        Arrival::Files(files) => actions.add_files(files),
        Arrival::Text(text) => {
            if actions.add_text("", &text, &messages.get("pasted-table")).is_none() {
                actions.notify(notices::Action::problem(sentence("paste-failed", Vec::new())));
            }
        }
    })
}

/// Returns the callback for the page's keys.
#[hook]
fn use_on_key(note: &UseStateHandle<Option<Note>>) -> Callback<Key> {
    let setter = note.setter();
    let (actions, routes, table) = (use_actions(), use_route(), use_table());
    let (preferences, messages) = (use_preferences(), use_messages());
    let given = (actions, routes, table, preferences, messages, **note);
    use_callback(given, move |key, (actions, routes, table, preferences, messages, note)| match key {
        Key::Go(route) => actions.go(route),
        Key::Search => {
            actions.go(Route::Search);
            // The field is drawn by the time the timer fires.
            gloo::timers::callback::Timeout::new(0, || focus("search-pattern")).forget();
        }
        Key::Back => match routes.route {
            _ if note.is_some() => setter.set(None),
            Route::Compare => {}
            _ => actions.go(routes.back()),
        },
        Key::Shortcuts => setter.set(Some(Note::Shortcuts)),
        Key::Save => actions.save_study(*preferences),
        Key::Open => actions.choose_files(),
        Key::Undo => actions.undo(),
        Key::Redo => actions.redo(),
        Key::CopyTable => {
            if let Some(table) = table {
                copy_table(table, *preferences, messages, actions);
            }
        }
    })
}
