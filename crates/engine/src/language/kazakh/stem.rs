//! Turns a Kazakh lemma into the stems with which its forms begin: бостандық, and бостандығ before
//! a vowel.

use super::{
    sound::{Harmony, Surface, is_known, is_neutral, is_vowel},
    stem_table::{ELIDING_NOUNS, ELIDING_VERBS, NOMINAL_ENDS, POSSESSED_NOUNS, SHORT_CONVERBS, VERBS_IN_HIGH_VOWEL},
    suffix::Slot,
};
use crate::language::inflection::{PartOfSpeech, PartsOfSpeech, Stem};

/// Which letters may come after a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Anything, or nothing.
    Any,
    /// A vowel: бостандығ-ы.
    Vowel,
    /// A consonant, a hyphen or nothing: бостандық-та.
    NoVowel,
}

/// What [`Stem::class`] says of a Kazakh stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Class {
    /// Where in the suffix tables the word stands after the stem.
    pub(super) slot: Slot,
    /// The harmony with which suffixes follow, known from the lemma: қауіп is a front word, and so
    /// is its stem қауп.
    pub(super) harmony: Harmony,
    /// Which letters may come next.
    pub(super) next: Next,
    /// Whether suffixes that derive other words are admitted.
    pub(super) derives: bool,
}

impl Class {
    /// Packs the class into the number that a [`Stem`] carries.
    fn pack(self) -> u32 {
        self.slot as u32 | self.harmony.bits() << 8 | (self.next as u32) << 10 | u32::from(self.derives) << 12
    }

    /// Unpacks [`Class::pack`]; `None` for a number that it never makes.
    pub(super) fn unpack(class: u32) -> Option<Self> {
        let slot = *Slot::ALL.get(usize::try_from(class & 0xff).ok()?)?;
        let next = [Next::Any, Next::Vowel, Next::NoVowel].into_iter().nth(usize::try_from(class >> 10 & 3).ok()?)?;
        Some(Self { slot, harmony: Harmony::from_bits(class >> 8), next, derives: class >> 12 & 1 == 1 })
    }

    /// Returns `true` if `rest` begins as the class demands.
    pub(super) fn admits(self, rest: &str) -> bool {
        let vowel = rest.chars().next().is_some_and(|letter| is_vowel(letter) || matches!(letter, 'у' | 'и'));
        match self.next {
            Next::Any => true,
            Next::Vowel => vowel,
            Next::NoVowel => !vowel,
        }
    }

    /// The surface that the first suffix meets after `text`.
    pub(super) fn surface(self, text: &str) -> Surface {
        Surface::of(text, self.harmony)
    }
}

/// Returns the stems of `lemma` for the parts of speech stated.
///
/// A lemma with nothing stated is read as every part of speech that its ending allows: a word in -у
/// as a noun (қолдау is the name of an action until the entry says that it is a verb), a word in
/// -лық or -шы as a noun, others also as a bare verb stem.
pub(super) fn stems(lemma: &str, parts: PartsOfSpeech, derives: bool, may_be_possessed: bool) -> Vec<Stem> {
    let mut list = List { stems: Vec::new(), derives };
    let Some(end) = lemma.chars().next_back() else { return list.stems };
    if !is_known(end) {
        let slot = if end.is_numeric() || end == '%' { Slot::Numeral } else { Slot::Noun };
        list.push(lemma, "", slot, Harmony::EITHER, Next::Any);
        return list.stems;
    }
    let noun = parts.allows(PartOfSpeech::Noun) || parts.allows(PartOfSpeech::Name);
    if noun || parts.allows(PartOfSpeech::Adjective) {
        let slot = if parts.allows(PartOfSpeech::Adjective) { Slot::Adjective } else { Slot::Noun };
        list.nominal(lemma, slot);
    }
    let is_possessed = may_be_possessed || POSSESSED_NOUNS.contains(&lemma);
    if noun && is_possessed && lemma.ends_with(['ы', 'і']) {
        list.push(lemma, "", Slot::PossessedByThird, Harmony::of(lemma), Next::Any);
    }
    if parts.is_unknown() {
        if !lemma.ends_with(['у', 'ю']) && !is_surely_nominal(lemma) {
            list.verbal(lemma);
        }
    } else if parts.allows(PartOfSpeech::Verb) {
        list.verb_entry(lemma);
    }
    list.stems
}

