//! Kazakh inflection: which forms belong to a lemma, and by which suffixes.
mod chain;
mod gloss;
mod known_words;
mod sound;
mod stem;
mod stem_table;
mod suffix;

pub use gloss::{ALTERNATIONS, GLOSSES};
pub use known_words::{KnownWords, explained_letters, keep_longest, known_words};

use super::{Inflection, PartsOfSpeech, Stem, Suffix};

/// The inflection of Kazakh.
///
/// An entry with nothing stated takes its parts of speech from the [known words](known_words) where it is one of them.
pub struct Kazakh;

impl Inflection for Kazakh {
    fn stems(&self, lemma: &str, parts: PartsOfSpeech, derivations: bool) -> Vec<Stem> {
        let known = known_words();
        let parts = if parts.is_unknown() { known.parts(lemma).unwrap_or(parts) } else { parts };
        let may_be_possessed = !known.contains(lemma);
        stem::stems(lemma, parts, derivations, may_be_possessed)
    }

    fn suffixes(&self, stem: &Stem, rest: &str) -> Option<Vec<Suffix>> {
        Grammar.suffixes(stem, rest)
    }

    fn starts(&self, form: &str) -> Vec<usize> {
        Grammar.starts(form)
    }

    fn inflects_every_word(&self) -> bool {
        false
    }
}

/// The same without the help of the known words, whose own forms it finds.
struct Grammar;

impl Inflection for Grammar {
    fn stems(&self, lemma: &str, parts: PartsOfSpeech, derivations: bool) -> Vec<Stem> {
        stem::stems(lemma, parts, derivations, false)
    }

    fn suffixes(&self, stem: &Stem, rest: &str) -> Option<Vec<Suffix>> {
        let class = stem::Class::unpack(stem.class)?;
        if !class.admits(rest) {
            return None;
        }
        chain::parse(class.slot, class.surface(&stem.text), rest, class.derives)
    }

    fn starts(&self, form: &str) -> Vec<usize> {
        let mut starts = vec![0];
        starts.extend(reduplication_end(form));
        starts
    }

    fn inflects_every_word(&self) -> bool {
        false
    }
}

/// Returns where the word proper begins in a reduplicated form: after тап- in тап-таза, after қайта- in қайта-қайта.
fn reduplication_end(form: &str) -> Option<usize> {
    let at = form.find('-')?;
    let (first, second) = (&form[..at], &form[at + 1..]);
    let intensifies = first.strip_suffix(['п', 'м']).is_some_and(|syllable| {
        let letters = syllable.chars().count();
        (1..=3).contains(&letters) && second.starts_with(syllable)
    });
    (intensifies || !first.is_empty() && second.starts_with(first)).then_some(at + 1)
}
