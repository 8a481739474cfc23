//! Distinct elements of all patterns, and which of them a form fits.

use rustc_hash::FxHashMap;

use crate::{
    language::{Inflection, Language, LemmaIndex, PartsOfSpeech},
    lexicon::{Element, Glob},
    text::{fold, small},
};

/// A distinct element, numbered from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ElementId(pub(super) u32);

/// What tells one element from another: the same word with another part of speech inflects differently.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    element: Element,
    parts: PartsOfSpeech,
    inflects: bool,
}

/// The distinct elements of a matcher's patterns, by the way in which a form finds them.
#[derive(Default)]
pub(super) struct Elements {
    ids: FxHashMap<Key, ElementId>,
    forms: FxHashMap<Box<str>, Vec<ElementId>>,
    globs: FxHashMap<Box<str>, Vec<(ElementId, Glob)>>,
    longest_prefix_bytes: usize,
    lemmas: Vec<Lemmas>,
}

/// The lemmas of one language, and the element that each stands for.
struct Lemmas {
    language: Language,
    index: LemmaIndex,
    elements: Vec<ElementId>,
}

/// How an element is to be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    /// The language in which a lemma inflects; without one it matches as written.
    pub(super) language: Option<Language>,
    pub(super) parts: PartsOfSpeech,
    /// Whether a lemma stands where words inflect.
    pub(super) inflects: bool,
}

impl Elements {
    /// Returns the id of a word element, the same for the same element. Letters are compared without case; where a pattern
    /// is case sensitive, its matches are compared with the text afterwards.
    pub(super) fn insert(&mut self, element: &Element, reading: Reading) -> ElementId {
        let key = Key { element: element.clone(), parts: reading.parts, inflects: reading.inflects };
        if let Some(id) = self.ids.get(&key) {
            return *id;
        }
        let id = ElementId(small(self.ids.len()));
        self.ids.insert(key, id);
        let folded = |text: &str| fold(text, false).into_owned();
        match element {
            Element::Form(form) => self.insert_form(&folded(form), id),
            Element::Glob(glob) => {
                let glob = glob.fold(folded);
                self.longest_prefix_bytes = self.longest_prefix_bytes.max(glob.prefix.len());
                self.globs.entry(glob.prefix.as_str().into()).or_default().push((id, glob));
            }
            Element::Lemma { lemma, derivations } => {
                let lemma = folded(lemma);
                self.insert_form(&lemma, id);
                if let Some(language) = reading.language.filter(|_| reading.inflects) {
                    self.insert_lemma(language, &lemma, reading.parts, *derivations, id);
                }
            }
            // Stand for tokens, not for forms: the trie knows them.
            Element::Any | Element::Gap(_) => {}
        }
        id
    }

    fn insert_form(&mut self, form: &str, id: ElementId) {
        self.forms.entry(form.into()).or_default().push(id);
    }

    fn insert_lemma(
        &mut self,
        language: Language,
        lemma: &str,
        parts: PartsOfSpeech,
        derivations: bool,
        id: ElementId,
    ) {
        let at = self.lemmas.iter().position(|lemmas| lemmas.language == language).unwrap_or_else(|| {
            let index = LemmaIndex::new(language.inflection());
            self.lemmas.push(Lemmas { language, index, elements: Vec::new() });
            self.lemmas.len() - 1
        });
        let lemmas = &mut self.lemmas[at];
        lemmas.index.insert(lemma, parts, derivations);
        lemmas.elements.push(id);
    }

    /// Adds to `found` every element that a folded form fits, in order and each once.
    pub(super) fn matches(&self, form: &str, found: &mut Vec<ElementId>) {
        found.clear();
        found.extend(self.forms.get(form).into_iter().flatten());
        let ends = form.char_indices().map(|(at, letter)| at + letter.len_utf8());
        for end in std::iter::once(0).chain(ends).take_while(|end| *end <= self.longest_prefix_bytes) {
            let globs = self.globs.get(&form[..end]).into_iter().flatten();
            found.extend(globs.filter(|(_, glob)| glob.matches(form)).map(|(id, _)| id));
        }
        for lemmas in &self.lemmas {
            let matches = lemmas.index.matches(form);
            found.extend(matches.into_iter().map(|found| lemmas.elements[found.lemma.0 as usize]));
        }
        found.sort_unstable();
        found.dedup();
    }
}

/// Returns the inflection for a lemma that stands at `at` of `len` words.
pub(super) fn inflects(language: &'static dyn Inflection, at: usize, len: usize) -> bool {
    language.inflects_every_word() || at + 1 == len
}
