//! What shapes the lines of the contexts, above them.

use tarazy_engine::study::{ContextExtent, ContextSelection, LineSample, SortPlace};
use yew::prelude::*;

use crate::ui::{
    components::{Choice, TextField},
    hooks::use_messages,
};

/// How much text is shown at first.
pub const FIRST_EXTENT: ContextExtent = ContextExtent::Characters(80);

/// The orders that are offered, by their names in the messages: each by up to three places.
const ORDERS: [(&str, &[SortPlace]); 4] = [
    ("text", &[]),
    ("match", &[SortPlace::Match, SortPlace::Right(1), SortPlace::Right(2)]),
    ("right", &[SortPlace::Right(1), SortPlace::Right(2), SortPlace::Right(3)]),
    ("left", &[SortPlace::Left(1), SortPlace::Left(2), SortPlace::Left(3)]),
];

const EXTENTS: [(&str, ContextExtent); 4] = [
    ("line", FIRST_EXTENT),
    ("wide", ContextExtent::Characters(200)),
    ("sentence", ContextExtent::Sentence),
    ("paragraph", ContextExtent::Paragraph),
];

/// The sizes of a sample that are offered.
const SAMPLES: [u32; 4] = [20, 50, 100, 500];

/// Props of [`SelectionBar`].
#[derive(Properties, PartialEq)]
pub struct SelectionBarProps {
    /// Which lines are shown, in which order.
    pub selection: ContextSelection,
    /// How much text is shown with each.
    pub extent: ContextExtent,
    /// Whether the extent can be chosen: the texts are there, and not only what was kept of them.
    pub has_texts: bool,
    /// Called with another selection.
    pub on_select: Callback<ContextSelection>,
    /// Called with another extent.
    pub on_extent: Callback<ContextExtent>,
}

/// Order, words to contain, extent and sample of the lines.
#[component]
pub fn SelectionBar(props: &SelectionBarProps) -> Html {
    let messages = use_messages();
    let words = |prefix: &str, name: &str| -> (AttrValue, AttrValue) {
        (name.to_owned().into(), messages.get(&format!("{prefix}-{name}")).into())
    };
    let orders: Vec<_> = ORDERS.iter().map(|(name, _)| words("contexts-order", name)).collect();
    let order = ORDERS.iter().find(|(_, order)| *order == props.selection.order).map_or("text", |(name, _)| name);
    let extents: Vec<_> = EXTENTS.iter().map(|(name, _)| words("contexts-extent", name)).collect();
    let extent = EXTENTS.iter().find(|(_, extent)| *extent == props.extent).map_or("line", |(name, _)| name);
    let all = ("all".into(), messages.get("contexts-sample-all").into());
    let sizes = SAMPLES.map(|lines| {
        let size = AttrValue::from(lines.to_string());
        (size.clone(), size)
    });
    let samples: Vec<(AttrValue, AttrValue)> = std::iter::once(all).chain(sizes).collect();
    let sample = props.selection.sample.map_or_else(|| "all".to_owned(), |sample| sample.lines.to_string());

    let change = |change: fn(&mut ContextSelection, String)| {
        let selection = props.selection.clone();
        props.on_select.reform(move |chosen: String| {
            let mut selection = selection.clone();
            change(&mut selection, chosen);
            selection
        })
    };
    let on_order = change(|selection, name| {
        let chosen = ORDERS.iter().find(|(own, _)| *own == name);
        selection.order = chosen.map_or_else(Vec::new, |(_, order)| order.to_vec());
    });
    let on_filter = change(|selection, words| selection.containing = words);
    let on_sample = change(|selection, size| {
        selection.sample = size.parse().ok().map(|lines| LineSample { lines, seed: 1 });
    });
    let on_extent = props.on_extent.reform(|name: String| {
        EXTENTS.iter().find(|(own, _)| *own == name).map_or(FIRST_EXTENT, |(_, extent)| *extent)
    });
    html! {
        <div class="selection-bar" role="group" aria-label={messages.get("contexts-selection")}>
            <Choice id="contexts-order" label={messages.get("contexts-order")} value={order} choices={orders}
                on_choose={on_order} hides_label=true />
            if props.has_texts {
                <Choice id="contexts-extent" label={messages.get("contexts-extent")} value={extent} choices={extents}
                    on_choose={on_extent} hides_label=true />
            }
            <span class="choice">
                <label class="choice-label visually-hidden" for="contexts-filter">{ messages.get("contexts-filter") }</label>
                <TextField id="contexts-filter" class="contexts-filter" placeholder={messages.get("contexts-filter")} text={props.selection.containing.clone()}
                    on_text={on_filter} />
            </span>
            <Choice id="contexts-sample" label={messages.get("contexts-sample")} value={sample} choices={samples}
                on_choose={on_sample} hides_label=true />
        </div>
    }
}
