//! The published page, pieces of pages, and figures.

use std::{cell::RefCell, collections::BTreeSet, io::Read};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::read::GzDecoder;
use tarazy_engine::{archive::read, counting::Measure, format::toml_string, language::Language};
use tarazy_report::{
    figure::{FigureOptions, SvgOptions, dispersion, grouped_bars, heat_map, stacked_bars, svg},
    limits::STUDY_LIMITS,
    message::Messages,
    publication::{Frame, StudyFile, study_page},
    report::{
        self, category_article, html_for_clipboard, html_fragment, html_page, methods_article, table_grid,
        table1_article,
    },
};

use super::{
    STRINGS,
    places::{Study, count, frame, page_of_program},
    rounds,
    shapes::{self, benign, page, shown},
};

/// What stands in the page's script block of an id.
pub fn block<'page>(page: &'page str, id: &str) -> &'page str {
    let start = format!("id=\"{id}\"");
    let rest = page.split(&start).nth(1).unwrap_or_else(|| panic!("{id}"));
    let (_, rest) = rest.split_once('>').expect("the element begins");
    rest.split("</script>").next().expect("the element ends")
}

/// The bytes of a text in base64 of gzip.
pub fn unpacked(text: &str) -> Vec<u8> {
    let packed = STANDARD.decode(text).expect("it is base64");
    let mut bytes = Vec::new();
    GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).expect("it is gzip");
    bytes
}

/// The study that a page carries.
pub fn carried(page: &str) -> StudyFile {
    StudyFile::unpack(&unpacked(block(page, "payload-study"))).expect("it is sound")
}

fn published(study: &Study, frame: &Frame, messages: &Messages) -> String {
    study_page(&study.file, &study.table, frame, messages)
}

#[test]
fn a_published_page_has_no_element_more_and_nothing_to_be_filled_in() {
    let frame = frame();
    rounds(|study, harmless, messages| {
        let html = published(study, &frame, messages);
        let (found, expected) = (page(&html), page(&published(harmless, &frame, messages)));
        assert_eq!(found.elements, expected.elements);
        let lower = html.to_lowercase();
        assert_eq!(lower.matches("<head>").count(), 1);
        assert!(!html.contains("{$") && !lower.contains("ojs://"), "journal software finds something");
        let ids: BTreeSet<&String> = found.ids.iter().collect();
        assert_eq!(ids.len(), found.ids.len(), "an id is there twice: {:?}", found.ids);
        for address in &found.addresses {
            let is_own = address.starts_with('#') || address.starts_with("data:image/svg+xml;base64,");
            assert!(is_own, "{address}");
        }
        let language = messages.language();
        let title = study.file.recipe.about.title.get(language).trim();
        let heading = found.texts.iter().find(|(name, _)| name == "h1").map(|(_, text)| text.trim());
        assert_eq!(heading, Some(shown(title).trim()));
    });
}

