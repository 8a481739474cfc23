//! Every edit changes what it says and nothing else, in whatever way the file is written.

use proptest::prelude::*;

use super::*;
use crate::{
    language::Language,
    lexicon::{
        builtin::builtin_source,
        local_text::LocalText,
        model::{CategoryId, Lexicon},
    },
};

/// A file with one category whose Kazakh part is `body`.
fn file(body: &str) -> String {
    format!("format = 1\nid = \"test\"\nversion = \"1\"\n\n[[category]]\nid = \"freedom\"\n[category.kk]\n{body}")
}

fn place(category: &str, at: u32, written: &str) -> EntryPlace {
    EntryPlace { category: category.to_owned(), language: Some(Language::Kazakh), at, written: written.to_owned() }
}

fn field(key: EntryKey, values: &[&str]) -> FieldChange {
    FieldChange { key, values: values.iter().map(|value| (*value).to_owned()).collect() }
}

fn title(text: &str) -> LocalText {
    LocalText { en: Some(text.to_owned()), ..LocalText::default() }
}

fn exclude(at: u32, written: &str, form: &str) -> LexiconEdit {
    LexiconEdit::ExcludeForm { entry: place("freedom", at, written), form: form.to_owned() }
}

fn read(text: &str) -> Lexicon {
    read_toml(text).unwrap_or_else(|errors| panic!("{errors:#?}\n{text}")).lexicon
}

fn applied(source: &str, edit: &LexiconEdit) -> Result<String, EditError> {
    apply_edits(source, [edit])
}

#[test]
fn a_form_is_excluded_where_the_entry_stands() {
    let header = "[[category.kk.entries]]\n";
    for (before, after) in [
        ("entries = [\"азат\"]", "entries = [{ pattern = \"азат\", not = [\"=азатқа\"] }]"),
        (
            "entries = ['азат', # атау\n \"ел\",]",
            "entries = [{ pattern = \"азат\", not = [\"=азатқа\"] }, # атау\n \"ел\",]",
        ),
        (
            "entries = [{ pattern = \"азат\", note = \"атау\" }]",
            "entries = [{ pattern = \"азат\", note = \"атау\", not = [\"=азатқа\"] }]",
        ),
        (
            "entries = [{ not = [\"=азат\"], pattern = \"азат\" }]",
            "entries = [{ not = [\"=азат\", \"=азатқа\"], pattern = \"азат\" }]",
        ),
        ("entries = [{ pattern = \"азат\", not = [ ] }]", "entries = [{ pattern = \"азат\", not = [\"=азатқа\"] }]"),
        (
            &format!("{header}pattern = \"азат\" # атау\n{header}pattern = \"ел\"\n"),
            &format!("{header}pattern = \"азат\" # атау\nnot = [\"=азатқа\"]\n{header}pattern = \"ел\"\n"),
        ),
    ] {
        let after = if after.ends_with('\n') { file(after) } else { format!("{}\n", file(after)) };
        let edited = applied(&file(before), &exclude(0, "азат", "азатқа")).map(|text| format!("{}\n", text.trim_end()));
        assert_eq!(edited, Ok(after), "{before}");
    }
}

#[test]
fn of_entries_with_headings_the_right_one_is_edited() {
    let header = "[[category.kk.entries]]\n";
    let before = file(&format!("{header}pattern = \"азат\"\n{header}pattern = \"ел\"\n"));
    let after = file(&format!("{header}pattern = \"азат\"\n{header}pattern = \"ел\"\nnot = [\"=елу\"]\n"));
    assert_eq!(applied(&before, &exclude(1, "ел", "елу")), Ok(after));
}

#[test]
fn a_phrase_is_excluded_word_by_word() {
    let edited = applied(&file("entries = [\"сөз бостандығы\"]\n"), &exclude(0, "сөз бостандығы", "сөз бостандығына"));
    assert_eq!(edited, Ok(file("entries = [{ pattern = \"сөз бостандығы\", not = [\"=сөз =бостандығына\"] }]\n")));
}

