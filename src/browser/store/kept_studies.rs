//! What is done with kept studies: listed, read, saved, renamed, duplicated, deleted, forgotten.

use std::collections::{HashMap, HashSet};

use js_sys::Uint8Array;
use serde::Deserialize;
use tarazy_engine::{digest::sha256, lexicon::LocalText};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use super::{
    StoreError, StudyKey,
    database::{Database, FILES, PARTS, STUDIES, Transaction},
    head::{Head, HeadError, Parts},
};

/// A study in the list of kept ones.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptEntry {
    /// Names it.
    pub key: StudyKey,
    /// Its head, or why that cannot be used.
    pub head: Result<Head, HeadError>,
}

/// Which copy of a study is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyAge {
    /// The last one.
    Last,
    /// The one before it.
    Before,
}

/// A study as it was kept.
#[derive(Debug, Clone)]
pub struct ReadStudy {
    /// Its head.
    pub head: Head,
    /// The part with its settings, edits and history.
    pub study: Vec<u8>,
    /// The part with its documents.
    pub documents: Vec<u8>,
    /// Its texts and other files by their SHA-256, which are not compared with it yet. One that is
    /// not there is missing here too.
    pub files: HashMap<String, Blob>,
    /// What of it is in the store.
    pub copy: SavedCopy,
}

/// Why a study is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The browser does not give it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It is not there.
    #[error("there is no such study")]
    Missing,
    /// Its record cannot be used.
    #[error(transparent)]
    Head(#[from] HeadError),
}

/// A study to be saved.
#[derive(Debug, Clone)]
pub struct Saving {
    /// Names it.
    pub key: StudyKey,
    /// Its head; the names of the parts are filled in.
    pub head: Head,
    /// The part with its settings, edits and history.
    pub study: Vec<u8>,
    /// The part with its documents.
    pub documents: Vec<u8>,
    /// Its texts and other files by their SHA-256.
    pub files: HashMap<String, Blob>,
}

/// What a save has left in the store, so that the next one writes only what is new.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SavedCopy {
    parts: Parts,
    files: HashSet<String>,
}

/// What a part names, whatever else it says.
#[derive(Deserialize)]
struct Naming {
    files: Vec<String>,
}

/// Returns all kept studies, the last saved first; those without a usable head come last.
///
/// # Errors
/// [`StoreError`].
pub async fn list_studies() -> Result<Vec<KeptEntry>, StoreError> {
    let Some(database) = Database::open_existing().await? else { return Ok(Vec::new()) };
    let transaction = database.read()?;
    let mut entries = all_heads(&transaction).await?;
    let saved = |entry: &KeptEntry| entry.head.as_ref().map_or(f64::MIN, |head| head.saved_ms);
    entries.sort_by(|one, other| saved(other).total_cmp(&saved(one)));
    Ok(entries)
}

/// Reads a study.
///
/// # Errors
/// [`ReadError`].
pub async fn read_study(key: &StudyKey, age: CopyAge) -> Result<ReadStudy, ReadError> {
    let database = Database::open_existing().await?.ok_or(ReadError::Missing)?;
    let transaction = database.read()?;
    let head = head(&transaction, key).await?.ok_or(ReadError::Missing)??;
    let parts = match age {
        CopyAge::Last => Some(&head.parts),
        CopyAge::Before => head.before.as_ref(),
    };
    let parts = parts.ok_or(HeadError::Damaged)?;
    let study = part(&transaction, key, &parts.study).await?.ok_or(HeadError::Damaged)?;
    let documents = part(&transaction, key, &parts.documents).await?.ok_or(HeadError::Damaged)?;
    let mut files = HashMap::new();
    for name in named(&study).into_iter().chain(named(&documents)).flatten() {
        if let Ok(blob) = transaction.get(FILES, &name).await?.dyn_into::<Blob>() {
            files.insert(name, blob);
        }
    }
    let copy = SavedCopy { parts: parts.clone(), files: files.keys().cloned().collect() };
    Ok(ReadStudy { head, study, documents, files, copy })
}

/// Saves a study in one transaction, and returns what is in the store now. `known` is what the save
/// before it returned.
///
/// # Errors
/// [`StoreError`]: the copy before is as it was.
pub async fn save_study(saving: Saving, known: &SavedCopy) -> Result<SavedCopy, StoreError> {
    let Saving { key, mut head, study, documents, files } = saving;
    let database = Database::open().await?;
    let transaction = database.write()?;
    let old = match self::head(&transaction, &key).await? {
        Some(Ok(old)) => Some(old),
        // It is not for this version to write over.
        Some(Err(HeadError::Newer)) => return Err(StoreError::Failed),
        Some(Err(HeadError::Damaged)) | None => None,
    };
    let kept = |parts: &Option<Parts>| parts.iter().flat_map(Parts::names).map(str::to_owned).collect::<HashSet<_>>();
    let old_parts = old.as_ref().map(|old| old.parts.clone());
    let before = old.and_then(|old| old.before);
    let there: HashSet<String> = kept(&old_parts).union(&kept(&before)).cloned().collect();
    head.parts = Parts { study: sha256(&study), documents: sha256(&documents) };
    // Another tab may have deleted the study: then nothing of it is known to be there. A part that
    // was not written or read by this tab may be damaged.
    let is_known = old_parts.as_ref() == Some(&known.parts);
    for (name, bytes) in head.parts.names().into_iter().zip([&study, &documents]) {
        if !is_known || !known.parts.names().contains(&name) {
            transaction.put(PARTS, &part_key(&key, name), &Uint8Array::from(bytes.as_slice()))?;
        }
    }
    for (name, blob) in files.iter().filter(|(name, _)| !is_known || !known.files.contains(*name)) {
        // Without the name and date that a file on disk has.
        let content: Blob = blob.slice()?;
        transaction.put(FILES, name, &content)?;
    }
    head.before = if old_parts.as_ref() == Some(&head.parts) { before } else { old_parts };
    let needed: HashSet<&str> =
        head.parts.names().into_iter().chain(head.before.iter().flat_map(Parts::names)).collect();
    for name in there.iter().filter(|name| !needed.contains(name.as_str())) {
        transaction.delete(PARTS, &part_key(&key, name))?;
    }
    transaction.put(STUDIES, &key.0, &JsValue::from_str(&head.to_text()))?;
    transaction.end().await?;
    Ok(SavedCopy { parts: head.parts, files: files.into_keys().collect() })
}

