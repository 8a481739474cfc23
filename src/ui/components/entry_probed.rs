//! An entry as it works in the study: what it caught, how often each form counts, what it nearly
//! caught and why not.

use yew::prelude::*;

use super::why::{named, why};
use crate::ui::{
    hooks::use_messages,
    state::Shared,
    wording::{counted, language_code, number},
};
use tarazy_engine::{
    context::{MatchedBy, NearMissReason},
    counting::Comparison,
    language::{Rejection, number_format::format_integer},
    lexicon::LexiconEdit,
    study::{CaughtForm, EntryProbe, NearMiss, StatusCounts},
};
use tarazy_report::message::Messages;

/// How many forms are named before the rest is summed up.
const FORMS_SHOWN: usize = 24;
/// How many near misses are named.
const NEAR_MISSES_SHOWN: usize = 12;

/// A match whose line is explained.
#[derive(Debug, Clone, PartialEq)]
pub struct ProbedMatch {
    /// Its words, as an exclusion names them.
    pub form: String,
    /// How the entry caught each of them.
    pub matched_by: Vec<MatchedBy>,
}

/// Props of [`EntryProbed`].
#[derive(Properties, PartialEq)]
pub struct EntryProbedProps {
    /// What the engine found.
    pub probe: Shared<EntryProbe>,
    /// The table, for the titles of categories.
    pub table: Shared<Comparison>,
    /// The match that is explained; without one every form can be excluded.
    #[prop_or_default]
    pub found: Option<ProbedMatch>,
    /// Called with a form to exclude; without it none can be excluded.
    #[prop_or_default]
    pub on_exclude: Option<Callback<LexiconEdit>>,
}

/// The explanation, without a frame of its own.
#[component]
pub fn EntryProbed(props: &EntryProbedProps) -> Html {
    let messages = use_messages();
    let probe = &props.probe;
    let code = language_code(probe.language);
    // Under a line of the contexts one level lower than their heading; in the lexicon one lower
    // than the list's.
    let heading = |words: String| {
        if props.found.is_some() {
            html! { <h3>{ words }</h3> }
        } else {
            html! { <h4>{ words }</h4> }
        }
    };
    html! {
        <div class="probe">
            { facts(props, &messages, code) }
            if let Some(found) = &props.found {
                <p class="probe-exclude">
                    { exclude_button(props, &messages, &found.form, true) }
                    <span class="hint">{ messages.get("exclude-hint") }</span>
                </p>
            }
            <div class="probe-part">
                { heading(counted(&messages, "probe-forms", u64::from(probe.form_total))) }
                { statuses(probe.statuses, &messages) }
                { forms(props, &messages, code) }
            </div>
            <div class="probe-part">
                { heading(counted(&messages, "probe-near", u64::from(probe.near_miss_total))) }
                if !probe.has_near_misses {
                    <p class="hint">{ messages.get("probe-near-not-sought") }</p>
                }
                if !probe.near_misses.is_empty() {
                    <ul class="near-misses">
                        { for probe.near_misses.iter().take(NEAR_MISSES_SHOWN).map(|near| near_miss(probe, near, &messages, code)) }
                    </ul>
                    { more(probe.near_miss_total, NEAR_MISSES_SHOWN.min(probe.near_misses.len()), &messages) }
                }
            </div>
        </div>
    }
}

fn facts(props: &EntryProbedProps, messages: &Messages, code: &'static str) -> Html {
    let probe = &props.probe;
    html! {
        <dl class="facts">
            if let Some(found) = &props.found {
                <dt>{ messages.get("probe-form") }</dt>
                <dd><bdi class="form" lang={code}>{ found.form.clone() }</bdi>{ " " }{ why(messages, &found.matched_by) }</dd>
            }
            <dt>{ messages.get("probe-entry") }</dt>
            <dd><bdi class="form" lang={code}>{ probe.written.clone() }</bdi></dd>
            <dt>{ messages.get("probe-category") }</dt>
            <dd>{ category_title(&props.table, &probe.category, messages) }</dd>
            if !probe.note.is_empty() {
                <dt>{ messages.get("probe-note") }</dt>
                <dd>{ probe.note.clone() }</dd>
            }
        </dl>
    }
}

/// The title of a category; where it is merged into a column, the column's title and the rest of
/// the path.
fn category_title(table: &Comparison, path: &str, messages: &Messages) -> String {
    let column = table.columns.iter().find_map(|column| {
        let rest = path.strip_prefix(&*column.path).filter(|rest| rest.is_empty() || rest.starts_with('/'))?;
        Some((column.title.get(messages.language()), rest.trim_start_matches('/')))
    });
    match column {
        None | Some(("", _)) => path.to_owned(),
        Some((title, "")) => title.to_owned(),
        Some((title, rest)) => format!("{title} › {rest}"),
    }
}

/// How many matches count, and how many do not and why; nothing where there are none.
fn statuses(statuses: StatusCounts, messages: &Messages) -> Html {
    html! {
        if statuses.total() > 0 {
            <p class="probe-outcomes">
                <span>{ counted(messages, "probe-counted", statuses.counted) }</span>
                if statuses.shadowed > 0 {
                    <span>{ counted(messages, "probe-shadowed", statuses.shadowed) }</span>
                }
                if statuses.excluded > 0 {
                    <span>{ counted(messages, "explained-excluded", statuses.excluded) }</span>
                }
                if statuses.negated > 0 {
                    <span>{ counted(messages, "explained-negated", statuses.negated) }</span>
                }
            </p>
        }
    }
}

