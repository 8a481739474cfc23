//! A bar on the common scale of a table.

use yew::prelude::*;

/// Props of [`Bar`].
#[derive(Properties, PartialEq)]
pub struct BarProps {
    /// The value.
    pub value: f64,
    /// The value whose bar fills the whole width; nothing is drawn when it is not positive.
    pub largest: f64,
}

/// A bar behind a number, or under it on a narrow screen. It is a drawing, not a background, so that
/// it prints; it says nothing that the number does not say, and is silent to screen readers.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let part = if props.largest > 0.0 { (props.value / props.largest).clamp(0.0, 1.0) } else { 0.0 };
    html! {
        <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width={format!("{:.1}", part * 100.0)} height="1" />
        </svg>
    }
}