#[test]
fn what_cannot_be_done_is_refused() {
    let sound = file("entries = [{ pattern = \"азат\", not = [\"=азатқа\"] }]\n");
    let number = || EditError::Number { key: "weight", written: "көп".to_owned() };
    let change = |fields: Vec<FieldChange>| LexiconEdit::ChangeEntry { entry: place("freedom", 0, "азат"), fields };
    for (source, edit, error) in [
        (sound.as_str(), exclude(0, "азат", "азатқа"), EditError::Already),
        (&sound, exclude(1, "азат", "азатты"), EditError::NoEntry),
        (&sound, exclude(0, "ел", "азатты"), EditError::NoEntry),
        (&sound, exclude(0, "азат", " "), EditError::Form),
        (&sound, change(vec![field(EntryKey::Weight, &["көп"])]), number()),
        (&sound, change(vec![field(EntryKey::Pattern, &[" "])]), EditError::NoPattern),
        (&sound, LexiconEdit::RemoveCategory("freedom".to_owned()), EditError::LastCategory),
        (
            &sound,
            LexiconEdit::MergeCategories { from: "freedom".to_owned(), into: "freedom".to_owned() },
            EditError::IntoItself,
        ),
        (
            &sound,
            LexiconEdit::RenameCategory { path: "justice".to_owned(), title: title("Justice") },
            EditError::NoCategory { path: "justice".to_owned() },
        ),
        (&sound, LexiconEdit::AddCategory { parent: None, title: title("  ") }, EditError::NoTitle),
    ] {
        assert_eq!(applied(source, &edit), Err(error), "{edit:?}");
    }
}

#[test]
fn a_byte_order_mark_and_crlf_stay() {
    let file = format!("\u{FEFF}{}", file("entries = [\n \"ел\",\n \"азат\"\n]\n").replace('\n', "\r\n"));
    let edited = applied(&file, &exclude(1, "азат", "азатқа"));
    assert_eq!(edited, Ok(file.replace("\"азат\"", "{ pattern = \"азат\", not = [\"=азатқа\"] }")));
}

#[test]
fn entries_come_go_and_move_with_the_comments_of_their_neighbours_in_place() {
    let add = |pattern: &str| LexiconEdit::AddEntry {
        category: "freedom".to_owned(),
        language: Some(Language::Kazakh),
        fields: vec![field(EntryKey::Pattern, &[pattern])],
    };
    let remove = |at, written: &str| LexiconEdit::RemoveEntries(vec![place("freedom", at, written)]);
    for (before, edit, after) in [
        ("entries = []", add("ел"), "entries = [\n  \"ел\",\n]"),
        ("entries = [\"азат\"]", add("ел"), "entries = [\"азат\", \"ел\"]"),
        ("entries = [\"азат\",]", add("ел"), "entries = [\"азат\", \"ел\",]"),
        ("entries = [\n    \"азат\", # атау\n]", add("ел"), "entries = [\n    \"азат\", # атау\n    \"ел\",\n]"),
        ("entries = [\n\t\"азат\" # атау\n]", add("ел"), "entries = [\n\t\"азат\", # атау\n\t\"ел\",\n]"),
        (
            "entries = [\n  \"азат\", # атау\n  \"ел\", # халық\n  # жұрт\n  \"жұрт\",\n]",
            remove(1, "ел"),
            "entries = [\n  \"азат\", # атау\n  # жұрт\n  \"жұрт\",\n]",
        ),
        (
            "entries = [\n  \"азат\", \"ел\",\n  \"жұрт\", # соңы\n]",
            remove(2, "жұрт"),
            "entries = [\n  \"азат\", \"ел\",\n]",
        ),
        ("entries = [\n  \"азат\", \"ел\",\n]", remove(0, "азат"), "entries = [\n  \"ел\",\n]"),
        ("entries = [\"азат\"]", remove(0, "азат"), "entries = []"),
    ] {
        let wanted = format!("{}\n", file(after));
        assert_eq!(applied(&format!("{}\n", file(before)), &edit), Ok(wanted), "{before}");
    }
}

