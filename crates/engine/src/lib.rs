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
//! Reading bytes and lexicons can fail, and says where and why ([`intake`], [`lexicon`]); nothing behind it can. Front ends, the
//! page and the command line, use one door, [`study::Engine`]:
//!
//! ```
//! use tarazy_engine::study::{Command, DocumentId, Engine, Event, LanguageChoice, LexiconSource, Reading, Request};
//! let mut engine = Engine::new();
//! let lexicon = Command::SetLexicon(LexiconSource::Builtin("values".to_owned()));
//! let text = Command::PutDocument {
//!     id: DocumentId(1),
//!     title: "Жарғы".to_owned(),
//!     file: None,
//!     language: LanguageChoice::Auto,
//!     reading: Reading::default(),
//!     bytes: "Сөз бостандығына кепілдік беріледі. Адамның құқықтары мен бостандықтары қорғалады.".into(),
//! };
//! for (sequence, command) in [(1, lexicon), (2, text)] {
//!     engine.submit(Request { sequence, revision: 1, command });
//! }
//! let replies = engine.run();
//! let Some(Event::Compared(table)) = replies.last().map(|reply| &reply.event) else { panic!("{replies:?}") };
//! let freedom = table.columns.iter().position(|column| column.path == "freedom").unwrap();
//! assert_eq!(table.documents[0].cells[freedom].count, 3);
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
