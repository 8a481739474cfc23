//! Figures: their geometry, their words, and the files that they become.

use crate::figure_sample;

use proptest::prelude::*;
use quick_xml::{Reader, events::Event as Xml};
use tarazy_engine::{
    counting::{Comparison, Measure},
    language::Language,
    matching::{ColumnId, Policy},
    settings::Options,
    study::{ContextExtent, ContextsQuery, Dispersion, DispersionQuery, Engine},
};
use tarazy_report::{
    figure::{
        Bounds, Figure, FigureKind, FigureOptions, Mark, Scene, Shape, Style, SvgOptions, dispersion, grouped_bars,
        heat_map, stacked_bars, svg,
    },
    message::Messages,
};

use figure_sample::{declaration, places, table};

fn draw(kind: FigureKind, table: &Comparison, found: &Dispersion, options: &FigureOptions, words: &Messages) -> Figure {
    match kind {
        FigureKind::GroupedBars => grouped_bars(table, options, words),
        FigureKind::StackedBars => stacked_bars(table, options, words),
        FigureKind::HeatMap => heat_map(table, options, words),
        FigureKind::Dispersion => dispersion(found, table, options, words),
    }
}

fn all(table: &Comparison, options: &FigureOptions, messages: &Messages) -> Vec<Figure> {
    let found = places(table);
    FigureKind::ALL.map(|kind| draw(kind, table, &found, options, messages)).to_vec()
}

/// Where the matches of some columns stand.
fn dispersed(engine: &mut Engine, columns: Vec<ColumnId>) -> Dispersion {
    engine.ask(DispersionQuery { columns }).expect("it is always answered")
}

fn options() -> FigureOptions {
    FigureOptions { decimals: 1, ..FigureOptions::default() }
}

fn numbered(word: &str, len: usize) -> Vec<String> {
    (1..=len).map(|at| format!("{word} {at}")).collect()
}

/// Counts of all sizes, with rows and columns of zeros.
fn strewn(texts: usize, categories: usize) -> Vec<Vec<u64>> {
    let count = |text: usize, category: usize| match (text, category) {
        (3, _) | (_, 2) => 0,
        _ => ((text * 37 + category * 101) % 97) as u64 * if text.is_multiple_of(5) { 11 } else { 1 },
    };
    (0..texts).map(|text| (0..categories).map(|category| count(text, category)).collect()).collect()
}

fn texts(scene: &Scene) -> Vec<(&str, Bounds)> {
    let marks = scene.marks.iter();
    marks
        .filter_map(|mark| match &mark.shape {
            Shape::Text { text, .. } => Some((text.as_str(), mark.shape.bounds())),
            _ => None,
        })
        .collect()
}

fn assert_sound(scene: &Scene) {
    for mark in &scene.marks {
        let bounds = mark.shape.bounds();
        let is_within = bounds.left >= -1e-6
            && bounds.top >= -1e-6
            && bounds.right <= scene.width + 1e-6
            && bounds.bottom <= scene.height + 1e-6;
        assert!(is_within, "{}: {:?} beyond {} × {}", scene.kind.name(), mark.shape, scene.width, scene.height);
        assert!(mark.target.is_none() || !mark.label.is_empty(), "a link without a name: {mark:?}");
    }
    let texts = texts(scene);
    for (at, (text, bounds)) in texts.iter().enumerate() {
        for (other, others) in &texts[..at] {
            assert!(!bounds.overlaps(others), "{}: «{text}» over «{other}» {bounds:?} {others:?}", scene.kind.name());
        }
    }
}

/// Reads a file as XML and returns the names of its elements.
fn elements(file: &str) -> Vec<String> {
    let mut reader = Reader::from_str(file);
    let (mut names, mut depth) = (Vec::new(), 0_i32);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {file}")) {
            event @ (Xml::Start(_) | Xml::Empty(_)) => {
                depth += i32::from(matches!(event, Xml::Start(_)));
                let (Xml::Start(start) | Xml::Empty(start)) = event else { continue };
                names.push(start.name().as_ref().to_owned());
                start.attributes().for_each(|attribute| assert!(attribute.is_ok(), "{attribute:?}"));
            }
            Xml::End(_) => depth -= 1,
            Xml::Text(_) | Xml::GeneralRef(_) => {}
            Xml::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(depth, 0);
    names
}

const ELEMENTS: [&str; 13] =
    ["svg", "title", "desc", "metadata", "defs", "pattern", "rect", "path", "circle", "line", "text", "a", "g"];

