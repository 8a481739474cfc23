//! The states of an edited lexicon that are at hand, so that taking edits back costs nothing.

use std::{collections::VecDeque, rc::Rc};

use super::loaded_lexicon::LoadedLexicon;
use crate::{
    lexicon::{Lexicon, LexiconEdit, builtin_source, changed_entries, read_toml},
    settings::LexiconSource,
    text::to_u32,
};

/// How many states are kept.
const MOST_STATES: usize = 8;
/// How many entries they may have together, so that a large lexicon does not fill the memory.
const MOST_ENTRIES: usize = 100_000;

/// Where the lexicon came from, and the states before its last edits.
#[derive(Default)]
pub(super) struct LexiconHistory {
    /// Number of entries that differ from the built-in lexicon with the same id; `None` where there
    /// is none, or the lexicon is that very file.
    pub(super) changes: Option<u32>,
    /// The source set last, with the edits since.
    source: Option<LexiconSource>,
    /// The lexicon before each of the last edits.
    earlier: VecDeque<LoadedLexicon>,
    /// The built-in lexicon that was compared with last.
    original: Lexicon,
}

impl LexiconHistory {
    /// Begins the history of a lexicon that was just read.
    pub(super) fn begin(&mut self, source: LexiconSource, lexicon: &Lexicon) {
        self.earlier.clear();
        // A built-in lexicon is its own original.
        match source {
            LexiconSource::Builtin(_) => self.changes = None,
            _ => self.compare_with_original(lexicon),
        }
        self.source = Some(source);
    }

    /// Keeps the state before an edit.
    pub(super) fn push(&mut self, before: LoadedLexicon, edit: LexiconEdit) {
        self.source = self.source.take().map(|source| Rc::new(source).edited(edit));
        self.earlier.push_back(before);
        let entries =
            |states: &VecDeque<LoadedLexicon>| states.iter().map(|own| own.lexicon.entries.len()).sum::<usize>();
        while self.earlier.len() > MOST_STATES || entries(&self.earlier) > MOST_ENTRIES {
            self.earlier.pop_front();
        }
    }

    /// Returns the state that a source names, where it is the present one without its last edits
    /// and still at hand; the history then ends there.
    pub(super) fn step_back(&mut self, source: &LexiconSource) -> Option<LoadedLexicon> {
        let ((own, done), (origin, edits)) = (self.source.as_ref()?.parts(), source.parts());
        let steps = done.strip_prefix(edits).filter(|_| own == origin)?.len();
        let at = self.earlier.len().checked_sub(steps).filter(|_| steps > 0)?;
        self.source = Some(source.clone());
        self.earlier.drain(at..).next()
    }

    /// Counts the entries that differ from the built-in lexicon with the same id.
    pub(super) fn compare_with_original(&mut self, lexicon: &Lexicon) {
        self.changes = self.changed_from_original(lexicon);
    }

    fn changed_from_original(&mut self, lexicon: &Lexicon) -> Option<u32> {
        if self.original.id != lexicon.id {
            let source = builtin_source(&lexicon.id)?;
            self.original = read_toml(source).ok()?.lexicon;
        }
        (self.original.sha256 != lexicon.sha256).then(|| to_u32(changed_entries(lexicon, &self.original)))
    }
}
