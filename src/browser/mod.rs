//! The browser behind the page: worker, storage, clipboard, files. The only place for web-sys
//! outside the events of `ui`.

mod bridge;
mod driver;
mod dropped;
mod embedded_view;
mod file_choice;
mod host;
mod inputs;
mod js_api;
mod late_module;
mod offline;
mod page;
mod picture;
mod plan;
mod protocol;
mod publish;
mod queue;
mod read_queue;
mod render_count;
mod requests;
mod sample;
mod storage;
mod store;
mod supervisor;
mod transfer;
mod watchdog;
mod window;
mod worker;

pub use bridge::{Bridge, BridgeEvent};
pub use dropped::{Dropped, NamedFile};
pub use embedded_view::is_read_only;
pub use file_choice::{ChosenFile, NoChoice, choose_files};
pub use host::{HostError, frame, has_study, load};
pub use inputs::{ContentId, InputDocument, Inputs, KeptResults, Origin, SourceFile, builtin_lexicon, plain_text};
pub use js_api::{analyze, kwic};
pub use late_module::{DocumentReader, LexiconConverter, ModuleError};
pub use offline::{NewVersion, forget_page, install, on_new_version, renew};
pub use page::{
    address, before_leaving, fragment, leave_static_body, local_time, on_fragment, on_hidden, preferred_languages,
    remove_first_page, replace_fragment, root, scroll_to_start, set_fragment, set_language, set_theme, set_title,
};
pub use picture::{draw_png, focus_mark};
pub use plan::{EngineDocument, EngineState, Plan, PlannedChange};
pub use protocol::{
    Command, Event, ProtocolError, Reply, Request, decode_reply, decode_request, encode_reply, encode_request, fill,
};
pub use publish::{JobHandle, PublishError, run_publish_job};
pub use queue::RequestQueue;
pub use render_count::count_render;
pub use requests::{RequestWatch, is_own};
pub use sample::{Sample, SampleDocument, SampleEntry, SampleError, SampleText, read_sample, read_sample_list};
pub use storage::{StorageDenied, ask_to_persist, forget_preferences, note_studies, read_preference, write_preference};
pub use store::{
    Channel, CopyAge, Head, HeadError, KeptEntry, ReadError, ReadStudy, SavedCopy, Saving, StoreError, StudyKey,
    StudyLock, TabStudy, View, announce, delete_study, duplicate_study, forget_everything, list_studies, lock_study,
    read_study, read_tab_study, rename_study, save_study, sweep, wait_for_study, write_tab_study,
};
pub use supervisor::{Meaning, Recovery, RequestTarget, Supervisor};
pub use transfer::{
    Denied, bytes_blob, copy, download, focus, focus_within, has_selection, may_download, read_bytes, text_blob,
};
pub use watchdog::{Load, TICK_MS, Watch, Watchdog};
pub use window::{document, window};
pub use worker::start_worker;
