use proptest::prelude::*;

use super::*;
use crate::{matching::Policy, study::Reading};

fn document(number: u32) -> Rc<InputDocument> {
    Rc::new(InputDocument {
        id: DocumentId(number),
        title: plain_text(&format!("text {number}")),
        file: None,
        language: LanguageChoice::Auto,
        reading: Reading::default(),
        content: ContentId(number),
    })
}

fn after(study: Study, actions: impl IntoIterator<Item = Action>) -> Rc<Study> {
    actions.into_iter().fold(Rc::new(study), Study::reduce)
}

fn sample() -> Rc<Inputs> {
    Rc::new(Inputs {
        title: plain_text("Programmes"),
        sample: Some("programmes".to_owned()),
        documents: vec![document(100), document(101)],
        ..Inputs::default()
    })
}

#[test]
fn the_first_own_text_starts_a_study_and_undo_brings_the_sample_back() {
    let open = Action::Edit(Edit::Open(sample()));
    let study = after(Study::default(), [open, Action::Edit(Edit::Add(vec![document(1)]))]);
    assert_eq!(study.inputs().documents, [document(1)]);
    assert_eq!(study.inputs().sample, None);
    assert_eq!(study.last_deed().map(|deed| deed.key), Some("deed-start"));
    let study = study.reduce(Action::Undo);
    assert_eq!(study.inputs(), &sample());
}

#[test]
fn a_text_that_the_engine_refuses_does_not_come_back_by_redo() {
    let add = Action::Edit(Edit::Add(vec![document(1), document(2)]));
    let study = after(Study::default(), [add, Action::DropContent(ContentId(1)), Action::Undo, Action::Redo]);
    assert_eq!(study.inputs().documents, [document(2)]);
    assert!(!study.contents().contains(&ContentId(1)));
}

#[test]
fn a_study_that_began_with_a_text_of_no_use_was_not_begun() {
    let start = [Action::Edit(Edit::Open(sample())), Action::Edit(Edit::Add(vec![document(1)]))];
    let study = after(Study::default(), start.clone()).reduce(Action::DropContent(ContentId(1)));
    assert_eq!(study.inputs(), &sample());
    assert_eq!(study.last_deed(), None);

    // The same when a lexicon of no use came with it.
    let lexicon = Rc::new(LexiconSource::File { name: "bad.toml".to_owned(), text: String::new() });
    let open = Action::Edit(Edit::SetLexicon(Rc::clone(&lexicon)));
    let refusals = [Action::DropContent(ContentId(1)), Action::DropLexicon(lexicon)];
    let study = after(Study::default(), start.into_iter().chain([open]).chain(refusals));
    assert_eq!(study.inputs(), &sample());
    assert_eq!(study.last_deed(), None);
}

#[test]
fn a_refused_lexicon_leaves_the_one_before_it() {
    let own = |name: &str| Rc::new(LexiconSource::File { name: name.to_owned(), text: String::new() });
    let first = Action::Edit(Edit::SetLexicon(own("good.toml")));
    let second = Action::Edit(Edit::SetLexicon(own("bad.toml")));
    let later = Action::Edit(Edit::Add(vec![document(1)]));
    let study = after(Study::default(), [first, second, later, Action::DropLexicon(own("bad.toml"))]);
    assert_eq!(study.inputs().lexicon, own("good.toml"));
    assert_eq!(study.inputs().documents.len(), 1);
    // One step back is the text, the next the lexicon that was good; the refused one leaves no step.
    let study = study.reduce(Action::Undo);
    assert_eq!((study.inputs().lexicon.clone(), study.inputs().documents.len()), (own("good.toml"), 0));
    assert_eq!(*study.reduce(Action::Undo).inputs().lexicon, builtin_lexicon());
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_trace() {
    let study = after(
        Study::default(),
        [
            Action::Edit(Edit::Remove(DocumentId(7))),
            Action::Edit(Edit::SetOptions(Options::default())),
            Action::Edit(Edit::Add(Vec::new())),
            Action::Undo,
            Action::Redo,
        ],
    );
    assert_eq!(*study, Study::default());
}

fn edit() -> impl Strategy<Value = Edit> {
    let id = (0_u32..6).prop_map(DocumentId);
    prop_oneof![
        (0_u32..1_000_000).prop_map(|number| Edit::Add(vec![document(number)])),
        id.clone().prop_map(Edit::Remove),
        (id.clone(), "[a-z ]{0,4}").prop_map(|(id, title)| Edit::Rename(id, title)),
        id.clone().prop_map(|id| Edit::Move(id, Direction::Up)),
        id.clone().prop_map(|id| Edit::Move(id, Direction::Down)),
        id.prop_map(|id| Edit::SetLanguage(id, LanguageChoice::Fixed(crate::language::Language::Russian))),
        prop::sample::select(Policy::ALL.to_vec())
            .prop_map(|policy| Edit::SetOptions(Options { policy, ..Options::default() })),
        "[a-z]{0,4}".prop_map(Edit::SetTitle),
    ]
}

proptest! {
    #[test]
    fn undo_takes_back_everything_and_redo_does_it_again(edits in prop::collection::vec(edit(), 0..30)) {
        let start = after(Study::default(), [Action::Edit(Edit::Open(sample()))]);
        let end = after(Study::clone(&start), edits.into_iter().map(Action::Edit));
        let undone = after(Study::clone(&end), std::iter::repeat_n(Action::Undo, 40));
        prop_assert_eq!(undone.inputs(), &sample());
        let redone = after(Study::clone(&undone), std::iter::repeat_n(Action::Redo, 40));
        prop_assert_eq!(redone.inputs(), end.inputs());
    }
}
