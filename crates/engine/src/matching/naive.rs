//! The rules of matching once more, as plainly as they can be written: every entry is tried at
//! every token, and each policy is its definition. Slow on purpose; tests hold the matcher against
//! it.

use std::cmp::Reverse;

use super::{
    case::{compound_has_case_of, has_case_of},
    compile::{Levels, columns_at},
    negation::Negation,
    phrase::{Crossing, MOST_PASSED},
    policy::Policy,
    stream::{QUOTES, is_passed},
};
use crate::{
    language::{Inflection, Language, LemmaIndex, Neighbours, PartOfSpeech, PartsOfSpeech, Rejection, Rivals},
    lexicon::{Element, Entry, Lexicon, Pattern},
    text::{Interner, TokenKind, Tokens, TypeId, Vocabulary, comparable},
};

/// How to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rules {
    /// Which of several overlapping matches count.
    pub policy: Policy,
    /// Which columns there are.
    pub levels: Levels,
    /// What becomes of negated matches.
    pub negation: Negation,
}

/// A word of the text, or `None` for a break.
type Word = Option<Written>;

/// A word with its neighbours.
struct Written {
    form: String,
    /// The same with its case.
    cased: String,
    /// As it stands in the text.
    original: String,
    /// Its number in the document.
    token: usize,
    /// The number of the first token of its sentence.
    sentence: usize,
    /// Whether it is punctuation that ends no sentence.
    is_passed: bool,
    previous: Option<String>,
    next: Option<String>,
    /// Whether it is in capitals, and a word beside it is not, or there is none.
    is_in_capitals: bool,
}

/// A text in which entries are looked for.
struct Text<'text> {
    /// The tokens that the policy sees.
    words: &'text [Word],
    /// All tokens.
    all: &'text [Word],
    language: Option<Language>,
}

/// Tokens caught by an entry: first, number, entry.
type Found = (usize, usize, usize);

/// A match that counts: first, number, column, and how much.
type Counted = (usize, usize, usize, u64);

/// Returns the count of each column, as [`super::Matcher::count`] does. Cost: tokens × entries ×
/// words.
pub fn count(
    text: &str,
    tokens: &Tokens,
    interner: &Interner,
    lexicon: &Lexicon,
    language: Option<Language>,
    rules: Rules,
) -> Vec<u64> {
    let Rules { policy, levels, negation } = rules;
    let (columns, column_of) = columns_at(lexicon, levels);
    let all = words(text, tokens, interner.vocabulary(), Policy::Independent);
    let words = words(text, tokens, interner.vocabulary(), policy);
    let seen = Text { words: &words, all: &all, language };
    let wanted = |entry: &Entry| entry.language.is_none() || language.is_none() || entry.language == language;
    let mut found: Vec<Found> = Vec::new();
    for (at, entry) in lexicon.entries.iter().enumerate().filter(|(_, entry)| wanted(entry)) {
        if column_of[entry.category.0 as usize].is_none() {
            continue;
        }
        found.extend(admitted(&seen, lexicon, entry, policy).into_iter().map(|(first, count)| (first, count, at)));
    }
    let column = |entry: usize| {
        let own = column_of[lexicon.entries[entry].category.0 as usize];
        own.expect("entries without a column were passed over") as usize
    };
    let counted = match policy {
        Policy::Liwc => liwc(&found, lexicon, &column),
        Policy::Independent | Policy::Longest => quanteda(&found, policy, &column),
    };
    let mut counts = vec![0; columns.len()];
    for (first, number, column, times) in counted {
        let is_negated = negation == Negation::LeaveOut
            && language.is_some_and(|language| {
                is_negated(first, first + number, &seen, tokens, interner.vocabulary(), lexicon, language)
            });
        counts[column] += if is_negated { 0 } else { times };
    }
    counts
}