#[test]
fn figures_of_the_sample_study_are_as_before() {
    for language in Language::ALL {
        let messages = Messages::new(language);
        let (mut engine, table) = declaration(Options::default());
        let found = dispersed(&mut engine, (0..3).map(ColumnId).collect());
        for kind in FigureKind::ALL {
            let figure = draw(kind, &table, &found, &options(), &messages);
            assert_sound(&figure.scene);
            let link_base = (language == Language::Kazakh).then_some("study.html");
            let provenance = ["values 1.0.1".to_owned()];
            let file = svg(&figure.scene, SvgOptions { link_base, provenance: &provenance });
            let name = format!("figure-{}@{}", kind.name(), language.code());
            insta::with_settings!({ prepend_module_to_snapshot => false }, { insta::assert_snapshot!(name, file) });
        }
    }
}

#[test]
fn tables_of_the_sample_study_show_the_same_as_its_figures() {
    let messages = Messages::new(Language::Kazakh);
    let (mut engine, table) = declaration(Options::default());
    let found = dispersed(&mut engine, vec![ColumnId(1)]);
    let twins = FigureKind::ALL.map(|kind| draw(kind, &table, &found, &options(), &messages).twin);
    for twin in &twins {
        assert!(twin.rows.iter().all(|row| row.len() == twin.header.len()), "{twin:?}");
        assert_eq!(twin.is_numeric.len(), twin.header.len());
    }
    let written = twins.map(|twin| {
        let rows = std::iter::once(&twin.header).chain(&twin.rows).map(|row| row.join(" | ") + "\n");
        format!("{}\n{}", twin.title, rows.collect::<String>())
    });
    insta::with_settings!({ prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("figure-twins", written.join("\n"));
    });
}

#[test]
fn slots_of_a_dispersion_add_up_to_the_cells() {
    for policy in Policy::ALL {
        let (mut engine, table) = declaration(Options { policy, ..Options::default() });
        let columns = table.columns.iter().map(|column| column.id);
        let found = dispersed(&mut engine, columns.take(Dispersion::MOST_COLUMNS).collect());
        assert_eq!(found.documents.len(), table.documents.len());
        for (document, row) in found.documents.iter().zip(&table.documents) {
            assert_eq!(document.id, row.id);
            for (at, slots) in document.rows.iter().enumerate() {
                assert_eq!(slots.iter().map(|slot| slot.count).sum::<u64>(), row.cells[at].count, "{policy:?}");
                assert!(slots.is_sorted_by(|one, other| one.slot < other.slot && one.at < other.at));
                assert!(slots.iter().all(|slot| slot.slot < document.slots));
            }
        }
    }
}

#[test]
fn a_slot_leads_to_its_first_match() {
    let (mut engine, table) = declaration(Options::default());
    let column = table.columns[0].id;
    let found = dispersed(&mut engine, vec![column, column, ColumnId(99)]);
    assert_eq!(found.columns.len(), 1, "a column comes once, and one that is not there is left out");
    let contexts = ContextsQuery { extent: ContextExtent::Characters(10), ..ContextsQuery::new(column) };
    let page = engine.ask(contexts).expect("it is always answered");
    for document in &found.documents {
        for slot in &document.rows[0] {
            let is_match = page.lines.iter().any(|line| line.document == document.id && line.span.start == slot.at);
            assert!(is_match, "{slot:?}");
        }
    }
}

#[test]
fn nothing_overlaps_in_figures_of_any_size() {
    let long = "Жалпыұлттық социал-демократиялық партияның кезектен тыс ХХІ съезінде қабылданған сайлауалды \
                бағдарламасының толық мәтіні, 2023";
    assert!(long.chars().count() >= 120, "{}", long.chars().count());
    for language in Language::ALL {
        let messages = Messages::new(language);
        for (texts, categories) in [(0, 0), (1, 1), (1, 8), (7, 8), (7, 1), (7, 30), (40, 12), (40, 30), (5, 0), (0, 5)]
        {
            for title in ["Мәтін", long] {
                let names = numbered(if categories == 12 { "Экономикалық әл-ауқат" } else { title }, categories);
                let table = table(&numbered(title, texts), &names, &strewn(texts, categories));
                for measure in Measure::ALL {
                    let options = FigureOptions { measure, decimals: 2, title: Some(long.to_owned()) };
                    let figures = all(&table, &options, &messages);
                    for figure in &figures {
                        assert_sound(&figure.scene);
                    }
                }
            }
        }
    }
}

