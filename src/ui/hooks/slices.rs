//! The slices of the page's state, by context. A component is redrawn when a slice that it reads
//! changes.

use std::rc::Rc;

use yew::prelude::*;

use super::{actions::StudyActions, study_files::Published};
use crate::{
    browser::SampleEntry,
    ui::state::{
        Intake, Kept, Notices, Preferences, Shared, Study, preferences,
        results::Table,
        route::{Route, RouteState},
        study::Edit,
    },
};
use tarazy_engine::language::Language;
use tarazy_report::message::Messages;

/// The sample studies.
pub type Samples = Shared<Vec<SampleEntry>>;

/// The published study that was opened, if any.
pub type Opened = Option<Shared<Published>>;

/// Returns a slice, or its default above the providers.
#[hook]
fn use_slice<T: Clone + Default + PartialEq + 'static>() -> T {
    use_context::<T>().unwrap_or_default()
}

/// Returns the messages in the language of the page.
#[hook]
pub fn use_messages() -> Messages {
    use_context::<Messages>().unwrap_or_else(|| Messages::new(Language::English))
}

/// Returns what the user can do.
#[hook]
pub fn use_actions() -> StudyActions {
    use_context().expect("`App` provides the actions to every component below it")
}

/// Returns the preferences.
#[hook]
pub fn use_preferences() -> Preferences {
    use_slice()
}

/// Returns where the user is.
#[hook]
pub fn use_route() -> Rc<RouteState> {
    use_slice()
}

/// Returns the study with its history.
#[hook]
pub fn use_study() -> Study {
    use_slice()
}

/// Returns the notices.
#[hook]
pub fn use_notices() -> Notices {
    use_slice()
}

/// Returns the files that come in.
#[hook]
pub fn use_intake() -> Intake {
    use_slice()
}

/// Returns the kept studies.
#[hook]
pub fn use_kept() -> Kept {
    use_slice()
}

/// Returns a part of the engine's results, such as [`Work`](crate::ui::state::results::Work).
#[hook]
pub fn use_results<Part: Clone + Default + PartialEq + 'static>() -> Part {
    use_slice()
}

/// Returns the table.
#[hook]
pub fn use_table() -> Table {
    use_slice()
}

/// Returns the sample studies.
#[hook]
pub fn use_samples() -> Samples {
    use_slice()
}

/// Returns the published study that was opened.
#[hook]
pub fn use_opened() -> Opened {
    use_slice()
}

/// Returns a callback that edits the study.
#[hook]
pub fn use_edit() -> Callback<Edit> {
    let actions = use_actions();
    use_callback(actions, |edit, actions| actions.edit(edit))
}

/// Returns a callback that changes a preference.
#[hook]
pub fn use_prefer() -> Callback<preferences::Action> {
    let actions = use_actions();
    use_callback(actions, |action, actions| actions.prefer(action))
}

/// Returns a callback that navigates.
#[hook]
pub fn use_go() -> Callback<Route> {
    let actions = use_actions();
    use_callback(actions, |route, actions| actions.go(route))
}
