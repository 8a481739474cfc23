//! What an entry matches and nearly matches.

use tarazy_engine::{
    context::{MatchedBy, NearMissReason},
    language::{Language, PartOfSpeech, Rejection},
    lexicon::EntryId,
    matching::Policy,
    settings::{DocumentId, LanguageChoice, Options},
    study::{AskError, Engine, EntryProbe, ProbeQuery, StatusCounts},
};

use crate::study::{file, study};

const LEXICON: &str = r#"
format = 1
id = "probe"
version = "1"
[[category]]
id = "freedom"
[category.kk]
entries = [
    "бостандық",
    { pattern = "қорғау", pos = "noun" },
    { pattern = "тәуелсіз", not = ["=тәуелсізбіз"] },
    "сөз бостандығы",
    "заң ..2 үстемдігі",
]
not = ["=бостандығынан"]
[category.ru]
entries = ["свобода"]
[[category]]
id = "state"
[category.kk]
entries = ["мемлекет", "^Отан"]
[[category.category]]
id = "court"
[category.category.kk]
entries = ["сот"]
"#;

const TEXT: &str = "Бостандық пен бостандығымызды қорғады. Бостандыққа бостандықшыл халық бостандықпын-ды дейді. \
    Сөз бостандығына, сөз бостандықшыл емес. Тәуелсізбіз! Бостандығынан айырылған тәуелсіз ел жоқ. \
    Отан, отан. Бостандық! Босағада тұр.";

const ENTRIES: [&str; 8] =
    ["бостандық", "қорғау", "тәуелсіз", "сөз бостандығы", "заң ..2 үстемдігі", "свобода", "мемлекет", "^Отан"];

fn entry(written: &str) -> EntryId {
    let at = ENTRIES.iter().position(|entry| *entry == written).expect("it is an entry");
    EntryId(u32::try_from(at).expect("there are few"))
}

/// A study of a Kazakh and a Russian text.
fn bilingual(lexicon: &str, options: Options) -> Engine {
    let texts = [
        (LanguageChoice::Fixed(Language::Kazakh), TEXT),
        (LanguageChoice::Fixed(Language::Russian), "Свобода и свободы, свободный человек и свободолюбивый народ."),
    ];
    study(file(lexicon), options, &texts)
}

/// Asks about an entry in all texts.
fn of(entry: EntryId) -> ProbeQuery {
    ProbeQuery { entry, document: None }
}

fn probe_with(options: Options, written: &str) -> EntryProbe {
    bilingual(LEXICON, options).ask(of(entry(written))).expect("the entry is there")
}

fn probe(written: &str) -> EntryProbe {
    probe_with(Options::default(), written)
}

fn near<'probe>(probe: &'probe EntryProbe, form: &str) -> Option<(u64, &'probe NearMissReason)> {
    probe.near_misses.iter().find(|near| near.form == form).map(|near| (near.times, &near.reason))
}

#[test]
fn an_entry_lists_every_form_that_it_caught_and_how() {
    let probe = probe("бостандық");
    assert_eq!((probe.written.as_str(), probe.category.as_str()), ("бостандық", "freedom"));
    assert_eq!(probe.language, Some(Language::Kazakh));
    let forms: Vec<_> = probe.forms.iter().map(|form| (form.form.as_str(), form.statuses)).collect();
    let counted = |counted| StatusCounts { counted, ..StatusCounts::default() };
    let shadowed = StatusCounts { shadowed: 1, ..StatusCounts::default() };
    assert_eq!(
        forms,
        [
            ("бостандық", counted(2)),
            ("бостандығымызды", counted(1)),
            ("бостандыққа", counted(1)),
            ("бостандығына", shadowed),
        ]
    );
    assert_eq!(probe.form_total, 4);
    assert_eq!(probe.statuses, StatusCounts { counted: 4, shadowed: 1, excluded: 1, negated: 0 });
    let MatchedBy::Lemma { stem, alternation, suffixes } = &probe.forms[1].matched_by[0] else {
        panic!("{:?}", probe.forms[1].matched_by)
    };
    let glosses: Vec<&str> = suffixes.iter().map(|suffix| &*suffix.gloss).collect();
    assert_eq!((stem.as_str(), alternation.as_str()), ("бостандығ", "voicing"));
    assert_eq!(glosses, ["possessive-1-plural", "accusative"]);
}

