//! A lexicon made ready for the documents of one language.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{
    Candidate, Cell, Match, Policy, Status,
    compile::columns_at,
    condition::{Compiled, Places},
    element::{Dependent, ElementId, Elements, Reading, inflects},
    island::islands,
    resolve::{Rank, resolve},
    trie::{Step, Trie},
};
use crate::{
    language::{Language, Neighbours, PartsOfSpeech},
    lexicon::{Element, EntryId, Lexicon, Pattern},
    text::{Span, Tokens, TypeId, Vocabulary, fold, small},
};

/// The entries of a lexicon that are looked for in documents of one language, and what is known of the forms met so far.
pub struct Matcher {
    entries: Vec<CompiledEntry>,
    elements: Elements,
    trie: Trie,
    /// Entries of one word, without conditions, by element.
    singles: FxHashMap<ElementId, Vec<u32>>,
    types: Vec<TypeInfo>,
    type_elements: Vec<ElementId>,
    /// Elements that a type fits only beside some neighbours.
    dependents: FxHashMap<TypeId, Vec<Dependent>>,
    column_count: usize,
}

/// An entry, or the pattern of a condition.
struct CompiledEntry {
    /// `None` for the pattern of a condition.
    id: Option<EntryId>,
    rank: Rank,
    weight: f64,
    conditions: Compiled,
    /// The pattern's elements with their case, where case matters.
    cased: Option<Vec<Element>>,
}

/// What is known of a type.
#[derive(Clone, Copy, Default)]
struct TypeInfo {
    first: u32,
    count: u32,
    is_known: bool,
    begins_phrase: bool,
    singles: Singles,
}

/// Whether entries of one word catch a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Singles {
    /// None does.
    #[default]
    No,
    /// Wherever it stands, so that it can be counted by type.
    Everywhere,
    /// Its neighbours decide what it fits, whether a word of an entry or of a phrase.
    ByNeighbours,
}

/// Quotation marks in their folded forms.
pub(super) const QUOTES: [&str; 9] = ["«", "»", "\"", "“", "”", "„", "'", "‹", "›"];

/// The tokens that a policy sees: all, or under `liwc` only words, numbers and breaks.
struct Stream<'tokens> {
    types: std::borrow::Cow<'tokens, [TypeId]>,
    /// For each token of the stream its number in the document, where that is another.
    places: Option<Vec<u32>>,
}

impl Matcher {
    /// Compiles the entries for `language`; for an unknown language those of all languages, matched by form and glob only.
    ///
    /// `level` is that of [`columns_at`]; with `is_case_sensitive` every pattern is read as if it began with `^`.
    /// Cost: linear in the entries; each distinct form is looked at when a document brings it.
    pub fn new(lexicon: &Lexicon, language: Option<Language>, level: Option<u8>, is_case_sensitive: bool) -> Self {
        let (columns, column_of) = columns_at(lexicon, level);
        let mut matcher = Self {
            entries: Vec::new(),
            elements: Elements::default(),
            trie: Trie::new(),
            singles: FxHashMap::default(),
            types: Vec::new(),
            type_elements: Vec::new(),
            dependents: FxHashMap::default(),
            column_count: columns.len(),
        };
        let mut builder =
            Builder { language, is_case_sensitive, terms: FxHashMap::default(), patterns: FxHashMap::default() };
        for (at, entry) in lexicon.entries.iter().enumerate() {
            let is_wanted = entry.language.is_none() || language.is_none() || entry.language == language;
            let Some(column) = column_of[entry.category.0 as usize].filter(|_| is_wanted) else { continue };
            let conditions = builder.conditions(&mut matcher, lexicon, EntryId(small(at)));
            let pattern = builder.read(&entry.pattern);
            let compiled = CompiledEntry {
                id: Some(EntryId(small(at))),
                rank: builder.rank(&pattern, column),
                weight: entry.weight,
                conditions,
                cased: builder.cased(&entry.pattern, &pattern),
            };
            builder.insert(&mut matcher, &pattern, entry.parts, compiled);
        }
        matcher
    }

    /// Names the entries by their places in a lexicon that gained or lost entries only in other languages: `new` tells for each
    /// place the new one.
    pub(crate) fn renumber(&mut self, new: impl Fn(EntryId) -> EntryId) {
        self.entries.iter_mut().filter_map(|entry| entry.id.as_mut()).for_each(|id| *id = new(*id));
    }

