//! The errors about a file that cannot be read: the file, the place, what is wrong and what to
//! write instead.

use std::collections::BTreeSet;

use tarazy_engine::{
    language::Language,
    lexicon::{Diagnostic, LexiconFormat, PatternSyntax, import, import_as, read_toml},
    settings::LexiconSource,
    study::{Change, Engine},
};
use tarazy_report::message::Messages;

const HEAD: &str = "format = 1\nid = \"x\"\nversion = \"1\"\n";

/// A validation to which the number of wrong matches is to be added.
const VALIDATION: &str = "[[validation]]\nlanguage = \"kk\"\nversion = \"1\"\ndate = \"2026-12-01\"\ntexts = \"T\"\n\
                          coders = 1\nsampled = 2\ncorrect = 1\ndebatable = 0\n";

fn toml(rest: &str) -> Vec<u8> {
    format!("{HEAD}{rest}").into_bytes()
}

/// A lexicon with one entry in line 6.
fn entry(written: &str) -> Vec<u8> {
    toml(&format!("[[category]]\nid = \"a\"\nkk.entries = [{written}]\n"))
}

/// The bytes of a file, and the message about it in English.
fn cases() -> Vec<(Vec<u8>, &'static str)> {
    let deep: String =
        (1..=17).map(|depth| format!("[[{}]]\nid = \"a\"\n", vec!["category"; depth].join("."))).collect();
    let gaps: String = (0..5).map(|at| format!("\n\"a{at}{}\",", " ..20 a".repeat(15))).collect();
    vec![
        (
            entry(&format!("\"{}\"", "а".repeat(4_001))),
            "bad, line 6, column 15: the pattern аааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааа… has more than 4000 characters. Divide it into several entries.",
        ),
        (
            entry(&gaps),
            "bad, line 11, column 1: the lexicon is too costly to look for: its phrases with gaps may stand at more than 10000 places behind one word. Make the gaps (..20) shorter or the phrases fewer; a phrase counts here with the number of its words and the size of its gaps.",
        ),
        (b"format = 1\nid = x\n".to_vec(), "bad, line 2, column 6: this is not TOML: "),
        (b"a: [x\n".to_vec(), "bad, line 2, column 1: this is not YAML: "),
        (
            toml("colour = 1\n[[category]]\nid = \"a\"\n"),
            "bad, line 4, column 1: the format has no key colour here. Take it out or look it up in the description of the format.",
        ),
        (toml("[[category]]\ntitle.en = \"A\"\n"), "bad, line 4, column 1: id is missing; write a line id = … here."),
        (
            toml("title = 1\n[[category]]\nid = \"a\"\n"),
            "bad, line 4, column 9: title must be a table; write title = { … = … }.",
        ),
        (
            b"format = 2\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\n".to_vec(),
            "bad, line 1, column 10: the file says format 2; this version of Tarazy reads format 1. Write format = 1, or use a newer version.",
        ),
        (
            toml("[[category]]\nid = \"a b\"\n"),
            "bad, line 5, column 6: \"a b\" is no id: use the letters a–z, digits, hyphen and underscore.",
        ),
        (
            toml("[[category]]\nid = \"a\"\n[[category]]\nid = \"a\"\n"),
            "bad, line 6, column 1: the category a is there twice. Give one of them another id or put their entries together.",
        ),
        (
            entry("\"сөз\", \"сөз\""),
            "bad, line 6, column 22: the entry сөз is there twice in a; the second one is left out. Take one of them out.",
        ),
        (
            toml("languages = [\"de\"]\n[[category]]\nid = \"a\"\n"),
            "bad, line 4, column 14: \"de\" is no language of Tarazy: use kk, ru or en.",
        ),
        (
            entry("{ pattern = \"сөз\", pos = \"pronoun\" }"),
            "bad, line 6, column 40: \"pronoun\" is no part of speech: use noun, adjective, verb or name.",
        ),
        (
            entry("{ pattern = \"сөз\", near = [\"ел\"], window = 0 }"),
            "bad, line 6, column 58: window cannot be \"0\". Allowed: 1–100.",
        ),
        (entry("\" \""), "bad, line 6, column 15: the pattern is empty. Write a word, or take the entry out."),
        (
            entry("\"сөз ..2\""),
            "bad, line 6, column 15: the pattern сөз ..2 begins or ends with a gap; a gap must stand between two words. Write the missing word, or take the gap out.",
        ),
        (
            entry("\"сөз ..30 ел\""),
            "bad, line 6, column 15: in the pattern сөз ..30 ел, \"..30\" is no gap: write two full stops and a number from 1 to 20.",
        ),
        (
            entry("\"құқы[қ\""),
            "bad, line 6, column 15: in the pattern құқы[қ a bracket has no pair or nothing in it; write the letters to choose from between two brackets, as in fre[ei].",
        ),
        (
            entry("\"/сөз(/\""),
            "bad, line 6, column 15: in the pattern /сөз(/, \"сөз(\" cannot be read as a regular expression: a round bracket has no pair, or the name of a group is wrong or there twice. Correct it, or write the word without the strokes.",
        ),
        (
            entry(&format!("\"{}\"", vec!["a"; 33].join(" "))),
            "bad, line 6, column 15: the pattern a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a has more than 32 words. Divide it into several entries.",
        ),
        (
            entry("\"/R&D/\""),
            "bad, line 6, column 15: the expression /R&D/ matches no word of an ordinary text: texts are cut between its signs, as R&D is into R, & and D. Write the words one after another, without slashes.",
        ),
        (
            entry("\"сoт\""),
            "bad, line 6, column 15: the entry сoт mixes Latin and Cyrillic letters in one word; it will not match what it seems to. Type the word again in one alphabet.",
        ),
        (
            toml("[[category]]\nid = \"a\"\n[[test]]\nlang = \"kk\"\ntext = \"сөз\"\nexpect = { b = 1 }\n"),
            "bad, line 9, column 12: there is no category b in this lexicon. Correct the path, or add the category.",
        ),
        (
            toml(&format!("[[category]]\nid = \"a\"\n{VALIDATION}wrong = 1\n{VALIDATION}wrong = 1\n")),
            "bad, line 16, column 1: there are two validations for this language and category. Keep the later one.",
        ),
        (
            toml(&format!("[[category]]\nid = \"a\"\n{VALIDATION}wrong = 2\n")),
            "bad, line 6, column 1: 2 matches were judged, but correct, debatable and wrong ones add up to 3. Correct the numbers.",
        ),
        (
            toml("[[category]]\nid = \"a\"\nexclude = [\"names\"]\n"),
            "bad, line 6, column 12: there is no list of exclusions named names. Name one that the lexicon has in [[exclusion]], or one of the program, as names-1/parties.",
        ),
        (
            toml("[[exclusion]]\nid = \"a\"\n[[exclusion]]\nid = \"a\"\n[[category]]\nid = \"a\"\n"),
            "bad, line 6, column 1: the list of exclusions a is there twice. Give one of them another id or put their patterns together.",
        ),
        (
            toml(""),
            "bad, line 1, column 1: the lexicon has no category. Write one: a line [[category]] and below it id = \"freedom\".",
        ),
        (
            toml(&deep),
            "bad, line 36, column 1: the lexicon has more than 16 levels of categories. Take out what is not needed, or divide it into several lexicons.",
        ),
        (
            (0..=255_u8).collect(),
            "bad: this file is no text: it is encrypted by its vendor, or it is a binary file. Export the dictionary from the program that made it as a text file.",
        ),
        (
            b"%PDF-1.7\n".to_vec(),
            "bad: this is no lexicon but a PDF document. If there is a word list in it, save that as plain text, CSV or .xlsx.",
        ),
        (
            b"PK\x03\x04\x14\x00".to_vec(),
            "bad: this workbook cannot be read: it is cut off or damaged. Open it in the program that made it, and save it again as .xlsx or CSV.",
        ),
        (
            "*Еркіндік\nсөз|ой\n".into(),
            "bad, line 2, column 1: in \"сөз|ой\" an operator or a bracket has no spaces around it; write сөз | ой.",
        ),
        (
            "Группа;Лексема\nсвобода;воля\n".into(),
            "bad: the columns of this table do not say what they hold, and it can be read in several ways. Its first line is: Группа | Лексема. Write heads above the columns: category and pattern (санат and үлгі, категория and шаблон), and weight (салмақ, вес) if there is one; or say the shape of the table, for example --shape long.",
        ),
        ("*Еркіндік\nсөз ой\n".into(), "bad, line 2, column 5: \"ой\" has no operator before it; write сөз | ой."),
    ]
}

