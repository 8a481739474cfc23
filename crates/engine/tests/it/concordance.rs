//! The lines of a concordance: which are shown, in which order, with how much text.

use tarazy_engine::{
    language::Language,
    matching::ColumnId,
    settings::{LanguageChoice, Options},
    study::{
        Change, ContextExtent, ContextPage, ContextSelection, ContextsQuery, Engine, LONGEST_CONTEXT, LineSample,
        RecordQuery, SortPlace,
    },
};

use crate::study::{file, study};

const LEXICON: &str = r#"
format = 1
id = "small"
version = "1"
[[category]]
id = "freedom"
kk.entries = ["бостандық", "сөз бостандығы"]
ru.entries = ["свобода"]
"#;

const KAZAKH: LanguageChoice = LanguageChoice::Fixed(Language::Kazakh);
const RUSSIAN: LanguageChoice = LanguageChoice::Fixed(Language::Russian);

const FIRST: &str = "Біз үшін бостандық – ұлы құндылық. Халықтың бостандығы (заңмен) қорғалады! Еркін елде бостандық \
                     әділетпен бірге жүреді.\n\nСөз бостандығы бәріне керек. Бостандық";
const SECOND: &str = "Бостандық үшін күрес. Ақ жол, бостандық өзі келмейді.";

fn engine() -> Engine {
    study(file(LEXICON), Options::default(), &[(KAZAKH, FIRST), (KAZAKH, SECOND)])
}

fn page(engine: &mut Engine, extent: ContextExtent, selection: ContextSelection) -> ContextPage {
    engine.ask(ContextsQuery { extent, selection, ..ContextsQuery::new(ColumnId(0)) }).expect("the column is there")
}

fn ordered(order: &[SortPlace]) -> ContextSelection {
    ContextSelection { order: order.to_vec(), ..ContextSelection::default() }
}

/// The word that stands nearest to each match on a side, without what stands around it.
fn nearest(page: &ContextPage, is_left: bool) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let words = |text: &str| text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect::<Vec<_>>();
    let nearest = page
        .lines
        .iter()
        .map(|line| if is_left { words(&line.left).pop() } else { words(&line.right).into_iter().next() });
    nearest.map(Option::unwrap_or_default).collect()
}

fn starts(page: &ContextPage) -> Vec<(u32, u32)> {
    page.lines.iter().map(|line| (line.document.0, line.span.start)).collect()
}

#[test]
fn a_line_says_where_in_its_text_it_stands() {
    let page = page(&mut engine(), WIDTH, ContextSelection::default());
    let places: Vec<_> =
        page.lines.iter().map(|line| (line.document.0, line.place.paragraph, line.place.sentence)).collect();
    let first = page.lines[0].document.0;
    let second = first + 1;
    let cuts = |page: &ContextPage| -> Vec<_> {
        page.lines.iter().map(|line| (line.is_cut_left, line.is_cut_right)).collect()
    };
    // The second text is shorter than the width; a sentence is never cut.
    assert_eq!(cuts(&page)[5..], [(false, false); 2]);
    let narrow = self::page(&mut engine(), ContextExtent::Characters(8), ContextSelection::default());
    assert_eq!(cuts(&narrow)[2], (true, true));
    let sentences = self::page(&mut engine(), ContextExtent::Sentence, ContextSelection::default());
    assert!(cuts(&sentences).iter().all(|cuts| *cuts == (false, false)));
    let expected = [(first, 1, 1), (first, 1, 2), (first, 1, 3), (first, 2, 1), (first, 2, 2)];
    assert_eq!(places[..5], expected);
    assert_eq!(places[5..], [(second, 1, 1), (second, 1, 2)]);
}

const WIDTH: ContextExtent = ContextExtent::Characters(60);

#[test]
fn lines_are_ordered_by_the_words_beside_them_as_the_kazakh_alphabet_has_them() {
    let mut engine = engine();
    // Nothing follows the last word of the first text, and nothing precedes the first of the second.
    let right = page(&mut engine, WIDTH, ordered(&[SortPlace::Right(1)]));
    assert_eq!(nearest(&right, false), ["", "әділетпен", "бәріне", "заңмен", "өзі", "ұлы", "үшін"]);
    let left = page(&mut engine, WIDTH, ordered(&[SortPlace::Left(1)]));
    assert_eq!(nearest(&left, true), ["", "елде", "жол", "жүреді", "керек", "үшін", "халықтың"]);
}

#[test]
fn lines_that_are_equal_by_one_place_are_ordered_by_the_next_and_then_as_they_stand() {
    let mut engine = engine();
    let by_match = page(&mut engine, WIDTH, ordered(&[SortPlace::Match]));
    let forms: Vec<&str> = by_match.lines.iter().map(|line| line.form.as_str()).collect();
    assert_eq!(forms[..5], ["бостандығы", "бостандық", "бостандық", "бостандық", "бостандық"]);
    assert!(starts(&by_match)[1..6].is_sorted(), "as they stand");
    let both = page(&mut engine, WIDTH, ordered(&[SortPlace::Match, SortPlace::Right(1)]));
    assert_eq!(nearest(&both, false), ["заңмен", "", "әділетпен", "өзі", "ұлы", "үшін", "бәріне"]);
    let by_text = page(&mut engine, WIDTH, ordered(&[SortPlace::Text, SortPlace::Right(1)]));
    assert_eq!(nearest(&by_text, false), ["", "әділетпен", "бәріне", "заңмен", "ұлы", "өзі", "үшін"]);
}

