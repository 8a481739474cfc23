//! What an entry catches and nearly catches, asked through the engine's door.

use tarazy_engine::{
    context::{MatchedBy, NearMissReason},
    language::{Language, PartOfSpeech, Rejection},
    lexicon::EntryId,
    matching::Policy,
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{Command, Engine, EntryProbe, Event, Fates, Request},
};

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

fn ask(options: Options, command: Command) -> Option<Event> {
    ask_with(LEXICON, options, command)
}

fn ask_with(lexicon: &str, options: Options, command: Command) -> Option<Event> {
    let mut engine = Engine::new();
    let texts = [TEXT, "Свобода и свободы, свободный человек и свободолюбивый народ."];
    let documents = (0..).zip(texts).zip([Language::Kazakh, Language::Russian]).map(|((id, text), language)| {
        Command::PutDocument {
            id: DocumentId(id),
            title: format!("{id}"),
            file: None,
            language: LanguageChoice::Fixed(language),
            reading: ReadingOptions::default(),
            bytes: text.into(),
        }
    });
    let lexicon = LexiconSource::File { name: "probe.toml".to_owned(), text: lexicon.to_owned() };
    let commands = [Command::SetLexicon(lexicon), Command::SetOptions(options)];
    for (sequence, command) in (1..).zip(commands.into_iter().chain(documents).chain([command])) {
        engine.submit(Request { sequence, revision: 1, command });
    }
    engine.run().pop().map(|reply| reply.event)
}

fn probe_with(options: Options, written: &str) -> EntryProbe {
    match ask(options, Command::Probe { entry: entry(written), document: None }) {
        Some(Event::Probed(probe)) => *probe,
        other => panic!("{other:?}"),
    }
}

fn probe(written: &str) -> EntryProbe {
    probe_with(Options::default(), written)
}

fn near<'probe>(probe: &'probe EntryProbe, form: &str) -> Option<(u64, &'probe NearMissReason)> {
    probe.near_misses.iter().find(|near| near.form == form).map(|near| (near.times, &near.reason))
}

#[test]
fn an_entry_tells_every_form_that_it_caught_and_how() {
    let probe = probe("бостандық");
    assert_eq!((probe.written.as_str(), probe.category.as_str()), ("бостандық", "freedom"));
    assert_eq!(probe.language, Some(Language::Kazakh));
    let forms: Vec<_> = probe.forms.iter().map(|form| (form.form.as_str(), form.fates)).collect();
    let counted = |counted| Fates { counted, ..Fates::default() };
    let shadowed = Fates { shadowed: 1, ..Fates::default() };
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
    assert_eq!(probe.fates, Fates { counted: 4, shadowed: 1, excluded: 1, negated: 0 });
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
    assert_eq!(freedom.fates.counted, 2);
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
    let command = Command::Probe { entry: entry("бостандық"), document: None };
    let Some(Event::Probed(probe)) = ask_with(&lexicon, Options::default(), command) else { panic!("it is answered") };
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
    let mut engine = Engine::new();
    let commands = [
        Command::SetLexicon(LexiconSource::File { name: "probe.toml".to_owned(), text: lexicon }),
        Command::PutDocument {
            id: DocumentId(0),
            title: String::new(),
            file: None,
            language: LanguageChoice::Fixed(Language::Kazakh),
            reading: ReadingOptions::default(),
            bytes: "Тура жол. Бостандық туралы сөз, тәуелсіздік туралы ой.".into(),
        },
        Command::Probe { entry: EntryId(0), document: None },
    ];
    for (sequence, command) in (1..).zip(commands) {
        engine.submit(Request { sequence, revision: 1, command });
    }
    let Some(Event::Probed(probe)) = engine.run().pop().map(|reply| reply.event) else { panic!("it is answered") };
    assert_eq!(probe.fates.counted, 1, "{probe:?}");
    let (times, reason) = near(&probe, "туралы").expect("it begins with the stem");
    let longer = Some(Rejection::LongerWord("туралы".to_owned()));
    assert_eq!((times, reason), (2, &NearMissReason::BetterReading { instead: longer, by_neighbours: false }));
}

#[test]
fn near_misses_of_a_phrase_end_in_a_form_that_is_near() {
    let phrase = probe("сөз бостандығы");
    assert_eq!(phrase.fates.counted, 1);
    assert_eq!(phrase.forms[0].form, "сөз бостандығына");
    assert!(phrase.has_near_misses);
    assert_eq!(near(&phrase, "сөз бостандықшыл").map(|(times, _)| times), Some(1));
    assert!(!probe("заң ..2 үстемдігі").has_near_misses);
}

#[test]
fn a_pattern_with_case_misses_what_differs_in_case_only() {
    let home = probe("^Отан");
    assert_eq!((home.fates.counted, near(&home, "отан")), (1, Some((1, &NearMissReason::Case))));
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
    let command = Command::Probe { entry: entry("свобода"), document: Some(DocumentId(0)) };
    let Some(Event::Probed(probe)) = ask(Options::default(), command) else { panic!("there is an answer") };
    assert_eq!((probe.document, probe.fates.total(), probe.near_misses.len()), (Some(DocumentId(0)), 0, 0));
}

#[test]
fn an_entry_that_is_not_there_has_no_answer() {
    let answer = ask(Options::default(), Command::Probe { entry: EntryId(99), document: None });
    assert!(matches!(answer, Some(Event::Compared(_))), "{answer:?}");
}

#[test]
fn every_policy_is_probed() {
    for policy in Policy::ALL {
        let phrase = probe_with(Options { policy, ..Options::default() }, "сөз бостандығы");
        assert_eq!(phrase.forms[0].form, "сөз бостандығына", "{policy:?}");
        assert_eq!(phrase.near_misses.len(), 1, "{policy:?}");
    }
}