#[test]
fn fields_change_one_by_one_and_a_plain_entry_is_a_plain_text() {
    let change = |before: &str, fields: Vec<FieldChange>| {
        let edit = LexiconEdit::ChangeEntry { entry: place("freedom", 0, "азат"), fields };
        let edited = applied(&file(&format!("entries = [{before}]\n")), &edit).expect("it can be edited");
        edited.rsplit_once("entries = [").expect("the list is there").1.trim_end().trim_end_matches(']').to_owned()
    };
    assert_eq!(change("\"азат\"", vec![field(EntryKey::Weight, &["1,5"])]), "{ pattern = \"азат\", weight = 1.5 }");
    assert_eq!(change("\"азат\"", vec![field(EntryKey::Pattern, &["азат~"])]), "\"азат~\"");
    assert_eq!(
        change("\"азат\"", vec![field(EntryKey::Parts, &["noun"]), field(EntryKey::Near, &["ел", "халық"])]),
        "{ pattern = \"азат\", pos = \"noun\", near = [\"ел\", \"халық\"] }"
    );
    let noted = "{ pattern = \"азат\", note = \"атау\" }";
    assert_eq!(change(noted, vec![field(EntryKey::Note, &[])]), "\"азат\"");
    assert_eq!(
        change(noted, vec![field(EntryKey::Parts, &["noun", "verb"])]).matches("pos = [\"noun\", \"verb\"]").count(),
        1
    );
}

const TREE: &str = r#"format = 1
id = "tree"
version = "1"

# Freedom.
[[category]]
id = "freedom"
title = { en = "Freedom" }
[category.kk]
entries = ["азат", "еркін"]

[[category.category]]
id = "speech"
[category.category.kk]
entries = ["сөз бостандығы"]
not = ["сөз"]

# Justice.
[[category]]
id = "justice"
[category.en]
entries = ["justice"]

[[test]]
lang = "kk"
text = "азат сөз бостандығы"
expect = { freedom = 1, "freedom/speech" = 1 }
"#;

#[test]
fn categories_are_added_renamed_split_merged_and_removed() {
    let add = LexiconEdit::AddCategory { parent: Some("freedom".to_owned()), title: title("Speech") };
    let added = read(&applied(TREE, &add).expect("it can be added"));
    let paths: Vec<&str> = added.categories.iter().map(|category| category.path.as_str()).collect();
    assert_eq!(paths, ["freedom", "freedom/speech", "freedom/speech-2", "justice"]);

    let rename = LexiconEdit::RenameCategory { path: "justice".to_owned(), title: title("Justice and law") };
    let renamed = read(&applied(TREE, &rename).expect("it can be renamed"));
    assert_eq!(renamed.categories[2].title, title("Justice and law"));
    assert_eq!(renamed.categories[2].id, "justice");

    let split = LexiconEdit::SplitCategory {
        path: "freedom".to_owned(),
        entries: vec![place("freedom", 1, "еркін")],
        title: title("Ease"),
    };
    let text = applied(TREE, &split).expect("it can be split");
    let split = read(&text);
    assert_eq!(split.categories[2].path, "ease");
    let of = |lexicon: &Lexicon, path: &str| -> Vec<String> {
        let own = lexicon.entries.iter().filter(|entry| lexicon.categories[entry.category.0 as usize].path == path);
        own.map(|entry| entry.pattern.text.clone()).collect()
    };
    assert_eq!((of(&split, "freedom"), of(&split, "ease")), (vec!["азат".to_owned()], vec!["еркін".to_owned()]));
    assert!(text.contains("# Freedom.\n") && text.contains("# Justice.\n"));

    let merge = LexiconEdit::MergeCategories { from: "freedom/speech".to_owned(), into: "justice".to_owned() };
    let merged = read(&applied(TREE, &merge).expect("they can be merged"));
    assert_eq!(of(&merged, "justice"), ["сөз бостандығы", "justice"]);
    assert_eq!(merged.categories[1].exclusions.len(), 1);
    assert_eq!(merged.tests[0].expect, [("freedom".to_owned(), 1), ("justice".to_owned(), 1)]);

    let merge = LexiconEdit::MergeCategories { from: "freedom".to_owned(), into: "justice".to_owned() };
    let merged = read(&applied(TREE, &merge).expect("they can be merged"));
    let paths: Vec<&str> = merged.categories.iter().map(|category| category.path.as_str()).collect();
    assert_eq!(paths, ["justice", "justice/speech"]);

    let remove = read(&applied(TREE, &LexiconEdit::RemoveCategory("freedom".to_owned())).expect("it can be removed"));
    assert_eq!(remove.categories.len(), 1);
    assert_eq!(remove.tests[0].expect, []);
}

