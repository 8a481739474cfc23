//! An entry and the documents → the forms that it nearly matches, and why it does not.

use rustc_hash::{FxHashMap, FxHashSet};

use super::NearMiss;
use crate::{
    context::{NearMissReason, NearWord, WordTest},
    language::PartsOfSpeech,
    lexicon::{Element, Entry, EntryId, Lexicon},
    matching::{Crossing, Match, Phrase, Status, Stream},
    settings::Options,
    study::open::document::Document,
    text::{Tokens, TypeId, Vocabulary, to_u32},
};

/// Forms in documents of the entry's language that begin as its word, or the last word of its
/// phrase, and were not matched. `None` where nothing can be near: a phrase with a gap, any word at
/// the end.
pub(super) fn near_misses(
    entry: &Entry,
    id: EntryId,
    documents: &[&Document],
    vocabulary: &Vocabulary,
    options: &Options,
) -> Option<Vec<NearMiss>> {
    let (last, before) = entry.pattern.elements.split_last()?;
    let is_word = before.is_empty();
    if last.is_sign() || before.iter().any(|element| matches!(element, Element::Gap(_))) {
        return None;
    }
    let near = NearWord::new(last, entry.parts, entry.language)?;
    let is_cased = options.case_sensitive || entry.pattern.is_case_sensitive;
    let reason = |form: &str| match near.matched_by(form) {
        Some(_) => near.reason_despite_fit(form, is_cased),
        None => near.reason(form),
    };
    let sections =
        documents.iter().flat_map(|document| document.sections.iter().map(move |section| (*document, section)));
    let own = sections.filter(|(_, section)| entry.language.is_none_or(|own| section.language == Some(own)));
    let mut times: FxHashMap<(Vec<TypeId>, TypeId), u64> = FxHashMap::default();
    for (document, section) in own {
        let tokens = section.tokens(document.compared());
        let counts = tokens.type_counts().iter();
        let mut near_types: FxHashMap<TypeId, u64> = counts
            .filter(|found| vocabulary.kind(found.id).is_word() && near.is_near(vocabulary.form(found.id)))
            .map(|found| (found.id, u64::from(found.count)))
            .collect();
        let is_here = |found: &&Match| std::ptr::eq(document.section_of(found.first), section);
        let matches = document.matches.iter().flatten().filter(|found| found.entry == id).filter(is_here);
        if is_word {
            for found in matches {
                // A form need not begin as its lemma does.
                if let Some(left) = near_types.get_mut(&document.compared().types()[found.first as usize]) {
                    *left -= 1;
                }
            }
            for (last, count) in near_types.into_iter().filter(|(_, count)| *count > 0) {
                *times.entry((Vec::new(), last)).or_default() += count;
            }
        } else if !near_types.is_empty() {
            let matched: FxHashSet<u32> = matches.map(|found| found.first).collect();
            let stream = Stream::new(tokens, vocabulary, options.policy);
            let phrase = phrase(entry, &near_types, tokens, vocabulary);
            let fits = |types: &FxHashSet<TypeId>, token: usize| types.contains(&stream.types[token]);
            let phrase_tokens = stream.phrase_tokens(vocabulary);
            for first in 0..stream.types.len() {
                // Without gaps there is one way at most.
                let Some(tokens) = phrase.way(&phrase_tokens, first, None, fits) else { continue };
                let mut words: Vec<TypeId> = tokens.iter().map(|token| stream.types[*token]).collect();
                let place = section.in_document(to_u32(stream.place(to_u32(first))));
                let last = words.pop().expect("a phrase has words");
                if !matched.contains(&place) {
                    *times.entry((words, last)).or_default() += 1;
                }
            }
        }
    }
    let mut reasons: FxHashMap<TypeId, NearMissReason> = FxHashMap::default();
    let found = times.into_iter().map(|((words, last), times)| {
        let words: Vec<&str> = words.iter().chain([&last]).map(|id| vocabulary.form(*id)).collect();
        let reason = reasons.entry(last).or_insert_with(|| reason(vocabulary.form(last))).clone();
        NearMiss { form: words.join(" "), times, reason, counted_for: None }
    });
    Some(found.collect())
}

/// Says of each near miss of one word which entry counts it, the first that is met. Cost: one look
/// at each match.
pub(super) fn name_other_entries(
    near: &mut [NearMiss],
    lexicon: &Lexicon,
    documents: &[&Document],
    vocabulary: &Vocabulary,
) {
    let types = near.iter().enumerate().filter_map(|(at, near)| Some((vocabulary.get(&near.form)?, at)));
    let types: FxHashMap<TypeId, usize> = types.collect();
    if types.is_empty() {
        return;
    }
    for document in documents {
        let counted = document.matches.iter().flatten().filter(|found| found.status == Status::Counted);
        for found in counted.filter(|found| found.count == 1) {
            let Some(at) = types.get(&document.compared().types()[found.first as usize]) else { continue };
            if near[*at].counted_for.is_none() {
                near[*at].counted_for = Some(lexicon[found.entry].pattern.text.clone());
            }
        }
    }
}

/// The path of a phrase whose last word is a near form, with the types of a document that fit each
/// word.
fn phrase(
    entry: &Entry,
    near_types: &FxHashMap<TypeId, u64>,
    tokens: &Tokens,
    vocabulary: &Vocabulary,
) -> Phrase<FxHashSet<TypeId>> {
    let inflects = entry.language.is_some_and(|language| language.inflection().inflects_every_word());
    let elements = &entry.pattern.elements;
    Phrase::new(elements, Crossing::of_entry(entry.crosses_punctuation), |place, element| {
        if place + 1 == elements.len() {
            return near_types.keys().copied().collect();
        }
        let test = WordTest::new(element, PartsOfSpeech::UNKNOWN, entry.language, inflects);
        let types = tokens.type_counts().iter().map(|found| found.id);
        types.filter(|id| test.matched_by(vocabulary.form(*id)).is_some()).collect()
    })
}
