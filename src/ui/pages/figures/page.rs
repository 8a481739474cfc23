//! Figures to publish: drawn on the page, saved as files, repeated as a table.

use std::rc::Rc;
use tarazy_engine::{
    counting::Comparison,
    matching::ColumnId,
    study::{Dispersion, DispersionQuery},
};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{figure_choices::FigureChoices, scene_view::SceneView};
use crate::{
    browser::{download, draw_png, may_download},
    ui::{
        components::{ByHand, TwinTable},
        hooks::{use_actions, use_messages, use_prefer, use_preferences, use_results},
        state::{Shared, results::Analyses},
        wording::counted,
    },
};
use tarazy_report::{
    figure::{
        Figure, FigureKind, FigureOptions, SvgOptions, dispersion, grouped_bars, heat_map, most_categories,
        stacked_bars, svg,
    },
    message::Messages,
    report::figure_provenance,
};

/// A drawing of more marks than these is not put on the page, which would become slow.
const MOST_MARKS: usize = 12_000;

/// Props of [`FiguresPage`].
#[derive(Properties, PartialEq)]
pub struct FiguresPageProps {
    /// Which kind.
    pub kind: FigureKind,
    /// The table.
    pub table: Shared<Comparison>,
}

/// The page.
#[component]
pub fn FiguresPage(props: &FiguresPageProps) -> Html {
    let messages = use_messages();
    let (actions, preferences, on_prefer) = (use_actions(), use_preferences(), use_prefer());
    let title = use_state_eq(String::new);
    let wanted = use_state_eq(|| None::<Vec<String>>);
    let table = &props.table;
    let (chosen, columns) = chosen(table, wanted.as_deref());
    {
        let is_asked = props.kind == FigureKind::Dispersion;
        use_effect_with((is_asked, columns.clone(), table.clone()), move |(is_asked, columns, _)| {
            if *is_asked {
                actions.ask(DispersionQuery { columns: columns.clone() });
            }
        });
    }
    let is_answer =
        |found: &Shared<Dispersion>| found.columns.iter().map(|column| column.id).eq(columns.iter().copied());
    let found = use_results::<Analyses>().dispersion.filter(is_answer);
    let options = FigureOptions {
        measure: preferences.measure,
        decimals: usize::from(preferences.decimals),
        title: (!title.is_empty()).then(|| (*title).clone()),
    };
    let drawn = (props.kind, table.clone(), found, options, messages.language());
    let figure = use_memo(drawn, {
        let messages = messages.clone();
        move |(kind, table, found, options, _)| draw(*kind, table, found.as_ref(), options, &messages).map(Shared::from)
    });
    let on_title = {
        let title = title.setter();
        Callback::from(move |to: String| title.set(to.trim().to_owned()))
    };
    let on_chosen = {
        let wanted = wanted.setter();
        Callback::from(move |to| wanted.set(Some(to)))
    };
    html! {
        <div class="figures-place">
            <h2 class="visually-hidden">{ messages.get("place-figures") }</h2>
            <FigureChoices
                table={table.clone()}
                kind={props.kind}
                {preferences}
                title={(*title).clone()}
                {chosen}
                {on_prefer}
                {on_title}
                {on_chosen}
            />
            if let Some(figure) = &*figure {
                <FigureShown {figure} {table} />
            } else {
                <p class="nothing" role="status">
                    { messages.get(if columns.is_empty() { "figures-no-categories" } else { "figures-wait" }) }
                </p>
            }
        </div>
    }
}

/// The categories of a dispersion: those that were wished for, or the first; as many as there is
/// room for.
fn chosen(table: &Comparison, wanted: Option<&[String]>) -> (Vec<String>, Vec<ColumnId>) {
    let is_wanted = |path: &String| wanted.is_none_or(|wanted| wanted.contains(path));
    let columns = table.columns.iter().filter(|column| is_wanted(&column.path));
    columns.take(most_categories(table.documents.len())).map(|column| (column.path.clone(), column.id)).unzip()
}

