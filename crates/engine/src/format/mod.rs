//! Small pieces of other people's file formats that several areas read or write.

mod address;
mod date;
mod relation;
mod spreadsheet;
mod toml_error;
mod toml_file;
mod toml_string;
mod xml;
mod xml_reader;

pub use address::{escape_path, unescape_path};
pub(crate) use date::days_of;
pub use date::is_date;
pub use relation::{Relation, relations_of, resolve_part};
pub use spreadsheet::{column_letters, unescape_cell};
pub use toml_error::{TomlError, TomlReason};
pub use toml_file::{TomlFile, TomlTable, TomlValue};
pub use toml_string::toml_string;
pub use xml::{entity, escape_xml};
pub use xml_reader::{DocumentTypes, XmlEvent, XmlLimits, XmlStop, XmlTag, walk_xml};
