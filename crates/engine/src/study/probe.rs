//! An entry and the documents with their matches → what it caught, what it nearly caught, and why not.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{CaughtForm, EntryProbe, EntryRecord, Fates, NearMiss, document::Document};
use crate::{context::NearMissReason, settings::Options};
use crate::{
    context::{NearWord, WordTest, matched_by},
    language::{Language, PartsOfSpeech, collation},
    lexicon::{Element, Entry, EntryId, EntryKey, EntryPlace, FieldChange, Lexicon},
    matching::{Match, Policy, Status},
    text::{Tokens, TypeId, Vocabulary, small},
};

/// Looks at one entry; `None` where the lexicon has no such entry. The documents must have been matched.
///
/// Cost: one look at each match and each distinct form of the documents; for a phrase one at each token as well.
pub(super) fn probe(
    lexicon: &Lexicon,
    id: EntryId,
    documents: &[&Document],
    vocabulary: &Vocabulary,
    options: &Options,
) -> Option<EntryProbe> {
    let entry = lexicon.entry(id)?;
    let order = entry.language.unwrap_or(Language::English);
    let mut caught: FxHashMap<String, (Fates, &Document, &Match)> = FxHashMap::default();
    let mut fates = Fates::default();
    for document in documents {
        for found in document.matches.iter().flatten().filter(|found| found.entry == id) {
            let form = form(document, found, vocabulary, options);
            add(&mut caught.entry(form).or_insert_with(|| (Fates::default(), *document, found)).0, found.status);
            add(&mut fates, found.status);
        }
    }
    let mut near_misses = near_misses(entry, id, documents, vocabulary, options);
    let has_near_misses = near_misses.is_some();
    let near = near_misses.get_or_insert_default();
    caught.retain(|form, (own, document, found)| {
        let is_excluded = own.excluded == own.total();
        if is_excluded {
            let pattern = excluding_pattern(lexicon, entry, &words(document, found, vocabulary, options));
            let reason = NearMissReason::Excluded { pattern };
            near.push(NearMiss { form: form.clone(), times: own.excluded, reason, counted_for: None });
        }
        !is_excluded
    });
    let form_total = small(caught.len());
    let mut forms: Vec<_> = caught.into_iter().collect();
    forms.sort_by(|(left, (left_fates, ..)), (right, (right_fates, ..))| {
        let by_count = (right_fates.counted, right_fates.total()).cmp(&(left_fates.counted, left_fates.total()));
        by_count.then_with(|| collation::compare(left, right, order)).then_with(|| left.cmp(right))
    });
    forms.truncate(EntryProbe::MOST_FORMS);
    let told = forms.into_iter().map(|(form, (fates, document, found))| {
        let words = words(document, found, vocabulary, options);
        CaughtForm { form, fates, matched_by: matched_by(entry, &words, document.language_at(found.first)) }
    });
    near.sort_by(|left, right| {
        let by_form = || collation::compare(&left.form, &right.form, order).then_with(|| left.form.cmp(&right.form));
        right.times.cmp(&left.times).then_with(by_form)
    });
    let near_miss_total = small(near.len());
    near.truncate(EntryProbe::MOST_NEAR_MISSES);
    name_other_entries(near, lexicon, documents, vocabulary);
    Some(EntryProbe {
        entry: id,
        document: None,
        written: entry.pattern.text.clone(),
        category: path_of(lexicon, entry).to_owned(),
        language: entry.language,
        note: entry.note.clone(),
        record: record(lexicon, entry),
        fates,
        forms: told.collect(),
        form_total,
        has_near_misses,
        near_misses: near_misses.unwrap_or_default(),
        near_miss_total,
    })
}

/// All that an entry says.
pub(super) fn record(lexicon: &Lexicon, entry: &Entry) -> EntryRecord {
    let fields = EntryKey::ALL.map(|key| FieldChange { key, values: key.values_of(entry) });
    EntryRecord {
        place: EntryPlace::of(lexicon, entry),
        fields: fields.into_iter().filter(|field| !field.values.is_empty()).collect(),
    }
}

/// The languages in which documents are matched.
pub(super) struct Languages(FxHashSet<Option<Language>>);

impl Languages {
    /// Gathers them.
    pub(super) fn of(documents: &[Document]) -> Self {
        Self(documents.iter().flat_map(|document| document.parts.iter().map(|part| part.language)).collect())
    }

    /// Says whether there is a text in which an entry is looked for.
    pub(super) fn seek(&self, entry: &Entry) -> bool {
        self.seek_language(entry.language)
    }