fn draw(
    kind: FigureKind,
    table: &Comparison,
    found: Option<&Shared<Dispersion>>,
    options: &FigureOptions,
    messages: &Messages,
) -> Option<Figure> {
    Some(match kind {
        FigureKind::GroupedBars => grouped_bars(table, options, messages),
        FigureKind::StackedBars => stacked_bars(table, options, messages),
        FigureKind::HeatMap => heat_map(table, options, messages),
        FigureKind::Dispersion => {
            dispersion(found.filter(|found| !found.columns.is_empty())?, table, options, messages)
        }
    })
}

/// Props of [`FigureShown`].
#[derive(Properties, PartialEq)]
struct FigureShownProps {
    figure: Shared<Figure>,
    table: Shared<Comparison>,
}

/// The buttons that save it, the drawing, and its twin.
#[component]
fn FigureShown(props: &FigureShownProps) -> Html {
    let messages = use_messages();
    let (actions, preferences) = (use_actions(), use_preferences());
    // The file, and why it is shown and not saved.
    let by_hand = use_state_eq(|| None::<(AttrValue, AttrValue)>);
    let scene = &props.figure.scene;
    let file = {
        let (figure, table, messages) = (props.figure.clone(), props.table.clone(), messages.clone());
        let measure = preferences.measure;
        Rc::new(move || {
            let provenance = figure_provenance(figure.scene.kind, measure, &table, &messages);
            svg(&figure.scene, SvgOptions { link_base: None, provenance: &provenance })
        })
    };
    let name = format!("tarazy-{}", scene.kind.name());
    let on_svg = {
        let (actions, by_hand, file, name) = (actions.clone(), by_hand.setter(), file.clone(), format!("{name}.svg"));
        let why = messages.get("export-by-hand-why");
        Callback::from(move |_: MouseEvent| {
            let text = file();
            if !actions.save_file(&name, text.as_bytes(), "image/svg+xml;charset=utf-8") {
                by_hand.set(Some((text.into(), why.clone().into())));
            }
        })
    };
    let on_png = {
        let (actions, by_hand, name) = (actions.clone(), by_hand.setter(), format!("{name}.png"));
        let (width, height) = (scene.width, scene.height);
        let why = messages.get("figures-no-png");
        Callback::from(move |_: MouseEvent| {
            let (actions, by_hand, file, name, why) =
                (actions.clone(), by_hand.clone(), file.clone(), name.clone(), why.clone());
            spawn_local(async move {
                let text = file();
                let picture = if may_download() { draw_png(&text, width, height).await.ok() } else { None };
                if picture.is_some_and(|picture| download(&picture, &name).is_ok()) {
                    actions.notify_saved(&name);
                } else {
                    by_hand.set(Some((text.into(), why.into())));
                }
            });
        })
    };
    let on_close = {
        let by_hand = by_hand.setter();
        Callback::from(move |()| by_hand.set(None))
    };
    let (text, why) = (*by_hand).clone().unzip();
    let marks = scene.marks.len();
    html! {<>
        <p class="lexicon-actions figure-actions">
            <button type="button" onclick={on_svg}>{ messages.get("figures-save-svg") }</button>
            <button type="button" onclick={on_png}>{ messages.get("figures-save-png") }</button>
            <span class="keys">{ messages.get("figures-keys") }</span>
        </p>
        if marks > MOST_MARKS {
            <p class="nothing">{ counted(&messages, "figures-too-many-marks", marks as u64) }</p>
        } else {
            <div class="scene-scroll">
                <SceneView figure={props.figure.clone()} />
            </div>
        }
        <details class="figure-twin">
            <summary>{ messages.get("figures-twin") }</summary>
            <TwinTable twin={props.figure.twin.clone()} />
        </details>
        <ByHand id="figure-text" {text} {why} {on_close} />
    </>}
}
