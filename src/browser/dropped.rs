//! Files and folders that are dropped → files with the folders in their names.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

/// How many files of folders are taken.
const MOST_FILES: usize = 10_000;
/// How deep folders are looked through.
const MOST_DEPTH: usize = 32;

/// A file with its name as seen from the place where it was dropped: `2023/program.pdf`.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedFile {
    /// The name, with folders.
    pub name: String,
    /// The file.
    pub file: File,
}

impl From<File> for NamedFile {
    /// Takes the folders that were chosen with a file into its name.
    fn from(file: File) -> Self {
        let path = js_sys::Reflect::get(&file, &JsValue::from_str("webkitRelativePath")).ok();
        let path = path.and_then(|path| path.as_string()).filter(|path| !path.is_empty());
        Self { name: path.unwrap_or_else(|| file.name()), file }
    }
}

/// What was dropped, as long as the event lasts.
pub struct Dropped {
    files: Vec<File>,
    /// The same with folders, where one of them is a folder.
    entries: Vec<FileSystemEntry>,
}

impl Dropped {
    /// Takes what an event carries. Must be called while the event is handled.
    pub fn of(data: &DataTransfer) -> Self {
        let files = data.files();
        let files = files.map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect()).unwrap_or_default();
        let items = data.items();
        let entries: Vec<FileSystemEntry> = (0..items.length())
            .filter_map(|at| items.get(at))
            .filter(|item| item.kind() == "file")
            .filter_map(|item| item.webkit_get_as_entry().ok().flatten())
            .collect();
        let has_folder = entries.iter().any(FileSystemEntry::is_directory);
        Self { files, entries: if has_folder { entries } else { Vec::new() } }
    }

    /// Returns `true` if there is no file in it.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.entries.is_empty()
    }

    /// Returns the files, with those in folders, in the order of their names there. Hidden files are
    /// left out.
    pub async fn all(self) -> Vec<NamedFile> {
        if self.entries.is_empty() {
            return self.files.into_iter().map(NamedFile::from).collect();
        }
        let mut found = Vec::new();
        let mut waiting: Vec<(String, FileSystemEntry, usize)> =
            self.entries.into_iter().rev().map(|entry| (entry.name(), entry, 0)).collect();
        while let Some((name, entry, depth)) = waiting.pop() {
            if entry.name().starts_with('.') || found.len() >= MOST_FILES {
                continue;
            }
            if let Some(folder) = entry.dyn_ref::<FileSystemDirectoryEntry>() {
                if depth < MOST_DEPTH {
                    let mut inner = entries_of(folder).await;
                    inner.sort_by_key(FileSystemEntry::name);
                    let inner = inner.into_iter().rev();
                    waiting.extend(inner.map(|entry| (format!("{name}/{}", entry.name()), entry, depth + 1)));
                }
            } else if let Some(entry) = entry.dyn_ref::<FileSystemFileEntry>()
                && let Some(file) = file_of(entry).await
            {
                found.push(NamedFile { name, file });
            }
        }
        found
    }
}

/// Returns what is in a folder. Browsers give it in pieces of a hundred; an empty one is the last.
async fn entries_of(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        let piece = answer(|found, failed| {
            let _ = reader.read_entries_with_callback_and_callback(found, failed);
        });
        let piece = piece.await.and_then(|piece| piece.dyn_into::<Array>().ok()).unwrap_or_default();
        if piece.length() == 0 || entries.len() > MOST_FILES {
            return entries;
        }
        entries.extend(piece.iter().filter_map(|entry| entry.dyn_into::<FileSystemEntry>().ok()));
    }
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let file = answer(|found, failed| entry.file_with_callback_and_callback(found, failed));
    file.await?.dyn_into().ok()
}

/// Waits for one of two callbacks; returns what the first was called with.
async fn answer(ask: impl FnOnce(&Function, &Function)) -> Option<JsValue> {
    let ask = Rc::new(RefCell::new(Some(ask)));
    let promise = Promise::new(&mut |resolve, reject| {
        if let Some(ask) = ask.borrow_mut().take() {
            ask(&resolve, &reject);
        }
    });
    JsFuture::from(promise).await.ok()
}
