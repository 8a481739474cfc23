//! What other pages call: a request in plain data → one result.
//!
//! `browser::js_api` hands requests and results over between JavaScript and these functions; their
//! types for TypeScript are in `api.d.ts`.

mod analysis;
mod field_names;
mod kwic;

pub use analysis::{
    Analysis, AnalysisDocument, AnalysisError, AnalysisLexicon, AnalysisOptions, AnalysisRequest, AnalysisText,
    GivenText, run_analysis,
};
pub use field_names::field_names;
pub use kwic::{Kwic, KwicDocument, KwicLine, KwicRequest, run_kwic};
