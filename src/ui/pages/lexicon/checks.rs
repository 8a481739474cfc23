//! What may be wrong with the lexicon's entries, asked again whenever lexicon or texts change.

use tarazy_engine::{
    counting::Comparison,
    lexicon::EntryId,
    study::{LintKind, LintQuery},
};
use yew::prelude::*;

use super::lint::{FINDINGS_PER_PAGE, LexiconLint};
use crate::ui::{
    hooks::{use_actions, use_results},
    state::{Shared, results::LexiconResults},
};

/// Props of [`Checks`].
#[derive(Properties, PartialEq)]
pub struct ChecksProps {
    /// The table, for the titles of categories.
    pub table: Shared<Comparison>,
    /// Called with the entry to open.
    pub on_open: Callback<EntryId>,
}

/// The findings.
#[component]
pub fn Checks(props: &ChecksProps) -> Html {
    let actions = use_actions();
    let report = use_results::<LexiconResults>().lint;
    let ask =
        |kind: Option<LintKind>, offset: u32| LintQuery { language: None, kind, offset, limit: FINDINGS_PER_PAGE };
    {
        let actions = actions.clone();
        use_effect_with(props.table.clone(), move |_| actions.ask(ask(None, 0)));
    }
    let on_page = use_callback(actions, move |(kind, offset), actions| actions.ask(ask(Some(kind), offset)));
    html! {
        <LexiconLint
            {report}
            table={props.table.clone()}
            on_open={props.on_open.clone()}
            {on_page}
        />
    }
}
