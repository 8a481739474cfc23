//! Matches → matches in context, and the text with its matches marked.

mod explain;
mod highlight;
mod kwic;
mod near_miss;
mod word;

pub use explain::{MatchedBy, matched_by};
pub use highlight::{MatchMark, Run, page_around, runs};
pub use kwic::{Context, context, context_span, context_within};
pub use near_miss::{NearMissReason, NearWord};
pub use word::WordTest;
