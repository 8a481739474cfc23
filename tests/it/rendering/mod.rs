//! A view as HTML, rendered natively.

use futures::executor::block_on;
use yew::{BaseComponent, LocalServerRenderer};

/// Renders a view, each of the named elements on a line of its own, so that a snapshot can be read.
pub fn html<Stage: BaseComponent>(props: Stage::Properties, lines: &[&str]) -> String {
    let renderer = LocalServerRenderer::<Stage>::with_props(props).hydratable(false);
    lines.iter().fold(block_on(renderer.render()), |html, tag| {
        html.replace(&format!("<{tag} "), &format!("\n<{tag} ")).replace(&format!("<{tag}>"), &format!("\n<{tag}>"))
    })
}
