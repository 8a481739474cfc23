//! The views beside the editor of a lexicon as HTML, rendered natively: lint, two lexicons, two
//! policies.

use crate::{rendering, workbench_sample};

use insta::{assert_snapshot, with_settings};
use tarazy::{
    browser::{Event, Reply, decode_reply, encode_reply},
    ui::{
        pages::{
            compare::PolicyDifferenceView,
            lexicon::{LexiconDifferenceView, LexiconLint},
        },
        state::Shared,
    },
};
use tarazy_engine::{
    language::Language,
    matching::Policy,
    settings::DocumentId,
    study::{Answer, LexiconDifference, LintReport, PolicyDifference},
};
use tarazy_report::message::Messages;
use yew::prelude::*;

/// Which view a test looks at.
#[derive(Clone, PartialEq)]
enum View {
    Lint(Option<Shared<LintReport>>),
    Lexicons(Option<Shared<LexiconDifference>>, Option<(DocumentId, usize)>),
    Policies(Option<Shared<PolicyDifference>>),
}

#[derive(Properties, PartialEq)]
struct StageProps {
    language: Language,
    view: View,
}

#[component]
fn Stage(props: &StageProps) -> Html {
    let view = match props.view.clone() {
        View::Lint(report) => html! {
            <LexiconLint {report} table={workbench_sample::table()} on_open={Callback::noop()} on_page={Callback::noop()} />
        },
        View::Lexicons(difference, open) => html! {
            <LexiconDifferenceView {difference} {open} on_entry={Callback::noop()} on_offset={Callback::noop()} />
        },
        View::Policies(difference) => html! {
            <PolicyDifferenceView
                {difference}
                on_cell={Callback::noop()}
                on_offset={Callback::noop()}
                on_read={Callback::noop()}
            />
        },
    };
    html! { <ContextProvider<Messages> context={Messages::new(props.language)}>{ view }</ContextProvider<Messages>> }
}

/// Renders a view, one element a line, so that a snapshot can be read.
fn html(language: Language, view: View) -> String {
    let lines =
        ["section", "table", "thead", "tbody", "tr", "th", "td", "p", "ul", "li", "div", "h3", "h4", "h5", "nav"];
    rendering::html::<Stage>(StageProps { language, view }, &lines)
}

fn views() -> [(&'static str, View); 3] {
    let open = Some((DocumentId(1), 0));
    [
        ("lint", View::Lint(Some(workbench_sample::lint()))),
        ("difference", View::Lexicons(Some(workbench_sample::difference()), open)),
        ("policies", View::Policies(Some(workbench_sample::policies(Policy::Liwc, None)))),
    ]
}

#[test]
fn findings_changes_and_policies_look_as_accepted() {
    for (name, view) in views() {
        for language in Language::ALL {
            with_settings!({ snapshot_suffix => language.code(), prepend_module_to_snapshot => false }, {
                assert_snapshot!(name, html(language, view.clone()));
            });
        }
    }
}

#[test]
fn nothing_found_and_nothing_there_are_said() {
    for language in Language::ALL {
        let messages = Messages::new(language);
        let nothing = html(language, View::Lint(Some(Shared::from(LintReport { texts: 1, ..LintReport::default() }))));
        let values = [("count", 0.into()), ("shown", "0".into()), ("entries", "0".into())];
        assert!(nothing.contains(&messages.format("lint-summary", &values)) && !nothing.contains("<h4"), "{nothing}");
        for (view, key) in [
            (View::Lint(None), "lint-waits"),
            (View::Lint(Some(workbench_sample::lint_without_texts())), "lint-without-texts"),
            (View::Lexicons(None, None), "difference-waits"),
            (View::Lexicons(Some(workbench_sample::no_difference()), None), "difference-same"),
            (View::Lexicons(Some(workbench_sample::no_difference()), None), "difference-counts-same"),
            (View::Policies(None), "policies-waits"),
            (View::Policies(Some(workbench_sample::policies(Policy::Longest, None))), "policies-same"),
        ] {
            let html = html(language, view);
            assert!(html.contains(&messages.get(key)), "{key}\n{html}");
        }
    }
}

#[test]
fn a_kind_with_more_findings_than_shown_has_pages() {
    let html = html(Language::English, View::Lint(Some(workbench_sample::lint_first())));
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
fn what_the_engine_says_of_lexicons_survives_the_way_to_the_page() {
    for answer in [
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
    let html = html(Language::English, View::Lexicons(Some(workbench_sample::difference()), None));
    let buttons = html.matches("aria-controls=\"difference-causes\"").count();
    assert!(buttons > 0);
    assert_eq!(html.matches("class=\"difference-mark\"").count(), buttons);
    assert!(html.contains("aria-label=\"Бағдарлама, Freedom: before 2, after 5\""), "{html}");
}

#[test]
fn the_matches_of_one_cell_are_told_with_the_way_back() {
    let view = View::Policies(Some(workbench_sample::policies(Policy::Independent, Some(DocumentId(1)))));
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
