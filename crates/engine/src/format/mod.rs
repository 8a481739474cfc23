//! Small pieces of other people's file formats that several areas read or write.

mod address;
mod spreadsheet;
mod toml;
mod xml;

pub use address::{escape_path, unescape_path};
pub use spreadsheet::column_letters;
pub use toml::toml_string;
pub use xml::{entity, escape_xml};
