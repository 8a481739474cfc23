//! Lexicons in the formats of other tools ⇄ lexicons in format 1, as requests and replies.
//!
//! An engine that is built without the feature `formats` reads and writes format 1 alone. A front
//! end with such an engine sends a request to another program that is built with it, and hands the
//! reply to its engine: [`LexiconReply::Read`] as [`LexiconSource::Converted`].
//!
//! Law: a file that is converted and then read by an engine counts, warns and reports as the same
//! file read by an engine with all formats; a lexicon that is written in format 1 and then converted
//! is the same file as one written by such an engine.
//!
//! [`LexiconSource::Converted`]: crate::settings::LexiconSource::Converted

use serde::{Deserialize, Serialize};

use super::question::lexicon_file::LexiconFile;
use crate::{
    lexicon::{ImportReport, LexiconFormat, LexiconReading},
    problem::Problem,
};

/// A request about the bytes of a lexicon's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LexiconRequest {
    /// The bytes are in any format: [`LexiconReply::Read`].
    Read {
        /// The name of the file.
        name: String,
        /// How it is read.
        reading: LexiconReading,
    },
    /// The bytes are in format 1: [`LexiconReply::Written`].
    Write {
        /// The name of the file.
        name: String,
        /// The format of the file that is written.
        format: LexiconFormat,
    },
}

impl LexiconRequest {
    /// Returns the name of the file.
    pub fn name(&self) -> &str {
        let (Self::Read { name, .. } | Self::Write { name, .. }) = self;
        name
    }
}

/// The reply to a request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum LexiconReply {
    /// The lexicon in format 1.
    Read {
        /// The file.
        text: String,
        /// What the conversion found.
        report: Box<ImportReport>,
    },
    /// The lexicon in the format that was asked for.
    Written(Box<LexiconFile>),
    /// Why the file is not read.
    Refused(Vec<Problem>),
}
