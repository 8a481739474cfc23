//! Project files: packed and unpacked equal, hostile ones refused by name.

use std::collections::{BTreeMap, HashSet};

use tarazy_engine::{
    archive::{ArchiveWriter, read},
    counting::DominantValue,
    language::Language,
    lexicon::{LocalText, builtin_source},
    matching::ColumnId,
    settings::{DocumentId, LanguageChoice, LexiconSource, ReadingOptions},
    study::{Change, Engine, Record, RecordQuery},
};
use tarazy_report::{
    limits::{STUDY_LIMITS, StudyLimit},
    message::Messages,
    publication::{StudyFile, StudyFileError, TextsKept},
    recipe::{Counting, Recipe, RecipeInput, replay},
};

/// The last is given as one token a line; read as running text its hyphens would split words and
/// its lines be repaired.
const TEXTS: [(&str, &str); 3] = [
    ("Ақ жол", "Сөз бостандығына кепілдік беріледі. Әділеттілік пен теңдік."),
    ("Свобода", "Свобода и права человека."),
    ("Freedom", "freedom\nof\nthe_press\n\nequal-\nity\n"),
];

fn reading(title: &str) -> ReadingOptions {
    ReadingOptions { is_pretokenized: title == "Freedom", ..ReadingOptions::default() }
}

fn apply_all(engine: &mut Engine, changes: impl IntoIterator<Item = Change>) {
    for change in changes {
        engine.apply(change).expect("lexicon and texts can be read");
    }
}

fn study(words: Option<u32>, has_texts: bool) -> StudyFile {
    let lexicon = builtin_source("values").expect("it is built in").to_owned();
    let source = LexiconSource::File { name: "values.toml".to_owned(), text: lexicon.clone() };
    let local = |title: &str| LocalText { en: Some(title.to_owned()), ..LocalText::default() };
    let texts: Vec<Vec<u8>> = TEXTS.iter().map(|(_, text)| text.as_bytes().to_vec()).collect();
    let inputs = TEXTS.map(|(title, _)| RecipeInput {
        title: local(title),
        file: format!("{title}.txt"),
        language: LanguageChoice::Auto,
        reading: reading(title),
        ..RecipeInput::default()
    });
    let mut engine = Engine::new();
    let first = Recipe { texts: Vec::new(), ..Recipe::default() };
    apply_all(&mut engine, replay(&first, source.clone(), Vec::new()));
    let puts = (0..).zip(TEXTS).map(|(id, (title, text))| Change::PutDocument {
        id: DocumentId(id),
        title: title.to_owned(),
        file: None,
        language: LanguageChoice::Auto,
        reading: reading(title),
        bytes: text.as_bytes().to_vec(),
    });
    apply_all(&mut engine, puts);
    let table = engine.table();
    let record = engine.ask(RecordQuery { context_words: words }).expect("it is always answered");
    let recipe = Recipe::of(&table, inputs.to_vec(), Counting::default());
    StudyFile::new(recipe, lexicon, has_texts.then_some(texts), Some(record))
}

#[test]
fn a_study_is_unpacked_as_it_was_packed() {
    for (words, has_texts, kept) in
        [(None, true, TextsKept::Whole), (Some(3), false, TextsKept::Contexts(3)), (None, false, TextsKept::Hashes)]
    {
        let study = study(words, has_texts);
        let bytes = study.pack();
        assert_eq!(bytes, study.pack());
        let unpacked = StudyFile::unpack(&bytes).expect("it is sound");
        assert!(unpacked == study);
        assert_eq!(unpacked.kept(), kept);
        assert_eq!(unpacked.pack(), bytes);
        let holds = |needle: &str| {
            let entries = read(&bytes, STUDY_LIMITS).expect("an archive");
            entries.iter().any(|entry| String::from_utf8_lossy(&entry.bytes).contains(needle))
        };
        assert_eq!(holds("кепілдік беріледі."), has_texts || words.is_some());
        assert_eq!(holds(TEXTS[0].1), has_texts);
    }
}