/// Returns `true` for a single letter.
fn is_letter(text: &str) -> bool {
    text.chars().nth(1).is_none() && text.chars().all(char::is_alphabetic)
}

/// Returns a word and its forms as stems that nothing but a clitic follows.
pub(super) fn whole(word: &str, forms: &[&str]) -> Vec<Stem> {
    let mut list = List { stems: Vec::new(), derives: false };
    list.push(word, "", Slot::End, Harmony::EITHER, Next::Any);
    for form in forms {
        list.push(form, "irregular", Slot::End, Harmony::EITHER, Next::Any);
    }
    list.stems
}

/// Returns `true` if `lemma` ends as no bare verb stem does.
fn is_surely_nominal(lemma: &str) -> bool {
    NOMINAL_ENDS.iter().any(|end| lemma.len() > end.len() + 2 && lemma.ends_with(end))
        || POSSESSED_NOUNS.contains(&lemma)
}

/// The stems found so far.
struct List {
    stems: Vec<Stem>,
    derives: bool,
}

impl List {
    fn push(&mut self, text: &str, alternation: &'static str, slot: Slot, harmony: Harmony, next: Next) {
        let is_given = matches!(slot, Slot::VerbWithoutGlide | Slot::VerbBeforeShortConverb);
        let slot = match slot {
            // Nothing inflects from one letter, but where the letters that follow are given: оя of
            // ой-, ап of ал-.
            _ if !is_letter(text) || is_given => slot,
            _ if alternation.is_empty() => Slot::End,
            _ => return,
        };
        let class = Class { slot, harmony, next, derives: self.derives }.pack();
        if !self.stems.iter().any(|stem| &*stem.text == text && stem.class == class) {
            self.stems.push(Stem { text: text.into(), alternation, class });
        }
    }

    /// Adds the stems of a noun, adjective or name.
    fn nominal(&mut self, lemma: &str, slot: Slot) {
        let harmony = Harmony::of(lemma);
        match voiced(lemma) {
            Some(stem) => {
                self.push(lemma, "", slot, harmony, if may_stay_voiceless(lemma) { Next::Any } else { Next::NoVowel });
                self.push(&stem, "voicing", slot, harmony, Next::Vowel);
            }
            None => self.push(lemma, "", slot, harmony, Next::Any),
        }
        if let Some(stem) = elided(lemma, ELIDING_NOUNS) {
            self.push(&stem, "elision", Slot::Possessable, harmony, Next::Vowel);
        }
        if let Some(stem) = lemma.strip_suffix('ь') {
            self.push(stem, "soft-sign-loss", slot, harmony, Next::Vowel);
        }
        if ["кт", "пт", "фт"].iter().any(|end| lemma.ends_with(end)) {
            self.push(&format!("{lemma}і"), "link-vowel", slot, Harmony::FRONT, Next::NoVowel);
        }
        if ["ст", "зд", "сс"].iter().any(|end| lemma.ends_with(end)) {
            self.push(without_last(lemma), "cluster-loss", slot, harmony, Next::Any);
        }
    }

    /// Adds the stems of an entry that is marked as a verb: қолдау or the bare stem қолда.
    fn verb_entry(&mut self, lemma: &str) {
        let stem = match lemma.chars().next_back() {
            Some('у') => without_last(lemma).to_owned(),
            Some('ю') => format!("{}й", without_last(lemma)),
            _ => return self.verbal(lemma),
        };
        if !may_be_verb_stem(&stem) {
            return self.verbal(lemma);
        }
        let first = self.stems.len();
        if stem.ends_with(is_vowel) {
            self.verbal(&stem);
        } else {
            let high: Vec<_> = VERBS_IN_HIGH_VOWEL
                .iter()
                .filter(|verb| {
                    verb.strip_suffix(['ы', 'і']) == Some(&stem) || **verb == format!("{}ы", without_last(lemma))
                })
                .collect();
            if high.is_empty() || may_be_both(&stem) {
                self.verbal(&stem);
            }
            for verb in high {
                self.verbal(verb);
            }
        }
        for stem in &mut self.stems[first..] {
            if stem.alternation.is_empty() {
                stem.alternation = "verbal-noun";
            }
        }
    }

