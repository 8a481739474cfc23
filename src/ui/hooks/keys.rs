//! The page's keys. They are identified by their position on the keyboard, which is the same for
//! all three alphabets.

use std::{cell::Cell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::{
    browser::window,
    ui::state::{
        LexiconView, Route,
        route::{CellAddress, FIRST_FIGURE},
    },
};

/// How long G waits for its second key.
const PATIENCE_MS: f64 = 1_500.0;

/// What a key asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// Go to a place.
    Go(Route),
    /// Search all texts.
    Search,
    /// One step back.
    Back,
    /// Show the list of keys.
    Shortcuts,
    /// Take the last edit back.
    Undo,
    /// Do it again.
    Redo,
    /// Copy the table.
    CopyTable,
    /// Save the study as a file.
    Save,
    /// Open files.
    Open,
}

/// A stroke as far as it matters.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "a keyboard has that many keys beside the one that is struck")]
struct Stroke<'a> {
    code: &'a str,
    key: &'a str,
    has_control: bool,
    has_shift: bool,
    has_alt: bool,
    /// Whether the focus is in a text field.
    is_in_text: bool,
    /// Whether the focus is in a list, which jumps to what a key begins.
    is_in_field: bool,
    follows_g: bool,
}

/// Returns the key that a stroke means; `Err(true)` if it is the G that waits for another.
fn meaning(stroke: Stroke<'_>) -> Result<Key, bool> {
    let Stroke { code, key, has_control, has_shift, has_alt, is_in_text, is_in_field, follows_g } = stroke;
    if has_control && !has_alt {
        // In a field the browser's own undo is about the field.
        return match (code, has_shift) {
            ("KeyZ", false) if !is_in_text => Ok(Key::Undo),
            ("KeyZ", true) | ("KeyY", false) if !is_in_text => Ok(Key::Redo),
            ("KeyC", true) => Ok(Key::CopyTable),
            ("KeyS", false) => Ok(Key::Save),
            ("KeyO", false) => Ok(Key::Open),
            _ => Err(false),
        };
    }
    if key == "Escape" {
        return Ok(Key::Back);
    }
    if is_in_text || is_in_field || has_control || has_alt {
        return Err(false);
    }
    let to = if follows_g { second_key(code) } else { None };
    match (to, code, key) {
        (Some(place), ..) => Ok(Key::Go(place)),
        (None, _, "?") => Ok(Key::Shortcuts),
        (None, _, "/") => Ok(Key::Search),
        (None, "Slash", _) => Ok(if has_shift { Key::Shortcuts } else { Key::Search }),
        (None, "KeyG", _) => Err(true),
        _ => Err(false),
    }
}

fn second_key(code: &str) -> Option<Route> {
    match code {
        "KeyT" => Some(Route::Texts),
        "KeyL" => Some(Route::Lexicon(LexiconView::default())),
        "KeyC" => Some(Route::Compare),
        "KeyP" => Some(Route::Publish),
        "KeyK" => Some(Route::Contexts(CellAddress::default())),
        "KeyF" => Some(Route::Figures(FIRST_FIGURE)),
        _ => None,
    }
}

/// Listens to the page's keys for as long as the component is there.
#[hook]
pub fn use_keys(on_key: Callback<Key>) {
    use_effect_with(on_key, |on_key| {
        let on_key = on_key.clone();
        let g_until = Rc::new(Cell::new(0.0));
        let listener = window().map(|window| {
            EventListener::new_with_options(&window, "keydown", EventListenerOptions::enable_prevent_default(), {
                move |event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                    let now = js_sys::Date::now();
                    let (code, key) = (event.code(), event.key());
                    let stroke = Stroke {
                        code: &code,
                        key: &key,
                        has_control: event.ctrl_key() || event.meta_key(),
                        has_shift: event.shift_key(),
                        has_alt: event.alt_key(),
                        is_in_text: is_in(event, is_text),
                        is_in_field: is_in(event, |element| element.tag_name() == "SELECT"),
                        follows_g: now < g_until.get(),
                    };
                    let meaning = meaning(stroke);
                    g_until.set(if meaning == Err(true) { now + PATIENCE_MS } else { 0.0 });
                    if let Ok(key) = meaning
                        && !(key == Key::Back && is_in_dialog(event))
                    {
                        // Escape also closes what the browser has open.
                        if key != Key::Back {
                            event.prevent_default();
                        }
                        on_key.emit(key);
                    }
                }
            })
        });
        move || drop(listener)
    });
}

/// A dialog has its own Escape.
fn is_in_dialog(event: &KeyboardEvent) -> bool {
    is_in(event, |element| element.closest("dialog[open]").is_ok_and(|dialog| dialog.is_some()))
}

fn is_in(event: &KeyboardEvent, claim: impl Fn(&HtmlElement) -> bool) -> bool {
    event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()).is_some_and(|element| claim(&element))
}

fn is_text(element: &HtmlElement) -> bool {
    let kind = element.get_attribute("type").unwrap_or_default();
    match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !["checkbox", "file", "radio", "button"].contains(&kind.as_str()),
        _ => element.is_content_editable(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Stroke<'static> = Stroke {
        code: "",
        key: "",
        has_control: false,
        has_shift: false,
        has_alt: false,
        is_in_text: false,
        is_in_field: false,
        follows_g: false,
    };

    #[test]
    fn keys_are_the_same_in_every_alphabet() {
        assert_eq!(meaning(Stroke { code: "KeyG", key: "п", ..PLAIN }), Err(true));
        let second = Stroke { code: "KeyT", key: "е", follows_g: true, ..PLAIN };
        assert_eq!(meaning(second), Ok(Key::Go(Route::Texts)));
        assert_eq!(meaning(Stroke { code: "KeyT", key: "t", ..PLAIN }), Err(false));
        assert_eq!(meaning(Stroke { code: "Digit7", key: "/", has_shift: true, ..PLAIN }), Ok(Key::Search));
    }

    #[test]
    fn a_field_keeps_its_own_keys() {
        let undo = Stroke { code: "KeyZ", key: "z", has_control: true, ..PLAIN };
        assert_eq!(meaning(undo), Ok(Key::Undo));
        assert_eq!(meaning(Stroke { is_in_text: true, ..undo }), Err(false));
        assert_eq!(meaning(Stroke { is_in_field: true, ..undo }), Ok(Key::Undo));
        assert_eq!(meaning(Stroke { code: "Slash", key: "?", is_in_field: true, ..PLAIN }), Err(false));
        assert_eq!(meaning(Stroke { key: "Escape", is_in_field: true, ..PLAIN }), Ok(Key::Back));
    }
}
