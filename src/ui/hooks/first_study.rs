//! The study that the page opens with.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use yew::prelude::*;

use super::{
    actions::StudyActions,
    slices::{Opened, Samples},
    study_files::Published,
};
use crate::{
    browser::{fragment, has_study, leave_static_body, read_tab_study, set_fragment},
    ui::state::{Route, Shared, preferences},
};
use tarazy_report::publication::is_share;

/// Opens the study that the page or its address carries, or else the one that the browser kept last,
/// or else the first sample, so that the table is never empty at the start. Returns the sample studies and the published study once they
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
                let start = Rc::new(SampleStart::default());
                let (opener, listed) = (actions.clone(), Rc::clone(&start));
                actions.list_samples(Callback::from(move |list: Samples| {
                    listed.first.replace(list.first().map(|first| first.id.clone()));
                    listed.begin(&opener);
                    samples.set(list);
                }));
                let opener = actions.clone();
                actions.resume(read_tab_study(), move |sample| {
                    start.is_wanted.set(true);
                    match sample {
                        Some(sample) => opener.begin_with_sample(sample),
                        None => start.begin(&opener),
                    }
                });
            }
        });
    }
    ((*samples).clone(), (*opened).clone())
}

/// The first sample, which waits for the list of samples and for the answer that no study is kept.
#[derive(Default)]
struct SampleStart {
    first: RefCell<Option<String>>,
    is_wanted: Cell<bool>,
}

impl SampleStart {
    fn begin(&self, actions: &StudyActions) {
        if self.is_wanted.get()
            && let Some(first) = self.first.take()
        {
            actions.begin_with_sample(first);
        }
    }
}
