//! Findings of lint in small lexicons in the three languages.

use proptest::prelude::*;
use tarazy_engine::{
    language::Language,
    lexicon::read_toml,
    matching::{Policy, naive},
    settings::{DocumentId, LanguageChoice, Options},
    study::{Engine, Finding, LintDetail, LintKind, LintQuery, LintReport},
    text::{Interner, Tokenizer},
};

use crate::study;

/// A lexicon whose categories hold these entries in one language; an entry is TOML.
fn lexicon(language: Language, categories: &[(&str, &str)]) -> String {
    let mut text = "format = 1\nid = \"lint\"\nversion = \"1\"\n".to_owned();
    for (id, entries) in categories {
        text.push_str(&format!("[[category]]\nid = \"{id}\"\n[category.{}]\nentries = [{entries}]\n", language.code()));
    }
    text
}

/// A study of texts in one language.
fn study(lexicon: &str, language: Language, texts: &[&str], policy: Policy) -> Engine {
    let texts: Vec<_> = texts.iter().map(|text| (LanguageChoice::Fixed(language), *text)).collect();
    study::study(study::file(lexicon), Options { policy, ..Options::default() }, &texts)
}

const ALL: LintQuery = LintQuery { language: None, kind: None, offset: 0, limit: u32::MAX };

fn report(lexicon: &str, language: Language, texts: &[&str]) -> LintReport {
    study(lexicon, language, texts, Policy::Longest).ask(ALL).expect("it is always answered")
}

fn findings(report: &LintReport, kind: LintKind) -> &[Finding] {
    report.groups.iter().find(|group| group.kind == kind).map_or(&[], |group| &group.findings)
}

/// The entries of each finding of a kind, as written.
fn written(report: &LintReport, kind: LintKind) -> Vec<Vec<&str>> {
    let own = findings(report, kind).iter();
    own.map(|finding| finding.entries.iter().map(|entry| entry.written.as_str()).collect()).collect()
}

#[test]
fn an_entry_without_a_match_is_dead_only_where_it_is_looked_for() {
    for (language, entries, text, dead) in [
        (Language::Kazakh, "\"бостандық\", \"сенат\"", "Бостандығымыз бар.", "сенат"),
        (Language::Russian, "\"свобода\", \"сенат\"", "Нет свободы.", "сенат"),
        (Language::English, "\"liberty\", \"senate\"", "All liberties.", "senate"),
    ] {
        let lexicon = lexicon(language, &[("freedom", entries)]);
        assert_eq!(written(&report(&lexicon, language, &[text]), LintKind::Dead), [[dead]]);
        let other = if language == Language::English { Language::Kazakh } else { Language::English };
        assert!(findings(&report(&lexicon, other, &[text]), LintKind::Dead).is_empty(), "no text in its language");
        assert!(findings(&report(&lexicon, language, &[]), LintKind::Dead).is_empty(), "no text at all");
    }
}

#[test]
fn an_entry_whose_matches_are_excluded_is_not_dead() {
    let lexicon = lexicon(Language::Kazakh, &[("order", "{ pattern = \"тәртіп\", not = [\"күн тәртібі\"] }")]);
    assert!(findings(&report(&lexicon, Language::Kazakh, &["Күн тәртібінде."]), LintKind::Dead).is_empty());
}

#[test]
fn a_shadowed_entry_names_the_entries_that_cover_its_matches() {
    for (language, short, long, text) in [
        (Language::Kazakh, "үстемдік", "заң үстемдігі", "Заң үстемдігі. Заң үстемдігін."),
        (Language::Russian, "верховенство", "верховенство права", "Верховенство права, верховенства права"),
        (Language::English, "rule", "rule of law", "The rule of law. A rule of law."),
    ] {
        let entries = [("power", format!("\"{short}\"")), ("justice", format!("\"{long}\""))];
        let lexicon = lexicon(language, &[(entries[0].0, &entries[0].1), (entries[1].0, &entries[1].1)]);
        let report = report(&lexicon, language, &[text]);
        let [finding] = findings(&report, LintKind::Shadowed) else { panic!("{report:?}") };
        assert_eq!((&*finding.entries[0].written, &*finding.entries[0].category), (short, "power"));
        let LintDetail::Shadowed { shadowed: 2, counted: 0, by } = &finding.detail else { panic!("{finding:?}") };
        assert_eq!(
            by.iter().map(|covering| (&*covering.entry.written, covering.times)).collect::<Vec<_>>(),
            [(long, 2)]
        );
    }
}

