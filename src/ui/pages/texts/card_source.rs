//! The file behind a text: its format, what of it is not in the text, and the choice to read more or
//! less of it.

use std::rc::Rc;

use tarazy_documents::{DocumentFormat, LeftOutKind, ReadOptions, ReadWarning};
use tarazy_report::message::Messages;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    browser::{InputDocument, SourceFile},
    ui::hooks::{use_actions, use_messages},
};

/// Props of [`CardSource`].
#[derive(Properties, PartialEq)]
pub struct CardSourceProps {
    /// The text as the reader put it in.
    pub input: Rc<InputDocument>,
}

/// The lines about the file of a text, and its data; nothing for a plain text without data.
#[component]
pub fn CardSource(props: &CardSourceProps) -> Html {
    let messages = use_messages();
    let input = &props.input;
    html! {<>
        if let Some(source) = &input.source {
            <p class="card-size">{ source_line(&messages, source) }</p>
            { for source.warnings.iter().filter(|warning| !is_chosen(warning)).map(|warning| {
                let problem = warning.problem(input.file.as_deref().unwrap_or_default());
                html! { <p class="card-warning">{ messages.problem_sentence(&problem) }</p> }
            }) }
            if source.is_alone && !parts(source).is_empty() {
                <PartChoices input={input.clone()} source={source.clone()} />
            }
        }
        if !input.metadata.is_empty() {
            <dl class="card-data" aria-label={messages.get("card-data")}>
                { for input.metadata.iter().map(|field| html! {
                    <div><dt>{ &field.name }</dt><dd>{ field.value.written() }</dd></div>
                }) }
            </dl>
        }
    </>}
}

/// Returns the format and what was left out.
fn source_line(messages: &Messages, source: &SourceFile) -> String {
    let kinds: Vec<String> = source
        .left_out
        .iter()
        // The other cells of a row are shown as data.
        .filter(|(kind, _)| !matches!(kind, LeftOutKind::OtherCells | LeftOutKind::OtherFields))
        .map(|(kind, count)| {
            messages.format(&format!("document-kind-{}", kind.code()), &[("count", i64::from(count).into())])
        })
        .collect();
    let format = source.format.name().to_owned();
    if kinds.is_empty() {
        return format;
    }
    let left_out = messages.format("card-left-out", &[("kinds", kinds.join(", ").into())]);
    format!("{format}. {left_out}")
}

/// Returns `true` if the user has chosen what the warning is about.
fn is_chosen(warning: &ReadWarning) -> bool {
    matches!(warning, ReadWarning::WholeTable { .. })
}

/// Returns the kinds of content that the file has and that can be in the text or not.
fn parts(source: &SourceFile) -> Vec<LeftOutKind> {
    let is_there = |kind: &LeftOutKind| source.left_out.count(*kind) > 0 || source.options.include.contains(kind);
    let mut kinds: Vec<LeftOutKind> = LeftOutKind::INCLUDABLE.into_iter().filter(is_there).collect();
    // How many notes are in the text is not known.
    let has_notes = matches!(
        source.format,
        DocumentFormat::Docx | DocumentFormat::Odt | DocumentFormat::Rtf | DocumentFormat::Epub
    );
    if has_notes {
        kinds.push(LeftOutKind::Notes);
    }
    kinds
}

/// Props of [`PartChoices`].
#[derive(Properties, PartialEq)]
struct PartChoicesProps {
    input: Rc<InputDocument>,
    source: Rc<SourceFile>,
}

/// A box for each kind of content; the file is read again when one is ticked or cleared.
#[component]
fn PartChoices(props: &PartChoicesProps) -> Html {
    let (messages, actions) = (use_messages(), use_actions());
    let PartChoicesProps { input, source } = props;
    let boxes = parts(source).into_iter().map(|kind| {
        let is_included = source.options.includes(kind);
        let onchange = {
            let (actions, input, options) = (actions.clone(), input.clone(), source.options.clone());
            Callback::from(move |event: Event| {
                let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                if let Some(target) = target {
                    actions.read_text_again(&input, with_part(&options, kind, target.checked()));
                }
            })
        };
        html! {
            <li key={kind.code()}>
                <label class="check">
                    <input type="checkbox" checked={is_included} {onchange} />
                    { messages.format("card-part", &[("kind", kind.code().into())]) }
                </label>
            </li>
        }
    });
    html! {
        <details class="card-parts">
            <summary>{ messages.get("card-include") }</summary>
            <ul>{ for boxes }</ul>
        </details>
    }
}

fn with_part(options: &ReadOptions, kind: LeftOutKind, is_included: bool) -> ReadOptions {
    let mut options = options.clone();
    if kind == LeftOutKind::Notes {
        options.without_notes = !is_included;
    } else if is_included {
        options.include.insert(kind);
    } else {
        options.include.remove(&kind);
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_included_and_left_out_again() {
        let all = with_part(&ReadOptions::default(), LeftOutKind::Headers, true);
        assert!(all.includes(LeftOutKind::Headers) && all.includes(LeftOutKind::Notes));
        let less = with_part(&with_part(&all, LeftOutKind::Headers, false), LeftOutKind::Notes, false);
        assert!(!less.includes(LeftOutKind::Headers) && !less.includes(LeftOutKind::Notes));
    }
}
