//! What an entry says, as a form: each field takes effect when the reader leaves it, and the
//! pattern is tried with every key.

use std::collections::BTreeMap;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::ui::{hooks::use_messages, wording::language_code};
use tarazy_engine::{
    language::PartOfSpeech,
    lexicon::{EntryKey, FieldChange},
};
use tarazy_report::message::Messages;

/// Props of [`EntryForm`].
#[derive(Properties, PartialEq)]
pub struct EntryFormProps {
    /// Names the elements.
    pub id: AttrValue,
    /// The fields of the entry, without empty ones.
    pub fields: Vec<FieldChange>,
    /// The language of the entry.
    pub language: Option<tarazy_engine::language::Language>,
    /// Whether the pattern is the only thing that is shown at first.
    #[prop_or_default]
    pub is_new: bool,
    /// Called with a field while it is typed.
    pub on_draft: Callback<FieldChange>,
    /// Called with a field when it is finished.
    pub on_field: Callback<FieldChange>,
}

/// The values by key.
pub fn values_of(fields: &[FieldChange], key: EntryKey) -> &[String] {
    fields.iter().find(|field| field.key == key).map_or(&[][..], |field| &field.values)
}

/// The form.
#[component]
pub fn EntryForm(props: &EntryFormProps) -> Html {
    let messages = use_messages();
    // What is being typed stays, whatever the engine says meanwhile; another entry has another
    // form.
    let drafts = use_state_eq(BTreeMap::<EntryKey, String>::new);
    let field = |key: EntryKey| {
        let id = format!("{}-{}", props.id, key.name());
        let is_lines = key.is_list() && key != EntryKey::Parts;
        let shown = drafts.get(&key).cloned().unwrap_or_else(|| values_of(&props.fields, key).join("\n"));
        let values = move |text: &str| -> Vec<String> {
            if is_lines { text.lines().map(str::to_owned).collect() } else { vec![text.to_owned()] }
        };
        let text = |event: &Event| {
            let input = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
            input
                .or_else(|| event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()))
                .unwrap_or_default()
        };
        let oninput = {
            let (drafts, on_draft) = (drafts.clone(), props.on_draft.clone());
            Callback::from(move |event: InputEvent| {
                let text = text(&event);
                let mut typed = (*drafts).clone();
                typed.insert(key, text.clone());
                drafts.set(typed);
                on_draft.emit(FieldChange { key, values: values(&text) });
            })
        };
        let onchange = {
            let (drafts, on_field, is_new) = (drafts.clone(), props.on_field.clone(), props.is_new);
            Callback::from(move |event: Event| {
                let text = text(&event);
                if !is_new {
                    let mut typed = (*drafts).clone();
                    typed.remove(&key);
                    drafts.set(typed);
                }
                on_field.emit(FieldChange { key, values: values(&text) });
            })
        };
        let code = (key == EntryKey::Pattern || is_lines).then(|| language_code(props.language));
        let input = if is_lines || key == EntryKey::Note {
            let rows = shown.lines().count().clamp(1, 6).to_string();
            html! { <textarea {rows} id={id.clone()} lang={code} value={shown} spellcheck="false" {oninput} {onchange} /> }
        } else {
            let mode = matches!(key, EntryKey::Weight | EntryKey::Window).then_some("decimal");
            html! {
                <input type="text" id={id.clone()} lang={code} value={shown} inputmode={mode} spellcheck="false"
                    autocomplete="off" {oninput} {onchange} />
            }
        };
        html! {
            <div key={key.name()} class={classes!("field", format!("field-{}", key.name()))}>
                <label for={id}>{ messages.get(&format!("field-{}", key.name().replace('_', "-"))) }</label>
                { input }
            </div>
        }
    };
    let conditions =
        [EntryKey::Not, EntryKey::NotBefore, EntryKey::NotAfter, EntryKey::Before, EntryKey::After, EntryKey::Near];
    let details = [EntryKey::Parts, EntryKey::Weight, EntryKey::Note, EntryKey::Source];
    let has_details = details.iter().any(|key| !values_of(&props.fields, *key).is_empty());
    let is_conditional = conditions.iter().any(|key| !values_of(&props.fields, *key).is_empty());
    html! {
        <div class="entry-form">
            { field(EntryKey::Pattern) }
            <details open={has_details}>
                <summary>{ messages.get("workbench-more") }</summary>
                { parts_of_speech(props, &messages) }
                <div class="field-row">
                    { field(EntryKey::Concept) }{ field(EntryKey::Weight) }{ field(EntryKey::Source) }
                </div>
                { field(EntryKey::Note) }
            </details>
            <details open={is_conditional}>
                <summary>{ messages.get("workbench-conditions") }</summary>
                <p class="hint">{ messages.get("workbench-conditions-hint") }</p>
                <div class="field-grid">{ for conditions.into_iter().map(field) }{ field(EntryKey::Window) }</div>
                { flag(props, &messages, EntryKey::CrossesPunctuation, true) }
                { flag(props, &messages, EntryKey::Compounds, true) }
                { flag(props, &messages, EntryKey::Names, false) }
            </details>
        </div>
    }
}

/// A box for each part of speech.
fn parts_of_speech(props: &EntryFormProps, messages: &Messages) -> Html {
    let stated = values_of(&props.fields, EntryKey::Parts);
    let boxes = PartOfSpeech::ALL.into_iter().map(|part| {
        let is_stated = stated.iter().any(|own| own == part.name());
        let others: Vec<String> = stated.iter().filter(|own| *own != part.name()).cloned().collect();
        let onchange = {
            let on_field = props.on_field.clone();
            Callback::from(move |_: Event| {
                let mut values = others.clone();
                if !is_stated {
                    values.push(part.name().to_owned());
                }
                on_field.emit(FieldChange { key: EntryKey::Parts, values });
            })
        };
        html! {
            <label class="check">
                <input type="checkbox" checked={is_stated} {onchange} />
                { messages.get(&format!("part-{}", part.name())) }
            </label>
        }
    });
    html! {
        <fieldset class="field">
            <legend>{ messages.get("field-pos") }</legend>
            { for boxes }
        </fieldset>
    }
}

/// The box for a key that is `true` or `false`; it is checked where the entry has `checked`.
fn flag(props: &EntryFormProps, messages: &Messages, key: EntryKey, checked: bool) -> Html {
    let is_set = values_of(&props.fields, key).iter().any(|value| *value == checked.to_string());
    let onchange = {
        let on_field = props.on_field.clone();
        Callback::from(move |_: Event| {
            on_field.emit(FieldChange { key, values: vec![(is_set != checked).to_string()] });
        })
    };
    html! {
        <label class="check">
            <input type="checkbox" checked={is_set} {onchange} />
            { messages.get(&format!("field-{}", key.name().replace('_', "-"))) }
        </label>
    }
}
