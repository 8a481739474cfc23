//! An entry and the documents → the forms that it nearly matches, and why it does not.

use rustc_hash::{FxHashMap, FxHashSet};

use super::NearMiss;
use crate::{
    context::{NearMissReason, NearWord, WordTest},
    language::{Language, PartsOfSpeech},
    lexicon::{Element, Entry, EntryId, Lexicon},
    matching::{Match, Policy, Status},
    settings::Options,
    study::open::document::Document,
    text::{Tokens, TypeId, Vocabulary, to_u32},
};

/// Forms in documents of the entry's language that begin as its word, or the last word of its phrase, and were not matched.
/// `None` where nothing can be near: a phrase with a gap, any word at the end.
pub(super) fn near_misses(
    entry: &Entry,
    id: EntryId,
    documents: &[&Document],
    vocabulary: &Vocabulary,
    options: &Options,
) -> Option<Vec<NearMiss>> {
    let (last, before) = entry.pattern.elements.split_last()?;
    if before.iter().any(|element| matches!(element, Element::Gap(_))) {
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
        let is_here = |found: &&Match| document.section_of(found.first).is_some_and(|own| std::ptr::eq(own, section));
        let matches = document.matches.iter().flatten().filter(|found| found.entry == id).filter(is_here);
        if before.is_empty() {
            for found in matches {
                let left = near_types.entry(document.compared().types()[found.first as usize]).or_default();
                *left = left.saturating_sub(1);
            }
            for (last, count) in near_types.into_iter().filter(|(_, count)| *count > 0) {
                *times.entry((Vec::new(), last)).or_default() += count;
            }
        } else if !near_types.is_empty() {
            let matched: FxHashSet<u32> = matches.map(|found| found.first).collect();
            let phrases = Phrases::new(before, entry.language, tokens, vocabulary, options);
            phrases.each(tokens, &mut |first, words, last| {
                if near_types.contains_key(&last) && !matched.contains(&section.in_document(first)) {
                    *times.entry((words.to_vec(), last)).or_default() += 1;
                }
            });
        }
    }
    let mut reasons: FxHashMap<TypeId, NearMissReason> = FxHashMap::default();
    let told = times.into_iter().map(|((words, last), times)| {
        let words: Vec<&str> = words.iter().chain([&last]).map(|id| vocabulary.form(*id)).collect();
        let reason = reasons.entry(last).or_insert_with(|| reason(vocabulary.form(last))).clone();
        NearMiss { form: words.join(" "), times, reason, counted_for: None }
    });
    Some(told.collect())
}

/// Says of each near miss of one word which entry counts it, the first that is met. Cost: one look at each match.
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
            let at = document.tokens.types().get(found.first as usize).and_then(|id| types.get(id));
            if let Some(near) = at.and_then(|at| near.get_mut(*at)).filter(|near| near.counted_for.is_none()) {
                near.counted_for = lexicon.entry(found.entry).map(|entry| entry.pattern.text.clone());
            }
        }
    }
}

/// The first words of a phrase, and which types of a document fit each.
struct Phrases {
    fitting: Vec<Option<FxHashSet<TypeId>>>,
    /// The tokens that the policy sees.
    tokens: Vec<u32>,
}

impl Phrases {
    fn new(
        before: &[Element],
        language: Option<Language>,
        tokens: &Tokens,
        vocabulary: &Vocabulary,
        options: &Options,
    ) -> Self {
        let inflects = language.is_some_and(|language| language.inflection().inflects_every_word());
        let fitting = before.iter().map(|element| {
            if *element == Element::Any {
                return None;
            }
            let test = WordTest::new(element, PartsOfSpeech::UNKNOWN, language, inflects);
            let types = tokens.type_counts().iter().map(|found| found.id);
            Some(types.filter(|id| test.matched_by(vocabulary.form(*id)).is_some()).collect())
        });
        let is_seen =
            |id: TypeId| options.policy != Policy::Liwc || id == TypeId::BREAK || vocabulary.kind(id).is_word();
        let seen = tokens.types().iter().enumerate().filter(|(_, id)| is_seen(**id));
        Self { fitting: fitting.collect(), tokens: seen.map(|(token, _)| to_u32(token)).collect() }
    }

    /// Hands over every place where the first words stand: the first token among those given, the types of the words, the type of the next.
    fn each(&self, tokens: &Tokens, each: &mut impl FnMut(u32, &[TypeId], TypeId)) {
        let mut types = Vec::with_capacity(self.fitting.len() + 1);
        for window in self.tokens.windows(self.fitting.len() + 1) {
            types.clear();
            types.extend(window.iter().map(|token| tokens.types()[*token as usize]));
            let Some((last, words)) = types.split_last() else { continue };
            let fits = |(fitting, id): (&Option<FxHashSet<TypeId>>, &TypeId)| match fitting {
                Some(fitting) => fitting.contains(id),
                None => *id != TypeId::BREAK,
            };
            if self.fitting.iter().zip(words).all(fits) {
                each(window[0], words, *last);
            }
        }
    }
}