#[test]
fn a_value_that_does_not_exist_is_a_dash_and_no_bar() {
    let table = table(&numbered("Мәтін", 2), &numbered("Санат", 2), &[vec![3, 0], vec![0, 0]]);
    for figure in all(&table, &options(), &Messages::new(Language::Kazakh)) {
        let kind = figure.scene.kind;
        let of_text = |document: u32| {
            let own = figure
                .scene
                .marks
                .iter()
                .filter(move |mark| mark.target.as_ref().is_some_and(|target| target.document.0 == document));
            own.collect::<Vec<_>>()
        };
        if matches!(kind, FigureKind::GroupedBars | FigureKind::StackedBars | FigureKind::Dispersion) {
            let is_bar = |mark: &&Mark| matches!(mark.shape, Shape::Rect { .. });
            assert!(of_text(0).iter().any(is_bar), "{kind:?}");
            assert!(!of_text(1).iter().any(is_bar), "{kind:?}");
        }
        let dashes = texts(&figure.scene).into_iter().filter(|(text, _)| *text == "–").count();
        assert!(dashes > 0, "{kind:?}");
        let zeros = |own: &str| figure.twin.rows[0].iter().filter(|field| *field == own).count();
        assert!(zeros("0") > 0 || zeros("0,0") > 0, "{kind:?}: {:?}", figure.twin.rows);
    }
}

#[test]
fn a_tint_never_stands_without_its_sign() {
    // Far above, far below, and as expected.
    let counts = [vec![90, 10, 50], vec![10, 90, 50]];
    let table = table(&numbered("Мәтін", 2), &numbered("Санат", 3), &counts);
    let figure = heat_map(&table, &options(), &Messages::new(Language::Kazakh));
    let signs: Vec<Bounds> = texts(&figure.scene)
        .into_iter()
        .filter_map(|(text, bounds)| ["+", "++", "−", "−−"].contains(&text).then_some(bounds))
        .collect();
    let mut tinted = 0;
    for mark in figure.scene.marks.iter().filter(|mark| mark.target.is_some()) {
        let bounds = mark.shape.bounds();
        let has_sign = signs.iter().any(|sign| sign.overlaps(&bounds));
        let Style::Residual(deviation) = mark.style else { panic!("{mark:?}") };
        assert_eq!(deviation.is_some(), has_sign, "{mark:?}");
        tinted += usize::from(has_sign);
    }
    assert_eq!(tinted, 4);
}

#[cfg(feature = "ui")]
#[test]
fn the_page_reads_the_addresses_of_marks() {
    use tarazy::ui::state::Route;
    let table = table(&numbered("Мәтін", 2), &["Сөз бостандығы, 100 %".to_owned()], &[vec![3], vec![4]]);
    for figure in all(&table, &options(), &Messages::new(Language::Kazakh)) {
        for target in figure.scene.marks.iter().filter_map(|mark| mark.target.as_ref()) {
            let place = Route::parse(&target.fragment);
            assert_eq!(place.fragment(), target.fragment);
            let number = target.document.0 as usize;
            match (target.at, place) {
                (Some(byte), Route::Read { document, at }) => assert_eq!((document, at), (number, byte)),
                (None, Route::Contexts(cell)) => {
                    assert_eq!(cell.document, Some(number));
                    assert_eq!(cell.path.as_deref(), Some(table.columns[0].path.as_str()));
                }
                other => panic!("{other:?}"),
            }
        }
    }
}

