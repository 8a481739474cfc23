use std::rc::Rc;
use tarazy_engine::{
    counting::Comparison,
    encoding::{Encoding, EncodingChoice},
    matching::ColumnId,
    problem::Problem,
    settings::{LanguageChoice, ReadingOptions},
    study::{Answer, Change, ContextsQuery, Question, Refusal, WholeTextQuery},
};

use proptest::prelude::*;

use super::*;
use crate::browser::{InputDocument, builtin_lexicon, plain_text};

/// An engine that answers like the real one and crashes on the named contents.
#[derive(Default)]
struct Engine {
    documents: Vec<DocumentId>,
    /// Whether its lexicon is one that no text can be counted with.
    is_deadly: bool,
    crashing: Vec<ContentId>,
    unusable: Vec<ContentId>,
}

enum Outcome {
    Replies(Vec<Reply>),
    Crash,
}

impl Engine {
    fn handle(&mut self, request: &Request, content: Option<ContentId>) -> Outcome {
        let Request { sequence, revision, command } = request;
        let reply = |event| Reply { sequence: *sequence, revision: *revision, event };
        let table = || reply(Event::Compared(Box::default()));
        match (command, content) {
            (Command::Change(Change::SetLexicon(LexiconSource::Builtin(id))), _) => {
                self.is_deadly = id == "deadly";
                if self.is_deadly && !self.documents.is_empty() {
                    Outcome::Crash
                } else {
                    Outcome::Replies(vec![table()])
                }
            }
            (Command::Change(Change::PutDocument { .. }), _) if self.is_deadly => Outcome::Crash,
            (Command::Change(Change::PutDocument { .. }), Some(content)) if self.crashing.contains(&content) => {
                Outcome::Crash
            }
            (Command::Change(Change::PutDocument { id, .. }), Some(content)) if self.unusable.contains(&content) => {
                let problems: Vec<Problem> = Vec::new();
                Outcome::Replies(vec![reply(Event::Refused(Refusal { document: Some(*id), problems })), table()])
            }
            // Whoever reads these texts as UTF-8 sees that they are none.
            (Command::Change(Change::PutDocument { id, reading, .. }), _)
                if reading.encoding == EncodingChoice::Fixed(Encoding::Utf8) =>
            {
                Outcome::Replies(vec![
                    reply(Event::Refused(Refusal { document: Some(*id), problems: Vec::new() })),
                    table(),
                ])
            }
            (Command::Change(Change::PutDocument { id, .. }), _) => {
                self.documents.retain(|known| known != id);
                self.documents.push(*id);
                Outcome::Replies(vec![table()])
            }
            (Command::Change(Change::RemoveDocument(id)), _) => {
                self.documents.retain(|known| known != id);
                Outcome::Replies(vec![table()])
            }
            (Command::Ask(Question::Contexts(query)), _) if query.column.0 == 13 => Outcome::Crash,
            (Command::Ask(_), _) => Outcome::Replies(Vec::new()),
            _ => Outcome::Replies(vec![table()]),
        }
    }
}

fn inputs(numbers: &[u32]) -> Inputs {
    let document =
        |number: &u32| InputDocument::new(plain_text("Amanat"), None, LanguageChoice::Auto, ContentId(*number));
    Inputs { documents: numbers.iter().map(document).collect(), ..Inputs::default() }
}

/// Runs until nothing is to be sent any more; returns what happened.
fn run(supervisor: &mut Supervisor, crashing: &[u32], unusable: &[u32]) -> (Engine, Vec<Recovery>, Vec<RequestTarget>) {
    let contents = |numbers: &[u32]| numbers.iter().copied().map(ContentId).collect();
    let fresh = || Engine { crashing: contents(crashing), unusable: contents(unusable), ..Engine::default() };
    let (mut engine, mut recoveries, mut refused) = (fresh(), Vec::new(), Vec::new());
    for _ in 0..10_000 {
        // Everything that may be sent at once is under way before the first answer comes.
        let under_way: Vec<_> = std::iter::from_fn(|| supervisor.next_request()).collect();
        if under_way.is_empty() {
            return (engine, recoveries, refused);
        }
        for (request, content) in under_way {
            supervisor.on_heartbeat(Some(request.sequence));
            match engine.handle(&request, content) {
                Outcome::Crash => {
                    engine = fresh();
                    recoveries.push(supervisor.on_worker_crash());
                    break;
                }
                Outcome::Replies(replies) => {
                    for reply in replies {
                        if let Meaning::Refused(subject, _) = supervisor.receive(reply) {
                            refused.push(subject);
                        }
                    }
                    supervisor.on_heartbeat(None);
                }
            }
        }
    }
    panic!("the machine does not come to rest");
}

