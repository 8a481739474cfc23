//! What a table of counts says beyond its figures.

mod dominance;
mod keyness;
mod residual;

pub use dominance::dominant;
pub use keyness::{keywords, log_likelihood};
pub use residual::{NOTABLE_RESIDUAL, STRONG_RESIDUAL, adjusted_residuals};