/// The places of an entry that its conditions do not rule out: first and number.
fn admitted(text: &Text<'_>, lexicon: &Lexicon, entry: &Entry, policy: Policy) -> Vec<(usize, usize)> {
    let words = text.words;
    let conditions = &entry.conditions;
    let mut not: Vec<&Pattern> = conditions.not.iter().collect();
    let mut above = Some(entry.category);
    while let Some(category) = above.and_then(|id| lexicon.category(id)) {
        not.extend(category.all_exclusions(entry.language));
        above = category.parent;
    }
    let places = |patterns: &[&Pattern]| -> Vec<(usize, usize)> {
        patterns.iter().flat_map(|pattern| find(Sought::plain(pattern, Crossing::Quotes), text, policy)).collect()
    };
    let all = |patterns: &[Pattern]| places(&patterns.iter().collect::<Vec<_>>());
    let (not, before, after, near) =
        (places(&not), all(&conditions.not_before), all(&conditions.not_after), all(&conditions.near));
    let (only_before, only_after) = (all(&conditions.before), all(&conditions.after));
    let window = usize::from(conditions.window);
    let is_quote = |at: usize| words[at].as_ref().is_some_and(|word| QUOTES.contains(&word.form.as_str()));
    let own = Sought {
        pattern: &entry.pattern,
        parts: entry.parts,
        crosses: Crossing::of_entry(entry.crosses_punctuation),
        compounds: entry.compounds,
    };
    let mut found_here = find(own, text, policy);
    if policy != Policy::Liwc {
        found_here.extend(joined(&entry.pattern, words));
    }
    found_here.retain(|&(first, count)| {
        let end = first + count;
        let stands_before =
            |places: &[(usize, usize)]| places.iter().any(|(at, _)| *at >= end && (end..*at).all(is_quote));
        let stands_after = |places: &[(usize, usize)]| {
            places.iter().any(|(at, len)| at + len <= first && (at + len..first).all(is_quote))
        };
        let is_out = not.iter().any(|(at, len)| *at <= first && end <= at + len)
            || (conditions.leaves_out_names && is_name(words[first].as_ref(), text.all))
            || stands_before(&before)
            || stands_after(&after)
            || (!conditions.before.is_empty() && !stands_before(&only_before))
            || (!conditions.after.is_empty() && !stands_after(&only_after))
            || (!conditions.near.is_empty()
                && !near
                    .iter()
                    .any(|(at, len)| (*at, *len) != (first, count) && *at < end + window && at + len + window > first));
        !is_out
    });
    found_here
}

/// Whether a word of negation negates the words from `first` to before `end`.
fn is_negated(
    first: usize,
    end: usize,
    text: &Text<'_>,
    tokens: &Tokens,
    vocabulary: &Vocabulary,
    lexicon: &Lexicon,
    language: Language,
) -> bool {
    let list = lexicon.negation_of(language);
    let find = |pattern: &Pattern| find_elements(&Search::new(Sought::plain(pattern, Crossing::Nothing), text));
    let token = |word: usize| text.words[word].as_ref().map_or(0, |word| word.token);
    let fixed_phrases: Vec<(usize, usize)> = list.except.iter().flat_map(&find).collect();
    let stops: Vec<usize> = list.stop.iter().flat_map(&find).flat_map(|(at, len)| (at..at + len).map(&token)).collect();
    let stands =
        |at: usize, len: usize| !fixed_phrases.iter().any(|(start, size)| *start <= at && at + len <= start + size);
    let is_word = |token: usize| vocabulary.kind(tokens.types()[token]).is_word();
    let is_quote = |token: usize| QUOTES.contains(&vocabulary.form(tokens.types()[token]));
    // From the nearest word to the word of negation to the nearest of the match, both included, all
    // in one sentence.
    let reaches = |from: usize, to: usize, reach: u8| {
        (from..=to).all(|token| (is_word(token) || is_quote(token)) && !stops.contains(&token))
            && (from..=to).filter(|token| !is_quote(*token)).count() <= usize::from(reach)
    };
    let is_one_sentence = |from: usize, to: usize| {
        !tokens.sentence_starts().iter().any(|start| (from + 1..=to).contains(&(*start as usize)))
    };
    let before = list.before.iter().flat_map(|word| find(&word.pattern).into_iter().map(|place| (place, word.reach)));
    let after = list.after.iter().flat_map(|word| find(&word.pattern).into_iter().map(|place| (place, word.reach)));
    let (start, last) = (token(first), token(end - 1));
    let negates_behind = before.filter(|((at, len), _)| stands(*at, *len)).any(|((at, len), reach)| {
        let word = token(at + len - 1);
        word < start && is_one_sentence(word, start) && !is_quote(start) && reaches(word + 1, start, reach)
    });
    let negates_ahead = after.filter(|((at, len), _)| stands(*at, *len)).any(|((at, _), reach)| {
        let word = token(at);
        word > last && is_one_sentence(last, word) && !is_quote(last) && reaches(last, word - 1, reach)
    });
    negates_behind || negates_ahead
}

