//! A pattern that is looked for in all texts, outside the lexicon: what it matches, in context.
//!
//! A word is looked for in each language by its inflected forms there, as an entry of that language
//! would be. Policy, levels and negation are those of a lexicon with this one entry; letters are
//! compared as in the study.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{
    AskError, Needs, Query,
    contexts::{
        ContextExtent, ContextLine, ContextSelection, ContextsQuery, CountedLine, Parts, PlaceFinder, context_line,
        page_of, select,
    },
};
use crate::{
    language::Language,
    lexicon::{EntryKey, FieldChange, Lexicon},
    matching::{ColumnId, Match, Matcher, Negation, Policy, Status},
    problem::Problem,
    settings::Options,
    study::open::{OpenStudy, document::Document, loaded_lexicon::lexicon_of_fields, matchers::Matchers},
    text::to_u32,
};

/// Asks for the matches of a pattern in all texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchQuery {
    /// What is looked for, as an entry of a lexicon is written.
    pub pattern: String,
    /// Number of lines to skip.
    pub offset: u32,
    /// Number of lines to return, at most.
    pub limit: u32,
    /// How much text on either side.
    pub extent: ContextExtent,
    /// Which of the matches, and in which order.
    pub selection: ContextSelection,
}

impl SearchQuery {
    /// Asks for all matches, with 60 characters on either side.
    pub fn new(pattern: &str) -> Self {
        let (extent, selection) = (ContextExtent::Characters(60), ContextSelection::default());
        Self { pattern: pattern.to_owned(), offset: 0, limit: u32::MAX, extent, selection }
    }
}

/// What a pattern matches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SearchPage {
    /// What was asked.
    pub query: SearchQuery,
    /// Why it is no pattern. Where nothing is written, nothing is found and nothing is wrong.
    pub problem: Option<Problem>,
    /// The language in which most matches stand, the first in the texts' order among equals.
    pub language: Option<Language>,
    /// Number of texts that the lines are of, those of other pages among them.
    pub texts: u32,
    /// Number of lines in all.
    pub total: u32,
    /// The lines that were asked for.
    pub lines: Vec<ContextLine>,
}

impl Query for SearchQuery {
    type Answer = SearchPage;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Counts
    }

    /// Cost: the texts are matched once.
    fn answer(self, study: &mut OpenStudy) -> Result<SearchPage, AskError> {
        let study = &*study;
        let mut patterns = Patterns::new(self.pattern.clone(), &study.options);
        let found = study.documents_of(None).map(|document| patterns.matches(document, study));
        let found: Vec<(&Document, Vec<Match>)> = study.documents_of(None).zip(found.collect::<Vec<_>>()).collect();
        Ok(self.page(study, &patterns, &found))
    }
}

impl SearchQuery {
    fn page(self, study: &OpenStudy, patterns: &Patterns, found: &[(&Document, Vec<Match>)]) -> SearchPage {
        let vocabulary = study.vocabulary();
        let counted = found.iter().enumerate().flat_map(|(place, (document, matches))| {
            matches.iter().map(move |found| CountedLine { study, document, place: to_u32(place), found })
        });
        let parts = Parts::new(&self.selection.containing, vocabulary);
        let chosen = select(counted, &self.selection, |line| parts.stand_in(|| line.words_around(self.extent)));
        let total = to_u32(chosen.len());
        let texts: HashSet<u32> = chosen.iter().map(|line| line.place).collect();
        let (offset, limit, selection) = (self.offset, self.limit, self.selection.clone());
        let page = ContextsQuery { offset, limit, selection, ..ContextsQuery::new(ColumnId(0)) };
        let mut places = PlaceFinder::new(vocabulary);
        let line = |line: CountedLine<'_>| {
            let lexicon = patterns.lexicon(line.document.language_at(line.found.first));
            let found = (line.document, line.found);
            context_line(lexicon, found, vocabulary, &patterns.options, self.extent, &mut places)
        };
        let lines = page_of(chosen, &page).map(line).collect();
        SearchPage {
            problem: patterns.problem(),
            language: most_frequent_language(found),
            texts: to_u32(texts.len()),
            total,
            lines,
            query: self,
        }
    }
}

fn most_frequent_language(found: &[(&Document, Vec<Match>)]) -> Option<Language> {
    let mut counts: Vec<(Option<Language>, u64)> = Vec::new();
    for (document, matches) in found {
        for found in matches {
            let language = document.language_at(found.first);
            match counts.iter_mut().find(|(known, _)| *known == language) {
                Some((_, count)) => *count += 1,
                None => counts.push((language, 1)),
            }
        }
    }
    // The first of those that are equal.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).and_then(|(language, _)| language)
}

/// A lexicon of one entry with its matcher, or why there is none.
type OneEntry = Result<(Lexicon, Matcher), Option<Problem>>;

/// A pattern as an entry of each language of the texts.
struct Patterns {
    pattern: String,
    options: Options,
    /// In the order in which the texts have the languages, of which there are few.
    by_language: Vec<(Option<Language>, OneEntry)>,
}

impl Patterns {
    fn new(pattern: String, options: &Options) -> Self {
        let options = Options {
            policy: Policy::Longest,
            level: None,
            only_levels: None,
            negation: Negation::Ignore,
            ..options.clone()
        };
        // Wildcards alone would find every word.
        let has_letter = pattern.chars().any(|sign| sign != '*' && !sign.is_whitespace());
        Self { pattern: if has_letter { pattern } else { String::new() }, options, by_language: Vec::new() }
    }

    /// Finds the matches in a document, in their order.
    fn matches(&mut self, document: &Document, study: &OpenStudy) -> Vec<Match> {
        let Self { pattern, options, by_language } = self;
        let mut matches: Vec<Match> = Vec::new();
        for section in &document.sections {
            let language = section.language;
            let at = by_language.iter().position(|(known, _)| *known == language).unwrap_or_else(|| {
                by_language.push((language, one_entry(pattern, options, language)));
                by_language.len() - 1
            });
            if let (_, Ok((_, matcher))) = &mut by_language[at] {
                matches.extend(document.matches_in(section, matcher, study.vocabulary(), options.policy));
            }
        }
        matches.retain(|found| found.status == Status::Counted);
        matches.sort_by_key(|found| found.first);
        matches
    }

    /// Returns the lexicon that found the matches in a language.
    fn lexicon(&self, language: Option<Language>) -> &Lexicon {
        let own = self.by_language.iter().find(|(known, _)| *known == language);
        let (lexicon, _) = own.and_then(|(_, own)| own.as_ref().ok()).expect("it found a match");
        lexicon
    }

    /// Returns why it is no pattern in any language; nothing where it is one in some.
    fn problem(&self) -> Option<Problem> {
        let refusals: Option<Vec<_>> = self.by_language.iter().map(|(_, own)| own.as_ref().err()).collect();
        refusals?.into_iter().find_map(Clone::clone)
    }
}

fn one_entry(pattern: &str, options: &Options, language: Option<Language>) -> OneEntry {
    let fields = [FieldChange { key: EntryKey::Pattern, values: vec![pattern.to_owned()] }];
    let lexicon = lexicon_of_fields(language, &fields)?;
    let matcher = Matchers::compile(&lexicon, options, language);
    Ok((lexicon, matcher))
}
