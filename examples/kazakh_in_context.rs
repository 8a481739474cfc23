//! Scores Kazakh matching over running sentences, with and without the neighbouring words.
//!
//! `cargo run --release --example kazakh_in_context -- GOLD [SHORTEST]`, GOLD with a head line and
//! `form<TAB>lemma<TAB>part of speech<TAB>sentence` a line. Every lemma that is a noun, adjective,
//! verb or name and has SHORTEST letters (4) is an entry with its part of speech; all compete. A
//! match is right when the entry is the word's lemma. Prints precision, recall, F1 in percent, and,
//! where SHOW_ERRORS is set, each form with the entry that it was wrongly taken for (- for none)
//! and its lemma.

use std::{
    collections::{BTreeMap, HashMap},
    io::Error,
};

use tarazy_engine::{
    language::{Inflection, LemmaIndex, Neighbours, PartOfSpeech, PartsOfSpeech, Rivals, kazakh::Kazakh},
    text::fold,
};

struct Word {
    form: String,
    lemma: String,
    part: Option<PartOfSpeech>,
    sentence: String,
}

fn read(line: &str) -> Option<Word> {
    let mut cells = line.split('\t');
    let (form, lemma, part, sentence) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    let part = match part {
        "NOUN" => Some(PartOfSpeech::Noun),
        "ADJ" => Some(PartOfSpeech::Adjective),
        "VERB" => Some(PartOfSpeech::Verb),
        "PROPN" => Some(PartOfSpeech::Name),
        _ => None,
    };
    let folded = |text| fold(text, false).into_owned();
    Some(Word { form: folded(form), lemma: folded(lemma), part, sentence: sentence.to_owned() })
}

fn main() -> Result<(), Error> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or_else(|| Error::other("name the gold file"))?;
    let shortest = arguments.next().and_then(|number| number.parse().ok()).unwrap_or(4);
    let text = std::fs::read_to_string(path)?;
    let words: Vec<Word> = text.lines().skip(1).filter_map(read).collect();
    let mut entries: BTreeMap<&str, PartsOfSpeech> = BTreeMap::new();
    for word in words.iter().filter(|word| word.lemma.chars().count() >= shortest && !word.lemma.contains(' ')) {
        if let Some(part) = word.part {
            let parts = entries.entry(&word.lemma).or_default();
            *parts = parts.with(part);
        }
    }
    let mut index = LemmaIndex::new(&Kazakh);
    let lemmas: Vec<&str> = entries.keys().copied().collect();
    for (lemma, parts) in &entries {
        index.insert(lemma, *parts, false);
    }
    for with_neighbours in [false, true] {
        let mut score = Score::default();
        let mut wrong: HashMap<(&str, &str, &str), u32> = HashMap::new();
        for (at, word) in words.iter().enumerate() {
            let beside = |at: Option<usize>| {
                let other = at.and_then(|at| words.get(at)).filter(|other| other.sentence == word.sentence)?;
                Some(other.form.as_str())
            };
            let (previous, next) = (beside(at.checked_sub(1)), beside(at.checked_add(1)));
            let neighbours = Neighbours { previous, next, is_in_capitals: false };
            let right = word.part.map(|_| word.lemma.as_str()).filter(|lemma| entries.contains_key(lemma));
            let mut is_found = false;
            for reading in index.readings(&word.form, Rivals::Entries) {
                let is_met = |cue| with_neighbours && Kazakh.is_met(cue, neighbours);
                if reading.verdict.rejection(is_met).is_some() {
                    continue;
                }
                let lemma = lemmas[reading.found.lemma.0 as usize];
                if Some(lemma) == right {
                    is_found = true;
                } else {
                    score.false_matches += 1;
                    *wrong.entry((&word.form, lemma, &word.lemma)).or_default() += 1;
                }
            }
            score.right += u32::from(is_found);
            score.missed += u32::from(right.is_some() && !is_found);
            if right.is_some() && !is_found {
                *wrong.entry((&word.form, "-", &word.lemma)).or_default() += 1;
            }
        }
        println!("{} neighbours: {score}", if with_neighbours { "with" } else { "without" });
        if std::env::var_os("SHOW_ERRORS").is_some() && with_neighbours {
            let mut wrong: Vec<_> = wrong.into_iter().collect();
            wrong.sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
            for ((form, entry, lemma), times) in &wrong {
                println!("{times}\t{form}\t{entry}\t{lemma}");
            }
        }
    }
    Ok(())
}

#[derive(Default)]
struct Score {
    right: u32,
    false_matches: u32,
    missed: u32,
}

impl std::fmt::Display for Score {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = |of: u32| if of == 0 { 0.0 } else { f64::from(self.right) * 100.0 / f64::from(of) };
        let (precision, recall) = (share(self.right + self.false_matches), share(self.right + self.missed));
        let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        write!(formatter, "P {precision:.1}\tR {recall:.1}\tF1 {f1:.1}")?;
        write!(formatter, "\t({} right, {} false, {} missed)", self.right, self.false_matches, self.missed)
    }
}
