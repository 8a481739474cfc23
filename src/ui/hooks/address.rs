//! The route in the address.

use yew::prelude::*;

use crate::{
    browser::{fragment, on_fragment, set_fragment},
    ui::state::{Route, route::split_mark},
};

/// The place that the address names, and where the user goes from there.
#[derive(Clone, PartialEq)]
pub struct Address {
    /// The route.
    pub route: Route,
    /// The mark of the study that it is a place of, until that is known to be the one on screen.
    pub mark: Option<String>,
    /// Navigates.
    pub go: Callback<Route>,
    /// Called when the study on screen is the one that the address names.
    pub on_right_study: Callback<()>,
}

/// Returns the place in the address. Back and forward work as usual; where the browser forbids
/// changing the address, the route changes nevertheless.
#[hook]
pub fn use_address() -> Address {
    let place = use_state_eq(|| read(&fragment()));
    {
        let place = place.setter();
        use_effect_with((), move |()| {
            let follow = move |fragment: String| place.set(read(&fragment));
            // The address may have changed before anyone listened.
            follow(fragment());
            let listeners = on_fragment(follow);
            move || drop(listeners)
        });
    }
    let go = use_callback(place.setter(), |to: Route, place| {
        set_fragment(&to.fragment());
        place.set((to, None));
    });
    let on_right_study = use_callback((place.setter(), place.0.clone()), |(), (place, route)| {
        place.set((route.clone(), None));
    });
    let (route, mark) = (*place).clone();
    Address { route, mark, go, on_right_study }
}

fn read(fragment: &str) -> (Route, Option<String>) {
    let (place, mark) = split_mark(fragment);
    (Route::parse(place), mark.map(str::to_owned))
}
