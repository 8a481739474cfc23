//! The tests of the engine, linked once.

#![allow(clippy::too_many_lines, reason = "tables of cases are long")]

mod balance;
mod card;
mod concordance;
mod declension;
mod differences;
mod entry_rules;
mod exchange;
mod kazakh;
mod laws;
mod letters_and_closed_classes;
mod lexicon_formats;
mod lint;
mod metadata;
mod parallel;
mod probe;
mod questions;
mod quirks;
mod record;
mod repair;
mod sample;
mod search;
mod semantics;
mod shared_names;
mod study;
mod table1;
mod word_lists;
mod workbench;
mod writing;
