//! A figure, or figures, as a table of text.

use yew::prelude::*;

use tarazy_report::figure::Twin;

/// Props of [`TwinTable`].
#[derive(Properties, PartialEq)]
pub struct TwinTableProps {
    /// The rows.
    pub twin: Twin,
}

/// The table, in a box of its own that scrolls.
#[component]
pub fn TwinTable(props: &TwinTableProps) -> Html {
    let Twin { title, header, rows, is_numeric } = &props.twin;
    let class = |at: usize| is_numeric.get(at).copied().unwrap_or(false).then_some("number");
    let head = header.iter().enumerate().map(|(at, words)| {
        html! { <th key={at} scope="col" class={class(at)}>{ words }</th> }
    });
    let rows = rows.iter().enumerate().map(|(place, fields)| {
        let fields = fields.iter().enumerate().map(|(at, field)| match at {
            0 => html! { <th key={at} scope="row"><bdi>{ field }</bdi></th> },
            _ => html! { <td key={at} class={class(at)}>{ field }</td> },
        });
        html! { <tr key={place}>{ for fields }</tr> }
    });
    html! {
        <div class="twin-scroll" tabindex="0" role="region" aria-label={title.clone()}>
            <table class="twin">
                <caption>{ title }</caption>
                <thead><tr>{ for head }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}