    /// Counts a document: one cell a column.
    ///
    /// Cost: one look at each token, one at each distinct type, and the work for each match of a phrase or conditional entry.
    pub fn count(&mut self, text: &str, tokens: &Tokens, vocabulary: &Vocabulary, policy: Policy) -> Vec<Cell> {
        self.learn(tokens, vocabulary);
        let stream = Stream::new(tokens, vocabulary, policy);
        let (admitted, _) = self.scan(text, tokens, &stream, vocabulary);
        let mut cells = vec![Cell::default(); self.column_count];
        let mut in_islands: FxHashMap<TypeId, u32> = FxHashMap::default();
        let mut statuses = Vec::new();
        let mut members = Vec::new();
        islands(&admitted, |candidates, range| {
            members.clear();
            members.extend_from_slice(candidates);
            for token in range {
                let id = stream.types[token as usize];
                *in_islands.entry(id).or_default() += 1;
                members.extend(self.singles_of(id).map(|entry| Candidate { first: token, count: 1, entry }));
            }
            resolve(policy, &mut members, |candidate| self.rank(candidate), &mut statuses);
            for (candidate, status) in members.iter().zip(&statuses) {
                if *status == Status::Counted {
                    self.add(&mut cells, *candidate, 1, policy);
                }
            }
        });
        for found in tokens.type_counts() {
            let info = self.types[found.id.0 as usize];
            if info.singles != Singles::Everywhere || (policy == Policy::Liwc && !vocabulary.kind(found.id).is_word()) {
                continue;
            }
            let times = u64::from(found.count) - u64::from(in_islands.get(&found.id).copied().unwrap_or(0));
            members.clear();
            members.extend(self.singles_of(found.id).map(|entry| Candidate { first: 0, count: 1, entry }));
            resolve(policy, &mut members, |candidate| self.rank(candidate), &mut statuses);
            for (candidate, status) in members.iter().zip(&statuses) {
                if *status == Status::Counted && times > 0 {
                    self.add(&mut cells, *candidate, times, policy);
                }
            }
        }
        cells
    }

    /// Returns every candidate of a document with its fate, by first token, then column, then entry.
    pub fn matches(&mut self, text: &str, tokens: &Tokens, vocabulary: &Vocabulary, policy: Policy) -> Vec<Match> {
        self.learn(tokens, vocabulary);
        let stream = Stream::new(tokens, vocabulary, policy);
        let (mut candidates, excluded) = self.scan(text, tokens, &stream, vocabulary);
        for (token, id) in stream.types.iter().enumerate() {
            let first = small(token);
            candidates.extend(self.singles_of(*id).map(|entry| Candidate { first, count: 1, entry }));
        }
        candidates.sort_unstable();
        let mut found = Vec::with_capacity(candidates.len() + excluded.len());
        found.extend(excluded.into_iter().map(|candidate| self.found(candidate, Status::Excluded, tokens, &stream)));
        let (mut members, mut statuses) = (Vec::new(), Vec::new());
        islands(&candidates, |candidates, _| {
            members.clear();
            members.extend_from_slice(candidates);
            resolve(policy, &mut members, |candidate| self.rank(candidate), &mut statuses);
            let fates = members.iter().zip(&statuses);
            found.extend(fates.map(|(candidate, status)| self.found(*candidate, *status, tokens, &stream)));
        });
        found.sort_unstable_by_key(|found| (found.first, found.column, found.entry, found.count));
        found
    }

    /// Looks at the types of a document that no earlier one had.
    fn learn(&mut self, tokens: &Tokens, vocabulary: &Vocabulary) {
        if self.types.len() < vocabulary.len() {
            self.types.resize(vocabulary.len(), TypeInfo::default());
        }
        let (mut found, mut dependents) = (Vec::new(), Vec::new());
        for id in tokens.type_counts().iter().map(|counted| counted.id) {
            if self.types[id.0 as usize].is_known {
                continue;
            }
            self.elements.matches(vocabulary.form(id), &mut found, &mut dependents);
            self.types[id.0 as usize] = TypeInfo {
                first: small(self.type_elements.len()),
                count: small(found.len()),
                is_known: true,
                begins_phrase: self.trie.begins_with_any()
                    || found.iter().any(|element| self.trie.begins_with(*element)),
                singles: if !dependents.is_empty() {
                    Singles::ByNeighbours
                } else if found.iter().any(|element| self.singles.contains_key(element)) {
                    Singles::Everywhere
                } else {
                    Singles::No
                },
            };
            if !dependents.is_empty() {
                self.dependents.insert(id, std::mem::take(&mut dependents));
            }
            self.type_elements.extend_from_slice(&found);
        }
    }

