//! A small study with a lexicon that has every fault lint knows, a lexicon before it, and what the
//! engine answers about them.

#![allow(dead_code, missing_docs, reason = "shared by the tests and the preview, which use different parts")]

use tarazy::ui::state::Shared;
use tarazy_engine::{
    counting::Comparison,
    language::Language,
    matching::{ColumnId, Policy},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{
        Change, Engine, LexiconDifference, LexiconDifferenceQuery, LintQuery, LintReport, PolicyDifference,
        PolicyDifferenceQuery,
    },
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

fn study(texts: &[(&str, &str)]) -> Engine {
    let mut engine = Engine::new();
    let documents = (1..).zip(texts).map(|(id, (title, text))| Change::PutDocument {
        id: DocumentId(id),
        title: (*title).to_owned(),
        file: None,
        language: LanguageChoice::Fixed(Language::Kazakh),
        reading: ReadingOptions::default(),
        bytes: (*text).into(),
    });
    let first = [Change::SetLexicon(source(AFTER)), Change::SetOptions(Options::default())];
    for change in first.into_iter().chain(documents) {
        engine.apply(change).expect("lexicon and texts can be read");
    }
    engine
}

pub fn table() -> Shared<Comparison> {
    Shared::from(study(&TEXTS).table())
}

fn lint_of(texts: &[(&str, &str)], limit: u32) -> Shared<LintReport> {
    let query = LintQuery { language: None, kind: None, offset: 0, limit };
    Shared::from(study(texts).ask(query).expect("it is always answered"))
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
    let query = LexiconDifferenceQuery { before: source(before), offset: 0, limit: 40, causes };
    Shared::from(study(&TEXTS).ask(query).expect("the lexicon before can be read"))
}

pub fn difference() -> Shared<LexiconDifference> {
    difference_of(BEFORE, 1)
}

pub fn no_difference() -> Shared<LexiconDifference> {
    difference_of(AFTER, 1)
}

pub fn policies(other: Policy, document: Option<DocumentId>) -> Shared<PolicyDifference> {
    let column = document.map(|_| ColumnId(0));
    let query = PolicyDifferenceQuery { other, document, column, offset: 0, limit: 3, width: 24 };
    Shared::from(study(&TEXTS).ask(query).expect("it is always answered"))
}