fn words(text: &str, tokens: &Tokens, vocabulary: &Vocabulary, policy: Policy) -> Vec<Word> {
    let mut words = Vec::new();
    for (at, id) in tokens.types().iter().enumerate() {
        if *id == TypeId::BREAK {
            words.push(None);
        } else if policy != Policy::Liwc || vocabulary.kind(*id).is_word() {
            let neighbour = |at: Option<usize>| {
                let id = at.and_then(|at| tokens.types().get(at)).filter(|id| vocabulary.kind(**id).is_word());
                id.map(|id| vocabulary.comparable(*id).to_owned())
            };
            let in_capitals = |at: usize| {
                let cased = tokens.written(at, text);
                cased.to_uppercase() == *cased && cased.to_lowercase() != *cased
            };
            let beside: Vec<usize> = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten().collect();
            let beside: Vec<bool> = beside
                .into_iter()
                .filter(|at| tokens.types().get(*at).is_some_and(|id| vocabulary.kind(*id).is_word()))
                .map(in_capitals)
                .collect();
            words.push(Some(Written {
                form: vocabulary.comparable(*id).to_owned(),
                cased: comparable(&tokens.written(at, text), true).into_owned(),
                original: tokens.written(at, text).into_owned(),
                token: at,
                sentence: tokens
                    .sentence_starts()
                    .iter()
                    .rfind(|start| **start as usize <= at)
                    .map_or(0, |start| *start as usize),
                is_passed: is_passed(*id, vocabulary),
                previous: neighbour(at.checked_sub(1)),
                next: neighbour(at.checked_add(1)),
                is_in_capitals: in_capitals(at)
                    && tokens.written(at, text).chars().count() > 1
                    && (beside.is_empty() || beside.contains(&false)),
            }));
        }
    }
    words
}

/// Tokens in which the words of a phrase stand joined.
fn joined(pattern: &Pattern, words: &[Word]) -> Vec<(usize, usize)> {
    let Some(joined) = pattern.joined() else { return Vec::new() };
    let is_cased = pattern.is_case_sensitive;
    let fits = |word: &Written| {
        let written = if is_cased { &word.cased } else { &word.form };
        match &joined {
            Element::Form(form) => form == written,
            Element::Glob(glob) => glob.matches(written),
            Element::Regex(regex) => regex.matches(written),
            _ => false,
        }
    };
    (0..words.len()).filter(|at| words[*at].as_ref().is_some_and(fits)).map(|at| (at, 1)).collect()
}

/// Every place of a pattern, each once. Where signs are not seen, they must stand around its words.
fn find(sought: Sought<'_>, text: &Text<'_>, policy: Policy) -> Vec<(usize, usize)> {
    let pattern = sought.pattern;
    let whole = Search::new(sought, text);
    let uncut = pattern.uncut().map(|elements| find_elements(&Search { elements, ..whole })).unwrap_or_default();
    let Some(elements) = pattern.without_signs().filter(|_| policy == Policy::Liwc) else {
        return [find_elements(&whole), uncut].concat();
    };
    let mut places = find_elements(&Search { elements: &elements, ..whole });
    places.retain(|(first, count)| {
        let token = |at: usize| text.words[at].as_ref().map_or(0, |word| word.token);
        let signs_before = pattern.elements.iter().take_while(|element| element.is_sign()).count();
        let start = token(*first).checked_sub(signs_before);
        start.is_some_and(|start| signs_stand(pattern, &pattern.elements, text.all, start, token(first + count - 1)))
    });
    [places, uncut].concat()
}

