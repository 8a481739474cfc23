//! Entries that add nothing to another of their category, and words that stand in several
//! categories.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    catch::{Catch, FormId},
    finding::{LintDetail, LintReport},
    rule::Raw,
};
use crate::{
    language::Language,
    lexicon::{CategoryId, Element, Entry, EntryId, Lexicon},
    text::to_u32,
};

/// How many forms two entries must share in the texts to be called duplicates without the one being
/// a form of the other: a single form may belong to two words by chance, as ойлар does to ой and
/// ойла-.
const FEWEST_SHARED_FORMS: usize = 2;

/// How many entries that share a form are compared with an entry. More seldom share one, and the
/// work stays linear.
const MOST_COMPARED: usize = 16;

/// Finds the entries whose every match another entry of the same category and language catches too.
///
/// Of two entries the narrower is reported; of equals the later. `citations` are those of
/// [`super::citation::citations`].
pub(super) fn duplicates(
    lexicon: &Lexicon,
    citations: &[(EntryId, EntryId)],
    catch: &Catch<'_>,
    is_wanted: impl Fn(EntryId) -> bool,
) -> Vec<Raw> {
    let both: FxHashSet<(EntryId, EntryId)> = citations.iter().copied().collect();
    let by_form = entries_by_form(lexicon, catch);
    let globs = open_globs(lexicon);
    let mut found = Vec::new();
    for (at, entry) in lexicon.entries.iter().enumerate() {
        let id = EntryId(to_u32(at));
        if !is_wanted(id) {
            continue;
        }
        let start = citations.partition_point(|(own, _)| *own < id);
        let lexical = citations[start..].iter().take_while(|(own, _)| *own == id).map(|(_, other)| *other);
        let mut of_form = lexical.filter(|other| {
            let wider = &lexicon[*other];
            is_together(entry, wider)
                && !are_homonyms(entry, wider)
                && (!both.contains(&(*other, id)) || (breadth(entry), *other) < (breadth(wider), id))
        });
        let (other, is_form) = match of_form.next().or_else(|| within_glob(entry, &globs)) {
            Some(other) => (Some(other), true),
            None => (contained(lexicon, id, entry, catch, &by_form), false),
        };
        let Some(other) = other else { continue };
        let shared = catch.forms(id).filter(|(form, _)| catch.times(other, *form) > 0);
        let form_total = to_u32(shared.clone().count());
        let forms = catch.most_frequent(shared, LintReport::MOST_FORMS);
        found.push(Raw { entries: vec![id, other], detail: LintDetail::Duplicate { is_form, forms, form_total } });
    }
    found
}

type OpenGlobs<'lexicon> = FxHashMap<(CategoryId, Option<Language>, &'lexicon str), EntryId>;

/// What a pattern of one word that ends in its only wildcard, a `*`, writes before it.
fn open_glob(entry: &Entry) -> Option<&str> {
    let [Element::Glob(glob)] = &entry.pattern.elements[..] else { return None };
    let written = entry.pattern.text.strip_suffix('*')?;
    let is_open = !entry.pattern.is_case_sensitive && !written.contains(['*', '?', '[']);
    Some(glob.prefix.as_str()).filter(|_| is_open)
}

/// The entries of this kind that have no condition, by what they write.
fn open_globs(lexicon: &Lexicon) -> OpenGlobs<'_> {
    let entries = lexicon.entries.iter().enumerate().filter(|(_, entry)| entry.conditions.is_empty());
    let globs = entries
        .filter_map(|(at, entry)| Some(((entry.category, entry.language, open_glob(entry)?), EntryId(to_u32(at)))));
    globs.collect()
}

/// The glob that catches all that another can catch: демократ* for демократия*.
fn within_glob(entry: &Entry, globs: &OpenGlobs<'_>) -> Option<EntryId> {
    let written = open_glob(entry)?;
    let mut shorter = written.char_indices().map(|(end, _)| &written[..end]);
    shorter.find_map(|shorter| globs.get(&(entry.category, entry.language, shorter)).copied())
}