#[test]
fn a_text_that_crashes_two_engines_is_set_aside_and_the_others_go_on() {
    let mut supervisor = Supervisor::default();
    supervisor.want(&inputs(&[1, 2, 3]), Language::Kazakh);
    let (engine, recoveries, _) = run(&mut supervisor, &[2], &[]);
    assert_eq!(
        recoveries,
        [
            // The third text was with the engine too.
            Recovery::Restart,
            Recovery::Restart,
            Recovery::RestartWithout(RequestTarget::Document(DocumentId(2), ContentId(2))),
        ]
    );
    assert_eq!(engine.documents, [DocumentId(1), DocumentId(3)]);
    assert!(!supervisor.is_busy());
}

#[test]
fn a_lexicon_that_no_counted_text_can_be_counted_with_is_to_blame_and_not_the_text() {
    let mut supervisor = Supervisor::default();
    let before = inputs(&[1, 2]);
    supervisor.want(&before, Language::Kazakh);
    run(&mut supervisor, &[], &[]);
    let deadly = Rc::new(LexiconSource::Builtin("deadly".to_owned()));
    supervisor.want(&Inputs { lexicon: deadly, ..before.clone() }, Language::Kazakh);
    let mut engine = Engine { documents: vec![DocumentId(1), DocumentId(2)], ..Engine::default() };
    let mut recoveries = Vec::new();
    for _ in 0..20 {
        let Some((request, content)) = supervisor.next_request() else { break };
        supervisor.on_heartbeat(Some(request.sequence));
        match engine.handle(&request, content) {
            Outcome::Crash => {
                engine = Engine::default();
                recoveries.push(supervisor.on_worker_crash());
            }
            Outcome::Replies(replies) => replies.into_iter().for_each(|reply| drop(supervisor.receive(reply))),
        }
        if matches!(recoveries.last(), Some(Recovery::RestartWithout(_))) {
            break;
        }
    }
    assert_eq!(recoveries.last(), Some(&Recovery::RestartWithout(RequestTarget::Lexicon)));
    supervisor.want(&before, Language::Kazakh);
    let (engine, recoveries, _) = run(&mut supervisor, &[], &[]);
    assert_eq!((engine.documents, recoveries), (vec![DocumentId(1), DocumentId(2)], vec![]));
}

#[test]
fn a_file_that_was_asked_for_comes_from_the_next_engine() {
    let mut supervisor = Supervisor::default();
    supervisor.want(&inputs(&[1]), Language::Kazakh);
    run(&mut supervisor, &[], &[]);
    let file = Command::Ask(WholeTextQuery { document: DocumentId(1) }.into());
    let view = Command::Ask(ContextsQuery { limit: 1, ..ContextsQuery::new(ColumnId(1)) }.into());
    supervisor.ask(file.clone());
    supervisor.ask(view);
    while supervisor.next_request().is_some() {}
    assert_eq!(supervisor.on_worker_crash(), Recovery::Restart);
    let mut asked = Vec::new();
    while let Some((request, _)) = supervisor.next_request() {
        let event = Event::Compared(Box::<Comparison>::default());
        supervisor.receive(Reply { sequence: request.sequence, revision: request.revision, event });
        asked.extend(matches!(request.command, Command::Ask(_)).then_some(request.command));
    }
    // A view asks again by itself.
    assert_eq!(asked, [file]);
}

