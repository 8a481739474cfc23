//! A lexicon made ready for the documents of one language.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    builder::{Builder, CompiledEntry},
    candidate::{Candidate, Match, Status},
    cell::Cell,
    compile::{Levels, columns_at},
    element::{Dependent, ElementId, Elements},
    island::islands,
    negation::{Negation, Negators},
    phrase::Crossing,
    policy::Policy,
    resolve::{Rank, resolve},
    scan::Scanned,
    stream::{Stream, is_passed},
    trie::Trie,
};
use crate::{
    language::Language,
    lexicon::{EntryId, Lexicon},
    text::{Span, Tokens, TypeId, Vocabulary, to_u32},
};

/// How many comparisons of a form with an expression [`Matcher::learn_some`] makes, a few hundredths
/// of a second.
const COMPARISONS_AT_ONCE: usize = 100_000;
/// What the rest of the work on a form costs, in such comparisons.
const FORM_COST: usize = 10;
/// The least number of forms that it looks at.
const LEAST_FORMS_AT_ONCE: usize = 8;

/// The entries of a lexicon that are looked for in documents of one language, and what is known of
/// the forms met so far.
#[derive(Clone)]
pub struct Matcher {
    pub(super) entries: Vec<CompiledEntry>,
    pub(super) elements: Elements,
    pub(super) trie: Trie,
    /// Entries of one word, without conditions, by element.
    pub(super) singles: FxHashMap<ElementId, Vec<u32>>,
    pub(super) types: Vec<TypeInfo>,
    pub(super) type_elements: Vec<ElementId>,
    /// Elements that a type fits only beside some neighbours.
    pub(super) dependents: FxHashMap<TypeId, Vec<Dependent>>,
    column_count: usize,
    /// Words of negation, where negated matches are left out.
    pub(super) negators: Option<Negators>,
    /// What compiled the entries, for those that come later.
    pub(super) builder: Builder,
}

/// What is known of a type.
#[derive(Clone, Copy, Default)]
pub(super) struct TypeInfo {
    pub(super) first: u32,
    pub(super) count: u32,
    pub(super) is_known: bool,
    pub(super) begins_phrase: bool,
    pub(super) singles: Singles,
}

/// Whether entries of one word catch a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Singles {
    /// None does.
    #[default]
    No,
    /// Wherever it stands, so that it can be counted by type.
    Everywhere,
    /// Its neighbours decide what it fits, whether a word of an entry or of a phrase.
    ByNeighbours,
}

impl Matcher {
    /// Compiles the entries for `language`; for an unknown language those of all languages, matched
    /// by form and glob only.
    ///
    /// `level` is that of [`Levels`], `None` for all; with `is_case_sensitive` every pattern is
    /// read as if it began with `^`. Cost: linear in the entries; each distinct form is looked at
    /// when a document brings it.
    pub fn new(lexicon: &Lexicon, language: Option<Language>, level: Option<u8>, is_case_sensitive: bool) -> Self {
        Self::with_negation(lexicon, language, level.into(), is_case_sensitive, Negation::Ignore)
    }