type ByForm = FxHashMap<(FormId, CategoryId, Option<Language>), Vec<EntryId>>;

fn entries_by_form(lexicon: &Lexicon, catch: &Catch<'_>) -> ByForm {
    let mut by_form = ByForm::default();
    for (id, form, _) in catch.all() {
        let entry = &lexicon[*id];
        let own = by_form.entry((*form, entry.category, entry.language)).or_default();
        if own.len() < MOST_COMPARED {
            own.push(*id);
        }
    }
    by_form
}

/// The entry that caught every form of this one at least as often; of two that caught the same the
/// earlier.
fn contained(lexicon: &Lexicon, id: EntryId, entry: &Entry, catch: &Catch<'_>, by_form: &ByForm) -> Option<EntryId> {
    let forms = catch.forms(id);
    if forms.len() < FEWEST_SHARED_FORMS {
        return None;
    }
    let (first, _) = forms.clone().next()?;
    let others = by_form.get(&(first, entry.category, entry.language))?;
    others.iter().copied().find(|other| {
        let wider = &lexicon[*other];
        let holds =
            |times: fn(u64, u64) -> bool| forms.clone().all(|(form, own)| times(own, catch.times(*other, form)));
        *other != id
            && !are_homonyms(entry, wider)
            && holds(|own, other| own <= other)
            && (catch.forms(*other).len() > forms.len() || !holds(|own, other| own == other) || *other < id)
    })
}

fn is_together(one: &Entry, other: &Entry) -> bool {
    (one.category, one.language) == (other.category, other.language)
}

/// Returns `true` if two entries are stated to be different parts of speech.
fn are_homonyms(one: &Entry, other: &Entry) -> bool {
    !one.parts.is_unknown() && !other.parts.is_unknown() && one.parts != other.parts
}

/// How much a pattern's last word reaches for: one form, all of a word, derived words too, whatever
/// fits.
fn breadth(entry: &Entry) -> u8 {
    match entry.pattern.elements.last() {
        Some(Element::Form(_)) | None => 0,
        Some(Element::Lemma { derivations: false, .. }) => 1,
        Some(Element::Lemma { derivations: true, .. }) => 2,
        Some(_) => 3,
    }
}

/// Finds words that stand in several categories: groups of entries of one language that catch each
/// other as they are written, reported with all their entries at the first of them. What wildcards
/// catch is left to the list of broad ones.
pub(super) fn several_categories(
    lexicon: &Lexicon,
    citations: &[(EntryId, EntryId)],
    is_wanted: impl Fn(EntryId) -> bool,
) -> Vec<Raw> {
    let mut leader: Vec<usize> = (0..lexicon.entries.len()).collect();
    for (one, other) in citations {
        let is_word = |id: &EntryId| !lexicon[*id].pattern.has_wildcard();
        if is_wanted(*one) && is_wanted(*other) && is_word(one) && is_word(other) {
            let (one, other) = (top(&mut leader, one.0 as usize), top(&mut leader, other.0 as usize));
            leader[one.max(other)] = one.min(other);
        }
    }
    let mut groups: Vec<Vec<EntryId>> = vec![Vec::new(); leader.len()];
    for at in 0..leader.len() {
        let first = top(&mut leader, at);
        groups[first].push(EntryId(to_u32(at)));
    }
    let repeated = groups.into_iter().filter(|entries| entries.len() > 1).filter_map(|entries| {
        let own = entries.iter().map(|id| lexicon[*id].category);
        let categories = to_u32(own.collect::<FxHashSet<_>>().len());
        (categories > 1).then_some(Raw { entries, detail: LintDetail::SeveralCategories { categories } })
    });
    repeated.collect()
}

/// The first entry of a group, the way to it shortened.
fn top(leader: &mut [usize], mut at: usize) -> usize {
    while leader[at] != at {
        leader[at] = leader[leader[at]];
        at = leader[at];
    }
    at
}
