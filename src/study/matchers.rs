//! A document, a lexicon and options → its matches, with the matchers that were made on the way.

use rustc_hash::FxHashMap;

use super::{Options, document::Document};
use crate::{
    language::Language,
    lexicon::{EntryId, Lexicon},
    matching::{Match, Matcher},
    text::Vocabulary,
};

/// For each language whose entries count as before the new place of each of them.
pub(super) type Kept = FxHashMap<Option<Language>, FxHashMap<EntryId, EntryId>>;

/// One matcher for each language, compiled when it is first needed. All of them are for one lexicon, level and treatment of
/// case; the policy is chosen anew at each use.
#[derive(Default)]
pub(super) struct Matchers(FxHashMap<Option<Language>, Matcher>);

impl Matchers {
    /// Forgets all matchers: lexicon, level or case are others.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Keeps the matchers of the languages that are named, and gives their entries new places; forgets the others.
    pub(super) fn keep(&mut self, kept: &Kept) {
        self.0.retain(|language, matcher| {
            let new = kept.get(language);
            if let Some(new) = new {
                matcher.renumber(|id| new.get(&id).copied().unwrap_or(id));
            }
            new.is_some()
        });
    }

    /// Returns the matcher for a language.
    pub(super) fn of(&mut self, lexicon: &Lexicon, options: &Options, language: Option<Language>) -> &mut Matcher {
        let Options { case_sensitive, negation, .. } = *options;
        let compile = || Matcher::with_negation(lexicon, language, options.levels(), case_sensitive, negation);
        self.0.entry(language).or_insert_with(compile)
    }

    /// Finds every match of a document, by first token; the document stays as it is.
    pub(super) fn matches(
        &mut self,
        document: &Document,
        lexicon: &Lexicon,
        options: &Options,
        vocabulary: &Vocabulary,
    ) -> Vec<Match> {
        let mut matches: Vec<Match> = Vec::new();
        for part in &document.parts {
            let matcher = self.of(lexicon, options, part.language);
            matches.extend(document.matches_in(part, matcher, vocabulary, options.policy));
        }
        // A stable sort keeps the order in which the matcher returns the matches of one token.
        matches.sort_by_key(|found| found.first);
        matches
    }
}
