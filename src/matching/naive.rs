//! The rules of matching once more, as plainly as they can be written: every entry is tried at every token, and each policy
//! is its definition. Slow on purpose; tests hold the matcher against it.

use std::cmp::Reverse;

use super::{Policy, columns_at, matcher::QUOTES};
use crate::{
    language::{Inflection, Language, LemmaIndex, Neighbours, PartsOfSpeech, Rejection, Rivals},
    lexicon::{Element, Entry, Lexicon, Pattern},
    text::{Interner, Tokens, TypeId, Vocabulary, fold},
};

/// A word of the text, or `None` for a break.
type Word = Option<Written>;

/// A word with its neighbours.
struct Written {
    form: String,
    /// The same with its case.
    cased: String,
    previous: Option<String>,
    next: Option<String>,
}

/// Tokens caught by an entry: first, number, entry.
type Found = (usize, usize, usize);

/// Returns the count of each column, as [`super::Matcher::count`] does. Cost: tokens × entries × words.
pub fn count(
    text: &str,
    tokens: &Tokens,
    interner: &Interner,
    lexicon: &Lexicon,
    language: Option<Language>,
    level: Option<u8>,
    policy: Policy,
) -> Vec<u64> {
    let (columns, column_of) = columns_at(lexicon, level);
    let words = words(text, tokens, interner.vocabulary(), policy);
    let wanted = |entry: &Entry| entry.language.is_none() || language.is_none() || entry.language == language;
    let mut found: Vec<Found> = Vec::new();
    for (at, entry) in lexicon.entries.iter().enumerate().filter(|(_, entry)| wanted(entry)) {
        if column_of[entry.category.0 as usize].is_none() {
            continue;
        }
        let conditions = &entry.conditions;
        let mut not: Vec<&Pattern> = conditions.not.iter().collect();
        let mut above = Some(entry.category);
        while let Some(category) = above.and_then(|id| lexicon.category(id)) {
            not.extend(category.exclusions.iter().filter(|own| own.0 == entry.language).map(|own| &own.1));
            above = category.parent;
        }
        let places = |patterns: &[&Pattern]| -> Vec<(usize, usize)> {
            patterns.iter().flat_map(|pattern| find(pattern, PartsOfSpeech::UNKNOWN, &words, language)).collect()
        };
        let all = |patterns: &[Pattern]| places(&patterns.iter().collect::<Vec<_>>());
        let (not, before, after, near) =
            (places(&not), all(&conditions.not_before), all(&conditions.not_after), all(&conditions.near));
        let (only_before, only_after) = (all(&conditions.before), all(&conditions.after));
        let window = usize::from(conditions.window);
        let is_quote = |at: usize| words[at].as_ref().is_some_and(|word| QUOTES.contains(&word.form.as_str()));
        for (first, count) in find(&entry.pattern, entry.parts, &words, language) {
            let end = first + count;
            let stands_before =
                |places: &[(usize, usize)]| places.iter().any(|(at, _)| *at >= end && (end..*at).all(is_quote));
            let stands_after = |places: &[(usize, usize)]| {
                places.iter().any(|(at, len)| at + len <= first && (at + len..first).all(is_quote))
            };
            let is_out = not.iter().any(|(at, len)| *at <= first && end <= at + len)
                || stands_before(&before)
                || stands_after(&after)
                || (!conditions.before.is_empty() && !stands_before(&only_before))
                || (!conditions.after.is_empty() && !stands_after(&only_after))
                || (!conditions.near.is_empty()
                    && !near.iter().any(|(at, len)| *at < end + window && at + len + window > first));
            if !is_out {
                found.push((first, count, at));
            }
        }
    }
    let column =
        |entry: usize| column_of[lexicon.entries[entry].category.0 as usize].map_or(0, |column| column as usize);
    let mut counts = vec![0; columns.len()];
    match policy {
        Policy::Liwc => liwc(&found, lexicon, &column, &mut counts),
        Policy::Independent | Policy::Longest => quanteda(&found, policy, &column, &mut counts),
    }
    counts
}

fn words(text: &str, tokens: &Tokens, vocabulary: &Vocabulary, policy: Policy) -> Vec<Word> {
    let mut words = Vec::new();
    for (at, id) in tokens.types().iter().enumerate() {
        if *id == TypeId::BREAK {
            words.push(None);
        } else if policy != Policy::Liwc || vocabulary.kind(*id).is_word() {
            let neighbour = |at: Option<usize>| {
                let id = at.and_then(|at| tokens.types().get(at)).filter(|id| vocabulary.kind(**id).is_word());
                id.map(|id| vocabulary.form(*id).to_owned())
            };
            words.push(Some(Written {
                form: vocabulary.form(*id).to_owned(),
                cased: tokens.written(at, text).into_owned(),
                previous: neighbour(at.checked_sub(1)),
                next: neighbour(at.checked_add(1)),
            }));
        }
    }
    words
}

/// Every place of a pattern, each once.
fn find(pattern: &Pattern, parts: PartsOfSpeech, words: &[Word], language: Option<Language>) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for first in 0..words.len() {
        let mut ends = Vec::new();
        continue_at(pattern, 0, parts, words, first, language, &mut ends);
        ends.sort_unstable();
        ends.dedup();
        places.extend(ends.into_iter().map(|end| (first, end - first)));
    }
    places
}

