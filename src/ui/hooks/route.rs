//! The place in the address.

use yew::prelude::*;

use crate::{
    browser::{fragment, on_fragment, set_fragment},
    ui::state::Route,
};

/// Returns the place that the address names, and a way to another. Back and forward work as everywhere; where the browser
/// lets nobody change the address, the place changes all the same.
#[hook]
pub fn use_route() -> (Route, Callback<Route>) {
    let place = use_state_eq(|| Route::parse(&fragment()));
    {
        let place = place.setter();
        use_effect_with((), move |()| {
            let read = move |fragment: String| place.set(Route::parse(&fragment));
            // The address may have changed before anyone listened.
            read(fragment());
            let listeners = on_fragment(read);
            move || drop(listeners)
        });
    }
    let go = use_callback(place.setter(), |to: Route, place| {
        set_fragment(&to.fragment());
        place.set(to);
    });
    ((*place).clone(), go)
}