#[test]
fn validations_and_examples_follow_their_categories() {
    let fields = |category: &str, separator: &str| {
        let of = format!("category = \"{category}\"");
        let others = ["language = \"kk\"", "version = \"1\"", "date = \"2026-12-01\"", "texts = \"t\"", "coders = 1"];
        let counts = ["sampled = 1", "correct = 1", "debatable = 0", "wrong = 0"];
        [&[of.as_str()][..], &others, &counts].concat().join(separator)
    };
    let validation = |category: &str| format!("[[validation]]\n{}\n", fields(category, "\n"));
    let validations: String = ["freedom/speech", "justice"].map(validation).concat();
    let card = "[card]\nlimits = \"Limits\"\n";
    let source = format!("{}example = \"freedom/speech\"\n{validations}{card}", TREE.trim_start());
    let own = read(&source);
    let kept = |edit: &LexiconEdit| {
        let after = read(&applied(&source, edit).expect("it can be done"));
        assert_eq!(after.card, own.card);
        let validated = after.validations.iter().map(|own| own.category.clone().expect("all name one")).collect();
        (validated, after.tests[0].example_of.clone())
    };
    let both = |paths: &[&str], example: Option<&str>| -> (Vec<String>, Option<String>) {
        (paths.iter().map(|path| (*path).to_owned()).collect(), example.map(str::to_owned))
    };
    let rename = LexiconEdit::RenameCategory { path: "justice".to_owned(), title: title("Law") };
    assert_eq!(kept(&rename), both(&["freedom/speech", "justice"], Some("freedom/speech")));
    let merge = LexiconEdit::MergeCategories { from: "freedom/speech".to_owned(), into: "justice".to_owned() };
    assert_eq!(kept(&merge), both(&["justice"], Some("justice")));
    let whole = LexiconEdit::MergeCategories { from: "freedom".to_owned(), into: "justice".to_owned() };
    assert_eq!(kept(&whole), both(&["justice"], Some("justice/speech")));
    assert_eq!(kept(&LexiconEdit::RemoveCategory("freedom".to_owned())), both(&["justice"], None));
    // In braces they are rewritten, with everything else.
    let inline = ["freedom/speech", "justice"].map(|category| format!("{{ {} }}", fields(category, ", "))).join(", ");
    let inline = format!("validation = [{inline}]\n{TREE}");
    let removed = applied(&inline, &LexiconEdit::RemoveCategory("freedom".to_owned())).expect("it can be done");
    assert_eq!(read(&removed).validations.len(), 1);
}

#[test]
fn expected_counts_whose_sum_is_no_count_are_not_merged() {
    let source = TREE.replace("\"freedom/speech\" = 1", "\"freedom/speech\" = 1, justice = 9223372036854775807");
    let merge = LexiconEdit::MergeCategories { from: "freedom/speech".to_owned(), into: "justice".to_owned() };
    let written = "9223372036854775807 + 1".to_owned();
    assert_eq!(applied(&source, &merge), Err(EditError::Number { key: "expect", written }));
}

#[test]
fn an_entry_moves_into_a_language_that_its_new_category_had_not() {
    let edit = LexiconEdit::MoveEntries { entries: vec![place("freedom", 0, "азат")], to: "justice".to_owned() };
    let moved = read(&applied(TREE, &edit).expect("it can be moved"));
    let entry = moved.entries.iter().find(|entry| entry.pattern.text == "азат").expect("it is there");
    assert_eq!((entry.category, entry.language), (CategoryId(2), Some(Language::Kazakh)));
}

#[test]
fn a_file_with_categories_in_braces_is_rewritten() {
    let file = "format = 1\nid = \"b\"\nversion = \"1\"\n\
        category = [{ id = \"freedom\", kk = { entries = [\"азат\"] } }, { id = \"justice\", kk = { entries = [] } }]\n";
    let edit = LexiconEdit::MoveEntries { entries: vec![place("freedom", 0, "азат")], to: "justice".to_owned() };
    assert_eq!(read(&applied(file, &edit).expect("it can be moved")).entries[0].category, CategoryId(1));
}

