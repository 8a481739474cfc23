//! An entry that is being written → what it would match, which entries it would meet, which counts
//! would change.
//!
//! The lexicon with the entry is matched beside the one without it, in the texts of the entry's
//! language alone; nothing of the study changes. So the figures are those that the table will show
//! when the entry is added.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{
    AskError, Needs, Query,
    contexts::{ContextExtent, ContextLine, PlaceFinder, context_line},
    probe::{EntryProbe, probe},
};
use crate::{
    language::Language,
    lexicon::{CategoryId, Entry, EntryId, EntryPlace, FieldChange, Lexicon, LocalText},
    matching::{Cell, Match, Matcher, Status, columns_at},
    problem::Problem,
    settings::Options,
    study::{
        open::{OpenStudy, document::Document, loaded_lexicon::entry_of_fields, matchers::Matchers, section::Section},
        status_counts::StatusCounts,
    },
    text::{Vocabulary, to_u32},
};

/// An entry that is not in the lexicon, or not so: how it would do.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TrialQuery {
    /// The path of the category it would stand in.
    pub category: String,
    /// The language of the texts in which it would be looked for; `None` for all.
    pub language: Option<Language>,
    /// What it says.
    pub fields: Vec<FieldChange>,
    /// The entry that it would stand in place of.
    pub instead_of: Option<EntryId>,
}

/// How an entry would do that is being written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryTrial {
    /// What was asked.
    pub query: TrialQuery,
    /// Why it is no entry yet.
    pub problem: Option<Problem>,
    /// What it would catch if it stood alone, and what it would nearly catch.
    pub probe: Option<EntryProbe>,
    /// The entries that catch some of the same words, by the number of shared places; at most
    /// [`EntryTrial::MOST_CONFLICTS`].
    pub conflicts: Vec<Conflict>,
    /// By how much the count of each column would change under the study's policy; columns that
    /// would not are left out.
    pub effects: Vec<CountChange>,
    /// The first places that it would match.
    pub lines: Vec<ContextLine>,
}

impl EntryTrial {
    /// How many conflicts are listed.
    pub const MOST_CONFLICTS: usize = 12;
    /// How many lines are shown.
    pub const MOST_LINES: usize = 8;
}

/// Another entry that catches some of the same words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The entry's number.
    pub entry: EntryId,
    /// Where it stands.
    pub place: EntryPlace,
    /// Number of places where both match and share a word.
    pub shared: u64,
    /// At how many of them the other entry counts.
    pub counted: u64,
}

/// How a count would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountChange {
    /// The column's path.
    pub path: String,
    /// Its title.
    pub title: LocalText,
    /// Its count in all documents.
    pub before: u64,
    /// Its count then.
    pub after: u64,
}

impl Query for TrialQuery {
    type Answer = EntryTrial;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Counts
    }

    fn answer(self, study: &mut OpenStudy) -> Result<EntryTrial, AskError> {
        let OpenStudy { documents, lexicon, options, interner, matchers, .. } = study;
        Ok(try_entry(&lexicon.lexicon, matchers, documents, interner.vocabulary(), options, self))
    }
}

/// How much text stands on either side of a match, in characters.
const LINE_EXTENT: ContextExtent = ContextExtent::Characters(60);

/// Tries an entry. The documents must have been counted. Cost: compiling the lexicon for the
/// entry's language and matching its texts once.
pub(super) fn try_entry(
    lexicon: &Lexicon,
    matchers: &mut Matchers,
    documents: &mut [Document],
    vocabulary: &Vocabulary,
    options: &Options,
    query: TrialQuery,
) -> EntryTrial {
    let mut trial =
        EntryTrial { query, problem: None, probe: None, conflicts: Vec::new(), effects: Vec::new(), lines: Vec::new() };
    let (tried, id) = match lexicon_with(lexicon, &trial.query) {
        Ok(tried) => tried,
        Err(problem) => {
            trial.problem = problem;
            return trial;
        }
    };
    let columns = Columns::new(lexicon, &tried, options);
    let mut differences = vec![0_i64; columns.names.len()];
    let mut trial_matchers: FxHashMap<Option<Language>, Matcher> = FxHashMap::default();
    let kept: Vec<Option<Vec<Match>>> = documents
        .iter_mut()
        .map(|document| {
            let mut matches = Vec::new();
            let is_wanted = |section: &&Section| {
                trial.query.language.is_none() || section.language.is_none() || section.language == trial.query.language
            };
            for section in document.sections.iter().filter(is_wanted) {
                let counts = |matcher: &mut Matcher| -> Vec<Cell> {
                    matcher.count(document.text(), section.tokens(document.compared()), vocabulary, options.policy)
                };
                let old = counts(matchers.of(lexicon, options, section.language));
                let new = trial_matchers.entry(section.language).or_insert_with(|| {
                    if columns.is_same {
                        matchers.with_entry(lexicon, (&tried, id), options, section.language, vocabulary)
                    } else {
                        Matchers::compile(&tried, options, section.language)
                    }
                });
                let now = counts(new);
                for ((difference, now), at) in differences.iter_mut().zip(&now).zip(&columns.before) {
                    // A column that is new counted nothing.
                    let old = at.map_or(0, |at| old[at].count);
                    *difference += signed(now.count) - signed(old);
                }
                matches.extend(document.matches_in(section, new, vocabulary, options.policy));
            }
            matches.sort_by_key(|found| found.first);
            document.matches.replace(matches)
        })
        .collect();
    let all: Vec<&Document> = documents.iter().collect();
    trial.probe = probe(&tried, id, &all, vocabulary, options);
    trial.conflicts = conflicts(&tried, lexicon, id, documents);
    trial.effects = columns.changed(documents, &differences);
    let mut places = PlaceFinder::new(vocabulary);
    for document in &*documents {
        let own = document.matches.iter().flatten();
        let counted = own.filter(|found| found.entry == id && found.status == Status::Counted);
        let left = EntryTrial::MOST_LINES - trial.lines.len();
        let line =
            |found: &Match| context_line(&tried, (document, found), vocabulary, options, LINE_EXTENT, &mut places);
        trial.lines.extend(counted.take(left).map(line));
    }
    documents.iter_mut().zip(kept).for_each(|(document, matches)| document.matches = matches);
    trial
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).expect("texts hold far fewer than 2^63 words")
}

