//! A document → the candidates that stand in the tree of phrases, and what is negated.

use std::cell::{OnceCell, RefCell};

use rustc_hash::FxHashMap;

use super::{
    builder::CompiledEntry,
    candidate::Candidate,
    case::{compound_has_case_of, has_case_of, stands_out_in_capitals},
    condition::{ListId, Places, QuoteRuns, Site},
    element::ElementId,
    matcher::{Matcher, Singles},
    negation::{DocumentTokens, NegationScope},
    phrase::{Crossing, Phrase, PhraseTokens, Step},
    place::PlaceList,
    stream::{QUOTES, Stream, StreamTokens},
    token_set::{BLOCK, TokenSet, block_of},
    trie::{Ends, Masks, TokenElements},
};
use crate::{
    language::Neighbours,
    lexicon::Element,
    text::{TokenKind, Tokens, TypeId, Vocabulary, comparable, to_u32},
};

/// What stands in the tree and was found in a document, by first token and each once.
pub(super) struct Scanned<'scan> {
    /// Candidates that may count.
    pub(super) admitted: Vec<Candidate>,
    /// Candidates that their conditions rule out.
    pub(super) excluded: Vec<Candidate>,
    /// What is negated; nothing where negation is ignored.
    pub(super) scope: NegationScope,
    /// The other places of phrases with gaps.
    pub(super) ways: Ways<'scan>,
}

/// The places of phrases with gaps that begin with one token.
pub(super) struct Ways<'scan> {
    document: Seen<'scan>,
    places: Places,
    quotes: QuoteRuns,
}

/// The tokens of a document as a matcher sees them.
struct Seen<'scan> {
    matcher: &'scan Matcher,
    text: &'scan str,
    tokens: &'scan Tokens,
    stream: &'scan Stream<'scan>,
    vocabulary: &'scan Vocabulary,
    all: StreamTokens<'scan>,
    /// Punctuation that phrases may pass over, by blocks.
    punctuation: OnceCell<Vec<u64>>,
    /// Quotation marks, by blocks.
    quotes: OnceCell<Vec<u64>>,
    /// What the tokens fit whose neighbours decide, by their number in the stream.
    decided: FxHashMap<u32, Vec<ElementId>>,
    masks: RefCell<Masks>,
    cased: RefCell<CasedMasks>,
}

/// Tokens written as a word of a case-sensitive pattern: entry, step, block.
type CasedMasks = FxHashMap<(u32, usize, usize), u64>;

/// More masks than this, of 32 bytes each, are not kept.
const MOST_CASED_MASKS: usize = 1 << 17;