/// What a message that says what to do has in it, by language.
const REMEDIES: [(Language, &[&str]); 3] = [
    (
        Language::English,
        &[
            "write", "Write", "use", "Use", "ake ", "Give", "Correct", "Type", "Divide", "Allowed", "Export", "ave ",
            "Open", "Name", "Keep",
        ],
    ),
    (
        Language::Russian,
        &[
            "апишите",
            "ократите",
            "ставьте",
            "спользуйте",
            "берите",
            "айте",
            "справьте",
            "аберите",
            "азделите",
            "опустимо",
            "ыгрузите",
            "охраните",
            "обавьте",
            "можно a",
            "ыберите",
            "азовите",
        ],
    ),
    (
        Language::Kazakh,
        &[
            "қысқартыңыз",
            "жазыңыз",
            "қолданыңыз",
            "тастаңыз",
            "беріңіз",
            "үзетіңіз",
            "теріңіз",
            "бөліңіз",
            "ұқсат",
            "шығарып",
            "сақтаңыз",
            "қосыңыз",
            "атаңыз",
            "қалдырыңыз",
        ],
    ),
];

fn errors(bytes: &[u8]) -> Vec<Diagnostic> {
    match import("bad", bytes, PatternSyntax::Glob) {
        // What is usable all the same is reported by the reader itself.
        Ok(import) => read_toml(&import.toml).map(|reading| reading.warnings).unwrap_or_default(),
        Err(errors) => errors,
    }
}

