//! The study is kept as it is worked on: a moment after the last change it is in the browser's
//! store, from which the next visit opens it again.
//!
//! One tab writes a study, the one that has its lock; another one that shows it only reads, and goes
//! on when the first is closed. What cannot be kept is said once, and the study is saved as a file.

use std::{
    cell::{Cell, RefCell},
    collections::{HashMap, HashSet, VecDeque},
};

use gloo::timers::callback::Timeout;
use js_sys::{Date, Promise};
use tarazy_engine::digest::sha256;
use tarazy_report::publication::{StudyJob, StudyReply};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::Blob;

use super::actions::StudyActions;
use crate::{
    browser::{
        Channel, ChosenFile, ContentId, Head, JobHandle, SavedCopy, Saving, StoreError, StudyKey, StudyLock, TabStudy,
        View, announce, ask_to_persist, bytes_blob, delete_study, lock_study, read_bytes, renew, run_publish_job,
        save_study, sweep, wait_for_study, write_tab_study,
    },
    ui::state::{
        Keeping, Preferences, Route, Study, keeping,
        study::{Attached, FileNames, KeptStudy},
    },
};

/// How long after a change the study is saved, in milliseconds: changes that come together are saved
/// together, and what a crash takes is less than a second.
const PAUSE_MS: u32 = 400;

/// How much is hashed on the page itself, in bytes; more is hashed in a worker.
const MOST_ON_PAGE: f64 = 262_144.0;

/// A study as it is to be kept.
#[derive(Clone)]
struct Snapshot {
    key: StudyKey,
    study: Study,
    view: View,
    /// Its texts, once the page may drop them.
    blobs: HashMap<ContentId, Blob>,
}

impl Snapshot {
    fn is_same(&self, other: &Self) -> bool {
        self.key == other.key && self.view == other.view && self.study == other.study
    }
}

/// What the page knows of the store.
#[derive(Default)]
pub(super) struct Keeper {
    /// The study on screen.
    shown: RefCell<Study>,
    /// The state on screen, where it is to be kept.
    latest: RefCell<Option<Snapshot>>,
    /// Last states of other studies, which are still to be saved.
    waiting: RefCell<VecDeque<Snapshot>>,
    /// What was saved last, and what of it is in the store.
    saved: RefCell<Option<(Snapshot, SavedCopy)>>,
    names: RefCell<FileNames>,
    /// The files of lexicons and results, by name.
    attached: RefCell<HashMap<String, Blob>>,
    lock: RefCell<Option<(StudyKey, StudyLock)>>,
    /// The study that another tab has open.
    elsewhere: RefCell<Option<StudyKey>>,
    timer: RefCell<Option<Timeout>>,
    /// Settled when nothing is left to be saved; none while nothing is being saved.
    saving: RefCell<Option<Promise>>,
    has_asked: Cell<bool>,
    has_studies: Cell<bool>,
    /// The study as it was last saved as a file.
    filed: RefCell<Option<Study>>,
    /// The project file of a study.
    file: RefCell<Option<(StudyKey, ChosenFile)>>,
    /// Counts the studies that left the page to be deleted.
    left: Cell<u32>,
    channel: RefCell<Option<Channel>>,
}

impl Keeper {
    /// Drops what a study does not need.
    fn keep_only(&self, study: &Study) {
        let needed = study.attached();
        let mut names = self.names.borrow_mut();
        names.attached.retain(|(known, _)| needed.iter().any(|attached| attached.is(known)));
        let named: HashSet<&String> = names.attached.iter().flat_map(|(_, names)| names).collect();
        self.attached.borrow_mut().retain(|name, _| named.contains(name));
    }

    /// Returns `true` if another tab has the study on screen open.
    pub(super) fn is_elsewhere(&self) -> bool {
        self.elsewhere.borrow().is_some()
    }

    /// Returns the project file that was chosen for a study.
    pub(super) fn chosen_file(&self, study: &Study) -> Option<ChosenFile> {
        let file = self.file.borrow();
        file.as_ref().filter(|(key, _)| Some(key) == study.inputs().key.as_ref()).map(|(_, file)| file.clone())
    }

    /// Remembers the project file of a study.
    pub(super) fn choose_file(&self, study: &Study, file: ChosenFile) {
        *self.file.borrow_mut() = study.inputs().key.clone().map(|key| (key, file));
    }

    /// Remembers that a study is in a file as it is.
    pub(super) fn set_filed(&self, study: Study) {
        *self.filed.borrow_mut() = Some(study);
    }