    /// Says whether there is a text for the entries of a language. Without a language every entry is looked for, as it is written.
    pub(super) fn seek_language(&self, language: Option<Language>) -> bool {
        match language {
            Some(own) => self.0.contains(&Some(own)) || self.0.contains(&None),
            None => !self.0.is_empty(),
        }
    }
}

/// The words of a match in their folded forms. Under `liwc` punctuation within a match is not part of it.
pub(super) fn words<'vocabulary>(
    document: &Document,
    found: &Match,
    vocabulary: &'vocabulary Vocabulary,
    options: &Options,
) -> Vec<&'vocabulary str> {
    seen(document, found, vocabulary, options)
        .map(|token| vocabulary.form(document.compared().types()[token]))
        .collect()
}

/// The words of a match as an exclusion names them: folded, but with their case where the study looks at it.
pub(super) fn form(document: &Document, found: &Match, vocabulary: &Vocabulary, options: &Options) -> String {
    if !options.case_sensitive {
        return words(document, found, vocabulary, options).join(" ");
    }
    let tokens = seen(document, found, vocabulary, options);
    let words: Vec<_> = tokens.map(|token| document.compared().written(token, document.text())).collect();
    words.join(" ")
}

fn seen(document: &Document, found: &Match, vocabulary: &Vocabulary, options: &Options) -> impl Iterator<Item = usize> {
    let first = found.first as usize;
    let is_liwc = options.policy == Policy::Liwc;
    (first..first + found.count as usize)
        .filter(move |token| !is_liwc || vocabulary.kind(document.compared().types()[*token]).is_word())
}

pub(super) fn add(fates: &mut Fates, status: Status) {
    match status {
        Status::Counted => fates.counted += 1,
        Status::Shadowed => fates.shadowed += 1,
        Status::Excluded => fates.excluded += 1,
        Status::Negated => fates.negated += 1,
    }
}

pub(super) fn path_of<'lexicon>(lexicon: &'lexicon Lexicon, entry: &Entry) -> &'lexicon str {
    lexicon.category(entry.category).map_or("", |category| category.path.as_str())
}

/// The pattern that rules out these very words: of the entry's own, else of its categories'.
fn excluding_pattern(lexicon: &Lexicon, entry: &Entry, words: &[&str]) -> Option<String> {
    let categories = std::iter::successors(lexicon.category(entry.category), |category| {
        category.parent.and_then(|parent| lexicon.category(parent))
    });
    let inherited = categories.flat_map(|category| &category.exclusions);
    let inherited = inherited.filter(|(language, _)| entry.language == *language).map(|(_, pattern)| pattern);
    let mut patterns = entry.conditions.not.iter().chain(inherited);
    let fits = |element: &Element, word: &str| {
        WordTest::new(element, PartsOfSpeech::UNKNOWN, entry.language, true).matched_by(word).is_some()
    };
    let found = patterns.find(|pattern| {
        pattern.elements.len() == words.len()
            && pattern.elements.iter().zip(words).all(|(element, word)| fits(element, word))
    });
    found.map(|pattern| pattern.text.clone())
}

/// Forms in documents of the entry's language that begin as its word, or the last word of its phrase, and were not matched.
/// `None` where nothing can be near: a phrase with a gap, any word at the end.
fn near_misses(
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
    let parts = documents.iter().flat_map(|document| document.parts.iter().map(move |part| (*document, part)));
    let own = parts.filter(|(_, part)| entry.language.is_none_or(|own| part.language == Some(own)));
    let mut times: FxHashMap<(Vec<TypeId>, TypeId), u64> = FxHashMap::default();
    for (document, part) in own {
        let tokens = part.tokens(document.compared());
        let counts = tokens.type_counts().iter();
        let mut near_types: FxHashMap<TypeId, u64> = counts
            .filter(|found| vocabulary.kind(found.id).is_word() && near.is_near(vocabulary.form(found.id)))
            .map(|found| (found.id, u64::from(found.count)))
            .collect();
        let is_here = |found: &&Match| document.part_of(found.first).is_some_and(|own| std::ptr::eq(own, part));
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
                if near_types.contains_key(&last) && !matched.contains(&part.in_document(first)) {
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
fn name_other_entries(near: &mut [NearMiss], lexicon: &Lexicon, documents: &[&Document], vocabulary: &Vocabulary) {
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
        Self { fitting: fitting.collect(), tokens: seen.map(|(token, _)| small(token)).collect() }
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