    /// As [`Matcher::new`]; with [`Negation::LeaveOut`] matches that the lexicon's words of
    /// negation, or those of the language, govern do not count. For an unknown language nothing is
    /// negated.
    pub fn with_negation(
        lexicon: &Lexicon,
        language: Option<Language>,
        levels: Levels,
        is_case_sensitive: bool,
        negation: Negation,
    ) -> Self {
        let (columns, column_of) = columns_at(lexicon, levels);
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
            builder: Builder::default(),
        };
        let mut builder = Builder::new(language, is_case_sensitive);
        for (at, entry) in lexicon.entries.iter().enumerate() {
            let is_wanted = entry.language.is_none() || language.is_none() || entry.language == language;
            if let Some(column) = column_of[entry.category.0 as usize].filter(|_| is_wanted) {
                builder.entry(&mut matcher, lexicon, EntryId(to_u32(at)), column);
            }
        }
        if negation == Negation::LeaveOut {
            matcher.negators = language.map(|language| builder.negators(&mut matcher, lexicon, language));
        }
        matcher.builder = builder;
        matcher
    }

    /// Names the entries by their places in a lexicon that gained or lost entries only in other
    /// languages: `new` returns for each place the new one.
    pub(crate) fn renumber(&mut self, new: impl Fn(EntryId) -> EntryId) {
        for entry in &mut self.entries {
            if let Some(id) = &mut entry.id {
                *id = new(*id);
                entry.rank.order = id.0;
            }
        }
    }

    /// Counts a document: one cell a column.
    ///
    /// Cost: one look at each token, one at each distinct type, the work for each match of a phrase
    /// or conditional entry, and for phrases with gaps no more than
    /// [`MAX_GAP_STEPS`](crate::lexicon::MAX_GAP_STEPS) steps at each token.
    pub fn count(&mut self, text: &str, tokens: &Tokens, vocabulary: &Vocabulary, policy: Policy) -> Vec<Cell> {
        self.learn(tokens, vocabulary);
        let stream = Stream::new(tokens, vocabulary, policy);
        let Scanned { admitted, scope, ways, .. } = self.scan(text, tokens, &stream, vocabulary);
        let (rank, shorter) = (|candidate| self.rank(candidate), |candidate, limit| ways.shorter(candidate, limit));
        let alone = scope.tokens();
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
                    negated_in_islands.insert(to_u32(stream.place(token)));
                }
                *in_islands.entry(id).or_default() += 1;
                members.extend(self.singles_of(id).map(|entry| Candidate { first: token, count: 1, entry }));
            }
            resolve(policy, &mut members, rank, shorter, &mut statuses);
            for (candidate, status) in members.iter().zip(&statuses) {
                if *status != Status::Counted {
                    continue;
                }
                if stream.is_negated(*candidate, &scope) {
                    cells[self.rank(*candidate).column as usize].negated += 1;
                } else {
                    let words = self.words_in(*candidate, &stream, vocabulary);
                    self.add(&mut cells, *candidate, 1, words, policy, !stream.has_word(*candidate, vocabulary));
                }
            }
        });
        // Under a word of negation even a single word is looked at where it stands.
        for token in alone.into_iter().filter(|token| !negated_in_islands.contains(token)) {
            let id = tokens.types()[token as usize];
            *in_islands.entry(id).or_default() += 1;
            members.clear();
            members.extend(self.singles_of(id).map(|entry| Candidate { first: 0, count: 1, entry }));
            resolve(policy, &mut members, rank, shorter, &mut statuses);
            for (candidate, _) in members.iter().zip(&statuses).filter(|(_, status)| **status == Status::Counted) {
                cells[self.rank(*candidate).column as usize].negated += 1;
            }
        }
        for found in tokens.type_counts() {
            let info = self.types[found.id.0 as usize];
            if info.singles != Singles::Everywhere || !policy.sees(vocabulary.kind(found.id)) {
                continue;
            }
            let times = u64::from(found.count) - u64::from(in_islands.get(&found.id).copied().unwrap_or(0));
            members.clear();
            members.extend(self.singles_of(found.id).map(|entry| Candidate { first: 0, count: 1, entry }));
            resolve(policy, &mut members, rank, shorter, &mut statuses);
            for (candidate, status) in members.iter().zip(&statuses) {
                if *status == Status::Counted && times > 0 {
                    self.add(&mut cells, *candidate, times, 1, policy, !vocabulary.kind(found.id).is_word());
                }
            }
        }
        cells
    }

    /// Returns every candidate of a document with its outcome, by first token, then column, then
    /// entry. Of the places of an entry that begin with one token only one is a candidate: the one
    /// that counts, or the longest that may count, or the longest.
    pub fn matches(&mut self, text: &str, tokens: &Tokens, vocabulary: &Vocabulary, policy: Policy) -> Vec<Match> {
        self.learn(tokens, vocabulary);
        let stream = Stream::new(tokens, vocabulary, policy);
        let scanned = self.scan(text, tokens, &stream, vocabulary);
        let Scanned { admitted: mut candidates, excluded, scope, ways } = scanned;
        let (rank, shorter) = (|candidate| self.rank(candidate), |candidate, limit| ways.shorter(candidate, limit));
        for (token, id) in stream.types.iter().enumerate() {
            let first = to_u32(token);
            candidates.extend(self.singles_of(*id).map(|entry| Candidate { first, count: 1, entry }));
        }
        candidates.sort_unstable();
        let mut found = Vec::with_capacity(candidates.len() + excluded.len());
        found.extend(excluded.into_iter().map(|candidate| self.found(candidate, Status::Excluded, tokens, &stream)));
        let (mut members, mut statuses) = (Vec::new(), Vec::new());
        islands(&candidates, |candidates, _| {
            members.clear();
            members.extend_from_slice(candidates);
            resolve(policy, &mut members, rank, shorter, &mut statuses);
            let decided = members.iter().zip(&statuses);
            found.extend(decided.map(|(candidate, status)| {
                let is_negated = *status == Status::Counted && stream.is_negated(*candidate, &scope);
                let status = if is_negated { Status::Negated } else { *status };
                self.found(*candidate, status, tokens, &stream)
            }));
        });
        found.sort_unstable_by_key(|found| (found.first, found.column, found.entry, found.count));
        found
    }

    /// Looks at the types of a document that no earlier one had, from the type at `from` on, as many
    /// as take some hundredths of a second. Returns the place of the first type that is left, and
    /// `None` when [`Matcher::count`] finds all of them known.
    pub(crate) fn learn_some(&mut self, tokens: &Tokens, vocabulary: &Vocabulary, from: usize) -> Option<usize> {
        let most =
            (COMPARISONS_AT_ONCE / (FORM_COST + self.elements.compared_with_each_form())).max(LEAST_FORMS_AT_ONCE);
        let to = from.saturating_add(most);
        self.learn_types(tokens.type_counts().iter().skip(from).take(most).map(|counted| counted.id), vocabulary);
        (to < tokens.type_counts().len()).then_some(to)
    }

    /// Looks at the types of a document that no earlier one had.
    fn learn(&mut self, tokens: &Tokens, vocabulary: &Vocabulary) {
        self.learn_types(tokens.type_counts().iter().map(|counted| counted.id), vocabulary);
    }

    fn learn_types(&mut self, types: impl Iterator<Item = TypeId>, vocabulary: &Vocabulary) {
        if self.types.len() < vocabulary.len() {
            self.types.resize(vocabulary.len(), TypeInfo::default());
        }
        let (mut found, mut dependents) = (Vec::new(), Vec::new());
        for id in types {
            if self.types[id.0 as usize].is_known {
                continue;
            }
            self.elements.matches(vocabulary.comparable(id), &mut found, &mut dependents);
            self.types[id.0 as usize] = TypeInfo {
                first: to_u32(self.type_elements.len()),
                count: to_u32(found.len()),
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

    pub(super) fn elements_of(&self, id: TypeId) -> &[ElementId] {
        let info = self.types[id.0 as usize];
        &self.type_elements[info.first as usize..][..info.count as usize]
    }

    /// Whether the neighbours of a token decide what it fits.
    pub(super) fn depends(&self, id: TypeId) -> bool {
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
    pub(super) fn is_joined(&self, candidate: Candidate) -> bool {
        candidate.count == 1 && self.entries[candidate.entry as usize].joined.is_some()
    }

    /// Number of tokens of a candidate, without the punctuation between the first and the last that
    /// it passes over.
    fn words_in(&self, candidate: Candidate, stream: &Stream<'_>, vocabulary: &Vocabulary) -> u64 {
        let all = u64::from(candidate.count);
        if candidate.count < 3 || self.entries[candidate.entry as usize].crosses != Crossing::Punctuation {
            return all;
        }
        let between = &stream.types[candidate.first as usize + 1..candidate.end() as usize - 1];
        all - between.iter().filter(|id| is_passed(**id, vocabulary)).count() as u64
    }

    fn add(&self, cells: &mut [Cell], candidate: Candidate, times: u64, words: u64, policy: Policy, is_signs: bool) {
        let entry = &self.entries[candidate.entry as usize];
        let count = if policy == Policy::Liwc { words } else { 1 };
        cells[entry.rank.column as usize].add(times, words, count, entry.weight, is_signs);
    }

    fn found(&self, candidate: Candidate, status: Status, tokens: &Tokens, stream: &Stream<'_>) -> Match {
        let entry = &self.entries[candidate.entry as usize];
        let first = stream.place(candidate.first);
        let last = stream.place(candidate.end() - 1);
        let count = last + 1 - first;
        Match {
            entry: entry.id.expect("a pattern of a condition becomes a place, not a candidate"),
            first: to_u32(first),
            count: to_u32(count),
            span: Span::new(tokens.span(first).start, tokens.span(last).end),
            column: entry.rank.column,
            status,
        }
    }
}