    /// Remembers the names of texts that were read from the store.
    pub(super) fn name_contents(&self, names: impl Iterator<Item = (ContentId, String)>) {
        self.names.borrow_mut().contents.extend(names);
    }

    /// Remembers that a study is in the store as it was just read.
    pub(super) fn set_saved(&self, key: &StudyKey, study: &Study, view: &View, copy: SavedCopy) {
        let snapshot = Snapshot { key: key.clone(), study: study.clone(), view: view.clone(), blobs: HashMap::new() };
        *self.saved.borrow_mut() = Some((snapshot, copy));
    }

    /// Remembers whether any study is kept.
    pub(super) fn set_has_studies(&self, are_there: bool) {
        self.has_studies.set(are_there);
    }

    /// Keeps what listens to the other tabs.
    pub(super) fn set_channel(&self, channel: Option<Channel>) {
        *self.channel.borrow_mut() = channel;
    }

    /// Gives away the lock of the study on screen.
    pub(super) fn take_own_lock(&self) -> Option<StudyLock> {
        self.lock.take().map(|(_, lock)| lock)
    }

    /// Drops what would still be saved of other studies.
    pub(super) fn drop_waiting(&self) {
        self.waiting.take();
    }

    /// Drops what would still be saved of the study on screen: it is to be deleted.
    pub(super) fn leave(&self) {
        self.timer.take();
        self.latest.take();
        self.saved.take();
        self.lock.take();
        self.left.set(self.left.get().wrapping_add(1));
    }

    fn has_lock(&self, key: &StudyKey) -> bool {
        self.lock.borrow().as_ref().is_some_and(|(locked, _)| locked == key)
    }

    fn is_saved(&self, snapshot: &Snapshot) -> bool {
        self.saved.borrow().as_ref().is_some_and(|(saved, _)| saved.is_same(snapshot))
    }
}

/// Under which name a view has its place.
pub(super) const PLACE: &str = "place";

/// The preferences that belong to a study.
const OF_STUDY: [&str; 3] = ["measure", "decimals", "weights"];

/// Returns what is kept of what the page shows.
pub fn view(route: &Route, preferences: &Preferences) -> View {
    let kept = preferences.kept().into_iter().filter(|(name, _)| OF_STUDY.contains(name));
    kept.chain([(PLACE, route.fragment())]).map(|(name, value)| (name.to_owned(), value)).collect()
}

impl StudyActions {
    /// Called with each state of the page; plans to save the study where it is to be kept.
    pub fn keep_study(&self, study: &Study, view: View) {
        let keeper = self.keeper();
        keeper.shown.replace(study.clone());
        if study.is_untouched() {
            return;
        }
        let key = study.inputs().key.clone().filter(|_| study.is_own());
        if *keeper.elsewhere.borrow() != key {
            keeper.elsewhere.take();
        }
        let sample = study.inputs().sample.clone().filter(|_| keeper.has_studies.get()).map(TabStudy::Sample);
        write_tab_study(key.clone().map(TabStudy::Kept).or(sample).as_ref());
        let before = keeper.latest.take();
        if let Some(before) = before.filter(|before| Some(&before.key) != key.as_ref())
            && !keeper.is_saved(&before)
        {
            let blobs = self.blobs_of(&before.study);
            keeper.waiting.borrow_mut().push_back(Snapshot { blobs, ..before });
        }
        let Some(key) = key else {
            keeper.lock.take();
            self.set_keeping(Keeping::Kept);
            self.plan_save();
            return;
        };
        let snapshot = Snapshot { key, study: study.clone(), view, blobs: HashMap::new() };
        let is_due = !keeper.is_saved(&snapshot) && !keeper.is_elsewhere();
        *keeper.latest.borrow_mut() = Some(snapshot);
        if is_due {
            self.plan_save();
        }
    }

    /// Returns the study on screen.
    pub(super) fn shown_study(&self) -> Study {
        self.keeper().shown.borrow().clone()
    }

    /// Returns `true` if closing the page would lose changes: they are neither kept nor in a file.
    pub fn would_lose(&self, study: &Study, keeping: Keeping) -> bool {
        let is_unkept = matches!(keeping, Keeping::Unkept(_)) && study.is_own();
        is_unkept && self.keeper().filed.borrow().as_ref() != Some(study)
    }

