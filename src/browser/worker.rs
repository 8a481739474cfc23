//! The worker's side: requests come in, replies go out, the engine never leaves.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use super::{
    driver::Driver,
    protocol::{Reply, decode_request, encode_reply},
    publish,
};

/// How long the worker works before it looks for new messages.
const SLICE_MS: f64 = 50.0;

/// Starts the worker: from now on it answers messages `{ bytes: Uint8Array, blob?: Blob }` with
/// replies as `Uint8Array`s. Heartbeats are numbers: that of the request in work, or 0 between two
/// slices and in answer to a ping, which is a number too. A message `{ job: Uint8Array, blobs: Blob[] }` is a
/// publication job, answered by `{ done: Uint8Array, parts: Uint8Array[] }`. When the program
/// panics or a promise in it is broken by a trap, the message is `{ trap: string }`; any other trap
/// reaches the page as the worker's error event.
#[wasm_bindgen]
pub fn start_worker() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    announce_traps();
    let replies = scope.clone();
    let scope_of_job = scope.clone();
    let heartbeats = scope.clone();
    let pings = scope.clone();
    let driver =
        Driver::new(SLICE_MS, move |reply| post(&replies, &reply), move |running| post_heartbeat(&heartbeats, running));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        if data.as_f64().is_some() {
            post_heartbeat(&pings, None);
            return;
        }
        let part = |name: &str| Reflect::get(&data, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
        if let Ok(job) = part("job").dyn_into::<Uint8Array>() {
            publish::serve(scope_of_job.clone(), &job, part("blobs").dyn_into::<Array>().unwrap_or_default());
            return;
        }
        let Ok(bytes) = part("bytes").dyn_into::<Uint8Array>() else { return };
        if let Ok(request) = decode_request(&bytes.to_vec()) {
            driver.submit((request, part("blob").dyn_into::<Blob>().ok()));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker listens for as long as it lives.
    on_message.forget();
}

/// Sends the number of the request in work, or 0.
fn post_heartbeat(scope: &DedicatedWorkerGlobalScope, running: Option<u32>) {
    // A page that was closed needs no heartbeat.
    let _ = scope.post_message(&JsValue::from(running.unwrap_or(0)));
}

/// Sends a reply; its bytes change hands and are not copied.
fn post(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let Ok(bytes) = encode_reply(reply) else { return };
    let bytes = Uint8Array::from(bytes.as_slice());
    let hands_over = Array::of1(&bytes.buffer());
    // A page that was closed needs no reply.
    let _ = scope.post_message_with_transfer(&bytes, &hands_over);
}

/// Reports to the page that the worker is about to end, and where. In what readers get a panic is a
/// trap and no more, so that this is for those who work on the program.
fn announce_traps() {
    std::panic::set_hook(Box::new(|information| {
        let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
        let message = Object::new();
        let text = JsValue::from_str(&information.to_string());
        let _ = Reflect::set(&message, &JsValue::from_str("trap"), &text);
        let _ = scope.post_message(&message);
    }));
}
