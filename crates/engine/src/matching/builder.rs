//! Entries, conditions and words of negation → what the matcher looks for.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{
    condition::{Compiled, ListId, PatternLists},
    element::{ElementId, ElementOptions, WordForms},
    matcher::Matcher,
    negation::Negators,
    phrase::{Crossing, Phrase, Step},
    resolve::Rank,
    signs::Signs,
};
use crate::{
    language::{Language, PartsOfSpeech},
    lexicon::{CategoryId, Element, EntryId, Lexicon, Negator, Pattern},
    text::{comparable, to_u32},
};

/// An entry, or the pattern of a condition.
#[derive(Clone)]
pub(super) struct CompiledEntry {
    /// `None` for the pattern of a condition.
    pub(super) id: Option<EntryId>,
    pub(super) rank: Rank,
    pub(super) weight: f64,
    pub(super) conditions: Compiled,
    /// The pattern with its case, where case matters.
    pub(super) cased: Option<Phrase<Element>>,
    /// The pattern, where it has a gap, so that it may stand at one token in several ways.
    pub(super) gapped: Option<Phrase<ElementId>>,
    /// The one word that a text may have instead of the phrase.
    pub(super) joined: Option<Element>,
    /// What may stand between its words.
    pub(super) crosses: Crossing,
    /// Whether a part of a compound with a hyphen is a word of it too.
    pub(super) compounds: bool,
    /// The whole pattern, where only the words of it are looked for, since the policy sees no signs.
    pub(super) signs: Option<Signs>,
}

/// What is needed to compile entries.
#[derive(Clone, Default)]
pub(super) struct Builder {
    language: Option<Language>,
    is_case_sensitive: bool,
    terms: FxHashMap<String, u32>,
    /// Patterns of conditions that are there already, by their text.
    patterns: FxHashMap<String, Vec<u32>>,
    /// The lists of patterns that conditions have.
    pub(super) lists: PatternLists,
    /// The lists of what categories rule out for entries of a language.
    exclusions: FxHashMap<(CategoryId, Option<Language>), Option<ListId>>,
}

impl Builder {
    /// Makes ready to compile for a language.
    pub(super) fn new(language: Option<Language>, is_case_sensitive: bool) -> Self {
        Self { language, is_case_sensitive, ..Self::default() }
    }

    /// Adds an entry of the lexicon, to count for a column.
    pub(super) fn entry(&mut self, matcher: &mut Matcher, lexicon: &Lexicon, id: EntryId, column: u32) {
        let entry = &lexicon[id];
        let conditions = self.conditions(matcher, lexicon, id);
        let pattern = self.read(&entry.pattern);
        let crosses = Crossing::of_entry(entry.crosses_punctuation);
        let compiled = CompiledEntry {
            id: Some(id),
            rank: self.rank(&pattern, column, id),
            weight: entry.weight,
            conditions,
            cased: self.cased(&entry.pattern, &pattern.elements, crosses),
            gapped: None,
            joined: pattern.joined(),
            crosses,
            compounds: entry.compounds,
            signs: None,
        };
        if let Some(words) = pattern.without_signs() {
            let signs = Some(self.signs(&entry.pattern, &pattern));
            let compiled = CompiledEntry { joined: None, cased: None, signs, ..compiled.clone() };
            self.insert(matcher, &words, entry.parts, compiled);
        }
        if let Some(uncut) = pattern.uncut() {
            let cased = self.cased(&entry.pattern, uncut, crosses);
            self.insert(matcher, uncut, entry.parts, CompiledEntry { cased, ..compiled.clone() });
        }
        self.insert(matcher, &pattern.elements, entry.parts, compiled);
    }

    /// Reads a pattern again with its case, where the study says so.
    fn read(&self, pattern: &Pattern) -> Pattern {
        if !self.is_case_sensitive {
            return pattern.clone();
        }
        Pattern::parse_as(&pattern.text, true).expect("a pattern that was read can be read with its case")
    }

    fn cased(&self, written: &Pattern, read: &[Element], crosses: Crossing) -> Option<Phrase<Element>> {
        (self.is_case_sensitive || written.is_case_sensitive).then(|| cased_phrase(read, crosses))
    }

    fn signs(&self, written: &Pattern, read: &Pattern) -> Signs {
        Signs::new(&read.elements, self.is_case_sensitive || written.is_case_sensitive)
    }

    fn rank(&mut self, pattern: &Pattern, column: u32, id: EntryId) -> Rank {
        let text = comparable(&pattern.text, pattern.is_case_sensitive || self.is_case_sensitive).into_owned();
        let precedence = (pattern.has_wildcard(), text.starts_with('*'), Reverse(to_u32(pattern.characters())));
        let next = to_u32(self.terms.len());
        Rank { column, term: *self.terms.entry(text).or_insert(next), precedence, order: id.0 }
    }

