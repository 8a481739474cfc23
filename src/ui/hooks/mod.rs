//! What components share.

mod messages;

pub use messages::use_messages;
