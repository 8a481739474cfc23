//! Distinct elements of all patterns, and which of them a form fits.

use rustc_hash::FxHashMap;

use super::needed_letters::{ByLetters, ByRun, letters_of};
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
    globs: FxHashMap<Box<str>, ByLetters<Glob>>,
    longest_prefix_bytes: usize,
    /// Globs that begin with a wildcard.
    open_globs: ByRun<Glob>,
    regexes: ByRun<Regex>,
    lemmas: Vec<Lemmas>,
    /// The elements that came since somebody began to watch, in their order.
    pub(super) news: Option<Vec<(Element, ElementOptions, ElementId)>>,
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
                let runs = glob.needed_runs();
                if glob.prefix.is_empty() {
                    self.open_globs.insert(id, glob, &runs);
                } else {
                    self.longest_prefix_bytes = self.longest_prefix_bytes.max(glob.prefix.len());
                    self.globs.entry(glob.prefix.as_str().into()).or_default().insert(id, glob, &runs);
                }
            }
            Element::Regex(regex) => {
                let regex = regex.fold();
                let runs = regex.needed_runs();
                self.regexes.insert(id, regex, &runs);
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
        self.regexes.len() + self.open_globs.len()
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
        for end in ends.take_while(|end| *end <= self.longest_prefix_bytes) {
            if let Some(globs) = self.globs.get(&form[..end]) {
                found.extend(globs.matches(letters, |glob| glob.matches(form)));
            }
        }
        self.open_globs.matches(form, letters, |glob| glob.matches(form), found);
        self.regexes.matches(form, letters, |regex| regex.matches(form), found);
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
