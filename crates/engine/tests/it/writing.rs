//! Kazakh in Latin and Arabic letters: written so by the rules of each alphabet, how many words and
//! matches come home.

use std::{fs, path::Path};

use tarazy_engine::{
    counting::Comparison,
    language::{
        Language,
        detection::{Recognition, recognise},
        kazakh::writing::{Writing, detect_writing, to_cyrillic},
    },
    settings::{LanguageChoice, LexiconSource, Options},
    study::{ContextExtent, ContextsQuery, Engine},
};

use crate::study::study;

const CYRILLIC: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
const OF_2018: &str = "a á b v g ǵ d e ıo j z ı ı k q l m n ń o ó p r s t ý u ú f h h ts ch sh sh - y i - e ıý ıa";
const OF_2021: &str = "a ä b v g ğ d e io j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ç ş ş - y ı - e iu ia";
const ARABIC: &str = "ا ا ب ۆ گ ع د ە يو ج ز ي ي ك ق ل م ن ڭ و و پ ر س ت ۋ ۇ ۇ ف ح ھ تس چ ش شش - ى ى - ە يۋ يا";

/// Writes a Cyrillic word in another writing, as its orthography demands; a hamza marks a front
/// word that no other letter does.
fn write(word: &str, writing: Writing) -> String {
    let table = match writing {
        Writing::Cyrillic => return word.to_owned(),
        Writing::Latin2018 => OF_2018,
        Writing::Latin2021 => OF_2021,
        Writing::Arabic => {
            let small = word.to_lowercase();
            let is_front = small.contains(['ә', 'ө', 'ү', 'і']) && !small.contains(['е', 'э', 'к', 'г']);
            let letters: String = small.chars().map(|letter| spelling(letter, ARABIC)).collect();
            return if is_front { format!("ء{letters}") } else { letters };
        }
    };
    word.chars().map(|letter| with_case_of(letter, &spelling(letter, table))).collect()
}

fn spelling(letter: char, table: &str) -> String {
    let small: String = letter.to_lowercase().collect();
    let at = CYRILLIC.chars().position(|known| small.starts_with(known));
    at.and_then(|at| table.split(' ').nth(at)).map_or(letter.to_string(), |spelling| spelling.replace('-', ""))
}

fn with_case_of(letter: char, spelling: &str) -> String {
    let mut letters = spelling.chars();
    match letters.next().filter(|_| letter.is_uppercase()) {
        None => spelling.to_owned(),
        Some('i') => format!("İ{}", letters.as_str()),
        Some('ı') => format!("I{}", letters.as_str()),
        Some(first) => first.to_uppercase().chain(letters).collect(),
    }
}

/// A text with each word in another writing; everything else as it is.
fn written(text: &str, writing: Writing) -> String {
    let mut written = String::new();
    let mut word = String::new();
    for letter in text.chars().chain([' ']) {
        if letter.is_alphabetic() {
            word.push(letter);
        } else {
            written.push_str(&write(&std::mem::take(&mut word), writing));
            written.push(letter);
        }
    }
    written.pop();
    written
}

/// Kazakh texts of the samples, Latin `i` in Cyrillic words replaced.
fn texts() -> [(&'static str, String); 2] {
    ["udhr-kaz.txt", "constitution-kz-kaz-excerpt.txt"].map(|file| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/samples").join(file);
        (file, fs::read_to_string(path).expect("the text is there").replace('i', "і"))
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}

/// A study of one text with the built-in values.
fn values(text: &str, language: LanguageChoice) -> Engine {
    study(LexiconSource::Builtin("values".to_owned()), Options::default(), &[(language, text)])
}

fn counted(text: &str, language: LanguageChoice) -> Comparison {
    values(text, language).table()
}

fn matches(table: &Comparison) -> Vec<u64> {
    table.documents[0].cells.iter().map(|cell| cell.matches).collect()
}

#[test]
fn words_come_back_from_every_writing() {
    for (file, text) in texts() {
        for (writing, least) in
            [(Writing::Cyrillic, 1.0), (Writing::Latin2018, 0.99), (Writing::Latin2021, 0.99), (Writing::Arabic, 0.975)]
        {
            let (mut all, mut kept) = (0_u32, 0_u32);
            let mut lost = Vec::new();
            for word in words(&text) {
                let back = to_cyrillic(&write(word, writing), writing);
                all += 1;
                if back.to_lowercase() == word.to_lowercase() {
                    kept += 1;
                } else {
                    lost.push(format!("{word} → {back}"));
                }
            }
            let share = f64::from(kept) / f64::from(all);
            println!("{file} {}: {kept} of {all} words, {:.2} %: {lost:?}", writing.code(), share * 100.0);
            assert!(share >= least, "{file} {writing:?}: {share} {lost:?}");
        }
    }
}

#[test]
fn matches_are_kept_in_every_writing() {
    for (file, text) in texts() {
        let expected = matches(&counted(&text, LanguageChoice::Auto));
        let all: u64 = expected.iter().sum();
        for (writing, least) in [(Writing::Latin2018, 0.99), (Writing::Latin2021, 0.99), (Writing::Arabic, 0.99)] {
            let table = counted(&written(&text, writing), LanguageChoice::Auto);
            let row = &table.documents[0];
            assert_eq!((row.language, row.writing), (Some(Language::Kazakh), Some(writing)), "{file}");
            let found = matches(&table);
            let kept: u64 = expected.iter().zip(&found).map(|(expected, found)| expected.min(found)).sum();
            let total: u64 = found.iter().sum();
            println!("{file} {}: {kept} of {all} matches kept, {total} found", writing.code());
            assert!(kept as f64 >= least * all as f64, "{file} {writing:?}: {expected:?} {found:?}");
            assert!(total as f64 <= (2.0 - least) * all as f64, "{file} {writing:?}: {expected:?} {found:?}");
        }
    }
}

#[test]
fn the_page_shows_the_text_as_written() {
    let cyrillic = "Сөз бостандығына кепілдік беріледі. Адамның құқықтары мен бостандықтары қорғалады.";
    for writing in [Writing::Latin2018, Writing::Latin2021, Writing::Arabic] {
        let text = written(cyrillic, writing);
        for language in [LanguageChoice::Auto, LanguageChoice::Fixed(Language::Kazakh)] {
            let table = counted(&text, language);
            assert_eq!(matches(&table), matches(&counted(cyrillic, LanguageChoice::Auto)), "{writing:?}");
            assert_eq!(table.documents[0].words, 9);
        }
        let mut engine = values(&text, LanguageChoice::Auto);
        let table = engine.table();
        let freedom = table.columns.iter().find(|column| column.path == "freedom").expect("the column is there");
        let contexts =
            ContextsQuery { limit: 9, extent: ContextExtent::Characters(30), ..ContextsQuery::new(freedom.id) };
        let page = engine.ask(contexts).expect("it is always answered");
        for line in &page.lines {
            assert_eq!(line.node, line.span.of(&text));
            assert!(!line.matched_by.is_empty());
        }
        assert_eq!(page.total, 3);
    }
}

#[test]
fn the_writing_of_a_text_is_found() {
    for (file, text) in texts() {
        for writing in Writing::ALL {
            let text = written(&text, writing);
            assert_eq!(detect_writing(&text), Some(writing), "{file}");
            let expected = match writing {
                Writing::Cyrillic => Recognition::Ours(Language::Kazakh),
                writing => Recognition::KazakhIn(writing),
            };
            assert_eq!(recognise(&text), expected, "{file}");
        }
    }
}