    /// Finds the candidates that stand in the tree, sorted and each once: those that may count, and those ruled out.
    fn scan(
        &self,
        text: &str,
        tokens: &Tokens,
        stream: &Stream<'_>,
        vocabulary: &Vocabulary,
    ) -> (Vec<Candidate>, Vec<Candidate>) {
        let quotes: Vec<TypeId> = QUOTES.iter().filter_map(|quote| vocabulary.get(quote)).collect();
        let decided = self.decide(tokens, stream, vocabulary);
        let elements = |token: usize| -> Option<&[ElementId]> {
            let id = stream.types.get(token).filter(|id| **id != TypeId::BREAK)?;
            let by_neighbours = || decided.get(&small(token)).map_or(&[][..], Vec::as_slice);
            Some(if self.depends(*id) { by_neighbours() } else { self.elements_of(*id) })
        };
        let mut found: Vec<Candidate> = Vec::new();
        let mut places = Places::default();
        let mut here: Vec<Candidate> = Vec::new();
        for (first, id) in stream.types.iter().enumerate() {
            let info = self.types[id.0 as usize];
            if !info.begins_phrase && info.singles != Singles::ByNeighbours {
                continue;
            }
            here.clear();
            if let Some(decided) = decided.get(&small(first)) {
                let singles = decided.iter().filter_map(|element| self.singles.get(element)).flatten();
                here.extend(singles.map(|entry| Candidate { first: small(first), count: 1, entry: *entry }));
            }
            self.trie.search(first, &elements, &mut |entry, end| {
                here.push(Candidate { first: small(first), count: small(end - first), entry });
            });
            here.sort_unstable();
            here.dedup();
            here.retain(|candidate| self.has_case(*candidate, text, tokens, stream));
            for candidate in &here {
                if self.entries[candidate.entry as usize].id.is_none() {
                    places.push(*candidate);
                } else {
                    found.push(*candidate);
                }
            }
        }
        let is_quote = |token: u32| stream.types.get(token as usize).is_some_and(|id| quotes.contains(id));
        found.into_iter().partition(|candidate| {
            self.entries[candidate.entry as usize].conditions.admit(*candidate, &places, is_quote)
        })
    }

    /// Returns what the tokens fit whose neighbours decide, by their number in the stream. Only words count as neighbours.
    fn decide(&self, tokens: &Tokens, stream: &Stream<'_>, vocabulary: &Vocabulary) -> FxHashMap<u32, Vec<ElementId>> {
        let mut decided = FxHashMap::default();
        if self.dependents.is_empty() {
            return decided;
        }
        let word = |at: Option<usize>| {
            let id = at.and_then(|at| tokens.types().get(at)).filter(|id| vocabulary.kind(**id).is_word())?;
            Some(vocabulary.form(*id))
        };
        for (token, id) in stream.types.iter().enumerate().filter(|(_, id)| self.depends(**id)) {
            let at = stream.place(small(token));
            let neighbours = Neighbours { previous: word(at.checked_sub(1)), next: word(at.checked_add(1)) };
            let dependents = self.dependents.get(id).map_or(&[][..], Vec::as_slice);
            let is_out = |element: &ElementId| {
                dependents.iter().any(|dependent| dependent.element == *element && !dependent.fits(neighbours))
            };
            let fitting = self.elements_of(*id).iter().filter(|element| !is_out(element)).copied();
            decided.insert(small(token), fitting.collect());
        }
        decided
    }

    /// Says whether a candidate of a case-sensitive pattern is written as the pattern is; true for others.
    fn has_case(&self, candidate: Candidate, text: &str, tokens: &Tokens, stream: &Stream<'_>) -> bool {
        let Some(cased) = &self.entries[candidate.entry as usize].cased else { return true };
        let words: Vec<_> = (candidate.first..candidate.end())
            .map(|token| tokens.written(stream.place(token), text).into_owned())
            .collect();
        fits_case(cased, &words)
    }

