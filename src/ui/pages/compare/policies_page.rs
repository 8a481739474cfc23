//! The same table under two policies for overlapping matches, and every match that differs.

use std::rc::Rc;

use yew::prelude::*;

use super::policy_difference::{DIFFERING_PER_PAGE, PolicyDifferenceView};
use crate::ui::{
    components::Choice,
    hooks::{StudyActions, use_messages},
    same::{Same, is_same},
    state::Route,
};
use tarazy_engine::{
    matching::Policy,
    study::{ColumnId, Command, Comparison, DocumentId, PolicyDifference},
    text::Span,
};

/// How much text stands on either side of a match, in characters.
const CONTEXT_WIDTH: u32 = 60;

/// What is shown and whom it tells.
#[derive(Properties)]
pub struct PoliciesPageProps {
    /// The policy beside the study's.
    pub other: Policy,
    /// What the engine found.
    pub difference: Option<Rc<PolicyDifference>>,
    /// The table: another one is asked about anew.
    pub table: Rc<Comparison>,
    /// Asks the engine.
    pub actions: StudyActions,
    /// Is told of another place.
    pub on_go: Callback<Route>,
}

impl PartialEq for PoliciesPageProps {
    fn eq(&self, other: &Self) -> bool {
        self.other == other.other
            && is_same(self.difference.as_ref(), other.difference.as_ref())
            && Rc::ptr_eq(&self.table, &other.table)
            && self.on_go == other.on_go
    }
}

/// The place.
#[component]
pub fn PoliciesPage(props: &PoliciesPageProps) -> Html {
    let messages = use_messages();
    let cell = use_state_eq(|| None::<(DocumentId, ColumnId)>);
    let offset = use_state_eq(|| 0_u32);
    {
        let actions = props.actions.clone();
        use_effect_with((props.other, *cell, *offset, Same(props.table.clone())), move |(other, cell, offset, _)| {
            actions.ask(Command::ComparePolicies {
                other: *other,
                document: cell.map(|(document, _)| document),
                column: cell.map(|(_, column)| column),
                offset: *offset,
                limit: DIFFERING_PER_PAGE,
                width: CONTEXT_WIDTH,
            });
        });
    }
    let on_cell = use_callback((cell.setter(), offset.setter()), |to, (cell, offset)| {
        cell.set(to);
        offset.set(0);
    });
    let on_offset = use_callback(offset.setter(), |to, offset| offset.set(to));
    let on_read = use_callback((Same(props.table.clone()), props.on_go.clone()), |(id, span), (table, on_go)| {
        let (id, span): (DocumentId, Span) = (id, span);
        if let Some(document) = table.0.documents.iter().position(|row| row.id == id) {
            on_go.emit(Route::Read { document, at: span.start });
        }
    });
    let on_other = props.on_go.reform(|name: String| Route::Policies(Policy::from_name(&name).unwrap_or_default()));
    let own = props.table.options.policy;
    let choices = Policy::ALL.into_iter().filter(|policy| *policy != own).map(|policy| {
        (AttrValue::from(policy.name()), AttrValue::from(messages.get(&format!("policy-{}", policy.name()))))
    });
    let difference = props.difference.clone().filter(|found| found.other == props.other);
    html! {
        <div class="policies-place">
            <h2 class="visually-hidden">{ messages.get("place-compare") }</h2>
            <p class="lexicon-actions">
                <Choice id="policies-other" label={messages.get("policies-with")} value={props.other.name()}
                    choices={choices.collect::<Vec<_>>()} on_choose={on_other} />
                <a href={format!("#{}", Route::Compare.fragment())}>{ messages.get("policies-back") }</a>
            </p>
            <PolicyDifferenceView {difference} {on_cell} {on_offset} {on_read} />
        </div>
    }
}
