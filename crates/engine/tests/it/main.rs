//! The tests of the engine, linked once.

#![allow(clippy::too_many_lines, reason = "tables of cases are long")]

mod differences;
mod exchange;
mod kazakh;
mod laws;
mod letters_and_closed_classes;
mod lexicon_formats;
mod lint;
mod parallel;
mod probe;
mod questions;
mod quirks;
mod record;
mod repair;
mod semantics;
mod study;
mod word_lists;
mod workbench;
mod writing;
