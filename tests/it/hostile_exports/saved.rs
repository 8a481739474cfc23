//! What the engine accepts is saved as a project file and as a page, opens again, and counts alike;
//! what is beyond a limit is refused by the limit, before anything is written.

use proptest::prelude::*;
use tarazy_engine::{
    counting::{DocumentSummary, Measure},
    language::Language,
    lexicon::{EntryKey, FieldChange, LexiconEdit, LocalText},
    matching::{LevelSet, Negation, Policy},
    problem::{Argument, Problem},
    settings::{LanguageChoice, LexiconSource, MetadataField, MetadataValue, Options, accepted_metadata},
    study::{Change, Engine},
};
use tarazy_report::{
    limits::{MAX_STUDY_BYTES, MAX_TEXTS},
    publication::{Product, PublishJob, StudyJob, StudyReply, TextsKept, run_job},
    recipe::{About, Counting, Recipe, RecipeInput, replay},
};

use crate::table1::table1_options;

use super::{
    STRINGS,
    pages::{block, unpacked},
    places::page_of_program,
};

const LEXICON: &str = "format = 1\nid = \"small\"\nversion = \"1\"\ntitle = \"Small\"\nlanguages = [\"en\", \"kk\"]\n\
    [[category]]\nid = \"freedom\"\ntitle = \"Freedom\"\n[category.en]\nentries = [\"freedom\", \"free speech\"]\n\
    [category.kk]\nentries = [\"бостандық\"]\n";

const WORDS: [&str; 18] = [
    "freedom ",
    "Freedom's ",
    "free ",
    "speech",
    "бостандық ",
    "бостандығы ",
    "свобода ",
    "not ",
    "no",
    "\n",
    "\n\n",
    "\r\n",
    "… ",
    "\u{ad}",
    "\u{feff}",
    "\u{202e}",
    "</script>",
    "{$x} ",
];

/// A study as a front end has it.
#[derive(Debug, Clone)]
struct Given {
    recipe: Recipe,
    lexicon: LexiconSource,
    texts: Vec<Vec<u8>>,
}

/// What a reader of the study sees of its table.
#[derive(Debug, PartialEq)]
struct Seen {
    lexicon: String,
    columns: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Debug, PartialEq)]
struct Row {
    title: String,
    sha256: String,
    language: Option<Language>,
    words: u64,
    characters: u64,
    /// Counts and weighted counts.
    cells: Vec<(u64, f64)>,
    metadata: Vec<MetadataField>,
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![4 => any::<String>(), 1 => prop::sample::select(STRINGS.clone())]
}

/// Bytes in UTF-8 or UTF-16, some with one piece many times.
fn text() -> impl Strategy<Value = Vec<u8>> {
    let word = prop::sample::select(WORDS.to_vec()).prop_map(str::to_owned);
    let piece = prop_oneof![9 => word, 1 => words()];
    let times = prop_oneof![9 => 1_usize..4, 1 => Just(4_000)];
    let text = (prop::collection::vec(piece, 1..20), times)
        .prop_map(|(pieces, times)| pieces[0].repeat(times) + &pieces.concat());
    (text, any::<bool>()).prop_map(|(text, is_wide)| {
        let wide =
            |text: &str| "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        if is_wide { wide(&text) } else { text.into_bytes() }
    })
}

fn input() -> impl Strategy<Value = RecipeInput> {
    let data = prop::collection::vec((words(), words()), 0..3).prop_map(|fields| {
        let field = |(name, value)| MetadataField { name, value: MetadataValue::Text(value) };
        accepted_metadata(fields.into_iter().map(field).collect()).0
    });
    (prop::option::of(words()), words(), words(), data).prop_map(|(title, file, source, metadata)| RecipeInput {
        title: LocalText { en: title, ..LocalText::default() },
        file,
        licence: source.clone(),
        source,
        metadata,
        ..RecipeInput::default()
    })
}

fn edits() -> impl Strategy<Value = Vec<LexiconEdit>> {
    let pattern = prop::sample::select(vec!["speech", "free*", "=no", "/f.ee/", "not free", "свобода~", "…"]);
    let entry = (pattern, words()).prop_map(|(pattern, note)| LexiconEdit::AddEntry {
        category: "freedom".to_owned(),
        language: None,
        fields: [(EntryKey::Pattern, pattern.to_owned()), (EntryKey::Note, note), (EntryKey::Weight, "0.1".to_owned())]
            .map(|(key, value)| FieldChange { key, values: vec![value] })
            .to_vec(),
    });
    let local = |title| LocalText { en: Some(title), ..LocalText::default() };
    let edit = prop_oneof![
        2 => entry,
        1 => words().prop_map(move |title| LexiconEdit::AddCategory { parent: None, title: local(title) }),
        1 => words().prop_map(move |title| {
            LexiconEdit::RenameCategory { path: "freedom".to_owned(), title: local(title) }
        }),
    ];
    prop::collection::vec(edit, 0..4)
}

