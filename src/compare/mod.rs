//! What a table of counts says beyond its figures.

mod residual;

pub use residual::adjusted_residuals;
