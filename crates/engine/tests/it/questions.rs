//! Laws of changes and questions: pieces of work, rejected changes, and answers that agree with
//! each other.

use std::cell::Cell;

use proptest::prelude::*;
use tarazy_engine::{
    language::Language,
    lexicon::{EntryId, EntryKey, EntryPlace, FieldChange, LexiconEdit},
    matching::{ColumnId, Policy},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options},
    study::{
        AskError, CellQuery, Change, ContextExtent, ContextsQuery, Engine, LintQuery, Needs, OpenStudy, Outline,
        OutlineQuery, OutlineRow, ProbeQuery, Progress, Query, Refusal, TextPageQuery, VerificationQuery,
    },
};

use crate::study::{file, put, study};

const LEXICON: &str = r#"
format = 1
id = "small"
version = "1"
[[category]]
id = "freedom"
kk.entries = ["бостандық", "сөз бостандығы"]
en.entries = ["=Free =Market", "freedom"]
[[category]]
id = "state"
kk.entries = ["заң", "сөз"]
en.entries = ["law"]
"#;

const ENGLISH: LanguageChoice = LanguageChoice::Fixed(Language::English);
const KAZAKH: LanguageChoice = LanguageChoice::Fixed(Language::Kazakh);

fn add(pattern: &str) -> Change {
    Change::EditLexicon(LexiconEdit::AddEntry {
        category: "state".to_owned(),
        language: Some(Language::Kazakh),
        fields: vec![FieldChange { key: EntryKey::Pattern, values: vec![pattern.to_owned()] }],
    })
}

fn whole_outline() -> OutlineQuery {
    OutlineQuery { limit: u32::MAX, ..OutlineQuery::default() }
}

fn contexts(column: u32) -> ContextsQuery {
    ContextsQuery { extent: ContextExtent::Characters(20), ..ContextsQuery::new(ColumnId(column)) }
}

/// Answers a question piece by piece.
fn ask_in_pieces<Q: Query>(engine: &mut Engine, query: Q) -> Result<Q::Answer, AskError> {
    engine.begin_question(&query);
    while engine.prepare(&query) {}
    engine.answer(query)
}

fn language() -> impl Strategy<Value = LanguageChoice> {
    prop::sample::select(vec![LanguageChoice::Auto, KAZAKH, ENGLISH])
}