#[test]
fn near_misses_say_why_they_were_not_matched() {
    let freedom = probe("бостандық");
    assert!(matches!(near(&freedom, "бостандықшыл"), Some((2, NearMissReason::Derivation(_)))), "{freedom:?}");
    assert_eq!(
        near(&freedom, "бостандықпын-ды"),
        Some((1, &NearMissReason::Rest { stem: "бостандық".to_owned(), rest: "пын-ды".to_owned() }))
    );
    assert_eq!(near(&freedom, "босағада"), None, "it shares three letters of nine");
    assert_eq!(near(&probe("қорғау"), "қорғады"), Some((1, &NearMissReason::OtherPart(PartOfSpeech::Verb))));
    let freedom = probe("свобода");
    assert_eq!(freedom.statuses.counted, 2);
    let (times, reason) = near(&freedom, "свободолюбивый").expect("it begins with the stem");
    assert_eq!(times, 1);
    assert_eq!(*reason, NearMissReason::Rest { stem: "свобод".to_owned(), rest: "олюбивый".to_owned() });
}

#[test]
fn what_the_lexicon_excludes_is_a_near_miss_with_its_pattern() {
    let excluded = |pattern: &str| NearMissReason::Excluded { pattern: Some(pattern.to_owned()) };
    assert_eq!(near(&probe("тәуелсіз"), "тәуелсізбіз"), Some((1, &excluded("=тәуелсізбіз"))));
    let freedom = probe("бостандық");
    assert_eq!(near(&freedom, "бостандығынан"), Some((1, &excluded("=бостандығынан"))));
    assert!(freedom.forms.iter().all(|form| form.form != "бостандығынан"));
}

#[test]
fn a_near_miss_names_the_entry_that_counts_it() {
    let lexicon = LEXICON.replace("\"сот\"", "\"бостандықшыл\"");
    let probe = bilingual(&lexicon, Options::default()).ask(of(entry("бостандық"))).expect("the entry is there");
    let counted_for = |form: &str| {
        let near = probe.near_misses.iter().find(|near| near.form == form).expect("it is near");
        near.counted_for.as_deref()
    };
    assert_eq!(counted_for("бостандықшыл"), Some("бостандықшыл"));
    assert_eq!(counted_for("бостандықпын-ды"), None);
}

#[test]
fn a_form_of_a_longer_word_names_that_word() {
    let lexicon = LEXICON.replace("\"бостандық\"", "{ pattern = \"тура\", pos = \"adjective\" }");
    let text = "Тура жол. Бостандық туралы сөз, тәуелсіздік туралы ой.";
    let mut engine = study(file(&lexicon), Options::default(), &[(LanguageChoice::Fixed(Language::Kazakh), text)]);
    let probe = engine.ask(of(EntryId(0))).expect("the entry is there");
    assert_eq!(probe.statuses.counted, 1, "{probe:?}");
    let (times, reason) = near(&probe, "туралы").expect("it begins with the stem");
    let longer = Some(Rejection::LongerWord("туралы".to_owned()));
    assert_eq!((times, reason), (2, &NearMissReason::BetterReading { instead: longer, by_neighbours: false }));
}

#[test]
fn near_misses_of_a_phrase_end_in_a_form_that_is_near() {
    let phrase = probe("сөз бостандығы");
    assert_eq!(phrase.statuses.counted, 1);
    assert_eq!(phrase.forms[0].form, "сөз бостандығына");
    assert!(phrase.has_near_misses);
    assert_eq!(near(&phrase, "сөз бостандықшыл").map(|(times, _)| times), Some(1));
    assert!(!probe("заң ..2 үстемдігі").has_near_misses);
}

#[test]
fn a_pattern_with_case_misses_what_differs_in_case_only() {
    let home = probe("^Отан");
    assert_eq!((home.statuses.counted, near(&home, "отан")), (1, Some((1, &NearMissReason::Case))));
    let options = Options { case_sensitive: true, ..Options::default() };
    let freedom = probe_with(options, "бостандық");
    // An exclusion names letters as the study compares them.
    assert_eq!(
        near(&freedom, "бостандық").map(|(times, reason)| (times, reason.clone())),
        Some((2, NearMissReason::Case))
    );
}

#[test]
fn one_document_is_probed_by_itself() {
    let kazakh = Some(DocumentId(1));
    let query = ProbeQuery { entry: entry("свобода"), document: kazakh };
    let probe = bilingual(LEXICON, Options::default()).ask(query).expect("the entry is there");
    assert_eq!((probe.document, probe.statuses.total(), probe.near_misses.len()), (kazakh, 0, 0));
}

#[test]
fn an_entry_that_is_not_there_has_no_answer() {
    let mut engine = bilingual(LEXICON, Options::default());
    let before = engine.table();
    assert_eq!(engine.ask(of(EntryId(99))), Err(AskError::NotThere));
    assert_eq!(engine.table(), before);
}

#[test]
fn every_policy_is_probed() {
    for policy in Policy::ALL {
        let phrase = probe_with(Options { policy, ..Options::default() }, "сөз бостандығы");
        assert_eq!(phrase.forms[0].form, "сөз бостандығына", "{policy:?}");
        assert_eq!(phrase.near_misses.len(), 1, "{policy:?}");
    }
}
