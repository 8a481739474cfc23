//! What components share beside markup.

mod actions;
mod add_texts;
mod address;
mod arrival;
mod first_study;
mod incoming;
mod judged_samples;
mod keeping;
mod kept_studies;
mod keys;
mod late;
mod lexicon_files;
mod printing;
mod render_count;
mod slices;
mod study_files;
mod study_mark;

pub use actions::{Dispatchers, StudyActions, lexicon_name};
pub use add_texts::AddedText;
pub use address::{Address, use_address};
pub use arrival::{Arrival, OWN_DRAG, use_arrivals};
pub use first_study::use_first_study;
pub use keeping::view;
pub use keys::{Key, use_keys};
pub use late::use_late;
pub use printing::use_printing;
pub use render_count::use_render_count;
pub use slices::{
    Opened, Samples, use_actions, use_edit, use_go, use_intake, use_kept, use_messages, use_notices, use_opened,
    use_prefer, use_preferences, use_results, use_route, use_samples, use_study, use_table,
};
pub use study_files::{PublishOutcome, PublishQuery, Published};
pub use study_mark::use_study_mark;
