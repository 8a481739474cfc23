//! Studies that are kept: opened at the start or from their list, renamed, duplicated, deleted,
//! forgotten. What of them is damaged is named, and the rest opens.

use std::collections::HashMap;

use tarazy_engine::{language::Language, lexicon::LocalText};
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::{
    actions::StudyActions,
    keeping::{PLACE, hashes},
};
use crate::{
    browser::{
        Channel, CopyAge, HeadError, KeptEntry, ReadError, ReadStudy, StoreError, StudyKey, StudyLock, TabStudy, View,
        announce, delete_study, duplicate_study, forget_everything, forget_page, forget_preferences, fragment,
        is_read_only, list_studies, lock_study, note_studies, plain_text, read_bytes, read_study, rename_study, sweep,
        write_tab_study,
    },
    ui::state::{
        Keeping, Preferences, Route, Study, keeping,
        notices::{self, problem_of, sentence},
        preferences,
        study::{self, Edit, FoundFiles, KeptStudy},
    },
};

/// Why a study is not opened.
pub(super) enum OpenFailure {
    Read(ReadError),
    Unreadable,
}

impl StudyActions {
    /// Opens the study that this tab or another visit showed last, if the user has not begun another
    /// one meanwhile. Where there is none, and in a frame of another page that is only read, `begin`
    /// is called with the id of the sample that this tab showed, if any.
    pub fn resume(&self, tab_study: Option<TabStudy>, begin: impl FnOnce(Option<String>) + 'static) {
        if is_read_only() {
            return begin(None);
        }
        let actions = self.clone();
        spawn_local(async move {
            let listed = list_studies().await.unwrap_or_default();
            let last = listed.iter().find(|entry| entry.head.is_ok()).map(|entry| entry.key.clone());
            let keys: Vec<StudyKey> = listed.iter().map(|entry| entry.key.clone()).collect();
            actions.set_list(listed);
            actions.listen_to_tabs();
            let key = match tab_study {
                Some(TabStudy::Kept(key)) if keys.contains(&key) => Some(key),
                Some(TabStudy::Sample(id)) => return begin(Some(id)),
                Some(TabStudy::Kept(_)) | None => last,
            };
            let Some(key) = key else { return begin(None) };
            actions.take_lock(&key).await;
            match actions.read_kept(&key).await {
                Ok((study, view)) => {
                    actions.slices().study.dispatch(study::Action::Resume(study));
                    actions.restore_view(&view, false);
                    // Nothing waits for it.
                    let _ = sweep().await;
                }
                Err(failure) => {
                    actions.notify_unopened(failure);
                    begin(None);
                }
            }
        });
    }

    /// Opens a kept study in the place of the present one, which stays among the kept ones.
    pub fn open_kept(&self, key: StudyKey) {
        let actions = self.clone();
        spawn_local(async move {
            actions.save().await;
            let is_locked = actions.take_lock(&key).await;
            match actions.read_kept(&key).await {
                Ok((study, view)) => {
                    if is_locked {
                        actions.set_keeping(Keeping::Kept);
                    }
                    actions.show_study(study);
                    actions.restore_view(&view, true);
                }
                Err(failure) => actions.notify_unopened(failure),
            }
        });
    }

    pub(super) fn show_study(&self, study: Study) {
        self.slices().study.dispatch(study::Action::Show(study));
    }

    /// Reads a study and compares its files with their hashes. Where the last copy is damaged, the
    /// one before is read; both that and texts that are missing are reported.
    pub(super) async fn read_kept(&self, key: &StudyKey) -> Result<(Study, View), OpenFailure> {
        match self.read_copy(key, CopyAge::Last).await {
            Err(OpenFailure::Unreadable | OpenFailure::Read(ReadError::Head(HeadError::Damaged))) => {
                let opened = self.read_copy(key, CopyAge::Before).await?;
                self.notify(notices::Action::info("store-copy-before", Vec::new()));
                Ok(opened)
            }
            other => other,
        }
    }

    async fn read_copy(&self, key: &StudyKey, age: CopyAge) -> Result<(Study, View), OpenFailure> {
        let read = read_study(key, age).await.map_err(OpenFailure::Read)?;
        let ReadStudy { head, study, documents, files, copy } = read;
        let kept = KeptStudy::parse(&study, &documents).map_err(|_| OpenFailure::Unreadable)?;
        let files = sound_files(files).await;
        let mut found = FoundFiles::default();
        for name in kept.attached() {
            if let Some(blob) = files.get(name)
                && let Ok(bytes) = read_bytes(blob).await
            {
                found.attached.insert(name.clone(), bytes);
            }
        }
        // From here nothing waits, so that the page does not drop the texts before the study is shown.
        for (name, blob) in files.iter().filter(|(name, _)| !found.attached.contains_key(*name)) {
            found.contents.insert(name.clone(), self.keep(blob.clone()));
        }
        let (opened, missing) =
            kept.open(key, head.title, &found, || self.next_number()).map_err(|_| OpenFailure::Unreadable)?;
        self.keeper().name_contents(found.contents.iter().map(|(name, id)| (*id, name.clone())));
        if age == CopyAge::Last && missing.is_empty() {
            self.keeper().set_saved(key, &opened, &head.view, copy);
        }
        for title in missing {
            let name = title.get(Language::English).to_owned();
            self.notify(notices::Action::problem(problem_of(&name, "store-text-damaged", Vec::new())));
        }
        Ok((opened, head.view))
    }

