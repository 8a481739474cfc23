//! What only a WebAssembly machine can show. Run in Node by `cargo xtask test wasm`.
#![cfg(target_arch = "wasm32")]

use tarazy::text::Span;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_span_names_the_same_bytes_where_addresses_have_four() {
    assert_eq!(size_of::<usize>(), size_of::<u32>());
    assert_eq!(Span::new(0, 12).of("Таразы"), "Таразы");
}

/// The samples count in WebAssembly as they do natively: the golden results are the same file.
#[wasm_bindgen_test]
fn the_sample_study_counts_as_natively() {
    use tarazy::{
        counting::Measure,
        language::Language,
        matching::Policy,
        report,
        study::{Command, DocumentId, Engine, Event, LanguageChoice, LexiconSource, Options, Reading, Request},
    };

    const TEXTS: [(&str, &str, Language); 3] = [
        ("udhr-kaz.txt", include_str!("../www/samples/udhr-kaz.txt"), Language::Kazakh),
        ("udhr-rus.txt", include_str!("../www/samples/udhr-rus.txt"), Language::Russian),
        ("udhr-eng.txt", include_str!("../www/samples/udhr-eng.txt"), Language::English),
    ];
    const GOLDEN: [(Policy, &str); 3] = [
        (Policy::Longest, include_str!("snapshots/golden__declaration-longest.snap")),
        (Policy::Independent, include_str!("snapshots/golden__declaration-independent.snap")),
        (Policy::Liwc, include_str!("snapshots/golden__declaration-liwc.snap")),
    ];
    for (policy, golden) in GOLDEN {
        let mut engine = Engine::new();
        let mut submit = |command| engine.submit(Request { sequence: 1, revision: 1, command });
        submit(Command::SetLexicon(LexiconSource::Builtin("values".to_owned())));
        submit(Command::SetOptions(Options { policy, ..Options::default() }));
        for (id, (title, text, language)) in (0..).zip(TEXTS) {
            let language = LanguageChoice::Fixed(language);
            let bytes = text.as_bytes().to_vec();
            submit(Command::PutDocument {
                id: DocumentId(id),
                title: title.to_owned(),
                file: None,
                language,
                reading: Reading::default(),
                bytes,
            });
        }
        let table = engine.run().pop().map(|reply| reply.event);
        let Some(Event::Compared(table)) = table else { panic!("{table:?}") };
        let expected = golden.splitn(3, "---\n").nth(2).unwrap_or("");
        assert_eq!(report::csv(&table, Measure::Count).trim(), expected.trim(), "{}", policy.name());
    }
}
