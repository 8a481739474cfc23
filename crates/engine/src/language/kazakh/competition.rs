//! Which of several words a form is taken for.
//!
//! Grammar alone reads туралы ('about') as ту + the ending -лы after a link, and маңызды as маңыз
//! in the accusative. Here the [known words](super::known_words) and, where they are asked to,
//! other entries compete for a form. In this order:
//!
//! 1. A word without forms of its own is no form of another part of speech: the particle де is not
//!    the verb де-.
//! 2. Of two words whose forms look alike the commoner is meant ([`HOMONYMS`]): алып is of ал-,
//!    құрылды of құр-.
//! 3. A reading that is rare in running text gives way to any that is not: орында is 'in the
//!    place', hardly ever 'carry out!'; ойлар is 'thoughts', not 'may think'.
//! 4. The longest lemma wins: жергілікті is not a form of жер. A word that is the possessive of
//!    another (өмірі beside өмір) is not longer but the same.
//! 5. A verb that follows a converb helps it: отыр- in айтып отыр. The neighbours decide.
//!
//! An entry that was written `lemma~` wants longer words too, so it neither loses nor makes others
//! lose.

use super::{
    closed_class::CLOSED_CLASS,
    homonym_table::{AUXILIARIES, DIVIDED, HOMONYMS},
    known_words::{KnownReading, WordClass, known_words},
    neighbour::NeighbourCue,
};
use crate::language::{
    inflection::{PartOfSpeech, PartsOfSpeech},
    lemma_index::LemmaMatch,
    reading::{Reading, Rejection, Rivals, Verdict},
};

/// Verbs whose bare stem is the third person of the present, and so no rare reading.
const BARE_PRESENTS: [&str; 4] = ["отыр", "тұр", "жүр", "жатыр"];

/// A word that explains the form as well.
struct Rival<'words> {
    word: &'words str,
    letters: usize,
    is_rare: bool,
    function: Function,
}

/// What a rival is besides a word with forms.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Function {
    /// Nothing.
    No,
    /// A word without forms: туралы, де, бүгін. Many of them pass for adjectives too: керек, басқа.
    Invariable,
    /// A pronoun in its citation form: барлық, қандай.
    Pronoun,
}

