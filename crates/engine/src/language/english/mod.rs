//! English inflection: a citation form → its stems and the endings that each may take.
//!
//! Law: rules and short lists of irregular words, no dictionary. An entry that states no part of
//! speech is tried as a noun and as a verb, and as an adjective with -er and -est if it is a common
//! one (free, freer; but work, not worker).
//!
//! | entry | catches | leaves alone |
//! |---|---|---|
//! | family | families, family's | familiar |
//! | stop | stopped, stopping | stoppage |
//! | organise | organized, organizing | organ, organisation |
//! | child | children, children's | childish |
//!
//! ’ is read as '. British and American spellings of one word are the same word.
//!
//! ```
//! use tarazy_engine::language::{Language, LemmaIndex, PartsOfSpeech};
//!
//! let mut index = LemmaIndex::new(Language::English.inflection());
//! let neighbour = index.insert("neighbour", PartsOfSpeech::UNKNOWN, false);
//! assert_eq!(index.matches("neighbors’")[0].lemma, neighbour);
//! assert!(index.matches("neighbourhood").is_empty());
//! ```

mod closed_class;
mod ending;
mod irregular;
mod negation;
mod spelling;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use closed_class::is_abbreviation_in_capitals;
pub use ending::GLOSSES;

pub(super) use self::closed_class::CLOSED_CLASS;
use self::ending::EndingSet;
pub use negation::NEGATION;

use super::{
    inflection::{Inflection, PartOfSpeech, PartsOfSpeech, Stem, Suffix},
    reading::{Cue, Neighbours, Reading, Rejection, Rivals, Verdict},
};

/// The inflection of English.
pub struct English;

impl Inflection for English {
    fn stems(&self, lemma: &str, parts: PartsOfSpeech, derivations: bool) -> Vec<Stem> {
        let lemma = self.fold(lemma);
        let mut stems = StemList::default();
        stems.add(&lemma, EndingSet::Whole, "");
        if let Some(paradigm) = CLOSED_CLASS.paradigm(&lemma).filter(|_| parts.is_unknown()) {
            paradigm.forms.iter().for_each(|form| stems.add(form, EndingSet::Whole, "irregular"));
            return stems.stems;
        }
        stems.add_lemma(&lemma, parts, derivations);
        for variant in spelling::variants(&lemma) {
            stems.alternation = "spelling";
            stems.add_lemma(&variant, parts, derivations);
        }
        stems.stems
    }

    fn suffixes(&self, stem: &Stem, rest: &str) -> Option<Vec<Suffix>> {
        ending::chain(stem.class, rest)
    }

    fn fold<'form>(&self, form: &'form str) -> Cow<'form, str> {
        if form.contains('’') { Cow::Owned(form.replace('’', "'")) } else { Cow::Borrowed(form) }
    }

    fn inflects_every_word(&self) -> bool {
        true
    }

    fn judge(&self, form: &str, readings: &mut [Reading<'_>], _rivals: Rivals) {
        if !is_abbreviation_in_capitals(form) {
            return;
        }
        let is_pronoun = |reading: &&mut Reading<'_>| {
            reading.lemma.parts.is_unknown() && CLOSED_CLASS.paradigm(&reading.lemma.text).is_some()
        };
        for reading in readings.iter_mut().filter(is_pronoun) {
            reading.verdict = Verdict::Unless(IN_CAPITALS, Rejection::CommonerWord(form.to_uppercase()));
        }
    }

    fn is_met(&self, cue: Cue, neighbours: Neighbours<'_>) -> bool {
        cue == IN_CAPITALS && neighbours.is_in_capitals
    }
}

/// The form stands in capitals where its neighbours do not: the US, and not us.
const IN_CAPITALS: Cue = Cue(0);

/// Prepositions and the like after which the head of a compound stands first: sons-in-law,
/// passers-by.
const AFTER_HEAD: &[&str] = &["in", "of", "by", "to", "at", "on", "up", "general", "elect"];

