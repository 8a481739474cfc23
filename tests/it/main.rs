//! The tests of reports, files, the command line and the page, linked once.

#![allow(clippy::too_many_lines, reason = "tables of cases are long")]

mod architecture;
mod bad_input;
mod cli;
mod cli_output;
mod cli_semantics;
mod data;
mod documents;
mod figure;
mod figure_cli;
mod figure_sample;
mod golden;
mod hostile;
mod hostile_exports;
mod left_out;
mod metadata;
mod mixed;
mod negation;
mod palette;
mod plain_english;
mod program;
mod projects;
mod recipe;
#[cfg(feature = "ui")]
mod rendering;
mod report;
mod share;
mod study_file;
mod table1;
#[cfg(feature = "ui")]
mod ui;
#[cfg(feature = "ui")]
mod ui_figures;
#[cfg(feature = "ui")]
mod ui_parallel;
#[cfg(feature = "ui")]
mod ui_sample;
#[cfg(feature = "ui")]
mod ui_validation;
#[cfg(feature = "ui")]
mod ui_workbench;
mod validation;
mod weights;
mod workbench_cli;
#[cfg(feature = "ui")]
mod workbench_sample;
