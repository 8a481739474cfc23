//! What the texts are weighed with: the built-in lexicon or one of the reader's own, and everything that is wrong with it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Dialog, LexiconEntries, add_text::files};
use crate::{
    browser::{Inputs, download, may_download, text_blob},
    lexicon::{BUILTIN_IDS, builtin_source, builtin_title},
    study::{Argument, Command, Comparison, EntryPage, EntryProbe, LexiconSource, Problem},
    ui::{
        hooks::{Desk, use_messages},
        same::is_same,
        state::{
            notices,
            study::{Edit, Exclusion},
        },
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
    /// The page of entries that the engine sent last.
    pub entries: Option<Rc<EntryPage>>,
    /// The entry that the engine looked at last.
    pub probe: Option<Rc<EntryProbe>>,
    /// Does what is asked.
    pub desk: Desk,
}

impl PartialEq for LexiconPanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inputs, &other.inputs)
            && is_same(self.table.as_ref(), other.table.as_ref())
            && is_same(self.refused.as_ref(), other.refused.as_ref())
            && is_same(self.entries.as_ref(), other.entries.as_ref())
            && is_same(self.probe.as_ref(), other.probe.as_ref())
    }
}

/// The place Lexicon.
#[component]
pub fn LexiconPanel(props: &LexiconPanelProps) -> Html {
    let messages = use_messages();
    let builtin = use_memo((), |()| BUILTIN_IDS.map(|id| (LexiconSource::Builtin(id.to_owned()), builtin_title(id))));
    let choice = builtin.iter().map(|(source, title)| {
        let on_choose = {
            let (desk, source) = (props.desk.clone(), source.clone());
            Callback::from(move |_: MouseEvent| desk.edit(Edit::SetLexicon(Rc::new(source.clone()))))
        };
        let is_chosen = props.inputs.lexicon.as_ref() == source;
        html! {
            <button type="button" aria-pressed={is_chosen.to_string()} onclick={on_choose}>
                { title.get(messages.language()) }
            </button>
        }
    });
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
    let shown = use_state(|| false);
    let on_save = {
        let (desk, inputs, shown) = (props.desk.clone(), props.inputs.clone(), shown.setter());
        Callback::from(move |_: MouseEvent| {
            let (name, text) = file_of(&inputs.lexicon);
            // Where the frame forbids downloads nothing would happen, so the text is shown to be copied.
            let is_saved =
                may_download() && text_blob(text, "application/toml").and_then(|blob| download(&blob, &name)).is_ok();
            if is_saved {
                let file = vec![("file".to_owned(), Argument::Text(name))];
                desk.say(notices::Action::calm("export-saved", file));
            }
            shown.set(!is_saved);
        })
    };
    let on_close = {
        let shown = shown.setter();
        Callback::from(move |()| shown.set(false))
    };
    let on_ask = use_callback((), {
        let desk = props.desk.clone();
        move |command: Command, ()| desk.ask(command)
    });
    let on_exclude = use_callback((), {
        let desk = props.desk.clone();
        move |exclusion: Exclusion, ()| desk.exclude(&exclusion)
    });
    let warnings: Vec<Problem> = props.table.as_ref().map_or_else(Vec::new, |table| {
        table.warnings.iter().filter(|problem| problem.code.starts_with("lex-")).cloned().collect()
    });
    html! {
        <section class="lexicon" aria-labelledby="lexicon-heading">
            <h2 id="lexicon-heading">{ messages.get("lexicon-heading") }</h2>
            if let Some(table) = &props.table {
                { facts(table, &messages) }
            }
            <p class="lexicon-actions" role="group" aria-labelledby="lexicon-builtin">
                <span id="lexicon-builtin">{ messages.get("lexicon-builtin") }</span>
                { for choice }
            </p>
            <p class="lexicon-actions">
                <input
                    id="lexicon-file"
                    class="file-input visually-hidden"
                    type="file"
                    accept=".toml"
                    onchange={on_file}
                />
                <label class="file-button" for="lexicon-file">{ messages.get("lexicon-open") }</label>
                <button type="button" onclick={on_save}>{ messages.get("lexicon-save") }</button>
            </p>
            <Dialog id="lexicon-text" title={messages.get("export-by-hand")} is_open={*shown} {on_close}>
                <label for="lexicon-area">{ messages.get("export-by-hand-why") }</label>
                <textarea id="lexicon-area" rows="16" readonly=true value={file_of(&props.inputs.lexicon).1.to_owned()} />
            </Dialog>
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
                <LexiconEntries
                    table={table.clone()}
                    entries={props.entries.clone()}
                    probe={props.probe.clone()}
                    {on_ask}
                    {on_exclude}
                />
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
            if let Some(changes) = lexicon.changes {
                <dt>{ messages.get("lexicon-changed") }</dt>
                <dd>{ counted(messages, "lexicon-changes", u64::from(changes)) }</dd>
            }
        </dl>
    }
}

/// Returns the name and the text of a lexicon's file.
fn file_of(lexicon: &LexiconSource) -> (String, &str) {
    match lexicon {
        LexiconSource::Builtin(id) => (format!("{id}.toml"), builtin_source(id).unwrap_or_default()),
        LexiconSource::File { name, text } => (name.clone(), text),
    }
}
