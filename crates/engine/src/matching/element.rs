//! Distinct elements of all patterns, and which of them a form fits.

use rustc_hash::{FxHashMap, FxHashSet};

use super::needed_letters::{ByLetters, ByRun, letters_of};
use crate::{
    language::{Cue, Language, LemmaIndex, Neighbours, PartOfSpeech, PartsOfSpeech, Rejection, Rivals, Verdict},
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
    forms: WordForms,
    is_alone: bool,
    compounds: bool,
}

/// Which forms of a lemma may stand at its place in a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum WordForms {
    /// All of them.
    All,
    /// The one that the pattern has, and what the language makes of it before a noun.
    AsWritten,
    /// The same, and all with an ending of this gloss.
    WithEnding(&'static str),
}

impl WordForms {
    /// Returns the forms of the element at a place of a pattern; without a language all, since a
    /// lemma does not inflect there.
    pub(super) fn at(language: Option<Language>, elements: &[Element], place: usize) -> Self {
        let Some(inflection) = language.map(Language::inflection) else { return Self::All };
        let Some(next) = elements.get(place + 1) else { return Self::All };
        if inflection.inflects_every_word() {
            return Self::All;
        }
        let next = match next {
            Element::Lemma { lemma: next, .. } | Element::Form(next) => comparable(next, false),
            Element::Glob(_) | Element::Regex(_) | Element::Any | Element::Gap(_) => return Self::AsWritten,
        };
        inflection.ending_before(&next).map_or(Self::AsWritten, Self::WithEnding)
    }
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
    /// Elements that a form with a hyphen fits where a part of it does.
    compounds: FxHashSet<ElementId>,
    /// The elements that came since somebody began to watch, in their order.
    pub(super) news: Option<Vec<(Element, ElementOptions, ElementId)>>,
}

/// The lemmas of one language, and the element that each stands for.
#[derive(Clone)]
struct Lemmas {
    language: Language,
    index: LemmaIndex,
    elements: Vec<OfLemma>,
}

/// The element of a lemma.
#[derive(Debug, Clone, Copy)]
struct OfLemma {
    element: ElementId,
    /// Whether it is an entry of one word.
    is_alone: bool,
    /// The gloss that the last ending of a form must have, if any.
    ending: Option<&'static str>,
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
    /// Which forms of a lemma fit.
    pub(super) forms: WordForms,
    /// Whether it is all that the pattern has. The words of a phrase distinguish each other, so that
    /// only a longer word competes with the last of them.
    pub(super) is_alone: bool,
    /// Whether a form with a hyphen fits where a part of it does.
    pub(super) compounds: bool,
}

impl Elements {
    /// Returns the id of a word element, the same for the same element. Letters are compared
    /// without case; where a pattern is case sensitive, its matches are compared with the text
    /// afterwards.
    pub(super) fn insert(&mut self, element: &Element, options: ElementOptions) -> ElementId {
        let ElementOptions { parts, forms, is_alone, compounds, .. } = options;
        let key = Key { element: element.clone(), parts, forms, is_alone, compounds };
        if let Some(id) = self.ids.get(&key) {
            return *id;
        }
        let id = ElementId(to_u32(self.ids.len()));
        self.ids.insert(key, id);
        if let Some(news) = &mut self.news {
            news.push((element.clone(), options, id));
        }
        if compounds {
            self.compounds.insert(id);
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
                self.insert_inflected(&lemma, id, options, *derivations);
            }
            // Stand for tokens, not for forms: the trie knows them.
            Element::Any | Element::Gap(_) => {}
        }
        id
    }

    fn insert_inflected(&mut self, lemma: &str, id: ElementId, options: ElementOptions, derivations: bool) {
        let ElementOptions { language, parts, forms, is_alone, .. } = options;
        let Some(language) = language else { return };
        if forms != WordForms::All
            && let Some(form) = language.inflection().attributive(lemma)
        {
            self.insert_form(&form, id);
        }
        let (ending, parts) = match forms {
            WordForms::AsWritten => return,
            WordForms::All => (None, parts),
            WordForms::WithEnding(ending) => (Some(ending), PartsOfSpeech::UNKNOWN.with(PartOfSpeech::Noun)),
        };
        let lemmas = self.lemmas_of(language);
        lemmas.index.insert(lemma, parts, derivations);
        lemmas.elements.push(OfLemma { element: id, is_alone, ending });
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
        self.matches_whole(form, found, dependent);
        if !self.compounds.is_empty() && form.contains('-') {
            let of_whole = found.len();
            self.matches_of_parts(form, found);
            dependent.retain(|own| !found[of_whole..].contains(&own.element));
        }
        found.sort_unstable();
        found.dedup();
    }

    /// Adds the elements that a part of a form with hyphens fits, where they want that. A part has
    /// no neighbours.
    fn matches_of_parts(&self, form: &str, found: &mut Vec<ElementId>) {
        let (mut of_part, mut dependent) = (Vec::new(), Vec::new());
        for part in form.split('-').filter(|part| !part.is_empty()) {
            of_part.clear();
            dependent.clear();
            self.matches_whole(part, &mut of_part, &mut dependent);
            let is_out =
                |id: &ElementId| dependent.iter().any(|own| own.element == *id && !own.fits(Neighbours::default()));
            found.extend(of_part.iter().filter(|id| self.compounds.contains(id) && !is_out(id)));
        }
    }

    fn matches_whole(&self, form: &str, found: &mut Vec<ElementId>, dependent: &mut Vec<Dependent>) {
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
                let OfLemma { element, is_alone, ending } = lemmas.elements[reading.found.lemma.0 as usize];
                let last = reading.found.suffixes.last().map(|suffix| &*suffix.gloss);
                if ending.is_some() && ending != last {
                    continue;
                }
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
    }
}