/// Whether elements stand from a token on, any signs before each word after the first, so that the
/// last word is at `last`. What the words are is not looked at, but for their case.
fn signs_stand(pattern: &Pattern, elements: &[Element], all: &[Word], at: usize, last: usize) -> bool {
    let Some((element, rest)) = elements.split_first() else {
        let signs_behind = pattern.elements.iter().rev().take_while(|element| element.is_sign()).count();
        return at == last + 1 + signs_behind;
    };
    let is_sign = |word: &Word| word.as_ref().is_some_and(|word| !TokenKind::of(&word.form).is_word());
    let passed = |at: usize| all.iter().skip(at).take_while(|word| is_sign(word)).count();
    let is_first = elements.len() == pattern.elements.len();
    if element.is_sign() {
        let fits = |word: &Written| match element {
            Element::Form(form) => *form == word.form,
            Element::Glob(glob) => glob.matches(&word.form),
            _ => false,
        };
        return all.get(at).and_then(Option::as_ref).is_some_and(fits) && signs_stand(pattern, rest, all, at + 1, last);
    }
    if let Element::Gap(size) = element {
        let is_before_sign = rest.first().is_some_and(Element::is_sign);
        let mut at = at;
        for left in (0..=*size).rev() {
            at += if is_before_sign { 0 } else { passed(at) };
            if signs_stand(pattern, rest, all, at, last) {
                return true;
            }
            if left == 0 || all.get(at).and_then(Option::as_ref).is_none() {
                break;
            }
            at += 1;
        }
        return false;
    }
    let follows_gap = pattern.elements.len().checked_sub(elements.len() + 1);
    let follows_gap = follows_gap.is_some_and(|before| matches!(pattern.elements[before], Element::Gap(_)));
    let signs = if is_first || follows_gap { 0 } else { passed(at) };
    let Some(Some(word)) = all.get(at + signs).filter(|_| signs <= MOST_PASSED) else { return false };
    let has_case = !pattern.is_case_sensitive || has_case_of(element, &word.cased);
    TokenKind::of(&word.form).is_word() && has_case && signs_stand(pattern, rest, all, at + signs + 1, last)
}

/// Every place of the elements of a pattern, each once.
fn find_elements(search: &Search<'_>) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for first in 0..search.words.len() {
        let mut ends = Vec::new();
        continue_at(search, 0, first, &mut ends);
        ends.sort_unstable();
        ends.dedup();
        places.extend(ends.into_iter().map(|end| (first, end - first)));
    }
    places
}

/// A pattern and how it is looked for.
#[derive(Clone, Copy)]
struct Sought<'pattern> {
    pattern: &'pattern Pattern,
    parts: PartsOfSpeech,
    crosses: Crossing,
    compounds: bool,
}

impl<'pattern> Sought<'pattern> {
    /// The pattern of a condition or a word of negation.
    fn plain(pattern: &'pattern Pattern, crosses: Crossing) -> Self {
        Self { pattern, parts: PartsOfSpeech::UNKNOWN, crosses, compounds: false }
    }
}

/// What is looked for, and where.
#[derive(Clone, Copy)]
struct Search<'search> {
    elements: &'search [Element],
    is_case_sensitive: bool,
    parts: PartsOfSpeech,
    crosses: Crossing,
    compounds: bool,
    words: &'search [Word],
    language: Option<Language>,
}

