//! Comparisons of two lexicons and of two policies over the same texts.

use proptest::prelude::*;
use tarazy_engine::{
    counting::Comparison,
    language::{Language, PartOfSpeech},
    matching::{ColumnId, Policy, Status},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options},
    study::{
        AskError, CategoryDetail, Cause, CauseReason, CellDifference, Engine, EntryAspect, LexiconDifference,
        LexiconDifferenceQuery, PolicyDifference, PolicyDifferenceQuery, Refusal,
    },
};

use crate::study;

fn file(categories: &str) -> String {
    format!("format = 1\nid = \"difference\"\nversion = \"1\"\n{categories}")
}

/// Root categories with entries in Kazakh; an entry is TOML.
fn lexicon(categories: &[(&str, &str)]) -> String {
    let one =
        |(id, entries): &(&str, &str)| format!("[[category]]\nid = \"{id}\"\n[category.kk]\nentries = [{entries}]\n");
    file(&categories.iter().map(one).collect::<String>())
}

/// A study of Kazakh texts.
fn study(lexicon: &str, texts: &[&str], options: Options) -> Engine {
    let texts: Vec<_> = texts.iter().map(|text| (LanguageChoice::Fixed(Language::Kazakh), *text)).collect();
    study::study(study::file(lexicon), options, &texts)
}

fn compare_lexicons(before: LexiconSource, causes: u32) -> LexiconDifferenceQuery {
    LexiconDifferenceQuery { before, offset: 0, limit: u32::MAX, causes }
}

fn lexicons_with(before: &str, after: &str, texts: &[&str], options: Options, causes: u32) -> LexiconDifference {
    let query = compare_lexicons(study::file(before), causes);
    study(after, texts, options).ask(query).expect("the lexicon before can be read")
}

fn lexicons(before: &str, after: &str, texts: &[&str]) -> LexiconDifference {
    lexicons_with(before, after, texts, Options::default(), u32::MAX)
}

fn compare_policies(other: Policy) -> PolicyDifferenceQuery {
    PolicyDifferenceQuery { other, document: None, column: None, offset: 0, limit: u32::MAX, width: 20 }
}

fn policies(lexicon: &str, texts: &[&str], options: Options, query: PolicyDifferenceQuery) -> PolicyDifference {
    study(lexicon, texts, options).ask(query).expect("it is always answered")
}

fn with(policy: Policy) -> Options {
    Options { policy, ..Options::default() }
}

/// The entry, reason, difference and covering entry of each cause of a cell.
fn listed(causes: &[Cause]) -> Vec<(&str, CauseReason, i64, Option<&str>)> {
    causes
        .iter()
        .map(|cause| {
            let by = cause.by.as_ref().map(|by| by.written.as_str());
            (cause.entry.written.as_str(), cause.reason, cause.difference(), by)
        })
        .collect()
}

#[test]
fn a_new_phrase_is_the_cause_of_what_it_adds_and_of_what_it_takes() {
    let before = lexicon(&[("freedom", "\"тәуелсіз\""), ("justice", "\"сот\"")]);
    let after = lexicon(&[("freedom", "\"тәуелсіз\""), ("justice", "\"сот\", \"тәуелсіз сот\"")]);
    let texts = ["Тәуелсіз сот керек. Тәуелсіз ел.", "Сот."];
    let difference = lexicons(&before, &after, &texts);
    assert_eq!((difference.added, difference.removed, difference.changed, difference.total), (1, 0, 0, 1));
    assert!(difference.categories.is_empty());
    let [freedom, justice] = &difference.documents[0].cells[..] else { panic!("{difference:?}") };
    assert_eq!((freedom.before, freedom.after), (Some(2), Some(1)));
    assert_eq!(listed(&freedom.causes), [("тәуелсіз", CauseReason::Covered, -1, Some("тәуелсіз сот"))]);
    assert_eq!((justice.before, justice.after), (Some(1), Some(1)));
    assert_eq!(
        listed(&justice.causes),
        [("тәуелсіз сот", CauseReason::Added, 1, None), ("сот", CauseReason::Covered, -1, Some("тәуелсіз сот"))]
    );
    assert!(!difference.documents[1].cells.iter().any(CellDifference::is_changed), "nothing happens in the other text");

    let back = lexicons(&after, &before, &texts);
    assert_eq!(
        listed(&back.documents[0].cells[0].causes),
        [("тәуелсіз", CauseReason::Uncovered, 1, Some("тәуелсіз сот"))]
    );
    assert_eq!(listed(&back.documents[0].cells[1].causes)[1], ("тәуелсіз сот", CauseReason::Removed, -1, None));
    assert_eq!(back.entries[0].before.as_ref().map(|entry| entry.written.as_str()), Some("тәуелсіз сот"));
}