/// A change of any kind; some of them are rejected.
fn change() -> impl Strategy<Value = Change> {
    let id = || 1_u32..4;
    let text = prop::sample::select(vec![
        "Сөз бостандығына кепілдік беріледі, ал құқық заңмен қорғалады.",
        "The freedom of speech is a right that the law protects. Free, Market!",
        "Бостандықтың бағасын білетін ұрпақ. The law of the free market.",
        // No text at all is rejected.
        "",
    ]);
    let lexicon = prop::sample::select(vec![
        file(LEXICON),
        file("format = 9"),
        LexiconSource::Builtin("values".to_owned()),
        LexiconSource::Builtin("nowhere".to_owned()),
    ]);
    let options = (prop::sample::select(Policy::ALL.to_vec()), any::<bool>());
    prop_oneof![
        4 => (id(), language(), text).prop_map(|(id, language, text)| put(id, language, text)),
        1 => id().prop_map(|id| Change::RemoveDocument(DocumentId(id))),
        1 => id().prop_map(|id| Change::RenameDocument(DocumentId(id), "Another title".to_owned())),
        1 => (id(), language()).prop_map(|(id, language)| Change::SetLanguage(DocumentId(id), language)),
        1 => Just((1..4).map(DocumentId).collect::<Vec<_>>()).prop_shuffle().prop_map(Change::OrderDocuments),
        2 => lexicon.prop_map(Change::SetLexicon),
        2 => prop::sample::select(vec!["құқық", "сөз бостандығына кепіл", "құқық["]).prop_map(add),
        2 => options.prop_map(|(policy, case_sensitive)| {
            Change::SetOptions(Options { policy, case_sensitive, ..Options::default() })
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// After each change at most two pieces are done, so that a change may follow one that is not
    /// complete.
    #[test]
    fn a_study_that_is_changed_in_pieces_is_as_one_that_is_changed_at_once(
        changes in prop::collection::vec((change(), 0_u8..3, 0_u8..3, any::<bool>()), 1..8),
    ) {
        let mut whole = study(file(LEXICON), Options::default(), &[]);
        let mut pieces = study(file(LEXICON), Options::default(), &[]);
        for (change, advances, counts, asks) in changes {
            prop_assert_eq!(pieces.begin(change.clone()), whole.apply(change));
            for _ in 0..advances {
                pieces.advance();
            }
            for _ in 0..counts {
                pieces.count();
            }
            if asks {
                prop_assert_eq!(ask_in_pieces(&mut pieces, whole_outline()), whole.ask(whole_outline()));
                prop_assert_eq!(ask_in_pieces(&mut pieces, contexts(0)), whole.ask(contexts(0)));
            }
        }
        while pieces.advance().is_some() {}
        prop_assert!(!pieces.is_changing());
        while pieces.count() {}
        let table = whole.table();
        prop_assert_eq!(&pieces.table(), &table);
        let published = || VerificationQuery { published: Box::new(table.clone()) };
        let verification = ask_in_pieces(&mut pieces, published());
        prop_assert_eq!(&verification, &whole.ask(published()));
        prop_assert_eq!(verification.map(|own| own.discrepancies), Ok(Vec::new()));
    }
}

#[test]
fn a_long_text_is_tokenized_in_pieces() {
    let text = "Сөз бостандығына кепілдік беріледі, ал құқық заңмен қорғалады.\n".repeat(2_600);
    let mut pieces = study(file(LEXICON), Options::default(), &[(KAZAKH, "Заң.")]);
    assert_eq!(pieces.begin(put(2, KAZAKH, text.as_str())), Ok(None));
    let mut done = 0;
    while let Some(progress) = pieces.advance() {
        assert_eq!((progress.document, progress.total), (DocumentId(2), text.len() as u64));
        let Progress { done: now, total, .. } = progress;
        assert!(done < now && now < total && pieces.is_changing(), "{progress:?}");
        done = now;
    }
    assert!(done > 0 && !pieces.is_changing());
    assert!(pieces.count() && pieces.count() && !pieces.count(), "one text is counted at a time");
    let mut whole = study(file(LEXICON), Options::default(), &[(KAZAKH, "Заң."), (KAZAKH, &text)]);
    assert_eq!(pieces.table(), whole.table());
}

#[test]
fn a_text_on_its_way_is_kept_when_another_change_is_made() {
    for change in [put(1, KAZAKH, "Заң."), put(3, KAZAKH, ""), Change::SetOptions(Options::default())] {
        let mut pieces = study(file(LEXICON), Options::default(), &[]);
        let mut whole = study(file(LEXICON), Options::default(), &[(KAZAKH, "Сөз.")]);
        assert_eq!(pieces.begin(put(1, KAZAKH, "Сөз.")), Ok(None));
        assert_eq!(pieces.apply(change.clone()), whole.apply(change.clone()));
        assert_eq!(pieces.table(), whole.table(), "{change:?}");
    }
}

/// A question that notes how often it is begun.
struct Begun<'test>(&'test Cell<u32>);

impl Query for Begun<'_> {
    type Answer = usize;

    fn begin(&self, _study: &mut OpenStudy) {
        self.0.set(self.0.get() + 1);
    }

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Counts
    }

    fn answer(self, study: &mut OpenStudy) -> Result<usize, AskError> {
        Ok(study.lexicon().entries.len())
    }
}