/// The number of entries by category path, language and pattern.
fn census(lexicon: &Lexicon) -> Vec<(String, Option<Language>, String)> {
    let mut all: Vec<_> = lexicon
        .entries
        .iter()
        .map(|entry| {
            (lexicon.categories[entry.category.0 as usize].path.clone(), entry.language, entry.pattern.text.clone())
        })
        .collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Only the exclusion differs.
    #[test]
    fn every_entry_of_the_shipped_lexicon_can_be_edited(
        at in any::<prop::sample::Index>(),
        form in "[а-яa-z\"\\\\'^*~_.]{1,12}",
    ) {
        let source = builtin_source("values").expect("it is shipped");
        let mut wanted = read(source);
        let at = at.index(wanted.entries.len());
        let edit =
            LexiconEdit::ExcludeForm { entry: EntryPlace::of(&wanted, &wanted.entries[at]), form: form.clone() };
        let after = read(&applied(source, &edit).expect("it can be edited"));
        wanted.entries[at].conditions.not.push(exclusion(&form).expect("it is a form"));
        prop_assert_eq!(after.without_places(), wanted.without_places());
    }

    /// Nothing but the list in which it stands changes, and taking it out again leaves the lexicon
    /// as it was.
    #[test]
    fn what_is_added_can_be_taken_out(at in any::<prop::sample::Index>(), note in "\\PC{0,20}") {
        let source = builtin_source("yanitsky").expect("it is shipped");
        let before = read(source);
        let category = before.categories[at.index(before.categories.len())].path.clone();
        let language = Some(Language::Kazakh);
        let fields = vec![field(EntryKey::Pattern, &["сынақсөз"]), field(EntryKey::Note, &[&note])];
        let added = applied(source, &LexiconEdit::AddEntry { category: category.clone(), language, fields });
        let added = added.expect("it can be added");
        let lexicon = read(&added);
        prop_assert_eq!(lexicon.entries.len(), before.entries.len() + 1);
        let entry = lexicon.entries.iter().find(|entry| entry.pattern.text == "сынақсөз").expect("it is there");
        prop_assert_eq!(&entry.note, note.trim());
        prop_assert_eq!(&lexicon.categories[entry.category.0 as usize].path, &category);
        let taken = applied(&added, &LexiconEdit::RemoveEntries(vec![EntryPlace::of(&lexicon, entry)]));
        prop_assert_eq!(read(&taken.expect("it can be taken out")).without_places(), before.without_places());
    }

    /// Moving loses no entry, makes none, and changes nothing but the category.
    #[test]
    fn entries_move_whole(picks in prop::collection::vec(any::<prop::sample::Index>(), 1..6), to in any::<prop::sample::Index>()) {
        let source = builtin_source("values").expect("it is shipped");
        let before = read(source);
        let to = before.categories[to.index(before.categories.len())].path.clone();
        let mut entries: Vec<EntryPlace> =
            picks.iter().map(|at| EntryPlace::of(&before, &before.entries[at.index(before.entries.len())])).collect();
        entries.sort();
        entries.dedup();
        let mut wanted = census(&before);
        for place in &entries {
            let key = (place.category.clone(), place.language, place.written.clone());
            let at = wanted.binary_search(&key).expect("it is there");
            wanted[at].0.clone_from(&to);
            wanted.sort();
        }
        let moved = applied(source, &LexiconEdit::MoveEntries { entries, to }).expect("they can be moved");
        // A pattern that the category had already is passed over by the reader, with a warning.
        wanted.dedup();
        prop_assert_eq!(census(&read(&moved)), wanted);
    }

    #[test]
    fn no_form_breaks_a_file(form in "\\PC{0,20}") {
        if let Ok(edited) = applied(&file("entries = [\"азат\"]"), &exclude(0, "азат", &form)) {
            prop_assert!(read_toml(&edited).is_ok());
        }
    }
}

#[test]
fn a_file_that_is_not_toml_is_refused_at_its_place() {
    let edit = exclude(0, "азат", "азатқа");
    let error = applied(&file("entries = [\"азат\"]\nnote = азат\n"), &edit).unwrap_err();
    let problem = error.problem("values.toml");
    assert_eq!((error.code(), problem.code.as_str()), ("lex-syntax", "lex-syntax"));
    assert_eq!((problem.place.line, problem.place.file.as_deref()), (Some(9), Some("values.toml")));
    assert_eq!(problem.arguments[0].0, "reason");
}

#[test]
fn an_unusual_file_that_is_no_lexicon_is_refused_for_its_first_error() {
    let source = "format = 1\nid = \"test\"\ncategory = [{ id = \"freedom\", kk.entries = [\"азат\"] }]\n";
    let problem = applied(source, &exclude(0, "азат", "азатқа")).unwrap_err().problem("values.toml");
    assert_eq!(problem.code, "lex-missing-key", "the version is missing");
}
