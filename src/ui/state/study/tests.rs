use proptest::prelude::*;

use super::*;
use tarazy_engine::{
    encoding::{Encoding, EncodingChoice},
    language::Language,
    lexicon::EntryPlace,
    matching::Policy,
    repair::{RepairKind, RepairKinds},
    settings::ReadingOptions,
};

fn document(number: u32) -> Rc<InputDocument> {
    InputDocument::new(plain_text(&format!("text {number}")), None, LanguageChoice::Auto, ContentId(number))
}

fn after(study: Study, actions: impl IntoIterator<Item = Action>) -> Rc<Study> {
    actions.into_iter().fold(Rc::new(study), Study::reduce)
}

fn sample() -> Inputs {
    Inputs {
        title: plain_text("Programmes"),
        sample: Some("programmes".to_owned()),
        documents: vec![document(100), document(101)],
        ..Inputs::default()
    }
}

#[test]
fn the_first_own_text_starts_a_study_and_undo_brings_the_sample_back() {
    let open = Action::Edit(Edit::Open(sample().into()));
    let study = after(Study::default(), [open, Action::Edit(Edit::Add(vec![document(1)]))]);
    assert_eq!(study.inputs().documents, [document(1)]);
    assert_eq!(study.inputs().sample, None);
    assert_eq!(study.last_entry().map(|entry| entry.kind.clone()), Some(EditKind::StudyStarted));
    let study = study.reduce(Action::Undo);
    assert_eq!(**study.inputs(), sample());
}

#[test]
fn the_first_sample_does_not_replace_a_study_that_was_begun_before_it_came() {
    let begun = after(Study::default(), [Action::Edit(Edit::Add(vec![document(1)])), Action::Begin(sample().into())]);
    assert_eq!(begun.inputs().documents, [document(1)]);
    assert_eq!(**after(Study::default(), [Action::Begin(sample().into())]).inputs(), sample());
}

/// An edit of the lexicon: nothing is looked up before the engine does it.
fn exclude(form: &str) -> LexiconEdit {
    let written = "еркіндік".to_owned();
    let entry = EntryPlace { category: "freedom".to_owned(), language: Some(Language::Kazakh), at: 0, written };
    LexiconEdit::ExcludeForm { entry, form: form.to_owned() }
}

fn excluding(form: &str) -> Action {
    Action::Edit(Edit::EditLexicon(exclude(form), LocalText::default()))
}

#[test]
fn edits_of_the_lexicon_stand_in_the_history_and_undo_brings_the_built_in_one_back() {
    let open = after(Study::default(), [Action::Edit(Edit::Open(sample().into()))]);
    let study = after(Study::clone(&open), [excluding("еркіндікке"), excluding("еркіндігі")]);
    let (origin, edits) = study.inputs().lexicon.parts();
    assert_eq!((origin, edits), (&builtin_lexicon(), &[exclude("еркіндікке"), exclude("еркіндігі")][..]));
    let kind = EditKind::FormExcluded { entry: plain_text("еркіндік") };
    assert_eq!(study.last_entry(), Some(&HistoryEntry { kind, name: plain_text("еркіндігі") }));
    let back = study.reduce(Action::GoTo(0));
    assert_eq!(*back.inputs().lexicon, builtin_lexicon());
    assert_eq!(back.history().1.count(), 2);
    assert_eq!(back.reduce(Action::GoTo(2)).inputs().lexicon.parts().1.len(), 2);
}

#[test]
fn an_edit_that_the_engine_refuses_leaves_the_ones_around_it() {
    let steps = [excluding("еркіндікке"), excluding("еркіндігі"), excluding("еркіндіктің")];
    let study = after(Study::default(), steps).reduce(Action::DropEdit(exclude("еркіндігі")));
    assert_eq!(study.inputs().lexicon.parts().1, [exclude("еркіндікке"), exclude("еркіндіктің")]);
    assert_eq!(study.history().0.count(), 2, "the refused edit leaves no step");
    let study = study.reduce(Action::Undo).reduce(Action::Undo);
    assert_eq!(*study.inputs().lexicon, builtin_lexicon());
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
    let start = [Action::Edit(Edit::Open(sample().into())), Action::Edit(Edit::Add(vec![document(1)]))];
    let study = after(Study::default(), start.clone()).reduce(Action::DropContent(ContentId(1)));
    assert_eq!(**study.inputs(), sample());
    assert_eq!(study.last_entry(), None);

    // The same when a lexicon of no use came with it.
    let lexicon = Rc::new(LexiconSource::File { name: "bad.toml".to_owned(), text: String::new() });
    let open = Action::Edit(Edit::SetLexicon(Rc::clone(&lexicon)));
    let refusals = [Action::DropContent(ContentId(1)), Action::DropLexicon(lexicon)];
    let study = after(Study::default(), start.into_iter().chain([open]).chain(refusals));
    assert_eq!(**study.inputs(), sample());
    assert_eq!(study.last_entry(), None);
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
    // One step back is the text, the next the lexicon that was good; the refused one leaves no
    // step.
    let study = study.reduce(Action::Undo);
    assert_eq!((study.inputs().lexicon.clone(), study.inputs().documents.len()), (own("good.toml"), 0));
    assert_eq!(*study.reduce(Action::Undo).inputs().lexicon, builtin_lexicon());
}