    pub(super) fn notify_unopened(&self, failure: OpenFailure) {
        let code = match failure {
            OpenFailure::Read(ReadError::Head(HeadError::Newer)) => "store-newer",
            OpenFailure::Read(ReadError::Missing) => "store-missing",
            OpenFailure::Read(ReadError::Store(_)) => "store-unread",
            OpenFailure::Unreadable | OpenFailure::Read(ReadError::Head(HeadError::Damaged)) => "store-damaged",
        };
        self.notify(notices::Action::problem(sentence(code, Vec::new())));
    }

    /// Reads the list of kept studies.
    pub fn list_kept(&self) {
        let actions = self.clone();
        spawn_local(async move {
            if let Ok(studies) = list_studies().await {
                actions.set_list(studies);
            }
        });
    }

    fn set_list(&self, studies: Vec<KeptEntry>) {
        note_studies(!studies.is_empty());
        self.keeper().set_has_studies(!studies.is_empty());
        self.slices().kept.dispatch(keeping::Action::List(studies));
    }

    fn listen_to_tabs(&self) {
        let actions = self.clone();
        self.keeper().set_channel(Channel::listen(move || actions.list_kept()));
    }

    /// Gives a kept study another title; that of the study on screen is an edit like others.
    pub fn rename_kept(&self, key: StudyKey, title: String) {
        if self.is_shown(&key) {
            self.edit(Edit::SetTitle(title));
            return;
        }
        let title = plain_text(title.trim());
        self.change_kept(key.clone(), None, async move { rename_study(&key, title).await });
    }

    /// Makes a second study of a kept one.
    pub fn duplicate_kept(&self, key: StudyKey, title: LocalText) {
        let actions = self.clone();
        spawn_local(async move {
            actions.save().await;
            let done = duplicate_study(&key, &StudyKey::fresh(), title).await;
            actions.after_change(done);
        });
    }

    /// Deletes a kept study. The one on screen leaves the page first.
    pub fn delete_kept(&self, key: StudyKey) {
        let mut own = None;
        if self.is_shown(&key) {
            if self.is_only_read() {
                return;
            }
            own = self.keeper().take_own_lock();
            self.leave_study();
        }
        self.change_kept(key.clone(), own, async move {
            delete_study(&key).await?;
            sweep().await
        });
    }

    /// Makes a change of a kept study, unless another tab has it open. `own` is the lock of the study
    /// where this tab had it open.
    fn change_kept(
        &self,
        key: StudyKey,
        own: Option<StudyLock>,
        change: impl Future<Output = Result<(), StoreError>> + 'static,
    ) {
        let actions = self.clone();
        spawn_local(async move {
            actions.save().await;
            let lock = match own {
                Some(own) => Some(own),
                None => lock_study(&key).await,
            };
            if lock.is_none() {
                actions.notify(notices::Action::problem(sentence("store-open-elsewhere", Vec::new())));
                return;
            }
            let done = change.await;
            drop(lock);
            actions.after_change(done);
        });
    }

    fn after_change(&self, done: Result<(), StoreError>) {
        if let Err(error) = done {
            self.set_keeping(Keeping::Unkept(error));
        }
        announce();
        self.list_kept();
    }

    /// Forgets every study that is kept, the one on screen, all preferences, and the page as it is kept
    /// for times without a network.
    pub fn forget_all(&self) {
        let actions = self.clone();
        // A sample that takes the place of the study is not remembered.
        self.keeper().set_has_studies(false);
        self.leave_study();
        self.keeper().drop_waiting();
        spawn_local(async move {
            actions.save().await;
            let forgotten = forget_everything().await;
            forget_preferences();
            let forgotten = forgotten.and(forget_page().await.map_err(|_| StoreError::Failed));
            if forgotten.is_ok() {
                actions.notify(notices::Action::info("store-forgotten", Vec::new()));
            }
            actions.after_change(forgotten);
        });
    }

    /// Takes the study off the page, so that nothing of it is saved any more.
    fn leave_study(&self) {
        self.keeper().leave();
        write_tab_study(None);
        self.show_study(Study::default());
    }

    /// Shows the study as its reader left it. At the start an address that names a place goes first.
    fn restore_view(&self, view: &View, is_chosen: bool) {
        let has_place = !is_chosen && !fragment().is_empty();
        let kept = Preferences::read(|name| view.get(name).cloned(), &[]);
        if !has_place {
            self.prefer(preferences::Action::Measure(kept.measure));
            self.go(Route::parse(view.get(PLACE).map_or("", String::as_str)));
        }
        self.prefer(preferences::Action::Decimals(kept.decimals));
        self.prefer(preferences::Action::Weights(kept.shows_weights));
    }
}

/// Returns the files whose bytes have the hash that names them.
async fn sound_files(files: HashMap<String, Blob>) -> HashMap<String, Blob> {
    let (names, blobs): (Vec<String>, Vec<Blob>) = files.into_iter().unzip();
    let found = if let Ok(found) = hashes(blobs.clone()).await {
        found
    } else {
        // One that cannot be read is found by itself.
        let mut found = Vec::new();
        for blob in &blobs {
            let hash = hashes(vec![blob.clone()]).await.ok();
            found.push(hash.and_then(|hash| hash.into_iter().next()).unwrap_or_default());
        }
        found
    };
    names.into_iter().zip(blobs).zip(found).filter(|((name, _), found)| name == found).map(|(file, _)| file).collect()
}
