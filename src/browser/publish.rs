//! Publishing: a worker that is started for one job, so that neither page nor engine waits for it.

use std::{cell::RefCell, rc::Rc};

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DedicatedWorkerGlobalScope, Worker};

use super::{Denied, host, read_bytes};
use tarazy_report::publication::{StudyJob, StudyReply, run_job};

/// Why a job has no reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PublishError {
    /// A text or file of the job no longer exists.
    #[error("a file cannot be read")]
    Unreadable,
    /// The worker ended before the job was done, such as out of memory, or it took too long.
    #[error("publishing ended early")]
    Ended,
    /// [`JobHandle::cancel`] was called.
    #[error("publishing was cancelled")]
    Cancelled,
}

impl From<Denied> for PublishError {
    fn from(_: Denied) -> Self {
        Self::Unreadable
    }
}

/// How long a job may take beside the time for its texts, in milliseconds.
const LIMIT_MS: u32 = 60_000;
/// How many bytes of text a slow phone counts and packs in a millisecond at least.
const BYTES_PER_MS: f64 = 200.0;

/// A job that may be running.
#[derive(Debug, Clone, Default)]
pub struct JobHandle {
    state: Rc<RefCell<JobState>>,
}

#[derive(Debug, Default)]
enum JobState {
    /// The worker does not have the job yet.
    #[default]
    Waiting,
    /// Calling this ends it.
    Running(Function),
    Cancelled,
}

impl JobHandle {
    /// Ends the job, now or as soon as it starts: [`run_publish_job`] returns
    /// [`PublishError::Cancelled`].
    pub fn cancel(&self) {
        if let JobState::Running(give_up) = self.state.replace(JobState::Cancelled) {
            let _ = give_up.call0(&JsValue::UNDEFINED);
        }
    }

    fn is_cancelled(&self) -> bool {
        matches!(*self.state.borrow(), JobState::Cancelled)
    }

    /// Called when the job has started; `give_up` ends it.
    fn on_start(&self, give_up: Function) {
        if self.is_cancelled() {
            let _ = give_up.call0(&JsValue::UNDEFINED);
        } else {
            self.state.replace(JobState::Running(give_up));
        }
    }
}

/// Runs a job, and returns the reply with the files that come with it. `handle` cancels it; where
/// there is no worker, a job that has started ends by itself.
///
/// # Errors
/// [`PublishError`].
pub async fn run_publish_job(
    job: StudyJob,
    name: &str,
    blobs: &[Blob],
    handle: &JobHandle,
) -> Result<(StudyReply, Vec<Vec<u8>>), PublishError> {
    if let Ok(worker) = host::spawn_worker().await {
        let answer = ask(&worker, &job, name, blobs, handle).await;
        worker.terminate();
        return answer;
    }
    let mut bytes = Vec::with_capacity(blobs.len());
    for blob in blobs {
        bytes.push(read_bytes(blob).await?);
    }
    if handle.is_cancelled() {
        return Err(PublishError::Cancelled);
    }
    Ok(run_job(job, name, bytes))
}

/// Sends a job to a worker and waits for its one answer. A worker that closed itself or loops
/// never gives one, so the time is limited.
async fn ask(
    worker: &Worker,
    job: &StudyJob,
    name: &str,
    blobs: &[Blob],
    handle: &JobHandle,
) -> Result<(StudyReply, Vec<Vec<u8>>), PublishError> {
    let bytes = postcard::to_allocvec(&(job, name)).map_err(|_| PublishError::Ended)?;
    let message = Object::new();
    let list: Array = blobs.iter().collect();
    for (key, value) in [("job", JsValue::from(Uint8Array::from(bytes.as_slice()))), ("blobs", JsValue::from(list))] {
        let _ = Reflect::set(&message, &JsValue::from_str(key), &value);
    }
    let size: f64 = blobs.iter().map(Blob::size).sum();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a study has 512 MB at most")]
    let limit_ms = LIMIT_MS + (size / BYTES_PER_MS) as u32;
    let mut timer = None;
    let answer = Promise::new(&mut |resolve, reject| {
        handle.on_start(reject.clone());
        let give_up = reject.clone();
        timer = Some(Timeout::new(limit_ms, move || drop(give_up.call0(&JsValue::UNDEFINED))));
        let on_message = Closure::once_into_js(move |event: web_sys::MessageEvent| {
            let _ = resolve.call1(&JsValue::UNDEFINED, &event.data());
        });
        let on_error = Closure::once_into_js(move |event: web_sys::ErrorEvent| {
            event.prevent_default();
            let _ = reject.call0(&JsValue::UNDEFINED);
        });
        worker.set_onmessage(Some(on_message.unchecked_ref()));
        worker.set_onerror(Some(on_error.unchecked_ref()));
        let _ = worker.post_message(&message);
    });
    let failure = |_| if handle.is_cancelled() { PublishError::Cancelled } else { PublishError::Ended };
    let data = JsFuture::from(answer).await.map_err(failure)?;
    drop(timer);
    let part = |name: &str| Reflect::get(&data, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
    if part("unreadable").is_truthy() {
        return Err(PublishError::Unreadable);
    }
    let reply = part("done").dyn_into::<Uint8Array>().map_err(|_| PublishError::Ended)?;
    let reply = postcard::from_bytes(&reply.to_vec()).map_err(|_| PublishError::Ended)?;
    let parts = part("parts").dyn_into::<Array>().map_err(|_| PublishError::Ended)?;
    let bytes = parts.iter().filter_map(|part| part.dyn_into::<Uint8Array>().ok()).map(|part| part.to_vec());
    Ok((reply, bytes.collect()))
}

/// The worker's side: runs the job of a message and replies.
pub(super) fn serve(scope: DedicatedWorkerGlobalScope, job: &Uint8Array, blobs: Array) {
    let Ok((job, name)) = postcard::from_bytes::<(StudyJob, String)>(&job.to_vec()) else { return };
    spawn_local(async move {
        let answer = Object::new();
        let set = |key: &str, value: &JsValue| {
            let _ = Reflect::set(&answer, &JsValue::from_str(key), value);
        };
        let mut bytes = Vec::new();
        for blob in blobs.iter().filter_map(|blob| blob.dyn_into::<Blob>().ok()) {
            let Ok(read) = read_bytes(&blob).await else {
                set("unreadable", &JsValue::TRUE);
                let _ = scope.post_message(&answer);
                return;
            };
            bytes.push(read);
        }
        let (reply, parts) = run_job(job, &name, bytes);
        let Ok(reply) = postcard::to_allocvec(&reply) else { return };
        let parts: Array = parts.iter().map(|part| Uint8Array::from(part.as_slice())).collect();
        let hands_over: Array = parts.iter().map(|part| part.unchecked_into::<Uint8Array>().buffer()).collect();
        set("done", &Uint8Array::from(reply.as_slice()));
        set("parts", &parts);
        // A page that was closed needs no answer.
        let _ = scope.post_message_with_transfer(&answer, &hands_over);
    });
}