#[test]
fn an_entry_that_gains_as_much_as_it_loses_has_the_reason_of_one_of_them() {
    let with = |entries: &str, not: &str| {
        file(&format!(
            "[[category]]\nid = \"a\"\n[category.kk]\nentries = [{entries}]\nnot = [{not}]\n\
             [[category.category]]\nid = \"c\"\nkk.entries = [\"сөз\"]\n"
        ))
    };
    let (before, after) = (with("\"ел ..2 сөз\"", ""), with("", "\"сөз бостандығы\""));
    let difference = lexicons(&before, &after, &["ел туралы туралы сөз сөз бостандығы"]);
    let causes = difference.documents[0].cells.iter().flat_map(|cell| listed(&cell.causes)).collect::<Vec<_>>();
    assert!(causes.contains(&("сөз", CauseReason::Uncovered, 0, Some("ел ..2 сөз"))), "{causes:?}");
}

#[test]
fn a_changed_entry_names_what_is_changed() {
    let before = lexicon(&[
        (
            "a",
            "\"ел\", { pattern = \"құқық\", note = \"бір\" }, { pattern = \"ту\", not = [\"туған\"] }, \"заң\", \"отан\"",
        ),
        ("b", "\"сот\""),
    ]);
    let after = lexicon(&[
        (
            "a",
            "\"отан\", { pattern = \"ел\", weight = 2, pos = \"noun\" }, { pattern = \"құқық\", note = \"екі\" }, \
             { pattern = \"ту\", near = [\"ел\"] }, \"сот\"",
        ),
        ("b", "\"бірлік\""),
    ]);
    let difference = lexicons(&before, &after, &[]);
    let aspects: Vec<(&str, &[EntryAspect])> = difference
        .entries
        .iter()
        .map(|change| {
            let entry = change.after.as_ref().or(change.before.as_ref()).expect("one state");
            (entry.written.as_str(), &change.aspects[..])
        })
        .collect();
    let text = str::to_owned;
    assert_eq!(
        aspects,
        [
            (
                "ел",
                &[
                    EntryAspect::Parts { before: vec![], after: vec![PartOfSpeech::Noun] },
                    EntryAspect::Weight { before: 1.0, after: 2.0 }
                ][..]
            ),
            ("құқық", &[EntryAspect::Note { before: text("бір"), after: text("екі") }]),
            ("ту", &[EntryAspect::Conditions { before: text("not туған"), after: text("near ел; window 5") }]),
            ("сот", &[EntryAspect::Category]),
            ("бірлік", &[]),
            ("заң", &[]),
        ]
    );
    assert_eq!((difference.added, difference.removed, difference.changed), (1, 1, 4));
    let moved = &difference.entries[3];
    let category =
        |entry: &Option<tarazy_engine::study::NamedEntry>| entry.as_ref().map(|entry| entry.category.clone());
    assert_eq!((category(&moved.before), category(&moved.after)), (Some(text("b")), Some(text("a"))));
}

#[test]
fn a_note_or_a_weight_is_never_the_cause_of_a_count() {
    let before = lexicon(&[("a", "\"заң\""), ("b", "\"тең\"")]);
    let after = lexicon(&[("a", "{ pattern = \"заң\", note = \"n\", weight = 3 }"), ("b", "\"заң алдында\"")]);
    let difference = lexicons(&before, &after, &["Заң алдында."]);
    assert_eq!(
        listed(&difference.documents[0].cells[0].causes),
        [("заң", CauseReason::Covered, -1, Some("заң алдында"))]
    );
}

