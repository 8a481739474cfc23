//! Entries with a wildcard → those that catch many different words.
//!
//! Which forms are of one word, inflection decides: the stem of a form is the shortest beginning of
//! it, no shorter than what the glob writes, of which the form is an inflected form; by the known
//! words of the language теңге is no form of тең. A form of which no beginning is a word stands for
//! itself.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    catch::{Catch, FormId},
    finding::{LintDetail, LintReport},
    rule::Raw,
};
use crate::{
    language::{Language, LemmaIndex, PartsOfSpeech, Rivals, Verdict},
    lexicon::{Element, EntryId, Lexicon},
    text::to_u32,
};

/// From how many different words on a wildcard is broad: a word and one that is derived from it are
/// what most wildcards are for.
const FEWEST_STEMS: usize = 3;

/// The shortest beginning that is tried as a word; shorter ones explain nearly every form.
const FEWEST_STEM_LETTERS: usize = 3;

/// How many forms of a language are taken apart, the most frequent first; the others stand for
/// themselves. Enough for the wildcards of a lexicon, and a bound for `*`, which catches all.
const MOST_FORMS: usize = 4_000;

/// Finds wildcards that catch at least [`FEWEST_STEMS`] different words, those that catch most
/// words first.
pub(super) fn broad(lexicon: &Lexicon, catch: &Catch<'_>, is_wanted: impl Fn(EntryId) -> bool) -> Vec<Raw> {
    let globs = lexicon.entries.iter().enumerate().filter_map(|(at, entry)| {
        let id = EntryId(to_u32(at));
        let [element @ (Element::Glob(_) | Element::Regex(_))] = &entry.pattern.elements[..] else { return None };
        (is_wanted(id) && catch.forms(id).len() >= FEWEST_STEMS).then_some((id, element))
    });
    let globs: Vec<(EntryId, &Element)> = globs.collect();
    let stems = Stems::new(catch, globs.iter().map(|(id, _)| *id));
    let mut found: Vec<(Reverse<u32>, Reverse<u64>, Raw)> = Vec::new();
    for (id, element) in globs {
        let written = if let Element::Glob(glob) = element { glob.prefix.chars().count() } else { 0 };
        let mut words: FxHashMap<String, u64> = FxHashMap::default();
        for (form, times) in catch.forms(id) {
            *words.entry(stems.of(catch, form, written)).or_default() += times;
        }
        if words.len() < FEWEST_STEMS {
            continue;
        }
        let matches: u64 = words.values().sum();
        let commonest = words.values().copied().max().unwrap_or(0);
        let stems = to_u32(words.len());
        let detail = LintDetail::Broad {
            forms: catch.most_frequent(catch.forms(id), LintReport::MOST_FORMS),
            form_total: to_u32(catch.forms(id).len()),
            matches,
            stems,
            other_share: (matches - commonest) as f64 / matches.max(1) as f64,
        };
        found.push((Reverse(stems), Reverse(matches), Raw { entries: vec![id], detail }));
    }
    found.sort_by_key(|(stems, matches, _)| (*stems, *matches));
    found.into_iter().map(|(.., raw)| raw).collect()
}

/// The beginnings of forms that may be their words.
struct Stems(FxHashMap<FormId, Vec<String>>);

impl Stems {
    /// Takes apart the forms that some entries caught. Cost: the grammar's work for each distinct
    /// beginning.
    fn new(catch: &Catch<'_>, entries: impl Iterator<Item = EntryId>) -> Self {
        let mut times: FxHashMap<FormId, u64> = FxHashMap::default();
        for (form, own) in entries.flat_map(|entry| catch.forms(entry)) {
            *times.entry(form).or_default() += own;
        }
        let mut forms: Vec<(FormId, u64)> = times.into_iter().collect();
        forms.sort_unstable_by_key(|(form, times)| (Reverse(*times), *form));
        let mut stems = FxHashMap::default();
        for language in Language::ALL {
            let own = forms.iter().map(|(form, _)| *form).filter(|form| catch.language(*form) == Some(language));
            let own: Vec<(FormId, String)> = own.take(MOST_FORMS).map(|form| (form, catch.written(form))).collect();
            let mut index = LemmaIndex::new(language.inflection());
            let mut known: FxHashSet<&str> = FxHashSet::default();
            for (_, form) in &own {
                for beginning in beginnings(form) {
                    if known.insert(beginning) {
                        index.insert(beginning, PartsOfSpeech::UNKNOWN, false);
                    }
                }
            }
            for (form, written) in &own {
                let readings = index.readings(written, Rivals::KnownWords).into_iter();
                let standing = readings.filter(|reading| !matches!(reading.verdict, Verdict::Rejected(_)));
                let mut words: Vec<String> = standing.map(|reading| reading.lemma.text.to_string()).collect();
                words.sort_unstable_by_key(|word| word.chars().count());
                stems.insert(*form, words);
            }
        }
        Self(stems)
    }

    /// Returns the word of a form: at least `letters` long.
    fn of(&self, catch: &Catch<'_>, form: FormId, letters: usize) -> String {
        let words = self.0.get(&form).map_or(&[][..], Vec::as_slice);
        let word = words.iter().find(|word| word.chars().count() >= letters);
        word.cloned().unwrap_or_else(|| catch.written(form))
    }
}

/// The beginnings of a form, itself among them.
fn beginnings(form: &str) -> impl Iterator<Item = &str> {
    let ends = form.char_indices().map(|(at, letter)| at + letter.len_utf8()).skip(FEWEST_STEM_LETTERS - 1);
    ends.map(|end| &form[..end])
}
