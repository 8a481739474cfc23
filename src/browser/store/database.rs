//! IndexedDB as futures: one connection for one operation.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, IdbDatabase, IdbFactory, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode,
};

use crate::browser::window::window;

/// The name of the database; other pages of the same address may have others.
const NAME: &str = "tarazy";

/// Of the object stores below, not of what is in them.
const VERSION: u32 = 1;

/// Heads of studies, by key.
pub(super) const STUDIES: &str = "studies";
/// Parts of studies, by the key of the study and the SHA-256 of the part.
pub(super) const PARTS: &str = "parts";
/// Texts and other files, by SHA-256.
pub(super) const FILES: &str = "files";

/// Why the browser keeps nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// It does not allow it here: a sandboxed frame, or the user's own setting.
    #[error("the browser keeps nothing here")]
    Denied,
    /// There is no room left.
    #[error("the browser has no room left")]
    Full,
    /// Nothing was ever kept.
    #[error("the browser has kept nothing yet")]
    Absent,
    /// It failed for another reason.
    #[error("the browser failed to keep the study")]
    Failed,
}

impl From<JsValue> for StoreError {
    fn from(error: JsValue) -> Self {
        let name = error.dyn_into::<DomException>().map(|error| error.name()).unwrap_or_default();
        match name.as_str() {
            "QuotaExceededError" => Self::Full,
            "AbortError" => Self::Absent,
            "SecurityError" | "InvalidStateError" | "NotAllowedError" => Self::Denied,
            _ => Self::Failed,
        }
    }
}

/// An open connection, which is closed when it is dropped.
pub(super) struct Database(IdbDatabase);

impl Drop for Database {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Database {
    /// Opens the database and makes it where it is not there.
    pub(super) async fn open() -> Result<Self, StoreError> {
        Self::request(true).await
    }

    /// Opens the database where it is there. A visitor of whom nothing is kept has none.
    pub(super) async fn open_existing() -> Result<Option<Self>, StoreError> {
        match Self::request(false).await {
            Err(StoreError::Absent) => Ok(None),
            opened => opened.map(Some),
        }
    }

    async fn request(makes: bool) -> Result<Self, StoreError> {
        let request = factory()?.open_with_u32(NAME, VERSION)?;
        let opening = request.clone();
        let on_upgrade = Closure::<dyn FnMut(Event)>::new(move |_| {
            if !makes {
                // The request fails, and no database is made.
                let _ = opening.transaction().map(|making| making.abort());
                return;
            }
            let made = opening.result().ok().and_then(|database| database.dyn_into::<IdbDatabase>().ok());
            for name in [STUDIES, PARTS, FILES] {
                // One that is there already stays.
                let _ = made.as_ref().map(|database| database.create_object_store(name));
            }
        });
        request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
        let database = result(&request).await?;
        database.dyn_into::<IdbDatabase>().map(Self).map_err(|_| StoreError::Failed)
    }

    /// Removes the database. Connections of other tabs are closed after their operations.
    pub(super) async fn remove() -> Result<(), StoreError> {
        let request = factory()?.delete_database(NAME)?;
        result(&request).await?;
        Ok(())
    }

    /// Begins to read.
    pub(super) fn read(&self) -> Result<Transaction, StoreError> {
        self.begin(IdbTransactionMode::Readonly)
    }

    /// Begins to write: all of it is kept, or nothing.
    pub(super) fn write(&self) -> Result<Transaction, StoreError> {
        self.begin(IdbTransactionMode::Readwrite)
    }

    fn begin(&self, mode: IdbTransactionMode) -> Result<Transaction, StoreError> {
        let stores: Array = [STUDIES, PARTS, FILES].into_iter().map(JsValue::from_str).collect();
        Ok(Transaction(self.0.transaction_with_str_sequence_and_mode(&stores, mode)?))
    }
}

/// A transaction over all object stores. It ends by itself when nothing more is asked of it, so that
/// nothing but its own requests may be waited for meanwhile.
pub(super) struct Transaction(IdbTransaction);

impl Transaction {
    fn store(&self, name: &str) -> Result<IdbObjectStore, StoreError> {
        Ok(self.0.object_store(name)?)
    }

    /// Returns a value; undefined where there is none.
    pub(super) async fn get(&self, store: &str, key: &str) -> Result<JsValue, StoreError> {
        result(&self.store(store)?.get(&JsValue::from_str(key))?).await
    }

    /// Returns all keys, in order.
    pub(super) async fn keys(&self, store: &str) -> Result<Vec<String>, StoreError> {
        let keys = result(&self.store(store)?.get_all_keys()?).await?;
        Ok(Array::from(&keys).iter().filter_map(|key| key.as_string()).collect())
    }

    /// Returns all values, in the order of their keys.
    pub(super) async fn values(&self, store: &str) -> Result<Vec<JsValue>, StoreError> {
        Ok(Array::from(&result(&self.store(store)?.get_all()?).await?).to_vec())
    }

    /// Puts a value in the place of the one before.
    pub(super) fn put(&self, store: &str, key: &str, value: &JsValue) -> Result<(), StoreError> {
        self.store(store)?.put_with_key(value, &JsValue::from_str(key))?;
        Ok(())
    }

    /// Deletes a value.
    pub(super) fn delete(&self, store: &str, key: &str) -> Result<(), StoreError> {
        self.store(store)?.delete(&JsValue::from_str(key))?;
        Ok(())
    }

    /// Deletes all values.
    pub(super) fn clear(&self, store: &str) -> Result<(), StoreError> {
        self.store(store)?.clear()?;
        Ok(())
    }

    /// Waits until everything is kept.
    pub(super) async fn end(self) -> Result<(), StoreError> {
        let transaction = self.0;
        let ended = Promise::new(&mut |resolve, reject| {
            let failed = transaction.clone();
            let on_abort = Closure::once_into_js(move |_: Event| {
                let error = failed.error().map_or(JsValue::UNDEFINED, JsValue::from);
                let _ = reject.call1(&JsValue::UNDEFINED, &error);
            });
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(on_abort.unchecked_ref()));
        });
        JsFuture::from(ended).await?;
        Ok(())
    }
}

fn factory() -> Result<IdbFactory, StoreError> {
    window().ok_or(StoreError::Denied)?.indexed_db()?.ok_or(StoreError::Denied)
}

/// Waits for the result of a request.
async fn result(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        let failed = request.clone();
        let on_error = Closure::once_into_js(move |_: Event| {
            let error = failed.error().ok().flatten().map_or(JsValue::UNDEFINED, JsValue::from);
            let _ = reject.call1(&JsValue::UNDEFINED, &error);
        });
        request.set_onerror(Some(on_error.unchecked_ref()));
    });
    JsFuture::from(settled).await?;
    Ok(request.result()?)
}
