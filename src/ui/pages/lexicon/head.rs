//! The lexicon as a whole: what it is, where it comes from, opened, begun and saved; what an import
//! or a format lost.

use std::rc::Rc;

use yew::prelude::*;

use super::card::Card;
use crate::browser::NamedFile;
use crate::ui::{
    components::{Choice, Dialog, FileInput},
    hooks::{StudyActions, use_actions, use_messages, use_render_count, use_results, use_study, use_table},
    state::{Study, results::FileReports, study::Edit},
    wording::counted,
};
use tarazy_engine::{
    counting::Comparison,
    language::number_format::format_integer,
    lexicon::{BUILTIN_IDS, LexiconFormat, LexiconReading, PatternSyntax, TableShape, builtin_title},
    problem::Problem,
    settings::LexiconSource,
    study::ImportReport,
};
use tarazy_report::message::Messages;

/// How many lines of a loss report are shown at first.
const LOSSES_SHOWN: usize = 200;

/// Facts, actions and reports above the views of the lexicon.
#[component]
pub fn LexiconHead() -> Html {
    use_render_count("lexicon-head");
    let messages = use_messages();
    let (actions, study, table) = (use_actions(), use_study(), use_table());
    let FileReports { import, made, refused } = use_results();
    let inputs = study.inputs();
    let builtin = use_memo((), |()| BUILTIN_IDS.map(|id| (LexiconSource::Builtin(id.to_owned()), builtin_title(id))));
    let (origin, edits) = inputs.lexicon.parts();
    let choice = builtin.iter().map(|(source, title)| {
        let on_choose = {
            let (actions, source) = (actions.clone(), source.clone());
            Callback::from(move |_: MouseEvent| actions.edit(Edit::SetLexicon(Rc::new(source.clone()))))
        };
        let is_chosen = origin == source;
        html! {
            <button type="button" aria-pressed={is_chosen.to_string()} onclick={on_choose}>
                { title.get(messages.language()) }
            </button>
        }
    });
    let on_files = use_callback(actions.clone(), |files: Vec<NamedFile>, actions: &StudyActions| {
        if let Some(NamedFile { file, .. }) = files.into_iter().next() {
            actions.open_lexicon(file.name(), file.into(), PatternSyntax::default());
        }
    });
    let on_new = {
        let (actions, title, category) =
            (actions.clone(), messages.get("workbench-new-lexicon-title"), messages.get("workbench-new-category"));
        let code = messages.language().code();
        Callback::from(move |_: MouseEvent| actions.new_lexicon(code, &title, &category))
    };
    let formats = LexiconFormat::ALL
        .into_iter()
        .map(|format| (AttrValue::from(format.name()), AttrValue::from(format!(".{}", format.name()))));
    let nothing = (AttrValue::from(""), AttrValue::from(messages.get("workbench-save-choose")));
    let on_save = {
        let actions = actions.clone();
        Callback::from(move |name: String| {
            if let Some(format) = LexiconFormat::from_ending(&name) {
                actions.save_lexicon(format);
            }
        })
    };
    let on_close = {
        let actions = actions.clone();
        Callback::from(move |()| actions.forget_file())
    };
    let by_hand = made.as_ref().filter(|file| !file.bytes.is_empty());
    let by_hand = by_hand.map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
    let import = import.as_ref().filter(
        |report| matches!(origin, LexiconSource::Converted { name, reading, .. } if *name == report.name && is_of(report, *reading)),
    );
    html! {
        <header class="lexicon-head">
            <h2 id="lexicon-heading">{ title_of(table.as_deref(), &messages) }</h2>
            <p class="lexicon-actions" role="group" aria-labelledby="lexicon-builtin">
                <span id="lexicon-builtin">{ messages.get("lexicon-builtin") }</span>
                { for choice }
            </p>
            <p class="lexicon-actions">
                <FileInput id="lexicon-file" label={messages.get("workbench-open")} {on_files} />
                <button type="button" onclick={on_new}>{ messages.get("workbench-new-lexicon") }</button>
                <Choice
                    id="lexicon-save"
                    label={messages.get("workbench-save")}
                    value=""
                    choices={std::iter::once(nothing).chain(formats).collect::<Vec<_>>()}
                    on_choose={on_save}
                />
                if !edits.is_empty() {
                    <span class="hint" role="status">{ counted(&messages, "workbench-edits", edits.len() as u64) }</span>
                }
            </p>
            if let Some(table) = &table {
                <Card table={table.clone()} />
                <details class="lexicon-facts">
                    <summary>{ messages.get("workbench-facts") }</summary>
                    { facts(table, &messages) }
                </details>
            }
            if let Some(report) = import {
                { import_report(&actions, &study, report, &messages) }
            }
            if let Some(file) = made.as_ref().filter(|file| file.total > 0) {
                <section class="problems" aria-labelledby="export-losses">
                    <h3 id="export-losses">
                        { messages.format("workbench-export-losses", &[
                            ("file", file.name.as_str().into()),
                            ("count", crate::ui::wording::number(u64::from(file.total))),
                            ("shown", format_integer(file.total, messages.language()).into()),
                        ]) }
                    </h3>
                    { losses(&file.losses, file.total, &messages) }
                </section>
            }
            <Dialog id="lexicon-text" title={messages.get("export-by-hand")} is_open={by_hand.is_some()} {on_close}>
                <label for="lexicon-area">{ messages.get("export-by-hand-why") }</label>
                <textarea id="lexicon-area" rows="16" readonly=true value={by_hand.unwrap_or_default()} />
            </Dialog>
            if let Some(refused) = &refused {
                <section class="problems" aria-labelledby="refused-heading">
                    <h3 id="refused-heading">
                        { messages.format("lexicon-refused-heading", &[("name", refused.name.as_str().into())]) }
                    </h3>
                    <ol>{ for refused.problems.iter().map(|problem| html! { <li>{ messages.problem(problem) }</li> }) }</ol>
                </section>
            }
            { warnings(table.as_deref(), &messages) }
        </header>
    }
}