#[test]
fn a_few_shadowed_matches_among_others_are_nothing() {
    let lexicon = lexicon(Language::English, &[("power", "\"rule\""), ("justice", "\"rule of law\"")]);
    let report = report(&lexicon, Language::English, &["The rule of law, the rule of law, and a rule."]);
    assert!(findings(&report, LintKind::Shadowed).is_empty());
}

#[test]
fn the_narrower_of_two_entries_that_catch_the_same_is_the_duplicate() {
    use Language::{English, Kazakh, Russian};
    for (language, entries, duplicates) in [
        (Kazakh, "\"құқық\", \"құқығы\"", vec![["құқығы", "құқық"]]),
        (Kazakh, "\"құқығы\", \"құқық\"", vec![["құқығы", "құқық"]]),
        (Kazakh, "\"сөз бостандығы\", \"=сөз =бостандығына\"", vec![["=сөз =бостандығына", "сөз бостандығы"]]),
        (Kazakh, "\"еркіндік\", \"еркін~\"", vec![["еркіндік", "еркін~"]]),
        (Kazakh, "\"ту\", \"туралы\"", vec![]),
        (Russian, "\"закон\", \"=закона\"", vec![["=закона", "закон"]]),
        (Russian, "\"демократ*\", \"демократия\"", vec![["демократия", "демократ*"]]),
        (Russian, "\"демократия*\", \"демократ*\"", vec![["демократия*", "демократ*"]]),
        (English, "\"laws*\", \"law\"", vec![]),
        (English, "\"*law\", \"in*law*\"", vec![]),
        (English, "\"law\", \"=laws\"", vec![["=laws", "law"]]),
        (English, "\"law\", \"=law\"", vec![["=law", "law"]]),
        (English, "\"=law\", \"law\"", vec![["=law", "law"]]),
        (English, "\"law\", \"law*\"", vec![["law", "law*"]]),
        (English, "\"law\", \"rule of law\"", vec![]),
        (English, "{ pattern = \"vote\", pos = \"noun\" }, { pattern = \"vote\", pos = \"verb\" }", vec![]),
        (English, "\"law\", { pattern = \"law\", near = [\"court\"] }", vec![["law", "law"]]),
        (English, "{ pattern = \"order\", not = [\"order of the day\"] }, \"law\"", vec![]),
    ] {
        let report = report(&lexicon(language, &[("a", entries)]), language, &[]);
        assert_eq!(written(&report, LintKind::Duplicate), duplicates, "{entries}");
        for finding in findings(&report, LintKind::Duplicate) {
            assert!(
                matches!(finding.detail, LintDetail::Duplicate { is_form: true, form_total: 0, .. }),
                "{finding:?}"
            );
        }
    }
}

#[test]
fn entries_that_caught_the_same_forms_in_the_texts_are_duplicates_too() {
    let lexicon = lexicon(Language::Kazakh, &[("a", "\"бостан*\", \"*дық*\""), ("b", "\"*ығ*\"")]);
    let report = report(&lexicon, Language::Kazakh, &["Бостандық пен бостандыққа. Бостандығы, құқығы бар."]);
    let [finding] = findings(&report, LintKind::Duplicate) else { panic!("{report:?}") };
    assert_eq!(written(&report, LintKind::Duplicate), [["*дық*", "бостан*"]]);
    let LintDetail::Duplicate { is_form: false, forms, form_total: 2 } = &finding.detail else { panic!("{finding:?}") };
    assert_eq!(
        forms.iter().map(|own| (&*own.form, own.times)).collect::<Vec<_>>(),
        [("бостандық", 1), ("бостандыққа", 1)]
    );
}

