//! A sample of matches → what coders get; what they give back → how precise the lexicon is.
//!
//! ```text
//! study ──sample, instructions──▶ files for coders ──judgements──▶ table ──judged_sample──▶ score ──▶ files
//! ```
//!
//! A sample is one table that a spreadsheet opens, with everything that the score needs in columns
//! that repeat, so that it comes back as one file, sorted, saved in another encoding or with
//! another separator. Coders are blind to the entries: their columns are the category, the context
//! and the judgement; no column says which entry caught a match.

mod instructions;
mod judged_sample;
mod judgement;
mod sample;
mod score;
mod score_files;

pub use instructions::coder_instructions;
pub use judged_sample::{JudgedSample, JudgementError};
pub use judgement::Judgement;
pub(super) use sample::sample_csv;
pub use score::{CategoryScore, LanguageScore, Precision, Score, Tally, score};
pub use score_files::{ValidationFacts, score_csv, score_grid, score_json, score_markdown, score_toml};