    /// Adds the stems of a verb whose bare stem is `stem`.
    fn verbal(&mut self, stem: &str) {
        let harmony = Harmony::of(stem);
        let last = stem.chars().next_back();
        match voiced(stem) {
            Some(voiced) => {
                self.push(stem, "", Slot::Verb, harmony, Next::NoVowel);
                self.push(&voiced, "voicing", Slot::Verb, harmony, Next::Vowel);
            }
            None => self.push(stem, "", Slot::Verb, harmony, Next::Any),
        }
        match last {
            Some('ы' | 'і') => {
                self.push(without_last(stem), "high-vowel-loss", Slot::VerbWithoutHighVowel, harmony, Next::Any);
            }
            Some('й') => {
                self.push(without_last(stem), "glide-merger", Slot::VerbWithoutGlide, harmony, Next::Any);
            }
            Some('и') => self.push(stem, "", Slot::VerbWithoutGlide, harmony, Next::Any),
            Some('п') => {
                let lenited = format!("{}у", without_last(stem));
                self.push(&lenited, "lenition", Slot::VerbBeforeConverb, harmony, Next::Any);
            }
            _ => {}
        }
        if let Some(elided) = elided(stem, ELIDING_VERBS) {
            self.push(&elided, "elision", Slot::Verb, harmony, Next::Vowel);
        }
        if SHORT_CONVERBS.contains(&stem) {
            self.push(without_last(stem), "lateral-loss", Slot::VerbBeforeShortConverb, harmony, Next::Any);
        }
    }
}

/// Returns `word` with its final қ, к or п voiced.
fn voiced(word: &str) -> Option<String> {
    let voiced = match word.chars().next_back()? {
        'қ' => 'ғ',
        'к' => 'г',
        'п' => 'б',
        _ => return None,
    };
    Some(format!("{}{voiced}", without_last(word)))
}

/// Returns `true` if a final к or п may stay before a vowel: п in any word (тарапы, принципі), к in
/// loans (паркі).
fn may_stay_voiceless(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    match letters[..] {
        [.., 'п'] => true,
        [.., 'к'] => looks_borrowed(&letters),
        _ => false,
    }
}

/// Returns `true` if a word is spelt as no native word is: a foreign letter, two consonants at its
/// beginning or end, or an о after the first syllable.
fn looks_borrowed(letters: &[char]) -> bool {
    let is_consonant = |letter: char| is_known(letter) && !is_vowel(letter) && !is_neutral(letter);
    let opening = matches!(letters, [first, second, ..] if is_consonant(*first) && is_consonant(*second));
    let ending = matches!(letters, [.., before, last] if is_consonant(*before) && is_consonant(*last));
    let foreign = |letter: &char| matches!(letter, 'в' | 'ф' | 'ц' | 'ч' | 'щ' | 'э' | 'ё' | 'ъ' | 'ь' | 'х');
    opening || ending || letters.iter().any(foreign) || letters.iter().skip(2).any(|letter| *letter == 'о')
}

/// Returns `word` without its second last letter if it ends in one of `nouns_or_verbs`: халық →
/// халқ.
fn elided(word: &str, nouns_or_verbs: &[&str]) -> Option<String> {
    let mut letters = word.chars();
    let last = letters.next_back()?;
    // Most words are no such ones by their second last letter, without a look at the list.
    if !matches!(letters.next_back()?, 'ы' | 'і') || !nouns_or_verbs.iter().any(|end| word.ends_with(end)) {
        return None;
    }
    Some(format!("{}{last}", without_last(without_last(word))))
}

/// Returns `true` if what is left of a verbal noun can be a verb: қолда, бар, де, but not жа (of
/// жау, a stem itself).
fn may_be_verb_stem(stem: &str) -> bool {
    match stem.chars().next_back() {
        Some(last) if is_vowel(last) => {
            stem.chars().filter(|letter| is_vowel(*letter)).count() > 1 || matches!(stem, "де" | "же")
        }
        Some(_) => stem.chars().any(|letter| is_vowel(letter) || matches!(letter, 'у' | 'и')),
        None => false,
    }
}

/// Returns `true` if `stem` is a verb of its own beside one that ends in ы or і: құр and құры, аш
/// and ашы.
fn may_be_both(stem: &str) -> bool {
    matches!(stem, "құр" | "аш" | "жан" | "қар" | "тас" | "тан" | "ер" | "жас" | "жор" | "сас")
}

/// Returns `word` without its last letter.
fn without_last(word: &str) -> &str {
    let mut letters = word.chars();
    letters.next_back();
    letters.as_str()
}
