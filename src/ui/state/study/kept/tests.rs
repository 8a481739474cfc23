use proptest::prelude::*;
use yew::Reducible;

use super::*;
use crate::{
    browser::plain_text,
    ui::state::study::{Action, Direction, Edit},
};
use tarazy_engine::{
    digest::sha256,
    lexicon::{EntryPlace, LexiconEdit},
    matching::Policy,
    settings::{LanguageChoice, MetadataField, MetadataValue},
};

fn key(name: &str) -> StudyKey {
    StudyKey(name.to_owned())
}

fn document(number: u32) -> Rc<InputDocument> {
    InputDocument::new(plain_text(&format!("text {number}")), None, LanguageChoice::Auto, ContentId(number))
}

fn sample() -> Inputs {
    Inputs {
        key: Some(key("sample")),
        title: plain_text("Programmes"),
        sample: Some("programmes".to_owned()),
        documents: vec![document(100), document(101)],
        ..Inputs::default()
    }
}

fn after(study: Study, actions: impl IntoIterator<Item = Action>) -> Study {
    let after: Rc<Study> = actions.into_iter().fold(Rc::new(study), Reducible::reduce);
    Study::clone(&after)
}

fn begun() -> Study {
    after(Study::default(), [Action::Begin(sample().into())])
}

fn exclude(form: &str) -> Edit {
    let written = "еркіндік".to_owned();
    let entry = EntryPlace { category: "freedom".to_owned(), language: None, at: 0, written };
    Edit::EditLexicon(LexiconEdit::ExcludeForm { entry, form: form.to_owned() }, LocalText::default())
}

/// A study with something of everything, two steps of it taken back.
fn worked_on() -> Study {
    let options = Options { policy: Policy::Liwc, ..Options::default() };
    let own = LexiconSource::File { name: "own.toml".to_owned(), text: "format = 1".to_owned() };
    let metadata = vec![MetadataField { name: "year".to_owned(), value: MetadataValue::Number(1995.5) }];
    let edits = [
        exclude("еркіндіктер"),
        Edit::Add(vec![document(1)]),
        Edit::Add(vec![document(2), document(3)]),
        Edit::SetMetadata(vec![(DocumentId(2), Rc::new(metadata))]),
        Edit::Move(DocumentId(3), Direction::Up),
        exclude("еркіндікке"),
        Edit::SetOptions(options),
        Edit::SetLexicon(Rc::new(own)),
        exclude("еркіндіктен"),
        Edit::Remove(DocumentId(1)),
        Edit::SetTitle("Бағдарламалар".to_owned()),
    ];
    after(begun(), edits.into_iter().map(Action::Edit).chain([Action::Undo, Action::Undo]))
}

/// The names of a study's files: hashes of stand-ins.
fn names(study: &Study) -> FileNames {
    let contents = study.own_contents().into_iter().map(|id| (id, sha256(&id.0.to_be_bytes())));
    let attached = study.attached().into_iter().map(|attached| {
        let names = attached.files().iter().map(|file| sha256(file)).collect();
        (attached, names)
    });
    FileNames { contents: contents.collect(), attached: attached.collect() }
}

fn found(names: &FileNames) -> FoundFiles {
    let attached = names.attached.iter().flat_map(|(attached, names)| names.iter().cloned().zip(attached.files()));
    FoundFiles {
        contents: names.contents.iter().map(|(id, name)| (name.clone(), ContentId(id.0 + 1_000))).collect(),
        attached: attached.collect(),
    }
}

fn parts(study: &Study) -> [Vec<u8>; 2] {
    KeptStudy::of(study, &names(study)).expect("all files have names").to_parts()
}

fn opened(parts: &[Vec<u8>; 2], title: &str, found: &FoundFiles) -> Result<(Study, Vec<LocalText>), KeptError> {
    let mut number = 5_000;
    let fresh = || {
        number += 1;
        number
    };
    KeptStudy::parse(&parts[0], &parts[1])?.open(&key("opened"), plain_text(title), found, fresh)
}

