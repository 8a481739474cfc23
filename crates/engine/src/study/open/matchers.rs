//! A document, a lexicon and options → its matches, with the matchers that were made on the way.

use rustc_hash::FxHashMap;

use super::{document::Document, edit_effect::EditEffect};
use crate::{
    language::Language,
    lexicon::{EntryId, Lexicon},
    matching::{Levels, Match, Matcher},
    settings::Options,
    text::Vocabulary,
};

/// One matcher for each language, compiled when it is first needed. All of them are for one
/// lexicon, level and treatment of case; the policy is chosen again at each use.
#[derive(Default)]
pub(in crate::study) struct Matchers(FxHashMap<Option<Language>, Matcher>);

impl Matchers {
    /// Forgets all matchers: lexicon, level or case are others.
    pub(in crate::study) fn clear(&mut self) {
        self.0.clear();
    }

    /// Brings the matchers from a lexicon to the one that an edit made of it.
    pub(super) fn update(
        &mut self,
        lexicon: &Lexicon,
        levels: Levels,
        effects: &FxHashMap<Option<Language>, EditEffect>,
        vocabulary: &Vocabulary,
    ) {
        for (language, matcher) in &mut self.0 {
            let Some(effect) = effects.get(language) else { continue };
            matcher.update(lexicon, levels, &effect.removed, |id| effect.place(id), &effect.added, vocabulary);
        }
    }

    /// Returns a matcher for a language that is the known one but for an entry that came, perhaps
    /// in the place of another.
    pub(in crate::study) fn with_entry(
        &mut self,
        lexicon: &Lexicon,
        tried: (&Lexicon, EntryId),
        options: &Options,
        language: Option<Language>,
        vocabulary: &Vocabulary,
    ) -> Matcher {
        let (tried, id) = tried;
        let mut matcher = self.of(lexicon, options, language).clone();
        let removed = [id].into_iter().collect();
        matcher.update(tried, options.levels(), &removed, |id| id, &[id], vocabulary);
        matcher
    }

    /// Returns the matcher for a language.
    pub(in crate::study) fn of(
        &mut self,
        lexicon: &Lexicon,
        options: &Options,
        language: Option<Language>,
    ) -> &mut Matcher {
        self.0.entry(language).or_insert_with(|| Self::compile(lexicon, options, language))
    }

    /// Compiles a matcher.
    pub(in crate::study) fn compile(lexicon: &Lexicon, options: &Options, language: Option<Language>) -> Matcher {
        let Options { case_sensitive, negation, .. } = *options;
        Matcher::with_negation(lexicon, language, options.levels(), case_sensitive, negation)
    }

    /// Finds every match of a document, by first token; the document stays as it is.
    pub(in crate::study) fn matches(
        &mut self,
        document: &Document,
        lexicon: &Lexicon,
        options: &Options,
        vocabulary: &Vocabulary,
    ) -> Vec<Match> {
        let mut matches: Vec<Match> = Vec::new();
        for section in &document.sections {
            let matcher = self.of(lexicon, options, section.language);
            matches.extend(document.matches_in(section, matcher, vocabulary, options.policy));
        }
        // A stable sort keeps the order in which the matcher returns the matches of one token.
        matches.sort_by_key(|found| found.first);
        matches
    }
}
