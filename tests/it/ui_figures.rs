//! Figures, the bar that saves the table, and the methods, rendered natively.

use crate::{
    figure_sample,
    rendering::{ENGLISH, assert_reads, html},
    ui_sample,
};

use std::rc::Rc;

use tarazy::ui::{
    components::TwinTable,
    pages::{
        compare::{
            CopyInstead, MethodsPanel, SaveBar,
            export::{Format, file_name, for_clipboard, render},
        },
        figures::{FigureChoices, SceneView},
    },
    state::{
        Preferences, Shared,
        preferences::{Action, Face},
    },
};
use tarazy_engine::{
    counting::Measure,
    language::{Language, number_format::DecimalSign},
    settings::Options,
};
use tarazy_report::{
    figure::{
        Figure, FigureKind, FigureOptions, Shape, dispersion, grouped_bars, heat_map, most_categories, stacked_bars,
    },
    message::Messages,
    report::{self, Piece, PieceFormat, PieceQuery, ReferenceStyle},
};
use yew::{Reducible, prelude::*};

use figure_sample::{declaration, places, table};

fn small_table() -> tarazy_engine::counting::Comparison {
    let titles = ["Ақ жол".to_owned(), "<img src=x onerror=alert(1)>".to_owned()];
    let categories = ["Еркіндік", "Әділдік", "Теңдік"].map(str::to_owned);
    table(&titles, &categories, &[vec![41, 9, 0], vec![3, 24, 12]])
}

fn figure(kind: FigureKind, language: Language) -> Figure {
    let (table, messages) = (small_table(), Messages::new(language));
    let options = FigureOptions { decimals: 1, ..FigureOptions::default() };
    match kind {
        FigureKind::GroupedBars => grouped_bars(&table, &options, &messages),
        FigureKind::StackedBars => stacked_bars(&table, &options, &messages),
        FigureKind::HeatMap => heat_map(&table, &options, &messages),
        FigureKind::Dispersion => dispersion(&places(&table), &table, &options, &messages),
    }
}

fn piece_query(piece: Piece, language: Language) -> PieceQuery {
    PieceQuery {
        piece,
        language,
        measure: Measure::Share,
        is_weighted: false,
        decimals: 1,
        decimal_sign: DecimalSign::ByLanguage,
        is_transposed: false,
    }
}

/// What the engine writes about the Declaration.
fn written(piece: Piece, language: Language) -> Vec<u8> {
    let (mut engine, _) = declaration(Options::default());
    engine.ask(piece_query(piece, language)).expect("a piece can be written of every study").bytes
}

fn scene(kind: FigureKind, language: Language) -> Html {
    html! { <SceneView figure={Shared::from(figure(kind, language))} /> }
}

fn choices(kind: FigureKind, chosen: usize) -> Html {
    let table = ui_sample::table(false);
    let chosen = table.columns.iter().take(chosen).map(|column| column.path.clone()).collect::<Vec<_>>();
    html! {
        <FigureChoices
            {table} {kind} {chosen}
            preferences={Preferences::default()}
            title=""
            on_prefer={Callback::noop()} on_title={Callback::noop()} on_chosen={Callback::noop()}
        />
    }
}

fn save_bar() -> Html {
    html! {
        <SaveBar
            preferences={Preferences::default()} is_open=true
            on_save={Callback::noop()} on_copy={Callback::noop()} on_prefer={Callback::noop()}
        />
    }
}

fn methods(style: ReferenceStyle, language: Language) -> Html {
    let text = |piece| AttrValue::from(String::from_utf8(written(piece, language)).expect("text"));
    html! {
        <MethodsPanel
            paragraph={text(Piece::Paragraph)} references={text(Piece::References(style))} {style}
            on_style={Callback::noop()} on_copy={Callback::noop()} on_save={Callback::noop()}
        />
    }
}

#[test]
fn a_figure_is_drawn_mark_by_mark() {
    // The files of figures have the same words in the other languages.
    assert_reads("scene-grouped-bars", &ENGLISH, |language| scene(FigureKind::GroupedBars, language));
    assert_reads("scene-heat-map", &ENGLISH, |language| scene(FigureKind::HeatMap, language));
}

#[test]
fn every_mark_that_means_a_cell_is_a_link_with_a_sentence_and_tab_stops_once() {
    for kind in FigureKind::ALL {
        let drawing = figure(kind, Language::Kazakh).scene;
        let html = html(Language::Kazakh, scene(kind, Language::Kazakh));
        let bound: Vec<_> = drawing.marks.iter().filter(|mark| mark.target.is_some()).collect();
        assert!(!bound.is_empty(), "{kind:?}");
        assert_eq!(html.matches("<a ").count(), bound.len(), "{kind:?}");
        assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "{kind:?}");
        for mark in bound {
            let target = mark.target.as_ref().expect("it is bound");
            assert!(html.contains(&format!("href=\"#{}\"", target.fragment)), "{kind:?}: {}", target.fragment);
            assert!(!mark.label.is_empty());
        }
        assert!(html.contains("<title id=") && html.contains("<desc id="), "{kind:?}");
        assert!(!html.contains("<img"), "a title is no markup");
        let texts = drawing.marks.iter().filter(|mark| matches!(mark.shape, Shape::Text { .. })).count();
        assert_eq!(html.matches("<text ").count(), texts, "{kind:?}");
    }
}