    fn elements_of(&self, id: TypeId) -> &[ElementId] {
        let info = self.types[id.0 as usize];
        &self.type_elements[info.first as usize..][..info.count as usize]
    }

    /// Whether the neighbours of a token decide what it fits.
    fn depends(&self, id: TypeId) -> bool {
        self.types[id.0 as usize].singles == Singles::ByNeighbours
    }

    /// Entries of one word, without conditions, that a type fits wherever it stands.
    fn singles_of(&self, id: TypeId) -> impl Iterator<Item = u32> {
        let is_caught = self.types[id.0 as usize].singles == Singles::Everywhere;
        let elements = if is_caught { self.elements_of(id) } else { &[] };
        elements.iter().filter_map(|element| self.singles.get(element)).flatten().copied()
    }

    fn rank(&self, candidate: Candidate) -> Rank {
        self.entries[candidate.entry as usize].rank
    }

    fn add(&self, cells: &mut [Cell], candidate: Candidate, times: u64, policy: Policy) {
        let entry = &self.entries[candidate.entry as usize];
        let tokens = u64::from(candidate.count);
        let count = if policy == Policy::Liwc { tokens } else { 1 };
        cells[entry.rank.column as usize].add(times, tokens, count, entry.weight);
    }

    fn found(&self, candidate: Candidate, status: Status, tokens: &Tokens, stream: &Stream<'_>) -> Match {
        let entry = &self.entries[candidate.entry as usize];
        let first = stream.place(candidate.first);
        let last = stream.place(candidate.end() - 1);
        let count = last + 1 - first;
        Match {
            // Only entries become candidates that are kept; patterns of conditions have no id and are places.
            entry: entry.id.unwrap_or(EntryId(u32::MAX)),
            first: small(first),
            count: small(count),
            span: Span::new(tokens.span(first).start, tokens.span(last).end),
            column: entry.rank.column,
            status,
        }
    }
}

impl<'tokens> Stream<'tokens> {
    fn new(tokens: &'tokens Tokens, vocabulary: &Vocabulary, policy: Policy) -> Self {
        if policy != Policy::Liwc {
            return Self { types: tokens.types().into(), places: None };
        }
        let is_seen = |id: TypeId| id == TypeId::BREAK || vocabulary.kind(id).is_word();
        let seen = tokens.types().iter().enumerate().filter(|(_, id)| is_seen(**id));
        let (places, types): (Vec<u32>, Vec<TypeId>) = seen.map(|(at, id)| (small(at), *id)).unzip();
        Self { types: types.into(), places: Some(places) }
    }

    /// The number in the document of a token of the stream.
    fn place(&self, token: u32) -> usize {
        self.places.as_ref().map_or(token, |places| places[token as usize]) as usize
    }
}

/// What is needed only while entries are compiled.
struct Builder {
    language: Option<Language>,
    is_case_sensitive: bool,
    terms: FxHashMap<String, u32>,
    /// Patterns of conditions that are there already, by their text.
    patterns: FxHashMap<String, u32>,
}

impl Builder {
    /// Reads a pattern again with its case, where the study says so.
    fn read(&self, pattern: &Pattern) -> Pattern {
        if !self.is_case_sensitive {
            return pattern.clone();
        }
        // The pattern was read before, and case takes no part in what can be wrong with it.
        Pattern::parse_as(&pattern.text, true).unwrap_or_else(|_| pattern.clone())
    }

    fn cased(&self, written: &Pattern, read: &Pattern) -> Option<Vec<Element>> {
        (self.is_case_sensitive || written.is_case_sensitive).then(|| read.elements.clone())
    }

    fn rank(&mut self, pattern: &Pattern, column: u32) -> Rank {
        let text = fold(&pattern.text, pattern.is_case_sensitive || self.is_case_sensitive).into_owned();
        let precedence = (pattern.has_wildcard(), text.starts_with('*'), Reverse(small(text.chars().count())));
        let next = small(self.terms.len());
        Rank { column, term: *self.terms.entry(text).or_insert(next), precedence }
    }

