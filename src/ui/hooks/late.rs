//! A condition that is shown only when it has held for a while.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Returns true once `claim` has been true for `after_ms` without a break; false as soon as it is
/// false.
#[hook]
pub fn use_late(claim: bool, after_ms: u32) -> bool {
    let is_late = use_state_eq(|| false);
    {
        let is_late = is_late.setter();
        use_effect_with(claim, move |claim| {
            let timer = claim.then(|| {
                let is_late = is_late.clone();
                Timeout::new(after_ms, move || is_late.set(true))
            });
            move || {
                drop(timer);
                is_late.set(false);
            }
        });
    }
    claim && *is_late
}
