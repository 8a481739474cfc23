//! The engine for other pages: `analyze({ texts, lexicon, options })` and `kwic({ …, category })`.

use js_sys::{Array, Error, Object, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use tarazy_report::message::{FluentValue, Messages};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::api::{
    AnalysisError, AnalysisOptions, AnalysisRequest, AnalysisText, KwicRequest, field_names, run_analysis, run_kwic,
};
use tarazy_engine::language::Language;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../api/api.d.ts");

/// Counts the categories of a lexicon in texts. What goes in and comes out is described in
/// `api.d.ts`.
///
/// # Errors
/// A JavaScript `Error` with a `code`: that of the first problem, `unknown-option` for a key that is
/// none, or `request-invalid` when the argument is not as described.
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn analyze(#[wasm_bindgen(unchecked_param_type = "AnalysisRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    let request: AnalysisRequest = read(request)?;
    let analysis = run_analysis(request).map_err(|problem| js_error(&problem))?;
    written(&analysis)
}

/// Shows the matches of a category in their contexts. What goes in and comes out is described in
/// `api.d.ts`.
///
/// # Errors
/// As [`analyze`], and `unknown-category` when the lexicon has no such category.
#[wasm_bindgen(unchecked_return_type = "Kwic")]
pub fn kwic(#[wasm_bindgen(unchecked_param_type = "KwicRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    let request: KwicRequest = read(request)?;
    let lines = run_kwic(request).map_err(|problem| js_error(&problem))?;
    written(&lines)
}

fn read<T: DeserializeOwned>(request: JsValue) -> Result<T, JsValue> {
    check_keys::<T>(&request, "request")?;
    check_keys::<AnalysisOptions>(&part(&request, "options"), "options")?;
    if let Ok(texts) = part(&request, "texts").dyn_into::<Array>() {
        texts.iter().try_for_each(|text| check_keys::<AnalysisText>(&text, "texts"))?;
    }
    serde_wasm_bindgen::from_value(request).map_err(|problem| error("request-invalid", &problem.to_string()))
}

/// Returns a part of an object; of anything else `undefined`, whose type is reported when it is read.
fn part(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Refuses an object with a key that is no field of `T`. What is no object is refused when it is
/// read.
fn check_keys<T: DeserializeOwned>(value: &JsValue, place: &str) -> Result<(), JsValue> {
    if !value.is_object() || Array::is_array(value) {
        return Ok(());
    }
    let known = field_names::<T>();
    let keys = Object::keys(value.unchecked_ref::<Object>());
    let mut keys = keys.iter().filter_map(|key| key.as_string());
    let Some(option) = keys.find(|key| !known.contains(&key.as_str())) else { return Ok(()) };
    let values =
        [("place", FluentValue::from(place)), ("option", option.as_str().into()), ("known", known.join(", ").into())];
    Err(error("unknown-option", &Messages::new(Language::English).format("analysis-unknown-option", &values)))
}

/// Maps become plain objects, absent values become null, whole numbers stay numbers.
fn written<T: Serialize>(result: &T) -> Result<JsValue, JsValue> {
    result.serialize(&Serializer::json_compatible()).map_err(|problem| error("result-too-large", &problem.to_string()))
}

fn js_error(problem: &AnalysisError) -> JsValue {
    error(problem.code(), &sentence(problem))
}

/// Developers read it in their console, so that it is in English.
fn sentence(problem: &AnalysisError) -> String {
    let messages = Messages::new(Language::English);
    match problem {
        AnalysisError::Refused(problems) => {
            problems.iter().map(|problem| messages.problem(problem)).collect::<Vec<_>>().join("\n")
        }
        AnalysisError::UnknownCategory { category, lexicon, known } => messages.format(
            "analysis-unknown-category",
            &[
                ("category", FluentValue::from(category.as_str())),
                ("lexicon", lexicon.as_str().into()),
                ("known", known.join(", ").into()),
            ],
        ),
    }
}

fn error(code: &str, sentence: &str) -> JsValue {
    let error = Error::new(sentence);
    let _ = Reflect::set(&error, &JsValue::from_str("code"), &JsValue::from_str(code));
    error.into()
}
