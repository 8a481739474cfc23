//! Tarazy (таразы, "scales") weighs texts against each other by the categories of a lexicon.
//!
//! Everything flows one way, and each step is a pure function of its inputs:
//!
//! ```text
//! bytes ─intake─▶ text ─repair─▶ text ─text─▶ tokens + vocabulary ─┐
//!                                                                  ├─matching─▶ matches ─▶ counts ─▶ table, Table 1 ─report─▶ files
//! lexicon file ─lexicon─▶ lexicon ──────────────────────────────────┘                └─context─▶ contexts, marked text
//! ```
//!
//! Reading bytes and lexicons can fail, and says where and why ([`intake`], [`lexicon`]); nothing
//! behind it can. Front ends, the page and the command line, use [`study::Engine`]:
//!
//! ```
//! use tarazy_engine::{
//!     settings::{DocumentId, LanguageChoice, LexiconSource, ReadingOptions},
//!     study::{CellQuery, Change, Engine},
//! };
//! let mut engine = Engine::new();
//! engine.apply(Change::SetLexicon(LexiconSource::Builtin("values".to_owned()))).unwrap();
//! let text = Change::PutDocument {
//!     id: DocumentId(1),
//!     title: "Жарғы".to_owned(),
//!     file: None,
//!     language: LanguageChoice::Auto,
//!     reading: ReadingOptions::default(),
//!     bytes: "Сөз бостандығына кепілдік беріледі. Адамның құқықтары мен бостандықтары қорғалады.".into(),
//! };
//! engine.apply(text).unwrap();
//! let table = engine.table();
//! let freedom = table.columns.iter().find(|column| column.path == "freedom").unwrap();
//! let cell = engine.ask(CellQuery { document: DocumentId(1), column: freedom.id }).unwrap();
//! assert_eq!(cell.forms[0].form, "адамның құқықтары");
//! ```
//!
//! The engine needs no web crate and reads no file.
#![forbid(unsafe_code)]

pub mod archive;
pub mod compare;
pub mod context;
pub mod counting;
pub mod digest;
pub mod encoding;
pub mod format;
pub mod intake;
pub mod language;
pub mod lexicon;
pub mod matching;
pub mod problem;
pub mod repair;
pub mod settings;
pub mod study;
pub mod text;