    fn plan_save(&self) {
        let keeper = self.keeper();
        let is_planned = keeper.timer.borrow().is_some();
        let has_work = keeper.latest.borrow().is_some() || !keeper.waiting.borrow().is_empty();
        if !is_planned && has_work {
            let actions = self.clone();
            let timer = Timeout::new(PAUSE_MS, move || actions.save_at_once());
            *keeper.timer.borrow_mut() = Some(timer);
        }
    }

    /// Saves what is to be saved without waiting: the page may be about to close.
    pub fn save_at_once(&self) {
        let actions = self.clone();
        actions.keeper().timer.take();
        spawn_local(async move { actions.save().await });
    }

    /// Saves the study and opens the page again in its newest version.
    pub fn renew(&self) {
        let actions = self.clone();
        spawn_local(async move {
            actions.save().await;
            renew().await;
        });
    }

    /// Saves what is to be saved, and returns once nothing is left: what changes a kept study waits for
    /// its last state, which would be written over the change.
    pub(super) async fn save(&self) {
        let keeper = self.keeper();
        let under_way = keeper.saving.borrow().clone();
        let saving = under_way.unwrap_or_else(|| {
            let actions = self.clone();
            let saving = future_to_promise(async move {
                actions.save_all().await;
                actions.keeper().saving.take();
                Ok(JsValue::UNDEFINED)
            });
            keeper.saving.replace(Some(saving.clone()));
            saving
        });
        // It never fails: what could not be saved is on the page.
        let _ = JsFuture::from(saving).await;
    }

    async fn save_all(&self) {
        let keeper = self.keeper();
        loop {
            let waiting = keeper.waiting.borrow_mut().pop_front();
            let latest = keeper.latest.borrow().clone();
            let latest = latest.filter(|latest| !keeper.is_saved(latest) && !keeper.is_elsewhere());
            let Some(snapshot) = waiting.or(latest) else { break };
            match self.save_one(&snapshot).await {
                Ok(true) => self.set_keeping(Keeping::Kept),
                Ok(false) => {}
                Err(error) => {
                    self.set_keeping(Keeping::Unkept(error));
                    // A later state may do without what failed.
                    if keeper.latest.borrow().as_ref().is_none_or(|latest| latest.is_same(&snapshot)) {
                        break;
                    }
                }
            }
        }
    }

    /// Saves one state; returns `false` if another tab has the study open.
    async fn save_one(&self, snapshot: &Snapshot) -> Result<bool, StoreError> {
        let keeper = self.keeper();
        let left = keeper.left.get();
        let mut passing_lock = None;
        let is_locked = if self.is_shown(&snapshot.key) {
            self.take_lock(&snapshot.key).await
        } else {
            passing_lock = lock_study(&snapshot.key).await;
            passing_lock.is_some()
        };
        if !is_locked {
            return Ok(false);
        }
        let files = self.name_files(snapshot).await?;
        let kept = KeptStudy::of(&snapshot.study, &keeper.names.borrow()).ok_or(StoreError::Failed)?;
        let [study, documents] = kept.to_parts();
        let inputs = snapshot.study.inputs();
        let texts: HashSet<ContentId> = inputs.documents.iter().map(|document| document.content).collect();
        let size = |id: &ContentId| self.blob_of(snapshot, *id).map_or(0.0, |blob| blob.size());
        let head = Head {
            title: inputs.title.clone(),
            saved_ms: Date::now(),
            bytes: texts.iter().map(size).sum(),
            texts: u32::try_from(inputs.documents.len()).unwrap_or(u32::MAX),
            view: snapshot.view.clone(),
            ..Head::default()
        };
        let known = match &*keeper.saved.borrow() {
            Some((saved, copy)) if saved.key == snapshot.key => copy.clone(),
            _ => SavedCopy::default(),
        };
        let is_first = known == SavedCopy::default();
        let saving = Saving { key: snapshot.key.clone(), head, study, documents, files };
        let copy = save_study(saving, &known).await?;
        drop(passing_lock);
        if keeper.left.get() != left {
            // It was deleted meanwhile.
            delete_study(&snapshot.key).await?;
            sweep().await?;
            return Ok(false);
        }
        *keeper.saved.borrow_mut() = Some((Snapshot { blobs: HashMap::new(), ..snapshot.clone() }, copy));
        if is_first {
            announce();
            self.list_kept();
        }
        if !keeper.has_asked.replace(true) {
            ask_to_persist();
        }
        Ok(true)
    }