/// The lexicon with the entry in it, and the entry's place; why there is none, or nothing where
/// nothing is written yet.
fn lexicon_with(lexicon: &Lexicon, query: &TrialQuery) -> Result<(Lexicon, EntryId), Option<Problem>> {
    let category = lexicon.categories.iter().position(|category| category.path == query.category).ok_or(None)?;
    let entry = entry_of_fields(query.language, &query.fields)?;
    let mut tried = lexicon.clone();
    let category = CategoryId(to_u32(category));
    let entry = Entry { category, ..entry };
    let own = query.instead_of.filter(|id| lexicon.entry(*id).is_some());
    let id = own.unwrap_or(EntryId(to_u32(tried.entries.len())));
    match tried.entries.get_mut(id.0 as usize) {
        Some(old) => *old = Entry { index: old.index, ..entry },
        None => tried.entries.push(entry),
    }
    Ok((tried, id))
}

/// Entries whose matches share words with those of the trial.
fn conflicts(tried: &Lexicon, lexicon: &Lexicon, id: EntryId, documents: &[Document]) -> Vec<Conflict> {
    let mut shared: FxHashMap<EntryId, StatusCounts> = FxHashMap::default();
    for document in documents {
        let matches = document.matches.as_deref().expect("the texts were matched for the trial");
        let longest = matches.iter().map(|found| found.count).max().unwrap_or(0);
        for own in matches.iter().filter(|found| found.entry == id && found.status != Status::Excluded) {
            // Matches stand by their first word.
            let from = matches.partition_point(|found| found.first + longest <= own.first);
            let near = matches[from..].iter().take_while(|found| found.first < own.first + own.count);
            let others = near.filter(|found| found.entry != id && found.status != Status::Excluded);
            for other in others.filter(|found| found.first + found.count > own.first) {
                shared.entry(other.entry).or_default().add(other.status);
            }
        }
    }
    let mut conflicts: Vec<Conflict> = shared
        .into_iter()
        .map(|(entry, statuses)| {
            let place = EntryPlace::of(tried, &lexicon[entry]);
            Conflict { entry, place, shared: statuses.total(), counted: statuses.counted }
        })
        .collect();
    conflicts.sort_by(|left, right| right.shared.cmp(&left.shared).then(left.entry.cmp(&right.entry)));
    conflicts.truncate(EntryTrial::MOST_CONFLICTS);
    conflicts
}

/// The columns of the table with the entry, and which of those without it each of them is.
struct Columns {
    names: Vec<(String, LocalText)>,
    before: Vec<Option<usize>>,
    is_same: bool,
}

impl Columns {
    fn new(lexicon: &Lexicon, tried: &Lexicon, options: &Options) -> Self {
        let names = |lexicon: &Lexicon| -> Vec<(String, LocalText)> {
            let (columns, _) = columns_at(lexicon, options.levels());
            let categories = columns.iter().filter_map(|column| lexicon.category(column.category));
            categories.map(|category| (category.path.clone(), category.title.clone())).collect()
        };
        let (old, names) = (names(lexicon), names(tried));
        let before = names.iter().map(|(path, _)| old.iter().position(|(own, _)| own == path)).collect();
        Self { before, is_same: old == names, names }
    }

    fn changed(&self, documents: &[Document], differences: &[i64]) -> Vec<CountChange> {
        let all = self.names.iter().zip(&self.before).zip(differences);
        all.filter(|(_, difference)| **difference != 0)
            .map(|(((path, title), at), difference)| {
                let cell = |document: &Document| Some(document.cells.as_ref()?[(*at)?].count);
                let before: u64 = documents.iter().filter_map(cell).sum();
                let after = before.checked_add_signed(*difference).expect("no count falls below zero");
                CountChange { path: path.clone(), title: title.clone(), before, after }
            })
            .collect()
    }
}