/// Gives a study another title. One whose head cannot be used stays as it is.
///
/// # Errors
/// [`StoreError`].
pub async fn rename_study(key: &StudyKey, title: LocalText) -> Result<(), StoreError> {
    let Some(database) = Database::open_existing().await? else { return Ok(()) };
    let transaction = database.write()?;
    if let Some(Ok(head)) = head(&transaction, key).await? {
        transaction.put(STUDIES, &key.0, &JsValue::from_str(&Head { title, ..head }.to_text()))?;
    }
    transaction.end().await
}

/// Makes a second study of one, under a key and a title of its own.
///
/// # Errors
/// [`StoreError`].
pub async fn duplicate_study(key: &StudyKey, new: &StudyKey, title: LocalText) -> Result<(), StoreError> {
    let Some(database) = Database::open_existing().await? else { return Ok(()) };
    let transaction = database.write()?;
    if let Some(Ok(head)) = head(&transaction, key).await? {
        for name in head.parts.names() {
            let part = transaction.get(PARTS, &part_key(key, name)).await?;
            transaction.put(PARTS, &part_key(new, name), &part)?;
        }
        transaction.put(STUDIES, &new.0, &JsValue::from_str(&Head { title, before: None, ..head }.to_text()))?;
    }
    transaction.end().await
}

/// Deletes a study. Its texts are deleted by [`sweep`], unless other studies have them.
///
/// # Errors
/// [`StoreError`].
pub async fn delete_study(key: &StudyKey) -> Result<(), StoreError> {
    let Some(database) = Database::open_existing().await? else { return Ok(()) };
    let transaction = database.write()?;
    transaction.delete(STUDIES, &key.0)?;
    let start = part_key(key, "");
    for name in transaction.keys(PARTS).await?.iter().filter(|name| name.starts_with(&start)) {
        transaction.delete(PARTS, name)?;
    }
    transaction.end().await
}

/// Deletes parts and files that no study names. Where a head or part cannot be used, nothing is
/// deleted, since what it names is not known.
///
/// # Errors
/// [`StoreError`].
pub async fn sweep() -> Result<(), StoreError> {
    let Some(database) = Database::open_existing().await? else { return Ok(()) };
    let transaction = database.write()?;
    let (mut parts, mut files) = (HashSet::new(), HashSet::new());
    for KeptEntry { key, head } in all_heads(&transaction).await? {
        let Ok(head) = head else { return Ok(()) };
        for name in [Some(&head.parts), head.before.as_ref()].into_iter().flatten().flat_map(Parts::names) {
            let Some(names) = part(&transaction, &key, name).await?.and_then(|part| named(&part)) else {
                return Ok(());
            };
            files.extend(names);
            parts.insert(part_key(&key, name));
        }
    }
    for (store, needed) in [(PARTS, parts), (FILES, files)] {
        for name in transaction.keys(store).await?.iter().filter(|name| !needed.contains(*name)) {
            transaction.delete(store, name)?;
        }
    }
    transaction.end().await
}

/// Deletes everything that the database holds, and the database.
///
/// # Errors
/// [`StoreError`].
pub async fn forget_everything() -> Result<(), StoreError> {
    let Some(database) = Database::open_existing().await? else { return Ok(()) };
    let transaction = database.write()?;
    for store in [STUDIES, PARTS, FILES] {
        transaction.clear(store)?;
    }
    transaction.end().await?;
    drop(database);
    Database::remove().await
}

async fn all_heads(transaction: &Transaction) -> Result<Vec<KeptEntry>, StoreError> {
    let keys = transaction.keys(STUDIES).await?;
    let heads = transaction.values(STUDIES).await?;
    let entry = |(key, head): (String, JsValue)| KeptEntry { key: StudyKey(key), head: parsed(&head) };
    Ok(keys.into_iter().zip(heads).map(entry).collect())
}

async fn head(transaction: &Transaction, key: &StudyKey) -> Result<Option<Result<Head, HeadError>>, StoreError> {
    let head = transaction.get(STUDIES, &key.0).await?;
    Ok((!head.is_undefined()).then(|| parsed(&head)))
}

fn parsed(head: &JsValue) -> Result<Head, HeadError> {
    Head::parse(&head.as_string().ok_or(HeadError::Damaged)?)
}

/// Returns a part whose bytes have the hash that names it.
async fn part(transaction: &Transaction, key: &StudyKey, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let part = transaction.get(PARTS, &part_key(key, name)).await?;
    let bytes = part.dyn_into::<Uint8Array>().ok().map(|part| part.to_vec());
    Ok(bytes.filter(|bytes| sha256(bytes) == name))
}

/// Returns the files that a part names; `None` where it cannot be read.
fn named(part: &[u8]) -> Option<Vec<String>> {
    serde_json::from_slice(part).ok().map(|Naming { files }| files)
}

fn part_key(StudyKey(key): &StudyKey, name: &str) -> String {
    format!("{key}/{name}")
}
