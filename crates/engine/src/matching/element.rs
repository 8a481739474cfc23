//! Distinct elements of all patterns, and which of them a form fits.

use rustc_hash::FxHashMap;

use crate::{
    language::{Cue, Inflection, Language, LemmaIndex, Neighbours, PartsOfSpeech, Rejection, Rivals, Verdict},
    lexicon::{Element, Glob, Regex},
    text::{comparable, to_u32},
};

/// A distinct element, numbered from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ElementId(pub(super) u32);

/// What distinguishes one element from another: the same word with another part of speech inflects
/// differently.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    element: Element,
    parts: PartsOfSpeech,
    inflects: bool,
    is_alone: bool,
}

/// The distinct elements of a matcher's patterns, by the way in which a form finds them.
#[derive(Clone, Default)]
pub(super) struct Elements {
    ids: FxHashMap<Key, ElementId>,
    forms: FxHashMap<Box<str>, Vec<ElementId>>,
    /// Globs by the letters that they begin with.
    globs: FxHashMap<Box<str>, ByNeed<Glob>>,
    longest_prefix_bytes: usize,
    regexes: ByNeed<Regex>,
    lemmas: Vec<Lemmas>,
    /// The elements that came since somebody began to watch, in their order.
    pub(super) news: Option<Vec<(Element, ElementOptions, ElementId)>>,
}

/// Globs or regular expressions by the set of letters that each needs. Forms lack one of them as a
/// rule, so that thousands of patterns cost little more than a look at their sets.
#[derive(Clone)]
struct ByNeed<P> {
    /// As [`letters_of`] returns them, each once.
    needed: Vec<u64>,
    /// The patterns that need each set.
    patterns: Vec<Vec<(ElementId, P)>>,
    places: FxHashMap<u64, usize>,
}

impl<P> Default for ByNeed<P> {
    fn default() -> Self {
        Self { needed: Vec::new(), patterns: Vec::new(), places: FxHashMap::default() }
    }
}

impl<P> ByNeed<P> {
    fn len(&self) -> usize {
        self.patterns.iter().map(Vec::len).sum()
    }

    fn insert(&mut self, id: ElementId, pattern: P, letters: impl Iterator<Item = char>) {
        let needed = letters_of(letters);
        let at = *self.places.entry(needed).or_insert(self.needed.len());
        if at == self.needed.len() {
            self.needed.push(needed);
            self.patterns.push(Vec::new());
        }
        self.patterns[at].push((id, pattern));
    }

    /// Returns the elements of the patterns that a form fits; `letters` are those of the form.
    fn matches(&self, letters: u64, fits: impl Fn(&P) -> bool) -> impl Iterator<Item = ElementId> {
        let sets = self.needed.iter().zip(&self.patterns).filter(move |(needed, _)| *needed & !letters == 0);
        sets.flat_map(|(_, patterns)| patterns).filter(move |(_, pattern)| fits(pattern)).map(|(id, _)| *id)
    }
}

/// Returns a set of letters as bits; some letters share one.
fn letters_of(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(0, |set, letter| set | 1 << (u32::from(letter) % u64::BITS))
}

/// The lemmas of one language, and the element that each stands for.
#[derive(Clone)]
struct Lemmas {
    language: Language,
    index: LemmaIndex,
    /// The element of each lemma, and whether it is an entry of one word.
    elements: Vec<(ElementId, bool)>,
}

/// An element that a form fits beside some neighbours and not beside others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dependent {
    pub(super) element: ElementId,
    language: Language,
    cue: Cue,
    /// Whether it fits where the cue is met, or where it is not.
    fits_if_met: bool,
}

impl Dependent {
    /// Returns the same about an element with another id.
    pub(super) fn named(self, element: ElementId) -> Self {
        Self { element, ..self }
    }

    /// Returns `true` if the form fits beside these neighbours.
    pub(super) fn fits(self, neighbours: Neighbours<'_>) -> bool {
        self.language.inflection().is_met(self.cue, neighbours) == self.fits_if_met
    }
}

/// How a word element is matched.
#[derive(Debug, Clone, Copy)]
pub(super) struct ElementOptions {
    /// The language in which a lemma inflects; without one it matches as written.
    pub(super) language: Option<Language>,
    pub(super) parts: PartsOfSpeech,
    /// Whether a lemma stands where words inflect.
    pub(super) inflects: bool,
    /// Whether it is all that the pattern has. The words of a phrase distinguish each other, so that
    /// only a longer word competes with the last of them.
    pub(super) is_alone: bool,
}

