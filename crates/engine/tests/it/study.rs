//! A study of a lexicon and some texts, for tests that ask about it.

use tarazy_engine::{
    matching::ColumnId,
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{Change, ContextExtent, ContextsQuery, Engine},
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

/// Asserts that what `ask` does changes neither the table nor the contexts of the first two columns.
pub fn assert_unchanged(new: impl Fn() -> Engine, ask: impl Fn(&mut Engine)) {
    let look = |engine: &mut Engine| {
        let contexts = |column| ContextsQuery {
            limit: 50,
            extent: ContextExtent::Characters(30),
            ..ContextsQuery::new(ColumnId(column))
        };
        (engine.table(), engine.ask(contexts(0)), engine.ask(contexts(1)))
    };
    let expected = look(&mut new());
    // The first time nothing is counted yet, the second time everything.
    let mut engine = new();
    for _ in 0..2 {
        ask(&mut engine);
        assert_eq!(look(&mut engine), expected);
    }
}