#[test]
fn words_are_compared_whatever_their_case_and_with_ye_for_yo() {
    let text = "Свобода Елены. Свобода ёлки. Свобода ежа.";
    let mut engine = study(file(LEXICON), Options::default(), &[(RUSSIAN, text)]);
    let lines = page(&mut engine, WIDTH, ordered(&[SortPlace::Right(1)]));
    assert_eq!(nearest(&lines, false), ["ежа", "елены", "ёлки"]);
    for (containing, count) in
        [("ЕЛКИ", 1), ("ёл", 2), ("ел", 2), ("ёлки сво", 1), ("ёлки ежа", 0), ("слон", 0), ("  ", 3)]
    {
        let selection = ContextSelection { containing: containing.to_owned(), ..ContextSelection::default() };
        let lines = page(&mut engine, ContextExtent::Sentence, selection);
        assert_eq!(lines.total, count, "{containing}");
    }
}

#[test]
fn a_line_contains_only_what_it_shows() {
    let mut engine = engine();
    let containing = |words: &str| ContextSelection { containing: words.to_owned(), ..ContextSelection::default() };
    for (extent, words, count) in [
        (ContextExtent::Sentence, "заң", 1),
        (ContextExtent::Paragraph, "заң", 3),
        (ContextExtent::Paragraph, "заң сөз", 0),
        (ContextExtent::Characters(200), "заң сөз", 5),
        (ContextExtent::Characters(8), "заң", 0),
    ] {
        assert_eq!(page(&mut engine, extent, containing(words)).total, count, "{extent:?} {words}");
    }
    let form = ContextSelection { form: Some("сөз бостандығы".to_owned()), ..ContextSelection::default() };
    let lines = page(&mut engine, ContextExtent::Sentence, form).lines;
    assert_eq!(lines.len(), 1);
    assert_eq!((lines[0].left.as_str(), lines[0].right.as_str()), ("", " бәріне керек."));
}

#[test]
fn a_sentence_and_a_paragraph_end_where_they_end() {
    let mut engine = engine();
    let sentences = page(&mut engine, ContextExtent::Sentence, ContextSelection::default()).lines;
    let whole: Vec<String> = sentences.iter().map(|line| format!("{}{}{}", line.left, line.node, line.right)).collect();
    assert_eq!(whole[1], "Халықтың бостандығы (заңмен) қорғалады!");
    assert_eq!(whole[4], "Бостандық");
    let paragraphs = page(&mut engine, ContextExtent::Paragraph, ContextSelection::default()).lines;
    assert!(paragraphs[0].right.ends_with("әділетпен бірге жүреді."), "{:?}", paragraphs[0]);
    assert_eq!((paragraphs[3].left.as_str(), paragraphs[3].right.as_str()), ("", " бәріне керек. Бостандық"));
}

/// A page is a part of the whole list, whatever was chosen; the same seed draws the same lines.
#[test]
fn pages_of_a_sample_are_parts_of_it() {
    let mut engine = engine();
    let sample = |seed| ContextSelection { sample: Some(LineSample { lines: 4, seed }), ..ContextSelection::default() };
    let whole = page(&mut engine, WIDTH, sample(7));
    assert_eq!((whole.total, whole.lines.len()), (4, 4));
    assert!(starts(&whole).is_sorted());
    assert_eq!(page(&mut engine, WIDTH, sample(7)), whole);
    let query = ContextsQuery { offset: 1, limit: 2, selection: sample(7), ..ContextsQuery::new(ColumnId(0)) };
    let part = engine.ask(query).expect("the column is there");
    assert_eq!((part.total, part.lines.as_slice()), (4, &whole.lines[1..3]));
    let others = (0..20).filter(|seed| page(&mut engine, WIDTH, sample(*seed)) != whole).count();
    assert!(others > 10, "other seeds draw other lines: {others}");
}

/// What a published study keeps of its contexts is chosen and ordered as its texts would be.
#[test]
fn kept_contexts_are_ordered_as_those_of_the_texts() {
    let mut engine = engine();
    let kept = engine.ask(RecordQuery { context_words: Some(9) }).expect("it is always answered");
    let mut recalled = Engine::new();
    recalled.apply(Change::Recall(Some(Box::new(kept)))).expect("every record is taken");
    for selection in [
        ordered(&[SortPlace::Right(1), SortPlace::Left(2)]),
        ordered(&[SortPlace::Match, SortPlace::Left(1)]),
        ContextSelection { sample: Some(LineSample { lines: 3, seed: 2 }), ..ContextSelection::default() },
        ContextSelection {
            form: Some("бостандық".to_owned()), ..ordered(&[SortPlace::Text, SortPlace::Right(1)])
        },
    ] {
        let live = page(&mut engine, WIDTH, selection.clone());
        let kept = page(&mut recalled, WIDTH, selection);
        assert_eq!((kept.total, starts(&kept)), (live.total, starts(&live)));
    }
}

/// No text is searched to its end for a word beside a match, nor shown whole.
#[test]
fn a_match_among_a_million_signs_is_a_line_like_others() {
    let text = format!("сөз {}бостандық{}", "! ".repeat(500_000), " !".repeat(500_000));
    let mut engine = study(file(LEXICON), Options::default(), &[(KAZAKH, text.as_str())]);
    let lines = page(&mut engine, ContextExtent::Paragraph, ordered(&[SortPlace::Left(1), SortPlace::Right(3)])).lines;
    assert_eq!(lines.len(), 1);
    assert!(lines[0].left.chars().count() <= LONGEST_CONTEXT as usize);
}
