//! The validation view, rendered natively: a sample to save, and what came of judged tables.

use crate::rendering::{ENGLISH, assert_reads, html};

use tarazy::ui::{
    pages::lexicon::{Outcome, ValidationView},
    state::Shared,
};
use tarazy_engine::{language::Language, problem::Problem, study::SampleQuery};
use tarazy_report::report::{JudgedSample, JudgementError, score};
use yew::prelude::*;

fn view(has_texts: bool, outcome: Option<Outcome>) -> Html {
    html! {
        <ValidationView
            {has_texts}
            query={SampleQuery { per_category: 40, seed: 1 }}
            outcome={outcome.map(Shared::from)}
            on_query={Callback::noop()}
            on_save={Callback::noop()}
            on_files={Callback::noop()}
        />
    }
}

/// The sample of a coder: what is judged of two categories, `-` for what is not.
fn judged(judgements: &str) -> JudgedSample {
    let columns = "number category category_title language matches drawn judgement seed lexicon lexicon_sha256";
    let columns: Vec<String> = columns.split(' ').map(str::to_owned).collect();
    let numbers: Vec<String> = (1..=6).map(|number| number.to_string()).collect();
    let rows: Vec<(u32, Vec<(&str, &str)>)> = (2..)
        .zip(numbers.iter().zip(judgements.split(' ')))
        .map(|(row, (number, judgement))| {
            let is_first = row < 6;
            let (category, title) =
                if is_first { ("freedom", "<b>Еркіндік</b>") } else { ("order", "Тәртіп") };
            let sizes = if is_first { ["120", "4"] } else { ["2", "2"] };
            let judgement = if judgement == "-" { "" } else { judgement };
            let own = [number, category, title, "kk", sizes[0], sizes[1], judgement, "1", "values 1.0.0", "e3b0c442"];
            let cells = columns.iter().map(String::as_str).zip(own);
            (row, cells.filter(|(_, text)| !text.is_empty()).collect())
        })
        .collect();
    JudgedSample::read(&columns, rows).expect("it is a sample")
}

#[test]
fn the_score_of_two_coders_looks_as_accepted() {
    let (first, second) = (judged("иә иә даулы жоқ иә -"), judged("иә жоқ даулы жоқ иә иә"));
    let own = score(&first, Some(&second)).expect("it is one sample");
    assert_reads("validation", &Language::ALL, |_| view(true, Some(Ok(own.clone()))));
}

#[test]
fn what_is_wrong_with_a_table_is_listed_in_part() {
    let problem = |row| JudgementError::Judgement { row, value: "<i>maybe</i>".to_owned() }.problem("a.csv");
    let problems: Vec<Problem> = (2..40).map(problem).collect();
    assert_reads("validation-refused", &ENGLISH, |_| view(false, Some(Err(problems[..2].to_vec()))));
    let all = html(Language::English, view(true, Some(Err(problems))));
    assert!(all.contains("row 21:") && !all.contains("row 22:") && !all.contains("<i>"), "{all}");
}
