//! Links to cells know their study: the address of a cell has the mark of the study on screen, and a
//! link of another study is no link into this one.

use yew::prelude::*;

use crate::{
    browser::{fragment, has_study, is_read_only, replace_fragment},
    ui::state::{
        Results, Route,
        route::{RouteState, cell_mark, marked, split_mark},
    },
};

/// Compares the mark in the address with that of the study, once that is counted, and writes it into
/// the address of each cell. A published study is a file by itself and needs no marks.
#[hook]
pub fn use_study_mark(routes: &RouteState, results: &Results, on_right_study: &Callback<()>) {
    let shown = match (&routes.route, &results.table) {
        (Route::Contexts(cell), Some(table)) if cell.link().is_some() && results.work.is_counted() => {
            cell_mark(table, cell)
        }
        _ => None,
    };
    let on_right_study = on_right_study.clone();
    use_effect_with((routes.route.clone(), routes.mark.clone(), shown), move |(_, mark, shown)| {
        let Some(shown) = shown else { return };
        match mark {
            Some(mark) if mark != shown && !has_study() => {}
            Some(_) => on_right_study.emit(()),
            None if has_study() || is_read_only() => {}
            None => {
                let address = fragment();
                let (place, known) = split_mark(&address);
                if known != Some(shown) {
                    replace_fragment(&marked(place, shown));
                }
            }
        }
    });
}