impl Elements {
    /// Returns the id of a word element, the same for the same element. Letters are compared
    /// without case; where a pattern is case sensitive, its matches are compared with the text
    /// afterwards.
    pub(super) fn insert(&mut self, element: &Element, options: ElementOptions) -> ElementId {
        let ElementOptions { language, parts, inflects, is_alone } = options;
        let key = Key { element: element.clone(), parts, inflects, is_alone };
        if let Some(id) = self.ids.get(&key) {
            return *id;
        }
        let id = ElementId(to_u32(self.ids.len()));
        self.ids.insert(key, id);
        if let Some(news) = &mut self.news {
            news.push((element.clone(), options, id));
        }
        let folded = |text: &str| comparable(text, false).into_owned();
        match element {
            Element::Form(form) => self.insert_form(&folded(form), id),
            Element::Glob(glob) => {
                let glob = glob.fold(folded);
                self.longest_prefix_bytes = self.longest_prefix_bytes.max(glob.prefix.len());
                let letters: Vec<char> = glob.letters().collect();
                self.globs.entry(glob.prefix.as_str().into()).or_default().insert(id, glob, letters.into_iter());
            }
            Element::Regex(regex) => {
                let regex = regex.fold();
                let letters = regex.needed_letters();
                self.regexes.insert(id, regex, letters.chars());
            }
            Element::Lemma { lemma, derivations } => {
                let lemma = folded(lemma);
                self.insert_form(&lemma, id);
                if let Some(language) = language.filter(|_| inflects) {
                    let lemmas = self.lemmas_of(language);
                    lemmas.index.insert(&lemma, parts, *derivations);
                    lemmas.elements.push((id, is_alone));
                }
            }
            // Stand for tokens, not for forms: the trie knows them.
            Element::Any | Element::Gap(_) => {}
        }
        id
    }

    /// Returns how many expressions and globs that begin with a wildcard each form is compared with.
    pub(super) fn compared_with_each_form(&self) -> usize {
        self.regexes.len() + self.globs.get("").map_or(0, ByNeed::len)
    }

    fn insert_form(&mut self, form: &str, id: ElementId) {
        self.forms.entry(form.into()).or_default().push(id);
    }

    fn lemmas_of(&mut self, language: Language) -> &mut Lemmas {
        let at = self.lemmas.iter().position(|lemmas| lemmas.language == language).unwrap_or_else(|| {
            let index = LemmaIndex::new(language.inflection());
            self.lemmas.push(Lemmas { language, index, elements: Vec::new() });
            self.lemmas.len() - 1
        });
        &mut self.lemmas[at]
    }

    /// Puts into `found` every element that a folded form fits, in order and each once, and into
    /// `dependent` those of them that it fits only beside some neighbours.
    pub(super) fn matches(&self, form: &str, found: &mut Vec<ElementId>, dependent: &mut Vec<Dependent>) {
        found.clear();
        dependent.clear();
        found.extend(self.forms.get(form).into_iter().flatten());
        let ends = form.char_indices().map(|(at, letter)| at + letter.len_utf8());
        let letters = letters_of(form.chars());
        for end in std::iter::once(0).chain(ends).take_while(|end| *end <= self.longest_prefix_bytes) {
            if let Some(globs) = self.globs.get(&form[..end]) {
                found.extend(globs.matches(letters, |glob| glob.matches(form)));
            }
        }
        found.extend(self.regexes.matches(letters, |regex| regex.matches(form)));
        for lemmas in &self.lemmas {
            for reading in lemmas.index.readings(form, Rivals::KnownWords) {
                let (element, is_alone) = lemmas.elements[reading.found.lemma.0 as usize];
                let holds = |why: &Rejection| is_alone || matches!(why, Rejection::LongerWord(_));
                let (cue, fits_if_met) = match reading.verdict {
                    Verdict::Rejected(why) if holds(&why) => {
                        // It may be there as the citation form that it is written like.
                        found.retain(|id| *id != element);
                        continue;
                    }
                    Verdict::OnlyWith(cue, why) if holds(&why) => (Some(cue), true),
                    Verdict::Unless(cue, why) if holds(&why) => (Some(cue), false),
                    _ => (None, true),
                };
                if let Some(cue) = cue {
                    dependent.push(Dependent { element, language: lemmas.language, cue, fits_if_met });
                }
                found.push(element);
            }
        }
        found.sort_unstable();
        found.dedup();
    }
}

/// Returns the inflection for a lemma that stands at `at` of `len` words.
pub(super) fn inflects(language: &'static dyn Inflection, at: usize, len: usize) -> bool {
    language.inflects_every_word() || at + 1 == len
}