impl Matcher {
    /// Finds the candidates that stand in the tree, and what is negated. The types of the document
    /// must be known.
    pub(super) fn scan<'scan>(
        &'scan self,
        text: &'scan str,
        tokens: &'scan Tokens,
        stream: &'scan Stream<'scan>,
        vocabulary: &'scan Vocabulary,
    ) -> Scanned<'scan> {
        let quotes: Vec<TypeId> = QUOTES.iter().filter_map(|quote| vocabulary.get(quote)).collect();
        let document = Seen {
            matcher: self,
            text,
            tokens,
            stream,
            vocabulary,
            all: stream.phrase_tokens(vocabulary),
            punctuation: OnceCell::new(),
            quotes: OnceCell::new(),
            decided: self.decide(text, tokens, stream, vocabulary),
            masks: RefCell::default(),
            cased: RefCell::default(),
        };
        let (found, places) = document.candidates();
        let mut uses: FxHashMap<ListId, usize> = FxHashMap::default();
        for candidate in &found {
            let lists = self.entries[candidate.entry as usize].conditions.lists();
            lists.for_each(|list| *uses.entry(list).or_default() += 1);
        }
        let places = Places::new(places, uses);
        let scope = self.negators.as_ref().map(|negators| {
            let document = DocumentTokens { tokens, vocabulary, quotes: &quotes };
            negators.scope(&places, &document, |token| stream.place(token))
        });
        let is_quote = |token: u32| quotes.contains(&stream.types[token as usize]);
        let quotes = QuoteRuns::new(to_u32(stream.types.len()), is_quote);
        let ways = Ways { document, places, quotes };
        let (mut admitted, mut excluded) = (Vec::with_capacity(found.len()), Vec::new());
        for candidate in found {
            match ways.admit(candidate) {
                Some(candidate) => admitted.push(candidate),
                None => excluded.push(candidate),
            }
        }
        Scanned { admitted, excluded, scope: scope.unwrap_or_default(), ways }
    }

    /// Returns what the tokens fit whose neighbours decide, by their number in the stream. Only
    /// words count as neighbours.
    fn decide(
        &self,
        text: &str,
        tokens: &Tokens,
        stream: &Stream<'_>,
        vocabulary: &Vocabulary,
    ) -> FxHashMap<u32, Vec<ElementId>> {
        let mut decided = FxHashMap::default();
        if self.dependents.is_empty() {
            return decided;
        }
        let word = |at: Option<usize>| {
            let (at, id) = at.and_then(|at| Some((at, tokens.types().get(at)?)))?;
            vocabulary.kind(*id).is_word().then(|| (vocabulary.comparable(*id), tokens.span(at).of(text)))
        };
        for (token, id) in stream.types.iter().enumerate().filter(|(_, id)| self.depends(**id)) {
            let at = stream.place(to_u32(token));
            let (previous, next) = (word(at.checked_sub(1)), word(at.checked_add(1)));
            let neighbours = Neighbours {
                previous: previous.map(|(form, _)| form),
                next: next.map(|(form, _)| form),
                is_in_capitals: stands_out_in_capitals(
                    tokens.span(at).of(text),
                    [previous, next].into_iter().flatten().map(|(_, written)| written),
                ),
            };
            let dependents = &self.dependents[id];
            let is_out = |element: &ElementId| {
                dependents.iter().any(|dependent| dependent.element == *element && !dependent.fits(neighbours))
            };
            let fitting = self.elements_of(*id).iter().filter(|element| !is_out(element)).copied();
            decided.insert(to_u32(token), fitting.collect());
        }
        decided
    }
}

