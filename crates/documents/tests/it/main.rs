//! Tests of the crate through its interface, on small documents that they make themselves.

mod archive;
mod docx;
mod epub;
mod mutation;
mod odt;
mod request;
mod sample;
mod workbook;
