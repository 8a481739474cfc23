//! The views beside the editor of a lexicon, rendered natively: lint, two lexicons, two policies.

use crate::{
    rendering::{assert_reads, html},
    report::card::validated,
    workbench_sample,
};

use tarazy::{
    browser::{Event, Reply, decode_reply, encode_reply},
    ui::{
        pages::{
            compare::PolicyDifferenceView,
            lexicon::{CardView, LexiconDifferenceView, LexiconLint},
        },
        state::Shared,
    },
};
use tarazy_engine::{
    language::Language,
    matching::Policy,
    settings::DocumentId,
    study::{Answer, LexiconCard, LexiconDifference, LintReport, PolicyDifference},
};
use tarazy_report::message::Messages;
use yew::prelude::*;

fn lint(report: Option<Shared<LintReport>>) -> Html {
    html! {
        <LexiconLint {report} table={workbench_sample::table()} on_open={Callback::noop()} on_page={Callback::noop()} />
    }
}

fn lexicons(difference: Option<Shared<LexiconDifference>>, open: Option<(DocumentId, usize)>) -> Html {
    html! { <LexiconDifferenceView {difference} {open} on_entry={Callback::noop()} on_offset={Callback::noop()} /> }
}

fn policies(difference: Option<Shared<PolicyDifference>>) -> Html {
    html! {
        <PolicyDifferenceView
            {difference}
            on_cell={Callback::noop()}
            on_offset={Callback::noop()}
            on_read={Callback::noop()}
        />
    }
}

fn card() -> Html {
    html! { <CardView card={Shared::from(LexiconCard::of(&validated()))} table={workbench_sample::table()} /> }
}

fn views() -> [(&'static str, Html); 4] {
    let open = Some((DocumentId(1), 0));
    [
        ("card", card()),
        ("lint", lint(Some(workbench_sample::lint()))),
        ("difference", lexicons(Some(workbench_sample::difference()), open)),
        ("policies", policies(Some(workbench_sample::policies(Policy::Liwc, None)))),
    ]
}

#[test]
fn findings_changes_and_policies_look_as_accepted() {
    for (name, view) in views() {
        assert_reads(name, &Language::ALL, |_| view.clone());
    }
}

#[test]
fn no_findings_and_no_entries_have_their_messages() {
    for language in Language::ALL {
        let messages = Messages::new(language);
        let nothing = html(language, lint(Some(Shared::from(LintReport { texts: 1, ..LintReport::default() }))));
        let values = [("count", 0.into()), ("shown", "0".into()), ("entries", "0".into())];
        assert!(nothing.contains(&messages.format("lint-summary", &values)) && !nothing.contains("<h4"), "{nothing}");
        for (view, key) in [
            (lint(None), "lint-waits"),
            (lint(Some(workbench_sample::lint_without_texts())), "lint-without-texts"),
            (lexicons(None, None), "difference-waits"),
            (lexicons(Some(workbench_sample::no_difference()), None), "difference-same"),
            (lexicons(Some(workbench_sample::no_difference()), None), "difference-counts-same"),
            (policies(None), "policies-waits"),
            (policies(Some(workbench_sample::policies(Policy::Longest, None))), "policies-same"),
        ] {
            let html = html(language, view);
            assert!(html.contains(&messages.get(key)), "{key}\n{html}");
        }
    }
}

#[test]
fn a_card_names_the_validation_of_the_languages_of_the_texts() {
    let none = LexiconCard { validations: Vec::new(), ..LexiconCard::of(&validated()) };
    for language in Language::ALL {
        let shown = html(language, card());
        let missing = Messages::new(language).format("validation-none", &[("language", "kk".into())]);
        assert!(shown.contains("75 % (60–86 %)") && !shown.contains(&missing), "{shown}");
        assert!(shown.contains("*Weak* &lt;b>|&lt;/b>") || shown.contains("*Weak* &lt;b&gt;|&lt;/b&gt;"), "{shown}");
        let none = html! { <CardView card={Shared::from(none.clone())} table={workbench_sample::table()} /> };
        let shown = html(language, none);
        let before = shown.split("<details").next().unwrap_or_default();
        assert!(before.contains(&missing), "{shown}");
    }
}

#[test]
fn a_kind_with_more_findings_than_shown_has_pages() {
    let html = html(Language::English, lint(Some(workbench_sample::lint_first())));
    assert!(html.contains("1–1 of 3") && html.contains("Next findings"), "{html}");
}

#[test]
fn a_page_takes_the_place_of_its_kind_alone() {
    let (first, all) = (workbench_sample::lint_first(), workbench_sample::lint());
    let mut page = LintReport::clone(&all);
    page.groups.retain(|group| group.total == 3);
    let merged = first.with_page(page.clone());
    assert_eq!(merged.groups.len(), first.groups.len());
    for (own, before) in merged.groups.iter().zip(&first.groups) {
        let expected = page.groups.iter().find(|group| group.kind == own.kind).unwrap_or(before);
        assert_eq!(own, expected);
    }
    let other = LintReport { language: Some(Language::Kazakh), ..page };
    assert_eq!(first.with_page(other.clone()), other, "a report of another language is another report");
}

#[test]
fn what_the_engine_reports_of_lexicons_survives_the_way_to_the_page() {
    for answer in [
        Answer::Card(Box::new(LexiconCard::of(&validated()))),
        Answer::Lint(Box::new(LintReport::clone(&workbench_sample::lint()))),
        Answer::LexiconDifference(Box::new(LexiconDifference::clone(&workbench_sample::difference()))),
        Answer::PolicyDifference(Box::new(PolicyDifference::clone(&workbench_sample::policies(Policy::Liwc, None)))),
    ] {
        let reply = Reply { sequence: 1, revision: 2, event: Event::Answered(answer) };
        let bytes = encode_reply(&reply).expect("it fits into memory");
        assert_eq!(decode_reply(&bytes), Ok(reply));
    }
}

#[test]
fn a_changed_cell_is_marked_by_more_than_colour() {
    let html = html(Language::English, lexicons(Some(workbench_sample::difference()), None));
    let buttons = html.matches("aria-controls=\"difference-causes\"").count();
    assert!(buttons > 0);
    assert_eq!(html.matches("class=\"difference-mark\"").count(), buttons);
    assert!(html.contains("aria-label=\"Бағдарлама, Freedom: before 2, after 5\""), "{html}");
}

#[test]
fn the_matches_of_one_cell_are_told_with_the_way_back() {
    let view = policies(Some(workbench_sample::policies(Policy::Independent, Some(DocumentId(1)))));
    let html = html(Language::English, view);
    assert!(html.contains("aria-pressed=\"true\"") && html.contains("All cells"), "{html}");
}

#[test]
fn no_view_shows_a_key_or_takes_a_title_for_markup() {
    for language in Language::ALL {
        for (_, view) in views() {
            let html = html(language, view);
            for prefix in ["lint-", "difference-", "policies-", "table-", "part-"] {
                assert!(!html.contains(&format!(">{prefix}")), "{prefix} in {html}");
            }
            assert!(!html.contains("{$") && !html.contains("{ $"), "{html}");
            assert!(!html.contains("<img") && !html.contains("<b>"), "{html}");
        }
    }
}
