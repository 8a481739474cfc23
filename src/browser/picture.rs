//! A drawing as an SVG file → a picture of dots.

use js_sys::{Function, Promise, Reflect, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::{Denied, window::document};

/// The longest side of a canvas that every browser has.
const LONGEST_SIDE: f64 = 16_384.0;

/// How many dots each px becomes, where the picture is not too large for that.
const DENSITY: f64 = 2.0;

/// Draws an SVG file as a PNG of twice its size in pixels, or less where that is too large for a
/// canvas.
///
/// # Errors
/// [`Denied`] when the browser gives no canvas, or forbids to read it.
pub async fn draw_png(svg: &str, width: f64, height: f64) -> Result<Blob, Denied> {
    let document = document().ok_or(Denied)?;
    let image = HtmlImageElement::new()?;
    // A data address has no origin of its own that could taint the canvas.
    let source = String::from(encode_uri_component(svg));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{source}"));
    JsFuture::from(image.decode()).await?;
    let density = DENSITY.min(LONGEST_SIDE / width.max(height).max(1.0));
    let canvas = document.create_element("canvas")?.dyn_into::<HtmlCanvasElement>().map_err(|_| Denied)?;
    let (wide, high) = (dots(width * density), dots(height * density));
    canvas.set_width(wide);
    canvas.set_height(high);
    let context = canvas.get_context("2d")?.and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok());
    let context = context.ok_or(Denied)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, f64::from(wide), f64::from(high))?;
    let mut asked = Ok(());
    let blob = Promise::new(&mut |resolve: Function, _| {
        let on_blob = Closure::once_into_js(move |blob: JsValue| {
            // The answer of a promise's own function carries nothing.
            let _ = resolve.call1(&JsValue::UNDEFINED, &blob);
        });
        asked = canvas.to_blob(on_blob.unchecked_ref());
    });
    asked?;
    JsFuture::from(blob).await?.dyn_into::<Blob>().map_err(|_| Denied)
}

/// A length in whole dots, at least one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and the longest side")]
fn dots(length: f64) -> u32 {
    length.round().clamp(1.0, LONGEST_SIDE) as u32
}

/// Puts the keyboard on a part of a drawing, by its id, and brings it into view.
pub fn focus_mark(id: &str) {
    let document = document();
    let Some(mark) = document.and_then(|document| document.get_element_by_id(id)) else { return };
    if let Some(focus) = Reflect::get(&mark, &JsValue::from_str("focus")).ok().and_then(|own| own.dyn_into().ok()) {
        let focus: Function = focus;
        // What cannot be focused stays as it is.
        let _ = focus.call0(&mark);
    }
}
