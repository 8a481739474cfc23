//! The parallel view, rendered natively.

use crate::rendering::{assert_reads, html};

use tarazy::ui::{pages::lexicon::LexiconParallel, state::Shared};
use tarazy_engine::{
    counting::Comparison,
    language::Language,
    lexicon::{EntryId, LocalText},
    study::{
        ParallelCategory, ParallelCell, ParallelColumn, ParallelEntry, ParallelPage, ParallelRow, ParallelSubject,
        ParallelTotals, Yield,
    },
};
use tarazy_report::message::Messages;
use yew::prelude::*;

fn parallel(page: Option<ParallelPage>) -> Html {
    let only_gaps = page.as_ref().is_some_and(|page| page.only_gaps);
    html! {
        <LexiconParallel
            table={Shared::from(Comparison::default())}
            page={page.map(Shared::from)}
            {only_gaps}
            on_ask={Callback::noop()}
            on_open={Callback::noop()}
        />
    }
}

fn local(kk: &str, ru: &str, en: &str) -> LocalText {
    LocalText { kk: Some(kk.to_owned()), ru: Some(ru.to_owned()), en: Some(en.to_owned()) }
}

fn titles() -> Vec<LocalText> {
    vec![local("Құндылықтар", "Ценности", "Values"), local("Еркіндік", "Свобода", "Freedom")]
}

/// Entries with a star behind those that have a note, and their matches in 2,000 words.
fn cell(first: u32, entries: &[&str], matches: Option<u64>) -> ParallelCell {
    let entry = |(id, written): (u32, &&str)| ParallelEntry {
        id: EntryId(id),
        written: written.trim_end_matches('*').to_owned(),
        has_note: written.ends_with('*'),
    };
    ParallelCell {
        entry_count: u32::try_from(entries.len()).expect("there are few"),
        entries: (first..).zip(entries).map(entry).collect(),
        caught: matches.map(|matches| Yield { matches, per_thousand: matches as f64 / 2.0 }),
    }
}

fn row(subject: ParallelSubject, cells: Vec<ParallelCell>) -> ParallelRow {
    ParallelRow { category: "values/freedom".to_owned(), subject, cells, is_gap: false, is_uneven: false }
}

/// Kazakh and Russian texts, no English one.
fn page() -> ParallelPage {
    let concept = |name: &str| ParallelSubject::Concept(name.to_owned());
    let head = |entries: u32, matches: Option<u64>| ParallelCell { entry_count: entries, ..cell(0, &[], matches) };
    ParallelPage {
        total: 83,
        categories: vec![ParallelCategory { path: "values/freedom".to_owned(), titles: titles() }],
        columns: vec![
            ParallelColumn { language: Some(Language::Kazakh), words: Some(2_000) },
            ParallelColumn { language: Some(Language::Russian), words: Some(2_000) },
            ParallelColumn { language: Some(Language::English), words: None },
        ],
        totals: ParallelTotals { concepts: 81, gaps: 12, uneven: 3, unlinked: 2 },
        rows: vec![
            row(ParallelSubject::Category(titles()), vec![head(4, Some(49)), head(3, Some(21)), head(1, None)]),
            row(
                concept("freedom"),
                vec![
                    cell(0, &["бостандық*", "азаттық"], Some(41)),
                    cell(4, &["свобода"], Some(21)),
                    cell(7, &["freedom"], None),
                ],
            ),
            ParallelRow {
                is_gap: true,
                is_uneven: true,
                ..row(
                    concept("great-steppe"),
                    vec![cell(2, &["ұлы дала"], Some(8)), cell(5, &["великая степь"], Some(0)), cell(0, &[], None)],
                )
            },
            row(
                ParallelSubject::Unlinked,
                vec![cell(3, &["<b>азат</b>"], Some(0)), cell(0, &[], None), cell(0, &[], None)],
            ),
        ],
        ..ParallelPage::default()
    }
}

#[test]
fn concepts_stand_beside_each_other() {
    assert_reads("lexicon-parallel", &Language::ALL, |_| parallel(Some(page())));
}

#[test]
fn a_gap_is_shown_in_words() {
    for (language, words) in
        [(Language::Kazakh, "бірлік жоқ"), (Language::Russian, "статьи нет"), (Language::English, "no entry")]
    {
        let html = html(language, parallel(Some(page())));
        // One cell of one concept; the cells beside an entry that names no concept claim nothing.
        assert_eq!(html.matches(&format!("∅ {words}<")).count(), 1, "{html}");
        assert_eq!(html.matches("class=\"is-gap\"").count(), 1, "{html}");
    }
}

#[test]
fn every_entry_is_a_button_and_every_row_has_its_head() {
    let html = html(Language::English, parallel(Some(page())));
    assert_eq!(html.matches("class=\"parallel-entry\"").count(), 7, "{html}");
    assert_eq!(html.matches("scope=\"col\"").count(), 4, "{html}");
    assert_eq!((html.matches("scope=\"row\"").count(), html.matches("scope=\"rowgroup\"").count()), (3, 1), "{html}");
    assert!(!html.contains("<b>"), "an entry stays text: {html}");
}

#[test]
fn no_message_is_missing_and_an_empty_page_says_so() {
    let none = || ParallelPage { rows: Vec::new(), total: 0, ..page() };
    let pages = [
        None,
        Some(page()),
        Some(none()),
        Some(ParallelPage { only_gaps: true, ..none() }),
        Some(ParallelPage { columns: vec![ParallelColumn { language: None, words: None }; 3], ..page() }),
    ];
    for language in Language::ALL {
        let messages = Messages::new(language);
        for page in &pages {
            let html = html(language, parallel(page.clone()));
            assert!(!html.contains(">parallel-") && !html.contains("{$") && !html.contains("{ $"), "{html}");
        }
        let expected = messages.get("parallel-no-gaps");
        assert!(html(language, parallel(pages[3].clone())).contains(&expected), "{expected}");
    }
}
