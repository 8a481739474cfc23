//! The page's connection to the engine: sends the requests of the [`Supervisor`] to a worker or,
//! where there is none, to an engine on the page that works in short slices.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    rc::Rc,
};

use gloo::timers::callback::{Interval, Timeout};
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, ErrorEvent, MessageEvent, Worker};

use super::{
    ContentId, Inputs, Load, Meaning, Recovery, RequestTarget, Supervisor, TICK_MS, Watch, Watchdog,
    driver::Driver,
    host,
    protocol::{Command, Event, Reply, Request, decode_reply, encode_request},
};
use tarazy_engine::language::Language;

/// How long the engine works on the page before it lets the page draw and listen.
const PAGE_SLICE_MS: f64 = 8.0;

/// How often to try to start a worker where there was one before.
const ATTEMPTS: u32 = 5;

/// How long to wait before the next attempt, in milliseconds.
const ATTEMPT_PAUSE_MS: u32 = 1_000;

/// An event for the page.
#[derive(Debug)]
pub enum BridgeEvent {
    /// The engine sent a result for the present state.
    Event(Event),
    /// The engine refused an input and continues without it.
    Refused(RequestTarget, Event),
    /// The engine crashed and was replaced. Names the input that is set aside because
    /// it crashed two engines.
    Replaced(Option<RequestTarget>),
    /// Every engine crashed.
    Ended,
    /// Whether numbers on the page may be out of date.
    Busy(bool),
}

/// The page's handle on the engine. Clones share it.
#[derive(Clone)]
pub struct Bridge {
    state: Rc<RefCell<BridgeState>>,
    report: Rc<dyn Fn(BridgeEvent)>,
}

struct BridgeState {
    supervisor: Supervisor,
    engine: EngineHost,
    contents: HashMap<ContentId, Blob>,
    next_content: u32,
    generation: u32,
    has_no_worker: bool,
    had_worker: bool,
    was_busy: bool,
    watchdog: Watchdog,
}

/// Where the engine is.
enum EngineHost {
    /// Nowhere yet, or no more.
    None,
    /// In a worker.
    Worker(WorkerHandle),
    /// On the page.
    Page(Driver),
}

/// A worker with its listeners, which are dropped with it.
struct WorkerHandle {
    worker: Worker,
    _ticks: Interval,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for EngineHost {
    fn drop(&mut self) {
        match self {
            Self::Worker(handle) => {
                handle.worker.set_onmessage(None);
                handle.worker.set_onerror(None);
                handle.worker.terminate();
            }
            Self::Page(driver) => driver.stop(),
            Self::None => {}
        }
    }
}

impl Bridge {
    /// Returns a handle without an engine; `report` is called with each event.
    pub fn new(report: impl Fn(BridgeEvent) + 'static) -> Self {
        let state = BridgeState {
            supervisor: Supervisor::default(),
            engine: EngineHost::None,
            contents: HashMap::new(),
            next_content: 0,
            generation: 0,
            has_no_worker: false,
            had_worker: false,
            was_busy: false,
            watchdog: Watchdog::default(),
        };
        Self { state: Rc::new(RefCell::new(state)), report: Rc::new(report) }
    }

    /// Keeps a text for the study and names it.
    pub fn keep(&self, blob: Blob) -> ContentId {
        let id = ContentId(self.next_number());
        self.state.borrow_mut().contents.insert(id, blob);
        id
    }

    /// Returns a number that names no text, and none later.
    pub fn next_number(&self) -> u32 {
        let mut state = self.state.borrow_mut();
        let number = state.next_content;
        state.next_content += 1;
        number
    }

    /// Returns a text that is kept.
    pub fn content(&self, id: ContentId) -> Option<Blob> {
        self.state.borrow().contents.get(&id).cloned()
    }

    /// Drops every text that is not named.
    pub fn keep_only(&self, named: &HashSet<ContentId>) {
        self.state.borrow_mut().contents.retain(|id, _| named.contains(id));
    }

