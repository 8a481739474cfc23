//! What may be wrong with the lexicon's entries, asked again whenever lexicon or texts change.

use std::rc::Rc;

use yew::prelude::*;

use super::lint::{FINDINGS_PER_PAGE, LexiconLint};
use crate::ui::same::{Same, is_same};
use tarazy_engine::{
    lexicon::EntryId,
    study::{Command, Comparison, LintKind, LintReport},
};

/// What is shown and whom it tells.
#[derive(Properties)]
pub struct ChecksProps {
    /// What the engine found.
    pub report: Option<Rc<LintReport>>,
    /// The table, for the titles of categories.
    pub table: Rc<Comparison>,
    /// Asks the engine.
    pub on_ask: Callback<Command>,
    /// Is told which entry to open.
    pub on_open: Callback<EntryId>,
}

impl PartialEq for ChecksProps {
    fn eq(&self, other: &Self) -> bool {
        is_same(self.report.as_ref(), other.report.as_ref())
            && Rc::ptr_eq(&self.table, &other.table)
            && self.on_ask == other.on_ask
            && self.on_open == other.on_open
    }
}

/// The findings.
#[component]
pub fn Checks(props: &ChecksProps) -> Html {
    let ask =
        |kind: Option<LintKind>, offset: u32| Command::Lint { language: None, kind, offset, limit: FINDINGS_PER_PAGE };
    {
        let on_ask = props.on_ask.clone();
        use_effect_with(Same(props.table.clone()), move |_| on_ask.emit(ask(None, 0)));
    }
    let on_page = props.on_ask.reform(move |(kind, offset)| ask(Some(kind), offset));
    html! {
        <LexiconLint
            report={props.report.clone()}
            table={props.table.clone()}
            on_open={props.on_open.clone()}
            {on_page}
        />
    }
}
