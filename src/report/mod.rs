//! The table → files.
//!
//! Law: the same table gives the same bytes. Every file names the policy, the measure, the lexicon with its hash and the version
//! of the program, so that a number can be traced from the file alone.

mod contexts;
mod csv;
mod grid;
mod json;
mod markdown;
mod receipt;

pub use self::csv::{csv, weighted_csv};
pub use contexts::{contexts_csv, contexts_json, contexts_markdown, contexts_plain};
pub use grid::{Grid, table_grid, table1_grid, weighted_table_grid};
pub use json::{json, table1_json, weighted_json};
pub use markdown::{markdown, table1_markdown, weighted_markdown};
pub use receipt::{receipt_json, receipt_plain, visible};

/// The version of the program, printed in every report.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