impl<'search> Search<'search> {
    fn new(sought: Sought<'search>, text: &Text<'search>) -> Self {
        let Text { words, language, .. } = *text;
        let Sought { pattern, parts, crosses, compounds } = sought;
        let is_case_sensitive = pattern.is_case_sensitive;
        Self { elements: &pattern.elements, is_case_sensitive, parts, crosses, compounds, words, language }
    }
}

fn continue_at(search: &Search<'_>, element: usize, at: usize, ends: &mut Vec<usize>) {
    let Search { elements, crosses, words, .. } = *search;
    let Some(wanted) = elements.get(element) else { return ends.push(at) };
    let passes = |word: &Written, crosses: Crossing| match crosses {
        Crossing::Nothing => false,
        Crossing::Quotes => QUOTES.contains(&word.form.as_str()),
        Crossing::Punctuation => word.is_passed,
    };
    let is_passed =
        |at: usize, crosses| words.get(at).and_then(Option::as_ref).is_some_and(|word| passes(word, crosses));
    if let Element::Gap(size) = wanted {
        // Before a sign of the pattern itself nothing is passed over.
        let is_before_sign = elements.get(element + 1).is_some_and(Element::is_sign);
        let crosses = if is_before_sign { Crossing::Nothing } else { crosses };
        for skipped in 0..=words.len() - at.min(words.len()) {
            let between = &words[at..at + skipped];
            let passed = between.iter().flatten().filter(|word| passes(word, crosses)).count();
            let is_at_word = !is_passed(at + skipped, crosses);
            let is_within = skipped - passed <= usize::from(*size) && passed <= MOST_PASSED;
            if between.iter().all(Option::is_some) && is_within && is_at_word {
                continue_at(search, element + 1, at + skipped, ends);
            }
        }
        return;
    }
    // Between two words of a phrase that crosses punctuation it is as if there were none.
    let passed = (at..words.len()).take_while(|at| element > 0 && !wanted.is_sign() && is_passed(*at, crosses)).count();
    if passed > MOST_PASSED {
        return;
    }
    let at = at + passed;
    let Some(Some(word)) = words.get(at) else { return };
    let fits = fits(search, element, word);
    if fits {
        continue_at(search, element + 1, at + 1, ends);
    }
}

