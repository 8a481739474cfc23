//! The strings as texts, as titles and file names, and as a lexicon: read, counted, and published.

use std::collections::BTreeSet;

use tarazy_engine::language::Language;
use tarazy_report::{
    message::Messages,
    publication::{package, study_page},
    report::{self, CsvStyle, contexts_csv},
};

use super::{
    STRINGS,
    crowd::{as_text, study},
    pages::carried,
    places::frame,
    shapes::{benign, office, page, shown},
};

#[test]
fn every_string_is_counted_and_published_as_a_text() {
    let study = study(&STRINGS);
    assert!(study.lexicon.entries.len() > 100, "{}", study.lexicon.entries.len());
    assert_eq!(study.table.documents.len(), STRINGS.len());
    assert!(study.table.documents.iter().all(|row| row.cells[1].count == 2), "every text is counted");
    let harmless: Vec<String> = STRINGS.iter().map(|word| benign(word)).collect();
    let harmless_titles = {
        let mut study = study.clone();
        for ((row, text), word) in study.table.documents.iter_mut().zip(&mut study.file.recipe.texts).zip(&harmless) {
            row.title.clone_from(word);
            (text.title.kk, text.title.ru, text.title.en) =
                (Some(word.clone()), Some(word.clone()), Some(word.clone()));
            (text.source, text.licence) = (word.clone(), word.clone());
        }
        study
    };
    let messages = Messages::new(Language::Kazakh);
    let html = study_page(&study.file, &study.table, &frame(), &messages);
    let found = page(&html);
    let expected = page(&study_page(&harmless_titles.file, &harmless_titles.table, &frame(), &messages));
    assert_eq!(found.elements, expected.elements);
    let ids: BTreeSet<&String> = found.ids.iter().collect();
    assert_eq!(ids.len(), found.ids.len());
    assert!(!html.contains("{$") && !html.contains("ojs://"));
    for word in STRINGS.iter() {
        let title = shown(word);
        assert!(found.texts.iter().any(|(name, text)| name == "th" && *text == title), "{title:?}");
    }
    let carried = carried(&html);
    let texts = carried.texts.expect("they are whole");
    assert!(texts.iter().zip(STRINGS.iter()).all(|(bytes, word)| {
        let text = String::from_utf8_lossy(bytes);
        text.contains(&as_text(word))
    }));
    let bytes = package(&study.file, &study.table, &html, &study.contexts, &messages).expect("it fits");
    let entries = tarazy_engine::archive::read(&bytes, tarazy_report::limits::STUDY_LIMITS).expect("it is an archive");
    assert_eq!(entries.iter().filter(|entry| entry.name.starts_with("texts/")).count(), STRINGS.len());
}

#[test]
fn every_string_of_a_lexicon_stays_a_word_in_what_is_written_of_it() {
    let study = study(&STRINGS[..120]);
    for messages in Language::ALL.map(Messages::new) {
        let appendix = report::lexicon_appendix(&study.lexicon, &messages);
        let elements = page(&appendix.html_page()).elements;
        let allowed = ["doctype", "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "strong"];
        let name = |element: &String| element.split('[').next().unwrap_or_default().to_owned();
        assert!(elements.iter().all(|element| allowed.contains(&name(element).as_str())), "{elements:?}");
        for (_, elements) in office(&report::docx(&appendix)) {
            assert!(!elements.is_empty());
        }
        let workbook = report::study_workbook(&study.methods(), &messages);
        assert!(
            office(&workbook).iter().all(|(_, elements)| !elements.iter().any(|element| element.starts_with("f[")))
        );
    }
    let contexts = contexts_csv(&study.contexts, &study.table, CsvStyle::PLAIN);
    let mut reader = csv::Reader::from_reader(contexts.as_bytes());
    assert_eq!(reader.records().filter_map(Result::ok).count(), study.contexts.len());
}
