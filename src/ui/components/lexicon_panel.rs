//! What the texts are weighed with: the built-in lexicon or one of the reader's own, and everything that is wrong with it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::add_text::files;
use crate::{
    browser::{Inputs, builtin_lexicon},
    study::{Comparison, LexiconSource, Problem},
    ui::{
        hooks::{Desk, use_messages},
        same::is_same,
        state::study::Edit,
        wording::counted,
    },
};

/// What the panel shows and whom it tells.
#[derive(Properties)]
pub struct LexiconPanelProps {
    /// The study.
    pub inputs: Rc<Inputs>,
    /// The table, for the lexicon's facts.
    pub table: Option<Rc<Comparison>>,
    /// The lexicon that was refused last.
    pub refused: Option<Rc<(String, Vec<Problem>)>>,
    /// Does what is asked.
    pub desk: Desk,
}

impl PartialEq for LexiconPanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inputs, &other.inputs)
            && is_same(self.table.as_ref(), other.table.as_ref())
            && is_same(self.refused.as_ref(), other.refused.as_ref())
    }
}

/// The place Lexicon.
#[component]
pub fn LexiconPanel(props: &LexiconPanelProps) -> Html {
    let messages = use_messages();
    let is_builtin = matches!(props.inputs.lexicon.as_ref(), LexiconSource::Builtin(_));
    let on_builtin = {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| desk.edit(Edit::SetLexicon(Rc::new(builtin_lexicon()))))
    };
    let on_file = {
        let desk = props.desk.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            if let Some(file) = files(&input).into_iter().next() {
                desk.open_lexicon(file.name(), file.into());
            }
            input.set_value("");
        })
    };
    let warnings: Vec<Problem> = props.table.as_ref().map_or_else(Vec::new, |table| {
        table.warnings.iter().filter(|problem| problem.code.starts_with("lex-")).cloned().collect()
    });
    html! {
        <section class="lexicon" aria-labelledby="lexicon-heading">
            <h2 id="lexicon-heading">{ messages.get("lexicon-heading") }</h2>
            if let Some(table) = &props.table {
                { facts(table, &messages) }
            }
            <p class="lexicon-actions">
                <button type="button" aria-pressed={is_builtin.to_string()} onclick={on_builtin}>
                    { messages.get("lexicon-builtin") }
                </button>
                <input
                    id="lexicon-file"
                    class="file-input visually-hidden"
                    type="file"
                    accept=".toml"
                    onchange={on_file}
                />
                <label class="file-button" for="lexicon-file">{ messages.get("lexicon-open") }</label>
            </p>
            if let Some(refused) = &props.refused {
                <section class="problems" aria-labelledby="refused-heading">
                    <h3 id="refused-heading">
                        { messages.format("lexicon-refused-heading", &[("name", refused.0.as_str().into())]) }
                    </h3>
                    <ol>{ for refused.1.iter().map(|problem| html! { <li>{ messages.problem(problem) }</li> }) }</ol>
                </section>
            }
            if !warnings.is_empty() {
                <section class="problems" aria-labelledby="warnings-heading">
                    <h3 id="warnings-heading">{ counted(&messages, "lexicon-warnings", warnings.len() as u64) }</h3>
                    <ol>{ for warnings.iter().map(|problem| html! { <li>{ messages.problem(problem) }</li> }) }</ol>
                </section>
            }
            if let Some(table) = &props.table {
                { categories(table, &messages) }
            }
        </section>
    }
}

fn facts(table: &Comparison, messages: &crate::message::Messages) -> Html {
    let lexicon = &table.lexicon;
    let title = match lexicon.title.get(messages.language()) {
        "" => lexicon.id.as_str(),
        title => title,
    };
    let facts = [
        ("lexicon-title", title.to_owned()),
        ("lexicon-version", lexicon.version.clone()),
        ("lexicon-entries", crate::language::number_format::format_integer(lexicon.entries, messages.language())),
        ("lexicon-source", lexicon.source.clone()),
        ("lexicon-licence", lexicon.licence.clone()),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    html! {
        <dl class="facts">
            { for facts.map(|(key, value)| html! {<>
                <dt>{ messages.get(key) }</dt>
                <dd>{ value }</dd>
            </>}) }
            <dt>{ messages.get("lexicon-sha256") }</dt>
            <dd><code class="hash">{ lexicon.sha256.clone() }</code></dd>
        </dl>
    }
}

fn categories(table: &Comparison, messages: &crate::message::Messages) -> Html {
    let language = messages.language();
    let items = table.columns.iter().map(|column| {
        let title = match column.title.get(language) {
            "" => column.path.clone(),
            title => title.to_owned(),
        };
        let place = crate::ui::state::Place::Contexts(crate::ui::state::place::Cell {
            document: None,
            path: Some(column.path.clone()),
        });
        html! { <li key={column.id.0}><a href={format!("#{}", place.fragment())}>{ title }</a></li> }
    });
    html! {
        <section aria-labelledby="categories-heading">
            <h3 id="categories-heading">{ counted(messages, "lexicon-categories", table.columns.len() as u64) }</h3>
            <ul class="category-list">{ for items }</ul>
        </section>
    }
}
