//! Data on texts in the names of their files: a pattern with a field for each piece of data.

use std::rc::Rc;

use tarazy_documents::NamePattern;
use tarazy_engine::{
    language::number_format::format_integer,
    settings::{DocumentId, MetadataField},
};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    browser::InputDocument,
    ui::{
        hooks::{use_actions, use_intake, use_messages, use_study},
        wording::{counted, number},
    },
};

/// How many names are shown with their data.
const EXAMPLES: usize = 5;

/// The form; nothing where fewer than two texts come from files.
#[component]
pub fn NameData() -> Html {
    let messages = use_messages();
    let (actions, study, intake) = (use_actions(), use_study(), use_intake());
    let written = use_state(|| None::<String>);
    let documents: Vec<&Rc<InputDocument>> =
        study.inputs().documents.iter().filter(|document| is_alone(document)).collect();
    // Names are looked at once all are there.
    if documents.len() < 2 || intake.is_working() {
        return Html::default();
    }
    let names: Vec<&str> = documents.iter().filter_map(|document| document.file.as_deref()).collect();
    let suggested = NamePattern::suggest(&names).map(|pattern| pattern.to_string());
    let pattern = (*written).clone().or_else(|| suggested.clone()).unwrap_or_default();
    let parsed = NamePattern::parse(&pattern);
    let found: Vec<(&str, Vec<MetadataField>, &Rc<InputDocument>)> = parsed
        .iter()
        .flat_map(|pattern| documents.iter().map(move |document| (pattern, *document)))
        .filter_map(|(pattern, document)| {
            let name = document.file.as_deref()?;
            Some((name, pattern.data(name)?, document))
        })
        .collect();
    let oninput = {
        let written = written.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                written.set(Some(input.value()));
            }
        })
    };
    let data: Vec<(DocumentId, Rc<Vec<MetadataField>>)> =
        found.iter().map(|(_, data, document)| (document.id, joined(&document.metadata, data.clone()))).collect();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        actions.set_data(data.clone());
    });
    let language = messages.language();
    let is_invalid = parsed.is_err() && !pattern.is_empty();
    let mut fits = messages.format(
        "names-fits",
        &[
            ("count", number(found.len() as u64)),
            ("shown", format_integer(found.len() as u64, language).into()),
            ("all", format_integer(documents.len() as u64, language).into()),
        ],
    );
    let others = documents.len() - found.len();
    if others > 0 && !found.is_empty() {
        fits.push(' ');
        fits.push_str(&counted(&messages, "names-others", others as u64));
    }
    html! {
        <section class="name-data" aria-labelledby="names-heading">
            <h3 id="names-heading">{ messages.get("names-heading") }</h3>
            if suggested.is_some() {
                <p>{ messages.get("names-why") }</p>
            }
            <form {onsubmit}>
                <label for="names-pattern">{ messages.get("names-pattern") }</label>
                <input
                    id="names-pattern"
                    type="text"
                    spellcheck="false"
                    value={pattern}
                    aria-describedby="names-hint"
                    aria-invalid={is_invalid.then_some("true")}
                    {oninput}
                />
                <p id="names-hint" class="hint">
                    { messages.format("names-pattern-hint", &[("example", "{party}_{year}".into())]) }
                </p>
                if is_invalid {
                    <p class="card-warning" role="status">{ messages.get("names-invalid") }</p>
                } else if parsed.is_ok() {
                    <p role="status">{ fits }</p>
                }
                if !found.is_empty() {
                    <ul class="name-examples">
                        { for found.iter().take(EXAMPLES).map(|(name, data, _)| html! { <li>{ example(name, data) }</li> }) }
                    </ul>
                }
                <button type="submit" disabled={found.is_empty()}>{ messages.get("names-use") }</button>
            </form>
        </section>
    }
}

/// Returns `true` if the name of its file is that of the text alone.
fn is_alone(document: &InputDocument) -> bool {
    document.file.is_some() && document.source.as_ref().is_none_or(|source| source.is_alone)
}

fn example(name: &str, data: &[MetadataField]) -> Html {
    let fields = data.iter().map(|field| {
        html! { <><span class="field-name">{ &field.name }</span>{ ": " }{ field.value.written() }</> }
    });
    let separated = fields.enumerate().map(|(at, field)| html! { <>{ if at > 0 { ", " } else { "" } }{ field }</> });
    html! { <><code>{ name }</code>{ " → " }{ for separated }</> }
}

/// Returns the data on a text with other data: what has the same name is replaced.
pub(super) fn joined(known: &[MetadataField], new: Vec<MetadataField>) -> Rc<Vec<MetadataField>> {
    let mut data: Vec<MetadataField> = known.to_vec();
    for field in new {
        match data.iter_mut().find(|own| own.name == field.name) {
            Some(own) => own.value = field.value,
            None => data.push(field),
        }
    }
    Rc::new(data)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tarazy_engine::settings::MetadataValue;

    #[test]
    fn data_with_the_same_name_are_replaced() {
        let field = |name: &str, year| MetadataField { name: name.to_owned(), value: MetadataValue::Number(year) };
        let known = [field("year", 2021.0), field("seats", 7.0)];
        let new = vec![field("year", 2023.0), field("term", 8.0)];
        assert_eq!(*joined(&known, new), [field("year", 2023.0), field("seats", 7.0), field("term", 8.0)]);
    }
}
