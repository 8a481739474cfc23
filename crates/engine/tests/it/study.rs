//! A study of a lexicon and some texts, for tests that ask about it.

use tarazy_engine::{
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{Change, Engine},
};

/// A lexicon's file.
pub fn file(text: &str) -> LexiconSource {
    LexiconSource::File { name: "lexicon.toml".to_owned(), text: text.to_owned() }
}

/// A document with the title `text 1`, `text 2` …
pub fn put(id: u32, language: LanguageChoice, bytes: impl Into<Vec<u8>>) -> Change {
    Change::PutDocument {
        id: DocumentId(id),
        title: format!("text {id}"),
        file: None,
        language,
        reading: ReadingOptions::default(),
        bytes: bytes.into(),
    }
}

/// A study of texts that are numbered from 1.
pub fn study(lexicon: LexiconSource, options: Options, texts: &[(LanguageChoice, &str)]) -> Engine {
    let mut engine = Engine::new();
    let texts = (1..).zip(texts).map(|(id, (language, text))| put(id, *language, *text));
    for change in [Change::SetLexicon(lexicon), Change::SetOptions(options)].into_iter().chain(texts) {
        engine.apply(change).expect("lexicon and texts can be read");
    }
    engine
}