impl Seen<'_> {
    /// Returns the candidates, of the places with one first token the longest, and the places of
    /// conditions by their pattern.
    fn candidates(&self) -> (Vec<Candidate>, FxHashMap<u32, PlaceList>) {
        let Self { matcher, stream, .. } = self;
        let mut found: Vec<Candidate> = Vec::new();
        let mut places: FxHashMap<u32, PlaceList> = FxHashMap::default();
        let mut here: Vec<Candidate> = Vec::new();
        let mut gapped: Vec<(u32, TokenSet)> = Vec::new();
        let is_condition = |entry: u32| matcher.entries[entry as usize].id.is_none();
        for (token, id) in stream.types.iter().enumerate() {
            let info = matcher.types[id.0 as usize];
            if !info.begins_phrase && info.singles != Singles::ByNeighbours {
                continue;
            }
            let first = to_u32(token);
            here.clear();
            if let Some(decided) = self.decided.get(&first) {
                let singles = decided.iter().filter_map(|element| matcher.singles.get(element)).flatten();
                here.extend(singles.map(|entry| Candidate { first, count: 1, entry: *entry }));
            }
            matcher.trie.search(token, self, &mut self.masks.borrow_mut(), &mut |entry, ends| match ends {
                Ends::One(end) => here.push(Candidate { first, count: to_u32(end - token), entry }),
                Ends::Several(ends) => gapped.push((entry, *ends)),
            });
            here.sort_unstable();
            here.dedup();
            here.retain(|candidate| !stream.is_without_punctuation() || !matcher.is_joined(*candidate));
            here.retain(|candidate| self.has_signs(candidate.entry, token, candidate.end() as usize));
            here.retain(|candidate| self.has_case(*candidate));
            for candidate in here.drain(..) {
                if is_condition(candidate.entry) {
                    places.entry(candidate.entry).or_default().push(first, candidate.end());
                } else {
                    found.push(candidate);
                }
            }
            for (entry, ends) in gapped.drain(..) {
                let ends = if self.is_checked(entry) { self.ends(entry, token) } else { ends };
                let Some(end) = ends.last(None) else { continue };
                if is_condition(entry) {
                    places.entry(entry).or_default().push_all(first, &ends);
                } else {
                    found.push(Candidate { first, count: to_u32(end - token), entry });
                }
            }
        }
        places.values_mut().for_each(PlaceList::finish);
        (found, places)
    }

    /// Returns `true` if what stands at the places of an entry is looked at again.
    fn is_checked(&self, entry: u32) -> bool {
        let entry = &self.matcher.entries[entry as usize];
        entry.cased.is_some() || entry.signs.is_some()
    }

    /// Returns `true` if the signs of an entry that is found by its words alone stand around them, and
    /// the policy sees no signs, so that it is not found with them; also for other entries.
    fn has_signs(&self, entry: u32, first: usize, end: usize) -> bool {
        let Some(signs) = &self.matcher.entries[entry as usize].signs else { return true };
        let place = |token: usize| self.stream.place(to_u32(token));
        self.stream.is_without_punctuation()
            && signs.stand_around(place(first), place(end - 1), self.text, self.tokens, self.vocabulary)
    }

    /// Returns `true` if a candidate of a case-sensitive pattern without gaps is written as the
    /// pattern is; also for other patterns.
    fn has_case(&self, candidate: Candidate) -> bool {
        let entry = &self.matcher.entries[candidate.entry as usize];
        let Some(cased) = &entry.cased else { return true };
        let (first, end) = (candidate.first as usize, candidate.end() as usize);
        if let Some(joined) = entry.joined.as_ref().filter(|_| candidate.count == 1) {
            return self.has_case_at(joined, first, false);
        }
        let fits = |element: &Element, token: usize| token < end && self.has_case_at(element, token, entry.compounds);
        cased.way(self, first, Some(end), fits).is_some()
    }

    /// Returns `true` if a token is written as an element, or a part of it is where the entry wants
    /// `compounds`.
    fn has_case_at(&self, element: &Element, token: usize, compounds: bool) -> bool {
        let written = self.tokens.written(self.stream.place(to_u32(token)), self.text);
        let written = comparable(&written, true);
        if compounds && written.contains('-') {
            compound_has_case_of(element, &written)
        } else {
            has_case_of(element, &written)
        }
    }

    /// Returns `true` if a token is written as a name is: with a capital and a small letter, and a
    /// word stands before it in its sentence, behind any colon. Cost: a look at the numbers and
    /// signs before it.
    fn is_name(&self, token: u32) -> bool {
        let at = self.stream.place(token);
        let written = self.tokens.written(at, self.text);
        let is_capitalised =
            written.chars().next().is_some_and(char::is_uppercase) && written.chars().any(char::is_lowercase);
        if !is_capitalised {
            return false;
        }
        let starts = self.tokens.sentence_starts();
        let sentence =
            starts.partition_point(|start| *start as usize <= at).checked_sub(1).map_or(0, |own| starts[own]);
        for id in self.tokens.types()[sentence as usize..at].iter().rev() {
            match self.vocabulary.kind(*id) {
                TokenKind::Word => return true,
                TokenKind::Break => return false,
                _ if self.vocabulary.form(*id) == ":" => return false,
                _ => {}
            }
        }
        false
    }

    /// Returns the tokens behind the places of a phrase with gaps that begin with a token.
    fn ends(&self, entry: u32, first: usize) -> TokenSet {
        let compiled = &self.matcher.entries[entry as usize];
        let Some(phrase) = &compiled.gapped else { return TokenSet::near(first) };
        let mut masks = self.masks.borrow_mut();
        let cased = compiled.cased.as_ref().map(Phrase::steps);
        let mut ends = phrase.ends(self, first, |step, element, reached| {
            reached.retain(|block| masks.get(element.copied(), block, self));
            if let Some(Step::Word(written)) = cased.and_then(|steps| steps.get(step)) {
                let fitting = *reached;
                reached.retain(|block| {
                    self.cased_mask((entry, step, block), written, compiled.compounds) & fitting.block(block)
                });
            }
        });
        if compiled.signs.is_some() {
            let found = ends;
            ends.retain(|block| block_of(block, |end| found.contains(end) && self.has_signs(entry, first, end)));
        }
        ends
    }

    /// Returns the tokens of a block that are written as a word of a case-sensitive pattern.
    fn cased_mask(&self, key: (u32, usize, usize), element: &Element, compounds: bool) -> u64 {
        let mut masks = self.cased.borrow_mut();
        if masks.len() > MOST_CASED_MASKS {
            masks.clear();
        }
        let is_written = |token: usize| self.is_open(token) && self.has_case_at(element, token, compounds);
        *masks.entry(key).or_insert_with(|| block_of(key.2, is_written))
    }
}

