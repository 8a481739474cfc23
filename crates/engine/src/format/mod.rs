//! Small pieces of other people's file formats that several areas read or write.

mod address;

pub use address::{escape_path, unescape_path};
