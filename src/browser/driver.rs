//! Drives an engine in slices, in the worker or, where there can be none, on the page itself.

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use js_sys::{Date, Uint8Array};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, MessageChannel, MessagePort};

use super::{
    protocol::{Event, Reply, Request, fill},
    queue::RequestQueue,
};

/// A request and the text that travels beside it.
pub type Incoming = (Request, Option<Blob>);

/// Where replies go.
type Report = Rc<dyn Fn(Reply)>;

/// Called before each step that works on another request than the step before, with its number; and
/// with `None` when the engine rests until the next slice.
type Heartbeat = Rc<dyn Fn(Option<u32>)>;

/// How often progress is reported at most, in milliseconds: many small texts would make the page draw
/// it for each.
const PROGRESS_MS: f64 = 100.0;

/// An engine with its queue. Clones share it.
#[derive(Clone)]
pub struct Driver {
    state: Rc<RefCell<DriverState>>,
    report: Report,
    heartbeat: Heartbeat,
    slice_ms: f64,
}

struct DriverState {
    queue: RequestQueue,
    incoming: VecDeque<Incoming>,
    is_running: bool,
    is_stopped: bool,
    /// When progress was last reported.
    reported_at: f64,
    breath: Option<Breath>,
}

impl Driver {
    /// Makes a driver that works for `slice_ms` at a time. Each reply goes to `report`; `heartbeat`
    /// gets the number of the request in work, or `None` between two slices.
    pub fn new(slice_ms: f64, report: impl Fn(Reply) + 'static, heartbeat: impl Fn(Option<u32>) + 'static) -> Self {
        let state = DriverState {
            queue: RequestQueue::default(),
            incoming: VecDeque::new(),
            is_running: false,
            is_stopped: false,
            reported_at: 0.0,
            breath: Breath::new(),
        };
        Self { state: Rc::new(RefCell::new(state)), report: Rc::new(report), heartbeat: Rc::new(heartbeat), slice_ms }
    }

    /// Takes a request; work starts as soon as the caller returns.
    pub fn submit(&self, incoming: Incoming) {
        let mut state = self.state.borrow_mut();
        state.incoming.push_back(incoming);
        if !state.is_running {
            state.is_running = true;
            spawn_local(self.clone().run());
        }
    }

    /// Ends the work after the slice at hand; nothing is reported any more.
    pub fn stop(&self) {
        self.state.borrow_mut().is_stopped = true;
    }

    async fn run(self) {
        loop {
            self.take_in().await;
            let is_idle = self.work_a_slice();
            if self.rests(is_idle) {
                return;
            }
            let pause = self.state.borrow().breath.as_ref().map(Breath::take);
            if let Some(pause) = pause {
                // A pause that fails is no pause; the work goes on.
                let _ = JsFuture::from(pause).await;
            }
        }
    }

    /// Returns `true` if there is no work left, and records it.
    fn rests(&self, is_idle: bool) -> bool {
        let mut state = self.state.borrow_mut();
        state.is_running = !(state.is_stopped || (is_idle && state.incoming.is_empty()));
        !state.is_running
    }

    /// Hands everything that waits to the engine, texts first read from their blobs.
    async fn take_in(&self) {
        loop {
            let Some((mut request, blob)) = self.state.borrow_mut().incoming.pop_front() else { return };
            if let Some(blob) = blob {
                // A file that has vanished from the disk reads as empty, and the engine says that
                // it is.
                let buffer = JsFuture::from(blob.array_buffer()).await;
                (self.heartbeat)(Some(request.sequence));
                fill(&mut request, buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default());
                (self.heartbeat)(None);
            }
            self.state.borrow_mut().queue.submit(request);
        }
    }

    /// Returns `false` for progress that follows another too soon.
    fn is_due(&self, reply: &Reply) -> bool {
        if !matches!(reply.event, Event::Progress { .. }) {
            return true;
        }
        let (mut state, now) = (self.state.borrow_mut(), Date::now());
        let is_due = now - state.reported_at >= PROGRESS_MS;
        if is_due {
            state.reported_at = now;
        }
        is_due
    }

    /// Works until the slice is over or nothing is left; returns whether nothing is left.
    fn work_a_slice(&self) -> bool {
        let end = Date::now() + self.slice_ms;
        let mut named = None;
        loop {
            let running = self.state.borrow().queue.running();
            if running != named {
                (self.heartbeat)(running);
                named = running;
            }
            let (reply, is_idle) = {
                let mut state = self.state.borrow_mut();
                if state.is_stopped {
                    return true;
                }
                (state.queue.step(), state.queue.is_idle())
            };
            if let Some(reply) = reply.filter(|reply| self.is_due(reply)) {
                (self.report)(reply);
            }
            if is_idle || Date::now() >= end {
                (self.heartbeat)(None);
                return is_idle;
            }
        }
    }
}

/// A way to let messages and painting through between two slices. A message to oneself comes back
/// at once, where a timer of zero is held back by browsers.
struct Breath {
    channel: MessageChannel,
}

impl Breath {
    fn new() -> Option<Self> {
        MessageChannel::new().ok().map(|channel| Self { channel })
    }

    fn take(&self) -> js_sys::Promise {
        let receiver: MessagePort = self.channel.port1();
        let sender = self.channel.port2();
        js_sys::Promise::new(&mut |resolve, _| {
            let wake = Closure::once_into_js(move || {
                // The answer of a promise's own function carries nothing.
                let _ = resolve.call0(&wasm_bindgen::JsValue::UNDEFINED);
            });
            receiver.set_onmessage(Some(wake.unchecked_ref()));
            if sender.post_message(&wasm_bindgen::JsValue::NULL).is_err()
                && let Some(wake) = wake.dyn_ref::<js_sys::Function>()
            {
                let _ = wake.call0(&wasm_bindgen::JsValue::UNDEFINED);
            }
        })
    }
}