fn options() -> impl Strategy<Value = Options> {
    (
        prop::sample::select(Policy::ALL.to_vec()),
        prop::sample::select(Negation::ALL.to_vec()),
        prop::option::of(1_u8..=16),
        prop::option::of(prop::collection::vec(1_u8..=16, 1..4)),
        any::<bool>(),
        table1_options(),
    )
        .prop_map(|(policy, negation, level, levels, case_sensitive, table1)| Options {
            policy,
            level,
            only_levels: levels.and_then(LevelSet::new),
            case_sensitive,
            negation,
            table1,
        })
}

/// A study, of which the engine may refuse some texts and edits.
fn given() -> impl Strategy<Value = Given> {
    let texts = prop::collection::vec((input(), text()), 0..5);
    let about = (words(), words(), prop::option::of(any::<u16>()));
    (texts, edits(), options(), about, any::<bool>()).prop_map(|(texts, edits, options, about, is_weighted)| {
        let (inputs, texts): (Vec<RecipeInput>, Vec<Vec<u8>>) = texts.into_iter().unzip();
        let mut recipe = Recipe::unhashed(inputs, &"0".repeat(64));
        let (title, author, year) = about;
        recipe.about = About { authors: vec![author], year, ..About::default() };
        recipe.about.title.ru = Some(title);
        recipe.language = Some(Language::English);
        recipe.counting = Counting { options, measure: Measure::Share, is_weighted };
        let file = LexiconSource::File { name: "small.toml".to_owned(), text: LEXICON.to_owned() };
        Given { recipe, lexicon: LexiconSource::Edited { origin: file.into(), edits }, texts }
    })
}

/// Returns the part of a study that the engine accepts, and what its table shows.
fn accepted(given: Given) -> (Given, Seen) {
    let mut engine = Engine::new();
    engine.apply(Change::SetOptions(given.recipe.counting.options.clone())).expect("they fit");
    let (origin, edits) = given.lexicon.parts();
    engine.apply(Change::SetLexicon(origin.clone())).expect("it is sound");
    let is_taken = |edit: &&LexiconEdit| engine.apply(Change::EditLexicon(LexiconEdit::clone(edit))).is_ok();
    let edits: Vec<LexiconEdit> = edits.iter().filter(is_taken).cloned().collect();
    let lexicon = LexiconSource::Edited { origin: origin.clone().into(), edits };
    let (mut recipe, mut texts) = (Recipe { texts: Vec::new(), ..given.recipe.clone() }, Vec::new());
    let changes = replay(&given.recipe, lexicon.clone(), given.texts.clone()).into_iter().skip(2);
    let (puts, data): (Vec<Change>, Vec<Change>) =
        changes.partition(|change| matches!(change, Change::PutDocument { .. }));
    for ((change, text), bytes) in puts.into_iter().zip(given.recipe.texts).zip(given.texts) {
        if engine.apply(change).is_ok() {
            recipe.texts.push(text);
            texts.push(bytes);
        }
    }
    for change in data {
        engine.apply(change).expect("a recipe has sound data");
    }
    let seen = seen(&mut engine);
    (Given { recipe, lexicon, texts }, seen)
}

fn seen(engine: &mut Engine) -> Seen {
    let table = engine.table();
    let row = |row: &DocumentSummary| Row {
        title: row.title.clone(),
        sha256: row.sha256.clone(),
        language: row.language,
        words: row.words,
        characters: row.characters,
        cells: row.cells.iter().map(|cell| (cell.count, cell.weighted)).collect(),
        metadata: row.metadata.clone(),
    };
    Seen {
        lexicon: table.lexicon.sha256.clone(),
        columns: table.columns.iter().map(|column| column.path.clone()).collect(),
        rows: table.documents.iter().map(row).collect(),
    }
}

fn publish(given: &Given, product: Product) -> Result<Vec<u8>, Vec<Problem>> {
    let job = StudyJob::Publish(Box::new(PublishJob {
        product,
        recipe: given.recipe.to_toml(),
        lexicon: given.lexicon.clone(),
        kept: TextsKept::Whole,
        language: Language::English,
        frame: page_of_program(),
    }));
    match run_job(job, "study", given.texts.clone()) {
        (StudyReply::Published(_), files) => Ok(files.into_iter().next().expect("a file comes with it")),
        (StudyReply::Refused(problems), _) => Err(problems),
        (other, _) => panic!("{other:?}"),
    }
}