/// The stems of one lemma, without duplicates.
#[derive(Default)]
struct StemList {
    stems: Vec<Stem>,
    /// What every stem begins with: `decision-` of decision-maker.
    start: String,
    /// Why all stems differ from the lemma, where they do: `spelling`.
    alternation: &'static str,
}

impl StemList {
    fn add(&mut self, stem: &str, set: EndingSet, alternation: &'static str) {
        let alternation = if alternation.is_empty() { self.alternation } else { alternation };
        let stem = Stem { text: format!("{}{stem}", self.start).into(), alternation, class: set.class() };
        let is_known = self.stems.iter().any(|known| known.text == stem.text && known.class == stem.class);
        // One letter is no stem: b with -s is not its plural.
        let is_too_short =
            set != EndingSet::Whole && stem.text.chars().nth(1).is_none() && stem.text.chars().all(char::is_alphabetic);
        if !is_known && !stem.text.is_empty() && !is_too_short {
            self.stems.push(stem);
        }
    }

    fn add_lemma(&mut self, lemma: &str, parts: PartsOfSpeech, derivations: bool) {
        let Some((first, rest)) = lemma.split_once('-').filter(|(first, rest)| !first.is_empty() && !rest.is_empty())
        else {
            self.add_word(lemma, parts, derivations);
            return;
        };
        if AFTER_HEAD.contains(&rest.split('-').next().unwrap_or(rest)) {
            self.add_head_first(first, rest);
            return;
        }
        let (first, head) = lemma.rsplit_once('-').unwrap_or((first, rest));
        self.start = format!("{first}-");
        self.add_word(head, parts, derivations);
        self.start.clear();
    }

    /// Adds son-in-law and sons-in-law, both with a possessive.
    fn add_head_first(&mut self, head: &str, rest: &str) {
        let mut heads = Self::default();
        heads.add_noun(head);
        self.add(&format!("{head}-{rest}"), EndingSet::Possessive, "");
        for stem in heads.stems {
            for ending in ["", "s", "es", "ies"] {
                if ending::chain(stem.class, ending).is_some() {
                    self.add(&format!("{}{ending}-{rest}", stem.text), EndingSet::Possessive, "plural");
                }
            }
        }
    }

    fn add_word(&mut self, lemma: &str, parts: PartsOfSpeech, derivations: bool) {
        let states = |part| !parts.is_unknown() && parts.allows(part);
        if parts.allows(PartOfSpeech::Noun) || parts.allows(PartOfSpeech::Name) {
            self.add_noun(lemma);
        }
        if parts.allows(PartOfSpeech::Verb) {
            self.add_verb(lemma);
        }
        if states(PartOfSpeech::Adjective) || (parts.is_unknown() && irregular::GRADABLE.contains(lemma)) {
            self.add_grades(lemma);
        }
        if parts.allows(PartOfSpeech::Adjective) {
            self.add_irregular_grades(lemma);
        }
        if derivations {
            self.add_derivations(lemma, parts);
        }
    }

    fn add_noun(&mut self, lemma: &str) {
        self.add(lemma, EndingSet::Possessive, "");
        if let Some((start, plurals)) = irregular_plurals(lemma) {
            for plural in plurals {
                self.add(&format!("{start}{plural}"), EndingSet::Possessive, "irregular");
            }
            return;
        }
        self.add_s(lemma, [EndingSet::PluralS, EndingSet::PluralEs, EndingSet::PluralIes]);
    }

    /// Adds -s, -es or -ies, whichever the spelling asks for; after -o either of the first two.
    fn add_s(&mut self, lemma: &str, [s, es, ies]: [EndingSet; 3]) {
        if let Some(stem) = y_stem(lemma) {
            self.add(stem, ies, "y-to-i");
        } else if ["s", "x", "z", "ch", "sh"].iter().any(|end| lemma.ends_with(end)) {
            self.add(lemma, es, "");
            if lemma.ends_with("ch") {
                // monarchs, stomachs
                self.add(lemma, s, "");
            } else if ends_in_single_vowel_and_consonant(lemma) && lemma.len() <= 5 {
                // quizzes, busses
                self.add(&doubled(lemma), es, "doubling");
            }
        } else {
            self.add(lemma, s, "");
            if lemma.ends_with('o') {
                self.add(lemma, es, "");
            }
        }
    }

