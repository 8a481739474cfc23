//! What only a WebAssembly machine can show. Run in Node by `cargo xtask test wasm`.
#![cfg(target_arch = "wasm32")]

use tarazy_engine::text::Span;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_span_names_the_same_bytes_where_addresses_have_four() {
    assert_eq!(size_of::<usize>(), size_of::<u32>());
    assert_eq!(Span::new(0, 12).of("Таразы"), "Таразы");
}

/// The samples count in WebAssembly as they do natively: the golden results are the same file.
#[wasm_bindgen_test]
fn the_sample_study_counts_as_natively() {
    use tarazy_engine::{
        counting::Measure,
        language::Language,
        matching::Policy,
        settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
        study::{Change, Engine},
    };
    use tarazy_report::report;

    const TEXTS: [(&str, &str, Language); 3] = [
        ("udhr-kaz.txt", include_str!("../www/samples/udhr-kaz.txt"), Language::Kazakh),
        ("udhr-rus.txt", include_str!("../www/samples/udhr-rus.txt"), Language::Russian),
        ("udhr-eng.txt", include_str!("../www/samples/udhr-eng.txt"), Language::English),
    ];
    const GOLDEN: [(Policy, &str); 3] = [
        (Policy::Longest, include_str!("it/snapshots/it__golden__declaration-longest.snap")),
        (Policy::Independent, include_str!("it/snapshots/it__golden__declaration-independent.snap")),
        (Policy::Liwc, include_str!("it/snapshots/it__golden__declaration-liwc.snap")),
    ];
    for (policy, golden) in GOLDEN {
        let mut engine = Engine::new();
        let mut apply = |change| engine.apply(change).expect("lexicon and texts can be read");
        apply(Change::SetLexicon(LexiconSource::Builtin("values".to_owned())));
        apply(Change::SetOptions(Options { policy, ..Options::default() }));
        for (id, (title, text, language)) in (0..).zip(TEXTS) {
            apply(Change::PutDocument {
                id: DocumentId(id),
                title: title.to_owned(),
                file: None,
                language: LanguageChoice::Fixed(language),
                reading: ReadingOptions::default(),
                bytes: text.as_bytes().to_vec(),
            });
        }
        let table = engine.table();
        let expected = golden.splitn(3, "---\n").nth(2).unwrap_or("");
        assert_eq!(
            report::csv(&table, Measure::Count, report::CsvStyle::PLAIN).trim(),
            expected.trim(),
            "{}",
            policy.name()
        );
    }
}

/// Calls a function of the JavaScript interface with an object written as JSON; returns what comes
/// back as JSON, or the code of the error that is thrown.
fn call(
    function: impl Fn(wasm_bindgen::JsValue) -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>,
    request: &str,
) -> Result<serde_json::Value, String> {
    let request = js_sys::JSON::parse(request).expect("JSON");
    match function(request) {
        Ok(result) => {
            let text = js_sys::JSON::stringify(&result).expect("plain data").as_string().expect("a string");
            Ok(serde_json::from_str(&text).expect("JSON"))
        }
        Err(thrown) => {
            assert!(wasm_bindgen::JsCast::is_instance_of::<js_sys::Error>(&thrown), "{thrown:?}");
            Err(js_sys::Reflect::get(&thrown, &"code".into()).ok().and_then(|code| code.as_string()).expect("a code"))
        }
    }
}

#[wasm_bindgen_test]
fn what_javascript_gets_has_places_in_its_own_strings() {
    // A string of JavaScript may hold half a letter; it takes one code unit as what stands for it
    // does.
    let text = r"\ud83d\ude00 \ud83d Еркiндiк! бостан\u00adдық";
    let request = format!(
        r#"{{"texts": [{{"title": "", "text": "{text}", "language": "kk"}}], "lexicon": "values", "category": "freedom"}}"#
    );
    let lines = call(tarazy::browser::kwic, &request).expect("lines");
    let places: Vec<_> = ["start", "end"].map(|name| lines["lines"][0][name].as_u64()).into();
    assert_eq!(places, [Some(5), Some(13)]);
    assert_eq!((&lines["lines"][1]["start"], &lines["lines"][1]["end"]), (&15.into(), &25.into()));
    assert_eq!((&lines["total"], &lines["lines"][0]["node"]), (&2.into(), &"Еркіндік".into()));
}

#[wasm_bindgen_test]
fn every_failure_is_an_error_with_a_code() {
    let texts = r#""texts": [{"title": "", "text": "Freedom."}]"#;
    let kwic = |rest: &str| call(tarazy::browser::kwic, &format!("{{{texts}, {rest}}}")).map(|_| ());
    assert_eq!(kwic(r#""lexicon": "values", "category": "freedom""#), Ok(()));
    assert_eq!(kwic(r#""lexicon": "values", "category": "happiness""#), Err("unknown-category".to_owned()));
    assert_eq!(kwic(r#""lexicon": "values""#), Err("request-invalid".to_owned()));
    assert_eq!(kwic(r#""lexicon": "values", "category": "freedom", "offset": 1.5"#), Err("request-invalid".to_owned()));
    for (unknown, place) in [
        (r#""lexicon": "values", "category": "freedom", "windows": 5"#, "the request"),
        (r#""lexicon": "values", "category": "freedom", "timeoutMs": 5"#, "the limit is the package's"),
        (r#""lexicon": "values", "category": "freedom", "options": {"polcy": "liwc"}"#, "the options"),
        (r#""lexicon": "values", "category": "freedom", "options": {"negation": "ignore", "Repair": true}"#, "letters"),
    ] {
        assert_eq!(kwic(unknown), Err("unknown-option".to_owned()), "{place}");
    }
    let text = r#"{"texts": [{"title": "", "text": "Freedom.", "lang": "en"}], "lexicon": "values"}"#;
    assert_eq!(call(tarazy::browser::analyze, text), Err("unknown-option".to_owned()));
    for nothing in ["null", "7", "[]", "\"text\""] {
        assert_eq!(call(tarazy::browser::kwic, nothing), Err("request-invalid".to_owned()), "{nothing}");
        assert_eq!(call(tarazy::browser::analyze, nothing), Err("request-invalid".to_owned()), "{nothing}");
    }
}