#[test]
fn an_unpacked_study_makes_the_same_table() {
    let study = study(None, true);
    let source = LexiconSource::File { name: "lexicon.toml".to_owned(), text: study.lexicon.clone() };
    let mut engine = Engine::new();
    apply_all(&mut engine, replay(&study.recipe, source, study.texts.clone().unwrap_or_default()));
    let table = engine.table();
    let record = study.record.expect("results are kept");
    assert_eq!(table.documents, record.table.documents);
    assert_eq!(table.documents.iter().map(|row| row.is_pretokenized).collect::<Vec<_>>(), [false, false, true]);
    assert_eq!(table.documents[2].words, 5);
    assert_eq!(table.lexicon.sha256, record.table.lexicon.sha256);
}

fn repacked(study: &StudyFile, change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> Vec<u8> {
    let mut files: BTreeMap<String, Vec<u8>> = study.files().into_iter().collect();
    change(&mut files);
    let mut writer = ArchiveWriter::new();
    for (name, bytes) in &files {
        writer.add(name, bytes);
    }
    writer.finish()
}

#[test]
fn a_file_that_is_not_what_its_recipe_names_is_refused_by_name() {
    let whole = study(None, true);
    let bare = StudyFile { record: None, ..whole.clone() };
    let text = whole.recipe.texts[1].file.clone();
    let refuse = |bytes: &[u8]| StudyFile::unpack(bytes).expect_err("it must not open");
    let name = |name: &str| name.to_owned();
    assert_eq!(
        refuse(&repacked(&whole, |files| drop(files.insert(text.clone(), b"x".to_vec())))),
        StudyFileError::Differs { name: text.clone() }
    );
    assert_eq!(
        refuse(&repacked(&whole, |files| files.entry(name("lexicon.toml")).or_default().push(b'\n'))),
        StudyFileError::Differs { name: name("lexicon.toml") }
    );
    assert_eq!(
        refuse(&repacked(&bare, |files| drop(files.remove(&text)))),
        StudyFileError::Missing { name: text.clone() }
    );
    assert_eq!(
        refuse(&repacked(&whole, |files| drop(files.remove("study.toml")))),
        StudyFileError::Missing { name: name("study.toml") }
    );
    assert_eq!(
        refuse(&repacked(&whole, |files| drop(files.insert(name("record.json"), b"{}".to_vec())))),
        StudyFileError::Unreadable { name: name("record.json") }
    );
    assert_eq!(
        refuse(&repacked(&whole, |files| drop(files.insert(name("lexicon.toml"), vec![0xFF])))),
        StudyFileError::Unreadable { name: name("lexicon.toml") }
    );
    assert_eq!(refuse(b"PK"), StudyFileError::Damaged);
    for end in 0..whole.pack().len() {
        assert!(StudyFile::unpack(&whole.pack()[..end]).is_err());
        if end > 400 {
            break;
        }
    }
}

#[test]
fn a_record_whose_parts_do_not_fit_is_not_shown() {
    let sound = study(None, true);
    let forged = |change: fn(&mut Record)| {
        let mut study = sound.clone();
        study.record.as_mut().into_iter().for_each(change);
        StudyFile::unpack(&study.pack()).expect("its texts are sound").record
    };
    assert!(forged(|_| {}).is_some());
    assert!(forged(|record| drop(record.table.documents.pop())).is_none());
    assert!(forged(|record| record.table.documents[0].cells.truncate(1)).is_none());
    let dominant = |record: &mut Record| {
        record.table.table1[0].dominant.push(DominantValue { column: ColumnId(99), share: 1.0 });
    };
    assert!(forged(dominant).is_none());
    assert!(forged(|record| record.explanations[0].document.0 = 99).is_none());
}

#[test]
fn every_refusal_has_a_sentence_in_three_languages() {
    let name = || "texts/01-a.txt".to_owned();
    let errors = [
        StudyFileError::Missing { name: name() },
        StudyFileError::Differs { name: name() },
        StudyFileError::Unreadable { name: name() },
        StudyFileError::Damaged,
        StudyFileError::Locked,
    ];
    let limits = StudyLimit::ALL.map(StudyFileError::TooLarge);
    let mut sentences = HashSet::new();
    for error in errors.iter().chain(&limits) {
        for language in Language::ALL {
            let sentence = Messages::new(language).problem(&error.problem("study.tarazy"));
            assert!(sentence.starts_with("study.tarazy"), "{sentence}");
            assert!(!sentence.contains("study-"), "{sentence}");
            let has_number = sentence.contains(|letter: char| letter.is_ascii_digit());
            assert!(has_number || !limits.contains(error), "{sentence}");
            assert!(sentences.insert(sentence), "each names its own reason: {error}");
        }
    }
}