fn continue_at(
    pattern: &Pattern,
    element: usize,
    parts: PartsOfSpeech,
    words: &[Word],
    at: usize,
    language: Option<Language>,
    ends: &mut Vec<usize>,
) {
    let Some(wanted) = pattern.elements.get(element) else { return ends.push(at) };
    if let Element::Gap(size) = wanted {
        for skipped in 0..=usize::from(*size) {
            if words.get(at..at + skipped).is_some_and(|words| words.iter().all(Option::is_some)) {
                continue_at(pattern, element + 1, parts, words, at + skipped, language, ends);
            }
        }
        return;
    }
    let Some(Some(word)) = words.get(at) else { return };
    let (form, written) = (&word.form, &word.cased);
    let is_head = element + 1 == pattern.elements.len();
    let fits = match wanted {
        Element::Form(wanted) => {
            fold(wanted, false) == form.as_str() && (!pattern.is_case_sensitive || wanted == written)
        }
        Element::Glob(glob) if pattern.is_case_sensitive => glob.matches(written),
        Element::Glob(glob) => glob.matches(form),
        Element::Regex(regex) if pattern.is_case_sensitive => regex.matches(written),
        Element::Regex(regex) => regex.matches(form),
        Element::Lemma { lemma, derivations } => {
            let folded = fold(lemma, false);
            let is_alone = pattern.elements.len() == 1;
            let inflection = language.map(Language::inflection);
            let inflecting = inflection.filter(|inflection| is_head || inflection.inflects_every_word());
            let parts = if is_head { parts } else { PartsOfSpeech::UNKNOWN };
            let is_caught = match inflecting.map(|inflection| judged(inflection, &folded, parts, *derivations, word)) {
                Some(Some(Ok(()))) => true,
                Some(Some(Err(rejection))) => !is_alone && !matches!(rejection, Rejection::LongerWord(_)),
                _ => folded == form.as_str(),
            };
            let has_case = |(wanted, letter): (char, char)| {
                wanted == letter || wanted.to_lowercase().to_string() != letter.to_lowercase().to_string()
            };
            is_caught && (!pattern.is_case_sensitive || lemma.chars().zip(written.chars()).all(has_case))
        }
        Element::Any | Element::Gap(_) => true,
    };
    if fits {
        continue_at(pattern, element + 1, parts, words, at + 1, language, ends);
    }
}

/// Whether a word is taken for a form of a lemma; nothing where the grammar does not make it one.
fn judged(
    inflection: &'static dyn Inflection,
    lemma: &str,
    parts: PartsOfSpeech,
    derivations: bool,
    word: &Written,
) -> Option<Result<(), Rejection>> {
    let mut index = LemmaIndex::new(inflection);
    index.insert(lemma, parts, derivations);
    let reading = index.readings(&word.form, Rivals::KnownWords).into_iter().next()?;
    let neighbours = Neighbours { previous: word.previous.as_deref(), next: word.next.as_deref() };
    let rejection = reading.verdict.rejection(|cue| inflection.is_met(cue, neighbours));
    Some(rejection.map_or(Ok(()), |rejection| Err(rejection.clone())))
}

/// Longest first, then leftmost; a column takes a word once; under `longest` what longer matches cover wholly is passed over.
fn quanteda(found: &[Found], policy: Policy, column: &dyn Fn(usize) -> usize, counts: &mut [u64]) {
    let mut spans: Vec<(usize, usize)> = found.iter().map(|(first, count, _)| (*first, *count)).collect();
    spans.sort_by_key(|(first, count)| (Reverse(*count), *first));
    spans.dedup();
    let mut counted: Vec<(usize, usize, usize)> = Vec::new();
    for (first, count) in spans {
        let is_taken = |counted: &[(usize, usize, usize)], word: usize, by: Option<usize>| {
            counted.iter().any(|(at, len, column)| (*at..at + len).contains(&word) && by.is_none_or(|by| by == *column))
        };
        if policy == Policy::Longest && (first..first + count).all(|word| is_taken(&counted, word, None)) {
            continue;
        }
        let mut columns: Vec<usize> =
            found.iter().filter(|own| (own.0, own.1) == (first, count)).map(|own| column(own.2)).collect();
        columns.sort_unstable();
        columns.dedup();
        for column in columns {
            if !(first..first + count).any(|word| is_taken(&counted, word, Some(column))) {
                counted.push((first, count, column));
                counts[column] += 1;
            }
        }
    }
}

/// Left to right; the longest, then without wildcards, then those that do not begin with `*`, then the longest as written.
fn liwc(found: &[Found], lexicon: &Lexicon, column: &dyn Fn(usize) -> usize, counts: &mut [u64]) {
    let written = |entry: usize| {
        let pattern = &lexicon.entries[entry].pattern;
        fold(&pattern.text, pattern.is_case_sensitive).into_owned()
    };
    let order = |own: &Found| {
        let text = written(own.2);
        let has_wildcard = lexicon.entries[own.2].pattern.has_wildcard();
        (Reverse(own.1), has_wildcard, text.starts_with('*'), Reverse(text.chars().count()), own.2)
    };
    let last = found.iter().map(|own| own.0).max().unwrap_or(0);
    let mut at = 0;
    while at <= last {
        let Some(winner) = found.iter().filter(|own| own.0 == at).min_by_key(|own| order(own)) else {
            at += 1;
            continue;
        };
        let same =
            found.iter().filter(|own| (own.0, own.1) == (winner.0, winner.1) && written(own.2) == written(winner.2));
        let mut columns: Vec<usize> = same.map(|own| column(own.2)).collect();
        columns.sort_unstable();
        columns.dedup();
        for column in columns {
            counts[column] += winner.1 as u64;
        }
        at += winner.1;
    }
}
