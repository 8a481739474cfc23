//! A small study with a lexicon that has every fault lint knows, a lexicon before it, and what the engine says of them.

#![allow(dead_code, missing_docs, reason = "shared by the tests and the preview, which use different parts")]

use tarazy::ui::state::Shared;
use tarazy_engine::{
    counting::Comparison,
    language::Language,
    matching::Policy,
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{Command, Engine, Event, LexiconDifference, LintReport, PolicyDifference, Request},
};

const BEFORE: &str = r#"
format = 1
id = "workbench"
version = "1.0.0"
title = { kk = "Құндылықтар", ru = "Ценности", en = "Values" }
[[category]]
id = "freedom"
title = { kk = "Еркіндік", ru = "Свобода", en = "Freedom" }
kk.entries = ["тәуелсіз", "азат", "бостандық"]
[[category]]
id = "law"
title = { kk = "Заң", ru = "Закон", en = "Law" }
kk.entries = ["сот", "заң", "құқық"]
[[category]]
id = "homeland"
title = { kk = "Отан", ru = "Родина", en = "Homeland" }
[category.kk]
entries = ["отан", "ту"]
not = ["Отан партиясы"]
"#;

const AFTER: &str = r#"
format = 1
id = "workbench"
version = "1.1.0"
title = { kk = "Құндылықтар", ru = "Ценности", en = "Values" }
[[category]]
id = "freedom"
title = { kk = "Еркіндік", ru = "Свобода", en = "Freedom" }
kk.entries = ["тәуелсіз", "бостандық", "тең*", "әдiлет"]
[[category]]
id = "justice"
title = { kk = "Әділдік", ru = "Справедливость", en = "Justice" }
kk.entries = ["сот", "тәуелсіз сот", { pattern = "заң", weight = 2.5, note = "<b>" }, "құқық", "құқығы"]
[[category]]
id = "homeland"
title = { kk = "Отан", ru = "Родина", en = "Homeland" }
kk.entries = [{ pattern = "отан", pos = "noun" }, "заң"]
"#;

const TEXTS: [(&str, &str); 2] = [
    (
        "Бағдарлама",
        "Тәуелсіз сот пен заң. Тәуелсіз сотқа сенеміз! Теңдік, теңдікке; теңге, теңгемен және теңіз. Адам құқығы, \
         құқығын қорғау. Отан партиясы, Отанымыз. Заңға, заңның, заңмен, заңды.",
    ),
    ("<img src=x onerror=alert(1)>", "Азат ел. Тәуелсіз сот."),
];

fn source(text: &str) -> LexiconSource {
    LexiconSource::File { name: "workbench.toml".to_owned(), text: text.to_owned() }
}

fn ask(texts: &[(&str, &str)], command: Option<Command>) -> Event {
    let mut engine = Engine::new();
    let documents = (1..).zip(texts).map(|(id, (title, text))| Command::PutDocument {
        id: DocumentId(id),
        title: (*title).to_owned(),
        file: None,
        language: LanguageChoice::Fixed(Language::Kazakh),
        reading: ReadingOptions::default(),
        bytes: (*text).into(),
    });
    let first = [Command::SetLexicon(source(AFTER)), Command::SetOptions(Options::default())];
    for (sequence, command) in (1..).zip(first.into_iter().chain(documents).chain(command)) {
        engine.submit(Request { sequence, revision: 1, command });
    }
    engine.run().pop().map(|reply| reply.event).expect("every question is answered")
}

pub fn table() -> Shared<Comparison> {
    match ask(&TEXTS, None) {
        Event::Compared(table) => Shared::from(table),
        other => panic!("{other:?}"),
    }
}

fn lint_of(texts: &[(&str, &str)], limit: u32) -> Shared<LintReport> {
    match ask(texts, Some(Command::Lint { language: None, kind: None, offset: 0, limit })) {
        Event::Linted(report) => Shared::from(report),
        other => panic!("{other:?}"),
    }
}

pub fn lint() -> Shared<LintReport> {
    lint_of(&TEXTS, 20)
}

pub fn lint_first() -> Shared<LintReport> {
    lint_of(&TEXTS, 1)
}

pub fn lint_without_texts() -> Shared<LintReport> {
    lint_of(&[], 20)
}

fn difference_of(before: &str, causes: u32) -> Shared<LexiconDifference> {
    match ask(&TEXTS, Some(Command::CompareLexicons { other: source(before), offset: 0, limit: 40, causes })) {
        Event::LexiconsCompared(difference) => Shared::from(difference),
        other => panic!("{other:?}"),
    }
}

pub fn difference() -> Shared<LexiconDifference> {
    difference_of(BEFORE, 1)
}

pub fn no_difference() -> Shared<LexiconDifference> {
    difference_of(AFTER, 1)
}

pub fn policies(other: Policy, document: Option<DocumentId>) -> Shared<PolicyDifference> {
    let column = document.map(|_| tarazy_engine::matching::ColumnId(0));
    let command = Command::ComparePolicies { other, document, column, offset: 0, limit: 3, width: 24 };
    match ask(&TEXTS, Some(command)) {
        Event::PoliciesCompared(difference) => Shared::from(difference),
        other => panic!("{other:?}"),
    }
}
