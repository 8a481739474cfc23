//! The study that the page opens with.

use yew::prelude::*;

use super::{
    actions::StudyActions,
    slices::{Opened, Samples},
    study_files::Published,
};
use crate::{
    browser::{fragment, has_study, leave_static_body, set_fragment},
    ui::state::{Route, Shared, preferences},
};
use tarazy_report::publication::is_share;

/// Opens the study that the page or its address carries, or else the first sample, so that the
/// table is never empty at the start. Returns the sample studies and the published study once they
/// are loaded.
#[hook]
pub fn use_first_study(actions: &StudyActions) -> (Samples, Opened) {
    let samples = use_state_eq(Samples::default);
    let opened = use_state_eq(Opened::default);
    {
        let (actions, samples, opened) = (actions.clone(), samples.setter(), opened.setter());
        use_effect_with((), move |()| {
            if has_study() {
                let prefers = actions.clone();
                actions.open_carried(Callback::from(move |study: Shared<Published>| {
                    // A link to a cell names the measure itself.
                    let is_cell = matches!(Route::parse(&fragment()), Route::Contexts(cell) if cell.measure.is_some());
                    if !is_cell {
                        prefers.prefer(preferences::Action::Measure(study.recipe.counting.measure));
                    }
                    opened.set(Some(study));
                    leave_static_body();
                }));
            } else if is_share(&fragment()) {
                let prefers = actions.clone();
                let on_opened = Callback::from(move |study: Shared<Published>| {
                    prefers.prefer(preferences::Action::Measure(study.recipe.counting.measure));
                    set_fragment(&Route::default().fragment());
                });
                actions.open_share(fragment(), on_opened);
                actions.list_samples(Callback::from(move |list| samples.set(list)));
            } else {
                let opener = actions.clone();
                actions.list_samples(Callback::from(move |list: Samples| {
                    if let Some(first) = list.first() {
                        opener.begin_with_sample(first.id.clone());
                    }
                    samples.set(list);
                }));
            }
        });
    }
    ((*samples).clone(), (*opened).clone())
}