#[test]
fn a_question_is_begun_once() {
    let mut engine = study(file(LEXICON), Options::default(), &[(KAZAKH, "Сөз.")]);
    let begun = Cell::new(0);
    assert_eq!(engine.ask(Begun(&begun)), Ok(7));
    assert_eq!(begun.take(), 1);
    assert_eq!(ask_in_pieces(&mut engine, Begun(&begun)), Ok(7));
    assert_eq!(begun.take(), 1);
}

fn counted(outline: &Outline) -> Vec<Option<u64>> {
    let count = |row: &OutlineRow| match row {
        OutlineRow::Category { counted, .. } => *counted,
        OutlineRow::Entry { statuses, .. } => statuses.map(|statuses| statuses.counted),
    };
    outline.rows.iter().map(count).collect()
}

#[test]
fn the_outline_counts_the_texts_as_they_are() {
    let outline = |engine: &mut Engine| engine.ask(whole_outline()).expect("it is always answered");
    let mut engine = study(file(LEXICON), Options::default(), &[(KAZAKH, "Сөз бостандығы.")]);
    // freedom: бостандық, сөз бостандығы, =Free =Market, freedom; state: заң, сөз, law.
    let first = [Some(1), Some(0), Some(1), None, None, Some(0), Some(0), Some(0), None];
    assert_eq!(counted(&outline(&mut engine)), first);
    let two = [Some(2), Some(1), Some(1), None, None, Some(2), Some(2), Some(0), None];
    let three = [Some(3), Some(1), Some(1), Some(0), Some(1), Some(2), Some(2), Some(0), Some(0)];
    for (change, expected) in [
        (put(2, KAZAKH, "Бостандық, заң, заң."), two),
        (put(3, ENGLISH, "Freedom!"), three),
        (Change::RemoveDocument(DocumentId(3)), two),
        (put(2, KAZAKH, "%PDF-1.7"), two),
        (
            Change::SetLanguage(DocumentId(2), ENGLISH),
            [Some(1), Some(0), Some(1), Some(0), Some(0), Some(0), Some(0), Some(0), Some(0)],
        ),
        (Change::RemoveDocument(DocumentId(2)), first),
    ] {
        // A file of another kind is rejected.
        let _: Result<_, Refusal> = engine.apply(change.clone());
        assert_eq!(counted(&outline(&mut engine)), expected, "{change:?}");
    }
}

/// The forms of the first column and how often each counts: by its cell, by its contexts and by its
/// only entry.
fn forms(engine: &mut Engine) -> [Vec<(String, u64)>; 3] {
    let (document, column) = (DocumentId(1), ColumnId(0));
    let cell = engine.ask(CellQuery { document, column }).expect("the cell is there");
    let probe = engine.ask(ProbeQuery { entry: EntryId(0), document: None }).expect("the entry is there");
    let mut by_contexts: Vec<(String, u64)> = Vec::new();
    for line in engine.ask(contexts(0)).expect("it is always answered").lines {
        match by_contexts.iter_mut().find(|(form, _)| *form == line.form) {
            Some((_, count)) => *count += 1,
            None => by_contexts.push((line.form, 1)),
        }
    }
    let by_cell = cell.forms.into_iter().map(|own| (own.form, own.matches)).collect();
    let by_probe = probe.forms.into_iter().map(|own| (own.form, own.statuses.counted)).collect();
    [by_cell, by_contexts, by_probe].map(|mut forms| {
        forms.sort();
        forms
    })
}

