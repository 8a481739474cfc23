//! Which matches are negated: sentences, and what counts in them when negated matches are left out.

use tarazy_engine::{
    counting::{Measure, run_lexicon_tests},
    language::Language,
    lexicon::{EntryId, Lexicon, read_toml, write_toml},
    matching::{ColumnId, Levels, Matcher, Negation, Policy, Status},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{CellExplanation, CellQuery, Change, Engine, ProbeQuery, StatusCounts},
    text::{Interner, Tokenizer},
};
use tarazy_report::report;

const LEXICON: &str = r#"
format = 1
id = "negated"
version = "1"
[[category]]
id = "value"
kk.entries = ["бостандық", "теңдік", "еркін", "әділ", "сөз бостандығы", "тәртіп"]
ru.entries = ["свобода", "свободный", "равенство", "справедливость", "порядок", "свобода слова"]
en.entries = ["freedom", "free", "equality", "justice", "order", "freedom of speech"]
"#;

/// A sentence; the matches that are negated in square brackets, those that count in braces.
#[rustfmt::skip]
const KAZAKH: &[&str] = &[
    "Елде [сөз бостандығы] жоқ.",
    "Бұл [бостандық] емес, жай ғана {тәртіп}.",
    "[Бостандық] іс жүзінде жоқ, ал {теңдік} бар.",
    "Біз [еркін] емеспіз.",
    "Заңның [әділ] еместігі анық.",
    "Ешқандай [теңдік] болмады.",
    "Елде еш [бостандық] көрмедік.",
    "[Теңдіктің] жоқтығы халықты алаңдатады.",
    "Бізге тек {бостандық} емес, {теңдік} те керек.",
    "{Бостандық} қана емес, {теңдік} те маңызды.",
    "{Бостандық} ғана емес!",
    "Бұл {бостандық} емес пе?",
    "Бізде {бостандық} жоқ па?",
    "{Бостандық} жоқ емес.",
    "{Бостандық} бар, {теңдік} бар.",
    "{Тәртіп} бар бірақ [теңдік] жоқ.",
    "{Бостандық} керек. Жоқ, кейін емес.",
    "{Бостандық}, жоқ, кейін.",
    "{Бостандық} жеңетініне күмән жоқ.",
    "«[Бостандық]» емес.",
];

#[rustfmt::skip]
const RUSSIAN: &[&str] = &[
    "В стране нет [свободы].",
    "[Свободы слова] в стране нет.",
    "Закон не гарантирует [свободы].",
    "Общество без [справедливости] слабо.",
    "Нет ни [свободы], ни [равенства].",
    "Никакой [справедливости] здесь не видно.",
    "Люди никогда не были [свободны].",
    "Нужен {порядок}, а не [свобода].",
    "Не [порядок], но {свобода}.",
    "Нужен не [порядок] а {свобода}.",
    "Не только {свобода}, но и {равенство}.",
    "Это не просто {свобода}.",
    "Не без {свободы}.",
    "Нельзя не ценить {свободу}.",
    "Нет сомнений, {свобода} победит.",
    "Без сомнения {справедливость} победит.",
    "Не забывайте {свободу}!",
    "Разве не {свобода}?",
    "Нет. {Свобода} важнее.",
    "Как бы ни была дорога {свобода}, она нужна.",
    "Защита от какого бы то ни было {порядка}.",
    "Это не «[свобода]».",
];

#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "There is no [freedom] here.",
    "The law does not guarantee [equality].",
    "They don’t have any [freedom].",
    "We cannot have [justice] now.",
    "A country without [justice] falls.",
    "They were never [free].",
    "Neither [freedom] nor [equality] was given.",
    "No real political [freedom of speech] exists.",
    "Not only {freedom}, but {equality}.",
    "It is not just {freedom}.",
    "No doubt {freedom} will come.",
    "Without a doubt {freedom} will come.",
    "It is not without {justice}.",
    "Never forget {freedom}.",
    "Isn’t it {justice}?",
    "We want not [order] but {freedom}.",
    "Not today, {freedom} tomorrow.",
    "No. {Freedom} first.",
    "{Freedom} is not given.",
    "“No” to [order]; not “[free]”.",
    "It is not what they had in mind about {freedom}.",
];

fn lexicon() -> Lexicon {
    read_toml(LEXICON).unwrap_or_else(|errors| panic!("{errors:#?}")).lexicon
}

/// The sentence with its matches marked as in the tables.
fn marked(lexicon: &Lexicon, language: Language, text: &str, policy: Policy) -> String {
    let mut interner = Interner::new();
    let tokens = Tokenizer::tokenize(text, &mut interner);
    let mut matcher = Matcher::with_negation(lexicon, Some(language), Levels::All, false, Negation::LeaveOut);
    let matches = matcher.matches(text, &tokens, interner.vocabulary(), policy);
    let mut marked = text.to_owned();
    for found in matches.iter().rev() {
        let (open, close) = match found.status {
            Status::Counted => ("{", "}"),
            Status::Negated => ("[", "]"),
            Status::Shadowed | Status::Excluded => continue,
        };
        marked.insert_str(found.span.end as usize, close);
        marked.insert_str(found.span.start as usize, open);
    }
    marked
}

