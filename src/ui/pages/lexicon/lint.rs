//! What may be wrong with the entries of the lexicon, kind by kind, each finding with its figures.

use yew::prelude::*;

use crate::ui::{
    components::{Page, pager},
    hooks::use_messages,
    state::Shared,
    wording::{language_code, path_title},
};
use tarazy_engine::{
    counting::Comparison,
    language::number_format::format_integer,
    lexicon::EntryId,
    study::{Finding, LintGroup, LintKind, LintReport, NamedEntry},
};
use tarazy_report::{
    message::Messages,
    report::{lint_forms, lint_sentence, lint_summary},
};

/// How many findings of a kind to ask the engine for at a time.
pub const FINDINGS_PER_PAGE: u32 = 20;

/// Props of [`LexiconLint`].
#[derive(Properties, PartialEq)]
pub struct LexiconLintProps {
    /// The findings; `None` until the engine has sent them.
    pub report: Option<Shared<LintReport>>,
    /// The table, for the titles of categories.
    pub table: Shared<Comparison>,
    /// Called with the entry to open.
    pub on_open: Callback<EntryId>,
    /// Called with a kind and the number of the first finding to show.
    pub on_page: Callback<(LintKind, u32)>,
}

/// The findings under a heading for each kind that has any.
#[component]
pub fn LexiconLint(props: &LexiconLintProps) -> Html {
    let messages = use_messages();
    html! {
        <section class="lint" aria-labelledby="lint-heading">
            <h3 id="lint-heading">{ messages.get("lint-heading") }</h3>
            if let Some(report) = &props.report {
                <p class="lint-summary" role="status">{ lint_summary(&messages, report) }</p>
                if report.texts == 0 {
                    <p class="hint">{ messages.get("lint-without-texts") }</p>
                }
                { for report.groups.iter().filter(|group| group.total > 0).map(|own| group(props, &messages, own)) }
            } else {
                <p class="nothing" role="status">{ messages.get("lint-waits") }</p>
            }
        </section>
    }
}

fn group(props: &LexiconLintProps, messages: &Messages, group: &LintGroup) -> Html {
    let code = group.kind.code();
    let id = format!("lint-{code}");
    html! {
        <section key={code} class="lint-group" aria-labelledby={id.clone()}>
            <h4 {id}>
                { messages.get(&format!("lint-kind-{code}")) }
                { " " }<span class="number">{ format_integer(group.total, messages.language()) }</span>
            </h4>
            <p class="hint">{ messages.get(&format!("lint-about-{code}")) }</p>
            <ul class={classes!("lint-list", (group.kind == LintKind::Dead).then_some("is-dense"))}>
                { for group.findings.iter().map(|own| finding(props, messages, own)) }
            </ul>
            { pages(props, messages, group) }
        </section>
    }
}

fn finding(props: &LexiconLintProps, messages: &Messages, finding: &Finding) -> Html {
    let title = |path: &str| path_title(&props.table, path, messages.language()).to_owned();
    let sentence = lint_sentence(messages, finding, title);
    html! {
        <li>
            <p class="lint-entries">
                { for finding.entries.iter().map(|own| entry(props, messages, own)) }
            </p>
            if !sentence.is_empty() {
                <p class="lint-figures">{ sentence }</p>
            }
            if let Some(forms) = lint_forms(messages, finding) {
                <p class="lint-forms">
                    { forms.label }{ " " }
                    <bdi lang={language_code(finding.entries.first().and_then(|entry| entry.language))}>
                        { forms.forms }
                    </bdi>
                    { forms.more }
                </p>
            }
        </li>
    }
}

fn entry(props: &LexiconLintProps, messages: &Messages, entry: &NamedEntry) -> Html {
    let id = entry.id;
    let category = path_title(&props.table, &entry.category, messages.language()).to_owned();
    let values = [("entry", entry.written.as_str().into()), ("category", category.as_str().into())];
    let label = messages.format("lint-open", &values);
    let onclick = props.on_open.reform(move |_: MouseEvent| id);
    html! {
        <span class="lint-named">
            <button type="button" class="entry-link" aria-label={label} {onclick}>
                <bdi class="form" lang={language_code(entry.language)}>{ entry.written.clone() }</bdi>
            </button>
            { " " }<span class="lint-category">{ category }</span>
        </span>
    }
}

/// The way through the findings of a kind.
fn pages(props: &LexiconLintProps, messages: &Messages, group: &LintGroup) -> Html {
    let kind = group.kind;
    let name = messages.get(&format!("lint-kind-{}", kind.code()));
    let page = Page { offset: group.offset, shown: group.findings.len(), total: group.total, size: FINDINGS_PER_PAGE };
    let on_offset = props.on_page.reform(move |offset: u32| (kind, offset));
    pager(page, "lint", format!("{}: {name}", messages.get("lint-pages")), messages, &on_offset)
}