fn forms(props: &EntryProbedProps, messages: &Messages, code: &'static str) -> Html {
    let probe = &props.probe;
    if probe.forms.is_empty() {
        return Html::default();
    }
    let shown = FORMS_SHOWN.min(probe.forms.len());
    html! {<>
        <ul class="caught-forms">
            { for probe.forms.iter().take(shown).map(|caught| caught_form(props, caught, messages, code)) }
        </ul>
        { more(probe.form_total, shown, messages) }
    </>}
}

fn caught_form(props: &EntryProbedProps, caught: &CaughtForm, messages: &Messages, code: &'static str) -> Html {
    let CaughtForm { form, statuses, matched_by } = caught;
    let left_out = statuses.total() - statuses.counted;
    html! {
        <li key={form.clone()}>
            <bdi class="form" lang={code}>{ form.clone() }</bdi>
            { "\u{a0}" }<span class="number">{ format_integer(statuses.counted, messages.language()) }</span>
            if left_out > 0 {
                <span class="left-out">{ " " }{ counted(messages, "probe-left-out", left_out) }</span>
            }
            if props.found.is_none() {
                { " " }{ why(messages, matched_by) }
                { exclude_button(props, messages, form, false) }
            }
        </li>
    }
}

/// The button that excludes a form: in words, or as an icon among many.
fn exclude_button(props: &EntryProbedProps, messages: &Messages, form: &str, in_words: bool) -> Html {
    let Some(on_exclude) = &props.on_exclude else { return Html::default() };
    let entry = props.probe.record.place.clone();
    let values = [("form", form.into()), ("entry", entry.written.as_str().into())];
    let label = messages.format("exclude-of", &values);
    let edit = LexiconEdit::ExcludeForm { entry, form: form.to_owned() };
    let onclick = on_exclude.reform(move |_: MouseEvent| edit.clone());
    if in_words {
        html! { <button type="button" class="exclude" title={label} {onclick}>{ messages.get("exclude") }</button> }
    } else {
        html! {
            <button type="button" class="icon-button exclude-sign" aria-label={label.clone()} title={label} {onclick}>
                { "×" }
            </button>
        }
    }
}

fn near_miss(probe: &EntryProbe, near: &NearMiss, messages: &Messages, code: &'static str) -> Html {
    html! {
        <li>
            <bdi class="form" lang={code}>{ near.form.clone() }</bdi>
            { "\u{a0}" }<span class="number">{ format_integer(near.times, messages.language()) }</span>
            <span class="near-reason">{ " — " }{ reason(probe, near, messages) }</span>
            if let Some(entry) = &near.counted_for {
                <span class="near-reason">
                    { "; " }{ messages.format("near-counted-for", &[("entry", entry.as_str().into())]) }
                </span>
            }
        </li>
    }
}

/// Why a form does not count, as a clause.
fn reason(probe: &EntryProbe, near: &NearMiss, messages: &Messages) -> Html {
    let text = |key: &str, values: &[(&str, &str)]| -> Html {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, (*value).into())).collect();
        messages.format(key, &values).into()
    };
    match &near.reason {
        NearMissReason::Rest { stem, rest } if rest.is_empty() => text("near-stem", &[("stem", stem)]),
        NearMissReason::Rest { stem, rest } => text("near-rest", &[("stem", stem), ("rest", rest)]),
        NearMissReason::Derivation(matched_by) => html! {<>
            { text("near-derivation", &[("entry", &format!("{}~", probe.written))]) }
            { " " }
            { why(messages, std::slice::from_ref(matched_by)) }
        </>},
        NearMissReason::OtherPart(part) => {
            let part = named(messages, "part-", part.name());
            text("near-part", &[("part", &part)])
        }
        NearMissReason::Alike { shared } => text("near-alike", &[("shared", shared)]),
        NearMissReason::AsWritten => text("near-as-written", &[]),
        NearMissReason::Case => text("near-case", &[]),
        NearMissReason::BetterReading { instead, by_neighbours } => html! {<>
            { match instead {
                None => text("near-better", &[]),
                Some(Rejection::LongerWord(word)) => text("near-longer", &[("word", word)]),
                Some(Rejection::CommonerWord(word)) => text("near-commoner", &[("word", word)]),
                Some(Rejection::FunctionWord(word)) => text("near-function", &[("word", word)]),
                Some(Rejection::Auxiliary(word)) => text("near-auxiliary", &[("word", word)]),
            } }
            if *by_neighbours { { " " }{ messages.get("near-by-neighbours") } }
        </>},
        NearMissReason::Excluded { pattern: Some(pattern) } => text("near-excluded", &[("pattern", pattern)]),
        NearMissReason::Excluded { pattern: None } => text("near-excluded-here", &[]),
    }
}

/// "and 12 more", where there are more than are shown.
fn more(total: u32, shown: usize, messages: &Messages) -> Html {
    let more = u64::from(total).saturating_sub(shown as u64);
    html! {
        if more > 0 {
            <p class="hint">
                { messages.format("probe-more", &[
                    ("count", number(more)),
                    ("shown", format_integer(more, messages.language()).into()),
                ]) }
            </p>
        }
    }
}
