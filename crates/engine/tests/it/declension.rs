//! Every noun of the built-in lexicons is declined, and each form must find its entry: where another
//! word takes a form away, the loss is documented here and in `lexicons/README.md`.

use std::collections::BTreeSet;

use tarazy_engine::{
    language::{Language, LemmaIndex, PartOfSpeech, PartsOfSpeech, Rivals, Verdict},
    lexicon::{BUILTIN_IDS, Element, builtin_source, read_toml},
};

/// Endings of the cases, and of the possessive of the third person with them; the grammar admits
/// those that the sounds of the noun demand.
const KAZAKH: &[&str] = &[
    "ның",
    "нің",
    "дың",
    "дің",
    "тың",
    "тің",
    "ға",
    "ге",
    "қа",
    "ке",
    "ны",
    "ні",
    "ды",
    "ді",
    "ты",
    "ті",
    "да",
    "де",
    "та",
    "те",
    "дан",
    "ден",
    "тан",
    "тен",
    "нан",
    "нен",
    "мен",
    "бен",
    "пен",
    "ы",
    "і",
    "сы",
    "сі",
    "ын",
    "ін",
    "сын",
    "сін",
    "ына",
    "іне",
    "сына",
    "сіне",
    "ының",
    "інің",
    "сының",
    "сінің",
    "лар",
    "лер",
    "дар",
    "дер",
    "тар",
    "тер",
    "ымыз",
    "іміз",
    "мыз",
    "міз",
];
const RUSSIAN: &[&str] = &[
    "", "а", "я", "у", "ю", "ом", "ем", "е", "ы", "и", "ой", "ей", "ью", "ов", "ев", "ам", "ям", "ами", "ями", "ах",
    "ях", "о", "ии", "ию", "ией", "ий", "ия", "ие", "ию", "ием",
];

/// Forms that another word takes.
const TAKEN: &str = include_str!("../../../../tests/data/taken-forms.txt");

fn noun() -> PartsOfSpeech {
    PartsOfSpeech::UNKNOWN.with(PartOfSpeech::Noun)
}

/// The forms of a lemma that grammar admits and another word takes.
fn taken(language: Language, lemma: &str, parts: PartsOfSpeech) -> Vec<String> {
    let inflection = language.inflection();
    let endings = if language == Language::Kazakh { KAZAKH } else { RUSSIAN };
    let mut index = LemmaIndex::new(inflection);
    index.insert(lemma, parts, false);
    let stems: BTreeSet<String> =
        inflection.stems(lemma, parts, false).into_iter().map(|stem| stem.text.into_string()).collect();
    let forms: BTreeSet<String> =
        stems.iter().flat_map(|stem| endings.iter().map(move |ending| format!("{stem}{ending}"))).collect();
    let is_taken = |form: &String| {
        let readings = index.readings(form, Rivals::KnownWords);
        readings.first().is_some_and(|reading| matches!(reading.verdict, Verdict::Rejected(_)))
    };
    forms.into_iter().filter(is_taken).collect()
}

#[test]
fn no_form_of_a_noun_is_lost_but_those_that_are_documented() {
    let mut found: BTreeSet<String> = BTreeSet::new();
    let mut declined = 0;
    for id in BUILTIN_IDS {
        let lexicon = read_toml(builtin_source(id).unwrap_or("")).expect("it is sound").lexicon;
        for entry in &lexicon.entries {
            let ([Element::Lemma { lemma, derivations: false }], Some(language)) =
                (&entry.pattern.elements[..], entry.language)
            else {
                continue;
            };
            let is_noun = entry.parts.allows(PartOfSpeech::Noun) && lemma.chars().all(char::is_lowercase);
            if language == Language::English || !is_noun {
                continue;
            }
            declined += 1;
            let parts = if entry.parts.is_unknown() { noun() } else { entry.parts };
            // A form that stands in the file as an entry of its own is not lost.
            let is_entry = |form: &str| {
                lexicon.entries.iter().any(|own| {
                    own.language == entry.language
                        && matches!(&own.pattern.elements[..], [Element::Form(written)] if written == form)
                })
            };
            let lost = taken(language, lemma, parts).into_iter().filter(|form| !is_entry(form));
            found.extend(lost.map(|form| format!("{} {lemma} {form}", language.code())));
        }
    }
    assert!(declined > 800, "{declined}");
    let documented: BTreeSet<String> =
        TAKEN.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect();
    let (lost, kept): (Vec<_>, Vec<_>) =
        (found.difference(&documented).collect(), documented.difference(&found).collect());
    assert!(lost.is_empty() && kept.is_empty(), "lost: {lost:#?}\ndocumented, but found: {kept:#?}");
}