/// Opens a project file and counts what is in it.
fn counted_again(file: Vec<u8>) -> Result<Seen, Vec<Problem>> {
    match run_job(StudyJob::Open, "study.tarazy", vec![file]) {
        (StudyReply::Opened(study), texts) => {
            assert!(study.has_texts && study.record.is_some(), "texts and results are there");
            let recipe = study.read_recipe("study.tarazy").map_err(|problem| vec![problem])?;
            let lexicon = LexiconSource::File { name: "lexicon.toml".to_owned(), text: study.lexicon };
            let mut engine = Engine::new();
            for change in replay(&recipe, lexicon, texts) {
                engine.apply(change).map_err(|refusal| refusal.problems)?;
            }
            let seen = seen(&mut engine);
            assert_eq!(seen.lexicon, recipe.lexicon.sha256, "it is the lexicon that the recipe names");
            Ok(seen)
        }
        (StudyReply::Refused(problems), _) => Err(problems),
        (other, _) => panic!("{other:?}"),
    }
}

/// The study in a page.
fn carried(page: Vec<u8>) -> Vec<u8> {
    unpacked(block(&String::from_utf8(page).expect("a page is UTF-8"), "payload-study"))
}

fn one_text(title: &str, text: Vec<u8>) -> Given {
    many(vec![(title.to_owned(), text)])
}

fn many(texts: Vec<(String, Vec<u8>)>) -> Given {
    let input = |title: &String| RecipeInput {
        title: LocalText { en: Some(title.clone()), ..LocalText::default() },
        file: format!("{title}.txt"),
        language: LanguageChoice::Fixed(Language::English),
        ..RecipeInput::default()
    };
    let recipe = Recipe::unhashed(texts.iter().map(|(title, _)| input(title)).collect(), &"0".repeat(64));
    let lexicon = LexiconSource::File { name: "small.toml".to_owned(), text: LEXICON.to_owned() };
    Given { recipe, lexicon, texts: texts.into_iter().map(|(_, text)| text).collect() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn what_the_engine_accepts_is_saved_opens_and_counts_alike(given in given()) {
        let (given, seen) = accepted(given);
        let file = publish(&given, Product::StudyFile);
        prop_assert_eq!(&file.and_then(counted_again), &Ok(seen));
        let page = publish(&given, Product::Page).map(carried);
        prop_assert_eq!(page.and_then(counted_again), Ok(accepted(given).1));
    }
}

#[test]
fn a_text_that_repeats_one_word_opens_however_tightly_it_packs() {
    let given = one_text("Freedom", b"freedom ".repeat(200_000));
    let (given, seen) = accepted(given);
    let file = publish(&given, Product::StudyFile).expect("it is saved");
    assert!(file.len() * 300 < given.texts[0].len(), "{} bytes", file.len());
    assert_eq!(counted_again(file).as_ref(), Ok(&seen));
    assert_eq!(publish(&given, Product::Page).map(carried).and_then(counted_again), Ok(seen));
}

#[test]
fn a_study_of_more_texts_than_two_thousand_opens() {
    let texts = (0..2_500).map(|at| (format!("Text {at}"), format!("Freedom {at}.").into_bytes()));
    let (given, seen) = accepted(many(texts.collect()));
    assert_eq!(seen.rows.len(), 2_500);
    let file = publish(&given, Product::StudyFile).expect("it is saved");
    assert_eq!(counted_again(file), Ok(seen));
}

#[test]
fn more_texts_than_a_study_may_have_are_refused_with_the_limit() {
    let texts = (0..=MAX_TEXTS).map(|at| (format!("Text {at}"), b"freedom".to_vec()));
    let problems = publish(&many(texts.collect()), Product::StudyFile).expect_err("they are too many");
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    assert_eq!(problem.code, "recipe-too-many");
    assert!(problem.arguments.contains(&("limit".to_owned(), Argument::from(MAX_TEXTS as u64))), "{problem:?}");
}

#[test]
fn an_archive_that_unpacks_to_more_than_a_study_is_refused_with_the_limit() {
    let mut writer = tarazy_engine::archive::ArchiveWriter::new();
    // Zeroes that are packed are 500 kB.
    writer.add("texts/01-a.txt", &vec![0; MAX_STUDY_BYTES / 8 + 1]);
    let one = writer.clone().finish();
    assert!(matches!(counted_again(one), Err(problems) if problems[0].code == "study-file-missing"));
    for at in 2..=8 {
        writer.add(&format!("texts/{at:02}-a.txt"), &vec![0; MAX_STUDY_BYTES / 8 + 1]);
    }
    let problems = counted_again(writer.finish()).expect_err("it is too large");
    assert_eq!((problems[0].code.as_str(), problems.len()), ("study-too-large", 1));
}
