//! The same table under two policies for overlapping matches, and every match that differs.

use tarazy_engine::{
    counting::Comparison,
    matching::{ColumnId, Policy},
    settings::DocumentId,
    study::PolicyDifferenceQuery,
    text::Span,
};
use yew::prelude::*;

use super::policy_difference::{DIFFERING_PER_PAGE, PolicyDifferenceView};
use crate::ui::{
    components::Choice,
    hooks::{use_actions, use_go, use_messages, use_results},
    state::{Route, Shared, results::Analyses},
};

/// How much text stands on either side of a match, in characters.
const CONTEXT_WIDTH: u32 = 60;

/// Props of [`PoliciesPage`].
#[derive(Properties, PartialEq)]
pub struct PoliciesPageProps {
    /// The policy beside the study's.
    pub other: Policy,
    /// The table: another one is asked about again.
    pub table: Shared<Comparison>,
}

/// The page.
#[component]
pub fn PoliciesPage(props: &PoliciesPageProps) -> Html {
    let messages = use_messages();
    let (actions, on_go) = (use_actions(), use_go());
    let cell = use_state_eq(|| None::<(DocumentId, ColumnId)>);
    let offset = use_state_eq(|| 0_u32);
    {
        use_effect_with((props.other, *cell, *offset, props.table.clone()), move |(other, cell, offset, _)| {
            actions.ask(PolicyDifferenceQuery {
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
    let on_read = use_callback((props.table.clone(), on_go.clone()), |(id, span), (table, on_go)| {
        let (id, span): (DocumentId, Span) = (id, span);
        if let Some(document) = table.documents.iter().position(|row| row.id == id) {
            on_go.emit(Route::Read { document, at: span.start });
        }
    });
    let on_other = on_go.reform(|name: String| Route::Policies(Policy::from_name(&name).unwrap_or_default()));
    let own = props.table.options.policy;
    let choices = Policy::ALL.into_iter().filter(|policy| *policy != own).map(|policy| {
        (AttrValue::from(policy.name()), AttrValue::from(messages.get(&format!("policy-{}", policy.name()))))
    });
    let difference = use_results::<Analyses>().policies.filter(|found| found.other == props.other);
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