/// Whether a word fits an element by its letters and its case; of a compound, where the entry wants
/// that, also a part of it.
fn fits(search: &Search<'_>, element: usize, word: &Written) -> bool {
    let wanted = &search.elements[element];
    let parts = |text: &str| -> Vec<String> {
        let parts = text.split('-').filter(|part| search.compounds && text.contains('-') && !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let neighbours = Neighbours {
        previous: word.previous.as_deref(),
        next: word.next.as_deref(),
        is_in_capitals: word.is_in_capitals,
    };
    let has_letters = has_letters(search, element, &word.form, neighbours)
        || parts(&word.form).iter().any(|part| has_letters(search, element, part, Neighbours::default()));
    let has_case = !search.is_case_sensitive
        || if parts(&word.cased).is_empty() {
            has_case_of(wanted, &word.cased)
        } else {
            compound_has_case_of(wanted, &word.cased)
        };
    has_letters && has_case
}

/// Whether a form fits an element, whatever its case.
fn has_letters(search: &Search<'_>, element: usize, form: &str, neighbours: Neighbours<'_>) -> bool {
    let Search { elements, parts, language, .. } = *search;
    let wanted = &elements[element];
    let folded = |text: &str| comparable(text, false).into_owned();
    let (lemma, derivations) = match wanted {
        Element::Form(wanted) => return folded(wanted) == form,
        Element::Glob(glob) => return glob.fold(folded).matches(form),
        Element::Regex(regex) => return regex.fold().matches(form),
        Element::Lemma { lemma, derivations } => (folded(lemma), *derivations),
        Element::Any | Element::Gap(_) => return true,
    };
    let is_head = element + 1 == elements.len();
    let is_alone = elements.len() == 1;
    let Some(inflection) = language.map(Language::inflection) else { return lemma == form };
    let caught = |parts: PartsOfSpeech, ending: Option<&str>| -> Option<bool> {
        let (verdict, last) = judged(inflection, &lemma, parts, derivations, form, neighbours)?;
        let stands = match verdict {
            Ok(()) => true,
            Err(rejection) => !is_alone && !matches!(rejection, Rejection::LongerWord(_)),
        };
        (ending.is_none() || last.as_deref() == ending).then_some(stands)
    };
    if is_head || inflection.inflects_every_word() {
        let parts = wanted.parts(if is_head { parts } else { PartsOfSpeech::UNKNOWN });
        return caught(parts, None).unwrap_or(lemma == form);
    }
    let next = match &elements[element + 1] {
        Element::Lemma { lemma: next, .. } | Element::Form(next) => Some(folded(next)),
        _ => None,
    };
    let ending = next.and_then(|next| inflection.ending_before(&next));
    let noun = PartsOfSpeech::UNKNOWN.with(PartOfSpeech::Noun);
    lemma == form
        || inflection.attributive(&lemma).is_some_and(|other| other == form)
        || ending.is_some_and(|ending| caught(noun, Some(ending)).unwrap_or(false))
}

/// Whether a word is written as a name is: with a capital and a small letter, and a word stands
/// before it in its sentence, behind any colon.
fn is_name(word: Option<&Written>, all: &[Word]) -> bool {
    let Some(word) = word else { return false };
    let is_capitalised =
        word.original.chars().next().is_some_and(char::is_uppercase) && word.original.chars().any(char::is_lowercase);
    let before = all[word.sentence..word.token].iter().rev().map_while(Option::as_ref);
    let mut before = before.take_while(|before| before.form != ":");
    is_capitalised && before.any(|before| TokenKind::of(&before.form) == TokenKind::Word)
}

/// Whether a form is taken for one of a lemma, and the gloss of its last ending; nothing where the
/// grammar does not make it one.
fn judged(
    inflection: &'static dyn Inflection,
    lemma: &str,
    parts: PartsOfSpeech,
    derivations: bool,
    form: &str,
    neighbours: Neighbours<'_>,
) -> Option<(Result<(), Rejection>, Option<String>)> {
    let mut index = LemmaIndex::new(inflection);
    index.insert(lemma, parts, derivations);
    let reading = index.readings(form, Rivals::KnownWords).into_iter().next()?;
    let last = reading.found.suffixes.last().map(|suffix| suffix.gloss.to_string());
    let rejection = reading.verdict.rejection(|cue| inflection.is_met(cue, neighbours));
    Some((rejection.map_or(Ok(()), |rejection| Err(rejection.clone())), last))
}

/// Longest first, then leftmost; a column takes a word once; under `longest` what longer matches
/// cover wholly is passed over.
fn quanteda(found: &[Found], policy: Policy, column: &dyn Fn(usize) -> usize) -> Vec<Counted> {
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
            }
        }
    }
    counted.into_iter().map(|(first, count, column)| (first, count, column, 1)).collect()
}

/// Left to right; the longest, then without wildcards, then those that do not begin with `*`, then
/// the longest as written.
fn liwc(found: &[Found], lexicon: &Lexicon, column: &dyn Fn(usize) -> usize) -> Vec<Counted> {
    let written = |entry: usize| {
        let pattern = &lexicon.entries[entry].pattern;
        comparable(&pattern.text, pattern.is_case_sensitive).into_owned()
    };
    let order = |own: &Found| {
        let text = written(own.2);
        let has_wildcard = lexicon.entries[own.2].pattern.has_wildcard();
        let characters = lexicon.entries[own.2].pattern.characters();
        (Reverse(own.1), has_wildcard, text.starts_with('*'), Reverse(characters), own.2)
    };
    let last = found.iter().map(|own| own.0).max().unwrap_or(0);
    let mut counted = Vec::new();
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
        counted.extend(columns.into_iter().map(|column| (winner.0, winner.1, column, winner.1 as u64)));
        at += winner.1;
    }
    counted
}