#[test]
fn metadata_for_machines_and_the_carried_study_agree() {
    let frame = frame();
    rounds(|study, _, messages| {
        let html = published(study, &frame, messages);
        let json =
            html.split("<script type=\"application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
        let json: serde_json::Value = serde_json::from_str(json.expect("a block")).expect("it is JSON");
        let about = &study.file.recipe.about;
        assert_eq!(json["name"], about.title.get(messages.language()).trim());
        assert_eq!(json["author"][1], about.authors[1]);
        assert_eq!(json["hasPart"][2]["license"], study.file.recipe.texts[2].licence);
        assert!(carried(&html) == study.file, "the study is carried whole");
    });
}

#[test]
fn pieces_of_pages_have_no_element_more() {
    rounds(|study, harmless, messages| {
        let pieces = |study: &Study| {
            let methods = study.methods();
            let grid = table_grid(&study.table, Measure::Share, 1, messages);
            let first = report::table1_grid(&study.table, 1, messages);
            let caption = study.table.documents[1].title.as_str();
            [
                html_fragment(&grid, caption),
                html_for_clipboard(&grid, caption),
                html_for_clipboard(&first, caption),
                html_page(caption, messages.language(), &html_fragment(&first, caption)),
                category_article(&methods, 2, messages).html_page(),
                table1_article(&methods, 1, messages).html_page(),
                methods_article(&methods, None, None, messages).html_page(),
                report::lexicon_appendix(&study.lexicon, messages).html_page(),
                study.card(messages).html_page(),
            ]
        };
        for (found, expected) in pieces(study).iter().zip(pieces(harmless)) {
            assert_eq!(page(found).elements, page(&expected).elements);
        }
    });
}

#[test]
fn a_card_is_text_in_the_body_of_a_published_study() {
    let lexicon = |words: &[String]| {
        let quoted = |word: &str| toml_string(word, char::is_control);
        let first = quoted(&words[0]);
        let categories = words.iter().enumerate().map(|(at, word)| {
            let word = quoted(word);
            format!("[[category]]\nid = \"c{at}\"\ntitle = {word}\ndescription = {word}\nen.entries = [\"free{at}\"]\n")
        });
        let tests = words.iter().enumerate().map(|(at, word)| {
            let word = quoted(word);
            format!("[[test]]\nlang = \"en\"\ntext = {word}\nexpect = {{ c{at} = {} }}\nexample = \"c{at}\"\n", at % 2)
        });
        let head = format!(
            "format = 1\nid = \"own\"\nversion = \"1\"\nlanguages = [\"en\"]\n[card]\nlimits = {first}\nsources = {first}\n\
             weaknesses = {first}\n[[validation]]\nlanguage = \"en\"\nversion = {first}\ndate = \"2026-12-01\"\n\
             texts = {first}\ncoders = 1\nsampled = 2\ncorrect = 1\ndebatable = 0\nwrong = 1\n"
        );
        head + &categories.collect::<String>() + &tests.collect::<String>()
    };
    let texts = [("One".to_owned(), b"free1 free2".to_vec())];
    for (words, messages) in STRINGS.chunks(190).zip(Language::ALL.map(Messages::new).iter().cycle()) {
        let published = |words: &[String]| {
            let study = count(&texts, &lexicon(words), None, true);
            study_page(&study.file, &study.table, &frame(), messages)
        };
        let harmless: Vec<String> = words.iter().map(|word| benign(word)).collect();
        let (found, expected) = (page(&published(words)), page(&published(&harmless)));
        assert_eq!(found.elements, expected.elements);
        assert!(
            words.iter().all(|word| found.texts.iter().any(|(name, text)| name == "td" && text.contains(&shown(word))))
        );
    }
}

#[test]
fn figures_are_sound_files_with_no_element_more() {
    let provenance = |study: &Study| vec![study.table.documents[0].title.clone(), study.table.lexicon.id.clone()];
    rounds(|study, harmless, messages| {
        let drawings = |study: &Study| {
            let options = FigureOptions {
                measure: Measure::Share,
                decimals: 1,
                title: Some(study.file.recipe.about.title.get(messages.language()).to_owned()),
            };
            let figures = [
                stacked_bars(&study.table, &options, messages),
                heat_map(&study.table, &options, messages),
                grouped_bars(&study.table, &options, messages),
                dispersion(&study.places, &study.table, &options, messages),
            ];
            let lines = provenance(study);
            figures.map(|figure| svg(&figure.scene, SvgOptions { link_base: Some("study.html"), provenance: &lines }))
        };
        for (found, expected) in drawings(study).iter().zip(drawings(harmless)) {
            assert_eq!(shapes::xml(found), shapes::xml(&expected));
            let addresses = page(found).addresses;
            assert!(addresses.iter().all(|address| address.starts_with("study.html#")), "{addresses:?}");
        }
    });
}

#[test]
fn a_base_of_links_that_is_a_script_makes_a_drawing_without_links() {
    let messages = Messages::new(Language::Kazakh);
    let seen = RefCell::new(0);
    for base in STRINGS.iter() {
        let figure = heat_map(&super::SMALL.table, &FigureOptions::default(), &messages);
        let drawing = svg(&figure.scene, SvgOptions { link_base: Some(base), provenance: &[] });
        let known = svg(&figure.scene, SvgOptions { link_base: Some("a"), provenance: &[] });
        let none = svg(&figure.scene, SvgOptions::default());
        let elements = shapes::xml(&drawing);
        assert!(elements == shapes::xml(&known) || elements == shapes::xml(&none), "{base}");
        if elements == shapes::xml(&none) {
            *seen.borrow_mut() += 1;
        }
        let is_script = |address: &String| address.trim_start().to_lowercase().starts_with("javascript:");
        assert!(!page(&drawing).addresses.iter().any(is_script), "{base}");
    }
    assert!(*seen.borrow() > 0, "some of them are refused");
}

#[test]
fn the_same_study_gives_the_same_page_from_the_file_and_from_the_page_itself() {
    let program = page_of_program();
    let from_file = Frame::parse(&program).expect("it has all parts");
    // What the page writes down: the same parts in the order in which it finds them, and nothing
    // around them.
    let part = |start: &str, end: &str| {
        let at = program.rfind(start).expect("it is there");
        &program[at..at + program[at..].find(end).expect("it ends") + end.len()]
    };
    let inner = |text: &str| text.split_once('>').expect("it begins").1.to_owned();
    let itself = [
        part("<meta http-equiv=", ">").to_owned(),
        part("<link rel=\"icon\"", ">").to_owned(),
        part("<style>", "</style>").to_owned(),
        part("<script>\"use strict\"", "</script>").to_owned(),
        format!("<div id=\"boot-problem\">{}", inner(part("<div id=\"boot-problem\"", "</div>"))),
        part("<script type=\"text/plain\" id=\"payload-tarazy.js\"", "</script>").to_owned(),
        part("<script type=\"text/plain\" id=\"payload-tarazy.wasm\"", "</script>").to_owned(),
        format!("<script type=\"text/plain\" id=\"payload-study\">{}</script>", "QUJD"),
    ];
    let from_page = Frame::parse(&itself.join("\n")).expect("it has all parts");
    let from_page_set_otherwise = Frame::parse(&itself.concat()).expect("it has all parts");
    let (study, messages) = (super::SMALL.clone(), Messages::new(Language::Russian));
    let page = published(&study, &from_file, &messages);
    assert_eq!(page, published(&study, &from_file, &messages));
    assert_eq!(page, published(&study, &from_page, &messages));
    assert_eq!(page, published(&study, &from_page_set_otherwise, &messages));
    // A published page is a frame for the next study.
    let from_study = Frame::parse(&page).expect("it has all parts");
    assert_eq!(page, published(&study, &from_study, &messages));
    assert!(read(&study.file.pack(), STUDY_LIMITS).is_ok());
}

#[test]
fn each_cell_has_its_place_in_the_page_once_for_each_measure_shown() {
    let study = &super::SMALL;
    for (measure, shown) in [(Measure::Share, 2), (Measure::Count, 1)] {
        let mut study = (**study).clone();
        study.file.recipe.counting.measure = measure;
        let html = published(&study, &frame(), &Messages::new(Language::Kazakh));
        let ids = page(&html).ids;
        let own: Vec<&String> = ids.iter().filter(|id| id.starts_with("cell=")).collect();
        assert_eq!(own.len(), shown * study.table.documents.len() * study.table.columns.len());
        for document in 1..=study.table.documents.len() {
            for column in &study.table.columns {
                for measure in [measure, Measure::Count] {
                    let id = format!("cell={document}.{}.{}", column.path, measure.name());
                    assert_eq!(own.iter().filter(|own| ***own == id).count(), 1, "{id}");
                }
            }
        }
    }
}
