//! Dirty text → the text that is counted.
//!
//! A text that went through a scanner, a PDF or an old font looks right and counts wrong: тiркеу
//! with a Latin `i` is no form of тіркеу, бостан-⏎дығы no form of бостандық. [`repair`] repairs
//! what can be repaired safely, one [`RepairKind`] after another, and keeps account of every
//! change. Nothing is corrected that is merely misspelt.
//!
//! Laws: the source can be had back to the byte ([`Repaired::source`]); a repaired text is not
//! changed by a second repair; a clean text is handed through without a copy; only the text itself
//! and lists that are part of the program decide, so that the counts of one text never depend on
//! another or on the lexicon.
//!
//! ```
//! use tarazy_engine::repair::{RepairKinds, repair};
//!
//! let repaired = repair("Әділет министрлiгi".to_owned(), RepairKinds::default());
//! assert_eq!(repaired.text(), "Әділет министрлігі");
//! assert_eq!(repaired.source(), "Әділет министрлiгi");
//! ```

mod composition;
mod compound;
mod hyphen;
mod invisible;
mod kind;
mod line_end;
mod look_alike;
mod mojibake;
mod pass;
mod receipt;
mod repaired;
mod replacement;
mod scan;
mod script;
mod similar_letter;
#[cfg(test)]
mod testing;

pub use kind::{RepairKind, RepairKinds};
pub use receipt::{DistinctChange, KindReceipt, RepairCount, RepairReceipt, RepairedWord};
pub use repaired::{Repaired, repair};
pub use replacement::Replacement;
