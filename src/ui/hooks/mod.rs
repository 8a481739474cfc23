//! What components share.

mod actions;
mod arrival;
mod keys;
mod late;
mod messages;
mod printing;
mod route;
mod study_files;

pub use actions::{StudyActions, lexicon_name};
pub use arrival::{Arrival, OWN_DRAG, use_arrivals};
pub use keys::{Key, use_keys};
pub use late::use_late;
pub use messages::use_messages;
pub use printing::use_printing;
pub use route::use_route;
pub use study_files::{PublishOutcome, PublishQuery, Published};