#[test]
fn a_question_that_was_answered_since_starts_afresh() {
    let question = Command::Ask(ContextsQuery { limit: 1, ..ContextsQuery::new(ColumnId(1)) }.into());
    let mut supervisor = Supervisor::default();
    supervisor.want(&inputs(&[1]), Language::English);
    for round in 0..5 {
        run(&mut supervisor, &[], &[]);
        supervisor.ask(question.clone());
        let (request, _) = supervisor.next_request().expect("it is asked");
        supervisor.on_heartbeat(Some(request.sequence));
        if round % 2 == 0 {
            assert_eq!(supervisor.on_worker_crash(), Recovery::Restart, "{round}");
        } else {
            let event = Event::Answered(Answer::Record(Box::default()));
            supervisor.receive(Reply { sequence: request.sequence, revision: request.revision, event });
        }
    }
}

#[test]
fn an_engine_that_crashes_by_chance_loses_nothing() {
    let mut supervisor = Supervisor::default();
    supervisor.want(&inputs(&[1, 2]), Language::English);
    while supervisor.next_request().is_some() {}
    assert_eq!(supervisor.on_worker_crash(), Recovery::Restart);
    let (engine, recoveries, _) = run(&mut supervisor, &[], &[]);
    assert_eq!((engine.documents, recoveries), (vec![DocumentId(1), DocumentId(2)], vec![]));
}

#[test]
fn another_reading_that_is_refused_leaves_the_text_in_the_study() {
    let mut supervisor = Supervisor::default();
    let first = inputs(&[1, 2]);
    supervisor.want(&first, Language::Kazakh);
    let (_, _, refused) = run(&mut supervisor, &[], &[]);
    assert_eq!(refused, []);
    let utf8 = ReadingOptions { encoding: EncodingChoice::Fixed(Encoding::Utf8), ..ReadingOptions::default() };
    let mut wrong = first.clone();
    Rc::make_mut(&mut wrong.documents[0]).reading = utf8;
    supervisor.want(&wrong, Language::Kazakh);
    let (_, _, refused) = run(&mut supervisor, &[], &[]);
    assert_eq!(refused, [RequestTarget::Reading(DocumentId(1), ContentId(1), utf8)]);
    // The previous reading is sent again; nothing is set aside.
    assert!(supervisor.want(&first, Language::Kazakh));
    let (engine, _, refused) = run(&mut supervisor, &[], &[]);
    assert_eq!((engine.documents, refused), (vec![DocumentId(1)], vec![]));
    assert!(!supervisor.is_busy());
}

#[test]
fn a_refused_text_is_named_even_when_the_study_has_moved_on() {
    let mut supervisor = Supervisor::default();
    supervisor.want(&inputs(&[1]), Language::English);
    let mut last = None;
    while let Some((request, _)) = supervisor.next_request() {
        last = Some(request);
    }
    let request = last.expect("the text was sent");
    supervisor.want(&inputs(&[1, 2]), Language::English);
    let event = Event::Refused(Refusal { document: Some(DocumentId(1)), problems: Vec::new() });
    let reply = Reply { sequence: request.sequence, revision: request.revision, event: event.clone() };
    let subject = RequestTarget::Document(DocumentId(1), ContentId(1));
    assert_eq!(supervisor.receive(reply), Meaning::Refused(subject, event));
    let (engine, _, _) = run(&mut supervisor, &[], &[]);
    assert_eq!(engine.documents, [DocumentId(2)]);
}

#[test]
fn a_table_of_an_older_state_is_shown_only_while_texts_come_behind() {
    for (later, is_shown) in [(inputs(&[1, 2]), true), (inputs(&[2]), false), (inputs(&[2, 1]), false)] {
        let mut supervisor = Supervisor::default();
        supervisor.want(&inputs(&[1]), Language::English);
        let (request, _) = supervisor.next_request().expect("there is something to send");
        supervisor.want(&later, Language::English);
        let event = Event::Compared(Box::<Comparison>::default());
        let reply = Reply { sequence: request.sequence, revision: request.revision, event: event.clone() };
        let expected = if is_shown { Meaning::Show(event) } else { Meaning::Stale };
        assert_eq!(supervisor.receive(reply), expected, "{:?}", later.documents.len());
    }
}

#[test]
fn a_question_that_crashes_two_engines_is_not_asked_again() {
    let crashing = Command::Ask(ContextsQuery { limit: 1, ..ContextsQuery::new(ColumnId(13)) }.into());
    let mut supervisor = Supervisor::default();
    supervisor.want(&inputs(&[1]), Language::English);
    let mut recoveries = Vec::new();
    for _ in 0..4 {
        // The page asks again whenever a table comes.
        supervisor.ask(crashing.clone());
        recoveries.extend(run(&mut supervisor, &[], &[]).1);
    }
    assert!(
        matches!(recoveries.as_slice(), [Recovery::Restart, Recovery::RestartWithout(RequestTarget::Question(_))]),
        "{recoveries:?}"
    );
}