#[test]
fn one_form_in_common_is_no_evidence() {
    let lexicon = lexicon(Language::English, &[("a", "\"fre*\", \"*dom\"")]);
    let report = report(&lexicon, Language::English, &["Freedom! Freedom! Free."]);
    assert!(findings(&report, LintKind::Duplicate).is_empty());
}

#[test]
fn a_word_in_several_categories_is_reported_once_with_all_its_entries() {
    for (language, one, other) in [
        (Language::Kazakh, "құқық", "құқығы"),
        (Language::Russian, "закон", "=законы"),
        (Language::English, "law", "=laws"),
    ] {
        let (one_entry, other_entry) = (format!("\"{one}\""), format!("\"{other}\""));
        let categories = [("justice", &*one_entry), ("state", &*other_entry), ("rights", &*one_entry), ("b", "\"x\"")];
        let report = report(&lexicon(language, &categories), language, &[]);
        assert_eq!(written(&report, LintKind::SeveralCategories), [[one, other, one]]);
        let [finding] = findings(&report, LintKind::SeveralCategories) else { panic!("{report:?}") };
        assert_eq!(finding.detail, LintDetail::SeveralCategories { categories: 3 });
        assert!(findings(&report, LintKind::Duplicate).is_empty(), "in different categories");
    }
}

#[test]
fn wildcards_are_ranked_by_the_words_they_catch() {
    for (language, entries, text, ranked) in [
        (
            Language::Kazakh,
            "\"тең*\", \"бостан*\"",
            "Теңдік, теңдікке, теңдіктің. Теңге, теңгемен; теңіз. Бостандық, бостандыққа, бостандығы, бостандықтың.",
            vec![("тең*", 6, 3, 0.5)],
        ),
        (
            Language::Russian,
            "\"наци*\"",
            "Нация, нации, нацию. Нацизм, нацизма. Национальный и национального.",
            vec![("наци*", 7, 3, 4.0 / 7.0)],
        ),
        (
            Language::English,
            "\"libera*\", \"recycl*\"",
            "Liberal, liberals; liberalism; liberation. We recycle, recycled, recycling.",
            vec![("libera*", 4, 3, 0.5)],
        ),
    ] {
        let report = report(&lexicon(language, &[("a", entries)]), language, &[text]);
        let found = findings(&report, LintKind::Broad).iter().map(|finding| {
            let LintDetail::Broad { form_total, stems, other_share, .. } = finding.detail else {
                panic!("{finding:?}")
            };
            (&*finding.entries[0].written, form_total, stems, other_share)
        });
        assert_eq!(found.collect::<Vec<_>>(), ranked, "{report:#?}");
    }
}

#[test]
fn slips_of_the_keyboard_and_short_words_are_reported_without_a_text() {
    let lexicon =
        lexicon(Language::Kazakh, &[("a", "\"әдiлет\", \"ел\", \"сөз бостандығы\", \"ту*\", \"отан\", \"^АПК\"")]);
    let report = report(&lexicon, Language::Kazakh, &["Ел мен елдің туы. Апк емес, АПК."]);
    assert_eq!(written(&report, LintKind::MixedAlphabets), [["әдiлет"]]);
    assert_eq!(written(&report, LintKind::Short), [["ел"], ["ту*"], ["^АПК"]]);
    assert_eq!(findings(&report, LintKind::Short)[0].detail, LintDetail::Short { letters: 2, matches: 2 });
}

