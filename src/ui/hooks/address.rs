//! The route in the address.

use yew::prelude::*;

use crate::{
    browser::{fragment, on_fragment, set_fragment},
    ui::state::Route,
};

/// Returns the route in the address and a callback that navigates. Back and forward work as usual;
/// where the browser forbids changing the address, the route changes nevertheless.
#[hook]
pub fn use_address() -> (Route, Callback<Route>) {
    let route = use_state_eq(|| Route::parse(&fragment()));
    {
        let route = route.setter();
        use_effect_with((), move |()| {
            let read = move |fragment: String| route.set(Route::parse(&fragment));
            // The address may have changed before anyone listened.
            read(fragment());
            let listeners = on_fragment(read);
            move || drop(listeners)
        });
    }
    let go = use_callback(route.setter(), |to: Route, route| {
        set_fragment(&to.fragment());
        route.set(to);
    });
    ((*route).clone(), go)
}
