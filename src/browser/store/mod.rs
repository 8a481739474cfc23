//! Studies that the browser keeps between visits, in one database of IndexedDB.
//!
//! | object store | key | value |
//! | --- | --- | --- |
//! | `studies` | the study's key | its head ([`Head`]): version, title, date, size, view, names of its parts |
//! | `parts` | key of the study, `/`, SHA-256 | a part: the edits with the history, or the documents |
//! | `files` | SHA-256 | a text, a file of texts, a lexicon's file: once, whichever studies have it |
//!
//! Law: what was saved is read back equal or is reported as damaged. A save is one transaction and
//! writes what the save before did not; the copy before it stays until the next. What the parts say
//! is the business of those who save; this module knows only which files they name. Whatever is read
//! may have been damaged or forged: heads, parts and files are compared with their hashes.

mod channel;
mod database;
mod head;
mod kept_studies;
mod lock;
mod study_key;

pub use channel::{Channel, announce};
pub use database::StoreError;
pub use head::{Head, HeadError, View};
pub use kept_studies::{
    CopyAge, KeptEntry, ReadError, ReadStudy, SavedCopy, Saving, delete_study, duplicate_study, forget_everything,
    list_studies, read_study, rename_study, save_study, sweep,
};
pub use lock::{StudyLock, lock_study, wait_for_study};
pub use study_key::{StudyKey, TabStudy, read_tab_study, write_tab_study};
