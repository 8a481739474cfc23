//! Files and what is asked of them → replies of a module beside the page's program, which is fetched
//! for the first file and runs in a worker of its own: the readers of documents (`crates/reader`), and
//! what converts lexicons of other tools (`crates/converter`).
//!
//! A module takes one file at a time. A file that makes its worker break down or takes too long is
//! refused, and the next one is taken by a new worker. Where there is no module (a published study
//! has none) or no worker can be made, every file is refused as [`ModuleError::Unavailable`], and
//! where the host has only that of another version as [`ModuleError::Outdated`]: a module never runs
//! on the page itself, which a large file would hold up for seconds.

use std::{
    cell::{Cell, RefCell},
    marker::PhantomData,
    rc::Rc,
};

use futures_channel::oneshot;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use tarazy_documents::{FileReply, FileRequest};
use tarazy_engine::study::{LexiconReply, LexiconRequest};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, ErrorEvent, MessageEvent, Worker};

use super::{
    host::{self, HostError},
    read_queue::ReadQueue,
};

/// Why a file has no reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ModuleError {
    /// The page has no such module, it could not be fetched, or the browser makes no worker.
    #[error("there is no such module here")]
    Unavailable,
    /// The host has a newer version of the page, and no module of this one any more.
    #[error("the module is of another version")]
    Outdated,
    /// The worker broke down, such as out of memory, or took too long.
    #[error("the work ended early")]
    Ended,
    /// [`LateModule::cancel_all`] was called.
    #[error("the work was cancelled")]
    Cancelled,
    /// The file no longer exists, or may not be read.
    #[error("the file cannot be read")]
    Unreadable,
}

/// How long a file may take beside the time for its size, in milliseconds. The readers end sooner by
/// their own limits.
const LIMIT_MS: u32 = 20_000;
/// How many bytes of a file a slow phone reads in a millisecond at least.
const BYTES_PER_MS: f64 = 500.0;
/// How long a worker without a file is kept, in milliseconds: its memory never shrinks.
const IDLE_MS: u32 = 10_000;

/// A module that is fetched on first use, by its requests and replies. Clones share one queue and one
/// worker.
pub struct LateModule<Request, Reply> {
    shared: Rc<Shared>,
    types: PhantomData<fn(Request) -> Reply>,
}

/// The readers of documents. A file that is no document is [`FileReply::Refused`].
pub type DocumentReader = LateModule<FileRequest, FileReply>;

/// What converts lexicons of other tools. A file that is not a lexicon is [`LexiconReply::Refused`].
pub type LexiconConverter = LateModule<LexiconRequest, LexiconReply>;

type Answer = Result<Uint8Array, ModuleError>;

/// A file that waits.
struct File {
    request: Vec<u8>,
    blob: Blob,
    answer: oneshot::Sender<Answer>,
}

struct Shared {
    /// What the boot script calls the module.
    name: &'static str,
    queue: RefCell<ReadQueue<File>>,
    worker: RefCell<Option<Worker>>,
    /// Who waits for the file at hand; none once it was answered.
    current: RefCell<Option<oneshot::Sender<Answer>>>,
    /// Calling this ends the wait for the worker.
    give_up: RefCell<Option<Function>>,
    /// Whether somebody cancelled while the file at hand was read.
    is_cancelled: Cell<bool>,
    /// Ends a worker without a file.
    idle: RefCell<Option<Timeout>>,
}

impl Default for DocumentReader {
    fn default() -> Self {
        Self::new("reader")
    }
}

impl Default for LexiconConverter {
    fn default() -> Self {
        Self::new("converter")
    }
}

impl<Request, Reply> Clone for LateModule<Request, Reply> {
    fn clone(&self) -> Self {
        Self { shared: Rc::clone(&self.shared), types: PhantomData }
    }
}

impl<Request: Serialize, Reply: DeserializeOwned> LateModule<Request, Reply> {
    /// Returns a module without a worker; one is made for the first file.
    fn new(name: &'static str) -> Self {
        let shared = Shared {
            name,
            queue: RefCell::default(),
            worker: RefCell::default(),
            current: RefCell::default(),
            give_up: RefCell::default(),
            is_cancelled: Cell::default(),
            idle: RefCell::default(),
        };
        Self { shared: shared.into(), types: PhantomData }
    }

    /// Sends a file and what is asked of it when those before it are done. It is sent also where
    /// nobody waits for the returned future; where that is dropped before its turn, it is not.
    ///
    /// # Errors
    /// [`ModuleError`].
    pub fn ask(
        &self,
        request: &Request,
        blob: Blob,
    ) -> impl Future<Output = Result<Reply, ModuleError>> + use<Request, Reply> {
        let message = postcard::to_allocvec(request).map_err(|_| ModuleError::Ended);
        let answer = message.map(|message| self.shared.enqueue(message, blob));
        async move {
            let reply = answer?.await.unwrap_or(Err(ModuleError::Cancelled))?;
            postcard::from_bytes(&reply.to_vec()).map_err(|_| ModuleError::Ended)
        }
    }

