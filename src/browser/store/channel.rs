//! What the tabs of one browser say to each other: that the list of kept studies has changed.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::BroadcastChannel;

const NAME: &str = "tarazy";

/// Listens to the other tabs for as long as it is there.
pub struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Calls `report` when another tab has changed the list of kept studies. `None` where the browser
    /// has no channels.
    pub fn listen(report: impl Fn() + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(NAME).ok()?;
        let listener = EventListener::new(&channel, "message", move |_| report());
        Some(Self { channel, _listener: listener })
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}

/// Reports to the other tabs that the list of kept studies has changed.
pub fn announce() {
    if let Ok(channel) = BroadcastChannel::new(NAME) {
        let _ = channel.post_message(&JsValue::TRUE);
        channel.close();
    }
}