#[test]
fn no_colour_of_a_drawing_on_the_page_is_fixed() {
    for kind in FigureKind::ALL {
        let html = html(Language::English, scene(kind, Language::English));
        assert!(!html.contains("fill=\"#") && !html.contains("stroke=\"#") && !html.contains("style="), "{html}");
    }
}

#[test]
fn the_twin_has_every_value() {
    let figure = figure(FigureKind::HeatMap, Language::Russian);
    let html = html(Language::Russian, html! { <TwinTable twin={figure.twin.clone()} /> });
    assert_eq!(html.matches("<tr>").count(), figure.twin.rows.len() + 1);
    for field in figure.twin.rows.iter().flatten().filter(|field| !field.starts_with('<')) {
        assert!(html.contains(field.as_str()), "{field}");
    }
}

#[test]
fn only_what_shapes_a_kind_is_offered() {
    assert_reads("figure-choices", &Language::ALL, |_| choices(FigureKind::Dispersion, 8));
    let heat_map = html(Language::English, choices(FigureKind::HeatMap, 0));
    assert!(heat_map.contains("figure-measure") && !heat_map.contains("<fieldset"), "{heat_map}");
    let stacked = html(Language::English, choices(FigureKind::StackedBars, 0));
    assert!(!stacked.contains("figure-measure") && stacked.contains("figure-decimals"), "{stacked}");
    // Seven texts leave room for all eight categories; of seven chosen ones the eighth is still
    // within reach.
    assert_eq!(most_categories(ui_sample::table(false).documents.len()), 8);
    assert!(!html(Language::English, choices(FigureKind::Dispersion, 7)).contains("disabled"));
}

#[test]
fn the_table_is_saved_in_every_format() {
    assert_reads("save-bar", &Language::ALL, |_| save_bar());
    let instead = html(Language::English, html! { <CopyInstead format={Format::Docx} on_choose={Callback::noop()} /> });
    for format in Format::ALL {
        assert_eq!(instead.contains(&format!(">{}<", format.name())), format.is_text(), "{format:?}");
    }
}

#[test]
fn methods_and_references_are_shown_in_the_language_of_the_page() {
    assert_reads("methods-panel", &Language::ALL, |language| methods(ReferenceStyle::Gost, language));
    let bibtex = html(Language::English, methods(ReferenceStyle::Bibtex, Language::English));
    assert!(bibtex.contains("<pre") && bibtex.contains("@misc{lexicon-values"), "{bibtex}");
}

#[test]
fn files_of_the_page_follow_sign_decimals_and_transposition() {
    let (_, table) = declaration(Options::default());
    let messages = Messages::new(Language::English);
    let chosen = [Action::DecimalSign(DecimalSign::Comma), Action::Decimals(2), Action::Transposed(true)];
    for face in [Face::Categories, Face::Table1] {
        let usual = Preferences { face, ..Preferences::default() };
        let set = chosen.iter().fold(Rc::new(usual), |now, action| now.reduce(*action));
        for format in Format::ALL {
            let (usual_bytes, set_bytes) =
                (render(format, &table, usual, &messages), render(format, &table, *set, &messages));
            assert_eq!(usual_bytes.is_none(), format == Format::Xlsx, "{format:?}");
            let Some((usual_bytes, set_bytes)) = usual_bytes.zip(set_bytes) else { continue };
            // What programs read keeps its form, but for the words of Table 1.
            let is_fixed = format == Format::Json || (format == Format::Csv && face == Face::Categories);
            assert_eq!(usual_bytes == set_bytes, is_fixed, "{format:?} {face:?}");
            assert_eq!(render(format, &table, *set, &messages), Some(set_bytes), "the same bytes again");
        }
        let (_, plain) = for_clipboard(&table, *set, &messages);
        assert!(plain.lines().next().is_some_and(|first| first.contains("Декларация, қазақша")), "{plain}");
        let names: Vec<String> = Format::ALL.map(|format| file_name(format, usual)).to_vec();
        assert!(names.iter().all(|name| name.starts_with("tarazy")), "{names:?}");
    }
}

#[test]
fn pieces_are_what_the_command_line_writes() {
    let (_, table) = declaration(Options::default());
    for language in Language::ALL {
        let messages = Messages::new(language);
        let source = tarazy_engine::lexicon::builtin_source("values").expect("it is built in");
        let lexicon = tarazy_engine::lexicon::read_toml(source).expect("it is sound").lexicon;
        let methods = report::Methods {
            table: &table,
            measure: Measure::Share,
            is_weighted: false,
            has_table1: true,
            lexicon: Some(&lexicon),
            style: 1.into(),
        };
        assert_eq!(written(Piece::Workbook, language), report::study_workbook(&methods, &messages));
        assert_eq!(written(Piece::Paragraph, language), report::methods_paragraph(&methods, &messages).into_bytes());
        let appendix = report::lexicon_appendix(&lexicon, &messages);
        let expected = [report::docx(&appendix), report::latex(&appendix, &messages).into_bytes()];
        let own = [PieceFormat::Docx, PieceFormat::Latex].map(|format| written(Piece::Appendix(format), language));
        assert_eq!(own, expected);
        let article = report::methods_article(&methods, None, None, &messages);
        assert_eq!(written(Piece::Methods(PieceFormat::Html), language), article.html_page().into_bytes());
    }
}