#[test]
fn a_study_is_opened_with_its_history() {
    let study = worked_on();
    let names = names(&study);
    let (opened, missing) = opened(&parts(&study), "Programmes", &found(&names)).expect("it was just written");
    assert_eq!(missing, []);
    let entries = |study: &Study| {
        let (past, future) = study.history();
        (past.cloned().collect::<Vec<_>>(), future.cloned().collect::<Vec<_>>())
    };
    assert_eq!(entries(&opened), entries(&study));
    let titles = |study: &Study| {
        let (past, future) = (study.past.iter(), study.future.iter());
        let states = past.chain(future).map(|(_, inputs)| Inputs::clone(inputs)).chain([Inputs::clone(&study.inputs)]);
        states
            .map(|inputs| {
                let documents: Vec<_> = inputs
                    .documents
                    .iter()
                    .map(|document| (document.title.clone(), document.metadata.clone()))
                    .collect();
                (documents, inputs.lexicon, inputs.options, inputs.sample)
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(&opened), titles(&study));
    // Undo finds the same document under the same number.
    let ids = |study: &Study| study.inputs.documents.iter().map(|document| document.id).collect::<Vec<_>>();
    let again = after(opened.clone(), [Action::Redo, Action::Undo]);
    assert_eq!(ids(&again), ids(&opened));
}

#[test]
fn an_edit_of_the_lexicon_leaves_the_documents_as_they_are() {
    let before = worked_on();
    let edited = after(before.clone(), [Action::Edit(exclude("еркіндікті"))]);
    let [study, documents] = parts(&edited);
    // Redo is no longer there: the documents of the taken-back steps stay those of other states.
    assert_eq!(parts(&before)[1], documents);
    assert!(study.len() < 4_000, "{} bytes", study.len());
}

#[test]
fn a_missing_text_is_left_out_everywhere_and_named() {
    let study = worked_on();
    let mut found = found(&names(&study));
    found.contents.retain(|_, id| id.0 != 1_002);
    let (opened, missing) = opened(&parts(&study), "", &found).expect("the rest is there");
    assert_eq!(missing, [plain_text("text 2")]);
    let all = opened.own_states().flat_map(|inputs| &inputs.documents);
    assert!(
        all.into_iter().all(|document| *document.title.get(tarazy_engine::language::Language::English) != *"text 2")
    );
}

#[test]
fn a_study_without_its_lexicon_is_not_opened() {
    let study = worked_on();
    let found = FoundFiles { attached: HashMap::new(), ..found(&names(&study)) };
    assert_eq!(opened(&parts(&study), "", &found).map(|_| ()), Err(KeptError));
}

#[test]
fn a_sample_is_kept_once_it_is_edited() {
    assert!(!Study::default().is_own() && !begun().is_own());
    let edited = after(begun(), [Action::Edit(exclude("еркіндіктер"))]);
    assert!(edited.is_own());
    assert!(after(edited, [Action::Undo]).is_own(), "redo is worth keeping");
}

#[test]
fn a_study_that_was_opened_over_another_has_a_history_of_its_own() {
    let other = Inputs { key: Some(key("other")), ..sample() };
    let study = after(worked_on(), [Action::Edit(Edit::Open(other.into())), Action::Edit(exclude("еркіндіктер"))]);
    let found = found(&names(&study));
    let (opened, _) = opened(&parts(&study), "", &found).expect("it was just written");
    assert_eq!(opened.history().0.len(), 1);
    let back = after(study, [Action::Undo, Action::Undo]);
    assert_eq!(back.inputs.key, Some(key("sample")));
}

/// The files of a record of the first version.
fn first_record() -> [String; 2] {
    ["study", "documents"].map(|part| format!("{}/tests/data/kept-study/1-{part}.json", env!("CARGO_MANIFEST_DIR")))
}

/// A record as the first version wrote it. It stays readable: what later versions add to it has a
/// default, and a version that cannot do so raises the version of heads and keeps a reader for this.
#[test]
fn a_record_of_the_first_version_is_read() {
    let parts = first_record().map(|path| std::fs::read(path).expect("the record is there"));
    let study = worked_on();
    let (opened, missing) = opened(&parts, "Programmes", &found(&names(&study))).expect("it was written by version 1");
    assert_eq!((missing, opened.history().0.len(), opened.history().1.count()), (Vec::new(), 9, 2));
    assert_eq!(opened.inputs.lexicon, study.inputs.lexicon);
    assert_eq!(opened.inputs.options, study.inputs.options);
}

#[test]
#[ignore = "writes the record of the present version; a released one is never written again"]
fn the_record_is_written_again() {
    for (path, part) in first_record().iter().zip(parts(&worked_on())) {
        std::fs::write(path, part).expect("the folder is there");
    }
}

proptest! {
    #[test]
    fn whatever_is_read_does_no_harm(at in any::<prop::sample::Index>(), byte: u8, which in 0_usize..2) {
        let study = worked_on();
        let mut parts = parts(&study);
        let at = at.index(parts[which].len());
        parts[which][at] = byte;
        if let Ok((opened, _)) = opened(&parts, "", &found(&names(&study))) {
            let _ = after(opened, [Action::Undo, Action::Redo, Action::GoTo(0)]);
        }
    }
}