    fn conditions(&mut self, matcher: &mut Matcher, lexicon: &Lexicon, id: EntryId) -> Compiled {
        let entry = &lexicon[id];
        let conditions = &entry.conditions;
        let mut compile = |patterns: &[Pattern]| self.list(matcher, patterns);
        let mut compiled = Compiled {
            not: compile(&conditions.not).into_iter().collect(),
            not_before: compile(&conditions.not_before),
            not_after: compile(&conditions.not_after),
            before: compile(&conditions.before),
            after: compile(&conditions.after),
            near: compile(&conditions.near),
            window: u32::from(conditions.window),
            leaves_out_names: conditions.leaves_out_names,
        };
        let mut category = Some(entry.category);
        while let Some((id, above)) = category.and_then(|id| Some((id, lexicon.category(id)?))) {
            let known = self.exclusions.get(&(id, entry.language)).copied();
            let list = known.unwrap_or_else(|| {
                let own: Vec<Pattern> = above.all_exclusions(entry.language).cloned().collect();
                let list = self.list(matcher, &own);
                self.exclusions.insert((id, entry.language), list);
                list
            });
            compiled.not.extend(list);
            category = above.parent;
        }
        compiled
    }

    fn list(&mut self, matcher: &mut Matcher, patterns: &[Pattern]) -> Option<ListId> {
        let places = patterns.iter().flat_map(|pattern| self.place(matcher, pattern)).collect();
        self.lists.insert(places)
    }

    /// Adds the pattern of a condition, once, and returns its places among the entries: one for each
    /// way in which it is looked for.
    fn place(&mut self, matcher: &mut Matcher, pattern: &Pattern) -> Vec<u32> {
        if let Some(places) = self.patterns.get(&pattern.text) {
            return places.clone();
        }
        let read = self.read(pattern);
        let mut places = Vec::new();
        for elements in [Some(&read.elements[..]), read.uncut()].into_iter().flatten() {
            let cased = self.cased(pattern, elements, Crossing::Quotes);
            places.push(self.place_as(matcher, elements, Crossing::Quotes, cased, None));
        }
        if let Some(words) = read.without_signs() {
            let signs = Some(self.signs(pattern, &read));
            places.push(self.place_as(matcher, &words, Crossing::Quotes, None, signs));
        }
        self.patterns.insert(pattern.text.clone(), places.clone());
        places
    }

    fn place_as(
        &self,
        matcher: &mut Matcher,
        elements: &[Element],
        crosses: Crossing,
        cased: Option<Phrase<Element>>,
        signs: Option<Signs>,
    ) -> u32 {
        let compiled = CompiledEntry {
            id: None,
            rank: Rank { column: 0, term: 0, precedence: (false, false, Reverse(0)), order: 0 },
            weight: 0.0,
            conditions: Compiled::default(),
            cased,
            gapped: None,
            joined: None,
            crosses,
            compounds: false,
            signs,
        };
        self.insert(matcher, elements, PartsOfSpeech::UNKNOWN, compiled)
    }

    /// Adds the words of negation. They are compared without case, whatever the study says of its
    /// entries: Не, НЕ and не negate.
    pub(super) fn negators(&self, matcher: &mut Matcher, lexicon: &Lexicon, language: Language) -> Negators {
        let list = lexicon.negation_of(language);
        let mut place = |pattern: &Pattern| {
            let crosses = Crossing::Nothing;
            let cased = pattern.is_case_sensitive.then(|| cased_phrase(&pattern.elements, crosses));
            self.place_as(matcher, &pattern.elements, crosses, cased, None)
        };
        let mut negating =
            |words: &[Negator]| words.iter().map(|word| (place(&word.pattern), word.reach)).collect::<Vec<_>>();
        let (before, after) = (negating(&list.before), negating(&list.after));
        Negators {
            before,
            after,
            except: list.except.iter().map(&mut place).collect(),
            stop: list.stop.iter().map(&mut place).collect(),
        }
    }

    /// Adds an entry: one word without conditions by its element, everything else as a path.
    fn insert(
        &self,
        matcher: &mut Matcher,
        elements: &[Element],
        parts: PartsOfSpeech,
        mut entry: CompiledEntry,
    ) -> u32 {
        let at = to_u32(matcher.entries.len());
        let len = elements.len();
        let is_plain =
            entry.id.is_some() && entry.conditions.is_empty() && entry.cased.is_none() && entry.signs.is_none();
        let phrase = Phrase::new(elements, entry.crosses, |place, element| {
            let forms = WordForms::at(self.language, elements, place);
            // Only a single word, or the head of a phrase, has the part of speech that the entry
            // states.
            let parts = element.parts(if place + 1 == len { parts } else { PartsOfSpeech::UNKNOWN });
            let compounds = entry.compounds;
            matcher.elements.insert(
                element,
                ElementOptions { language: self.language, parts, forms, is_alone: len == 1, compounds },
            )
        });
        match *phrase.steps() {
            [Step::Word(element)] if is_plain => matcher.singles.entry(element).or_default().push(at),
            _ => matcher.trie.insert(phrase.steps(), at),
        }
        if let Some(joined) = &entry.joined {
            let options = ElementOptions {
                language: None,
                parts: PartsOfSpeech::UNKNOWN,
                forms: WordForms::AsWritten,
                is_alone: true,
                compounds: false,
            };
            let joined = Step::Word(matcher.elements.insert(joined, options));
            matcher.trie.insert(&[joined], at);
        }
        let has_gap = elements.iter().any(|element| matches!(element, Element::Gap(_)));
        entry.gapped = has_gap.then_some(phrase);
        matcher.entries.push(entry);
        at
    }
}

/// The path of a pattern whose words are compared with their case.
fn cased_phrase(elements: &[Element], crosses: Crossing) -> Phrase<Element> {
    Phrase::new(elements, crosses, |_, element| element.clone())
}