    fn add_verb(&mut self, lemma: &str) {
        self.add(lemma, EndingSet::Whole, "");
        if let Some(forms) = irregular::WHOLE_VERBS.get(lemma) {
            for form in forms.split_whitespace() {
                self.add(form, EndingSet::Whole, "irregular");
            }
            return;
        }
        match lemma {
            "have" => self.add("has", EndingSet::Whole, "irregular"),
            "do" | "go" => self.add(lemma, EndingSet::PresentEs, ""),
            _ => self.add_s(lemma, [EndingSet::PresentS, EndingSet::PresentEs, EndingSet::PresentIes]),
        }
        self.add_ing(lemma);
        let Some((prefix, forms)) = irregular_verb(lemma) else {
            self.add_ed(lemma);
            return;
        };
        for form in forms.split([' ', '/']).filter(|form| *form != "=") {
            self.add(&format!("{prefix}{form}"), EndingSet::Whole, "irregular");
        }
    }

    fn add_ing(&mut self, lemma: &str) {
        if let Some(start) = lemma.strip_suffix("ie") {
            self.add(&format!("{start}y"), EndingSet::Ing, "ie-to-y");
            return;
        }
        let keeps_e = ["ee", "oe", "ye"].iter().any(|end| lemma.ends_with(end));
        match lemma.strip_suffix('e') {
            Some(stem) if !keeps_e => {
                if has_vowel(stem) {
                    self.add(stem, EndingSet::Ing, "e-drop");
                }
                // ageing, singeing
                if lemma.ends_with("ge") {
                    self.add(lemma, EndingSet::Ing, "");
                }
            }
            _ => self.add_doubling(lemma, EndingSet::Ing),
        }
    }

    fn add_ed(&mut self, lemma: &str) {
        if let Some(stem) = lemma.strip_suffix('e') {
            if has_vowel(stem) || lemma.ends_with("ye") {
                self.add(stem, EndingSet::Ed, "e-drop");
            }
        } else if let Some(stem) = y_stem(lemma) {
            self.add(stem, EndingSet::Ied, "y-to-i");
        } else {
            self.add_doubling(lemma, EndingSet::Ed);
        }
    }

    /// Adds a stem before a vowel: stopp-, panick-; both travel- and travell-, but plann- only.
    fn add_doubling(&mut self, lemma: &str, set: EndingSet) {
        if lemma.ends_with('c') && !lemma.ends_with("sc") {
            self.add(&format!("{lemma}k"), set, "doubling");
            return;
        }
        let doubles = ends_in_single_vowel_and_consonant(lemma);
        if doubles {
            self.add(&doubled(lemma), set, "doubling");
        }
        if !doubles || syllables(lemma) > 1 {
            self.add(lemma, set, "");
        }
    }

    fn add_grades(&mut self, lemma: &str) {
        self.add(lemma, EndingSet::Whole, "");
        if lemma.len() < 3 || irregular::GRADES.contains_key(lemma) {
            return;
        }
        if let Some(stem) = y_stem(lemma) {
            self.add(stem, EndingSet::GradesY, "y-to-i");
        } else if let Some(stem) = lemma.strip_suffix('e') {
            self.add(stem, EndingSet::Grades, "e-drop");
        } else if syllables(lemma) == 1
            || lemma.ends_with("ow")
            || lemma.ends_with("er")
            || irregular::GRADABLE.contains(lemma)
        {
            self.add_doubling(lemma, EndingSet::Grades);
        }
    }