#[test]
fn one_word_that_supplies_most_of_a_category_is_reported_with_its_text() {
    for (language, word, other, sentence) in [
        (Language::Kazakh, "әділет", "сот", "Әділет, әділетке, әділеттің. Әділетті емес. Сот пен сотқа."),
        (Language::Russian, "закон", "суд", "Закон, закона, законом. Незаконный. Суд и суды."),
        (Language::English, "law", "court", "Law, laws, a law. Lawful. Courts, court."),
    ] {
        let entries = format!("\"{word}\", \"{other}\"");
        let lexicon = lexicon(language, &[("justice", &entries), ("only", "\"zzz\"")]);
        let report = report(&lexicon, language, &["Zzz zzz zzz zzz zzz", sentence]);
        let [finding] = findings(&report, LintKind::Dominating) else { panic!("{report:?}") };
        assert_eq!(finding.entries[0].written, word);
        let LintDetail::Dominating { document, column, count, total, share, .. } = &finding.detail else { panic!() };
        assert_eq!((*document, &**column, *count, *total), (DocumentId(2), "justice", 3, 5));
        assert!((share - 0.6).abs() < 1e-12);
    }
}

#[test]
fn a_language_and_a_kind_are_asked_for_by_pages() {
    let text = "format = 1\nid = \"lint\"\nversion = \"1\"\n[[category]]\nid = \"a\"\nkk.entries = [\"ел\", \"ту\", \"мал\"]\nen.entries = [\"tax\"]\n";
    let mut engine = study(text, Language::Kazakh, &[], Policy::Longest);
    let mut ask = |language, kind, offset, limit| {
        engine.ask(LintQuery { language, kind, offset, limit }).expect("it is always answered")
    };
    let all = ask(None, None, 0, 1);
    assert_eq!(all.groups.iter().map(|group| group.kind).collect::<Vec<_>>(), LintKind::ALL);
    assert_eq!((all.entries, written(&all, LintKind::Short)), (4, vec![vec!["ел"]]));
    let page = ask(Some(Language::Kazakh), Some(LintKind::Short), 1, 5);
    assert_eq!((page.groups.len(), page.groups[0].total), (1, 3));
    assert_eq!(written(&page, LintKind::Short), [["ту"], ["мал"]]);
}

#[test]
fn lint_changes_nothing_in_the_study() {
    let lexicon = lexicon(Language::English, &[("a", "\"law\", \"=laws\", \"rule of law\""), ("b", "\"fre*\"")]);
    let new = || {
        let texts = ["The rule of law, laws, freedom.", "Free laws."];
        study(&lexicon, Language::English, &texts, Policy::Longest)
    };
    study::assert_unchanged(new, |engine| {
        engine.ask(ALL).expect("it is always answered");
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_dead_entry_has_no_match_in_the_naive_matcher(
        text in prop::collection::vec(prop::sample::select(&["ел", "елдің", "сөз", "бостандығы", "заң", "еркін", "туралы", "."][..]), 1..16),
        entries in prop::collection::vec(prop::sample::select(&["ел", "сөз", "ту", "заң", "ерк*", "сөз бостандығы", "=елдің", "еркін _", "*ы"][..]), 1..6),
        policy in prop::sample::select(&Policy::ALL[..]),
    ) {
        let text = text.join(" ");
        let mut entries = entries;
        entries.sort_unstable();
        entries.dedup();
        let all: Vec<String> = entries.iter().map(|entry| format!("\"{entry}\"")).collect();
        let source = lexicon(Language::Kazakh, &[("a", &all.join(", "))]);
        let report = study(&source, Language::Kazakh, &[&text], policy).ask(ALL).expect("it is always answered");
        let dead = written(&report, LintKind::Dead);
        for entry in &entries {
            let alone = read_toml(&lexicon(Language::Kazakh, &[("a", &format!("\"{entry}\""))])).expect("it is sound");
            let mut interner = Interner::new();
            let tokens = Tokenizer::tokenize(&text, &mut interner);
            let counts =
                naive::count(&text, &tokens, &interner, &alone.lexicon, Some(Language::Kazakh), naive::Rules { policy, ..naive::Rules::default() });
            prop_assert_eq!(dead.contains(&vec![*entry]), counts == [0], "{}", entry);
        }
    }
}
