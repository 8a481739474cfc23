//! How a result was made, as a file ⇄ the study that makes it again.
//!
//! A recipe is a small TOML file: which texts (by SHA-256), which lexicon (by SHA-256), how bytes
//! become text, how matches are counted, what a cell shows, what Table 1 names (under `[table1]`, with
//! every key; without it as before there was a choice). It travels with every published study,
//! project file and deposit. Law: a recipe that was written is read back equal, and the same recipe
//! with the same files gives the same table.
//!
//! ```
//! use tarazy_report::recipe::Recipe;
//!
//! let recipe = Recipe::parse(
//!     "format = 1\nprogram = \"0.1.0\"\n[lexicon]\nid = \"values\"\nversion = \"0.2.0\"\n\
//!      sha256 = \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"\n\
//!      [counting]\nmeasure = \"share\"\npolicy = \"longest\"\n\
//!      [table1]\ntopics_compete = true\nspecial_rate = 10\nspecial_matches = 5\ndominant_matches = 20\n\
//!      [[text]]\ntitle = \"Ақ жол\"\nfile = \"ak-zhol.txt\"\n\
//!      sha256 = \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"\n",
//! )?;
//! assert_eq!(recipe.texts[0].title.get(tarazy_engine::language::Language::Kazakh), "Ақ жол");
//! assert_eq!(Recipe::parse(&recipe.to_toml())?, recipe);
//! # Ok::<(), tarazy_report::recipe::RecipeError>(())
//! ```

mod difference;
mod error;
mod licence;
mod metadata;
mod model;
mod read;
mod replay;
mod write;

pub use difference::{Aspect, RecipeDifference, recipe_differences};
pub use error::{RecipeError, RecipeReason};
pub(crate) use licence::{spdx, spdx_address};
pub(crate) use metadata::bare_doi;
pub use metadata::{MetadataError, author_orcid, check_about, check_address, check_author, check_doi, doi};
pub use model::{About, Counting, Extraction, Recipe, RecipeLexicon, RecipeText};
pub use replay::{RecipeInput, lexicon_mismatch, replay, text_mismatch};
pub(crate) use write::quoted;
