//! Names of parties, offices, papers and awards count in no category of the lexicon `values`, with and
//! without quotation marks, in any case; the same words as values do.

use tarazy_engine::{
    language::Language,
    lexicon::{Lexicon, builtin_source, read_toml},
    matching::{Matcher, Policy},
    text::{Interner, Tokenizer},
};

use Language::{English, Kazakh, Russian};

const NAMES: &[(Language, &[&str])] = &[
    (
        Kazakh,
        &[
            "«Нұр Отан» партиясы",
            "«Отан» республикалық саяси партиясы",
            "«Отан» партиясы",
            "«Ауыл» партиясы",
            "«Ауыл» халықтық-демократиялық патриоттық партиясы",
            "«Ауыл» ХДПП",
            "Қазақстанның аграрлық партиясы",
            "Қазақстанның азаматтық партиясы",
            "Қазақстанның халық бірлігі партиясы",
            "Қазақстанның патриоттар партиясы",
            "«Әділет» демократиялық партиясы",
            "«Руханият» партиясы",
            "«Қазақстанның демократиялық таңдауы»",
            "«Ақ жол» демократиялық партиясы",
            "Қазақстан Халық партиясы",
            "Қазақстан коммунистік халық партиясы",
            "Жалпыұлттық социал-демократиялық партия",
            "«Baytaq» жасылдар партиясы",
            "«Азат» партиясы",
            "«Қазақ елі» партиясы",
            "«Бірлік» партиясы",
            "Ұлттық қауіпсіздік комитеті",
            "Әділет министрлігі",
            "Ауыл шаруашылығы министрлігі",
            "Қорғаныс министрлігі",
            "Мәдениет және ақпарат министрлігі",
            "Экология және табиғи ресурстар министрлігі",
            "Тәуелсіз Мемлекеттер Достастығы",
            "Біріккен Ұлттар Ұйымы",
            "Қазақстан халқы Ассамблеясы",
            "«Егемен Қазақстан» газеті",
            "«Азаттық» радиосы",
            "«Отан» ордені",
            "«Қазақстан Республикасының Тәуелсіздігіне 25 жыл» медалі",
        ],
    ),
    (
        Russian,
        &[
            "Партия «Нур Отан»",
            "Партия «Отан»",
            "Партия «Ауыл»",
            "Народно-демократическая патриотическая партия «Ауыл»",
            "Аграрная партия Казахстана",
            "Партия патриотов Казахстана",
            "Гражданская партия Казахстана",
            "Народная партия Казахстана",
            "Демократическая партия «Ак жол»",
            "Демократический выбор Казахстана",
            "Социал-демократическая партия",
            "Партия зелёных «Байтак»",
            "Партия «Справедливость»",
            "Справедливая Россия",
            "Комитет национальной безопасности",
            "Министерство сельского хозяйства",
            "Министерство обороны",
            "Министерство культуры",
            "Содружество Независимых Государств",
            "Организация Объединённых Наций",
            "Ассамблея народа Казахстана",
            "Газета «Казахстанская правда»",
            "Радио «Свобода»",
            "Дворец независимости",
        ],
    ),
    (
        English,
        &[
            "The Freedom Party",
            "The Justice and Development Party",
            "Family First",
            "The Christian Democratic Union",
            "The Democratic Party",
            "The Liberal Democrats",
            "The Ministry of Justice",
            "The Department of Defense",
            "The Commonwealth of Independent States",
            "The United Nations",
            "Radio Free Europe",
        ],
    ),
];

/// Texts in which the same words are values.
const VALUES: &[(Language, &str, u64)] = &[
    (Kazakh, "Отан үшін ауылдағы халық пен патриоттар біріккен.", 4),
    (Kazakh, "Бізге әділ заң, тәуелсіз ел, егемен Қазақстан керек.", 4),
    (Kazakh, "Әкем «Отан отбасынан басталады» дейтін.", 3),
    (Russian, "Нашему народу нужны справедливость, правда и национальная безопасность.", 4),
    (Russian, "Независимое государство и село живут по закону.", 4),
    (English, "Freedom, justice and the family unite our people.", 4),
];

fn count(lexicon: &Lexicon, language: Language, text: &str) -> u64 {
    let mut interner = Interner::new();
    let tokens = Tokenizer::tokenize(text, &mut interner);
    let mut matcher = Matcher::new(lexicon, Some(language), None, false);
    let cells = matcher.count(text, &tokens, interner.vocabulary(), Policy::Longest);
    cells.iter().map(|cell| cell.count).sum()
}

fn values() -> Lexicon {
    read_toml(builtin_source("values").unwrap_or("")).expect("it is sound").lexicon
}

#[test]
fn no_name_counts_in_any_case_with_or_without_quotation_marks() {
    let lexicon = values();
    let mut wrong = Vec::new();
    for (language, names) in NAMES {
        for name in *names {
            let mut texts = vec![(*name).to_owned(), name.replace(['«', '»'], "\"")];
            // A word alone is a name only in quotation marks or beside the word for a party.
            let is_set_off = ["парти", "радио", "газет", "орден", "медал", "Парти", "Радио"].iter();
            if is_set_off.clone().any(|word| name.contains(word)) {
                texts.push(name.replace(['«', '»'], ""));
            }
            if let Some(start) = name.strip_suffix("сы").filter(|_| *language == Kazakh) {
                texts.extend(["сының", "сына", "сымен"].map(|ending| format!("{start}{ending}")));
            }
            if let Some(start) = name.strip_suffix("лігі").filter(|_| *language == Kazakh) {
                texts.extend(["лігінің", "лігіне", "лігімен"].map(|ending| format!("{start}{ending}")));
            }
            if let Some(rest) = name.strip_prefix("Партия ") {
                texts.extend(["Партии", "Партию", "партией"].map(|form| format!("{form} {rest}")));
            }
            wrong.extend(texts.into_iter().filter(|text| count(&lexicon, *language, text) > 0));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_same_words_count_as_values() {
    let lexicon = values();
    let found: Vec<_> = VALUES.iter().map(|(language, text, _)| count(&lexicon, *language, text)).collect();
    assert_eq!(found, VALUES.iter().map(|(.., count)| *count).collect::<Vec<_>>());
}