#[test]
fn categories_come_go_and_take_their_entries_to_another_name() {
    let before = file(
        "[[category]]\nid = \"values\"\ntitle = { en = \"Values\" }\n[[category.category]]\nid = \"freedom\"\ntitle = { en = \"Freedom\" }\n\
         kk.entries = [\"азат\", \"бостандық\", \"еркін\"]\n[[category]]\nid = \"old\"\nkk.entries = [\"ту\"]\n\
         [[category]]\nid = \"state\"\ntitle = { en = \"State\" }\n[category.kk]\nentries = [\"ел\"]\nnot = [\"ел қорғаны\"]\n",
    );
    let after = file(
        "[[category]]\nid = \"worth\"\ntitle = { en = \"Values\" }\n[[category.category]]\nid = \"liberty\"\ntitle = { en = \"Liberty\" }\n\
         kk.entries = [\"азат\", \"бостандық\", \"дербес\"]\n[[category]]\nid = \"new\"\nkk.entries = [\"мал\"]\n\
         [[category]]\nid = \"state\"\nkind = \"topic\"\ntitle = { en = \"The state\" }\n[category.kk]\nentries = [\"ел\"]\n",
    );
    let difference = lexicons(&before, &after, &["Азат ел. Ел қорғаны."]);
    let details: Vec<(&str, String)> = difference
        .categories
        .iter()
        .map(|change| {
            let detail = match &change.detail {
                CategoryDetail::Renamed { from } => format!("renamed {from}"),
                CategoryDetail::Retitled { from } => format!("retitled {}", from.get(Language::English)),
                CategoryDetail::Exclusions { added, removed, .. } => format!("exclusions +{added:?} -{removed:?}"),
                other => format!("{other:?}"),
            };
            (change.path.as_str(), detail)
        })
        .collect();
    assert_eq!(
        details.iter().map(|(path, detail)| format!("{path}: {detail}")).collect::<Vec<_>>(),
        [
            "worth: renamed values",
            "worth/liberty: renamed values/freedom",
            "worth/liberty: retitled Freedom",
            "new: Added",
            "state: retitled State",
            "state: Kind { from: Value, to: Topic }",
            "state: exclusions +[] -[\"ел қорғаны\"]",
            "old: Removed",
        ]
    );
    // The entries that went with their category are not listed one by one.
    assert_eq!((difference.added, difference.removed, difference.changed), (2, 2, 0));
    let paths: Vec<(&str, bool, bool)> =
        difference.columns.iter().map(|column| (column.path.as_str(), column.is_before, column.is_after)).collect();
    assert_eq!(
        paths,
        [
            ("worth/liberty", false, true),
            ("new", false, true),
            ("state", true, true),
            ("values/freedom", true, false),
            ("old", true, false)
        ]
    );
    let cells = &difference.documents[0].cells;
    assert_eq!((cells[0].before, cells[0].after, cells[3].before, cells[3].after), (None, Some(1), Some(1), None));
    assert_eq!(listed(&cells[0].causes), [("азат", CauseReason::Renamed, 1, None)]);
    assert_eq!(listed(&cells[3].causes), [("азат", CauseReason::Renamed, -1, None)]);
    assert_eq!(listed(&cells[2].causes), [("ел", CauseReason::Admitted, 1, None)]);
}

#[test]
fn a_lexicon_that_cannot_be_read_is_refused_and_the_study_stays() {
    let mut engine = study(&lexicon(&[("a", "\"ел\"")]), &["Ел."], Options::default());
    let before = engine.table();
    let unreadable = LexiconSource::File { name: "difference.toml".to_owned(), text: "format = 1".to_owned() };
    let error = engine.ask(compare_lexicons(unreadable, 1)).expect_err("it has no category");
    let AskError::Refused(Refusal { document: None, problems }) = error else { panic!("{error:?}") };
    assert!(!problems.is_empty() && problems[0].place.file.as_deref() == Some("difference.toml"));
    assert_eq!(engine.table(), before);
}

