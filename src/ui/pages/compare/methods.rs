//! The methods paragraph of an article with its references, and the lexicon as an appendix.

use yew::prelude::*;

use super::{export::piece_query, export_bar::copy_text};
use crate::{
    browser::may_download,
    ui::{
        components::{ByHand, Choice},
        hooks::{use_actions, use_messages, use_preferences, use_results},
        state::{Shared, results::ArticlePieces},
    },
};
use tarazy_engine::{counting::Comparison, language::Language};
use tarazy_report::report::{Piece, PieceFile, PieceFormat, ReferenceStyle};

/// Props of [`Methods`].
#[derive(Properties, PartialEq)]
pub struct MethodsProps {
    /// The table.
    pub table: Shared<Comparison>,
}

/// The methods under a heading that opens; what is not looked at is not asked for.
#[component]
pub fn Methods(props: &MethodsProps) -> Html {
    let messages = use_messages();
    let (actions, preferences) = (use_actions(), use_preferences());
    let ArticlePieces { paragraph: found_paragraph, references: found_references, by_hand: found_piece } =
        use_results();
    let is_open = use_state_eq(|| false);
    let usual = if messages.language() == Language::English { ReferenceStyle::Apa } else { ReferenceStyle::Gost };
    let chosen = use_state_eq(|| None::<ReferenceStyle>);
    let style = chosen.unwrap_or(usual);
    let wanted = {
        let table = props.table.clone();
        move |piece| piece_query(piece, &table, preferences)
    };
    let (paragraph, references) = (wanted(Piece::Paragraph), wanted(Piece::References(style)));
    {
        let actions = actions.clone();
        let asked = (*is_open, props.table.clone(), paragraph, references);
        use_effect_with(asked, move |(is_open, _, paragraph, references)| {
            if *is_open {
                actions.write(paragraph.clone());
                actions.write(references.clone());
            }
        });
    }
    let ontoggle = {
        let is_open = is_open.setter();
        // The event does not show if the element opens or closes; its attribute does.
        Callback::from(move |event: Event| {
            let element = event.target_dyn_into::<web_sys::Element>();
            is_open.set(element.is_some_and(|element| element.has_attribute("open")));
        })
    };
    let on_style = {
        let chosen = chosen.setter();
        Callback::from(move |style| chosen.set(Some(style)))
    };
    let on_copy = {
        let (actions, paragraph) = (actions.clone(), text_of(found_paragraph.as_ref(), &Piece::Paragraph));
        let references = text_of(found_references.as_ref(), &Piece::References(style));
        Callback::from(move |copied: Copied| {
            let text = match copied {
                Copied::Paragraph => paragraph.clone(),
                Copied::References => references.clone(),
            };
            let plain = text.unwrap_or_default().to_string();
            copy_text(plain, "methods-copied", &actions);
        })
    };
    // References that could not be saved; the other pieces come back from the engine.
    let refused = use_state_eq(|| None::<Piece>);
    let on_save = {
        let (actions, refused) = (actions.clone(), refused.setter());
        let references = text_of(found_references.as_ref(), &Piece::References(style));
        Callback::from(move |piece: Piece| match piece {
            Piece::References(_) | Piece::Paragraph => {
                let text = references.clone().unwrap_or_default();
                if !actions.save_file(&piece.file_name(), text.as_bytes(), piece.media_type()) {
                    refused.set(Some(piece));
                }
            }
            _ if !piece.is_text() && !may_download() => refused.set(Some(piece)),
            _ => actions.write(wanted(piece)),
        })
    };
    let kept = found_piece.filter(|file| file.query.piece.is_text());
    let by_hand = match *refused {
        Some(Piece::References(style)) => text_of(found_references.as_ref(), &Piece::References(style)),
        Some(_) => Some(AttrValue::from(messages.get("methods-binary"))),
        None => kept.and_then(|file| text(&file)),
    };
    let on_close = {
        let (actions, refused) = (actions.clone(), refused.setter());
        Callback::from(move |()| {
            refused.set(None);
            actions.forget_piece();
        })
    };
    html! {<>
        <details class="methods" {ontoggle}>
            <summary>{ messages.get("methods-open") }</summary>
            if *is_open {
                <MethodsPanel
                    paragraph={text_of(found_paragraph.as_ref(), &Piece::Paragraph)}
                    references={text_of(found_references.as_ref(), &Piece::References(style))}
                    {style} {on_style} {on_copy} {on_save}
                />
            }
        </details>
        // Outside of what may be closed: contexts that cannot be saved are shown here too.
        <ByHand id="methods-text" text={by_hand} {on_close} />
    </>}
}

