//! What the reader chooses about a figure.

use yew::prelude::*;

use crate::ui::{
    components::{CategoryKey, Choice, TextField},
    hooks::use_messages,
    state::{Preferences, Route, Shared, preferences::Action},
    wording::{column_title, number},
};
use tarazy_engine::counting::{Comparison, Measure};
use tarazy_report::figure::{FigureKind, most_categories};

/// Props of [`FigureChoices`].
#[derive(Properties, PartialEq)]
pub struct FigureChoicesProps {
    /// The table that is drawn.
    pub table: Shared<Comparison>,
    /// Which kind is shown.
    pub kind: FigureKind,
    /// Measure and decimals.
    pub preferences: Preferences,
    /// The title; empty for the usual one.
    pub title: AttrValue,
    /// The paths of the categories that a dispersion shows.
    pub chosen: Vec<String>,
    /// Called when measure or decimals change.
    pub on_prefer: Callback<Action>,
    /// Called with another title.
    pub on_title: Callback<String>,
    /// Called with the chosen categories.
    pub on_chosen: Callback<Vec<String>>,
}

/// Kinds as links, then what shapes the one that is shown.
#[component]
pub fn FigureChoices(props: &FigureChoicesProps) -> Html {
    let messages = use_messages();
    let Preferences { measure, decimals, .. } = props.preferences;
    let kinds = FigureKind::ALL.into_iter().map(|kind| {
        html! {
            <a
                key={kind.name()}
                href={format!("#{}", Route::Figures(kind).fragment())}
                aria-current={(kind == props.kind).then_some("true")}
            >
                { messages.get(&format!("figures-kind-{}", kind.name())) }
            </a>
        }
    });
    let measures: Vec<(AttrValue, AttrValue)> = Measure::ALL
        .into_iter()
        .map(|measure| (measure.name().into(), messages.get(&format!("measure-{}", measure.name())).into()))
        .collect();
    let digits: Vec<(AttrValue, AttrValue)> =
        (0..=Preferences::MOST_DECIMALS).map(|digits| (digits.to_string().into(), digits.to_string().into())).collect();
    let on_measure =
        props.on_prefer.reform(|name: String| Action::Measure(Measure::from_name(&name).unwrap_or_default()));
    let on_decimals = props.on_prefer.reform(|digits: String| Action::Decimals(digits.parse().unwrap_or(1)));
    // A kind that always shows the same measure offers no other.
    let has_measure = props.kind.shown_measure(Measure::Count) == Measure::Count
        && props.kind.shown_measure(Measure::Share) == Measure::Share;
    html! {
        <div class="figure-choices">
            <nav class="figure-kinds" aria-label={messages.get("figures-kind")}>{ for kinds }</nav>
            <div class="options-bar" role="group" aria-label={messages.get("options")}>
                if has_measure {
                    <Choice id="figure-measure" label={messages.get("measure")} value={measure.name()}
                        choices={measures} on_choose={on_measure} />
                }
                if props.kind != FigureKind::Dispersion {
                    <Choice id="figure-decimals" label={messages.get("decimals")} value={decimals.to_string()}
                        choices={digits} on_choose={on_decimals} />
                }
                <span class="choice figure-title">
                    <label class="choice-label" for="figure-title">{ messages.get("figures-title") }</label>
                    <TextField
                        id="figure-title"
                        text={props.title.clone()}
                        placeholder={messages.get(&format!("figure-title-{}", props.kind.name()))}
                        on_text={props.on_title.clone()}
                    />
                </span>
            </div>
            if props.kind == FigureKind::Dispersion {
                <CategoryChoice
                    table={props.table.clone()}
                    chosen={props.chosen.clone()}
                    on_chosen={props.on_chosen.clone()}
                />
            }
        </div>
    }
}

/// Props of [`CategoryChoice`].
#[derive(Properties, PartialEq)]
pub struct CategoryChoiceProps {
    /// The table.
    pub table: Shared<Comparison>,
    /// The paths of the chosen ones, in the order of the table.
    pub chosen: Vec<String>,
    /// Called with the chosen categories.
    pub on_chosen: Callback<Vec<String>>,
}

/// A box for each category; when there is no room for more, those that are not chosen are out of
/// reach.
#[component]
fn CategoryChoice(props: &CategoryChoiceProps) -> Html {
    let messages = use_messages();
    let most = most_categories(props.table.documents.len());
    let is_full = props.chosen.len() >= most;
    let boxes = props.table.columns.iter().enumerate().map(|(at, column)| {
        let place = props.chosen.iter().position(|path| *path == column.path);
        let onchange = {
            let (table, chosen, path) = (props.table.clone(), props.chosen.clone(), column.path.clone());
            props.on_chosen.reform(move |_: Event| {
                let is_chosen = |own: &String| chosen.contains(own) != (*own == path);
                table.columns.iter().map(|column| column.path.clone()).filter(is_chosen).collect()
            })
        };
        html! {
            <label key={column.path.clone()} class="check">
                <input type="checkbox" checked={place.is_some()} disabled={is_full && place.is_none()} {onchange} />
                if let Some(place) = place {
                    <CategoryKey column={place} />
                }
                { column_title(&props.table, at, messages.language()) }
            </label>
        }
    });
    let count = [("most", number(most as u64)), ("count", number(props.chosen.len() as u64))];
    html! {
        <fieldset class="figure-categories">
            <legend>{ messages.format("figures-categories", &count) }</legend>
            { for boxes }
        </fieldset>
    }
}
