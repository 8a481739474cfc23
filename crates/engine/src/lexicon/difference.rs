//! Two lexicons → the number of entries in which they differ.

use rustc_hash::FxHashMap;

use super::{
    model::{Entry, Lexicon},
    pattern::Pattern,
};
use crate::language::{Language, PartsOfSpeech};

/// What an entry is known by in whatever order it stands.
type Name<'lexicon> = (&'lexicon str, Option<Language>, &'lexicon str, PartsOfSpeech);

/// Returns how many entries of `own` are not in `original` as they are, and how many of `original`
/// are not in `own` at all.
///
/// An entry is the same where category, language, pattern, part of speech, weight and conditions
/// are, and whether it crosses punctuation and is found in compounds; an entry that only gained an exclusion is one
/// difference. Own words of negation are one for each language. Notes, concepts and the order of
/// entries make none. What `not` says of whole categories counts for each category and language in
/// which it differs. Cost: linear.
pub fn changed_entries(own: &Lexicon, original: &Lexicon) -> usize {
    let mut left: FxHashMap<Name<'_>, Vec<&Entry>> = FxHashMap::default();
    for entry in &original.entries {
        left.entry(name(original, entry)).or_default().push(entry);
    }
    let mut changed = 0;
    for entry in &own.entries {
        let known = left.get_mut(&name(own, entry)).and_then(Vec::pop);
        let weighs_same = |known: &Entry| known.weight.to_bits() == entry.weight.to_bits();
        let reaches_same = |known: &Entry| {
            (known.crosses_punctuation, known.compounds) == (entry.crosses_punctuation, entry.compounds)
        };
        let is_same = known
            .is_some_and(|known| weighs_same(known) && reaches_same(known) && known.conditions == entry.conditions);
        changed += usize::from(!is_same);
    }
    let missing: usize = left.values().map(Vec::len).sum();
    changed + missing + changed_exclusions(own, original) + changed_negation(own, original)
}

fn name<'lexicon>(lexicon: &'lexicon Lexicon, entry: &'lexicon Entry) -> Name<'lexicon> {
    let path = lexicon[entry.category].path.as_str();
    (path, entry.language, &entry.pattern.text, entry.parts)
}

fn changed_negation(own: &Lexicon, original: &Lexicon) -> usize {
    let list = |lexicon: &Lexicon, language| lexicon.negation.iter().find(|list| list.language == language).cloned();
    Language::ALL.into_iter().filter(|language| list(own, *language) != list(original, *language)).count()
}

fn changed_exclusions(own: &Lexicon, original: &Lexicon) -> usize {
    let exclusions = |lexicon: &Lexicon, path: &str, language: Option<Language>| -> Vec<Pattern> {
        let category = lexicon.categories.iter().find(|category| category.path == path);
        category.into_iter().flat_map(|category| category.all_exclusions(language)).cloned().collect()
    };
    let differs = |path: &str| {
        let languages = Language::ALL.map(Some).into_iter().chain([None]);
        languages.filter(|language| exclusions(own, path, *language) != exclusions(original, path, *language)).count()
    };
    own.categories.iter().map(|category| differs(&category.path)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{
        edit::{EntryPlace, LexiconEdit, apply_edits},
        toml::read_toml,
    };

    fn lexicon(body: &str) -> Lexicon {
        let file = format!(
            "format = 1\nid = \"test\"\nversion = \"1\"\n[[category]]\nid = \"freedom\"\n[category.kk]\n{body}"
        );
        read_toml(&file).expect("it is sound").lexicon
    }

    #[test]
    fn entries_that_differ_are_counted() {
        let original = lexicon("entries = [\"азат\", { pattern = \"ел\", note = \"халық\" }]");
        for (body, changes) in [
            ("entries = [\"азат\", \"ел\"]", 0),
            ("entries = [\"ел\", \"азат\"]", 0),
            ("entries = [{ pattern = \"азат\", concept = \"free\" }, \"ел\"]", 0),
            ("entries = [{ pattern = \"азат\", not = [\"=азатқа\"] }, \"ел\"]", 1),
            ("entries = [\"азат\", \"ел\", \"жұрт\"]", 1),
            ("entries = [\"азат\"]", 1),
            ("entries = [\"азат\", { pattern = \"ел\", weight = 2 }]", 1),
            ("entries = [\"азат\", { pattern = \"ел\", crosses_punctuation = true }]", 1),
            ("entries = [\"азат\", { pattern = \"ел\", compounds = true }]", 1),
            ("entries = [\"азат\", { pattern = \"ел\", names = false }]", 1),
            ("entries = [\"азат\", \"ел\"]\nnot = [\"ел қорғаны\"]", 1),
        ] {
            assert_eq!(changed_entries(&lexicon(body), &original), changes, "{body}");
        }
    }

    #[test]
    fn one_exclusion_in_the_shipped_lexicon_is_one_change() {
        let source = crate::lexicon::builtin_source("values").expect("it is shipped");
        let read = |source: &str| read_toml(source).expect("it is sound").lexicon;
        let original = read(source);
        let entry = EntryPlace::of(&original, &original.entries[0]);
        let edit = LexiconEdit::ExcludeForm { entry, form: "еркіндікке".to_owned() };
        let edited = apply_edits(source, [&edit]).expect("it can be edited");
        assert_eq!(changed_entries(&read(&edited), &read(source)), 1);
    }
}
