//! Texts in several languages: each sentence counts in its own.

use proptest::prelude::*;
use tarazy_engine::{
    context::MatchedBy,
    counting::{Comparison, LanguageShare},
    language::Language,
    lexicon::read_toml,
    matching::{Cell, ColumnId, Matcher, Policy, naive},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{Change, ContextExtent, ContextPage, ContextsQuery, Engine},
    text::{Interner, Tokenizer},
};

/// Entries that would catch words of another language if they were asked: `не` is 'what' in Kazakh
/// and 'not' in Russian.
const LEXICON: &str = r#"
format = 1
id = "mixed"
version = "1"
[[category]]
id = "freedom"
[category.kk]
entries = ["бостандық", "сөз бостандығы", { pattern = "еркін", not_before = ["емес"] }]
[category.ru]
entries = ["свобода", "свобода слова", { pattern = "право", not = ["право собственности"] }]
[category.en]
entries = ["freedom", "freedom of speech", "right"]
[[category]]
id = "speech"
[category.kk]
entries = ["сөз", "не", "заң*"]
[category.ru]
entries = ["слово", "не", "закон"]
[category.en]
entries = ["speech", "law", "the ..1 law"]
"#;

const SENTENCES: [(Language, &str); 12] = [
    (Language::Kazakh, "Сөз бостандығына кепілдік беріледі, ал құқық заңмен қорғалады."),
    (Language::Kazakh, "Қазақстан халқы еркін өмір сүруге ұмтылады және не болса да үміт үзбейді."),
    (Language::Kazakh, "Бостандықтың бағасын білетін ұрпақ қана елдің тәуелсіздігін қорғай алады."),
    (Language::Kazakh, "Заңдар әркімнің құқығын бірдей қорғауға тиіс."),
    (Language::Russian, "Каждый имеет право на свободу слова и на свободу мысли."),
    (Language::Russian, "Это право собственности, которое закон не ограничивает."),
    (Language::Russian, "Никто не может быть лишён свободы без решения суда, и это должно быть записано в законе."),
    (Language::Russian, "Все мы говорили, что свобода и право важнее всего."),
    (Language::English, "The freedom of speech is a right that the law protects."),
    (Language::English, "They said that all the laws of this country are equal for everyone."),
    (Language::English, "Every citizen has the right to be heard by the court."),
    (Language::English, "It was not the first law with which they had to live."),
];

fn study(text: &str, language: LanguageChoice, policy: Policy) -> (Engine, Comparison) {
    let mut engine = Engine::new();
    let lexicon = LexiconSource::File { name: "mixed.toml".to_owned(), text: LEXICON.to_owned() };
    let put = Change::PutDocument {
        id: DocumentId(1),
        title: String::new(),
        file: None,
        language,
        reading: ReadingOptions::default(),
        bytes: text.into(),
    };
    let options = Options { policy, ..Options::default() };
    for change in [Change::SetLexicon(lexicon), Change::SetOptions(options), put] {
        engine.apply(change).expect("lexicon and text can be read");
    }
    let table = engine.table();
    (engine, table)
}

fn cells(text: &str, language: LanguageChoice, policy: Policy) -> Vec<Cell> {
    study(text, language, policy).1.documents[0].cells.clone()
}

/// What the definition of matching counts in a text of one language.
fn defined(text: &str, language: Language, policy: Policy) -> Vec<u64> {
    let lexicon = read_toml(LEXICON).expect("the lexicon can be read").lexicon;
    let mut interner = Interner::new();
    let tokens = Tokenizer::tokenize(text, &mut interner);
    naive::count(text, &tokens, &interner, &lexicon, Some(language), naive::Rules { policy, ..naive::Rules::default() })
}

fn contexts(engine: &mut Engine, column: u32) -> ContextPage {
    let query =
        ContextsQuery { limit: 99, extent: ContextExtent::Characters(20), ..ContextsQuery::new(ColumnId(column)) };
    engine.ask(query).expect("it is always answered")
}

