//! What a table of counts, or of judgements of them, says beyond its figures.

mod agreement;
mod dominance;
mod duplicates;
mod keyness;
mod residual;
mod table1;
mod wilson;

pub use agreement::{Agreement, agreement};
pub use dominance::dominant;
pub use duplicates::{Duplicate, DuplicateKind, LEAST_SHARE, LEAST_WORDS, duplicates};
pub use keyness::{keywords, log_likelihood};
pub use residual::{NOTABLE_RESIDUAL, STRONG_RESIDUAL, adjusted_residuals};
pub use table1::{dominant_values, ranked_matches, set_table1_options, special_content};
pub use wilson::wilson_interval;