/// The text of a file, if it is the piece that is looked at.
fn text_of(file: Option<&Shared<PieceFile>>, piece: &Piece) -> Option<AttrValue> {
    text(file.filter(|file| file.query.piece == *piece)?)
}

fn text(file: &PieceFile) -> Option<AttrValue> {
    String::from_utf8(file.bytes.clone()).ok().map(AttrValue::from)
}

/// What is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// The methods paragraph.
    Paragraph,
    /// The reference entries.
    References,
}

/// Props of [`MethodsPanel`].
#[derive(Properties, PartialEq)]
pub struct MethodsPanelProps {
    /// The methods paragraph; none before it comes.
    pub paragraph: Option<AttrValue>,
    /// The reference entries; none before they come.
    pub references: Option<AttrValue>,
    /// How references are written.
    pub style: ReferenceStyle,
    /// Called with another style of references.
    pub on_style: Callback<ReferenceStyle>,
    /// Called with what to copy.
    pub on_copy: Callback<Copied>,
    /// Called with what to save.
    pub on_save: Callback<Piece>,
}

/// Paragraph, references, appendix.
#[component]
pub fn MethodsPanel(props: &MethodsPanelProps) -> Html {
    let messages = use_messages();
    let waits = || html! { <p class="nothing" role="status">{ messages.get("methods-wait") }</p> };
    let copy = |copied: Copied| {
        let onclick = props.on_copy.reform(move |_: MouseEvent| copied);
        html! { <button type="button" {onclick}>{ messages.get("methods-copy") }</button> }
    };
    let files = |piece: fn(PieceFormat) -> Piece, label: &str| {
        let buttons = PieceFormat::ALL.into_iter().map(|format| {
            let onclick = props.on_save.reform(move |_: MouseEvent| piece(format));
            let title = messages.format("export-save", &[("format", format.name().into())]);
            html! { <button key={format.extension()} type="button" {title} {onclick}>{ format.name() }</button> }
        });
        html! { <span class="piece-formats" role="group" aria-label={messages.get(label)}>{ for buttons }</span> }
    };
    let styles: Vec<(AttrValue, AttrValue)> = ReferenceStyle::ALL
        .into_iter()
        .map(|style| (style.name().into(), messages.get(&format!("methods-style-{}", style.name())).into()))
        .collect();
    let on_choose = props.on_style.reform(|name: String| ReferenceStyle::from_name(&name).unwrap_or_default());
    let style = props.style;
    let is_file = matches!(style, ReferenceStyle::Bibtex | ReferenceStyle::Ris);
    let entries = props.references.as_ref().map(|references| {
        if is_file {
            return html! { <pre class="reference-file" tabindex="0">{ references.clone() }</pre> };
        }
        let lines = references.lines().filter(|line| !line.trim().is_empty());
        html! { <ul class="reference-list">{ for lines.map(|line| html! { <li>{ line.to_owned() }</li> }) }</ul> }
    });
    let on_references = props.on_save.reform(move |_: MouseEvent| Piece::References(style));
    html! {
        <div class="methods-panel">
            <section aria-labelledby="methods-heading">
                <h2 id="methods-heading">{ messages.get("methods-heading") }</h2>
                if let Some(paragraph) = &props.paragraph {
                    <p class="methods-paragraph">{ paragraph.clone() }</p>
                } else {
                    { waits() }
                }
                <p class="lexicon-actions">
                    { copy(Copied::Paragraph) }
                    <span class="choice-label">{ messages.get("methods-save") }</span>
                    { files(Piece::Methods, "methods-save") }
                </p>
            </section>
            <section aria-labelledby="references-heading">
                <h2 id="references-heading">{ messages.get("references-heading") }</h2>
                { entries.unwrap_or_else(waits) }
                <p class="lexicon-actions">
                    <Choice id="reference-style" label={messages.get("methods-style")} value={style.name()}
                        choices={styles} {on_choose} />
                    { copy(Copied::References) }
                    <button type="button" onclick={on_references}>{ messages.get("methods-save-references") }</button>
                </p>
            </section>
            <section class="appendix-section" aria-labelledby="appendix-heading">
                <h2 id="appendix-heading">{ messages.get("methods-appendix") }</h2>
                <p>{ messages.get("methods-appendix-why") }</p>
                <p class="lexicon-actions">{ files(Piece::Appendix, "methods-appendix") }</p>
            </section>
        </div>
    }
}
