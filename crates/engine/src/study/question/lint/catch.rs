//! The matches of all documents, gathered by entry: how many, of which outcome, of which forms, and
//! who took their place.

use rustc_hash::FxHashMap;

use super::finding::FormTimes;
use crate::{
    language::Language,
    lexicon::{EntryId, Lexicon},
    matching::Status,
    settings::Options,
    study::{open::document::Document, status_counts::StatusCounts, winners::Winners},
    text::{TypeId, Vocabulary, to_u32},
};

/// A distinct form, of one word or several, numbered from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct FormId(u32);

/// What was caught, by entry. Cost: one look at each match.
pub(super) struct Catch<'study> {
    vocabulary: &'study Vocabulary,
    statuses: Vec<StatusCounts>,
    /// The types of each form, and the language in which it was first matched.
    forms: Vec<(Box<[TypeId]>, Option<Language>)>,
    /// Entry, form and number of matches that the lexicon does not exclude, by entry and form.
    caught: Vec<(EntryId, FormId, u64)>,
    /// How many matches of the first entry the second covers, by the first and then by number.
    covered: Vec<(EntryId, EntryId, u64)>,
    /// What each entry supplies to a column of a document: document, column, entry, count; by
    /// document, column and count.
    supplied: Vec<(usize, u32, EntryId, u64)>,
}

impl<'study> Catch<'study> {
    /// Gathers the matches. The documents must have been matched.
    pub(super) fn new(
        lexicon: &Lexicon,
        documents: &[Document],
        vocabulary: &'study Vocabulary,
        options: &Options,
    ) -> Self {
        let mut statuses = vec![StatusCounts::default(); lexicon.entries.len()];
        let mut forms: Vec<(Box<[TypeId]>, Option<Language>)> = Vec::new();
        let mut ids: FxHashMap<Box<[TypeId]>, FormId> = FxHashMap::default();
        let mut caught: FxHashMap<(EntryId, FormId), u64> = FxHashMap::default();
        let mut covered: FxHashMap<(EntryId, EntryId), u64> = FxHashMap::default();
        let mut supplied: FxHashMap<(usize, u32, EntryId), u64> = FxHashMap::default();
        let mut words: Vec<TypeId> = Vec::new();
        for (place, document) in documents.iter().enumerate() {
            let matches = document.matches.as_deref().expect("the question needs matches");
            let winners = Winners::new(matches, options.policy);
            for found in matches {
                statuses[found.entry.0 as usize].add(found.status);
                match found.status {
                    Status::Excluded | Status::Negated => continue,
                    Status::Shadowed => {
                        if let Some(winner) = winners.of(found) {
                            *covered.entry((found.entry, winner.entry)).or_default() += 1;
                        }
                    }
                    Status::Counted => {
                        let count = document.counts_as(found, vocabulary, options.policy);
                        *supplied.entry((place, found.column, found.entry)).or_default() += count;
                    }
                }
                words.clear();
                let seen = document.tokens_of(found, vocabulary, options.policy);
                words.extend(seen.map(|token| document.compared().types()[token]));
                let id = ids.get(words.as_slice()).copied().unwrap_or_else(|| {
                    let id = FormId(to_u32(forms.len()));
                    forms.push((words.as_slice().into(), document.language_at(found.first)));
                    ids.insert(words.as_slice().into(), id);
                    id
                });
                *caught.entry((found.entry, id)).or_default() += 1;
            }
        }
        let mut caught: Vec<_> = caught.into_iter().map(|((entry, form), times)| (entry, form, times)).collect();
        caught.sort_unstable();
        let mut covered: Vec<_> =
            covered.into_iter().map(|((shadowed, winner), times)| (shadowed, winner, times)).collect();
        covered.sort_unstable_by_key(|(shadowed, winner, times)| (*shadowed, std::cmp::Reverse(*times), *winner));
        let mut supplied: Vec<_> =
            supplied.into_iter().map(|((document, column, entry), count)| (document, column, entry, count)).collect();
        supplied.sort_unstable_by_key(|(document, column, entry, count)| {
            (*document, *column, std::cmp::Reverse(*count), *entry)
        });
        Self { vocabulary, statuses, forms, caught, covered, supplied }
    }

    /// Returns how many matches of an entry came to what end.
    pub(super) fn statuses(&self, entry: EntryId) -> StatusCounts {
        self.statuses[entry.0 as usize]
    }

    /// Returns the forms of an entry with their numbers, by form; excluded matches are left out.
    pub(super) fn forms(&self, entry: EntryId) -> impl ExactSizeIterator<Item = (FormId, u64)> + Clone {
        self.run(entry).iter().map(|(_, form, times)| (*form, *times))
    }

    /// Returns how often an entry caught a form.
    pub(super) fn times(&self, entry: EntryId, form: FormId) -> u64 {
        let own = self.run(entry);
        own.binary_search_by_key(&form, |(_, form, _)| *form).map_or(0, |at| own[at].2)
    }

    fn run(&self, entry: EntryId) -> &[(EntryId, FormId, u64)] {
        let start = self.caught.partition_point(|(own, ..)| *own < entry);
        let end = self.caught.partition_point(|(own, ..)| *own <= entry);
        &self.caught[start..end]
    }

    /// Returns all entries with the forms that they caught, by entry and form.
    pub(super) fn all(&self) -> &[(EntryId, FormId, u64)] {
        &self.caught
    }

    /// Returns the entries that cover the matches of an entry, most first.
    pub(super) fn covered_by(&self, entry: EntryId) -> impl Iterator<Item = (EntryId, u64)> {
        let start = self.covered.partition_point(|(shadowed, ..)| *shadowed < entry);
        self.covered[start..]
            .iter()
            .take_while(move |(shadowed, ..)| *shadowed == entry)
            .map(|(_, winner, times)| (*winner, *times))
    }

    /// Returns what each entry supplies to a column of a document, the largest part of a column
    /// first.
    pub(super) fn supplied(&self) -> &[(usize, u32, EntryId, u64)] {
        &self.supplied
    }

    /// Returns the words of a form.
    pub(super) fn written(&self, form: FormId) -> String {
        let (types, _) = &self.forms[form.0 as usize];
        types.iter().map(|id| self.vocabulary.form(*id)).collect::<Vec<_>>().join(" ")
    }

    /// Returns the language in which a form was first matched.
    pub(super) fn language(&self, form: FormId) -> Option<Language> {
        self.forms.get(form.0 as usize).and_then(|(_, language)| *language)
    }

    /// Returns the most frequent of some forms, then by their letters.
    pub(super) fn most_frequent(&self, forms: impl Iterator<Item = (FormId, u64)>, most: usize) -> Vec<FormTimes> {
        let mut sorted: Vec<FormTimes> =
            forms.map(|(form, times)| FormTimes { form: self.written(form), times }).collect();
        sorted.sort_by(|left, right| right.times.cmp(&left.times).then_with(|| left.form.cmp(&right.form)));
        sorted.truncate(most);
        sorted
    }
}