#[test]
fn a_match_that_differs_between_policies_names_the_covering_entry() {
    let lexicon = lexicon(&[("freedom", "\"тәуелсіз\""), ("justice", "\"тәуелсіз сот\", \"сот\"")]);
    let texts = ["Ел тәуелсіз.", "Тәуелсіз сот керек."];
    let difference = policies(&lexicon, &texts, with(Policy::Longest), compare_policies(Policy::Independent));
    assert_eq!(difference.documents[0].cells, [(1, 1), (0, 0)]);
    assert_eq!(difference.documents[1].cells, [(0, 1), (1, 1)]);
    let [found] = &difference.matches[..] else { panic!("{difference:?}") };
    assert_eq!((found.document, found.column, found.node.as_str()), (DocumentId(2), ColumnId(0), "Тәуелсіз"));
    assert_eq!((found.entry.written.as_str(), found.entry.category.as_str()), ("тәуелсіз", "freedom"));
    assert_eq!((found.own.status, found.own.count), (Some(Status::Shadowed), 0));
    assert_eq!(found.own.by.as_ref().map(|by| by.written.as_str()), Some("тәуелсіз сот"));
    assert_eq!((found.other.status, found.other.count, &found.other.by), (Some(Status::Counted), 1, &None));
    assert_eq!((found.left.as_str(), found.right.as_str()), ("", " сот керек."));
}

#[test]
fn under_liwc_a_phrase_counts_its_words_and_spans_a_comma() {
    let lexicon = lexicon(&[("a", "\"=ел =жұрт\"")]);
    let texts = ["Ел жұрт. Ел, жұрт."];
    let difference = policies(&lexicon, &texts, with(Policy::Longest), compare_policies(Policy::Liwc));
    assert_eq!(difference.documents[0].cells, [(1, 4)]);
    let outcomes: Vec<_> =
        difference.matches.iter().map(|found| (found.own.status, found.own.count, found.other.count)).collect();
    assert_eq!(outcomes, [(Some(Status::Counted), 1, 2), (None, 0, 2)]);
}

#[test]
fn matches_that_differ_come_by_pages_and_by_cell() {
    let lexicon = lexicon(&[("a", "\"ел\""), ("b", "\"сот\""), ("c", "\"ел сот\"")]);
    let texts = ["Ел сот. Ел сот.", "Ел сот."];
    let ask = |document, column, offset, limit| {
        let query = PolicyDifferenceQuery { other: Policy::Independent, document, column, offset, limit, width: 10 };
        policies(&lexicon, &texts, with(Policy::Longest), query)
    };
    let all = ask(None, None, 0, u32::MAX);
    assert_eq!((all.total, all.matches.len()), (6, 6));
    let page = ask(None, None, 4, 5);
    assert_eq!((page.total, &page.matches[..]), (6, &all.matches[4..]));
    let cell = ask(Some(DocumentId(1)), Some(ColumnId(1)), 0, 1);
    assert_eq!((cell.total, cell.matches.len(), cell.matches[0].column), (2, 1, ColumnId(1)));
    assert_eq!(cell.documents, all.documents, "the table is whole");
}

#[test]
fn comparing_changes_nothing_in_the_study() {
    let own = lexicon(&[("a", "\"ел\", \"заң\""), ("b", "\"ел сот\", \"сот\"")]);
    let other = lexicon(&[("b", "\"ел\"")]);
    let new = || study(&own, &["Ел сот, заң. Елдің заңы.", "Сот."], Options::default());
    study::assert_unchanged(new, |engine| {
        engine.ask(compare_lexicons(study::file(&other), 5)).expect("the lexicon before can be read");
        for policy in [Policy::Liwc, Policy::Independent] {
            engine.ask(compare_policies(policy)).expect("it is always answered");
        }
    });
}

const WORDS: [&str; 9] = ["ел", "елдің", "сөз", "бостандығы", "сөзге", "туралы", "бостандық", "–", ","];
const PATTERNS: [&str; 11] =
    ["ел", "сөз", "бостандық", "ту", "ел сөз", "сөз бостандығы", "=елдің", "*ы", "_ сөз", "ел ..2 сөз", "бостан*"];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 1..20).prop_map(|words| words.join(" "))
}

fn entries() -> impl Strategy<Value = String> {
    let condition = prop::option::weighted(0.2, prop::sample::select(&["not", "not_after", "before"][..]));
    let entry = (prop::sample::select(&PATTERNS[..]), condition).prop_map(|(pattern, condition)| match condition {
        None => format!("\"{pattern}\""),
        Some(condition) => format!("{{ pattern = \"{pattern}\", {condition} = [\"сөз\"] }}"),
    });
    prop::collection::vec(entry, 0..4).prop_map(|entries| entries.join(", "))
}

