//! The header: the study's title, the number of requests, language and theme.

use yew::prelude::*;

use super::mark::ScaleMark;
use crate::ui::{
    components::{Choice, TextField},
    hooks::{use_edit, use_messages, use_prefer, use_preferences, use_render_count, use_study},
    state::{
        preferences::{Action, Theme},
        study::Edit,
    },
    wording::{counted, language_name},
};
use tarazy_engine::language::Language;

/// Props of [`Header`].
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// How many requests the page sent.
    pub requests: u32,
    /// Called when the user asks about privacy.
    pub on_privacy: Callback<()>,
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
            <span class="brand"><ScaleMark /><h1 class="brand-name">{ messages.get("brand") }</h1></span>
            <TextField
                id="study-title"
                class="study-title"
                label={messages.get("study-title")}
                placeholder={messages.get("study-untitled")}
                text={study.inputs().title.get(messages.language()).to_owned()}
                on_text={on_title}
            />
            <button
                type="button"
                id="requests"
                class={classes!("requests", (props.requests > 0).then_some("has-requests"))}
                title={messages.get("requests-why")}
                onclick={props.on_privacy.reform(|_: MouseEvent| ())}
            >
                { counted(&messages, "requests", u64::from(props.requests)) }
            </button>
            <span class="languages" role="group" aria-label={messages.get("page-language")}>{ for languages }</span>
            <Choice
                id="theme"
                label={messages.get("theme")}
                value={preferences.theme.name()}
                choices={themes}
                on_choose={on_theme}
                hides_label=true
            />
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
