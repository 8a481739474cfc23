//! Which of the lemmas that the grammar allows a form is taken for.
//!
//! Grammar alone lets a form belong to several words: туралы ('about') is also ту + the ending -лы.
//! A language may know better ([`Inflection::judge`](super::Inflection::judge)): its own frequent
//! words compete with the entries, and where two words share a form, the word before or after it
//! may show which is meant. No reading is lost: one that does not stand says why.

use serde::{Deserialize, Serialize};

use super::{inflection::PartsOfSpeech, lemma_index::LemmaMatch};

/// Which words compete with an entry for a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rivals {
    /// None: every form that the grammar allows belongs to the entry.
    Nobody,
    /// The language's known words. What one entry catches does not depend on the others.
    #[default]
    KnownWords,
    /// The known words and the other entries.
    Entries,
}

/// Why a form that the grammar allows is not taken for one of the entry's. Each names the word that
/// it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rejection {
    /// A longer word explains the form: туралы is not of ту.
    LongerWord(String),
    /// The form is far more often one of another word: алып is of ал-, hardly ever алып 'giant';
    /// ойлар is the plural of ой.
    CommonerWord(String),
    /// The form is a word without forms of its own, of another part of speech than the entry
    /// states: the particle де is not the verb де-.
    FunctionWord(String),
    /// The verb helps the one before it and has lost its own meaning: отыр- in айтып отыр 'is
    /// saying'.
    Auxiliary(String),
}

/// The words beside a form, folded; `None` at a punctuation mark, a break, the beginning or the end
/// of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Neighbours<'text> {
    /// The word before.
    pub previous: Option<&'text str>,
    /// The word after.
    pub next: Option<&'text str>,
    /// Whether the form is written in capitals, two letters or more, and not all the words beside
    /// it are.
    pub is_in_capitals: bool,
}

/// A question to the neighbours of a form, by the language's own number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cue(pub u8);

/// What became of a reading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Verdict {
    /// The form belongs to the lemma.
    #[default]
    Stands,
    /// It does not.
    Rejected(Rejection),
    /// The neighbours decide: it belongs to the lemma where the cue is met, and elsewhere not.
    OnlyWith(Cue, Rejection),
    /// The neighbours decide: it belongs to the lemma but where the cue is met.
    Unless(Cue, Rejection),
}

impl Verdict {
    /// Returns why the reading does not stand, or `None` where it stands; `is_met` returns `true` if
    /// its cue is met.
    pub fn rejection(&self, is_met: impl FnOnce(Cue) -> bool) -> Option<&Rejection> {
        match self {
            Self::Stands => None,
            Self::Rejected(rejection) => Some(rejection),
            Self::OnlyWith(cue, rejection) => (!is_met(*cue)).then_some(rejection),
            Self::Unless(cue, rejection) => is_met(*cue).then_some(rejection),
        }
    }

    /// Returns `true` if the neighbours decide.
    pub fn depends(&self) -> bool {
        matches!(self, Self::OnlyWith(..) | Self::Unless(..))
    }
}

/// An entry's lemma as its [`LemmaIndex`](super::LemmaIndex) holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lemma {
    /// The citation form, lower case, NFC.
    pub text: Box<str>,
    /// The parts of speech that the entry states.
    pub parts: PartsOfSpeech,
    /// Whether it was written `lemma~`: derived words are wanted too, so it takes no part in
    /// competition.
    pub derives: bool,
}

/// One lemma that a form may belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<'index> {
    /// How the form belongs to the lemma.
    pub found: LemmaMatch,
    /// The lemma.
    pub lemma: &'index Lemma,
    /// Whether it does.
    pub verdict: Verdict,
}