#[test]
fn when_every_engine_crashes_no_other_is_started() {
    let mut supervisor = Supervisor::default();
    supervisor.want(&Inputs { lexicon: Rc::new(builtin_lexicon()), ..Inputs::default() }, Language::English);
    let recoveries: Vec<Recovery> = (0..MOST_CRASHES).map(|_| supervisor.on_worker_crash()).collect();
    assert_eq!(recoveries.last(), Some(&Recovery::GiveUp));
}

#[test]
fn an_engine_that_is_always_stopped_before_the_table_is_complete_is_not_replaced_for_ever() {
    let mut supervisor = Supervisor::default();
    supervisor.want(&inputs(&[1, 2]), Language::English);
    let recoveries: Vec<Recovery> = std::iter::repeat_with(|| {
        let (request, content) = supervisor.next_request().expect("a change is due");
        let Outcome::Replies(replies) = Engine::default().handle(&request, content) else { panic!("nothing crashes") };
        for reply in replies {
            supervisor.receive(reply);
        }
        supervisor.on_worker_crash()
    })
    .take(usize::from(MOST_CRASHES_PER_TABLE))
    .collect();
    let (last, others) = recoveries.split_last().expect("some");
    assert_eq!(*last, Recovery::GiveUp);
    assert!(others.iter().all(|recovery| *recovery == Recovery::Restart));
}

proptest! {
    #[test]
    fn an_engine_that_is_stopped_from_outside_costs_nothing(
        wanted in prop::collection::btree_set(0_u32..12, 1..10),
        stops in prop::collection::vec(1_usize..6, 0..20),
    ) {
        let wanted: Vec<u32> = wanted.into_iter().collect();
        let mut supervisor = Supervisor::default();
        supervisor.want(&inputs(&wanted), Language::Kazakh);
        for answered in stops {
            let mut engine = Engine::default();
            let under_way: Vec<_> = std::iter::from_fn(|| supervisor.next_request()).take(answered).collect();
            for (request, content) in under_way {
                supervisor.on_heartbeat(Some(request.sequence));
                let Outcome::Replies(replies) = engine.handle(&request, content) else { panic!("nothing crashes") };
                for reply in replies {
                    supervisor.receive(reply);
                }
                supervisor.on_heartbeat(None);
            }
            // Perhaps with more changes under way, perhaps while the engine had nothing to do.
            prop_assert_eq!(supervisor.on_worker_crash(), Recovery::Restart);
        }
        let (engine, recoveries, _) = run(&mut supervisor, &[], &[]);
        let expected: Vec<DocumentId> = wanted.iter().copied().map(DocumentId).collect();
        prop_assert_eq!((engine.documents, recoveries), (expected, vec![]));
    }

    #[test]
    fn what_can_be_used_arrives_whatever_crashes(
        wanted in prop::collection::btree_set(0_u32..12, 0..10),
        crashing in prop::collection::vec(0_u32..12, 0..3),
        unusable in prop::collection::vec(0_u32..12, 0..3),
    ) {
        let wanted: Vec<u32> = wanted.into_iter().collect();
        let mut supervisor = Supervisor::default();
        supervisor.want(&inputs(&wanted), Language::Russian);
        let (mut engine, recoveries, refused) = run(&mut supervisor, &crashing, &unusable);
        let usable = |number: &&u32| !crashing.contains(number) && !unusable.contains(number);
        let expected: Vec<DocumentId> = wanted.iter().filter(usable).copied().map(DocumentId).collect();
        engine.documents.sort_unstable();
        prop_assert_eq!(engine.documents, expected);
        prop_assert!(!recoveries.contains(&Recovery::GiveUp));
        let unusable: Vec<_> = wanted.iter().filter(|number| unusable.contains(number) && !crashing.contains(number)).collect();
        prop_assert_eq!(refused.len(), unusable.len());
        prop_assert!(!supervisor.is_busy());
    }
}