#[test]
fn a_match_has_one_form_in_every_answer() {
    let text = "Free, Market! A free market; Free Market. FREE – MARKET";
    for (entry, policy, case_sensitive, expected) in [
        ("\"=Free =Market\"", Policy::Liwc, true, vec![("Free Market", 2)]),
        ("\"=Free =Market\"", Policy::Liwc, false, vec![("free market", 4)]),
        ("\"=Free =Market\"", Policy::Longest, true, vec![("Free Market", 1)]),
        ("\"=Free =Market\"", Policy::Longest, false, vec![("free market", 2)]),
        ("\"=Free =Market\"", Policy::Independent, true, vec![("Free Market", 1)]),
        ("\"free market\"", Policy::Liwc, true, vec![("free market", 1)]),
        ("\"free market\"", Policy::Liwc, false, vec![("free market", 4)]),
        (
            "{ pattern = \"free market\", crosses_punctuation = true }",
            Policy::Longest,
            false,
            vec![("free , market", 1), ("free market", 2), ("free – market", 1)],
        ),
        (
            "{ pattern = \"=Free =Market\", crosses_punctuation = true }",
            Policy::Longest,
            true,
            vec![("Free , Market", 1), ("Free Market", 1)],
        ),
    ] {
        let lexicon =
            format!("format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\nen.entries = [{entry}]\n");
        let options = Options { policy, case_sensitive, ..Options::default() };
        let mut engine = study(file(&lexicon), options, &[(ENGLISH, text)]);
        let expected: Vec<_> = expected.into_iter().map(|(form, count)| (form.to_owned(), count)).collect();
        for found in forms(&mut engine) {
            assert_eq!(found, expected, "{entry} {policy:?} {case_sensitive}");
        }
    }
}

#[test]
fn a_form_excludes_its_matches_under_liwc() {
    let lexicon =
        "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\nen.entries = [\"=Free =Market\"]\n";
    for case_sensitive in [false, true] {
        let options = Options { policy: Policy::Liwc, case_sensitive, ..Options::default() };
        let mut engine = study(file(lexicon), options, &[(ENGLISH, "Free, Market! Free Market.")]);
        let lines = engine.ask(contexts(0)).expect("it is always answered").lines;
        assert_eq!(lines.len(), 2);
        let entry = EntryPlace {
            category: "a".to_owned(),
            language: Some(Language::English),
            at: 0,
            written: "=Free =Market".to_owned(),
        };
        let exclude = LexiconEdit::ExcludeForm { entry, form: lines[0].form.clone() };
        engine.apply(Change::EditLexicon(exclude)).expect("the entry is there");
        let cell = engine.ask(CellQuery { document: DocumentId(1), column: ColumnId(0) }).expect("the cell is there");
        assert_eq!((cell.forms.len(), cell.excluded), (0, 2), "{case_sensitive}");
    }
}

#[test]
fn a_rejected_change_leaves_table_and_answers_as_they_were() {
    let mut engine = study(file(LEXICON), Options::default(), &[(KAZAKH, "Сөз бостандығы."), (ENGLISH, "The law.")]);
    let look = |engine: &mut Engine| {
        let lint = LintQuery { language: None, kind: None, offset: 0, limit: u32::MAX };
        let page = TextPageQuery { document: DocumentId(1), at: 0 };
        let answers = (engine.ask(whole_outline()), engine.ask(contexts(0)), engine.ask(lint), engine.ask(page));
        (engine.table(), answers)
    };
    let expected = look(&mut engine);
    let nowhere =
        EntryPlace {
            category: "state".to_owned(), language: Some(Language::Kazakh), at: 7, written: "ел".to_owned()
        };
    for (change, document) in [
        (put(1, KAZAKH, "%PDF-1.7"), Some(1)),
        (put(9, KAZAKH, b"\xFF\xFE\x00"), Some(9)),
        (Change::SetLexicon(file("format = 9")), None),
        (Change::SetLexicon(LexiconSource::Builtin("nowhere".to_owned())), None),
        (add("құқық["), None),
        (Change::EditLexicon(LexiconEdit::RemoveEntries(vec![nowhere])), None),
    ] {
        let rejection = engine.apply(change.clone()).expect_err("it cannot be made");
        assert_eq!(rejection.document, document.map(DocumentId), "{change:?}");
        assert!(!rejection.problems.is_empty(), "{change:?}");
        assert!(look(&mut engine) == expected, "{change:?}");
    }
    // The next edit is that of the lexicon as it was.
    engine.apply(add("кепіл")).expect("it is a new entry");
    assert_eq!(engine.table().lexicon.entries, expected.0.lexicon.entries + 1);
}
