//! The number of renders of a component.

use yew::prelude::*;

use crate::browser::count_render;

/// Counts the renders of a component under a name, for browser tests that ask for it; see
/// [`count_render`].
#[hook]
pub fn use_render_count(name: &'static str) {
    use_effect(move || count_render(name));
}