/// Categories by changing names, one with a child, one with an exclusion.
fn random_lexicon() -> impl Strategy<Value = String> {
    (entries(), entries(), entries(), any::<bool>(), any::<bool>()).prop_map(|(one, two, three, is_other, excludes)| {
        let id = if is_other { "x" } else { "b" };
        let not = if excludes { "not = [\"сөз бостандығы\"]" } else { "" };
        file(&format!(
            "[[category]]\nid = \"a\"\n[category.kk]\nentries = [{one}]\n{not}\n\
             [[category.category]]\nid = \"c\"\nkk.entries = [{two}]\n[[category]]\nid = \"{id}\"\nkk.entries = [{three}]\n"
        ))
    })
}

fn options() -> impl Strategy<Value = Options> {
    (prop::sample::select(&Policy::ALL[..]), prop::option::of(1_u8..3)).prop_map(|(policy, level)| Options {
        policy,
        level,
        ..Options::default()
    })
}

fn count(table: &Comparison, document: usize, path: &str) -> Option<u64> {
    let at = table.columns.iter().position(|column| column.path == path)?;
    Some(table.documents[document].cells[at].count)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_causes_of_a_cell_add_up_to_its_difference(
        before in random_lexicon(), after in random_lexicon(), one in text(), two in text(), options in options(),
        causes in prop_oneof![Just(u32::MAX), 0_u32..3],
    ) {
        let texts = [one.as_str(), two.as_str()];
        let difference = lexicons_with(&before, &after, &texts, options.clone(), causes);
        let tables = [&before, &after].map(|lexicon| study(lexicon, &texts, options.clone()).table());
        for (at, document) in difference.documents.iter().enumerate() {
            for (column, cell) in difference.columns.iter().zip(&document.cells) {
                prop_assert_eq!(cell.before, count(&tables[0], at, &column.path));
                prop_assert_eq!(cell.after, count(&tables[1], at, &column.path));
                let explained: i64 = cell.causes.iter().map(Cause::difference).sum();
                prop_assert_eq!(explained + cell.other_difference, cell.difference());
                for cause in &cell.causes {
                    let takes = matches!(cause.reason, CauseReason::Covered | CauseReason::Uncovered);
                    prop_assert_eq!(cause.by.is_some(), takes, "{:?}", cause);
                }
            }
        }
    }

    #[test]
    fn a_lexicon_does_not_differ_from_itself(own in random_lexicon(), one in text(), options in options()) {
        let difference = lexicons_with(&own, &own, &[&one], options, u32::MAX);
        prop_assert!(difference.categories.is_empty() && difference.entries.is_empty());
        prop_assert!(difference.documents.iter().flat_map(|row| &row.cells).all(|cell| !cell.is_changed()));
    }

    #[test]
    fn the_matches_listed_add_up_to_the_difference_of_the_policies(
        own in random_lexicon(), one in text(), two in text(), options in options(),
        other in prop::sample::select(&Policy::ALL[..]),
    ) {
        let texts = [one.as_str(), two.as_str()];
        let difference = policies(&own, &texts, options.clone(), compare_policies(other));
        let others = Options { policy: other, ..options.clone() };
        let tables = [options, others].map(|options| study(&own, &texts, options).table());
        for (at, document) in difference.documents.iter().enumerate() {
            for (column, cell) in difference.columns.iter().zip(&document.cells) {
                prop_assert_eq!(Some(cell.0), count(&tables[0], at, &column.path));
                prop_assert_eq!(Some(cell.1), count(&tables[1], at, &column.path));
                let own = difference.matches.iter().filter(|found| (found.document, found.column) == (document.id, column.id));
                let sum: i64 = own.map(tarazy_engine::study::PolicyMatch::difference).sum();
                prop_assert_eq!(sum, i64::try_from(cell.1).unwrap() - i64::try_from(cell.0).unwrap());
            }
        }
        for found in &difference.matches {
            for outcome in [&found.own, &found.other] {
                prop_assert_eq!(outcome.by.is_some(), outcome.status == Some(Status::Shadowed), "{:?}", found);
            }
        }
    }
}
