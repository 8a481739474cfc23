//! Frequent Kazakh words, which compete with entries for forms ([`super::competition`]).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Grammar, competition};
use crate::language::{
    inflection::{PartOfSpeech, PartsOfSpeech},
    lemma_index::LemmaIndex,
};

/// `class<TAB>lemmas separated by spaces`, one letter of the alphabet a line; `#` opens a comment.
const WORDS: &str = include_str!("words.tsv");

/// What a known word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordClass {
    /// Noun, adjective, verb (as a bare stem) or name.
    Open(PartOfSpeech),
    /// Pronoun: a word that inflects, but stands for no lemma of an entry.
    Pronoun,
    /// Numeral.
    Numeral,
    /// Adverb, postposition, conjunction, particle, interjection: a word without forms.
    Invariable,
}

/// The list, ready to be asked.
pub struct KnownWords {
    index: LemmaIndex,
    /// The words of the index, by the number of their lemma.
    inflecting: Vec<(&'static str, WordClass)>,
    classes: FxHashMap<&'static str, Vec<WordClass>>,
}

/// A known word that explains a form.
#[derive(Debug, Clone, Copy)]
pub(super) struct KnownReading {
    pub(super) word: &'static str,
    pub(super) class: WordClass,
    /// How many letters of the form it explains, as [`competition::explained_letters`] counts them.
    pub(super) letters: usize,
    /// Whether it does so in a way that running text hardly ever means.
    pub(super) is_rare: bool,
}

/// Returns the known words of Kazakh. Cost: some milliseconds at the first call, nothing after.
pub fn known_words() -> &'static KnownWords {
    static KNOWN: LazyLock<KnownWords> = LazyLock::new(|| KnownWords::parse(WORDS));
    &KNOWN
}

impl KnownWords {
    fn parse(text: &'static str) -> Self {
        let mut words =
            Self { index: LemmaIndex::new(&Grammar), inflecting: Vec::new(), classes: FxHashMap::default() };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((class, lemmas)) = line.split_once('\t') else { continue };
            let class = match class {
                "pronoun" => WordClass::Pronoun,
                "numeral" => WordClass::Numeral,
                name => PartOfSpeech::from_name(name).map_or(WordClass::Invariable, WordClass::Open),
            };
            for lemma in lemmas.split(' ') {
                words.insert(lemma, class);
            }
        }
        words
    }

    fn insert(&mut self, lemma: &'static str, class: WordClass) {
        self.classes.entry(lemma).or_default().push(class);
        let part = match class {
            WordClass::Open(part) => part,
            WordClass::Pronoun | WordClass::Numeral => PartOfSpeech::Noun,
            WordClass::Invariable => return,
        };
        self.index.insert(lemma, PartsOfSpeech::UNKNOWN.with(part), false);
        self.inflecting.push((lemma, class));
    }

    /// Returns `true` if `lemma` is in the list. Verbs stand there as bare stems: қолда, not
    /// қолдау.
    pub fn contains(&self, lemma: &str) -> bool {
        self.classes.contains_key(lemma)
    }

    /// Returns the parts of speech of a word that inflects, `None` for any other and for a word not
    /// in the list.
    pub fn parts(&self, lemma: &str) -> Option<PartsOfSpeech> {
        let parts = self.classes.get(lemma)?.iter().filter_map(|class| match class {
            WordClass::Open(part) => Some(*part),
            WordClass::Pronoun | WordClass::Numeral => Some(PartOfSpeech::Noun),
            WordClass::Invariable => None,
        });
        parts.fold(None, |parts: Option<PartsOfSpeech>, part| Some(parts.unwrap_or_default().with(part)))
    }

    /// Returns `true` if `lemma` is in the list as an open-class word of one of `parts`.
    pub(super) fn is_open(&self, lemma: &str, parts: PartsOfSpeech) -> bool {
        let classes = self.classes.get(lemma).map_or(&[][..], Vec::as_slice);
        classes.iter().any(|class| matches!(class, WordClass::Open(part) if parts.allows(*part)))
    }

    /// Returns `true` if `form` is a converb of a known verb: айтып, келе, жасай.
    pub(super) fn is_converb(&self, form: &str) -> bool {
        self.index.matches(form).iter().any(|found| {
            found.part == Some(PartOfSpeech::Verb)
                && found.suffixes.last().is_some_and(|suffix| matches!(&*suffix.gloss, "converb" | "present"))
        })
    }

    /// Returns how many letters of `form` (lower case, NFC) the known word explains that explains
    /// most; 0 for none. Readings that running text hardly ever means do not count.
    ///
    /// Cost: that of [`LemmaIndex::matches`].
    pub fn longest(&self, form: &str) -> usize {
        let readings = self.readings(form);
        readings.iter().filter(|reading| !reading.is_rare).map(|reading| reading.letters).max().unwrap_or(0)
    }

    /// Returns every known word that explains `form` (lower case, NFC). Cost: that of
    /// [`LemmaIndex::matches`].
    pub(super) fn readings(&self, form: &str) -> Vec<KnownReading> {
        let invariable =
            self.classes.get_key_value(form).filter(|(_, classes)| classes.contains(&WordClass::Invariable));
        let invariable = invariable.map(|(word, _)| KnownReading {
            word,
            class: WordClass::Invariable,
            letters: word.chars().count(),
            is_rare: false,
        });
        let matches = self.index.matches(form).into_iter();
        let inflected = matches.filter_map(|found| {
            let (word, class) = *self.inflecting.get(found.lemma.0 as usize)?;
            let parts = match class {
                WordClass::Open(part) => PartsOfSpeech::UNKNOWN.with(part),
                _ => PartsOfSpeech::UNKNOWN,
            };
            let is_rare = competition::is_rare(word, parts, &found);
            Some(KnownReading { word, class, letters: competition::explained_letters(&found), is_rare })
        });
        invariable.into_iter().chain(inflected).collect()
    }
}
