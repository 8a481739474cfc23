//! A scene, drawn mark by mark: what leads to matches is a link, in the colours of the page.

use yew::prelude::*;

use super::scene_keys::{bound_marks, step};
use crate::{
    browser::focus_mark,
    ui::{components::category_class, state::Shared},
};
use tarazy_report::figure::{Anchor, Cut, Deviation, Figure, FillPattern, Mark, Shape, Style, number, pattern};

/// Props of [`SceneView`].
#[derive(Properties, PartialEq)]
pub struct SceneViewProps {
    /// The figure.
    pub figure: Shared<Figure>,
}

/// The drawing. Tab reaches one of its links, arrows the others.
#[component]
pub fn SceneView(props: &SceneViewProps) -> Html {
    let scene = &props.figure.scene;
    let name = scene.kind.name();
    let active = use_state_eq(|| None::<usize>);
    let bound = use_memo(props.figure.clone(), |figure| bound_marks(&figure.scene));
    let stop = active.filter(|at| bound.iter().any(|(mark, _)| mark == at)).or(bound.first().map(|(at, _)| *at));
    let onkeydown = {
        let (active, bound) = (active.setter(), bound.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            if let Some(next) = stop.and_then(|at| step(&bound, at, &event.key())) {
                event.prevent_default();
                active.set(Some(next));
                focus_mark(&mark_id(name, next));
            }
        })
    };
    let onfocusin = {
        let active = active.setter();
        let prefix = mark_id_prefix(name);
        Callback::from(move |event: FocusEvent| {
            let element = event.target_dyn_into::<web_sys::Element>().map(|element| element.id());
            if let Some(at) = element.and_then(|id| id.strip_prefix(&prefix)?.parse().ok()) {
                active.set(Some(at));
            }
        })
    };
    let mut categories: Vec<usize> = scene.marks.iter().filter_map(|mark| patterned(mark.style)).collect();
    categories.sort_unstable();
    categories.dedup();
    let (width, height) = (number(scene.width), number(scene.height));
    let marks = scene.marks.iter().enumerate().map(|(at, mark)| drawn(mark, at, name, stop == Some(at)));
    html! {
        <svg
            class="scene"
            role="group"
            lang={scene.language}
            aria-labelledby={format!("scene-{name}-title")}
            aria-describedby={format!("scene-{name}-description")}
            viewBox={format!("0 0 {width} {height}")}
            width={width}
            height={height}
            {onkeydown}
            {onfocusin}
        >
            <title id={format!("scene-{name}-title")}>{ scene.title.clone() }</title>
            <desc id={format!("scene-{name}-description")}>{ scene.description.clone() }</desc>
            <defs>{ for categories.into_iter().map(|category| definition(name, category)) }</defs>
            { for marks }
        </svg>
    }
}

fn mark_id_prefix(name: &str) -> String {
    format!("{name}-mark-")
}

fn mark_id(name: &str, at: usize) -> String {
    format!("{}{at}", mark_id_prefix(name))
}

/// The category whose pattern a style needs.
fn patterned(style: Style) -> Option<usize> {
    match style {
        Style::Category(category) if pattern(category) != FillPattern::Solid => Some(category),
        _ => None,
    }
}

/// A mark, within a link where it leads to something.
fn drawn(mark: &Mark, at: usize, name: &str, is_stop: bool) -> Html {
    let form = form(mark, name);
    let Some(target) = &mark.target else { return form };
    html! {
        <a
            id={mark_id(name, at)}
            href={format!("#{}", target.fragment)}
            aria-label={mark.label.clone()}
            tabindex={if is_stop { "0" } else { "-1" }}
        >
            { form }
        </a>
    }
}

fn form(mark: &Mark, name: &str) -> Html {
    let class = style_class(mark.style);
    let title = if mark.label.is_empty() {
        Html::default()
    } else {
        html! { <title>{ mark.label.clone() }</title> }
    };
    match &mark.shape {
        Shape::Rect { x, y, width, height } => {
            let fill = patterned(mark.style).map(|category| format!("url(#scene-{name}-{category})"));
            let is_patterned = fill.is_some().then_some("is-patterned");
            html! {
                <rect
                    class={classes!(class, is_patterned)}
                    x={number(*x)} y={number(*y)} width={number(*width)} height={number(*height)}
                    {fill}
                >
                    { title }
                </rect>
            }
        }
        Shape::Line { from, to } => html! {
            <line
                {class}
                x1={number(from.0)} y1={number(from.1)} x2={number(to.0)} y2={number(to.1)}
            >
                { title }
            </line>
        },
        Shape::Text { x, y, anchor, size, is_turned, text } => {
            let (x, y) = (number(*x), number(*y));
            let anchor = match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
            };
            let turn = is_turned.then(|| format!("rotate(-90 {x} {y})"));
            html! {
                <text {class} {x} {y} font-size={number(*size)} text-anchor={anchor} transform={turn}>
                    { title }{ text.clone() }
                </text>
            }
        }
    }
}

/// The class from which the colour follows.
fn style_class(style: Style) -> Classes {
    match style {
        Style::Ink => classes!("is-ink"),
        Style::Muted => classes!("is-muted"),
        Style::Axis => classes!("is-axis"),
        Style::Grid => classes!("is-grid"),
        Style::Plate => classes!("is-plate"),
        Style::Category(category) => classes!("is-area", category_class(category)),
        Style::Hue(category) => classes!("is-hue", category_class(category)),
        Style::Residual(deviation) => classes!(
            "is-residual",
            deviation.map(|deviation| match deviation {
                Deviation::FarAbove => "is-far-above",
                Deviation::Above => "is-above",
                Deviation::Below => "is-below",
                Deviation::FarBelow => "is-far-below",
            })
        ),
    }
}

/// The hue of a category with its pattern cut out of it.
fn definition(name: &str, category: usize) -> Html {
    let cuts = pattern(category).cuts().iter().map(|cut| match cut {
        Cut::Line { path, width } => html! { <path class="cut-line" d={*path} stroke-width={*width} /> },
        Cut::Dot { at: (x, y), radius } => html! { <circle class="cut-dot" cx={*x} cy={*y} r={*radius} /> },
        Cut::Ring { radius, width } => {
            html! { <circle class="cut-line" cx="3" cy="3" r={*radius} stroke-width={*width} /> }
        }
    });
    html! {
        <pattern
            id={format!("scene-{name}-{category}")}
            class={category_class(category)}
            width="6" height="6" patternUnits="userSpaceOnUse"
        >
            <rect class="is-area" width="6" height="6" />
            { for cuts }
        </pattern>
    }
}
