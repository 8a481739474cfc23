//! What Table 1 names, below it: whether topics compete, and the limits.

use std::ops::RangeInclusive;

use yew::prelude::*;

use crate::ui::{components::TextField, hooks::use_messages, state::study::Edit};
use tarazy_engine::settings::{Options, Table1Options};

/// Props of [`Table1Limits`].
#[derive(Properties, PartialEq)]
pub struct Table1LimitsProps {
    /// The present options.
    pub options: Options,
    /// Called with an edit of the options.
    pub on_edit: Callback<Edit>,
}

/// The controls. A number that is beyond its range becomes the nearest one in it; what is not a
/// number changes nothing.
#[component]
pub fn Table1Limits(props: &Table1LimitsProps) -> Html {
    let messages = use_messages();
    let table1 = props.options.table1;
    let edit = {
        let (options, on_edit) = (props.options.clone(), props.on_edit.clone());
        Callback::from(move |table1: Table1Options| {
            on_edit.emit(Edit::SetOptions(Options { table1, ..options.clone() }));
        })
    };
    let on_compete = edit.reform(move |_: Event| Table1Options { topics_compete: !table1.topics_compete, ..table1 });
    let on_rate = edit.reform(move |special_rate| Table1Options { special_rate, ..table1 });
    let on_special = edit.reform(move |special_matches| Table1Options { special_matches, ..table1 });
    let on_dominant = edit.reform(move |dominant_matches| Table1Options { dominant_matches, ..table1 });
    let field = |key: &str, value: u32, range: RangeInclusive<u32>, on_number: Callback<u32>| {
        let on_text = Callback::from(move |text: String| {
            if let Ok(number) = text.trim().parse::<u64>() {
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                on_number.emit(number.clamp(*range.start(), *range.end()));
            }
        });
        html! {
            <span class="choice">
                <label class="choice-label" for={key.to_owned()}>{ messages.get(key) }</label>
                <TextField id={AttrValue::from(key.to_owned())} class="limit" inputmode="numeric"
                    text={value.to_string()} {on_text} />
            </span>
        }
    };
    html! {
        <div class="table1-limits" role="group" aria-label={messages.get("table1-limits")}>
            <label class="check">
                <input type="checkbox" checked={table1.topics_compete} onchange={on_compete} />
                { messages.get("table1-topics-compete") }
            </label>
            { field("table1-special-rate", table1.special_rate, Table1Options::RATES, on_rate) }
            { field("table1-special-matches", table1.special_matches, Table1Options::MATCHES, on_special) }
            { field("table1-dominant-matches", table1.dominant_matches, Table1Options::MATCHES, on_dominant) }
        </div>
    }
}