    /// Takes the lock of a study in the place of that of another; where another tab has it, the
    /// study is shown for reading until that is closed.
    pub(super) async fn take_lock(&self, key: &StudyKey) -> bool {
        let keeper = self.keeper();
        if keeper.has_lock(key) {
            return true;
        }
        keeper.lock.take();
        let Some(lock) = lock_study(key).await else {
            self.wait_elsewhere(key.clone());
            return false;
        };
        *keeper.lock.borrow_mut() = Some((key.clone(), lock));
        true
    }

    fn wait_elsewhere(&self, key: StudyKey) {
        *self.keeper().elsewhere.borrow_mut() = Some(key.clone());
        self.set_keeping(Keeping::Elsewhere);
        let actions = self.clone();
        spawn_local(async move {
            let lock = wait_for_study(&key).await;
            let keeper = actions.keeper();
            if keeper.elsewhere.borrow().as_ref() != Some(&key) {
                return;
            }
            *keeper.lock.borrow_mut() = lock.map(|lock| (key.clone(), lock));
            keeper.elsewhere.take();
            // The other tab has gone on; what it has saved last is shown.
            match actions.read_kept(&key).await {
                Ok((study, _)) => actions.show_study(study),
                Err(failure) => actions.notify_unopened(failure),
            }
            actions.set_keeping(Keeping::Kept);
        });
    }

    /// Returns the files of a study by name, and names those that have none yet.
    async fn name_files(&self, snapshot: &Snapshot) -> Result<HashMap<String, Blob>, StoreError> {
        let keeper = self.keeper();
        keeper.keep_only(&snapshot.study);
        let mut files = HashMap::new();
        let mut contents = Vec::new();
        for id in snapshot.study.own_contents() {
            let blob = self.blob_of(snapshot, id).ok_or(StoreError::Failed)?;
            match keeper.names.borrow().contents.get(&id) {
                Some(name) => drop(files.insert(name.clone(), blob)),
                None => contents.push((id, blob)),
            }
        }
        let hashes = hashes(contents.iter().map(|(_, blob)| blob.clone()).collect()).await?;
        for ((id, blob), name) in contents.into_iter().zip(hashes) {
            keeper.names.borrow_mut().contents.insert(id, name.clone());
            files.insert(name, blob);
        }
        for attached in snapshot.study.attached() {
            let is_named = keeper.names.borrow().attached.iter().any(|(known, _)| known.is(&attached));
            if !is_named {
                let blobs = attached_blobs(&attached)?;
                let names = self::hashes(blobs.clone()).await?;
                keeper.attached.borrow_mut().extend(names.iter().cloned().zip(blobs));
                keeper.names.borrow_mut().attached.push((attached, names));
            }
        }
        files.extend(keeper.attached.borrow().iter().map(|(name, blob)| (name.clone(), blob.clone())));
        Ok(files)
    }

    pub(super) fn is_shown(&self, key: &StudyKey) -> bool {
        self.keeper().shown.borrow().inputs().key.as_ref() == Some(key)
    }

    pub(super) fn set_keeping(&self, keeping: Keeping) {
        self.slices().kept.dispatch(keeping::Action::Set(keeping));
    }

    fn blob_of(&self, snapshot: &Snapshot, id: ContentId) -> Option<Blob> {
        snapshot.blobs.get(&id).cloned().or_else(|| self.content(id))
    }

    fn blobs_of(&self, study: &Study) -> HashMap<ContentId, Blob> {
        study.own_contents().into_iter().filter_map(|id| Some((id, self.content(id)?))).collect()
    }
}

/// Returns the files of a lexicon or of results.
fn attached_blobs(attached: &Attached) -> Result<Vec<Blob>, StoreError> {
    let files = attached.files();
    files.iter().map(|bytes| bytes_blob(bytes, "application/octet-stream").map_err(|_| StoreError::Failed)).collect()
}

/// Returns the SHA-256 of files: of a few bytes on the page, of many in a worker.
pub(super) async fn hashes(blobs: Vec<Blob>) -> Result<Vec<String>, StoreError> {
    if blobs.iter().map(Blob::size).sum::<f64>() > MOST_ON_PAGE {
        let identified = run_publish_job(StudyJob::Identify, "", &blobs, &JobHandle::default()).await;
        return match identified {
            Ok((StudyReply::Identified(hashes), _)) if hashes.len() == blobs.len() => Ok(hashes),
            _ => Err(StoreError::Failed),
        };
    }
    let mut hashes = Vec::with_capacity(blobs.len());
    for blob in &blobs {
        hashes.push(sha256(&read_bytes(blob).await.map_err(|_| StoreError::Failed)?));
    }
    Ok(hashes)
}