    fn add_irregular_grades(&mut self, lemma: &str) {
        for form in irregular::GRADES.get(lemma).copied().unwrap_or("").split_whitespace() {
            self.add(form, EndingSet::Whole, "irregular");
        }
    }

    /// Adds what is derived by rule: -ly and -ness of an adjective, -er of a verb.
    fn add_derivations(&mut self, lemma: &str, parts: PartsOfSpeech) {
        if parts.allows(PartOfSpeech::Adjective) {
            if let Some(stem) = y_stem(lemma) {
                self.add(stem, EndingSet::AdverbIly, "y-to-i");
            } else {
                self.add(lemma, EndingSet::AdverbLy, "");
            }
            if let Some(stem) = lemma.strip_suffix("le") {
                self.add(&format!("{stem}l"), EndingSet::AdverbY, "e-drop");
            }
            if lemma.ends_with("ic") {
                self.add(lemma, EndingSet::AdverbAlly, "");
            }
        }
        if parts.allows(PartOfSpeech::Verb) {
            match lemma.strip_suffix('e') {
                Some(stem) => self.add(stem, EndingSet::Agent, "e-drop"),
                None => self.add_doubling(lemma, EndingSet::Agent),
            }
        }
    }
}

/// Finds the irregular plurals of a noun or of the noun at its end: `("grand", ["children"])`.
fn irregular_plurals(lemma: &str) -> Option<(&str, impl Iterator<Item = &'static str>)> {
    let of_compound = || {
        irregular::PLURAL_HEADS.iter().find_map(|head| {
            let start = lemma.strip_suffix(head).filter(|start| has_vowel(start))?;
            let is_regular = *head == "man" && irregular::REGULAR_MAN.contains(&lemma);
            (!is_regular).then_some((start, *irregular::PLURALS.get(head)?))
        })
    };
    let (start, plurals) = irregular::PLURALS.get(lemma).map(|plurals| ("", *plurals)).or_else(of_compound)?;
    Some((start, plurals.split(' ')))
}

/// Finds the past forms of an irregular verb, with the prefix that stands before them.
fn irregular_verb(lemma: &str) -> Option<(&str, &'static str)> {
    if let Some(forms) = irregular::VERBS.get(lemma) {
        return Some(("", forms));
    }
    irregular::VERB_PREFIXES.iter().find_map(|prefix| {
        let base = lemma.strip_prefix(prefix).filter(|base| base.len() > 2)?;
        Some((&lemma[..prefix.len()], *irregular::VERBS.get(base)?))
    })
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn has_vowel(word: &str) -> bool {
    word.bytes().any(|letter| is_vowel(letter) || letter == b'y')
}

/// Returns what stands before a final y after a consonant: famil-y, but not day.
fn y_stem(lemma: &str) -> Option<&str> {
    lemma.strip_suffix('y').filter(|stem| stem.bytes().next_back().is_some_and(|letter| !is_vowel(letter)))
}

/// Returns `true` if a word ends in one vowel and one consonant that doubles before a vowel: stop,
/// refer; not need, show.
fn ends_in_single_vowel_and_consonant(word: &str) -> bool {
    let letters = word.as_bytes();
    let [.., before, vowel, last] = letters else { return false };
    let ends_open = is_vowel(*vowel) && last.is_ascii_lowercase() && !is_vowel(*last) && !b"wxy".contains(last);
    let after_qu = *before == b'u' && letters.len() > 3 && letters[letters.len() - 4] == b'q';
    ends_open && (!is_vowel(*before) || after_qu)
}

fn doubled(word: &str) -> String {
    let last = word.chars().next_back().map(String::from).unwrap_or_default();
    format!("{word}{last}")
}

/// Counts groups of vowels.
fn syllables(word: &str) -> usize {
    let is_vowel_at =
        |at: usize| word.as_bytes().get(at).is_some_and(|letter| is_vowel(*letter) || (*letter == b'y' && at > 0));
    (0..word.len()).filter(|at| is_vowel_at(*at) && (*at == 0 || !is_vowel_at(*at - 1))).count()
}