    fn conditions(&mut self, matcher: &mut Matcher, lexicon: &Lexicon, id: EntryId) -> Compiled {
        let Some(entry) = lexicon.entry(id) else { return Compiled::default() };
        let mut compile =
            |patterns: &[Pattern]| patterns.iter().map(|pattern| self.place(matcher, pattern)).collect::<Vec<_>>();
        let mut compiled = Compiled {
            not: compile(&entry.conditions.not),
            not_before: compile(&entry.conditions.not_before),
            not_after: compile(&entry.conditions.not_after),
            before: compile(&entry.conditions.before),
            after: compile(&entry.conditions.after),
            near: compile(&entry.conditions.near),
            window: u32::from(entry.conditions.window),
        };
        let mut category = Some(entry.category);
        while let Some(above) = category.and_then(|id| lexicon.category(id)) {
            let own = above.exclusions.iter().filter(|(language, _)| entry.language == *language);
            let own: Vec<Pattern> = own.map(|(_, pattern)| pattern.clone()).collect();
            compiled.not.extend(compile(&own));
            category = above.parent;
        }
        compiled
    }

    /// Adds the pattern of a condition, once, and returns its place among the entries.
    fn place(&mut self, matcher: &mut Matcher, pattern: &Pattern) -> u32 {
        if let Some(at) = self.patterns.get(&pattern.text) {
            return *at;
        }
        let read = self.read(pattern);
        let compiled = CompiledEntry {
            id: None,
            rank: Rank { column: 0, term: 0, precedence: (false, false, Reverse(0)) },
            weight: 0.0,
            conditions: Compiled::default(),
            cased: self.cased(pattern, &read),
        };
        let at = self.insert(matcher, &read, PartsOfSpeech::UNKNOWN, compiled);
        self.patterns.insert(pattern.text.clone(), at);
        at
    }

    /// Adds an entry: one word without conditions by its element, everything else as a path.
    fn insert(&self, matcher: &mut Matcher, pattern: &Pattern, parts: PartsOfSpeech, entry: CompiledEntry) -> u32 {
        let at = small(matcher.entries.len());
        let len = pattern.elements.len();
        let is_plain = entry.id.is_some() && entry.conditions.is_empty() && entry.cased.is_none();
        let steps: Vec<Step> = pattern
            .elements
            .iter()
            .enumerate()
            .map(|(place, element)| match element {
                Element::Any => Step::Any,
                Element::Gap(size) => Step::Gap(*size),
                element => {
                    let inflects = self.language.is_none_or(|language| inflects(language.inflection(), place, len));
                    // Only a single word, or the head of a phrase, has the part of speech that the entry states.
                    let parts = if place + 1 == len { parts } else { PartsOfSpeech::UNKNOWN };
                    Step::Element(
                        matcher
                            .elements
                            .insert(element, Reading { language: self.language, parts, inflects, is_alone: len == 1 }),
                    )
                }
            })
            .collect();
        match steps[..] {
            [Step::Element(element)] if is_plain => matcher.singles.entry(element).or_default().push(at),
            _ => matcher.trie.insert(&steps, at),
        }
        matcher.entries.push(entry);
        at
    }
}

/// Says whether words, written as in the text, have the case of a pattern's elements. Where a gap allows several ways, one that
/// fits is enough.
fn fits_case(elements: &[Element], words: &[String]) -> bool {
    let Some((element, rest)) = elements.split_first() else { return words.is_empty() };
    if let Element::Gap(size) = element {
        let most = usize::from(*size).min(words.len());
        return (0..=most).any(|skipped| fits_case(rest, &words[skipped..]));
    }
    let Some((word, others)) = words.split_first() else { return false };
    let fits = match element {
        Element::Form(form) => form == word,
        Element::Glob(glob) => glob.matches(word),
        Element::Regex(regex) => regex.matches(word),
        // Where an inflected form has the lemma's letter, it has it in the lemma's case.
        Element::Lemma { lemma, .. } => lemma
            .chars()
            .zip(word.chars())
            .all(|(wanted, letter)| wanted == letter || !wanted.to_lowercase().eq(letter.to_lowercase())),
        Element::Any | Element::Gap(_) => true,
    };
    fits && fits_case(rest, others)
}