#[test]
fn links_are_there_only_where_they_are_wanted() {
    let (_, table) = declaration(Options::default());
    let scene = heat_map(&table, &options(), &Messages::new(Language::English)).scene;
    let file = |link_base| svg(&scene, SvgOptions { link_base, provenance: &[] });
    let links = |file: &str| elements(file).iter().filter(|name| *name == "a").count();
    let cells = table.documents.len() * table.columns.len();
    assert_eq!(links(&file(Some("study.html?a=1&b=\"2\""))), cells);
    assert!(file(Some("study.html")).contains("href=\"study.html#cell=1.freedom.share\""));
    assert!(file(Some("study.html")).contains("role=\"group\""));
    assert_eq!(links(&file(Some("javascript:alert(1)"))), 0);
    assert_eq!(links(&file(None)), 0);
    assert!(file(None).contains("role=\"img\""));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn marks_lie_within_the_scene_whatever_the_table(
        counts in (0_usize..6).prop_flat_map(|width| {
            prop::collection::vec(prop::collection::vec(prop_oneof![0_u64..40, 0_u64..2_000_000], width), 0..6)
        }),
        title in ".{0,130}",
        measure in prop::sample::select(Measure::ALL.to_vec()),
        decimals in 0_usize..7,
    ) {
        let width = counts.first().map_or(0, Vec::len);
        let titles: Vec<String> = (0..counts.len()).map(|_| title.clone()).collect();
        let table = table(&titles, &vec![title.clone(); width], &counts);
        let options = FigureOptions { measure, decimals, title: Some(title) };
        for figure in all(&table, &options, &Messages::new(Language::Russian)) {
            assert_sound(&figure.scene);
        }
    }

    #[test]
    fn no_text_becomes_markup(
        title in prop_oneof![
            any::<String>(),
            Just("]]> <script>alert(1)</script> <!-- \u{0}\u{b}\u{fffe}\u{202e} &amp; \"'".to_owned()),
            prop::collection::vec(prop::sample::select(vec!["]]>", "<![CDATA[", "&#0;", "<a href='x'>", "\u{1}", "\"", "ә"]), 0..9)
                .prop_map(|parts| parts.concat()),
        ],
        link in prop::option::of(".{0,30}"),
    ) {
        let table = table(&[title.clone(), title.clone()], &[title.clone(), title.clone()], &[vec![3, 1], vec![0, 9]]);
        let options = FigureOptions { title: Some(title.clone()), ..options() };
        for figure in all(&table, &options, &Messages::new(Language::English)) {
            let file = svg(&figure.scene, SvgOptions { link_base: link.as_deref(), provenance: std::slice::from_ref(&title) });
            let names = elements(&file);
            prop_assert!(names.iter().all(|name| ELEMENTS.contains(&name.as_str())), "{names:?}");
            let lawful = |letter: char| letter == '\n' || !letter.is_control() && letter < '\u{fffe}' || letter > '\u{ffff}';
            prop_assert!(file.chars().all(lawful));
            // Each text of the scene is one element, and so is the title.
            let expected = figure.scene.marks.iter().filter(|mark| matches!(mark.shape, Shape::Text { .. })).count();
            prop_assert_eq!(names.iter().filter(|name| *name == "text").count(), expected);
        }
    }

    #[test]
    fn bars_are_as_long_as_their_values(counts in prop::collection::vec(0_u64..5_000, 6)) {
        let rows = [counts[..3].to_vec(), counts[3..].to_vec()];
        let table = table(&numbered("Мәтін", 2), &numbered("Санат", 3), &rows);
        let options = FigureOptions { measure: Measure::Count, ..options() };
        let scene = grouped_bars(&table, &options, &Messages::new(Language::Kazakh)).scene;
        let largest = counts.iter().copied().max().unwrap_or(0);
        let bars: Vec<(u64, f64)> = scene.marks.iter().filter_map(|mark| {
            let target = mark.target.as_ref()?;
            let count = rows[target.document.0 as usize][target.column.0 as usize];
            match mark.shape {
                Shape::Rect { width, .. } => Some((count, width)),
                _ => None,
            }
        }).collect();
        prop_assert_eq!(bars.len(), counts.iter().filter(|count| **count > 0).count());
        let longest = bars.iter().find(|(count, _)| *count == largest).map_or(0.0, |(_, width)| *width);
        for (count, width) in bars {
            prop_assert!((width * largest as f64 - longest * count as f64).abs() < 1e-6 * longest * largest as f64);
        }
    }

    #[test]
    fn segments_touch_and_add_up_to_the_whole(counts in prop::collection::vec(0_u64..5_000, 1..12)) {
        let table = table(&numbered("Мәтін", 1), &numbered("Санат", counts.len()), std::slice::from_ref(&counts));
        let scene = stacked_bars(&table, &options(), &Messages::new(Language::Kazakh)).scene;
        let segments: Vec<(u64, f64, f64)> = scene.marks.iter().filter_map(|mark| {
            let target = mark.target.as_ref()?;
            match mark.shape {
                Shape::Rect { x, width, .. } => Some((counts[target.column.0 as usize], x, x + width)),
                _ => None,
            }
        }).collect();
        let all: u64 = counts.iter().sum();
        prop_assert_eq!(segments.is_empty(), all == 0);
        if let (Some(first), Some(last)) = (segments.first(), segments.last()) {
            let whole = last.2 - first.1;
            prop_assert!(segments.windows(2).all(|pair| (pair[0].2 - pair[1].1).abs() < 1e-6));
            for (count, left, right) in &segments {
                prop_assert!((right - left - whole * *count as f64 / all as f64).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn lines_of_a_strip_add_up_to_the_count(count in 0_u64..1_900) {
        let table = table(&numbered("Мәтін", 1), &numbered("Санат", 1), &[vec![count]]);
        let figure = dispersion(&places(&table), &table, &options(), &Messages::new(Language::English));
        let labelled: u64 = figure.scene.marks.iter().filter(|mark| mark.target.as_ref().is_some_and(|own| own.at.is_some())).map(|mark| {
            mark.label.rsplit(' ').next().and_then(|number| number.replace(',', "").parse().ok()).unwrap_or(0_u64)
        }).sum();
        prop_assert_eq!(labelled, count);
        let tenths: u64 = figure.twin.rows[0][3..].iter().map(|tenth| tenth.parse().unwrap_or(0_u64)).sum();
        prop_assert_eq!(tenths, count);
    }
}