    /// Refuses all files that are read or wait, at once. Files that come later are read.
    pub fn cancel_all(&self) {
        self.shared.cancel_all();
    }
}

impl Shared {
    fn enqueue(self: &Rc<Self>, request: Vec<u8>, blob: Blob) -> oneshot::Receiver<Answer> {
        let (answer, reply) = oneshot::channel();
        if self.queue.borrow_mut().push(File { request, blob, answer }) {
            spawn_local(Rc::clone(self).read_all());
        }
        reply
    }

    fn cancel_all(&self) {
        for file in self.queue.borrow_mut().clear() {
            let _ = file.answer.send(Err(ModuleError::Cancelled));
        }
        if self.current.borrow().is_some() {
            self.is_cancelled.set(true);
            self.answer(Err(ModuleError::Cancelled));
        }
        if let Some(give_up) = self.give_up.take() {
            let _ = give_up.call0(&JsValue::UNDEFINED);
        }
    }

    /// Reads all files of the queue.
    async fn read_all(self: Rc<Self>) {
        self.idle.take();
        loop {
            let next = self.queue.borrow_mut().next();
            let Some(File { request, blob, answer }) = next else { break };
            if answer.is_canceled() {
                continue;
            }
            self.current.replace(Some(answer));
            self.is_cancelled.set(false);
            let reply = self.read(&request, &blob).await;
            let after = self.queue.borrow_mut().after(&reply);
            if !after.keeps_worker {
                self.end_worker();
            }
            for file in after.refused {
                let _ = file.answer.send(reply.clone());
            }
            self.answer(reply);
        }
        if self.worker.borrow().is_some() {
            let shared = Rc::clone(&self);
            self.idle.replace(Some(Timeout::new(IDLE_MS, move || shared.end_worker())));
        }
    }

    /// Answers the file at hand, if it was not answered.
    fn answer(&self, answer: Answer) {
        if let Some(waiting) = self.current.take() {
            // A receiver that is dropped needs no answer.
            let _ = waiting.send(answer);
        }
    }

    fn end_worker(&self) {
        if let Some(worker) = self.worker.take() {
            worker.terminate();
        }
    }

    fn check_cancelled(&self) -> Result<(), ModuleError> {
        if self.is_cancelled.get() { Err(ModuleError::Cancelled) } else { Ok(()) }
    }

    /// Reads one file.
    async fn read(&self, request: &[u8], blob: &Blob) -> Answer {
        // The bytes change hands without passing through the memory of this program.
        let bytes = JsFuture::from(blob.array_buffer()).await.map_err(|_| ModuleError::Unreadable)?;
        let worker = self.worker().await?;
        self.check_cancelled()?;
        let reply = self.ask(&worker, &bytes, request, blob.size()).await;
        self.give_up.take();
        self.check_cancelled()?;
        reply
    }

    /// Returns the worker that is kept, or a new one.
    async fn worker(&self) -> Result<Worker, ModuleError> {
        let kept = self.worker.borrow().clone();
        if let Some(worker) = kept {
            return Ok(worker);
        }
        let made = host::spawn_late(self.name).await.map_err(|error| match error {
            HostError::Outdated => ModuleError::Outdated,
            HostError::Missing | HostError::NoWorker => ModuleError::Unavailable,
        })?;
        self.worker.replace(Some(made.clone()));
        Ok(made)
    }

    /// Sends a file to the worker and waits for its answer for as long as its size allows.
    async fn ask(&self, worker: &Worker, bytes: &JsValue, request: &[u8], size: f64) -> Answer {
        let message = Object::new();
        for (key, value) in [("bytes", bytes), ("request", &JsValue::from(Uint8Array::from(request)))] {
            let _ = Reflect::set(&message, &JsValue::from_str(key), value);
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` keeps within the bounds of u32"
        )]
        let limit_ms = LIMIT_MS.saturating_add((size / BYTES_PER_MS) as u32);
        let mut timer = None;
        let answer = Promise::new(&mut |resolve, reject| {
            self.give_up.replace(Some(reject.clone()));
            let is_late = reject.clone();
            timer = Some(Timeout::new(limit_ms, move || drop(is_late.call0(&JsValue::UNDEFINED))));
            let on_message = Closure::once_into_js(move |event: MessageEvent| {
                let _ = resolve.call1(&JsValue::UNDEFINED, &event.data());
            });
            let on_error = Closure::once_into_js(move |event: ErrorEvent| {
                event.prevent_default();
                let _ = reject.call0(&JsValue::UNDEFINED);
            });
            worker.set_onmessage(Some(on_message.unchecked_ref()));
            worker.set_onerror(Some(on_error.unchecked_ref()));
        });
        worker.post_message_with_transfer(&message, &Array::of1(bytes)).map_err(|_| ModuleError::Ended)?;
        let answer = JsFuture::from(answer).await.map_err(|_| ModuleError::Ended)?;
        drop(timer);
        let reply = Reflect::get(&answer, &JsValue::from_str("reply")).unwrap_or(JsValue::UNDEFINED);
        reply.dyn_into().map_err(|_| ModuleError::Ended)
    }
}