fn title_of(table: Option<&Comparison>, messages: &Messages) -> String {
    let Some(table) = table else { return messages.get("lexicon-heading") };
    match table.lexicon.title.get(messages.language()) {
        "" => table.lexicon.id.clone(),
        title => title.to_owned(),
    }
}

fn warnings(table: Option<&Comparison>, messages: &Messages) -> Html {
    let all = table.map_or(&[][..], |table| &table.warnings);
    let own: Vec<&Problem> = all.iter().filter(|problem| problem.code.starts_with("lex-")).collect();
    html! {
        if !own.is_empty() {
            <details class="problems">
                <summary>{ counted(messages, "lexicon-warnings", own.len() as u64) }</summary>
                <ol>{ for own.into_iter().take(LOSSES_SHOWN).map(|problem| html! { <li>{ messages.problem(problem) }</li> }) }</ol>
            </details>
        }
    }
}

/// Returns `true` if a report is about a file that was read in this way.
fn is_of(report: &ImportReport, reading: LexiconReading) -> bool {
    let is_its_shape = |shape: TableShape| report.shape.as_deref() == Some(shape.name());
    reading.syntax == report.syntax && reading.shape.is_none_or(is_its_shape)
}

/// As what a file was read, in which way its terms were read, and each line that was dropped,
/// altered or guessed.
fn import_report(actions: &StudyActions, study: &Study, report: &ImportReport, messages: &Messages) -> Html {
    let LexiconSource::Converted { reading, .. } = study.inputs().lexicon.parts().0 else { return Html::default() };
    let syntaxes = PatternSyntax::ALL.into_iter().map(|syntax| {
        (AttrValue::from(syntax.name()), AttrValue::from(messages.get(&format!("syntax-{}", syntax.name()))))
    });
    let found = (AttrValue::from(""), AttrValue::from(messages.get("shape-found")));
    let shapes = TableShape::ALL.into_iter().map(|shape| {
        (AttrValue::from(shape.name()), AttrValue::from(messages.get(&format!("shape-{}", shape.name()))))
    });
    let on_syntax = read_again(actions, study, |reading, name| {
        PatternSyntax::from_name(name).map(|syntax| LexiconReading { syntax, ..reading })
    });
    let on_shape = read_again(actions, study, |reading, name| {
        Some(LexiconReading { shape: TableShape::from_name(name), ..reading })
    });
    let values =
        [("name", report.name.as_str().into()), ("format", messages.get(&format!("format-{}", report.format)).into())];
    html! {
        if report.format != LexiconFormat::Toml.name() {
            <section class="import-report" aria-labelledby="import-heading">
                <p id="import-heading">{ messages.format("workbench-imported", &values) }</p>
                <Choice
                    id="import-syntax"
                    label={messages.get("workbench-syntax")}
                    value={report.syntax.name()}
                    choices={syntaxes.collect::<Vec<_>>()}
                    on_choose={on_syntax}
                />
                if report.shape.is_some() {
                    <Choice
                        id="import-shape"
                        label={messages.get("workbench-shape")}
                        value={reading.shape.map_or("", TableShape::name)}
                        choices={std::iter::once(found).chain(shapes).collect::<Vec<_>>()}
                        on_choose={on_shape}
                    />
                }
                if report.total == 0 {
                    <p class="hint">{ messages.get("workbench-no-losses") }</p>
                } else {
                    <details open={report.total <= 12}>
                        <summary>{ counted(messages, "workbench-losses", u64::from(report.total)) }</summary>
                        { losses(&report.losses, report.total, messages) }
                    </details>
                }
            </section>
        }
    }
}

/// Reads the imported file again in the way that is chosen by a name.
fn read_again(
    actions: &StudyActions,
    study: &Study,
    change: impl Fn(LexiconReading, &str) -> Option<LexiconReading> + 'static,
) -> Callback<String> {
    let (actions, inputs) = (actions.clone(), study.inputs().clone());
    Callback::from(move |chosen: String| {
        let LexiconSource::Converted { name, bytes, reading, .. } = inputs.lexicon.parts().0 else { return };
        if let Some(reading) = change(*reading, &chosen) {
            actions.read_lexicon_again(name.clone(), bytes.clone(), reading);
        }
    })
}

fn losses(losses: &[Problem], total: u32, messages: &Messages) -> Html {
    let shown = losses.len().min(LOSSES_SHOWN);
    let more = u64::from(total).saturating_sub(shown as u64);
    html! {<>
        <ol class="losses">
            { for losses.iter().take(shown).map(|problem| html! { <li>{ messages.problem(problem) }</li> }) }
        </ol>
        if more > 0 { <p class="hint">{ counted(messages, "workbench-more-losses", more) }</p> }
    </>}
}

fn facts(table: &Comparison, messages: &Messages) -> Html {
    let lexicon = &table.lexicon;
    let facts = [
        ("lexicon-version", lexicon.version.clone()),
        ("lexicon-entries", format_integer(lexicon.entries, messages.language())),
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
