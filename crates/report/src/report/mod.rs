//! The table → files.
//!
//! Law: the same table gives the same bytes. Every file names the policy, the measure, the lexicon
//! with its hash and the version of the program, so that a number can be traced from the file
//! alone.

mod appendix;
mod article;
mod card;
mod clean;
mod coding;
mod contexts;
mod csv;
mod data;
mod docx;
mod field;
mod figure;
mod grid;
mod html;
mod json;
mod latex;
mod lexicon_difference;
mod lint;
mod markdown;
mod methods;
mod parallel;
mod piece;
mod policy_difference;
mod provenance;
mod receipt;
mod references;
mod serif_width;
mod set;
mod style;
mod terminal;
mod validation;
mod xlsx;

pub use self::csv::{CsvStyle, Separator, csv, table1_csv, weighted_csv};
pub use appendix::lexicon_appendix;
pub use article::{Article, Block};
pub use card::card_article;
pub(crate) use clean::markup;
pub use coding::{
    CategoryScore, JudgedSample, Judgement, JudgementError, LanguageScore, Precision, Score, Tally, ValidationFacts,
    coder_instructions, score, score_csv, score_grid, score_json, score_markdown, score_toml,
};
pub use contexts::{contexts_csv, contexts_json, contexts_markdown, contexts_plain};
pub use docx::docx;
pub use field::{Field, Number, Value};
pub use figure::figure_provenance;
pub use grid::{
    Grid, no_dominant_value, no_special_content, signs_note, table_grid, table1_grid, table1_rules, weighted_table_grid,
};
pub use html::{html_for_clipboard, html_fragment, html_page, tabbed};
pub use json::{json, table1_json, weighted_json};
pub use latex::latex;
pub use lexicon_difference::{
    category_sentence, cause_sentence, difference_heading, difference_summary, entry_sentences, lexicon_difference_csv,
    lexicon_difference_json, lexicon_difference_plain, other_causes, side_count, signed_number,
};
pub use lint::{LintForms, lint_forms, lint_json, lint_plain, lint_sentence, lint_summary};
pub(crate) use markdown::escape_start as markdown_text;
pub use markdown::{markdown, table1_markdown, weighted_markdown};
pub use methods::{Methods, languages_of, methods_paragraph, methods_sentences};
pub use parallel::{parallel_csv, parallel_grid, parallel_json, parallel_markdown};
pub use piece::{ContextsFormat, Piece, PieceFile, PieceFormat, PieceQuery, write_article};
pub use policy_difference::{
    outcome_sentence, policies_summary, policy_difference_csv, policy_difference_json, policy_difference_plain,
};
pub use receipt::{receipt_json, receipt_plain, visible};
pub use references::{Reference, ReferenceStyle, StudyReference, references, references_markdown};
pub use set::{category_article, cited, methods_article, numbered_caption, table1_article};
pub use style::TableStyle;
pub use validation::validation_sentence;
pub use xlsx::{Sheet, study_workbook, workbook};

/// The version of the program, printed in every report.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
