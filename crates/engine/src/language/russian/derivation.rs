//! Words derived from an entry that is written with `~`: what follows from the citation form by
//! rule and is sure.
//!
//! - adjective: the adverb (важно, политически), the short neuter, the noun in -ость (важность);
//! - noun: the adjectives in -ный, -ский and -ический (закон → законный, партия → партийный), but
//!   not -нный from a feminine in -на, where other words live (страна, странный);
//! - verb: the noun in -ние (освободить → освобождение).

use super::{
    adjective::citation_stem,
    ending::EndingSet,
    spelling::{has_vowel, is_consonant, is_hissing, is_vowel, last, mutated, palatalised},
    stem_list::{StemList, with_fleeting_vowel},
};

/// Adds the adverb and the noun in -ость of an adjective.
pub(super) fn add_adjective(stems: &mut StemList, lemma: &str) {
    let Some(stem) = citation_stem(lemma) else { return };
    if stem.ends_with("ск") || stem.ends_with("цк") {
        stems.add(stem, EndingSet::AdverbSki, "adverb");
        stems.within("по-", false, |stems| stems.add(stem, EndingSet::AdverbSki, "adverb"));
        return;
    }
    stems.add(stem, EndingSet::Adverb, "adverb");
    let vowel = if last(stem).is_some_and(is_hissing) { 'е' } else { 'о' };
    stems.add(&format!("{stem}{vowel}ст"), EndingSet::FeminineThird, "derived-noun");
}

/// Adds the adjectives in -ный, -ский and -ический of a noun in a consonant, -а, -о, -ия, -ие or
/// -ь.
///
/// A stem in -н takes -ный only after a consonant-final citation form (закон → законный): -на gives
/// words of their own.
pub(super) fn add_noun(stems: &mut StemList, lemma: &str) {
    let Some(end) = last(lemma) else { return };
    let is_whole = is_consonant(end) && end != 'й';
    let stem = if is_whole { lemma } else { &lemma[..lemma.len() - end.len_utf8()] };
    if !has_vowel(stem) {
        return;
    }
    if let Some(start) = stem.strip_suffix('и').filter(|_| matches!(end, 'я' | 'е' | 'й')) {
        let mut adjectives = vec![format!("{start}ическ"), format!("{start}ийск"), format!("{start}ийн")];
        adjectives.extend(start.strip_suffix('ц').map(|start| format!("{start}ционн")));
        for adjective in adjectives {
            stems.add(&adjective, EndingSet::AdjectiveHard, "derived-adjective");
        }
        return;
    }
    if last(stem).is_some_and(is_vowel) {
        return;
    }
    let softened = palatalised(stem);
    let root = softened.as_deref().unwrap_or(stem);
    if !(root.ends_with('н') && end != 'н') {
        stems.add(&format!("{root}н"), EndingSet::AdjectiveHard, "derived-adjective");
        if let Some(adjective) = with_fleeting_vowel(root).filter(|_| !is_consonant(end)) {
            stems.add(&format!("{adjective}н"), EndingSet::AdjectiveHard, "derived-adjective");
        }
    }
    for suffix in if softened.is_some() { ["еск"].iter() } else { ["ск", "ическ"].iter() } {
        stems.add(&format!("{root}{suffix}"), EndingSet::AdjectiveHard, "derived-adjective");
    }
}

/// Adds the noun in -ние of a verb.
pub(super) fn add_verb(stems: &mut StemList, lemma: &str) {
    let infinitive = lemma.strip_suffix("ся").or_else(|| lemma.strip_suffix("сь")).unwrap_or(lemma);
    let Some(stem) = infinitive.strip_suffix("ть") else { return };
    match last(stem) {
        Some('а' | 'я' | 'е') => stems.add(&format!("{stem}ни"), EndingSet::NeuterJot, "derived-noun"),
        Some('и') => {
            for softened in mutated(&stem[..stem.len() - 'и'.len_utf8()]) {
                stems.add(&format!("{softened}ени"), EndingSet::NeuterJot, "derived-noun");
            }
        }
        _ => {}
    }
}