#[test]
fn a_kind_of_repair_is_undone_and_done_again_as_an_edit() {
    let given =
        ReadingOptions { repairs: RepairKinds::default().without(RepairKind::LookAlike), ..ReadingOptions::default() };
    let steps = [Edit::Add(vec![document(1)]), Edit::SetReading(DocumentId(1), given)];
    let study = after(Study::default(), steps.map(Action::Edit));
    assert_eq!(study.inputs().documents[0].reading, given);
    let entry = study.last_entry().expect("there was an edit");
    assert_eq!((&entry.kind, entry.name.get(Language::English)), (&EditKind::RepairUndone, "text 1"));
    let again = after(Study::clone(&study), [Action::Edit(Edit::SetReading(DocumentId(1), ReadingOptions::default()))]);
    assert_eq!(again.last_entry().map(|entry| entry.kind.clone()), Some(EditKind::RepairDone));
    assert_eq!(study.reduce(Action::Undo).inputs().documents, [document(1)]);
}

#[test]
fn an_encoding_that_does_not_fit_leaves_the_reading_before_it() {
    let read_as = |encoding| ReadingOptions { encoding: EncodingChoice::Fixed(encoding), ..ReadingOptions::default() };
    let edits = [
        Edit::Add(vec![document(1), document(2)]),
        Edit::SetReading(DocumentId(1), read_as(Encoding::Kz1048)),
        Edit::SetReading(DocumentId(1), read_as(Encoding::Utf8)),
        Edit::Remove(DocumentId(2)),
    ];
    let refusal = Action::DropReading(ContentId(1), read_as(Encoding::Utf8));
    let study = after(Study::default(), edits.map(Action::Edit)).reduce(refusal);
    let read = InputDocument { reading: read_as(Encoding::Kz1048), ..InputDocument::clone(&document(1)) };
    assert_eq!(study.inputs().documents, [Rc::new(read.clone())]);
    // The refused step was removed from the history: before the removal comes the encoding that
    // fits, and before that none.
    let study = study.reduce(Action::Undo);
    assert_eq!(study.inputs().documents, [Rc::new(read), document(2)]);
    assert_eq!(study.last_entry().map(|entry| entry.kind.clone()), Some(EditKind::EncodingSet));
    assert_eq!(study.reduce(Action::Undo).inputs().documents, [document(1), document(2)]);
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_trace() {
    let study = after(
        Study::default(),
        [
            Action::Edit(Edit::Remove(DocumentId(7))),
            Action::Edit(Edit::SetReading(DocumentId(7), ReadingOptions::default())),
            Action::Edit(Edit::SetOptions(Options::default())),
            Action::Edit(Edit::Add(Vec::new())),
            Action::Undo,
            Action::Redo,
        ],
    );
    assert!(study.is_untouched());
}

fn edit() -> impl Strategy<Value = Edit> {
    let id = (0_u32..6).prop_map(DocumentId);
    prop_oneof![
        (0_u32..1_000_000).prop_map(|number| Edit::Add(vec![document(number)])),
        id.clone().prop_map(Edit::Remove),
        (id.clone(), "[a-z ]{0,4}").prop_map(|(id, title)| Edit::Rename(id, title)),
        id.clone().prop_map(|id| Edit::Move(id, Direction::Up)),
        id.clone().prop_map(|id| Edit::Move(id, Direction::Down)),
        id.clone().prop_map(|id| Edit::SetReading(
            id,
            ReadingOptions { repairs: RepairKinds::NONE, ..ReadingOptions::default() }
        )),
        id.prop_map(|id| Edit::SetLanguage(id, LanguageChoice::Fixed(Language::Russian))),
        prop::sample::select(Policy::ALL.to_vec())
            .prop_map(|policy| Edit::SetOptions(Options { policy, ..Options::default() })),
        "[a-z]{0,4}".prop_map(Edit::SetTitle),
    ]
}

proptest! {
    #[test]
    fn undo_takes_back_everything_and_redo_does_it_again(edits in prop::collection::vec(edit(), 0..30)) {
        let start = after(Study::default(), [Action::Edit(Edit::Open(sample().into()))]);
        let end = after(Study::clone(&start), edits.into_iter().map(Action::Edit));
        let undone = after(Study::clone(&end), std::iter::repeat_n(Action::Undo, 40));
        prop_assert_eq!((**undone.inputs()).clone(), sample());
        let redone = after(Study::clone(&undone), std::iter::repeat_n(Action::Redo, 40));
        prop_assert_eq!((**redone.inputs()).clone(), (**end.inputs()).clone());
    }
}

#[test]
fn texts_of_one_title_are_told_apart_by_a_number() {
    let named =
        |title: &str, number| InputDocument::new(plain_text(title), None, LanguageChoice::Auto, ContentId(number));
    let titles = |study: &Study| -> Vec<String> {
        study.inputs().documents.iter().map(|document| document.title.get(Language::Kazakh).to_owned()).collect()
    };
    let add = Action::Edit(Edit::Add(vec![named("Бағдарлама", 1), named("Бағдарлама", 2), named("Бағдарлама (2)", 3)]));
    let study =
        after(Study::default(), [add, Action::Edit(Edit::Add(vec![named("Бағдарлама", 4), named("Үндеу", 5)]))]);
    assert_eq!(titles(&study), ["Бағдарлама", "Бағдарлама (2)", "Бағдарлама (2) (2)", "Бағдарлама (3)", "Үндеу"]);
    let last = study.inputs().documents[4].id;
    let study = after((*study).clone(), [Action::Edit(Edit::Rename(last, "Бағдарлама".to_owned()))]);
    assert_eq!(titles(&study)[4], "Бағдарлама (4)");
    let study = after((*study).clone(), [Action::Edit(Edit::Rename(last, "Бағдарлама (4)".to_owned()))]);
    assert_eq!(titles(&study)[4], "Бағдарлама (4)", "its own title is free for it");
}
