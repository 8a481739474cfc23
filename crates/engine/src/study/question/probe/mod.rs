//! An entry and the documents with their matches → what it matched, what it nearly matched, and why
//! not.

mod near_misses;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use self::near_misses::{name_other_entries, near_misses};
use super::{AskError, Needs, Query, entry::EntryRecord};
use crate::{
    context::{MatchedBy, NearMissReason, WordTest, matched_by},
    language::{Language, PartsOfSpeech, collation},
    lexicon::{Element, Entry, EntryId, Lexicon},
    matching::Match,
    settings::{DocumentId, Options},
    study::{
        match_words::{form, words},
        open::{OpenStudy, document::Document},
        status_counts::StatusCounts,
    },
    text::{Vocabulary, to_u32},
};

/// Asks what an entry matches, and what it nearly matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProbeQuery {
    /// The entry, by its number in the lexicon that was set last.
    pub entry: EntryId,
    /// One document, or all.
    pub document: Option<DocumentId>,
}

/// What an entry catches in the study's texts, and what it nearly caught.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryProbe {
    /// The entry, by its place in the lexicon.
    pub entry: EntryId,
    /// The document asked for, or all.
    pub document: Option<DocumentId>,
    /// The entry as written in the lexicon.
    pub written: String,
    /// The path of its category.
    pub category: String,
    /// The language of the texts in which it is looked for; `None` for all.
    pub language: Option<Language>,
    /// The author's remark.
    pub note: String,
    /// All that it says, and where it stands.
    pub record: EntryRecord,
    /// All its matches.
    pub statuses: StatusCounts,
    /// The forms that it caught, most frequent first, then in alphabetical order; those whose every
    /// match the lexicon excludes are among the near misses. At most [`EntryProbe::MOST_FORMS`].
    pub forms: Vec<CaughtForm>,
    /// Number of forms in all.
    pub form_total: u32,
    /// Whether near misses are looked for: not for a phrase with a gap, nor for one that ends in
    /// any word.
    pub has_near_misses: bool,
    /// Forms that begin as its word does and do not count for it, most frequent first. Of a phrase:
    /// its other words as they must be, with such a form at the end. At most
    /// [`EntryProbe::MOST_NEAR_MISSES`].
    pub near_misses: Vec<NearMiss>,
    /// Number of near misses in all.
    pub near_miss_total: u32,
}

impl EntryProbe {
    /// How many forms are listed.
    pub const MOST_FORMS: usize = 60;
    /// How many near misses are listed.
    pub const MOST_NEAR_MISSES: usize = 30;
}

/// A form that an entry caught.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaughtForm {
    /// The words, as an exclusion names them.
    pub form: String,
    /// Its matches.
    pub statuses: StatusCounts,
    /// How the entry caught each word.
    pub matched_by: Vec<MatchedBy>,
}

/// A form that an entry nearly caught.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearMiss {
    /// The words.
    pub form: String,
    /// How often it stands in the texts without being matched.
    pub times: u64,
    /// Why it does not count.
    pub reason: NearMissReason,
    /// Another entry that counts the form, as written in the lexicon; none for a phrase.
    pub counted_for: Option<String>,
}

impl Query for ProbeQuery {
    type Answer = EntryProbe;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Matches(self.document)
    }

    fn answer(self, study: &mut OpenStudy) -> Result<EntryProbe, AskError> {
        let documents: Vec<&Document> = study.documents_of(self.document).collect();
        let probe = probe(study.lexicon(), self.entry, &documents, study.vocabulary(), &study.options);
        Ok(EntryProbe { document: self.document, ..probe.ok_or(AskError::NotThere)? })
    }
}

/// Looks at one entry; `None` where the lexicon has no such entry. The documents must have been
/// matched.
///
/// Cost: one look at each match and each distinct form of the documents; for a phrase one at each
/// token as well.
pub(in crate::study) fn probe(
    lexicon: &Lexicon,
    id: EntryId,
    documents: &[&Document],
    vocabulary: &Vocabulary,
    options: &Options,
) -> Option<EntryProbe> {
    let entry = lexicon.entry(id)?;
    let order = entry.language.unwrap_or(Language::English);
    let mut caught: FxHashMap<String, (StatusCounts, &Document, &Match)> = FxHashMap::default();
    let mut statuses = StatusCounts::default();
    for document in documents {
        for found in document.matches.iter().flatten().filter(|found| found.entry == id) {
            let form = form(document, found, vocabulary, options);
            caught.entry(form).or_insert_with(|| (StatusCounts::default(), *document, found)).0.add(found.status);
            statuses.add(found.status);
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
    let form_total = to_u32(caught.len());
    let mut forms: Vec<_> = caught.into_iter().collect();
    forms.sort_by(|(left, (left_statuses, ..)), (right, (right_statuses, ..))| {
        let by_count =
            (right_statuses.counted, right_statuses.total()).cmp(&(left_statuses.counted, left_statuses.total()));
        by_count.then_with(|| collation::compare(left, right, order)).then_with(|| left.cmp(right))
    });
    forms.truncate(EntryProbe::MOST_FORMS);
    let caught = forms.into_iter().map(|(form, (statuses, document, found))| {
        let words = words(document, found, vocabulary, options);
        CaughtForm { form, statuses, matched_by: matched_by(entry, &words, document.language_at(found.first)) }
    });
    near.sort_by(|left, right| {
        let by_form = || collation::compare(&left.form, &right.form, order).then_with(|| left.form.cmp(&right.form));
        right.times.cmp(&left.times).then_with(by_form)
    });
    let near_miss_total = to_u32(near.len());
    near.truncate(EntryProbe::MOST_NEAR_MISSES);
    name_other_entries(near, lexicon, documents, vocabulary);
    Some(EntryProbe {
        entry: id,
        document: None,
        written: entry.pattern.text.clone(),
        category: path_of(lexicon, entry).to_owned(),
        language: entry.language,
        note: entry.note.clone(),
        record: EntryRecord::new(lexicon, entry),
        statuses,
        forms: caught.collect(),
        form_total,
        has_near_misses,
        near_misses: near_misses.unwrap_or_default(),
        near_miss_total,
    })
}

pub(super) fn path_of<'lexicon>(lexicon: &'lexicon Lexicon, entry: &Entry) -> &'lexicon str {
    &lexicon[entry.category].path
}

/// The pattern that rules out these very words: of the entry's own, else of its categories'.
fn excluding_pattern(lexicon: &Lexicon, entry: &Entry, words: &[&str]) -> Option<String> {
    let categories = std::iter::successors(lexicon.category(entry.category), |category| {
        category.parent.and_then(|parent| lexicon.category(parent))
    });
    let inherited = categories.flat_map(|category| category.all_exclusions(entry.language));
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
