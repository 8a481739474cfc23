//! The header: the study's title, and a menu with the language and the colours of the page.

use yew::prelude::*;

use super::{mark::ScaleMark, page::CONTENT};
use crate::{
    browser::focus_within,
    ui::{
        components::{Choice, Menu, TextField},
        hooks::{use_edit, use_messages, use_prefer, use_preferences, use_render_count, use_study},
        state::{
            preferences::{Action, Theme},
            study::Edit,
        },
        wording::language_name,
    },
};
use tarazy_engine::language::Language;

/// The number of the table that the keyboard comes to first.
const FIRST_NUMBER: &str = ".cell[tabindex=\"0\"]";

/// Props of [`Header`].
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// Called when the user asks for the keys.
    pub on_shortcuts: Callback<()>,
}

/// The header.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    use_render_count("header");
    let messages = use_messages();
    let (study, preferences) = (use_study(), use_preferences());
    let (on_edit, on_prefer) = (use_edit(), use_prefer());
    let on_title = on_edit.reform(Edit::SetTitle);
    let languages = Language::ALL.into_iter().map(|language| {
        let onclick = on_prefer.reform(move |_: MouseEvent| Action::Language(language));
        let is_chosen = preferences.language == language;
        html! {
            <button
                key={language.code()}
                type="button"
                class="language-button"
                lang={language.code()}
                aria-pressed={is_chosen.to_string()}
                title={messages.get(language_name(language))}
                {onclick}
            >
                { language.code() }
            </button>
        }
    });
    let themes = Theme::ALL
        .into_iter()
        .map(|theme| (theme.name().into(), messages.get(theme_words(theme)).into()))
        .collect::<Vec<_>>();
    let on_theme = on_prefer.reform(|name: String| Action::Theme(Theme::from_name(&name).unwrap_or_default()));
    html! {
        <header class="page-header">
            <button type="button" class="skip-link" onclick={|_: MouseEvent| focus_within(CONTENT, FIRST_NUMBER)}>
                { messages.get("skip-to-content") }
            </button>
            <span class="brand"><ScaleMark /><h1 class="brand-name">{ messages.get("brand") }</h1></span>
            <TextField
                id="study-title"
                class="study-title"
                label={messages.get("study-title")}
                placeholder={messages.get("study-untitled")}
                text={study.inputs().title.get(messages.language()).to_owned()}
                on_text={on_title}
            />
            <Menu
                id="settings"
                label={messages.get(language_name(preferences.language))}
                title={messages.get("settings")}
            >
                <span class="languages" role="group" aria-label={messages.get("page-language")}>{ for languages }</span>
                <Choice
                    id="theme"
                    label={messages.get("theme")}
                    value={preferences.theme.name()}
                    choices={themes}
                    on_choose={on_theme}
                />
            </Menu>
            <button
                type="button"
                class="icon-button"
                aria-label={messages.get("shortcuts")}
                title={messages.get("shortcuts")}
                aria-keyshortcuts="?"
                onclick={props.on_shortcuts.reform(|_: MouseEvent| ())}
            >
                { "?" }
            </button>
        </header>
    }
}

const fn theme_words(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "theme-system",
        Theme::Light => "theme-light",
        Theme::Dark => "theme-dark",
    }
}
