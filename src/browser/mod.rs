//! The browser behind the page: worker, storage, clipboard, files. The only place for web-sys
//! outside the events of `ui`.

mod bridge;
mod driver;
mod embedded_view;
mod host;
mod inputs;
mod js_api;
mod page;
mod picture;
mod plan;
mod protocol;
mod publish;
mod queue;
mod render_count;
mod requests;
mod sample;
mod storage;
mod supervisor;
mod transfer;
mod watchdog;
mod window;
mod worker;

pub use bridge::{Bridge, BridgeEvent};
pub use embedded_view::is_read_only;
pub use host::{HostError, frame, has_study, load};
pub use inputs::{ContentId, InputDocument, Inputs, KeptResults, Origin, builtin_lexicon, plain_text};
pub use js_api::{analyze, kwic};
pub use page::{
    address, fragment, leave_static_body, on_fragment, preferred_languages, remove_first_page, root, scroll_to_start,
    set_fragment, set_language, set_theme, set_title,
};
pub use picture::{draw_png, focus_mark};
pub use plan::{EngineDocument, EngineState, PlannedChange};
pub use protocol::{
    Command, Event, ProtocolError, Reply, Request, decode_reply, decode_request, encode_reply, encode_request, fill,
};
pub use publish::{JobHandle, PublishError, run_publish_job};
pub use queue::RequestQueue;
pub use render_count::count_render;
pub use requests::{RequestWatch, is_own};
pub use sample::{Sample, SampleDocument, SampleEntry, SampleError, SampleText, read_sample, read_sample_list};
pub use storage::{StorageDenied, read_preference, write_preference};
pub use supervisor::{Meaning, Recovery, RequestTarget, Supervisor};
pub use transfer::{Denied, bytes_blob, copy, download, focus, may_download, read_bytes, text_blob};
pub use watchdog::{Load, TICK_MS, Watch, Watchdog};
pub use window::{document, window};
pub use worker::start_worker;
