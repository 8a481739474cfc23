//! The key of a category: its hue, its underline and its number.

use yew::prelude::*;

/// Number of hues and underlines; further categories start over and are distinguished by their
/// number.
pub const HUES: usize = 8;

/// Props of [`CategoryKey`].
#[derive(Properties, PartialEq)]
pub struct CategoryKeyProps {
    /// The place of its column, from 0.
    pub column: usize,
}

/// The class that gives an element the hue and the underline of a column: `category-1` to
/// `category-8`.
pub fn category_class(column: usize) -> String {
    format!("category-{}", column % HUES + 1)
}

/// A category's number over its underline, as both stand at its marks in a text.
#[component]
pub fn CategoryKey(props: &CategoryKeyProps) -> Html {
    html! {
        <span class={classes!("category-key", category_class(props.column))} aria-hidden="true">
            // The spaces make the line long enough to show its pattern.
            { format!("\u{2002}{}\u{2002}", props.column + 1) }
        </span>
    }
}