    /// Sets the state of the study that the engine is to reach.
    pub fn want(&self, inputs: &Inputs, language: Language) {
        self.state.borrow_mut().supervisor.want(inputs, language);
        self.pump();
    }

    /// Asks a question about the table on screen.
    pub fn ask(&self, command: Command) {
        self.state.borrow_mut().supervisor.ask(command);
        self.pump();
    }

    /// Returns `true` if the engine is answering a question, and not making a change.
    pub fn is_answering(&self) -> bool {
        self.state.borrow().supervisor.is_answering()
    }

    /// Stops the work at once and starts a new engine, which is sent the wanted state.
    pub fn start_again(&self) {
        self.state.borrow_mut().supervisor.start_again();
        self.start();
    }

    /// Starts an engine in the place of the present one; it is sent everything that waits.
    pub fn start(&self) {
        let (generation, has_no_worker, attempts) = {
            let mut state = self.state.borrow_mut();
            state.generation += 1;
            state.engine = EngineHost::None;
            (state.generation, state.has_no_worker, if state.had_worker { ATTEMPTS } else { 1 })
        };
        if has_no_worker {
            self.settle_on_page(generation);
        } else {
            self.spawn(generation, attempts);
        }
    }

    /// Starts a worker. Where there was one before and none can be started, memory may be short for
    /// a moment, and it is tried again.
    fn spawn(&self, generation: u32, attempts: u32) {
        if self.state.borrow().generation != generation {
            return;
        }
        let bridge = self.clone();
        spawn_local(async move {
            match host::spawn_worker().await {
                Ok(worker) => bridge.connect(generation, worker),
                Err(_) if attempts <= 1 => bridge.settle_on_page(generation),
                Err(_) => {
                    Timeout::new(ATTEMPT_PAUSE_MS, move || bridge.spawn(generation, attempts - 1)).forget();
                }
            }
        });
    }

    fn settle_on_page(&self, generation: u32) {
        let bridge = self.clone();
        let driver = Driver::new(PAGE_SLICE_MS, move |reply| bridge.receive(generation, reply), |_| {});
        {
            let mut state = self.state.borrow_mut();
            if state.generation != generation {
                return;
            }
            state.has_no_worker = true;
            state.engine = EngineHost::Page(driver);
        }
        self.pump();
    }

