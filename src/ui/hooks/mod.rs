//! What components share.

mod arrival;
mod desk;
mod desk_study;
mod keys;
mod late;
mod messages;
mod place;

pub use arrival::{Arrival, OWN_DRAG, use_arrivals};
pub use desk::{Desk, lexicon_name};
pub use desk_study::{PrintWish, Printed, Published};
pub use keys::{Key, use_keys};
pub use late::use_late;
pub use messages::use_messages;
pub use place::use_place;
