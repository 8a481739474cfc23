//! Names of kept studies, and which of them a tab shows.

use js_sys::{Date, Math};
use serde::{Deserialize, Serialize};
use web_sys::Storage;

use crate::browser::window::window;

/// Where a tab notes its study: for as long as the tab is there, also through a reload.
const TAB_ITEM: &str = "tarazy.study";

/// Names a study that the browser keeps.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StudyKey(pub String);

impl StudyKey {
    /// Makes a key that no other study has: the time and a random number.
    pub fn fresh() -> Self {
        Self(format!("{:.0}-{:09.0}", Date::now(), Math::random() * 1e9))
    }
}

/// What a tab shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TabStudy {
    /// A study that is kept.
    Kept(StudyKey),
    /// A sample as it came, by its id.
    Sample(String),
}

/// How the note of a sample begins, as no key does.
const SAMPLE: &str = "sample ";

/// Returns what this tab showed before it was reloaded.
pub fn read_tab_study() -> Option<TabStudy> {
    let noted = tab_storage()?.get_item(TAB_ITEM).ok().flatten()?;
    Some(match noted.strip_prefix(SAMPLE) {
        Some(id) => TabStudy::Sample(id.to_owned()),
        None => TabStudy::Kept(StudyKey(noted)),
    })
}

/// Notes what this tab shows. Where the browser forbids it, and without a note, a reload shows the
/// study that was saved last.
pub fn write_tab_study(study: Option<&TabStudy>) {
    let Some(storage) = tab_storage() else { return };
    let _ = match study {
        Some(TabStudy::Kept(StudyKey(key))) => storage.set_item(TAB_ITEM, key),
        Some(TabStudy::Sample(id)) => storage.set_item(TAB_ITEM, &format!("{SAMPLE}{id}")),
        None => storage.remove_item(TAB_ITEM),
    };
}

fn tab_storage() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}