    fn connect(&self, generation: u32, worker: Worker) {
        if self.state.borrow().generation != generation {
            worker.terminate();
            return;
        }
        let bridge = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            let heartbeat = data.as_f64();
            bridge.on_message(generation, heartbeat);
            if heartbeat.is_some() {
                return;
            }
            match data.dyn_into::<Uint8Array>() {
                Ok(bytes) => {
                    if let Ok(reply) = decode_reply(&bytes.to_vec()) {
                        bridge.receive(generation, reply);
                    }
                }
                Err(other) => {
                    if Reflect::has(&other, &JsValue::from_str("trap")).unwrap_or(false) {
                        bridge.on_worker_crash(generation);
                    }
                }
            }
        });
        let bridge = self.clone();
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            bridge.on_worker_crash(generation);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let bridge = self.clone();
        let ticks = Interval::new(TICK_MS, move || bridge.on_tick(generation));
        let handle = WorkerHandle { worker, _ticks: ticks, _on_message: on_message, _on_error: on_error };
        {
            let mut state = self.state.borrow_mut();
            state.watchdog = Watchdog::default();
            state.had_worker = true;
            state.engine = EngineHost::Worker(handle);
        }
        self.pump();
    }

    /// Called when the worker has sent anything; a number is a heartbeat.
    fn on_message(&self, generation: u32, heartbeat: Option<f64>) {
        let mut state = self.state.borrow_mut();
        if state.generation != generation {
            return;
        }
        state.watchdog.on_message();
        if let Some(number) = heartbeat {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the worker sends a u32")]
            let number = number as u32;
            state.supervisor.on_heartbeat(Some(number).filter(|number| *number > 0));
        }
    }

    /// Called at each tick of the watchdog. Replaces a worker that has been silent for too long.
    fn on_tick(&self, generation: u32) {
        let watch = {
            let mut state = self.state.borrow_mut();
            if state.generation != generation {
                return;
            }
            let load = state.supervisor.is_running().then(|| state.load());
            let watch = state.watchdog.on_tick(load);
            if let (Watch::Ping, EngineHost::Worker(handle)) = (watch, &state.engine) {
                // A worker that has ended does not answer.
                let _ = handle.worker.post_message(&JsValue::from(0));
            }
            watch
        };
        if watch == Watch::Replace {
            self.on_worker_crash(generation);
        }
    }

    /// Called when the engine of a generation has crashed. Starts the next one, or gives up.
    fn on_worker_crash(&self, generation: u32) {
        let recovery = {
            let mut state = self.state.borrow_mut();
            if state.generation != generation {
                return;
            }
            state.supervisor.on_worker_crash()
        };
        if recovery == Recovery::GiveUp {
            let mut state = self.state.borrow_mut();
            state.generation += 1;
            // The listeners of this handle are running; they are dropped after they have returned.
            let crashed = std::mem::replace(&mut state.engine, EngineHost::None);
            drop(state);
            spawn_local(async move { drop(crashed) });
            (self.report)(BridgeEvent::Ended);
            return;
        }
        let bridge = self.clone();
        spawn_local(async move {
            bridge.start();
            (bridge.report)(BridgeEvent::Replaced(match recovery {
                Recovery::RestartWithout(subject) => Some(subject),
                Recovery::Restart | Recovery::GiveUp => None,
            }));
        });
    }

    fn receive(&self, generation: u32, reply: Reply) {
        let meaning = {
            let mut state = self.state.borrow_mut();
            if state.generation != generation {
                return;
            }
            state.supervisor.receive(reply)
        };
        match meaning {
            Meaning::Show(event) => (self.report)(BridgeEvent::Event(event)),
            Meaning::Refused(subject, event) => (self.report)(BridgeEvent::Refused(subject, event)),
            Meaning::Stale => {}
        }
        self.pump();
    }

    /// Sends the requests that are due, and reports whether the table waits for an answer.
    fn pump(&self) {
        let busy = {
            let mut state = self.state.borrow_mut();
            let state = &mut *state;
            if !matches!(state.engine, EngineHost::None) {
                while let Some((request, content)) = state.supervisor.next_request() {
                    let blob = content.and_then(|id| state.contents.get(&id).cloned());
                    state.engine.send(request, blob);
                }
            }
            let busy = state.supervisor.is_busy();
            let changed = state.was_busy != busy;
            state.was_busy = busy;
            changed.then_some(busy)
        };
        if let Some(busy) = busy {
            (self.report)(BridgeEvent::Busy(busy));
        }
    }
}

impl BridgeState {
    /// Returns how much the engine has to work on.
    fn load(&self) -> Load {
        let texts: f64 = self.contents.values().map(Blob::size).sum();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are whole and below 2^53")]
        let texts = texts as u64;
        Load { texts, lexicon: self.supervisor.lexicon_bytes() }
    }
}

impl EngineHost {
    fn send(&self, request: Request, blob: Option<Blob>) {
        match self {
            Self::Worker(handle) => {
                let Ok(bytes) = encode_request(&request) else { return };
                let message = Object::new();
                let _ = Reflect::set(&message, &JsValue::from_str("bytes"), &Uint8Array::from(bytes.as_slice()));
                if let Some(blob) = blob {
                    let _ = Reflect::set(&message, &JsValue::from_str("blob"), &blob);
                }
                // A worker that ended says so by its error event.
                let _ = handle.worker.post_message(&message);
            }
            Self::Page(driver) => driver.submit((request, blob)),
            Self::None => {}
        }
    }
}