fn policy() -> impl Strategy<Value = Policy> {
    prop::sample::select(&Policy::ALL[..])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mixed_text_counts_as_the_sum_of_its_sentences(
        chosen in prop::collection::vec(prop::sample::select(&SENTENCES[..]), 1..12), policy in policy(),
    ) {
        let text = chosen.iter().map(|(_, sentence)| *sentence).collect::<Vec<_>>().join("\n\n");
        let (mut engine, table) = study(&text, LanguageChoice::Auto, policy);
        let counts: Vec<u64> = table.documents[0].cells.iter().map(|cell| cell.count).collect();
        let mut sum = vec![0; counts.len()];
        for (language, sentence) in &chosen {
            let own = defined(sentence, *language, policy);
            sum.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
        }
        prop_assert_eq!(&counts, &sum, "{}", text);

        // Every word belongs to one language, and the list of matches is the table.
        let words: u64 = table.documents[0].languages.iter().map(|share| share.words).sum();
        prop_assert_eq!(words, table.documents[0].words);
        for (column, cell) in (0..).zip(&table.documents[0].cells) {
            let page = contexts(&mut engine, column);
            prop_assert_eq!(u64::from(page.total), cell.matches);
            prop_assert!(page.lines.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
            prop_assert!(page.lines.iter().all(|line| line.node == line.span.of(&text)));
        }
    }

    #[test]
    fn a_text_of_one_language_counts_as_before(
        language in prop::sample::select(&Language::ALL[..]),
        chosen in prop::collection::vec((0_usize..4, prop::sample::select(&[" ", "\n", "\n\n"][..])), 1..8),
        policy in policy(),
    ) {
        let own: Vec<&str> = SENTENCES.iter().filter(|(own, _)| *own == language).map(|(_, sentence)| *sentence).collect();
        let text: String = chosen.iter().flat_map(|(at, gap)| [own[*at], gap]).collect();
        let lexicon = read_toml(LEXICON).expect("the lexicon can be read").lexicon;
        let mut interner = Interner::new();
        let tokens = Tokenizer::tokenize(&text, &mut interner);
        let mut matcher = Matcher::new(&lexicon, Some(language), None, false);
        let expected = matcher.count(&text, &tokens, interner.vocabulary(), policy);
        let (_, table) = study(&text, LanguageChoice::Auto, policy);
        prop_assert_eq!(&table.documents[0].cells, &expected);
        let words = tokens.sizes().words;
        prop_assert_eq!(&table.documents[0].languages, &vec![LanguageShare { language, words }]);
    }
}

#[test]
fn a_chosen_language_is_that_of_the_whole_text() {
    let text = format!("{}\n{}", SENTENCES[0].1, SENTENCES[4].1);
    for language in Language::ALL {
        let expected = defined(&text, language, Policy::Longest);
        let found = cells(&text, LanguageChoice::Fixed(language), Policy::Longest);
        assert_eq!(found.iter().map(|cell| cell.count).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn choosing_a_language_and_taking_it_back_counts_again() {
    let text = format!("{} {}\n\n{}", SENTENCES[0].1, SENTENCES[2].1, SENTENCES[4].1);
    let (mut engine, before) = study(&text, LanguageChoice::Auto, Policy::Longest);
    let shares: Vec<Language> = before.documents[0].languages.iter().map(|share| share.language).collect();
    assert_eq!(shares, [Language::Kazakh, Language::Russian]);
    let mut choose = |language| {
        engine.apply(Change::SetLanguage(DocumentId(1), language)).expect("any language can be chosen");
        engine.table()
    };
    assert_eq!(choose(LanguageChoice::Fixed(Language::Russian)).documents[0].languages.len(), 1);
    assert_eq!(choose(LanguageChoice::Auto).documents, before.documents);
}

#[test]
fn a_match_is_explained_in_the_language_of_its_sentence() {
    let text = format!("{} {} {}", SENTENCES[2].1, SENTENCES[7].1, SENTENCES[0].1);
    let (mut engine, _) = study(&text, LanguageChoice::Auto, Policy::Longest);
    let page = contexts(&mut engine, 0);
    let nodes: Vec<(&str, bool)> = page
        .lines
        .iter()
        .map(|line| (line.node.as_str(), line.matched_by.iter().any(|by| matches!(by, MatchedBy::Lemma { .. }))))
        .collect();
    assert_eq!(nodes, [("Бостандықтың", true), ("свобода", false), ("право", false), ("Сөз бостандығына", true)]);
}

#[test]
fn a_quotation_in_doubt_goes_with_its_text() {
    let text = format!(
        "{} Спасибо! {} «Единая Россия», «Справедливая Россия». {}",
        SENTENCES[0].1, SENTENCES[1].1, SENTENCES[2].1
    );
    let (_, table) = study(&text, LanguageChoice::Auto, Policy::Longest);
    assert_eq!(table.documents[0].languages.len(), 1);
}

#[test]
fn a_text_in_latin_letters_may_quote_russian_and_english() {
    let text = "Barlyq adamdar týmysynan azat jáne qadir-qasıeti men quqyqtary teń bolyp dúnıege keledi. \
        Каждый имеет право на свободу слова и на свободу мысли. Sóz bostandyǵyna kepildik beriledi. \
        The freedom of speech is a right that the law protects. Halyqtyń bostandyǵy zańmen qorǵalady.";
    let (mut engine, table) = study(text, LanguageChoice::Auto, Policy::Longest);
    let row = &table.documents[0];
    let shares: Vec<(Language, u64)> = row.languages.iter().map(|share| (share.language, share.words)).collect();
    assert_eq!(shares, [(Language::Kazakh, 20), (Language::English, 11), (Language::Russian, 10)]);
    let nodes: Vec<String> = contexts(&mut engine, 0).lines.into_iter().map(|line| line.node).collect();
    assert_eq!(
        nodes,
        ["право", "свободу слова", "свободу", "Sóz bostandyǵyna", "freedom of speech", "right", "bostandyǵy"]
    );
}

#[test]
fn a_text_in_a_related_language_is_named_and_matched_as_written() {
    use tarazy_report::message::Messages;
    let text = "Усі люди народжуються вільними і рівними у своїй гідності. Слово «закон» має бути законом.";
    let (_, table) = study(text, LanguageChoice::Auto, Policy::Longest);
    assert_eq!((table.documents[0].language, table.documents[0].languages.len()), (None, 0));
    // слово and закон as written; законом is a form of it in Russian only, and the Kazakh glob заң*
    // does not fit.
    assert_eq!(table.documents[0].cells[1].count, 2);
    let codes: Vec<&str> = table.warnings.iter().map(|warning| warning.code.as_str()).collect();
    assert_eq!(codes, ["text-language-other"]);
    for (language, name) in [
        (Language::Kazakh, "украин тілінде"),
        (Language::Russian, "украинский"),
        (Language::English, "looks Ukrainian"),
    ] {
        let sentence = Messages::new(language).problem(&table.warnings[0]);
        assert!(sentence.contains(name), "{sentence}");
    }
}

#[test]
fn every_language_that_is_recognised_has_its_name_in_the_messages() {
    use tarazy_engine::language::detection::OtherLanguage;
    use tarazy_report::message::Messages;
    for language in Language::ALL {
        let messages = Messages::new(language);
        let sentence = |code: &str| messages.format("text-language-other", &[("language", code.into())]);
        let mut sentences: Vec<String> = OtherLanguage::ALL.iter().map(|other| sentence(other.code())).collect();
        sentences.push(sentence("und"));
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), OtherLanguage::ALL.len() + 1, "{language:?}");
    }
}
