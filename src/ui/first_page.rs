//! The page as a visitor first meets it, drawn at build time: the first sample study, counted by
//! the same engine and drawn by the same components. `www/first.js` shows it until the program has
//! counted.

use std::{cell::RefCell, rc::Rc};

use tarazy_engine::{language::Language, study::Change};
use yew::{LocalServerRenderer, Reducible};

use super::{
    app::{App, AppProps},
    providers::InitialState,
    state::{Preferences, Results, Shared, Study, results, study},
};
use crate::browser::{Command, ContentId, EngineState, Plan, Request, RequestQueue, Sample};

/// Returns the first page in a language, as HTML.
pub async fn first_page(sample: &Sample, language: Language) -> String {
    let texts = RefCell::new(Vec::new());
    let keep = |text: &str| {
        let mut texts = texts.borrow_mut();
        texts.push(text.to_owned());
        u32::try_from(texts.len() - 1).ok().map(ContentId)
    };
    let inputs = Shared::from(sample.inputs(keep));
    let texts = texts.into_inner();
    let wanted = EngineState::wanted(&inputs, language, &[].into());
    let study = Rc::new(Study::default()).reduce(study::Action::Begin(inputs.clone()));
    let results = counted(wanted, &texts).reduce(results::Action::Idle(inputs));
    let initial = InitialState {
        preferences: Preferences { language, ..Preferences::default() },
        study: Study::clone(&study),
        results: Results::clone(&results),
    };
    let props = AppProps { initial: Some(Rc::new(initial)) };
    LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

/// Returns the results that an engine sends on its way to a state.
fn counted(wanted: EngineState, texts: &[String]) -> Rc<Results> {
    let mut queue = RequestQueue::default();
    let mut plan = Plan::default();
    plan.want(wanted);
    while let Some(step) = plan.advance() {
        let mut change = step.change;
        if let (Change::PutDocument { bytes, .. }, Some(content)) = (&mut change, step.content) {
            let text = texts.get(content.0 as usize).expect("each content was named when its text was kept");
            *bytes = text.clone().into_bytes();
        }
        queue.submit(Request { sequence: 1, revision: 1, command: Command::Change(change) });
    }
    let mut results = Rc::<Results>::default();
    while !queue.is_idle() {
        if let Some(reply) = queue.step() {
            results = results.reduce(results::Action::Event(reply.event));
        }
    }
    results
}