impl Ways<'_> {
    /// Returns the longest place of a candidate's entry that begins with its first token, ends
    /// before `limit` or with it, and may count.
    pub(super) fn shorter(&self, candidate: Candidate, limit: u32) -> Option<Candidate> {
        self.longest(candidate, Some(limit))
    }

    /// Returns the longest place of a candidate's entry that begins with its first token and may
    /// count.
    fn admit(&self, candidate: Candidate) -> Option<Candidate> {
        let entry = &self.document.matcher.entries[candidate.entry as usize];
        if entry.conditions.is_empty() {
            return Some(candidate);
        }
        if entry.gapped.is_some() {
            return self.longest(candidate, None);
        }
        self.admits(entry, candidate.first, candidate.end()).then_some(candidate)
    }

    fn longest(&self, candidate: Candidate, mut limit: Option<u32>) -> Option<Candidate> {
        let entry = &self.document.matcher.entries[candidate.entry as usize];
        entry.gapped.as_ref()?;
        let Candidate { first, .. } = candidate;
        let ends = self.document.ends(candidate.entry, first as usize);
        loop {
            let end = to_u32(ends.last(limit.map(|limit| limit as usize))?);
            if self.admits(entry, first, end) {
                return Some(Candidate { count: end - first, ..candidate });
            }
            limit = Some(end - 1);
        }
    }

    /// Returns `true` if the conditions of an entry do not rule out its match from `first` to before
    /// `end`.
    fn admits(&self, entry: &CompiledEntry, first: u32, end: u32) -> bool {
        let is_left_out = entry.conditions.leaves_out_names && self.document.is_name(first);
        !is_left_out && (entry.conditions.is_empty() || entry.conditions.admit(first, end, self.site()))
    }

    fn site(&self) -> Site<'_> {
        Site { places: &self.places, lists: &self.document.matcher.builder.lists, quotes: &self.quotes }
    }
}

impl PhraseTokens for Seen<'_> {
    fn is_open(&self, token: usize) -> bool {
        self.all.is_open(token)
    }

    fn is_passed(&self, token: usize, crosses: Crossing) -> bool {
        self.passed_in(token / BLOCK, crosses) & (1 << (token % BLOCK)) != 0
    }

    fn passed_in(&self, block: usize, crosses: Crossing) -> u64 {
        let known = match crosses {
            Crossing::Nothing => return 0,
            Crossing::Quotes => &self.quotes,
            Crossing::Punctuation => &self.punctuation,
        };
        let blocks = self.stream.types.len().div_ceil(BLOCK);
        let passed = known.get_or_init(|| (0..blocks).map(|block| self.all.passed_in(block, crosses)).collect());
        passed.get(block).copied().unwrap_or(0)
    }
}

impl TokenElements for Seen<'_> {
    fn elements(&self, token: usize) -> Option<&[ElementId]> {
        let id = self.stream.types.get(token).filter(|id| **id != TypeId::BREAK)?;
        let by_neighbours = || &self.decided[&to_u32(token)][..];
        Some(if self.matcher.depends(*id) { by_neighbours() } else { self.matcher.elements_of(*id) })
    }
}
