//! One text of the study: its title, language and size, and what can be done with it.

use std::rc::Rc;

use yew::prelude::*;

use super::{card_repairs::CardRepairs, card_source::CardSource};
use crate::{
    browser::InputDocument,
    ui::{
        components::{Choice, TextField},
        hooks::{use_messages, use_render_count},
        state::study::{Direction, Edit},
        wording::{counted, language_code, language_name, languages_sentence},
    },
};
use tarazy_engine::{
    counting::DocumentSummary,
    language::Language,
    problem::Problem,
    settings::{DocumentId, LanguageChoice},
};
use tarazy_report::message::Messages;

/// Props of [`DocumentCard`].
#[derive(Properties, PartialEq)]
pub struct DocumentCardProps {
    /// The text as the reader put it in.
    pub input: Rc<InputDocument>,
    /// Its row in the table.
    pub row: Option<DocumentSummary>,
    /// Its place in the table, from 0.
    pub at: Option<usize>,
    /// What is worth knowing about it.
    pub warnings: Vec<Problem>,
    /// Whether it cannot move up.
    pub is_first: bool,
    /// Whether it cannot move down.
    pub is_last: bool,
    /// Called with an edit of the study.
    pub on_edit: Callback<Edit>,
    /// Called with the text when the card is closed, where it can be.
    #[prop_or_default]
    pub on_close: Option<Callback<DocumentId>>,
}

/// The card.
#[component]
pub fn DocumentCard(props: &DocumentCardProps) -> Html {
    use_render_count("card");
    let messages = use_messages();
    let id = props.input.id;
    let title = props.input.title.get(messages.language()).to_owned();
    let row = props.row.as_ref();
    let lang = row.map_or("und", |row| language_code(row.language));
    let on_title = props.on_edit.reform(move |title: String| Edit::Rename(id, title));
    let on_language =
        props.on_edit.reform(move |code: String| Edit::SetLanguage(id, choice_of(Language::from_code(&code))));
    let on_up = props.on_edit.reform(move |_: MouseEvent| Edit::Move(id, Direction::Up));
    let on_down = props.on_edit.reform(move |_: MouseEvent| Edit::Move(id, Direction::Down));
    let on_remove = props.on_edit.reform(move |_: MouseEvent| Edit::Remove(id));
    let named = |key| messages.format(key, &[("title", title.as_str().into())]);
    let value = match props.input.language {
        LanguageChoice::Auto => "auto",
        LanguageChoice::Fixed(language) => language.code(),
    };
    html! {
        <li class="card">
            <TextField class="card-title" {lang} label={named("text-title")} text={title.clone()} on_text={on_title} />
            <Choice
                id={format!("language-{}", id.0)}
                label={named("text-language")}
                {value}
                choices={languages(&messages, row)}
                on_choose={on_language}
                hides_label=true
            />
            <span class="card-actions">
                if let Some(on_close) = &props.on_close {
                    { action("▴", named("text-close"), false, on_close.reform(move |_| id)) }
                }
                { action("↑", named("text-up"), props.is_first, on_up) }
                { action("↓", named("text-down"), props.is_last, on_down) }
                { action("×", named("text-remove"), false, on_remove) }
            </span>
            <p class="card-size">
                if let Some(row) = row {
                    { counted(&messages, "text-characters", row.characters) }
                    { " · " }
                    { counted(&messages, "text-words", row.words) }
                } else {
                    { messages.get("text-waits") }
                }
            </p>
            if let Some(sentence) = row.and_then(|row| languages_sentence(&messages, row)) {
                <p class="card-size">{ sentence }</p>
            }
            <CardSource input={props.input.clone()} />
            { for props.warnings.iter().map(|warning| html! {
                <p class="card-warning">{ messages.problem_sentence(warning) }</p>
            }) }
            if let Some((at, row)) = props.at.zip(props.row.clone()) {
                <CardRepairs input={props.input.clone()} {row} {at} on_edit={props.on_edit.clone()} />
            }
        </li>
    }
}

fn action(icon: &'static str, label: String, is_disabled: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="icon-button" aria-label={label.clone()} title={label} disabled={is_disabled} {onclick}>
            { icon }
        </button>
    }
}

fn choice_of(language: Option<Language>) -> LanguageChoice {
    language.map_or(LanguageChoice::Auto, LanguageChoice::Fixed)
}

/// Returns the choices of a text's language; "auto" names what was found.
fn languages(messages: &Messages, row: Option<&DocumentSummary>) -> Vec<(AttrValue, AttrValue)> {
    let found = row.filter(|row| row.is_language_detected).and_then(|row| row.language);
    let auto = match found {
        Some(language) => {
            messages.format("language-auto-found", &[("language", messages.get(language_name(language)).into())])
        }
        None => messages.get("language-auto"),
    };
    let fixed = Language::ALL
        .into_iter()
        .map(|language| (language.code().into(), messages.get(language_name(language)).into()));
    std::iter::once(("auto".into(), auto.into())).chain(fixed).collect()
}