/// Decides which readings of `form` stand. Cost: that of [`super::KnownWords`] for one form.
pub(super) fn judge(form: &str, readings: &mut [Reading<'_>], rivals: Rivals) {
    let known: Vec<KnownReading> = known_words().readings(form);
    let mut words: Vec<Rival<'_>> = known
        .iter()
        .map(|known| Rival {
            word: known.word,
            letters: known.letters,
            is_rare: known.is_rare,
            function: match known.class {
                WordClass::Invariable => Function::Invariable,
                WordClass::Pronoun if known.word == form => Function::Pronoun,
                _ => Function::No,
            },
        })
        .collect();
    if rivals == Rivals::Entries {
        let entries = readings.iter().filter(|reading| !reading.lemma.derives);
        words.extend(entries.map(|reading| Rival {
            word: &reading.lemma.text,
            letters: explained_letters(&reading.found),
            is_rare: is_rare(&reading.lemma.text, reading.lemma.parts, &reading.found),
            function: Function::No,
        }));
    }
    for reading in readings.iter_mut().filter(|reading| !reading.lemma.derives) {
        reading.verdict = verdict(form, &reading.found, &reading.lemma.text, reading.lemma.parts, &words);
    }
}

fn verdict(form: &str, found: &LemmaMatch, own: &str, parts: PartsOfSpeech, words: &[Rival<'_>]) -> Verdict {
    let is_bare_verb = is_bare_verb(own, found);
    if own == form
        && let Some(function) = words.iter().find(|rival| takes(rival.function, parts))
        && (is_bare_verb || !parts.is_unknown() && !known_words().is_open(own, parts))
    {
        return Verdict::Rejected(Rejection::FunctionWord(function.word.to_owned()));
    }
    // өзіміз is a form of өз, though the known words have it by itself.
    let is_own = |rival: &Rival<'_>| rival.word == own || CLOSED_CLASS.is_form(own, rival.word);
    let others = || words.iter().filter(|rival| !is_own(rival) && !rival.is_rare);
    for (_, commoner, cue) in HOMONYMS.iter().filter(|(rarer, ..)| *rarer == own) {
        if others().any(|rival| rival.word == *commoner) {
            let rejection = Rejection::CommonerWord((*commoner).to_owned());
            return cue.map_or(Verdict::Rejected(rejection.clone()), |cue| Verdict::OnlyWith(cue.cue(), rejection));
        }
    }
    for (longer, shorter, cue) in DIVIDED {
        let is_shared = |other: &str| others().any(|rival| rival.word == other);
        if *longer == own && *longer == form && is_shared(shorter) {
            return Verdict::Unless(cue.cue(), Rejection::CommonerWord((*shorter).to_owned()));
        }
        if *shorter == own && *longer == form {
            return Verdict::OnlyWith(cue.cue(), Rejection::LongerWord((*longer).to_owned()));
        }
    }
    let longest = others().filter(|rival| !is_own_possessive(found, rival)).filter(|rival| !loses(rival.word, own));
    let Some(longest) = longest.max_by_key(|rival| rival.letters) else { return unless_auxiliary(own, found) };
    if is_rare(own, parts, found) {
        Verdict::Rejected(Rejection::CommonerWord(longest.word.to_owned()))
    } else if longest.letters > explained_letters(found) {
        Verdict::Rejected(Rejection::LongerWord(longest.word.to_owned()))
    } else {
        unless_auxiliary(own, found)
    }
}

fn unless_auxiliary(own: &str, found: &LemmaMatch) -> Verdict {
    let stem = if found.part == Some(PartOfSpeech::Verb) { own.strip_suffix('у').unwrap_or(own) } else { "" };
    if AUXILIARIES.contains(&stem) {
        Verdict::Unless(NeighbourCue::AfterConverb.cue(), Rejection::Auxiliary(own.to_owned()))
    } else {
        Verdict::Stands
    }
}

/// Returns `true` if a word of a function is taken for it rather than for an entry of the parts of
/// speech stated.
fn takes(function: Function, parts: PartsOfSpeech) -> bool {
    match function {
        Function::No => false,
        Function::Invariable => !parts.allows(PartOfSpeech::Adjective) || parts.is_unknown(),
        Function::Pronoun => true,
    }
}

/// Returns `true` if forms of both words are taken for the second.
fn loses(word: &str, to: &str) -> bool {
    HOMONYMS.iter().any(|(rarer, commoner, _)| *rarer == word && *commoner == to)
}

/// Returns `true` if the rival is the lemma with its third person's possessive, as өмірі is of
/// өмір.
fn is_own_possessive(found: &LemmaMatch, rival: &Rival<'_>) -> bool {
    let possessive = found.suffixes.first().filter(|suffix| suffix.gloss == "possessive-3");
    let rest = rival.word.strip_prefix(&*found.stem);
    rival.function == Function::No && possessive.is_some_and(|suffix| rest == Some(suffix.text.as_str()))
}

/// Returns `true` if a form is a verb's bare stem and therefore an imperative.
fn is_bare_verb(lemma: &str, found: &LemmaMatch) -> bool {
    found.part == Some(PartOfSpeech::Verb) && found.suffixes.is_empty() && !BARE_PRESENTS.contains(&lemma)
}

/// Returns `true` if a match reads its form as something that running text hardly ever means: an
/// imperative, a possible future (ойлар, 'thoughts'), a bare converb in -а (жеріне, 'to its land',
/// not of жерін-), the second person's possessive (міндеттің, 'of the duty'), the case of an
/// adjective that is no noun (шағында, 'in its time', not of шағын 'small'), the similative.
pub(super) fn is_rare(lemma: &str, parts: PartsOfSpeech, found: &LemmaMatch) -> bool {
    let glosses = || found.suffixes.iter().map(|suffix| &*suffix.gloss);
    let is_adjective = found.part == Some(PartOfSpeech::Adjective) && !parts.allows(PartOfSpeech::Noun);
    is_bare_verb(lemma, found)
        || matches!(glosses().next(), Some("future"))
        || glosses().eq(["present"])
        || glosses()
            .any(|gloss| gloss.starts_with("possessive-2") || gloss.starts_with("imperative") || gloss == "similative")
        || is_adjective
            && matches!(glosses().next(), Some("genitive" | "dative" | "accusative" | "locative" | "ablative"))
}

/// Returns how many letters of its form a lemma explains by itself: the letters of the lemma
/// without inflection.
///
/// Бостандығына counts 9 for бостандық. A verb counts by its bare stem, and one more where the form
/// shows the verbal noun (қолдады 5, қолдауға 6), whether the entry was written қолда or қолдау, so
/// that a verb is not beaten by its own noun.
pub(super) fn explained_letters(found: &LemmaMatch) -> usize {
    let stem = found.stem.chars().count();
    let is_verbal_noun = found.suffixes.first().is_some_and(|suffix| suffix.gloss == "verbal-noun");
    match found.alternation {
        "elision" | "soft-sign-loss" | "cluster-loss" | "lateral-loss" | "high-vowel-loss" | "glide-merger" => stem + 1,
        "link-vowel" => stem - 1,
        _ if is_verbal_noun => stem + 1,
        _ => stem,
    }
}
