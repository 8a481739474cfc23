//! Kazakh inflection.

use super::{Inflection, PartsOfSpeech, Stem, Suffix};

/// The inflection of Kazakh.
pub struct Kazakh;

impl Inflection for Kazakh {
    fn stems(&self, lemma: &str, _parts: PartsOfSpeech, _derivations: bool) -> Vec<Stem> {
        vec![Stem { text: lemma.into(), alternation: "", class: 0 }]
    }

    fn suffixes(&self, _stem: &Stem, rest: &str) -> Option<Vec<Suffix>> {
        rest.is_empty().then(Vec::new)
    }

    fn inflects_every_word(&self) -> bool {
        false
    }
}
