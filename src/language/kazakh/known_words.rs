//! Frequent Kazakh words, so that a short entry does not claim the forms of a longer word.
//!
//! Grammar alone reads туралы ('about') as ту + the ending -лы after a link, and маңызды as маңыз in the accusative. The law
//! here is *the longest lemma wins*: of all lemmas that explain a form, entries and known words alike, only the longest
//! stay; different lemmas of one length all stay. [`keep_longest`] applies it to what a [`LemmaIndex`] found.
//!
//! What a known word does not do: a verb of the list explains neither its bare stem nor its possible future (орында is
//! 'in the place' far more often than 'carry out!', ойлар is 'thoughts' and rarely 'may think').

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Grammar;
use crate::language::{LemmaId, LemmaIndex, LemmaMatch, PartOfSpeech, PartsOfSpeech};

/// `part of speech<TAB>lemmas separated by spaces`, one letter of the alphabet a line; `#` opens a comment.
const WORDS: &str = include_str!("words.tsv");

/// The list, ready to be asked.
pub struct KnownWords {
    index: LemmaIndex,
    lemmas: Vec<(&'static str, PartsOfSpeech)>,
    parts: FxHashMap<&'static str, PartsOfSpeech>,
    /// Conjunctions, postpositions, adverbs: words without forms.
    invariable: FxHashSet<&'static str>,
}

/// Returns the known words of Kazakh. Cost: some milliseconds at the first call, nothing after.
pub fn known_words() -> &'static KnownWords {
    static KNOWN: LazyLock<KnownWords> = LazyLock::new(|| KnownWords::parse(WORDS));
    &KNOWN
}

impl KnownWords {
    fn parse(text: &'static str) -> Self {
        let mut words = Self {
            index: LemmaIndex::new(&Grammar),
            lemmas: Vec::new(),
            parts: FxHashMap::default(),
            invariable: FxHashSet::default(),
        };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((part, lemmas)) = line.split_once('\t') else { continue };
            let part = match part {
                "pronoun" | "numeral" => Some(PartOfSpeech::Noun),
                part => PartOfSpeech::from_name(part),
            };
            for lemma in lemmas.split(' ') {
                if let Some(part) = part {
                    let parts = words.parts.entry(lemma).or_default();
                    *parts = parts.with(part);
                    words.index.insert(lemma, PartsOfSpeech::UNKNOWN.with(part), false);
                    words.lemmas.push((lemma, PartsOfSpeech::UNKNOWN.with(part)));
                } else {
                    words.invariable.insert(lemma);
                }
            }
        }
        words
    }

    /// Says whether `lemma` is in the list. Verbs stand there as bare stems: қолда, not қолдау.
    pub fn contains(&self, lemma: &str) -> bool {
        self.parts.contains_key(lemma) || self.invariable.contains(lemma)
    }

    /// Returns the parts of speech of a word that inflects, `None` for any other and for a word not in the list.
    pub fn parts(&self, lemma: &str) -> Option<PartsOfSpeech> {
        self.parts.get(lemma).copied()
    }

    /// Returns the number of letters of the longest known lemma that explains `form` (lower case, NFC); 0 for none.
    ///
    /// Units: letters as [`explained_letters`] counts them. Cost: that of [`LemmaIndex::matches`].
    pub fn longest(&self, form: &str) -> usize {
        let invariable = if self.invariable.contains(form) { form.chars().count() } else { 0 };
        let matches = self.index.matches(form);
        let inflected = matches.iter().filter(|found| self.counts(found)).map(explained_letters);
        inflected.chain([invariable]).max().unwrap_or(0)
    }

    /// Says whether a match of the list explains its form; see the module's words on verbs.
    fn counts(&self, found: &LemmaMatch) -> bool {
        let lemma = usize::try_from(found.lemma.0).ok().and_then(|at| self.lemmas.get(at));
        let is_verb = lemma.is_some_and(|(_, parts)| parts.allows(PartOfSpeech::Verb));
        !is_possible_future(found) && !(is_verb && found.suffixes.is_empty())
    }
}

/// Says whether a match reads its form as a possible future, which plural nouns mostly only look like.
fn is_possible_future(found: &LemmaMatch) -> bool {
    found.suffixes.first().is_some_and(|suffix| suffix.gloss == "future")
}

/// Returns how many letters of its form a lemma explains by itself: the letters of the lemma without inflection.
///
/// Бостандығына counts 9 for бостандық. A verb counts by its bare stem, and one more where the form shows the verbal noun
/// (қолдады 5, қолдауға 6), whether the entry was written қолда or қолдау, so that a verb is not beaten by its own noun.
pub fn explained_letters(found: &LemmaMatch) -> usize {
    let stem = found.stem.chars().count();
    let is_verbal_noun = found.suffixes.first().is_some_and(|suffix| suffix.gloss == "verbal-noun");
    match found.alternation {
        "elision" | "soft-sign-loss" | "cluster-loss" | "lateral-loss" => stem + 1,
        "high-vowel-loss" | "glide-merger" => stem + 1,
        "link-vowel" => stem - 1,
        _ if is_verbal_noun => stem + 1,
        _ => stem,
    }
}

/// Drops from `matches` of one form every lemma that is shorter than the longest one that explains the form, counting the
/// known words too: жергілікті stays with жергілікті and leaves жер.
///
/// `derives` says of an entry whether it was written `lemma~`; such an entry wants longer words too, so it neither loses
/// nor makes others lose. Matches keep their order. Cost: that of [`KnownWords::longest`].
pub fn keep_longest(form: &str, matches: &mut Vec<LemmaMatch>, derives: impl Fn(LemmaId) -> bool) {
    let plain =
        matches.iter().filter(|found| !derives(found.lemma) && !is_possible_future(found)).map(explained_letters);
    if matches.is_empty() {
        return;
    }
    let longest = plain.max().unwrap_or(0).max(known_words().longest(form));
    matches.retain(|found| derives(found.lemma) || explained_letters(found) >= longest);
}
