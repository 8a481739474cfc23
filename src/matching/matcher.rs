//! A lexicon made ready for the documents of one language.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Candidate, Cell, Match, Negation, Policy, Status,
    compile::columns_at,
    condition::{Compiled, Places},
    element::{Dependent, ElementId, Elements, Reading, inflects},
    island::islands,
    negation::{Governed, Ground, Negators},
    resolve::{Rank, resolve},
    trie::{Step, Trie},
};
use crate::{
    language::{Language, Neighbours, PartsOfSpeech},
    lexicon::{Element, EntryId, Lexicon, Negator, Pattern},
    text::{Span, TokenKind, Tokens, TypeId, Vocabulary, fold, small},
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
    /// Words of negation, where negated matches are left out.
    negators: Option<Negators>,
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
    /// The one word that a text may have instead of the phrase.
    joined: Option<Element>,
    /// Whether punctuation may stand between its words.
    crosses_punctuation: bool,
}

/// What stands in the tree and was found in a document, sorted and each once.
struct Scanned {
    /// Candidates that may count.
    admitted: Vec<Candidate>,
    /// Candidates that their conditions rule out.
    excluded: Vec<Candidate>,
    /// What is negated; nothing where negation is ignored.
    governed: Governed,
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
        Self::with_negation(lexicon, language, level, is_case_sensitive, Negation::Ignore)
    }

    /// As [`Matcher::new`]; with [`Negation::LeaveOut`] matches that the lexicon's words of negation, or those of the language,
    /// govern do not count. For an unknown language nothing is negated.
    pub fn with_negation(
        lexicon: &Lexicon,
        language: Option<Language>,
        level: Option<u8>,
        is_case_sensitive: bool,
        negation: Negation,
    ) -> Self {
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
            negators: None,
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
                joined: pattern.joined(),
                crosses_punctuation: entry.crosses_punctuation,
            };
            builder.insert(&mut matcher, &pattern, entry.parts, compiled);
        }
        if negation == Negation::LeaveOut {
            matcher.negators = language.map(|language| builder.negators(&mut matcher, lexicon, language));
        }
        matcher
    }

    /// Counts a document: one cell a column.
    ///
    /// Cost: one look at each token, one at each distinct type, and the work for each match of a phrase or conditional entry.
    pub fn count(&mut self, text: &str, tokens: &Tokens, vocabulary: &Vocabulary, policy: Policy) -> Vec<Cell> {
        self.learn(tokens, vocabulary);
        let stream = Stream::new(tokens, vocabulary, policy);
        let Scanned { admitted, governed, .. } = self.scan(text, tokens, &stream, vocabulary);
        let alone = governed.tokens();
        let mut cells = vec![Cell::default(); self.column_count];
        let mut in_islands: FxHashMap<TypeId, u32> = FxHashMap::default();
        let mut statuses = Vec::new();
        let mut members = Vec::new();
        let mut negated_in_islands: FxHashSet<u32> = FxHashSet::default();
        islands(&admitted, |candidates, range| {
            members.clear();
            members.extend_from_slice(candidates);
            for token in range {
                let id = stream.types[token as usize];
                if !alone.is_empty() {
                    negated_in_islands.insert(small(stream.place(token)));
                }
                *in_islands.entry(id).or_default() += 1;
                members.extend(self.singles_of(id).map(|entry| Candidate { first: token, count: 1, entry }));
            }
            resolve(policy, &mut members, |candidate| self.rank(candidate), &mut statuses);
            for (candidate, status) in members.iter().zip(&statuses) {
                if *status != Status::Counted {
                    continue;
                }
                if stream.is_negated(*candidate, &governed) {
                    cells[self.rank(*candidate).column as usize].negated += 1;
                } else {
                    let words = self.words_in(*candidate, &stream, vocabulary);
                    self.add(&mut cells, *candidate, 1, words, policy);
                }
            }
        });
        // Under a word of negation even a single word is looked at where it stands.
        for token in alone.into_iter().filter(|token| !negated_in_islands.contains(token)) {
            let id = tokens.types()[token as usize];
            *in_islands.entry(id).or_default() += 1;
            members.clear();
            members.extend(self.singles_of(id).map(|entry| Candidate { first: 0, count: 1, entry }));
            resolve(policy, &mut members, |candidate| self.rank(candidate), &mut statuses);
            for (candidate, _) in members.iter().zip(&statuses).filter(|(_, status)| **status == Status::Counted) {
                cells[self.rank(*candidate).column as usize].negated += 1;
            }
        }
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
                    self.add(&mut cells, *candidate, times, 1, policy);
                }
            }
        }
        cells
    }

    /// Returns every candidate of a document with its fate, by first token, then column, then entry.
    pub fn matches(&mut self, text: &str, tokens: &Tokens, vocabulary: &Vocabulary, policy: Policy) -> Vec<Match> {
        self.learn(tokens, vocabulary);
        let stream = Stream::new(tokens, vocabulary, policy);
        let Scanned { admitted: mut candidates, excluded, governed } = self.scan(text, tokens, &stream, vocabulary);
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
            found.extend(fates.map(|(candidate, status)| {
                let is_negated = *status == Status::Counted && stream.is_negated(*candidate, &governed);
                let status = if is_negated { Status::Negated } else { *status };
                self.found(*candidate, status, tokens, &stream)
            }));
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

    /// Finds the candidates that stand in the tree, and what is negated.
    fn scan(&self, text: &str, tokens: &Tokens, stream: &Stream<'_>, vocabulary: &Vocabulary) -> Scanned {
        let quotes: Vec<TypeId> = QUOTES.iter().filter_map(|quote| vocabulary.get(quote)).collect();
        let decided = self.decide(tokens, stream, vocabulary);
        let elements = |token: usize| -> Option<&[ElementId]> {
            let id = stream.types.get(token).filter(|id| **id != TypeId::BREAK)?;
            let by_neighbours = || decided.get(&small(token)).map_or(&[][..], Vec::as_slice);
            Some(if self.depends(*id) { by_neighbours() } else { self.elements_of(*id) })
        };
        let is_passed = |token: usize| stream.types.get(token).is_some_and(|id| is_passed(*id, vocabulary));
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
            self.trie.search(first, &elements, &is_passed, &mut |entry, end| {
                here.push(Candidate { first: small(first), count: small(end - first), entry });
            });
            here.sort_unstable();
            here.dedup();
            here.retain(|candidate| stream.places.is_none() || !self.is_joined(*candidate));
            here.retain(|candidate| self.has_case(*candidate, text, tokens, stream, vocabulary));
            for candidate in &here {
                if self.entries[candidate.entry as usize].id.is_none() {
                    places.push(*candidate);
                } else {
                    found.push(*candidate);
                }
            }
        }
        let is_quote = |token: u32| stream.types.get(token as usize).is_some_and(|id| quotes.contains(id));
        let (admitted, excluded) = found.into_iter().partition(|candidate| {
            self.entries[candidate.entry as usize].conditions.admit(*candidate, &places, is_quote)
        });
        let governed = self.negators.as_ref().map(|negators| {
            let ground = Ground { tokens, vocabulary, quotes: &quotes };
            negators.govern(&places, &ground, |token| stream.place(token))
        });
        Scanned { admitted, excluded, governed: governed.unwrap_or_default() }
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
    fn has_case(
        &self,
        candidate: Candidate,
        text: &str,
        tokens: &Tokens,
        stream: &Stream<'_>,
        vocabulary: &Vocabulary,
    ) -> bool {
        let entry = &self.entries[candidate.entry as usize];
        let Some(cased) = &entry.cased else { return true };
        let joined = entry.joined.as_ref().filter(|_| candidate.count == 1);
        let cased = joined.map_or(&cased[..], std::slice::from_ref);
        let word = |token: u32| {
            let is_passed = entry.crosses_punctuation && is_passed(stream.types[token as usize], vocabulary);
            (tokens.written(stream.place(token), text).into_owned(), is_passed)
        };
        let words: Vec<_> = (candidate.first..candidate.end()).map(word).collect();
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

    /// Whether one token stands for a phrase; the tools whose rule `liwc` is know no such tokens.
    fn is_joined(&self, candidate: Candidate) -> bool {
        candidate.count == 1 && self.entries[candidate.entry as usize].joined.is_some()
    }

    /// Number of tokens of a candidate, without the punctuation between the first and the last that it passes over.
    fn words_in(&self, candidate: Candidate, stream: &Stream<'_>, vocabulary: &Vocabulary) -> u64 {
        let all = u64::from(candidate.count);
        if candidate.count < 3 || !self.entries[candidate.entry as usize].crosses_punctuation {
            return all;
        }
        let between = &stream.types[candidate.first as usize + 1..candidate.end() as usize - 1];
        all - between.iter().filter(|id| is_passed(**id, vocabulary)).count() as u64
    }

    fn add(&self, cells: &mut [Cell], candidate: Candidate, times: u64, words: u64, policy: Policy) {
        let entry = &self.entries[candidate.entry as usize];
        let count = if policy == Policy::Liwc { words } else { 1 };
        cells[entry.rank.column as usize].add(times, words, count, entry.weight);
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

    fn is_negated(&self, candidate: Candidate, governed: &Governed) -> bool {
        governed.holds(small(self.place(candidate.first)), small(self.place(candidate.end() - 1)))
    }
}

/// Says whether a phrase that may cross punctuation passes over a token: commas, dashes, brackets, quotation marks, but nothing that
/// may end a sentence.
pub(super) fn is_passed(id: TypeId, vocabulary: &Vocabulary) -> bool {
    vocabulary.kind(id) == TokenKind::Punctuation && !vocabulary.form(id).contains(['.', '!', '?', '…'])
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
        let precedence = (pattern.has_wildcard(), text.starts_with('*'), Reverse(small(pattern.signs())));
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
        let cased = self.cased(pattern, &read);
        let at = self.place_as(matcher, &read, cased);
        self.patterns.insert(pattern.text.clone(), at);
        at
    }

    fn place_as(&self, matcher: &mut Matcher, pattern: &Pattern, cased: Option<Vec<Element>>) -> u32 {
        let compiled = CompiledEntry {
            id: None,
            rank: Rank { column: 0, term: 0, precedence: (false, false, Reverse(0)) },
            weight: 0.0,
            conditions: Compiled::default(),
            cased,
            joined: None,
            crosses_punctuation: false,
        };
        self.insert(matcher, pattern, PartsOfSpeech::UNKNOWN, compiled)
    }

    /// Adds the words of negation. They are compared without case, whatever the study says of its entries: Не, НЕ and не negate.
    fn negators(&self, matcher: &mut Matcher, lexicon: &Lexicon, language: Language) -> Negators {
        let list = lexicon.negation_of(language);
        let mut place = |pattern: &Pattern| {
            let cased = pattern.is_case_sensitive.then(|| pattern.elements.clone());
            self.place_as(matcher, pattern, cased)
        };
        let mut governing =
            |words: &[Negator]| words.iter().map(|word| (place(&word.pattern), word.reach)).collect::<Vec<_>>();
        let (before, after) = (governing(&list.before), governing(&list.after));
        Negators {
            before,
            after,
            except: list.except.iter().map(&mut place).collect(),
            stop: list.stop.iter().map(&mut place).collect(),
        }
    }

    /// Adds an entry: one word without conditions by its element, everything else as a path.
    fn insert(&self, matcher: &mut Matcher, pattern: &Pattern, parts: PartsOfSpeech, entry: CompiledEntry) -> u32 {
        let at = small(matcher.entries.len());
        let len = pattern.elements.len();
        let is_plain = entry.id.is_some() && entry.conditions.is_empty() && entry.cased.is_none();
        let mut steps: Vec<Step> = pattern
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
        if entry.crosses_punctuation {
            steps = crossing(&steps);
        }
        match steps[..] {
            [Step::Element(element)] if is_plain => matcher.singles.entry(element).or_default().push(at),
            _ => matcher.trie.insert(&steps, at),
        }
        if let Some(joined) = &entry.joined {
            let reading = Reading { language: None, parts: PartsOfSpeech::UNKNOWN, inflects: false, is_alone: true };
            let joined = Step::Element(matcher.elements.insert(joined, reading));
            matcher.trie.insert(&[joined], at);
        }
        matcher.entries.push(entry);
        at
    }
}

/// The steps of a phrase between whose words punctuation may stand; a gap counts words only.
fn crossing(steps: &[Step]) -> Vec<Step> {
    let mut wide = Vec::with_capacity(steps.len() * 2);
    for (at, step) in steps.iter().enumerate() {
        match *step {
            Step::Gap(words) => wide.push(Step::Pass(words)),
            step => {
                if at > 0 && !matches!(steps[at - 1], Step::Gap(_)) {
                    wide.push(Step::Pass(0));
                }
                wide.push(step);
            }
        }
    }
    wide
}

/// Says whether words, written as in the text, have the case of a pattern's elements; the flag tells punctuation that the pattern may
/// pass over. Where that or a gap allows several ways, one that fits is enough.
fn fits_case(elements: &[Element], words: &[(String, bool)]) -> bool {
    let Some((element, rest)) = elements.split_first() else { return words.is_empty() };
    if let Element::Gap(size) = element {
        let is_within = |skipped: &usize| {
            let counted = words[..*skipped].iter().filter(|(_, is_passed)| !is_passed);
            counted.count() <= usize::from(*size)
        };
        return (0..=words.len()).take_while(is_within).any(|skipped| fits_case(rest, &words[skipped..]));
    }
    let Some(((word, is_passed), others)) = words.split_first() else { return false };
    // The first word of a candidate is never passed over: the match begins there.
    if *is_passed && fits_case(elements, others) {
        return true;
    }
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
