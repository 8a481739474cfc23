//! What shapes the numbers, above the table: what is changed often in sight, the rest in a menu.

use yew::prelude::*;

use crate::ui::{
    components::{Choice, Menu},
    hooks::use_messages,
    state::{
        Preferences, Route,
        preferences::{Action, Face},
        study::Edit,
    },
};
use tarazy_engine::{
    counting::Measure,
    matching::{Negation, Policy},
    settings::Options,
};

/// Props of [`OptionsBar`].
#[derive(Properties, PartialEq)]
pub struct OptionsBarProps {
    /// How matches are counted.
    pub options: Options,
    /// How deep the lexicon's tree is.
    pub depth: u8,
    /// Whether the lexicon has weights, so that there are weighted figures to show.
    pub has_weights: bool,
    /// Whether the counts stay as they are: kept results, without the texts to count again.
    #[prop_or_default]
    pub is_fixed: bool,
    /// What the cells show.
    pub preferences: Preferences,
    /// Called with an edit of the options.
    pub on_edit: Callback<Edit>,
    /// Called when measure, face or decimals change.
    pub on_prefer: Callback<Action>,
    /// Whether the menu is open at first.
    #[prop_or_default]
    pub is_open: bool,
}

/// The bar.
#[component]
pub fn OptionsBar(props: &OptionsBarProps) -> Html {
    let messages = use_messages();
    let Preferences { measure, decimals, face, shows_weights, .. } = props.preferences;
    let words = |prefix: &str, name: &str| -> (AttrValue, AttrValue) {
        (name.to_owned().into(), messages.get(&format!("{prefix}-{name}")).into())
    };
    let measures: Vec<_> = Measure::ALL.into_iter().map(|measure| words("measure", measure.name())).collect();
    let policies: Vec<_> = Policy::ALL.into_iter().map(|policy| words("policy", policy.name())).collect();
    let negations: Vec<_> = Negation::ALL.into_iter().map(|negation| words("negation", negation.name())).collect();
    let levels = (1..=props.depth).map(|level| {
        let level = AttrValue::from(level.to_string());
        (level.clone(), level)
    });
    let levels: Vec<(AttrValue, AttrValue)> =
        std::iter::once(("all".into(), messages.get("level-all").into())).chain(levels).collect();
    let digits: Vec<(AttrValue, AttrValue)> =
        (0..=Preferences::MOST_DECIMALS).map(|digits| (digits.to_string().into(), digits.to_string().into())).collect();
    let level = props.options.level.map_or_else(|| "all".to_owned(), |level| level.to_string());

    let on_measure =
        props.on_prefer.reform(|name: String| Action::Measure(Measure::from_name(&name).unwrap_or_default()));
    let on_decimals = props.on_prefer.reform(|digits: String| Action::Decimals(digits.parse().unwrap_or(1)));
    let change = |change: fn(Options, String) -> Options| {
        let options = props.options.clone();
        props.on_edit.reform(move |name: String| Edit::SetOptions(change(options.clone(), name)))
    };
    let on_policy = change(|options, name| Options { policy: Policy::from_name(&name).unwrap_or_default(), ..options });
    let on_negation =
        change(|options, name| Options { negation: Negation::from_name(&name).unwrap_or_default(), ..options });
    let on_level = change(|options, name| Options { level: name.parse().ok(), ..options });
    let on_case = change(|options, _| Options { case_sensitive: !options.case_sensitive, ..options });
    let on_weights = props.on_prefer.reform(move |_: Event| Action::Weights(!shows_weights));
    let beside = Policy::ALL.into_iter().find(|policy| *policy != props.options.policy).unwrap_or_default();
    let faces = [(Face::Categories, "face-categories"), (Face::Table1, "face-table1")].into_iter().map(|(own, key)| {
        let onclick = props.on_prefer.reform(move |_: MouseEvent| Action::Face(own));
        html! {
            <button {key} type="button" aria-pressed={(face == own).to_string()} {onclick}>{ messages.get(key) }</button>
        }
    });
    html! {
        <div class="options-bar" role="group" aria-label={messages.get("options")}>
            <span class="faces" role="group" aria-label={messages.get("face")}>{ for faces }</span>
            <Choice id="measure" label={messages.get("measure")} value={measure.name()} choices={measures}
                on_choose={on_measure} hides_label=true />
            if !props.is_fixed {
                <Choice id="policy" label={messages.get("policy")} value={props.options.policy.name()} choices={policies}
                    on_choose={on_policy} hides_label=true />
            }
            <Menu id="more-options" label={messages.get("options-more")} is_open={props.is_open}>
                if !props.is_fixed {
                    <a class="policies-link" href={format!("#{}", Route::Policies(beside).fragment())}>
                        { messages.get("policies-beside") }
                    </a>
                    <Choice id="negation" label={messages.get("negation")} value={props.options.negation.name()}
                        choices={negations} on_choose={on_negation} />
                }
                if props.depth > 1 && !props.is_fixed {
                    <Choice id="level" label={messages.get("level")} value={level} choices={levels}
                        on_choose={on_level} />
                }
                <Choice id="decimals" label={messages.get("decimals")} value={decimals.to_string()} choices={digits}
                    on_choose={on_decimals} />
                if !props.is_fixed {
                    <label class="check">
                        <input
                            type="checkbox"
                            checked={props.options.case_sensitive}
                            onchange={on_case.reform(|_: Event| String::new())}
                        />
                        { messages.get("case-sensitive") }
                    </label>
                }
                if props.has_weights {
                    <label class="check">
                        <input type="checkbox" checked={shows_weights} onchange={on_weights} />
                        { messages.get("weights") }
                    </label>
                }
            </Menu>
        </div>
    }
}