#[test]
fn every_error_names_the_file_the_place_and_what_to_write() {
    let messages = Messages::new(Language::English);
    let mut wrong = Vec::new();
    for (bytes, expected) in cases() {
        let sentences: Vec<String> =
            errors(&bytes).iter().map(|error| messages.problem(&error.problem("bad"))).collect();
        let first = sentences.first().map(String::as_str).unwrap_or_default();
        // What a parser says is its own.
        let is_expected = if expected.ends_with(": ") { first.starts_with(expected) } else { first == expected };
        if !is_expected {
            wrong.push(format!("{first}\n    expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_error_says_in_every_language_where_it_is_and_what_to_do() {
    for (language, remedies) in REMEDIES {
        let messages = Messages::new(language);
        for (bytes, english) in cases() {
            let errors = errors(&bytes);
            let message = messages.problem(&errors[0].problem("bad"));
            assert!(message.starts_with("bad"), "{message}");
            let place = [errors[0].line, errors[0].column];
            assert!(place.iter().all(|number| *number == 0 || message.contains(&number.to_string())), "{message}");
            assert!(remedies.iter().any(|remedy| message.contains(remedy)), "{message}");
            assert!(!message.contains("{ $") && (language == Language::English || message != english), "{message}");
        }
    }
}

#[test]
fn every_error_that_there_is_has_a_case() {
    let tried: BTreeSet<&str> =
        cases().iter().flat_map(|(bytes, _)| errors(bytes)).map(|diagnostic| diagnostic.error.code()).collect();
    let keys = include_str!("../../crates/report/src/message/en/problems.ftl")
        .lines()
        .filter_map(|line| line.split_once(" = "));
    // These are no errors of a file: a lexicon that is not built in, a lexicon whose own tests fail,
    // and a format that an engine without the feature `formats` does not read.
    let others = ["lex-unknown-builtin", "lex-test-failed", "lex-test-policy", "lex-other-format"];
    let there: BTreeSet<&str> =
        keys.map(|(key, _)| key).filter(|key| key.starts_with("lex-") && !others.contains(key)).collect();
    assert_eq!(tried, there);
}

/// A broken file of each format.
fn broken() -> [(LexiconFormat, Vec<u8>); 11] {
    let binary: Vec<u8> = (0..=255).collect();
    [
        (LexiconFormat::Toml, toml("[[category]\n")),
        (LexiconFormat::Dic, b"%\n%\nword\t1\n".to_vec()),
        (LexiconFormat::Lc3, [b"+a\n", &binary[..]].concat()),
        (LexiconFormat::Ykd, b"<dictionary><cnode name=\"a".to_vec()),
        (LexiconFormat::Lcd, b"<dictionary></cnode></dictionary>".to_vec()),
        (LexiconFormat::Cat, [b"A\n\tX (1)\n", &binary[..]].concat()),
        (LexiconFormat::Dicx, b"DicTerm,\nx,X\n".to_vec()),
        (LexiconFormat::Csv, b"category,pattern\n".to_vec()),
        (LexiconFormat::Yaml, b"a: [x\n".to_vec()),
        (LexiconFormat::Xlsx, b"PK\x03\x04\x14\x00".to_vec()),
        (LexiconFormat::KhCoder, b"*a\nx |\n".to_vec()),
    ]
}

#[test]
fn a_broken_file_of_any_format_leaves_the_open_lexicon_as_it_is() {
    for (format, bytes) in broken() {
        let errors = import("bad", &bytes, PatternSyntax::Glob).expect_err(format.name());
        assert!(!errors.is_empty() && errors.iter().all(|error| !error.error.is_warning()), "{}", format.name());
        assert!(import_as(format, "bad", &bytes, PatternSyntax::Glob).is_err(), "{}", format.name());

        let mut engine = Engine::new();
        let mut set = |name: &str, text: String| {
            engine.apply(Change::SetLexicon(LexiconSource::File { name: name.to_owned(), text }))
        };
        let own = String::from_utf8(entry("\"сөз\"")).expect("it is text");
        set("own.toml", own).expect("it can be read");
        let rejection = set("bad", String::from_utf8_lossy(&bytes).into_owned()).expect_err(format.name());
        assert_eq!(rejection.document, None, "{}", format.name());
        assert_eq!(engine.table().lexicon.id, "x", "{}", format.name());
    }
}