#[test]
fn every_sentence_is_read_as_it_is_meant() {
    let lexicon = lexicon();
    let mut wrong = Vec::new();
    for (language, sentences) in
        [(Language::Kazakh, KAZAKH), (Language::Russian, RUSSIAN), (Language::English, ENGLISH)]
    {
        assert!(sentences.len() >= 12);
        for expected in sentences {
            let text = expected.replace(['[', ']', '{', '}'], "");
            for policy in Policy::ALL {
                let found = marked(&lexicon, language, &text, policy);
                if found != *expected {
                    wrong.push(format!("{found}   expected   {expected}   {}", policy.name()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn negation_is_compared_without_case_and_in_the_language_of_the_text() {
    let lexicon = lexicon();
    let count = |language, is_case_sensitive| {
        let text = "НЕ свобода";
        let mut interner = Interner::new();
        let tokens = Tokenizer::tokenize(text, &mut interner);
        let mut matcher =
            Matcher::with_negation(&lexicon, language, Levels::All, is_case_sensitive, Negation::LeaveOut);
        let cell = matcher.count(text, &tokens, interner.vocabulary(), Policy::Longest)[0];
        (cell.count, cell.negated)
    };
    assert_eq!(count(Some(Language::Russian), false), (0, 1));
    assert_eq!(count(Some(Language::Russian), true), (0, 1));
    assert_eq!(count(None, false), (1, 0), "without a language nobody knows which words negate");
}

#[test]
fn a_lexicon_may_bring_its_own_words() {
    let head = "version = \"1\"\n[negation.ru]\nbefore = [\"=вне\"]\nafter = []\nwindow = 1\n";
    let own =
        read_toml(&LEXICON.replace("version = \"1\"\n", head)).unwrap_or_else(|errors| panic!("{errors:#?}")).lexicon;
    for (expected, language) in [
        ("вне [свободы], вне всякой {свободы}", Language::Russian),
        ("без {свободы}", Language::Russian),
        ("{свободы} нет", Language::Russian),
        ("no [freedom]", Language::English),
    ] {
        let text = expected.replace(['[', ']', '{', '}'], "");
        assert_eq!(marked(&own, language, &text, Policy::Longest), expected);
    }
    let tested = format!(
        "{}\n[[test]]\nlang = \"ru\"\ntext = \"вне свободы\"\nexpect = {{}}\nnegation = \"leave-out\"\n",
        LEXICON.replace("version = \"1\"\n", head)
    );
    let tested = read_toml(&tested).unwrap_or_else(|errors| panic!("{errors:#?}")).lexicon;
    assert_eq!(run_lexicon_tests(&tested, "own.toml"), []);
    assert!(read_toml(&write_toml(&tested)).is_ok_and(|read| read.lexicon.tests[0].leaves_out_negated));
    let back = read_toml(&write_toml(&own)).unwrap_or_else(|errors| panic!("{errors:#?}")).lexicon;
    assert_eq!(back.negation, own.negation);
    assert_eq!(back.negation[0].after, Some(Vec::new()), "an empty list is not the built-in one");
}

#[test]
fn crossing_punctuation_and_its_default_are_written_as_they_were_read() {
    let file = "format = 1\nid = \"x\"\nversion = \"1\"\ncrosses_punctuation = true\n[[category]]\nid = \"a\"\n\
        [category.en]\nentries = [\"rule law\", { pattern = \"free market\", crosses_punctuation = false }]\n";
    let read = |file: &str| read_toml(file).unwrap_or_else(|errors| panic!("{errors:#?}")).lexicon;
    let own = read(file);
    assert_eq!(own.entries.iter().map(|entry| entry.crosses_punctuation).collect::<Vec<_>>(), [true, false]);
    let back = read(&write_toml(&own));
    assert_eq!(back.entries.iter().map(|entry| entry.crosses_punctuation).collect::<Vec<_>>(), [true, false]);
    assert!(back.crosses_punctuation);
}

#[test]
fn what_is_left_out_is_reported_with_the_cell_the_entry_and_the_files() {
    let mut engine = Engine::new();
    let lexicon = LexiconSource::File { name: "negated.toml".into(), text: LEXICON.into() };
    let text = Change::PutDocument {
        id: DocumentId(1),
        title: "speech".into(),
        file: None,
        language: LanguageChoice::Fixed(Language::English),
        reading: ReadingOptions::default(),
        bytes: b"No freedom without order. Freedom of speech, not freedom of trade; freedom!".to_vec(),
    };
    let options = Options { negation: Negation::LeaveOut, ..Options::default() };
    for change in [Change::SetLexicon(lexicon), Change::SetOptions(options), text] {
        engine.apply(change).expect("lexicon and text can be read");
    }
    let table = engine.table();
    assert_eq!((table.documents[0].cells[0].count, table.documents[0].cells[0].negated), (2, 3));
    let json: serde_json::Value = serde_json::from_str(&report::json(&table, Measure::Count)).expect("JSON");
    assert_eq!(json["negation"], "leave-out");
    assert_eq!(json["documents"][0]["negated"]["value"], 3);
    assert!(report::csv(&table, Measure::Count, report::CsvStyle::PLAIN).contains(",count,longest,leave-out,negated,"));

    let cell = CellQuery { document: DocumentId(1), column: ColumnId(0) };
    let CellExplanation { negated, shadowed, excluded, .. } = engine.ask(cell).expect("the cell is there");
    assert_eq!((negated, shadowed, excluded), (3, 1, 0));

    let probe = engine.ask(ProbeQuery { entry: EntryId(12), document: None }).expect("the entry is there");
    assert_eq!(probe.written, "freedom");
    assert_eq!(probe.statuses, StatusCounts { counted: 1, shadowed: 1, excluded: 0, negated: 2 });
    assert_eq!(probe.statuses.total(), 4);
}
